"""How the bot is, in one look: what `/healthz`, the metrics and `python -m bot status` tell.

Every check blocks for a moment and is made in a thread. A check that fails names the fix in Vietnamese.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

import knowledge
from bot import words
from bot.memory import server_engine
from bot.memory.state import MEMORY
from knowledge.errors import DataAway, DataMissing, KnowledgeError
from knowledge.operation.census import Census, census, free_bytes
from knowledge.settings import Settings

# --------------------------------------------------------------------------------------------------------------- checks

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
    the time (Unix) of the last good poll, 0 before the first, None when updates come another way, or to another
    process; vectors: what is wrong with the Chroma server, None for nothing; since: from when on this process polls
    (Unix).
    """

    def __init__(
        self,
        data_dir: Path,
        engine: Engine,
        live: Callable[[], str | None],
        polled: Callable[[], float | None],
        vectors: Callable[[], str | None] = lambda: None,
        since: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self._vectors, self._since = vectors, since
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
        silent = time.time() - max(polled, self._since() or self._began)
        said = words.POLLED if polled and silent < POLL_SECONDS else words.NOT_POLLED
        return Check("telegram", silent < POLL_SECONDS, said.format(seconds=round(silent)))

    def _disk(self) -> Check:
        free = free_bytes(self._data_dir)
        return Check("disk", free >= LEAST_FREE, words.DISK.format(gigabytes=free / 1e9))


# ------------------------------------------------------------------------------------------------------------ the pulse

FILE, ROOM_FILE = "pulse.json", "pulse-room.json"
"""Of the bot, and of a reading room that is a process of its own."""
BEAT_SECONDS = 15.0
FRESH_SECONDS = 4 * BEAT_SECONDS


@dataclass(frozen=True, slots=True)
class Pulse:
    """at, started, last_poll, last_error_at: Unix time; last_error: a line of the log, without its traceback;
    waits_for: why the start is not over; stands_by: another process of the bot polls."""

    pid: int
    version: str
    started: float
    at: float
    last_poll: float | None
    last_error: str | None
    last_error_at: float | None
    waits_for: str | None = None
    stands_by: bool = False

    @property
    def fresh(self) -> bool:
        """Whether the process was alive a moment ago."""
        return time.time() - self.at < FRESH_SECONDS


def write_pulse(folder: Path, pulse: Pulse, file: str = FILE) -> None:
    """Put the file in place; a full disk or a missing folder is passed over, for the pulse is no more than a sign."""
    aside = folder / f".{file}.{os.getpid()}"
    with suppress(OSError):
        aside.write_text(json.dumps(asdict(pulse), ensure_ascii=False), "utf-8")
        aside.replace(folder / file)


def read_pulse(folder: Path, file: str = FILE) -> Pulse | None:
    """Return the last pulse, None when there is none that can be read."""
    try:
        written: dict[str, Any] = json.loads((folder / file).read_text("utf-8"))
        return Pulse(**written)
    except (OSError, ValueError, TypeError):
        return None


def forget_pulse(folder: Path, file: str = FILE) -> None:
    """Take the file away at an orderly end."""
    with suppress(OSError):
        (folder / file).unlink(missing_ok=True)


# --------------------------------------------------------------------------------------------------------------- status


@dataclass(frozen=True, slots=True)
class Status:
    """running: a fresh pulse of the bot is there; room: the pulse of a reading room on its own, as long as it is fresh;
    trouble: why something below could not be told."""

    version: str
    running: bool
    data_dir: str
    collection: Census | None
    queues: dict[str, Queue]
    reminders: int
    disk_free: int
    pulse: Pulse | None
    room: Pulse | None
    trouble: tuple[str, ...]


def status(settings: Settings) -> Status:
    """Look at the data folder without changing it."""
    trouble: list[str] = []
    collection = None
    try:
        collection = census(settings)
    except DataMissing:
        trouble.append(words.NOTHING_LIVE)
    except DataAway as error:
        trouble.append(words.SERVER_TROUBLE.format(place=error.place, reason=error.reason))
    except KnowledgeError as error:
        trouble.append(str(error))
    waiting, reminders = _memory(settings, trouble)
    last, room = read_pulse(settings.data_dir), read_pulse(settings.data_dir, ROOM_FILE)
    room = room if room is not None and room.fresh else None
    running = last is not None and last.fresh
    free = free_bytes(settings.data_dir)
    folder = str(settings.data_dir)
    version = knowledge.__version__
    return Status(version, running, folder, collection, waiting, reminders, free, last, room, tuple(trouble))


def as_json(found: Status) -> str:
    """Return one line of JSON."""
    return json.dumps(asdict(found), ensure_ascii=False)


def as_text(found: Status) -> str:
    """Return what a person reads."""
    lines = [_told_of_the_bot(found)]
    if found.room is not None:
        lines.append(words.STATUS_ROOM if not found.room.waits_for else _waiting(words.STATUS_ROOM, found.room))
    lines.append(words.STATUS_VERSION.format(version=found.version, folder=found.data_dir))
    if found.collection is not None:
        lines.append(words.STATUS_PLANS.format(**asdict(found.collection)))
        if found.collection.model != found.collection.wanted:
            lines.append(words.STATUS_OTHER_MODEL.format(wanted=found.collection.wanted))
    lines += [
        words.STATUS_QUEUE.format(name=words.QUEUES.get(name, name), rows=queue.rows, seconds=round(queue.seconds))
        for name, queue in found.queues.items()
    ]
    lines.append(words.STATUS_REMINDERS.format(rows=found.reminders))
    lines.append(words.DISK.format(gigabytes=found.disk_free / 1e9))
    if found.pulse is not None:
        if found.pulse.last_poll:
            lines.append(words.STATUS_POLL.format(at=_clock(found.pulse.last_poll)))
        if found.pulse.last_error and found.pulse.last_error_at:
            lines.append(words.STATUS_ERROR.format(at=_clock(found.pulse.last_error_at), told=found.pulse.last_error))
    return "\n".join([*lines, *found.trouble])


def _told_of_the_bot(found: Status) -> str:
    if not found.running or found.pulse is None:
        return words.STATUS_STOPPED
    if found.pulse.waits_for:
        return _waiting(words.STATUS_RUNNING, found.pulse)
    return words.STATUS_STANDS_BY if found.pulse.stands_by else words.STATUS_RUNNING


def _waiting(said: str, pulse: Pulse) -> str:
    return f"{said} {words.STATUS_WAITS.format(reason=pulse.waits_for)}"


def _memory(settings: Settings, trouble: list[str]) -> tuple[dict[str, Queue], int]:
    path = settings.data_dir / MEMORY
    if settings.server_url is None and not path.exists():
        return {}, 0
    reader = f"sqlite:///file:{path}?mode=ro&uri=true"
    engine = create_engine(reader) if settings.server_url is None else server_engine(settings.server_url)
    try:
        return queues(engine), reminders_ahead(engine)
    except SQLAlchemyError as error:
        trouble.append(words.MEMORY_AWAY.format(reason=type(error).__name__))
        return {}, 0
    finally:
        engine.dispose()


def _clock(at: float) -> str:
    return f"{datetime.fromtimestamp(at):%H:%M:%S %d/%m/%Y}"
