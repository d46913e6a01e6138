"""The days a plan is in force, from the words of its title, else from a stated duration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.model import Period
from knowledge.parsing.dates import ANY, IN_FIGURES, IN_WORDS, MONTH, YEAR, find_date

_DASH = r"\s*(?:-|–|—|đến(?:\s+năm)?|tới)\s*"
# Years that belong to a date or to a document's number say nothing about the plan's period.
_FOREIGN = re.compile(rf"{IN_WORDS}|{IN_FIGURES}|\d+/{YEAR}/[\w-]+|\([^)]*{YEAR}[^)]*\)", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(rf"năm học\s+({YEAR}){_DASH}({YEAR})", re.IGNORECASE)
_RANGE = re.compile(rf"(?<![\d/])({YEAR}){_DASH}({YEAR})(?![\d/])", re.IGNORECASE)
_TERM_OF_OTHERS = re.compile(r"bầu cử|ứng cử|đại biểu|đại hội|nhân sự", re.IGNORECASE)
_UNTIL = re.compile(rf"(?:từ nay\s+)?(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+({YEAR})", re.IGNORECASE)
_QUARTER = re.compile(rf"quý\s+(IV|I{{1,3}}|[1-4])(?:\s+năm|\s*/)?\s*({YEAR})", re.IGNORECASE)
_MONTH = re.compile(rf"tháng\s+({MONTH})(?:\s+năm\s+|\s*/\s*)({YEAR})", re.IGNORECASE)
_HALF = re.compile(rf"6\s+tháng\s+(đầu|cuối)\s+năm\s+({YEAR})", re.IGNORECASE)
_YEAR = re.compile(rf"năm\s+({YEAR})(?![\d/])", re.IGNORECASE)
_BARE = re.compile(rf"(?<![\d/.\-])({YEAR})(?![\d/.])(?!\s*[-–]\s*{YEAR})")
_FROM_TO = re.compile(rf"từ\s+(?P<start>{ANY})\s*,?\s+(?:đến|tới)\s+(?:hết\s+)?(?P<end>{ANY})(?!\d)", re.IGNORECASE)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def period_of_title(title: str, issued: date | None) -> Period | None:
    """Return the period that a title states: a year, a range of years, "từ nay đến năm 2020", a quarter, a school year.

    `issued` gives the first year of "từ nay đến". The term of an assembly that is being elected is not the plan's.
    A school year runs from 1 September to 31 August.
    """
    found = _named_in(_FOREIGN.sub(" ", title), issued)
    return replace(found, of_title=True) if found else None


def _named_in(text: str, issued: date | None) -> Period | None:
    school = _SCHOOL_YEAR.search(text)
    if school:
        return Period(date(int(school[1]), 9, 1), date(int(school[2]), 8, 31))
    part = _part_of_year(text)
    if part:
        return part
    ranged = _range(text)
    until = _UNTIL.search(text)
    single = _single_year(_RANGE.sub(" ", text[: until.start()] if until and not ranged else text))
    if single and not (ranged and _RANGE.search(text, text.rfind(str(single)))):
        return _years(single, single)
    if ranged:
        return ranged
    if until:
        return Period(date(issued.year, 1, 1) if issued else None, date(int(until[1]), 12, 31))
    bare = _BARE.findall(_RANGE.sub(" ", text))
    return _years(int(bare[-1]), int(bare[-1])) if bare else None


def period_of_text(text: str) -> Period | None:
    """Return a duration stated as two days: "từ ngày 15/11/2025 đến ngày 15/12/2025"."""
    return next((period for period, _, _ in periods_of_text(text)), None)


def periods_of_text(text: str) -> Iterator[tuple[Period, int, int]]:
    """Yield every duration that is stated as two days, with where its words begin and end."""
    for match in _FROM_TO.finditer(text):
        start, end = find_date(match["start"]), find_date(match["end"])
        if start and end and start <= end:
            yield Period(start, end), match.start(), match.end()


def _part_of_year(text: str) -> Period | None:
    days = period_of_text(text)
    if days:
        return days
    half = _HALF.search(text)
    if half:
        first = 1 if half[1].lower() == "đầu" else 7
        return _months(int(half[2]), first, first + 5)
    quarter = _QUARTER.search(text)
    if quarter:
        first = 3 * (_QUARTERS.get(quarter[1].upper()) or int(quarter[1])) - 2
        return _months(int(quarter[2]), first, first + 2)
    month = _MONTH.search(text)
    return _months(int(month[2]), int(month[1]), int(month[1])) if month else None


def _range(text: str) -> Period | None:
    """The last range of years in a title, unless it is the term of an elected body."""
    matches = list(_RANGE.finditer(text))
    if not matches:
        return None
    match = matches[-1]
    before = text[: match.start()].lower()
    if re.search(r"nhiệm kỳ\s*$", before) and _TERM_OF_OTHERS.search(before):
        return None
    return _years(int(match[1]), int(match[2])) if int(match[1]) <= int(match[2]) else None


def _single_year(text: str) -> int | None:
    found = [match for match in _YEAR.finditer(text) if not re.search(r"(?:đến|tới|từ|hết)\s+$", text[: match.start()])]
    return int(found[-1][1]) if found else None


def _years(first: int, last: int) -> Period:
    return Period(date(first, 1, 1), date(last, 12, 31))


def _months(year: int, first: int, last: int) -> Period:
    after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return Period(date(year, first, 1), date.fromordinal(after.toordinal() - 1))
