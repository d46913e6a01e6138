"""How long each kind of data is kept: one rule a table, with the setting that shortens it.

What is not named here either falls with what it belongs to (votes, reasons and askers with their question), holds no
person (links, counters), or stays until somebody ends it (a chat's unit, who is let in, open reminders, curated
answers).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Date, delete, or_

from bot.memory.database import Base, Database, now
from bot.settings import BotSettings


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
    yield Rule("reminders", "remind_on", settings.keep_reminders_days, ("sent", "stopped", "done"), "due")
    yield Rule("day_counts", "day", settings.keep_statistics_days)


@dataclass(frozen=True, slots=True)
class Retention:
    """The tables whose rows go with time."""

    database: Database

    def forget_old(self, settings: BotSettings) -> dict[str, int]:
        """Delete what is older than its rule, and return how many rows of each table went."""
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
        return gone
