"""Short forms that no table holds ("kcn", "gvcn", "bđg"), written out by what the plans say that begins so."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.tables.common import STOP_WORDS

LONGEST = 5
"""Letters of a short form."""
_LEAST = 2.0  # uses beside each other from which two words may be what is meant
_TIED, _NEIGHBOURS = 0.1, 0.01  # share of the rarer one's uses, of a form of two letters and within a longer one
_KEPT, _LIKELIEST = 60, 8  # rows of words that are weighed, and that are sought in the plans
_BESIDE = 4.0  # what it counts that the plans have the words beside the form's neighbour
_PLAINLY = 1.5  # how many times the next likely meaning's weight the likeliest has
_FORM = later(rf"[bcdđghklmnpqrstvx]{{2,{LONGEST}}}")
_OTHERWISE = frozenset(
    ("ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", "ngh", "km", "kg", "cm", "mm", "ml", "mb", "gb", "kb", "pdf")
)
"""Consonants that begin a syllable, units and formats."""


class Initials:
    """What a collection's words abbreviate to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def meant(self, typed: str, before: str, after: str) -> str | None:
        """Return the words that a short form stands for, None where several are as likely.

        typed: in lower case; before, after: its folded neighbours, empty at the ends.
        """
        if typed in _OTHERWISE or not _FORM.fullmatch(typed):
            return None
        near = self._lexicon.folded_pairs
        found: dict[tuple[str, ...], float] = {}
        for words, weight in self._chains(typed):
            beside = ((before, fold(words[0])) in near) + ((fold(words[-1]), after) in near)
            found[words] = weight * _BESIDE**beside
        likely = sorted(found, key=lambda words: -found[words])[:_LIKELIEST]
        said = [words for words in likely if self._lexicon.mentions(" ".join(words))]  # by a plan, not in general
        best, *others = said or [()]
        if not best or (others and found[best] < _PLAINLY * found[others[0]]):
            return None
        return " ".join(best)

    def _chains(self, typed: str) -> list[tuple[tuple[str, ...], float]]:
        """Return rows of words that begin with these letters, each with the weight of its weakest pair."""
        often, together = self._lexicon.syllables, self._lexicon.pairs
        chains = [(pair, weight) for pair, weight in self._pairs.get(fold(typed[:2]), ()) if _spells(typed, pair)]
        if len(typed) == 2:
            chains = [
                (p, weight) for p, weight in chains if together[p[0], p[1]] >= _TIED * min(often[word] for word in p)
            ]
        for at in range(1, len(typed) - 1):
            follow: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
            for (first, second), weight in self._pairs.get(fold(typed[at : at + 2]), ()):
                follow[first].append((second, weight))
            grown = [
                ((*words, word), min(weight, more)) for words, weight in chains for word, more in follow[words[-1]]
            ]
            spelt = (each for each in grown if _spells(typed, each[0]))
            chains = sorted(spelt, key=lambda each: -each[1])[:_KEPT]
        whole = [each for each in chains if not self._is_cut(each[0]) and STOP_WORDS.isdisjoint(each[0])]
        return sorted(whole, key=lambda each: -each[1])[:_KEPT]

    def _is_cut(self, words: tuple[str, ...]) -> bool:
        """Tell whether two words go with what stands around them: "quan nhà" of "cơ quan nhà nước"."""
        if len(words) > 2:
            return False
        before, behind = self._most_beside
        return self._lexicon.pairs[words[0], words[1]] <= min(before.get(words[0], 0.0), behind.get(words[1], 0.0))

    @cached_property
    def _most_beside(self) -> tuple[dict[str, float], dict[str, float]]:
        """Return how often a word stands beside its most frequent neighbour before it, and behind it."""
        before: dict[str, float] = {}
        behind: dict[str, float] = {}
        for (first, second), count in self._lexicon.pairs.items():
            before[second] = max(count, before.get(second, 0.0))
            behind[first] = max(count, behind.get(first, 0.0))
        return before, behind

    @cached_property
    def _pairs(self) -> dict[str, list[tuple[tuple[str, ...], float]]]:
        """Return the neighbours that belong together by their folded first letters, the most frequent first."""
        often = self._lexicon.syllables
        found: defaultdict[str, list[tuple[tuple[str, ...], float]]] = defaultdict(list)
        for pair, count in self._lexicon.pairs.items():
            tied = count / min(often[word] for word in pair) if count >= _LEAST else 0.0
            if tied >= _NEIGHBOURS and pair[0].isalpha() and pair[1].isalpha():
                found[fold(pair[0][0] + pair[1][0])].append((pair, count * min(tied, 1.0)))
        return {key: sorted(each, key=lambda held: -held[1]) for key, each in found.items()}


def _spells(typed: str, words: tuple[str, ...]) -> bool:
    """Tell whether words begin with the letters typed; "d" is "đ" too."""
    return all(
        word[0] == letter or (letter == "d" and word[0] == "đ") for letter, word in zip(typed, words, strict=False)
    )
