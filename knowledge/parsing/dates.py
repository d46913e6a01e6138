"""Dates as administrative documents write them: "ngày 07 tháng 02 năm 2023", "12/12/2022", "02.7.2019"."""

from __future__ import annotations

import re
from datetime import date

from knowledge.patterns import later

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:19|20)\d\d"
IN_WORDS = rf"(?:ngày\s+)?({DAY})\s*tháng\s*({MONTH})\s*(?:,\s*)?năm\s*({YEAR})"
IN_FIGURES = rf"(?:ngày\s+)?({DAY})\s*[/.\-]\s*({MONTH})\s*[/.\-]\s*({YEAR})"
ANY = rf"(?:{IN_WORDS}|{IN_FIGURES})"
_ANY = later(ANY, re.IGNORECASE)


_STATED = later(
    r"(?:(?:trước|chậm nhất(?: là| vào)?|vào|đến hết|đến|từ)\s+)?\bngày\s+(?P<day>\d{1,2})(?:\s*/\s*|\s+tháng\s+)"
    r"(?P<month>\d{1,2})(?!\d)(?:(?:\s*/\s*|\s+năm\s+)(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)


def impossible_dates(text: str) -> list[str]:
    """Return the words of dates that no calendar has ("trước ngày 31/4/2026"); 29/2 without a year is possible."""
    found = _STATED.finditer(text)
    return [m.group() for m in found if to_date(m["day"], m["month"], m["year"] or "2000") is None]


def find_date(text: str) -> date | None:
    """Return the first whole calendar date that `text` states, or None."""
    found = find_date_and_end(text)
    return found[0] if found else None


def find_date_and_end(text: str) -> tuple[date, int] | None:
    """Return the first whole calendar date that `text` states and where its words end, or None."""
    for match in _ANY.finditer(text):
        found = to_date(*(group for group in match.groups() if group))
        if found:
            return found, match.end()
    return None


def to_date(day: str, month: str, year: str) -> date | None:
    """Return the date, or None when the calendar has no such day ("31/02/2023")."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
