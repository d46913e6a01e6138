"""A Word table -> a grid with its merged cells repeated, and whether it holds data or only sets text side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.readers.docx.xml import Element, W, branches, child, number, toggle, value
from knowledge.text import fold

_MOST_COLUMNS = 64
_LETTERHEAD = re.compile(r"cong hoa xa hoi|dang cong san|doc lap\s*[-–]\s*tu do")
_TAIL = re.compile(r"(?:^|\n)\W*noi nhan\b")
_SIGNED = re.compile(r"(?:^|\n)\W*(?:tm|kt|tl|tuq|t/m|k/t|t/l|q)\s*[./]?\s")
_LONG = 1200
_AROUND = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}

CellText = Callable[[Element], str]
"""Reads a cell: its paragraphs as lines."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells by row and column, each text repeated wherever its merged cell reaches; heads: how many rows the
    header has; cells: each cell's text once, in reading order."""

    rows: tuple[tuple[str, ...], ...]
    heads: int
    cells: tuple[str, ...]

    @property
    def is_layout(self) -> bool:
        """Tell whether the table only sets text side by side: a letterhead, a signature, a frame."""
        width = max(map(len, self.rows), default=0)
        whole = fold("\n".join(self.cells))
        if width <= 1 or len(self.rows) == 0:
            return True
        if width <= 4 and (_LETTERHEAD.search(whole) or _TAIL.search(whole)):
            return True
        if len(self.rows) <= 2 and width <= 3 and _SIGNED.search(whole):
            return True
        return len(self.rows) == 1 or (len(self.rows) <= 2 and any(len(cell) > _LONG for cell in self.cells))


def read_grid(table: Element, text_of: CellText) -> Grid:
    """Read a `w:tbl`; rows and cells that a tracked change deletes are left out."""
    rows: list[list[str]] = []
    cells: list[str] = []
    heads = 0
    above: list[str] = []
    for row in _rows(table):
        filled = [""] * min(number(row, "trPr", "gridBefore") or 0, _MOST_COLUMNS)
        for cell in _cells(row):
            span = max(1, min(number(cell, "tcPr", "gridSpan") or 1, _MOST_COLUMNS))
            at = len(filled)
            if _continues(cell) and at < len(above):
                filled.extend(above[at : at + span] or [""])
                filled.extend([filled[-1]] * (at + span - len(filled)))
            else:
                cells.append(text_of(cell))
                filled.extend([cells[-1]] * span)
        properties = child(row, "trPr")
        if heads == len(rows) and properties is not None and toggle(properties, "tblHeader"):
            heads += 1
        rows.append(filled[:_MOST_COLUMNS])
        above = filled
    width = max(map(len, rows), default=0)
    grid = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    return Grid(grid, max(heads, _merged_heads(grid)), tuple(cells))


def _merged_heads(grid: Sequence[Sequence[str]]) -> int:
    """Return 2 where the first row's heads are split by a second one: one head over two, the others over both rows."""
    if len(grid) < 3 or len(grid[0]) < 3:
        return 1
    first, second = grid[0], grid[1]
    wide = any(a and a == b for a, b in pairwise(first))
    deep = any(a and a == b for a, b in zip(first, second, strict=True))
    return 2 if wide and deep and len(set(first)) > 1 else 1


def _rows(table: Element) -> Iterator[Element]:
    for node in branches(table):
        if node.tag == W + "tr":
            if child(node, "trPr", "del") is None:
                yield node
        elif node.tag in _AROUND:
            yield from _rows(node)


def _cells(row: Element) -> Iterator[Element]:
    for node in branches(row):
        if node.tag == W + "tc":
            if child(node, "tcPr", "cellDel") is None:
                yield node
        elif node.tag in _AROUND:
            yield from _cells(node)


def _continues(cell: Element) -> bool:
    """Tell whether a cell is the lower part of one that is merged downwards."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and (value(cell, "tcPr", "vMerge") or "continue") == "continue"
