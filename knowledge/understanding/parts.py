"""A message that asks several things, cut into its questions: "khi nào nộp? gửi cho ai? 5 không là gì?".

What asks nothing of its own goes with the question beside it: background before it ("Tôi ở quận 1. Khi nào nộp?"),
what follows ("Có phải 10/5 không? Tôi nghe nói thế."), and tags ("..., đúng không?"). Two questions joined by "và" are
parted only when each is whole and they are about different things; by commas also when each names a unit of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.patterns import later
from knowledge.text import fold

_ENDS = later(
    r"[?？]+[!.?？)”\"]*(?=\s|$)"
    r"|(?<!\d)(?<!\b[^\W\d_])(?<!\b[A-ZĐ]{2})[.!;]+(?=\s+\S)"  # not after "1", "P", "TP"
    r"|\n+"
)
_BULLET = later(r"^(?:\(?\d[.)]|[-–•*+])\s+")
_AND = later(r",?\s+(?:và|va|and)\s+", re.IGNORECASE)
_TAG = later(
    r"(?:(?:co|co phai|la|the|vay|nhu the|nhu vay|ban|bot) )*"
    r"(?:dung|phai|duoc|that|chac|the|vay|right|correct|true|is that (?:right|true|correct))?"
    r"(?: (?:khong|ko|k|chua|a|ha|nhi|vay|the|chu|roi|ban|bot|not))*"
)
MOST_JOINED = 40
"""Words of a sentence in which "và" may join two questions."""
MOST_LISTED = 15
"""Words of an entry of a list that is a question even when nothing in it asks."""
_TOLD_OF = later(
    r"\b(?:bảo|dặn|kêu|giao|sai|nhờ) (?:em|tôi|mình|tui|con|cháu|tớ)\b|(?:\b(?P<who>\w+) )?\bhỏi\b", re.IGNORECASE
)
"""Where somebody else asks or charges: what stands there is a story, and the question comes after it."""
_ASKING = frozenset(["em", "tôi", "mình", "tui", "cháu", "xin", "cho", "muốn", "cần", "để", "câu"])
"""Before "hỏi" where the person asks who writes."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a stretch of text asks by itself. asks: it has words of asking; about: what it is clearly about, or None;
    named: it names a unit."""

    asks: bool
    about: str | None
    named: bool = False


Reader = Callable[[str], Asking]


def split(text: str, read: Reader) -> tuple[str, ...]:
    """Return the questions of a message in order; the message itself when it asks one thing or none.

    Who uses question marks ends no question with a full stop; what somebody else asked or said is a story before one.
    """
    pieces = _pieces(_numbered(text))
    if len(pieces) < 2 and not _AND.search(text) and ", " not in text:
        return (text,)
    marked = "?" in text or "？" in text

    def told(piece: str) -> Asking:
        asking = read(piece)
        told_of = (marked and piece.endswith(".")) or (not _is_marked(piece) and _is_told_of(piece))
        return replace(asking, asks=False) if told_of else asking

    groups: list[str] = []
    asked = False
    for piece in pieces:
        whole = asked or (bool(groups) and _are_two(groups[-1], piece, told))
        if groups and not (whole and _is_question(piece, told)):
            groups[-1] = f"{groups[-1]} {piece}"
            asked = asked or _begins(piece, told)
        else:
            groups.append(piece)
            asked = _begins(piece, told)
    found = tuple(_BULLET.sub("", part) for group in groups for part in _joined(group, read))
    return found if len(found) > 1 else (text,)


def _numbered(text: str) -> str:
    """Begin a line before each number of a list that is typed on one ("1. ai ký 2. khi nào nộp")."""
    at, number = 0, 1
    while (mark := re.search(rf"(?:^|\s+)(?=\(?{number}[.)]\s)", text[at:])) and (number > 1 or not mark.start()):
        text = text[: at + mark.start()] + ("\n" if number > 1 else "") + text[at + mark.end() :]
        at, number = at + mark.start() + 2, number + 1
    return text


def _pieces(text: str) -> list[str]:
    """Cut at question marks, ends of sentences and of lines, which stay with what they end."""
    found, start = [], 0
    for match in _ENDS.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
    return [piece for piece in (*found, text[start:].strip()) if any(char.isalnum() for char in piece)]


def _begins(piece: str, read: Reader) -> bool:
    """Tell whether a piece asks something without one before it."""
    return not _is_tag(piece) and read(piece).asks


def _is_question(piece: str, read: Reader) -> bool:
    """Tell whether a piece after a question is another one: it asks, or is marked as one of a new subject or unit."""
    if _is_tag(piece):
        return False
    asking = read(piece)
    return asking.asks or (_is_marked(piece) and (asking.about is not None or asking.named))


def _is_told_of(piece: str) -> bool:
    return any((match["who"] or "").lower() not in _ASKING for match in _TOLD_OF.finditer(piece))


def _are_two(before: str, piece: str, read: Reader) -> bool:
    """Tell whether marks part two questions of subjects of their own that are named and not asked ("5 không? hạn?")."""
    return _is_marked(before) and _is_marked(piece) and _differ(read(before).about, read(piece).about)


def _is_marked(piece: str) -> bool:
    """Tell whether a question mark or a place in a list makes a piece a question, whatever its words."""
    listed = _BULLET.match(piece) is not None and len(piece.split()) <= MOST_LISTED
    return listed or piece.rstrip(')”"!.').endswith("?")


def _is_tag(piece: str) -> bool:
    return _TAG.fullmatch(" ".join(re.sub(r"[^\w\s]", " ", fold(piece)).split())) is not None


def _joined(group: str, read: Reader) -> tuple[str, ...]:
    """Part "A và B" where A and B each ask about something of their own."""
    if len(group.split()) > MOST_JOINED:
        return (group,)
    if (row := _in_row(group, read)) is not None:
        return row
    for match in _AND.finditer(group):
        left, right = group[: match.start()].strip(), group[match.end() :].strip()
        first, second = read(left), read(right)
        if first.asks and second.asks and (_differ(first.about, second.about) or _begin_alike(left, right)):
            return (left, *_joined(right, read))
    return (group,)


def _in_row(group: str, read: Reader) -> tuple[str, ...] | None:
    """Part "A, B, C" where each is whole: each names a unit, or three or more are about things of their own."""
    row = tuple(part.strip() for part in group.split(", "))
    askings = [read(part) for part in row] if len(row) > 1 else []
    if not askings or not all(asking.asks for asking in askings):
        return None
    apart = all(_differ(first.about, second.about) for first, second in itertools.pairwise(askings))
    alike = all(_begin_alike(first, second) for first, second in itertools.pairwise(row))
    return row if all(asking.named for asking in askings) or alike or (apart and len(row) > 2) else None


def _begin_alike(first: str, second: str) -> bool:
    """Tell whether both begin with a word that asks for a subject: "ai là trưởng ban", "who is the vice chair"; not
    where the first ends with its verb and shares the other's object ("ai chủ trì, ai phối hợp tổ chức hội thi")."""
    if all(_HOLDER.search(fold(piece)) for piece in (first, second)):  # "hiệu trưởng là ai, phó hiệu trưởng là ai"
        return True
    return len(first.split()) >= _WHOLE and all(_SUBJECT.match(fold(piece)) for piece in (first, second))


_WHOLE = 4  # words
_HOLDER = later(r"\w \w+ la ai\W*$")
_SUBJECT = later(r"(?:ai|(?:don vi|co quan|nguoi|dong chi|phong|ban) nao|who|which \w+) (?!do\b|did\b|does\b)\w+ \w+")


def _differ(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second
