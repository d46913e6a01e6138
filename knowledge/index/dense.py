"""Passages by the meaning of their vectors: a Chroma collection, through langchain-chroma.

A damaged Chroma folder can end the process, and opening one writes to it: open only what `generations` has checked
and copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.model import Passage

if TYPE_CHECKING:
    import numpy as np

_COLLECTION = "passages"
_BATCH = 5000  # Chroma takes 5461 at most
_COSINE = {"hnsw:space": "cosine", "hnsw:search_ef": 200}


def build(folder: Path, passages: Sequence[Passage], vectors: Sequence[np.ndarray]) -> None:
    """Write a new collection: one vector for each passage, in the same order."""
    import numpy as np

    client = _client(folder)
    try:
        collection = client.create_collection(_COLLECTION, metadata=_COSINE, embedding_function=None)
        for at in range(0, len(passages), _BATCH):
            part = passages[at : at + _BATCH]
            collection.add(
                ids=[passage.id for passage in part],
                embeddings=np.stack(vectors[at : at + _BATCH]),
                metadatas=[{"plan": passage.plan_id} for passage in part],
                documents=[passage.id for passage in part],  # langchain-chroma passes over what has no document
            )
    finally:
        client.close()


class DenseIndex:
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

    def search(self, vector: list[float], k: int, plan_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """Return (passage id, cosine) of the `k` nearest passages, nearest first; within `plan_ids` when given."""
        where: Any = {"plan": {"$in": list(plan_ids)}} if plan_ids is not None else None
        found = self._store.similarity_search_by_vector_with_relevance_scores(vector, k=k, filter=where)
        return [(document.page_content, 1.0 - distance) for document, distance in found]

    def __len__(self) -> int:
        return int(self._client.get_collection(_COLLECTION, embedding_function=None).count())

    def ids(self) -> set[str]:
        """Return the ids of every passage in the collection."""
        return set(self._store.get(include=[])["ids"])

    def close(self) -> None:
        """Let the files go."""
        self._client.close()


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
