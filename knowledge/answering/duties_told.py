"""How duties are told once it is known which are meant: when, to whom, by which way, by whom, in how many days."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answering import timing
from knowledge.answering.desk import Desk
from knowledge.answering.due import advice, manner, said_once, what, when
from knowledge.answering.duties import is_dated
from knowledge.answering.duty_lines import advised, described, duty_line, duty_part, named
from knowledge.answering.present import date_text, digits, sentence_case
from knowledge.facts import due_date
from knowledge.facts.due import sort_key
from knowledge.model import AnswerPart, Deadline, Status
from knowledge.patterns import later
from knowledge.text import fold, folded_words

MOST_SHOWN = 6
MOST_UNDATED = 3
"""Duties of one plan that an answer shows; the table of all is a question of its own."""

_WEEKDAY = later(r"\bthu may\b|\bday of the week\b|\bweekday\b")
_MOVED = later(
    r"\b(?:gia han|doi (?:han|sang|lai|ngay)|lui|chuyen sang|thay doi|hoan (?:han|lai)|keo dai|"
    r"extended|moved|postponed|changed|delayed|pushed back)\b"
)


def is_moved(text: str) -> bool:
    """Tell whether a folded question claims that a deadline was moved."""
    return _MOVED.search(text) is not None


def when_due(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Say when duties are due."""
    dated = [deadline for deadline in deadlines if is_dated(deadline)]
    status = Status.ANSWERED if dated or "when" not in desk.query.slots.asked else Status.NOT_SPECIFIED
    if dated and desk.query.months and "when" in desk.query.slots.asked and not any(d.day or d.within for d in dated):
        return Status.NOT_SPECIFIED, duty_part(desk, dated, _without_day(desk, dated))
    deadlines = shown(desk, deadlines)
    if len(deadlines) > 1:
        ordered = deadlines
        items = [duty_line(desk, deadline) for deadline in ordered]
        lead = named(desk, deadlines, desk.words.deadline_count.format(count=len(items)))
        derived = [*advised(desk, ordered), str(len(items))]
        return status, duty_part(desk, ordered, lead, items=items, derived=derived)
    deadline = deadlines[0]
    hint = advice(deadline, desk.words)
    lead = f"**{sentence_case(when(deadline, desk.words))}**" + (f" ({hint})" if hint else "")
    weekday = _weekday(desk, deadline)
    lead = named(desk, deadlines, f"{weekday}{described(desk, lead, deadline)}")
    return status, duty_part(desk, deadlines, lead, derived=[*advised(desk, deadlines), *digits(weekday)])


def _weekday(desk: Desk, deadline: Deadline) -> str:
    """Say on which day of the week a duty's day falls, where that is asked; "" where it is not, or has no year."""
    day = due_date(deadline) if _WEEKDAY.search(fold(desk.query.text)) else None
    if day is None:
        return ""
    return desk.words.on_weekday.format(date=date_text(day, desk.words), weekday=desk.words.weekdays[day.weekday()])


def _without_day(desk: Desk, deadlines: list[Deadline]) -> str:
    """Say that the day asked for within a month is not stated, and what is."""
    stated = described(desk, sentence_case(when(deadlines[0], desk.words)), deadlines[0])
    return f"{desk.words.no_detail_at['when']} {stated}"


def shown(desk: Desk, deadlines: list[Deadline]) -> list[Deadline]:
    """Return the duties to show, by date: the one whose turn was asked for, or the first few, fewest of the undated."""
    ordered = sorted(_of_round_asked(desk, deadlines), key=sort_key)
    turn = desk.query.item
    if turn and -len(ordered) <= turn <= len(ordered):
        return [ordered[turn - 1 if turn > 0 else turn]]
    dated = sum(is_dated(deadline) for deadline in ordered)
    undated = 1 if desk.brief else MOST_UNDATED
    return ordered[: min(MOST_SHOWN, dated + undated) if dated == 0 or "when" in desk.query.slots.asked else MOST_SHOWN]


def _of_round_asked(desk: Desk, deadlines: list[Deadline]) -> list[Deadline]:
    """Return of the rounds that one sentence gives ("học kỳ I trước ..., cả năm học trước ...") the one whose own words
    the question says, all where it says those of none or of several."""
    if len({deadline.citations[:1] for deadline in deadlines}) != 1:
        return deadlines
    said = frozenset(folded_words(desk.query.restored))
    told = [frozenset(folded_words(deadline.what)) for deadline in deadlines]
    common = frozenset.intersection(*told)
    asked = [
        deadline for deadline, words in zip(deadlines, told, strict=True) if words - common and words - common <= said
    ]
    return asked if len(asked) == 1 else deadlines


def route(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Say to whom and by which way."""
    stated = [deadline for deadline in deadlines if manner(deadline, desk.words)]
    if not stated:
        how = "channel" in desk.query.slots.asked
        return _missing(desk, deadlines, desk.words.no_channel if how else desk.words.no_recipient)
    routes: dict[str, Deadline] = {}
    for deadline in stated:
        routes.setdefault(", ".join(manner(deadline, desk.words)), deadline)
    if len(routes) == 1:
        route = next(iter(routes))
        lead = f"**{sentence_case(route)}**: {what(stated[0], desk.words)} ({when(stated[0], desk.words)})"
        return Status.ANSWERED, duty_part(desk, stated, named(desk, stated, lead))
    items = [
        f"**{sentence_case(route)}**: {what(deadline, desk.words)} ({when(deadline, desk.words)})"
        for route, deadline in sorted(routes.items(), key=lambda each: sort_key(each[1]))
    ]
    return Status.ANSWERED, duty_part(desk, stated, named(desk, stated, desk.words.stated), items=items)


def judged(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Judge a date that the question names: is it the duty's, or in time for it?"""
    verdict = timing.verdict(desk, deadlines)
    if verdict is None:
        status, part = when_due(desk, deadlines)
        return (status if any(map(is_dated, deadlines)) else Status.NOT_SPECIFIED), part
    sentence, deadline = verdict
    if is_moved(fold(desk.query.restored)):
        _, part = when_due(desk, deadlines)
        return Status.NOT_SPECIFIED, replace(part, lead=f"{desk.words.not_extended}. {part.lead}")
    lead = f"{sentence} {sentence_case(desk.words.after_deadline.format(due=when(deadline, desk.words)))}"
    hint = advice(deadline, desk.words)
    lead = named(desk, [deadline], f"{lead} ({hint})." if hint else f"{lead}.")
    derived = [*digits(sentence), *advised(desk, [deadline])]
    return Status.ANSWERED, duty_part(desk, [deadline], lead, derived=derived)


def days_to(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Count the days to the next day on which each duty can still be done, or since the last one."""
    period = desk.query.period
    deadlines = [each for each in deadlines if period and period in (each.period, each.recurrence)] or deadlines
    deadlines = _of_round_asked(desk, deadlines)
    counted = [(deadline, days) for deadline in deadlines if (days := timing.days_left(desk, deadline)) is not None]
    if not counted:
        return when_due(desk, deadlines)
    counted.sort(key=lambda each: (each[1].past, abs(each[1].days)))
    told_days = [each.sentence + _inferred(desk, deadline) for deadline, each in counted]
    items = [f"{said} – {what(deadline, desk.words)}" for said, (deadline, _) in zip(told_days, counted, strict=True)]
    items = said_once(items, desk.words)
    derived = digits(*told_days)
    lead = named(desk, deadlines, sentence_case(items[0]))
    told = [deadline for deadline, _ in counted]
    return Status.ANSWERED, duty_part(desk, told, lead, items=items[1:], derived=derived)


def _inferred(desk: Desk, deadline: Deadline) -> str:
    """Say that the year was not stated but taken from the plan."""
    year = deadline.inferred_year
    return f" ({desk.words.inferred_year.format(year=year)})" if year and not deadline.year else ""


def _missing(desk: Desk, deadlines: list[Deadline], sentence: str) -> tuple[Status, AnswerPart]:
    lead = named(desk, deadlines, f"{sentence_case(what(deadlines[0], desk.words))}: **{sentence}**")
    return Status.NOT_SPECIFIED, duty_part(desk, deadlines, lead)
