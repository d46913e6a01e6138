"""The bot's own database: one SQLite file for the tables of every module that declares some on `Base`.

A module that keeps something declares its tables on `Base`, takes the `Database` that `State` holds, and is
imported by `bot.app`, so that the tables exist before the file is opened. A later version may declare more tables, and
more columns that may be NULL or have a plain default: an older file gets them when it is opened.
"""

from __future__ import annotations

import itertools
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Column, Engine, String, create_engine, event, func, inspect, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bot import wording
from bot.memory.work import Change, current
from bot.operation import words
from knowledge.migrating import Steps, TooNew, bring_up

log = logging.getLogger(__name__)
T = TypeVar("T")


class StateError(Exception):
    """The bot's own database cannot be used; the message is for the operator and names the fix."""


class Base(DeclarativeBase):
    """The bot's tables. A column `user_id` is a person's numeric id, `chat_id` a chat's."""


NUMBERS = 200
"""Numbers of new rows that are set aside at a time."""


class _Counter(Base):
    """Up to which number those of a table are set aside."""

    __tablename__ = "counters"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[int]


STEPS = Steps(Path(__file__).parent / "operation" / "migrations", Base.metadata, "memory_revision")


class Database:
    """An open file; every session is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or create the file with every table. Raises StateError when that is impossible."""
        self.path = path
        self._lock = threading.Lock()
        self._numbers: dict[str, Iterator[int]] = {}
        self._numbering = threading.Lock()
        self._engine = create_engine(f"sqlite:///{path}", json_serializer=lambda v: json.dumps(v, ensure_ascii=False))
        event.listen(self._engine, "connect", _tune)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.chmod(0o600)  # SQLite gives the files beside it the same mode
            _bring_up(self._engine)
            Base.metadata.create_all(self._engine)
            _add_columns(self._engine)
        except (SQLAlchemyError, OSError, TooNew) as error:
            self._engine.dispose()
            reason = str(getattr(error, "orig", None) or error)
            reason = words.LATER_VERSION.format(revision=error) if isinstance(error, TooNew) else reason
            raise StateError(wording.STATE_TROUBLE.format(path=path, reason=reason)) from error

    @property
    def engine(self) -> Engine:
        """What connects to it, for those who only look."""
        return self._engine

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session that commits at the end of the block and rolls back when the block raises."""
        # SQLite has one writer anyway; the lock keeps two worker threads from adding the same row twice.
        with self._lock, Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    def deleted(self) -> bool:
        """Tell whether somebody has deleted the file; what it held is still open here."""
        return not self.path.exists()

    def put_back(self) -> None:
        """Write everything that is still open here to a file at the same place. Raises SQLAlchemyError, OSError."""
        fresh = self.path.with_name(f"{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        with self._lock, self._engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(fresh),))
            fresh.chmod(0o600)
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            fresh.rename(self.path)
            connection.invalidate()
            self._engine.dispose()

    def later(self, change: Change) -> None:
        """Make a change at the end of the work that runs now, in its transaction; without one, at once."""
        work = current()
        if work is not None:
            work.changes.append(change)
            return
        with self.session() as session:
            change(session)

    def number(self, table: type[Base]) -> int:
        """Return a number for a new row of `table` that is written later; none is given twice.

        While no numbers can be set aside, they are those of the clock in milliseconds.
        """
        name = table.__tablename__
        with self._numbering:
            found = next(self._numbers.get(name, iter(())), None)
            if found is None:
                self._numbers[name] = self._set_aside(name, table)
                found = next(self._numbers[name])
            return found

    def _set_aside(self, name: str, table: type[Base]) -> Iterator[int]:
        try:
            with self.session() as session:
                row = session.get(_Counter, name)
                if row is None:
                    newest = session.scalar(select(func.max(table.__table__.columns["id"]))) or 0
                    row = _Counter(name=name, value=newest)
                    session.add(row)
                first, row.value = row.value + 1, row.value + NUMBERS
            return iter(range(first, first + NUMBERS))
        except SQLAlchemyError:
            return itertools.islice(itertools.count(time.time_ns() // 1_000_000), NUMBERS)

    def move_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup, in every table that names chats.

        What the group had wins over a row that the supergroup has made meanwhile.
        """
        with self.session() as session:
            move_chat(session, old, new)


def move_chat(session: Session, old: int, new: int) -> None:
    """Do that as a part of a transaction."""
    for table in Base.metadata.sorted_tables:
        if "chat_id" in table.columns and not table.info.get("passing"):
            moved = update(table).where(table.columns["chat_id"] == old).values(chat_id=new)
            session.execute(moved.prefix_with("OR REPLACE"))


def recalled(read: Callable[[], T], otherwise: T) -> T:
    """Return what `read` finds in the database, or something else while nothing can be read: an answer is due."""
    try:
        return read()
    except SQLAlchemyError as error:
        log.error("the bot's memory cannot be read: %s", getattr(error, "orig", None) or error)
        return otherwise


def now() -> datetime:
    """Return the time as the tables keep it: UTC, without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _bring_up(engine: Engine) -> None:
    with engine.begin() as connection:
        bring_up(connection, STEPS)


def _add_columns(engine: Engine) -> None:
    """Add what a file of an earlier version lacks; SQLite refuses a column that old rows have no value for."""
    found = inspect(engine)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            held = {column["name"] for column in found.get_columns(table.name)}
            for column in table.columns:
                if column.name not in held:
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {_definition(column, engine)}")
            for index in table.indexes:
                index.create(connection, checkfirst=True)


def _definition(column: Column[Any], engine: Engine) -> str:
    """Return a column in SQL, with the default that Python code gives new rows."""
    written = str(CreateColumn(column).compile(engine))
    default, literal = column.default, column.type.literal_processor(engine.dialect)
    if literal is None or not isinstance(default, ScalarElementColumnDefault):
        return written
    return f"{written} DEFAULT {literal(default.arg)}"


def _tune(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=1000"):
        connection.execute(f"PRAGMA {pragma}")
