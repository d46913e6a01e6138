"""Units that a question measures alike are measured once: plans of one campaign share most of their sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


class Alike:
    """Classes of equal rows. of: (rows,) the class of each, numbered in order of first rows; first: (classes,) the
    first row of each."""

    def __init__(self, columns: Sequence[np.ndarray]) -> None:
        """columns: (rows,) integers each; rows that agree in all of them are equal."""
        rows = len(columns[0])
        of = np.zeros(rows, np.int64)
        for column in columns:  # by pairs, so that every step is exact
            width = int(column.max(initial=0)) + 1
            _, of = np.unique(of * width + column, return_inverse=True)
        _, first, of = np.unique(of, return_index=True, return_inverse=True)
        order = np.argsort(first)
        number = np.empty_like(order)
        number[order] = np.arange(len(order))
        self.first = first[order]
        self.of = number[of].astype(np.int32)
        self._members = np.argsort(self.of, kind="stable").astype(np.int32)
        self._starts = np.concatenate([[0], np.cumsum(np.bincount(self.of, minlength=len(order)))])

    def often(self, numbers: np.ndarray) -> np.ndarray:
        """Return how many rows some classes have."""
        sizes: np.ndarray = self._starts[numbers + 1] - self._starts[numbers]
        return sizes

    def members(self, number: int, most: int) -> np.ndarray:
        """Return the first rows of a class, at most so many."""
        begin, end = int(self._starts[number]), int(self._starts[number + 1])
        return self._members[begin : min(end, begin + most)]


class Scope:
    """The units that a question is about. measured: the rows that are looked at, each standing for those alike."""

    def __init__(self, measured: np.ndarray) -> None:
        self.measured = measured
        self._alike: Alike | None = None

    @classmethod
    def of(cls, alike: Alike) -> Scope:
        """Return the scope of all units."""
        scope = cls(alike.first)
        scope._alike = alike
        return scope

    def __len__(self) -> int:
        return len(self.measured)

    def best(self, scores: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows of the `count` best units, best first, equals in their order, and where each was measured.

        scores: (measured,).
        """
        places = best(scores, count)
        if self._alike is None:
            return self.measured[places], places
        if len(places):  # copies of the first may be enough; of equally good ones the first rows are taken
            enough = int(np.searchsorted(np.cumsum(self._alike.often(places)), count))
            places = places[scores[places] >= scores[places[min(enough, len(places) - 1)]]]
        members = [self._alike.members(place, count) for place in places.tolist()]
        rows = np.concatenate(members) if members else np.zeros(0, np.int32)
        at = np.repeat(places, [len(each) for each in members])
        order = np.lexsort((rows, -scores[at]))[:count]
        return rows[order], at[order]


def best(scores: np.ndarray, count: int) -> np.ndarray:
    """Return the places of the `count` best, best first, equal ones in their order."""
    near = np.arange(len(scores))
    if len(scores) > 4 * count:
        near = np.flatnonzero(scores >= np.partition(scores, -count)[-count])
    order: np.ndarray = near[np.argsort(-scores[near], kind="stable")]
    return order[:count]
