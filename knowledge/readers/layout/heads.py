"""Running heads and page numbers, which belong to no sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.readers.layout.model import Line

_NUMBER = re.compile(r"[-–—\s]*(?:[Tt]rang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—.\s]*")
_DIGIT = re.compile(r"\d+")
_EDGE = 2  # lines at a page's top and at its foot that may run through the document
_SHORT = 120


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return each page's lines without those that every page repeats, and without page numbers."""
    edges = [_edges(lines) for lines in pages]
    seen = Counter(shape for lines in edges for shape in {_shape(line) for line in lines})
    often = max(3, round(len(pages) * 0.4))
    for shape in _feet_of_two(pages):
        seen[shape] = often
    offsets = Counter(
        n - at for at, lines in enumerate(edges) for n in {_number(line) for line in lines} if n is not None
    )
    return [
        [
            line
            for line in lines
            if not (line in edge and (_repeats(line, seen, often) or _is_page_number(line, at, offsets)))
        ]
        for at, (lines, edge) in enumerate(zip(pages, edges, strict=True))
    ]


def _feet_of_two(pages: Sequence[Sequence[Line]]) -> set[tuple[str, int]]:
    """Of a document of two pages, what both end with at the same place: at the top two letterheads may be alike."""
    if len(pages) != 2 or not all(pages):
        return set()
    return {_shape(pages[0][-1])} & {_shape(pages[1][-1])}


def _edges(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]


def _shape(line: Line) -> tuple[str, int]:
    """Return a line's words without its numbers, and its place on the page to a few points."""
    return _DIGIT.sub("#", " ".join(line.text.split())), round(line.y / 4)


def _repeats(line: Line, seen: Counter[tuple[str, int]], often: int) -> bool:
    shape = _shape(line)
    return seen[shape] >= often and len(shape[0]) <= _SHORT and not shape[0].startswith(("-", "+"))


def _number(line: Line) -> int | None:
    match = _NUMBER.fullmatch(line.text)
    return int(match[1]) if match else None


def _is_page_number(line: Line, at: int, offsets: Counter[int]) -> bool:
    """Tell whether a line's number is its page's: counted from 1 or 0, or as far off as on another page."""
    number = _number(line)
    return number is not None and (number - at in (0, 1) or offsets[number - at] > 1)
