"""What a page shows: an Answer in the bot's words and order, each source a link to its place; a plan, whole, every
section under its path, the quoted words marked where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from markupsafe import Markup, escape

from bot.screen import from_stars, to_html
from bot.screen import words as screen_words
from bot.screen.answers import Spans, anchor, is_bulleted, wants_vote, with_notes
from bot.web.words import AROUND, AROUND_EN, Around
from knowledge.model import Answer, AnswerPart, Language, Plan, Section, SectionKind
from knowledge.text import Cell, MappedText, clean

# ------------------------------------------------------------------------------------------------------------ an answer

Opens = Callable[[int], str]
"""Return the address at which the words of the part with this index stand open."""
_PICTURES = 0x10000
_SIGNS = range(0x2600, 0x27C0)
"""Miscellaneous symbols and dingbats: of these a desk without coloured pictures has the sign of warning alone."""
_WARNING = "\u26a0"
_AS_PICTURE = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Told:
    """What one plan says. opens: where its words stand marked, None where nothing is quoted."""

    lead: Markup
    items: tuple[Markup, ...]
    note: Markup | None
    source: str
    quote: str
    opens: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """status: of the answer; scope: the line on whose plans it is about, None under small talk; language: that the
    answer is written in; words: those around it."""

    status: str
    told: tuple[Told, ...]
    scope: str | None
    language: str
    words: Around


def shown(answer: Answer, unit: str | None, opens: Opens) -> Shown:
    """Return what to show. unit: the name of the one unit that it is for, None for every unit."""
    parts = tuple(_told(index, part, noted, opens) for index, (part, noted) in enumerate(with_notes(answer.parts)))
    if not parts:
        parts = (Told(styled(answer.text), (), None, "", "", None),)
    words = screen_words.labels(answer.language)
    language, around = ("en", AROUND_EN) if answer.language is Language.EN else ("vi", AROUND)
    scope = around.scope.format(scope=bare(words.for_unit.format(unit=unit) if unit else words.for_all))
    return Shown(answer.status.value, parts, scope if wants_vote(answer.status) else None, language, around)


def bare(text: str) -> str:
    """Return the bot's words without pictures: not every machine at a desk has letters for them."""
    return "".join(char for char in text if _has_letter(char)).strip()


def _has_letter(char: str) -> bool:
    return char == _WARNING or (ord(char) < _PICTURES and ord(char) not in _SIGNS and char != _AS_PICTURE)


def styled(text: str) -> Markup:
    """Return the bot's words, escaped, every **stretch** in bold."""
    return Markup(to_html(from_stars(bare(text))))  # noqa: S704 - `to_html` escapes every character


def _told(index: int, part: AnswerPart, noted: bool, opens: Opens) -> Told:
    cited = bool(part.citations and part.source)
    return Told(
        lead=styled(part.lead),
        items=tuple(styled(text if is_bulleted(text) else f"• {text}") for text in part.items),
        note=styled(part.note) if part.note and noted else None,
        source=part.source if cited else "",
        quote=part.quote if cited else "",
        opens=opens(index) if cited else None,
    )


# --------------------------------------------------------------------------------------------------------------- a plan

Head = tuple[str, int]
"""A column's head, and which of those of its name it is."""
AS_PRINTED = frozenset({SectionKind.HEADER, SectionKind.RECIPIENTS, SectionKind.SIGNATURE})
"""Sections whose lines are kept."""
TOP = 2
"""The heading of a first-level section, under the page's own."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Node:
    """A section. anchor: None where an earlier node has the same path; number: as printed; level: of its heading, 2 to
    6; notes: (marker, anchor) of footnotes in it."""

    kind: str
    anchor: str | None
    number: str | None
    level: int
    heading: Markup
    body: Markup
    notes: tuple[tuple[str, str], ...]
    children: tuple[Node | Table, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. number: as printed, None where rows have none; cells: one for each head, empty ones too;
    across: the words of a row that only heads those below it."""

    anchor: str | None
    number: str | None
    cells: tuple[Markup, ...]
    across: Markup | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the plan. numbered: its rows have numbers, which stand before the heads."""

    heads: tuple[str, ...]
    rows: tuple[Line, ...]
    numbered: bool
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Document:
    """nodes: the plan in reading order; marks: how many of the spans were found, numbered from 1 as `#trich-1`."""

    nodes: tuple[Node | Table, ...]
    marks: tuple[int, ...]


def document(plan: Plan, spans: Spans = ()) -> Document:
    """Return the whole plan with the source spans marked."""
    pen = _Pen(plan, spans)
    nodes = pen.nodes(plan.sections, TOP)
    return Document(nodes, tuple(sorted(pen.placed)))


@dataclass
class _Pen:
    """Writes one document. placed: numbers of the spans that have their anchor; paths: those that have theirs."""

    plan: Plan
    spans: Spans
    placed: set[int] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def nodes(self, sections: Sequence[Section], level: int) -> tuple[Node | Table, ...]:
        return tuple(chain.from_iterable(self.beside(table, list(held), level) for table, held in _by_table(sections)))

    def beside(self, table: str, sections: Sequence[Section], level: int) -> Iterator[Node | Table]:
        """Yield sections that follow each other: the rows of a table as one, others each by itself."""
        if table:
            rows = [row for section in sections for row in _rows(section)]
            yield self.table(rows)
            sections = [each for row in rows for each in row.children if each.kind is not SectionKind.TABLE_ROW]
        yield from (self.node(section, level) for section in sections)

    def table(self, rows: Sequence[Section]) -> Table:
        heads = _columns(rows)
        return Table(
            tuple(head for head, _ in heads),
            tuple(self.row(row, heads) for row in rows),
            any(row.number for row in rows),
        )

    def row(self, row: Section, heads: Sequence[Head]) -> Line:
        filled = {head: self.write(words) for head, (_, words) in zip(_heads(row), row.cells, strict=True)}
        across = None if row.cells else self.write(row.heading) + self.write(row.body)
        return Line(self.anchor(row), row.number, tuple(filled.get(head, Markup()) for head in heads), across)

    def anchor(self, section: Section) -> str | None:
        """Return the address of a section within the page, of the first one of a path alone."""
        path = None if section.path in self.paths else anchor(section.path)
        self.paths.add(section.path)
        return path

    def node(self, section: Section, level: int) -> Node:
        path = self.anchor(section)
        body = section.body
        if section.kind in AS_PRINTED and body.text:
            body = self.as_printed(body)
        return Node(
            kind=section.kind.name.lower(),
            anchor=path,
            number=section.number,
            level=min(level, DEEPEST),
            heading=self.write(section.heading),
            body=self.write(body),
            notes=tuple((marker, anchor(f"chú thích {marker}")) for marker in section.footnotes),
            children=self.nodes(section.children, level + 1),
        )

    def as_printed(self, body: MappedText) -> MappedText:
        """Return the same words with the source's own line ends, without markup and empty lines."""
        span = body.span(0, len(body.text))
        kept: list[Cell] = []
        for cell in clean(self.plan.source_text, span.start, span.end).cells():
            again = cell[0] == "\n" and (not kept or kept[-1][0] == "\n")
            if cell[0] != "*" and not again:
                kept.append(cell)
        return MappedText.from_cells(kept).strip()

    def write(self, text: MappedText) -> Markup:
        """Return the text, escaped; what was read from one of the spans is marked."""
        if not text.text:
            return Markup()
        whole = text.span(0, len(text.text))
        if not any(start < whole.end and end > whole.start for start, end in self.spans):
            return escape(text.text)
        written = Markup()
        for number, cells in groupby(text.cells(), key=lambda cell: self.span_at(cell[1], cell[2])):
            words = "".join(char for char, _, _ in cells)
            written += self.mark(number, words) if number else escape(words)
        return written

    def span_at(self, start: int, end: int) -> int:
        """Return the number of the span that a source position is in, 0 for none."""
        return next((n for n, (first, last) in enumerate(self.spans, 1) if start < last and end > first), 0)

    def mark(self, number: int, words: str) -> Markup:
        if number in self.placed:
            return Markup("<mark>{}</mark>").format(words)
        self.placed.add(number)
        return Markup('<mark id="trich-{}">{}</mark>').format(number, words)


def _by_table(sections: Sequence[Section]) -> Iterator[tuple[str, Iterator[Section]]]:
    """Group sections by the table whose rows they are, "" for others."""
    return groupby(sections, key=_table_of)


def _table_of(section: Section) -> str:
    """Return the table that a row's path names ("III.2 (bảng 2"), "" of what is no row."""
    return section.path.split(",")[0].rstrip(")") if section.kind is SectionKind.TABLE_ROW else ""


def _rows(section: Section) -> Iterator[Section]:
    """Yield a row and the rows that it heads."""
    yield section
    for each in section.children:
        if each.kind is SectionKind.TABLE_ROW:
            yield from _rows(each)


def _heads(row: Section) -> list[Head]:
    """Return the head of each cell of a row, those of one name told apart by their place among them."""
    names = [head for head, _ in row.cells]
    return [(name, names[:at].count(name)) for at, name in enumerate(names)]


def _columns(rows: Sequence[Section]) -> list[Head]:
    """Return the heads of a table's columns in order: empty cells leave out their column's head, so the fullest row
    begins and the others' heads are put behind the one that stands before them."""
    columns: list[Head] = []
    for row in sorted(rows, key=lambda each: -len(each.cells)):
        place = 0
        for head in _heads(row):
            if head not in columns:
                columns.insert(place, head)
            place = columns.index(head) + 1
    return columns
