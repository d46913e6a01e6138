"""Years that a date does not state: from the plan's period, else from its day of issue."""

from __future__ import annotations

from datetime import date

from knowledge.facts.whens import DateParts, exists
from knowledge.model import Deadline, Period, Plan


def infer_year(plan: Plan, parts: DateParts, last: DateParts | None, recurrence: str | None) -> int | None:
    """Return the year a date without one falls in, None when it recurs over years or nothing tells.

    A duty that recurs within a plan for one year ("6 tháng (trước ngày 10/5)") falls once in it and gets that year;
    "năm sau" is the year after the plan's own.
    """
    if parts.year is not None or parts == DateParts():
        return parts.year
    if parts.day is not None and parts.month is None:
        return None  # "ngày 20 của tháng cuối quý"
    period, issued = plan.header.meant, plan.header.date
    single = _single_year(period)
    if parts.next_year:
        year = single or (issued.year if issued and period is None else None)
        return year + 1 if year else None
    if recurrence is not None:
        return single if recurrence in {"6 tháng", "9 tháng", "năm"} else None
    return single or _first_after(parts, last, period, issued)


def _single_year(period: Period | None) -> int | None:
    if period and period.start and period.end and period.start.year == period.end.year:
        return period.start.year
    return None


def _first_after(parts: DateParts, last: DateParts | None, period: Period | None, issued: date | None) -> int | None:
    """The first such day on or after the day of issue (or the start of the period), within the period."""
    floor = max((d for d in (issued, period.start if period else None) if d), default=None)
    if floor is None:
        return None
    anchor = last or parts
    for year in (floor.year, floor.year + 1):
        candidate = DateParts(anchor.day, anchor.month, year, anchor.quarter)
        day = candidate.last_day() if exists(candidate) else None
        if day and day >= floor and not (period and period.end and day > period.end):
            return year
    return floor.year


def last_recurrence(plan: Plan, duty: Deadline) -> date | None:
    """Return the last day on which a recurring duty can fall: the end of the plan's period, None for "năm sau"."""
    period = plan.header.period
    if period and period.end and (duty.inferred_year or 0) > period.end.year:
        return None
    return period.end if duty.recurrence and period else None
