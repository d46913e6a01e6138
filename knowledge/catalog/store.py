"""The catalog's operations: each is one transaction."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select

from knowledge.catalog import rows, schema
from knowledge.catalog.database import ALONE, CATALOG_FILE, engine_from_url, quick_check, sqlite_engine, translated
from knowledge.catalog.records import Entry, Generation, KeptVersion, Served
from knowledge.errors import DataIncompatible, DataLocked
from knowledge.migrating import Steps, TooNew, bring_up, revision
from knowledge.model import RawDocument, StoredPlan

if TYPE_CHECKING:
    import numpy as np

_WRITER = 7_262_321
"""The advisory lock of whoever changes what is live."""
_LOOK_SECONDS = 0.2
_LOOK_SHARE = 50
"""Times that a look at all pages took until the next one."""
Key = tuple[str, str]
"""Plan id and the file's sha256."""
STEPS = Steps(Path(__file__).parent / "migrations", schema.metadata, "catalog_revision")


class Catalog:
    """Plans, passages, facts, embeddings and generations in SQL. Thread-safe; `close` it when done."""

    def __init__(self, engine: Engine, place: str, file: Path | None = None) -> None:
        self._engine = engine
        self._place = place
        self._file = file
        self._identity: tuple[int, int] | None = None
        self._looked_at: tuple[int, int] | None = None
        self._found: str | None = None
        self._look_again = 0.0

    @classmethod
    def open(cls, folder: Path, url: str | None = None) -> Catalog:
        """Open the catalog in `folder`, or the one at `url`, creating its tables when there are none.

        Raises DataIncompatible (newer or damaged), DataUnwritable, DataLocked, SettingsError.
        """
        engine = engine_from_url(url) if url else sqlite_engine(folder)
        place = engine.url.render_as_string(hide_password=True) if url else str(folder / CATALOG_FILE)
        catalog = cls(engine, place, None if url else folder / CATALOG_FILE)
        catalog._looked_at = _written(catalog._file)
        try:
            catalog._prepare()
            catalog._identity = _identity(catalog._file)
        except Exception:
            engine.dispose()
            raise
        return catalog

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def replaced(self) -> bool:
        """Tell whether the catalog's file has been deleted, or another one put in its place, since it was opened."""
        return _identity(self._file) != self._identity

    def damage(self) -> str | None:
        """Return what is wrong with the pages of the file, looked at again once it was written; None when it is sound.

        Whoever reads on may not notice: SQLite reads no page again that it holds. Looking takes a small part of the
        time, however often it is asked for and whatever the size.
        """
        written, began = _written(self._file), time.monotonic()
        if self._file is None or written is None or written == self._looked_at or began < self._look_again:
            return self._found
        try:
            verdict = quick_check(self._file)
        except sqlite3.OperationalError:  # it is locked, or can't be opened now
            return self._found
        self._looked_at, self._found = written, None if verdict == "ok" else _told(self._place, verdict)
        self._look_again = time.monotonic() + _LOOK_SHARE * (time.monotonic() - began)
        return self._found

    # ------------------------------------------------------------------------------------------------ generations

    def live_name(self) -> str | None:
        """Return the name of the generation that serves, or None when nothing has been ingested."""
        with self._transaction() as connection:
            return rows.live_name(connection)

    def live(self) -> Generation | None:
        """Return the generation that serves, or None when nothing has been ingested."""
        with self._transaction() as connection:
            return rows.live(connection)

    def load(self) -> tuple[Generation, tuple[StoredPlan, ...]] | None:
        """Return the live generation and its plans in order of plan id, all from one state of the database."""
        with self._transaction() as connection:
            generation = rows.live(connection)
            if generation is None:
                return None
            return generation, tuple(rows.load_plan(connection, key) for key in generation.plans)

    def serve(self, generation: Generation, made_by: str, take: Callable[[Key, Served], None]) -> list[Key] | None:
        """Hand over how the plans of a generation are served; return those of which that was not made by `made_by`.

        All of one state of the database; None, and nothing handed over, where another generation is live.
        """
        with self._transaction() as connection:
            if rows.live_name(connection) != generation.name:
                return None
            missing = dict.fromkeys(generation.plans)
            for key, served in rows.load_served(connection, generation.plans, made_by):
                take(key, served)
                missing.pop(key)
            return list(missing)

    def keep_served(self, served: Mapping[Key, Served]) -> None:
        """Keep how versions are served."""
        with self._transaction(alone=True) as connection:
            for key, each in served.items():
                rows.keep_served(connection, key, each)

    def plan(self, key: tuple[str, str]) -> StoredPlan:
        """Return one version, which must be there."""
        with self._transaction() as connection:
            return rows.load_plan(connection, key)

    def count(self, key: tuple[str, str]) -> tuple[int, int, int]:
        """Return how many sections, passages and facts a version has."""
        with self._transaction() as connection:
            return rows.count(connection, key)

    def count_passages(self, keys: Iterable[tuple[str, str]]) -> int:
        """Return how many passages these versions have together."""
        with self._transaction() as connection:
            return sum(rows.count_of(connection, schema.passages, key) for key in keys)

    def sources(self, keys: Iterable[tuple[str, str]]) -> tuple[RawDocument, ...]:
        """Return the texts of these plan versions as they were read from their files."""
        with self._transaction() as connection:
            return tuple(rows.load_raw(connection, key) for key in keys)

    def version_keys(self) -> set[tuple[str, str]]:
        """Return plan id and sha256 of every version, live or not."""
        with self._transaction() as connection:
            table = schema.versions
            return {(row.plan_id, row.sha256) for row in connection.execute(select(table.c.plan_id, table.c.sha256))}

    def known_as(self, name: str) -> list[tuple[str, str]]:
        """Return plan id and sha256 of every version, live or not, that goes by this `Entry.known_as`."""
        with self._transaction() as connection:
            table = schema.versions
            found = connection.execute(select(table.c.plan_id, table.c.sha256).where(table.c.known_as == name))
            return sorted((row.plan_id, row.sha256) for row in found)

    def history(self, skip: Collection[str] = ()) -> list[KeptVersion]:
        """Return every version, live or not, in the order in which they went in. skip: plan ids that don't matter."""
        with self._transaction() as connection:
            return rows.load_history(connection, skip)

    def publish(self, generation: Generation, entries: Iterable[Entry], forget: Iterable[str] = ()) -> None:
        """Store new or re-read versions and make `generation` the live one, all or nothing.

        generation.plans may name versions that are stored already. forget: plan ids of which no version is kept.
        """
        with self._transaction() as connection:
            for entry in entries:
                rows.store_entry(connection, entry)
            rows.note_arrivals(connection, rows.live(connection), generation)
            connection.execute(delete(schema.live))
            connection.execute(delete(schema.generation_plans))
            connection.execute(delete(schema.generations))
            rows.store_generation(connection, generation)
            connection.execute(insert(schema.live), {"id": 1, "generation": generation.name})
            for plan_id in forget:
                connection.execute(delete(schema.versions).where(schema.versions.c.plan_id == plan_id))

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Be the only writer of a server's catalog, which the lock of a data folder can't see. Raises DataLocked."""
        if self._engine.dialect.name != "postgresql":
            yield
            return
        with translated(self._place):
            held = self._engine.execution_options(isolation_level="AUTOCOMMIT").connect()
        try:
            self._await_turn(held, patience)
            yield
        finally:
            held.invalidate()  # the server lets the lock go with the connection
            held.close()

    def _await_turn(self, connection: Connection, patience: float) -> None:
        until = time.monotonic() + patience
        with translated(self._place):
            while not connection.execute(select(func.pg_try_advisory_lock(_WRITER))).scalar_one():
                if time.monotonic() >= until:
                    raise DataLocked(f"another process is writing to {self._place}; wait until it has finished")
                time.sleep(_LOOK_SECONDS)

    # ------------------------------------------------------------------------------------------------- embeddings

    def vectors(self, model: str, hashes: Sequence[str]) -> dict[str, np.ndarray]:
        """Return the known vectors (float32, one dimension) of `model` by text hash; unknown hashes are left out."""
        import numpy as np

        table, found = schema.embeddings, {}
        with self._transaction() as connection:
            for part in rows.chunks(list(dict.fromkeys(hashes))):
                query = select(table.c.text_hash, table.c.vector).where(
                    table.c.model == model, table.c.text_hash.in_(part)
                )
                found.update({key: np.frombuffer(blob, dtype="<f4") for key, blob in connection.execute(query)})
        return found

    def keep_vectors(self, model: str, vectors: Mapping[str, np.ndarray]) -> None:
        """Store vectors by text hash; those already known stay as they are."""
        known = self.vectors(model, list(vectors))
        new = [
            {"model": model, "text_hash": key, "vector": vector.astype("<f4").tobytes()}
            for key, vector in vectors.items()
            if key not in known
        ]
        with self._transaction() as connection:
            rows.insert_all(connection, schema.embeddings, new)

    # --------------------------------------------------------------------------------------------------- internal

    @contextmanager
    def _transaction(self, *, alone: bool = False) -> Iterator[Connection]:
        engine = self._engine.execution_options(**{ALONE: True}) if alone else self._engine
        with translated(self._place), engine.begin() as connection:
            yield connection

    def _is_made(self) -> bool:
        """Tell whether the tables are those of today, so that opening writes nothing."""
        with self._transaction() as connection:
            return revision(connection, STEPS) == STEPS.newest and _has_newest(connection)

    def _prepare(self) -> None:
        # Whoever waited for another process to make the tables has to see them in the same transaction.
        server = self._engine.dialect.name == "postgresql"
        options = {"isolation_level": "READ COMMITTED"} if server else {ALONE: not self._is_made()}
        with translated(self._place), self._engine.execution_options(**options).begin() as connection:
            if connection.dialect.name == "sqlite":
                verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
                if verdict != "ok":
                    raise DataIncompatible(_told(self._place, str(verdict)))
            try:
                bring_up(connection, STEPS)
            except TooNew as error:
                raise DataIncompatible(
                    f"{self._place} was written by a later version of this program ({error}); update the program"
                ) from None
            if not _has_newest(connection):
                schema.metadata.create_all(connection)
            if connection.execute(select(schema.meta.c.key)).first() is None:
                connection.execute(insert(schema.meta), {"key": "schema", "value": str(schema.SCHEMA_VERSION)})
            written = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "schema")).scalar()
        if written != str(schema.SCHEMA_VERSION):
            raise DataIncompatible(
                f"{self._place} was written by another version of this program (schema {written}, here "
                f"{schema.SCHEMA_VERSION}); update the program, or use another DATA_DIR"
            )


def _has_newest(connection: Connection) -> bool:
    return all(inspect(connection).has_table(table.name) for table in (schema.arrivals, schema.evidence, schema.served))


def _told(place: str, found: str) -> str:
    return (
        f"{place} is damaged ({' '.join(found.split())}); restore it from a backup, or move it away and run "
        "`python ingest.py` on the plans again"
    )


def _written(file: Path | None) -> tuple[int, int] | None:
    """Return what changes when a file is written; None without the file."""
    try:
        status = file.stat() if file else None
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size) if status else None


def _identity(file: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name: device and inode; None without the file."""
    try:
        status = file.stat() if file else None
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status else None
