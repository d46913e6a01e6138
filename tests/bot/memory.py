"""The bot's memory for a test: a file, or a database of its own on the server that TEST_DATABASE_URL names."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from bot.memory.state import MEMORY, State


def memory(folder: Path) -> State:
    """Open the memory that belongs to `folder`."""
    server = os.environ.get("TEST_DATABASE_URL")
    if server:
        return State(folder / MEMORY, url=database(server, str(folder)))
    if (folder / MEMORY).exists():
        return State(folder / MEMORY)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MEMORY).write_bytes(_empty())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.memory._bring_up", lambda *_: None)  # every table is there
        return State(folder / MEMORY)


@cache
def _empty() -> bytes:
    """Return a file with every table, which takes longer to make than most tests to run."""
    with TemporaryDirectory() as folder:
        State(Path(folder) / MEMORY).close()
        return (Path(folder) / MEMORY).read_bytes()


def database(server: str, name: str) -> str:
    """Return the URL of the database that belongs to `name`; made empty when it is not there yet."""
    own = f"t{hashlib.sha256(name.encode()).hexdigest()[:16]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        held = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": own}).scalar()
        if held is None:
            connection.execute(text(f"CREATE DATABASE {own} TEMPLATE template0 ENCODING 'UTF8'"))
    admin.dispose()
    return f"{server.rpartition('/')[0]}/{own}"
