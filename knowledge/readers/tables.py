"""A table as lines that the parser reads: a Markdown pipe table, a row a line, merged cells repeated."""

from __future__ import annotations

from collections.abc import Sequence

Rows = Sequence[Sequence[str]]
"""Cells by row; every row as long as the first."""


def pipe_table(rows: Rows, heads: int = 1) -> str:
    """Return rows as a pipe table. heads: how many of the first rows make the header; several are joined by column.

    Empty columns and rows, which only space a form out, are left out.
    """
    kept = _without_empty([[" ".join(cell.split()).replace("|", "\\|") for cell in row] for row in rows])
    if not kept:
        return ""
    heads = max(1, min(heads, len(kept) - 1)) if len(kept) > 1 else 1
    header = [_joined(cells) for cells in zip(*kept[:heads], strict=True)]
    lines = [header, ["---"] * len(header), *kept[heads:]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _joined(cells: Sequence[str]) -> str:
    """Join the heads of a column, from the top: "Kết quả - Năm 2024"; a merged head stands once."""
    return " - ".join(dict.fromkeys(cell for cell in cells if cell))


def _without_empty(rows: list[list[str]]) -> list[list[str]]:
    filled = [row for row in rows if any(row)]
    columns = [at for at in range(len(filled[0]) if filled else 0) if any(row[at] for row in filled)]
    return [[row[at] for at in columns] for row in filled]
