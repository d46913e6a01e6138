"""How one duty is told in an agenda: its day as the plan puts it, what is done, and by when better. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answering.desk import Desk
from knowledge.answering.due import advice_on, clock_text, manner, what, when
from knowledge.answering.present import date_text, plain, sentence_case
from knowledge.model import Deadline, DueDay

ROW_LIMIT = 110
_ON_ITS_DAY = frozenset({"", "vào"})
"""Comparators of what takes place on its day, where nothing is handed in."""


@dataclass(frozen=True, slots=True)
class Due:
    """A duty on one of its days."""

    day: DueDay
    deadline: Deadline


def time_of(desk: Desk, deadline: Deadline) -> str:
    """Write a duty's time as the plan does; of one without a day the words that tell it."""
    if deadline.day is None and deadline.stated:
        return sentence_case(plain(deadline.stated))
    return sentence_case(when(deadline, desk.words))


def day_of(due: Due, desk: Desk) -> str:
    """Write the computed day as the plan puts it: "Trước ngày 10/5/2027"."""
    last = date_text(due.day.last, desk.words)
    if due.day.first:
        start = date_text(due.day.first, desk.words)
        return sentence_case(desk.words.span.format(start=start, end=last)) + _inferred(due, desk)
    return sentence_case(_point(due.deadline, last, desk)) + _inferred(due, desk)


def _point(deadline: Deadline, last: str, desk: Desk) -> str:
    """Say by when, or of what takes place on its day when: "trước 17 giờ ngày 04/12/2026", "ngày 05/12/2026"."""
    words, bound = desk.words, deadline.comparator or ""
    whole = deadline.day is None and bound != "trước"
    clock = clock_text(deadline.time, words) if deadline.time and not whole else ""
    if not whole and deadline.within is None and bound in _ON_ITS_DAY and not deadline.is_due_by:
        return words.on_at.format(date=last, time=clock) if clock else words.on.format(date=last)
    if clock:
        by = bound if bound in words.at_hour and bound else "chậm nhất"
        return words.at_hour[by].format(date=words.time.format(time=clock, date=last))
    templates = {"trước": words.before, "đến": words.by_end, "từ": words.from_day}
    return (words.at_latest if whole else templates.get(bound, words.at_latest)).format(date=last)


def advice_of(due: Due, desk: Desk) -> str:
    """Say on which day a duty to come is better done last: the day before "trước ngày", a working day."""
    told = (
        advice_on(due.deadline, due.day, desk.words)
        if due.deadline.is_of_a_day and due.day.safe >= desk.today
        else None
    )
    return f" ({told})" if told else ""


def _inferred(due: Due, desk: Desk) -> str:
    """Say that the plan itself prints no year for the day, or from what the day is counted."""
    if due.deadline.within:
        return f" ({desk.words.counted_from.format(words=plain(due.deadline.within))})"
    year = due.day.last.year
    printed = due.deadline.year is not None or str(year) in (due.deadline.stated or "")
    return "" if printed else f" ({desk.words.inferred_year.format(year=year)})"


def what_of(desk: Desk, deadline: Deadline) -> str:
    """Write what is done and by which way, of several plans with the name of its own."""
    route = [plain(part) for part in manner(deadline, desk.words)]
    text = ", ".join([what(deadline, desk.words, ROW_LIMIT), *route])
    if desk.single:
        return text
    over = f" {desk.words.over_short}" if desk.is_over(deadline.plan_id) else ""
    return f"{text} ({desk.name(deadline.plan_id)}{over})"
