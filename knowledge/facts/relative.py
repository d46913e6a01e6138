"""Time told from today: "thứ năm tuần sau", "3 tuần nữa", "trong vòng 10 ngày", "cuối quý này", "đầu tháng tới".

Each rule is a name, a pattern over the folded question (lower case, no diacritics) and what its groups mean; its
examples are run as tests. A week begins on Monday. "Trong N ngày" and "N ngày tới" are a stretch from today; "N tuần
nữa" and "N tuần sau" are the week that lies so far ahead.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MOST_AHEAD = 400
"""Units ahead; more is no plan's time."""
_AHEAD = {"nay": 0, "hien tai": 0, "sau": 1, "toi": 1, "ke": 1, "ke tiep": 1, "sau nua": 2, "": 0}
_WHICH = r"(?P<which>nay|hien tai|sau nua|sau|toi|ke tiep|ke)"
_NUMBERS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, **{str(n): n - 2 for n in range(2, 8)}}
_MONTHS_IN = {"thang": 1, "quy": 3, "nam": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from first to last, both inclusive, and the place [start, end) of the words in the folded text."""

    first: date
    last: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rule:
    """name; pattern over folded text; days: the first and last day that a match means, None when it means none."""

    name: str
    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], date], tuple[date, date] | None]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...] = ()


def find_stretch(folded: str, today: date) -> Stretch | None:
    """Return the first stretch of time that a folded question tells from today; None when it tells none."""
    for rule in RULES:
        for match in rule.pattern.finditer(folded):
            days = rule.days(match, today)
            if days is not None:
                return Stretch(*days, match.start(), match.end())
    return None


def _weekday(match: re.Match[str], today: date) -> tuple[date, date]:
    at = 6 if match["sunday"] else _WEEKDAYS[match["day"]]
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_AHEAD[match["which"]])
    day = monday + timedelta(days=at)
    return day, day


def _within(match: re.Match[str], today: date) -> tuple[date, date] | None:
    count = _number(match["count"] or match["count2"])
    return (today, _later(today, count, match["unit"] or match["unit2"])) if count else None


def _ahead(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """The day, week, month, quarter or year that lies so many ahead."""
    count = _number(match["count"])
    if not count:
        return None
    if match["unit"] == "ngay":
        day = today + timedelta(days=count)
        return day, day
    return _whole(match["unit"], count, today)


def _part(match: re.Match[str], today: date) -> tuple[date, date]:
    """The beginning, middle or end of a week, month, quarter or year."""
    unit, which = match["unit"], match["part"]
    first, last = _whole(unit, _AHEAD[match["which"]], today)
    if unit == "tuan":
        days = {"dau": (0, 1), "giua": (2, 3), "cuoi": (4, 6)}[which]
        return first + timedelta(days=days[0]), first + timedelta(days=days[1])
    if unit == "thang":
        end = {"dau": 10, "giua": 20, "cuoi": last.day}[which]
        return first.replace(day={"dau": 1, "giua": 11, "cuoi": 21}[which]), first.replace(day=end)
    months = _MONTHS_IN[unit]
    third = months // 3
    begin = {"dau": 0, "giua": third, "cuoi": 2 * third}[which]
    return _month(first, begin)[0], _month(first, begin + third - 1)[1]


def _named_day(_match: re.Match[str], today: date) -> tuple[date, date]:
    day = today + timedelta(days=2)
    return day, day


def _second(match: re.Match[str], today: date) -> tuple[date, date]:
    return _whole(match["unit"], 2, today)


def _number(told: str) -> int:
    """Return the number, 0 for one that is no plan's time."""
    count = int(told) if told.isdigit() else _NUMBERS[told]
    return count if count <= MOST_AHEAD else 0


def _whole(unit: str, ahead: int, today: date) -> tuple[date, date]:
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=6)
    months = _MONTHS_IN[unit]
    begin = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    return _month(begin, months * ahead)[0], _month(begin, months * ahead + months - 1)[1]


def _month(day: date, ahead: int) -> tuple[date, date]:
    """Return the first and last day of the month that lies `ahead` months from a day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + ahead, 12)
    return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def _later(today: date, count: int, unit: str) -> date:
    if unit in ("ngay", "tuan"):
        return today + timedelta(days=count * (7 if unit == "tuan" else 1))
    first, last = _month(today, count * _MONTHS_IN[unit])
    return first.replace(day=min(today.day, last.day))


_UNIT = r"(?P<unit>ngay|tuan|thang|quy|nam)"
RULES = (
    Rule(
        "a day of the week",
        re.compile(
            rf"\b(?:(?:thu |t)(?P<day>{'|'.join(_WEEKDAYS)})|(?P<sunday>chu nhat|cn)) "
            rf"(?:cua )?(?:tuan )?{_WHICH}\b"
        ),
        _weekday,
        ("thứ năm tuần sau", "t6 tuần này", "chủ nhật này", "thứ 2 tuần tới"),
        ("điều thứ năm", "thứ sáu là gì"),
    ),
    Rule(
        "within so many days",
        re.compile(
            rf"\btrong (?:vong |khoang )?{_COUNT} {_UNIT}(?: (?:nua|toi|sap toi|sau))?\b|"
            rf"\b{_COUNT.replace('count', 'count2')} {_UNIT.replace('unit', 'unit2')} (?:sap )?toi\b"
        ),
        _within,
        ("trong vòng 10 ngày nữa", "2 tháng tới", "trong ba tuần"),
        ("10 ngày kể từ ngày ký",),
    ),
    Rule(
        "so many ahead",
        re.compile(rf"(?<!trong )\b{_COUNT} {_UNIT} (?:nua|sau)\b(?! khi| ngay)"),
        _ahead,
        ("3 tuần sau", "hai tháng nữa", "10 ngày nữa"),
        ("sau 3 tuần làm việc", "5 ngày sau khi nhận"),
    ),
    Rule(
        "a part of a stretch",
        re.compile(rf"\b(?P<part>dau|giua|cuoi) (?P<unit>tuan|thang|quy|nam) {_WHICH}\b"),
        _part,
        ("cuối quý này", "đầu tháng tới", "giữa tháng sau", "cuối tuần này"),
        ("cuối năm 2024", "đầu mỗi quý"),
    ),
    Rule("the one after next", re.compile(r"\b(?P<unit>tuan|thang|quy|nam) sau nua\b"), _second, ("tuần sau nữa",)),
    Rule("the day after tomorrow", re.compile(r"\bngay (?:kia|mot)\b"), _named_day, ("ngày kia", "ngày mốt")),
)
