"""Work listed under its time: "- Tháng 10/2026:" with what is done then below it, "THÁNG 4" over a table's rows."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.facts.dates import is_a_time
from knowledge.facts.occasions import is_past
from knowledge.facts.reading import Unit
from knowledge.facts.timing import Reading, read_times
from knowledge.facts.whens import TIME, clock_of
from knowledge.model import Deadline, Plan, Section
from knowledge.patterns import later
from knowledge.text import MappedText

_LEAD = later(r"(?:thời gian|thời hạn|dự kiến|trong|vào)\s*:?\s+", re.IGNORECASE)
_OWN = later(
    r"\W*(?P<own>(?:tuần(?:\s+(?:lễ|thứ))?\s+(?:\d|đầu|cuối|nhất|hai|ba|tư)|(?:đầu|giữa|cuối)(?=\s*[:,])"
    r"|(?:từ\s+)?(?:ngày\s+)?\d{1,2}(?:\s*(?:-|–|đến(?:\s+ngày)?)\s*\d{1,2})?)(?!\d|/|\s*\w*%))\s*(?P<end>[:,]|$)",
    re.IGNORECASE,
)
"""The part of a month at the head of what stands below it: "Tuần 1: ...", "Ngày 10: ..."."""
_CLOCK = later(rf"\W*(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*[:,]?\s*)?(?:lúc\s+)?{TIME}\s*[:,–-]", re.IGNORECASE)
_LONGEST = 60


def time_above(plan: Plan, unit: Unit) -> Reading | None:
    """Return the reading of the time under which a unit stands, alone in the title over it; None where there is none
    or it is over. Its only time is the unit's."""
    title = _title(unit.above)
    return _whole(plan, unit, title.strip(" .:;,-–")) if title else None


def within_time(plan: Plan, unit: Unit, text: str) -> Reading | None:
    """Return the reading of a part of a month ("Ngày 10") with the month over it ("THÁNG 4")."""
    own, title = _OWN.match(text), _title(unit.above)
    if own is None or not title:
        return None
    return _whole(plan, unit, f"{own['own']} {title.strip(' .:;,-–').lower()}")


def under_title(plan: Plan, unit: Unit, duty: Deadline) -> Deadline:
    """Return a duty with the title that tells its time among what proves it."""
    over = unit.above[-1]
    text = over.heading if over.heading.text else over.body
    return replace(duty, citations=(*duty.citations, *plan.cite(over.path, text)))


def after_clock(text: str) -> str | None:
    """Return what a line of a timetable says behind its hour: "19h30: Chung kết", "07h00 - 07h30: Đón tiếp"."""
    clock = _CLOCK.match(text)
    words = text[clock.end() :].strip(" .;") if clock else ""
    last = _CLOCK.match(words)
    return (words[last.end() :].strip() if last else words) or None


def of_unit(plan: Plan, unit: Unit) -> Reading | None:
    """Return the reading of the time under which a text stands, narrowed by its own "Tuần 1:"."""
    reading = within_time(plan, unit, unit.text.text) or time_above(plan, unit)
    clock = _CLOCK.match(unit.text.text)
    if reading is None or clock is None or reading.whens[0].time:
        return reading
    return replace(reading, whens=(replace(reading.whens[0], time=clock_of(clock)),))


def _title(above: tuple[Section, ...]) -> str:
    if not above:
        return ""
    text = above[-1].heading.text or above[-1].body.text
    return _LEAD.sub("", text, count=1) if len(text) <= _LONGEST else ""


def _whole(plan: Plan, unit: Unit, words: str) -> Reading | None:
    """Read words that are one time from their first character to their last."""
    text = MappedText(words, ((0, len(words), 0, len(words)),))
    reading = read_times(plan, replace(unit, text=text), bare=True)
    return reading if is_a_time(words) and not is_past(plan, reading.whens[0]) else None
