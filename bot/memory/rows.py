"""Every row of the bot's memory but the wire's own. A column `user_id` is a person's numeric id, `chat_id` a chat's.

A later version may have more tables, and more columns that may be NULL or have a plain default.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, DateTime, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory import Base


class Chat(Base):
    """What a chat has chosen; choosing: its next words may name a unit."""

    __tablename__ = "chats"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    unit: Mapped[str | None] = mapped_column(String(255))
    choosing: Mapped[bool] = mapped_column(default=False)


class Question(Base):
    """A question and what the buttons under its answer need."""

    __tablename__ = "questions"
    # AUTOINCREMENT never gives a number twice, so an old button can't open a newer answer.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
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
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(BigInteger)
    good: Mapped[bool]
    voted_at: Mapped[datetime] = mapped_column(DateTime)


class Link(Base):
    """A long name behind a short number, so that it fits into callback data and outlives a restart."""

    __tablename__ = "links"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Asker(Base):
    """The person behind a question; thread_id: the topic of the group that it was asked in."""

    __tablename__ = "askers"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)


class DayCount(Base):
    """Questions answered on one day in Viet Nam, and how many of them could not be answered from the plans."""

    __tablename__ = "day_counts"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    questions: Mapped[int] = mapped_column(default=0)
    refusals: Mapped[int] = mapped_column(default=0)


class AllowedChat(Base):
    """A chat that is served; name: of the person or group, as it was when let in."""

    __tablename__ = "allowed_chats"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime] = mapped_column(DateTime)


PAIRING_DAYS = 7
"""A request that nobody decided on is forgotten after this time, and may be made again."""


class Pairing(Base):
    """A request to be served. user_id: who made it; refused: an administrator said no."""

    __tablename__ = "pairings"
    # AUTOINCREMENT: an old button can't decide on a newer request.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    user_id: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(200))
    code: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime] = mapped_column(DateTime)
    refused: Mapped[bool] = mapped_column(default=False)


class Reason(Base):
    """Why a person gave a thumb down: "content", "unit", "citation" or "other"."""

    __tablename__ = "reasons"
    __table_args__ = (UniqueConstraint("question_id", "user_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str] = mapped_column(String(16))


class Settled(Base):
    """An open question that an administrator has answered or put aside."""

    __tablename__ = "settled"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True)


class Draft(Base):
    """What an administrator is about to answer; passage_id and text as far as they are chosen."""

    __tablename__ = "drafts"
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    question: Mapped[int]
    passage_id: Mapped[str | None] = mapped_column(String(255))
    text: Mapped[str | None]
    changed_at: Mapped[datetime] = mapped_column(DateTime)


class Curated(Base):
    """An administrator's answer with the words of the plan that prove it."""

    __tablename__ = "curated"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    passage_id: Mapped[str] = mapped_column(String(255))
    citations: Mapped[list[Any]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(DateTime)


class CuratedKey(Base):
    """A question, word for word, that a curated answer is for; scope: sorted plan ids joined by commas."""

    __tablename__ = "curated_keys"
    __table_args__ = (UniqueConstraint("words", "scope"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    curated_id: Mapped[int] = mapped_column(ForeignKey("curated.id", ondelete="CASCADE"), index=True)
    words: Mapped[str]
    scope: Mapped[str]


class WaitingNews(Base):
    """News of a plan that a chat is to be told."""

    __tablename__ = "plan_news"
    __table_args__ = (UniqueConstraint("chat_id", "plan_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    plan_id: Mapped[str] = mapped_column(String(255))
    title: Mapped[str]
    told: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(DateTime)


class NewsDeclined(Base):
    """A chat that wants no news."""

    __tablename__ = "news_declined"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class SentPlan(Base):
    """A file that an administrator has sent; see `bot.publishing.store`."""

    __tablename__ = "uploads"
    # AUTOINCREMENT never gives a number twice, so an old button can't approve a newer file.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    name: Mapped[str] = mapped_column(String(255))
    document: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    file: Mapped[bytes | None] = mapped_column(LargeBinary)
    replaces: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    new_id: Mapped[str | None] = mapped_column(String(255))
    sent_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    stage: Mapped[str] = mapped_column(String(16), default="waiting")
    held_until: Mapped[datetime | None] = mapped_column(DateTime)


class Amendment(Base):
    """Which place of a plan an administrator is about to correct; see `bot.publishing.amending`."""

    __tablename__ = "amendments"
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    link: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(DateTime)


class Quiz(Base):
    """A quiz in a chat; place: of the question that is asked now, from 0; user_id: who started it."""

    __tablename__ = "quizzes"
    # AUTOINCREMENT: an old button can't turn a newer quiz.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    user_id: Mapped[int] = mapped_column(BigInteger)
    questions: Mapped[list[Any]] = mapped_column(JSON)
    place: Mapped[int] = mapped_column(default=0)
    over: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime] = mapped_column(DateTime)


class QuizPoll(Base):
    """A poll that Telegram gave to a question."""

    __tablename__ = "quiz_polls"
    poll_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]


class QuizAnswer(Base):
    """What a person answered; name: as shown in the score; chosen: the option's index, None in older rows."""

    __tablename__ = "quiz_answers"
    __table_args__ = (UniqueConstraint("quiz_id", "place", "user_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    name: Mapped[str] = mapped_column(String(200))
    right: Mapped[bool]
    chosen: Mapped[int | None]


class SetReminder(Base):
    """A reminder of a duty; see `bot.reminders.store`."""

    __tablename__ = "reminders"
    # AUTOINCREMENT never gives a number twice, so an old button can't cancel a newer reminder.
    __table_args__ = (UniqueConstraint("chat_id", "duty", "remind_on"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    topic: Mapped[int | None] = mapped_column(BigInteger)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    duty: Mapped[str] = mapped_column(String(300))
    told: Mapped[str]
    due: Mapped[date | None] = mapped_column(Date)
    remind_on: Mapped[date] = mapped_column(Date, index=True)
    before: Mapped[int | None]
    snoozed: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(16), default="waiting", index=True)
    again: Mapped[bool] = mapped_column(default=False)
    """Of earlier versions, whose files want a value."""


class WeekDigest(Base):
    """A chat that is told on Monday what the week asks for; topic: of a forum; user_id: who wanted it; told_for: the
    Monday of the last week that it was told of."""

    __tablename__ = "week_digests"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    topic: Mapped[int | None] = mapped_column(BigInteger)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    told_for: Mapped[date] = mapped_column(Date)


FEED_DAYS = 180
"""A calendar address for which no calendar has asked so long ends: its person may have no other way to end it."""


class Feed(Base):
    """The secret of a person's calendar addresses; see `bot.duties.calendars`. used_at: when it was made, or a calendar
    last asked for it, to the day."""

    __tablename__ = "feeds"
    user_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    secret: Mapped[str] = mapped_column(String(64), unique=True)
    used_at: Mapped[datetime] = mapped_column(DateTime)
