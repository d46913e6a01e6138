"""Question -> units ranked -> decided once -> shaped. The one way by which a question about the plans is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from knowledge.answering import binding, deferred, meant_lists, namesakes, own, papers, shape, withheld
from knowledge.answering.case import Case, duties_in
from knowledge.answering.decide import ANSWER, ON_MATTER, Decision, Outcome, decide, unstated_attribute
from knowledge.answering.desk import NEAREST, Desk, Draft
from knowledge.answering.duties import falls_on, is_dated, periods
from knowledge.answering.meant_lists import LIKELY, LIKELY_HELD, NEAR_FIRST, SAID
from knowledge.answering.nearest import BESIDE, MOST, MOST_CHARACTERS
from knowledge.answering.present import shorten
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, Status, UnitKind, parent_of
from knowledge.patterns import later
from knowledge.ranking import Probe, Ranked, Shelf, probe, rank
from knowledge.ranking.probe import gist_of
from knowledge.text import fold

Embed = Callable[[str], Sequence[float]]
"""Returns the vector of a question's gist."""

LONGEST_EMBEDDED = 300  # characters: a question's gist, and a bound on the time that embedding takes
RIVAL = 0.25
"""Score below the best from which another plan's best unit is worth a line of its own."""
RIVAL_PERIOD = 1.0
"""The same where a report of some period is asked about, which many plans ask for."""
MOST_PLANS = 4


def case_of(desk: Desk, shelf: Shelf, embed: Embed) -> Case:
    """Return a question as ranked and decided."""
    seen = look(desk, embed)
    scope = [stored.plan_id for stored in desk.plans] if len(desk.plans) < len(desk.everyone) else []
    ranked = rank(shelf, seen, scope)
    desk = replace(desk, nearest=tuple(dict.fromkeys(each.unit.plan_id for each in ranked))[:NEAREST])
    decided = Case(desk, shelf, seen, decide(shelf, seen, _fitting(desk, seen, ranked)))
    listed = meant_lists.gathered(meant_lists.titled(_theirs(_typed(decided)), ranked))
    return deferred.told(withheld.checked(listed))


def unsure(case: Case) -> Case:
    """Return a case of which nothing is stated: who asks of a plan names something else besides that no plan knows."""
    if not case.sure:
        return case
    return replace(case, decision=replace(case.decision, outcome=Outcome.NEAREST, reason="Unknown(name)"))


def _fitting(desk: Desk, seen: Probe, ranked: list[Ranked]) -> list[Ranked]:
    """Return the units with the first one that may answer in front: no header field that is neither asked for nor
    states what is asked, or of another paper, and of a list called by its number the one that spells it out."""
    slots = seen.query.slots
    if not ranked:
        return ranked
    first = ranked[0]
    states = any(value.attribute.value in slots.asked for value in first.unit.values)
    if first.unit.kind is UnitKind.FIELD and (papers.numbers_another(desk) or papers.is_cited(desk)):
        return _in_front(ranked, lambda each: each.unit.kind is not UnitKind.FIELD)
    states = states and first.unit.field != "date"  # the day of issue is no other day
    if first.unit.kind is UnitKind.FIELD and slots.asked and not states and first.unit.field not in slots.fields:
        return _in_front(ranked, lambda each: each.unit.kind is not UnitKind.FIELD)
    if first.unit.field in _OF_PAPERS and slots.asked & {"paper", "dated"} and papers.is_of_another(desk):
        return _in_front(
            ranked, lambda each: each.unit.kind is not UnitKind.FIELD and each.unit.states(Attribute.PAPER)
        )
    if slots.asked & {"paper", "dated"} and seen.query.numbers and not papers.names(first.unit, seen.query.numbers):
        return _in_front(ranked, lambda each: papers.names(each.unit, seen.query.numbers))
    if first.signals["spelled"] < 0 and not slots.asked - {"names", "who"}:
        return _in_front(ranked, lambda each: each.signals["spelled"] > 0)
    if "whether" not in slots.shape and binding.other_rank(seen.query.restored, _whole(first)):
        return _in_front(
            ranked,
            lambda each: (
                each.unit.plan_id == first.unit.plan_id
                and bool(binding.roles(_whole(each)))
                and not binding.other_rank(seen.query.restored, _whole(each))
            ),
        )
    if first.unit.kind is UnitKind.LIST and slots.asked and not states and not slots.shape & _LISTED:
        below = first.unit.section
        return _in_front(ranked, lambda each: each.unit.section.startswith(f"{below}.") and _tells(each, slots.asked))
    if first.unit.kind is UnitKind.ROW and first.signals["label_said"] < SAID:
        named = _in_front(ranked, lambda each: _is_beside(each, first) and each.signals["label_said"] >= SAID)
        if named[0] is not first:
            return named
    aside = not first.unit.states(Attribute.WHEN) or _only_reports(seen, first.unit)
    if first.signals["round"] > 0 and slots.asked & {"when", "day"} and aside:
        return _in_front(
            ranked, lambda each: each.signals["round"] > 0 and (_times(each.unit) or _states_all(each, first))
        )
    if first.unit.kind is UnitKind.ROW and "tong" in seen.words and slots.asked & {"money", "count", "share"}:
        table = first.unit.section.partition(" (")[0]
        return _in_front(ranked, lambda each: each.unit.section.startswith(table) and _sums(each.unit))
    return ranked


_OF_PAPERS = frozenset({"number", "date"})


def _only_reports(seen: Probe, unit: EvidenceUnit) -> bool:
    """Tell whether a unit is about what is handed in after an event, and the question about the event itself."""
    return _HANDED.match(fold(unit.text.text)) is not None and not _HANDED_IN.search(fold(seen.query.restored))


_HANDED = later(r"\W*(?:gui|nop|bao cao|trinh)\b")
_HANDED_IN = later(r"\b(?:gui|nop|bao cao|trinh|bien ban)\b")


def _times(unit: EvidenceUnit) -> bool:
    """Tell whether a unit says when that is held which its headings name: "Thời gian: ..."."""
    return unit.states(Attribute.WHEN) and _TIMES.match(fold(unit.text.text)) is not None


def _states_all(each: Ranked, first: Ranked) -> bool:
    """Tell whether a unit states all that is asked and the first one nothing of it."""
    return each.signals["asked_share"] >= 1 and first.signals["asked_share"] == 0


_TIMES = later(r"\W*(?:thoi gian|thoi diem|ngay|du kien|cham nhat)\b")


def _is_beside(each: Ranked, first: Ranked) -> bool:
    """Tell whether a unit is a row of the same table."""
    table = first.unit.section.partition(" (")[0]
    return (
        each.unit.kind is UnitKind.ROW
        and each.unit.plan_id == first.unit.plan_id
        and (each.unit.section.partition(" (")[0] == table)
    )


def _whole(each: Ranked) -> str:
    """Return a unit's words under the title next above it."""
    return f"{each.unit.heading.split(' > ')[-1]}. {each.unit.text.text}"


_LISTED = frozenset({"all", "count", "whether"})


def _tells(each: Ranked, asked: frozenset[str]) -> bool:
    """Tell whether a unit of the round asked about, and no list, states what is asked."""
    stated = any(value.attribute.value in asked for value in each.unit.values)
    return stated and each.unit.kind is not UnitKind.LIST and each.signals["round"] >= 0


def _sums(unit: EvidenceUnit) -> bool:
    """Tell whether a table's row is its sum."""
    return unit.kind is UnitKind.ROW and _SUM.search(unit.text.text) is not None


_SUM = later(r"(?:^|: )(?:tổng(?: cộng| số)?|cộng)(?: \(.{1,20}\))?(?= ·|$)", re.IGNORECASE)


def _in_front(ranked: list[Ranked], wanted: Callable[[Ranked], bool]) -> list[Ranked]:
    """Return the units with the first of the best few that is wanted in front of all."""
    found = next((at for at, each in enumerate(ranked[:NEAR_FIRST]) if wanted(each)), 0)
    return [ranked[found], *ranked[:found], *ranked[found + 1 :]]


def _typed(case: Case) -> Case:
    """Let the period of a report settle what is sure: its own duty is stated, another period's is only the nearest."""
    decision, query = case.decision, case.probe.query
    if _dates_the_paper(case):
        return replace(case, decision=replace(decision, outcome=Outcome.STATE, reason=f"Cited({case.best.section})"))
    if decision.units and decision.units[0].signals["round"] < 0:
        stated = decision.outcome is Outcome.STATE
        other = replace(decision, outcome=Outcome.NEAREST, reason="Other(round)") if stated else decision
        return replace(case, decision=other)
    if (open_day := _without_day(case)) is not None:
        return open_day
    asked = query.slots.asked & {"when", "to", "cycle", "channel"}
    if not asked or not decision.units or "whether" in query.slots.shape:
        return case
    if "clock" in query.slots.asked and "day" not in query.slots.asked and not case.best.states(Attribute.CLOCK):
        return unsure(case)  # a day is no hour
    if not query.period:
        return case if "purpose" in query.slots.asked else _proved(case, asked)  # a day tells no reason
    duties = case.desk.everyone[case.best.plan_id].facts.deadlines
    own = [duty for duty in duties_in(case.desk, case.best, case.probe) if query.period in periods(duty)]
    if own and decision.outcome is Outcome.NEAREST:
        return replace(case, decision=replace(decision, outcome=Outcome.STATE, reason=f"Typed({query.period})"))
    known = own or any(query.period in periods(duty) for duty in duties) or case.decision.units[0].signals["period"] > 0
    if not known and decision.outcome is Outcome.STATE:
        return replace(case, decision=replace(decision, outcome=Outcome.NEAREST, reason=f"Unknown({query.period})"))
    return case


def _without_day(case: Case) -> Case | None:
    """Say that no day is stated where one is asked for and what is said of the asked one is how often or on what
    occasion, while no unit as near to the matter states a day; None for any other question."""
    decision, query = case.decision, case.probe.query
    typed = query.period and any(query.period in periods(duty) for duty in duties_in(case.desk, case.best, case.probe))
    likely = typed or decision.outcome is Outcome.STATE or decision.sureness >= LIKELY
    asked = query.slots.asked & {"when", "day"}
    if not asked or "whether" in query.slots.shape or not likely or not own.has_time_but_no_day(case.own):
        return None
    least = 1 if query.period else 0
    same = [each for each in decision.units if each.signals["period"] >= least]
    if case.own == case.best and (not same or unstated_attribute(query, same) != "day"):
        return None
    return replace(case, decision=replace(decision, outcome=Outcome.NOT_STATED, reason="Missing(day)"))


def _theirs(case: Case) -> Case:
    """State no duty of others to a ward or school that is named: it is only the nearest."""
    units = case.probe.query.belongs
    if not case.sure or not units:
        return case
    duties = duties_in(case.desk, case.best, case.probe)
    if not duties or any(falls_on(duty, units) for duty in duties):
        return case
    return replace(case, decision=replace(case.decision, outcome=Outcome.NEAREST, reason="Others()"))


def _dates_the_paper(case: Case) -> bool:
    """Tell whether the best unit names the very paper of which the question asks the date, and dates it."""
    query, units = case.probe.query, case.decision.units
    if "dated" not in query.slots.asked or not query.numbers or not units or not case.best.states(Attribute.DATED):
        return False
    return all(papers.names(case.best, [number]) for number in query.numbers)


def _proved(case: Case, asked: frozenset[str]) -> Case:
    """State a unit that is likely the one where its words prove a duty with what is asked for."""
    decision = case.decision
    best, sure = decision.units[0], decision.sureness
    likely = sure >= ANSWER or (sure >= LIKELY and best.signals["cover_whole"] >= ON_MATTER)
    if decision.outcome is not Outcome.NEAREST or not likely or case.best is not best.unit:
        return case
    if decision.held < LIKELY_HELD:
        return case
    duties = duties_in(case.desk, case.best, case.probe)
    stated = {
        "when": any(is_dated(duty) for duty in duties),
        "to": any(duty.to or duty.via for duty in duties),
        "channel": any(duty.channel for duty in duties),
        "cycle": any(duty.recurrence for duty in duties),
    }
    if not duties or not all(stated[name] for name in asked):
        return case
    return replace(case, decision=replace(decision, outcome=Outcome.STATE, reason=f"Proved({case.best.section})"))


def look(desk: Desk, embed: Embed) -> Probe:
    """Return the question as the scorer sees it."""
    gist = _quietly(gist_of(desk.query))[:LONGEST_EMBEDDED] or desk.query.text
    return probe(desk.query, np.asarray(embed(gist), np.float32))


def _quietly(text: str) -> str:
    """Return a question without what only makes it louder: capitals throughout, signs said twice."""
    calm = _TWICE.sub(r"\1", text)
    return calm.lower() if calm.isupper() else calm


_TWICE = later(r"([?!.,])[?!.,]+")


def answer(case: Case) -> Draft:
    """Return the draft for a decided question; of several plans that answer as well, a part each."""
    if (several := namesakes.told(case)) is not None:
        return several
    competing = rivals(case)
    if case.decision.outcome is not Outcome.STATE or len(competing) < 2:
        return shape.shaped(case)
    each = [_only(case, plan_id) for plan_id in competing[:MOST_PLANS]]
    drafts = [*map(shape.shaped, each)]
    if len(_verdicts(case, drafts)) > 1:  # one reply doesn't say yes and no
        drafts = [*map(shape.plainly, each)]
    parts = tuple(
        replace(part, lead=f"**{case.desk.name(plan_id)}** – {part.lead}")
        for plan_id, draft in zip(competing, drafts, strict=False)
        for part in draft.parts
    )
    return Draft(Status.ANSWERED, parts, case.desk.others())


def each(case: Case, shelf: Shelf) -> Draft:
    """Answer for each of the plans that the question names, one after the other; quote one line where unsure."""
    parts: list[AnswerPart] = []
    near: list[tuple[float, AnswerPart]] = []
    statuses: list[Status] = []
    for stored in case.desk.plans:
        desk = replace(case.desk, plans=(stored,), answering=len(case.desk.plans))
        ranked = rank(shelf, case.probe, (stored.plan_id,))
        decided = replace(case, desk=desk, decision=decide(shelf, case.probe, _fitting(desk, case.probe, ranked)))
        own = withheld.checked(_typed(decided))
        draft = namesakes.told(own) or shape.shaped(own)
        statuses.append(draft.status)
        if draft.status is Status.NEAREST:
            near += [(own.decision.sureness, told) for told in draft.parts[1:2]]
            continue
        name = f"**{desk.name(stored.plan_id)}** – "
        if draft.status is Status.NOT_FOUND:
            parts.append(AnswerPart(None, desk.words.not_found.format(scope=desk.name(stored.plan_id))))
            continue
        parts += [replace(part, lead=f"{name}{part.lead}") if part.plan_id else part for part in draft.parts]
    if near:
        surest = sorted(near, key=lambda told: -told[0])[:MOST]
        quoted = [told for sure, told in near if (sure, told) in surest]
        parts += [AnswerPart(None, case.desk.words.nearest_lead), *_fitted(quoted)]
    return Draft(min(statuses, key=_PREFERRED.index), tuple(dict.fromkeys(parts)), case.desk.others())


def _fitted(near: list[AnswerPart]) -> list[AnswerPart]:
    """Return what is quoted as nearest, shortened to what one reply may have."""
    quotes = sum(len(told.quote) for told in near)
    beyond = quotes + sum(len(told.source) + len(told.note or "") + BESIDE for told in near) - MOST_CHARACTERS
    share = max((quotes - beyond) // max(len(near), 1), BESIDE)
    return near if beyond <= 0 else [replace(told, quote=shorten(told.quote, share)) for told in near]


_PREFERRED = (Status.ANSWERED, Status.NEAREST, Status.NOT_SPECIFIED, Status.NOT_FOUND)
"""What an answer for several plans is called: by the best that was had for one of them."""


def _verdicts(case: Case, drafts: Sequence[Draft]) -> set[str]:
    """Return the words of verdict with which drafts begin."""
    said = [word.strip("* .") for word in (case.desk.words.right, case.desk.words.wrong)]
    leads = [part.lead.lstrip("* ") for draft in drafts for part in draft.parts[:1]]
    return {word for word in said for lead in leads if lead.startswith(word)}


def rivals(case: Case) -> list[str]:
    """Return the plans whose best unit fits about as well as the best of all, where the question names none."""
    best: dict[str, float] = {}
    for each in case.decision.units:
        best.setdefault(_file_of(each), each.score)
    top = max(best.values(), default=0.0)
    reach = RIVAL_PERIOD if case.probe.query.period else RIVAL
    return [plan_id for plan_id, score in best.items() if score >= top - reach]


def _file_of(each: Ranked) -> str:
    """Return the plan whose file a unit stands in."""
    return parent_of(each.unit.plan_id) or each.unit.plan_id


def _only(case: Case, plan_id: str) -> Case:
    units: tuple[Ranked, ...] = tuple(each for each in case.decision.units if _file_of(each) == plan_id)
    decision = Decision(Outcome.STATE, case.decision.reason, case.decision.sureness, units)
    desk = replace(case.desk, plans=(case.desk.everyone[plan_id],), answering=MOST_PLANS)
    return replace(case, desk=desk, decision=decision)
