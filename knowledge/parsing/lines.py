"""Source text -> lines of clean text: markup, rules and table bars read and put aside, positions kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text import MappedText, clean, fold

# (A line end after U+0002 or U+FFFE lies inside a word that a PDF's line broke: `knowledge.text.clean` joins it.)
_BREAK = re.compile("(?<![\u0002\ufffe])(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])")
_STARS = re.compile(r"(?<!\()\*+(?!\))|(?<=\()\*+(?!\))|(?<!\()\*+(?=\))")  # "(*)" is a footnote marker
_UNDERSCORES = re.compile(r"(?<!_)__(?!_)")
_HASHES = re.compile(r"#{1,6}\s+")
# A line that only separates: "-----", "=====", "* * *", "____". (A lone "|" is a table bar, not a rule.)
_RULE = re.compile(r"[\s\-–—_=~.*]*")
_TWO_COLUMNS = re.compile(r"\s*(\S(?:[^\s]| (?! {4}))*)(?:\s{5,}|\t+\s*)(\S(?:[^\s]| (?! {4}))*)\s*")
_NUMBERED = re.compile(r"(?:Điều|Chương|Mục|Phần)\s")
_HEAD_LINES = 24
_TAIL_LINES = 30
_BAR = re.compile(r"[\s|*]*\|[\s|*]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source that holds something to read.

    text: clean, no markup, single spaces; gap: empty lines before it; cell: a table bar stands before it;
    emphasis: every word is inside markup (bold or italic); starred: it began with a lone "*" that is no markup;
    right: it is the right half of a line in two columns.
    """

    text: MappedText
    gap: int
    cell: bool
    emphasis: bool
    starred: bool = False
    right: bool = False

    @property
    def string(self) -> str:
        """The line's clean characters."""
        return self.text.text


def read_lines(source: str) -> list[Line]:
    """Return the lines of `source` that hold words, in order."""
    lines: list[Line] = []
    gap, cell, inside, edge = 0, False, False, _HEAD_LINES
    for start, end in _raw_lines(source):
        raw = clean(source, start, end)
        if not raw.text.strip():
            gap, inside = gap + 1, False
        elif "|" in raw.text and _BAR.fullmatch(raw.text):
            gap, cell, inside = gap + 1, True, False
        elif _RULE.fullmatch(raw.text):
            gap += 1
        else:
            for i, column in enumerate(_columns(raw) if edge > 0 else (raw,)):
                text, emphasis, inside, starred = _without_markup(column, inside)
                lines.append(Line(text, 0 if i else gap, cell or i > 0, emphasis, starred, right=i > 0))
            gap, cell = 0, False
            edge = _TAIL_LINES if any(map(_is_recipients, lines[-2:])) else edge - 1
    return lines


def _is_recipients(line: Line) -> bool:
    return fold(line.string[:8]) == "noi nhan"


def _columns(raw: MappedText) -> tuple[MappedText, ...]:
    """Part a line that holds two columns of a letterhead or of a document's end, as a page's layout was kept."""
    match = _TWO_COLUMNS.fullmatch(raw.text)
    if not match or sum(map(str.isalpha, match[1])) < 5 or _NUMBERED.match(match[1]):
        return (raw,)
    return raw.slice(*match.span(1)), raw.slice(*match.span(2))


def _raw_lines(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(source):
        yield start, match.start()
        start = match.end()
    yield start, len(source)


def _without_markup(raw: MappedText, inside: bool) -> tuple[MappedText, bool, bool, bool]:
    """Return the line without markup, whether all of it is emphasised, the state after it, and a leading lone star."""
    text = raw.text
    if not ("*" in text or "_" in text or text.startswith("#")):
        return raw.collapse(), inside and any(map(str.isalnum, text)), inside, False
    starred = bool(re.match(r"\s*\*\s", text)) and text.count("*") == 1 and not inside
    drop: set[int] = set()
    heading = _HASHES.match(text)
    if heading:
        drop.update(range(heading.end()))
    for match in _UNDERSCORES.finditer(text):
        drop.update(range(*match.span()))
    plain_words, at = False, 0
    for match in _STARS.finditer(text):
        plain_words |= not inside and any(map(str.isalnum, text[at : match.start()]))
        drop.update(range(*match.span()))
        inside, at = (inside if starred else not inside), match.end()
    plain_words |= not inside and any(map(str.isalnum, text[at:]))
    kept = MappedText.from_cells(cell for i, cell in enumerate(raw.cells()) if i not in drop)
    return kept.collapse(), not plain_words or heading is not None, inside, starred
