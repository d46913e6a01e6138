"""What the bot remembers: its own database, an SQLite file or PostgreSQL."""

from __future__ import annotations

import itertools
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from urllib.parse import quote

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Exists,
    Integer,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    delete,
    event,
    exists,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from bot import words
from bot.memory.work import Change, current
from knowledge.migrating import Steps, TooNew, bring_up
from knowledge.migrating.journal import write_ahead

log = logging.getLogger(__name__)
T = TypeVar("T")


class StateError(Exception):
    """The bot's own database cannot be used; the message is for the operator and names the fix."""


class Base(DeclarativeBase):
    """The bot's tables. A column `user_id` is a person's numeric id, `chat_id` a chat's."""

    # SQLite counts rows in a column of this very type only, which holds as much.
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger().with_variant(Integer, "sqlite")}


_TURN = 7_262_320
"""The advisory lock of a server by which transactions of all processes take turns."""
NUMBERS = 200
"""Numbers of new rows that are set aside at a time."""


class _Counter(Base):
    """Up to which number those of a table are set aside."""

    __tablename__ = "counters"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[int]


STEPS = Steps(Path(__file__).parents[1] / "operation" / "migrations", Base.metadata, "memory_revision")


class Database:
    """An open database; every session is one transaction, and one at a time whatever processes there are."""

    def __init__(self, path: Path, url: str | None = None) -> None:
        """Open or create it with every table: the file at `path`, or the database that a server has at `url`.

        Raises StateError when that is impossible.
        """
        self.path, self.served = path, url is not None
        self._lock = threading.Lock()
        self._numbers: dict[str, Iterator[int]] = {}
        self._numbering = threading.Lock()
        self.engine = server_engine(url) if url else file_engine(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not url:
                path.touch(mode=0o600)
                path.chmod(0o600)  # SQLite gives the files beside it the same mode
            _bring_up(self.engine, path if url else None)
        except (SQLAlchemyError, OSError, TooNew) as error:
            self.engine.dispose()
            reason = str(getattr(error, "orig", None) or error)
            reason = words.LATER_VERSION.format(revision=error) if isinstance(error, TooNew) else reason
            raise StateError(self.trouble(reason)) from error

    def trouble(self, reason: str) -> str:
        """Say what is wrong with it, and what to do."""
        if not self.served:
            return words.STATE_TROUBLE.format(path=self.path, reason=reason)
        return words.SERVER_TROUBLE.format(place=self.engine.url.render_as_string(), reason=reason)

    def close(self) -> None:
        """Release it."""
        self.engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session that commits at the end of the block and rolls back when the block raises."""
        # One at a time: SQLite has one writer anyway, and nobody adds a row that another one is about to add.
        with self._lock, Session(self.engine, expire_on_commit=False) as session, session.begin():
            if self.served:
                session.execute(select(func.pg_advisory_xact_lock(_TURN)))
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that only reads what is committed: it waits for no writer."""
        with Session(self.engine) as session:
            yield session

    def deleted(self) -> bool:
        """Tell whether somebody has deleted the file; what it held is still open here."""
        return not self.served and not self.path.exists()

    def put_back(self) -> None:
        """Write everything that is still open here to a file at the same place. Raises SQLAlchemyError, OSError."""
        fresh = self.path.with_name(f"{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        with self._lock, self.engine.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(fresh),))
            fresh.chmod(0o600)
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            fresh.rename(self.path)
            connection.invalidate()
            self.engine.dispose()

    def later(self, change: Change) -> None:
        """Make a change at the end of the work that runs now, in its transaction; without one, at once."""
        work = current()
        if work is not None:
            work.changes.append(change)
            return
        with self.session() as session:
            change(session)

    def number(self, table: type[Base]) -> int:
        """Return a number for a new row of `table` that is written later; none is given twice.

        While no numbers can be set aside, they are those of the clock in milliseconds.
        """
        name = table.__tablename__
        with self._numbering:
            found = next(self._numbers.get(name, iter(())), None)
            if found is None:
                self._numbers[name] = self._set_aside(name, table)
                found = next(self._numbers[name])
            return found

    def _set_aside(self, name: str, table: type[Base]) -> Iterator[int]:
        try:
            with self.session() as session:
                row = session.get(_Counter, name)
                if row is None:
                    newest = session.scalar(select(func.max(table.__table__.columns["id"]))) or 0
                    row = _Counter(name=name, value=newest)
                    session.add(row)
                first, row.value = row.value + 1, row.value + NUMBERS
            return iter(range(first, first + NUMBERS))
        except SQLAlchemyError:
            return itertools.islice(itertools.count(time.time_ns() // 1_000_000), NUMBERS)


def move_chat(session: Session, old: int, new: int) -> None:
    """Follow a group that became a supergroup, in every table that names chats, as a part of a transaction.

    What the group had wins over a row that the supergroup has made meanwhile.
    """
    for table in Base.metadata.sorted_tables:
        if "chat_id" in table.columns and not table.info.get("passing"):
            for key in _keys(table):
                session.execute(delete(table).where(table.c.chat_id == new, _has_like(table, key, old)))
            session.execute(update(table).where(table.c.chat_id == old).values(chat_id=new))


def _keys(table: Table) -> Iterator[list[Column[Any]]]:
    """Yield the columns of each key of a table in which a chat has its part."""
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    for key in (table.primary_key, *unique):
        if "chat_id" in key.columns:
            yield list(key.columns)


def _has_like(table: Table, key: list[Column[Any]], chat_id: int) -> Exists:
    """Tell whether another chat has a row whose key is the same but for the chat."""
    other = table.alias()
    same = [other.c[column.name] == column for column in key if column.name != "chat_id"]
    return exists().where(other.c.chat_id == chat_id, *same)


def recalled(read: Callable[[], T], otherwise: T) -> T:
    """Return what `read` finds in the database, or something else while nothing can be read: an answer is due."""
    try:
        return read()
    except SQLAlchemyError as error:
        log.error("the bot's memory cannot be read: %s", getattr(error, "orig", None) or error)
        return otherwise


def now() -> datetime:
    """Return the time as the tables keep it: UTC, without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def server_engine(url: str) -> Engine:
    """Return what connects to a server. Raises StateError when the address or its driver can't be used."""
    patience = {"connect_timeout": 3, "options": "-c lock_timeout=5s -c statement_timeout=20s"}
    try:
        engine = create_engine(url, pool_pre_ping=True, json_serializer=_json, connect_args=patience)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        reason = words.NO_DRIVER if isinstance(error, ImportError) else words.NO_ADDRESS
        raise StateError(words.SERVER_TROUBLE.format(place="DATABASE_URL", reason=reason)) from None
    event.listen(engine, "connect", _keep_words_storable)
    return engine


def file_engine(path: Path) -> Engine:
    """Return what connects to a file that is there: a new one in place of one deleted meanwhile would be empty."""
    engine = create_engine(f"sqlite:///file:{quote(str(path))}?mode=rw&uri=true", json_serializer=_json)
    event.listen(engine, "connect", _tune)
    return engine


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bring_up(engine: Engine, left: Path | None) -> None:
    """Make or change the tables. left: a file that was the memory before, whose rows a new database must not miss."""
    with engine.begin() as connection:
        _be_patient(connection)
        is_new = bring_up(connection, STEPS) is None
        if is_new and left is not None and left.exists():
            raise StateError(words.NOT_MOVED.format(path=left))
    if is_new:
        return  # with every table, column and index
    with engine.begin() as connection:
        _be_patient(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
        Base.metadata.create_all(connection)
        _add_columns(connection)


def _be_patient(connection: Connection) -> None:
    """Let this transaction wait for another process that makes the tables: longer than an answer may take."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'")


def _add_columns(connection: Connection) -> None:
    """Add what a file of an earlier version lacks; SQLite refuses a column that old rows have no value for."""
    found = inspect(connection)
    for table in Base.metadata.sorted_tables:
        held = {column["name"] for column in found.get_columns(table.name)}
        for column in table.columns:
            if column.name not in held:
                added = f"ALTER TABLE {table.name} ADD COLUMN {_definition(column, connection)}"
                connection.exec_driver_sql(added)
        for index in table.indexes:
            index.create(connection, checkfirst=True)


def _definition(column: Column[Any], connection: Connection) -> str:
    """Return a column in SQL, with the default that Python code gives new rows."""
    written = str(CreateColumn(column).compile(connection))
    default, literal = column.default, column.type.literal_processor(connection.dialect)
    if literal is None or not isinstance(default, ScalarElementColumnDefault):
        return written
    return f"{written} DEFAULT {literal(default.arg)}"


def _tune(connection: Any, _record: Any) -> None:
    for pragma in ("busy_timeout=1000", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    write_ahead(connection, 1)


def _keep_words_storable(connection: Any, _record: Any) -> None:
    """Leave out NUL, which a person can send and PostgreSQL's texts can't hold."""
    from psycopg.types.string import StrDumper

    class Words(StrDumper):
        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", ""))

    connection.adapters.register_dumper(str, Words)
