"""Yes/no questions that claim a number of a target: the plan's, another's, or one that the plan does not state."""

from __future__ import annotations

import re

from knowledge.answering import claims, counting
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain, sentence_case
from knowledge.model import Status, Target
from knowledge.text import fold, folded_words

ENOUGH = 0.5
"""Coverage of the claim's own words from which a target is what the claim is about."""
TIE = 0.2
"""How much less than the best a target of the very number may fit and still be what is meant."""
BEGINNING = 40
_EMPTY = frozenset(
    folded_words(
        "đúng phải không chứ có phần trăm tỷ lệ mục tiêu chỉ yêu cầu phấn đấu đặt ra ít nhất tối thiểu trên từ được "
        "chưa đạt có là à mỗi"
    )
)

_REACHES = re.compile(r"(?:dat|duoc|hoan thanh|co|la)\b")
_WITHIN = re.compile(r",?\s*(?:trong (?:đó|số đó|số này)|riêng)\s*,?\s*$", re.I)
_CLAIMS_REACH = re.compile(
    r"\bdat ((?:tieu chi|tieu chuan|danh hieu|loai|muc) .+?)\W*(?:(?:co )?(?:dung|phai) khong.*)?$"
)


def claim(desk: Desk) -> Draft | None:
    """Judge the number that a question claims of a target; None when it claims none or no target is about it."""
    question = fold(desk.query.restored)
    claimed = claims.numbers(desk.query)
    if not claimed or not desk.single or not claims.offers(desk.query):
        return None
    shares = claims.is_share(question)
    need = desk.wanted.without({*_EMPTY, *(f"{number:g}" for number in claimed)})
    scored = [
        (_fit(desk, target, need), target) for target in desk.plans[0].facts.targets if (target.unit == "%") == shares
    ]
    best = max(scored, key=lambda found: found[0], default=(0.0, None))
    equal = [found for found in scored if found[1].amount in claimed]
    same = max(equal, key=lambda found: found[0], default=(0.0, None))
    if best[1] is None or best[0] < ENOUGH:
        return None
    if same[1] is None or same[0] < best[0] - TIE:
        return _draft(desk, best[1], desk.words.wrong, Status.ANSWERED)
    if not _reached(desk, same[1]):
        return _draft(desk, same[1], desk.words.no_detail_at["share"], Status.NOT_SPECIFIED)
    if not shares or counting.shares(question, f"{same[1].value} {plain(same[1].counts)} {of_whom(desk, same[1])}"):
        return _draft(desk, same[1], desk.words.right, Status.ANSWERED)
    return _draft(desk, same[1], desk.words.no_detail_at["share"], Status.NOT_SPECIFIED)


def _fit(desk: Desk, target: Target, need: Need) -> float:
    """Return how well a target fits; who is to reach a count stands before it ("mỗi đơn vị ... 02 mô hình")."""
    words = of_whom(desk, target) if target.unit == "%" else item_text(desk, target)
    return desk.coverage(f"{target.counts} {words}", need)


def of_whom(desk: Desk, target: Target) -> str:
    """Return the clause that tells whose share a target is where its own words begin with what they reach
    ("95% cơ quan triển khai ..., trong đó trên 60% đạt ..."); empty for any other."""
    before, found, _ = plain(item_text(desk, target)).partition(
        f"{plain(target.value)} {plain(target.counts)[:BEGINNING]}"
    )
    inside = _WITHIN.search(before)
    if not found or not inside or not _REACHES.match(fold(target.counts)):
        return ""
    return re.split(r"[;.]\s", before[: inside.start()])[-1]


def _reached(desk: Desk, target: Target) -> bool:
    """Tell whether a target is about what the question says is reached ("đạt tiêu chí ..."), if it says so."""
    said = _CLAIMS_REACH.search(fold(desk.query.restored))
    if said is None:
        return True
    held = set(folded_words(said[1])) - _EMPTY
    need = desk.wanted.without(word for _, word in desk.wanted.words if word not in held)
    return not need or desk.coverage(target.counts, need) >= ENOUGH


def item_text(desk: Desk, target: Target) -> str:
    """Return the passage that a target stands in."""
    begins = plain(target.counts)[:BEGINNING]
    passages = desk.everyone[target.plan_id].passages
    return next((p.text.text for p in passages if p.section == target.section and begins in plain(p.text.text)), "")


def _draft(desk: Desk, target: Target, verdict: str, status: Status) -> Draft:
    shown = desk.words.target.format(value=plain(target.value), counts=plain(target.counts))
    part = desk.part(target.plan_id, f"{verdict} {sentence_case(shown)}", target.citations, derived=digits(shown))
    return Draft(status, (part,), desk.others())
