"""A Word table -> a grid with its merged cells repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge.readers.docx.xml import Element, W, branches, child, number, toggle, value
from knowledge.readers.tables import Grid, merged_heads

_MOST_COLUMNS = 64
_AROUND = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}

CellText = Callable[[Element], str]
"""Reads a cell: its paragraphs as lines."""


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
    return Grid(grid, max(heads, merged_heads(grid)), tuple(cells))


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
