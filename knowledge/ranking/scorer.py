"""Boosted regression trees, evaluated with numpy: a few arrays, no training library at run time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from knowledge.ranking import weights


@dataclass(frozen=True, slots=True)
class Trees:
    """An additive ensemble. Nodes of all trees lie in one row of arrays; a leaf points at itself.

    names: the signals it was fitted on, in order; roots: (trees,) first node of each; feature, threshold, value:
    (nodes,); after: (2 * nodes,) of each node the next one above its threshold, and the next one up to it; depth: the
    longest way from a root to a leaf.
    """

    names: tuple[str, ...]
    roots: np.ndarray
    feature: np.ndarray
    threshold: np.ndarray
    after: np.ndarray
    value: np.ndarray
    depth: int

    def predict(self, matrix: np.ndarray) -> np.ndarray:
        """Return the score of every row: float64 of shape (rows,). matrix: (rows, signals) in the order of `names`."""
        if not len(matrix):
            return np.zeros(0)
        flat, begins = matrix.ravel(), np.arange(len(matrix), dtype=np.int32)[:, None] * matrix.shape[1]
        nodes = np.broadcast_to(self.roots, (len(matrix), len(self.roots)))
        for _ in range(self.depth):
            low = flat.take(begins + self.feature.take(nodes)) <= self.threshold.take(nodes)
            nodes = self.after.take(2 * nodes + low)
        total: np.ndarray = self.value.take(nodes).sum(axis=1)
        return total


@weights.made_once
def load(name: str) -> Trees:
    """Return the shipped ensemble `name` ("ranker")."""
    return from_json(weights.read(name))


def guess(name: str, seen: Mapping[str, float]) -> float:
    """Return a trained probability, 0 to 1, by signals of one question: "judge", that the best unit gives the evidence;
    "held", that the plans hold an answer; "lacking", that the matter is there and what is asked of it is not stated;
    "holds" and "fails", that a claim is what the statement nearest to it says, or not."""
    trees = load(name)
    row = np.array([[seen[name] for name in trees.names]])
    return 1 / (1 + math.exp(-float(trees.predict(row)[0])))


def from_json(data: dict[str, Any]) -> Trees:
    """Rebuild an ensemble from what training wrote."""
    return Trees(
        names=tuple(data["names"]),
        roots=np.array(data["roots"], np.int32),
        feature=np.array(data["feature"], np.int16),
        threshold=np.array(data["threshold"], np.float64),
        after=np.stack([np.array(data[side], np.int32) for side in ("right", "left")], 1).ravel(),
        value=np.array(data["value"], np.float64),
        depth=int(data["depth"]),
    )
