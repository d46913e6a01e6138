"""Who gives what to whom for what: titles, certificates and praise (Luật Thi đua, khen thưởng 2022, art. 9)."""

from __future__ import annotations

import re

from knowledge.facts.lexicon import OFFICE
from knowledge.facts.reading import Clause, Unit, cite, clauses, units
from knowledge.model import Plan, Reward, SectionKind

_FORMAL = (
    r"Huân chương(?:\s+[A-ZĐ]\w*(?:\s+\w+)?)?|Huy chương|Bằng khen|Giấy khen|Cờ thi đua|Cờ|Kỷ niệm chương"
    r"|Huy hiệu|Giải thưởng|Biểu trưng"
    r"|Chiến sĩ thi đua|Tập thể lao động xuất sắc|Thư khen"
)
_PRAISE = r"biểu dương|tuyên dương|khen thưởng|tôn vinh|vinh danh|động viên"
_AWARD = re.compile(rf"(?<!\w)(?P<award>(?i:{_FORMAL}))(?!\w)")
_GIVING = re.compile(
    rf"(?P<giver>{OFFICE}[^;:.()]{{0,80}}?)\s+(?:xét\s+)?(?:trao\s+)?(?:tặng|trao|cấp)\s+(?:thưởng\s+)?$"
)
_OF = re.compile(rf"\s+của\s+(?P<giver>{OFFICE}[^,;:.()]{{0,80}}?)(?=\s*(?:[,;:.()]|$)|\s+(?:cho|đối với|về|và)\s)")
_FOR = re.compile(
    r"(?:cho|đối với|dành cho)\s+(?P<who>(?:[^;.:]|\.(?=\d))*?)"
    r"(?=\s+(?:đạt|có|đã|hoàn thành|xuất sắc|tiêu biểu|thực hiện|trong)(?!\w)|\s*(?:[;:(]|\.(?!\d))|\s*$)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\s+(?P<reason>(?:đạt|có|đã|hoàn thành|xuất sắc|tiêu biểu|thực hiện|trong)(?!\w)(?:[^;.:]|\.(?=\d))*)",
    re.IGNORECASE,
)
_PRAISED = re.compile(
    rf"(?<!\w)(?P<award>(?:{_PRAISE})(?:\s*,\s*(?:{_PRAISE})|\s+và\s+(?:{_PRAISE}))*)"
    rf"(?:,\s*[^,;.]{{0,30}})?(?:\s+kịp thời)?\s+(?:cho\s+)?"
    r"(?P<who>(?:những|các)\s+(?:gương\s+)?(?:tập thể|cá nhân|đơn vị|gương|điển hình|mô hình|đồng chí)[^;.:]*?)"
    r"(?=\s+(?:đạt|có|đã|thực hiện|trong|để|và nhân rộng|trên)(?!\w)|\s*[;.:(]|\s*$)",
    re.IGNORECASE,
)


def find_rewards(plan: Plan) -> tuple[Reward, ...]:
    """Return the rewards that the plan promises or asks for, in reading order."""
    found: list[Reward] = []
    for unit in units(plan):
        if unit.section.kind is SectionKind.FOOTNOTE or unit.in_template:
            continue
        for clause in clauses(unit.text.text):
            found.extend(_formal(plan, unit, clause) or _praise(plan, unit, clause))
    return tuple(found)


def _formal(plan: Plan, unit: Unit, clause: Clause) -> list[Reward]:
    """Awards with a name; in "A tặng Giấy khen và đề nghị B tặng Bằng khen cho ..." both are for the same people."""
    text = unit.text.text
    awards = [
        m
        for m in _AWARD.finditer(text, clause.start, clause.end)
        if m["award"][0].isupper() or m.start() == clause.start
    ]
    if not awards:
        return []
    who = _FOR.search(text, awards[0].end(), clause.end)
    reason = _REASON.match(text, who.end("who"), clause.end) if who else None
    whole = cite(plan, unit, clause.start, clause.end)
    return [
        Reward(
            plan_id=plan.plan_id,
            section=unit.path,
            giver=_giver(text, award, clause),
            award=award["award"],
            recipient=who["who"].strip() if who else None,
            reason=reason["reason"].strip() if reason else None,
            citations=whole,
        )
        for award in awards
    ]


def _giver(text: str, award: re.Match[str], clause: Clause) -> str | None:
    of = _OF.match(text, award.end(), clause.end)
    if of:
        return of["giver"].strip()
    before = text[max(clause.start, award.start() - 200) : award.start()]
    own = re.split(r"(?:đề nghị|trình|,\s|;\s|khen và)(?!\w)", before, flags=re.IGNORECASE)[-1]
    for head in re.finditer(OFFICE, own):
        if giving := _GIVING.match(own, head.start()):
            return giving["giver"].strip(" ,") or None
    return None


def _praise(plan: Plan, unit: Unit, clause: Clause) -> list[Reward]:
    text = unit.text.text
    found = []
    for match in _PRAISED.finditer(text, clause.start, clause.end):
        reason = _REASON.match(text, match.end("who"), clause.end)
        found.append(
            Reward(
                plan_id=plan.plan_id,
                section=unit.path,
                giver=None,
                award=match["award"],
                recipient=match["who"].strip(" ,"),
                reason=reason["reason"].strip() if reason else None,
                citations=cite(plan, unit, match.start(), reason.end() if reason else match.end()),
            )
        )
    return found
