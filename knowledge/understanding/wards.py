"""Wards, communes and schools that a question names and that no plan is of: where they stand in its words.

A name that the collection itself has beside its level is none of these; nor are words that only look like one in small
letters ("phuong an binh chon": phương án bình chọn), see `_is_words`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.model import Language, Ward
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding import territories
from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.names import COUNTED, SEVERAL
from knowledge.understanding.profiles import Profile
from knowledge.understanding.syllables import canonical, is_syllable, toneless
from knowledge.understanding.tables.administration import LEVELS
from knowledge.understanding.tables.english import FUNCTION
from knowledge.understanding.tokens import Kind, Token, print_over, with_text

MOST = 3
"""Names of one question that are looked into."""
_LEVELS = {("phuong",): "phường", ("xa",): "xã", ("thi", "tran"): "thị trấn", ("dac", "khu"): "đặc khu"}
_SHORT = {"p": "phuong", "x": "xa"}
_ENGLISH = {"ward": "phuong", "commune": "xa", "township": "thi tran"}
_ENGLISH_KINDS = frozenset({"primary", "secondary", "high", "lower", "upper", "middle"})
_NOT_BEFORE = SEVERAL | {"thị", "thi", "hai"}  # "thị xã" is another level
_WORDS = {
    "phuong": frozenset({"an", "phap", "tien", "huong", "cham", "thuc", "dien", "cach", "ngu", "nam"}),
    "xa": frozenset({"hoi", "xoi", "lanh", "cach", "than"}),
}  # "phuong an", "xa hoi": words that begin like a level
_MARKS = frozenset("'’-–")
_NOT_AFTER = frozenset(
    {"hoi", "cua", "nao", "minh", "em", "toi", "nay", "do", "khac", "thi", "xa", "phuong", "va", "co", "da", "so"}
)
_SOCIETY = frozenset({"hoi"})  # "xã hội an toàn" speaks of no "xã Hội An"
_WIDER = frozenset({"quan", "huyen", "tinh", "tp"})
_ACTS = _WIDER | {"to", "nop", "gui", "bao", "phai", "can", "lam", "o", "thuoc", "khi"}
_SCHOOLS = later(r"^(?:truong )?(?:thpt|thcs|tieu hoc|mam non|mau giao|trung hoc (?:pho thong|co so))$|^truong$")
_SCHOOL_WORDS = 5
_BEGINS_SCHOOL = frozenset({"truong", "thpt", "thcs", "tieu", "mam", "mau", "trung"})
_BEGINS_WARD = frozenset(first for first, *_ in _LEVELS) | frozenset(_SHORT)
_SHORTEST_GLUED = 5  # letters of a word that may be two syllables of a name
_SHORTEST_SLIP = 7
"""Letters of a name from which one letter more, less or other is a slip, and not another name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens [start, end), its level or kind of school before or after it.

    name: as printed where it is one, else as typed; wards: what it can mean, none when the gazetteer has no such name;
    school: it is one.
    """

    typed: str
    name: str
    start: int
    end: int
    wards: tuple[Ward, ...] = ()
    school: bool = False


def find(tokens: Sequence[Token], text: str, lexicon: Lexicon, language: Language) -> list[Mention]:
    """Return the wards and schools that `text` names and the collection does not, in order, at most `MOST`."""
    scan = _english if language is Language.EN else _vietnamese
    return list(itertools.islice(scan(tokens, text, lexicon), MOST))


def english_levels(tokens: Sequence[Token]) -> list[int]:
    """Return where an English word for the level of a ward stands behind others."""
    return [at for at, token in enumerate(tokens) if at > 1 and token.folded in _ENGLISH]


def own_names(profiles: Sequence[Profile]) -> dict[str, str]:
    """Return the wards and communes that plans are of or lie in: folded level and name -> the name as printed."""
    levels = {" ".join(level) for level in _LEVELS}
    places = (place for each in profiles for place in (each.own, *each.around) if place is not None)
    return {f"{p.level} {p.key}": p.name for p in places if p.level in levels and not p.key.isdigit()}


def as_own(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with an own ward's name that is one letter off printed as the plans print it."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        spans: list[tuple[str, int, int]] = []
        if token.folded in _BEGINS_WARD:
            level, start = _level_at(tokens, i)
            spans = [(level, start, start + size) for size in range(territories.LONGEST, 1, -1) if level]
        elif (level := _ENGLISH.get(token.folded, "")) != "":
            spans = [(level, i - size, i) for size in range(territories.LONGEST, 1, -1) if size <= i]
        for level, start, end in spans:
            name = _name(tokens, start, end) if end <= len(tokens) else []
            printed = _one_off(level, name, lexicon) if len(name) == end - start else None
            if printed is not None:
                out[start:end] = print_over(tokens[start:end], printed)
                return out
    return out


def _one_off(level: str, name: Sequence[Token], lexicon: Lexicon) -> str | None:
    """Return the own name of as many syllables that `name` is one letter away from; None where the collection or the
    gazetteer has `name` itself."""
    words = [token.folded for token in name]
    own, key = lexicon.own, " ".join(words)
    if not own or len("".join(words)) < _SHORTEST_SLIP or f"{level} {key}" in own or territories.wards(key):
        return None
    if all(pair in lexicon.folded_pairs for pair in itertools.pairwise(words)):
        return None
    near = [
        printed
        for spelt, printed in own.items()
        if spelt.startswith(f"{level} {key[:1]}")
        and spelt.count(" ") - level.count(" ") == len(words)
        and OSA.distance(spelt, f"{level} {key}", score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else None


def without(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens with each name as one comma, so that its level stays, with diacritics, and does not meet what
    follows."""
    out: list[Token] = []
    done = 0
    for each in mentions:
        before = list(tokens[done : each.start])
        typed = " ".join(token.folded for token in before[-1:])
        level = {**dict.fromkeys(("phuong", "p"), "phường"), **dict.fromkeys(("xa", "x"), "xã")}.get(typed)
        if level is not None and not each.school:
            before[-1] = with_text(before[-1], level)
        if each.school:  # its kind is no name: "Trường Mầm non"
            before = [*before[:-_SCHOOL_WORDS], *(with_text(t, t.text.lower()) for t in before[-_SCHOOL_WORDS:])]
        name = tokens[each.start : each.end]
        done = each.end + (each.end in english_levels(tokens))  # "cam thanh ward quang ngai": nothing is of Quảng Ngãi
        level_behind = tokens[each.end : done]
        out += [*before, *level_behind, Token(",", ",", name[0].start, name[-1].end, Kind.PUNCTUATION)]
    return [*out, *tokens[done:]]


def _vietnamese(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> Iterator[Mention]:
    done = 0
    for i in range(len(tokens)):
        if i < done:
            continue
        found = None
        if tokens[i].folded in _BEGINS_WARD:
            found = _ward_at(tokens, i, text, lexicon)
        elif tokens[i].folded in _ENGLISH:  # "sai gon ward deadline", which has too few English words to be English
            _, found = _english_ward(tokens, i, _ENGLISH[tokens[i].folded], text, lexicon)
        elif tokens[i].folded in _BEGINS_SCHOOL:
            found = _school_at(tokens, i, text, lexicon)
        if found is not None and found.start >= done and (tokens[i].folded not in _ENGLISH or found.end <= i):
            done = found.end
            yield found


def _ward_at(tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon) -> Mention | None:
    level, start = _level_at(tokens, i)
    if not level:
        return None
    found = _named_at(tokens, start, level, lexicon)
    if found is not None:
        end, wards = found
        return _mention(tokens, i, start, end, wards, text) if wards else None
    end = start + _capitals(tokens, start)
    if end - start < 2 or _is_known(level, tokens[start:end], lexicon):
        return None
    typed = text[tokens[i].start : tokens[end - 1].end]
    return Mention(typed, typed, start, end)


def _level_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """Return the ward's level that stands at token i, with diacritics or without, and where its name begins; ("", i)
    where none does."""
    following = tokens[i + 1].text[:1] if i + 1 < len(tokens) else ""
    if tokens[i].folded in _SHORT and following.isupper():
        return _SHORT[tokens[i].folded], i + 1
    for level, printed in _LEVELS.items():
        typed = tokens[i : i + len(level)]
        before = tokens[i - 1].text.lower() if i else ""
        spelt = " ".join(token.text.lower() for token in typed)
        if spelt in (printed, " ".join(level)) and before not in _NOT_BEFORE:
            return " ".join(level), i + len(level)
    return "", i


def _named_at(tokens: Sequence[Token], start: int, level: str, lexicon: Lexicon) -> tuple[int, tuple[Ward, ...]] | None:
    """Return the end of the ward's name at `start` and what it can mean: nothing when the collection has the name
    itself; None when no ward is called so."""
    for end in range(min(start + territories.LONGEST + 1, len(tokens)), start, -1):
        name = _name(tokens, start, end)
        if not name:
            continue
        wards = _meant(name, level)
        if name[0].folded not in (_SOCIETY if wards else _NOT_AFTER) and _is_known(level, name, lexicon, wards):
            return end, ()
        if (
            wards
            and not _goes_on(tokens, start, end, wards)
            and not _is_words(name, level, _follows(tokens, end), lexicon)
        ):
            return end, wards
    return None


def _name(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """Return the words and numbers of a name, with marks only inside it ("Ea M'Droh"); [] where there are others."""
    name = [token for token in tokens[start:end] if token.kind in (Kind.WORD, Kind.NUMBER)]
    marks = [token for token in tokens[start:end] if token not in name]
    whole = bool(name) and name[0] is tokens[start] and name[-1] is tokens[end - 1]
    return name if whole and all(mark.text in _MARKS for mark in marks) else []


def _follows(tokens: Sequence[Token], i: int) -> str:
    """Return what stands at token i, folded; behind a mark there the level of a wider place ("xa ba be, huyen ...")."""
    first, second = [*(token.folded for token in tokens[i : i + 2]), "", ""][:2]
    return second if first in {",", "("} and second in _WIDER else first


def _meant(name: Sequence[Token], level: str) -> tuple[Ward, ...]:
    """Return the wards of a name whose diacritics do not speak against it; of another level only for capitals."""
    if name[0].kind is Kind.NUMBER and level != "phuong":
        return ()
    key = " ".join(_number(token.folded) for token in name)
    fitting = [ward for ward in territories.wards(key) if _could_be(name, _words(ward.name))]
    if len(name) == 1 and not fitting:
        fitting = [ward for parted in _parted(name[0].text.lower()) for ward in territories.wards(parted)]
    own = [ward for ward in fitting if territories.split_name(ward.name)[0] == level]
    return tuple(own or (fitting if name[0].text[:1].isupper() else ()))


def _parted(word: str) -> Iterator[str]:
    """Yield the pairs that a word without diacritics can be written together from: "saigon"."""
    for at in range(2, len(word) - 1) if len(word) >= _SHORTEST_GLUED and word.isascii() else ():
        yield f"{word[:at]} {word[at:]}"


def _number(key: str) -> str:
    return str(int(key)) if key.isdigit() and len(key) < 4 else key


def _words(name: str) -> list[str]:
    """The words of a ward's name without its level."""
    level, _ = territories.split_name(name)
    return re.findall(r"[^\W_]+", name)[len(level.split()) :]


def _goes_on(tokens: Sequence[Token], start: int, end: int, wards: Sequence[Ward]) -> bool:
    """Tell whether more capitals follow a capital name: then it is a longer one, which the gazetteer lacks."""
    typed = [token.text for token in tokens[start:end] if token.kind is not Kind.PUNCTUATION]
    if not typed[0][:1].isupper():
        return any(word[:1].isupper() for word in typed) and typed[0][:1].isalpha()
    whole = all(not word[:1].islower() for word in typed) or any(typed == _words(ward.name) for ward in wards)
    return not whole or end - start < _capitals(tokens, start)


def _capitals(tokens: Sequence[Token], start: int) -> int:
    """Count the capital syllables from `start` on, up to a level, a committee or the district or province in whose name
    they end ("phường Lê Hồng Phong Quảng Ngãi")."""
    size = 0
    for i in range(start, min(start + _SCHOOL_WORDS, len(tokens))):
        token, pair = tokens[i], tuple(t.folded for t in tokens[i : i + 2])
        level = (token.folded,) if size else ()
        if not token.is_word or not token.text[0].isupper() or (level and _begins_level(pair)):
            break
        size += 1
    words = [token.folded for token in tokens[start : start + size]]
    return next((at for at in range(1, size - 1) if " ".join(words[at:]) in territories.above()), size)


def _begins_level(pair: tuple[str, ...]) -> bool:
    forms = {tuple(form.split()) for _, _, names in LEVELS.values() for form in names}
    return pair[:1] in forms or pair in forms


def _is_words(name: Sequence[Token], level: str, follows: str, lexicon: Lexicon) -> bool:
    """Tell whether a name in small letters reads as words of its own, by which syllables the collection has side by
    side: "phương án bình chọn", "xã an toàn"; but "phường đoàn kết nộp"."""
    if name[0].kind is Kind.NUMBER:
        return follows in COUNTED
    if name[0].text[:1].isupper():
        return False
    if len(name) == 1 or (name[0].folded in _NOT_AFTER and follows not in _ACTS):
        return True
    pairs = lexicon.folded_pairs
    if name[0].folded in _WORDS.get(level, ()):
        return follows not in _ACTS
    inner = all((a.folded, b.folded) in pairs for a, b in itertools.pairwise(name))
    led = (level.split()[-1], name[0].folded) in pairs
    goes_on = (name[-1].folded, follows) in pairs
    return (follows not in _ACTS or (led and goes_on)) if inner else led and goes_on and follows not in _ACTS


def _is_known(level: str, name: Sequence[Token], lexicon: Lexicon, wards: Sequence[Ward] = ()) -> bool:
    """Tell whether the collection has the name beside its level: as one of `wards` is spelt, if there are some; what a
    plan is of is known by its own name first, however many wards elsewhere are called alike."""
    own = lexicon.own.get(" ".join((level, *(token.folded for token in name))))
    if own is not None and _could_be(name, re.findall(r"[^\W_]+", own)):
        return True
    words = [level.split()[-1], *(token.folded for token in name)]
    met = (pair in lexicon.folded_pairs or any(map(str.isdigit, pair)) for pair in itertools.pairwise(words))
    if not all(met):  # cheap, and true of most: the plans need not be looked through
        return False
    same = (ward.name for ward in wards if territories.split_name(ward.name)[0] == level)
    printed = dict.fromkeys(name.lower() for name in same)
    said = " ".join((level, *(token.folded for token in name)))
    return lexicon.mentions(said) and (not printed or any(map(lexicon.spells, printed)))


def _could_be(typed: Sequence[Token], printed: Sequence[str]) -> bool:
    """Tell whether no typed diacritic speaks against the printed words."""
    return len(typed) == len(printed) and all(
        token.text.lower() in {fold(word), toneless(word), word, canonical(word)}
        or canonical(token.text.lower()) == canonical(word)
        or (word.isdigit() and _number(token.folded) == word)
        for token, word in zip(typed, (word.lower() for word in printed), strict=True)
    )


def _mention(tokens: Sequence[Token], first: int, start: int, end: int, wards: tuple[Ward, ...], text: str) -> Mention:
    names = {ward.name.lower(): ward.name for ward in wards}
    typed = text[tokens[min(first, start)].start : tokens[max(first, end - 1)].end]
    return Mention(typed, next(iter(names.values())) if len(names) == 1 else typed, start, end, wards)


def _school_at(tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon) -> Mention | None:
    """Return the school that is named at token i: its kind, and a capital name that no plan has."""
    for size in range(5, 0, -1):
        kind = " ".join(token.folded for token in tokens[i : i + size])
        start = i + size
        if len(tokens) < start or not _SCHOOLS.match(kind):
            continue
        name = start + _capitals(tokens, start)
        if name - start > 1 and not lexicon.mentions(" ".join(t.folded for t in tokens[start:name])):
            typed = text[tokens[i].start : tokens[name - 1].end]
            return Mention(typed, typed, start, name, school=True)
        return None
    return None


def _english(tokens: Sequence[Token], text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the wards whose level stands after their name ("Sai Gon ward") or before it ("ward of Sai Gon"), and names
    of wards and schools that nobody knows."""
    for i, token in enumerate(tokens):
        level = _ENGLISH.get(token.folded)
        if level is not None:
            known, found = _english_ward(tokens, i, level, text, lexicon)
            found = found or (None if known else _stranger(tokens, i, text, lexicon))
        else:
            found = _stranger(tokens, i, text, lexicon, school=True) if token.folded == "school" else None
        if found is not None:
            yield found


def _english_ward(
    tokens: Sequence[Token], i: int, level: str, text: str, lexicon: Lexicon
) -> tuple[bool, Mention | None]:
    """Return whether the collection itself has the ward whose level is token i, and the ward otherwise, if any."""
    at = i + 2 if i + 1 < len(tokens) and tokens[i + 1].folded == "of" else i + 1
    spans = [(start, i) for start in range(max(0, i - territories.LONGEST), i)]
    spans += [(at, end) for end in range(min(at + territories.LONGEST, len(tokens)), at, -1)]
    for start, end in spans:
        name = tokens[start:end]
        if not (all(map(_is_printed, name)) or (text.islower() and len(name) > 1 and all(map(_is_small, name)))):
            continue
        if _is_known(level, name, lexicon, wards := _meant(name, level)):
            return True, None
        longer = start and end == i and tokens[start - 1].text[0].isupper() and is_syllable(tokens[start - 1].folded)
        if wards and not longer:
            return False, _mention(tokens, i, start, end, wards, text)
    return False, None


def _is_printed(token: Token) -> bool:
    return token.kind is Kind.NUMBER or (token.is_word and token.text[0].isupper())


def _is_small(token: Token) -> bool:
    """Tell whether a word of a question without capitals can be one of a name."""
    return token.is_word and token.folded not in FUNCTION


def _stranger(tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon, *, school: bool = False) -> Mention | None:
    """Return the capital Vietnamese name before the level or the word "school" at token i, when no plan has it."""
    end = i
    while end and school and tokens[end - 1].folded in _ENGLISH_KINDS:
        end -= 1
    start = end
    while start and end - start < _SCHOOL_WORDS and _is_capital_syllable(tokens[start - 1]):
        start -= 1
    name = tokens[start:end]
    if len(name) < 2 or lexicon.mentions(" ".join(token.folded for token in name)):
        return None
    typed = text[name[0].start : tokens[i].end]
    return Mention(typed, typed, start, end, school=school)


def _is_capital_syllable(token: Token) -> bool:
    word = token.text.lower()
    return token.is_word and token.text[0].isupper() and is_syllable(word) and word not in FUNCTION
