"""A copy of an SQLite file while others write to it, and what is in it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from knowledge.catalog import schema
from knowledge.errors import DataIncompatible

_MAGIC = b"SQLite format 3\0"
_PATIENCE = 30.0  # seconds to wait for a writer that holds the file


def is_sqlite(path: Path) -> bool:
    """Tell whether a file is an SQLite database, whatever its name; an empty one is none yet."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def copy_sqlite(source: Path, target: Path) -> None:
    """Write one state of `source` to `target` by SQLite's own backup; its writers go on meanwhile.

    Raises DataIncompatible when the file cannot be read.
    """
    mode = "rw" if os.access(source, os.W_OK) and os.access(source.parent, os.W_OK) else "ro"
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode={mode}", _PATIENCE, uri=True)) as held,
            closing(sqlite3.connect(target)) as copy,
        ):
            held.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, no company
    except sqlite3.Error as error:
        raise DataIncompatible(f"{source} cannot be copied ({error}); it may be damaged") from error


def count_rows(path: Path) -> dict[str, int]:
    """Return how many rows each table of a sound SQLite file holds. Raises DataIncompatible when it is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as held:
            (verdict,) = held.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise DataIncompatible(f"{path.name} is damaged ({verdict})")
            names = [name for (name,) in held.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            tables = sorted(name for name in names if not name.startswith("sqlite_"))
            quoted = [(name, name.replace('"', '""')) for name in tables]
            return {name: held.execute(f'SELECT count(*) FROM "{safe}"').fetchone()[0] for name, safe in quoted}  # noqa: S608
    except sqlite3.Error as error:
        raise DataIncompatible(f"{path.name} cannot be read ({error})") from error


def live_plans(catalog: Path) -> int:
    """Return how many plans serve, by a copy of the catalog's file; 0 without the file."""
    if not catalog.exists():
        return 0
    held, live = schema.generation_plans, schema.live
    served = select(func.count()).select_from(held.join(live, live.c.generation == held.c.generation))
    engine = create_engine(f"sqlite:///{catalog}")
    try:
        with engine.connect() as connection:
            return int(connection.execute(served).scalar_one())
    except SQLAlchemyError as error:
        raise DataIncompatible(f"{catalog.name} is no catalog of this program") from error
    finally:
        engine.dispose()
