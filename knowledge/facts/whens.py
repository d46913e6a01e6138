"""What a time in a text is: a date as far as it is stated, and a `When` with all that stands directly at it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

FLAGS = re.IGNORECASE
TIME = r"(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:\s*(?:giờ|[hg])\s*|:(?=[0-5]\d))(?P<minute>[0-5]\d)?(?:\s*phút|['’′])?"


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as far as it is stated; quarter: 1 to 4; edge: "đầu", "giữa", "cuối" of the month, quarter or year;
    next_year: "năm sau", the year after the one that the plan is for."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    quarter: int | None = None
    edge: str | None = None
    next_year: bool = False

    def first_day(self) -> date | None:
        """Return the first day meant, None without a year."""
        if self.year is None:
            return None
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    def last_day(self) -> date | None:
        """Return the last day meant (the end of the month, quarter or year when no day is stated)."""
        if self.year is None:
            return None
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class When:
    """A time in a clean text, at [start, end) with its comparator, hour and recurrence.

    point: offset of the date itself; comparator: as in `Deadline`; parts: the date, or the first of a range; last: of
    a range; recurrence: stands directly at the date ("30/9 hàng năm"); time: "17:00"; within: words of a relative
    term, then `parts` is empty.
    """

    start: int
    end: int
    point: int
    parts: DateParts
    comparator: str | None = None
    last: DateParts | None = None
    recurrence: str | None = None
    time: str | None = None
    within: str | None = None


def exists(parts: DateParts) -> bool:
    """Tell whether the calendar has such a date; 29/2 without a year counts."""
    if parts.day is None or parts.month is None:
        return True
    return parts.day <= calendar.monthrange(parts.year or 2000, parts.month)[1]


def clock_of(match: re.Match[str]) -> str:
    """Return the hour of a match of `TIME` as "17:00"."""
    return f"{int(match['hour']):02d}:{int(match['minute'] or 0):02d}"
