"""Words and where they stand: BM25 over a fixed set of texts, every text scored at once.

Exact: nothing is cut off before the ranker sees it. Scores are float32, one for each text, in the order given.
Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np

from knowledge.counting import ordered
from knowledge.index.parts import KEY, Part, Vocabulary, part

K1, B = 1.2, 0.5
_TOLD = 1 << 15
"""Terms of which it stays at hand how telling they are."""
_KEPT = 4_000_000
"""Places of terms whose weights are kept for the next question."""


class Postings:
    """An inverted index in memory: term -> (rows, weights of the term in each of them). Equal texts have one row."""

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        gathered, vocabulary = Gathered(), Vocabulary()
        whole = part(documents, vocabulary)
        gathered.add(whole, gathered.placed(whole), np.arange(len(vocabulary), dtype=np.int32))
        self._take(gathered, vocabulary)

    @classmethod
    def of(cls, gathered: Gathered, vocabulary: Vocabulary) -> Postings:
        """Return the postings of parts that were put together, their terms numbered by one vocabulary."""
        postings = cls.__new__(cls)
        postings._take(gathered, vocabulary)
        return postings

    def _take(self, gathered: Gathered, vocabulary: Vocabulary) -> None:
        self.row_of = _joined(gathered.of, np.int32)
        """(texts,) the row of each text: equal ones have the same."""
        self.size = len(self.row_of)
        length = _joined(gathered.lengths, np.int32).astype(np.float32)
        often = np.bincount(self.row_of, minlength=len(length)).astype(np.int32)
        mean = float((length.astype(np.float64) * often).sum()) / self.size if self.size else 1.0
        self._norm, self._often = K1 * (1 - B + B * length / max(mean, 1.0)), often
        terms = _joined(gathered.terms, np.int32)
        order = ordered(terms)
        self._rows = _joined(gathered.rows, np.int32)[order]
        self._counts = _joined(gathered.counts, np.uint16)[order]
        self._starts = np.zeros(len(vocabulary) + 1, np.int64)
        np.cumsum(np.bincount(terms, minlength=len(vocabulary)), out=self._starts[1:])
        self._vocabulary = vocabulary
        self._entries: dict[str, tuple[np.ndarray, np.ndarray, int]] = {}
        self._kept = 0
        self.idf = lru_cache(_TOLD)(self._idf)
        """Returns how telling a term is: 0 for one in every text; a term that no text holds counts as in one."""

    def _idf(self, term: str) -> float:
        entry = self._entry(term)
        held = entry[2] if entry is not None else 1
        return log(1 + (self.size - held + 0.5) / (held + 0.5))

    def holds(self, term: str) -> bool:
        """Tell whether any text holds the term."""
        return self._span(term) is not None

    def share(self, term: str) -> float:
        """Return the share of texts that hold the term, 0 to 1."""
        entry = self._entry(term)
        return entry[2] / self.size if entry is not None else 0.0

    def texts_with(self, terms: Iterable[str]) -> np.ndarray:
        """Tell of every text whether it holds all of these terms: (size,) bool."""
        held = np.ones(len(self._norm), bool)
        for term in terms:
            own = np.zeros(len(held), bool)
            entry = self._entry(term)
            if entry is not None:
                own[entry[0]] = True
            held &= own
        found: np.ndarray = held[self.row_of]
        return found

    def holding(self, term: str, texts: slice) -> np.ndarray:
        """Tell of each of some texts that follow each other whether it holds a term: (texts,) bool."""
        of, span = self.row_of[texts], self._span(term)
        if span is None:
            return np.zeros(len(of), bool)
        rows = self._rows[span]  # ascending: texts were numbered as they came
        held: np.ndarray = rows[np.minimum(np.searchsorted(rows, of), len(rows) - 1)] == of
        return held

    def scores(self, weights: Mapping[str, float], texts: np.ndarray | None = None) -> np.ndarray:
        """Return the BM25 score of every text, or of those numbered, for the weighted terms: float32."""
        total = np.zeros(len(self._norm), np.float32)
        for term, weight in weights.items():
            entry = self._entry(term)
            if entry is not None and weight:
                total[entry[0]] += weight * self.idf(term) * entry[1]
        return self._of_each(total, texts)

    def coverage(self, weights: Mapping[str, float], texts: np.ndarray | None = None) -> np.ndarray:
        """Return the share, 0 to 1, of the terms' idf weight that every text, or each numbered, holds: float32."""
        total = np.zeros(len(self._norm), np.float32)
        whole = 0.0
        for term, weight in weights.items():
            value = weight * self.idf(term)
            whole += value
            entry = self._entry(term)
            if entry is not None:
                total[entry[0]] += value
        return self._of_each(total / whole if whole else total, texts)

    def _span(self, term: str) -> slice | None:
        number = self._vocabulary.get(term, len(self._starts))
        if number + 1 >= len(self._starts) or self._starts[number] == self._starts[number + 1]:
            return None
        return slice(int(self._starts[number]), int(self._starts[number + 1]))

    def _entry(self, term: str) -> tuple[np.ndarray, np.ndarray, int] | None:
        """Return a term's rows, its weight in each, and how many texts hold it; worked out when first asked for."""
        found = self._entries.get(term)
        if found is None and (span := self._span(term)) is not None:
            at = self._rows[span]
            frequency = self._counts[span].astype(np.float32)
            weights = frequency * (K1 + 1) / (frequency + self._norm[at])
            if self._kept > _KEPT:
                self._entries, self._kept = {}, 0  # threads that still read the old ones may
            self._kept += len(at)
            found = self._entries[term] = (at, weights, int(self._often[at].sum()))
        return found

    def _of_each(self, scores: np.ndarray, texts: np.ndarray | None) -> np.ndarray:
        each: np.ndarray = scores[self.row_of if texts is None else self.row_of[texts]]
        return each


class Gathered:
    """Parts put together, of texts that several hold the words once."""

    def __init__(self) -> None:
        self._known: dict[bytes, int] = {}
        self.of: list[np.ndarray] = []
        self.lengths: list[np.ndarray] = []
        self.terms: list[np.ndarray] = []
        self.rows: list[np.ndarray] = []
        self.counts: list[np.ndarray] = []

    def placed(self, held: Part) -> tuple[np.ndarray, np.ndarray]:
        """Return the row of each distinct text of a part, and whether no part before had it: (distinct,) bool."""
        before = len(self._known)
        keys = [held.keys[at : at + KEY] for at in range(0, len(held.keys), KEY)]
        rows = np.array([self._known.setdefault(key, len(self._known)) for key in keys], np.int32)
        return rows, rows >= before

    def add(self, held: Part, place: tuple[np.ndarray, np.ndarray], numbers: np.ndarray) -> None:
        """Add a part. place: as `placed` tells; numbers: of the part's terms, in the vocabulary of all."""
        rows, new = place
        self.of.append(rows[held.of])
        if not new.any():
            return
        sizes = np.diff(held.starts)
        taken = np.repeat(new, sizes)
        self.lengths.append(held.lengths[new])
        self.terms.append(numbers[held.terms[taken]])
        self.rows.append(np.repeat(rows, sizes)[taken])
        self.counts.append(np.minimum(held.counts[taken].astype(np.int32), np.iinfo(np.uint16).max).astype(np.uint16))


def _joined(parts: Sequence[np.ndarray], kind: type) -> np.ndarray:
    return np.concatenate(parts) if parts else np.zeros(0, kind)
