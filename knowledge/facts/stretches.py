"""What words for time mean in days: each function takes what a rule of `knowledge.facts.relative` has matched.

Groups: which ("nay", "sau", "next"), unit ("tuan", "months"), part ("dau", "end"), count, day, month, quarter; `which`
is empty where the words say none. A week begins on Monday; ends of stretches are inclusive.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.workdays import day_off, new_year

MOST_AHEAD = 400
"""Units ahead; more is no plan's time."""
HALF_A_MONTH = 15
VI_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
              "muoi": 10}  # fmt: skip
EN_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
              "nine": 9, "ten": 10}  # fmt: skip
WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, **{str(n): n - 2 for n in range(2, 8)}}
EN_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
EN_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_AHEAD = {
    **dict.fromkeys(("nay", "hien tai", "", "this", "current", "coming"), 0),
    **dict.fromkeys(("sau", "toi", "ke", "ke tiep", "sang", "next"), 1),
    **dict.fromkeys(("truoc", "vua qua", "qua", "vua roi", "roi", "ngoai", "last", "previous"), -1),
    **dict.fromkeys(("sau nua", "toi nua"), 2),
}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, **{str(n): n for n in range(1, 5)}}
_MONTHS_IN = {"thang": 1, "quy": 3, "nam": 12}
_UNITS = {"hom": "ngay", "bua": "ngay", "day": "ngay", "week": "tuan", "month": "thang", "quarter": "quy",
          "year": "nam"}  # fmt: skip
_PARTS = {"beginning": "dau", "start": "dau", "early": "dau", "first": "dau", "middle": "giua", "mid": "giua",
          "end": "cuoi", "late": "cuoi", "second": "cuoi"}  # fmt: skip
Days = tuple[date, date]


def apart(first: date, last: date, unit: str) -> tuple[int, int]:
    """Return how many whole units ("week", "month") lie between two days, earlier first, and the days left over.

    A month ends on the same day of the next one, or on its last day.
    """
    if unit == "week":
        return divmod((last - first).days, 7)
    months = (last.year - first.year) * 12 + last.month - first.month
    months -= _later(first, months, "thang") > last
    return months, (last - _later(first, months, "thang")).days


def _unit(match: re.Match[str]) -> str:
    told = _told(match, "unit")
    return _UNITS.get(told.removesuffix("s"), told)


def _told(match: re.Match[str], name: str) -> str:
    """Return a group, or that of the pattern's other alternative ("unit", "unit2")."""
    groups = match.groupdict()
    return groups[name] or groups.get(f"{name}2") or ""


def weekday(match: re.Match[str], today: date) -> Days:
    """A day of the week."""
    return _day_of_week(6 if match["sunday"] else WEEKDAYS[match["day"]], match["which"], bool(match["week"]), today)


def en_weekday(match: re.Match[str], today: date) -> Days:
    """A day of the week, as English tells it."""
    which = match["week"] or match["which"] or "coming"
    return _day_of_week(EN_WEEKDAYS[match["day"]], which, bool(match["week"]) or which in ("next", "last"), today)


def _day_of_week(at: int, which: str, of_week: bool, today: date) -> Days:
    """The day of a week counted from this one; else the coming one, which is not today where it is "tới"."""
    if of_week or which not in ("nay", "toi", "this", "coming"):
        day = whole("tuan", _AHEAD[which], today)[0] + timedelta(days=at)
    else:
        begin = today + timedelta(days=which == "toi")
        day = begin + timedelta(days=(at - begin.weekday()) % 7)
    return day, day


def within(match: re.Match[str], today: date) -> Days | None:
    """So many units from today on."""
    count = _number(_told(match, "count"))
    return (today, _later(today, count, _unit(match))) if count else None


def within_and_half(match: re.Match[str], today: date) -> Days | None:
    """So many weeks, months or years and a half from today on."""
    told = within(match, today)
    half = {"tuan": ("ngay", 4), "thang": ("ngay", HALF_A_MONTH), "nam": ("thang", 6), "quy": ("ngay", 45)}[
        _unit(match)
    ]
    return (today, _later(told[1], half[1], half[0])) if told else None


def within_working_days(match: re.Match[str], today: date) -> Days | None:
    """From today to the last of so many working days after it."""
    left, last = _number(match["count"]), today
    while left:
        last += timedelta(days=1)
        left -= day_off(last) is None
    return (today, last) if last > today else None


def gone_by(match: re.Match[str], today: date) -> Days | None:
    """So many units up to yesterday."""
    count = _number(match["count"])
    return (_later(today, -count, _unit(match)), today - timedelta(days=1)) if count else None


def day_of_month(match: re.Match[str], today: date) -> Days | None:
    """A day of a month counted from this one; None where that month has no such day."""
    first, last = whole("thang", _AHEAD[match["which"]], today)
    at = _number(match["count"])
    return (first.replace(day=at),) * 2 if 0 < at <= last.day else None


def day_of_named(match: re.Match[str], today: date) -> Days | None:
    """A day of a month that is named, of a year counted from this one; None where that month has no such day."""
    try:
        day = date(today.year + _AHEAD[match["which"]], int(match["month"]), _number(_told(match, "count")))
    except ValueError:
        return None
    return day, day


def part_of_named(match: re.Match[str], today: date) -> Days | None:
    """The beginning, middle or end of a month that is named, of a year counted from this one."""
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    begin = date(today.year + _AHEAD[match["which"]], month, 1)
    return _part_of_month(*_month(begin, 0), match["part"])


def before_new_year(_match: re.Match[str], today: date) -> Days | None:
    """From today to the day before the next lunar new year's first day off."""
    first = new_year(today)
    return (today, max(today, first - timedelta(days=1))) if first else None


def half_a_month(_match: re.Match[str], today: date) -> Days:
    """Half a month from today on."""
    return today, today + timedelta(days=HALF_A_MONTH)


def ahead(match: re.Match[str], today: date) -> Days | None:
    """The day, week, month, quarter or year that lies so many ahead."""
    count = _number(match["count"])
    if not count:
        return None
    if _unit(match) == "ngay":
        day = today + timedelta(days=count)
        return day, day
    return whole(_unit(match), count, today)


def until(match: re.Match[str], today: date) -> Days | None:
    """From today to the end of a stretch that is not over."""
    last = whole(_unit(match), _AHEAD[match["which"] or ""], today)[1]
    return (today, last) if last >= today else None


def part(match: re.Match[str], today: date) -> Days:
    """The beginning, middle or end of a week, month, quarter or year."""
    unit, which = _unit(match), _PARTS.get(match["part"], match["part"])
    first, last = whole(unit, _AHEAD[match["which"]], today)
    if unit == "tuan":
        days = {"dau": (0, 1), "giua": (2, 3), "cuoi": (4, 6)}[which]
        return first + timedelta(days=days[0]), first + timedelta(days=days[1])
    if unit == "thang":
        return _part_of_month(first, last, which)
    months = _MONTHS_IN[unit]
    third = months // 3
    begin = {"dau": 0, "giua": third, "cuoi": 2 * third}[which]
    return _month(first, begin)[0], _month(first, begin + third - 1)[1]


def _part_of_month(first: date, last: date, which: str) -> Days:
    end = {"dau": 10, "giua": 20, "cuoi": last.day}[which]
    return first.replace(day={"dau": 1, "giua": 11, "cuoi": 21}[which]), first.replace(day=end)


def half(match: re.Match[str], today: date) -> Days:
    """The first or second half of a month, quarter or year: a month is halved after its 15th day."""
    unit, which = _unit(match), _PARTS.get(match["part"], match["part"])
    first, last = whole(unit, _AHEAD[match["which"]], today)
    months = _MONTHS_IN[unit]
    middle = _month(first, months // 2 - 1)[1] if months % 2 == 0 else _month(first, months // 2)[0].replace(day=15)
    return (first, middle) if which == "dau" else (middle + timedelta(days=1), last)


def named(match: re.Match[str], today: date) -> Days | None:
    """A month or quarter of this, the next or the last year."""
    year = date(today.year + _AHEAD[match["which"]], 1, 1)
    if match["quarter"]:
        return whole("quy", _QUARTERS[match["quarter"]] - 1, year)
    month = int(match["month"])
    return _month(year, month - 1) if 1 <= month <= 12 else None


def en_named(match: re.Match[str], today: date) -> Days:
    """A month of this, the next or the last year, as English names it."""
    return _month(date(today.year + _AHEAD[match["which"]], 1, 1), EN_MONTHS[match["month"]] - 1)


def weekend(match: re.Match[str], today: date) -> Days:
    """Friday to Sunday."""
    monday = whole("tuan", _AHEAD[match["which"] or ""], today)[0]
    return monday + timedelta(days=4), monday + timedelta(days=6)


def days_off(count: int) -> Callable[[re.Match[str], date], Days]:
    """The day that lies so many ahead, or ago."""

    def day(_match: re.Match[str], today: date) -> Days:
        named = today + timedelta(days=count)
        return named, named

    return day


def one(match: re.Match[str], today: date) -> Days:
    """The one before, this one or the next one."""
    return whole(_unit(match), _AHEAD[match["which"]], today)


def second(match: re.Match[str], today: date) -> Days:
    """The one after next."""
    return whole(_unit(match), 2, today)


def _number(told: str) -> int:
    """Return the number, 0 for one that is no plan's time."""
    count = int(told) if told.isdigit() else {**VI_NUMBERS, **EN_NUMBERS}[told]
    return count if count <= MOST_AHEAD else 0


def whole(unit: str, ahead: int, today: date) -> Days:
    """Return the week, month, quarter or year that lies `ahead` units from today's."""
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=6)
    months = _MONTHS_IN[unit]
    begin = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    return _month(begin, months * ahead)[0], _month(begin, months * ahead + months - 1)[1]


def _month(day: date, ahead: int) -> Days:
    """Return the first and last day of the month that lies `ahead` months from a day's."""
    year, month = divmod(day.year * 12 + day.month - 1 + ahead, 12)
    return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def _later(today: date, count: int, unit: str) -> date:
    if unit in ("ngay", "tuan"):
        return today + timedelta(days=count * (7 if unit == "tuan" else 1))
    first, last = _month(today, count * _MONTHS_IN[unit])
    return first.replace(day=min(today.day, last.day))
