"""Web pages and Word's own HTML: paragraphs, lists and tables in order, without menus, scripts and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from knowledge.errors import Fault
from knowledge.readers.decoding import decode
from knowledge.readers.docx.numbering import written
from knowledge.readers.oldfonts import OldFont, convert, is_capital_font, old_font
from knowledge.readers.plain import check_text
from knowledge.readers.reading import Reading, Unreadable
from knowledge.readers.stylesheet import StyleSheet
from knowledge.readers.tables import Grid, merged_heads, pipe_table, signers

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "textarea",
        "svg",
        "iframe",
        "object",
        "del",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "center",
        "caption",
        "address",
        "figcaption",
        "title",
    ]
)
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_OLD_FONTS = re.compile(rb"""["':\s;]\.?VN[-\w]""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_UPPER = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_FAMILY = re.compile(r"(?<![\w-])font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_RAISED = re.compile(r"\s*\d{1,3}\s*")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_OPEN = 400
_MOST_COLUMNS = 64
_MOST_SPAN = 1000
_MOST_CELLS = 300_000


def read(data: bytes, _folder: Path = Path(), _kind: str = "") -> Reading:
    """Read a web page. Raises Unreadable."""
    text, warnings = _decoded(data)
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    shown = "\n\n".join(block for block in page.blocks if block)
    check_text(shown)
    return Reading(shown + "\n", warnings=warnings)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    named = _CHARSET.search(data[:4096])
    try:
        decoded = decode(data, fonts_named=bool(_OLD_FONTS.search(data)))
        return decoded.text, decoded.warnings
    except Unreadable:
        if named is None:
            raise
        try:
            return data.decode(named[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
        raise


@dataclass(slots=True)
class _Open:
    """An element that has begun: hidden, capitals, font and the list it opens; raised: inside `sup`."""

    tag: str
    hidden: bool
    upper: bool
    font: str
    raised: bool
    form: str = ""
    count: int = 0


@dataclass(slots=True)
class _Table:
    """A table being read: its cells by place, each with the rows and columns that it covers."""

    rows: int = -1
    column: int = 0
    grid: dict[tuple[int, int], str] = field(default_factory=dict)
    cells: list[str] = field(default_factory=list)
    open: tuple[int, int, int, int] | None = None
    outer: list[str] = field(default_factory=list)
    heads: int = 0


class _Page(HTMLParser):
    """Builds blocks of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._line: list[str] = []
        self._open: list[_Open] = []
        self._tables: list[_Table] = []
        self._marker = ""
        self._covered = 0
        self._sheet = StyleSheet()

    # ------------------------------------------------------------------------------------------ what the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._line.append("\n")
        elif tag == "hr":
            self._end_block()
        if tag in _VOID:
            return
        if tag in {"p", "li", "td", "th", "tr"}:
            self._close_implied(tag)
        if tag in _BLOCKS or tag in _LISTS or tag in {"table", "tr"} or tag in _CELLS:
            self._end_block()
        if len(self._open) < _MOST_OPEN:
            self._open.append(self._element(tag, attributes))
        self._begin(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        at = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].tag == tag), None)
        if at is None:
            return
        for element in reversed(self._open[at:]):
            self._end(element.tag)
        del self._open[at:]

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.tag == "style":
            self._sheet.add(data)
        elif inside is None or not inside.hidden:
            self._line.append(self._shown(data, inside))

    def finish(self) -> None:
        """End what the page left open."""
        for element in reversed(self._open):
            self._end(element.tag)
        self._end_block()

    # --------------------------------------------------------------------------------------------------- elements

    def _element(self, tag: str, attributes: dict[str, str]) -> _Open:
        style, above = attributes.get("style", ""), self._open[-1] if self._open else None
        sheet = self._sheet.of(tag, attributes.get("class", "").split())
        family = _FAMILY.search(f"{style}; {sheet}")
        font = attributes.get("face") or (family[1].strip() if family else "") or (above.font if above else "")
        hidden = tag in _LEFT_OUT or "hidden" in attributes or bool(_HIDDEN.search(style))
        return _Open(
            tag,
            hidden or bool(above and above.hidden),
            bool(_UPPER.search(style or sheet)) or bool(above and above.upper),
            font,
            tag == "sup" or bool(above and above.raised),
            _FORMS.get(attributes.get("type", "1"), "decimal") if tag == "ol" else "",
            _whole(attributes.get("start"), 1) - 1 if tag == "ol" else 0,
        )

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "li":
            self._marker = self._item(attributes)
        elif tag == "table":
            self._tables.append(_Table(outer=self.blocks))
            self.blocks = []
        elif tag == "tr" and self._tables:
            self._tables[-1].rows += 1
            self._tables[-1].column = 0
        elif tag in _CELLS and self._tables:
            self._begin_cell(self._tables[-1], tag, attributes)

    def _end(self, tag: str) -> None:
        if tag in _CELLS and self._tables:
            self._end_cell(self._tables[-1])
        elif tag == "table" and self._tables:
            self._end_block()
            self._end_cell(self._tables[-1])
            self._end_table(self._tables.pop())
        elif tag in _BLOCKS or tag in _LISTS or tag == "tr":
            self._end_block()

    def _close_implied(self, tag: str) -> None:
        """Close an element whose end may be left out: a paragraph before a paragraph, a cell before a cell."""
        ends = {
            "p": {"p"},
            "li": {"li", "p"},
            "td": {"td", "th", "p"},
            "th": {"td", "th", "p"},
            "tr": {"tr", "td", "th", "p"},
        }
        while self._open and self._open[-1].tag in ends[tag]:
            self._end(self._open.pop().tag)

    def _item(self, attributes: dict[str, str]) -> str:
        around = next((element for element in reversed(self._open) if element.tag in _LISTS), None)
        if around is None or around.tag == "ul":
            return "- "
        around.count = _whole(attributes.get("value"), around.count + 1)
        number = written(around.count, around.form)
        return f"{number}) " if around.form == "lowerLetter" else f"{number}. "

    # ----------------------------------------------------------------------------------------------------- tables

    def _begin_cell(self, table: _Table, tag: str, attributes: dict[str, str]) -> None:
        self._end_cell(table)
        table.rows = max(0, table.rows)
        while (table.rows, table.column) in table.grid:
            table.column += 1
        down = min(_whole(attributes.get("rowspan"), 1), _MOST_SPAN)
        wide = min(_whole(attributes.get("colspan"), 1), _MOST_COLUMNS)
        table.open = (table.rows, table.column, max(1, down), max(1, wide))
        if tag == "th" and table.heads == table.rows:
            table.heads = table.rows + 1

    def _end_cell(self, table: _Table) -> None:
        self._end_block()
        if table.open is None:
            return
        row, column, down, wide = table.open
        text = "\n".join(self.blocks).strip()
        self.blocks, table.open = [], None
        table.cells.append(text)
        self._covered += down * wide
        if self._covered > _MOST_CELLS:
            raise Unreadable("its tables have more cells than a document may; split it", Fault.TOO_HEAVY)
        for at in range(row, row + down):
            for across in range(column, min(column + wide, _MOST_COLUMNS)):
                table.grid.setdefault((at, across), text)
        table.column = column + wide

    def _end_table(self, table: _Table) -> None:
        self.blocks = table.outer
        rows = range(table.rows + 1)
        width = max((column for _, column in table.grid), default=-1) + 1
        grid = tuple(tuple(table.grid.get((row, column), "") for column in range(width)) for row in rows)
        found = Grid(grid, max(1, table.heads, merged_heads(grid)), tuple(table.cells))
        columns = signers(grid)
        if columns or found.is_layout:
            self.blocks.extend(columns or table.cells)
        elif self._tables:
            self.blocks.append("; ".join(" – ".join(dict.fromkeys(filter(None, row))) for row in grid))
        else:
            self.blocks.append(pipe_table(grid, found.heads))

    # ------------------------------------------------------------------------------------------------------- text

    def _shown(self, data: str, inside: _Open | None) -> str:
        text = re.sub(r"[ \t\r\n\f]+", " ", data)
        if inside is None:
            return text
        table = old_font(inside.font)
        if table is not OldFont.NONE:
            text = convert(text, table) or text
            text = text.upper() if is_capital_font(inside.font) else text
        if inside.raised and _RAISED.fullmatch(text):
            return text.strip().translate(_SUPERSCRIPT)
        return text.upper() if inside.upper else text

    def _end_block(self) -> None:
        lines = (" ".join(line.split()) for line in "".join(self._line).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._line = []
        if text:
            self.blocks.append(self._marker + text)
            self._marker = ""


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
