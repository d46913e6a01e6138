"""News of plans for those who follow them: each waits here for a polite hour, and leaves with its letter.

A chat that is told of the same plan twice before the first news went out gets the second one only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, DateTime, String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.memory.database import Base, Database, now

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
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    plan_id: Mapped[str] = mapped_column(String(255))
    title: Mapped[str]
    told: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(DateTime)


class _Declined(Base):
    """A chat that wants no news."""

    __tablename__ = "news_declined"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class NewsStore:
    """The tables; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session, self._later = database.session, database.later

    def add(self, chats: Iterable[int], plan_id: str, title: str, told: str) -> int:
        """Let the news wait for each chat that wants any; return how many those are."""
        wanted = set(chats)
        with self._session() as session:
            wanted -= set(session.scalars(select(_Declined.chat_id).where(_Declined.chat_id.in_(wanted))))
            session.execute(delete(_Row).where(_Row.plan_id == plan_id, _Row.chat_id.in_(wanted)))
            for chat_id in sorted(wanted):
                session.add(_Row(chat_id=chat_id, plan_id=plan_id, title=title, told=told, made_at=now()))
        return len(wanted)

    def waiting(self, most: int) -> list[News]:
        """Return the next news to send, forgetting what has grown too old."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.made_at < now() - KEPT))
            rows = session.scalars(select(_Row).order_by(_Row.id).limit(most)).all()
            return [News(row.id, row.chat_id, row.plan_id, row.title, row.told) for row in rows]

    def done(self, number: int) -> None:
        """Forget news whose letter is written, or that never can be sent."""
        self._later(lambda session: session.execute(delete(_Row).where(_Row.id == number)))

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


def drop_chat(session: Session, chat_id: int) -> None:
    """Forget all that waits for a chat, as a part of a transaction."""
    session.execute(delete(_Row).where(_Row.chat_id == chat_id))
