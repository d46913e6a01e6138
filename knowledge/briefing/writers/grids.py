"""A comparison table cut so that each piece fits a slide: at most three plans across, rows as its height takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.briefing import wording
from knowledge.briefing.model import Block, Line
from knowledge.briefing.writers.fit import lines_of
from knowledge.text import folded_words

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


def by_columns(block: Block, most: int = PLANS) -> Iterator[Block]:
    """Yield the table cut so that each piece has at most `most` plans across, about as many in each, plans that say the
    same beside each other; its rows say whether those do."""
    others = len(block.heads) - 1
    share = -(-others // -(-others // most))
    for columns in _shared_out(block, share):
        rows = (row for row in block.rows if any(row[at].note for at in columns))
        told = tuple((_likened(row, columns, block.heads), *(row[at] for at in columns)) for row in rows)
        yield replace(block, heads=(block.heads[0], *(block.heads[at] for at in columns)), rows=told)


def _shared_out(block: Block, share: int) -> Iterator[list[int]]:
    """Yield the columns of each piece, in the table's order: of several pieces those that say most alike together."""
    left = list(range(1, len(block.heads)))
    while left:
        held = left[:1]
        while len(held) < min(share, len(left)):
            rest = (at for at in left if at not in held)
            held.append(max(rest, key=lambda at: _in_common(block, held, at)))
        left = [at for at in left if at not in held]
        yield sorted(held)


def _in_common(block: Block, held: Sequence[int], other: int) -> tuple[int, int]:
    """Return how many cells of a column say the same as those held, and how many rows both fill."""
    pairs = [(row[at], row[other]) for row in block.rows for at in held if row[at].note and row[other].note]
    return sum(_words(one) == _words(too) for one, too in pairs), len(pairs)


def _likened(row: tuple[Line, ...], columns: Sequence[int], heads: Sequence[str]) -> Line:
    """Return the label of a row with what its cells have in common: those of the piece, or one and those elsewhere."""
    said = {at: _words(cell) for at, cell in enumerate(row) if at and cell.note}
    here = [said[at] for at in columns if at in said]
    label = row[0]
    if len(here) > 1:
        template = wording.ALIKE if len(set(here)) == 1 else wording.UNLIKE
        return replace(label, text=template.format(label=label.text))
    names = [heads[at] for at, words in said.items() if at not in columns and words == here[0]]
    if not names:
        return label
    return replace(label, text=wording.ALIKE_ELSEWHERE.format(label=label.text, names=", ".join(names)))


def _words(line: Line) -> str:
    return " ".join(folded_words(line.text))


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
