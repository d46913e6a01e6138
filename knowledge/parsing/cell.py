"""What one line of a table with a cell a line is: a head, a cell of some kind, or what ends the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from knowledge.parsing.heads import Column, column_of
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import Style, find_marker
from knowledge.parsing.shapes import is_caps, is_ended
from knowledge.text import MappedText, join

_LONGEST_HEAD, LONGEST_CELL = 60, 200
_ENDS_TABLE = re.compile(r"(?:Nơi nhận|Trên đây là|Ghi chú\s*:|PHỤ LỤC|Phụ lục)", re.IGNORECASE)


class Kind(StrEnum):
    """What a whole cell is."""

    FIGURE = r"[<>≥≤~]?\s*[-+]?\d[\d.,]*\s*%?"
    MONTH = r"(?:tháng\s+)?\d{1,2}\s*[/-]\s*\d{4}|tháng\s+\d{1,2}"
    DATE = r"(?:trước |từ |đến |ngày )*\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?"
    HOUR = r"\d{1,2}\s*(?:giờ|h|g|:)\s*+(?:\d{1,2}(?:\s*phút)?)?(?:\s*[-–]\s*\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2})?"
    WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    NOTHING = r"[-–—.…/xX]{0,3}"
    WORDS = r".*"


_KINDS = tuple((kind, re.compile(kind.value, re.IGNORECASE | re.DOTALL)) for kind in Kind)


def row_of(first: Line, cells: Sequence[MappedText], heads: bool = False) -> Line:
    """Return a row's line, which begins where `first` does."""
    text = join((cell for cell in cells if cell.text), " · ")
    return Line(text, first.gap, False, False, cells=tuple(cells), heads=heads)


def is_usual_head(line: Line) -> bool:
    """Tell whether a line is a head of a kind that is known."""
    return len(line.string) <= _LONGEST_HEAD and column_of(line.string) is not Column.OTHER


def is_head(line: Line) -> bool:
    """Tell whether a line may be a head: some words, no sentence and no item."""
    words = not line.cells and len(line.string) <= _LONGEST_HEAD and kind_of(line) is Kind.WORDS
    return words and not is_ended(line.string) and not find_marker(line.string) and not leaves(line)


def end_of_block(lines: Sequence[Line], at: int) -> int:
    """Where the lines without an empty one between them end."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and not lines[end].cells and not breaks_off(lines[end]):
        end += 1
    return end


def leaves(line: Line) -> bool:
    """Tell whether a line cannot be a cell: a part's title, the end of the document."""
    return _leaves_as(line.string, line.starred, line.gap > 0)


@lru_cache(4096)
def _leaves_as(text: str, starred: bool, spaced: bool) -> bool:
    marker = find_marker(text)
    part = marker is not None and marker.style in (Style.ROMAN, Style.CHAPTER, Style.ARTICLE, Style.PART)
    blank = not any(map(str.isalnum, text))
    return part or blank or starred or _ENDS_TABLE.match(text) is not None or (spaced and is_caps(text))


def breaks_off(line: Line) -> bool:
    """Tell whether a table ends above a line; a dash in an empty cell ends none."""
    return leaves(line) and kind_of(line) is not Kind.NOTHING


def kind_of(line: Line) -> Kind:
    """Return what a line is as a cell."""
    return _kind_as(line.string) if len(line.string) <= LONGEST_CELL else Kind.WORDS


@lru_cache(4096)
def _kind_as(text: str) -> Kind:
    return next(kind for kind, pattern in _KINDS if pattern.fullmatch(text))
