"""Dates listed in one clause: whose recurrence each of them has."""

from __future__ import annotations

from dataclasses import replace

from knowledge.facts.cycles import Cycle
from knowledge.facts.occasions import periods
from knowledge.facts.reading import Clause
from knowledge.facts.whens import When

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
