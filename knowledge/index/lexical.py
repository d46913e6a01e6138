"""Passages by their words: a Tantivy index over folded syllables and pairs of neighbours.

Diacritics are folded on both sides, so "bao gio nop" finds "bao giờ nộp"; the pairs bring back most of what folding
and single syllables lose, because a Vietnamese word is often two syllables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import tantivy

from knowledge.model import Passage
from knowledge.text import folded_words

# field, boost: a pair says more than a syllable; a heading says what its items are about, in few words
_FIELDS = (("text", 1.0), ("text_pairs", 1.0), ("heading", 0.35), ("heading_pairs", 0.35))
_HEAP = 15_000_000  # bytes; Tantivy's minimum for one thread
_MAX_TERMS = 64
_EQUALS = 16  # more that are looked at, for the last place to be taken by the first of equals
_SAME = 4  # decimals of a score that count: sums of floats differ with the order of a collection's files


def build(folder: Path, passages: Iterable[Passage]) -> None:
    """Write a new index of `passages` into `folder`, which must exist and be empty."""
    _write(tantivy.Index(_schema(), path=str(folder)), passages, ())


def extend(folder: Path, passages: Iterable[Passage], without: Iterable[str]) -> None:
    """Add passages to the index in `folder`, after those of the plans `without` were taken out.

    Files that are there are never written to: Tantivy adds some, and replaces its lists of them.
    """
    _write(tantivy.Index.open(str(folder)), passages, without)


def _write(index: tantivy.Index, passages: Iterable[Passage], without: Iterable[str]) -> None:
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for plan_id in without:
        writer.delete_documents_by_term("plan", plan_id)
    for passage in passages:
        text, heading = folded_words(passage.text.text), folded_words(passage.heading)
        document = tantivy.Document(id=passage.id, plan=passage.plan_id)
        document.add_text("text", " ".join(text))
        document.add_text("text_pairs", " ".join(_pairs(text)))
        document.add_text("heading", " ".join(heading))
        document.add_text("heading_pairs", " ".join(_pairs(heading)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class LexicalIndex:
    """An open index; searches only. Thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def search(self, words: Sequence[str], k: int, plan_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """Return (passage id, BM25 score) of the `k` best passages for folded `words`, best first.

        Equals are in order of plan and place, in whatever order the plans were put in.
        """
        query = self._query(list(words)[:_MAX_TERMS], plan_ids)
        if query is None or k < 1:
            return []
        hits = self._searcher.search(query, limit=k + _EQUALS, count=False).hits
        found = ((str(self._searcher.doc(address)["id"][0]), score) for score, address in hits)
        return sorted(found, key=_rank)[:k]

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def holds(self, passage_ids: Sequence[str]) -> bool:
        """Tell whether each of these passages is in the index, once."""
        wanted = tantivy.Query.term_set_query(self._schema, "id", list(passage_ids))
        return not passage_ids or len(self._searcher.search(wanted, limit=len(passage_ids) + 1).hits) == len(
            passage_ids
        )

    def ids(self) -> set[str]:
        """Return the ids of every passage in the index."""
        total = self._searcher.num_docs
        if not total:
            return set()
        hits = self._searcher.search(tantivy.Query.all_query(), limit=total, count=False).hits
        return {self._searcher.doc(address)["id"][0] for _, address in hits}

    def _query(self, words: list[str], plan_ids: Sequence[str] | None) -> tantivy.Query | None:
        should = [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(field, term), boost))
            for field, boost in _FIELDS
            for term in dict.fromkeys(_pairs(words) if field.endswith("pairs") else words)
        ]
        if not should:
            return None
        wanted = tantivy.Query.boolean_query(should)
        if plan_ids is None:
            return wanted
        within = tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(self._schema, "plan", list(plan_ids)), 0.0
        )
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, wanted), (tantivy.Occur.Must, within)])

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term, "freq")


def _rank(hit: tuple[str, float]) -> tuple[float, str, int]:
    plan_id, _, ordinal = hit[0].rpartition("#")
    return -round(hit[1], _SAME), plan_id, int(ordinal)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("plan", tokenizer_name="raw", index_option="basic")
    for field, _ in _FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _pairs(words: Sequence[str]) -> list[str]:
    return [f"{left}_{right}" for left, right in pairwise(words)]
