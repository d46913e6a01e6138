"""The inbox and the outbox as rows, so that neither a crash nor a second process loses or doubles anything.

Who leads stands here, too, and the one writer for all that must be on disk before the bot goes on.

An update's row is there before Telegram is told that it has arrived, and is done in the same transaction that puts its
letters into the outbox. A letter's row says "sending" before the call goes out: whoever finds it so after a crash can't
know whether it arrived. Rows belong to a bot (by its number) and are held by a process for `HOLD` at a time. What is
done keeps no words, only its name, for `KEPT`: longer than Telegram keeps an update.

Of several processes of one bot the one that leads alone polls Telegram and sends what nobody asked for. It counts its
row up every few seconds. Another process takes over once it has seen the row unchanged for `SECONDS` by its own clock,
so that no two clocks are compared; while the database is away nobody sees anything, and the one that leads goes on.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import socket
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    LargeBinary,
    String,
    Table,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.memory import Base, Database, now
from bot.memory.work import Letter

HOLD = timedelta(seconds=60)
KEPT = timedelta(days=3)
WAITING, SENDING, SENT, DEAD = "waiting", "sending", "sent", "dead"
_OPEN = (WAITING, SENDING)


class Received(Base):
    """An update. lane: in whose order it is handled, a chat or a person; tries: times that it was begun."""

    __tablename__ = "inbox"
    __table_args__ = ({"info": {"passing": True}},)
    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    body: Mapped[str]
    got_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    done: Mapped[bool] = mapped_column(default=False, index=True)
    held_by: Mapped[str] = mapped_column(String(40))
    held_until: Mapped[datetime] = mapped_column(DateTime)


class Outgoing(Base):
    """A letter; call: everything of it that is no column of its own."""

    __tablename__ = "outbox"
    __table_args__ = ({"info": {"passing": True}},)
    id: Mapped[int] = mapped_column(primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger, index=True)
    key: Mapped[str] = mapped_column(String(200), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    call: Mapped[dict[str, Any]] = mapped_column(JSON)
    file: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16), default=WAITING, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    unsure: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    held_by: Mapped[str] = mapped_column(String(40))
    held_until: Mapped[datetime] = mapped_column(DateTime)


# Each update writes here some six times: statements on tables, made once and run on the connection, take a fourth of
# what those on classes do.
_INBOX, _OUTBOX = cast(Table, Received.__table__), cast(Table, Outgoing.__table__)
_HELD = _OUTBOX.c.id == bindparam("number")
_DONE = update(_INBOX).where(_INBOX.c.bot_id == bindparam("bot"), _INBOX.c.update_id == bindparam("number")).values(
    done=True, body=bindparam("name")
)  # fmt: skip
_KNOWN = select(_OUTBOX.c.key).where(_OUTBOX.c.key.in_(bindparam("keys", expanding=True)))
_ADD = insert(_OUTBOX).returning(_OUTBOX.c.id)
_KEEP = update(_OUTBOX).where(_HELD, _OUTBOX.c.held_by == bindparam("holder")).values(
    {name: bindparam(name) for name in ("state", "tries", "unsure", "call")}
)  # fmt: skip
_END = update(_OUTBOX).where(_HELD).values(
    {"call": {}, "file": None} | {name: bindparam(name) for name in ("state", "tries")}
)  # fmt: skip


def name_of(body: str) -> str:
    """Return what tells an update, as JSON, from others of its number: another Bot API server numbers anew.

    The hour at which it says it was written does not count.
    """
    parts = {name: part for name, part in json.loads(body).items() if name != "update_id"}
    dated = [part for part in parts.values() if isinstance(part, dict)]
    for part in dated:
        part.pop("date", None)
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Post:
    """The two tables for one bot. holder: names this process; every method is part of the caller's transaction."""

    bot_id: int
    holder: str

    def receive(self, session: Session, updates: Sequence[tuple[int, str]]) -> set[int]:
        """Keep updates, each as (number, JSON), and return the numbers of those that were not here before."""
        held = (Received.bot_id == self.bot_id, Received.update_id.in_([number for number, _ in updates]))
        rows = session.execute(select(Received.update_id, Received.done, Received.body).where(*held))
        known = {number: body if done else name_of(body) for number, done, body in rows}
        fresh = {number: body for number, body in updates if known.get(number) not in ("", name_of(body))}
        others = known.keys() & fresh.keys()
        if others:
            session.execute(delete(Received).where(Received.bot_id == self.bot_id, Received.update_id.in_(others)))
        if fresh:
            new = [
                {"bot_id": self.bot_id, "update_id": number, "body": body, "got_at": now(), **self._hold()}
                for number, body in fresh.items()
            ]
            session.execute(insert(_INBOX), new)
        return set(fresh)

    def begin(self, session: Session, number: int) -> None:
        """Count that an update is begun once more."""
        tries = update(Received).where(Received.bot_id == self.bot_id, Received.update_id == number)
        session.execute(tries.values(tries=Received.tries + 1))

    def done(self, session: Session, number: int, name: str) -> None:
        """End an update, whether or not it was stored, so that it is known by its name when it comes again."""
        mine = {"bot": self.bot_id, "number": number, "name": name}
        if not session.connection().execute(_DONE, mine).rowcount:
            row = {"bot_id": self.bot_id, "update_id": number, "body": name, "got_at": now(), "done": True}
            session.execute(insert(_INBOX).values(**row, **self._hold()))

    def put(self, session: Session, letters: Iterable[Letter]) -> list[tuple[Letter, int | None]]:
        """Put letters into the outbox as they stand now; return each with its row, None where its key was known."""
        letters = list(letters)
        names = {"keys": [self._key(letter.key) for letter in letters]}
        known = set(session.connection().scalars(_KNOWN, names)) if letters else set()
        return [
            (letter, None if self._key(letter.key) in known else self._add(session, letter)) for letter in letters
        ]  # fmt: skip

    def _add(self, session: Session, letter: Letter) -> int | None:
        state = SENT if letter.gone else SENDING if letter.sending else WAITING
        row = {
            "bot_id": self.bot_id, "key": self._key(letter.key), "chat_id": letter.chat_id, "made_at": now(),
            "call": {} if letter.gone else _call(letter), "file": letter.file[2] if letter.file else None,
            "state": state, "tries": letter.tries, "unsure": letter.unsure, **self._hold(),
        }  # fmt: skip
        number: int | None = session.connection().scalar(_ADD, row)
        return number

    def keep(self, session: Session, letter: Letter) -> None:
        """Write down how a letter stands: sending, or waiting to be tried again; gone when another process holds it."""
        state = SENDING if letter.sending else WAITING
        values = {"state": state, "tries": letter.tries, "unsure": letter.unsure, "call": _call(letter)}
        mine = {"number": letter.number, "holder": self.holder}
        letter.gone = not session.connection().execute(_KEEP, mine | values).rowcount

    def end(self, session: Session, letter: Letter, state: str = SENT) -> None:
        """Write down that a letter needs no more; its words go."""
        session.connection().execute(_END, {"number": letter.number, "state": state, "tries": letter.tries})

    def claim(
        self, session: Session, *, all_of_them: bool, left_by: str = "", but: Collection[int] = ()
    ) -> tuple[list[tuple[int, str, int]], list[Letter]]:
        """Take what is open: updates as (number, JSON, tries) and letters, in their order.

        all_of_them: no other process lives that could hold any; otherwise only what nobody holds any more, or what
        `left_by` did, which lives no more. but: rows of letters that are in hand.
        """
        holders = (self.holder, left_by)
        free = or_(Received.held_until < now(), Received.held_by.in_(holders))
        mine = [Received.bot_id == self.bot_id, Received.done.is_(False)] + ([] if all_of_them else [free])
        taken = session.scalars(select(Received).where(*mine).order_by(Received.update_id)).all()
        free = or_(Outgoing.held_until < now(), Outgoing.held_by.in_(holders))
        mine = [Outgoing.bot_id == self.bot_id, Outgoing.state.in_(_OPEN)] + ([] if all_of_them else [free])
        waiting = session.scalars(select(Outgoing).where(*mine).order_by(Outgoing.id)).all()
        letters = [row for row in waiting if row.id not in but]
        held: list[Received | Outgoing] = [*taken, *letters]
        for each in held:
            each.held_by, each.held_until = self.holder, now() + HOLD
        for row in letters:
            if row.state == SENDING:  # whoever sent it did not live to hear
                row.state, row.unsure = WAITING, True
        return [(row.update_id, row.body, row.tries) for row in taken], [_letter(row) for row in letters]

    def renew(self, session: Session) -> None:
        """Go on holding what this process holds."""
        until = now() + HOLD
        for table, is_open in ((Received, Received.done.is_(False)), (Outgoing, Outgoing.state.in_(_OPEN))):
            held = (table.bot_id == self.bot_id, table.held_by == self.holder, is_open)
            if session.scalar(select(table.bot_id).where(*held).limit(1)) is not None:
                session.execute(update(table).where(*held).values(held_until=until))

    def leave(self, session: Session) -> None:
        """Hold nothing any more."""
        for table in (Received, Outgoing):
            mine = update(table).where(table.bot_id == self.bot_id, table.held_by == self.holder)
            session.execute(mine.values(held_by="", held_until=now()))

    def forget(self, session: Session) -> None:
        """Drop what is over for long."""
        session.execute(delete(Received).where(Received.done, Received.got_at < now() - KEPT))
        over = (Outgoing.state.not_in(_OPEN), Outgoing.made_at < now() - KEPT)
        session.execute(delete(Outgoing).where(*over))

    def _hold(self) -> dict[str, Any]:
        return {"held_by": self.holder, "held_until": now() + HOLD}

    def _key(self, key: str) -> str:
        return f"{self.bot_id}.{key}"


_KEPT_OF_CALL = ("method", "parameters", "instead", "kind", "after", "rest", "polite", "asked")


def _call(letter: Letter) -> dict[str, Any]:
    file = list(letter.file[:2]) if letter.file else None
    return {"file": file} | {name: getattr(letter, name) for name in _KEPT_OF_CALL if getattr(letter, name)}


def _letter(row: Outgoing) -> Letter:
    file = row.call.get("file")
    call = {name: row.call[name] for name in _KEPT_OF_CALL if name in row.call}
    if "after" in call:
        call["after"] = tuple(call["after"])
    return Letter(
        row.key.partition(".")[2], row.chat_id, **call, file=(*file, row.file or b"") if file else None,
        number=row.id, tries=row.tries, unsure=row.unsure, made=row.made_at.replace(tzinfo=UTC).timestamp(),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------ who leads

SECONDS = 10.0
_PLACE = 16


class Leading(Base):
    """The process that leads a bot; holder: empty once it has ended in order; beat: counts up while it lives."""

    __tablename__ = "leases"
    __table_args__ = ({"info": {"passing": True}},)
    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    holder: Mapped[str] = mapped_column(String(40))
    beat: Mapped[int]


def name_process(place: str) -> str:
    """Return a new name for this process; those of one place begin alike."""
    return f"{hashlib.sha256(place.encode()).hexdigest()[:_PLACE]}{secrets.token_hex(8)}"


def place_of(folder: Path) -> str:
    """Return the name of a folder of this machine."""
    return f"{socket.gethostname()}:{folder.absolute()}"


class Lease:
    """One process's eye on the row. holder: its name, of `name_process`."""

    def __init__(self, bot_id: int, holder: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot_id, self._holder, self._clock = bot_id, holder, clock
        self._seen: tuple[str, int] | None = None
        self._since = 0.0
        self.left_by = ""

    def look(self, session: Session, *, alone: bool) -> bool:
        """Return whether this process leads, and go on leading; part of the caller's transaction.

        alone: no other process lives at this place. `left_by` names the process that led before.
        """
        row = session.get(Leading, self._bot_id)
        if row is None:
            session.add(Leading(bot_id=self._bot_id, holder=self._holder, beat=0))
            return True
        if row.holder != self._holder and not self._is_left(row, alone=alone):
            return False
        if row.holder != self._holder:
            self.left_by, row.holder = row.holder, self._holder
        row.beat += 1
        return True

    def doubt(self) -> None:
        """Begin to watch anew, after the row could not be read."""
        self._seen = None

    def leave(self, session: Session) -> None:
        """Let another process lead at once; part of the caller's transaction."""
        row = session.get(Leading, self._bot_id)
        if row is not None and row.holder == self._holder:
            row.holder = ""

    def _is_left(self, row: Leading, *, alone: bool) -> bool:
        if not row.holder or (alone and row.holder.startswith(self._holder[:_PLACE])):
            return True
        seen, now = (row.holder, row.beat), self._clock()
        if seen != self._seen:
            self._seen, self._since = seen, now
        return now - self._since >= SECONDS


# ----------------------------------------------------------------------------------------------------------- one writer

T = TypeVar("T")
MOST = 64
"""Writes of one transaction."""
TROUBLE_SECONDS = 5.0
_Task = tuple[Callable[[Session], Any], "asyncio.Future[Any]"]


class Scribe:
    """Runs writes in their order; each is awaited until it is committed, or raises what went wrong."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tasks: deque[_Task] = deque()
        self._running: asyncio.Task[None] | None = None
        self._trouble: OperationalError | None = None
        self._trouble_until = 0.0
        self._thread = ThreadPoolExecutor(1, "scribe")

    async def write(self, work: Callable[[Session], T], *, patient: bool = False) -> T:
        """Run `work` in a transaction, perhaps together with others, and return its result once that is committed.

        While the disk takes nothing, only a patient caller waits for it; others hear at once what was wrong before.
        """
        if self._trouble is not None and not patient and time.monotonic() < self._trouble_until:
            raise self._trouble
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._tasks.append((work, future))
        if self._running is None:
            self._running = asyncio.create_task(self._drain())
        return await future

    @property
    def trouble(self) -> str | None:
        """Why nothing can be written now, None when it can."""
        return str(self._trouble.orig) if self._trouble is not None else None

    def close(self) -> None:
        """Let the thread go once it has ended what it does."""
        self._thread.shutdown(wait=True)

    async def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._tasks:
                batch = [self._tasks.popleft() for _ in range(min(MOST, len(self._tasks)))]
                works = [work for work, _ in batch]
                try:
                    done = await loop.run_in_executor(self._thread, self._commit, works)
                except RuntimeError:  # closed meanwhile: whoever waits ends, and what was not written comes again
                    for _, future in (*batch, *self._tasks):
                        future.cancel()
                    self._tasks.clear()
                    return
                for (_, future), (result, error) in zip(batch, done, strict=True):
                    if not future.done():
                        future.set_exception(error) if error else future.set_result(result)
        finally:
            self._running = None

    def _commit(self, works: Sequence[Callable[[Session], Any]]) -> list[tuple[Any, Exception | None]]:
        try:
            with self._database.session() as session:
                results = [work(session) for work in works]
            self._trouble = None
            return [(result, None) for result in results]
        except Exception as error:
            if isinstance(error, OperationalError):  # the disk is no better for the next one
                self._trouble, self._trouble_until = error, time.monotonic() + TROUBLE_SECONDS
                return [(None, error)] * len(works)
            return [(None, error)] if len(works) == 1 else [self._commit([work])[0] for work in works]
