"""`python -m bot status`: how the bot of this data folder is, for people or as JSON, whether or not it runs."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import SQLAlchemyError

import knowledge
from bot.memory.database import server_engine
from bot.memory.state import MEMORY
from bot.operation import pulse, words
from bot.operation.health import Queue, queues, reminders_ahead
from knowledge.errors import DataMissing, KnowledgeError
from knowledge.operation.census import Census, census, free_bytes
from knowledge.settings import Settings


@dataclass(frozen=True, slots=True)
class Status:
    """running: a fresh pulse is there; trouble: why something below could not be told."""

    version: str
    running: bool
    data_dir: str
    collection: Census | None
    queues: dict[str, Queue]
    reminders: int
    disk_free: int
    pulse: pulse.Pulse | None
    trouble: tuple[str, ...]


def status(settings: Settings) -> Status:
    """Look at the data folder without changing it."""
    trouble: list[str] = []
    collection = None
    try:
        collection = census(settings)
    except DataMissing:
        trouble.append(words.NOTHING_LIVE)
    except KnowledgeError as error:
        trouble.append(str(error))
    waiting, reminders = _memory(settings, trouble)
    last = pulse.read(settings.data_dir)
    running = last is not None and time.time() - last.at < pulse.FRESH_SECONDS
    free = free_bytes(settings.data_dir)
    folder = str(settings.data_dir)
    version = knowledge.__version__
    return Status(version, running, folder, collection, waiting, reminders, free, last, tuple(trouble))


def as_json(found: Status) -> str:
    """Return one line of JSON."""
    return json.dumps(asdict(found), ensure_ascii=False)


def as_text(found: Status) -> str:
    """Return what a person reads."""
    lines = [words.STATUS_RUNNING if found.running else words.STATUS_STOPPED]
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


def _memory(settings: Settings, trouble: list[str]) -> tuple[dict[str, Queue], int]:
    path = settings.data_dir / MEMORY
    if settings.server_url is None and not path.exists():
        return {}, 0
    engine = _reader(path) if settings.server_url is None else server_engine(settings.server_url)
    try:
        return queues(engine), reminders_ahead(engine)
    except SQLAlchemyError as error:
        trouble.append(words.MEMORY_AWAY.format(reason=type(error).__name__))
        return {}, 0
    finally:
        engine.dispose()


def _reader(path: Path) -> Engine:
    return create_engine(f"sqlite:///file:{path}?mode=ro&uri=true")


def _clock(at: float) -> str:
    return f"{datetime.fromtimestamp(at):%H:%M:%S %d/%m/%Y}"
