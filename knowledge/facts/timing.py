"""A text prepared for reading its times, and a duty with the time that one of them gives it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.facts.actors import blank, skip_openings
from knowledge.facts.covered import covered_period, period_behind
from knowledge.facts.cycles import Cycle, find_cycles
from knowledge.facts.dates import find_whens
from knowledge.facts.due import day_from_issue
from knowledge.facts.lexicon import LABEL
from knowledge.facts.names import joined_names
from knowledge.facts.reading import Clause, Unit
from knowledge.facts.whens import DateParts, When
from knowledge.facts.years import infer_year, last_recurrence
from knowledge.model import Deadline, Plan, Section
from knowledge.patterns import later

_TAIL = 60
_OF_LIST = later(
    r"\d{1,2}(?:/(?:19|20)\d\d)?(?=\s*(?:$|,?\s*(?:(?:của|trong)\s+)?(?:hằng|hàng|mỗi|năm)(?!\w)))", re.IGNORECASE
)
"""A time that is a number by itself, one of a list."""
_ENDS_IN_DAY = later(r"(?:^|ngày\s)(\d{1,2})$", re.IGNORECASE)
"""A day of a list whose month stands behind the last one: "các ngày 13, 14 và 20/6"."""
_YEAR = later(r"(?:giai đoạn [^:;.()]{1,12}\(\s*)?(?:trong )?năm (20\d\d)\)?\s*[.:]?", re.IGNORECASE)
_LOOSE_END = later(
    r"(?:[\s,;:.(–-]|(?<=\.)/|\s(?:và|về|vào|qua|định kỳ|ít nhất|tối thiểu|gửi|theo|xong|lúc|các"
    r"|(?:trong )?thời gian|dự kiến|phải))+$"
)  # what is left of a clause before its time or recipient


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit prepared for reading: its text, the same with times blanked out, times and periods in order."""

    plan: Plan
    unit: Unit
    text: str
    masked: str
    whens: tuple[When, ...]
    cycles: tuple[Cycle, ...]


def read_times(plan: Plan, unit: Unit, bare: bool = False) -> Reading:
    """Prepare a unit's text. bare: it says nothing but times, so "10/5" alone is one."""
    text = unit.text.text
    whens, cycles = _in_year(find_whens(text, bare), unit), find_cycles(text)
    ranges = [(w.start, w.end) for w in whens] + [(c.start, c.end) for c in cycles if c.unit != "định kỳ"]
    return Reading(plan, unit, text, blank(joined_names(plan, text), ranges), whens, cycles)


def with_times(parts: Sequence[Clause], whens: Sequence[When]) -> Iterator[tuple[Clause, list[When]]]:
    """Yield each clause of a text with the times that are named in it."""
    starts = [clause.start for clause in parts]
    inside: dict[int, list[When]] = {}
    for when in whens:
        inside.setdefault(bisect_right(starts, when.point) - 1, []).append(when)
    for at, clause in enumerate(parts):
        yield clause, [when for when in inside.get(at, ()) if when.point < clause.end]


def _in_year(whens: tuple[When, ...], unit: Unit) -> tuple[When, ...]:
    """Give the times of a text the year that stands over them: "Năm 2028: ..., tổng kết vào tháng 11"."""
    year = next(
        (int(found[1]) for section in reversed(unit.above) if (found := _YEAR.fullmatch(_title(section)))), None
    )
    told: list[When] = []
    for when in whens:
        stage = when.last is not None and when.parts == DateParts(year=when.parts.year) == when.last
        year = when.parts.year if stage else year
        told.append(when if stage or year is None or when.recurrence else _of_year(when, year))
    return tuple(told)


def _of_year(when: When, year: int) -> When:
    dated = when.within is None and when.parts.year is None and not when.parts.next_year
    last = replace(when.last, year=when.last.year or year) if when.last else None
    return replace(when, parts=replace(when.parts, year=year), last=last) if dated else when


def _title(section: Section) -> str:
    return section.heading.text or section.body.text


def timed(reading: Reading, duty: Deadline, start: int, when: When) -> Deadline:
    """Return `duty` with the time `when` of its text; start: where the words that it belongs to begin."""
    parts = when.parts
    until = when.last or parts if when.last or (parts.day is None and when.within is None) else None
    year = infer_year(reading.plan, parts, when.last, duty.recurrence) if not when.within else None
    last_year = infer_year(reading.plan, until, None, duty.recurrence) if until and until.next_year else year
    filled = replace(until, year=until.year or last_year) if until else None
    duty = replace(
        duty,
        comparator=when.comparator or ("chậm nhất" if _is_last_day(reading, start, when) else None),
        day=parts.day,
        month=parts.month,
        year=parts.year,
        inferred_year=year if parts.year is None else None,
        time=when.time,
        within=when.within,
        stated=_stated(reading.text[when.start : when.end].strip(), when),
        period=period_behind(reading.text, when.end)
        or covered_period(reading.text, start, when.start, duty.recurrence),
        until=filled.last_day() if filled else day_from_issue(when.within or "", reading.plan.header.date),
    )
    return replace(duty, until=last_recurrence(reading.plan, duty)) if duty.recurrence else duty


def _stated(words: str, when: When) -> str:
    """The words of a time; a month of a list ("tháng 3, 6 và 9") is named as one, a day of one ("ngày 10 và 25") too,
    years as a stage."""
    if when.last and words[:1].isdigit() and not when.parts.month and not when.parts.quarter:
        return f"giai đoạn {words}"
    day, month = when.parts.day, when.parts.month
    if month and day is None and words[:1].isdigit():
        return f"tháng {words}"
    if month and (own := _ENDS_IN_DAY.search(words)) and int(own[1]) == day != month:
        return f"{words}/{month}" if "ngày" in words else f"ngày {words}/{month}"
    if day is None or _OF_LIST.match(words) is None:
        return words
    return f"ngày {day:02d} tháng {words}" if month else f"ngày {words}"


def _is_last_day(reading: Reading, start: int, when: When) -> bool:
    """A label may hold the comparator: "Hạn chót nộp bài dự thi: 30/9"."""
    label = LABEL.match(reading.text, skip_openings(reading.masked, start, when.start))
    return label is not None and label["label"].lower().startswith("hạn")


def without_loose_end(words: str) -> str:
    """Return what is done without the words that only lead to its time or recipient ("gửi", "về", "trước")."""
    return (words[:-_TAIL] + _LOOSE_END.sub("", words[-_TAIL:])).strip()
