"""What is due: all that the plans in scope ask to be handed in, by date. Looked up in facts, never guessed."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import timing
from knowledge.answering.corrected import is_due
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import said_once
from knowledge.answering.duties import THINGS, falls_on, fits, is_dated
from knowledge.answering.duties_told import days_to, shown, when_due
from knowledge.answering.duty_lines import advised, citations, duty_row, in_plan_words
from knowledge.answering.header import cite_fields
from knowledge.answering.present import digits
from knowledge.facts.due import sort_key
from knowledge.model import AnswerPart, Attribute, Deadline, Query, Status, StoredPlan, UnitKind, parent_of
from knowledge.patterns import later
from knowledge.text import fold, folded_words

MOST_UNITS = 8
"""Plans answered one by one; with more, the person is asked for the unit."""
MOST_LINES = 30
_EVERY = later(
    r"(?:\b(?:lập bảng|liệt kê|tất cả|mọi|toàn bộ|all)\b.{0,30}|\bbảng(?: (?:các|những|tổng hợp|kê|theo dõi|thời))* )"
    r"\b(?:hạn|mốc|deadlines?|dates)\b",
    re.I,
)

_LEFT_NAMING = frozenset(
    folded_words(
        "còn mấy bao nhiêu lâu nữa ngày hôm tuần tháng là thì đến tới hạn how many days weeks months left until due"
    )
)
_WHICH = later(r"\b(?:(?:nhung|cac|may|bao nhieu) (?:thoi )?(?:han|moc)|co (?:thoi )?(?:han|moc)(?: \w+){0,2} nao)\b")


def answer(desk: Desk) -> Draft | None:
    """Tell what is due, of the period, day or kind of thing that is named; a table of all plans where every deadline is
    asked for or they are compared, None where nothing is due."""
    if desk.query.years and not any(timing.covers(desk, stored) for stored in desk.plans):
        return _no_such_year(desk)
    left = timing.asks_left(desk.query)
    own = {stored.plan_id for stored in desk.near}
    near = [stored for stored in desk.near if parent_of(stored.plan_id) not in own]  # told with what it is attached to
    near = [stored for stored in near if not (left and desk.is_over(stored.plan_id))] or near
    due = {stored.plan_id: _meant(desk, stored) for stored in near}
    named = desk.query.named and not desk.single and not asks_every(desk.query)
    if named and not all(due.values()):
        return None  # the engine quotes what the other one says
    due = {plan_id: duties for plan_id, duties in due.items() if duties}
    if not due:
        return None
    if not desk.single and (asks_every(desk.query) or desk.query.every_unit):
        return table(desk, [duty for duties in due.values() for duty in duties])
    if len(due) > MOST_UNITS:
        return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.needs_unit),), tuple(due))
    tell = days_to if timing.asks_left(desk.query) else when_due
    told = [tell(replace(desk, answering=len(due)), duties) for duties in due.values()]
    stated = any(status is Status.ANSWERED for status, _ in told)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, tuple(part for _, part in told), desk.others())


def time_left(desk: Desk) -> Draft | None:
    """Count to every day to come of the one plan at hand, else ask which duty is meant, where only "còn mấy tuần" is
    asked; None for any other question."""
    if not timing.asks_left(desk.query) or desk.query.follow_up or desk.wanted.without(_LEFT_NAMING):
        return None
    if desk.query.period or desk.query.dates or desk.query.months:
        return None
    if not desk.single:
        plans = tuple(stored.plan_id for stored in desk.plans)
        return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.which_duty),), plans)
    duties = [duty for duty in desk.plans[0].facts.deadlines if duty.citations]
    coming = [duty for duty in duties if any(day >= desk.today for day in timing.last_days(desk, duty))]
    if not coming:
        return None
    status, part = days_to(desk, coming)
    return Draft(status, (part,), desk.others())


def _meant(desk: Desk, stored: StoredPlan) -> list[Deadline]:
    """Return the duties of a plan that fit the question's period and days, of the thing that it names if some are."""
    query, asked = desk.query, fold(desk.query.restored)
    attached = [desk.everyone[plan_id] for plan_id in desk.parts.get(stored.plan_id, ())]
    held = (duty for each in (stored, *attached) for duty in each.facts.deadlines)
    bound = [duty for duty in held if duty.citations and falls_on(duty, query.belongs)]
    fitting = [duty for duty in bound if fits(duty, query)]
    if _REPORT.search(asked):  # no other paper of the same round
        fitting = [duty for duty in fitting if _REPORT.search(fold(duty.what)) or not _OTHER.match(fold(duty.what))]
    for thing in THINGS:
        own = [duty for duty in fitting if thing in fold(duty.what)] if thing in asked else []
        if own:
            return own
    other = _REPORT.search(asked) and not query.period and not desk.single  # of a plan that asks for no report
    return [] if other else fitting


def are_undated(desk: Desk) -> bool:
    """Tell whether the one plan at hand has duties that fit the question, none of them with a day."""
    told = _meant(desk, desk.plans[0]) if desk.single else []
    return bool(told) and not any(is_dated(duty) for duty in told)


def is_asked(desk: Desk) -> bool:
    """Tell whether every deadline is asked for, those of a period or compared ones of several plans, or what is due on
    a day that only an administrator's word sets."""
    query, asked = desk.query, desk.query.slots.asked <= {"when", "day", "to", "cycle"} and desk.query.slots.asked
    several = not desk.single and bool(query.period) and not query.dates
    compared = query.every_unit and "compare" in query.slots.shape
    return asks_every(query) or bool(asked and (several or compared)) or is_due(desk)


def asks_every(query: Query) -> bool:
    """Tell whether a question asks for all deadlines in a row."""
    return _EVERY.search(query.restored) is not None


def none(desk: Desk) -> Draft | None:
    """Say that a plan sets no deadline, where all of them are asked for and nothing in it states a time; or that it
    asks for no report, where a report is asked about and its text never speaks of one."""
    if not desk.single or desk.query.every_unit:
        return None
    stored, asked = desk.plans[0], fold(desk.query.restored)
    whole = desk.family(stored.plan_id)
    told = [unit for each in whole for unit in each.units if unit.kind is not UnitKind.FIELD]
    sent = any(duty.to or duty.via for each in whole for duty in each.facts.deadlines)
    if _REPORT.search(asked) and not sent and not any(_REPORT.search(fold(unit.text.text)) for unit in told):
        said = desk.words.no_reports
    elif asks_every(desk.query) or _WHICH.search(asked):
        if (
            any(each.facts.deadlines for each in whole)
            or desk.query.period
            or any(unit.states(Attribute.WHEN) for unit in told)
        ):
            return None
        said = desk.words.no_deadlines
    else:
        return None
    return Draft(
        Status.NOT_SPECIFIED, (desk.part(stored.plan_id, said, cite_fields(stored, ("title",))),), desk.others()
    )


_OTHER = later(r"(?:gui |nop |lap )?(?:cac )?(?:dang ky|danh sach|ho so|sang kien)\b")
_REPORT = later(r"\bbao cao\b(?! vien)|\breports?\b")


def table(desk: Desk, deadlines: list[Deadline]) -> Draft:
    """List the duties of several plans by date, undated ones last, each line with its plan."""
    ordered = sorted((deadline for deadline in deadlines if deadline.citations), key=sort_key)[:MOST_LINES]
    items = said_once((duty_row(desk, deadline) for deadline in ordered), desk.words)
    lead = desk.words.deadline_count.format(count=len(items))
    derived = [
        *digits(lead),
        *in_plan_words(ordered),
        *advised(desk, ordered),
        *digits(*(desk.name(d.plan_id) for d in ordered)),
    ]
    part = AnswerPart(None, lead, tuple(items), tuple(citations(ordered)), False, derived=tuple(derived))
    return Draft(Status.ANSWERED, (part,), desk.others())


def _no_such_year(desk: Desk) -> Draft | None:
    """Say that no plan in scope is for the year asked about; what an older plan said is not rolled forward."""
    years = ", ".join(str(year) for year in desk.query.years)
    head = AnswerPart(None, desk.words.unknown_year.format(what=years))
    if not desk.single:
        return Draft(Status.NOT_FOUND, (head,), tuple(desk.everyone))
    dated = [d for d in desk.plans[0].facts.deadlines if is_dated(d) and d.citations]
    older = [replace(when_due(desk, shown(desk, dated))[1], show_quote=False)] if dated else []
    return Draft(Status.NOT_FOUND, (head, *older), desk.others())
