"""The one judge: from ranked units to what may be said, with the reason as data.

    state       the best unit answers
    nearest     quote the best two; neither assert nor deny
    not stated  the matter is there, and no unit on it holds a value of the kind asked
    nothing     no unit is about the question

Sureness is a trained probability that the best unit gives the evidence (`ranking/data/judge.json`); the thresholds are
chosen on documents left out of the fit, for the shares of false answers and false denials that the training prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from knowledge.facts.evidence import listed
from knowledge.index.embedder import read_together
from knowledge.index.parts import pairs
from knowledge.model import Attribute, EvidenceUnit, Language, Query, is_within
from knowledge.patterns import later
from knowledge.ranking import Ranked, Shelf, scorer
from knowledge.ranking.probe import Probe, gist_of
from knowledge.ranking.shelf import ATTRIBUTES, meant
from knowledge.text import fold

ANSWER, NEAR = 0.7, 0.12
"""Sureness from which the best unit is stated, and from which it is worth showing as the nearest."""
HELD = 0.8
"""Guess that the plans hold an answer at all from which one is stated."""
ON_MATTER = 0.55
"""Share of the matter's weight that a unit must carry, with its headings, to be on it."""
AMOUNTS = frozenset({"money", "count", "share"})
"""Attributes that are asked of anything in the world: what no plan speaks of is not said to be there without one."""
ABOUT = 0.2
"""Share of the weight of a question's pairs of words that plans must use for its matter to be theirs."""
PROVABLE = frozenset({"contact", "mail", "phone", "link", "money", "consequence", "format", "clock", "template"})
"""Attributes recognised so surely that a plan without one near the matter does not state it."""
RARE = frozenset({"mail", "phone", "link", "contact"})
"""Attributes of which any value in a plan may be the one: it is quoted rather than denied."""
PLAIN = PROVABLE - {"contact"}
"""Attributes so plain to see that a smaller guess is enough to say that they are not stated."""
OPEN = frozenset({"consequence", "template"})
"""Attributes that are asked with "có … không", too, and of which a plan that lacks them shows no sign."""
TELLABLE = PROVABLE | {"day", "when", "share", "count", "place", "person", "who"}
"""Attributes of which a trained guess that they are not stated is believed, where no unit on the matter holds one."""
LACKING, LACKING_PLAIN = 0.55, 0.4
"""Guess from which a detail is taken not to be stated, and the same for one that is plain to see."""


class Outcome(StrEnum):
    """What may be said."""

    STATE = "state"
    NEAREST = "nearest"
    NOT_STATED = "not_stated"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Decision:
    """outcome; reason: data for the log and `--why`, such as "Missing(money)"; sureness: 0 to 1; units: best first;
    held: guess, 0 to 1, that the plans hold an answer at all."""

    outcome: Outcome
    reason: str
    sureness: float
    units: tuple[Ranked, ...]
    held: float = 0.0


def decide(shelf: Shelf, probe: Probe, ranked: Sequence[Ranked]) -> Decision:
    """Decide on the ranked units of one question."""
    if not ranked:
        return Decision(Outcome.NOTHING, "Empty()", 0.0, ())
    seen = features(shelf, probe, ranked)
    sure, absent, held = (scorer.guess(name, seen) for name in ("judge", "lacking", "held"))
    units, matter = tuple(ranked[:10]), ranked[0].signals["cover_whole"] >= ON_MATTER
    gap = unstated_attribute(probe.query, ranked)
    if gap == "template" and any(unit.states(Attribute.TEMPLATE) for unit in shelf.units_of(ranked[0].unit.plan_id)):
        gap = None  # the plan has forms, perhaps the one that is asked for
    beyond = gap in AMOUNTS and seen["pairs_anywhere"] < ABOUT > seen["pairs_plan"]
    enough = 0.0 if gap in OPEN else LACKING_PLAIN if gap in PLAIN else LACKING
    if gap and absent >= enough and (sure >= NEAR or matter or gap in OPEN):
        if beyond:
            return Decision(Outcome.NOTHING, f"Beyond({gap})", 0.0, units, held)
        return Decision(Outcome.NOT_STATED, f"Missing({gap})", sure, units, held)
    if sure >= ANSWER and held >= HELD:
        return Decision(Outcome.STATE, f"Stated({units[0].unit.section})", sure, units, held)
    missing = missing_attribute(probe.query, ranked)
    if missing and absent >= LACKING_PLAIN and matter and not beyond:
        return Decision(Outcome.NOT_STATED, f"Missing({missing})", sure, units, held)
    if sure >= NEAR:
        reason = f"Held({held:.2f})" if sure >= ANSWER else f"Unsure({sure:.2f})"
        return Decision(Outcome.NEAREST, reason, sure, units, held)
    return Decision(Outcome.NOTHING, f"Beyond({sure:.2f})", sure, units, held)


def missing_attribute(query: Query, ranked: Sequence[Ranked]) -> str | None:
    """Return the attribute asked for that no unit on the matter states, where that can be told; else None."""
    if "whether" in query.slots.shape:
        return None
    for name in sorted(query.slots.asked & PROVABLE):
        if _is_named(name, ranked[0]):
            continue
        reach = 0.0 if name in RARE else ON_MATTER
        least = reach * ranked[0].signals["cover_whole"]
        near = [each for each in ranked if _is_part(each, ranked[0]) or each.signals["cover_whole"] >= least]
        if not any(each.unit.states(kind) for each in near for kind in kinds_of(name)):
            return name
    return None


def unstated_attribute(query: Query, ranked: Sequence[Ranked]) -> str | None:
    """Return the attribute asked for of which neither the best unit nor one as near to the matter holds a value."""
    whether = "whether" in query.slots.shape
    if whether and not _OPENLY.search(fold(query.restored)):
        return None  # what a claim mentions isn't asked for
    tellable = query.slots.asked & (OPEN if whether else TELLABLE)
    best = ranked[0]
    matter = best.signals["cover_whole"]
    stated = {_kind_of(name) for name in query.slots.asked if any(v.attribute.value == name for v in best.unit.values)}
    for name in (name for name in GAPS if name in tellable):
        if stated - {_kind_of(name)} or (name in RARE and stated):
            continue  # the unit answers what else was asked
        reach = 0.0 if name in RARE else ON_MATTER if name in PROVABLE else 0.9
        near = [r for r in ranked[:10] if _is_part(r, best) or r.signals["cover_whole"] >= reach * matter]
        if _is_named(name, best):
            continue
        kinds = kinds_of(name)
        cited = query.numbers or "dated" in query.slots.asked  # the day of another paper
        kinds |= {Attribute.DATED} if cited and name in ("day", "when") else set()
        if not any(each.unit.states(kind) for each in near for kind in kinds):
            return name
    return None


def _is_part(each: Ranked, best: Ranked) -> bool:
    """Tell whether a unit stands in the best one's section or below it, as a table's rows do."""
    return is_within(each.unit.section, best.unit.section)


def _is_named(name: str, best: Ranked) -> bool:
    """Tell whether the best unit itself speaks of forms that are asked for: it is never denied that there are any."""
    return name == "template" and _FORMS.search(fold(best.unit.text.text)) is not None


_OPENLY = later(r"\bco (?:\w+ ){0,2}(?:sao|mau|bieu|phu luc)\b")
_FORMS = later(r"\b(?:bieu|mau|phu luc)\b")
_AS_GOOD = {
    "when": (Attribute.CYCLE,),
    "count": (Attribute.SHARE, Attribute.MONEY, Attribute.LENGTH),
    "contact": (Attribute.MAIL, Attribute.LINK, Attribute.PHONE, Attribute.CHANNEL, Attribute.TO),
}
"""What may be meant by an attribute that is asked for in general ("bao nhiêu", "liên hệ ở đâu")."""
_KINDS = (
    {"day", "when", "clock", "length", "cycle", "dated"},
    {"mail", "phone", "link", "contact", "channel"},
    {"count", "share"},
    {"who", "person", "names", "to"},
)
"""Attributes of one kind: of two that are asked, one is not told for the other."""


def kinds_of(name: str) -> set[Attribute]:
    """Return the attributes of which a value answers what is asked for."""
    return {Attribute(name), *_AS_GOOD.get(name, ())}


def _kind_of(name: str) -> str:
    return next((min(kind) for kind in _KINDS if name in kind), name)


GAPS = (
    "mail", "phone", "link", "template", "clock", "day", "when", "money", "share", "count", "consequence", "format",
    "place", "person", "names", "contact", "who",
)  # fmt: skip
"""Which gap is told of several: the most particular first."""


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
        **_pairs_held(shelf, probe, best),
        **reading_of(query, best.unit),
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
        "count": float("count" in slots.shape),
        "nth": float("nth" in slots.shape),
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


def read_with(query: Query, unit: EvidenceUnit) -> tuple[str, str, str]:
    """Return what is read together of a question and a unit: what is asked, the unit's headings and its words."""
    asked = gist_of(query) if query.follow_up else query.restored
    return asked, unit.heading, f"{unit.text.text} {listed(unit)}"


def reading_of(query: Query, unit: EvidenceUnit) -> dict[str, float]:
    """Return what the model makes of a question and a unit read together, by name."""
    reading = read_together(*read_with(query, unit))
    return {f"read_{name}": value for name, value in asdict(reading).items()}


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
    "round",
    "length",
    "clause",
    "value_fit",
    "noun",
    "title",
    "title_said",
    "cover_last",
    "match_led",
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
    "dated",
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
    held = set(meant(f"{best.unit.heading} {best.unit.text.text} {' '.join(t.text for _, t in best.unit.items)}"))
    return max((probe.worth[w] * shelf.whole.idf(w) for w in probe.words if w not in held), default=0.0)


def _unknown_words(shelf: Shelf, probe: Probe) -> float:
    """Return the weight of the question's words that no unit holds."""
    return sum(probe.worth[word] for word in set(probe.words) if not shelf.whole.holds(word))


def _absent(shelf: Shelf, probe: Probe, best: Ranked) -> float:
    """Return the weight of the most telling word of the question that the best unit's plan never uses."""
    plan = best.unit.plan_id
    return max((probe.worth[w] for w in probe.words if len(w) > 1 and not shelf.uses(plan, w)), default=0.0)


def _pairs_held(shelf: Shelf, probe: Probe, best: Ranked) -> dict[str, float]:
    """Return how much of the weight of the question's pairs of neighbouring words the best unit, its plan and all plans
    hold, and what its plan lacks.

    Syllables of a word ("phụ cấp") that a plan never puts together may each be common there.
    """
    unit = best.unit
    texts = (unit.heading, unit.text.text, *(text.text for _, text in unit.items))
    own = {pair for text in texts for pair in pairs(meant(text))}
    asked = {pair: worth for pair, worth in probe.worth.items() if "_" in pair}
    plan = {pair for pair in asked if shelf.uses_pair(unit.plan_id, pair)}
    whole = sum(asked.values()) or 1.0
    return {
        "pairs_best": sum(w for pair, w in asked.items() if pair in own) / whole,
        "pairs_plan": sum(w for pair, w in asked.items() if pair in plan) / whole,
        "pairs_anywhere": sum(w for pair, w in asked.items() if shelf.own.holds(pair) or shelf.path.holds(pair))
        / whole,
        "pair_absent": max((w for pair, w in asked.items() if pair not in plan), default=0.0),
        "pairs_absent": sum(w > _TELLING for pair, w in asked.items() if pair not in plan),
    }


_TELLING = 0.4  # worth of a pair that says what a question is about


def _missing_share(shelf: Shelf, probe: Probe, best: Ranked) -> float:
    """Return the share of asked attributes that the best unit does not state, 0 when nothing is asked."""
    asked = float(probe.asked.sum())
    return 1 - float(shelf.has[best.unit_row] @ probe.asked) / asked if asked else 0.0
