"""From a decision to the parts of an answer: a value, a duty, a list, a count, a field, a place, or a quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.answering import day_kinds, duties_told, listing, outline, own, timing, values, verdict, within
from knowledge.answering.beside import actor, beside
from knowledge.answering.case import (
    HEADING_LIMIT,
    Case,
    cited,
    duties_in,
    heading_of,
    in_context,
    lead_of,
    leaf_of,
    list_of,
    matter_of,
    part,
    quoted,
)
from knowledge.answering.decide import Outcome
from knowledge.answering.desk import Draft
from knowledge.answering.duties import is_dated
from knowledge.answering.listing import is_meant, listed
from knowledge.answering.nearest import nearest
from knowledge.answering.present import date_text, digits, place_text, plain, shorten
from knowledge.index.parts import pairs
from knowledge.model import AnswerPart, Attribute, Status, UnitKind
from knowledge.ranking.shelf import meant

WORTH_SHOWING = 0.05
"""Sureness from which a refusal shows the nearest passage."""
LIKELY = 0.4
"""Sureness from which a claim is corrected by a value of its kind that the unit states, and a unit's place is told."""
_OF_DUTY = frozenset({Attribute.WHEN, Attribute.TO, Attribute.CHANNEL, Attribute.FORMAT, Attribute.CYCLE})
Shaper = Callable[[Case], AnswerPart | None]


def shaped(case: Case) -> Draft:
    """Return the answer to a question that has been decided on."""
    desk, outcome = case.desk, case.decision.outcome
    if (calendar := day_kinds.told(case)) is not None:
        return Draft(Status.ANSWERED, (calendar,), desk.others())
    if (rated := within.told(case)) is not None:
        return Draft(Status.ANSWERED, (rated,), desk.others())
    if (timely := _in_time(case)) is not None:
        return Draft(Status.ANSWERED, (timely,), desk.others())
    if (tasks := listing.tasks(case) or listing.targets(case)) is not None:
        return Draft(Status.ANSWERED, (tasks,), desk.others())
    if outcome is not Outcome.STATE and (judged := _verdict(case)) is not None:
        return Draft(Status.ANSWERED, (judged,), desk.others())
    if case.best.field == "number" and not digits(case.best.text.text):  # "Số:      /KH-UBND", to be filled in
        told = quoted(case, case.best, f"{desk.words.header_absent['number']}:")
        return Draft(Status.NOT_SPECIFIED, (told,), desk.others())
    if outcome is Outcome.STATE:
        told = in_context(case, _told(case))
        return Draft(Status.ANSWERED, (told, *beside(case, told)), desk.others())
    if outcome is Outcome.NOT_STATED and not case.own.states(Attribute(_missing(case))):
        return gap(case, _GAPS.get(_missing(case), ""))
    likely = case.decision.sureness >= LIKELY and not case.asks("whether")
    if outcome is Outcome.NEAREST and likely and (place := _place(case)) is not None:
        return Draft(Status.NEAREST, (place,), desk.others())
    if outcome in (Outcome.NEAREST, Outcome.NOT_STATED):
        return Draft(Status.NEAREST, nearest(case), desk.others())
    scope = desk.names([stored.plan_id for stored in desk.plans]) if len(desk.plans) <= 2 else ""
    searched = desk.words.searched_plans.format(count=len(desk.plans))
    head = f"{desk.words.not_found.format(scope=scope or searched)} {desk.words.ask_whom}"
    near = case.decision.units and case.decision.sureness >= WORTH_SHOWING
    shown = nearest(case, 1)[1:] if near else ()
    lead = f"{head} {desk.words.nearest_lead}" if shown else head
    return Draft(Status.NOT_FOUND, (AnswerPart(None, lead), *shown), desk.others())


def _told(case: Case) -> AnswerPart:
    for shaper in SHAPERS:
        if (told := shaper(case)) is not None:
            return told
    return _quote(case)


def gap(case: Case, name: str) -> Draft:
    """Return the best unit quoted with the word that it does not state a detail. name: as in `Wording.no_detail_at`."""
    words = case.desk.words
    lead = words.no_detail_at.get(name, words.no_detail)
    if name in words.no_detail_near and not _speaks_of_it(case):
        lead = words.no_detail_near[name]
    if name in words.no_detail_alone and case.decision.sureness < LIKELY:  # nothing is near that
        told = AnswerPart(None, f"{words.no_detail_alone[name]} {words.ask_whom}")
        return Draft(Status.NOT_SPECIFIED, (told,), case.desk.others())
    return Draft(Status.NOT_SPECIFIED, (quoted(case, case.own, lead),), case.desk.others())


def _speaks_of_it(case: Case) -> bool:
    """Tell whether the unit that would be quoted, or its headings, have two neighbouring words of the matter; where the
    question has none it is believed."""
    matter = matter_of(case)
    asked = {pair for pair in case.probe.worth if "_" in pair and matter.issuperset(pair.split("_"))}
    unit = case.own
    texts = (unit.heading, unit.text.text, *(text.text for _, text in unit.items))
    return not asked or any(pair in asked for text in texts for pair in pairs(meant(text)))


def plainly(case: Case) -> Draft:
    """Return the best unit quoted, with nothing said about it but where it stands."""
    return Draft(Status.ANSWERED, (quoted(case, case.best, case.desk.words.stated),), case.desk.others())


_GAPS = {
    "day": "when",
    "when": "when",
    "who": "who",
    "person": "name",
    "names": "names",
    "count": "how_many",
    "share": "how_many",
    "place": "where",
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
    told = [each for name in names if (each := _one_field(case, name)) is not None]
    if len(told) > 1:
        citations = [citation for each in told for citation in each.citations]
        derived = [number for each in told for number in each.derived]
        return part(case, "\n".join(each.lead for each in told), citations, quote=False, derived=derived)
    return told[0] if told else _one_field(case, unit.field)


def _one_field(case: Case, name: str) -> AnswerPart | None:
    plan_id = case.best.plan_id
    unit = next((each for each in case.shelf.units_of(plan_id) if each.field == name), None)
    if unit is None or name not in case.desk.words.header:
        return None
    template = case.desk.words.header[name]
    if name == "recipients":
        header = case.desk.everyone[unit.plan_id].plan.header
        items = [plain(line) for line in header.recipients]
        return part(
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
    return part(case, template.format(value=value), cited(case.desk, unit), derived=digits(value))


def _in_time(case: Case) -> AnswerPart | None:
    """Tell whether what is handed in on the day that is named is in time for the one duty that the best unit proves."""
    if not timing.is_timely(case.probe.query):
        return None
    desk = replace(case.desk, plans=(case.desk.everyone[case.best.plan_id],), answering=1)
    duties = [duty for duty in duties_in(desk, case.best, case.probe) if is_dated(duty)]
    if not duties or case.decision.sureness < LIKELY or len({(d.day, d.month, d.year) for d in duties}) > 1:
        return None
    return duties_told.judged(desk, duties[:1])[1]


def _verdict(case: Case) -> AnswerPart | None:
    """Confirm or correct what a yes/no question claims, where a unit settles it; that a day is in time is no claim."""
    if not case.asks("whether") or timing.is_timely(case.probe.query):
        return None
    judged = verdict.judge(case.shelf, case.probe, case.decision, case.desk.words)
    if judged is None:
        return None
    if judged.unit.kind is UnitKind.LIST:
        return listed(case, judged.unit, f"{judged.sentence} {{lead}}")
    lead = judged.sentence.replace("{name}", case.desk.name(judged.unit.plan_id))
    return quoted(case, judged.unit, lead)


def _duty(case: Case) -> AnswerPart | None:
    """Tell a duty's time and way from the fact that the unit holds."""
    asked = set(values.asked_attributes(case.probe)) & _OF_DUTY
    desk = replace(case.desk, plans=(case.desk.everyone[case.best.plan_id],), answering=1)
    duties = duties_in(desk, case.best, case.probe)
    duties = duties if case.own == case.best else own.proved(case.own, duties)
    query = case.probe.query
    claimed = bool(query.period and query.dates) and case.asks("whether") and len(duties) == 1
    if not (asked or claimed) or not duties or len(duties) > 2:
        return None
    if query.dates and case.asks("whether"):
        return duties_told.judged(desk, duties)[1]
    if case.asks("days_left"):
        return duties_told.days_to(desk, duties)[1]
    if asked & {Attribute.WHEN, Attribute.CYCLE} and any(is_dated(d) for d in duties):
        return duties_told.when_due(desk, duties)[1]
    if asked & {Attribute.TO, Attribute.CHANNEL, Attribute.FORMAT} and any(d.to or d.via or d.channel for d in duties):
        return duties_told.route(desk, duties)[1]
    return None


def _place(case: Case) -> AnswerPart | None:
    """Say in which section a thing stands."""
    if not case.asks("where_stated"):
        return None
    words, section = case.desk.words, case.best.section
    at = words.stands_at if case.decision.outcome is Outcome.STATE else words.may_stand_at
    lead = at.format(section=place_text(section, words))
    there = outline.is_at(case.desk, section) if case.asks("whether") else None
    verdict_on = "" if there is None else f"{words.right if there else words.wrong} "
    return quoted(case, case.best, f"{verdict_on}{lead}")


def _nth(case: Case) -> AnswerPart | None:
    """Give the n-th item of the list that is meant."""
    nth, held = case.probe.query.item, list_of(case)
    if (
        not case.asks("nth")
        or nth is None
        or held is None
        or not (case.best is held or is_meant(case, held))
        or not -len(held.items) <= nth <= len(held.items)
        or nth == 0
    ):
        return None
    path, text = held.items[nth - 1 if nth > 0 else nth]
    title = shorten(plain(held.text.text).rstrip(":. "), HEADING_LIMIT)
    lead = f"**{plain(text.text)}** – {title}"
    plan = case.desk.everyone[held.plan_id].plan
    return part(case, lead, plan.cite(path, text), derived=digits(title))


def _value(case: Case) -> AnswerPart | None:
    """Lead with the values asked for, then the words that state them."""
    for attribute in values.asked_attributes(case.probe):
        found = values.chosen(case.shelf, case.probe, case.best, attribute)
        found = [v for v in found if v.text.lower() not in _GENERAL and not values.is_denied(case.best, v)]
        if found:
            told = "; ".join(plain(values.bounded(case.best, value)).strip(" ,.;:") for value in found)
            title = heading_of(case.best)
            addresses = [value.text for kind in verdict.EXACT for value in case.best.of(kind)]
            if not told.startswith(tuple(addresses)):  # those are told as they are written
                told = told[:1].upper() + told[1:]
            lead = f"**{told}**" + (f" – {title}" if title else "")
            return quoted(case, case.best, lead)
    return None


_GENERAL = frozenset({"khen thưởng", "biểu dương", "tuyên dương", "tôn vinh", "danh hiệu", "tiền thưởng"})
"""Awards in general, which say nothing about which."""


def _quote(case: Case) -> AnswerPart:
    """Quote the unit under its heading; of a list that is not told whole its head with the item that is nearest."""
    best = case.own
    lead, leaf = lead_of(case, best), leaf_of(case, best)
    if leaf is best:
        return quoted(case, best, lead)
    return part(case, lead, (*cited(case.desk, best), *cited(case.desk, leaf)), derived=digits(best.heading))


_FIELDS = ("number", "date", "issuer", "title", "signer", "recipients")
SHAPERS: tuple[Shaper, ...] = (
    _field,
    _verdict,
    _place,
    _nth,
    _duty,
    listing.whole,
    actor,
    _value,
    _quote,
)
