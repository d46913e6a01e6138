"""Lines that are a table's rows as written with bars or tabs: where each of their cells stands.

Markdown writes "| a | b |" with a line of dashes under the heads; a text saved from a table keeps tabs between cells,
or bars without outer ones; a printer's width may have broken its rows over lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.parsing.heads import is_head_row
from knowledge.parsing.numbering import find_marker
from knowledge.text import fold

DRAWN = re.compile(r"\s*\+(?:[-=]+\+)+\s*")  # the line between the rows of a table drawn with signs
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)+\|?\s*|\s*\|\s*:?-{2,}:?\s*\|\s*|" + DRAWN.pattern)
_BAR = re.compile(r"(?<!\\)\|")
_PIPED = re.compile(r"\s*\|.*\|\s*")
_SHEET = re.compile(r"cong hoa xa hoi|dang cong san viet nam|noi nhan\s*:")
_AT_LEAST = 2  # rows of a table that tabs make, and below the heads of one with inner bars only
_BARS_OF_EVEN, _LONGEST_TITLE = 2, 80  # of such a table: bars of a line, characters of a head
_TITLE = re.compile(r"(?!\d).*[^.;:,]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ranges:
    """A line's cells as ranges of it. head: a line of dashes says that it holds the heads; aside: not a table's row,
    but a line of a letterhead or of a document's end that was set in two cells; lines: how many the row takes, then the
    ranges are of all of them with a space between."""

    cells: tuple[tuple[int, int], ...]
    head: bool = False
    aside: bool = False
    lines: int = 1


def find_rows(texts: Sequence[str]) -> dict[int, Ranges]:
    """Return the rows among a document's lines, by their index; a line of dashes is a row without cells."""
    rows: dict[int, Ranges] = {}
    at = 0
    while at < len(texts):
        run = _piped(texts, at) or _tabbed(texts, at)
        if "|" in texts[at]:
            run = _broken(texts, at, run) or run
        rows.update(run)
        last = max(run, default=at)
        at = last + (run[last].lines if run else 1)
    return rows


def _piped(texts: Sequence[str], at: int) -> dict[int, Ranges]:
    """The rows written with bars from line `at` on, if it is one."""
    if "|" not in texts[at]:
        return {}
    below = at + 1 < len(texts) and bool(_SEPARATOR.fullmatch(texts[at + 1]))
    even = 0 if below else _even(texts, at)
    if not below and not even and not (_PIPED.fullmatch(texts[at]) and len(_BAR.findall(texts[at])) > 2):
        return {}
    run: dict[int, Ranges] = {}
    end = at
    while end < len(texts):
        dashes = bool(_SEPARATOR.fullmatch(texts[end]))
        if not (dashes or ("|" in texts[end] and (below or end < at + even or _PIPED.fullmatch(texts[end])))):
            break
        run[end] = Ranges(() if dashes else _between(texts[end], _BAR), head=bool(below or even) and end == at)
        end += 1
    first = [texts[at][a:b] for a, b in run[at].cells]
    if not is_head_row(first) and any(_SHEET.search(fold(texts[i])) for i in run):
        return {i: Ranges(row.cells, aside=True) for i, row in run.items()}
    return run


def _even(texts: Sequence[str], at: int) -> int:
    """How many lines from `at` on have as many bars as it and none outside, where it has titles only; 0 of too few."""
    bars = len(_BAR.findall(texts[at]))
    end = at + 1
    while end < len(texts) and len(_BAR.findall(texts[end])) == bars and not _PIPED.fullmatch(texts[end]):
        end += 1
    heads = [cell.strip() for cell in texts[at].split("|")]
    titles = all(head and len(head) <= _LONGEST_TITLE and _TITLE.fullmatch(head) for head in heads)
    unusual = titles and not is_head_row(heads)  # below usual heads a row may take several lines
    return end - at if unusual and bars >= _BARS_OF_EVEN and end - at > _AT_LEAST else 0


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


# ------------------------------------------------------------------------------------------- broken over lines

_MOST_COLUMNS, _MOST_LINES = 14, 40  # of a table; of a row
_HEAD_LINES = 4
_SEEN = 200  # lines of a table that show how long its lines are
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[IVX]{1,5}|[A-HĐ])[.)]?\s*\|")
_PART = re.compile(r"\s*(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})\s*[.)/–-]\s*\S")
_LONE = re.compile(r"[\s|*]*")  # between the cells of a table with a cell a line


def _broken(texts: Sequence[str], at: int, whole: Mapping[int, Ranges]) -> dict[int, Ranges]:
    """The rows of a table with bars from line `at` on, where each has as many as the heads though it takes some lines.

    whole: its rows where every line is one; {} when they are as good.
    """
    if _LONE.fullmatch(texts[at]) or any(row.aside for row in whole.values()):
        return {}
    width = _width(texts, at)
    for end in range(at + 1, min(len(texts), at + _HEAD_LINES) + 1):
        cells = _between(" ".join(texts[at:end]), _BAR)
        if not texts[end - 1].strip() or _SEPARATOR.fullmatch(texts[end - 1]) or len(cells) > _MOST_COLUMNS:
            break
        end = _with_rest(texts, at, end, width)
        text = " ".join(texts[at:end])
        cells = _between(text, _BAR)
        if not is_head_row([text[a:b] for a, b in cells]):
            continue
        below = _rows_below(texts, end, len(_BAR.findall(text)), width)
        if below:
            run = {at: Ranges(cells, head=True, lines=end - at)} | below
            return run if not whole or any(row.lines > 1 for row in run.values()) else {}
    return {}


def _width(texts: Sequence[str], at: int) -> int:
    """The longest of the lines from `at` on that no empty line parts, but before one with bars."""
    end = at
    while end < min(len(texts), at + _SEEN) and (texts[end].strip() or "|" in _next(texts, end)):
        end += 1
    return max(len(line.rstrip()) for line in texts[at:end])


def _rows_below(texts: Sequence[str], at: int, bars: int, width: int) -> dict[int, Ranges]:
    """The rows from line `at` on that have so many bars; {} when a line follows that has bars and fits in none."""
    run: dict[int, Ranges] = {}
    while at < len(texts):
        start = next((i for i in range(at, min(at + 2, len(texts))) if texts[i].strip()), at)
        if _SEPARATOR.fullmatch(texts[start]):
            run[start] = Ranges(())
            at = start + 1
            continue
        if _is_group(texts, start, bars):
            cells, line_end = _between(texts[start], _BAR), len(texts[start])
            run[start] = Ranges((*cells, *[(line_end, line_end)] * (bars + 1 - len(cells))))
            at = start + 1
            continue
        another = start > at and is_head_row([texts[start][a:b] for a, b in _between(texts[start], _BAR)])
        end = start if another else _end_of_row(texts, start, bars, width)
        if end == start:
            return run if start > at or "|" not in texts[start] else {}
        text = " ".join(texts[start:end])
        run[start] = Ranges(_between(text, _BAR), lines=end - start)
        at = end
    return run


def _is_group(texts: Sequence[str], at: int, bars: int) -> bool:
    """Tell whether a line only heads the numbered rows below it: "I | Công tác tuyên truyền", "I. CÔNG TÁC ..."."""
    line, few = texts[at], len(_BAR.findall(texts[at])) < bars
    numbered = _NUMBERED.match(line) or ("|" not in line and _PART.match(line))
    return few and bool(numbered) and _NUMBERED.match(_next(texts, at)) is not None


def _end_of_row(texts: Sequence[str], start: int, bars: int, width: int) -> int:
    """Where the row that begins at `start` ends, `start` where none does; width: of the longest line."""
    held, end = 0, start
    while held < bars and end < len(texts) and texts[end].strip() and end - start < _MOST_LINES:
        if (_SEPARATOR if end > start else _LONE).fullmatch(texts[end]):
            return start
        held += len(_BAR.findall(texts[end]))
        end += 1
    if held == 1 and end == start + 1 and not _next(texts, start).strip():
        return end  # "Tổng cộng | 115 triệu đồng", below the other rows
    return _with_rest(texts, start, end, width) if held == bars else start


def _with_rest(texts: Sequence[str], start: int, end: int, width: int) -> int:
    """Where a row's lines [start, end) end with the rest of its last cell, which no bar closes."""
    framed = texts[start].lstrip().startswith("|")
    while not framed and end < len(texts) and end - start < _MOST_LINES and _goes_on(texts, end, width):
        end += 1
    return end


def _goes_on(texts: Sequence[str], at: int, width: int) -> bool:
    """Tell whether a line without bars is the rest of the last cell above it: no more of it had room there."""
    above, line = texts[at - 1].rstrip(), texts[at].strip()
    if not line or "|" in line or find_marker(line) or (line[0].isupper() and line.endswith((".", ":"))):
        return False
    return above.endswith("|") or len(above) + 1 + len(line.split(" ", 1)[0]) > width


# -------------------------------------------------------------------------------------------------------- tabs

_TAB = re.compile(r"\t")


_OF_TIME = re.compile(
    r"\s*(?:(?:từ|đến|trước|sau|trong|cuối|đầu|giữa|chậm nhất)\s+)*(?:ngày|tuần|tháng|quý|thứ|học kỳ)\s[^\t]{1,40}\t",
    re.IGNORECASE,
)


def _tabbed(texts: Sequence[str], at: int) -> dict[int, Ranges]:
    """The rows with tabs from line `at` on, when it holds the heads of columns, or each begins with its time."""
    if "\t" not in texts[at]:
        return {}
    if not is_head_row(texts[at].strip().split("\t")):
        return _timed(texts, at)
    columns = len(texts[at].strip().split("\t"))
    run = {at: Ranges(_by_tabs(texts[at], columns), head=True)}
    end = at + 1
    while end < len(texts) and ("\t" in texts[end] or (not texts[end].strip() and "\t" in _next(texts, end))):
        if texts[end].strip():
            run[end] = Ranges(_by_tabs(texts[end], columns))
        end += 1
    return run if len(run) >= _AT_LEAST else {}


def _timed(texts: Sequence[str], at: int) -> dict[int, Ranges]:
    """The rows of a timetable without heads: "Tháng 9/2025", what is done then, who does it."""
    columns, end = len(texts[at].strip().split("\t")), at
    while end < len(texts) and _OF_TIME.match(texts[end]) and len(texts[end].strip().split("\t")) == columns:
        end += 1
    return {i: Ranges(_by_tabs(texts[i], columns)) for i in range(at, end)} if end - at > _AT_LEAST else {}


def _next(texts: Sequence[str], at: int) -> str:
    return texts[at + 1] if at + 1 < len(texts) else ""


def _by_tabs(text: str, columns: int) -> tuple[tuple[int, int], ...]:
    starts = [0, *(match.end() for match in _TAB.finditer(text))]
    ends = [*(match.start() for match in _TAB.finditer(text)), len(text)]
    ranges = list(zip(starts, ends, strict=True))
    if len(ranges) > columns:  # a tab at the line's end, or one more inside the last cell
        ranges = [*ranges[: columns - 1], (ranges[columns - 1][0], ranges[-1][1])]
    return tuple(ranges)
