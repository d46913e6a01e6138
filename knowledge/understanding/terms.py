"""Content words of a question, folded, for the lexical index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from knowledge.patterns import later
from knowledge.text import folded_words
from knowledge.understanding.tables.common import (
    COLLOQUIAL,
    COMPOUNDS,
    COURTESY,
    COURTESY_AFTER,
    STOP_PHRASES,
    STOP_WORDS,
)

_MOST = 40
_LONGEST_LINE = 1_000
_COURTESY = later(rf"^(?:(?:{COURTESY})[ ,]+)+|(?:[ ,]+(?:{COURTESY_AFTER}))+(?=[?!. ]*$)", re.IGNORECASE)


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Index phrases by their first word, their order kept."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        table.setdefault(phrase[0], []).append(phrase)
    return table


_SAID = _by_first(sorted(COLLOQUIAL, key=len, reverse=True))
_EMPTY = _by_first(tuple(phrase.split()) for phrase in STOP_PHRASES)
_WHOLE = _by_first(sorted((tuple(phrase.split()) for phrase in COMPOUNDS), key=len, reverse=True))


def choose(
    spelt: Sequence[str], *, counted: bool, also: Iterable[str] = (), printed: Callable[[str], bool] = bool
) -> tuple[str, ...]:
    """Return the folded content words of `spelt` (words with their diacritics), each once, in order, then `also`.

    counted: the question names a list such as "5 không", so "không" is content. printed: tells whether the plans have a
    phrase; an everyday one that they lack is given in their words.
    """
    stop = STOP_WORDS if counted else STOP_WORDS | {"không"}
    kept = _content(_in_their_words([word.lower() for word in spelt], printed), stop)
    found = [part for word in kept for part in folded_words(word)]
    return tuple(dict.fromkeys([*found, *also]))[:_MOST]


def without_courtesy(line: str) -> str:
    """Return a Vietnamese question without its greeting, its "cho em hỏi" and its "ạ"; never empty unless it is."""
    return _COURTESY.sub("", line[:_LONGEST_LINE]).strip() or line


def _in_their_words(spelt: Sequence[str], printed: Callable[[str], bool]) -> list[str]:
    out: list[str] = []
    i = 0
    while i < len(spelt):
        said = _at(spelt, i, _SAID)
        out += COLLOQUIAL[said].split() if said and not printed(" ".join(said)) else spelt[i : i + (len(said) or 1)]
        i += len(said) or 1
    return out


def _content(spelt: Sequence[str], stop: frozenset[str]) -> Iterator[str]:
    """Yield the words that say something; compounds ("bằng khen") are kept whole, empty phrases go whole."""
    i = 0
    while i < len(spelt):
        if empty := _at(spelt, i, _EMPTY):
            i += len(empty)
            continue
        whole = _at(spelt, i, _WHOLE)
        yield from whole or (word for word in spelt[i : i + 1] if word not in stop)
        i += len(whole) or 1


def _at(spelt: Sequence[str], i: int, phrases: dict[str, list[tuple[str, ...]]]) -> tuple[str, ...]:
    return next((p for p in phrases.get(spelt[i], ()) if tuple(spelt[i : i + len(p)]) == p), ())
