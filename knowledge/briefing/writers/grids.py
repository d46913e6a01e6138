"""A comparison table cut so that each piece fits a slide: at most three plans across, rows as its height takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.briefing import wording
from knowledge.briefing.model import Block, Line
from knowledge.briefing.writers.fit import lines_of

PLANS = 3
_ACROSS = 250 / 25.4 * 72 / 16
"""Em across the plans' columns together, at 16 points."""
_LABEL = 40 / 25.4 * 72 / 16
_MOST = 18.0
"""Lines of a table at 16 points on one slide, its head among them."""
_PADDING = 0.4
"""Lines that a row takes above and below its text."""


def grids(block: Block) -> list[Block]:
    """Return the pieces, numbered when there are several."""
    pieces = [piece for columns in by_columns(block) for piece in _by_height(columns)]
    if len(pieces) == 1:
        return pieces
    return [
        replace(piece, title=wording.NUMBERED.format(title=block.title, number=at, count=len(pieces)))
        for at, piece in enumerate(pieces, 1)
    ]


def by_columns(block: Block) -> Iterator[Block]:
    """Yield the table cut so that each piece has at most `PLANS` plans across, about as many in each."""
    others = len(block.heads) - 1
    share = -(-others // -(-others // PLANS))
    for first in range(1, others + 1, share):
        columns = [0, *range(first, min(first + share, others + 1))]
        rows = tuple(tuple(row[at] for at in columns) for row in block.rows)
        yield replace(block, heads=tuple(block.heads[at] for at in columns), rows=tuple(filter(_says, rows)))


def _says(row: tuple[Line, ...]) -> bool:
    return any(line.note for line in row)


def _by_height(block: Block) -> list[Block]:
    """Return as few pieces as hold the rows, about as high as each other."""
    fewest = len(list(_pieces(block, _MOST)))
    lower = (pieces for most in range(1, int(_MOST)) if len(pieces := list(_pieces(block, most))) <= fewest)
    return next(lower, list(_pieces(block, _MOST)))


def _pieces(block: Block, most: float) -> Iterator[Block]:
    across = _ACROSS / (len(block.heads) - 1) - 1
    head = max(lines_of(text, across) for text in block.heads[1:]) + _PADDING
    held: list[tuple[Line, ...]] = []
    filled = head
    for row in (tuple(_cited(line) for line in each) for each in block.rows):
        needed = max(lines_of(line.text, across if at else _LABEL) for at, line in enumerate(row)) + _PADDING
        if held and filled + needed > most:
            yield replace(block, rows=tuple(held))
            held, filled = [], head
        held.append(row)
        filled += needed
    if held:
        yield replace(block, rows=tuple(held))


def _cited(line: Line) -> Line:
    """Name the place in the cell itself, without the plan, which heads the column."""
    if line.note is None:
        return line
    return replace(line, text=wording.CELL.format(text=line.text, section=line.note.place))
