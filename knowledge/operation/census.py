"""What is in a data folder, told without opening an index or a model."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from knowledge.index.embedder import identity_of
from knowledge.settings import Settings
from knowledge.upkeep import open_catalog


@dataclass(frozen=True, slots=True)
class Census:
    """The live generation. created: UTC, ISO 8601; model: whose vectors it holds; wanted: the model of the settings."""

    generation: str
    plans: int
    passages: int
    created: str
    model: str
    wanted: str


def census(settings: Settings) -> Census | None:
    """Return what serves, None when nothing was ingested. Raises DataMissing and its like, ModelError."""
    catalog = open_catalog(settings, create=False)
    try:
        live = catalog.live()
    finally:
        catalog.close()
    if live is None:
        return None
    wanted = identity_of(settings.embedding_model)
    return Census(live.name, len(live.plans), live.passages, live.created, live.model, wanted)


def free_bytes(folder: Path) -> int:
    """Return how much the disk under a folder can still take; of the nearest parent when it is not there yet."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free
