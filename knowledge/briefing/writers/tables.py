"""Tables of a Word file: fixed widths, a head that repeats on each page, rows that no page break cuts."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from knowledge.briefing.model import Block, Kind

WIDTH = 165
"""Millimetres between the margins."""
_FIRST = 30
_WIDTHS = {Kind.DEADLINES: (32, 57, 34, 42), Kind.TARGETS: (30, 135), Kind.FIGURES: (30, 135)}


def widths(block: Block) -> tuple[int, ...]:
    """Return the widths of a table's columns in millimetres; of a comparison the plans share what the label leaves."""
    if block.kind in _WIDTHS:
        return _WIDTHS[block.kind]
    others = len(block.heads) - 1
    return (_FIRST, *[(WIDTH - _FIRST) // others] * others)


def add(document: Document, columns: Sequence[int], rows: int, heads: Sequence[str] = ()) -> Table:
    """Append a table of `rows` rows, and one before them when it has heads."""
    table: Table = document.add_table(rows + bool(heads), len(columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for row in table.rows:
        _mark(row._tr, "w:cantSplit")
    if heads:
        _mark(table.rows[0]._tr, "w:tblHeader")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles["Cell"]
            paragraph.add_run(head).bold = True
            paragraph.paragraph_format.keep_with_next = True
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), "EDEDED")
            cell._tc.get_or_add_tcPr().append(shade)
    return table


def _mark(row: object, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))  # type: ignore[attr-defined]
