"""Which language a question is in: Vietnamese, Vietnamese without diacritics, or English."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.model import Language
from knowledge.understanding.diacritics import is_accented
from knowledge.understanding.english import is_listed
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.tables.english import EITHER
from knowledge.understanding.tokens import Token

# English words that people use inside Vietnamese.
_BORROWED_TEXT = """
deadline file word excel email mail bot zalo ok hello hi link web app form test pdf report plan
"""
_BORROWED = frozenset(_BORROWED_TEXT.split())
_WEAK = 0.4


def detect(
    tokens: Sequence[Token], lexicon: Lexicon, *, decoded: bool = False, names: Collection[int] = ()
) -> Language:
    """Weigh the words; decoded: some were unconverted Telex or VNI, so the writer has diacritics in mind; names: which
    tokens are known to be of names.

    Names, and what has capitals as names have, count little, so that they leave an English question English.
    """
    called = {id(tokens[at]) for at in names}
    words = [token for token in tokens if token.is_word]
    english_weight = sum(_english(token, lexicon) for token in words)
    vietnamese_weight = sum(
        _WEAK / 2 if id(words[i]) in called else _vietnamese(i, words, lexicon) for i in range(len(words))
    )
    accented = any(is_accented(token.text) for token in words)
    if english_weight > vietnamese_weight:
        return Language.EN
    return Language.VI if accented or decoded or not words else Language.VI_PLAIN


def is_english(word: str, lexicon: Lexicon) -> bool:
    """Tell whether lower-case `word` is English and no Vietnamese syllable."""
    return is_listed(word) and not lexicon.knows_folded(word)


def _english(token: Token, lexicon: Lexicon) -> float:
    word = token.text.lower()
    if not is_listed(word):
        return 0.0
    if word in _BORROWED:
        return _WEAK
    return 1.0 if is_english(word, lexicon) and word not in EITHER else _WEAK


def _vietnamese(i: int, words: Sequence[Token], lexicon: Lexicon) -> float:
    token = words[i]
    name = token.text[0].isupper() and not token.text.isupper()
    if name and (i > 0 or (len(words) > 1 and words[1].text[0].isupper())):
        return _WEAK / 2
    if is_accented(token.text):
        return 1.5
    known = lexicon.knows_folded(token.folded)
    return (_WEAK if is_listed(token.folded) else 1.0) if known else 0.0
