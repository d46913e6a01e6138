"""Duties by the names that buttons and reminders keep, whose they are, and of which one can still be reminded.

A duty stands in buttons as the number of a link to its plan and its content, so that an old button never opens
another duty: when the plan is replaced and says something else, the button says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.resources import Resources
from bot.screen import Stale, words
from bot.screen.duties import Entry, Group
from knowledge.model import DueDay, Scheduled

Days = tuple[date, date]
"""The first and the last of some days."""
DAYS_BEFORE = (7, 3, 1)
"""Days before the last safe day that is worked on which a calendar, or the bot, reminds."""
HOUR = 8
"""Local hour of an alarm: nobody wants one at midnight, where an all-day event begins."""
LAST_HOUR = 20
"""From here to `HOUR` nobody is disturbed, local time."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due when."""

    resources: Resources

    def entries(self, own: str | None, only: str | None = None, within: Days | None = None) -> list[Entry]:
        """Return every duty, those of one plan or those due within some days, in the order of a list; own: the plan
        that comes first."""
        duties = {duty.key: duty for duty in self.resources.library.schedule(only)}.values()
        names = self.resources.names()
        entries = [self._entry(duty, names.get(_plan(duty), _plan(duty)), own) for duty in duties]
        if within is not None:
            entries = [self._due(entry, within) for entry in entries if _first_within(entry.duty, within)]
        return sorted(entries, key=lambda entry: entry.order)

    def entry(self, duty: Scheduled, own: str | None) -> Entry:
        """Return a duty as it stands in a list."""
        return self._entry(duty, self.unit_of(duty), own)

    def duty(self, link: int) -> Scheduled:
        """Return the duty behind a button. Raises Stale when its plan no longer states it so."""
        duty = self.find(self.resources.state.linked(link) or "")
        if duty is None:
            raise Stale(words.DUTY_GONE)
        return duty

    def find(self, name: str) -> Scheduled | None:
        """Return the duty that `name_of` named, or the only one of the same words where they are read otherwise by
        now, None when it is gone."""
        plan_id, _, key = name.rpartition("#")
        if not plan_id or self.resources.library.plan(plan_id) is None:
            return None
        duties = {duty.key: duty for duty in self.resources.library.schedule(plan_id)}
        alike = [duty for duty in duties.values() if duty.is_worded_as(key)]
        return duties.get(key) or (alike[0] if len(alike) == 1 else None)

    def unit_of(self, duty: Scheduled) -> str:
        """Return the short name of whose plan the duty is."""
        return self.resources.name_of(_plan(duty))

    def _due(self, entry: Entry, within: Days) -> Entry:
        """Return a duty as it stands in a list of those days."""
        day = _first_within(entry.duty, within)
        past = day is not None and day.safe < self.resources.library.today()
        return replace(entry, day=day, group=Group.PAST if past else Group.SOON)

    def _entry(self, duty: Scheduled, unit: str, own: str | None) -> Entry:
        coming = duty.next_day(self.resources.library.today())
        day = coming or (duty.days[-1] if duty.days else None)
        group = Group.SOON if coming else Group.PAST if day else Group.UNDATED
        return Entry(self.resources.state.link(name_of(duty)), duty, unit, _plan(duty) == own, day, group)


def _first_within(duty: Scheduled, within: Days) -> DueDay | None:
    """Return the first time that a duty is to be done at the latest, or better done for a day off, within some days."""
    first, last = within
    for day in duty.days:
        ends = (day.safe, duty.deadline.worked(day))
        if day.first <= last and day.safe >= first if day.first else any(first <= each <= last for each in ends):
            return day
    return None


def last_past(entries: Iterable[Entry]) -> Entry | None:
    """Return the duty of a list that was due last of those that are over, None where none is."""
    over = [entry for entry in entries if entry.group is Group.PAST and entry.day]
    return max(over, key=lambda entry: entry.day.last if entry.day else date.min, default=None)


def name_of(duty: Scheduled) -> str:
    """Return what a duty is called in the bot's memory: its plan and its content."""
    return f"{_plan(duty)}#{duty.key}"


def is_polite(now: datetime) -> bool:
    """Tell whether people may be written to unasked. now: local time."""
    return HOUR <= now.hour < LAST_HOUR


def first_day(now: datetime) -> date:
    """Return the first day on which one can still be reminded: today before the hour, else tomorrow."""
    return now.date() if now.hour < HOUR else now.date() + timedelta(days=1)


def next_due(duty: Scheduled, now: datetime) -> DueDay | None:
    """Return the next time the duty is due of which one can still be reminded, None without such a day."""
    return next((day for day in duty.days if day.safe >= first_day(now)), None)


def can_remind(duty: Scheduled, now: datetime) -> bool:
    """Tell whether a day is to come, or, where the plan names none, whether the plan still runs. now: local time."""
    if duty.days:
        return next_due(duty, now) is not None
    return duty.period is None or not duty.period.is_over(now.date())


def next_mark(duty: Scheduled, before: int, first: date) -> date | None:
    """Return the next day, from `first` on, that is so many days before the duty is to be done."""
    marks = (duty.deadline.worked(day) - timedelta(days=before) for day in duty.days)
    return next((mark for mark in marks if mark >= first), None)


def due_of(duty: Scheduled, day: date, before: int | None) -> DueDay | None:
    """Return the time that a reminder on `day` is for, so many days before it or, None, on a chosen day."""
    if before is not None:
        counted = timedelta(days=before)
        return next((due for due in duty.days if duty.deadline.worked(due) - counted == day), None)
    return next((due for due in duty.days if due.safe >= day), None)


def _plan(duty: Scheduled) -> str:
    return duty.deadline.plan_id
