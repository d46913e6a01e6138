"""Answers from targets: how much, how many, whether a number that is claimed is the plan's, which plans have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering import claims, measures
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import plain, shorten
from knowledge.answering.typed import LINE_LIMIT, Line, answer_lines, lines_part
from knowledge.model import AnswerPart, Ask, Status, StoredPlan, Target
from knowledge.text import fold

_NAMING = (
    "tỷ lệ phần trăm chỉ tiêu bao nhiêu đạt mấy phải con số mục tiêu yêu cầu đặt nêu có kế hoạch nào đúng không những "
    "là mỗi"
)
_COUNTED = re.compile(r"\b(?:bao nhieu|may)\s+(?!phan tram)([a-z]+(?:\s+[a-z]+)?)")
_REACH = 12
"""Characters of a target's own words in which the counted thing must begin."""


def answer(desk: Desk) -> Draft | None:
    """Answer "bao nhiêu phần trăm ...", "mấy ..." and claims about such numbers from targets."""
    claimed = claims.numbers(desk.query)
    if claimed and desk.query.ask is Ask.WHICH_PLANS:
        return _plans_with(desk, claimed)
    if (judged := measures.claim(desk)) is not None:
        return judged
    counted = _COUNTED.search(fold(desk.query.restored))
    if counted and (found := answer_lines(desk, _counting(counted[1]), f"{_NAMING} {counted[1]}")) is not None:
        return found
    return answer_lines(desk, _lines, _NAMING)


def _lines(desk: Desk, stored: StoredPlan) -> list[Line]:
    return [_line(desk, target) for target in stored.facts.targets]


def _line(desk: Desk, target: Target) -> Line:
    shown = desk.words.target.format(value=plain(target.value), counts=shorten(plain(target.counts), LINE_LIMIT))
    return Line(target.plan_id, shown, f"{target.value} {target.counts}", target.citations)


def _counting(noun: str) -> Callable[[Desk, StoredPlan], list[Line]]:
    """Return the lines of the targets that count `noun`, recognised by all that their item says as well."""

    def lines(desk: Desk, stored: StoredPlan) -> list[Line]:
        own = [t for t in stored.facts.targets if noun in fold(t.counts)[: len(noun) + _REACH] and t.unit != "%"]
        return [replace(_line(desk, t), about=f"{t.value} {t.counts} {measures.item_text(desk, t)}") for t in own]

    return lines


def _plans_with(desk: Desk, claimed: Sequence[float]) -> Draft | None:
    """Name the plans that have a target of just that size."""
    own = {p.plan_id: [t for t in p.facts.targets if t.amount in claimed] for p in desk.plans}
    named = [plan_id for plan_id, targets in own.items() if targets]
    if not named:
        return None
    parts = [lines_part(desk, plan_id, [_line(desk, target) for target in own[plan_id]]) for plan_id in named]
    silent = [plan_id for plan_id in own if plan_id not in named]
    head = AnswerPart(None, desk.words.which_plans.format(count=len(named)), derived=(str(len(named)),))
    tail = [AnswerPart(None, desk.words.not_in_plans.format(units=desk.names(silent)))] if silent else []
    return Draft(Status.ANSWERED, (head, *parts, *tail))
