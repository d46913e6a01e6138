"""News of plans for those who follow them: each waits here until it may be sent, and is sent once.

A chat that is told of the same plan twice before the first news went out gets the second one only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, DateTime, Integer, String, UniqueConstraint, delete, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.database import Base, Database, now

HOLD = timedelta(minutes=10)
"""How long a claim lasts; a message takes seconds."""
KEPT = timedelta(days=5)
"""News that could not be sent for that long are none any more."""


@dataclass(frozen=True, slots=True)
class News:
    """What a chat is to be told. title and told: plain words."""

    number: int
    chat_id: int
    plan_id: str
    title: str
    told: str


class _Row(Base):
    __tablename__ = "plan_news"
    __table_args__ = (UniqueConstraint("chat_id", "plan_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    plan_id: Mapped[str] = mapped_column(String(255))
    title: Mapped[str]
    told: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(DateTime)
    held_until: Mapped[datetime | None] = mapped_column(DateTime)


class _Declined(Base):
    """A chat that wants no news."""

    __tablename__ = "news_declined"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class NewsStore:
    """The tables; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session = database.session

    def add(self, chats: Iterable[int], plan_id: str, title: str, told: str) -> int:
        """Let the news wait for each chat that wants any; return how many those are."""
        wanted = set(chats)
        with self._session() as session:
            wanted -= set(session.scalars(select(_Declined.chat_id).where(_Declined.chat_id.in_(wanted))))
            session.execute(delete(_Row).where(_Row.plan_id == plan_id, _Row.chat_id.in_(wanted)))
            for chat_id in sorted(wanted):
                session.add(_Row(chat_id=chat_id, plan_id=plan_id, title=title, told=told, made_at=now()))
        return len(wanted)

    def claim(self) -> News | None:
        """Take the next news to send and hold it; None when there is none."""
        free = or_(_Row.held_until.is_(None), _Row.held_until <= now(), _Row.held_until > now() + HOLD)
        first = select(_Row.id).where(free).order_by(_Row.id).limit(1)
        taken = update(_Row).where(_Row.id == first.scalar_subquery()).values(held_until=now() + HOLD).returning(_Row)
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.made_at < now() - KEPT))
            row = session.scalar(taken)
            return News(row.id, row.chat_id, row.plan_id, row.title, row.told) if row else None

    def done(self, number: int) -> None:
        """Forget news that went out, or never can."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.id == number))

    def drop_chat(self, chat_id: int) -> None:
        """Forget all that waits for a chat."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.chat_id == chat_id))

    def decline(self, chat_id: int) -> None:
        """Tell a chat nothing any more."""
        with self._session() as session:
            session.merge(_Declined(chat_id=chat_id))
            session.execute(delete(_Row).where(_Row.chat_id == chat_id))

    def accept(self, chat_id: int) -> None:
        """Tell a chat news again."""
        with self._session() as session:
            session.execute(delete(_Declined).where(_Declined.chat_id == chat_id))

    def declines(self, chat_id: int) -> bool:
        """Tell whether a chat wants no news."""
        with self._session() as session:
            return session.get(_Declined, chat_id) is not None
