"""The days on which a duty falls: one-off dates as they are, recurring ones within the plan's own period only.

A day that a month doesn't have ("ngày 31" in April, 29/02 in a common year) is left out, not moved. A duty whose plan
names no day has none: nothing here guesses one.
"""

from __future__ import annotations

import calendar
import hashlib
from datetime import date, timedelta

from knowledge.facts.dates import find_whens
from knowledge.facts.due import counted_day
from knowledge.facts.whens import When
from knowledge.model import Deadline, DueDay, Header, Period, Scheduled
from knowledge.model.facts import HALF_OF_KEY
from knowledge.patterns import later

OPEN_END = timedelta(days=366)
"""How far ahead the days of a recurring duty are told when its plan states no end."""
_MONTH_OF_QUARTER = later(
    r"tháng\s+(?P<which>đầu|giữa|cuối|thứ (?:nhất|hai|ba))(?:\s+(?:của\s+)?(?:mỗi\s+|hằng\s+|hàng\s+)?quý)?"
)
_WHICH = {"đầu": 1, "giữa": 2, "cuối": 3, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3}
_OF_EVERY = {
    "tháng": tuple(range(1, 13)),
    "tháng chẵn": tuple(range(2, 13, 2)),
    "tháng lẻ": tuple(range(1, 13, 2)),
}
"""The months that a duty falls in where its recurrence alone tells; of "2 tháng" no one says which."""


def schedule(deadline: Deadline, header: Header, today: date) -> Scheduled:
    """Return a duty with its days. today: only bounds recurring duties of plans that state no end."""
    if deadline.within:
        counted = counted_day(deadline)
        days: tuple[DueDay, ...] = (DueDay(counted, counted),) if counted else ()
    else:
        days = () if deadline.comparator == "sau" else _days(deadline, _window(header, today))
    return Scheduled(deadline, content_key(deadline), days, header.period)


def content_key(deadline: Deadline) -> str:
    """Return 20 hex digits that stay the same as long as the plan words the duty, and what proves it, the same way; the
    first half of them also when the same words are read otherwise (see `Scheduled.is_worded_as`)."""
    quotes = [" ".join(citation.quote.split()) for citation in deadline.citations]
    worded = (
        deadline.plan_id, deadline.stated, deadline.day, deadline.month, deadline.year or deadline.inferred_year,
        *quotes,
    )  # fmt: skip
    told = (
        deadline.plan_id, deadline.section, deadline.who, deadline.what, deadline.to, deadline.recurrence,
        deadline.period, deadline.comparator, deadline.day, deadline.month, deadline.year, deadline.inferred_year,
        deadline.time, deadline.until, deadline.within, deadline.stated, *quotes,
    )  # fmt: skip
    return _digits(worded) + _digits(told)


def _digits(words: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(tuple(map(str, words))).encode()).hexdigest()[:HALF_OF_KEY]


def _window(header: Header, today: date) -> Period:
    """The days between which a recurring duty can fall: from issue, or the start of the period, to its end."""
    period = header.period or Period(None, None)
    start = max((day for day in (header.date, period.start) if day), default=None)
    if period.end is not None:
        return Period(start or date(period.end.year, 1, 1), period.end)
    return Period(max(start or today, today), today + OPEN_END)


def _days(deadline: Deadline, window: Period) -> tuple[DueDay, ...]:
    when = next(iter(find_whens(deadline.stated or "")), None)
    year = deadline.year or deadline.inferred_year
    found = [_due_day(deadline, when, *month) for month in _months(deadline, when, year, window)]
    days = sorted((day for day in found if day), key=lambda day: day.last)
    if not days and deadline.recurrence is None and deadline.until:
        return (DueDay(deadline.until, deadline.until),)
    if deadline.recurrence is None or year is not None:
        return tuple(days)
    return tuple(day for day in days if window.start and window.end and window.start <= day.last <= window.end)


def _months(deadline: Deadline, when: When | None, year: int | None, window: Period) -> list[tuple[int, int]]:
    """Return the (year, month) pairs that the duty can fall in."""
    if year is not None:
        years = range(year, year + 1)
    elif deadline.recurrence and window.start and window.end:
        years = range(window.start.year, window.end.year + 1)
    else:
        return []
    return [(each, month) for each in years for month in _months_of_year(deadline, when)]


def _months_of_year(deadline: Deadline, when: When | None) -> tuple[int, ...]:
    if deadline.month is not None:
        return (deadline.month,)
    if when and when.parts.quarter:
        return (when.parts.quarter * 3,)
    if deadline.day is None:
        return ()
    if deadline.recurrence in _OF_EVERY:
        return _OF_EVERY[deadline.recurrence]
    which = _MONTH_OF_QUARTER.search(deadline.stated or "") if deadline.recurrence == "quý" else None
    return tuple(range(_WHICH[which["which"]], 13, 3)) if which else ()


def _due_day(deadline: Deadline, when: When | None, year: int, month: int) -> DueDay | None:
    """Return the day in this month, the last of a stretch; None when the calendar has no such day."""
    if deadline.day is None:
        return _whole(deadline, when, year, month)
    first = _day(year, month, deadline.day)
    if first is None:
        return None
    last = _end_of_range(deadline, when, first)
    if last is not None:
        return DueDay(last, last, first)
    return DueDay(first, first - timedelta(days=1) if deadline.comparator == "trước" and not deadline.time else first)


def _whole(deadline: Deadline, when: When | None, year: int, month: int) -> DueDay:
    """A month or quarter without a day: its last day; "trước tháng 11" ends with the day before it."""
    quarter = deadline.month is None
    begin = date(year, month - 2 if quarter else month, 1)
    if deadline.comparator == "trước":
        return DueDay(begin - timedelta(days=1), begin - timedelta(days=1))
    end = date(year, month, calendar.monthrange(year, month)[1])
    if deadline.recurrence is None and deadline.until and deadline.until > end:
        return DueDay(deadline.until, deadline.until, begin)  # "từ quý I đến quý III"
    last = _end_of_range(deadline, when, begin)
    return DueDay(last, last, begin) if last else DueDay(end, end)


def _end_of_range(deadline: Deadline, when: When | None, first: date) -> date | None:
    """Return the last day of "từ ngày 01/11 đến ngày 15/11", in the year of `first` or the next."""
    if deadline.recurrence is None:
        return deadline.until if deadline.until and deadline.until > first and deadline.day else None
    last = when.last if when else None
    if last is None or last.month is None:
        return None
    day = last.day or calendar.monthrange(first.year, last.month)[1]
    return next((end for year in (first.year, first.year + 1) if (end := _day(year, last.month, day)) and end >= first),
                None)  # fmt: skip


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None
