"""Does a text look like an administrative document at all?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parsing.layout import find_type
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import WORD_STYLES, Style, find_marker
from knowledge.parsing.offices import is_motto
from knowledge.parsing.shapes import is_caps
from knowledge.parsing.tail import is_recipients

_NUMBER = re.compile(r"^S[ốo]\s*:?\s*[\d.…\s]*[-/]\s*[A-ZĐ]{2}|\s[sS]ố\s*:?\s*\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ]{2}")
_PLACE_DATE = re.compile(r"ngày\s+[\d.…]+\s*tháng\s+[\d.…]+\s*năm\s", re.IGNORECASE)
_BASIS = re.compile(r"^(?:[-–+]\s*)?(?:Căn cứ|Thực hiện)\s", re.IGNORECASE)
_ENACTS = re.compile(r"(?:xây dựng|ban hành|triển khai|đề ra)\s[^.]{0,200}như sau\s*:")
_CLOSES = re.compile(r"Trên đây là|Kế hoạch này|Hướng dẫn này|Quyết định này")
_ENOUGH = 2


def looks_like_a_plan(lines: Sequence[Line]) -> bool:
    """Tell whether at least two kinds of signs are there: type, number, date line, motto, basis, parts, ending."""
    return sum(_signs(lines)) >= _ENOUGH


def _signs(lines: Sequence[Line]) -> tuple[bool, ...]:
    head = lines[:80]
    return (
        find_type(lines) is not None,
        any(_NUMBER.search(line.string) for line in lines),
        any(_PLACE_DATE.search(line.string) for line in head),
        any(is_motto(line.string) and is_caps(line.string) for line in head),
        any(_BASIS.match(line.string) for line in head),
        any(_ENACTS.search(line.string) for line in head),
        _has_parts(lines),
        any(is_recipients(line) for line in lines),
        any(_CLOSES.search(line.string) for line in lines),
    )


def _has_parts(lines: Sequence[Line]) -> bool:
    """At least two parts or articles with a Vietnamese title."""
    found = 0
    for line in lines:
        marker = find_marker(line.string)
        if marker and (marker.style is Style.ROMAN or marker.style in WORD_STYLES):
            found += any("\u00c0" <= char <= "\u1ef9" for char in line.string)
    return found >= 2
