"""Words and where they stand: BM25 over a fixed set of texts, every text scored at once.

Exact: nothing is cut off before the ranker sees it. Scores are float32, one for each text, in the order given.
Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from math import log

import numpy as np

K1, B = 1.2, 0.5


class Postings:
    """An inverted index in memory: term -> (rows, weights of the term in each of them). Equal texts have one row."""

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        rows: dict[str, array[int]] = {}
        counts: dict[str, array[int]] = {}
        lengths, times, of = array("i"), array("i"), array("i")
        known: dict[bytes, int] = {}
        for words in documents:
            key = blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()
            row = known.setdefault(key, len(lengths))
            of.append(row)
            if row < len(lengths):
                times[row] += 1
                continue
            lengths.append(len(words))
            times.append(1)
            for term, count in Counter(words).items():
                rows.setdefault(term, array("i")).append(row)
                counts.setdefault(term, array("i")).append(count)
        self.size, self._distinct = len(of), len(lengths)
        self._of = np.frombuffer(of, dtype=np.int32) if self._distinct < self.size else None
        length = _numbers(lengths).astype(np.float32)
        often = _numbers(times)
        mean = float((length.astype(np.float64) * often).sum()) / self.size if self.size else 1.0
        norm = K1 * (1 - B + B * length / max(mean, 1.0))
        self._rows, self._counts, self._norm, self._often = rows, counts, norm, often
        self._entries: dict[str, tuple[np.ndarray, np.ndarray, int]] = {}

    def idf(self, term: str) -> float:
        """Return how telling a term is: 0 for one in every text; a term that no text holds counts as in one."""
        entry = self._entry(term)
        held = entry[2] if entry is not None else 1
        return log(1 + (self.size - held + 0.5) / (held + 0.5))

    def holds(self, term: str) -> bool:
        """Tell whether any text holds the term."""
        return term in self._rows

    def share(self, term: str) -> float:
        """Return the share of texts that hold the term, 0 to 1."""
        entry = self._entry(term)
        return entry[2] / self.size if entry is not None else 0.0

    def scores(self, weights: Mapping[str, float]) -> np.ndarray:
        """Return the BM25 score of every text for the weighted terms: float32 of shape (size,)."""
        total = np.zeros(self._distinct, np.float32)
        for term, weight in weights.items():
            entry = self._entry(term)
            if entry is not None and weight:
                total[entry[0]] += weight * self.idf(term) * entry[1]
        return self._of_each(total)

    def coverage(self, weights: Mapping[str, float]) -> np.ndarray:
        """Return the share, 0 to 1, of the terms' idf weight that every text holds: float32 of shape (size,)."""
        total = np.zeros(self._distinct, np.float32)
        whole = 0.0
        for term, weight in weights.items():
            value = weight * self.idf(term)
            whole += value
            entry = self._entry(term)
            if entry is not None:
                total[entry[0]] += value
        return self._of_each(total / whole if whole else total)

    def _entry(self, term: str) -> tuple[np.ndarray, np.ndarray, int] | None:
        """Return a term's rows, its weight in each, and how many texts hold it; worked out when first asked for."""
        found = self._entries.get(term)
        if found is None and term in self._rows:
            at = _numbers(self._rows[term])
            frequency = _numbers(self._counts[term]).astype(np.float32)
            weights = frequency * (K1 + 1) / (frequency + self._norm[at])
            found = self._entries[term] = (at, weights, int(self._often[at].sum()))
        return found

    def _of_each(self, scores: np.ndarray) -> np.ndarray:
        return scores if self._of is None else scores[self._of]


def _numbers(held: array[int]) -> np.ndarray:
    return np.frombuffer(held, dtype=np.int32) if held else np.zeros(0, np.int32)


def pairs(words: Sequence[str]) -> list[str]:
    """Return the neighbouring pairs of words: a Vietnamese word is often two syllables."""
    return [f"{left}_{right}" for left, right in pairwise(words)]
