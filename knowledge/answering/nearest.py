"""Quoting what is nearest to a question, without saying that it answers or that the plan doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.case import Case, focus_of, heading_of, leaf_of, list_of, paragraph_of, part
from knowledge.answering.decide import RARE
from knowledge.answering.present import digits, plain, quote_text
from knowledge.answering.withheld import year_led
from knowledge.facts.evidence import listed
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, UnitKind

MOST = 2
"""Quotes that are shown as nearest."""
ROOM = (350, 200)
"""Characters of each of them."""
MOST_CHARACTERS, BESIDE, LEAST = 650, 30, 120
"""Characters of the whole reply, of what stands around a quote, and of a quote at least."""
TOLD_WHOSE = 200
"""Characters that tell, above a reply, by whose plan somebody is answered who asks for a ward or school."""
LONGEST = 900
"""Characters of a heading with its first item that are one quote, of which as much is shown as there is room for."""
TOGETHER = 3
"""Best units of which two are a list or its items for the list to be quoted, where all of something is asked."""
LABELLED = 0.95
"""Share of a row's label that a question must say for the row to be meant."""
_AT_THE_FOOT = frozenset({"recipients", "signer"})
"""Header fields that hold what people ask in words of their own ("bản lưu để ở đâu")."""
_SEEN = 25  # characters by which a clause is found in a quote


def nearest(case: Case, most: int = MOST) -> tuple[AnswerPart, ...]:
    """Quote the best units, saying neither that they answer nor that the plan doesn't."""
    parts: list[AnswerPart] = []
    left, spent = most, TOLD_WHOSE if case.probe.query.belongs else 0
    warned: set[str] = set()
    for unit in _near_units(case):
        if len(parts) == most:
            break
        quote = _through if unit.kind is UnitKind.LIST else _focused
        around = quote(case, unit, LEAST)
        note = None if unit.plan_id in warned else around.note
        spent += len(case.desk.name(unit.plan_id)) + len(unit.section) + len(around.lead) + len(note or "") + BESIDE
        room = min(ROOM[len(parts)], MOST_CHARACTERS - spent - LEAST * (most - len(parts) - 1))
        if parts and room < LEAST // 2:
            break
        shown = replace(quote(case, unit, room), note=note)
        if any(_holds(told.quote, unit, shown.quote) for told in parts):
            continue
        if len(shown.citations) > left:
            break
        left -= len(shown.citations)
        warned.add(unit.plan_id)
        spent += len(shown.quote)
        parts.append(shown)
    return (AnswerPart(None, case.desk.words.nearest_lead), *parts)


def _focused(case: Case, unit: EvidenceUnit, room: int) -> AnswerPart:
    """Quote the part of a unit that carries most of the question; of a unit in pieces the one that it stands in."""
    focus = focus_of(case, unit, room * 3 // 4)
    citations = paragraph_of(case, unit, room)
    if len(citations) > MOST:
        citations = (next((c for c in citations if plain(focus)[:_SEEN] in plain(c.quote)), citations[0]),)
    built = part(case, _whose(case, unit), citations, derived=digits(unit.heading))
    return replace(built, quote=quote_text(citations, room, focus))


def _whose(case: Case, unit: EvidenceUnit) -> str:
    """Return the heading that says whose task a unit is, where somebody is asked for; else nothing."""
    named = case.probe.query.slots.asked & {"who", "person", "names"} and case.shelf.led[case.shelf.row_of(unit)]
    return f"{heading_of(unit)}:" if named and heading_of(unit) else ""


def _near_units(case: Case) -> list[EvidenceUnit]:
    """Return what is worth quoting, best first: a list where it is short or asked for, else its item."""
    units = [each.unit for each in case.decision.units]
    first = case.best
    if first.kind is not UnitKind.LIST and (case.asks("all") or case.asks("count")) and units[0].kind is UnitKind.LIST:
        first = units[0]
    elif case.asks("all") and first.kind is UnitKind.ITEM and (held := list_of(case)) is not None:
        of_it = (unit is held or unit.text.text in {text.text for _, text in held.items} for unit in units[:TOGETHER])
        first = held if sum(of_it) > 1 else first
    asked = case.probe.query.slots.fields | _AT_THE_FOOT
    if first.field == "date" and "date" not in asked:  # the day of issue is no other day
        first = next((unit for unit in units if unit.kind not in (UnitKind.FIELD, UnitKind.LIST)), first)
    others = [u for u in units if (u.kind is not UnitKind.FIELD or u.field in asked) and _fits(u, ROOM[1])]
    others = [u for u in others if not _is_of_another(case, first, u)]
    return [_short(case, first), *_supplying(case, others), *others]


def _is_of_another(case: Case, first: EvidenceUnit, unit: EvidenceUnit) -> bool:
    """Tell whether the first unit is of the year, or is the table's row, that the question names, and this one is of
    another year or another row."""
    years = {str(year) for year in case.probe.query.years}
    if years & year_led(first) and year_led(unit) and not years & year_led(unit):
        return True
    rows = {id(each.unit): each for each in case.decision.units if each.unit.kind is UnitKind.ROW}
    labelled = [
        each is not None and each.signals["label_said"] >= LABELLED for each in map(rows.get, map(id, (first, unit)))
    ]
    return id(unit) in rows and labelled == [True, False]


def _short(case: Case, unit: EvidenceUnit) -> EvidenceUnit:
    """Return of a list that doesn't fit into a quote and is not itself asked for the item nearest to the question."""
    return unit if case.asks("all") or case.asks("count") or _fits(unit, ROOM[0]) else leaf_of(case, unit)


def _fits(unit: EvidenceUnit, room: int) -> bool:
    """Tell whether a unit is no list, or one that fits whole."""
    return unit.kind is not UnitKind.LIST or len(unit.text.text) + len(listed(unit)) <= room


def _supplying(case: Case, units: Sequence[EvidenceUnit]) -> list[EvidenceUnit]:
    """Return the first unit with an address or number that is asked for and that the best one lacks."""
    for name in sorted(case.probe.query.slots.asked & RARE):
        if not case.best.states(Attribute(name)):
            return [unit for unit in units[:10] if unit.states(Attribute(name))][:1]
    return []


def _through(case: Case, unit: EvidenceUnit, room: int) -> AnswerPart:
    """Quote a list from its head on, as many items as there is room for, as one stretch."""
    plan = case.desk.everyone[unit.plan_id].plan
    held = [*plan.cite(unit.section, unit.text)]
    for path, text in unit.items:
        grown = [*held, *plan.cite(path, text)]
        whole = plan.cite_through(grown)
        if (
            (len(held) > 1 and whole.end - whole.start > room)
            or whole.end - whole.start > LONGEST
            or grown[-1].start < held[-1].start
        ):
            break
        held = grown
    citation = plan.cite_through(held)
    built = part(case, "", [citation], derived=digits(unit.heading))
    return replace(built, quote=quote_text([citation], room))


def _holds(told: str, unit: EvidenceUnit, shown: str) -> bool:
    """Tell whether what is quoted has a unit's words, or those that would be shown of it, or is some of them."""
    whole = plain(f"{unit.text.text} {listed(unit)}")
    return plain(unit.text.text) in told or shown in told or told.strip("…") in whole
