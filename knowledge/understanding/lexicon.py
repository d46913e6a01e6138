"""What the collection's own words are: syllables, neighbours and whether a phrase occurs in a plan."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.text import fold, folded_words, words
from knowledge.understanding.syllables import canonical
from knowledge.understanding.tables.common import PHRASES
from knowledge.understanding.tables.everyday import EVERYDAY

_SENTENCE = re.compile(r"[.;:!?\n|]+")
KEPT_PHRASES = 20_000
"""Phrases of which it is kept where they stand: questions name the same offices and places."""
_COMMON_WEIGHT = 3.0  # a phrase of the general list weighs as much as three occurrences in the plans


_LEVELS = ("phường ", "xã ", "thị trấn ", "đặc khu ", "quận ", "huyện ", "thị xã ", "thành phố ", "tỉnh ")


@dataclass(frozen=True)
class Lexicon:
    """Counts over the plans and the general phrases.

    syllables / pairs: with diacritics, lower case, tone marks in canonical place; by_folded: folded syllable -> its
    spellings; folded_pairs: neighbours without diacritics; texts: plan id -> its folded words between single spaces;
    spelt: the same with diacritics; folded_by_length: the folded syllables by their length.
    """

    syllables: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    by_folded: Mapping[str, tuple[str, ...]]
    folded_pairs: frozenset[tuple[str, str]]
    texts: Mapping[str, str]
    spelt: Mapping[str, str]
    total: float
    folded_by_length: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    _held: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

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

    def plans_with(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of the plans in which the folded words of `phrase` stand in a row."""
        needle = " " + " ".join(folded_words(phrase)) + " "
        found = self._held.get(needle)
        if found is None:
            found = tuple(plan_id for plan_id, text in self.texts.items() if needle in text)
            if len(self._held) >= KEPT_PHRASES:
                self._held.clear()
            self._held[needle] = found
        return found

    def spells(self, name: str) -> bool:
        """Tell whether some plan holds `name` with its diacritics, so that "Biên Hòa" is not "biến hòa".

        Where a paper was signed ("Hà Nội, ngày ...") is no place that it speaks of; it stands there without its level.
        """
        spelt = " ".join(map(canonical, words(name)))
        signed = "" if spelt.startswith(_LEVELS) else "(?!ngày )"
        needle = re.compile(f" {spelt} {signed}")
        return any(needle.search(text) for text in self.spelt.values())

    def mentions(self, phrase: str, plan_ids: Sequence[str] = ()) -> bool:
        """Tell whether one of `plan_ids` (any plan when empty) holds the folded words of `phrase` in a row."""
        found = self.plans_with(phrase)
        return any(plan_id in plan_ids for plan_id in found) if plan_ids else bool(found)


def build(texts: Mapping[str, str]) -> Lexicon:
    """Count the words of `texts` (plan id -> source text) and of the general phrases."""
    syllables: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    said = Counter(sentence for text in texts.values() for sentence in _SENTENCE.split(text))
    for sentence, times in said.items():  # plans share many
        _count(sentence, float(times), syllables, pairs)
    for phrases in (PHRASES, EVERYDAY):
        for phrase in phrases.split("|"):
            _count(phrase, _COMMON_WEIGHT, syllables, pairs)
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for word, _ in syllables.most_common():
        spellings[fold(word)].append(word)
    lengths: defaultdict[int, list[str]] = defaultdict(list)
    for key in spellings:
        lengths[len(key)].append(key)
    return Lexicon(
        syllables=syllables,
        pairs=pairs,
        by_folded={key: tuple(values[:12]) for key, values in spellings.items()},
        folded_pairs=frozenset((fold(a), fold(b)) for a, b in pairs),
        texts={plan_id: f" {' '.join(folded_words(text))} " for plan_id, text in texts.items()},
        spelt={plan_id: f" {' '.join(map(canonical, words(text)))} " for plan_id, text in texts.items()},
        total=float(sum(syllables.values())),
        folded_by_length={length: tuple(keys) for length, keys in lengths.items()},
    )


def _count(sentence: str, weight: float, syllables: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    run = [canonical(word) for word in words(sentence) if not any(c.isdigit() for c in word)]
    for word in run:
        syllables[word] += weight  # type: ignore[assignment]
    for pair in itertools.pairwise(run):
        pairs[pair] += weight  # type: ignore[assignment]


def usual_committee(words: Lexicon) -> str:
    """Return the Party committee that "TU" stands for most often in the plans."""
    names = ("tỉnh ủy", "thành ủy", "thị ủy")
    return max(names, key=lambda name: words.pairs.get((name.split()[0], "ủy"), 0.0))
