"""Text set in two columns -> what stands above them, the left one, the right one, what stands below.

The columns are known by the strip between them, free of words over many lines, and by lines that fill both sides: a
letterhead and a signature beside its recipients are free in the middle, too, but their lines are short.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.readers.layout.lines import make_lines
from knowledge.readers.layout.model import Line, Page, Word
from knowledge.text import fold

_STRIP = 9.0  # points that are free between the columns
_MIDDLE = (0.4, 0.6)  # of the text's width: where the strip may lie
_FEWEST = 8  # lines of each column
_FULL = 0.3  # of a column's lines reach its right side
_WORDS = 4.5  # on a line, on average
_NEAR = 1.5  # of the size: so near to it
_HEAD = re.compile(
    r"cong hoa xa hoi|viet nam$|dang cong san|doc lap\s*[-–]|ngay\s+[\d.… ]+\s*thang\s+[\d.… ]+\s*nam\s+\d+$"
    r"|^\W*so\s*(?::|\d)"
)
_FOOT = re.compile(r"\W*noi nhan\b")
_SIGNATURE = re.compile(
    r"(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s*[./]?\s|(?:pho )?(?:chu tich|giam doc|hieu truong|truong ban)$"
)
_LINE = 20.0  # points: so far from its words a table's line may lie
_TOP = 0.4  # of the page: where a letterhead ends


def in_order(page: Page) -> list[Page]:
    """Return a page's parts in the order in which they are read, the page alone where it has one column."""
    strip = _strip(page)
    if strip is None:
        return [page]
    middle, top, bottom = strip
    inside = [word for word in page.words if top <= word.y <= bottom]
    left = [word for word in inside if word.x1 <= middle]
    right = [word for word in inside if word.x0 >= middle]
    sides = _sides(left), _sides(right)
    shift = sides[0][0] - sides[1][0]
    width = max(end - begin for begin, end in sides)
    column = (sides[0][0], sides[0][0] + width)
    moved = tuple(replace(word, x0=word.x0 + shift, x1=word.x1 + shift) for word in right)
    ruled = [rule for rule in page.rules if top - _LINE < rule.y0 and rule.y1 < bottom + _LINE]
    beside = tuple(rule for rule in ruled if rule.x1 <= middle)
    across = tuple(replace(rule, x0=rule.x0 + shift, x1=rule.x1 + shift) for rule in ruled if rule.x0 >= middle)
    parts = [
        replace(
            page, words=tuple(w for w in page.words if w.y < top), rules=tuple(r for r in page.rules if r.y1 < top)
        ),
        replace(page, words=tuple(left), rules=beside, column=column),
        replace(page, words=moved, rules=across, column=column),
        replace(
            page,
            words=tuple(w for w in page.words if w.y > bottom),
            rules=tuple(r for r in page.rules if r.y0 > bottom),
        ),
    ]
    return [part for part in parts if part.words]


def _strip(page: Page) -> tuple[float, float, float] | None:
    """Return the middle of the free strip, and the first and last baseline beside it, None without columns."""
    if len(page.words) < 8 * _FEWEST:
        return None
    x0, x1 = min(word.x0 for word in page.words), max(word.x1 for word in page.words)
    best: tuple[float, float, float] | None = None
    for at in range(int(x0 + _MIDDLE[0] * (x1 - x0)), int(x0 + _MIDDLE[1] * (x1 - x0)), 2):
        top, bottom = _longest_free(page, float(at))
        if best is None or bottom - top > best[2] - best[1]:
            best = (float(at), top, bottom)
    if best is None:
        return None
    top, bottom = _between_head_and_foot(page, *best[1:])
    inside = [word for word in page.words if top <= word.y <= bottom]
    halves = ([word for word in inside if word.x1 <= best[0]], [word for word in inside if word.x0 >= best[0]])
    return (best[0], top, bottom) if all(_is_column(make_lines(half)) for half in halves) else None


def _longest_free(page: Page, at: float) -> tuple[float, float]:
    """Return the first and last baseline of the longest run of words of which none reaches into the strip at `at`."""
    crossing = sorted(word.y for word in page.words if word.x0 < at + _STRIP / 2 and word.x1 > at - _STRIP / 2)
    ruled = [rule for rule in page.rules if rule.x0 < at + _STRIP / 2 and rule.x1 > at - _STRIP / 2]
    beside = (word.y for word in page.words if any(rule.y0 <= word.y <= rule.y1 for rule in ruled))
    edges = sorted([0.0, *crossing, *beside, *(rule.y0 for rule in ruled), page.height])
    top, bottom = max(itertools.pairwise(edges), key=lambda run: run[1] - run[0])
    inside = [word.y for word in page.words if top + 1 < word.y < bottom - 1]
    return (min(inside), max(inside)) if inside else (0.0, 0.0)


def _between_head_and_foot(page: Page, top: float, bottom: float) -> tuple[float, float]:
    """Return the run of lines without a letterhead above the columns and a signature below them."""
    lines = [line for line in make_lines(page.words) if top <= line.y <= bottom]
    heads = [
        line.y
        for line in lines
        if line.y < _TOP * page.height and any(_HEAD.search(fold(s.text)) for s in line.segments)
    ]
    feet = [line.y for line in lines if _FOOT.match(fold(line.text)) and _is_signed(line)]
    top = max(heads) + 1 if heads else top
    bottom = min(feet) - 1 if feet else bottom
    return top, bottom


def _is_signed(line: Line) -> bool:
    return any(_SIGNATURE.match(fold(segment.text)) for segment in line.segments[1:])


def _is_column(lines: Sequence[Line]) -> bool:
    """Tell whether lines run as text does: many, and most of them to the right side."""
    if len(lines) < _FEWEST:
        return False
    right = sorted(line.x1 for line in lines)[len(lines) * 9 // 10]
    full = sum(line.x1 > right - _NEAR * line.size for line in lines)
    words = sum(len(line.text.split()) for line in lines)
    return full >= _FULL * len(lines) and words >= _WORDS * len(lines)


def _sides(words: Sequence[Word]) -> tuple[float, float]:
    return min(word.x0 for word in words), max(word.x1 for word in words)
