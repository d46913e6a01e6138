"""Retrieval on any corpus through the library's own retriever, beside its two legs alone.

Usage: python -m tests.bench.retrieval CORPUS QUERIES

A corpus line, {"id", "text"}, becomes a document of its own; a query line is {"id", "text", "positive_ids"}.
Prints a JSON line a method, the product's first, over the first ten distinct ids:
{"method", "n", "hit@1", "mrr@10", "recall@10"}.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from knowledge import ingestion, upkeep
from knowledge.catalog import Entry
from knowledge.corrections.store import Corrections
from knowledge.errors import NotAPlan
from knowledge.index.embedder import Embedder, open_embedder
from knowledge.ingestion import Workshop
from knowledge.library import Library
from knowledge.model import Header, Plan, RawDocument, Section, SectionKind
from knowledge.retrieval import gist, search_words
from knowledge.settings import Settings
from knowledge.text import clean, fold

FIRST = 10
_DEPTH = 60  # passages: enough for ten documents


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the ids of the documents that answer it."""

    text: str
    right: frozenset[str]


Method = Callable[[str], Iterable[str]]
"""Returns the ids of documents for a question, best first; an id may come again."""


def main(corpus: str, queries: str) -> None:
    """Build a collection of the corpus in a temporary folder, ask every query, print the figures."""
    texts = {str(line["id"]): str(line["text"]) for line in _lines(corpus)}
    questions = [Question(str(q["text"]), frozenset(map(str, q["positive_ids"]))) for q in _lines(queries)]
    with tempfile.TemporaryDirectory(prefix="so-tay-bench-") as folder:
        settings = Settings(data_dir=Path(folder), database_url=None)
        embedder = open_embedder(settings.embedding_model)
        build(settings, embedder, texts)
        with Library.open(settings, notify=_say) as library:
            for name, method in methods(library, embedder).items():
                print(json.dumps({"method": name, **figures(method, questions)}), flush=True)


def build(settings: Settings, embedder: Embedder, texts: dict[str, str]) -> None:
    """Publish a generation of these documents, whether they look like administrative ones or not."""
    catalog = upkeep.open_catalog(settings, create=True)
    shop = Workshop(settings, catalog, lambda: embedder, lambda *_: None, _say, Corrections(settings))
    entries = [_entry(plan_id, text, settings.passage_chars) for plan_id, text in texts.items()]
    with ingestion.writing(shop):
        ingestion.publish(shop, entries, entries)
    catalog.close()


def methods(library: Library, embedder: Embedder) -> dict[str, Method]:
    """Return what is compared: the product, as it is and asked without diacritics, and each leg alone."""
    retriever = library.retriever().model_copy(update={"k": _DEPTH})
    index, plans = retriever.finder.index, {p.id: p.plan_id for s in library.plans() for p in s.passages}

    def product(text: str) -> Iterable[str]:
        return [document.metadata["plan"] for document in retriever.invoke(text)]

    def fused(text: str) -> Iterable[str]:
        return [hit.passage.plan_id for hit in retriever.finder.search(retriever.understand(text), _DEPTH)]

    def dense(text: str) -> Iterable[str]:
        return [plans[i] for i, _ in index.dense.search(embedder.embed_query(gist(text)), _DEPTH, None)]

    def lexical(text: str) -> Iterable[str]:
        words = search_words(retriever.understand(text))
        return [plans[i] for i, _ in index.lexical.search(words, _DEPTH, None)]

    return {
        "product": product,
        "product, asked without diacritics": lambda text: product(fold(text)),
        "both legs, fused by rank": fused,
        "dense leg": dense,
        "lexical leg": lexical,
    }


def figures(method: Method, questions: list[Question]) -> dict[str, float]:
    """Return how many questions there were, and the shares over the first ten distinct ids, to four digits."""
    ranks = [_rank(method(question.text), question.right) for question in questions]
    n = len(ranks)
    return {
        "n": n,
        "hit@1": round(sum(rank == 1 for rank in ranks) / n, 4),
        "mrr@10": round(sum(1 / rank for rank in ranks if rank) / n, 4),
        "recall@10": round(sum(rank > 0 for rank in ranks) / n, 4),
    }


def _rank(found: Iterable[str], right: frozenset[str]) -> int:
    """Return the place, from 1, of the first right id among the first ten distinct ones; 0 for none."""
    for place, plan_id in enumerate(list(dict.fromkeys(found))[:FIRST], 1):
        if plan_id in right:
            return place
    return 0


def _entry(plan_id: str, text: str, passage_chars: int) -> Entry:
    raw = RawDocument(plan_id, text, hashlib.sha256(text.encode()).hexdigest())
    try:
        return ingestion.derive(raw, passage_chars)
    except NotAPlan:
        return ingestion.entry_of(raw, _plain(plan_id, text), passage_chars)


def _plain(plan_id: str, text: str) -> Plan:
    """Return any text as a document without a header: a paragraph a line."""
    sections: list[Section] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if body := clean(text, at, at + len(line)):
            number = str(len(sections) + 1)
            sections.append(Section(SectionKind.PARAGRAPH, number, body=body))
        at += len(line)
    return Plan(plan_id, text, Header(), tuple(sections))


def _lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
