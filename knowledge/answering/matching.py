"""How well words answer a question: the share of the question's weight that a text carries.

A word weighs as much as it is rare in the collection (inverse document frequency over passages). Two neighbouring
words that stand together in the text count as a word of their own, because Vietnamese words are often two syllables.
A word that the person wrote with its diacritics matches in full; one that matches only without them counts for less.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text import fold, folded_words, syllable_key, words
from knowledge.understanding.abbreviations import PRINTED

FOLDED_SHARE = 0.55
"""What a match counts that agrees only without diacritics."""
PAIR_WEIGHT = 0.8
"""What a pair of neighbouring words weighs, relative to the sum of its two words."""
UNKNOWN_SHARE = 0.6
"""What a word weighs that no text holds, relative to the rarest that one does: it may be a paraphrase or a slip."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The words and neighbouring pairs of a text, with their diacritics and without.

    Short forms that documents print ("HĐND") count as the words they stand for, too: `spelled_out`, folded.
    """

    exact: frozenset[str]
    folded: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    spelled_out: frozenset[str]


_key = lru_cache(maxsize=65536)(syllable_key)


@lru_cache(maxsize=8192)
def bag(text: str) -> Bag:
    """Return the words of `text` as matching sees them."""
    plain = folded_words(text)
    meant = [part for word in plain for part in PRINTED.get(word, word).split()]
    return Bag(
        frozenset(map(_key, words(text))),
        frozenset((*plain, *meant)),
        frozenset(itertools.pairwise(meant)),
        frozenset(part for word in plain if word in PRINTED for part in PRINTED[word].split()),
    )


@dataclass(frozen=True, slots=True)
class Need:
    """The words that an answer should hold: `words` as (written, folded), and the pairs that stood side by side."""

    words: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.words)

    def without(self, folded: Iterable[str]) -> Need:
        """Return the need without some folded words."""
        gone = set(folded)
        return Need(
            tuple(word for word in self.words if word[1] not in gone),
            tuple(pair for pair in self.pairs if not gone.intersection(pair)),
        )


def need(terms: Iterable[str], restored: str) -> Need:
    """Return what `terms` (folded content words, in order) ask for, with their spelling taken from `restored`."""
    wanted = [part for term in terms for part in folded_words(term) if part not in PRINTED]
    spelling: dict[str, str] = {}
    for word in words(restored):
        spelling.setdefault(folded_words(word)[0] if folded_words(word) else fold(word), word)
    running = folded_words(restored)
    keep = set(wanted)
    pairs = [pair for pair in itertools.pairwise(running) if pair[0] in keep and pair[1] in keep]
    unique = tuple(dict.fromkeys((syllable_key(spelling.get(word, word)), word) for word in wanted))
    return Need(unique, tuple(dict.fromkeys(pairs)))


Weighed = tuple[tuple[tuple[tuple[str, str], float], ...], tuple[tuple[tuple[str, str], float], ...], float]
"""Of a need: its words and its pairs with what each weighs, and the sum of that."""


class Matcher:
    """Weighs words by how rare they are in a collection of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        counted = [bag(text).folded for text in texts]
        self._take(Counter(word for words in counted for word in words), len(counted))

    @classmethod
    def of(cls, frequency: Counter[str], size: int) -> Matcher:
        """Return the matcher of texts that were counted. frequency: how many of them hold a word; size: how many."""
        matcher = cls.__new__(cls)
        matcher._take(frequency, size)
        return matcher

    def _take(self, frequency: Counter[str], size: int) -> None:
        self._frequency, self._size = frequency, size
        self._weighed = lru_cache(256)(self._weigh)  # one question is held against many texts

    def weight(self, word: str) -> float:
        """Return the weight of a folded word: 0 for one in every text, highest for one in a single text."""
        if not self._size:
            return 1.0
        share = 1.0 if self._frequency[word] else UNKNOWN_SHARE
        return share * math.log((self._size + 1) / (max(self._frequency[word], 1) + 0.5))

    def known(self, wanted: Need) -> Need:
        """Return the need without the words that no text of the collection holds."""
        return wanted.without(word for _, word in wanted.words if not self._frequency[word])

    def coverage(self, wanted: Need, text: str) -> float:
        """Return the share (0 to 1) of the wanted weight that `text` carries; 0 when nothing is wanted."""
        return self.carried(wanted, bag(text))

    def carried(self, wanted: Need, held: Bag) -> float:
        """Return the same of the words of a text."""
        weighed, paired, total = self._weighed(wanted)
        gained = 0.0
        for (written, plain), weight in weighed:
            if plain in held.folded:
                full = written in held.exact or written == plain or plain in held.spelled_out
                gained += weight if full else weight * FOLDED_SHARE
        for pair, weight in paired:
            if pair in held.pairs:
                gained += weight
        return gained / total if total else 0.0

    def _weigh(self, wanted: Need) -> Weighed:
        weighed = tuple((word, max(self.weight(word[1]), 0.1)) for word in wanted.words)
        paired = tuple(
            (pair, PAIR_WEIGHT * max(self.weight(pair[0]) + self.weight(pair[1]), 0.1) / 2) for pair in wanted.pairs
        )
        return weighed, paired, sum(weight for _, weight in (*weighed, *paired))
