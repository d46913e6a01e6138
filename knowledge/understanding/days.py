"""Words that are nothing but a time ("tuần sau", "quý này", "tháng 5", "đến cuối năm") as days. Pure.

What is told from today in longer words is `knowledge.facts.relative`'s; here stand the short names, too, which in a
question could as well mean a report's round.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.facts.relative import find_stretch, spoken
from knowledge.facts.stretches import Days, whole
from knowledge.parsing.dates import to_date
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.tables.spans import REST_OF_YEAR, SPANS

MOST_YEARS = 30
"""Years from today's; a name of another is no plan's time."""
_UNITS = {"week": "tuan", "month": "thang", "quarter": "quy"}
_CUES = tuple((unit, ahead, later(rf"\b(?:{cue})\b")) for unit, ahead, cue in SPANS)
_REST_OF_YEAR = later(rf"\b(?:{REST_OF_YEAR})\b")
_YEAR_WORDS = {"nay": 0, "sau": 1, "toi": 1, "ngoai": -1, "truoc": -1}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, **{str(number): number for number in range(1, 5)}}
_OF_YEAR = r"(?:(?: nam |[/-])(?P<year>\d{4}))?"
_MONTH = later(rf"\bthang (?P<month>1[0-2]|0?[1-9])\b{_OF_YEAR}|\b(?P<month2>1[0-2]|0?[1-9])/(?P<year2>\d{{4}})\b")
_QUARTER = later(rf"\bquy (?P<quarter>iv|i{{1,3}}|[1-4])\b{_OF_YEAR}")
_DAY = later(
    r"(?<![\d/-])(?P<day>\d{1,2})(?: (?:cua )?thang |[/-])(?P<month>\d{1,2})(?: (?:cua )?nam |[/-])"
    rf"(?:(?P<year>\d{{4}})|(?P<which>{'|'.join(_YEAR_WORDS)}))\b"
)
_YEAR = later(rf"\bnam (?:(?P<year>\d{{4}})|(?P<which>{'|'.join(_YEAR_WORDS)}))\b")


def days_of(text: str, today: date, *, coming: bool = True) -> Days | None:
    """Return the first and last day that words name, None when they name none.

    coming: a month or quarter without a year is the one that is not over yet, else always this year's.
    """
    folded = " ".join(fold(text).split())
    told = find_stretch(" ".join(spoken(text).split()), today)
    if told is not None:
        return told.first, told.last
    rest = _REST_OF_YEAR.search(folded)
    if rest is not None:
        last = _year(int(rest["year"] or today.year), today)
        return (today, last[1]) if last and last[1] >= today else None
    for unit, ahead, cue in _CUES:
        if cue.search(folded):
            day = today + timedelta(days=ahead)
            return (day, day) if unit == "day" else whole(_UNITS[unit], ahead, today)
    return _named(folded, today, coming)


def _named(folded: str, today: date, coming: bool) -> Days | None:
    day = _DAY.search(folded)
    if day:
        return _one_day(day, today)
    month, quarter, year = _MONTH.search(folded), _QUARTER.search(folded), _YEAR.search(folded)
    if month:
        named = month["year"] or month["year2"]
        return _part("thang", int(month["month"] or month["month2"]), named, today, coming)
    if quarter:
        return _part("quy", _QUARTERS[quarter["quarter"]], quarter["year"], today, coming)
    if year:
        return _year(int(year["year"]) if year["year"] else today.year + _YEAR_WORDS[year["which"]], today)
    return None


def _one_day(told: re.Match[str], today: date) -> Days | None:
    """Return a day of a month of a year, None where no calendar has it."""
    year = _year(int(told["year"]) if told["year"] else today.year + _YEAR_WORDS[told["which"]], today)
    day = to_date(told["day"], told["month"], str(year[0].year)) if year else None
    return (day, day) if day else None


def _part(unit: str, number: int, year: str | None, today: date, coming: bool) -> Days | None:
    """Return the n-th month or quarter of a year, without one of this year or, when the coming one is meant, of the
    next."""
    begin = _year(int(year or today.year), today)
    if begin is None:
        return None
    days = whole(unit, number - 1, begin[0])
    return (
        days
        if year or not coming or days[1] >= today
        else whole(unit, number - 1, begin[0].replace(year=today.year + 1))
    )


def _year(number: int, today: date) -> Days | None:
    return (date(number, 1, 1), date(number, 12, 31)) if abs(number - today.year) <= MOST_YEARS else None
