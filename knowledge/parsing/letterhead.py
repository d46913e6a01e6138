"""The lines above the type: issuing body and its superior, number, place and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.parsing.bodies import acting_for, acting_jointly
from knowledge.parsing.dates import find_date_and_end
from knowledge.parsing.lines import Line
from knowledge.parsing.offices import heads_letterhead, is_level, is_motto, is_organisation, stack, starts_office
from knowledge.parsing.references import number_of
from knowledge.parsing.shapes import is_caps
from knowledge.text import EMPTY, MappedText, Span, join

_NUMBER_LINE = re.compile(r"(?<![^\W_])S[ốôồổo]\s*:?\s*(?=[\d.…_/\-–\s])", re.IGNORECASE)
# "TRƯỜNG TIỂU HỌC SỐ 2 ...", "ĐOÀN GIÁM SÁT THEO NQ SỐ 64/NQ-HĐND": a number in a name is not that of the paper.
_IN_NAME = re.compile(r"[^\W\d_] S[Ốố] \d{1,3}(?!\s*[-–/\d])")
_OF_ANOTHER = re.compile(r"(?:NQ|NGHỊ QUYẾT|QĐ|QUYẾT ĐỊNH|KH|KẾ HOẠCH) $", re.IGNORECASE)
_CODE = r"[A-ZĐƯ][\w&]*(?:\s?[-–/]\s?[A-ZĐƯ][\w&]*)*"
_NUMBER = re.compile(rf"(\d[\d ]{{0,6}}(?:/\s*(?:19|20)\d\d)?\s*[-–/]\s*{_CODE})")
_BLANK_NUMBER = re.compile(rf"^[\s.…_]*[-–/]\s*{_CODE}")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\W\d_][^,;:|\"“”]{0,50}?)\s*,?\s+ngày(?=\s*(?:[\d.…_]|tháng(?!\w)|$))", re.IGNORECASE
)
PLACE_AND_DATE = re.compile(
    r"[^\W\d_][^\d:;.()]{0,40},?\s+ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?", re.IGNORECASE
)
_DRAFT = re.compile(r"^.*?dự thảo[^)]*\)?\s*", re.IGNORECASE)
_RIGHT_HEADER = re.compile(r"\s*(?:CỘNG H[ÒO]A|CỘNG HOÀ|ĐẢNG CỘNG SẢN VIỆT|Độc lập\s*[-–])")
_GOES_ON = re.compile(r"^Kính gửi|,\s*ngày\s[\s\d.…_]*tháng(?!\w)", re.IGNORECASE)  # a letter, below its subject
_QUOTES, _CLOSED = ('"', "“", "'"), ('"', "”", "'")
_ABOUT = re.compile(r"^[\"“']?\s*V\s*/\s*v\s*:?\s*|^Về việc\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A header field: its value and where it stands. made: whether its words were put together from
    several lines, and then those of the last one."""

    value: str
    span: Span
    made: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letterhead states; None where it is silent. subject: the "V/v ..." of an official letter;
    blank_number: where the number was left to be filled in ("Số:    /KH-UBND")."""

    issuer: Field | None = None
    parent: Field | None = None
    number: Field | None = None
    place: Field | None = None
    issued: date | None = None
    issued_span: Span | None = None
    subject: Field | None = None
    blank_number: Span | None = None


def read_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Read the lines above the type."""
    groups = _groups(lines)
    number = next(filter(None, map(_number, groups)), None)
    blank = None if number else next(filter(None, map(_blank_number, groups)), None)
    place, issued, issued_span = _place_and_date(groups)
    code = number.value if number else blank.value if blank else None
    parent, issuer = _offices(lines, code)
    return Letterhead(
        issuer, parent, number, place, issued, issued_span, _subject(lines), blank.span if blank else None
    )


def _subject(lines: Sequence[Line]) -> Field | None:
    """The "V/v ..." under the number of an official letter, with the lines that it runs over."""
    at, end = _about(lines)
    about = _ABOUT.match(lines[at].string) if at < end else None
    text = join(line.text for line in lines[at:end])
    quoted = about is not None and about[0][:1] in _QUOTES and text.text.rstrip(" .")[-1:] in _CLOSED
    stop = len(text.text.rstrip(" .")) - 1 if quoted else None
    return field_of(text, about.end(), stop) if about else None


def _about(lines: Sequence[Line]) -> tuple[int, int]:
    """The run of lines of the "V/v ..."; an empty one without it."""
    at = next((i for i, line in enumerate(lines) if _ABOUT.match(line.string)), len(lines))
    end = min(at + 1, len(lines))
    quoted = at < end and lines[at].string[0] in _QUOTES
    while end < len(lines) and not lines[end].gap and not lines[end].cell and not is_caps(lines[end].string):
        if (quoted and lines[end - 1].string[-1] in _CLOSED) or _GOES_ON.search(lines[end].string):
            break
        end += 1
    return at, end


def field_of(text: MappedText, start: int = 0, end: int | None = None) -> Field | None:
    """Return clean [start, end) of `text` as a field, without white space around; None when nothing is left."""
    part = text.slice(start, len(text.text) if end is None else end).strip()
    return Field(part.text, part.span(0, len(part.text))) if part.text else None


def _groups(lines: Sequence[Line]) -> list[MappedText]:
    """Join lines that stand together: a narrow table cell breaks "Hà Nội, ngày 01 / tháng 12 năm 2025"."""
    groups: list[list[MappedText]] = []
    after_motto = after_caps = False
    for line in lines:
        motto, caps = is_motto(line.string), is_caps(line.string)
        together = not line.gap and not line.cell and motto == after_motto and (caps or not after_caps)
        after_motto, after_caps = motto, caps
        if groups and together and not (caps and PLACE_AND_DATE.fullmatch(line.string)):
            groups[-1].append(line.text)
        else:
            groups.append([line.text])
    return [join(group) for group in groups]


def _own_number(text: str) -> re.Match[str] | None:
    """Where "Số" opens the paper's own number."""
    return next(
        (
            found
            for found in _NUMBER_LINE.finditer(text)
            if not _IN_NAME.match(text, max(0, found.start() - 2)) and not _OF_ANOTHER.search(text[: found.start()])
        ),
        None,
    )


def _number(text: MappedText) -> Field | None:
    start = _own_number(text.text)
    if not start or _BLANK_NUMBER.match(text.text[start.end() :]):
        return None
    match = _NUMBER.match(text.text, start.end())
    return Field(number_of(match[1]), text.span(*match.span(1))) if match else None


def _blank_number(text: MappedText) -> Field | None:
    start = _own_number(text.text)
    blank = _BLANK_NUMBER.match(text.text[start.end() :]) if start else None
    return field_of(text, start.start(), start.end() + blank.end()) if start and blank else None


def _code_end(text: str, start: re.Match[str]) -> int:
    """Where the number ends that "Số" opens, also one that was left to be filled in; 0 without one."""
    number = _NUMBER.match(text, start.end())
    blank = None if number else _BLANK_NUMBER.match(text[start.end() :])
    return number.end() if number else start.end() + blank.end() if blank else 0


_LONGEST_DATE = 40  # characters


def _place_and_date(groups: Sequence[MappedText]) -> tuple[Field | None, date | None, Span | None]:
    for text in groups:
        start = _own_number(text.text)
        code = _code_end(text.text, start) if start else 0
        match = _PLACE_DATE.search(text.text, code) or (start and _PLACE_DATE.search(text.text, 0, start.start()))
        if match:
            begin = match.end() - len("ngày")
            issued = find_date_and_end(text.text[begin : begin + _LONGEST_DATE])
            draft = _DRAFT.match(match["place"])
            left = match.start("place") + (draft.end() if draft else 0)
            day, span = (issued[0], text.span(begin, begin + issued[1])) if issued else (None, None)
            return field_of(text, left, match.end("place")), day, span
    return None, None, None


def _offices(lines: Sequence[Line], code: str | None) -> tuple[Field | None, Field | None]:
    """Return the superior body and the issuing body, or bodies, of the left letterhead."""
    at, end = _about(lines)
    left = [part for part in map(_left_part, _without_motto([*lines[:at], *lines[end:]])) if part.text]
    groups = [group for group in stack([part.text for part in left]) if heads_letterhead(left[group[0]].text)]
    names = [_office(join(left[i] for i in group)) for group in groups]
    found = [name for name in names if name]
    bodies = [_whole(above, name) for above, name in zip([None, *found], found, strict=False)]
    if together := acting_jointly([body.value for body in bodies], code):
        both = [bodies[i] for i in together]
        span = Span(both[0].span.start, both[-1].span.end)
        return (found[together[0] - 1] if together[0] else None), Field(
            " - ".join(n.value for n in both), span, both[-1].value
        )
    return (found[-2] if len(found) > 1 else None), (bodies[-1] if found else None)


def _whole(above: Field | None, name: Field) -> Field:
    """A committee's name with that of the body whose it is."""
    whole = acting_for(above.value if above else None, name.value)
    return name if whole == name.value else replace(name, value=whole, made=name.value)


def _office(text: MappedText) -> Field | None:
    return field_of(text.strip(" .,-–_*:"))


def _without_motto(lines: Sequence[Line]) -> list[Line]:
    """Leave out the motto, also where a narrow cell breaks it, and lines that name no office."""
    kept: list[Line] = []
    in_motto = False
    for i, line in enumerate(lines):
        left = _left_part(line).text
        begins = not left or (is_motto(left) and not starts_office(left))
        in_motto = begins or (in_motto and not line.gap and not line.cell and is_motto(left))
        placed = i + 1 < len(lines) and is_level(lines[i + 1].string)
        header = bool(kept) and is_organisation(left) and not placed  # at the left it comes first, as the body above
        if not in_motto and not header and (is_caps(left) or (starts_office(left) and left[:1].isupper())):
            kept.append(line)
    return kept


def _left_part(line: Line) -> MappedText:
    """The part of a line left of the motto, of the number and of the place, when a page's columns share lines."""
    text = line.text
    cuts = [m.start() for m in (_RIGHT_HEADER.search(text.text), _own_number(text.text)) if m]
    if re.search(r"\bngày\b", text.text, re.IGNORECASE) or _ABOUT.match(text.text):
        return EMPTY
    return text.slice(0, min(cuts)).strip() if cuts else text
