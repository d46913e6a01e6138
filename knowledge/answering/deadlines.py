"""Answers about duties: when, to whom, how, how many days are left, what if late. Looked up in facts, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import duties_told, missing_rounds, other_duty, timing
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.duties import (
    RELATED,
    Duty,
    by_plan,
    candidates,
    is_dated,
    is_filtered,
    leading,
    of_kind,
    of_round,
    periods,
)
from knowledge.answering.duties_told import days_to, is_moved, judged, late, route, when_due, whether_dated, who_acts
from knowledge.answering.duty_lines import (
    advised,
    citations,
    duty_line,
    duty_part,
    duty_row,
    in_plan_words,
)
from knowledge.answering.header import cite_fields
from knowledge.answering.present import digits
from knowledge.facts.due import sort_key
from knowledge.model import AnswerPart, Ask, Attribute, Deadline, Query, Status, UnitKind
from knowledge.text import fold

BETTER = 0.25
"""How much better than the best duty another sentence must fit before the question is taken to be about it."""
MOST_UNITS = 8
"""Plans answered one by one; with more, the person is asked for the unit."""
MOST_LINES = 30
BEYOND_DUTIES = frozenset({"money", "person", "contact", "place", "template", "consequence"})
"""What no duty states, whatever its time and route."""

_FOLDED = re.compile(
    r"\b(?:rieng|doc lap|gop|ghep|long ghep|separate(?:ly)?|stand-? ?alone|combined|merged|integrated)\b"
)
_EVERY = re.compile(
    r"\b(?:lập bảng|bảng|liệt kê|tất cả|mọi|toàn bộ|all)\b.{0,30}\b(?:hạn|mốc|deadlines?|dates)\b", re.I
)
_WHICH = re.compile(
    r"\b(?:(?:nhung|cac|may|bao nhieu) (?:thoi )?(?:han|moc)|co (?:thoi )?(?:han|moc)(?: \w+){0,2} nao)\b"
)


def answer(desk: Desk) -> Draft | None:
    """Answer a question about a duty; None when no duty of the plans in scope is about it."""
    if desk.query.slots.asked & BEYOND_DUTIES:
        return None
    if desk.query.years and not any(timing.covers(desk, stored) for stored in desk.plans):
        return _no_such_year(desk)
    if (none := missing_rounds.answer(desk)) is not None:
        return none
    duties = of_kind(desk, candidates(desk))
    in_round = bool(of_round(desk, duties))
    if in_round:  # told by its name, not by its place among the duties
        desk = replace(desk, query=replace(desk.query, item=None))
    chosen_by_time = in_round or bool(duties and is_filtered(desk.query))
    related = duties if chosen_by_time else [duty for duty in duties if duty.coverage >= RELATED]
    if not related:
        return _no_such_period(desk)
    groups = by_plan(related)
    listed = desk.query.ask in (Ask.LIST, Ask.COMPARE, Ask.HOW_MANY) and "length" not in desk.query.slots.asked
    if not desk.single and (listed or _EVERY.search(desk.query.restored)):
        return table(desk, _comparable(desk, by_plan(duties), related))
    if len(groups) > MOST_UNITS:
        return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.needs_unit),), tuple(groups))
    best = related[0].coverage
    told = best < RELATED and chosen_by_time
    fitting = [group for group in groups.values() if told or group[0].coverage >= best - BETTER]
    parts = [_answer_plan(replace(desk, answering=len(fitting)), group) for group in fitting]
    stated = any(status is Status.ANSWERED for status, _ in parts)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, (*(part for _, part in parts), *_silent_plans(desk, list(groups))), desk.others())


def none(desk: Desk) -> Draft | None:
    """Say that a plan sets no deadline, where all of them are asked for and nothing in it states a time; or that it
    asks for no report, where a report is asked about and its text never speaks of one."""
    if not desk.single or desk.query.every_unit:
        return None
    stored, asked = desk.plans[0], fold(desk.query.restored)
    ids = {stored.plan_id, stored.plan.attached_to}
    whole = [each for each in desk.everyone.values() if {each.plan_id, each.plan.attached_to} & ids - {None}]
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


_REPORT = re.compile(r"\bbao cao\b(?! vien)|\breports?\b")


def times_round(desk: Desk) -> bool:
    """Tell whether a question asks when a round of one plan is that its duties name."""
    asked = desk.query.slots.asked
    if not desk.single or "when" not in asked:
        return False
    found = of_round(desk, [Duty(each, 1.0) for stored in desk.near for each in stored.facts.deadlines])
    return bool(found) and ("clock" not in asked or found[0].deadline.time is not None)


def asks_every(query: Query) -> bool:
    """Tell whether a question asks for all deadlines in a row."""
    return _EVERY.search(query.restored) is not None


def _comparable(desk: Desk, groups: dict[str, list[Duty]], related: list[Duty]) -> list[Deadline]:
    """Return the related duties of every plan; to compare, each plan's dated ones where none of its related is."""
    chosen: list[Duty] = []
    for group in groups.values():
        own = [duty for duty in group if duty in related]
        if desk.query.ask is Ask.COMPARE:
            dated = [duty for duty in group if is_dated(duty.deadline)]
            own = [duty for duty in own if duty in dated] or dated or own
        chosen += own
    return [duty.deadline for duty in chosen]


def table(desk: Desk, deadlines: list[Deadline]) -> Draft:
    """List the duties of several plans by date, undated ones last, each line with its plan."""
    ordered = sorted((deadline for deadline in deadlines if deadline.citations), key=sort_key)[:MOST_LINES]
    items = [duty_row(desk, deadline) for deadline in ordered]
    lead = desk.words.deadline_count.format(count=len(items))
    derived = [*digits(lead), *in_plan_words(ordered), *digits(*(desk.name(d.plan_id) for d in ordered))]
    part = AnswerPart(None, lead, tuple(items), tuple(citations(ordered)), False, derived=tuple(derived))
    return Draft(Status.ANSWERED, (part,), desk.others())


def _no_such_period(desk: Desk) -> Draft | None:
    """Say that the plan has no report of the period asked for, and which duty it has instead.

    A plan without any recurring report has one report at its end: that is its yearly one.
    """
    period = desk.query.period
    instead = [deadline for stored in desk.near for deadline in stored.facts.deadlines if deadline.citations]
    if not period or not instead or not desk.single:
        return None
    label = desk.words.report_of.get(period, period)
    reports = [d for d in instead if is_dated(d) and d.recurrence is None and fold(d.what).startswith("bao cao")]
    chosen = sorted(reports or instead, key=sort_key)[:3]
    items = [duty_line(desk, deadline) for deadline in chosen]
    lead = f"{desk.words.no_period.format(period=label)}; {desk.words.has_instead}:"
    status = Status.ANSWERED if period == "năm" and reports else Status.NOT_SPECIFIED
    part = duty_part(desk, chosen, lead, items=items, derived=[*digits(label), *advised(desk, chosen)])
    return Draft(status, (part,), desk.others())


def _no_such_year(desk: Desk) -> Draft | None:
    """Say that no plan in scope is for the year asked about; what an older plan said is not rolled forward."""
    years = ", ".join(str(year) for year in desk.query.years)
    head = AnswerPart(None, desk.words.unknown_year.format(what=years))
    if not desk.single:
        return Draft(Status.NOT_FOUND, (head,), tuple(desk.everyone))
    dated = [d for d in desk.plans[0].facts.deadlines if is_dated(d) and d.citations]
    older = [replace(when_due(desk, duties_told.shown(desk, dated))[1], show_quote=False)] if dated else []
    return Draft(Status.NOT_FOUND, (head, *older), desk.others())


def _silent_plans(desk: Desk, answered: list[str]) -> tuple[AnswerPart, ...]:
    period = desk.query.period
    silent = [
        stored.plan_id
        for stored in desk.near
        if stored.plan_id not in answered and not any(period in periods(d) for d in stored.facts.deadlines)
    ]
    if not period or not silent or len(silent) > MOST_UNITS:
        return ()
    label = desk.words.report_of.get(period, period)
    return (AnswerPart(None, desk.words.others_silent.format(period=label, units=desk.names(silent))),)


def _answer_plan(desk: Desk, group: list[Duty]) -> tuple[Status, AnswerPart]:
    asked = fold(desk.query.restored)
    folded = [duty for duty in group if duty.deadline.folded_into]
    if folded and _FOLDED.search(asked):
        return route(desk, [duty.deadline for duty in leading(folded)])
    timed = bool(desk.query.dates or desk.query.months)
    if is_moved(asked) or (timed and desk.query.ask in (Ask.YES_NO, Ask.LATE)):
        dated = leading(_able(group, is_dated))
        return other_duty.corrected(desk, group) or judged(desk, [duty.deadline for duty in dated])
    if asks_whether_dated(desk.query):
        return whether_dated(desk, [duty.deadline for duty in leading(group)])
    stated, respond = _BY_ASK.get(desk.query.ask, (is_dated, when_due))
    return respond(desk, [duty.deadline for duty in leading(_able(group, stated))])


def _able(group: list[Duty], stated: Callable[[Deadline], bool]) -> list[Duty]:
    """Return the duties that state what is asked, as long as one of them fits the question about as well as any."""
    fitting = [duty for duty in group if stated(duty.deadline)]
    return fitting if fitting and fitting[0].coverage >= group[0].coverage - BETTER else group


def asks_whether_dated(query: Query) -> bool:
    """Tell whether the question asks if the plan gives any date at all."""
    plain = query.ask is Ask.YES_NO and not query.dates and not query.months
    return plain and any(cue.rule == "whether_dated" for cue in query.slots.cues)


def _any(_deadline: Deadline) -> bool:
    return True


def _has_route(deadline: Deadline) -> bool:
    return bool(deadline.to or deadline.via or deadline.folded_into)


def _has_channel(deadline: Deadline) -> bool:
    return bool(deadline.channel or deadline.format)


# For each kind of answer, the duties that can give it and how.
_BY_ASK: dict[Ask, tuple[Callable[[Deadline], bool], Callable[[Desk, list[Deadline]], tuple[Status, AnswerPart]]]] = {
    Ask.TO_WHOM: (_has_route, route),
    Ask.HOW: (_has_channel, route),
    Ask.WHO: (lambda deadline: deadline.who is not None, who_acts),
    Ask.LATE: (is_dated, late),
    Ask.DAYS_LEFT: (is_dated, days_to),
    Ask.WHICH_PLANS: (is_dated, when_due),
    Ask.WHAT: (is_dated, when_due),
    Ask.LIST: (_any, when_due),
    Ask.HOW_MANY: (_any, when_due),
}
