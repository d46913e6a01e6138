"""Reminders as rows. A row waits until its day and is over in the transaction that puts its letter into the outbox,
so that neither a restart nor a second process sends it twice. Days are local.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from sqlalchemy import (
    Update,
    delete,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from bot.memory.database import Database
from bot.memory.rows import SetReminder as Row

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
    """A row."""

    id: int
    wish: Wish


class ReminderStore:
    """The table of reminders; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session, self._later = database.session, database.later

    def add(self, wish: Wish) -> bool:
        """Keep a reminder, once for the same duty and day; False when the chat has too many."""
        with self._session() as session:
            open_rows = select(Row.id).where(Row.chat_id == wish.chat_id, Row.state.in_(_OPEN))
            if len(session.scalars(open_rows.limit(LIMIT)).all()) >= LIMIT:
                return False
            _insert(session, wish)
        return True

    def open_ones(self, chat_id: int) -> list[Reminder]:
        """Return what a chat still waits for, by day."""
        rows = select(Row).where(Row.chat_id == chat_id, Row.state.in_(_OPEN)).order_by(Row.remind_on, Row.id)
        with self._session() as session:
            return [_reminder(row) for row in session.scalars(rows)]

    def duties(self) -> set[str]:
        """Return the names of the duties that somebody waits for."""
        with self._session() as session:
            return set(session.scalars(select(Row.duty).where(Row.state.in_(_OPEN)).distinct()))

    def chats_of(self, plan_id: str) -> set[int]:
        """Return the chats that wait for a duty of this plan."""
        theirs = (Row.duty.startswith(f"{plan_id}#", autoescape=True), Row.state.in_(_OPEN))
        with self._session() as session:
            return set(session.scalars(select(Row.chat_id).where(*theirs)))

    def rename(self, duties: Mapping[str, str]) -> None:
        """Let reminders follow duties that go on under another name."""
        with self._session() as session:
            for row in session.scalars(select(Row).where(Row.duty.in_(list(duties)))).all():
                name = duties[row.duty]
                theirs = (Row.chat_id == row.chat_id, Row.duty == name, Row.remind_on == row.remind_on)
                session.execute(delete(Row).where(*theirs))
                row.duty = name
                session.flush()

    def of_duty(self, duty: str) -> list[Reminder]:
        """Return the open reminders of a duty, of every chat."""
        with self._session() as session:
            return [
                _reminder(row) for row in session.scalars(select(Row).where(Row.duty == duty, Row.state.in_(_OPEN)))
            ]

    def exchange(self, reminder: Reminder, wish: Wish) -> None:
        """Wait for `wish` instead."""
        with self._session() as session:
            session.execute(delete(Row).where(Row.id == reminder.id))
            _insert(session, wish)

    def cancel(self, number: int, chat_id: int) -> bool:
        """Delete an open reminder of this chat; False when there is none such."""
        theirs = (Row.id == number, Row.chat_id == chat_id, Row.state.in_(_OPEN))
        with self._session() as session:
            return session.execute(delete(Row).where(*theirs).returning(Row.id)).first() is not None

    # ------------------------------------------------------------------------------------------- sending

    def get(self, number: int) -> Reminder | None:
        """Return a row, whether or not it is over; None when it is forgotten."""
        with self._session() as session:
            row = session.get(Row, number)
            return _reminder(row) if row else None

    def due(self, today: date, gone: Collection[str], most: int) -> list[Reminder]:
        """Return the reminders whose day has come, and those of duties that are gone, earliest first."""
        ripe = or_(Row.remind_on <= today, Row.duty.in_(gone))
        rows = select(Row).where(Row.state.in_(_OPEN), ripe).order_by(Row.remind_on, Row.id).limit(most)
        with self._session() as session:
            return [_reminder(row) for row in session.scalars(rows)]

    def sent(self, reminder: Reminder, following: Wish | None, *, stop: bool = False) -> None:
        """End a reminder with its letter, and wait for the next time the duty is due.

        stop: end every other reminder of the duty in this chat too.
        """

        def end(session: Session) -> None:
            session.execute(update(Row).where(Row.id == reminder.id).values(state=_SENT))
            if stop:
                session.execute(_ending(reminder.wish.chat_id, reminder.wish.duty))
            elif following is not None:
                _insert(session, following)

        self._later(end)

    def drop(self, reminder: Reminder, following: Wish | None = None) -> None:
        """Stop one reminder unsent, and wait for the next time the duty is due."""
        with self._session() as session:
            session.execute(update(Row).where(Row.id == reminder.id).values(state=_STOPPED))
            if following is not None:
                _insert(session, following)

    def forget_old(self, today: date) -> None:
        """Delete what is over for long."""
        with self._session() as session:
            session.execute(delete(Row).where(Row.state.not_in(_OPEN), Row.remind_on < today - KEPT))


def end_chat(session: Session, chat_id: int) -> None:
    """Stop every reminder of a chat, and what was to follow them, as a part of a transaction."""
    session.execute(_ending(chat_id))


def leave_topic(session: Session, chat_id: int, topic: int) -> None:
    """Remind the whole group when a topic of its forum is gone, as a part of a transaction."""
    session.execute(update(Row).where(Row.chat_id == chat_id, Row.topic == topic).values(topic=None))


def _ending(chat_id: int, duty: str | None = None) -> Update:
    theirs = [Row.chat_id == chat_id, Row.state.in_(_OPEN)] + ([Row.duty == duty] if duty else [])
    return update(Row).where(*theirs).values(state=_STOPPED)


def _insert(session: Session, wish: Wish) -> None:
    """Add a row, or wait again with one that was stopped; what was sent is never sent again."""
    theirs = (Row.chat_id == wish.chat_id, Row.duty == wish.duty, Row.remind_on == wish.remind_on)
    row = session.scalar(select(Row).where(*theirs))
    if row is None:
        session.add(Row(**asdict(wish)))
    elif row.state == _STOPPED:
        row.state, row.topic, row.user_id, row.before = _WAITING, wish.topic, wish.user_id, wish.before
    elif row.state == _WAITING and row.before is None:
        row.before = wish.before


def _reminder(row: Row) -> Reminder:
    wish = Wish(row.chat_id, row.topic, row.user_id, row.duty, row.told, row.due, row.remind_on, row.before)
    return Reminder(row.id, wish)
