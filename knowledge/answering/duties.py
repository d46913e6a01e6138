"""Choosing the duties that a question is about. Pure functions over the deadlines of the plans in scope."""

from __future__ import annotations

from knowledge.model import Deadline
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
