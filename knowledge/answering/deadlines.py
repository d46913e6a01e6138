"""Answers about duties: when, to whom, how, how many days are left, what if late. Looked up in facts, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answering import content
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.due import advice, manner, sort_key, what, when
from knowledge.answering.duties import RELATED, by_plan, candidates, is_dated, leading, specific
from knowledge.answering.extract import Extract, extracts
from knowledge.answering.present import date_text, day_text, digits, plain, sentence_case
from knowledge.facts import due_date
from knowledge.model import AnswerPart, Ask, Citation, Deadline, Status
from knowledge.text import fold

BETTER = 0.25
"""How much better than the best duty another sentence must fit before the question is taken to be about it."""
MOST_UNITS = 8
"""Plans answered one by one; with more, the person is asked for the unit."""

_SENDING = re.compile(r"\b(?:qua han|kip|tre|cham|muon|con han|het han|late|overdue|in time|on time|too late)\b")
_MOVED = re.compile(r"\b(?:gia han|doi|lui|chuyen|thay doi|hoan|extended|moved|postponed|changed|delayed)\b")


def answer(desk: Desk) -> Draft | None:
    """Answer a question about a duty; None when no duty of the plans in scope is about it."""
    duties = candidates(desk)
    related = [duty for duty in duties if duty.coverage >= RELATED]
    elsewhere = _said_elsewhere(desk, related[0].coverage if related else 0.0)
    if elsewhere is not None:
        return _undated(desk, elsewhere)
    if not related:
        return _no_such_period(desk)
    groups = by_plan(related)
    if len(groups) > MOST_UNITS:
        return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.needs_unit),), tuple(groups))
    best = related[0].coverage
    parts = [
        _answer_plan(desk, [duty.deadline for duty in leading(group)])
        for group in groups.values()
        if group[0].coverage >= best - BETTER
    ]
    silent = _silent_plans(desk, list(groups))
    stated = any(status is Status.ANSWERED for status, _ in parts)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, (*(part for _, part in parts), *silent), desk.others())


def _said_elsewhere(desk: Desk, coverage: float) -> Extract | None:
    """Return the sentence that the question is about when it fits clearly better than any duty does."""
    need = specific(desk)
    if not need or desk.query.dates or desk.query.months or coverage >= 1 - BETTER:
        return None
    for extract in extracts(desk, need):
        if extract.focus >= max(coverage + BETTER, content.ENOUGH) and content.is_about(extract):
            return extract
    return None


def _undated(desk: Desk, extract: Extract) -> Draft | None:
    gap = content.missing_detail(desk, extract)
    if gap is None:
        return None
    return Draft(Status.NOT_SPECIFIED, (content.part(desk, extract, gap),), desk.others())


def _no_such_period(desk: Desk) -> Draft | None:
    """Say that the plan has no report of the period asked for, and which duty it has instead."""
    period = desk.query.period
    others = [deadline for stored in desk.plans for deadline in stored.facts.deadlines if deadline.citations]
    if not period or not others or not desk.single:
        return None
    plan_id = desk.plans[0].plan_id
    others.sort(key=sort_key)
    items = [f"{when(deadline, desk.words)}: {what(deadline, desk.words)}" for deadline in others[:3]]
    lead = desk.words.no_period.format(period=desk.words.report_of.get(period, period))
    cited = _citations(others[:3])
    part = desk.part(plan_id, f"{lead}; {desk.words.has_instead}:", cited, items=items, derived=digits(period))
    return Draft(Status.NOT_SPECIFIED, (part,), desk.others())


def _silent_plans(desk: Desk, answered: list[str]) -> tuple[AnswerPart, ...]:
    period = desk.query.period
    silent = [stored.plan_id for stored in desk.plans if stored.plan_id not in answered]
    if not period or not silent or len(silent) > MOST_UNITS:
        return ()
    label = desk.words.report_of.get(period, period)
    return (AnswerPart(None, desk.words.others_silent.format(period=label, units=desk.names(silent))),)


def _answer_plan(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    if desk.query.dates and desk.query.ask in (Ask.YES_NO, Ask.LATE):
        asked = fold(desk.query.restored)
        return _in_time(desk, deadlines) if _SENDING.search(asked) else _claimed(desk, deadlines)
    return _BY_ASK.get(desk.query.ask, _when)(desk, deadlines)


def _when(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    dated = [deadline for deadline in deadlines if is_dated(deadline)]
    status = Status.ANSWERED if dated or desk.query.ask is not Ask.WHEN else Status.NOT_SPECIFIED
    if len(deadlines) > 1:
        ordered = sorted(deadlines, key=sort_key)
        items = [_line(desk, deadline) for deadline in ordered]
        lead = _named(desk, deadlines, desk.words.deadline_count.format(count=len(items)))
        derived = [*_advised(desk, ordered), str(len(items))]
        return status, _part(desk, deadlines, lead, items=items, derived=derived)
    deadline = deadlines[0]
    hint = advice(deadline, desk.words)
    lead = f"**{sentence_case(when(deadline, desk.words))}**" + (f" ({hint})" if hint else "")
    lead = _named(desk, deadlines, ", ".join([f"{lead}: {what(deadline, desk.words)}", *manner(deadline, desk.words)]))
    return status, _part(desk, deadlines, lead, derived=_advised(desk, deadlines))


def _line(desk: Desk, deadline: Deadline) -> str:
    """Return one duty on one line."""
    head = desk.words.report_of.get(deadline.period or deadline.recurrence or "")
    subject = f"{sentence_case(head)} – {what(deadline, desk.words)}" if head else what(deadline, desk.words)
    return ", ".join([f"**{sentence_case(when(deadline, desk.words))}**: {subject}", *manner(deadline, desk.words)])


def _to_whom(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    stated = [deadline for deadline in deadlines if deadline.to or deadline.via or deadline.folded_into]
    if not stated:
        return _missing(desk, deadlines, desk.words.no_recipient)
    items = list(dict.fromkeys(", ".join(manner(deadline, desk.words)) for deadline in stated))
    lead = sentence_case(items[0]) if len(items) == 1 else what(stated[0], desk.words)
    return Status.ANSWERED, _part(desk, stated, _named(desk, stated, lead), items=items if len(items) > 1 else ())


def _how(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    stated = [deadline for deadline in deadlines if deadline.channel or deadline.format or deadline.folded_into]
    return _to_whom(desk, stated) if stated else _missing(desk, deadlines, desk.words.no_channel)


def _who(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    stated = [deadline for deadline in deadlines if deadline.who]
    if not stated:
        return _missing(desk, deadlines, desk.words.no_actor)
    actors = list(dict.fromkeys(plain(deadline.who or "") for deadline in stated))
    lead = f"**{'; '.join(actors)}**: {what(stated[0], desk.words)}"
    return Status.ANSWERED, _part(desk, stated, _named(desk, stated, lead))


def _claimed(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Confirm or correct a date that the question takes for the duty's."""
    claimed = {(day, month) for day, month, _ in desk.query.dates}
    right = any((deadline.day, deadline.month) in claimed for deadline in deadlines)
    status, part = _when(desk, deadlines)
    if _MOVED.search(fold(desk.query.restored)):
        verdict, status = f"{desk.words.not_extended}.", Status.NOT_SPECIFIED
    else:
        verdict = desk.words.right if right else desk.words.wrong
    return status, replace(part, lead=f"{verdict} {part.lead}")


def _late(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    return Status.NOT_SPECIFIED, _part(desk, deadlines, desk.words.no_sanction)


def _missing(desk: Desk, deadlines: list[Deadline], sentence: str) -> tuple[Status, AnswerPart]:
    lead = _named(desk, deadlines, f"{sentence_case(what(deadlines[0], desk.words))}: **{sentence}**")
    return Status.NOT_SPECIFIED, _part(desk, deadlines, lead)


def _days_left(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    counted = [(deadline, due) for deadline in deadlines if (due := due_date(deadline)) is not None]
    if not counted:
        status, part = _when(desk, deadlines)
        reason = desk.words.no_year if any(is_dated(deadline) for deadline in deadlines) else None
        if reason is None:
            return status, part
        return Status.NOT_SPECIFIED, _part(desk, deadlines, f"{part.lead}; {reason}", derived=part.derived)
    items = [f"{_days(desk, due)} – {what(deadline, desk.words)}" for deadline, due in counted]
    derived = digits(" ".join(items)) + digits(date_text(desk.today, desk.words))
    lead = _named(desk, deadlines, sentence_case(items[0]) if len(items) == 1 else desk.words.stated)
    shown = items if len(items) > 1 else []
    return Status.ANSWERED, _part(desk, [d for d, _ in counted], lead, items=shown, derived=derived)


def _days(desk: Desk, due: date) -> str:
    days = (due - desk.today).days
    template = desk.words.days_left if days > 0 else desk.words.days_past if days < 0 else desk.words.due_today
    return template.format(days=abs(days), date=date_text(due, desk.words))


def _in_time(desk: Desk, deadlines: list[Deadline]) -> tuple[Status, AnswerPart]:
    """Compare the date in the question with the duty's."""
    dated = [deadline for deadline in deadlines if deadline.day and deadline.month]
    if not dated:
        return _missing(desk, deadlines, desk.words.no_date)
    day, month, year = desk.query.dates[0]
    deadline = min(dated, key=lambda d: abs((d.month or 0) - month))
    last = (deadline.month or 0, (deadline.day or 0) - (1 if deadline.comparator == "trước" else 0))
    late = (month, day) > last if year in (None, deadline.year, deadline.inferred_year) else None
    due = when(deadline, desk.words)
    sent = day_text(day, month, year, desk.words)
    if late is None:
        verdict = sentence_case(desk.words.after_deadline.format(due=due))
    else:
        template = desk.words.overdue if late else desk.words.in_time
        verdict = f"{template.format(date=sent)}: {desk.words.after_deadline.format(due=due)}"
    hint = advice(deadline, desk.words)
    lead = _named(desk, [deadline], f"{verdict} ({hint})" if hint else verdict)
    return Status.ANSWERED, _part(desk, [deadline], lead, derived=[*digits(sent), *_advised(desk, [deadline])])


def _named(desk: Desk, deadlines: list[Deadline], text: str) -> str:
    """Lead with the plan's name where several plans answer."""
    return text if desk.single else f"**{desk.name(deadlines[0].plan_id)}**: {text}"


def _part(
    desk: Desk, deadlines: list[Deadline], lead: str, *, items: Sequence[str] = (), derived: Sequence[str] = ()
) -> AnswerPart:
    return desk.part(
        deadlines[0].plan_id,
        lead,
        _citations(deadlines),
        items=items,
        recipients=any(deadline.to or deadline.via for deadline in deadlines),
        derived=[*derived, *_in_plan_words(deadlines)],
    )


def _in_plan_words(deadlines: list[Deadline]) -> list[str]:
    """Return the numbers in the plan's words for who and what, which may stand in a heading above the sentence."""
    return digits(*(text for deadline in deadlines for text in (deadline.who, deadline.what, deadline.to)))


def _citations(deadlines: list[Deadline]) -> list[Citation]:
    """Return each citation of the duties once, in document order."""
    unique = dict.fromkeys(citation for deadline in deadlines for citation in deadline.citations)
    return sorted(unique, key=lambda citation: (citation.plan_id, citation.start))


def _advised(desk: Desk, deadlines: list[Deadline]) -> list[str]:
    return [number for deadline in deadlines for number in digits(advice(deadline, desk.words) or "")]


_BY_ASK = {
    Ask.TO_WHOM: _to_whom,
    Ask.HOW: _how,
    Ask.WHO: _who,
    Ask.LATE: _late,
    Ask.DAYS_LEFT: _days_left,
}
