"""How an answer came about, as data: what was read, which units ranked first, what was decided (`ask --why`)."""

from __future__ import annotations

from typing import Any

from knowledge.answering import believed
from knowledge.answering.case import Case
from knowledge.answering.claimed import Claim
from knowledge.model import UnitKind
from knowledge.ranking import Ranked

MOST_UNITS = 10
_DIGITS = 4


def explain(case: Case) -> dict[str, Any]:
    """Return the object that `python -m knowledge ask "…" --why --json` prints (DESIGN.md, Contracts)."""
    return {
        "question": _question(case),
        "claim": _claim(case),
        "units": [_unit(each) for each in case.decision.units[:MOST_UNITS]],
        "decision": {
            "status": case.decision.outcome.value,
            "reason": case.decision.reason,
            "sureness": round(case.decision.sureness, _DIGITS),
            "held": round(case.decision.held, _DIGITS),
        },
    }


def _claim(case: Case) -> dict[str, Any] | None:
    """Return what is claimed and how it compares with the statement nearest to it; None where nothing is."""
    if not case.asks("whether") or not case.decision.units:
        return None
    claim = Claim(case.shelf, case.probe)
    seen, near = believed.signals(claim, case.decision)
    belief = believed.belief(claim, case.decision)
    return {
        "text": claim.text,
        "section": near.unit.section,
        "signals": {name: round(value, _DIGITS) for name, value in seen.items()},
        "holds": round(belief.holds, _DIGITS),
        "fails": round(belief.fails, _DIGITS),
    }


def _question(case: Case) -> dict[str, Any]:
    query, slots = case.probe.query, case.probe.query.slots
    given = [*query.numbers, *(f"{d}/{m}" + (f"/{y}" if y else "") for d, m, y in query.dates)]
    given += [f"tháng {month}" for month in query.months] + ([query.period] if query.period else [])
    given += [str(year) for year in query.years] + ([f"#{query.item}"] if query.item else [])
    claims = Claim(case.shelf, case.probe).keys() if "whether" in slots.shape else {}
    return {
        "asked": sorted(slots.asked | {f"field:{name}" for name in slots.fields}),
        "kinds": {kind.value: _share(case, kind) for kind in UnitKind},
        "given": given,
        "claims": [{"attribute": name.value, "values": sorted(keys)} for name, keys in claims.items()],
        "matter": [word for word in case.probe.words if word not in slots.words],
        "shape": sorted(slots.shape),
        "cues": [{"rule": cue.rule, "span": cue.span} for cue in slots.cues],
    }


def _share(case: Case, kind: UnitKind) -> float:
    """Return the share of the first units that are of a kind."""
    units = case.decision.units
    return round(sum(each.unit.kind is kind for each in units) / len(units), _DIGITS) if units else 0.0


def _unit(each: Ranked) -> dict[str, Any]:
    unit = each.unit
    return {
        "plan": unit.plan_id,
        "section": unit.section,
        "kind": unit.kind.value,
        "text": " ".join([unit.text.text, *(text.text for _, text in unit.items)]),
        "score": round(each.score, _DIGITS),
        "signals": {name: round(value, _DIGITS) for name, value in each.signals.items()},
    }
