"""The one judge: from ranked units to what may be said, with the reason as data.

    state       the best unit answers
    nearest     quote the best two; neither assert nor deny
    not stated  the matter is there, and no unit on it holds a value of the kind asked
    nothing     no unit is about the question

Sureness is a trained probability that the best unit gives the evidence (`ranking/data/judge.json`); the thresholds are
chosen on documents left out of the fit, for the shares of false answers and false denials that the training prints.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.model import Attribute, Language, Query
from knowledge.ranking import Ranked, Shelf, scorer
from knowledge.ranking.probe import Probe
from knowledge.ranking.shelf import ATTRIBUTES

ANSWER, NEAR = 0.65, 0.12
"""Sureness from which the best unit is stated, and from which it is worth showing as the nearest."""
ON_MATTER = 0.55
"""Share of the matter's weight that a unit must carry, with its headings, to be on it."""
PROVABLE = frozenset({"contact", "mail", "phone", "link", "money", "consequence", "format", "clock", "template"})
"""Attributes recognised so surely that a plan without one near the matter does not state it."""


class Outcome(StrEnum):
    """What may be said."""

    STATE = "state"
    NEAREST = "nearest"
    NOT_STATED = "not_stated"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Decision:
    """outcome; reason: data for the log and `--why`, such as "Missing(money)"; sureness: 0 to 1; units: best first."""

    outcome: Outcome
    reason: str
    sureness: float
    units: tuple[Ranked, ...]


def decide(shelf: Shelf, probe: Probe, ranked: Sequence[Ranked]) -> Decision:
    """Decide on the ranked units of one question."""
    if not ranked:
        return Decision(Outcome.NOTHING, "Empty()", 0.0, ())
    sure = sureness(shelf, probe, ranked)
    missing = missing_attribute(probe.query, ranked)
    units = tuple(ranked[:10])
    if sure >= ANSWER:
        return Decision(Outcome.STATE, f"Stated({units[0].unit.section})", sure, units)
    if missing and sure >= NEAR and ranked[0].signals["cover_whole"] >= ON_MATTER:
        return Decision(Outcome.NOT_STATED, f"Missing({missing})", sure, units)
    if sure >= NEAR:
        return Decision(Outcome.NEAREST, f"Unsure({sure:.2f})", sure, units)
    return Decision(Outcome.NOTHING, f"Beyond({sure:.2f})", sure, units)


def missing_attribute(query: Query, ranked: Sequence[Ranked]) -> str | None:
    """Return the attribute asked for that no unit on the matter states, where that can be told; else None."""
    for name in sorted(query.slots.asked & PROVABLE):
        attribute = Attribute(name)
        near = [each for each in ranked if each.signals["cover_whole"] >= ON_MATTER * ranked[0].signals["cover_whole"]]
        if not any(each.unit.states(attribute) for each in near):
            return name
    return None


def sureness(shelf: Shelf, probe: Probe, ranked: Sequence[Ranked]) -> float:
    """Return the trained probability, 0 to 1, that the best unit gives the evidence."""
    trees = scorer.load("judge")
    found = features(shelf, probe, ranked)
    import numpy as np

    row = np.array([[found[name] for name in trees.names]])
    return 1 / (1 + math.exp(-float(trees.predict(row)[0])))


def features(shelf: Shelf, probe: Probe, ranked: Sequence[Ranked]) -> dict[str, float]:
    """Return what the judge looks at, by name: of the best units, of the question, and of how they fit."""
    best = ranked[0]
    second = ranked[1] if len(ranked) > 1 else best
    elsewhere = next((r for r in ranked if r.unit.section != best.unit.section), second)
    query, slots = probe.query, probe.query.slots
    found = {f"best_{name}": best.signals[name] for name in _OF_BEST}
    found |= {f"top5_{name}": max(r.signals[name] for r in ranked[:5]) for name in _OF_FIRST}
    found |= {
        "score": best.score,
        "gap": best.score - second.score,
        "gap_section": best.score - elsewhere.score,
        "cosine": float(shelf.vectors[best.unit_row] @ probe.vector) if best.unit_row >= 0 else 0.0,
        "cosine_headed": float(shelf.headed_vectors[best.unit_row] @ probe.vector) if best.unit_row >= 0 else 0.0,
        "unmatched": _unmatched(shelf, probe, best),
        "unmatched_anywhere": _unknown_words(shelf, probe),
        "unmatched_in_plan": _absent(shelf, probe, best),
        "missing_share": _missing_share(shelf, probe, best),
        "words": float(len(probe.words)),
        "asked": float(len(slots.asked)),
        "fields": float(bool(slots.fields)),
        "english": float(query.language is Language.EN),
        "accented": float(slots.accented),
        "unknown": float(len(query.unknown)),
        "scoped": float(bool(query.units)),
        "follow_up": float(query.follow_up),
        "years": float(bool(query.years)),
        "numbers": float(len(query.numbers)),
        "whether": float("whether" in slots.shape),
        "all": float("all" in slots.shape),
    }
    near = [r for r in ranked[:6] if r.signals["cover_whole"] >= 0.75 * best.signals["cover_whole"]]
    found["other_paper"] = float("other_paper" in slots.asked)
    for name in _ASKED:
        asked = name in slots.asked
        held = bool(shelf.has[best.unit_row, ATTRIBUTES.index(name)]) if best.unit_row >= 0 else False
        found[f"asks_{name}"] = 0.0 if not asked else 1.0 if held else -1.0
        around = any(shelf.has[r.unit_row, ATTRIBUTES.index(name)] for r in near)
        found[f"near_{name}"] = 0.0 if not asked else 1.0 if around else -1.0
    return found


_OF_BEST = (
    "own",
    "path",
    "block",
    "exact",
    "cover_own",
    "cover_whole",
    "cover_block",
    "asked_share",
    "field_met",
    "period",
    "dates",
    "length",
    "clause",
    "value_fit",
    "noun",
    "cosine_rank",
    "own_rank",
    "block_rank",
    "kind_field",
    "kind_list",
    "kind_note",
)
_OF_FIRST = ("cover_whole", "cover_own", "asked_share", "cover_block", "clause", "value_fit")
_ASKED = (
    "when",
    "day",
    "mail",
    "phone",
    "link",
    "template",
    "names",
    "who",
    "to",
    "count",
    "share",
    "money",
    "contact",
    "award",
    "consequence",
    "format",
    "channel",
    "clock",
    "length",
    "place",
    "person",
    "paper",
    "cycle",
    "purpose",
)


def _unmatched(shelf: Shelf, probe: Probe, best: Ranked) -> float:
    """Return the weight of the most telling word of the question that the best unit and its headings lack."""
    from knowledge.ranking.shelf import meant

    held = set(meant(f"{best.unit.heading} {best.unit.text.text} {' '.join(t.text for _, t in best.unit.items)}"))
    return max((probe.worth[w] * shelf.whole.idf(w) for w in probe.words if w not in held), default=0.0)


def _unknown_words(shelf: Shelf, probe: Probe) -> float:
    """Return the weight of the question's words that no unit holds."""
    return sum(probe.worth[word] for word in set(probe.words) if not shelf.whole.holds(word))


def _absent(shelf: Shelf, probe: Probe, best: Ranked) -> float:
    """Return the weight of the most telling word of the question that the best unit's plan never uses."""
    held = shelf.words_of(best.unit.plan_id)
    return max((probe.worth[w] for w in probe.words if w not in held and len(w) > 1), default=0.0)


def _missing_share(shelf: Shelf, probe: Probe, best: Ranked) -> float:
    """Return the share of asked attributes that the best unit does not state, 0 when nothing is asked."""
    asked = float(probe.asked.sum())
    return 1 - float(shelf.has[best.unit_row] @ probe.asked) / asked if asked else 0.0
