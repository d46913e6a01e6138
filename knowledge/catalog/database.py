"""Opening the catalog's database: SQLite in the data folder, or any other by URL."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from knowledge.errors import DataAway, DataIncompatible, DataLocked, DataUnwritable, KnowledgeError, SettingsError
from knowledge.migrating.journal import write_ahead

CATALOG_FILE = "catalog.sqlite3"
ALONE = "alone"
"""The execution option of SQLite's transactions that wait for every writer before they read, as who reads can't."""
_BUSY_MS = 15_000
_LEAST_FREE = 1_000_000


def sqlite_engine(folder: Path, name: str = CATALOG_FILE) -> Engine:
    """Open (or create) an SQLite file in `folder`; a folder that can't be written is read through a private copy.

    SQLite's WAL needs to write beside the database even to read it, which a read-only folder doesn't allow.
    """
    path = folder / name
    if path.exists() and not os.access(folder, os.W_OK):
        path = _private_copy(path)
    return _with_pragmas(create_engine(f"sqlite:///{path}"))


def engine_from_url(url: str) -> Engine:
    """Connect to the database that DATABASE_URL names; raises SettingsError when it names none that can be used."""
    try:
        # PostgreSQL shows each transaction one state of the catalog, as SQLite does, only when asked to.
        level = {"isolation_level": "REPEATABLE READ"} if url.startswith("postgresql") else {}
        engine = create_engine(url, pool_pre_ping=True, **level)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        reason = "its driver is not installed" if isinstance(error, ImportError) else "it is not a known database URL"
        raise SettingsError(f"DATABASE_URL cannot be used: {reason}; see .env.example") from None
    return _with_pragmas(engine) if engine.dialect.name == "sqlite" else engine


def quick_check(path: Path) -> str:
    """Return "ok" when the pages of a file belong together, else what SQLite finds wrong; read anew from the disk.

    Raises sqlite3.OperationalError when it can't be looked at now.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as held:
            return str(held.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return str(error)


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn the database's errors into ours; `place` names the database without its password."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error):
            raise _of_the_server(error, place) from error
        reason = str(error.orig).lower()
        if "locked" in reason or "busy" in reason:
            raise DataLocked(f"{place} is in use by another process; try again when it has finished") from error
        if "readonly" in reason or "read-only" in reason or "unable to open" in reason:
            raise DataUnwritable(f"{place} cannot be written; give this user write access to it") from error
        if "full" in reason or ("disk i/o" in reason and _is_full(place)):
            raise DataUnwritable(f"{place} cannot grow: the disk is full; free some space") from error
        raise DataIncompatible(
            f"{place} cannot be read ({type(error.orig).__name__}); restore it from a backup, or move it away and run "
            "`python ingest.py` on the plans again"
        ) from error
    except SQLAlchemyError as error:
        raise DataIncompatible(f"{place} cannot be used ({type(error).__name__})") from error
    except (ValueError, LookupError, TypeError) as error:  # bytes that are no longer what was written
        raise DataIncompatible(
            f"{place} is damaged ({type(error).__name__}); restore it from a backup, or move it away and run "
            "`python ingest.py` on the plans again"
        ) from error


_PASSES = ("starting up", "shutting down", "recovery", "too many", "remaining connection slots", "terminating")


def _of_the_server(error: OperationalError, place: str) -> KnowledgeError:
    """Tell a server that is away, or busy for now, from one that will never let us in."""
    reason = (str(error.orig).strip().splitlines() or [type(error.orig).__name__])[0]
    if "FATAL" in reason and not any(passing in reason for passing in _PASSES):
        return SettingsError(f"DATABASE_URL cannot be used: {reason}; see .env.example")
    return DataAway(place, reason)


def _is_full(place: str) -> bool:
    """Tell whether the disk of a file has no room for another page or two."""
    try:
        return shutil.disk_usage(Path(place).parent).free < _LEAST_FREE
    except (OSError, ValueError):
        return False


def _private_copy(path: Path) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="so-tay-catalog-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for part in (path, path.with_name(path.name + "-wal")):
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return folder / path.name


def _with_pragmas(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, so that reads see one state, too
        for pragma in (f"busy_timeout={_BUSY_MS}", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        write_ahead(connection, _BUSY_MS / 1000)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        alone = connection.get_execution_options().get(ALONE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")

    return engine
