"""Duties as calendar files: an event each, with reminders, a rule where its days follow one (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.agenda import DAYS_BEFORE, HOUR
from bot.duties import words
from knowledge.model import DueDay

if TYPE_CHECKING:  # not loaded before somebody asks for a calendar
    from icalendar import Alarm, Event

_DOMAIN = "so-tay-dan-van"


@dataclass(frozen=True, slots=True)
class Dates:
    """A duty for the calendar. key: stays the same for the same duty, so that a second import replaces the first; void:
    it is asked for no more."""

    key: str
    summary: str
    description: str
    days: tuple[DueDay, ...]
    void: bool = False


def calendar_file(entries: Sequence[Dates], stamp: datetime, sequence: int = 0) -> bytes:
    """Return the file's content. stamp: when it was made, with a time zone; sequence: grows with each revision."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//vi")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.CALENDAR_NAME)
    for entry in entries:
        for event in _events(entry, stamp):
            event.add("sequence", sequence)
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
    for number, day in enumerate(entry.days, 1):
        key = entry.key if len(entry.days) == 1 else f"{entry.key}-{number}"
        yield _event(entry, day, key, stamp)


def _event(entry: Dates, day: DueDay, key: str, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{key}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("dtstart", _first(day))
    event.add("dtend", day.safe + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.void else "CONFIRMED")
    for before in () if entry.void else DAYS_BEFORE:
        event.add_component(_alarm(entry.summary, before, day))
    return event


def _alarm(summary: str, before: int, day: DueDay) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words.ALARM.format(days=before, summary=summary))
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
