"""How the bot is, in one look: what `/healthz`, the metrics and `python -m bot status` tell.

Every check blocks for a moment and is made in a thread. A check that fails names the fix in Vietnamese.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from bot.operation import words
from knowledge.errors import KnowledgeError
from knowledge.operation.census import free_bytes

LEAST_FREE = 200_000_000
"""Bytes; with less, the next backup or generation may fail."""
POLL_SECONDS = 120.0
"""A bot that polls hears from Telegram every half minute."""
LATE_SECONDS = 300.0
"""An answer that waits longer is late."""
QUEUES = {
    "inbox": "SELECT count(*), min(got_at) FROM inbox WHERE NOT done",
    "outbox": "SELECT count(*), min(made_at) FROM outbox WHERE state IN ('waiting', 'sending')",
}
"""What counts the rows of each queue, and says since when the oldest waits (UTC)."""
_REMINDERS = "SELECT count(*) FROM reminders WHERE state IN ('waiting', 'sending')"


@dataclass(frozen=True, slots=True)
class Queue:
    """rows: that wait; seconds: age of the oldest, 0 without any."""

    rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Check:
    """One question about the bot's health and its answer, for people."""

    name: str
    ok: bool
    told: str


def queues(engine: Engine) -> dict[str, Queue]:
    """Return the queues that the bot's memory has. Raises SQLAlchemyError."""
    with engine.connect() as connection:
        held = set(inspect(connection).get_table_names())
        return {name: _queue(connection, sql) for name, sql in QUEUES.items() if name in held}


def reminders_ahead(engine: Engine) -> int:
    """Return how many reminders lie ahead. Raises SQLAlchemyError."""
    with engine.connect() as connection:
        if "reminders" not in inspect(connection).get_table_names():
            return 0
        return int(connection.execute(text(_REMINDERS)).scalar_one())


def _queue(connection: Connection, sql: str) -> Queue:
    count, oldest = connection.execute(text(sql)).one()
    return Queue(int(count), _age(oldest))


def _age(since: Any) -> float:
    """Return seconds since a time in UTC, as SQLite (text) or PostgreSQL gives it; 0 for none."""
    if since is None:
        return 0.0
    at = datetime.fromisoformat(since) if isinstance(since, str) else since
    return max(0.0, (datetime.now(UTC).replace(tzinfo=None) - at).total_seconds())


class Checkup:
    """The checks of one running bot.

    data_dir: whose disk is looked at; engine: of the bot's memory; live: names the generation that serves; polled:
    the time (Unix) of the last good poll, 0 before the first, None when updates come another way; vectors: what is
    wrong with the Chroma server, None for nothing.
    """

    def __init__(
        self,
        data_dir: Path,
        engine: Engine,
        live: Callable[[], str | None],
        polled: Callable[[], float | None],
        vectors: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._vectors = vectors
        self._data_dir, self._engine, self._live, self._polled = data_dir, engine, live, polled
        self._began = time.time()
        self._turn = threading.Lock()

    def look(self) -> tuple[Check, ...]:
        """Return every check, made now."""
        with self._turn:
            return (self._memory(), self._catalog(), self._chroma(), self._telegram(), self._disk())

    def _memory(self) -> Check:
        try:
            found = queues(self._engine)
        except SQLAlchemyError as error:
            return Check("memory", False, words.MEMORY_AWAY.format(reason=type(error).__name__))
        late = {name: queue for name, queue in found.items() if queue.seconds > LATE_SECONDS}
        if late:
            name, queue = next(iter(late.items()))
            return Check("memory", False, words.LATE.format(name=name, rows=queue.rows, seconds=round(queue.seconds)))
        return Check("memory", True, words.WAITING.format(rows=sum(queue.rows for queue in found.values())))

    def _catalog(self) -> Check:
        try:
            name = self._live()
        except (KnowledgeError, SQLAlchemyError) as error:
            return Check("catalog", False, words.CATALOG_AWAY.format(reason=error))
        return Check("catalog", name is not None, name or words.NOTHING_LIVE)

    def _chroma(self) -> Check:
        trouble = self._vectors()
        return Check("chroma", trouble is None, words.CHROMA_AWAY.format(reason=trouble) if trouble else words.WELL)

    def _telegram(self) -> Check:
        polled = self._polled()
        if polled is None:
            return Check("telegram", True, words.NO_POLLING)
        silent = time.time() - (polled or self._began)
        ok = silent < POLL_SECONDS
        said = words.POLLED if polled else words.NOT_POLLED
        return Check("telegram", ok, said.format(seconds=round(silent)))

    def _disk(self) -> Check:
        free = free_bytes(self._data_dir)
        return Check("disk", free >= LEAST_FREE, words.DISK.format(gigabytes=free / 1e9))
