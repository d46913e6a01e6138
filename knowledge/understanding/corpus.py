"""What the plans' texts say, word for word: which of them hold some words in a row.

Of every text the words and the pairs of neighbours are known, which settles most questions; a longer row of words is
looked for in the texts that hold all its pairs, packed until then.
"""

from __future__ import annotations

import itertools
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from knowledge.counting import numbered, ordered
from knowledge.patterns import later
from knowledge.text import folded_words, words
from knowledge.understanding.syllables import canonical

_SENTENCE = later(r"[.;:!?\n|]+")
_OPEN = 64
"""Texts that stay unpacked."""
WIDE = 1 << 24
"""More than there are different words."""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of one plan's text.

    syllables: with diacritics, tone marks in canonical place, in order of first use; counts: of each; pairs: (n, 3)
    two of them that are neighbours within a sentence, by number, and how often; said: its folded words in order of
    first use; rows: (n, 2) two of them, by number, that are neighbours anywhere; text, spelt: all its words in a row,
    folded and with diacritics, packed.
    """

    syllables: tuple[str, ...]
    counts: np.ndarray
    pairs: np.ndarray
    said: tuple[str, ...]
    rows: np.ndarray
    text: bytes
    spelt: bytes


def plan_words(text: str) -> PlanWords:
    """Count and pack the words of a text."""
    syllables: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for sentence, times in Counter(_SENTENCE.split(text)).items():
        run = spoken(sentence)
        for word in run:
            syllables[word] += times
        for pair in itertools.pairwise(run):
            pairs[pair] += times
    number = {word: at for at, word in enumerate(syllables)}
    folded = folded_words(text)
    place = {word: at for at, word in enumerate(dict.fromkeys(folded))}
    beside = dict.fromkeys(itertools.pairwise(folded))
    return PlanWords(
        tuple(syllables),
        np.array([*syllables.values()], np.int32),
        np.array([(number[a], number[b], n) for (a, b), n in pairs.items()], np.int32).reshape(-1, 3),
        tuple(place),
        np.array([(place[a], place[b]) for a, b in beside], np.int32).reshape(-1, 2),
        _packed(folded),
        _packed([canonical(word) for word in words(text)]),
    )


def spoken(sentence: str) -> list[str]:
    """Return the syllables of a sentence, without what has digits in it."""
    return [canonical(word) for word in words(sentence) if not any(map(str.isdigit, word))]


def _packed(row: Sequence[str]) -> bytes:
    return zlib.compress(f" {' '.join(row)} ".encode("utf-8", "surrogatepass"), 1)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


class Corpus:
    """The texts of a collection by plan id. Immutable, so threads may share it."""

    def __init__(self, texts: Iterable[tuple[str, PlanWords]]) -> None:
        self._packed: dict[str, tuple[bytes, bytes]] = {}
        self._words: dict[str, int] = {}
        numbered = []
        for plan_id, held in texts:
            self._packed[plan_id] = (held.text, held.spelt)
            numbered.append(_numbered(held, self._words))
        self._ids = tuple(self._packed)
        self._number = {plan_id: number for number, plan_id in enumerate(self._ids)}
        self._of_word = _Index([numbers for numbers, _ in numbered])
        self._of_pair = _Index([pairs for _, pairs in numbered])
        self._text, self._spelt = lru_cache(_OPEN)(self._open_text), lru_cache(_OPEN)(self._open_spelt)

    def with_row(self, row: Sequence[str], among: Sequence[str] = ()) -> Iterator[str]:
        """Yield the plans, of some when named, that hold these folded words in a row, in the collection's order."""
        needle = f" {' '.join(row)} "
        for plan_id in self.with_pairs([row], among):
            if len(row) < 3 or needle in self.text(plan_id):
                yield plan_id

    def with_pairs(self, rows: Sequence[Sequence[str]], among: Sequence[str] = ()) -> list[str]:
        """Return the plans, of some when named, that hold all words and neighbours of several rows of folded words."""
        found: np.ndarray | None = None
        for held in itertools.chain.from_iterable(map(self._holders, rows)):
            found = held if found is None else np.intersect1d(found, held, assume_unique=True)
        if found is None:
            return []
        if among:
            wanted = np.array([self._number[plan_id] for plan_id in among if plan_id in self._number], np.int64)
            found = np.intersect1d(found, wanted)
        return [self._ids[number] for number in found.tolist()]

    def _holders(self, row: Sequence[str]) -> Iterator[np.ndarray]:
        numbers = [self._words.get(word, -1) for word in row]
        if len(row) == 1 or -1 in numbers:
            yield self._of_word.plans(-1 if -1 in numbers else numbers[0])
            return
        for first, second in itertools.pairwise(numbers):
            yield self._of_pair.plans(first * WIDE + second)

    def text(self, plan_id: str) -> str:
        """Return a plan's folded words between single spaces."""
        return self._text(plan_id)

    def spelt(self, plan_id: str) -> str:
        """Return the same with diacritics."""
        return self._spelt(plan_id)

    def _open_text(self, plan_id: str) -> str:
        return _unpacked(self._packed[plan_id][0])

    def _open_spelt(self, plan_id: str) -> str:
        return _unpacked(self._packed[plan_id][1])


class _Index:
    """Number of a word or pair -> the plans that hold it, ascending."""

    def __init__(self, held: Sequence[np.ndarray]) -> None:
        """held: of each plan, distinct."""
        keys = np.concatenate(held) if held else np.zeros(0, np.int64)
        plans = np.repeat(np.arange(len(held), dtype=np.int32), [len(each) for each in held])
        order = ordered(keys)
        self._plans: np.ndarray = plans[order]
        self._keys, self._starts = np.unique(keys[order], return_index=True)

    def plans(self, key: int) -> np.ndarray:
        at = int(np.searchsorted(self._keys, key))
        if at == len(self._keys) or self._keys[at] != key:
            return self._plans[:0]
        end = int(self._starts[at + 1]) if at + 1 < len(self._starts) else len(self._plans)
        return self._plans[int(self._starts[at]) : end]


def _numbered(held: PlanWords, vocabulary: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return the words and pairs of a text by number; new words get one."""
    numbers = np.array(numbered(held.said, vocabulary), np.int64)
    first, second = (numbers[held.rows[:, at]] for at in (0, 1)) if len(numbers) else (numbers, numbers)
    return numbers, first * WIDE + second
