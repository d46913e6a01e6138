"""Yes/no questions that claim a number of a target: the plan's, another's, or one that the plan does not state."""

from __future__ import annotations

import re

from knowledge.answering import counting
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain
from knowledge.model import Ask, Status, Target
from knowledge.text import fold, folded_words

ENOUGH = 0.5
"""Coverage of the claim's own words from which a target is what the claim is about."""
TIE = 0.2
"""How much less than the best a target of the very number may fit and still be what is meant."""
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|phan tram|percent)")
_LEAST = re.compile(r"\b(?:it nhat|toi thieu|at least|tu|tren) (?:la |co )?0*(\d+)\b(?!\s*[/.-]\s*\d)")
_EMPTY = frozenset(
    folded_words(
        "đúng phải không chứ có phần trăm tỷ lệ mục tiêu chỉ yêu cầu phấn đấu đặt ra ít nhất tối thiểu trên từ được "
        "chưa đạt"
    )
)


def claim(desk: Desk) -> Draft | None:
    """Judge the number that a yes/no question claims of a target; None when it claims none or no target is about it."""
    question = fold(desk.query.restored)
    claimed = _SHARE.findall(question) or _LEAST.findall(question)
    if desk.query.ask is not Ask.YES_NO or not claimed or not desk.single:
        return None
    need = desk.wanted.without({*_EMPTY, *claimed, *(word for number in claimed for word in folded_words(number))})
    shares = bool(_SHARE.search(question))
    scored = [
        (_fit(desk, target, need), target) for target in desk.plans[0].facts.targets if (target.unit == "%") == shares
    ]
    best = max(scored, key=lambda found: found[0], default=(0.0, None))
    equal = [found for found in scored if any(_amount(number) == found[1].amount for number in claimed)]
    same = max(equal, key=lambda found: found[0], default=(0.0, None))
    if best[1] is None or best[0] < ENOUGH:
        return None
    if same[1] is None or same[0] < best[0] - TIE:
        return _draft(desk, best[1], desk.words.wrong, Status.ANSWERED)
    if counting.shares(question, f"{same[1].value} {plain(same[1].counts)}"):
        return _draft(desk, same[1], desk.words.right, Status.ANSWERED)
    return _draft(desk, same[1], desk.words.no_detail_at["share"], Status.NOT_SPECIFIED)


def _fit(desk: Desk, target: Target, need: Need) -> float:
    return desk.coverage(target.counts, need)


def _amount(number: str) -> float:
    return float(number.replace(",", "."))


def _draft(desk: Desk, target: Target, verdict: str, status: Status) -> Draft:
    shown = desk.words.target.format(value=plain(target.value), counts=plain(target.counts))
    part = desk.part(target.plan_id, f"{verdict} {shown}", target.citations, derived=digits(shown))
    return Draft(status, (part,), desk.others())
