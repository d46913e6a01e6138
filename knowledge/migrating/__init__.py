"""Schemas that change: Alembic's steps for one database, taken when it is opened.

A step is a module `vNNNN_what.py` in a folder of steps, with `upgrade` and, where it can be taken back, `downgrade`;
NNNN is its revision. A new database is made whole and marked as newest; one that no step has marked is of the release
before there were steps, which is revision 0001. Steps between two releases are made one, under the last one's number,
which leaves alone what is there: a database that is marked with one of the others takes it from the release on.
Alembic itself is only loaded when a step has to be taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, func, inspect, select

FIRST = "0001"
_LOCK = 7_262_319


class TooNew(Exception):
    """The database is of a later version of the program; `str(error)` is its revision."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one database. folder: where they lie; metadata: its tables as they are now; table: where a
    database keeps its revision, so that two may share one server."""

    folder: Path
    metadata: MetaData
    table: str

    @property
    def newest(self) -> str:
        """The revision that the program needs."""
        return max(self.known)

    @property
    def known(self) -> frozenset[str]:
        """Every revision."""
        return frozenset(path.name[1:5] for path in self.folder.glob("v[0-9]*.py"))


def revision(connection: Connection, steps: Steps) -> str | None:
    """Return the revision of a database; None for an empty one."""
    held = set(inspect(connection).get_table_names())
    if steps.table in held:
        marks = Table(steps.table, MetaData(), Column("version_num", String(32)))
        mark: str | None = connection.execute(select(marks.c.version_num)).scalar()
        if mark is not None:
            return mark
    return FIRST if held & set(steps.metadata.tables) else None


def bring_up(connection: Connection, steps: Steps) -> str | None:
    """Bring a database to the newest revision, within the caller's transaction; return the one it had.

    Raises TooNew, and SQLAlchemyError with nothing changed where the database can take schema changes back.
    """
    found = revision(connection, steps)
    if found == steps.newest:
        return found
    if connection.dialect.name == "postgresql":  # one process takes the steps, the others find them taken
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        found = revision(connection, steps)
    if found == steps.newest:
        return found
    if found is None:
        steps.metadata.create_all(connection)
        _run(connection, steps, "stamp", steps.newest)
        return None
    if found > steps.newest:
        raise TooNew(found)
    begin = max(each for each in steps.known if each <= found)
    if begin != found or steps.table not in inspect(connection).get_table_names():
        _run(connection, steps, "stamp", begin, purge=True)  # from a mark that is no step's any more none leads on
    _run(connection, steps, "upgrade", steps.newest)
    return found


def take_back(connection: Connection, steps: Steps, target: str) -> None:
    """Bring a database back to an earlier revision. Raises ValueError for one that is not known."""
    if target not in steps.known:
        raise ValueError(target)
    if revision(connection, steps) == target:
        return
    _run(connection, steps, "downgrade", target)


def _run(connection: Connection, steps: Steps, command: str, target: str, **more: bool) -> None:
    """Run one of Alembic's commands; it is loaded here."""
    from alembic import command as commands
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("version_locations", str(steps.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes.update(connection=connection, metadata=steps.metadata, table=steps.table)
    getattr(commands, command)(config, target, **more)
