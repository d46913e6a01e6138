"""Passages by the meaning of their vectors.

    rows.json      ids and plans of the passages, in order
    vectors.npy    their vectors: float32 of shape (passages, dimension)
    chroma/        an approximate index of the same, only where there are more than `EXACT_UP_TO`
    served         in its place where CHROMA_URL names a server: searches over everything ask there

What fits memory is searched by a matrix product, which is exact: a plan, a handful of plans, most whole collections.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.index import candidates
from knowledge.index.candidates import Candidates
from knowledge.index.chroma import ChromaServer, folder_client
from knowledge.index.matrix import Matrix
from knowledge.model import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.index.matrix import Rows

EXACT_UP_TO = 200_000
"""Passages that a matrix product goes over: 300 MB, mapped, some 30 ms."""

_ROWS, _VECTORS, _CHROMA, _SERVED = "rows.json", "vectors.npy", "chroma", "served"
_SAMPLE, _NEAREST = 50, 30
_MORE = 4  # times as many candidates as are asked for: the exact scores put them into order


def build(
    folder: Path,
    passages: Sequence[Passage],
    vectors: Sequence[np.ndarray],
    generation: str,
    server: ChromaServer | None,
) -> None:
    """Write a new index into an empty folder: one vector for each passage, in the same order.

    server: where the collection of the generation goes instead. Raises DataUnwritable when it takes none.
    """
    import numpy as np

    matrix = np.stack(vectors).astype("<f4") if len(vectors) else np.zeros((0, 1), "<f4")
    np.save(folder / _VECTORS, matrix)
    ids, plans = [passage.id for passage in passages], [passage.plan_id for passage in passages]
    _describe(folder, ids, plans, matrix, generation, server)


def extend(
    base: Path,
    folder: Path,
    passages: Sequence[Passage],
    vectors: Sequence[np.ndarray],
    without: Collection[str],
    generation: str = "",
    server: ChromaServer | None = None,
) -> None:
    """Write into an empty folder what `build` would write of the index in `base` and of these passages, in order of
    plan; the passages of the plans `without` are left out. The rows of `base` are copied from disk to disk.
    """
    import numpy as np

    rows = json.loads((base / _ROWS).read_text(encoding="utf-8"))
    old = np.load(base / _VECTORS, mmap_mode="r")
    held = [(plan, row) for row, plan in enumerate(rows["plans"]) if plan not in without]
    added = [(passage.plan_id, -1 - at) for at, passage in enumerate(passages)]  # below zero: a row that is new
    order = sorted([*held, *added], key=lambda row: row[0])
    width = old.shape[1] if held else len(vectors[0]) if vectors else 1
    matrix = np.lib.format.open_memmap(folder / _VECTORS, mode="w+", dtype="<f4", shape=(len(order), width))
    ids = []
    for at, (_, row) in enumerate(order):
        matrix[at] = old[row] if row >= 0 else vectors[-1 - row]
        ids.append(rows["ids"][row] if row >= 0 else passages[-1 - row].id)
    matrix.flush()
    _describe(folder, ids, [plan for plan, _ in order], matrix, generation, server)


def _describe(
    folder: Path,
    ids: Sequence[str],
    plans: Sequence[str],
    matrix: NDArray[np.float32],
    generation: str,
    server: ChromaServer | None,
) -> None:
    """Write down whose vectors the rows are, and make them known to Chroma where it shall search them."""
    (folder / _ROWS).write_text(json.dumps({"ids": ids, "plans": plans}), encoding="utf-8")
    if server is not None and ids:
        server.put(generation, lambda client, name: candidates.build(client, name, plans, matrix))
        (folder / _SERVED).write_text(generation, encoding="utf-8")
    elif len(ids) > EXACT_UP_TO:
        (folder / _CHROMA).mkdir()
        client = folder_client(folder / _CHROMA)
        try:
            candidates.build(client, candidates.COLLECTION, plans, matrix)
        finally:
            client.close()


class DenseIndex:
    """An open index; searches only. Thread-safe."""

    def __init__(self, folder: Path, server: ChromaServer | None = None) -> None:
        import numpy as np

        rows = json.loads((folder / _ROWS).read_text(encoding="utf-8"))
        self.ids: tuple[str, ...] = tuple(rows["ids"])
        self.matrix = Matrix(np.load(folder / _VECTORS, mmap_mode="r"))
        if not len(self.ids) == len(rows["plans"]) == len(self.matrix):
            raise ValueError("as many ids, plans and vectors are needed")
        self._row = {passage_id: row for row, passage_id in enumerate(self.ids)}
        self._rows = _rows_by_plan(rows["plans"])
        self._candidates: Candidates | None = None
        self._served = server is not None and (folder / _SERVED).is_file()
        if server is not None and self._served:
            name = server.collection((folder / _SERVED).read_text(encoding="utf-8"))
            self._candidates = Candidates(server.client, name)
        elif (folder / _CHROMA).is_dir():
            self._candidates = Candidates(partial(folder_client, folder / _CHROMA))
            len(self._candidates)  # a folder that can't be opened is found out here

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, passage_id: str) -> bool:
        return passage_id in self._row

    def scores(self, vector: Sequence[float], passage_ids: Iterable[str]) -> NDArray[np.float32]:
        """Return the cosine of each of these passages, in their order; raises KeyError for one that isn't held."""
        import numpy as np

        return self.matrix.scores(vector, np.array([self._row[passage_id] for passage_id in passage_ids], np.intp))

    def search(self, vector: Sequence[float], k: int, plan_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """Return (passage id, cosine) of the `k` nearest passages, nearest first; within `plan_ids` when given."""
        import numpy as np

        rows = self._scope(plan_ids)
        large = _size(rows, len(self)) > EXACT_UP_TO or (self._served and plan_ids is None)
        if self._candidates is not None and large:
            near = self._candidates.near(vector, _MORE * k, plan_ids)
            rows = rows if near is None else np.array(sorted(near), np.intp)
        return [(self.ids[row], score) for row, score in self.matrix.nearest(vector, k, rows)]

    def vector(self, passage_id: str) -> NDArray[np.float32]:
        """Return a passage's vector; raises KeyError for one that isn't held."""
        row: NDArray[np.float32] = self.matrix.vectors[self._row[passage_id]]
        return row

    def recall(self) -> float:
        """Return the share, 0 to 1, of the truly nearest that searches over everything find, on a sample of rows."""
        sample = range(0, len(self), len(self) // _SAMPLE + 1)
        if self._candidates is None or not sample:
            return 1.0
        shares = []
        for row in sample:
            vector = self.matrix.vectors[row].tolist()
            least = self.matrix.nearest(vector, _NEAREST)[-1][1]
            # equal texts have equal vectors: which of them are found is all one
            found = sum(score >= least - 1e-6 for _, score in self.search(vector, _NEAREST, None))
            shares.append(found / min(_NEAREST, len(self)))
        return sum(shares) / len(shares)

    def close(self) -> None:
        """Let the files go."""
        if self._candidates is not None:
            self._candidates.close()

    def _scope(self, plan_ids: Sequence[str] | None) -> Rows | None:
        import numpy as np

        if plan_ids is None:
            return None
        held = [self._rows[plan] for plan in dict.fromkeys(plan_ids) if plan in self._rows]
        if len(held) == 1 and int(held[0][-1] - held[0][0]) == len(held[0]) - 1:
            return slice(int(held[0][0]), int(held[0][-1]) + 1)  # a plan's passages stand together: no copy is made
        return np.concatenate(held) if held else np.zeros(0, np.intp)


def _rows_by_plan(plans: Sequence[str]) -> dict[str, NDArray[np.intp]]:
    import numpy as np

    rows: dict[str, list[int]] = {}
    for row, plan in enumerate(plans):
        rows.setdefault(plan, []).append(row)
    return {plan: np.array(numbers, np.intp) for plan, numbers in rows.items()}


def _size(rows: Rows | None, whole: int) -> int:
    if rows is None:
        return whole
    return rows.stop - rows.start if isinstance(rows, slice) else len(rows)
