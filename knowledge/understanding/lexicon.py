"""What the collection's own words are: syllables, neighbours and whether a phrase occurs in a plan."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from knowledge.counting import numbered
from knowledge.text import fold, folded_words, words
from knowledge.understanding.corpus import WIDE, Corpus, PlanWords, spoken
from knowledge.understanding.syllables import canonical
from knowledge.understanding.tables.common import PHRASES
from knowledge.understanding.tables.everyday import EVERYDAY

KEPT_PHRASES = 20_000
"""Phrases of which it is kept whether they stand somewhere: questions name the same offices and places."""
_COMMON_WEIGHT = 3.0  # a phrase of the general list weighs as much as three occurrences in the plans


LEVELS = ("phường ", "xã ", "thị trấn ", "đặc khu ", "quận ", "huyện ", "thị xã ", "thành phố ", "tỉnh ")


@dataclass(frozen=True)
class Lexicon:
    """Counts over the plans and the general phrases.

    syllables / pairs: with diacritics, lower case, tone marks in canonical place; by_folded: folded syllable -> its
    spellings; folded_pairs: neighbours without diacritics; corpus: the plans' texts; folded_by_length: the folded
    syllables by their length; own: the wards and communes that the plans are of or lie in, folded level and name -> the
    name as printed ("xa hoa dong": "Hòa Đông").
    """

    syllables: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    by_folded: Mapping[str, tuple[str, ...]]
    folded_pairs: frozenset[tuple[str, str]]
    corpus: Corpus
    total: float
    folded_by_length: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    _held: dict[tuple[str, ...], bool] = field(default_factory=dict, repr=False, compare=False)

    def knows(self, word: str) -> bool:
        """Tell whether lower-case `word` with its diacritics is a syllable of the vocabulary."""
        return canonical(word) in self.syllables

    def knows_folded(self, folded: str) -> bool:
        """Tell whether some syllable of the vocabulary folds to `folded`."""
        return folded in self.by_folded

    def weight_of(self, first: str, second: str) -> float:
        """Return how often two folded syllables stand side by side, in any spelling."""
        spellings = itertools.product(self.by_folded.get(first, ()), self.by_folded.get(second, ()))
        return sum(self.pairs.get(pair, 0.0) for pair in spellings)

    def spells(self, name: str) -> bool:
        """Tell whether some plan holds `name` with its diacritics, so that "Biên Hòa" is not "biến hòa".

        Where a paper was signed ("Hà Nội, ngày ...") is no place that it speaks of; it stands there without its level.
        """
        return self._once(("spelt", name), lambda: self._spells(name))

    def _spells(self, name: str) -> bool:
        spelt = " ".join(map(canonical, words(name)))
        signed = "" if spelt.startswith(LEVELS) else "(?!ngày )"
        needle = re.compile(f" {spelt} {signed}")
        near = self.corpus.with_pairs([folded_words(name)])
        return any(needle.search(self.corpus.spelt(plan_id)) for plan_id in near)

    def mentions(self, phrase: str, plan_ids: Sequence[str] = ()) -> bool:
        """Tell whether one of `plan_ids` (any plan when empty) holds the folded words of `phrase` in a row."""
        row = folded_words(phrase)
        return self._once((*plan_ids, "", *row), lambda: next(self.corpus.with_row(row, plan_ids), None) is not None)

    def mentioning(self, phrase: str, plan_ids: Sequence[str]) -> Iterator[str]:
        """Yield those of `plan_ids` that hold the folded words of `phrase` in a row; none of no ids."""
        return self.corpus.with_row(folded_words(phrase), plan_ids) if plan_ids else iter(())

    def matches(self, pattern: re.Pattern[str], *phrases: str) -> bool:
        """Tell whether a pattern finds something in the folded words of a plan that holds all these phrases."""
        near = self.corpus.with_pairs([folded_words(phrase) for phrase in phrases])
        return any(pattern.search(self.corpus.text(plan_id)) for plan_id in near)

    def _once(self, key: tuple[str, ...], told: Callable[[], bool]) -> bool:
        found = self._held.get(key)
        if found is None:
            if len(self._held) >= KEPT_PHRASES:
                self._held.clear()
            found = self._held[key] = told()
        return found


def build(texts: Iterable[tuple[str, PlanWords]]) -> Lexicon:
    """Put together the words of plans (with their ids) and of the general phrases."""
    tally = _Tally()
    corpus = Corpus(tally.counted(texts))
    syllables, pairs = tally.syllables(), tally.pairs()
    for run in _general():
        _count(run, syllables, pairs)
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for word, _ in syllables.most_common():
        spellings[fold(word)].append(word)
    lengths: defaultdict[int, list[str]] = defaultdict(list)
    for key in spellings:
        lengths[len(key)].append(key)
    folded = {word: fold(word) for word in syllables}
    return Lexicon(
        syllables=syllables,
        pairs=pairs,
        by_folded={key: tuple(values[:12]) for key, values in spellings.items()},
        folded_pairs=frozenset((folded[a], folded[b]) for a, b in pairs),
        corpus=corpus,
        total=float(sum(syllables.values())),
        folded_by_length={length: tuple(keys) for length, keys in lengths.items()},
    )


class _Tally:
    """The syllables of plans and their neighbours, counted all at once: a collection has millions."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._words: list[tuple[np.ndarray, np.ndarray]] = []
        self._pairs: list[tuple[np.ndarray, np.ndarray]] = []

    def counted(self, texts: Iterable[tuple[str, PlanWords]]) -> Iterator[tuple[str, PlanWords]]:
        """Yield the words of plans, and take them in."""
        for plan_id, held in texts:
            own = np.array(numbered(held.syllables, self._number), np.int64)
            self._words.append((own, held.counts))
            if len(held.pairs):
                self._pairs.append((own[held.pairs[:, 0]] * WIDE + own[held.pairs[:, 1]], held.pairs[:, 2]))
            yield plan_id, held

    def syllables(self) -> Counter[str]:
        """Return how often each was met, in the order in which they were."""
        numbers, counts = (np.concatenate(each) for each in zip(*self._words, strict=True)) if self._words else ((), ())
        often = np.bincount(numbers, counts, len(self._number)).astype(np.int64)
        return Counter(dict(zip(self._number, often.tolist(), strict=True)))

    def pairs(self) -> Counter[tuple[str, str]]:
        """Return how often two were neighbours."""
        if not self._pairs:
            return Counter()
        names, (keys, counts) = list(self._number), (np.concatenate(each) for each in zip(*self._pairs, strict=True))
        distinct, at = np.unique(keys, return_inverse=True)
        often = np.bincount(at, counts).astype(np.int64).tolist()
        firsts, seconds = (distinct // WIDE).tolist(), (distinct % WIDE).tolist()
        named = ((names[first], names[second]) for first, second in zip(firsts, seconds, strict=True))
        return Counter(dict(zip(named, often, strict=True)))


@cache
def _general() -> list[list[str]]:
    return [spoken(phrase) for phrases in (PHRASES, EVERYDAY) for phrase in phrases.split("|")]


def _count(run: Sequence[str], syllables: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    for word in run:
        syllables[word] += _COMMON_WEIGHT  # type: ignore[assignment]
    for pair in itertools.pairwise(run):
        pairs[pair] += _COMMON_WEIGHT  # type: ignore[assignment]


def usual_committee(words: Lexicon) -> str:
    """Return the Party committee that "TU" stands for most often in the plans."""
    names = ("tỉnh ủy", "thành ủy", "thị ủy")
    return max(names, key=lambda name: words.pairs.get((name.split()[0], "ủy"), 0.0))
