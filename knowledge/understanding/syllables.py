"""What a Vietnamese syllable can look like: onset, rime, tone; and where the tone mark goes.

Source: the closed set of rimes of Vietnamese orthography (Hoàng Phê, Từ điển chính tả).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnpqrstvx", "")
_RIMES_TEXT = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch
êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao
oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt
uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_RIMES = frozenset(_RIMES_TEXT.split())
_TONES = {"sắc": "\u0301", "huyền": "\u0300", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
_TONE_MARKS = frozenset(_TONES.values())
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")


def toneless(word: str) -> str:
    """Return `word` without its tone mark, other diacritics kept."""
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONE_MARKS))


def onset_of(base: str) -> str:
    """Return the longest onset of a toneless syllable that leaves a rime."""
    return next((o for o in _ONSETS if base.startswith(o) and len(base) > len(o)), "")


@cache
def is_syllable(word: str) -> bool:
    """Tell whether lower-case `word` is spelt like a Vietnamese syllable."""
    base = toneless(word)
    return any(base.startswith(o) and base[len(o) :] in _RIMES for o in _ONSETS)


def add_tone(base: str, tone: str) -> str:
    """Put `tone` ("sắc", "huyền", "hỏi", "ngã", "nặng") on the right vowel of a toneless syllable, in the older style
    of public papers (hòa, ủy)."""
    position = _tone_position(base)
    if position is None:
        return base
    marked = unicodedata.normalize("NFC", base[position] + _TONES[tone])
    return base[:position] + marked + base[position + 1 :]


def _tone_position(base: str) -> int | None:
    start = len(onset_of(base)) if base not in {"gi", "qu"} else 1
    vowels = [i for i in range(start, len(base)) if base[i] in _VOWELS]
    marked = [i for i in vowels if base[i] in _MARKED]
    if marked:
        return marked[-1]
    if not vowels:
        return None
    closed = vowels[-1] < len(base) - 1
    if len(vowels) == 1:
        return vowels[0]
    return vowels[1] if closed or len(vowels) == 3 else vowels[0]


@lru_cache(maxsize=65536)  # a language has few thousand syllables, a collection some millions of words
def canonical(word: str) -> str:
    """Return lower-case `word` with its tone mark where public papers put it ("hoà" -> "hòa", "uỷ" -> "ủy")."""
    decomposed = unicodedata.normalize("NFD", word)
    tone = next((name for name, mark in _TONES.items() if mark in decomposed), None)
    if tone is None:
        return word
    base = toneless(word)
    return add_tone(base, tone) if is_syllable(base) else word
