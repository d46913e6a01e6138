"""What the bot remembers, in SQLite: each chat's unit, the last questions with what their buttons need, votes.

Bounded: `KEPT_PER_CHAT` questions a chat, none older than the setting. Every method blocks for a moment and is called
from a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    ForeignKey,
    Integer,
    String,
    UniqueConstraint,
    delete,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from bot import wording
from bot.database import Base, Database, StateError, now

KEPT_PER_CHAT = 200


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


class _Chat(Base):
    __tablename__ = "chats"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    unit: Mapped[str | None] = mapped_column(String(255))
    choosing: Mapped[bool] = mapped_column(default=False)


class Question(Base):
    """A question and what the buttons under its answer need."""

    __tablename__ = "questions"
    # AUTOINCREMENT never gives a number twice, so an old button can't open a newer answer.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    asked_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    text: Mapped[str]
    unit: Mapped[str | None] = mapped_column(String(255))
    history: Mapped[list[str]] = mapped_column(JSON)
    status: Mapped[str] = mapped_column(String(32))
    sources: Mapped[list[Any]] = mapped_column(JSON)
    choices: Mapped[list[str]] = mapped_column(JSON)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reply_id: Mapped[int | None] = mapped_column(BigInteger)


class Vote(Base):
    """A thumb under an answer, one a person."""

    __tablename__ = "votes"
    __table_args__ = (UniqueConstraint("question_id", "user_id"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(BigInteger)
    good: Mapped[bool]
    voted_at: Mapped[datetime] = mapped_column(DateTime)


class _Link(Base):
    """A long name behind a short number, so that it fits into callback data and outlives a restart."""

    __tablename__ = "links"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class State:
    """The bot's memory in one SQLite file. `now` is the clock, in UTC without zone."""

    def __init__(self, path: Path, keep_days: int = 180) -> None:
        """Open or create the file. Raises StateError when that is impossible."""
        self.database = Database(path)
        self._session = self.database.session
        self.keep_days = keep_days
        try:
            self.forget_old()
        except SQLAlchemyError as error:
            self.close()
            reason = str(getattr(error, "orig", None) or error)
            raise StateError(wording.STATE_TROUBLE.format(path=path, reason=reason)) from error

    def close(self) -> None:
        """Release the file."""
        self.database.close()

    # --------------------------------------------------------------------------------------------- chats

    def unit(self, chat_id: int) -> str | None:
        """Return the plan id that the chat has chosen, None for every plan."""
        with self._session() as session:
            chat = session.get(_Chat, chat_id)
            return chat.unit if chat else None

    def set_unit(self, chat_id: int, unit: str | None) -> None:
        """Remember the chat's unit; the choice is over."""
        with self._session() as session:
            session.merge(_Chat(chat_id=chat_id, unit=unit, choosing=False))

    def chats_of(self, units: Iterable[str]) -> set[int]:
        """Return the chats that have chosen one of these plans."""
        with self._session() as session:
            return set(session.scalars(select(_Chat.chat_id).where(_Chat.unit.in_(list(units)))))

    def move_unit(self, old: str, new: str) -> None:
        """Follow a plan that goes on under another id."""
        with self._session() as session:
            session.execute(update(_Chat).where(_Chat.unit == old).values(unit=new))

    def choosing(self, chat_id: int) -> bool:
        """Tell whether the chat was asked for its unit and has not answered yet."""
        with self._session() as session:
            chat = session.get(_Chat, chat_id)
            return bool(chat and chat.choosing)

    def set_choosing(self, chat_id: int, choosing: bool) -> None:
        """Remember whether the next text may be a unit's name."""
        with self._session() as session:
            chat = session.get(_Chat, chat_id) or _Chat(chat_id=chat_id)
            chat.choosing = choosing
            session.add(chat)

    # ----------------------------------------------------------------------------------------- questions

    def add_question(self, asked: Asked, message_id: int | None) -> int:
        """Keep a question, forget the chat's oldest ones, and return its number."""
        with self._session() as session:
            row = Question(
                chat_id=asked.chat_id,
                asked_at=now(),
                text=asked.text,
                unit=asked.unit,
                history=list(asked.history),
                status=asked.status,
                sources=[[each.passage_id, [list(span) for span in each.spans], each.part] for each in asked.sources],
                choices=list(asked.choices),
                message_id=message_id,
            )
            session.add(row)
            session.flush()
            kept = (
                select(Question.id).where(Question.chat_id == asked.chat_id)
                .order_by(Question.id.desc()).offset(KEPT_PER_CHAT).limit(1)
            )  # fmt: skip
            oldest = session.scalar(kept)
            if oldest is not None:
                session.execute(delete(Question).where(Question.chat_id == asked.chat_id, Question.id <= oldest))
            return row.id

    def question(self, number: int) -> Asked | None:
        """Return a question by its number, None when it is forgotten."""
        with self._session() as session:
            row = session.get(Question, number)
            return _asked(row) if row else None

    def set_reply(self, number: int, reply_id: int) -> None:
        """Remember which message holds the answer."""
        with self._session() as session:
            session.execute(update(Question).where(Question.id == number).values(reply_id=reply_id))

    def answered(self, chat_id: int, message_id: int) -> tuple[str, int | None] | None:
        """Return the text answered last for a person's message and the bot's reply to it, None when there is none."""
        latest = select(Question).where(Question.chat_id == chat_id, Question.message_id == message_id)
        with self._session() as session:
            row = session.scalar(latest.order_by(Question.id.desc()).limit(1))
            return (row.text, row.reply_id) if row else None

    def vote(self, number: int, user_id: int, good: bool) -> None:
        """Keep one vote a person and question; a second one replaces the first."""
        with self._session() as session:
            held = session.scalar(select(Vote).where(Vote.question_id == number, Vote.user_id == user_id))
            vote = held or Vote(question_id=number, user_id=user_id)
            vote.good, vote.voted_at = good, now()
            session.add(vote)

    def forget_old(self) -> None:
        """Drop the questions (and their votes) that are older than the setting."""
        with self._session() as session:
            session.execute(delete(Question).where(Question.asked_at < now() - timedelta(days=self.keep_days)))

    # --------------------------------------------------------------------------------------------- links

    def link(self, name: str) -> int:
        """Return the number that stands for `name`, the same one every time."""
        with self._session() as session:
            row = session.scalar(select(_Link).where(_Link.name == name))
            if row is None:
                row = _Link(name=name)
                session.add(row)
                session.flush()
            return row.id

    def linked(self, number: int) -> str | None:
        """Return the name behind a number, None when there is none."""
        with self._session() as session:
            row = session.get(_Link, number)
            return row.name if row else None


def _asked(row: Question) -> Asked:
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
