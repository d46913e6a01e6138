"""Duties as calendar files: an event each, with reminders, a rule where its days follow one (RFC 5545).

Of an event with a rule, the days that people have off are told, and reminded of, by an event of their own in its place.
At the end the secrets in people's calendar addresses: one of their own each, to be replaced or given up at any time.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import delete, select

from bot.agenda import DAYS_BEFORE, HOUR
from bot.memory import Database, now
from bot.memory.rows import Feed
from knowledge.model import DueDay

if TYPE_CHECKING:  # not loaded before somebody asks for a calendar
    from icalendar import Alarm, Event

_DOMAIN = "so-tay-dan-van"
CALENDAR_NAME = "Hạn theo kế hoạch Dân vận khéo"
ALARM = "Còn {days} ngày – {summary}"


@dataclass(frozen=True, slots=True)
class Time:
    """A time at which a duty is due. worked: the last day on which it is done in time and people work."""

    day: DueDay
    worked: date
    description: str

    @property
    def first(self) -> date:
        """The day on which its event begins."""
        return self.day.first or self.day.safe

    @property
    def early(self) -> int:
        """How many days before its last one it is better done."""
        return (self.day.safe - self.worked).days


@dataclass(frozen=True, slots=True)
class Dates:
    """A duty for the calendar. key: stays the same for the same duty, so that a second import replaces the first; void:
    it is asked for no more."""

    key: str
    summary: str
    times: tuple[Time, ...]
    void: bool = False


def calendar_file(entries: Sequence[Dates], stamp: datetime, sequence: int = 0) -> bytes:
    """Return the file's content. stamp: when it was made, with a time zone; sequence: grows with each revision."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//vi")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", CALENDAR_NAME)
    for entry in entries:
        for event in _events(entry, stamp):
            event.add("sequence", sequence)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entry: Dates, stamp: datetime) -> Iterator[Event]:
    """One event with a rule when the days follow one, with those for its days off; else an event for each day."""
    step = _months_between([time.day for time in entry.times])
    if step:
        plain = next((time for time in entry.times if not time.early), entry.times[0])
        begun = entry.times[0].day
        event = _event(entry, Time(begun, begun.safe, plain.description), entry.key, stamp)
        event.add("rrule", _rule(step, entry.times[-1].first))
        yield event
        for time in entry.times:
            if time.early:
                apart = _event(entry, time, entry.key, stamp)
                apart.add("recurrence-id", time.first)
                yield apart
        return
    for number, time in enumerate(entry.times, 1):
        key = entry.key if len(entry.times) == 1 else f"{entry.key}-{number}"
        yield _event(entry, time, key, stamp)


def _event(entry: Dates, time: Time, key: str, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{key}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("dtstart", time.first)
    event.add("dtend", time.day.safe + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", time.description)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.void else "CONFIRMED")
    for before in () if entry.void else DAYS_BEFORE:
        event.add_component(_alarm(entry.summary, before, time))
    return event


def _alarm(summary: str, before: int, time: Time) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", ALARM.format(days=before, summary=summary))
    # A stretch is counted from its end, which is the midnight after its last day.
    stretch = time.day.first is not None
    whole, related = before + time.early + stretch, {"RELATED": "END"} if stretch else {}
    alarm.add("trigger", timedelta(hours=HOUR) - timedelta(days=whole), parameters=related)
    return alarm


def _first(day: DueDay) -> date:
    return day.first or day.safe


def _months_between(days: Sequence[DueDay]) -> int | None:
    """Return the months from each day to the next when they are always as many, on the same day of the month."""
    lengths = {day.safe - _first(day) for day in days}
    numbers = {_first(day).day for day in days}
    months = [_first(day).year * 12 + _first(day).month for day in days]
    steps = {later - earlier for earlier, later in pairwise(months)}
    return steps.pop() if len(lengths) == len(numbers) == len(steps) == 1 else None


def _rule(step: int, until: date) -> dict[str, object]:
    if step == 12:
        return {"freq": "yearly", "until": until}
    return {"freq": "monthly", "interval": step, "until": until}


# ------------------------------------------------------------------------------------------------------------ addresses

SECRET_BYTES = 24
BROWSERS = 10**15
"""Browsers that need no code stand under numbers from this one on, above those of readers with a code."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """Whose calendar addresses are whose: a Telegram user's, a reader's with a code, or a browser's."""

    database: Database

    def secret_of(self, person: int) -> str | None:
        """Return the secret of a person, None when they have none."""
        with self.database.session() as session:
            row = session.get(Feed, person)
            return row.secret if row else None

    def renew(self, person: int) -> str:
        """Give a person a new secret; addresses with the old one end."""
        secret = secrets.token_urlsafe(SECRET_BYTES)
        with self.database.session() as session:
            session.merge(Feed(user_id=person, secret=secret, used_at=now()))
        return secret

    def give_up(self, person: int) -> None:
        """End a person's addresses."""
        with self.database.session() as session:
            session.execute(delete(Feed).where(Feed.user_id == person))

    def person(self, secret: str) -> int | None:
        """Return whose secret this is, None when it is nobody's, or no longer; it is in use."""
        with self.database.session() as session:
            feed = session.scalar(select(Feed).where(Feed.secret == secret))
            if feed and feed.used_at < now() - timedelta(days=1):
                feed.used_at = now()
            return feed.user_id if feed else None


def new_browser() -> int:
    """Return a number for a browser that has none."""
    return BROWSERS + secrets.randbits(48)


def feed_address(root: str, secret: str, plan_id: str) -> str:
    """Return the address of a plan's calendar. root: of the reading room, without a slash at its end."""
    return f"{root}/lich/{secret}/{quote(plan_id, safe='')}.ics"
