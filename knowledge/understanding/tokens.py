"""A question cut into tokens that remember what was typed and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from knowledge.patterns import later
from knowledge.text import fold


class Kind(StrEnum):
    """What a token looks like."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"  # 30/9, 30.9.2024, 23-02-2023
    DOCUMENT = "document"  # 43/KH-UBND, 25-NQ/TW
    ADDRESS = "address"  # mail or web address
    PUNCTUATION = "punctuation"


_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?:0?[1-9]|1[0-2])"
_DATE = rf"(?<![\d/.-]){_DAY_MONTH}(?:(?P=sep)(?:19|20)?\d\d)?(?![\d/-]|[.]\d)"
_SYMBOL = r"[A-Za-zĐđƯưỦủ&]{1,12}\d{0,2}"
_SYMBOLS = rf"{_SYMBOL}(?:[-/.]{_SYMBOL}){{1,4}}|[A-ZĐ]{{2,10}}\d{{0,2}}|(?i:kh|qđ|qd|nq|cv|hd|tb|bc|kl|nđ|tt)"
_STATE = rf"(?:/\d{{4}})?[ ]?/[ ]?(?:{_SYMBOLS})"
_PARTY = rf"[ ]?-[ ]?{_SYMBOL}/{_SYMBOL}(?:[-/.]{_SYMBOL}){{0,3}}"
_DOCUMENT = rf"\d{{1,5}}(?:{_STATE}|{_PARTY})(?![^\W_])"
_ADDRESS = r"[\w.+-]{1,64}@[\w.-]{1,80}|https?://\S{1,200}"
_NUMBER = r"\d+(?:[.,]\d+)*(?![^\W\d_])"
_TOKEN = later(
    rf"(?P<address>{_ADDRESS})|(?P<date>{_DATE})|(?P<document>{_DOCUMENT})|(?P<number>{_NUMBER})"
    r"|(?P<word>[^\W_]+)|(?P<punctuation>[^\w\s]|_)"
)


class Token(NamedTuple):
    """A word, number or mark; `start` and `end` are its place in the typed text, kept through every rewriting.

    A named tuple because whole plans are cut into them: a frozen dataclass takes three times as long to make.
    """

    text: str
    folded: str
    start: int
    end: int
    kind: Kind

    @property
    def is_word(self) -> bool:
        """A token that may be rewritten."""
        return self.kind is Kind.WORD

    @property
    def stands_for_name(self) -> bool:
        """A mark in place of a name that was taken out."""
        return self.kind is Kind.PUNCTUATION and self.end - self.start > 1


_KINDS = {kind.value: kind for kind in Kind} | {"sep": Kind.DATE}
_folded = lru_cache(maxsize=65536)(fold)


def tokenize(text: str) -> list[Token]:
    """Cut NFC `text` into tokens in reading order; white space is dropped."""
    found = []
    for match in _TOKEN.finditer(text):
        text = match.group()
        found.append(Token(text, _folded(text), match.start(), match.end(), _KINDS[match.lastgroup or "punctuation"]))
    return found


def rewrite(token: Token, text: str) -> list[Token]:
    """Return the words of `text` in place of `token`, in its place and with its capital."""
    if token.text[:1].isupper() and text[:1].islower() and not token.text.isupper():
        text = text[:1].upper() + text[1:]
    return [new._replace(start=token.start, end=token.end) for new in tokenize(text)]


def with_text(token: Token, text: str) -> Token:
    """Return `token` spelt `text`."""
    return token._replace(text=text, folded=fold(text))


def _cased_as(token: Token, word: str) -> str:
    """Keep a capital that was typed ("Quận" for the level's "quận")."""
    return word[:1].upper() + word[1:] if token.text[:1].isupper() else word


def print_over(typed: Sequence[Token], proper: str) -> list[Token]:
    """Return the tokens of a name spelt as printed."""
    words = proper.replace("-", " ").split()
    if len(words) == len(typed):
        return [with_text(token, _cased_as(token, word)) for token, word in zip(typed, words, strict=True)]
    whole = typed[0]._replace(end=typed[-1].end)
    return rewrite(whole, " ".join(words))


_NO_SPACE_BEFORE = frozenset(".,;:?!)]}”%’…")
_NO_SPACE_AFTER = frozenset("([{“‘")
_APOSTROPHES = frozenset("'’")


def spell_out(tokens: Iterable[Token]) -> str:
    """Join tokens into a line, with the usual spaces around marks."""
    line, end = "", -1
    for token in tokens:
        within = token.start == end and (token.text in _APOSTROPHES or line[-1] in _APOSTROPHES)  # "M'Đrắk"
        glue = not line or within or token.text in _NO_SPACE_BEFORE or line[-1] in _NO_SPACE_AFTER
        line += token.text if glue else f" {token.text}"
        end = token.end
    return line


def folded_line(tokens: Sequence[Token]) -> str:
    """Return the folded words and numbers between single spaces, padded, so that " cue " finds whole words."""
    return " " + " ".join(t.folded for t in tokens if t.kind is not Kind.PUNCTUATION or t.text == "%") + " "
