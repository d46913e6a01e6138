"""Vectors of passages: taken from the catalog, or embedded once and kept there."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from knowledge.catalog import Catalog
from knowledge.index.embedder import Embedder
from knowledge.model import Passage

if TYPE_CHECKING:
    import numpy as np

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

_BATCH = 16  # texts between two commits: what a killed process embeds again
_WORTH_TELLING = 1.0  # seconds


def embedded_text(passage: Passage) -> str:
    """Return what is embedded for a passage: its text under its headings, which say what the text leaves out."""
    return f"{passage.heading}\n{passage.text.text}" if passage.heading else passage.text.text


def text_hash(text: str) -> str:
    """Return the key of a text's vector in the catalog."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def vectors_of(
    passages: Sequence[Passage],
    catalog: Catalog,
    embedder: Callable[[], Embedder],
    identity: str,
    *,
    progress: Progress,
    notify: Callable[[str], None],
) -> list[np.ndarray]:
    """Return one vector for each passage; embeds what the catalog doesn't hold, and keeps it there batch by batch.

    The model is loaded only when something has to be embedded. `notify` hears how long it will take, as measured on
    the first batch.
    """
    texts = {text_hash(text): text for text in map(embedded_text, passages)}
    known = catalog.vectors(identity, list(texts))
    missing = [key for key in texts if key not in known]
    for at in range(0, len(missing), _BATCH):
        progress("embed", at, len(missing))
        began = time.perf_counter()
        fresh = _embed(embedder(), {key: texts[key] for key in missing[at : at + _BATCH]})
        catalog.keep_vectors(identity, fresh)
        known.update(fresh)
        left = (len(missing) - len(fresh)) / len(fresh) * (time.perf_counter() - began)
        if at == 0 and left > _WORTH_TELLING:
            notify(f"embedding {len(missing)} passages with {identity} will take about {_duration(left)}")
    progress("embed", len(missing), len(missing))
    return [known[text_hash(embedded_text(passage))] for passage in passages]


def _embed(embedder: Embedder, texts: dict[str, str]) -> dict[str, np.ndarray]:
    import numpy as np

    rows = embedder.embed_documents(list(texts.values()))
    return {key: np.asarray(row, dtype="<f4") for key, row in zip(texts, rows, strict=True)}


def _duration(seconds: float) -> str:
    return f"{max(2, round(seconds))} seconds" if seconds < 90 else f"{seconds / 60:.0f} minutes"
