"""English questions rendered into the plans' Vietnamese through the glossary, for search."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text import fold
from knowledge.understanding.tables.english import FUNCTION
from knowledge.understanding.tables.glossary import GLOSSARY, LONGEST
from knowledge.understanding.tokens import Kind, Token

_PLURALS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ing", ""))


def render(tokens: Sequence[Token]) -> list[str]:
    """Return the Vietnamese of every known English phrase, in order, names and numbers as typed, the rest left out."""
    out: list[str] = []
    i = 0
    while i < len(tokens):
        size, words = _longest(tokens, i)
        if words is not None:
            out.append(words)
        elif tokens[i].kind is not Kind.PUNCTUATION and tokens[i].text.lower() not in FUNCTION:
            out.append(tokens[i].text)
        i += size
    return list(dict.fromkeys(out))


def _longest(tokens: Sequence[Token], start: int) -> tuple[int, str | None]:
    window: list[tuple[str, int]] = []
    for at in range(start, min(start + 2 * LONGEST, len(tokens))):
        if tokens[at].kind is Kind.PUNCTUATION and tokens[at].text not in "-'’":
            break
        if tokens[at].kind is not Kind.PUNCTUATION:
            window.append((fold(tokens[at].text), at + 1))
    for size in range(min(LONGEST, len(window)), 0, -1):
        words = _look_up([word for word, _ in window[:size]])
        if words is not None:
            return window[size - 1][1] - start, words
    return 1, None


def _look_up(words: Sequence[str]) -> str | None:
    phrase = " ".join(words)
    if phrase in GLOSSARY:
        return GLOSSARY[phrase]
    for ending, stem in _PLURALS:
        if phrase.endswith(ending) and phrase[: -len(ending)] + stem in GLOSSARY and len(phrase) > len(ending) + 2:
            return GLOSSARY[phrase[: -len(ending)] + stem]
    return None
