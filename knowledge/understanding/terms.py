"""Content words of a question, folded, for the lexical index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.text import folded_words
from knowledge.understanding.tables.common import STOP_PHRASES, STOP_WORDS

_MOST = 40
_PHRASES = tuple(tuple(phrase.split()) for phrase in STOP_PHRASES)


def choose(spelt: Sequence[str], *, counted: bool, also: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the folded content words of `spelt` (words with their diacritics), each once, in order, then `also`.

    counted: the question names a list such as "5 không", so "không" is content.
    """
    empty = STOP_WORDS if counted else STOP_WORDS | {"không"}
    kept = (word for word in _without_phrases([word.lower() for word in spelt]) if word not in empty)
    found = [part for word in kept for part in folded_words(word)]
    return tuple(dict.fromkeys([*found, *also]))[:_MOST]


def _without_phrases(spelt: Sequence[str]) -> Iterable[str]:
    i = 0
    while i < len(spelt):
        phrase = next((p for p in _PHRASES if tuple(spelt[i : i + len(p)]) == p), None)
        if phrase is None:
            yield spelt[i]
        i += len(phrase) if phrase else 1
