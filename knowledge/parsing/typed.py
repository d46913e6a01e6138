"""Tables with a cell a line and no column of numbers, whose rows are told by what their columns hold: a time below
"Hạn đăng ký", offices or people below "Đơn vị", figures below "Điểm". Lines -> lines that are rows.

A row takes as many lines as there are heads; where cells are broken over lines, the first cell ("Vòng ...", a date) or
a time in the last one tells the rows apart. Whatever doesn't bear its heads out stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.parsing.cell import LONGEST_CELL, Kind, breaks_off, end_of_block, is_head, is_usual_head, kind_of, row_of
from knowledge.parsing.heads import Column, column_of, is_numbering
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import find_marker
from knowledge.parsing.offices import starts_office
from knowledge.parsing.placing import goes_on, is_date, is_time, placed
from knowledge.parsing.shapes import is_caps, is_person
from knowledge.text import MappedText, folded_words

_FEWEST, _MOST = 3, 8  # columns
_FEWEST_ROWS, _FEWEST_USUAL = 2, 2
_MOST_LINES = 4  # of a cell, on the whole row's average
_TIMES = (Kind.DATE, Kind.MONTH, Kind.HOUR, Kind.WEEKDAY)
_SHORT_TIME = 45  # characters
_PEOPLE = (Column.WHO, Column.WITH, Column.TO)

_Rows = list[list[MappedText]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Lines read as a table. borne: how many columns hold what their heads say."""

    columns: int
    borne: int
    starts: list[int]
    rows: _Rows


def typed_table(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """Return the rows of a table whose heads begin at `at`, and the line after it; ([], at) without such."""
    if lines[at].cells or is_numbering(lines[at].string) or not _may_begin(lines, at):
        return [], at
    end = _end(lines, at)
    readings = []
    for columns in range(_FEWEST, min(_MOST, _heads_from(lines, at, end)) + 1):
        heads = lines[at : at + columns]
        usual = sum(map(is_usual_head, heads))
        if usual >= _FEWEST_USUAL and usual * 2 >= columns and not _is_bare_head(lines[at + columns : end]):
            readings += _readings(lines, at + columns, end, [column_of(head.string) for head in heads], heads[0])
    best = max(readings, key=lambda each: (each.borne, each.columns), default=None)
    if best is None:
        return [], at
    named = row_of(lines[at], [head.text for head in lines[at : at + best.columns]], heads=True)
    return [named, *(row_of(lines[i], cells) for i, cells in zip(best.starts, best.rows, strict=True))], end


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a table can begin at `at`: after an empty line, or below the title of what it stands in."""
    above = lines[at - 1] if at else None
    if above is None or lines[at].gap or above.string.endswith(":") or is_caps(above.string):
        return True
    return find_marker(above.string) is not None and not above.string.endswith((".", ";", ","))


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the lines end among which no empty one and no item's number stand."""
    end = end_of_block(lines, at)
    return next((i for i in range(at + 1, end) if find_marker(lines[i].string)), end)


def _heads_from(lines: Sequence[Line], at: int, end: int) -> int:
    """How many lines from `at` on may be heads."""
    count = 0
    while at + count < end and count < _MOST and _is_plain_head(lines[at + count]):
        count += 1
    return count


def _is_plain_head(line: Line) -> bool:
    text = line.string
    digits = any(map(str.isdigit, text)) and column_of(text) is not Column.AMOUNT
    return is_head(line) and not (digits or ":" in text or (is_person(text) and not is_usual_head(line)))


def _is_bare_head(below: Sequence[Line]) -> bool:
    """Tell whether the line below the heads is one more of them."""
    kind = column_of(below[0].string) if below else Column.OTHER
    usual = kind not in (Column.OTHER, Column.WHAT, Column.WHEN, Column.AMOUNT)
    return usual and len(folded_words(below[0].string)) < 3 and _is_plain_head(below[0])


def _readings(lines: Sequence[Line], first: int, end: int, kinds: Sequence[Column], head: Line) -> list[_Reading]:
    """The ways to read lines [first, end) as rows below heads of such kinds."""
    body = lines[first:end]
    if not all(_is_cell(line) for line in body):
        return []
    columns = len(kinds)
    if len(body) % columns == 0:
        parted = [list(range(0, len(body), columns))]
    else:
        parted = [_by_first(body, kinds[0], head), _by_last(body, kinds[-1])]
    found = []
    for starts in parted:
        if len(starts) < _FEWEST_ROWS:
            continue
        ends = [*starts[1:], len(body)]
        sizes = [b - a for a, b in zip(starts, ends, strict=True)]
        if not all(columns <= size <= columns * _MOST_LINES for size in sizes):
            continue
        rows = [placed([line.text for line in body[a:b]], kinds) for a, b in zip(starts, ends, strict=True)]
        borne = _borne_out(rows, kinds)
        if borne:
            found.append(_Reading(columns, borne, [first + start for start in starts], rows))
    return found


def _is_cell(line: Line) -> bool:
    short = not line.cells and len(line.string) <= LONGEST_CELL and not breaks_off(line)
    return short and not line.string.endswith((";", ":", "./."))


def _by_first(body: Sequence[Line], kind: Column, head: Line) -> list[int]:
    """Where rows begin that begin alike: with the first head's word ("Vòng tỉnh"), or with a time below "Ngày"."""
    word = folded_words(head.string)[:1]
    alike = [i for i, line in enumerate(body) if folded_words(line.string)[:1] == word]
    times = [i for i, line in enumerate(body) if kind is Column.WHEN and kind_of(line) is kind_of(body[0]) in _TIMES]
    return next((starts for starts in (times, alike) if starts[:1] == [0]), [])


def _by_last(body: Sequence[Line], kind: Column) -> list[int]:
    """Where rows begin that end with a time of one line below "Thời hạn"."""
    ends = [i for i, line in enumerate(body) if kind is Column.WHEN and _is_short_time(line.string)]
    return [0, *(i + 1 for i in ends[:-1])] if ends and ends[-1] == len(body) - 1 else []


def _is_short_time(text: str) -> bool:
    return is_time(text) and len(text) <= _SHORT_TIME and any(map(str.isdigit, text))


def _borne_out(rows: _Rows, kinds: Sequence[Column]) -> int:
    """How many columns hold what their heads say; 0 when one holds what it can't, or no time, figure or office."""
    borne = 0
    for kind, column in zip(kinds, zip(*rows, strict=True), strict=True):
        texts = [cell.text for cell in column]
        right = sum(_is_right(text, kind) for text in texts)
        if kind in (Column.WHEN, Column.AMOUNT) and right * 2 < len(texts):
            return 0
        strange = kind not in (Column.WHEN, Column.AMOUNT, Column.OTHER, Column.NOTE)
        if any((strange and is_date(text)) or goes_on("", text) for text in texts):
            return 0
        borne += right * 2 >= len(texts) and right >= _FEWEST_ROWS
    return borne


def _is_right(text: str, kind: Column) -> bool:
    """Tell whether a cell surely is what a column of that kind holds."""
    if kind is Column.WHEN:
        return is_time(text)
    if kind is Column.AMOUNT:
        return any(map(str.isdigit, text))
    return kind in _PEOPLE and (starts_office(text) or is_person(text))
