"""Numbers with what they number ("5 không", "02 lần", "85 điểm"): whether a unit says the same as a question, and
whether it spells out the list that such a pair names. Pure functions on text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from knowledge.patterns import later
from knowledge.text import fold, folded_words

Pairs = Mapping[str, frozenset[int]]
"""Folded noun -> the numbers that stand before it."""

_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
_PAIR = later(rf"(?<![\w/.,-])(\d{{1,3}}|{'|'.join(_WORDS)})(?![/.,-]?\d)\s*[\"“”']?(%|[a-z]+\b)")
_NO_NOUNS = _WORDS.keys() | folded_words("ngày tháng năm giờ phút và đến tới từ là hoặc thì trở của trong số ở có")
_OPENS = later(r"[\"”'’)]*[^.;:(]{0,60}?(?::|\(|\bgom\b|\bla\b)")
_PARTS = later(r"[;,](?!\d)")
KEPT = 20_000


@lru_cache(KEPT)
def pairs_in(text: str) -> Pairs:
    """Return the pairs that a text says; months, days and years are no nouns."""
    found: dict[str, set[int]] = {}
    for number, noun in _PAIR.findall(fold(text)):
        if noun not in _NO_NOUNS:
            found.setdefault(noun, set()).add(_WORDS.get(number) or int(number))
    return {noun: frozenset(numbers) for noun, numbers in found.items() if numbers != {0}}


def fit(text: str, asked: Pairs) -> float:
    """Return 1 for a text that says a pair of the question, -1 for one that only numbers such a thing otherwise."""
    told = pairs_in(text) if asked else {}
    shared = [noun for noun in asked if noun in told]
    if not shared:
        return 0.0
    return 1.0 if any(asked[noun] & told[noun] for noun in shared) else -1.0


def spells_out(text: str, items: int, asked: Pairs) -> float:
    """Return 1 for a text that gives the parts of a list which the question calls by its number ("3 sạch: sạch nhà;
    sạch bếp; sạch ngõ"), -1 for one that merely names it, else 0. items: of a list that `text` heads."""
    told = pairs_in(text) if asked else {}
    named = [(noun, number) for noun in asked for number in asked[noun] & told.get(noun, frozenset())]
    if not named:
        return 0.0
    return 1.0 if any(items == number or _gives(fold(text), noun, number) for noun, number in named) else -1.0


def _gives(plain: str, noun: str, number: int) -> bool:
    words = "|".join(word for word, value in _WORDS.items() if value == number) or str(number)
    for match in re.finditer(rf"(?<!\d)(?:0?{number}|{words})\s*[\"“']?{noun}\b", plain):
        opened = _OPENS.match(plain, match.end())
        if number > 1 and opened and len(_PARTS.findall(plain, opened.end())) >= number - 1:
            return True
    return False
