"""English questions rendered into the plans' Vietnamese through the glossary, for search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from knowledge.model import Query
from knowledge.text import fold, words
from knowledge.understanding.tables.english import COMMON, COUNTS, FUNCTION, MONTHS
from knowledge.understanding.tables.glossary import GLOSSARY, LONGEST, WORDS
from knowledge.understanding.tokens import Kind, Token

_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST_STEM = 3
_SHORTEST_INFLECTED = 5  # shorter words are known only as listed: their endings are also ends of Vietnamese syllables
_QUOTES = frozenset("\"'“”‘’«»")


@cache
def stem(word: str) -> str:
    """Return what the inflected forms of a lower-case English word share ("parties" -> "parti", "planned" -> "plan").

    Crude, and the same on both sides of a comparison; irregular forms have their own entries in the glossary.
    """
    ending = next((e for e in _ENDINGS if word.endswith(e) and not word.endswith("ss")), "")
    bare = word[: len(word) - len(ending)]
    bare = word if len(bare) < _SHORTEST_STEM else bare
    if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:-1] + "i" if bare.endswith("y") else bare


_STEMS = {" ".join(map(stem, phrase.split())): words for phrase, words in GLOSSARY.items()}
LISTED = FUNCTION | COMMON | MONTHS.keys() | COUNTS.keys() | {word for word in WORDS if word.isalpha()}
_LISTED_STEMS = frozenset(map(stem, LISTED - FUNCTION))


def is_listed(word: str) -> bool:
    """Tell whether lower-case `word` is an English word of the tables, inflected or not."""
    return word in LISTED or (len(word) >= _SHORTEST_INFLECTED and stem(word) in _LISTED_STEMS)


def render(
    tokens: Sequence[Token], is_name: Callable[[Token], bool], printed: Callable[[str], bool] | None = None
) -> list[str]:
    """Return the Vietnamese of every known English phrase, in order, with numbers, names and quoted words as typed.

    is_name: tells whether a word that the tables do not hold is a name; other words say nothing to the plans.
    printed: tells whether plans hold a pair of syllables; of several translations, those that they hold are kept.
    """
    out: list[str] = []
    i = 0
    while i < len(tokens):
        size, words = _longest(tokens, i)
        if words is not None:
            out.append(_in_use(words, printed) if printed else words)
        elif _survives(tokens, i, is_name):
            out.append(tokens[i].text)
        i += size
    return list(dict.fromkeys(out))


def _in_use(words: str, printed: Callable[[str], bool]) -> str:
    """Of a translation made of pairs ("phổ biến tuyên truyền"), keep the pairs in use, or all where none is."""
    syllables = words.split()
    pairs = [" ".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2)]
    used = [pair for pair in pairs if printed(pair)]
    return " ".join(used) if used and len(syllables) % 2 == 0 else words


def _survives(tokens: Sequence[Token], i: int, is_name: Callable[[Token], bool]) -> bool:
    token = tokens[i]
    if not token.is_word:
        return token.kind is not Kind.PUNCTUATION
    if is_listed(token.text.lower()):
        return _in_a_name(tokens, i)
    return is_name(token) or _is_quoted(tokens, i)


def _in_a_name(tokens: Sequence[Token], i: int) -> bool:
    """An English word is part of a name beside a capital that is not English ("World Cup", "Windsor Castle")."""
    beside = [tokens[at] for at in (i - 1, i + 1) if 0 <= at < len(tokens)]
    capital = i > 0 and tokens[i].text[0].isupper()
    return capital and any(t.is_word and t.text[0].isupper() and not is_listed(t.text.lower()) for t in beside)


def _is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """A word between quotation marks; an apostrophe stands close on both sides and quotes nothing."""
    marks = [
        at
        for at, mark in enumerate(tokens)
        if mark.text in _QUOTES and not (0 < at < len(tokens) - 1 and _touch(tokens[at - 1], mark, tokens[at + 1]))
    ]
    return any(at < i for at in marks) and any(at > i for at in marks)


def _touch(left: Token, mark: Token, right: Token) -> bool:
    return left.end == mark.start and mark.end == right.start


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
    """Look a phrase up as typed, else by its stems; a lone function word ("us", "others") has no inflected forms."""
    if len(words) == 1 and words[0] in FUNCTION:
        return GLOSSARY.get(words[0])
    return GLOSSARY.get(" ".join(words)) or _STEMS.get(" ".join(map(stem, words)))


def translated_share(query: Query) -> float:
    """Return how much of an English question the glossary could say in Vietnamese, 0 to 1 (two syllables a word)."""
    content = [word for word in words(query.text) if word not in FUNCTION]
    return min(1.0, len(set(query.terms)) / (2 * len(content))) if content else 0.0
