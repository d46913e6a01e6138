"""Choosing the duties that a question is about. Pure functions over the deadlines of the plans in scope."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answering.whose import takes_in
from knowledge.model import Belonging, Deadline, Query, Standing
from knowledge.text import fold

THINGS = ("so ket", "tong ket", "sang kien", "danh sach", "ho so", "dang ky", "bao cao")
"""What people hand in, the more telling word first."""


def periods(deadline: Deadline) -> set[str]:
    """Return the reporting periods that a duty is for: "6 tháng", "năm", "quý", ..."""
    found = {period for period in (deadline.recurrence, deadline.period) if period}
    if "sơ kết" in found:
        found.add("6 tháng")
    once = not found and is_dated(deadline) and fold(deadline.what).startswith("bao cao")
    if "tổng kết" in found or once:  # a plan's only report is its yearly one
        found.add("năm")
    return found


def is_dated(deadline: Deadline) -> bool:
    """Tell whether the plan states any time for the duty that a person could put in a calendar or count from."""
    return deadline.month is not None or deadline.within is not None or deadline.day is not None


def fits(deadline: Deadline, query: Query) -> bool:
    """Tell whether a duty falls on the dates, months and period that the question names (all, when it names none)."""
    if query.dates and not any(_on_date(deadline, day, month, year) for day, month, year in query.dates):
        return False
    if query.months and not any(_in_month(deadline, month) for month in query.months):
        return False
    return not query.period or query.period in periods(deadline)


def falls_on(deadline: Deadline, units: Iterable[Belonging]) -> bool:
    """Tell whether a duty falls on wards, communes and schools that its plan binds: who acts takes in such units, or is
    not named."""
    return deadline.who is None or takes_in(deadline.who, bound_by(deadline.plan_id, units))


def bound_by(plan_id: str, units: Iterable[Belonging]) -> list[str]:
    """Return the names of the wards, communes and schools that a plan binds."""
    return [unit.name for unit in units if unit.standing is Standing.BOUND and plan_id in unit.plans]


def _on_date(deadline: Deadline, day: int, month: int, year: int | None) -> bool:
    own_year = deadline.year or deadline.inferred_year
    same_year = year is None or own_year is None or own_year == year
    if (deadline.day, deadline.month) == (day, month):
        return same_year
    until = deadline.until
    return until is not None and deadline.recurrence is None and (until.day, until.month) == (day, month) and same_year


def _in_month(deadline: Deadline, month: int) -> bool:
    until = deadline.until if deadline.recurrence is None else None
    return month == deadline.month or (until is not None and until.month == month)
