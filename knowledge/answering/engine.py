"""Question -> units ranked -> decided once -> shaped. The one way by which a question about the plans is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from knowledge.answering import shape
from knowledge.answering.decide import Decision, Outcome, decide
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.duties import periods
from knowledge.model import AnswerPart, Status
from knowledge.ranking import Probe, Ranked, Shelf, probe, rank
from knowledge.ranking.probe import gist_of

Embed = Callable[[str], Sequence[float]]
"""Returns the vector of a question's gist."""

LONGEST_EMBEDDED = 300  # characters: a question's gist, and a bound on the time that embedding takes
RIVAL = 0.25
"""Score below the best from which another plan's best unit is worth a line of its own."""
MOST_PLANS = 4


def case_of(desk: Desk, shelf: Shelf, embed: Embed) -> shape.Case:
    """Return a question as ranked and decided."""
    seen = look(desk, embed)
    scope = [stored.plan_id for stored in desk.plans] if len(desk.plans) < len(desk.everyone) else []
    ranked = rank(shelf, seen, scope)
    return _typed(shape.Case(desk, shelf, seen, decide(shelf, seen, ranked)))


def _typed(case: shape.Case) -> shape.Case:
    """Let the period of a report settle what is sure: its own duty is stated, another period's is only the nearest."""
    decision, query = case.decision, case.probe.query
    timed = query.slots.asked & {"when", "to", "cycle", "channel"} and query.period
    if not timed or not decision.units or "whether" in query.slots.shape:
        return case
    duties = case.desk.everyone[case.best.plan_id].facts.deadlines
    own = [duty for duty in shape.duties_in(case.desk, case.best, case.probe) if query.period in periods(duty)]
    if own and decision.outcome is Outcome.NEAREST:
        return replace(case, decision=replace(decision, outcome=Outcome.STATE, reason=f"Typed({query.period})"))
    known = own or any(query.period in periods(duty) for duty in duties) or case.decision.units[0].signals["period"] > 0
    if not known and decision.outcome is Outcome.STATE:
        return replace(case, decision=replace(decision, outcome=Outcome.NEAREST, reason=f"Unknown({query.period})"))
    return case


def look(desk: Desk, embed: Embed) -> Probe:
    """Return the question as the scorer sees it."""
    gist = gist_of(desk.query)[:LONGEST_EMBEDDED] or desk.query.text
    return probe(desk.query, np.asarray(embed(gist), np.float32))


def answer(case: shape.Case) -> Draft:
    """Return the draft for a decided question; of several plans that answer as well, a part each."""
    competing = rivals(case)
    if case.decision.outcome is not Outcome.STATE or len(competing) < 2:
        return shape.shaped(case)
    drafts = [shape.shaped(_only(case, plan_id)) for plan_id in competing[:MOST_PLANS]]
    parts = tuple(
        replace(part, lead=f"**{case.desk.name(plan_id)}** – {part.lead}")
        for plan_id, draft in zip(competing, drafts, strict=False)
        for part in draft.parts
    )
    return Draft(Status.ANSWERED, parts, case.desk.others())


def each(case: shape.Case, shelf: Shelf) -> Draft:
    """Answer for each of the plans that the question names, one after the other."""
    parts: list[AnswerPart] = []
    statuses: list[Status] = []
    for stored in case.desk.plans:
        desk = replace(case.desk, plans=(stored,), answering=len(case.desk.plans))
        ranked = rank(shelf, case.probe, (stored.plan_id,))
        draft = shape.shaped(replace(case, desk=desk, decision=decide(shelf, case.probe, ranked)))
        statuses.append(draft.status)
        parts += [
            replace(p, lead=f"**{desk.name(stored.plan_id)}** – {p.lead}") if p.plan_id else p for p in draft.parts
        ]
    status = Status.ANSWERED if Status.ANSWERED in statuses else statuses[0]
    return Draft(status, tuple(dict.fromkeys(parts)), case.desk.others())


def rivals(case: shape.Case) -> list[str]:
    """Return the plans whose best unit fits about as well as the best of all, where the question names none."""
    best: dict[str, float] = {}
    for each in case.decision.units:
        best.setdefault(each.unit.plan_id, each.score)
    top = max(best.values(), default=0.0)
    return [plan_id for plan_id, score in best.items() if score >= top - RIVAL]


def _only(case: shape.Case, plan_id: str) -> shape.Case:
    units: tuple[Ranked, ...] = tuple(each for each in case.decision.units if each.unit.plan_id == plan_id)
    decision = Decision(Outcome.STATE, case.decision.reason, case.decision.sureness, units)
    desk = replace(case.desk, plans=(case.desk.everyone[plan_id],), answering=MOST_PLANS)
    return replace(case, desk=desk, decision=decision)
