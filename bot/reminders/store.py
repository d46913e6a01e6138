"""Reminders as rows. A row waits until its day and is over in the transaction that puts its letter into the outbox,
so that neither a restart nor a second process sends it twice. Days are local.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Update, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.memory import Database
from bot.memory.rows import SetReminder as Row
from bot.memory.rows import WeekDigest

KEPT = timedelta(days=30)
"""How long what is over is kept."""
LIMIT = 100
"""Open reminders of one chat."""
_WAITING, _SENDING, _SENT, _STOPPED, _DONE = "waiting", "sending", "sent", "stopped", "done"
_OPEN = (_WAITING, _SENDING)


@dataclass(frozen=True, slots=True)
class Wish:
    """A reminder to set. topic: of a forum, None elsewhere; duty: its name in the bot's memory; told: what it is about,
    in words that outlive the plan; due: the last safe day, None where the plan names none; remind_on: the day; before:
    days before every time the duty is due, None for one chosen day; snoozed: it was put off to its day."""

    chat_id: int
    topic: int | None
    user_id: int
    duty: str
    told: str
    due: date | None
    remind_on: date
    before: int | None
    snoozed: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """A row. done: the person has said that the duty is done this time."""

    id: int
    wish: Wish
    done: bool = False


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A chat that wants the digest of the week, and the topic of its forum."""

    chat_id: int
    topic: int | None


class ReminderStore:
    """The table of reminders; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._session, self._later = database.session, database.later

    def add(self, wish: Wish) -> bool:
        """Keep a reminder, once for the same duty and day; False when the chat has too many."""
        with self._session() as session:
            if _count(session, wish.chat_id) >= LIMIT:
                return False
            _insert(session, wish, asked=True)
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

    # ------------------------------------------------------------------------------------- done, put off

    def done_ones(self, chat_id: int) -> list[Reminder]:
        """Return what a chat has done, each time of a duty once, the latest first."""
        rows = select(Row).where(Row.chat_id == chat_id, Row.state == _DONE).order_by(Row.remind_on.desc(), Row.id)
        with self._session() as session:
            held = {(row.duty, row.due or row.id): _reminder(row) for row in session.scalars(rows)}
        return list(held.values())

    def done_days(self, chat_id: int, duty: str) -> set[date]:
        """Return the last safe days of a duty that a chat has done in time or not."""
        rows = select(Row.due).where(Row.chat_id == chat_id, Row.duty == duty, Row.state == _DONE)
        with self._session() as session:
            return {day for day in session.scalars(rows) if day is not None}

    def of_time(self, reminder: Reminder) -> list[Reminder]:
        """Return what a chat still waits for of the time that a reminder is about."""
        with self._session() as session:
            rows = session.scalars(select(Row).where(*_of_time(reminder), Row.state.in_(_OPEN)))
            return [_reminder(row) for row in rows]

    def finish(self, reminder: Reminder, following: Iterable[Wish]) -> None:
        """Wait no more for the time that a reminder is about, and wait for what follows."""
        with self._session() as session:
            session.execute(update(Row).where(*_of_time(reminder), Row.state != _STOPPED).values(state=_DONE))
            for wish in following:
                _insert(session, wish)

    def reopen(self, reminder: Reminder, first: date) -> None:
        """Wait again for the time that a reminder is about, from `first` on."""
        done = (*_of_time(reminder), Row.state == _DONE)
        with self._session() as session:
            session.execute(update(Row).where(*done, Row.remind_on >= first).values(state=_WAITING))
            session.execute(update(Row).where(*done, Row.remind_on < first).values(state=_SENT))

    def snooze(self, reminder: Reminder, wish: Wish) -> bool:
        """Put a reminder off to the day of `wish`, in place of an earlier such day; False with too many open ones."""
        before = (*_of_time(reminder, every=True), Row.snoozed, Row.state.in_(_OPEN))
        with self._session() as session:
            earlier = session.scalars(select(Row.id).where(*before)).all()
            if _count(session, wish.chat_id) - len(earlier) >= LIMIT:
                return False
            session.execute(delete(Row).where(Row.id.in_(earlier), Row.id != reminder.id))
            if reminder.id in earlier:  # its buttons are still pressed
                session.execute(update(Row).where(Row.id == reminder.id).values(state=_SENT))
            _insert(session, wish, asked=True)
        return True

    def is_put_off(self, reminder: Reminder, day: date) -> bool:
        """Tell whether a chat waits already for the time that a reminder is about, put off to this day."""
        held = (*_of_time(reminder, every=True), Row.snoozed, Row.remind_on == day, Row.state.in_(_OPEN))
        with self._session() as session:
            return session.scalar(select(Row.id).where(*held)) is not None

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
        """Delete what is over for long: what is due yet has been done or told, which the lists have to know."""
        last = today - KEPT
        past = (Row.remind_on < last, or_(Row.due.is_(None), Row.due < last))
        with self._session() as session:
            session.execute(delete(Row).where(Row.state.not_in(_OPEN), *past))


def end_chat(session: Session, chat_id: int) -> None:
    """Stop every reminder of a chat, and what was to follow them, as a part of a transaction."""
    session.execute(_ending(chat_id))
    session.execute(delete(WeekDigest).where(WeekDigest.chat_id == chat_id))


def leave_topic(session: Session, chat_id: int, topic: int) -> None:
    """Remind the whole group when a topic of its forum is gone, as a part of a transaction."""
    for table in (Row, WeekDigest):
        session.execute(update(table).where(table.chat_id == chat_id, table.topic == topic).values(topic=None))


def _of_time(reminder: Reminder, *, every: bool = False) -> tuple[ColumnElement[bool], ...]:
    """The rows of the same chat, duty and time; without a date each one is a time of its own, unless `every` counts."""
    wish = reminder.wish
    time = Row.id == reminder.id if wish.due is None and not every else Row.due == wish.due
    return (Row.chat_id == wish.chat_id, Row.duty == wish.duty, time)


def _ending(chat_id: int, duty: str | None = None) -> Update:
    theirs = [Row.chat_id == chat_id, Row.state.in_(_OPEN)] + ([Row.duty == duty] if duty else [])
    return update(Row).where(*theirs).values(state=_STOPPED)


def _count(session: Session, chat_id: int) -> int:
    """Count the open reminders of a chat."""
    theirs = (Row.chat_id == chat_id, Row.state.in_(_OPEN))
    return session.scalar(select(func.count()).select_from(Row).where(*theirs)) or 0


def _insert(session: Session, wish: Wish, *, asked: bool = False) -> None:
    """Add a row, or wait again with one that was stopped; what was sent is never sent again.

    asked: a person wants this very day, whatever became of an earlier reminder on it.
    """
    theirs = (Row.chat_id == wish.chat_id, Row.duty == wish.duty, Row.remind_on == wish.remind_on)
    row = session.scalar(select(Row).where(*theirs))
    if row is not None and row.state == _DONE and (asked or row.due != wish.due):
        first = select(func.min(Row.remind_on)).where(Row.chat_id == wish.chat_id, Row.duty == wish.duty)
        row.remind_on = (session.scalar(first) or wish.remind_on) - timedelta(days=1)  # what is done stays done
        session.flush()
        row = None
    if row is None:
        session.add(Row(**asdict(wish)))
    elif row.state == _STOPPED or (asked and row.state not in _OPEN):
        row.state = _WAITING
        for name, value in asdict(wish).items():
            setattr(row, name, value)
    elif row.state == _WAITING and row.before is None:
        row.before = wish.before


def _reminder(row: Row) -> Reminder:
    wish = Wish(
        row.chat_id, row.topic, row.user_id, row.duty, row.told, row.due, row.remind_on, row.before, row.snoozed
    )
    return Reminder(row.id, wish, row.state == _DONE)


# --------------------------------------------------------------------------------------------- digests of the week


@dataclass(frozen=True, slots=True)
class DigestStore:
    """The table of those who want to be told of their week; every method is one transaction."""

    database: Database

    def wants(self, chat_id: int) -> bool:
        """Tell whether a chat wants the digest."""
        with self.database.reading() as session:
            return session.get(WeekDigest, chat_id) is not None

    def begin(self, chat: Subscriber, user_id: int, monday: date) -> None:
        """Tell a chat of the weeks after the one of `monday`."""
        row = WeekDigest(chat_id=chat.chat_id, topic=chat.topic, user_id=user_id, told_for=monday)
        with self.database.session() as session:
            session.merge(row)

    def end(self, chat_id: int) -> None:
        """Tell a chat no more."""
        with self.database.session() as session:
            session.execute(delete(WeekDigest).where(WeekDigest.chat_id == chat_id))

    def waiting(self, monday: date, most: int) -> list[Subscriber]:
        """Return the chats that were not told of the week of `monday` yet, so many at most."""
        rows = select(WeekDigest).where(WeekDigest.told_for < monday).order_by(WeekDigest.chat_id).limit(most)
        with self.database.session() as session:
            return [Subscriber(row.chat_id, row.topic) for row in session.scalars(rows)]

    def told(self, chat_id: int, monday: date) -> None:
        """Note that a chat was told of a week, together with its letter."""
        change = update(WeekDigest).where(WeekDigest.chat_id == chat_id).values(told_for=monday)
        self.database.later(lambda session: session.execute(change))
