"""The bot's memory as a whole, from where it is kept to another database: every table, counted and compared."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from bot.memory.database import STEPS, Database, file_engine, server_engine
from bot.memory.state import MEMORY
from knowledge.errors import DataIncompatible, DataMissing
from knowledge.operation.moving import move
from knowledge.settings import Settings


def is_kept(settings: Settings) -> bool:
    """Tell whether there is a memory."""
    return settings.server_url is not None or (settings.data_dir / MEMORY).exists()


def move_memory(settings: Settings, target: str | Path) -> dict[str, int]:
    """Copy the memory to a server (by its URL) or into a file, both empty; return the rows of each table.

    Raises DataMissing, DataUnwritable (the target holds something), DataIncompatible, StateError.
    """
    if not is_kept(settings):
        raise DataMissing(f"there is no {MEMORY} in {settings.data_dir}")
    Database(settings.data_dir / MEMORY, settings.server_url).close()  # which brings it up
    source = memory_engine(settings)
    to = file_engine(target) if isinstance(target, Path) else server_engine(target)
    try:
        if source.url == to.url:
            raise DataIncompatible("the memory is there already")
        return move(source, to, STEPS)
    finally:
        source.dispose()
        to.dispose()


def memory_engine(settings: Settings) -> Engine:
    """Return what reads the memory where these settings keep it, one state of it in each transaction."""
    if settings.server_url is None:
        return file_engine(settings.data_dir / MEMORY)
    return server_engine(settings.server_url).execution_options(isolation_level="REPEATABLE READ")
