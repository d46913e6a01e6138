"""What is told beside the best unit: who acts, where its headings say so; another that fits as well or states what it
lacks."""

from __future__ import annotations

import re

from knowledge.answering import values
from knowledge.answering.case import BULLET, Case, cited, lead_of, part, quoted
from knowledge.answering.present import digits, plain
from knowledge.facts.lexicon import OFFICE
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, Language, UnitKind
from knowledge.patterns import later
from knowledge.ranking import Ranked

CLOSE, CLOSE_OF_TWO = 1.5, 3.0
"""Score below the best from which another unit is quoted beside it; where two things are asked, of the same part."""
SUPPLIES, SUPPLIES_CONTACT = 0.7, 0.4
"""Share of what the best unit carries of the question from which another tells what it lacks; for an address."""

_TWO = later(
    r"\b(?:mấy|bao|nào|gì|ai|đâu|sao|how|who|what|when|where|which)\b.{0,80}"
    r"(?:[,?;]| và| rồi| còn| với| and) .{0,80}\b(?:mấy|bao|nào|gì|ai|đâu|sao|how|who|what|when|where|which)\b",
    re.IGNORECASE,
)


def _lacking(case: Case, told: AnswerPart, quotes: str) -> AnswerPart | None:
    """Return who acts, or the sentence beside the best unit that states what else is asked, where that one doesn't."""
    best = case.best
    lacking = [each for each in values.asked_attributes(case.probe) if not best.states(each)]
    if best.kind in (UnitKind.LIST, UnitKind.FIELD) or told.items or not lacking:
        return None
    if {Attribute.WHO, Attribute.PERSON} & set(lacking) and (who := actor(case)) is not None:
        return None if who.lead == told.lead else who
    beside = [
        unit
        for unit in case.shelf.units_of(best.plan_id)
        if unit.section == best.section and unit.kind is not UnitKind.LIST and abs(unit.ordinal - best.ordinal) <= 1
    ]
    found = (unit for unit in beside if unit.text.text not in quotes and any(unit.states(each) for each in lacking))
    unit = next(found, None)
    return quoted(case, unit, lead_of(case, unit)) if unit is not None else None


def _asks_two(case: Case) -> bool:
    """Tell whether a question asks for two things, one after the other."""
    query = case.probe.query
    return _TWO.search(query.text if query.language is Language.EN else query.restored) is not None


def _may_stand_beside(case: Case, each: Ranked) -> bool:
    """Tell whether a unit is no list, no field of the head that isn't asked for, nor of another round or another
    period's report than is asked about."""
    unit, fields = each.unit, case.probe.query.slots.fields
    if unit.kind is UnitKind.LIST or (unit.kind is UnitKind.FIELD and unit.field not in fields):
        return False
    return min(each.signals["round"], each.signals["period"]) >= 0


def _is_quoted(case: Case, unit: EvidenceUnit, told: AnswerPart) -> bool:
    """Tell whether what is told quotes a unit's own words."""
    own = cited(case.desk, unit)
    held = [each for each in told.citations if each.plan_id == unit.plan_id]
    return bool(own) and all(any(one.start <= each.start and each.end <= one.end for one in held) for each in own)


_ACTOR = later(rf"(?:Giao |Đề nghị |Trách nhiệm (?:của )?)?(?:[Cc]ác )?(?:{OFFICE}|Ông|Bà|Đồng chí|Đ/c|Thầy|Cô)(?!\w)")


def actor(case: Case) -> AnswerPart | None:
    """Name whose task the best unit is, where its headings say who acts and it doesn't itself."""
    if not case.probe.query.slots.asked & {"who", "person"} or case.best.kind is UnitKind.LIST:
        return None
    if case.best.states(Attribute.WHO) or case.best.states(Attribute.PERSON):
        return None
    lists = [unit for unit in case.shelf.units_of(case.best.plan_id) if unit.kind is UnitKind.LIST]
    for title in reversed(case.best.heading.split(" > ")):
        name = BULLET.sub("", title).strip()
        head = next((unit for unit in lists if unit.text.text.strip() == name), None)
        if head is not None and _ACTOR.match(name):
            citations = (*cited(case.desk, head), *cited(case.desk, case.best))
            return part(case, f"**{plain(name).rstrip(' .:')}**", citations, derived=digits(name))
    return None


def beside(case: Case, told: AnswerPart) -> tuple[AnswerPart, ...]:
    """Quote a second unit where it fits as well, or states what was also asked and the first one lacks."""
    units = case.decision.units
    quotes = " ".join(citation.quote for citation in told.citations)
    breach = "consequence" in case.probe.query.slots.asked  # it stands behind the rule that is broken
    if (breach or _asks_two(case)) and (more := _lacking(case, told, quotes)) is not None:
        return (more,)
    others = [each for each in units[1:5] if _may_stand_beside(case, each) and not _is_quoted(case, each.unit, told)]
    if not others or case.best.kind in (UnitKind.LIST, UnitKind.FIELD) or told.items:
        return ()
    second = others[0]
    lacking = [a for a in values.asked_attributes(case.probe) if not case.best.states(a)]
    supplies = next((each for each in others if any(each.unit.states(a) for a in lacking)), None)
    beside = second.unit.section.rpartition(".")[0] == case.best.section.rpartition(".")[0] and _asks_two(case)
    if second.unit.kind is UnitKind.ITEM and second.unit.section == case.best.section and not (lacking or beside):
        return ()  # another item's value is another thing's
    if second is units[1] and units[0].score - second.score < (CLOSE_OF_TWO if beside else CLOSE):
        return (quoted(case, second.unit, lead_of(case, second.unit)),)
    plain = supplies is not None and any(supplies.unit.states(a) for a in lacking if a is Attribute.CONTACT)
    share = SUPPLIES_CONTACT if plain else SUPPLIES
    near = supplies is not None and supplies.signals["cover_whole"] >= share * units[0].signals["cover_whole"]
    return (quoted(case, supplies.unit, lead_of(case, supplies.unit)),) if supplies is not None and near else ()
