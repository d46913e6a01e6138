"""Question -> units, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.model import EvidenceUnit
from knowledge.ranking import scorer
from knowledge.ranking.alike import Scope
from knowledge.ranking.probe import Probe
from knowledge.ranking.shelf import Shelf
from knowledge.ranking.signals import constrained, signals, words_of

CANDIDATES = 100
"""Units that are scored in full; the best by a plain sum of a few signals."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with its row in the shelf, its score (comparable within one question only) and its signals by name."""

    unit: EvidenceUnit
    unit_row: int
    score: float
    signals: dict[str, float]


def rank(shelf: Shelf, probe: Probe, plan_ids: Sequence[str] = (), trees: scorer.Trees | None = None) -> list[Ranked]:
    """Return the units in scope, best first, at most CANDIDATES. trees: the shipped ranker when not given."""
    scope = shelf.scope(plan_ids)
    if not len(scope):
        return []
    kept, matrix, names = measured(shelf, probe, scope)
    trees = trees or scorer.load("ranker")
    scores = trees.predict(matrix[:, [names.index(name) for name in trees.names]])
    scores = constrained(scores, matrix[:, names.index("round")])
    return [
        Ranked(
            shelf.units[kept[at]], int(kept[at]), float(scores[at]), dict(zip(names, matrix[at].tolist(), strict=True))
        )
        for at in np.argsort(-scores, kind="stable")
    ]


def measured(shelf: Shelf, probe: Probe, scope: Scope) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """Return the rows worth scoring in full, all their signals, and the signals' names."""
    words = words_of(shelf, probe, scope.measured)
    kept, keep = scope.best(words.plain(), CANDIDATES)
    matrix, names = signals(shelf, probe, scope, words, kept, keep)
    return kept, matrix, names
