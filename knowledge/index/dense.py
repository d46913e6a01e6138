"""Passages by the meaning of their vectors.

    rows.json      ids and plans of the passages, in order, and which of the vectors each has
    vectors.npy    the vectors, equal ones once: float32 of shape (distinct, dimension)
    chroma/        an approximate index of the same, only where there are more than `EXACT_UP_TO`
    served         in its place where CHROMA_URL names a server: searches over everything ask there

What fits memory is searched by a matrix product, which is exact: a plan, a handful of plans, most whole collections.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.index import candidates
from knowledge.index.candidates import Candidates
from knowledge.index.chroma import ChromaServer, folder_client
from knowledge.index.matrix import Matrix, SharedRows
from knowledge.model import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.index.matrix import Rows

EXACT_UP_TO = 200_000
"""Different vectors that a matrix product goes over: 300 MB, mapped, some 30 ms."""

_ROWS, _VECTORS, _CHROMA, _SERVED = "rows.json", "vectors.npy", "chroma", "served"
_SAMPLE, _NEAREST = 50, 30
_COPIED = 10_000  # rows that are copied at a time
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

    number: dict[bytes, int] = {}
    of = np.array([number.setdefault(_key(vector), len(number)) for vector in vectors], np.int32)
    _, first = np.unique(of, return_index=True)
    matrix = np.stack([vectors[at] for at in first]).astype("<f4") if len(vectors) else np.zeros((0, 1), "<f4")
    np.save(folder / _VECTORS, matrix)
    ids, plans = [passage.id for passage in passages], [passage.plan_id for passage in passages]
    _describe(folder, ids, plans, SharedRows(matrix, of), generation, server)


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
    of = _of(rows)
    held = [(plan, row) for row, plan in enumerate(rows["plans"]) if plan not in without]
    added = [(passage.plan_id, -1 - at) for at, passage in enumerate(passages)]  # below zero: a row that is new
    order = sorted([*held, *added], key=lambda row: row[0])
    kept = np.unique(of[[row for _, row in held]]) if held else np.zeros(0, np.int32)
    place = dict(zip(kept.tolist(), range(len(kept)), strict=True))
    fresh, of_added = _beside(old, kept, vectors)
    ids = [rows["ids"][row] if row >= 0 else passages[-1 - row].id for _, row in order]
    now = np.array([place[int(of[row])] if row >= 0 else of_added[-1 - row] for _, row in order], np.int32)
    used, first, at = np.unique(now, return_index=True, return_inverse=True)
    turn = np.argsort(first)  # vectors stand in the order in which passages have them, as `build` writes them
    numbers = np.argsort(turn)[at].astype(np.int32)
    matrix = _written(folder / _VECTORS, old, kept, fresh, used[turn])
    _describe(folder, ids, [plan for plan, _ in order], SharedRows(matrix, numbers), generation, server)


def _beside(
    old: NDArray[np.float32], kept: NDArray[np.int32], vectors: Sequence[np.ndarray]
) -> tuple[list[np.ndarray], list[int]]:
    """Return which of some vectors are new beside the rows of `old` that are kept, and the row of each among both."""
    number = {_key(old[row]): at for at, row in enumerate(kept.tolist())} if vectors else {}
    fresh: list[np.ndarray] = []
    of = []
    for vector in vectors:
        of.append(at := number.setdefault(_key(vector), len(kept) + len(fresh)))
        if at == len(kept) + len(fresh):
            fresh.append(vector)
    return fresh, of


def _written(
    file: Path, old: NDArray[np.float32], kept: NDArray[np.int32], fresh: Sequence[np.ndarray], order: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Write the rows of `old` that are kept and the new ones, numbered one after the other, in an order of them."""
    import numpy as np

    width = len(fresh[0]) if fresh else old.shape[1]
    matrix = np.lib.format.open_memmap(file, mode="w+", dtype="<f4", shape=(len(order), width))
    for at in range(0, len(order), _COPIED):
        part = order[at : at + _COPIED]
        held = part < len(kept)
        matrix[at : at + len(part)][held] = old[kept[part[held]]] if held.any() else 0
        for place in np.flatnonzero(~held).tolist():
            matrix[at + place] = fresh[int(part[place]) - len(kept)]
    matrix.flush()
    return matrix


def _key(vector: np.ndarray) -> bytes:
    return blake2b(vector.astype("<f4").tobytes(), digest_size=16).digest()


def _of(rows: dict[str, list[Any]]) -> NDArray[np.int32]:
    """Return which of the vectors each passage has; in an index from before each has its own."""
    import numpy as np

    return np.array(rows.get("of", range(len(rows["ids"]))), np.int32)


def _describe(
    folder: Path,
    ids: Sequence[str],
    plans: Sequence[str],
    vectors: SharedRows,
    generation: str,
    server: ChromaServer | None,
) -> None:
    """Write down whose vectors the rows are, and make them known to Chroma where it shall search them."""
    told = {"ids": ids, "plans": plans, "of": vectors.row_of.tolist()}
    (folder / _ROWS).write_text(json.dumps(told), encoding="utf-8")
    if server is not None and ids:
        server.put(generation, lambda client, name: candidates.build(client, name, plans, vectors))
        (folder / _SERVED).write_text(generation, encoding="utf-8")
    elif vectors.distinct > EXACT_UP_TO:
        (folder / _CHROMA).mkdir()
        client = folder_client(folder / _CHROMA)
        try:
            candidates.build(client, candidates.COLLECTION, plans, vectors)
        finally:
            client.close()


class DenseIndex:
    """An open index; searches only. Thread-safe."""

    def __init__(self, folder: Path, server: ChromaServer | None = None) -> None:
        import numpy as np

        rows = json.loads((folder / _ROWS).read_text(encoding="utf-8"))
        self.ids: tuple[str, ...] = tuple(rows["ids"])
        self.matrix = Matrix(np.load(folder / _VECTORS, mmap_mode="r"), _of(rows))
        missing = int(_of(rows).max(initial=-1)) >= len(self.matrix.vectors)
        if missing or not len(self.ids) == len(rows["plans"]) == len(self.matrix):
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
        large = min(_size(rows, len(self)), len(self.matrix.vectors)) > EXACT_UP_TO or (
            self._served and plan_ids is None
        )
        if self._candidates is not None and large:
            near = self._candidates.near(vector, _MORE * k, plan_ids)
            rows = rows if near is None else np.array(sorted(near), np.intp)
        return [(self.ids[row], score) for row, score in self.matrix.nearest(vector, k, rows)]

    def vector(self, passage_id: str) -> NDArray[np.float32]:
        """Return a passage's vector; raises KeyError for one that isn't held."""
        return self.matrix.row(self._row[passage_id])

    def recall(self) -> float:
        """Return the share, 0 to 1, of the truly nearest that searches over everything find, on a sample of rows."""
        sample = range(0, len(self), len(self) // _SAMPLE + 1)
        if self._candidates is None or not sample:
            return 1.0
        shares = []
        for row in sample:
            vector = self.matrix.row(row).tolist()
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
