"""Dates named in one clause: which words belong to each of them, and whose recurrence it has."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.facts.actors import first_verb
from knowledge.facts.covered import periods
from knowledge.facts.cycles import Cycle
from knowledge.facts.reading import Clause
from knowledge.facts.timing import Reading
from knowledge.facts.whens import When

_AND = re.compile(r"(?:,|(?<!\w)và|(?<!\w)đồng thời)\s+")
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)(?!\w)", re.IGNORECASE)
_ENDS = re.compile(r"(?:phải\s+)?(?:hoàn|xong|kết thúc)(?!\w)", re.IGNORECASE)
_SPOKEN = {"sơ kết", "tổng kết"}  # kinds of report, no periods


def with_recurrence(
    text: str, clause: Clause, whens: list[When], cycles: tuple[Cycle, ...], standing: bool
) -> list[When]:
    """Return the dates of a clause, each with the recurrence that the clause gives it.

    A last "hằng năm" is for the dates before it too ("6 tháng trước ngày 05/6 và năm trước ngày 05/12 hằng năm"); in
    "hằng quý trước ngày 15 của tháng cuối quý, 6 tháng trước ngày 15/6" the second date has a period of its own.
    standing: the document is for no period, so its reports for a half or a whole year are due every year.
    """
    found = [_recurring(text, clause, whens, index, cycles) for index in range(len(whens))]
    if not standing:
        return found
    starts = [clause.start, *(when.end for when in whens)]
    return [_yearly(text, low, when) for low, when in zip(starts, found, strict=False)]


def _yearly(text: str, low: int, when: When) -> When:
    """A date for "báo cáo 6 tháng", "báo cáo năm" without a year, in a document that is in force over the years."""
    if not _may_recur(when):
        return when
    named = set(periods(text, low, when.start)) - _SPOKEN
    return replace(when, recurrence="năm") if named else when


def _may_recur(when: When) -> bool:
    return not (when.recurrence or when.within or when.parts.month is None or when.parts.year or when.last)


def _recurring(text: str, clause: Clause, whens: list[When], index: int, cycles: tuple[Cycle, ...]) -> When:
    when = whens[index]
    if not _may_recur(when):
        return when
    earlier = [c for c in cycles if clause.start <= c.start and c.end <= when.start and c.unit != "định kỳ"]
    low = whens[index - 1].end if index else clause.start
    if any(c.start >= low for c in earlier) or "năm" in {c.unit for c in earlier}:
        return when
    if earlier:
        named = [unit for unit in periods(text, low, when.start) if unit not in _SPOKEN]
        return replace(when, recurrence=named[-1]) if named else when
    yearly = any(later.recurrence == "năm" and later.parts.month for later in whens[index + 1 :])
    return replace(when, recurrence="năm") if yearly else when


def after_last_duty(reading: Reading, clause: Clause, bound: list[When], index: int) -> int:
    """Return where the stretch of a date begins: after the date before it, unless no verb parts the two ("6 tháng,
    năm")."""
    when = bound[index]
    bracket = reading.masked.rfind("(", clause.start, when.start)
    if bracket > reading.masked.rfind(")", clause.start, when.start) and _SENDS.match(reading.masked, bracket + 1):
        return bracket + 1  # "mời đại biểu (gửi giấy mời trước ngày 20/7)"
    edges = [clause.start, *(when.end for when in bound[:index])]
    for edge in reversed(edges[1:]):
        if first_verb(reading.masked, edge, bound[index].start) is not None:
            return edge
    return clause.start


def before_next_duty(reading: Reading, start: int, when: When, following: When) -> int:
    """Return where the stretch of a date ends: before the verb of the next date, unless its own verb follows it."""
    nearer = _AND.search(reading.masked, when.end, following.start)
    own = first_verb(reading.masked, start, when.start)
    if own is None and nearer and not _ENDS.match(reading.masked, nearer.end()):
        # "ngày 25 nhận báo cáo, tổng hợp gửi Giám đốc trước ngày 28"
        own = first_verb(reading.masked, when.end, nearer.start())
    both = own is not None and nearer and first_verb(reading.masked, nearer.end(), following.start) == nearer.end()
    return nearer.start() if nearer and both else following.start


def is_round_of_next(text: str, when: When, inside: list[When]) -> bool:
    """Tell a quarter that only says which report the day behind it is of: "quý III trước ngày 15/9"."""
    bare = when.parts.quarter and when.start == when.point
    return bool(bare) and any(when.end < each.start and not text[when.end : each.start].strip() for each in inside)


def period_in_turn(reading: Reading, clause: Clause, bound: list[When], index: int) -> str | None:
    """Return the period named after the dates, or before them all: "trước ngày 05/7 và 05/12 gửi báo cáo 6 tháng, năm"
    names one for each."""
    behind = periods(reading.text, bound[-1].end, clause.end)
    if len(behind) == len(bound):
        return behind[index]
    before = [unit for unit in periods(reading.text, clause.start, bound[0].start) if unit not in _SPOKEN]
    return before[index] if len(before) == len(bound) > 1 else None
