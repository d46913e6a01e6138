"""From a decision to the parts of an answer: a value, a duty, a list, a count, a field, a place, or a quote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.answering import deadlines, values, verdict
from knowledge.answering.decide import Decision, Outcome
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import date_text, digits, plain, quote_text, section_text, shorten
from knowledge.model import AnswerPart, Attribute, Citation, Deadline, EvidenceUnit, Language, Status, UnitKind
from knowledge.ranking import Probe, Ranked, Shelf
from knowledge.text import folded_words

_BULLET = re.compile(r"^(?:[-+•*–]\s*)?(?:\(?(?:\d{1,2}|[a-zđ])[.)-]\s+)?")
_COUNTED = re.compile(
    r"(?<!\w)(?:mấy|bao nhiêu)\s+"
    r"([^\W\d_]+(?:\s+(?:tiêu|dung|vụ|pháp|chí|vực|việc|đợt|nhóm|phần|tác))?)(?!\w)"
)
HEADING_LIMIT = 110
ITEM_LIMIT = 420
LIST_ROOM = 1_150
"""Characters that the items of one list may take."""
NEAR_ROOM = (330, 180)
"""Characters of each of the two quotes that are shown as nearest."""
WORTH_SHOWING = 0.05
"""Sureness from which a refusal shows the nearest passage."""
LEAD_SHARE = 0.6
"""Share of what an item of a list carries of the question that the list's title must carry for the list to be meant."""
CLOSE = 0.7
"""Score below the best from which another unit is quoted beside it."""
_OF_DUTY = frozenset({Attribute.WHEN, Attribute.TO, Attribute.CHANNEL, Attribute.FORMAT, Attribute.CYCLE})


@dataclass(frozen=True, slots=True)
class Case:
    """One question being answered: the desk, its units, the question as the scorer saw it, and what was decided."""

    desk: Desk
    shelf: Shelf
    probe: Probe
    decision: Decision

    @property
    def best(self) -> EvidenceUnit:
        """The best unit; of a list of which one item is asked, the item that ranks best."""
        units = [each.unit for each in self.decision.units[:5]]
        first = units[0]
        if first.kind is not UnitKind.LIST or self.asks("nth"):
            return first
        held = [text.text for _, text in first.items]
        inside = [
            r for r in self.decision.units[1:5] if any(r.unit.text.text in t or t in r.unit.text.text for t in held)
        ]
        listed = self.asks("all") or self.asks("count")
        titled = self.decision.units[0].signals["title"]
        if not inside or (listed and titled >= LEAD_SHARE * inside[0].signals["clause"]):
            return first
        return inside[0].unit

    def asks(self, shape: str) -> bool:
        """Tell whether the question wants an answer of this shape."""
        return shape in self.probe.query.slots.shape


Shaper = Callable[[Case], AnswerPart | None]


def shaped(case: Case) -> Draft:
    """Return the answer to a question that has been decided on."""
    desk, outcome = case.desk, case.decision.outcome
    if outcome is Outcome.STATE:
        part = next(part for shaper in SHAPERS if (part := shaper(case)) is not None)
        return Draft(Status.ANSWERED, (part, *_beside(case, part)), desk.others())
    if outcome is Outcome.NOT_STATED:
        gap = desk.words.no_detail_at.get(_GAPS.get(_missing(case), ""), desk.words.no_detail)
        return Draft(Status.NOT_SPECIFIED, (_quoted(case, case.best, gap),), desk.others())
    if outcome is Outcome.NEAREST:
        return Draft(Status.NEAREST, _nearest(case), desk.others())
    scope = desk.names([stored.plan_id for stored in desk.plans]) if len(desk.plans) <= 2 else ""
    searched = desk.words.searched_plans.format(count=len(desk.plans))
    head = f"{desk.words.not_found.format(scope=scope or searched)} {desk.words.ask_whom}"
    near = case.decision.units and case.decision.sureness >= WORTH_SHOWING
    shown = _nearest(case)[1:2] if near else ()
    lead = f"{head} {desk.words.nearest_lead}" if shown else head
    return Draft(Status.NOT_FOUND, (AnswerPart(None, lead), *shown), desk.others())


def plainly(case: Case) -> Draft:
    """Return the best unit quoted, with nothing said about it but where it stands."""
    return Draft(Status.ANSWERED, (_quoted(case, case.best, case.desk.words.stated),), case.desk.others())


_GAPS = {
    "contact": "contact",
    "money": "money",
    "consequence": "sanction",
    "format": "format",
    "clock": "time",
    "phone": "contact",
    "link": "contact",
    "template": "template",
    "mail": "mail",
}


def _missing(case: Case) -> str:
    return case.decision.reason.partition("(")[2].rstrip(")")


# ------------------------------------------------------------------------------------------------------------ shapes


def _field(case: Case) -> AnswerPart | None:
    """State a field of the document's header."""
    names = [name for name in _FIELDS if name in case.probe.query.slots.fields]
    unit = case.best
    if unit.kind is not UnitKind.FIELD or not (names or unit.field in case.desk.words.header):
        return None
    told = [part for name in names if (part := _one_field(case, name)) is not None]
    if len(told) > 1:
        citations = [citation for part in told for citation in part.citations]
        derived = [number for part in told for number in part.derived]
        return _part(case, "\n".join(part.lead for part in told), citations, quote=False, derived=derived)
    return told[0] if told else _one_field(case, unit.field)


def _one_field(case: Case, name: str) -> AnswerPart | None:
    plan_id = case.best.plan_id
    rows = case.shelf.rows_of[plan_id]
    unit = next((case.shelf.units[row] for row in rows if case.shelf.units[row].field == name), None)
    if unit is None or name not in case.desk.words.header:
        return None
    template = case.desk.words.header[name]
    if name == "recipients":
        header = case.desk.everyone[unit.plan_id].plan.header
        items = [plain(line) for line in header.recipients]
        return _part(
            case,
            template.format(value=len(items)),
            cited(case.desk, unit),
            items=items,
            quote=False,
            derived=[str(len(items)), *digits(*items)],
        )
    value = plain(unit.text.text)
    if name == "date":
        issued = case.desk.everyone[unit.plan_id].plan.header.date
        value = date_text(issued, case.desk.words) if issued else value
    if name == "signer":
        role = case.desk.everyone[unit.plan_id].plan.header.signer_role
        value = f"{value} ({plain(role)})" if role else value
    return _part(case, template.format(value=value), cited(case.desk, unit), derived=digits(value))


def _verdict(case: Case) -> AnswerPart | None:
    """Confirm or correct what a yes/no question claims, where the unit settles it."""
    if not case.asks("whether"):
        return None
    judged = verdict.judge(case.shelf, case.probe, case.decision.units, case.desk.words)
    return _quoted(case, judged.unit, judged.sentence) if judged else None


def _duty(case: Case) -> AnswerPart | None:
    """Tell a duty's time and way from the fact that the unit holds."""
    asked = set(values.asked_attributes(case.probe)) & _OF_DUTY
    desk = replace(case.desk, plans=(case.desk.everyone[case.best.plan_id],), answering=1)
    duties = duties_in(desk, case.best, case.probe)
    if not asked or not duties or len(duties) > 2:
        return None
    if case.probe.query.dates and case.asks("whether"):
        return deadlines.judged(desk, duties)[1]
    if case.asks("days_left"):
        return deadlines.days_to(desk, duties)[1]
    if asked & {Attribute.WHEN, Attribute.CYCLE} and any(deadlines.is_dated(d) for d in duties):
        return deadlines.when_due(desk, duties)[1]
    if asked & {Attribute.TO, Attribute.CHANNEL, Attribute.FORMAT} and any(d.to or d.via or d.channel for d in duties):
        return deadlines.route(desk, duties)[1]
    return None


def _place(case: Case) -> AnswerPart | None:
    """Say in which section a thing stands."""
    if not case.asks("where_stated"):
        return None
    words = case.desk.words
    return _quoted(case, case.best, words.stands_at.format(section=section_text(case.best.section, words)))


def _nth(case: Case) -> AnswerPart | None:
    """Give the n-th item of the list that is meant."""
    nth, held = case.probe.query.item, list_of(case)
    if (
        not case.asks("nth")
        or nth is None
        or held is None
        or not -len(held.items) <= nth <= len(held.items)
        or nth == 0
    ):
        return None
    path, text = held.items[nth - 1 if nth > 0 else nth]
    title = shorten(plain(held.text.text).rstrip(":. "), HEADING_LIMIT)
    lead = f"**{plain(text.text)}** – {title}"
    plan = case.desk.everyone[held.plan_id].plan
    return _part(case, lead, plan.cite(path, text), derived=digits(title))


def _list(case: Case) -> AnswerPart | None:
    """Give all items of a list, numbered; or say how many there are and name them."""
    held = list_of(case)
    counted = case.asks("count") and (case.best.kind is not UnitKind.LIST or (case.probe.counted and _counts(case)))
    if held is None or counted or not (case.asks("all") or case.best.kind is UnitKind.LIST):
        return None
    plan = case.desk.everyone[held.plan_id].plan
    title = shorten(plain(held.text.text).rstrip(":. "), HEADING_LIMIT)
    items, citations, room = [], list(plan.cite(held.section, held.text)), LIST_ROOM
    for number, (path, text) in enumerate(held.items, 1):
        item = shorten(_BULLET.sub("", plain(text.text)), max(60, min(ITEM_LIMIT, LIST_ROOM // len(held.items))))
        room -= len(item) + 4
        if room < 0:
            break
        items.append(f"{number}. {item}")
        citations += plan.cite(path, text)
    count = len(held.items)
    lead = case.desk.words.listed.format(title=title, count=count, things=_things(case))
    return _part(case, lead, citations, items=items, quote=False, derived=[*digits(title), str(count), *digits(*items)])


def _things(case: Case) -> str:
    """Return what the question counts, in its own words ("mục tiêu"), or the word for items of any kind."""
    query = case.probe.query
    said = _COUNTED.search(query.restored) if query.language is not Language.EN else None
    return said[1] if said else case.desk.words.things


def _counts(case: Case) -> bool:
    """Tell whether the head of a list itself says how many there are of what is counted."""
    found = case.best.of(Attribute.COUNT)
    return any(case.probe.counted in folded_words(value.text) for value in found)


def _value(case: Case) -> AnswerPart | None:
    """Lead with the values asked for, then the words that state them."""
    for attribute in values.asked_attributes(case.probe):
        found = values.chosen(case.shelf, case.probe, case.best, attribute)
        if found:
            told = "; ".join(plain(value.text).strip(" ,.;:") for value in found)
            title = heading_of(case.best)
            lead = f"**{told[:1].upper()}{told[1:]}**" + (f" – {title}" if title else "")
            return _quoted(case, case.best, lead)
    return None


def _quote(case: Case) -> AnswerPart:
    """Quote the unit under its heading, and a second one that fits as well."""
    title, words = heading_of(case.best), case.desk.words
    section = section_text(case.best.section, words)
    lead = words.stated_in.format(title=title, section=section) if title else words.stated
    return _quoted(case, case.best, lead)


_FIELDS = ("number", "date", "issuer", "title", "signer", "recipients")
SHAPERS: tuple[Shaper, ...] = (_field, _verdict, _place, _nth, _duty, _list, _value, _quote)


def _beside(case: Case, told: AnswerPart) -> tuple[AnswerPart, ...]:
    """Quote a second unit where it fits as well, or states what was also asked and the first one lacks."""
    units = case.decision.units
    quotes = " ".join(citation.quote for citation in told.citations)
    others = [each for each in units[1:5] if each.unit.text.text not in quotes and each.unit.kind is not UnitKind.LIST]
    if not others or case.best.kind in (UnitKind.LIST, UnitKind.FIELD) or told.items:
        return ()
    second = others[0]
    lacking = [a for a in values.asked_attributes(case.probe) if not case.best.states(a)]
    supplies = next((each for each in others if any(each.unit.states(a) for a in lacking)), None)
    if units[0].score - second.score < CLOSE and second is units[1]:
        return (_quoted(case, second.unit, heading_of(second.unit)),)
    near = supplies is not None and supplies.signals["cover_whole"] >= 0.7 * units[0].signals["cover_whole"]
    return (_quoted(case, supplies.unit, heading_of(supplies.unit)),) if supplies is not None and near else ()


def _nearest(case: Case) -> tuple[AnswerPart, ...]:
    """Quote the best two units, saying neither that they answer nor that the plan doesn't."""
    parts: list[AnswerPart] = []
    for unit in _apart(case.decision.units)[:2]:
        part = _quoted(case, unit, "")
        quote = quote_text(part.citations, NEAR_ROOM[len(parts)], focus_of(case, unit))
        parts.append(replace(part, quote=quote, note=None))
    return (AnswerPart(None, case.desk.words.nearest_lead), *parts)


def _apart(units: Sequence[Ranked]) -> list[EvidenceUnit]:
    """Return the units without those whose words an earlier one holds."""
    kept: list[EvidenceUnit] = []
    for each in units:
        text = each.unit.text.text
        if not any(text in other.text.text or other.text.text in text for other in kept):
            kept.append(each.unit)
    return kept


# ------------------------------------------------------------------------------------------------------------- parts


def list_of(case: Case) -> EvidenceUnit | None:
    """Return the list that the best unit is, or heads, or is an item of (one of the best units itself)."""
    best = case.best
    if best.kind is UnitKind.LIST:
        return best
    for each in case.decision.units[1:6]:
        unit = each.unit
        if unit.kind is not UnitKind.LIST or unit.plan_id != best.plan_id:
            continue
        if unit.section == best.section or any(text.text and text.text in best.text.text for _, text in unit.items):
            return unit
    return None


def duties_in(desk: Desk, unit: EvidenceUnit, probe: Probe) -> list[Deadline]:
    """Return the duties that a unit's words prove, of the period that is asked about where some are."""
    spans = [(c.start, c.end) for c in cited(desk, unit)]
    held = [
        duty
        for duty in desk.everyone[unit.plan_id].facts.deadlines
        if any(c.start < end and start < c.end for c in duty.citations for start, end in spans)
    ]
    period = probe.query.period
    named = [duty for duty in held if period and period in deadlines.periods(duty)]
    return named or held


def focus_of(case: Case, unit: EvidenceUnit) -> str:
    """Return the clause of a unit that carries most of the question."""
    row = case.shelf.row_of(unit)
    words, clauses = case.shelf.closely(row)
    weights = case.probe.weights(case.shelf)
    held = [
        (sum({w: weights[w] for s, _, w in words if a <= s < b and w in weights}.values()), a, b) for a, b in clauses
    ]
    _, start, end = max(held, default=(0.0, 0, len(unit.text.text)))
    return unit.text.text[start:end].strip()


def heading_of(unit: EvidenceUnit) -> str:
    """Return the nearest heading above a unit, when it says more than a formal part's title."""
    title = plain(unit.heading.split(" > ")[-1]).rstrip(":. ")
    return "" if title.isupper() else shorten(title, HEADING_LIMIT)


def cited(desk: Desk, unit: EvidenceUnit) -> tuple[Citation, ...]:
    """Return the citations of a unit's own words."""
    return desk.everyone[unit.plan_id].plan.cite(unit.section, unit.text)


def _quoted(case: Case, unit: EvidenceUnit, lead: str) -> AnswerPart:
    return _part(case, lead, cited(case.desk, unit), derived=digits(unit.heading))


def _part(
    case: Case,
    lead: str,
    citations: Sequence[Citation],
    *,
    items: Sequence[str] = (),
    quote: bool = True,
    derived: Sequence[str] = (),
) -> AnswerPart:
    desk = replace(case.desk, answering=1)
    sends = bool(case.probe.query.slots.asked & {"to", "channel"})
    return desk.part(
        citations[0].plan_id, lead, citations, items=items, show_quote=quote, recipients=sends, derived=derived
    )
