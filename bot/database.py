"""The bot's own database: one SQLite file for the tables of every module that declares some on `Base`.

A module that keeps something declares its tables on `Base`, takes the `Database` that `State` holds, and is
imported by `bot.app`, so that the tables exist before the file is opened. A later version may declare more tables, and
more columns that may be NULL or have a plain default: an older file gets them when it is opened.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, create_engine, event, inspect, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bot import wording


class StateError(Exception):
    """The bot's own database cannot be used; the message is for the operator and names the fix."""


class Base(DeclarativeBase):
    """The bot's tables. A column `user_id` is a person's numeric id, `chat_id` a chat's."""


class Database:
    """An open file; every session is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or create the file with every table. Raises StateError when that is impossible."""
        self.path = path
        self._lock = threading.Lock()
        self._engine = create_engine(f"sqlite:///{path}", json_serializer=lambda v: json.dumps(v, ensure_ascii=False))
        event.listen(self._engine, "connect", _tune)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            Base.metadata.create_all(self._engine)
            _add_columns(self._engine)
        except (SQLAlchemyError, OSError) as error:
            self._engine.dispose()
            reason = str(getattr(error, "orig", None) or error)
            raise StateError(wording.STATE_TROUBLE.format(path=path, reason=reason)) from error

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session that commits at the end of the block and rolls back when the block raises."""
        # SQLite has one writer anyway; the lock keeps two worker threads from adding the same row twice.
        with self._lock, Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    def move_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup, in every table that names chats.

        What the group had wins over a row that the supergroup has made meanwhile. A claim on a row is over, for
        whoever holds it could not send to the old chat.
        """
        with self.session() as session:
            for table in Base.metadata.sorted_tables:
                if "chat_id" in table.columns:
                    free = {"held_until": None} if "held_until" in table.columns else {}
                    moved = update(table).where(table.columns["chat_id"] == old).values(chat_id=new, **free)
                    session.execute(moved.prefix_with("OR REPLACE"))


def now() -> datetime:
    """Return the time as the tables keep it: UTC, without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _add_columns(engine: Engine) -> None:
    """Add what a file of an earlier version lacks; SQLite refuses a column that old rows have no value for."""
    found = inspect(engine)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            held = {column["name"] for column in found.get_columns(table.name)}
            for column in table.columns:
                if column.name not in held:
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {_definition(column, engine)}")
            for index in table.indexes:
                index.create(connection, checkfirst=True)


def _definition(column: Column[Any], engine: Engine) -> str:
    """Return a column in SQL, with the default that Python code gives new rows."""
    written = str(CreateColumn(column).compile(engine))
    default, literal = column.default, column.type.literal_processor(engine.dialect)
    if literal is None or not isinstance(default, ScalarElementColumnDefault):
        return written
    return f"{written} DEFAULT {literal(default.arg)}"


def _tune(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
