"""Names of offices and places found in text, as frames: which organ, in which field, at which level, of which place.

"UBND Quận 1" is {organ ubnd, level quan, place 1}; "Department of Education party committee" is {organs so and dang uy,
field giao duc}. A frame is compared with what is known of each plan's issuer; nothing here knows a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from knowledge.text import fold
from knowledge.understanding.syllables import canonical
from knowledge.understanding.tables.administration import (
    FIELD_HEADS,
    JOINERS,
    LEVEL_OF_ORGAN,
    LEVELS,
    ORGANS,
    SCHOOL_KINDS,
    SECTORS,
)
from knowledge.understanding.tables.english import COMMON
from knowledge.understanding.tokens import Kind, Token


class Forms(dict[tuple[str, ...], tuple["Part", ...]]):
    """Folded names, word by word, and what each can stand for."""

    @cached_property
    def sizes(self) -> dict[str, frozenset[int]]:
        """The words that the names begin with, and how many words those names have."""
        found: dict[str, set[int]] = {}
        for key in self:
            found.setdefault(key[0], set()).add(len(key))
        return {first: frozenset(sizes) for first, sizes in found.items()}


_LONGEST = 8
_NUMBERED = frozenset({"quan", "phuong"})  # levels whose names can be numbers
_GAP = 3
# "số", "bỏ" and "phong" (trào) fold like heads; only these spellings are heads.
_HEADS = frozenset(("sở", "so", "phòng", "phong", "bộ", "bo", "ngành", "nganh", "khối"))
SEVERAL = frozenset(
    ("xã", "xa", "phường", "phuong", "các", "cac", "những", "nhung", "mọi", "mỗi", "từng", "tung", "cấp", "cap")
)
"""Spelt so before a ward's level, several are meant, and what follows is no name of one ("các phường Quảng Ngãi")."""
COUNTED = frozenset({"%", "nam", "thang", "ngay", "lan", "nguoi", "mo", "giai", "sang"})
"""After a number that counts ("mỗi phường 2 mô hình")."""
_BELOW = frozenset({"khu", "thon", "ap", "buon", "ho"})
"""What a ward has several of: after a number that counts them, unless they have a number of their own."""
ISSUING = frozenset({"hoach", "cua", "do", "tai", "boi", "plan", "by", "of", "theo"})
"""Before an organ that they make an issuer: "kế hoạch của UBND thành phố"."""
_SPELT = {
    "so": "sở", "phong": "phòng", "bo": "bộ", "nganh": "ngành", "quan": "quận", "tinh": "tỉnh", "xa": "xã",
    "huyen": "huyện", "phuong": "phường", "doan": "đoàn",
}  # fmt: skip
_WITHIN = frozenset({"o", "tai", "thuoc", "trong", "cua", "in"})
_ENGLISH_HEADS = frozenset(("department", "division", "office", "bureau", "ministry", "sector"))


@dataclass(frozen=True, slots=True)
class Part:
    """One recognised piece: kind is "organ", "sector", "level" or "place"; code as in the tables, folded names."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Found:
    """A piece at tokens [start, end); one form can stand for several codes ("district")."""

    parts: tuple[Part, ...]
    start: int
    end: int

    def codes(self, kind: str) -> frozenset[str]:
        """Return the codes of one kind."""
        return frozenset(part.code for part in self.parts if part.kind == kind)


@dataclass(frozen=True, slots=True)
class Frame:
    """A name in the text at tokens [start, end). Empty sets and None: not said."""

    organs: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    place: str | None = None
    start: int = 0
    end: int = 0
    pieces: tuple[Found, ...] = field(default=(), compare=False)


@cache
def office_forms() -> Forms:
    """Return every folded form of organs, fields and levels."""
    forms = Forms()
    tables: Iterable[tuple[str, Iterable[tuple[str, tuple[str, ...]]]]] = (
        ("sector", ((code, entry[1]) for code, entry in SECTORS.items())),
        ("organ", ((code, entry[2]) for code, entry in ORGANS.items())),
        ("level", ((code, entry[2]) for code, entry in LEVELS.items())),
    )
    for kind, entries in tables:
        for code, spellings in entries:
            for spelling in spellings:
                key = tuple(spelling.split())
                forms[key] = (*forms.get(key, ()), Part(kind, code))
    return forms


@cache
def office_pairs() -> frozenset[tuple[str, ...]]:
    """Return the first two words of every form that has two."""
    return frozenset(form[:2] for form in office_forms() if len(form) > 1)


def place_forms(names: Iterable[str]) -> Forms:
    """Return the forms of proper names, folded: "Bến Cát" is also "bencat"."""
    forms = Forms()
    for name in names:
        words = tuple(fold(name).replace("-", " ").split())
        part = (Part("place", " ".join(words)),)
        forms[words] = part
        if len(words) > 1:
            forms[("".join(words),)] = part
    return forms


def scan(tokens: Sequence[Token], *tables: Forms, splits: Callable[[Found], bool] | None = None) -> list[Found]:
    """Find the recognised pieces from left to right, the longest at each place, levels with a number as a place.

    splits: tells whether a piece begins within another word; it is none then.
    """
    found, i = [], 0
    while i < len(tokens):
        piece = _longest(tokens, i, tables)
        if piece is not None and splits is not None and splits(piece):
            piece = _longest(tokens[: piece.end - 1], i, tables)  # "HUYỆN" of "HUYỆN ĐOAN HÙNG"
        if piece is None or (splits is not None and splits(piece)):
            i += 1
            continue
        found.append(piece)
        i = piece.end
        number = _number_after(piece, tokens)
        if number is not None:
            found.append(number)
            i = number.end
    return found


def offices(tokens: Sequence[Token]) -> list[Found]:
    """Find offices, fields and levels in printed text, which has its diacritics: "QUẢN LÝ" names no "quận"."""
    return scan(tokens, office_forms(), splits=lambda piece: not _is_printed(piece, tokens))


def _is_printed(piece: Found, tokens: Sequence[Token]) -> bool:
    levels = piece.codes("level")
    typed = " ".join(canonical(token.text.lower()) for token in tokens[piece.start : piece.end])
    if head := _SPELT.get(tokens[piece.start].folded) if piece.end - piece.start == 1 else None:
        if typed != head and (typed != tokens[piece.start].folded or _has_diacritics(piece, tokens)):
            return False
        return head != "xã" or not _is_of_society(piece, tokens)
    youth = [ORGANS[code][0].lower() for code in piece.codes("organ") if code.endswith(" doan")]
    if youth and piece.end - piece.start == 2 and _has_diacritics(piece, tokens):
        return typed in youth  # "HUYỆN ĐOAN HÙNG" is no "Huyện đoàn"
    return not levels or any(typed in (LEVELS[code][0], *LEVELS[code][2]) for code in levels)


def _has_diacritics(piece: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether the words around a piece are written with diacritics: "CƠ QUAN" is no district then."""
    return any(not token.text.isascii() for token in tokens[max(0, piece.start - 3) : piece.end + 3])


def _is_of_society(piece: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether "xã" is that of "hợp tác xã", or of "Văn hóa - Xã hội", "Bảo hiểm xã hội" in capitals."""
    before = tokens[piece.start - 1].folded if piece.start else ""
    after = tokens[piece.end].text.lower() if piece.end < len(tokens) else ""
    return before == "tac" or (after == "hội" and before in {"-", "–", "va", "hiem", "sach", "te", "hoa"})


def after_kinds(tokens: Sequence[Token], start: int) -> int:
    """Return where a school's or hospital's name begins, past its kind and number: "TIỂU HỌC SỐ 2 | HÒA AN"."""
    while start < len(tokens):
        words = [token.folded for token in tokens[start : start + 3]]
        if tuple(words[:2]) in SCHOOL_KINDS or (
            tokens[start].text.lower() == "số" and words[1:2] and words[1].isdigit()
        ):
            start += 2
        elif len(words) == 3 and words[1] in {"-", "–"} and (words[0], words[2]) in SCHOOL_KINDS:
            start += 3
        else:
            break
    return start


def _longest(tokens: Sequence[Token], start: int, tables: Sequence[Forms]) -> Found | None:
    if start >= len(tokens):
        return None
    first = tokens[start].folded
    sizes = [size for table in tables for size in table.sizes.get(first, ())]
    if not sizes:
        return None
    words: list[str] = []
    for token in tokens[start : start + min(_LONGEST, max(sizes))]:
        if token.kind not in (Kind.WORD, Kind.NUMBER):
            break
        words.append(token.folded)
    for size in sorted({size for size in sizes if size <= len(words)}, reverse=True):
        key = tuple(words[:size])
        parts = tuple(part for table in tables for part in table.get(key, ()))
        if parts:
            return Found(parts, start, start + size)
    return None


def _number_after(piece: Found, tokens: Sequence[Token]) -> Found | None:
    at = piece.end
    if not piece.codes("level") & _NUMBERED or at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind is not Kind.NUMBER or not token.text.isdigit() or int(token.text) > 30:
        return None
    after = [token.folded for token in tokens[at + 1 : at + 4]]
    counts = bool(after) and (after[0] in COUNTED or (after[0] in _BELOW and not any(map(str.isdigit, after))))
    several = piece.start and tokens[piece.start - 1].text.lower() in SEVERAL
    if "phuong" in piece.codes("level") and (counts or several):
        return None
    return Found((Part("place", str(int(token.text))),), at, at + 1)


def frames(tokens: Sequence[Token], found: Sequence[Found], is_place: Callable[[Found, bool], bool]) -> list[Frame]:
    """Join neighbouring pieces into names. is_place(piece, beside_level): does an ambiguous name mean the place here?

    Heads such as "Sở" need a field beside them; a field or level alone names nobody.
    """
    found = [
        piece
        for i, piece in enumerate(found)
        if not piece.codes("place") or is_place(piece, _at_level(i, found, tokens))
    ]
    useful = [piece for i, piece in enumerate(found) if _useful(i, found, tokens)]
    return [frame for group in _groups(useful, tokens) if (frame := _frame(group)) is not None]


def _sides(i: int, found: Sequence[Found], tokens: Sequence[Token]) -> list[Found]:
    piece = found[i]
    return [other for other in found[max(0, i - 1) : i + 2] if other is not piece and _near(piece, other, tokens)]


def _at_level(i: int, found: Sequence[Found], tokens: Sequence[Token]) -> bool:
    """Tell whether a level stands beside a piece, or an organ that is of one ("tỉnh ủy hòa bình", "Hue city party
    committee")."""
    sides = _sides(i, found, tokens)
    touching = (other for other in sides if other.end == found[i].start or other.start == found[i].end)
    led = any(other.codes("organ") & set(LEVEL_OF_ORGAN) for other in touching)
    return led or any(other.codes("level") for other in sides)


def _useful(i: int, found: Sequence[Found], tokens: Sequence[Token]) -> bool:
    piece, sides = found[i], _sides(i, found, tokens)
    if piece.codes("place"):
        return True
    if piece.codes("level"):
        return any(other.codes("place") and _is_level_of(piece, other, tokens) for other in sides)
    if piece.codes("sector"):
        english = tokens[piece.start].text.lower() in COMMON
        placed = any(other.codes("place") and (english or other.start > piece.start) for other in sides)
        headed = any(_is_head_of(other, piece, tokens) or (english and other.codes("organ")) for other in sides)
        return placed or headed
    if not piece.codes("organ") <= FIELD_HEADS:
        return True
    fields = [other for other in sides if other.codes("sector")]
    named = any(other.codes("organ") - FIELD_HEADS for other in sides) and tokens[piece.start].folded in _HEADS
    return named or any(_is_head_of(piece, field_, tokens) for field_ in fields)


def _is_head_of(head: Found, sector: Found, tokens: Sequence[Token]) -> bool:
    """Vietnamese heads stand before their field ("Sở Y tế"), English ones on either side ("education office")."""
    if not head.codes("organ") & FIELD_HEADS:
        return False
    spelt = tokens[head.start].text.lower()
    return spelt in _ENGLISH_HEADS or (spelt in _HEADS and head.start < sector.start)


def _is_level_of(level: Found, place: Found, tokens: Sequence[Token]) -> bool:
    """Vietnamese levels stand before their place; "xã ở Quảng Ngãi" is one of many within it."""
    if level.start > place.start:
        return tokens[level.start].text.lower() in COMMON
    if level.start and tokens[level.start - 1].text.lower() in SEVERAL and level.codes("level") <= {"xa", "phuong"}:
        return False
    return not any(token.folded in _WITHIN for token in tokens[level.end : place.start])


def _near(a: Found, b: Found, tokens: Sequence[Token]) -> bool:
    first, second = (a, b) if a.start < b.start else (b, a)
    gap = tokens[first.end : second.start]
    ends = first.codes("place") and any(t.text == "." for t in gap)  # a full stop after "TP" does not
    return len(gap) <= _GAP and not ends and all(t.folded in JOINERS or t.text in "-&'’." for t in gap)


def _groups(found: Sequence[Found], tokens: Sequence[Token]) -> Iterator[list[Found]]:
    group: list[Found] = []
    for piece in found:
        if group and (not _near(group[-1], piece, tokens) or _starts_another(group, piece)):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _starts_another(group: Sequence[Found], piece: Found) -> bool:
    """A second place begins another name ("Quận 1 và Lai Châu"), as does a place or level after a whole name."""
    placed = any(other.codes("place") for other in group)
    return placed and bool(piece.codes("place") or (piece.codes("level") and any(o.codes("level") for o in group)))


def _frame(group: Sequence[Found]) -> Frame | None:
    def union(kind: str) -> frozenset[str]:
        return frozenset().union(*(piece.codes(kind) for piece in group))

    place = next((code for piece in group for code in piece.codes("place")), None)
    frame = Frame(union("organ"), union("sector"), union("level"), place, group[0].start, group[-1].end, tuple(group))
    return frame if frame.organs or frame.place or frame.sectors else None
