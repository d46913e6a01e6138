"""/dulieu: what is kept about a person, over all tables, for how long, and its deletion.

A row is a person's when its `user_id` is theirs, when its `chat_id` is their private chat (Telegram gives both the same
number), or when it is a question that they asked, wherever that was. A table of a later module needs no code here, only
a name in `bot.privacy.handlers`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Date, Table, case, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.memory import Base, Database, now
from bot.memory.post import DEAD, SENDING, WAITING, Outgoing
from bot.memory.rows import FEED_DAYS, PAIRING_DAYS, Asker, Question
from bot.memory.state import PROPOSALS
from bot.settings import BotSettings

EXAMPLES = 5
TYPED_DAYS = 1
"""What an administrator had begun to type and left: their next words are a question again within the hour."""


@dataclass(frozen=True, slots=True)
class Kept:
    """rows: (table, number of rows) of what is kept; questions: the newest texts, newest first; briefings: rows of that
    table without a text, which hold the sources of a briefing and are not counted among the questions."""

    rows: tuple[tuple[str, int], ...]
    questions: tuple[str, ...]
    briefings: int = 0


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What all tables hold about one person."""

    database: Database

    def kept_about(self, user_id: int) -> Kept:
        """Return what is kept about a person."""
        asked = Base.metadata.tables[Question.__tablename__]
        newest = select(Question.text).where(_theirs(asked, user_id), Question.text != "").order_by(Question.id.desc())
        untold = select(func.count()).select_from(asked).where(_theirs(asked, user_id), Question.text == "")
        with self.database.session() as session:
            counted = {
                table.name: session.scalar(select(func.count()).select_from(table).where(_theirs(table, user_id))) or 0
                for table in personal_tables()
            }
            briefings = session.scalar(untold) or 0
            counted[asked.name] -= briefings
            questions = session.scalars(newest.limit(EXAMPLES)).all()
        rows = tuple((name, count) for name, count in counted.items() if count)
        return Kept(rows, tuple(questions), briefings)

    def export(self, user_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return every row about a person by its table, as JSON can hold it."""
        with self.database.session() as session:
            held = {
                table.name: session.execute(select(table).where(_theirs(table, user_id)).order_by(*table.primary_key))
                for table in personal_tables()
            }
            return {
                name: rows for name, found in held.items() if (rows := [_plain(dict(row)) for row in found.mappings()])
            }

    def forget(self, user_id: int) -> None:
        """Delete everything that is kept about a person, in one transaction, and their words among the proposals."""
        _forget_words(self.database, user_id, self.database.path.with_name(PROPOSALS))
        with self.database.session() as session:
            _forget_letters(session, user_id)
            # Askers tell which questions are theirs, and fall with them.
            for table in sorted(personal_tables(), key=lambda table: table.name == Asker.__tablename__):
                session.execute(delete(table).where(_theirs(table, user_id)))


def as_json(held: dict[str, list[dict[str, Any]]]) -> bytes:
    """Return an export as a file."""
    return json.dumps(held, ensure_ascii=False, indent=1, default=str).encode()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def _forget_words(database: Database, user_id: int, proposals: Path) -> None:
    """Take the lines of a person's questions out of the file of proposals."""
    asked = Base.metadata.tables[Question.__tablename__]
    with database.session() as session:
        said = {text.strip() for text in session.scalars(select(asked.c.text).where(_theirs(asked, user_id)))}
    _keep_lines(proposals, lambda words: words not in said)


def _keep_lines(proposals: Path, keeps: Callable[[str], bool]) -> None:
    """Leave those lines of the file of proposals whose question is kept, and what is no proposal."""
    if not proposals.exists():
        return
    lines = proposals.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if (words := _asked_in(line)) is None or keeps(words)]
    if len(kept) < len(lines):
        fresh = proposals.with_suffix(".new")
        fresh.write_text("".join(kept), encoding="utf-8")
        fresh.replace(proposals)


def _asked_in(line: str) -> str | None:
    try:
        question = json.loads(line)["question"]
    except (ValueError, KeyError, TypeError):
        return None
    return question.strip() if isinstance(question, str) else None


def _forget_letters(session: Session, user_id: int) -> None:
    """Take the words out of letters to a person that are over or wait; their names stay, so that none comes twice."""
    theirs = (Outgoing.chat_id == user_id, Outgoing.state != SENDING)
    waiting = case((Outgoing.state == WAITING, DEAD), else_=Outgoing.state)
    session.execute(update(Outgoing).where(*theirs).values(call={}, file=None, state=waiting))


def personal_tables() -> Iterator[Table]:
    """Yield the tables whose rows may be about a person."""
    for table in Base.metadata.sorted_tables:
        if {"user_id", "chat_id"} & set(table.columns.keys()) and not table.info.get("passing"):
            yield table


def _theirs(table: Table, user_id: int) -> ColumnElement[bool]:
    tests = [table.columns[name] == user_id for name in ("user_id", "chat_id") if name in table.columns]
    if table.name == Question.__tablename__:
        tests.append(table.columns["id"].in_(select(Asker.question_id).where(Asker.user_id == user_id)))
    return or_(*tests)


# ------------------------------------------------------------------------------------------------------------- how long


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of a table go so many days after the time in a column; only: of these states, where the table has any;
    also: another column of days, where a row that has one there stays until that is as old."""

    table: str
    column: str
    days: int
    only: tuple[str, ...] = ()
    also: str | None = None


def rules(settings: BotSettings) -> Iterator[Rule]:
    """Yield the rules under these settings."""
    yield Rule("questions", "asked_at", settings.keep_questions_days)
    yield Rule("quizzes", "started_at", settings.keep_quizzes_days)
    yield Rule("uploads", "sent_at", settings.keep_uploads_days)
    yield Rule("pairings", "asked_at", PAIRING_DAYS)
    yield Rule("drafts", "changed_at", TYPED_DAYS)
    yield Rule("amendments", "asked_at", TYPED_DAYS)
    yield Rule("reminders", "remind_on", settings.keep_reminders_days, ("sent", "stopped", "done"), "due")
    yield Rule("feeds", "used_at", FEED_DAYS)
    yield Rule("day_counts", "day", settings.keep_statistics_days)


@dataclass(frozen=True, slots=True)
class Retention:
    """The tables whose rows go with time."""

    database: Database

    def forget_old(self, settings: BotSettings) -> dict[str, int]:
        """Delete what is older than its rule, and return how many rows of each table went.

        A proposal goes with the last question of its words.
        """
        gone = {}
        with self.database.session() as session:
            for rule in rules(settings):
                table = Base.metadata.tables[rule.table]
                column, until = table.columns[rule.column], now() - timedelta(days=rule.days)
                old = [column < (until.date() if isinstance(column.type, Date) else until)]
                if rule.only:
                    old.append(table.columns["state"].in_(rule.only))
                if rule.also:
                    other = table.columns[rule.also]
                    old.append(or_(other.is_(None), other < until.date()))
                key = next(iter(table.primary_key.columns))
                gone[rule.table] = len(session.execute(delete(table).where(*old).returning(key)).all())
            asked = {text.strip() for text in session.scalars(select(Question.text))}
        _keep_lines(self.database.path.with_name(PROPOSALS), lambda words: words in asked)
        return gone
