"""Whom a claim names of those whom a plan names: claims have neither the capitals nor always the diacritics by which a
plan's names are found. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.answering.parties import OFFICE, PERIOD, PERSON, STOPS, Party, spoken
from knowledge.text import folded_words

_TITLES = r"(đồng chí|[đd] ?/ ?c|ông|bà|thầy|cô|anh|chị|dong chi|ong|ba|thay|co|chi)"
_TITLE = re.compile(rf"\b{_TITLES}\s", re.IGNORECASE)
_TITLED = re.compile(rf"\b{_TITLES}\s+$", re.IGNORECASE)
_OF_SCHOOLS = frozenset(folded_words("trung học cơ sở phổ thông tiểu mầm non mẫu giáo"))
_OF_UNIONS = frozenset(folded_words("liên hiệp"))
_TELLING = 3  # words of an office's name from which it is that one, whatever follows
_MARKS = frozenset(["mỗi", "các", "mọi", "từng", "những", "của", "cho", "cả", "nói", "rằng", "là", "sở", "phòng", "xã"])
"""Words behind which a noun without a name is all of its kind."""
_NO_GROUP = frozenset(["chống", "ngừa", "hành", "trào", "cáo", "hữu", "dân"])
"""What follows a word that only looks like such a noun: "phòng chống", "phong trào"."""
_ENGLISH = {
    "thon": ("hamlet", "village"),
    "xa": ("commune",),
    "phuong": ("ward",),
    "huyen": ("district",),
    "lop": ("class",),
    "truong": ("school", "secondary school", "primary school", "high school"),
    "cum": ("cluster",),
    "dot": ("round",),
    "vong": ("round",),
}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str


def is_titled(asked: str) -> bool:
    """Tell whether a question calls anybody by a title ("ông Tuấn", "đồng chí Hà")."""
    return _TITLE.search(asked) is not None


def is_by_name(asked: str, person: Party) -> bool:
    """Tell whether a question calls somebody by a title and the given name, and the word is no verb's beginning ("nhờ
    anh hòa giải", "nhờ chị thu tiền"): it has a capital, or no other word has one and what follows goes on from a name.
    """
    capitals = any(word[1].isupper() for word in re.finditer(r"[\s(](\w)", asked))
    for match in _CALLED.finditer(asked):
        if spoken(match["name"]) == list(person.name[-1:]) and (
            match["name"][0].isupper() or (not capitals and _BEHIND_NAME.match(asked, match.end()))
        ):
            return True
    return False


_CALLED = re.compile(rf"\b{_TITLES}\s+(?P<name>[^\W\d_]+)", re.IGNORECASE)
_BEHIND_NAME = re.compile(
    r"\W*$|\s*[?.!,;]|\s+(?:phụ trách|làm|là|có|đang|sẽ|phải|chủ trì|tham (?:gia|mưu)|và|với|thì|bảo đảm|tiếp nhận|"
    r"theo dõi|chịu|được (?:giao|phân|cử|giữ|khen|thưởng)|nhận|gửi|ký|giữ|không|đúng|ai|gì|nào|mấy|nói|ở|trong|"
    r"thuộc|kiểm tra|trực|lãnh đạo|chỉ đạo|đứng|ủng hộ|vận động|điều hành)(?!\w)",
    re.IGNORECASE,
)
"""What a question goes on with behind a name that is written small."""


def named_in(claim: str, known: Iterable[Party], *, loosely: bool = False) -> tuple[list[Party], list[Party]]:
    """Return which of the known parties a claim names, the longest where they overlap, where it names them; and those
    that it may mean by a given name that several share. loosely: the claim is a translation."""
    said = [_Word(m.start(), m.end(), word) for m in re.finditer(r"[^\W_]+", claim) for word in spoken(m[0])]
    parties = sorted(dict.fromkeys(replace(p, start=0, end=0) for p in known), key=lambda party: -len(party.said))
    found: list[Party] = []
    taken: set[int] = set()
    for party in parties:
        for words in (*_ways(party), *(_in_english(party) if loosely else ())):
            for at in _places(said, words):
                span = set(range(at, at + len(words)))
                start, end = said[at].start, said[at + len(words) - 1].end
                if taken & span or not _is_meant(party, words, claim.lower(), start, end, loosely=loosely):
                    continue
                taken |= span
                titled = _TITLED.search(claim, 0, start) if party.kind == PERSON else None
                found.append(replace(party, start=titled.start() if titled else start, end=end))
    free = [word for at, word in enumerate(said) if at not in taken]
    own, shared = _by_given_name(claim, free, [party for party in parties if party.kind == PERSON])
    return sorted([*found, *own], key=lambda party: party.start), shared


def _places(said: list[_Word], words: tuple[str, ...]) -> Iterator[int]:
    plain = [word.plain for word in said]
    return (at for at in range(len(plain) - len(words) + 1) if tuple(plain[at : at + len(words)]) == words)


def _is_meant(party: Party, words: tuple[str, ...], lower: str, start: int, end: int, *, loosely: bool) -> bool:
    """Tell whether words by which a party may be called mean it where they stand: a noun without a name, written in
    full ("sở", not "số"), where no name follows; the beginning of an office's name where nothing goes on."""
    after = next(iter(lower[end:].split()), "")
    if not party.name:
        before = [word.strip(",") for word in lower[:start].split()[-1:]]
        return lower[start:end] == party.text.lower() and after not in _NO_GROUP and set(before) <= _MARKS
    short = party.kind == OFFICE and len(words) < min(len(party.name), _TELLING)
    return not short or loosely or after in STOPS or not after[:1].isalpha()


def _by_given_name(claim: str, free: list[_Word], people: list[Party]) -> tuple[list[Party], list[Party]]:
    """Return the people who are called by a title and their given name, and those of whom several share it."""
    own: list[Party] = []
    shared: list[Party] = []
    for word in free:
        titled = _TITLED.search(claim, 0, word.start)
        called = [person for person in people if titled and person.name[-1:] == (word.plain,)]
        if len({person.name for person in called}) > 1:
            shared += called
        elif called and titled:
            own.append(replace(called[0], start=titled.start(), end=word.end))
    return own, shared


def _ways(party: Party) -> Iterator[tuple[str, ...]]:
    """Yield the words by which a party may be called, the fullest first."""
    yield party.said
    if party.kind == OFFICE:
        for name in (party.name, tuple(word for word in party.name if word not in _OF_UNIONS)):
            yield from (name[:length] for length in range(len(name), 1, -1))
    elif party.kind == "truong":
        yield from (way for way in (party.name, _bare(party.name)) if len(way) > 1)
    elif len(party.name) > 1 and party.kind not in (PERSON, PERIOD):
        yield party.name


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a school's name without the words that say what kind of school it is."""
    return tuple(word for word in name if word not in _OF_SCHOOLS)


def _in_english(party: Party) -> Iterator[tuple[str, ...]]:
    """Yield the words by which English calls a place: "Ha hamlet", "cluster 1"."""
    name = _bare(party.name)
    for noun in _ENGLISH.get(party.kind, ()) if name else ():
        yield (noun, *name) if name[0].isdigit() else (*name, *noun.split())
