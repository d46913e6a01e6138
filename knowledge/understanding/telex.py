"""Vietnamese typed without its input method: Telex ("nawm ddieeuf khoong") and VNI ("ba1o ca1o").

A word is decoded only when the result is a plausible syllable and the word is not English. The letters s f r x j can
end no Vietnamese syllable, so there they are tone keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.syllables import add_tone, is_syllable
from knowledge.understanding.tokens import Token, with_text

_TONE_KEYS = {"s": "sắc", "f": "huyền", "r": "hỏi", "x": "ngã", "j": "nặng"}
_TONE_DIGITS = dict(zip("12345", ("sắc", "huyền", "hỏi", "ngã", "nặng"), strict=True))
_ASCII_WORD = later(r"[a-z]{2,9}")
_VNI_WORD = later(r"[a-z]{1,6}[1-9][a-z1-9]{0,5}")
_DOUBLED = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"))
_FIRST_VOWEL = later("[aeiouy]")


def telex(word: str) -> str | None:
    """Decode one lower-case ASCII word, or None when it holds no Telex key or gives no syllable."""
    vowel = _FIRST_VOWEL.search(word)
    if not _ASCII_WORD.fullmatch(word) or (vowel is None and "w" not in word):
        return None
    head, tail = (word[: vowel.end()], word[vowel.end() :]) if vowel else (word, "")
    tones = [c for c in tail if c in _TONE_KEYS]
    base = head + "".join(c for c in tail if c not in _TONE_KEYS)
    if len(tones) > 1:
        return None
    base = _hook(_double(base))
    decoded = add_tone(base, _TONE_KEYS[tones[0]]) if tones else base
    return decoded if decoded != word and is_syllable(decoded) else None


def vni(word: str) -> str | None:
    """Decode one lower-case word with VNI digits, or None."""
    if not _VNI_WORD.fullmatch(word):
        return None
    tones = [c for c in word if c in _TONE_DIGITS]
    base = "".join(c for c in word if c not in _TONE_DIGITS)
    if len(tones) > 1:
        return None
    for digit, pairs in (("6", ("aâ", "eê", "oô")), ("8", ("aă",)), ("9", ("dđ",))):
        if digit in base:
            base = base.replace(digit, "")
            plain, marked = next(((p[0], p[1]) for p in pairs if p[0] in base), ("", ""))
            base = base.replace(plain, marked, 1) if plain else base
    base = _hook(base.replace("7", "w")) if "7" in base else base
    decoded = add_tone(base, _TONE_DIGITS[tones[0]]) if tones else base
    return decoded if decoded != word and is_syllable(decoded) else None


def _double(base: str) -> str:
    for pair, letter in _DOUBLED:
        base = base.replace(pair, letter, 1)
    return base


def _hook(base: str) -> str:
    """Apply the key w: ươ, ă, ơ, ư, whichever vowel stands there; alone it is ư."""
    if "w" not in base:
        return base
    if "wow" in base and "uwow" not in base:  # the key for both letters: "đwowc" as "đuwowc"
        base = base.replace("wow", "uow", 1)
    base = (
        base.replace("w", "", 2) if base.count("w") == 2 and "u" in base and "o" in base else base.replace("w", "\0", 1)
    )
    if "\0" in base and not _FIRST_VOWEL.search(base.replace("qu", "q", 1)):
        return base.replace("\0", "ư")
    base = base.replace("\0", "")
    start = 2 if base.startswith("qu") else 0
    for plain, hooked in (("uo", "ươ"), ("a", "ă"), ("o", "ơ"), ("u", "ư")):
        if plain in base[start:]:
            return base[:start] + base[start:].replace(plain, hooked, 1)
    return base


def decode(
    tokens: Sequence[Token], known: Callable[[str], bool], foreign: Callable[[str], bool]
) -> tuple[list[Token], bool]:
    """Decode what is typed in Telex or VNI. known: a syllable of the vocabulary; foreign: an English word.

    Returns the tokens and whether any was decoded. VNI needs two decodable words, since "q1" and "6t" are short forms.
    """
    vni_words = sum(_vni_of(token, known) is not None for token in tokens)
    out, changed = [], False
    for token in tokens:
        decoded = _telex_of(token, known, foreign) or (_vni_of(token, known) if vni_words > 1 else None)
        changed = changed or decoded is not None
        out.append(token if decoded is None else with_text(token, _same_case(decoded, token.text)))
    return out, changed


def _telex_of(token: Token, known: Callable[[str], bool], foreign: Callable[[str], bool]) -> str | None:
    word = token.text.lower()
    plain = is_syllable(word) and "w" not in word and known(word)
    if not token.is_word or not word.isascii() or foreign(word) or plain:
        return None
    decoded = telex(word)
    if decoded is None:
        return None
    doubled = any(pair in word for pair, _ in _DOUBLED) or re.search("[aou]w", word)
    return decoded if known(decoded) or (doubled and len(fold(decoded)) > 1) else None


def _vni_of(token: Token, known: Callable[[str], bool]) -> str | None:
    decoded = vni(token.text.lower()) if token.is_word else None
    return decoded if decoded is not None and known(decoded) else None


def _same_case(decoded: str, typed: str) -> str:
    return decoded[:1].upper() + decoded[1:] if typed[:1].isupper() else decoded
