"""What a plan leaves open on purpose: "thời gian thông báo sau", "số lượng theo đề xuất thực tế"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.case import Case
from knowledge.answering.decide import GAPS, TELLABLE, Outcome, kinds_of
from knowledge.model import UnitKind
from knowledge.patterns import later
from knowledge.ranking import Ranked

NEAR = 5
"""Best units among which the one that leaves it open is sought."""
ALIKE, ON_MATTER, AS_NEAR = 0.7, 0.5, 0.9
"""Share of the matter that it must carry of what the best one of them carries, and of all; and share of what it carries
itself from which another one is as near."""
_COUNTED = frozenset({"count", "money", "share", "when", "day"})
_LEAVES_OPEN = later(
    r"\b(?:thông báo|hướng dẫn|công bố|quy định|ấn định) (?:cụ thể )?(?:sau|riêng)\b"
    r"|\b(?:sẽ|được) (?:thông báo|công bố|hướng dẫn)\b"
    r"|\bcó (?:thông báo|hướng dẫn|văn bản|kế hoạch|lịch) riêng\b"
    r"|\btheo (?:đề xuất|nhu cầu|tình hình|điều kiện|thực tế|thông báo|hướng dẫn|quy định|yêu cầu|lịch|kế hoạch)"
    r" (?:thực tế|cụ thể|hiện hành|chung|riêng|tại|của|hằng năm|hàng năm)"
    r"|\bdo [^.;]{3,60} (?:quyết định|ấn định|quy định)\b|\btùy (?:theo|tình hình|điều kiện|thực tế)",
    re.IGNORECASE,
)


def told(case: Case) -> Case:
    """Say that a detail is not stated where a unit on the matter leaves it open and none as near states it."""
    asked = [name for name in GAPS if name in case.probe.query.slots.asked & TELLABLE]
    if case.asks("whether") or not asked:
        return case
    units = case.decision.units
    if case.sure:  # then it is only the number or the day that the best one leaves open
        asked, units = [name for name in asked if name in _COUNTED], units[:1]
    most = max((each.signals["cover_whole"] for each in units[:NEAR]), default=0.0)
    open_units = (each for each in units[:NEAR] if _LEAVES_OPEN.search(each.unit.text.text))
    for each in open_units:
        near = each.signals["cover_whole"] >= max(ALIKE * most, ON_MATTER)
        gap = next((name for name in asked if not _is_stated(name, each, case.decision.units)), None)
        if near and gap:
            ordered = (each, *(other for other in case.decision.units if other is not each))
            decided = replace(case.decision, outcome=Outcome.NOT_STATED, units=ordered, reason=f"Missing({gap})")
            return replace(case, decision=decided)
    return case


def _is_stated(name: str, first: Ranked, units: Sequence[Ranked]) -> bool:
    """Tell whether a unit, or another one that is no list and as much on the matter, states an attribute."""
    least = AS_NEAR * first.signals["cover_whole"]
    near = (each.unit for each in units if each.signals["cover_whole"] >= least)
    leaves = [unit for unit in near if unit.kind is not UnitKind.LIST]
    return any(unit.states(kind) for unit in (first.unit, *leaves) for kind in kinds_of(name))
