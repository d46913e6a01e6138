"""English questions rendered into the plans' Vietnamese through the glossary, for search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.syllables import is_syllable
from knowledge.understanding.tables.english import COMMON, COUNTS, FUNCTION, MONTHS, NUMBERS, ORDINALS
from knowledge.understanding.tables.glossary import GLOSSARY, LONGEST, WORDS
from knowledge.understanding.tokens import Kind, Token

_ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
_SHORTEST_STEM = 3
_SHORTEST_INFLECTED = 5  # shorter words are known only as listed: their endings are also ends of Vietnamese syllables
_NTH = later(r"(\d{1,2})(?:st|nd|rd|th)")
_SPELT = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBERED = frozenset({"đợt", "vòng", "lớp", "lần", "phần", "mục", "chương", "kỳ", "nhóm", "tổ", "đội"})
"""What is counted without "thứ": "đợt 3"."""
_QUOTES = frozenset("\"'“”‘’«»")


@cache
def stem(word: str) -> str:
    """Return what the inflected forms of a lower-case English word share ("parties" -> "parti", "planned" -> "plan").

    Crude, and the same on both sides of a comparison; irregular forms have their own entries in the glossary.
    """
    fitting = (word[: -len(end)] for end in _ENDINGS if word.endswith(end) and not word.endswith("ss"))
    bare = next((part for part in fitting if len(part) >= _SHORTEST_STEM), word)
    if len(bare) > _SHORTEST_STEM and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:-1] + "i" if bare.endswith("y") else bare


@cache
def _by_stem() -> dict[str, str]:
    """Return the glossary by stems. Of forms that share one the shortest is what the others mean ("head", not
    "heading")."""
    return {" ".join(map(stem, phrase.split())): GLOSSARY[phrase] for phrase in sorted(GLOSSARY, key=len, reverse=True)}


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
    printed: tells whether plans hold a pair of syllables or a phrase; of several translations, those that they hold are
    kept.
    """
    out: list[str] = []
    for i, size, said in _phrases(tokens):
        if said is not None:
            words = _in_use(said, printed, whole=size > 1)
            nth = _nth_said(tokens, i, words)
            out.append(f"{words} {nth}" if nth else words)
        elif _survives(tokens, i, is_name):
            out.append(tokens[i].text)
    return list(dict.fromkeys(words for words in out if words))


def unsaid(tokens: Sequence[Token], is_name: Callable[[Token], bool]) -> list[str]:
    """Return the words of an English question that `render` has no Vietnamese for and that are no names, lower case;
    without those that say nothing."""
    out = []
    for i, _, said in _phrases(tokens):
        word = tokens[i].text.lower()
        known = said is not None or word in FUNCTION or word in ORDINALS or _NTH.fullmatch(word)
        if not known and tokens[i].is_word and len(word) > 1 and not _survives(tokens, i, is_name):
            out.append(word)
    return out


def _phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str | None]]:
    """Yield where each phrase begins, its size in tokens, and its Vietnamese: None without any, "" of courtesy."""
    i = 0
    while i < len(tokens):
        size, said = (1, None) if _is_place(tokens, i) else _longest(tokens, i)
        yield i, size, said
        i += size


def _in_use(said: str, printed: Callable[[str], bool] | None, *, whole: bool) -> str:
    """Of translations parted by "|", return the first that plans print, or the first; of one made of pairs ("phổ biến
    tuyên truyền"), the pairs in use, or all where none is; a term of several words ("bảo hiểm y tế") stays whole."""
    first, *others = options = said.split("|")
    if printed is None:
        return first
    if others or whole:
        return next((option for option in options if printed(option)), first)
    syllables = said.split()
    pairs = [" ".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2)]
    used = [pair for pair in pairs if printed(pair)]
    return " ".join(used) if used and len(syllables) % 2 == 0 else said


def _nth_said(tokens: Sequence[Token], at: int, said: str) -> str | None:
    """Return how Vietnamese counts what an ordinal stands before: "thứ ba", "3" of a round; None without one."""
    word = tokens[at - 1].text.lower() if at else ""
    figure = _NTH.fullmatch(word)
    nth = int(figure[1]) if figure else ORDINALS.get(word)
    if nth is None:
        return None
    return str(nth) if said in _NUMBERED or nth > len(_SPELT) else f"thứ {_SPELT[nth - 1]}"


def _survives(tokens: Sequence[Token], i: int, is_name: Callable[[Token], bool]) -> bool:
    token = tokens[i]
    if not token.is_word:
        return token.kind is not Kind.PUNCTUATION or (token.text == "%" and i > 0 and tokens[i - 1].text.isdigit())
    if _is_place(tokens, i):
        return True
    if is_listed(token.text.lower()):
        return _in_a_name(tokens, i)
    return is_name(token) or _is_quoted(tokens, i)


def _is_place(tokens: Sequence[Token], i: int) -> bool:
    """A capital beside another, both of them Vietnamese syllables, is no English word ("An Giang", "Song Tra")."""
    beside = (tokens[at] for at in (i - 1, i + 1) if 0 <= at < len(tokens))
    return _is_capital(tokens[i]) and any(_is_capital(token) for token in beside)


def _is_capital(token: Token) -> bool:
    return token.is_word and len(token.text) > 1 and token.text[0].isupper() and is_syllable(token.text.lower())


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
    if len(words) == 1 and words[0] in NUMBERS:
        return NUMBERS[words[0]]
    if len(words) == 1 and words[0] in FUNCTION:
        return GLOSSARY.get(words[0])
    return GLOSSARY.get(" ".join(words)) or _by_stem().get(" ".join(map(stem, words)))
