"""Vectors of texts: taken from the catalog, or embedded once and kept there."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from knowledge.catalog import Catalog
from knowledge.index.embedder import Embedder
from knowledge.model import EvidenceUnit, Passage

if TYPE_CHECKING:
    import numpy as np

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

_BATCH = 16  # texts between two commits: what a killed process embeds again
_WORTH_TELLING = 1.0  # seconds


def embedded_text(passage: Passage) -> str:
    """Return what is embedded for a passage: its text under its headings, which say what the text leaves out."""
    return f"{passage.heading}\n{passage.text.text}" if passage.heading else passage.text.text


def unit_texts(units: Sequence[EvidenceUnit]) -> list[str]:
    """Return what is embedded for units: the own words of all, then the words of all under their headings."""
    return [*(unit.text.text for unit in units), *map(headed, units)]


def headed(unit: EvidenceUnit) -> str:
    """Return a unit's words under its headings, which say what it leaves out."""
    return f"{unit.heading}: {unit.text.text}" if unit.heading else unit.text.text


def text_hash(text: str) -> str:
    """Return the key of a text's vector in the catalog."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def vectors_of(
    texts: Sequence[str],
    catalog: Catalog,
    embedder: Callable[[], Embedder],
    identity: str,
    *,
    progress: Progress,
    notify: Callable[[str], None],
) -> list[np.ndarray]:
    """Return one vector for each text; embeds what the catalog doesn't hold, and keeps it there batch by batch.

    The model is loaded only when something has to be embedded. `notify` hears how long it will take, as measured on
    the first batch.
    """
    keyed = {text_hash(text): text for text in texts}
    known = catalog.vectors(identity, list(keyed))
    missing = [key for key in keyed if key not in known]
    for at in range(0, len(missing), _BATCH):
        progress("embed", at, len(missing))
        began = time.perf_counter()
        fresh = _embed(embedder(), {key: keyed[key] for key in missing[at : at + _BATCH]})
        catalog.keep_vectors(identity, fresh)
        known.update(fresh)
        left = (len(missing) - len(fresh)) / len(fresh) * (time.perf_counter() - began)
        if at == 0 and left > _WORTH_TELLING:
            notify(f"embedding {len(missing)} texts with {identity} will take about {_duration(left)}")
    progress("embed", len(missing), len(missing))
    return [known[text_hash(text)] for text in texts]


def _embed(embedder: Embedder, texts: dict[str, str]) -> dict[str, np.ndarray]:
    import numpy as np

    rows = embedder.embed_documents(list(texts.values()))
    return {key: np.asarray(row, dtype="<f4") for key, row in zip(texts, rows, strict=True)}


def _duration(seconds: float) -> str:
    return f"{max(2, round(seconds))} seconds" if seconds < 90 else f"{seconds / 60:.0f} minutes"
