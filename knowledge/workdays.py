"""Working days in Viet Nam: weekends, public holidays with the lunar ones, and weekend days that are worked instead.

From the package `holidays`, by a table that `make workdays` derives: importing it takes an eighth of a second. It lists
what the government decided for past years and works the rest out by the Labour Code (2019, Article 112) without saying
which is which; a year after the last one with a decision is an estimate here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "workdays.tsv"
FIRST, LAST = 2010, 2040
"""Years that the table has; others are asked of the package."""
_NEW_YEAR, _TET = "Tết Nguyên Đán", "Tết"
_YEAR = 400
"""Days within which a lunar new year comes."""
_LONGEST = 30
"""Days to look back: no run of days off is longer."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is not worked. holiday: its name in Vietnamese, None on a plain weekend; estimated: the government has
    not decided that year's days off as far as the package knows."""

    day: date
    holiday: str | None
    estimated: bool


def day_off(day: date) -> DayOff | None:
    """Return why a day is not worked, None when it is a working day."""
    year = _year(day.year)
    name = year.holidays.get(day)
    if name is not None:
        return DayOff(day, name.split("; ")[0], day.year > decided_until())
    if day.weekday() < 5 or day in year.worked:
        return None
    return DayOff(day, None, False)


def last_working_day(day: date) -> date:
    """Return the day itself when it is worked, else the last working day before it."""
    for back in range(_LONGEST):
        tried = day - timedelta(days=back)
        if day_off(tried) is None:
            return tried
    raise RuntimeError(f"no working day in the {_LONGEST} days before {day}")


def new_year(day: date) -> date | None:
    """Return the first day off of the lunar new year that comes after `day`, None beyond the calendar."""
    coming = (day + timedelta(days=ahead) for ahead in range(1, _YEAR))
    first = next((each for each in coming if _holiday(each).startswith(_NEW_YEAR)), None)
    while first and _TET in _holiday(first - timedelta(days=1)):
        first -= timedelta(days=1)
    return first


def _holiday(day: date) -> str:
    return _year(day.year).holidays.get(day) or ""


def decided_until() -> int:
    """Return the last year whose exchanged days the package knows."""
    return _table()[0]


@dataclass(frozen=True, slots=True)
class Days:
    """holidays: days off that are no plain weekend, with their names; worked: days of weekends that are worked."""

    holidays: dict[date, str]
    worked: frozenset[date]


def _year(year: int) -> Days:
    return _table()[1] if FIRST <= year <= LAST else _beyond(year)


@lru_cache(maxsize=64)
def _beyond(year: int) -> Days:
    return of_package(range(year, year + 1))[1]


@cache
def _table() -> tuple[int, Days]:
    until, *rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    named = [(date.fromisoformat(day), name) for day, name in rows]
    return int(until[0]), Days({d: name for d, name in named if name}, frozenset(d for d, name in named if not name))


def of_package(years: range) -> tuple[int, Days]:
    """Return the last year that is decided, and the days of some years, from the package: an eighth of a second."""
    from holidays import country_holidays  # it imports every country's
    from holidays.countries.vietnam import VietnamStaticHolidays

    # a day that is worked in exchange may be listed in the year of the day off, so the neighbours are loaded too
    around = range(years.start - 1, years.stop + 1)
    found = country_holidays("VN", years=around, language="vi", expand=False)
    own = {day: found.get(day) or "" for day in sorted(found) if day.year in years}
    worked = frozenset(day for day in found.weekend_workdays if day.year in years)
    return max(VietnamStaticHolidays.special_public_holidays), Days(own, worked)
