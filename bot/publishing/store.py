"""Plans that administrators have sent and not yet decided on, and the news of plans for those who follow them, as rows.

A file waits, is held while it goes in, and then is done or cancelled; what is decided keeps no text. A process that
ends in the middle leaves it held, and when the hold is over it waits again. News wait for a polite hour, and leave with
their letter; a chat that is told of the same plan twice before the first news went out gets the second one only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.memory import Database, now
from bot.memory.rows import Amendment, NewsDeclined, SentPlan, WaitingNews
from knowledge.model import RawDocument

KEPT_DAYS = 7
NOBODY = 0
"""Stands for whoever sent a document that came by a watched folder, until an administrator is told of it."""
KEPT_AT_MOST = 10
"""Uploads that are kept at all, the newest ones."""
ASKED_FOR = timedelta(hours=1)
"""How long an administrator's words are taken for the value that they were asked for."""
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


class UploadStore:
    """The table of uploads; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session = database.session
        self._later = database.later

    def add(self, user_id: int, name: str, document: RawDocument, file: bytes | None = None) -> int:
        """Keep a document until it is decided on, and return its number; the oldest ones go. file: to show pages of."""
        with self._session() as session:
            session.execute(delete(SentPlan).where(SentPlan.sent_at < now() - timedelta(days=KEPT_DAYS)))
            row = SentPlan(user_id=user_id, name=name[:255], document=asdict(document), file=file, sent_at=now())
            session.add(row)
            session.flush()
            session.execute(delete(SentPlan).where(SentPlan.id <= row.id - KEPT_AT_MOST))
            return row.id

    def arrive(self, name: str, document: RawDocument, file: bytes | None = None) -> int:
        """Keep a document that no administrator has sent, and return its number; one of them is told of it."""
        return self.add(NOBODY, name, document, file)

    def arrived(self) -> list[int]:
        """Return the numbers of what has arrived and nobody was told of."""
        with self._session() as session:
            untold = select(SentPlan.id).where(SentPlan.user_id == NOBODY, SentPlan.stage == Stage.WAITING)
            return list(session.scalars(untold.order_by(SentPlan.id)))

    def told(self, number: int, admin: int) -> None:
        """Note who was told of what has arrived, with the letter that tells it."""
        told = update(SentPlan).where(SentPlan.id == number).values(user_id=admin)
        self._later(lambda session: session.execute(told))

    def waiting(self) -> int:
        """Return how many documents nobody has decided on."""
        with self._session() as session:
            undecided = select(func.count()).select_from(SentPlan).where(SentPlan.document.is_not(None))
            return session.scalar(undecided) or 0

    def get(self, number: int) -> Upload | None:
        """Return an upload, None when it is forgotten."""
        with self._session() as session:
            row = session.get(SentPlan, number)
            return _upload(row) if row else None

    def file(self, number: int) -> tuple[str, bytes] | None:
        """Return name and content of the file, None when it was decided on or has no pages to show."""
        with self._session() as session:
            row = session.get(SentPlan, number)
            return (row.name, row.file) if row and row.file else None

    def offer(self, number: int, offer: Offer) -> None:
        """Remember what the buttons under the preview stand for."""
        values = {"replaces": list(offer.replaces) if offer.replaces else None, "new_id": offer.new_id}
        with self._session() as session:
            session.execute(update(SentPlan).where(SentPlan.id == number).values(values))

    def claim(self, number: int) -> Upload | None:
        """Hold an upload that waits; None when it doesn't: whoever comes second is too late."""
        stale = and_(SentPlan.stage == Stage.GOING, SentPlan.held_until <= now())
        free = or_(SentPlan.stage == Stage.WAITING, stale)
        taken = (
            update(SentPlan).where(SentPlan.id == number, free)
            .values(stage=Stage.GOING, held_until=now() + HOLD).returning(SentPlan)
        )  # fmt: skip
        with self._session() as session:
            row = session.scalar(taken)
            return _upload(row) if row else None

    def release(self, number: int) -> None:
        """Let it wait again."""
        with self._session() as session:
            session.execute(update(SentPlan).where(SentPlan.id == number).values(stage=Stage.WAITING, held_until=None))

    def interrupted(self) -> list[tuple[int, str]]:
        """Let what a process that has ended was putting in wait again; return (administrator, name) of each."""
        going = update(SentPlan).where(SentPlan.stage == Stage.GOING).values(stage=Stage.WAITING, held_until=None)
        with self._session() as session:
            return [(user, name) for user, name in session.execute(going.returning(SentPlan.user_id, SentPlan.name))]

    def finish(self, number: int, stage: Stage) -> None:
        """Remember what was decided, and forget the text."""
        with self._session() as session:
            values = {"stage": stage, "document": None, "file": None, "held_until": None}
            session.execute(update(SentPlan).where(SentPlan.id == number).values(values))

    def amend(self, user_id: int, link: int | None) -> None:
        """Remember which place an administrator is asked to correct, None to forget it."""
        with self._session() as session:
            if link is None:
                session.execute(delete(Amendment).where(Amendment.user_id == user_id))
            else:
                session.merge(Amendment(user_id=user_id, link=link, asked_at=now()))

    def amended(self, user_id: int) -> int | None:
        """Return the link of the place that an administrator was asked to correct, None without one."""
        with self._session() as session:
            row = session.get(Amendment, user_id)
            return row.link if row and row.asked_at > now() - ASKED_FOR else None


def _upload(row: SentPlan) -> Upload:
    replaces = (row.replaces[0], row.replaces[1]) if row.replaces else None
    document = _document(row.document) if row.document else None
    return Upload(row.id, row.name, document, Offer(replaces, row.new_id), Stage(row.stage))


def _document(kept: dict[str, Any]) -> RawDocument:
    fields: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in kept.items()}
    return RawDocument(**fields)


# ----------------------------------------------------------------------------------------------------------------- news

NEWS_KEPT = timedelta(days=5)
"""News that could not be sent for that long are none any more."""


@dataclass(frozen=True, slots=True)
class News:
    """What a chat is to be told. title and told: plain words."""

    number: int
    chat_id: int
    plan_id: str
    title: str
    told: str


class NewsStore:
    """The tables; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session, self._later = database.session, database.later

    def add(self, chats: Iterable[int], plan_id: str, title: str, told: str) -> int:
        """Let the news wait for each chat that wants any; return how many those are."""
        wanted = set(chats)
        with self._session() as session:
            wanted -= set(session.scalars(select(NewsDeclined.chat_id).where(NewsDeclined.chat_id.in_(wanted))))
            session.execute(delete(WaitingNews).where(WaitingNews.plan_id == plan_id, WaitingNews.chat_id.in_(wanted)))
            for chat_id in sorted(wanted):
                session.add(WaitingNews(chat_id=chat_id, plan_id=plan_id, title=title, told=told, made_at=now()))
        return len(wanted)

    def waiting(self, most: int) -> list[News]:
        """Return the next news to send, forgetting what has grown too old."""
        with self._session() as session:
            session.execute(delete(WaitingNews).where(WaitingNews.made_at < now() - NEWS_KEPT))
            rows = session.scalars(select(WaitingNews).order_by(WaitingNews.id).limit(most)).all()
            return [News(row.id, row.chat_id, row.plan_id, row.title, row.told) for row in rows]

    def done(self, number: int) -> None:
        """Forget news whose letter is written, or that never can be sent."""
        self._later(lambda session: session.execute(delete(WaitingNews).where(WaitingNews.id == number)))

    def decline(self, chat_id: int) -> None:
        """Tell a chat nothing any more."""
        with self._session() as session:
            session.merge(NewsDeclined(chat_id=chat_id))
            session.execute(delete(WaitingNews).where(WaitingNews.chat_id == chat_id))

    def accept(self, chat_id: int) -> None:
        """Tell a chat news again."""
        with self._session() as session:
            session.execute(delete(NewsDeclined).where(NewsDeclined.chat_id == chat_id))

    def declines(self, chat_id: int) -> bool:
        """Tell whether a chat wants no news."""
        with self._session() as session:
            return session.get(NewsDeclined, chat_id) is not None


def drop_chat(session: Session, chat_id: int) -> None:
    """Forget all that waits for a chat, as a part of a transaction."""
    session.execute(delete(WaitingNews).where(WaitingNews.chat_id == chat_id))
