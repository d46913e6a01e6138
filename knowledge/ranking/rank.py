"""Question -> units, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.model import EvidenceUnit
from knowledge.ranking import scorer
from knowledge.ranking.probe import Probe
from knowledge.ranking.shelf import Shelf
from knowledge.ranking.signals import fine_signals, signals

CANDIDATES = 100
"""Units that are scored in full; the best by a plain sum of a few signals."""
_PLAIN = ("own", "own_terms", "block", "path", "exact", "cosine", "cosine_headed", "field_met", "cover_whole")
_COSINE_SPREAD = 8.0  # cosines of this model lie within a tenth; the other signals reach from 0 to 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with its row in the shelf, its score (comparable within one question only) and its signals by name."""

    unit: EvidenceUnit
    unit_row: int
    score: float
    signals: dict[str, float]


def rank(shelf: Shelf, probe: Probe, plan_ids: Sequence[str] = (), trees: scorer.Trees | None = None) -> list[Ranked]:
    """Return the units in scope, best first, at most CANDIDATES. trees: the shipped ranker when not given."""
    rows = shelf.rows(plan_ids)
    if not len(rows):
        return []
    kept, matrix, names = measured(shelf, probe, rows)
    trees = trees or scorer.load("ranker")
    scores = trees.predict(matrix[:, [names.index(name) for name in trees.names]])
    return [
        Ranked(
            shelf.units[kept[at]], int(kept[at]), float(scores[at]), dict(zip(names, matrix[at].tolist(), strict=True))
        )
        for at in np.argsort(-scores, kind="stable")
    ]


def measured(shelf: Shelf, probe: Probe, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """Return the rows worth scoring in full, all their signals, and the signals' names."""
    coarse, names = signals(shelf, probe, rows)
    keep = candidates(coarse, names)
    fine, more = fine_signals(shelf, probe, rows[keep])
    return rows[keep], np.concatenate([coarse[keep], fine], 1), (*names, *more)


def candidates(matrix: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """Return the rows worth scoring in full, best first by the plain sum."""
    total = np.zeros(len(matrix), np.float32)
    for name in _PLAIN:
        column = matrix[:, names.index(name)]
        total += column * _COSINE_SPREAD if name.startswith("cosine") else column
    return np.argsort(-total, kind="stable")[:CANDIDATES]
