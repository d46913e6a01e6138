"""A plan as a page shows it: whole, every section under its path, the quoted words marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup, escape

from bot.screen.answers import Spans, anchor
from knowledge.model import Plan, Section, SectionKind
from knowledge.text import Cell, MappedText, clean

AS_PRINTED = frozenset({SectionKind.HEADER, SectionKind.RECIPIENTS, SectionKind.SIGNATURE})
"""Sections whose lines are kept."""
TOP = 2
"""The heading of a first-level section, under the page's own."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Node:
    """A section. anchor: None where an earlier node has the same path; number: as printed; level: of its heading, 2 to
    6; cells: of a table's row, (head, words); notes: (marker, anchor) of footnotes in it."""

    kind: str
    anchor: str | None
    number: str | None
    level: int
    heading: Markup
    body: Markup
    cells: tuple[tuple[str, Markup], ...]
    notes: tuple[tuple[str, str], ...]
    children: tuple[Node | Table, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table that follow each other under the same heads."""

    heads: tuple[str, ...]
    rows: tuple[Node, ...]
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
        return tuple(_in_tables([self.node(section, level) for section in sections]))

    def node(self, section: Section, level: int) -> Node:
        path = None if section.path in self.paths else anchor(section.path)
        self.paths.add(section.path)
        body = section.body
        if section.kind in AS_PRINTED and body.text:
            body = self.as_printed(body)
        return Node(
            kind=section.kind.name.lower(),
            anchor=path,
            number=section.number,
            level=min(level, DEEPEST),
            heading=self.write(section.heading),
            body=Markup() if section.cells else self.write(body),
            cells=tuple((head, self.write(words)) for head, words in section.cells),
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


def _in_tables(nodes: Sequence[Node]) -> Iterator[Node | Table]:
    for heads, rows in groupby(nodes, key=lambda node: tuple(head for head, _ in node.cells)):
        if heads:
            yield Table(heads, tuple(rows))
        else:
            yield from rows
