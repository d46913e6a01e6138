"""Plans that administrators have sent and not yet decided on, as rows, so that they outlive a restart.

A row waits, is held while it goes in, and then is done or cancelled; what is decided keeps no text. A process that ends
in the middle leaves it held, and when the hold is over it waits again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, String, and_, delete, or_, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.database import Base, Database, now
from knowledge.model import RawDocument

KEPT_DAYS = 7
KEPT_AT_MOST = 10
"""Uploads that are kept at all, the newest ones."""
HOLD = timedelta(minutes=3)
"""How long nobody else may put it in; should it take longer, the library's writer's lock keeps a second one out."""


class Stage(StrEnum):
    """Where an upload stands."""

    WAITING = "waiting"
    GOING = "going"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Offer:
    """What an administrator was shown that a button would do. replaces: plan id and sha256 of the version that would
    go; new_id: the plan id as a new plan. None: not offered."""

    replaces: tuple[str, str] | None
    new_id: str | None


@dataclass(frozen=True, slots=True)
class Upload:
    """name: of the file; document: its text, None once decided."""

    number: int
    name: str
    document: RawDocument | None
    offer: Offer
    stage: Stage


class _Row(Base):
    __tablename__ = "uploads"
    # AUTOINCREMENT never gives a number twice, so an old button can't approve a newer file.
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    name: Mapped[str] = mapped_column(String(255))
    document: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    replaces: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    new_id: Mapped[str | None] = mapped_column(String(255))
    sent_at: Mapped[datetime] = mapped_column(DateTime, index=True)
    stage: Mapped[str] = mapped_column(String(16), default=Stage.WAITING)
    held_until: Mapped[datetime | None] = mapped_column(DateTime)


class UploadStore:
    """The table of uploads; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session = database.session

    def add(self, user_id: int, name: str, document: RawDocument) -> int:
        """Keep a document until it is decided on, and return its number; the oldest ones go."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.sent_at < now() - timedelta(days=KEPT_DAYS)))
            row = _Row(user_id=user_id, name=name[:255], document=asdict(document), sent_at=now())
            session.add(row)
            session.flush()
            session.execute(delete(_Row).where(_Row.id <= row.id - KEPT_AT_MOST))
            return row.id

    def get(self, number: int) -> Upload | None:
        """Return an upload, None when it is forgotten."""
        with self._session() as session:
            row = session.get(_Row, number)
            return _upload(row) if row else None

    def offer(self, number: int, offer: Offer) -> None:
        """Remember what the buttons under the preview stand for."""
        values = {"replaces": list(offer.replaces) if offer.replaces else None, "new_id": offer.new_id}
        with self._session() as session:
            session.execute(update(_Row).where(_Row.id == number).values(values))

    def claim(self, number: int) -> Upload | None:
        """Hold an upload that waits; None when it doesn't: whoever comes second is too late."""
        stale = and_(_Row.stage == Stage.GOING, _Row.held_until <= now())
        free = or_(_Row.stage == Stage.WAITING, stale)
        taken = (
            update(_Row).where(_Row.id == number, free)
            .values(stage=Stage.GOING, held_until=now() + HOLD).returning(_Row)
        )  # fmt: skip
        with self._session() as session:
            row = session.scalar(taken)
            return _upload(row) if row else None

    def release(self, number: int) -> None:
        """Let it wait again."""
        with self._session() as session:
            session.execute(update(_Row).where(_Row.id == number).values(stage=Stage.WAITING, held_until=None))

    def interrupted(self) -> list[tuple[int, str]]:
        """Let what a process that has ended was putting in wait again; return (administrator, name) of each."""
        going = update(_Row).where(_Row.stage == Stage.GOING).values(stage=Stage.WAITING, held_until=None)
        with self._session() as session:
            return [(user, name) for user, name in session.execute(going.returning(_Row.user_id, _Row.name))]

    def finish(self, number: int, stage: Stage) -> None:
        """Remember what was decided, and forget the text."""
        with self._session() as session:
            values = {"stage": stage, "document": None, "held_until": None}
            session.execute(update(_Row).where(_Row.id == number).values(values))

    def forget_old(self) -> None:
        """Drop what nobody decided on for long."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.sent_at < now() - timedelta(days=KEPT_DAYS)))


def _upload(row: _Row) -> Upload:
    replaces = (row.replaces[0], row.replaces[1]) if row.replaces else None
    document = _document(row.document) if row.document else None
    return Upload(row.id, row.name, document, Offer(replaces, row.new_id), Stage(row.stage))


def _document(kept: dict[str, Any]) -> RawDocument:
    fields: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in kept.items()}
    return RawDocument(**fields)
