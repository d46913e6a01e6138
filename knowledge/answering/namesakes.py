"""People whom a question calls by a given name that several in the plan have: each is told, none is chosen."""

from __future__ import annotations

from knowledge.answering import called, parties
from knowledge.answering.case import Case, quoted
from knowledge.answering.desk import Draft
from knowledge.answering.parties import PERSON, Party
from knowledge.answering.present import digits
from knowledge.model import AnswerPart, EvidenceUnit, Status, UnitKind
from knowledge.patterns import later

MOST = 4
"""Namesakes that are told."""


def told(case: Case) -> Draft | None:
    """Return the best unit on each person whom the question may mean; None where it names nobody so."""
    query = case.probe.query
    if query.slots.fields or not case.decision.units or not called.is_titled(query.restored):
        return None
    plan_id = case.best.plan_id
    ranked = [each.unit for each in case.decision.units if each.unit.plan_id == plan_id]
    units = [unit for unit in (*ranked, *case.shelf.units_of(plan_id)) if unit.kind is not UnitKind.LIST]
    held = {unit.id: _people(unit) for unit in units}
    known = [person for people in held.values() for person in people]
    _, shared = called.named_in(query.restored, known)
    shared = [person for person in shared if called.is_by_name(query.restored, person)]
    best = {person.name: next(u for u in units if any(p.name == person.name for p in held[u.id])) for person in shared}
    if len(best) < 2 or len(best) > MOST:
        return None
    names = {person.name: person.text for person in shared}
    lead = case.desk.words.namesakes.format(count=len(best), names=", ".join(names[name] for name in best))
    parts = [quoted(case, unit, f"**{names[name]}**") for name, unit in best.items()]
    return Draft(Status.ANSWERED, (AnswerPart(None, lead, derived=tuple(digits(lead))), *parts), case.desk.others())


def _people(unit: EvidenceUnit) -> list[Party]:
    """Return the people that a unit names; in a table's column of people also without a title."""
    held = list(parties.known(unit))
    cells = [_NAME.match(party.text) for party in held if _OF_PEOPLE.search(party.kind)]
    bare = [Party(PERSON, tuple(parties.spoken(cell[0])), cell[0]) for cell in cells if cell]
    return [*(party for party in held if party.kind == PERSON), *bare]


_OF_PEOPLE = later(r"\b(?:ho (?:va )?ten|nguoi|can bo|dong chi|thanh vien|ong|phu trach|chu tri)\b")
_NAME = later(rf"{parties.CAP}(?:\s+{parties.CAP}){{1,4}}(?=\s*(?:$|[,;(–-]))")
