"""What is measured of a question and a unit: one column a signal, one row a unit.

Scores of one kind are divided by the best of the scope, so that questions compare; cosines are told as the distance to
the nearest unit's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import numpy as np

from knowledge.model import Attribute, EvidenceUnit, Language, Query, UnitKind, Value
from knowledge.patterns import later
from knowledge.ranking import numbered
from knowledge.ranking.alike import Scope
from knowledge.ranking.probe import Probe
from knowledge.ranking.shelf import ATTRIBUTES, KINDS, Shelf
from knowledge.text import folded_words
from knowledge.understanding import rounds

_MATCHED = ("when", "dated", "who", "to", "count", "share", "money", "award", "contact")
_SHAPES = ("all", "count", "nth", "whether", "where_stated")
_LAST_RANK = 50
_PLAIN = ("own", "own_terms", "block", "path", "exact", "cosine", "cosine_headed", "field_met", "cover_whole")
_COSINE_SPREAD = 8.0  # cosines of this model lie within a tenth; the other signals reach from 0 to 1
_NEAR, _BELOW = 8, 0.3  # places from the first within which a round counts as found; how far others sink below it
REACH = 25.0
"""Characters within which a word tells a value from its neighbours."""
_YEAR = later(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")
_SPAN_OF_YEARS = later(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
_BLANK = later(r"…|\.{4}|_{3}")
"""Where a form is to be filled in: it states nothing there."""
PERIODS = {
    "6 tháng": later(r"6 tháng|sáu tháng|giữa năm|sơ kết|nửa năm"),
    "năm": later(r"(?<!\d )(?:hằng|hàng|cuối|báo cáo|định kỳ|[,;]|và)\s*năm|tổng kết|0?1 năm"),
    "quý": later(r"quý"),
    "tháng": later(r"(?:hằng|hàng|định kỳ|báo cáo|mỗi) tháng"),
    "tuần": later(r"tuần"),
}

Column = tuple[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Words:
    """How the words of a question fit every unit in scope, each (rows,): BM25 scores, shares covered, cosines; met:
    whether it is a field of the head that is asked for."""

    scored: dict[str, np.ndarray]
    covered: dict[str, np.ndarray]
    cosines: dict[str, np.ndarray]
    met: np.ndarray

    def plain(self) -> np.ndarray:
        """Return a plain sum of a few signals, by which candidates are chosen."""
        total = np.zeros(len(self.met), np.float32)
        for name in _PLAIN:
            if name in self.cosines:
                cosine = self.cosines[name]
                total += (cosine - cosine.max(initial=-1.0)) * _COSINE_SPREAD
            elif name in self.scored:
                total += _relative(self.scored[name])
            else:
                total += self.covered.get(name, self.met)
        return total


def words_of(shelf: Shelf, probe: Probe, rows: np.ndarray) -> Words:
    """Measure what is looked at of every unit in scope. rows: those that are measured."""
    singles = {word: worth for word, worth in probe.worth.items() if "_" not in word}
    scored = {
        "own": shelf.own.scores(probe.worth, rows),
        "own_terms": shelf.own.scores(probe.terms, rows),
        "path": shelf.path.scores(probe.worth, rows),
        "path_terms": shelf.path.scores(probe.terms, rows),
        "block": shelf.block.scores(probe.worth, rows),
        "block_terms": shelf.block.scores(probe.terms, rows),
        "own_every": shelf.own.scores(probe.every, rows),
        "block_every": shelf.block.scores(probe.every, rows),
        "exact": shelf.exact.scores(probe.exact, rows),
    }
    covered = {
        "cover_own": shelf.own.coverage(probe.worth, rows),
        "cover_whole": shelf.whole.coverage(singles, rows),
        "cover_block": shelf.block.coverage(probe.worth, rows),
        "cover_last": shelf.whole.coverage({word: singles[word] for word in singles if word in probe.last}, rows),
    }
    own, headed = shelf.vectors.scores_beside(shelf.headed_vectors, probe.vector, rows)
    cosines = {"cosine": own, "cosine_headed": headed}
    return Words(scored, covered, cosines, _field_met(shelf, probe, rows))


def signals(
    shelf: Shelf, probe: Probe, scope: Scope, words: Words, kept: np.ndarray, keep: np.ndarray
) -> tuple[np.ndarray, tuple[str, ...]]:
    """Return float32 of shape (len(kept), signals) and the signals' names.

    scope: the units whom those in the rows `kept` are compared with; words: as these were measured, which was done of
    `kept` at the places `keep`.
    """
    columns = [
        *_words(words, scope, kept, keep),
        *_values(shelf, probe, kept),
        *_form(shelf, probe, kept, words.met[keep]),
        *_constraints(shelf, probe, kept),
        *_of_plan(shelf, probe, kept),
        *_closely(shelf, probe, kept),
    ]
    matrix = np.stack([column for _, column in columns], 1).astype(np.float32)
    return matrix, tuple(name for name, _ in columns)


def _words(words: Words, scope: Scope, kept: np.ndarray, keep: np.ndarray) -> Iterator[Column]:
    for name, scores in words.scored.items():
        yield name, _relative(scores)[keep]
    for name, scores in words.covered.items():
        yield name, scores[keep]
        yield f"{name}_rel", _relative(scores)[keep]
    for name, scores in words.cosines.items():
        yield name, (scores - scores.max(initial=-1.0))[keep]
    for name in ("own", "block", "path"):
        yield f"{name}_rank", _rank(words.scored[name], scope, kept)
    for name, scores in words.cosines.items():
        yield f"{name}_rank", _rank(scores, scope, kept)


def _field_met(shelf: Shelf, probe: Probe, rows: np.ndarray) -> np.ndarray:
    asked = [shelf.fields[name] for name in probe.query.slots.fields or [""] if name in shelf.fields]
    fields = shelf.kind[rows] == KINDS.index(UnitKind.FIELD.value)
    met: np.ndarray = fields & np.isin(shelf.field[rows], asked)
    return met.astype(np.float32)


def _values(shelf: Shelf, probe: Probe, rows: np.ndarray) -> Iterator[Column]:
    has, asked = shelf.has[rows], probe.asked
    met = has @ asked
    yield "asked_met", met
    yield "asked_share", met / max(float(asked.sum()), 1.0)
    yield "asked_count", np.full(len(rows), asked.sum())
    for name in _MATCHED:
        at = ATTRIBUTES.index(name)
        yield f"match_{name}", asked[at] * (3 * has[:, at] - 1)

    who = float("who" in probe.query.slots.asked)
    yield "match_led", who * (3 * shelf.led[rows] - 1)
    yield "led", shelf.led[rows]


def _form(shelf: Shelf, probe: Probe, rows: np.ndarray, met: np.ndarray) -> Iterator[Column]:
    slots = probe.query.slots
    for shape in _SHAPES:
        yield f"shape_{shape}", np.full(len(rows), float(shape in slots.shape))
    for at, kind in enumerate(KINDS):
        yield f"kind_{kind}", (shelf.kind[rows] == at).astype(np.float32)
    yield "field_met", met
    yield "field_asked", np.full(len(rows), float(bool(slots.fields)))
    yield "length", np.log(shelf.length[rows] + 1)
    units = [shelf.units[row] for row in rows]
    yield "items", np.array([np.log(len(unit.items) + 1) for unit in units], np.float32)
    yield "depth", np.array([unit.section.count(".") for unit in units], np.float32)
    yield "blank", np.array([_BLANK.search(unit.text.text) is not None for unit in units], np.float32)
    yield "english", np.full(len(rows), float(probe.query.language is Language.EN))
    yield "words", np.full(len(rows), float(len(probe.words)))


def _constraints(shelf: Shelf, probe: Probe, rows: np.ndarray) -> Iterator[Column]:
    units = [shelf.units[row] for row in rows]
    yield "period", np.array([period_fit(unit, probe.query) for unit in units])
    yield "dates", np.array([date_fit(unit, probe.query) for unit in units])
    wanted, query_years = rounds.asked(probe.query), frozenset(map(str, probe.query.years))
    yield "round", np.array([round_fit(unit, wanted) for unit in units])
    pairs = numbered.pairs_in(probe.query.restored)
    yield "numbers", np.array([numbered.fit(unit.text.text, pairs) for unit in units])
    yield "spelled", np.array([numbered.spells_out(unit.text.text, len(unit.items), pairs) for unit in units])
    yield "year", np.array([year_fit(unit, query_years) for unit in units])


def _of_plan(shelf: Shelf, probe: Probe, rows: np.ndarray) -> Iterator[Column]:
    """How much of the question names the unit's plan, and how far that is from the plan that it names best."""
    plans = [shelf.units[row].plan_id for row in rows]
    weights = {word: weight for word, weight in probe.weights(shelf).items() if not word.isdigit()}
    whole = sum(weights.values()) or 1.0
    headers = {plan: shelf.header_of(plan) for plan in set(plans)}
    named = {plan: sum(w for word, w in weights.items() if word in said) / whole for plan, said in headers.items()}
    shares = np.array([named[plan] for plan in plans], np.float32)
    yield "plan_named", shares
    yield "plan_named_rel", shares - shares.max(initial=0.0)


def _closely(shelf: Shelf, probe: Probe, rows: np.ndarray) -> Iterator[Column]:
    """How much of the question one clause of a unit carries, and how near to its words the value asked for lies."""
    looks = [_look(shelf, probe, int(row)) for row in rows]
    for at, name in enumerate(("clause", "value_fit", "noun")):
        yield name, np.array([look[at] for look in looks], np.float32)
    shared = cache(lambda words: _shared(shelf, probe, words))  # units have titles and labels in common
    named = [shared(shelf.titles[row]) for row in rows.tolist()]
    yield "title", np.array([share for share, _ in named], np.float32)
    things = frozenset(probe.things)
    yield "noun_title", np.array([bool(things) and things <= shelf.titles[row] for row in rows.tolist()], np.float32)
    yield "title_said", np.array([said for _, said in named], np.float32)
    labelled = [
        max((shared(words) for words in shelf.labels(row)), key=itemgetter(1), default=(0.0, 0.0))
        for row in rows.tolist()
    ]
    yield "label", np.array([share for share, _ in labelled], np.float32)
    yield "label_said", np.array([said for _, said in labelled], np.float32)


def _look(shelf: Shelf, probe: Probe, row: int) -> tuple[float, float, float]:
    words, clauses = shelf.closely(row)
    weights = probe.weights(shelf)
    whole = sum(weights.values()) or 1.0
    said = [each for each in words if each[2] in weights]
    best = 0.0
    for first, last in clauses:
        best = max(best, sum({w: weights[w] for s, _, w in said if first <= s < last}.values()))
    held = [(start, end, weights[word]) for start, end, word in said]
    fit = max((_fit(value, held) for value in _asked_values(shelf.units[row], probe)), default=0.0)
    return best / whole, fit / whole, _noun(shelf.units[row], probe)


def _shared(shelf: Shelf, probe: Probe, words: frozenset[str]) -> tuple[float, float]:
    """Return how much of the question a title or label carries, and how much of it the question says."""
    weights = probe.weights(shelf)
    held = sum(weight for word, weight in weights.items() if word in words)
    own = sum(shelf.whole.idf(word) for word in words)
    said = sum(shelf.whole.idf(word) for word in words if word in weights)
    return held / (sum(weights.values()) or 1.0), said / own if own else 0.0


def _asked_values(unit: EvidenceUnit, probe: Probe) -> list[Value]:
    asked = probe.query.slots.asked
    return [value for value in unit.values if value.attribute.value in asked]


def _fit(value: Value, held: Sequence[tuple[int, int, float]]) -> float:
    return sum(weight * nearness(value, start, end) for start, end, weight in held)


def nearness(value: Value, start: int, end: int) -> float:
    """Return how near a word lies to a value, 0 to 1; what stands before it tells it apart more than what follows."""
    if value.start <= start < value.end:
        return 1.0
    before = end <= value.start
    distance = value.start - end if before else start - value.end
    return (1.0 if before else 0.7) / (1.0 + max(distance, 0) / REACH)


def _noun(unit: EvidenceUnit, probe: Probe) -> float:
    """Return 1 where the unit counts the very thing whose number is asked for, -1 where it counts others, else 0."""
    if not probe.counted or "count" not in probe.query.slots.asked:
        return 0.0
    counts = unit.of(Attribute.COUNT)
    if not counts:
        return -1.0
    return 1.0 if any(probe.counted in folded_words(value.text) for value in counts) else -0.5


def period_fit(unit: EvidenceUnit, query: Query) -> float:
    """Return 1 for a unit that names the report's period asked about, -1 for one that names another, else 0."""
    wanted = PERIODS.get(query.period or "")
    if wanted is None:
        return 0.0
    text = unit.text.text.lower()
    if wanted.search(text):
        return 1.0
    return -1.0 if any(period.search(text) for period in PERIODS.values() if period is not wanted) else 0.0


def round_fit(unit: EvidenceUnit, wanted: frozenset[rounds.Round]) -> float:
    """Return 1 for a unit that names the round asked about, itself or in its headings, -1 for another, else 0."""
    if not wanted:
        return 0.0
    nouns = {noun for noun, _ in wanted}
    for text in (unit.text.text, unit.heading):
        named = rounds.as_asked(rounds.named(text), wanted)
        if any(noun in nouns for noun, _ in named):
            return 1.0 if named & wanted else -1.0
    return 0.0


def year_fit(unit: EvidenceUnit, wanted: frozenset[str]) -> float:
    """Return 1 for a unit that names a year asked about, -1 for one that names other years only, else 0."""
    text = unit.text.text
    if not wanted or _SPAN_OF_YEARS.search(text):
        return 0.0
    named = frozenset(_YEAR.findall(text))
    return 0.0 if not named else 1.0 if named & wanted else -1.0


def date_fit(unit: EvidenceUnit, query: Query) -> float:
    """Return 1 for a unit that states a date or month that the question names, -1 for one that states others."""
    wanted = {f"{day}/{month}" for day, month, _ in query.dates} | {str(month) for month in query.months}
    values = unit.of(Attribute.WHEN)
    if not wanted or not values:
        return 0.0
    for value in values:
        parts = [part for part in value.key.split("/") if len(part) < 4]
        if "/".join(parts) in wanted or (len(parts) == 2 and parts[1] in wanted):
            return 1.0
    return -1.0


def constrained(scores: np.ndarray, fits: np.ndarray) -> np.ndarray:
    """Return scores with the units of another round below the best of the round asked for, where one is near.

    fits: as `round_fit` tells, a number a unit.
    """
    meant, other = fits > 0, fits < 0
    if not meant.any() or not other.any():
        return scores
    own, lead = float(scores[meant].max()), float(scores[other].max())
    if own < np.sort(scores)[-min(_NEAR, len(scores))] or lead < own:
        return scores
    lowered: np.ndarray = scores - other * (lead - own + _BELOW)
    return lowered


def _relative(scores: np.ndarray) -> np.ndarray:
    best = float(scores.max(initial=0.0))
    return scores / best if best > 0 else scores


def _rank(scores: np.ndarray, scope: Scope, kept: np.ndarray) -> np.ndarray:
    """Return the places of the rows `kept` in the order of the scores, from 0, at most `_LAST_RANK`."""
    first, _ = scope.best(scores, _LAST_RANK)
    places = {row: place for place, row in enumerate(first.tolist())}
    return np.array([places.get(row, _LAST_RANK) for row in kept.tolist()], np.float32)
