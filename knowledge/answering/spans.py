"""Stretches of days that a question names, counted from today, and the months that a duty falls into."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.model import Deadline, DueDay, Header, Query
from knowledge.patterns import later
from knowledge.understanding.tables.spans import AHEAD, REST_OF_YEAR, SPANS

MOST_YEARS = 9
_CUES = tuple((unit, ahead, later(rf"\b(?:{cue})\b")) for unit, ahead, cue in SPANS)
_REST_OF_YEAR = later(rf"\b(?:{REST_OF_YEAR})\b")
_SOON = later(rf"\b(?:{AHEAD}|gan nhat|(?:ke )?tiep theo|next (?:deadline|report|due|duty|task)|due next)\b")
RANGED = later(r"\b(?:tu|den|truoc|sau|ke tu|before|after|from|until|till|since|by|between)\b")
"""Said of months, they are no list of months."""
_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days; last: None without an end; unit: of time, "" when the question named none."""

    first: date
    last: date | None
    unit: str = ""
    ahead: int = 0

    def holds(self, day: DueDay, worked: date) -> bool:
        """Tell whether a duty is to be done at the latest within the stretch; worked: the last working day for it."""
        end = self.last or date.max
        if day.first:
            return self.first <= day.safe and day.first <= end
        return any(self.first <= each <= end for each in (worked, day.safe))

    def misses(self, day: DueDay) -> bool:
        """Tell whether a duty is due before a day of the stretch, but in time only before it begins."""
        return day.safe < self.first <= day.last <= (self.last or date.max)

    def is_within(self, day: DueDay) -> bool:
        """Tell whether the stretch lies within a duty of many days, of which none ends in it."""
        return day.first is not None and day.first < self.first and self.last is not None and self.last < day.last


def rest_of_year(asked: str, today: date) -> Span | None:
    """Return the stretch from today to the end of the year that the question names, or of this one."""
    found = _REST_OF_YEAR.search(asked)
    year = int(found["year"] or today.year) if found else 0
    return Span(today, date(year, 12, 31), "year") if today.year <= year <= today.year + MOST_YEARS else None


def span_in(asked: str, today: date) -> Span | None:
    """Return the stretch of time that the folded question names."""
    for unit, ahead, cue in _CUES:
        if cue.search(asked):
            return span_of(unit, ahead, today)
    return Span(today, None) if _SOON.search(asked) else None


def span_of(unit: str, ahead: int, today: date) -> Span:
    """Return the day, week (from Monday), month or quarter that lies `ahead` units from today's."""
    if unit == "day":
        day = today + timedelta(days=ahead)
        return Span(day, day, unit, ahead)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
        return Span(monday, monday + timedelta(days=6), unit, ahead)
    months = 3 if unit == "quarter" else 1
    begin = (today.year * 12 + today.month - 1) // months * months + ahead * months
    year, month = divmod(begin + months - 1, 12)
    last = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return Span(date(begin // 12, begin % 12 + 1, 1), last, unit, ahead)


def falls_into(query: Query, deadline: Deadline, day: DueDay, header: Header) -> bool:
    """Tell whether a duty has a day, or is to be done at the latest, in one of the months that a question names.

    A duty of a quarter falls into its three months, one that is due "trước ngày 01/12" into November, too; a day
    without a year is one of every year of its plan.
    """
    first = day.first or min(day.last, day.safe)
    if not deadline.is_of_a_day and deadline.month is None and day.first is None:
        first = date(day.last.year, max(day.last.month - _QUARTER + 1, 1), 1)
    days = set(_touched(first, max(day.last, day.safe)))
    if deadline.comparator == "trước" and deadline.day:
        days |= set(_touched(day.last, day.last + timedelta(days=1)))
    every = deadline.year is None and goes_on(deadline, header)
    return any(month in query.months and (not query.years or every or year in query.years) for year, month in days)


def goes_on(deadline: Deadline, header: Header) -> bool:
    """Tell whether a duty's day has no year of its own and its plan runs on beyond the one that is inferred."""
    end = header.meant.end if header.meant else None
    return deadline.year is None and end is not None and end.year > (deadline.inferred_year or end.year)


def _touched(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Yield the (year, month) that a stretch of days touches."""
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield count // 12, count % 12 + 1
