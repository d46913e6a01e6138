"""What the bot keeps about one person, over all tables, and its deletion.

A row is a person's when its `user_id` is theirs, when its `chat_id` is their private chat (Telegram gives both the same
number), or when it is a question that they asked, wherever that was. A table of a later module needs no code here, only
a name in `bot.privacy.words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, delete, func, or_, select

from bot.memory.database import Base, Database
from bot.memory.rows import Asker, Question

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """rows: (table, number of rows) of what is kept; questions: the newest texts, newest first."""

    rows: tuple[tuple[str, int], ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What all tables hold about one person."""

    database: Database

    def kept_about(self, user_id: int) -> Kept:
        """Return what is kept about a person."""
        asked = Base.metadata.tables[Question.__tablename__]
        newest = select(Question.text).where(_theirs(asked, user_id)).order_by(Question.id.desc())
        with self.database.session() as session:
            counted = [
                (
                    table.name,
                    session.scalar(select(func.count()).select_from(table).where(_theirs(table, user_id))) or 0,
                )
                for table in personal_tables()
            ]
            questions = session.scalars(newest.limit(EXAMPLES)).all()
        return Kept(tuple((name, count) for name, count in counted if count), tuple(questions))

    def forget(self, user_id: int) -> None:
        """Delete everything that is kept about a person, in one transaction."""
        with self.database.session() as session:
            # Askers tell which questions are theirs, and fall with them.
            for table in sorted(personal_tables(), key=lambda table: table.name == Asker.__tablename__):
                session.execute(delete(table).where(_theirs(table, user_id)))


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
