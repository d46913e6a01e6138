"""Rounds of something that comes in turns, as plans and questions name them: "Đợt 2", "lần thứ nhất", "vòng hai"."""

from __future__ import annotations

from knowledge.model import Query
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.tables import english

Round = tuple[str, int]
"""What comes in turns, folded ("dot"), and its number; of an English question the noun is "round"."""

ANY = "round"

_GROUPS = frozenset({"cum", "khoi"})
"""Groups that have a number, of which one may be claimed of somebody: "phụ trách cụm 2 phải không"."""
_WORDS = {
    "nhat": 1, "dau": 1, "mot": 1, "nhi": 2, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
} | english.ORDINALS | english.COUNTS  # fmt: skip
_NTH = "|".join(_WORDS)
_ROUND = later(
    r"\b(dot|lan|vong|giai doan|giai|phien|buoc|hoat dong|muc tieu|doan|cuoc|nhom|bang|lop|ky|quy|cum|khoi)(?::\s*|\s+)"
    r"(?:(?:\w+\s+){0,2}thu\s+|so\s+)?"
    rf"(?!nam\s+\d)({_NTH}|0?[1-9]\d?)\b(?!\s*(?:%|/|-\s*\d))"
)
_NOUN = "(?:round|phase|stage|wave|conference|session|meeting|consultation)"
_ORDINAL = "|".join(english.ORDINALS)
_ENGLISH = later(rf"\b(?:({_ORDINAL})\s+(?:\w+\s+)?{_NOUN}|{_NOUN}\s+({_NTH}|\d{{1,2}}))\b")


def named(text: str) -> frozenset[Round]:
    """Return the rounds that a text names."""
    return frozenset(each for _, each in places(text))


def places(text: str) -> list[tuple[int, Round]]:
    """Return the rounds that a text names, with where each begins, in order."""
    return [(match.start(), (match[1], _number(match[2]))) for match in _ROUND.finditer(fold(text))]


def asked(query: Query) -> frozenset[Round]:
    """Return the rounds that a question names; a follow-up's own before those of the turns before it."""
    own = named(query.text) or _asked_in_english(query)
    said = [each for _, each in places(query.restored)]
    found = own or frozenset(said[-1:] if query.follow_up else said)
    claimed = _GROUPS if "whether" in query.slots.shape else frozenset[str]()
    return frozenset(each for each in found if each[0] not in claimed)


def without(text: str, kinds: frozenset[str]) -> str:
    """Return a text without the rounds of these folded nouns that it names, which another turn has replaced."""
    plain = fold(text)
    for match in reversed([*_ROUND.finditer(plain)] if len(plain) == len(text) else []):
        text = text[: match.start()] + text[match.end() :] if match[1] in kinds else text
    return " ".join(text.split())


def as_asked(rounds: frozenset[Round], wanted: frozenset[Round]) -> frozenset[Round]:
    """Return rounds as a question names them: by their number alone where it says "round"."""
    anything = any(noun == ANY for noun, _ in wanted)
    return frozenset((ANY, number) for _, number in rounds) if anything else rounds


def _asked_in_english(query: Query) -> frozenset[Round]:
    found = _ENGLISH.finditer(fold(query.text))
    return frozenset((ANY, _number(match[1] or match[2])) for match in found)


def _number(nth: str) -> int:
    return _WORDS.get(nth) or int(nth)
