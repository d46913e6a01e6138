"""What administrators have corrected, laid over plans as they were read. Pure; `store` keeps the corrections.

A correction belongs to a document (issuer, number and year; its text where the header is silent) and to a place in it:
a field of the header, a duty as the text words it, or words that were read doubtfully (see `wording`). It holds
wherever that document says there what it said when it was corrected, whichever file, version or generation it comes
in; where the text says something else, it rests. Code that reads a place differently doesn't lose it: `identity` tells
how a document is found again, `_placed` how a duty is.
The catalog keeps what was read; the plan that answers is that with the corrections over it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge.corrections.identity import belongs, digest, identity_of, issuers_written
from knowledge.errors import CorrectionError
from knowledge.facts import extract
from knowledge.facts.dates import find_whens
from knowledge.facts.reading import Unit
from knowledge.facts.schedule import content_key
from knowledge.facts.timing import Reading, timed
from knowledge.facts.whens import When, exists
from knowledge.model import Corrected, Deadline, Header, Period, Plan, Section, SectionKind, StoredPlan
from knowledge.patterns import later
from knowledge.text import MappedText, fold

FIELDS = ("issuer", "number", "date", "title", "period")
"""The fields of a header that can be corrected."""
UNDATED, REMOVED = "undated", "removed"
"""Values of a duty: the plan gives it no date; it is no duty at all."""
_LONGEST = 400
_KEPT = {"trước", "chậm nhất", "đến", "vào", "trong"}  # what may stand before any day
_YEARS = later(r"(?:năm\s+|giai\s+đoạn\s+)?((?:19|20)\d\d)(?:\s*(?:-|–|—|đến)\s*(?:năm\s+)?((?:19|20)\d\d))?")


@dataclass(frozen=True, slots=True)
class Correction:
    """number: of the row, 0 before it is kept; document, text: digests of the document's identity and of its text;
    place: a field's name, `place_of` a duty, or a doubt's; written: what was read there; value: what holds instead, in
    the form of `as_text`, None where the document has none; what: whose value it is, for people; on: the day, in Viet
    Nam."""

    number: int
    document: str
    text: str
    place: str
    written: str | None
    value: str | None
    what: str
    on: date


def place_of(duty: Deadline) -> str:
    """Return what names a duty by the words of its text alone, whatever was corrected in it."""
    if duty.corrected:
        return duty.corrected.place
    quotes = [" ".join(citation.quote.split()) for citation in duty.citations]
    told = (duty.what, duty.stated, duty.within, duty.recurrence, duty.period, *quotes)
    return digest(repr(told))[:20]


def as_text(header: Header, field: str) -> str | None:
    """Return a field's value as corrections keep it: dates in ISO form, a period as two of them joined by "/"."""
    value = getattr(header, field)
    if isinstance(value, Period):
        return "/".join(day.isoformat() if day else ".." for day in (value.start, value.end))
    return value.isoformat() if isinstance(value, date) else value


def lay_over(stored: StoredPlan, corrections: Sequence[Correction]) -> StoredPlan:
    """Return a plan as it was read with the corrections of its document over it."""
    ours = of_plan(stored.plan, corrections)
    if not ours:
        return stored
    header = _header(stored.plan, ours)
    plan = replace(stored.plan, header=header)
    facts = extract(plan) if header.corrected else stored.facts
    placed = _placed(stored.plan, facts.deadlines, ours)
    duties = tuple(new for duty in facts.deadlines if (new := _duty(plan, duty, placed.get(place_of(duty)))))
    return replace(stored, plan=plan, facts=replace(facts, deadlines=duties))


def of_plan(plan: Plan, corrections: Sequence[Correction]) -> dict[str, Correction]:
    """Return the corrections of a plan as it was read, by their place; of several of one place the last."""
    return {each.place: each for each in all_of_plan(plan, corrections)}


def all_of_plan(plan: Plan, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return every correction of a plan as it was read, oldest first: several of one place where earlier code named the
    document differently."""
    own = identity_of(plan) if corrections else ()
    return tuple(each for each in corrections if belongs(each, plan.plan_id, own))


def withdrawn(stored: StoredPlan, corrections: Sequence[Correction]) -> tuple[Deadline, ...]:
    """Return the duties of a plan as it was read that are none any more, or have no date any more."""
    placed = _placed(stored.plan, stored.facts.deadlines, of_plan(stored.plan, corrections))
    gone = {place for place, each in placed.items() if each.value in (REMOVED, UNDATED)}
    return tuple(duty for duty in stored.facts.deadlines if place_of(duty) in gone)


def correction(stored: StoredPlan, place: str, said: str, on: date) -> Correction:
    """Return what somebody's words make of a place of a plan, which may have corrections over it.

    said: a field's value or a duty's time in ordinary forms ("10/11/2026", "trước ngày 10 tháng 11 năm 2026"), or
    `UNDATED`, `REMOVED`. Raises CorrectionError for words that give no such value, and a place that is not there.
    """
    plan = as_read(stored.plan)
    document, text, *_ = identity_of(plan)
    said = " ".join(said.split())
    if place in FIELDS:
        before = as_text(plan.header, place)
        return Correction(0, document, text, place, before, _field(place, said), plan.plan_id, on)
    duty = next((each for each in stored.facts.deadlines if place_of(each) == place), None)
    if duty is None:
        raise CorrectionError(f"{plan.plan_id} has no such duty any more; look at it again")
    if said not in (UNDATED, REMOVED):
        _retimed(plan, duty, said)
    before = duty.corrected.written if duty.corrected else duty.stated or duty.within
    return Correction(0, document, text, place, before, said, f"{plan.plan_id}{_named(duty)}", on)


def as_read(plan: Plan) -> Plan:
    """Return a plan with the header that was read, before any correction."""
    fields = {name: _value(name, was.written) for name, was in plan.header.corrected.items()}
    return replace(plan, header=replace(plan.header, **fields, corrected={})) if fields else plan


# -------------------------------------------------------------------------------------------------------------- headers


def _header(plan: Plan, ours: Mapping[str, Correction]) -> Header:
    header = plan.header
    found = {name: ours[name] for name in FIELDS if name in ours and _holds(plan, name, ours[name])}
    values = {name: _value(name, each.value) for name, each in found.items()}
    marks = {name: Corrected(each.number, each.on, name, each.written) for name, each in found.items()}
    return replace(header, **values, corrected=marks) if found else header


def _holds(plan: Plan, name: str, made: Correction) -> bool:
    """Tell whether a field says what was corrected; an issuer also where only a part of its name was read then."""
    now = as_text(plan.header, name)
    if now == made.written or (name == "period" and as_text(plan.header, "titled") == made.written is not None):
        return True
    shorter = name == "issuer" and fold(made.written or "") in map(fold, issuers_written(plan))
    return shorter and fold(now or "") != fold(made.value or "")


def _value(field: str, kept: str | None) -> Any:
    """Read what `as_text` wrote."""
    if kept is None or field in ("issuer", "number", "title"):
        return kept
    days = [None if part == ".." else date.fromisoformat(part) for part in kept.split("/")]
    return days[0] if field == "date" else Period(days[0], days[1])


def _field(field: str, said: str) -> str:
    """Return what was said of a field in the form of `as_text`, without the asterisks of markup."""
    said = " ".join(said.replace("*", "").split())
    if not said or len(said) > _LONGEST or not any(map(str.isalnum, said)):
        raise CorrectionError(f"no {field} of up to {_LONGEST} characters")
    if field == "number" and not (any(map(str.isdigit, said)) and len(said) <= 80):
        raise CorrectionError("no document number such as 12/KH-UBND")
    if field == "date":
        days = _days(said)
        if len(days) != 1:
            raise CorrectionError("no date such as 10/11/2026")
        return days[0].isoformat()
    return _period(said) if field == "period" else said


def _days(said: str) -> list[date]:
    """Return the full dates in some words, of ranges both ends."""
    whens = find_whens(said, bare=True)
    parts = [part for when in whens for part in (when.parts, when.last) if part]
    if not _is_whole(said, whens) or not all(part.day and part.month and part.year and exists(part) for part in parts):
        return []
    return [date(part.year or 1, part.month or 1, part.day or 1) for part in parts]


def _period(said: str) -> str:
    if years := _YEARS.fullmatch(said.lower()):
        first, last = int(years[1]), int(years[2] or years[1])
        days = [date(first, 1, 1), date(last, 12, 31)]
    else:
        days = _days(said)
    if len(days) != 2 or days[0] > days[1]:
        raise CorrectionError("no period such as 2026, 2024-2026 or từ 01/01/2026 đến 30/6/2026")
    return "/".join(day.isoformat() for day in days)


# --------------------------------------------------------------------------------------------------------------- duties


def _placed(plan: Plan, duties: Sequence[Deadline], ours: Mapping[str, Correction]) -> dict[str, Correction]:
    """Return the corrections of duties by the places that those have now.

    One whose place is gone, since code reads the duty's time or its words' extent differently, is of the one duty that
    is called the same in the same section and has the same time; in the very text that was corrected, one of them is
    enough.
    """
    places = {place_of(duty) for duty in duties}
    found = {place: each for place, each in ours.items() if place in places}
    for each in ours.values():
        if each.place in places or each.place in FIELDS:
            continue
        same_text = each.text == identity_of(plan)[1]
        called = {place_of(duty): duty for duty in duties if each.what.endswith(_named(duty))}
        timed_so = {place_of(duty) for duty in duties if each.written and each.written == (duty.stated or duty.within)}
        here = {place_of(duty) for duty in duties if f" {duty.section}: " in each.what}
        alike = (called if same_text else called.keys() & timed_so) or (timed_so & here if same_text else ())
        if len(alike) == 1:
            found.setdefault(next(iter(alike)), each)
    return found


def _named(duty: Deadline) -> str:
    return f" {duty.section}: {duty.what}"


def _duty(plan: Plan, duty: Deadline, found: Correction | None) -> Deadline | None:
    """Return a duty as corrected, None where it is none."""
    if found is None or found.value == REMOVED:
        return duty if found is None else None
    if found.value == UNDATED:
        new = replace(
            duty, comparator=None, day=None, month=None, year=None, inferred_year=None, time=None, within=None,
            until=duty.until if duty.recurrence else None, stated=None,
        )  # fmt: skip
    else:
        new = _retimed(plan, duty, found.value or "")
    return replace(new, corrected=Corrected(found.number, found.on, found.place, found.written, content_key(duty)))


def _retimed(plan: Plan, duty: Deadline, said: str) -> Deadline:
    """Return a duty with the one time that some words name; a bare day keeps the "trước" that stood before it."""
    when = _when(said)
    text = MappedText(said, ((0, len(said), 0, len(said)),))
    reading = Reading(plan, Unit(Section(SectionKind.PARAGRAPH, duty.section), text, (), ()), said, said, (when,), ())
    new = timed(reading, replace(duty, recurrence=when.recurrence or duty.recurrence), 0, when)
    kept = duty.comparator if duty.comparator in _KEPT and not when.within and not when.last else None
    if when.comparator is None and kept:
        return replace(new, period=duty.period, comparator=kept, stated=f"{kept} {new.stated}")
    return replace(new, period=duty.period)


def _is_whole(said: str, whens: Sequence[When]) -> bool:
    """Tell whether some words are those times and nothing more: "12/12 tổ" is none."""
    inside = {at for when in whens for at in range(when.start, when.end)}
    return not any(char.isalnum() and at not in inside for at, char in enumerate(said))


def _when(said: str) -> When:
    whens = find_whens(said, bare=True)
    if (
        len(whens) != 1
        or len(said) > _LONGEST
        or not _is_whole(said, whens)
        or not all(exists(part) for part in (whens[0].parts, whens[0].last) if part)
    ):
        raise CorrectionError("no time such as 10/11/2026 or trước ngày 10 tháng 11 năm 2026")
    return whens[0]
