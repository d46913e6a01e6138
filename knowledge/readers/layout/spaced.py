"""Tables whose columns are parted by white space alone -> the same tables as ruled ones.

Such a table begins at a line of heads. It goes on as long as between each two heads a strip of the page stays free of
words; a cell's further lines belong to the row above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.readers.layout.grids import RuledTable
from knowledge.readers.layout.model import Line, Segment, Word
from knowledge.readers.tables import Grid
from knowledge.text import fold

_NUMBER_HEAD = re.compile(r"\W*(?:stt|tt|so tt)\W*")
_HEAD = re.compile(
    r"\W*(?:stt|tt|so tt|noi dung|thoi gian|thoi han|thoi diem|han |tien do|ngay|thang|cong viec|nhiem vu|hoat dong|"
    r"don vi|co quan|bo phan|nguoi |chu tri|phoi hop|phu trach|phan cong|dia diem|ho (?:va )?ten|chuc vu|san pham|"
    r"ghi chu|kinh phi|so luong|chi tieu|diem|tieu chi)"
)
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_PART = re.compile(r"(?:[IVXLC]{1,5}|[A-HĐ])\s?[.)/–-]\s*[^\W\d_]")
_FEWEST_HEADS = 3
_LONGEST_HEAD = 40  # characters
_GAP = 0.7  # of the letters' size, between two heads
_FREE = 0.42  # of the letters' size: more than a space between two words
_FEWEST_ROWS = 2

Strips = list[list[tuple[float, float]]]
"""For each pair of neighbouring heads, what is free between them."""


def find_spaced(lines: Sequence[Line]) -> list[RuledTable]:
    """Return the tables without ruled lines among a page's lines, from the top."""
    found: list[RuledTable] = []
    at = 0
    while at < len(lines):
        head = _apart(lines[at])
        table, end = _table_at(lines, at, head) if _is_head(head) else (None, at + 1)
        found += [table] if table else []
        at = end
    return found


def _apart(line: Line) -> Line:
    """Return a line cut at each gap that is wider than a space: heads stand closer than columns of text."""
    segments: list[list[Word]] = []
    for word in _words(line):
        if segments and word.x0 - segments[-1][-1].x1 <= _GAP * line.size:
            segments[-1].append(word)
        else:
            segments.append([word])
    return Line(tuple(Segment(tuple(words)) for words in segments))


def _is_head(line: Line) -> bool:
    texts = [fold(segment.text) for segment in line.segments]
    short = all(len(text) <= _LONGEST_HEAD and not text.rstrip().endswith((".", ";", ":")) for text in texts)
    return len(texts) >= _FEWEST_HEADS and short and sum(bool(_HEAD.match(text)) for text in texts) >= 2


def _table_at(lines: Sequence[Line], start: int, head: Line) -> tuple[RuledTable | None, int]:
    """Return the table whose heads are the line `start`, None without enough rows, and the line after it."""
    strips: Strips = [[(a.x1, b.x0)] for a, b in pairwise(head.segments)]
    end = start + 1
    while end < len(lines) and not _ends_table(lines[end], head):
        narrowed = _narrowed(strips, lines[end])
        if narrowed is None:
            break
        strips, end = narrowed, end + 1
    widest = (max(free, key=lambda strip: strip[1] - strip[0]) for free in strips)
    cuts = [(left + right) / 2 for left, right in widest]
    cells = [_cells(line, cuts) for line in lines[start:end]]
    rows, used = _rows(cells, numbered=bool(_NUMBER_HEAD.fullmatch(fold(head.segments[0].text))))
    if len(rows) <= _FEWEST_ROWS:
        return None, start + 1
    end = start + used
    x0, x1 = min(line.x0 for line in lines[start:end]), max(line.x1 for line in lines[start:end])
    grid = Grid(tuple(rows), 1, tuple(cell for row in rows for cell in row if cell))
    return RuledTable(x0, head.y - head.size, x1, lines[end - 1].y, grid), end


def _ends_table(line: Line, head: Line) -> bool:
    """Tell whether a line is the heading of the part below a table."""
    return len(line.segments) == 1 and line.x0 < head.segments[1].x0 and bool(_PART.match(line.text))


def _words(line: Line) -> Iterator[Word]:
    return (word for segment in line.segments for word in segment.words)


def _narrowed(strips: Strips, line: Line) -> Strips | None:
    """Return what stays free between the columns with another line, None when the line crosses from one to another."""
    left: Strips = []
    for free in strips:
        for word in _words(line):
            free = [part for strip in free for part in _without(strip, word)]
        free = [strip for strip in free if strip[1] - strip[0] >= _FREE * line.size]
        if not free:
            return None
        left.append(free)
    return left


def _without(strip: tuple[float, float], word: Word) -> list[tuple[float, float]]:
    if word.x1 <= strip[0] or word.x0 >= strip[1]:
        return [strip]
    return [part for part in ((strip[0], word.x0), (word.x1, strip[1])) if part[1] > part[0]]


def _cells(line: Line, cuts: Sequence[float]) -> list[str]:
    cells = [""] * (len(cuts) + 1)
    for word in _words(line):
        at = sum((word.x0 + word.x1) / 2 > cut for cut in cuts)
        cells[at] += word.text if word.glued or not cells[at] else " " + word.text
    return cells


def _rows(lines: Sequence[list[str]], numbered: bool) -> tuple[list[tuple[str, ...]], int]:
    """Return a table's rows, heads first, and how many lines they take."""
    rows = [lines[0]]
    used = 1
    for at, cells in enumerate(lines[1:], 1):
        if _begins_row(cells, numbered):
            rows.append(cells)
        elif (numbered and cells[0]) or not any(cells[1:]):
            break
        else:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        used = at + 1
    return [tuple(row) for row in rows], used


def _begins_row(cells: Sequence[str], numbered: bool) -> bool:
    if numbered:
        return bool(_NUMBER.fullmatch(cells[0]))
    return bool(cells[0]) and not cells[0][0].islower() and sum(map(bool, cells)) * 2 >= len(cells)
