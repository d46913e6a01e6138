"""Cosines by one matrix product: exact, and over some ten thousand texts faster than any index.

Measured on two cores: 0.1 ms over the passages of a plan, 6 ms over 47,000 vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = slice | NDArray[np.intp]
    """Which rows of a matrix: a range, or their numbers."""


class SharedRows:
    """Unit vectors of texts, equal ones held once. distinct: float32 of shape (distinct, dimension); of: (texts,) the
    distinct row of each text; None where every text has its own."""

    def __init__(self, distinct: NDArray[np.float32], of: NDArray[np.int32] | None = None) -> None:
        self._distinct, self._of = distinct, of

    def __len__(self) -> int:
        return len(self._distinct if self._of is None else self._of)

    @property
    def row_of(self) -> NDArray[np.int32]:
        """(texts,) the distinct row of each text."""
        import numpy as np

        return np.arange(len(self), dtype=np.int32) if self._of is None else self._of

    @property
    def distinct(self) -> int:
        """How many different vectors there are."""
        return len(self._distinct)

    def __getitem__(self, row: int | slice) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._distinct[row if self._of is None else self._of[row]]
        return vector

    def scores_beside(
        self, other: SharedRows, vector: NDArray[np.float32], rows: NDArray[np.intp]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return `scores` of both for the same rows; of texts that they share, worked out once."""
        together = self._distinct is other._distinct and self._of is not None and other._of is not None
        if not together or 2 * len(rows) < len(self._distinct):
            return self.scores(vector, rows), other.scores(vector, rows)
        every: NDArray[np.float32] = self._distinct @ vector
        return every[self._of[rows]], every[other._of[rows]]  # type: ignore[index] # neither is None here

    def scores(self, vector: NDArray[np.float32], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the cosine of a unit vector with each of `rows`: float32."""
        held = rows if self._of is None else self._of[rows]
        if 2 * len(held) < len(self._distinct):
            few: NDArray[np.float32] = self._distinct[held] @ vector
            return few
        every: NDArray[np.float32] = self._distinct @ vector
        return every[held]


class Matrix:
    """Unit vectors of texts of any kind, in memory or mapped. vectors: float32 of shape (distinct, dimension);
    of: (texts,) the row of each text; where it is not given every text has its own."""

    def __init__(self, vectors: NDArray[np.float32], of: NDArray[np.int32] | None = None) -> None:
        import numpy as np

        self.vectors = vectors
        self._of = np.arange(len(vectors), dtype=np.int32) if of is None else of

    def __len__(self) -> int:
        return len(self._of)

    def row(self, text: int) -> NDArray[np.float32]:
        """Return the vector of a text."""
        vector: NDArray[np.float32] = self.vectors[self._of[text]]
        return vector

    def scores(self, vector: Sequence[float] | NDArray[np.float32], rows: Rows | None = None) -> NDArray[np.float32]:
        """Return the cosine of a vector with each of `rows` in their order, or with all: float32, -1 to 1."""
        import numpy as np

        asked = np.asarray(vector, np.float32)
        asked = asked / max(float(np.linalg.norm(asked)), 1e-12)
        held = self._of if rows is None else self._of[rows]
        if 2 * len(held) < len(self.vectors):
            return self._stretch(held) @ asked
        every: NDArray[np.float32] = self.vectors @ asked
        return every[held]

    def _stretch(self, held: NDArray[np.int32]) -> NDArray[np.float32]:
        """Return some vectors; of a plan's, which mostly stand together, no copy is made."""
        if len(held) and int(held[-1]) - int(held[0]) == len(held) - 1 and bool((held[1:] - held[:-1] == 1).all()):
            return self.vectors[int(held[0]) : int(held[-1]) + 1]
        return self.vectors[held]

    def nearest(
        self, vector: Sequence[float] | NDArray[np.float32], k: int, rows: Rows | None = None
    ) -> list[tuple[int, float]]:
        """Return (row, cosine) of the `k` nearest among `rows`, nearest first; equal ones in order of their rows."""
        import numpy as np

        scores = self.scores(vector, rows)
        numbers = np.arange(len(self)) if rows is None else np.arange(len(self))[rows]
        best = np.argpartition(-scores, k - 1)[:k] if 0 < k < len(scores) else np.arange(len(scores))
        order = best[np.lexsort((numbers[best], -scores[best]))]
        return [(int(numbers[at]), float(scores[at])) for at in order[:k]]
