"""A date that is claimed for one duty but is another's: it is not confirmed, both duties are told. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import Desk
from knowledge.answering.due import what, when
from knowledge.answering.duties import Duty, fits, is_dated
from knowledge.answering.duty_lines import duty_line, duty_part, named
from knowledge.answering.present import digits, sentence_case
from knowledge.model import AnswerPart, Deadline, Status
from knowledge.text import fold

_REPORT = r"bao cao|so ket|tong ket|report"
_THING = re.compile(rf"\b(?:(?P<report>{_REPORT})|(?P<other>sang kien|danh sach|ho so|dang ky))\b")
_PLAN = re.compile(
    r"\b(?:gui|nop|nhan|trinh)(?: \w+){0,2} ke hoach\b|^(?:han (?:cua )?)?ke hoach(?: \w+){0,10}? (?:gui|nop|trinh)\b"
)
_MOST = 2


def corrected(desk: Desk, group: Sequence[Duty]) -> tuple[Status, AnswerPart] | None:
    """Return the answer where the claimed date is not that of the duties which the question names (group), or where
    nothing of the plan is to hand in what it names; None when the date is theirs to be judged."""
    asked, duties = things(fold(desk.query.restored)), [duty.deadline for duty in group]
    if not asked or not (desk.query.dates or desk.query.months):
        return None
    day = replace(desk.query, period=None)
    own = desk.everyone[duties[0].plan_id].facts.deadlines
    due = next((d for d in own if is_dated(d) and d.citations and fits(d, day)), None)
    if due is None or any(is_dated(d) and asked & held(d) for d in duties):
        return None
    meant = [d for d in own if d.citations and asked & held(d)]
    if meant:
        return Status.ANSWERED, _both(desk, due, leading(meant, asked)[:_MOST])
    lead = f"{desk.words.no_such_duty}; {desk.words.has_instead}:"
    return Status.NOT_SPECIFIED, duty_part(desk, [due], named(desk, [due], lead), items=[duty_line(desk, due)])


def things(folded: str) -> frozenset[str]:
    """Return what folded words name to be handed in; "kế hoạch" only where it is itself what is sent."""
    found = {"report" if match["report"] else match["other"] for match in _THING.finditer(folded)}
    return frozenset(found or ({"ke hoach"} if _PLAN.search(folded) else ()))


def held(deadline: Deadline) -> frozenset[str]:
    """Return what a duty is to hand in."""
    own = fold(deadline.what)
    return things(own) | ({"ke hoach"} if "ke hoach" in own and not re.match(_REPORT, own) else set())


def leading(duties: list[Deadline], asked: frozenset[str]) -> list[Deadline]:
    """Return the duties that begin with what is asked for, or else all."""
    first = [d for d in duties if (begin := _THING.match(fold(d.what))) and asked & things(begin[0])]
    return first or duties


def _both(desk: Desk, due: Deadline, meant: list[Deadline]) -> AnswerPart:
    """Say whose date it is, and when what the question names is due."""
    told = desk.words.is_due.format(due=sentence_case(when(due, desk.words)), what=what(due, desk.words))
    items = [f"{sentence_case(what(each, desk.words))}: **{when(each, desk.words)}**" for each in meant]
    lead = named(desk, [due], f"{desk.words.wrong} {told}")
    return duty_part(desk, [*meant, due], lead, items=items, derived=digits(lead, *items))
