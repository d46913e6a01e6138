"""Answers from targets: how much, how many, whether a number that is claimed is the plan's, which plans have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering import claims, measures
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import digits, plain, shorten
from knowledge.answering.typed import LINE_LIMIT, Line, answer_lines, lines_part
from knowledge.answering.wording.plans import EN, VI
from knowledge.model import AnswerPart, Ask, Language, Status, StoredPlan, Target
from knowledge.text import fold, folded_words

_NAMING = (
    "tỷ lệ phần trăm chỉ tiêu bao nhiêu đạt mấy phải con số mục tiêu yêu cầu đặt nêu có kế hoạch nào đúng không những "
    "là mỗi"
)
_COUNTED = re.compile(r"\b(?:bao nhieu|may)\s+(?!phan tram)([a-z]+(?:\s+[a-z]+)?)")
_HOW_MANY = re.compile(
    r"\b(?:bao nhieu|may|how many)(?: \w+){0,2}? (?:chi tieu|targets?|quantitative goals?)\b|\bso (?:luong )?chi tieu\b"
)
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?) ?(?:%|phan tram|percent)")
_COUNTING = frozenset(
    folded_words(
        "có mấy bao nhiêu chỉ tiêu con số phần trăm tỷ lệ mức đạt đặt nêu ra đề kế hoạch cụ thể tổng cộng tất cả số "
        "lượng trong này của how many targets target set"
    )
)
_REACH = 12
"""Characters of a target's own words in which the counted thing must begin."""


def answer(desk: Desk) -> Draft | None:
    """Answer "bao nhiêu phần trăm ...", "mấy ..." and claims about such numbers from targets."""
    claimed = claims.numbers(desk.query)
    if claimed and desk.query.ask is Ask.WHICH_PLANS:
        return _plans_with(desk, claimed)
    if (judged := measures.claim(desk)) is not None:
        return judged
    if _HOW_MANY.search(fold(f"{desk.query.restored} {desk.query.text}")) and (number := _number_of(desk)):
        return number
    counted = _COUNTED.search(fold(desk.query.restored))
    if counted and (found := answer_lines(desk, _counting(counted[1]), f"{_NAMING} {counted[1]}")) is not None:
        return found
    return answer_lines(desk, _lines, _NAMING)


def _number_of(desk: Desk) -> Draft | None:
    """Count the targets of each plan, of the share named if one is; None when more is asked or no plan has any."""
    if desk.known(desk.wanted.without({*_COUNTING, *digits(desk.query.restored)})).words:
        return None
    parts = []
    shares = [float(number.replace(",", ".")) for number in _SHARE.findall(fold(desk.query.restored))]
    for stored in desk.plans:
        own = [t for t in stored.facts.targets if not shares or (t.unit == "%" and t.amount in shares)]
        if own:
            part = lines_part(desk, stored.plan_id, [_line(desk, target) for target in own])
            parts.append(_counted(desk, part, len(own)))
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def _counted(desk: Desk, part: AnswerPart, count: int) -> AnswerPart:
    """Begin a part with the number of the targets that it shows."""
    wording = EN if desk.query.language is Language.EN else VI
    name = "" if desk.single else f"**{desk.name(part.plan_id or '')}**: "
    items = part.items or (part.lead.removeprefix(name),)
    derived = (*part.derived, str(count), *digits(name))
    return replace(part, lead=name + wording.targets.format(count=count), items=items, derived=derived)


def _lines(desk: Desk, stored: StoredPlan) -> list[Line]:
    return [_line(desk, target) for target in stored.facts.targets]


def _line(desk: Desk, target: Target) -> Line:
    shown = desk.words.target.format(value=plain(target.value), counts=shorten(plain(target.counts), LINE_LIMIT))
    about = f"{target.value} {target.counts} {measures.of_whom(desk, target) if target.unit == '%' else ''}"
    return Line(target.plan_id, shown, about, target.citations)


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
