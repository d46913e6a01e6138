"""Pages of words with places -> a document's text, as its author wrote it: columns, tables, notes, paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.readers.layout.columns import bands
from knowledge.readers.layout.grids import RuledTable, find_tables, over_pages
from knowledge.readers.layout.halves import in_order
from knowledge.readers.layout.heads import without_heads
from knowledge.readers.layout.lines import SUPERSCRIPT, make_lines
from knowledge.readers.layout.model import Line, Page, Rule, Segment, Word
from knowledge.readers.layout.paragraphs import Column, column_of, paragraphs, side
from knowledge.readers.layout.spaced import find_spaced
from knowledge.readers.tables import pipe_table
from knowledge.text import fold

_NOTE = re.compile(r"(?:[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|\(\d{1,2}\)|\d{1,2})\s*\S")
_SMALLER = 0.93  # a footnote's letters, beside those of the text
_NOTE_MARK = re.compile(r"[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|\(\d{1,2}\)")
_TAIL = re.compile(r"(?:^|\n)\W*noi nhan\b")
_BARE = re.compile(r"(\d{1,2})\s+(?=[^\W\d])")
_NUMBER = re.compile(r"([¹²³⁰⁴-⁹]{1,3})|\[(\d{1,3})\]|\((\d{1,2})\)|" + _BARE.pattern)
_PLAIN = {raised: plain for plain, raised in SUPERSCRIPT.items()}
_ENDED = (".", ";", "?", "!", "…", ")", "”", '"')


Composed = tuple[str, tuple[int, ...]]
"""A document's text, and the offset at which each page begins."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of text. page: on which it begins; breaks: offsets in it at which another page begins, with the page."""

    text: str
    page: int
    breaks: tuple[tuple[int, int], ...] = ()

    @property
    def last(self) -> int:
        """The page on which it ends."""
        return self.breaks[-1][1] if self.breaks else self.page


@dataclass(slots=True)
class _Flow:
    """A document in the making: its blocks, and the lines that still run."""

    parts: list[_Part] = field(default_factory=list)
    running: list[tuple[int, list[Line], Column]] = field(default_factory=list)

    def add(self, text: str, page: int, breaks: Sequence[tuple[int, int]] = ()) -> None:
        if text.strip():
            self.parts.append(_Part(text, page, tuple(breaks)))

    def end_running(self) -> None:
        """Join the lines that have run so far into paragraphs."""
        for paragraph in paragraphs(self.running):
            self.add(paragraph.text, paragraph.page, paragraph.breaks)
        self.running = []


def compose(pages: Sequence[Page]) -> Composed:
    """Return a document's text, and the offset at which each page begins."""
    parted = [in_order(page) for page in pages]
    if all(len(parts) == 1 for parts in parted):
        return _composed(pages, without_heads)
    bare = [
        replace(page, words=tuple(word for line in lines for segment in line.segments for word in segment.words))
        for page, lines in zip(pages, without_heads([make_lines(page.words) for page in pages]), strict=True)
    ]
    parted = [in_order(page) for page in bare]
    text, starts = _composed([part for parts in parted for part in parts], list)
    first = itertools.accumulate((len(parts) for parts in parted[:-1]), initial=0)
    return text, tuple(starts[at] for at in first)


def _composed(pages: Sequence[Page], clean: Callable[[list[list[Line]]], list[list[Line]]]) -> Composed:
    """Return a document's text and its pages' begins. clean: what takes the running heads off their lines."""
    tables = [_tables(page) for page in pages]
    apart = clean([_outside(page, found) for page, found in zip(pages, tables, strict=True)])
    whole = over_pages(tables, apart)
    data = [[table for table in found if not table.grid.is_layout] for found in whole]
    gone = [
        [table for table in found if table not in kept or not table.grid.is_layout]
        for found, kept in zip(tables, whole, strict=True)
    ]
    lines = clean([_outside(page, found) for page, found in zip(pages, gone, strict=True)])
    size = _text_size(lines)
    whole_lines = (found for page, found in zip(pages, lines, strict=True) if page.column is None)
    frame = column_of([line for found in whole_lines for line in found if len(line.segments) == 1])
    flow = _Flow()
    notes: list[_Part] = []
    for at, (page_lines, found) in enumerate(zip(lines, data, strict=True)):
        body, foot = _foot(page_lines, size, _note_rule(pages[at], page_lines))
        notes.extend(_Part(text, at) for text in _notes(foot, column_of(page_lines).right))
        _page(flow, at, body, found, _column(pages[at], body, frame))
    flow.end_running()
    return _text(_with_notes(flow.parts, notes), len(pages))


def _tables(page: Page) -> list[RuledTable]:
    """Return a page's tables from the top, those whose columns only white space parts among them."""
    ruled = find_tables(page.rules, page.words)
    return sorted([*ruled, *find_spaced(_outside(page, ruled))], key=lambda table: table.y0)


def _outside(page: Page, tables: Sequence[RuledTable]) -> list[Line]:
    return make_lines(word for word in page.words if not any(table.holds(word) for table in tables))


def _text_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size of most letters of the document."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _note_rule(page: Page, lines: Sequence[Line]) -> float | None:
    """Return the y of the short ruled line that stands above a page's notes, None without one."""
    left = min((line.x0 for line in lines), default=0.0)
    for rule in sorted(page.rules, key=lambda rule: -rule.y0):
        short = rule.is_horizontal and 0.08 * page.width < rule.x1 - rule.x0 < 0.45 * page.width
        if short and abs(rule.x0 - left) < 30 and rule.y0 > 0.3 * page.height:
            below = [line for line in lines if line.y > rule.y0]
            return rule.y0 if below and _NOTE.match(below[0].text) else None
    return None


def _notes(foot: Sequence[Line], right: float) -> list[str]:
    """Return the notes of a page. right: the side to which its text runs, which short notes don't show."""
    apart: list[list[Line]] = []
    count: int | None = None
    for line in foot:
        number = _number_of(line.text)
        if not apart or (
            number is not None and count is not None and number == count + 1 and _may_end(apart[-1][-1], line)
        ):
            apart.append([])
            count = number
        apart[-1].append(line)
    found: list[str] = []
    for lines in apart:
        column = Column(column_of(lines).left, max(right, column_of(lines).right))
        found.extend(_as_note(note.text) for note in paragraphs([(0, lines, column)]))
    return found


def _number_of(text: str) -> int | None:
    match = _NUMBER.match(text)
    return int(next(filter(None, match.groups())).translate(_PLAIN)) if match else None


def _may_end(last: Line, line: Line) -> bool:
    """Tell whether a note may end above a line that begins with the next number: "… trong" above "2 tháng" doesn't."""
    return (
        line.text[:1] in "¹²³⁰⁴⁵⁶⁷⁸⁹[(" or last.text.endswith(_ENDED) or last.x1 - last.x0 < 0.7 * (line.x1 - line.x0)
    )


def _as_note(text: str) -> str:
    """Write a note's bare number as the raised one that it is printed as: "1 Theo ..." is an item otherwise."""
    match = _BARE.match(text)
    return match[1].translate(SUPERSCRIPT) + text[match.end(1) :] if match else text


def _with_notes(parts: list[_Part], notes: Sequence[_Part]) -> list[_Part]:
    """Put each note below the block that carries its mark, or above it where that block runs over the page's end."""
    out = list(parts)
    for note in notes:
        out.insert(_place_of(note, out), note)
    return out


def _place_of(note: _Part, parts: Sequence[_Part]) -> int:
    mark = _NOTE_MARK.match(note.text)
    for at, part in enumerate(parts):
        if part.page > note.page or _TAIL.search(fold(part.text)):
            return at
        if mark and part.page <= note.page <= part.last and mark[0] in part.text[1:]:
            if part.last > note.page:
                return at
            after = at + 1
            while after < len(parts) and _NOTE_MARK.match(parts[after].text):
                after += 1
            return after
        if part.last > note.page:
            return at
    return len(parts)


def _foot(lines: list[Line], size: float, rule: float | None) -> tuple[list[Line], list[Line]]:
    """Part a page's lines from its footnotes: those under a short rule, or smaller lines that begin as a note does."""
    if rule is not None:
        return [line for line in lines if line.y <= rule], [line for line in lines if line.y > rule]
    start = len(lines)
    while start > 0 and lines[start - 1].size <= _SMALLER * size and len(lines[start - 1].segments) == 1:
        start -= 1
    first = next((i for i in range(start, len(lines)) if _NOTE.match(lines[i].text)), len(lines))
    marked = any(line.text[:1] in "¹²³⁰⁴⁵⁶⁷⁸⁹[" for line in lines[first:])
    return (lines[:first], lines[first:]) if marked and first > 0 else (lines, [])


def _column(page: Page, lines: Sequence[Line], frame: Column) -> Column:
    """Return the sides of a page's text. frame: those of the whole document, for a page whose few lines don't show how
    wide it is."""
    if page.column:
        return Column(*page.column)
    own = column_of([line for line in lines if len(line.segments) == 1] or lines)
    return Column(min(own.left, frame.left), max(own.right, frame.right))


def _page(flow: _Flow, at: int, lines: list[Line], tables: Sequence[RuledTable], column: Column) -> None:
    """Add a page: its tables and two-column bands in their places, everything else as running text."""
    start = 0
    for table in tables:
        end = next((i for i in range(start, len(lines)) if lines[i].y > table.y0), len(lines))
        _run(flow, at, lines[start:end], column)
        flow.end_running()
        text = pipe_table(table.grid.rows, table.grid.heads)
        flow.add(text, at, [(_begin_of(text, table, row), page) for row, page in table.later])
        start = end
    _run(flow, at, lines[start:], column)


def _begin_of(text: str, table: RuledTable, row: int) -> int:
    """Return where a row of a table, which begins a page, stands in its text."""
    below = sum(any(map(str.strip, cells)) for cells in table.grid.rows[row:])
    lines = text.split("\n")
    return len("\n".join(lines[: len(lines) - below])) + 1 if below else len(text)


def _run(flow: _Flow, at: int, lines: Sequence[Line], column: Column) -> None:
    start = 0
    for begin, end, gutter in bands(lines):
        _append(flow, at, lines[start:begin], column)
        flow.end_running()
        for half in _sides(lines[begin:end], gutter):
            flow.add(side(half), at)
        start = end
    _append(flow, at, lines[start:], column)


def _append(flow: _Flow, at: int, lines: Sequence[Line], column: Column) -> None:
    if lines:
        flow.running.append((at, list(lines), column))


def _sides(lines: Sequence[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left = [tuple(s for s in line.segments if (s.x0 + s.x1) / 2 < gutter) for line in lines]
    right = [tuple(s for s in line.segments if (s.x0 + s.x1) / 2 >= gutter) for line in lines]
    return [Line(segments) for segments in left if segments], [Line(segments) for segments in right if segments]


def _text(parts: Sequence[_Part], count: int) -> tuple[str, tuple[int, ...]]:
    text, starts = "", [-1] * count
    for part in parts:
        text += "\n\n" if text else ""
        for offset, page in ((0, part.page), *part.breaks):
            if starts[page] < 0:
                starts[page] = len(text) + offset
        text += part.text
    text += "\n" if text else ""
    after = len(text)
    for at in reversed(range(count)):  # a page without text begins where the next one does
        after = starts[at] = starts[at] if 0 <= starts[at] <= after else after
    if count:
        starts[0] = 0
    return text, tuple(starts)


__all__ = ["Line", "Page", "Rule", "Segment", "Word", "compose"]
