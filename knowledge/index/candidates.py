"""Nearest neighbours in a collection too large for a matrix product: a Chroma collection, through langchain-chroma.

Its order is approximate, so what it finds are candidates that are scored exactly afterwards. A damaged Chroma folder
can end the process, and opening one writes to it: open only what `generations` has checked and copied.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.index.matrix import SharedRows

logger = logging.getLogger(__name__)

COLLECTION = "passages"
"""The name in a folder that holds one collection."""
_BATCH = 5000  # Chroma takes 5461 at most
_AWAY_SECONDS = 5.0
# Chroma's defaults (16 neighbours, 100 and 100) lose every fifth of the 30 nearest among near copies of one text.
_SPACE = {"hnsw:space": "cosine", "hnsw:M": 48, "hnsw:construction_ef": 400, "hnsw:search_ef": 800}


def build(client: Any, name: str, plans: Sequence[str], vectors: SharedRows) -> None:
    """Write a collection: of each row its number, its plan and its vector; one that is there whole is left alone."""
    if name in {held.name for held in client.list_collections()}:
        if client.get_collection(name, embedding_function=None).count() == len(plans):
            return
        client.delete_collection(name)
    collection = client.create_collection(name, metadata=_SPACE, embedding_function=None)
    for at in range(0, len(plans), _BATCH):
        rows = [str(row) for row in range(at, min(at + _BATCH, len(plans)))]
        collection.add(
            ids=rows,
            embeddings=vectors[at : at + _BATCH],
            metadatas=[{"plan": plan} for plan in plans[at : at + _BATCH]],
            documents=rows,  # langchain-chroma passes over what has no document
        )


class Candidates:
    """A collection; searches only. open: connects, at the first search; name: of the collection."""

    def __init__(self, open: Callable[[], Any], name: str = COLLECTION) -> None:
        self._open, self._name = open, name
        self._client: Any = None
        self._store: Any = None
        self._lock = threading.Lock()
        self._away_until = 0.0

    def near(self, vector: Sequence[float], k: int, plan_ids: Sequence[str] | None) -> list[int] | None:
        """Return the rows of about the `k` nearest, within `plan_ids` when given; None while nobody answers."""
        if time.monotonic() < self._away_until:
            return None
        where: Any = {"plan": {"$in": list(plan_ids)}} if plan_ids is not None else None
        try:
            found = self._collection().similarity_search_by_vector(list(vector), k=k, filter=where)
        except Exception as error:  # Chroma and its transport raise many kinds
            logger.warning("Chroma does not answer, passages are compared one by one: %s", type(error).__name__)
            self._away_until, self._store = time.monotonic() + _AWAY_SECONDS, None
            return None
        return [int(document.page_content) for document in found]

    def __len__(self) -> int:
        self._collection()
        return int(self._client.get_collection(self._name, embedding_function=None).count())

    def close(self) -> None:
        """Let the files or connections go."""
        if self._client is not None:
            self._client.close()

    def _collection(self) -> Any:
        with self._lock:
            if self._store is None:
                from langchain_chroma import Chroma

                self._client = self._client or self._open()
                self._store = Chroma(
                    client=self._client,
                    collection_name=self._name,
                    embedding_function=None,
                    create_collection_if_not_exists=False,
                )
            return self._store
