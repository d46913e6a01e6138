"""Reminders as rows, each claimed before it is sent, so that neither a restart nor a second process sends it twice.

A row waits until its day, is held while it is sent, and then is sent. A process that ends in the middle leaves it
held; when the hold is over it is claimed again and says that it may be a repetition. Days are local, times are UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Date,
    DateTime,
    Integer,
    String,
    UniqueConstraint,
    Update,
    delete,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.database import Base, Database

HOLD = timedelta(minutes=10)
"""How long a claim lasts; a message takes seconds."""
KEPT = timedelta(days=30)
"""How long what is over is kept."""
LIMIT = 100
"""Open reminders of one chat."""
_WAITING, _SENDING, _SENT, _STOPPED = "waiting", "sending", "sent", "stopped"
_OPEN = (_WAITING, _SENDING)


@dataclass(frozen=True, slots=True)
class Wish:
    """A reminder to set. topic: of a forum, None elsewhere; duty: its name in the bot's memory; told: what it is about,
    in words that outlive the plan; due: the last safe day, None where the plan names none; remind_on: the day; before:
    days before every time the duty is due, None for one chosen day."""

    chat_id: int
    topic: int | None
    user_id: int
    duty: str
    told: str
    due: date | None
    remind_on: date
    before: int | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A row. again: an earlier attempt to send it may have arrived."""

    id: int
    wish: Wish
    again: bool = False


class _Row(Base):
    __tablename__ = "reminders"
    # AUTOINCREMENT never gives a number twice, so an old button can't cancel a newer reminder.
    __table_args__ = (UniqueConstraint("chat_id", "duty", "remind_on"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    topic: Mapped[int | None] = mapped_column(BigInteger)
    user_id: Mapped[int] = mapped_column(BigInteger, index=True)
    duty: Mapped[str] = mapped_column(String(300))
    told: Mapped[str]
    due: Mapped[date | None] = mapped_column(Date)
    remind_on: Mapped[date] = mapped_column(Date, index=True)
    before: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(16), default=_WAITING, index=True)
    held_until: Mapped[datetime | None] = mapped_column(DateTime)
    again: Mapped[bool] = mapped_column(default=False)


class ReminderStore:
    """The table of reminders; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session = database.session

    def add(self, wish: Wish) -> bool:
        """Keep a reminder, once for the same duty and day; False when the chat has too many."""
        with self._session() as session:
            open_rows = select(_Row.id).where(_Row.chat_id == wish.chat_id, _Row.state.in_(_OPEN))
            if len(session.scalars(open_rows.limit(LIMIT)).all()) >= LIMIT:
                return False
            _insert(session, wish)
        return True

    def open_ones(self, chat_id: int) -> list[Reminder]:
        """Return what a chat still waits for, by day."""
        rows = select(_Row).where(_Row.chat_id == chat_id, _Row.state.in_(_OPEN)).order_by(_Row.remind_on, _Row.id)
        with self._session() as session:
            return [_reminder(row) for row in session.scalars(rows)]

    def duties(self) -> set[str]:
        """Return the names of the duties that somebody waits for."""
        with self._session() as session:
            return set(session.scalars(select(_Row.duty).where(_Row.state.in_(_OPEN)).distinct()))

    def chats_of(self, plan_id: str) -> set[int]:
        """Return the chats that wait for a duty of this plan."""
        theirs = (_Row.duty.startswith(f"{plan_id}#", autoescape=True), _Row.state.in_(_OPEN))
        with self._session() as session:
            return set(session.scalars(select(_Row.chat_id).where(*theirs)))

    def rename(self, duties: Mapping[str, str]) -> None:
        """Let reminders follow duties that go on under another name."""
        with self._session() as session:
            for row in session.scalars(select(_Row).where(_Row.duty.in_(list(duties)))).all():
                name = duties[row.duty]
                theirs = (_Row.chat_id == row.chat_id, _Row.duty == name, _Row.remind_on == row.remind_on)
                session.execute(delete(_Row).where(*theirs))
                row.duty = name
                session.flush()

    def of_duty(self, duty: str) -> list[Reminder]:
        """Return the open reminders of a duty, of every chat."""
        with self._session() as session:
            return [
                _reminder(row) for row in session.scalars(select(_Row).where(_Row.duty == duty, _Row.state.in_(_OPEN)))
            ]

    def exchange(self, reminder: Reminder, wish: Wish) -> None:
        """Wait for `wish` instead."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.id == reminder.id))
            _insert(session, wish)

    def cancel(self, number: int, chat_id: int) -> bool:
        """Delete an open reminder of this chat; False when there is none such."""
        theirs = (_Row.id == number, _Row.chat_id == chat_id, _Row.state.in_(_OPEN))
        with self._session() as session:
            return session.execute(delete(_Row).where(*theirs).returning(_Row.id)).first() is not None

    # ------------------------------------------------------------------------------------------- sending

    def claim(self, now: datetime, today: date, gone: Collection[str]) -> Reminder | None:
        """Take one reminder whose day has come, or whose duty is `gone`, and hold it; None when there is none.

        A hold that ends later than any could is of a clock that has been put back since, and counts for nothing.
        """
        free = or_(_Row.held_until.is_(None), _Row.held_until <= now, _Row.held_until > now + HOLD)
        ripe = or_(_Row.remind_on <= today, _Row.duty.in_(gone))
        first = select(_Row.id).where(_Row.state.in_(_OPEN), free, ripe).order_by(_Row.remind_on, _Row.id).limit(1)
        # One statement: no other process can take the row between finding and holding it.
        taken = (
            update(_Row).where(_Row.id == first.scalar_subquery())
            .values(state=_SENDING, held_until=now + HOLD, again=or_(_Row.again, _Row.state == _SENDING))
            .returning(_Row)
        )  # fmt: skip
        with self._session() as session:
            row = session.scalar(taken)
            return _reminder(row) if row else None

    def sent(self, reminder: Reminder, following: Wish | None, *, stop: bool = False) -> None:
        """End a reminder that has been sent and wait for the next time the duty is due.

        stop: end every other reminder of the duty in this chat too.
        """
        done = update(_Row).where(_Row.id == reminder.id).values(state=_SENT, held_until=None).returning(_Row.id)
        with self._session() as session:
            cancelled = session.execute(done).first() is None
            if stop:
                session.execute(_ending(reminder.wish.chat_id, reminder.wish.duty))
            elif following is not None and not cancelled:
                _insert(session, following)

    def put_back(self, reminder: Reminder, now: datetime, *, again: bool) -> None:
        """Wait with a reminder that could not be sent, a hold long. again: it may have arrived all the same."""
        values = {"state": _WAITING, "held_until": now + HOLD, "again": reminder.again or again}
        with self._session() as session:
            session.execute(update(_Row).where(_Row.id == reminder.id, _Row.state == _SENDING).values(values))

    def end(self, chat_id: int) -> None:
        """Stop every reminder of a chat."""
        with self._session() as session:
            session.execute(_ending(chat_id))

    def drop(self, reminder: Reminder, following: Wish | None = None) -> None:
        """Stop one reminder unsent, and wait for the next time the duty is due."""
        with self._session() as session:
            session.execute(update(_Row).where(_Row.id == reminder.id).values(state=_STOPPED, held_until=None))
            if following is not None:
                _insert(session, following)

    def leave_topic(self, chat_id: int, topic: int) -> None:
        """Remind the whole group when a topic of its forum is gone."""
        theirs = (_Row.chat_id == chat_id, _Row.topic == topic)
        with self._session() as session:
            session.execute(update(_Row).where(*theirs).values(topic=None, held_until=None))

    def forget_old(self, today: date) -> None:
        """Delete what is over for long."""
        with self._session() as session:
            session.execute(delete(_Row).where(_Row.state.not_in(_OPEN), _Row.remind_on < today - KEPT))


def _ending(chat_id: int, duty: str | None = None) -> Update:
    theirs = [_Row.chat_id == chat_id, _Row.state.in_(_OPEN)] + ([_Row.duty == duty] if duty else [])
    return update(_Row).where(*theirs).values(state=_STOPPED, held_until=None)


def _insert(session: Session, wish: Wish) -> None:
    """Add a row, or wait again with one that was stopped; what was sent is never sent again."""
    theirs = (_Row.chat_id == wish.chat_id, _Row.duty == wish.duty, _Row.remind_on == wish.remind_on)
    row = session.scalar(select(_Row).where(*theirs))
    if row is None:
        session.add(_Row(**asdict(wish)))
    elif row.state == _STOPPED:
        row.state, row.topic, row.user_id, row.before = _WAITING, wish.topic, wish.user_id, wish.before
    elif row.state == _WAITING and row.before is None:
        row.before = wish.before


def _reminder(row: _Row) -> Reminder:
    wish = Wish(row.chat_id, row.topic, row.user_id, row.duty, row.told, row.due, row.remind_on, row.before)
    return Reminder(row.id, wish, row.again)
