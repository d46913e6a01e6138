"""The corrections of administrators, in a file of their own: no catalog that is damaged or made anew takes them away.

With a DATABASE_URL of a server they lie there, beside the catalog.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from knowledge.catalog.database import ALONE, engine_from_url, sqlite_engine, translated
from knowledge.corrections import Correction
from knowledge.errors import DataIncompatible
from knowledge.migrating import Steps, TooNew, bring_up
from knowledge.settings import Settings

FILE = "corrections.sqlite3"
_metadata = MetaData()
_rows = Table(
    "corrections",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String(64), nullable=False),
    Column("text", String(64), nullable=False),
    Column("place", String(32), nullable=False),
    Column("written", Text),
    Column("value", Text),
    Column("what", Text, nullable=False),
    Column("on", String(10), nullable=False),
    sqlite_autoincrement=True,  # a number stands for one correction, also when it is gone
)
_counters = Table(
    "corrections_counters",
    _metadata,
    Column("name", String(16), primary_key=True),
    Column("value", Integer, nullable=False),
)
_CHANGES = "changes"
STEPS = Steps(Path(__file__).parent / "migrations", _metadata, "corrections_revision")

Stamp = tuple[int, int]
"""Changes with every change of the corrections."""


class Corrections:
    """The corrections where the settings keep them; the file is made with the first one. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._file = None if settings.server_url else settings.data_dir / FILE
        self._opened: Engine | None = None
        self._opening = threading.Lock()

    def close(self) -> None:
        """Close every connection."""
        if self._opened is not None:
            self._opened.dispose()

    def stamp(self) -> Stamp:
        """Return what is the same as long as the corrections are; (0, 0) without any."""
        with self._reading() as connection:
            if connection is None:
                return 0, 0
            count, newest = connection.execute(select(func.count(), func.max(_rows.c.number))).one()
            return count, newest or 0

    def all(self) -> tuple[Correction, ...]:
        """Return every correction, oldest first."""
        with self._reading() as connection:
            if connection is None:
                return ()
            found = connection.execute(select(_rows).order_by(_rows.c.number)).mappings()
            return tuple(Correction(**dict(row) | {"on": date.fromisoformat(row["on"])}) for row in found)

    def changes(self) -> int:
        """Return how often a correction was made or taken back: never less than before."""
        with self._reading() as connection:
            found = select(_counters.c.value).where(_counters.c.name == _CHANGES)
            return int(connection.execute(found).scalar() or 0) if connection is not None else 0

    def add(self, made: Correction) -> Correction:
        """Keep a correction in place of an earlier one of the same place, and return it with its number."""
        row = {name: value for name, value in asdict(made).items() if name != "number"} | {"on": made.on.isoformat()}
        same = or_(_rows.c.document == made.document, _rows.c.text == made.text)
        with self._begun() as connection:
            connection.execute(delete(_rows).where(_rows.c.place == made.place, same))
            number = connection.execute(insert(_rows).returning(_rows.c.number), row).scalar_one()
            _count(connection)
        return replace(made, number=number)

    def undo(self, number: int) -> bool:
        """Let what was read hold again; False when there is no such correction."""
        with self._begun() as connection:
            undone = connection.execute(delete(_rows).where(_rows.c.number == number)).rowcount > 0
            if undone:
                _count(connection)
            return undone

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        if self._file is not None and not self._file.exists():
            yield None
        else:
            with self._begun() as connection:
                yield connection

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        with translated(self._place), self._engine().begin() as connection:
            yield connection

    @property
    def _place(self) -> str:
        return str(self._file) if self._file else "the corrections"

    def _engine(self) -> Engine:
        with self._opening:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def _open(self) -> Engine:
        engine = corrections_engine(self._settings)
        try:
            with engine.execution_options(**{ALONE: True}).begin() as connection:
                bring_up(connection, STEPS)
        except TooNew as error:
            raise DataIncompatible(
                f"{self._place} was written by a later version of this program ({error}); update the program"
            ) from None
        return engine


def _count(connection: Connection) -> None:
    """Note one change more."""
    more = update(_counters).where(_counters.c.name == _CHANGES).values(value=_counters.c.value + 1)
    if not connection.execute(more).rowcount:
        connection.execute(insert(_counters), {"name": _CHANGES, "value": 1})


def corrections_engine(settings: Settings) -> Engine:
    """Return what reads the corrections where these settings keep them."""
    url = settings.server_url
    return engine_from_url(url) if url else sqlite_engine(settings.data_dir, FILE)
