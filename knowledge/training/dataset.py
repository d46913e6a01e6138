"""Collections of documents with their questions, read and embedded once, as the scorer sees them."""

from __future__ import annotations

import json
import pickle
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units, listed
from knowledge.index.embedder import Embedder, open_embedder
from knowledge.index.vectors import headed
from knowledge.model import EvidenceUnit, Query, StoredPlan, parent_of
from knowledge.parsing import cut, parse
from knowledge.ranking.probe import gist_of
from knowledge.ranking.shelf import Shelf
from knowledge.readers import read
from knowledge.understanding import Interpreter

TODAY = date(2026, 11, 28)
_ENOUGH, _FEWEST = 0.5, 6  # as the evaluation's judge counts a quote that covers the evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """A gold question as understood: the raw line, the query, its gist's vector, its fold (a document's id)."""

    gold: dict[str, Any]
    query: Query
    vector: np.ndarray
    fold: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents that are asked together."""

    name: str
    plans: tuple[StoredPlan, ...]
    interpreter: Interpreter
    shelf: Shelf
    asked: tuple[Asked, ...]


class Vectors:
    """Embeddings kept in a file between runs."""

    def __init__(self, file: Path, embedder: Embedder) -> None:
        self._file, self._embedder = file, embedder
        self._known: dict[tuple[bool, str], np.ndarray] = pickle.loads(file.read_bytes()) if file.exists() else {}  # noqa: S301

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Return (texts, dimension)."""
        missing = [text for text in dict.fromkeys(texts) if (False, text) not in self._known]
        for text, row in zip(missing, self._embedder.embed_documents(missing), strict=True):
            self._known[False, text] = np.asarray(row, np.float32)
        self._keep(missing)
        return np.stack([self._known[False, text] for text in texts])

    def questions(self, texts: Sequence[str]) -> list[np.ndarray]:
        """Return a vector a question."""
        missing = [text for text in dict.fromkeys(texts) if (True, text) not in self._known]
        for text in missing:
            self._known[True, text] = np.asarray(self._embedder.embed_query(text), np.float32)
        self._keep(missing)
        return [self._known[True, text] for text in texts]

    def _keep(self, fresh: list[str]) -> None:
        if fresh:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(pickle.dumps(self._known))


def load(name: str, documents: Iterable[Path], questions: Iterable[Path], vectors: Vectors) -> Collection:
    """Read a collection: its documents as ingestion does, its questions as `ask` understands them."""
    plans = []
    for path in sorted(documents):
        plan = parse(read(path))
        plans.append(StoredPlan(plan, cut(plan), extract(plan), evidence_units(plan)))
    units = [unit for stored in plans for unit in stored.units]
    shelf = Shelf(units, vectors.passages([u.text.text for u in units]), vectors.passages([headed(u) for u in units]))
    interpreter = Interpreter(plans)
    lines = [json.loads(line) for path in questions for line in path.read_text("utf-8").splitlines() if line.strip()]
    queries = [
        interpreter.understand(g["question"], unit=g.get("scope"), history=g.get("history") or [], today=TODAY)
        for g in lines
    ]
    embedded = vectors.questions([gist_of(query) for query in queries])
    asked = tuple(
        Asked(gold, query, vector, _fold_of(gold, name))
        for gold, query, vector in zip(lines, queries, embedded, strict=True)
    )
    return Collection(name, tuple(plans), interpreter, shelf, asked)


def open_vectors(file: Path, model: str) -> Vectors:
    """Open the embeddings of a model."""
    return Vectors(file, open_embedder(model))


def _fold_of(gold: dict[str, Any], name: str) -> str:
    plans = gold.get("plans") or [gold.get("scope") or name]
    return str(plans[0])


def is_answerable(gold: dict[str, Any]) -> bool:
    """Tell whether a question has evidence that one unit should give."""
    return bool(gold["answerable"] and gold.get("evidence") and gold.get("expect", "answer") == "answer")


def grades(units: Sequence[EvidenceUnit], gold: dict[str, Any]) -> np.ndarray:
    """Return how well each unit gives the evidence, 0 to 1: F1 of their words where one covers the other, else 0."""
    wanted = [(e["plan"], _words(e["quote"])) for e in gold["evidence"]]
    return np.array(
        [
            max(
                (
                    _grade(_words(f"{unit.text.text} {listed(unit)}"), words)
                    for plan, words in wanted
                    if plan in (unit.plan_id, parent_of(unit.plan_id))
                ),
                default=0.0,
            )
            for unit in units
        ]
    )


def _grade(ours: Counter[str], theirs: Counter[str]) -> float:
    common = (ours & theirs).total()
    if not common:
        return 0.0
    of_quote = common / ours.total() if ours.total() >= _FEWEST else 0.0
    covers = max(common / theirs.total(), of_quote) >= _ENOUGH
    return 2 * common / (ours.total() + theirs.total()) if covers else 0.0


@cache
def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))
