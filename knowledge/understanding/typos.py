"""Misspelt syllables put right from the vocabulary: conservative, one edit, never a number, a known word or a name."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from knowledge.understanding.lexicon import Lexicon

_NUMBERED = frozenset({"quan", "phuong"})  # stand before a number
_COUNTED = frozenset({"thang", "ngay", "nam", "khong", "dieu", "muc"})  # stand after a number
_CHAT_ONSETS = {"f": "ph", "j": "gi", "w": "qu", "z": "d"}  # "fan", "jao", "wan", "zo"
_SHORTEST = 4  # a three-letter syllable is one edit away from too many others


def corrections(folded: str, lexicon: Lexicon, before: str, after: str, *, broken: bool = False) -> tuple[str, ...]:
    """Return folded syllables one edit from `folded` that the collection has beside one of its neighbours.

    Empty for known syllables and numbers. before, after: the folded neighbours, empty at the ends. broken: the word
    as typed, with its diacritics, cannot be a syllable ("quậ", "khôg"), so even a known folded form is a slip.
    """
    chatty = folded[:1] in _CHAT_ONSETS
    if (
        len(folded) < _SHORTEST - (broken or chatty)
        or not folded.isalpha()
        or (lexicon.knows_folded(folded) and not broken)
    ):
        return ()
    if chatty and lexicon.knows_folded(respelt := _CHAT_ONSETS[folded[0]] + folded[1:]):
        return (respelt,)
    pairs = lexicon.folded_pairs
    near = near_keys(folded, lexicon)
    numbered = tuple(
        key for key in near if (key in _NUMBERED and after.isdigit()) or (key in _COUNTED and before.isdigit())
    )
    return numbered or tuple(key for key in near if (before, key) in pairs or (key, after) in pairs)


def split_joined(folded: str, lexicon: Lexicon, depth: int = 3) -> tuple[str, ...]:
    """Cut words written together ("baocao", "danvankheo") into known neighbours; empty when it cannot be done."""
    if lexicon.knows_folded(folded) or len(folded) < 5 or not folded.isalpha() or depth < 2:
        return ()
    for cut in range(2, len(folded) - 1):
        head, tail = folded[:cut], folded[cut:]
        if not lexicon.knows_folded(head):
            continue
        rest = (tail,) if lexicon.knows_folded(tail) else split_joined(tail, lexicon, depth - 1)
        if rest and (head, rest[0]) in lexicon.folded_pairs:
            return (head, *rest)
    return ()


def near_keys(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the folded syllables of the vocabulary at most one edit from `folded` that begin like it."""
    sizes = (len(folded) - 1, len(folded), len(folded) + 1)
    keys = (key for size in sizes for key in lexicon.folded_by_length.get(size, ()) if key[0] == folded[0])
    return tuple(key for key in keys if OSA.distance(folded, key, score_cutoff=1) <= 1)
