"""Nearest neighbours in a collection too large for a matrix product: a Chroma collection, through langchain-chroma.

Its order is approximate, so what it finds are candidates that are scored exactly afterwards. A damaged Chroma folder
can end the process, and opening one writes to it: open only what `generations` has checked and copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COLLECTION = "passages"
_BATCH = 5000  # Chroma takes 5461 at most
# Chroma's defaults (16 neighbours, 100 and 100) lose every fifth of the 30 nearest among near copies of one text.
_SPACE = {"hnsw:space": "cosine", "hnsw:M": 48, "hnsw:construction_ef": 400, "hnsw:search_ef": 800}


def build(folder: Path, plans: Sequence[str], vectors: NDArray[np.float32]) -> None:
    """Write a new collection: of each row its number, its plan and its vector."""
    client = _client(folder)
    try:
        collection = client.create_collection(_COLLECTION, metadata=_SPACE, embedding_function=None)
        for at in range(0, len(plans), _BATCH):
            rows = [str(row) for row in range(at, min(at + _BATCH, len(plans)))]
            collection.add(
                ids=rows,
                embeddings=vectors[at : at + _BATCH],
                metadatas=[{"plan": plan} for plan in plans[at : at + _BATCH]],
                documents=rows,  # langchain-chroma passes over what has no document
            )
    finally:
        client.close()


class Candidates:
    """An open collection; searches only."""

    def __init__(self, folder: Path) -> None:
        from langchain_chroma import Chroma

        self._client = _client(folder)
        self._store = Chroma(
            client=self._client,
            collection_name=_COLLECTION,
            embedding_function=None,
            create_collection_if_not_exists=False,
        )

    def near(self, vector: Sequence[float], k: int, plan_ids: Sequence[str] | None) -> list[int]:
        """Return the rows of about the `k` nearest, within `plan_ids` when given."""
        where: Any = {"plan": {"$in": list(plan_ids)}} if plan_ids is not None else None
        found = self._store.similarity_search_by_vector(list(vector), k=k, filter=where)
        return [int(document.page_content) for document in found]

    def __len__(self) -> int:
        return int(self._client.get_collection(_COLLECTION, embedding_function=None).count())

    def close(self) -> None:
        """Let the files go."""
        self._client.close()


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
