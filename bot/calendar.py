"""Duties as an iCalendar file (RFC 5545): all-day events with alarms, recurring only within their plan's period.

An event stands on the last safe day: "trước ngày 10/5" on 09/5, so that who does it on that day is in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from icalendar import Alarm, Calendar, Event

from bot import wording
from knowledge.model import DueDay

DAYS_BEFORE = (7, 3, 1)
"""Days before the last safe day on which a calendar, or the bot, reminds."""
HOUR = 8
"""Local hour of an alarm: nobody wants one at midnight, where an all-day event begins."""
_DOMAIN = "so-tay-dan-van"


@dataclass(frozen=True, slots=True)
class Dates:
    """A duty for the calendar. key: stays the same for the same duty, so that a second import replaces the first."""

    key: str
    summary: str
    description: str
    days: tuple[DueDay, ...]


def calendar_file(entries: Sequence[Dates], stamp: datetime) -> bytes:
    """Return the file's content. stamp: when it was made, with a time zone."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//vi")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", wording.CALENDAR_NAME)
    for entry in entries:
        for event in _events(entry, stamp):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entry: Dates, stamp: datetime) -> Iterator[Event]:
    """One event with a rule when the days follow one, else an event for each day."""
    step = _months_between(entry.days)
    if step:
        event = _event(entry, entry.days[0], entry.key, stamp)
        event.add("rrule", _rule(step, _first(entry.days[-1])))
        yield event
        return
    for day in entry.days:
        key = entry.key if len(entry.days) == 1 else f"{entry.key}-{day.safe:%Y%m%d}"
        yield _event(entry, day, key, stamp)


def _event(entry: Dates, day: DueDay, key: str, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("dtstart", _first(day))
    event.add("dtend", day.safe + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    for before in DAYS_BEFORE:
        event.add_component(_alarm(entry.summary, before, day))
    return event


def _alarm(summary: str, before: int, day: DueDay) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", wording.ALARM.format(days=before, summary=summary))
    # A stretch is counted from its end, which is the midnight after its last day.
    whole, related = (before + 1, {"RELATED": "END"}) if day.first else (before, {})
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
