"""What the bot remembers: each chat's unit, the last questions with what their buttons need, votes.

Bounded: `KEPT_PER_CHAT` questions a chat, none older than the setting. Every method blocks for a moment and is called
from a worker thread.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import BigInteger, Table, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.memory import Database, StateError, move_chat, now
from bot.memory.rows import Asker, Chat, DayCount, Link, Question, Vote
from knowledge.model import Status

MEMORY = "bot.db"
"""The file in the data folder, without a server."""
PROPOSALS = "gold-proposals.jsonl"
"""The file beside it: questions that administrators have answered, proposed for the gold."""
KEPT_PER_CHAT = 200
KEPT_FRESH = 1000
"""Questions that are also kept in memory, for a disk that takes or gives none."""
KEPT_LINKS = 20_000
HISTORY_HOURS = 12
"""A question asked later than this after the last one starts a new conversation."""
REFUSALS = (Status.NOT_FOUND, Status.NOT_SPECIFIED, Status.REFUSED)


@dataclass(frozen=True, slots=True)
class Source:
    """What [Nguyên văn] opens: a passage, and the source spans to mark in it; part: which of the questions of a message
    it proves, from 0."""

    passage_id: str
    spans: tuple[tuple[int, int], ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked and what the buttons under its answer lead to.

    unit: the plan asked about, None for every plan; history: the turns before it; choices: plan ids offered.
    """

    chat_id: int
    text: str
    unit: str | None
    history: tuple[str, ...] = ()
    status: str = ""
    sources: tuple[Source, ...] = ()
    choices: tuple[str, ...] = ()


class State:
    """The bot's memory. `now` is the clock, in UTC without zone."""

    def __init__(self, path: Path, keep_days: int = 180, url: str | None = None) -> None:
        """Open or create the file, or what a server has at `url`. Raises StateError when that is impossible."""
        self.database = Database(path, url)
        self._session, self._reading = self.database.session, self.database.reading
        self._fresh: Recent[int, Asked] = Recent(KEPT_FRESH)
        self._links: Recent[str, int] = Recent(KEPT_LINKS)
        self._names: Recent[int, str] = Recent(KEPT_LINKS)
        self.keep_days = keep_days
        try:
            self.forget_old()
        except SQLAlchemyError as error:
            self.close()
            reason = str(getattr(error, "orig", None) or error)
            raise StateError(self.database.trouble(reason)) from error

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.database.path.parent

    def move_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup, in every table that names chats."""
        with self._session() as session:
            move_chat(session, old, new)

    def close(self) -> None:
        """Release the file."""
        self.database.close()

    # --------------------------------------------------------------------------------------------- chats

    def unit(self, chat_id: int) -> str | None:
        """Return the plan id that the chat has chosen, None for every plan."""
        with self._reading() as session:
            chat = session.connection().execute(_CHAT, {"chat": chat_id}).first()
            return chat.unit if chat else None

    def set_unit(self, chat_id: int, unit: str | None) -> None:
        """Remember the chat's unit; the choice is over."""
        with self._session() as session:
            session.merge(Chat(chat_id=chat_id, unit=unit, choosing=False))

    def chats_of(self, units: Iterable[str]) -> set[int]:
        """Return the chats that have chosen one of these plans."""
        with self._reading() as session:
            return set(session.scalars(select(Chat.chat_id).where(Chat.unit.in_(list(units)))))

    def move_unit(self, old: str, new: str) -> None:
        """Follow a plan that goes on under another id."""
        with self._session() as session:
            session.execute(update(Chat).where(Chat.unit == old).values(unit=new))

    def choosing(self, chat_id: int) -> bool:
        """Tell whether the chat was asked for its unit and has not answered yet."""
        with self._reading() as session:
            chat = session.connection().execute(_CHAT, {"chat": chat_id}).first()
            return bool(chat and chat.choosing)

    def set_choosing(self, chat_id: int, choosing: bool) -> None:
        """Remember whether the next text may be a unit's name."""
        with self._session() as session:
            chat = session.get(Chat, chat_id) or Chat(chat_id=chat_id)
            chat.choosing = choosing
            session.add(chat)

    # ----------------------------------------------------------------------------------------- questions

    def add_question(self, asked: Asked, message_id: int | None) -> int:
        """Keep a question, forget the chat's oldest ones, and return its number."""
        number = self.database.number(Question)
        values = {
            "id": number,
            "chat_id": asked.chat_id,
            "asked_at": now(),
            "text": asked.text,
            "unit": asked.unit,
            "history": list(asked.history),
            "status": asked.status,
            "sources": [[each.passage_id, [list(span) for span in each.spans], each.part] for each in asked.sources],
            "choices": list(asked.choices),
            "message_id": message_id,
        }
        self._fresh.put(number, asked)
        self.database.later(lambda session: _add_question(session, values))
        return number

    def question(self, number: int) -> Asked | None:
        """Return a question by its number, None when it is forgotten."""
        try:
            with self._reading() as session:
                row = session.get(Question, number)
                return asked_of(row) if row else None
        except SQLAlchemyError:
            fresh = self._fresh.get(number)
            if fresh is None:
                raise
            return fresh

    def set_reply(self, number: int, reply_id: int) -> None:
        """Remember which message holds the answer."""
        self.database.later(lambda session: set_reply(session, number, reply_id))

    def answered(self, chat_id: int, message_id: int) -> tuple[str, int | None] | None:
        """Return the text answered last for a person's message and the bot's reply to it, None when there is none."""
        latest = select(Question).where(Question.chat_id == chat_id, Question.message_id == message_id)
        with self._reading() as session:
            row = session.scalar(latest.order_by(Question.id.desc()).limit(1))
            return (row.text, row.reply_id) if row else None

    def vote(self, number: int, user_id: int, good: bool) -> None:
        """Keep one vote a person and question; a second one replaces the first."""
        with self._session() as session:
            held = session.scalar(select(Vote).where(Vote.question_id == number, Vote.user_id == user_id))
            vote = held or Vote(question_id=number, user_id=user_id)
            vote.good, vote.voted_at = good, now()
            session.add(vote)

    def history(
        self,
        chat_id: int,
        topic: int | None,
        turns: int,
        before_message: int | None = None,
        since: datetime | None = None,
    ) -> tuple[str, ...]:
        """Return the last questions of a chat's topic (asked `since`, UTC) whose answers were delivered, oldest first.

        topic: of a forum, None elsewhere. Left out are those of an edited message and after it, and those that have
        neither message nor reply: they were asked inline, in another chat.
        """
        oldest = now() - timedelta(hours=HISTORY_HOURS)
        asked = {"chat": chat_id, "topic": topic, "since": max(oldest, since or oldest), "before": None, "turns": turns}
        with self._reading() as session:
            if before_message is not None:
                edited = (Question.chat_id == chat_id, Question.message_id == before_message)
                asked["before"] = session.scalar(select(func.min(Question.id)).where(*edited))
            return tuple(reversed(session.connection().scalars(_HISTORY, asked).all()))

    def add_asker(self, question: int, user_id: int, thread_id: int | None) -> None:
        """Remember who asked; a question that was forgotten meanwhile stays so."""

        row = {"number": question, "person": user_id, "topic": thread_id}
        self.database.later(lambda session: session.connection().execute(_ADD_ASKER, row))

    def copy_asker(self, question: int, copy: int) -> None:
        """Remember that another row holds the words of the same person."""

        def add(session: Session) -> None:
            asker = session.get(Asker, question)
            if asker is not None:
                session.merge(Asker(question_id=copy, user_id=asker.user_id, thread_id=asker.thread_id))

        self.database.later(add)

    def count_question(self, number: int, today: date) -> None:
        """Count a question that was answered today."""

        def count(session: Session) -> None:
            row = {"number": number, "today": today}
            if not session.connection().execute(_COUNT, row).rowcount:
                session.execute(insert(DayCount).values(day=today, questions=0, refusals=0))
                session.connection().execute(_COUNT, row)

        self.database.later(count)

    def forget_old(self) -> None:
        """Drop the questions (and their votes) that are older than the setting."""
        with self._session() as session:
            session.execute(delete(Question).where(Question.asked_at < now() - timedelta(days=self.keep_days)))

    # --------------------------------------------------------------------------------------------- links

    def link(self, name: str) -> int:
        """Return the number that stands for `name`, the same one every time."""
        number = self._links.get(name)
        if number is None:
            with self._reading() as session:
                number = session.scalar(select(Link.id).where(Link.name == name))
            if number is None:
                number = fresh = self.database.number(Link)
                self.database.later(lambda session: _add_link(session, fresh, name))
            self._links.put(name, number)
            self._names.put(number, name)
        return number

    def linked(self, number: int) -> str | None:
        """Return the name behind a number, None when there is none."""
        name = self._names.get(number)
        if name is None:
            with self._reading() as session:
                row = session.get(Link, number)
            if row is None:
                return None
            name = row.name
            self._names.put(number, name)
        return name


K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The newest entries, so many at most; any thread may use it."""

    def __init__(self, most: int) -> None:
        self._most, self._held, self._lock = most, OrderedDict[K, V](), threading.Lock()

    def get(self, key: K) -> V | None:
        """Return an entry, None when there is none any more."""
        return self._held.get(key)

    def put(self, key: K, value: V) -> None:
        """Add an entry; the oldest one may go."""
        with self._lock:
            self._held[key] = value
            if len(self._held) > self._most:
                self._held.popitem(last=False)


def set_reply(session: Session, number: int, reply_id: int) -> None:
    """Remember which message holds an answer, as a part of a transaction."""
    session.connection().execute(_SET_REPLY, {"number": number, "reply": reply_id})


# Every question runs these: made once and run on the connection they cost a quarter of what they do through classes.
_CHATS, _QUESTIONS, _ASKERS, _DAYS = (cast(Table, each.__table__) for each in (Chat, Question, Asker, DayCount))
_CHAT = select(_CHATS.c.unit, _CHATS.c.choosing).where(_CHATS.c.chat_id == bindparam("chat"))
_HISTORY = (
    select(_QUESTIONS.c.text).join(_ASKERS, _ASKERS.c.question_id == _QUESTIONS.c.id)
    .where(
        _QUESTIONS.c.chat_id == bindparam("chat"),
        _ASKERS.c.thread_id.is_not_distinct_from(bindparam("topic", type_=BigInteger)),
        _QUESTIONS.c.asked_at >= bindparam("since"),
        _QUESTIONS.c.id < func.coalesce(bindparam("before", type_=BigInteger), 2**63 - 1),
        or_(_QUESTIONS.c.message_id.is_not(None), _QUESTIONS.c.reply_id.is_not(None)),
    )
    .order_by(_QUESTIONS.c.id.desc()).limit(bindparam("turns"))
)  # fmt: skip
_THIS = _QUESTIONS.c.id == bindparam("number")
_ADD_QUESTION = insert(_QUESTIONS)
_OLDEST = (
    select(_QUESTIONS.c.id).where(_QUESTIONS.c.chat_id == bindparam("chat"))
    .order_by(_QUESTIONS.c.id.desc()).offset(KEPT_PER_CHAT).limit(1)
)  # fmt: skip
_SET_REPLY = update(_QUESTIONS).where(_THIS).values(reply_id=bindparam("reply"))
_ADD_ASKER = insert(_ASKERS).from_select(
    ["question_id", "user_id", "thread_id"],
    select(_QUESTIONS.c.id, bindparam("person", type_=BigInteger), bindparam("topic", type_=BigInteger)).where(_THIS),
)
_REFUSED = select(func.count()).where(_THIS, _QUESTIONS.c.status.in_([status.value for status in REFUSALS]))
_COUNT = update(_DAYS).where(_DAYS.c.day == bindparam("today")).values(
    questions=_DAYS.c.questions + 1, refusals=_DAYS.c.refusals + _REFUSED.scalar_subquery()
)  # fmt: skip


def _add_question(session: Session, values: dict[str, Any]) -> None:
    session.connection().execute(_ADD_QUESTION, values)
    oldest = session.connection().scalar(_OLDEST, {"chat": values["chat_id"]})
    if oldest is not None:
        session.execute(delete(Question).where(Question.chat_id == values["chat_id"], Question.id <= oldest))


def _add_link(session: Session, number: int, name: str) -> None:
    if session.scalar(select(Link.id).where(Link.name == name)) is None:
        session.execute(insert(Link).values(id=number, name=name))


def asked_of(row: Question) -> Asked:
    """Return what a row holds."""
    return Asked(
        chat_id=row.chat_id,
        text=row.text,
        unit=row.unit,
        history=tuple(row.history),
        status=row.status,
        sources=tuple(
            Source(name, tuple((start, end) for start, end in spans), *part) for name, spans, *part in row.sources
        ),
        choices=tuple(row.choices),
    )
