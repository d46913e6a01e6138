"""Tables whose cells stand one to a line: between lone bars, or just below each other. Lines -> lines that are rows.

How many columns there are is told by the heads; where a row begins, by the bars, by its number, or by the kinds of
cells (a weekday, an hour, a figure) that come again in every row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from knowledge.parsing.cell import (
    LONGEST_CELL,
    Kind,
    breaks_off,
    end_of_block,
    is_head,
    is_usual_head,
    kind_of,
    leaves,
    row_of,
)
from knowledge.parsing.heads import column_of, is_head_row, is_numbering
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import find_marker
from knowledge.parsing.placing import goes_on, placed
from knowledge.parsing.shapes import is_ended
from knowledge.parsing.typed import typed_table
from knowledge.text import EMPTY, MappedText, join

_MOST_COLUMNS = 14
_MOST_LINES_IN_A_CELL = 12
_MOST_OF_LAST = 3  # lines of a cell, on the average of the last row
_ROW_NUMBER = re.compile(r"\(?(\d{1,3})\)?[.)]?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")


def gather(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with each such table's cells put together to rows."""
    found: list[Line] = []
    usual = [0, *accumulate(map(is_usual_head, lines))]
    at = 0
    while at < len(lines):
        rows, end = _barred(lines, at)
        if not rows:
            rows, end = _listed(lines, at)
        if not rows and usual[min(len(lines), at + _MOST_COLUMNS)] - usual[at] >= _FEWEST_USUAL:
            rows, end = _stacked(lines, at)
            rows, end = (rows, end) if rows else typed_table(lines, at)
        found.extend(rows or [lines[at]])
        at = end if rows else at + 1
    return found


# ------------------------------------------------------------------------------------------------ between bars


def _barred(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The rows of a table whose first row, between lone bars, holds heads; and the line after it."""
    if not lines[at].bars or lines[at].cells:
        return [], at
    heads, end = _between_bars(lines, at)
    if not 2 <= len(heads) <= _MOST_COLUMNS or not is_head_row([cell.text for cell in heads]):
        return [], at
    rows = [row_of(lines[at], heads, heads=True)]
    columns = len(heads)
    slots, current, cells = columns, 0, [EMPTY] * columns
    first = lines[at]
    while end < len(lines) and 0 < lines[end].bars >= lines[end].gap:
        slots += lines[end].bars
        row, column = divmod(slots - 1, columns + 1)
        if column == columns:
            break  # after the last bar of a row: the table is over
        if row != current:
            rows.extend([row_of(first, cells)] if current else [])
            current, cells, first = row, [EMPTY] * columns, lines[end]
        start, end = end, _end_of_cell(lines, end)
        cells[column] = join(line.text for line in lines[start:end])
    rows.extend([row_of(first, cells)] if current else [])
    return (rows, end) if len(rows) > 1 else ([], at)


def _between_bars(lines: Sequence[Line], at: int) -> tuple[list[MappedText], int]:
    """The cells of the row that begins at `at`: up to where two bars stand together."""
    cells: list[MappedText] = []
    while at < len(lines) and len(cells) <= _MOST_COLUMNS and (not cells or lines[at].bars == 1):
        end = _end_of_cell(lines, at)
        cells.append(join(line.text for line in lines[at:end]))
        at = end
    return cells, at


def _end_of_cell(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].gap and end - at < _MOST_LINES_IN_A_CELL:
        end += 1
    return end


# -------------------------------------------------------------------------------------------- below each other


def _listed(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The rows of a table that begins with "STT" on a line of its own, its heads and cells on the lines below."""
    if lines[at].cells or not is_numbering(lines[at].string):
        return [], at
    spaced = at + 1 < len(lines) and lines[at + 1].gap > 0
    heads, end = _heads_below(lines, at, spaced)
    if len(heads) < 2:
        return [], at
    rows = [row_of(lines[at], heads, heads=True)]
    kinds = [column_of(head.text) for head in heads]
    expected = 1
    while end < len(lines):
        group = _group(lines, end)
        if group:
            rows.append(row_of(lines[end], [lines[end].text, lines[end + 1].text, *[EMPTY] * (len(heads) - 2)]))
            end, expected = end + 2, 1
        if not _numbers(lines[end], expected):
            break
        stop = _end_of_row(lines, end, expected, len(heads), spaced)
        cells = _pieces(lines[end + 1 : stop], spaced)
        if len(cells) == len(heads) and cells[-1].text.isdigit() and _ends_in_words(rows):
            cells.pop()  # a page ends below this row
        rows.append(row_of(lines[end], [lines[end].text, *placed(cells, kinds[1:])]))
        end, expected = stop, expected + 1
    filled = any(cell.text for row in rows[1:] for cell in row.cells[1:])
    return (rows, end) if filled else ([], at)


def _ends_in_words(rows: Sequence[Line]) -> bool:
    """Tell whether the rows so far end with a cell that is no number."""
    return len(rows) > 1 and not any(row.cells[-1].text.isdigit() for row in rows[1:])


def _heads_below(lines: Sequence[Line], at: int, spaced: bool) -> tuple[list[MappedText], int]:
    """The heads from `at` on, up to the number of the first row."""
    end = at + 1
    while end < len(lines) and end - at < 2 * _MOST_COLUMNS and len(lines[end].string) <= 80:
        if _numbers(lines[end], 1) or _group(lines, end):
            heads = [lines[at].text, *_pieces(lines[at + 1 : end], spaced)]
            return (heads if len(heads) <= _MOST_COLUMNS else []), end
        if is_ended(lines[end].string) or find_marker(lines[end].string):
            break
        end += 1
    return [], at


def _numbers(line: Line, expected: int) -> bool:
    match = _ROW_NUMBER.fullmatch(line.string)
    return match is not None and int(match[1]) == expected


def _group(lines: Sequence[Line], at: int) -> bool:
    """Tell whether "II" and a title stand at `at`, above a row "1": the head of a group of rows."""
    if at + 2 >= len(lines) or not _GROUP_NUMBER.fullmatch(lines[at].string):
        return False
    return _numbers(lines[at + 2], 1)


def _pieces(lines: Sequence[Line], spaced: bool) -> list[MappedText]:
    """Cells: a line each, or all lines up to an empty one where empty lines part the cells."""
    cells: list[list[MappedText]] = []
    for line in lines:
        if cells and spaced and not line.gap:
            cells[-1].append(line.text)
        else:
            cells.append([line.text])
    return [join(cell) for cell in cells]


def _end_of_row(lines: Sequence[Line], at: int, number: int, columns: int, spaced: bool) -> int:
    """Where the row that `number` begins ends: at the next number, at a group, or, of the last row, with its cells."""
    limit = min(len(lines), at + columns * _MOST_LINES_IN_A_CELL)
    last = at + 1
    for end in range(at + 1, limit):
        if _numbers(lines[end], number + 1) or _group(lines, end):
            return end
        if leaves(lines[end]):
            break
        last = end + 1
    whole = min(last, at + columns)
    closed = next((i for i in range(whole, last) if lines[i].gap or find_marker(lines[i].string)), last)
    broken = any(goes_on(lines[i - 1].string, lines[i].string) for i in range(at + 2, closed))
    return closed if broken and not spaced and closed - at <= columns * _MOST_OF_LAST else whole


# ------------------------------------------------------------------------------------------ by the kinds of cells


_FEWEST_ROWS, _FEWEST_USUAL = 2, 2  # rows of a table, and usual heads of one whose cells stand apart


def _stacked(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The rows of a table whose heads begin at `at`, after an empty line: up to the next one and all alike; where empty
    lines part the cells, as long as they are alike."""
    if (at and not lines[at].gap) or lines[at].cells or is_numbering(lines[at].string):
        return [], at
    parted = at + 1 < len(lines) and lines[at + 1].gap > 0
    block = len(lines) if parted else end_of_block(lines, at)
    usual = 0
    for columns, head in enumerate(lines[at : min(block, at + _MOST_COLUMNS)], 1):
        if not is_head(head) or (columns > 1 and bool(head.gap) != parted):
            break
        usual += is_usual_head(head)
        if usual < _FEWEST_USUAL or (not parted and (block - at) % columns):
            continue
        first = at + columns
        end = _end_of_rows(lines, first, block, columns, parted)
        if end - first >= _FEWEST_ROWS * columns and (parted or end == block):
            starts = range(at, end, columns)
            return [
                row_of(lines[i], [each.text for each in lines[i : i + columns]], heads=i == at) for i in starts
            ], end
    return [], at


def _end_of_rows(lines: Sequence[Line], first: int, limit: int, columns: int, parted: bool) -> int:
    """Where rows of so many cells end, each of the kind that its column began with; `first` where all are words."""
    kinds = [kind_of(cell) for cell in lines[first : first + columns]]
    if all(kind in (Kind.WORDS, Kind.NOTHING) for kind in kinds):
        return first
    end = first
    while end + columns <= limit:
        row = lines[end : end + columns]
        found = [kind_of(cell) for cell in row]
        fits = all(Kind.NOTHING in pair or pair[0] is pair[1] for pair in zip(kinds, found, strict=True))
        if not fits or not all(_is_cell(cell, parted) for cell in row):
            break
        kinds = [new if old is Kind.NOTHING else old for old, new in zip(kinds, found, strict=True)]
        end += columns
    return end


def _is_cell(line: Line, parted: bool) -> bool:
    """Tell whether a line may be a cell; where empty lines part them, a full stop is a paragraph's."""
    short = not line.cells and len(line.string) <= LONGEST_CELL and not breaks_off(line)
    return short and (not parted or (line.gap > 0 and not line.string.endswith(".")))
