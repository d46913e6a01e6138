"""Source text -> lines of clean text: markup, rules and table bars read and put aside, positions kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.parsing.abreast import Abreast, find_abreast
from knowledge.parsing.posts import begins_recipients, is_signature_start
from knowledge.parsing.rows import DRAWN, Ranges, find_rows
from knowledge.parsing.shapes import is_ended, is_person, starts_lower
from knowledge.text import MappedText, clean, fold, join

# (A line end after U+0002 or U+FFFE lies inside a word that a PDF's line broke: `knowledge.text.clean` joins it.)
_BREAK = re.compile("(?<![\u0002\ufffe])(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])")
_STARS = re.compile(r"(?<!\()\*+(?!\))|(?<=\()\*+(?!\))|(?<!\()\*+(?=\))")  # "(*)" is a footnote marker
_UNDERSCORES = re.compile(r"(?<!_)__(?!_)")
_HASHES = re.compile(r"#{1,6}\s+")
# A line that only separates: "-----", "=====", "* * *", "____". (A lone "|" is a table bar, not a rule.)
_RULE = re.compile(r"[\s\-–—_=~.*]*")
_WIDE = re.compile(r"\s{5}|\t")
_TWO_COLUMNS = re.compile(r"\s*(\S(?:[^\s]| (?! {4}))*)(?:\s{5,}|\t+\s*)(\S(?:[^\s]| (?! {4}))*)\s*")
# "- Các thôn;        (để t/hiện)        CHỦ TỊCH": what for, in the middle, belongs to whom.
_BESIDE_PURPOSE = re.compile(
    r"\s*(\S(?:[^\s]| (?! {4}))*\s+\([^()]{2,30}\)[;,.]?)(?:\s{5,}|\t+\s*)(\S(?:[^\s]| (?! {4}))*)\s*"
)
_PURPOSE = re.compile(r"\((?:để|báo cáo|b/c|b/cáo|t/h|phối hợp|thực hiện|chỉ đạo|theo dõi|biết)", re.IGNORECASE)
_RECIPIENT_ENDS = re.compile(r"[;,.:]\s+")
_KEPT = re.compile(r"[-–]\s*Lưu\W*", re.IGNORECASE)  # the shortest recipient: "- Lưu."
_LEFT_OPEN = re.compile(r"\([^()]*$|(?<!\w)[Ss]ố\s*:?$")  # "(Kèm theo Kế hoạch số      /KH-UBND ngày ...)"
_NUMBERED = re.compile(r"(?:Điều|Chương|Mục|Phần)\s")
_SIGNS_FOR = re.compile(r"(?:T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|TM|KT|TL|TUQ)\s*[./]\s*[^\W\d_]")
_HEAD_LINES = 24
_TAIL_LINES = 30
_SIGNED_LINES = 12
_BAR = re.compile(r"[\s|*]*\|[\s|*]*")
_LINE_END = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DOUBLED, _CLOSE, _CUT = 20, 0.05, 0.12  # lines of such a text; shares of its lines
_NARROWEST, _WIDEST = 40, 130  # characters of the lines that a printer breaks
_FULL = 0.7
_ESCAPE = re.compile(r"\\(?=\|)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source that holds something to read.

    text: clean, no markup, single spaces; gap: empty lines before it; cell: a table bar stands before it;
    emphasis: every word is inside markup (bold or italic); starred: it began with a lone "*" that is no markup;
    right: it is the right half of a line in two columns; bars: lone table bars before it; cells: of a table's row,
    then `text` is all of them; heads: those cells are the heads of the columns; signer: which of the signers beside
    each other it is of, from 1, else 0.
    """

    text: MappedText
    gap: int
    cell: bool
    emphasis: bool
    starred: bool = False
    right: bool = False
    bars: int = 0
    cells: tuple[MappedText, ...] = ()
    heads: bool = False
    signer: int = 0

    @property
    def string(self) -> str:
        """The line's clean characters."""
        return self.text.text


def read_lines(source: str) -> list[Line]:
    """Return the lines of `source` that hold words, in order; a table's row is one line."""
    entries = [clean(source, start, end) for start, end in _raw_lines(source)]
    texts = [entry.text for entry in entries]
    rows = find_rows(texts)
    signers = find_abreast(texts, rows)
    reader = _Reader()
    at = 0
    while at < len(entries):
        row, signed = rows.get(at), signers.get(at)
        if signed:
            reader.take_signers(entries, signed)
            at = signed.end
            continue
        if row is None:
            reader.take(entries[at])
        else:
            reader.take_row(entries[at] if row.lines == 1 else join(entries[at : at + row.lines]), row)
        at += row.lines if row else 1
    return _closed_up(reader.lines)


def _closed_up(lines: list[Line]) -> list[Line]:
    """Return the lines of a text in which an empty line follows every line of a printer's width without those empty
    lines; any other text as it is."""
    following = [(above, below) for above, below in pairwise(lines) if not below.right]
    close = sum(not below.gap for _, below in following)
    if len(lines) < _DOUBLED or close > len(following) * _CLOSE:
        return lines
    width = sorted(len(line.string) for line in lines)[int(len(lines) * 0.98)]
    cut = sum(starts_lower(below.string) and _is_open(above.string, width) for above, below in following)
    if cut < len(following) * _CUT or not _NARROWEST <= width <= _WIDEST:
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def _is_open(text: str, width: int) -> bool:
    """Tell whether a line is full and goes on below."""
    return len(text) > width * _FULL and not is_ended(text)


class _Reader:
    """Reads raw lines one by one: how many were empty, which bars stood alone, what markup is open."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._gap = 0
        self._bars = 0
        self._inside = False
        self._signers = 0
        self._edge = _HEAD_LINES

    def take(self, raw: MappedText) -> None:
        if not raw.text.strip():
            self._gap, self._inside = self._gap + 1, False
        elif "|" in raw.text and _BAR.fullmatch(raw.text):
            self._gap, self._bars, self._inside = self._gap + 1, self._bars + raw.text.count("|"), False
        elif _RULE.fullmatch(raw.text) or DRAWN.fullmatch(raw.text):
            self._gap += 1
        else:
            edge = self._edge > 0 or fold(raw.text[:40]).lstrip(" *").startswith("noi nhan")
            columns = _columns(raw)
            if len(columns) > 1 and any(_SIGNS_FOR.match(column.text) for column in columns):
                edge, self._edge = True, max(self._edge, _SIGNED_LINES)
            self._add(columns if edge else (raw,))

    def take_row(self, raw: MappedText, row: Ranges) -> None:
        """Add a table's row, or the cells of a letterhead as its left and its right lines."""
        if row.aside:
            for i, cell in enumerate(row.cells):
                for part in _broken(raw.slice(*cell)):
                    self._add((part,), right=i > 0)
            return
        cells = tuple(_cell(raw.slice(*cell)) for cell in row.cells)
        if any(any(map(str.isalnum, cell.text)) for cell in cells):
            text = join((cell for cell in cells if cell.text), " · ")
            self.lines.append(Line(text, self._gap, False, False, cells=cells, heads=row.head))
            self._gap, self._bars, self._inside = 0, 0, False

    def take_signers(self, entries: Sequence[MappedText], block: Abreast) -> None:
        """Add what stands beside signers, then each signer's lines below each other."""
        for line, start, end in block.beside:
            self._gap = 0
            self._add((entries[line].slice(start, end),))
        for number, column in enumerate(block.columns, self._signers + 1):
            for place, (line, start, end) in enumerate(column):
                self._gap, self._inside = int(place == 0), False
                self._add((entries[line].slice(start, end),), signer=number)
        self._signers += len(block.columns)
        self._inside = False

    def _add(self, columns: tuple[MappedText, ...], right: bool = False, signer: int = 0) -> None:
        for i, column in enumerate(columns):
            text, emphasis, self._inside, starred = _without_markup(column, self._inside)
            if not text.text:
                continue
            cell = self._bars > 0 or i > 0 or right
            gap, bars = (0, 0) if i else (self._gap, self._bars)
            self.lines.append(Line(text, gap, cell, emphasis, starred, i > 0 or right, bars, signer=signer))
        self._gap, self._bars = 0, 0
        self._edge = _TAIL_LINES if any(begins_recipients(line.string) for line in self.lines[-2:]) else self._edge - 1


def _cell(raw: MappedText) -> MappedText:
    """A table's cell on one line, without markup and escapes."""
    parts = [part for each in _broken(raw) if (part := _without_markup(each, False)[0]).text]
    text = parts[0] if len(parts) == 1 else join(parts)
    escapes = {match.start() for match in _ESCAPE.finditer(text.text)} if "\\" in text.text else ()
    return MappedText.from_cells(c for i, c in enumerate(text.cells()) if i not in escapes) if escapes else text


def _broken(raw: MappedText) -> list[MappedText]:
    """The lines of a cell, which Markdown parts by <br>."""
    if "<" not in raw.text:
        return [raw] if raw.text.strip() else []
    cuts = [match.span() for match in _LINE_END.finditer(raw.text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw.text)]
    return [raw.slice(a, b) for a, b in zip(starts, ends, strict=True) if raw.text[a:b].strip()]


def _columns(raw: MappedText) -> tuple[MappedText, ...]:
    """Part a line that holds two columns of a letterhead or of a document's end, as a page's layout was kept."""
    if not _WIDE.search(raw.text):
        return _run_together(raw)
    match = _TWO_COLUMNS.fullmatch(raw.text) or _BESIDE_PURPOSE.fullmatch(raw.text)
    if match and _PURPOSE.match(match[2]):
        return (raw,)
    short = match and sum(map(str.isalpha, match[1])) < 5 and not (_KEPT.fullmatch(match[1]) and is_person(match[2]))
    if not match or short or _NUMBERED.match(match[1]) or _LEFT_OPEN.search(match[1]):
        return (raw,)
    return raw.slice(*match.span(1)), raw.slice(*match.span(2))


def _run_together(raw: MappedText) -> tuple[MappedText, ...]:
    """Part a recipient from the office beside it, of a text that kept no room between: "- Như trên; KT. CHỦ TỊCH"."""
    text = raw.text.lstrip()
    if not text.startswith(("-", "–", "+", "•")) and not begins_recipients(text):
        return (raw,)
    for end in _RECIPIENT_ENDS.finditer(raw.text):
        beside = raw.text[end.end() :].strip()
        if is_signature_start(beside) or (end[0][0] == "." and is_person(beside)):
            return raw.slice(0, end.end()).strip(), raw.slice(end.end(), len(raw.text)).strip()
    return (raw,)


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
