"""Deadlines as pages: a table by date, and a month."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bot.agenda import Agenda
from bot.duties.screens import last_text
from bot.resources import Resources
from bot.screen import shorten
from bot.screen.answers import quote_address
from bot.screen.duties import Entry, Group, day_text, mark_text, place_text, validity, what_text
from bot.web import words
from bot.web.reading import bare
from knowledge.model import Deadline, Scheduled

WHO = 120
"""Characters of who has a duty."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that a month can be asked of."""


@dataclass(frozen=True, slots=True)
class Row:
    """A duty in a table. who: has to do it, "" where the plan names nobody; opens: where its words stand marked, None
    where nothing is quoted."""

    when: str
    what: str
    who: str
    place: str
    validity: str
    opens: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month's page. within: the month; rest: a weekend's; due: (words, address) of what falls on it."""

    day: date
    within: bool
    rest: bool
    today: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month. before, after, nearest: "2024-11", of months to turn to; nearest: that of the next duty, or else of the
    last one, None when it is this one or there is none."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]
    before: str
    after: str
    nearest: str | None

    @property
    def free(self) -> bool:
        """Whether nothing falls into the month."""
        return not any(day.due for week in self.weeks for day in week)


@dataclass(frozen=True, slots=True)
class AgendaPages:
    """What is due when, of one plan or (None) of all."""

    resources: Resources
    plan_id: str | None = None

    def table(self) -> list[tuple[str, list[Row]]]:
        """Return the duties in groups, as the chat's list has them: what is to come, what is past, what has no date."""
        grouped = groupby(self._entries(), key=lambda entry: entry.group)
        return [(words.DUTY_GROUPS[group], [self._row(entry) for entry in entries]) for group, entries in grouped]

    def none_to_come(self) -> str:
        """Say that nothing is due any more, and what was due last; "" where something is, or nothing ever was."""
        entries = self._entries()
        if not entries or any(entry.group is Group.SOON for entry in entries):
            return ""
        today = day_text(self.resources.library.today())
        own = self.resources.name_of(self.plan_id) if self.plan_id else None
        none = words.NONE_SOON_OWN.format(unit=own, today=today) if own else words.NONE_SOON.format(today=today)
        return none + last_text(entries)

    def month(self, asked: str) -> Month:
        """Return a month by its name ("2024-11"); anything else is this month."""
        today = self.resources.library.today()
        first = month_of(asked) or today.replace(day=1)
        due = self._due()
        weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
        coming = min((day for day in due if day >= today), default=max(due, default=None))
        nearest = f"{coming:%Y-%m}" if coming and f"{coming:%Y-%m}" != f"{first:%Y-%m}" else None
        return Month(
            words.MONTH.format(month=first.month, year=first.year),
            tuple(tuple(_day(day, first, today, due.get(day, ())) for day in week) for week in weeks),
            f"{first - timedelta(days=1):%Y-%m}",
            f"{first + timedelta(days=32):%Y-%m}",
            nearest,
        )

    def _entries(self) -> list[Entry]:
        return Agenda(self.resources).entries(self.plan_id, self.plan_id)

    def _due(self) -> dict[date, list[tuple[str, str | None]]]:
        """Return what falls on each day: on the last one on which it is done in time."""
        found: dict[date, list[tuple[str, str | None]]] = {}
        for entry in self._entries():
            deadline = entry.duty.deadline
            told = f"{what_text(deadline)} ({place_text(entry.duty, entry.unit)}){_hour(deadline)}"
            for day in entry.duty.days:
                worked = deadline.worked(day)
                ahead = worked != day.last and day.safe >= self.resources.library.today()
                before = words.BEFORE.format(day=day_text(day.last)) if day.safe != day.last else ""
                safe = words.SAFE.format(day=day_text(worked)) if ahead else ""
                shown = told + before + safe + mark_text(deadline.corrected)
                found.setdefault(day.safe, []).append((shown, self._opens(entry.duty)))
        return found

    def _row(self, entry: Entry) -> Row:
        duty = entry.duty
        return Row(
            entry.when,
            what_text(duty.deadline),
            words.BY.format(who=shorten(duty.deadline.who, WHO)) if duty.deadline.who else "",
            place_text(duty, entry.unit),
            bare(validity(duty.period, self.resources.library.today())),
            self._opens(duty),
        )

    def _opens(self, duty: Scheduled) -> str | None:
        stored = self.resources.library.plan(duty.deadline.plan_id)
        cited = duty.deadline.citations
        return quote_address(stored.plan, cited) if stored and cited else None


def month_of(written: str) -> date | None:
    """Return the first day of a month written as "2024-11", None for anything else."""
    year, _, month = written.partition("-")
    if not (written.isascii() and year.isdigit() and month.isdigit() and len(written) <= 7):
        return None
    if not (FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(month) <= 12):
        return None
    return date(int(year), int(month), 1)


def _hour(deadline: Deadline) -> str:
    """Say by which hour of its day a duty is done, or at which it begins; "" where the plan names none."""
    if deadline.time is None:
        return ""
    return words.HOUR.format(time=" ".join(filter(None, (deadline.comparator, deadline.time))))


def _day(day: date, first: date, today: date, due: Sequence[tuple[str, str | None]]) -> Day:
    within = day.month == first.month
    return Day(day, within, day.weekday() > 4, within and day == today, tuple(due) if within else ())
