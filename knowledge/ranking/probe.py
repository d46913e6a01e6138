"""A question as the scorer sees it: its words with what each is worth, its vector, and what it asks for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from knowledge.index.parts import pairs
from knowledge.model import Language, Query
from knowledge.ranking import weights
from knowledge.ranking.shelf import ATTRIBUTES, Shelf, meant
from knowledge.text import fold, folded_words, syllable_key, words

UNSEEN = 0.55
"""What a word is worth that no training question used."""

CARRIED = 0.6
"""What a word of an earlier turn weighs beside one of the last."""
TELLING, FEWEST = 0.4, 2
"""Worth of a word that says what a question is about, and how many of them make a follow-up's own turn say it."""


@dataclass(frozen=True, slots=True)
class Probe:
    """words: folded, in order; worth: word or pair -> weight; every: the same, all weighing 1; terms: content words;
    exact: syllables with diacritics -> weight;
    asked: (attributes,) 0 or 1; counted: the thing whose number is asked for; things: the
    two syllables by which what is counted or listed is called ("nội dung"); last: the words of a
    follow-up's own turn, all words of any other question; vector: of the gist."""

    query: Query
    words: tuple[str, ...]
    worth: dict[str, float]
    every: dict[str, float]
    terms: dict[str, float]
    exact: dict[str, float]
    asked: np.ndarray
    vector: np.ndarray
    counted: str = ""
    things: tuple[str, ...] = ()
    last: frozenset[str] = frozenset()

    def weights(self, shelf: Shelf) -> dict[str, float]:
        """Return what each word weighs in a collection: its worth times how rare it is there."""
        if not self._weights:
            self._weights.update((word, self.worth[word] * shelf.whole.idf(word)) for word in self.words)
        return self._weights

    _weights: dict[str, float] = field(default_factory=dict)


def probe(query: Query, vector: np.ndarray, values: dict[str, float] | None = None) -> Probe:
    """Make a probe. vector: the embedded `gist_of(query)`; values: what words are worth, as trained when not given."""
    worth_of = word_values() if values is None else values
    english = query.language is Language.EN and query.sought
    text = " ".join(query.sought) if english else gist_of(query)
    spoken = meant(text)
    own = frozenset(meant(query.sought[-1]) if english else folded_words(query.text))
    last = frozenset(spoken) & own if query.follow_up else frozenset(spoken)
    telling = sum(worth_of.get(word, UNSEEN) >= TELLING for word in last if not word.isdigit())
    carried = CARRIED if telling >= FEWEST else 1.0
    worth = {word: worth_of.get(word, UNSEEN) * (1 if word in last else carried) for word in spoken}
    paired = {f"{a}_{b}": min(worth[a], worth[b]) for a, b in itertools.pairwise(spoken)}
    keys = [(syllable_key(word), worth_of.get(fold(word), UNSEEN)) for word in words(text)]
    exact = dict(keys) | {f"{a}_{b}": min(x, y) for (a, x), (b, y) in itertools.pairwise(keys)}
    terms = [part for term in query.terms for part in folded_words(term)]
    return Probe(
        query=query,
        words=tuple(spoken),
        worth=worth | paired,
        every=dict.fromkeys([*spoken, *pairs(spoken)], 1.0),
        terms=dict.fromkeys([*terms, *pairs(terms)], 1.0),
        exact=exact,
        asked=np.array([name in query.slots.asked for name in ATTRIBUTES], np.float32),
        vector=vector,
        counted=_counted(spoken),
        things=_things(spoken) if query.slots.shape & {"all", "count", "nth"} else (),
        last=last,
    )


def _counted(spoken: Sequence[str]) -> str:
    """Return the folded word after "mấy", "bao nhiêu" or "how many", as the plans' language has it; "" without one. Of
    "mấy loại sổ" it is the thing, not the word for kinds."""
    for at, word in enumerate(spoken[:-1]):
        if word == "may" or (word == "nhieu" and at and spoken[at - 1] == "bao"):
            kinds = spoken[at + 1] in _KINDS and at + 2 < len(spoken)
            return spoken[at + 2 if kinds else at + 1]
    return ""


_KINDS = frozenset({"loai", "kieu", "dang"})


def _things(spoken: Sequence[str]) -> tuple[str, ...]:
    """Return the two syllables after "mấy", "bao nhiêu", "những" or "các"; () without any."""
    for at, word in enumerate(spoken[:-2]):
        if word in ("may", "nhung", "cac") or (word == "nhieu" and at and spoken[at - 1] == "bao"):
            return tuple(spoken[at + 1 : at + 3])
    return ()


def gist_of(query: Query) -> str:
    """Return the words of a question that say what it is about, as they are embedded and searched for."""
    return query.topic or query.restored


@weights.made_once
def word_values() -> dict[str, float]:
    """Return what words of questions are worth, 0 to 1: how much likelier the evidence holds one than any unit does."""
    values: dict[str, float] = weights.read("words")["worth"]
    return values
