"""Ruled lines -> tables: the words of each cell, merged cells repeated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from knowledge.readers.layout.lines import make_lines
from knowledge.readers.layout.model import Line, Rule, Word
from knowledge.readers.tables import Grid, merged_heads

_NEAR = 3.0  # points: two ruled lines closer than this are one
_MOST_LINES = 400
_ALIKE = 8.0  # points: how far the sides of one table may lie apart on two pages
_NUMBER = re.compile(r"\d{1,3}[.)]?|[IVX]{1,5}[.)]?")
_COVERED = 0.7  # of a cell's side: a ruled line there parts it from its neighbour


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's place on the page and its cells by row and column; later: the rows at which other pages begin, with the
    page."""

    x0: float
    y0: float
    x1: float
    y1: float
    grid: Grid
    later: tuple[tuple[int, int], ...] = ()

    def holds(self, word: Word) -> bool:
        """Tell whether a word stands inside the table."""
        middle = (word.x0 + word.x1) / 2
        return self.x0 - _NEAR <= middle <= self.x1 + _NEAR and self.y0 <= word.y - 0.3 * word.size <= self.y1


def find_tables(rules: Sequence[Rule], words: Sequence[Word]) -> list[RuledTable]:
    """Return the tables of a page, from the top: at least two rows or columns of words inside crossing ruled lines."""
    if len(rules) > _MOST_LINES * 4:
        return []
    tables = (_table(group, words) for group in _groups(rules))
    return sorted((table for table in tables if table), key=lambda table: table.y0)


def over_pages(tables: Sequence[Sequence[RuledTable]], lines: Sequence[Sequence[Line]]) -> list[list[RuledTable]]:
    """Return each page's tables, those that go on over the page's end as one on the page where they begin.

    lines: of each page, those outside its tables, without running heads.
    """
    out: list[list[RuledTable]] = []
    open_at = -1  # the page whose last table reaches the end of the page before
    for page, found in enumerate(tables):
        kept = list(found)
        if kept and open_at >= 0 and _goes_on(out[open_at][-1], kept[0], lines[page]):
            out[open_at][-1] = _with_rest(out[open_at][-1], kept.pop(0), page)
            ends = not kept and all(line.y < found[0].y1 for line in lines[page])
            open_at = open_at if ends else -1
        else:
            open_at = -1
        out.append(kept)
        if kept and not kept[-1].grid.is_layout and all(line.y < kept[-1].y1 for line in lines[page]):
            open_at = page
    return out


def _goes_on(above: RuledTable, table: RuledTable, lines: Sequence[Line]) -> bool:
    """Tell whether a page begins with the rest of the table above: nothing over it, the same sides and columns."""
    same = abs(above.x0 - table.x0) < _ALIKE and abs(above.x1 - table.x1) < _ALIKE
    first = all(line.y > table.y0 for line in lines)
    return same and first and len(above.grid.rows[0]) == len(table.grid.rows[0])


def _with_rest(above: RuledTable, table: RuledTable, page: int) -> RuledTable:
    """Return a table with the rows of the next page, heads that are printed again left out, a broken row made whole."""
    rows, rest = list(above.grid.rows), list(table.grid.rows)
    heads = above.grid.heads
    while rest and heads and rest[0] in rows[:heads]:
        rest.pop(0)
    later = (*above.later, (len(rows), page))
    if rest and len(rows) > heads and _is_rest(rows[-1], rest[0]):
        rows[-1] = tuple(" ".join(filter(None, pair)) for pair in zip(rows[-1], rest.pop(0), strict=True))
    grid = Grid((*rows, *rest), heads, (*above.grid.cells, *table.grid.cells))
    return RuledTable(above.x0, above.y0, above.x1, above.y1, grid, later)


def _is_rest(row: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row that begins a page is the end of the one above: it has no number, and a cell goes on."""
    numbered = bool(_NUMBER.fullmatch(row[0].strip()))
    filled = [cell.strip() for cell in below if cell.strip()]
    return numbered and not below[0].strip() and any(cell[0].islower() for cell in filled)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the sets of lines that touch or cross each other."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, a in enumerate(rules):
        for j in range(i):
            if _touch(a, rules[j]):
                parent[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return [group for group in groups.values() if len(group) >= 4]


def _touch(a: Rule, b: Rule) -> bool:
    return (
        a.x0 <= b.x1 + _NEAR and b.x0 <= a.x1 + _NEAR and a.y0 <= b.y1 + _NEAR and b.y0 <= a.y1 + _NEAR
    )  # fmt: skip


def _table(rules: Sequence[Rule], words: Sequence[Word]) -> RuledTable | None:
    xs = _places([x for rule in rules if not rule.is_horizontal for x in (rule.x0,)])
    ys = _places([y for rule in rules if rule.is_horizontal for y in (rule.y0,)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) > 60 or len(ys) > _MOST_LINES:
        return None
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        column = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
        row = bisect_right(ys, word.y - 0.3 * word.size) - 1
        if 0 <= column < len(xs) - 1 and 0 <= row < len(ys) - 1:
            cells.setdefault((row, column), []).append(word)
    if not cells:
        return None
    homes = _homes(rules, xs, ys)
    texts = _texts(cells, homes)
    grid = tuple(tuple(texts.get(homes[r, c], "") for c in range(len(xs) - 1)) for r in range(len(ys) - 1))
    once = tuple(texts[home] for home in dict.fromkeys(homes.values()) if texts.get(home))
    return RuledTable(xs[0], ys[0], xs[-1], ys[-1], Grid(grid, merged_heads(grid), once))


def _places(values: Sequence[float]) -> list[float]:
    """Return distinct places, those of double lines once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _homes(rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell the first cell, from the top left, of the merged one that it belongs to."""
    homes: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column in product(range(len(ys) - 1), range(len(xs) - 1)):
        home = (row, column)
        if column and not _covered(_down(rules, xs[column]), ys[row], ys[row + 1]):
            home = homes[row, column - 1]
        elif row and not _covered(_across(rules, ys[row]), xs[column], xs[column + 1]):
            home = homes[row - 1, column]
        homes[row, column] = home
    return homes


def _down(rules: Sequence[Rule], x: float) -> list[tuple[float, float]]:
    return [(rule.y0, rule.y1) for rule in rules if not rule.is_horizontal and abs(rule.x0 - x) <= _NEAR]


def _across(rules: Sequence[Rule], y: float) -> list[tuple[float, float]]:
    return [(rule.x0, rule.x1) for rule in rules if rule.is_horizontal and abs(rule.y0 - y) <= _NEAR]


def _covered(spans: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    """Tell whether spans cover most of [start, end]."""
    covered, at = 0.0, start
    for low, high in sorted(spans):
        low, high = max(low, at), min(high, end)
        if high > low:
            covered += high - low
            at = high
    return covered >= _COVERED * (end - start)


def _texts(
    cells: dict[tuple[int, int], list[Word]], homes: dict[tuple[int, int], tuple[int, int]]
) -> dict[tuple[int, int], str]:
    gathered: dict[tuple[int, int], list[Word]] = {}
    for place, words in cells.items():
        gathered.setdefault(homes[place], []).extend(words)
    return {
        home: "\n".join(line.text.replace("\t", " ") for line in make_lines(words)) for home, words in gathered.items()
    }
