"""What a deadline means as a day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from knowledge.model import Deadline
from knowledge.parsing.dates import ANY, find_date

_BARE = re.compile(r"(?:(?:tổng hợp|báo cáo|gửi|nộp|trình|đề xuất|xem xét|và)[\s,]*)+$|\S+ đã(?!\w)", re.IGNORECASE)
"""A duty of verbs alone, or one that lost what it is about."""
_BOUNDS = frozenset({"trong vòng", "chậm nhất", None})


_COUNTED = re.compile(
    rf"(?P<count>\d{{1,3}})\s*(?:\([^()]{{1,20}}\)\s*)?(?P<unit>ngày|tuần|tháng)\s*,?\s*"
    rf"(?:(?:kể|tính)\s+từ|từ|sau)\s+(?P<start>{ANY})",
    re.IGNORECASE,
)


def counted_day(deadline: Deadline) -> date | None:
    """Return the last day of a term that is counted from a stated day ("trong vòng 15 ngày kể từ ngày 20/12/2026":
    04/01/2027); None where it is counted from anything else, in working days or hours, or comes again.

    The day from which it is counted is not one of them (Bộ luật Dân sự 2015, Điều 147).
    """
    found = _COUNTED.fullmatch(" ".join((deadline.within or "").split()))
    start = find_date(found["start"]) if found else None
    if found is None or start is None or deadline.recurrence or deadline.comparator not in _BOUNDS:
        return None
    if deadline.comparator is None and (deadline.stated or "").lower().startswith("sau"):
        return None
    count, unit = int(found["count"]), found["unit"].lower()
    if unit == "tháng":
        year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    return start + timedelta(days=count * (7 if unit == "tuần" else 1))


def due_date(deadline: Deadline) -> date | None:
    """Return the stated day, the last day of a range, month or quarter, or one counted from a stated day; None if it
    recurs, lacks a year, or that year has no such day."""
    if deadline.comparator == "sau":
        return None
    if deadline.within:
        return counted_day(deadline)
    if deadline.comparator == "từ" or (deadline.day is None and deadline.recurrence is None):
        return deadline.until
    year = deadline.year or deadline.inferred_year
    if deadline.day is None or deadline.month is None or year is None:
        return None
    in_month = calendar.monthrange(year, deadline.month)[1]
    return date(year, deadline.month, deadline.day) if deadline.day <= in_month else None


def last_safe_day(deadline: Deadline) -> date | None:
    """Return the last day on which the duty is still done in time: "trước ngày 10/5/2024" means by the 9th, "trước 17
    giờ ngày 10/5/2024" on the 10th."""
    due = due_date(deadline)
    return due - timedelta(days=1) if due and deadline.comparator == "trước" and not deadline.time else due


def sort_key(deadline: Deadline) -> tuple[bool, int, int, int]:
    """Order duties by date, undated ones last."""
    due = due_date(deadline)
    if due is not None:
        return False, due.year, due.month, due.day
    if deadline.month is not None:
        year = deadline.year or deadline.inferred_year or (deadline.until.year if deadline.until else 0)
        return False, year, deadline.month, deadline.day or 31
    return True, 9999, 12, 31


def names_work(deadline: Deadline) -> bool:
    """Tell whether the words for a duty name what it is about: not "cấp", not "tổng hợp, báo cáo"."""
    words = deadline.what.strip(" .;,")
    return len(words.split()) > 1 and _BARE.match(words) is None
