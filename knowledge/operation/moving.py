"""Moving what a database holds into another one: every table, counted and compared row by row.

The target must hold nothing of ours; it is filled in one transaction, so that a move that fails leaves it as it was.
The source is only read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Table, func, insert, inspect, select

from knowledge.catalog.database import engine_from_url, sqlite_engine, translated
from knowledge.catalog.store import STEPS
from knowledge.corrections.store import STEPS as CORRECTIONS
from knowledge.corrections.store import Corrections, corrections_engine
from knowledge.errors import DataIncompatible, DataUnwritable
from knowledge.migrating import Steps, bring_up, revision
from knowledge.settings import Settings
from knowledge.upkeep import open_catalog

_AT_ONCE = 500


def move_catalog(settings: Settings, url: str) -> dict[str, int]:
    """Copy the catalog of the data folder (or of DATABASE_URL) to the database at `url`; see `move`."""
    target = engine_from_url(url)
    place = target.url.render_as_string(hide_password=True)
    open_catalog(settings, create=False).close()  # which brings it up, and refuses what can't be read
    source = engine_from_url(settings.database_url) if settings.database_url else sqlite_engine(settings.data_dir)
    try:
        if source.url == target.url:
            raise DataUnwritable(f"{place} is where the catalog is already")
        with translated(place):
            return move(source, target, STEPS)
    finally:
        source.dispose()
        target.dispose()


def move_corrections(settings: Settings, target: str | Path) -> dict[str, int]:
    """Copy what administrators have corrected to the database at a URL or into a file, both without any; see `move`.

    Returns {} where nothing was ever corrected.
    """
    if not Corrections(settings).changes():
        return {}
    source = corrections_engine(settings)
    to = sqlite_engine(target.parent, target.name) if isinstance(target, Path) else engine_from_url(target)
    try:
        with translated(to.url.render_as_string(hide_password=True)):
            return move(source, to, CORRECTIONS)
    finally:
        source.dispose()
        to.dispose()


def move(source: Engine, target: Engine, steps: Steps) -> dict[str, int]:
    """Copy every table of `steps` and return the rows of each; both ends are of the newest revision afterwards.

    Raises DataUnwritable (the target holds something), DataIncompatible (the source is older, or the copy differs).
    """
    with source.connect() as held, target.begin() as fresh:
        if revision(held, steps) != steps.newest:
            raise DataIncompatible("the database to move was not opened by this version yet; start the program once")
        taken = [table.name for table in steps.metadata.sorted_tables if _rows(fresh, table)]
        if taken:
            raise DataUnwritable(f"the target holds rows already ({', '.join(taken)}); give an empty database")
        bring_up(fresh, steps)
        counts = {table.name: _copy(held, fresh, table) for table in steps.metadata.sorted_tables}
        for table in steps.metadata.sorted_tables:
            if _digest(held, table) != _digest(fresh, table):
                raise DataIncompatible(f"{table.name} did not arrive as it was; nothing was moved")
            _number_on(fresh, table)
    return counts


def _rows(connection: Connection, table: Table) -> int:
    if not inspect(connection).has_table(table.name):
        return 0
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _copy(source: Connection, target: Connection, table: Table) -> int:
    count = 0
    target.execute(table.delete())  # what a new database is given at once, such as its schema's mark
    for rows in _parts(source, table):
        target.execute(insert(table), rows)
        count += len(rows)
    return count


def _parts(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    key = list(table.primary_key.columns)
    found = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*key)).mappings()
    for part in found.partitions(_AT_ONCE):
        yield [dict(row) for row in part]


def _digest(connection: Connection, table: Table) -> tuple[int, str]:
    """Return how many rows a table has, and a digest of all of them that no order and no database changes."""
    total, count = 0, 0
    for rows in _parts(connection, table):
        count += len(rows)
        for row in rows:
            line = repr([(name, _plain(row[name])) for name in sorted(row)])
            total = (
                total + int.from_bytes(hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest()[:16])
            ) % 2**128
    return count, f"{total:032x}"


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "")  # PostgreSQL's texts hold none
    return bytes(value) if isinstance(value, memoryview | bytearray) else value


def _number_on(connection: Connection, table: Table) -> None:
    """Let the target give new rows numbers after those that it was given."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key.columns:
        if isinstance(column.type, Integer) and column.autoincrement and len(table.primary_key.columns) == 1:
            sequence = connection.execute(select(func.pg_get_serial_sequence(table.name, column.name))).scalar()
            if sequence is not None:
                highest = connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
                connection.execute(select(func.setval(sequence, highest + 1, False)))
