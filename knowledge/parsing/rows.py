"""Lines that are a table's rows as written with bars or tabs: where each of their cells stands.

Markdown writes "| a | b |" with a line of dashes under the heads; a text saved from a table keeps tabs between cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.parsing.heads import is_head_row
from knowledge.text import fold

_SEPARATOR = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)+\|?\s*|\s*\|\s*:?-{2,}:?\s*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")
_PIPED = re.compile(r"\s*\|.*\|\s*")
_SHEET = re.compile(r"cong hoa xa hoi|dang cong san viet nam|noi nhan\s*:")
_AT_LEAST = 2  # rows of a table that tabs make


@dataclass(frozen=True, slots=True)
class Ranges:
    """A line's cells as ranges of it. head: a line of dashes says that it holds the heads; aside: not a table's row,
    but a line of a letterhead or of a document's end that was set in two cells."""

    cells: tuple[tuple[int, int], ...]
    head: bool = False
    aside: bool = False


def find_rows(texts: Sequence[str]) -> dict[int, Ranges]:
    """Return the rows among a document's lines, by their index; a line of dashes is a row without cells."""
    rows: dict[int, Ranges] = {}
    at = 0
    while at < len(texts):
        run = _piped(texts, at) or _tabbed(texts, at)
        rows.update(run)
        at = max(run, default=at) + 1
    return rows


def _piped(texts: Sequence[str], at: int) -> dict[int, Ranges]:
    """The rows written with bars from line `at` on, if it is one."""
    if "|" not in texts[at]:
        return {}
    below = at + 1 < len(texts) and bool(_SEPARATOR.fullmatch(texts[at + 1]))
    if not below and not (_PIPED.fullmatch(texts[at]) and len(_BAR.findall(texts[at])) > 2):
        return {}
    run: dict[int, Ranges] = {}
    end = at
    while end < len(texts) and "|" in texts[end] and (below or _PIPED.fullmatch(texts[end])):
        dashes = bool(_SEPARATOR.fullmatch(texts[end]))
        run[end] = Ranges(() if dashes else _between(texts[end], _BAR), head=below and end == at)
        end += 1
    first = [texts[at][a:b] for a, b in run[at].cells]
    if not is_head_row(first) and any(_SHEET.search(fold(texts[i])) for i in run):
        return {i: Ranges(row.cells, aside=True) for i, row in run.items()}
    return run


def _between(text: str, parting: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """The ranges between the bars; what stands outside the outer bars is none."""
    cuts = [match.span() for match in parting.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    ranges = list(zip(starts, ends, strict=True))
    if not text[slice(*ranges[0])].strip():
        ranges = ranges[1:]
    if ranges and not text[slice(*ranges[-1])].strip():
        ranges = ranges[:-1]
    return tuple(ranges)


_TAB = re.compile(r"\t")


def _tabbed(texts: Sequence[str], at: int) -> dict[int, Ranges]:
    """The rows with tabs from line `at` on, when it holds the heads of columns."""
    if "\t" not in texts[at] or not is_head_row(texts[at].strip().split("\t")):
        return {}
    columns = len(texts[at].strip().split("\t"))
    run = {at: Ranges(_by_tabs(texts[at], columns), head=True)}
    end = at + 1
    while end < len(texts) and ("\t" in texts[end] or (not texts[end].strip() and "\t" in _next(texts, end))):
        if texts[end].strip():
            run[end] = Ranges(_by_tabs(texts[end], columns))
        end += 1
    return run if len(run) >= _AT_LEAST else {}


def _next(texts: Sequence[str], at: int) -> str:
    return texts[at + 1] if at + 1 < len(texts) else ""


def _by_tabs(text: str, columns: int) -> tuple[tuple[int, int], ...]:
    starts = [0, *(match.end() for match in _TAB.finditer(text))]
    ends = [*(match.start() for match in _TAB.finditer(text)), len(text)]
    ranges = list(zip(starts, ends, strict=True))
    if len(ranges) > columns:  # a tab at the line's end, or one more inside the last cell
        ranges = [*ranges[: columns - 1], (ranges[columns - 1][0], ranges[-1][1])]
    return tuple(ranges)
