"""Diacritics restored by the most likely path through the vocabulary's spellings (Viterbi over syllable pairs).

A word that carries diacritics is kept unless its neighbours make it impossible; a bare word among accented ones is
probably meant bare; in a text without diacritics every spelling is open.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.text import fold
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.syllables import canonical, is_syllable, toneless
from knowledge.understanding.tokens import Kind, Token, with_text
from knowledge.understanding.typos import corrections, near_keys, split_joined

_CHANGED_MARKS = -7.0  # a typed diacritic is evidence
_ADDED_MARKS = -4.0  # a bare word in an accented text
_MENDED_MARKS = -2.5  # marks that no syllable carries together ("duới")
_CORRECTED = -3.0  # each letter put right
_LETTERED = frozenset({"muc", "phan", "diem", "khoan", "nhom", "luc", "bang", "y"})
_TIED = 0.15  # share of a word's uses that are beside one other
_SHORT, _LONG = 4, 5  # letters from which a word missing one, or with one changed, is plainly another
_PAIR, _ALONE, _FLOOR = 0.8, 0.19, 1e-7


@dataclass(frozen=True, slots=True)
class _Candidate:
    word: str
    cost: float


def restore(
    tokens: Sequence[Token], lexicon: Lexicon, *, accented: bool, keep: frozenset[int] = frozenset()
) -> list[Token]:
    """Return the tokens with Vietnamese words spelt out; numbers, marks and positions in `keep` stay as typed.

    accented: the text as typed carries diacritics somewhere, so bare words are less likely to have lost theirs.
    Words written together are parted and misspelt ones corrected where the collection leaves no doubt.
    """
    parted = _part(tokens, lexicon, keep)
    columns = [_candidates(i, parted, lexicon, accented) for i in range(len(parted))]
    path = _viterbi(columns, lexicon, [token.kind is Kind.PUNCTUATION for token, _ in parted])
    return [
        with_text(token, _cased(word, token.text)) if free and word != token.text.lower() else token
        for (token, free), word in zip(parted, path, strict=True)
    ]


def _part(tokens: Sequence[Token], lexicon: Lexicon, keep: frozenset[int]) -> list[tuple[Token, bool]]:
    """Return tokens with a flag: may this one be respelt?"""
    out: list[tuple[Token, bool]] = []
    for i, token in enumerate(tokens):
        free = token.is_word and i not in keep and token.text.isalpha() and not _is_letter(tokens, i)
        pieces = split_joined(token.folded, lexicon) if free and token.text.isascii() else ()
        out += [(with_text(token, piece), True) for piece in pieces] or [(token, free)]
    return out


def _is_letter(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a token is the letter of a part ("mục A", "điểm b"), not a word."""
    return len(tokens[i].text) == 1 and i > 0 and tokens[i - 1].folded in _LETTERED


def _candidates(i: int, parted: Sequence[tuple[Token, bool]], lexicon: Lexicon, accented: bool) -> list[_Candidate]:
    token, free = parted[i]
    typed = canonical(token.text.lower())
    if not free:
        return [_Candidate(typed, 0.0)]
    trusted = is_accented(typed) and is_syllable(typed)
    unfinished = not lexicon.knows(typed)  # a vowel without its tone ("thư" is a word, "thê" may be "thế")
    before, after = _beside(i, parted)
    lacks_tone = typed.endswith(("c", "ch", "p", "t")) and toneless(typed) == typed
    spellings = (
        w
        for w in lexicon.by_folded.get(token.folded, ())
        if not trusted
        or w == typed
        or (unfinished and _extends(typed, w) and (lacks_tone or _is_tied(before, w, after, lexicon)))
    )
    found = {word: _cost(typed, word, accented) for word in spellings}
    for word in lexicon.by_folded.get(_other_i(token.folded), ()) if typed not in found else ():
        if toneless(fold(word)) != token.folded and fold(_other_i(typed)) == fold(word) and _same_tone(typed, word):
            found[word] = -1.0
    broken, strange = is_accented(typed) and not is_syllable(typed), is_accented(typed) and not lexicon.knows(typed)
    if accented and is_syllable(typed) and (strange or not found):
        # A well-spelt word that the plans merely never use ("cháu", "trắc") is a slip of one letter or mark at most.
        near = _one_off(typed, before, after, lexicon, anywhere=False) if strange else {}
        found |= {word: cost for word, cost in near.items() if _is_tied(before, word, after, lexicon)}
    elif (token.text[:1].islower() or i == 0) and (not found or broken or strange):
        for key in corrections(token.folded, lexicon, before, after, broken=broken):
            found |= {word: _CORRECTED * OSA.distance(typed, word) for word in lexicon.by_folded[key]}
        if strange and not (found.keys() - {typed}):
            found |= _one_off(typed, before, after, lexicon, anywhere=broken)
    found.setdefault(typed, 0.0 if is_accented(typed) or not found else -1.0)
    return [_Candidate(word, cost) for word, cost in found.items()]


def _beside(i: int, parted: Sequence[tuple[Token, bool]]) -> tuple[str, str]:
    """Return the folded neighbours of a token, empty at the ends."""
    return parted[i - 1][0].folded if i else "", parted[i + 1][0].folded if i + 1 < len(parted) else ""


def _one_off(typed: str, before: str, after: str, lexicon: Lexicon, *, anywhere: bool) -> dict[str, float]:
    """Return the words one letter or mark from `typed`, a spelling that nothing has, that stand beside a neighbour.

    anywhere: `typed` is no syllable at all, so a word with the missing letter needs no neighbour.
    """
    left, right = _spelt(before, lexicon), _spelt(after, lexicon)
    near = [word for key in near_keys(fold(typed), lexicon) for word in lexicon.by_folded[key]]
    return {
        word: _CORRECTED
        for word in near
        if OSA.distance(typed, word, score_cutoff=1) == 1
        and (len(typed) >= _LONG or len(word) > len(typed) or fold(word) == fold(typed))
        and (
            (anywhere and len(word) > len(typed) >= _SHORT)
            or any((w, word) in lexicon.pairs for w in left)
            or any((word, w) in lexicon.pairs for w in right)
        )
    }


def _is_tied(before: str, word: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a word makes with its neighbour what at least one of the two is mostly said in ("quần chúng")."""
    pairs = [(left, word) for left in _spelt(before, lexicon)] + [(word, right) for right in _spelt(after, lexicon)]
    return any(
        lexicon.pairs.get(pair, 0.0) >= _TIED * min(lexicon.syllables.get(each, 0.0) for each in pair) > 0
        for pair in pairs
    )


def _spelt(folded: str, lexicon: Lexicon) -> Sequence[str]:
    return lexicon.by_folded.get(folded, ())


def _cost(typed: str, word: str, accented: bool) -> float:
    if typed == word:
        return 0.0
    if is_accented(typed) and not _extends(typed, word):
        return _CHANGED_MARKS if is_syllable(typed) else _MENDED_MARKS
    if is_accented(typed):
        return _ADDED_MARKS
    return _ADDED_MARKS if accented else 0.0


def _extends(typed: str, word: str) -> bool:
    """Tell whether `word` only adds marks to `typed` ("thốg" aside: "dưng" -> "dựng", "nôp" -> "nộp")."""
    return typed in {toneless(word), fold(word)}


def _same_tone(typed: str, word: str) -> bool:
    return (toneless(typed) == typed) == (toneless(word) == word) or not is_accented(typed)


def _other_i(word: str) -> str:
    """Swap a final i and y ("kỉ" / "kỷ", "qui" / "quy"), which writers mix; after a vowel they are other sounds."""
    bare = fold(word)
    swapped = {"i": "y", "y": "i"}.get(bare[-1:], "")
    alone = bare[-2:-1] not in tuple("aeou") or bare.startswith("qu")
    return bare[:-1] + swapped if swapped and alone else word


def is_accented(text: str) -> bool:
    """Tell whether `text` holds a Vietnamese diacritic."""
    return fold(text) != text.lower()


def _viterbi(columns: Sequence[Sequence[_Candidate]], lexicon: Lexicon, breaks: Sequence[bool]) -> list[str]:
    scores: list[list[float]] = []
    back: list[list[int]] = []
    for i, column in enumerate(columns):
        row, links = [], []
        for candidate in column:
            alone = _log_alone(candidate.word, lexicon) + candidate.cost
            if i == 0:
                row.append(alone)
                links.append(0)
                continue
            options = [
                scores[i - 1][k] + _log_pair(previous.word, candidate.word, lexicon, breaks[i - 1])
                for k, previous in enumerate(columns[i - 1])
            ]
            best = max(range(len(options)), key=options.__getitem__)
            row.append(options[best] + candidate.cost)
            links.append(best)
        scores.append(row)
        back.append(links)
    return _trace(columns, scores, back)


def _trace(
    columns: Sequence[Sequence[_Candidate]], scores: Sequence[Sequence[float]], back: Sequence[Sequence[int]]
) -> list[str]:
    if not columns:
        return []
    at = max(range(len(scores[-1])), key=scores[-1].__getitem__)
    path = []
    for i in range(len(columns) - 1, -1, -1):
        path.append(columns[i][at].word)
        at = back[i][at]
    return path[::-1]


def _log_alone(word: str, lexicon: Lexicon) -> float:
    return math.log(lexicon.syllables.get(word, 0.0) / lexicon.total + _FLOOR)


def _log_pair(previous: str, word: str, lexicon: Lexicon, parted: bool) -> float:
    alone = lexicon.syllables.get(word, 0.0) / lexicon.total
    seen = lexicon.syllables.get(previous, 0.0)
    pair = lexicon.pairs.get((previous, word), 0.0) / (seen + 2.0) if seen and not parted else 0.0
    return math.log(_PAIR * pair + _ALONE * alone + _FLOOR)


def _cased(word: str, typed: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
