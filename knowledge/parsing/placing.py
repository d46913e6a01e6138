"""Which lines of a row saved one below another make which of its cells: told by what the columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parsing.heads import Column
from knowledge.parsing.offices import starts_office
from knowledge.parsing.shapes import starts_lower
from knowledge.text import EMPTY, MappedText, join

_TIME = re.compile(
    r"(?:trước|chậm nhất|tháng|quý|ngày|từ|trong|đầu|cuối|giữa|hằng|hàng|thường xuyên|định kỳ|cả năm|năm|tuần|"
    r"sáng|chiều|tối|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|\d{1,2}\s*/|\d{1,2}\s*(?:giờ|h\d|:\d))(?!\w*-)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:trước |từ |đến |ngày )*\d{1,2}\s*/\s*\d{1,4}", re.IGNORECASE)
_AWAITS = re.compile(
    r"(?:,|[-–(]|(?:^|\s)(?:và|hoặc|của|với|cho|về|các|tại|trên|theo|do|đến|từ|ngày|tháng)|"
    r"\s(?:phường|xã|Ủy ban|Phòng|Ban|Hội|Trường))$"
)
_OFFICES = frozenset({Column.WHO, Column.WITH, Column.TO})
_NOT_TIMES = frozenset({Column.WHAT, Column.WHO, Column.WITH, Column.TO, Column.PLACE, Column.PRODUCT})
_BROKEN, _WRONG, _JOINED, _RIGHT, _NEVER = 40, 20, 10, -15, 1 << 30  # what a place costs, in no unit
_MOST_IN_A_CELL = 12


def placed(lines: Sequence[MappedText], kinds: Sequence[Column]) -> list[MappedText]:
    """Return a row's lines as its cells, in order: too many are cells broken over lines, too few leave some empty."""
    if len(lines) == len(kinds):
        return list(lines)
    return _joined(lines, kinds) if len(lines) > len(kinds) else _spread(lines, kinds)


def _spread(lines: Sequence[MappedText], kinds: Sequence[Column]) -> list[MappedText]:
    cells = [EMPTY] * len(kinds)
    column = 0
    for i, line in enumerate(lines):
        left = len(lines) - i
        when = next((k for k in range(column, len(kinds) - left + 1) if kinds[k] is Column.WHEN), None)
        column = when if when is not None and is_time(line.text) else column
        cells[column] = line
        column += 1
    return cells


def _joined(lines: Sequence[MappedText], kinds: Sequence[Column]) -> list[MappedText]:
    """Part the lines where it costs least: cells begin as their columns' kinds do, never in a phrase's middle."""
    best: list[tuple[int, tuple[int, ...]]] = [(0, ()), *[(_NEVER, ())] * len(lines)]
    for column, kind in enumerate(kinds):
        best = [
            min(
                (
                    (best[start][0] + _cost(lines, start, end, kind, column), (*best[start][1], end))
                    for start in range(max(0, end - _MOST_IN_A_CELL), end)
                ),
                default=(_NEVER, ()),
            )
            for end in range(len(lines) + 1)
        ]
    cost, ends = best[-1]
    if cost >= _NEVER:
        return [join(lines[: len(lines) - len(kinds) + 1]), *lines[len(lines) - len(kinds) + 1 :]]
    return [join(lines[a:b]) for a, b in zip((0, *ends[:-1]), ends, strict=True)]


def is_time(text: str) -> bool:
    """Tell whether a cell begins as a time does."""
    return _TIME.match(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a cell begins with a date in figures."""
    return _DATE.match(text) is not None


def goes_on(above: str, below: str) -> bool:
    """Tell whether a line cannot end a cell, or the next cannot begin one."""
    return starts_lower(below) or _AWAITS.search(above) is not None


def _cost(lines: Sequence[MappedText], start: int, end: int, kind: Column, column: int) -> int:
    """What it costs to take lines [start, end) as a cell of a column of that kind."""
    first = lines[start].text
    cost = _BROKEN if start and goes_on(lines[start - 1].text, first) else 0
    for i in range(start + 1, end):
        free = goes_on(lines[i - 1].text, lines[i].text)
        cost += 0 if free else _JOINED + min(column, 3)
    if kind is Column.WHEN:
        cost += _RIGHT if is_time(first) else _WRONG
    elif kind in _NOT_TIMES and is_date(first):
        cost += _WRONG
    elif kind in _OFFICES and starts_office(first):
        cost += _RIGHT
    return cost
