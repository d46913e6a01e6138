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
        url, is_new = _own(server, str(folder), _with_tables(server))
    else:
        url, is_new = None, not (folder / MEMORY).exists()
        if is_new:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / MEMORY).write_bytes(_empty())
    with pytest.MonkeyPatch.context() as patch:
        if is_new:
            patch.setattr("bot.memory._bring_up", lambda *_: None)  # every table is there
        return State(folder / MEMORY, url=url)


@cache
def _empty() -> bytes:
    """Return a file with every table, which takes longer to make than most tests to run."""
    with TemporaryDirectory() as folder:
        State(Path(folder) / MEMORY).close()
        return (Path(folder) / MEMORY).read_bytes()


@cache
def _with_tables(server: str) -> str:
    """Return the name of a database with every table, that others are copied from."""
    url = database(server, "every table")
    with TemporaryDirectory() as folder:
        State(Path(folder) / MEMORY, url=url).close()
    return url.rpartition("/")[2]


def database(server: str, name: str) -> str:
    """Return the URL of the database that belongs to `name`; made empty when it is not there yet."""
    return _own(server, name, "template0")[0]


def _own(server: str, name: str, template: str) -> tuple[str, bool]:
    """Return the URL of the database that belongs to `name`, and whether it was copied from `template` just now."""
    own = f"t{hashlib.sha256(name.encode()).hexdigest()[:16]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        held = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": own}).scalar()
        if held is None:
            connection.execute(text(f"CREATE DATABASE {own} TEMPLATE {template} ENCODING 'UTF8'"))
    admin.dispose()
    return f"{server.rpartition('/')[0]}/{own}", held is None
