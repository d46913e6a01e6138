"""The catalog: plans, passages, facts and embeddings in SQL; the only truth. Indexes are derived from it."""

from knowledge.catalog.records import Entry, Generation, KeptVersion, Served
from knowledge.catalog.store import Catalog

__all__ = ["Catalog", "Entry", "Generation", "KeptVersion", "Served"]
