"""/thongke: how the bot is used: counts by day without names or texts, votes, and what is asked most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

from bot.likeness import Group, OpenQuestion, group
from bot.memory import Database, now
from bot.memory.rows import Asker, DayCount, Question, Vote
from knowledge.library import HANOI

DAYS = 30
TOP = 5
PEOPLE = 2
"""A question shows in the list of what is asked most only when as many people asked it: one person's stay theirs."""
LOOKED_AT = 500
"""Newest questions that are grouped for the list of what is asked most; grouping takes each with each."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day's counts; good, bad: votes that were given on it."""

    day: date
    questions: int
    refusals: int
    good: int = 0
    bad: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """days: the last `DAYS` days, oldest first; good, bad: votes given in them; chats: that asked something kept;
    top: what several people asked, as (text, times)."""

    days: tuple[Day, ...]
    good: int
    bad: int
    chats: int
    top: tuple[tuple[str, int], ...]

    @property
    def questions(self) -> int:
        """All questions of these days."""
        return sum(day.questions for day in self.days)

    @property
    def refusals(self) -> int:
        """Those that could not be answered from the plans."""
        return sum(day.refusals for day in self.days)


@dataclass(frozen=True, slots=True)
class UsageStore:
    """Counts over the tables."""

    database: Database

    def usage(self, today: date) -> Usage:
        """Return the use of the last days, today included."""
        first = today - timedelta(days=DAYS - 1)
        since = now() - timedelta(days=DAYS)
        typed = (Question.asked_at > since) & Question.message_id.is_not(None)  # not by a button, not told by the bot
        recent = select(Question.id, Question.text, Question.unit, Question.chat_id, Asker.user_id).outerjoin(Asker)
        with self.database.session() as session:
            counted = {row.day: row for row in session.scalars(select(DayCount).where(DayCount.day >= first))}
            votes = session.execute(select(Vote.voted_at, Vote.good).where(Vote.voted_at > since)).all()
            chats = session.scalar(select(func.count(Question.chat_id.distinct())).where(typed))
            asked = session.execute(recent.where(typed).order_by(Question.id.desc()).limit(LOOKED_AT)).all()
        groups = group(
            OpenQuestion(
                number, text, unit, (unit,) if unit else (), frozenset({person or chat}), (), (chat, None, None)
            )
            for number, text, unit, chat, person in asked
        )
        cast = Counter((_day_of(voted_at), good) for voted_at, good in votes)
        days = tuple(_day(first + timedelta(days=index), counted, cast) for index in range(DAYS))
        good = sum(good for _, good in votes)
        return Usage(days, good, len(votes) - good, chats or 0, _top(groups))


def _day(day: date, counted: dict[date, DayCount], cast: Counter[tuple[date, bool]]) -> Day:
    row = counted.get(day)
    questions, refusals = (row.questions, row.refusals) if row else (0, 0)
    return Day(day, questions, refusals, cast[day, True], cast[day, False])


def _day_of(moment: datetime) -> date:
    """Return the day in Viet Nam of a time in UTC."""
    return moment.replace(tzinfo=UTC).astimezone(HANOI).date()


def _top(groups: Sequence[Group]) -> tuple[tuple[str, int], ...]:
    """Return what several people asked, most often first."""
    often = sorted(groups, key=lambda found: (-len(found.members), -found.head.number))
    return tuple((found.head.text, len(found.members)) for found in often if found.people >= PEOPLE)[:TOP]
