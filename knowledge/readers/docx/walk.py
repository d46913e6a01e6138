"""The body of a Word document in reading order -> blocks of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.readers.docx.numbering import Numbering
from knowledge.readers.docx.runs import BREAK, Notes, Reader, tidy
from knowledge.readers.docx.styles import Styles
from knowledge.readers.docx.tables import read_grid
from knowledge.readers.docx.xml import Element, W, branches, child, toggle
from knowledge.readers.tables import in_words, pipe_table, signers

_AROUND = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_MOST_NESTED = 12


@dataclass(slots=True)
class Block:
    """A paragraph, table or note as text. centred: it may belong to the centred one above, as the lines of a title."""

    text: str
    centred: bool = False


@dataclass(slots=True)
class Walk:
    """Walks the elements of a body, a cell or a note."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    reader: Reader = field(init=False)
    _open: str = ""
    _depth: int = 0

    def __post_init__(self) -> None:
        self.reader = Reader(self.styles, self.notes, self._box)

    def through(self, parent: Element) -> None:
        """Append the blocks of everything in `parent`."""
        for node in branches(parent):
            if node.tag == W + "p":
                self._paragraph(node)
            elif node.tag == W + "tbl":
                self._table(node)
            elif node.tag in _AROUND:
                self.through(node)

    def inside(self, parent: Element) -> list[Block]:
        """Return the blocks of everything in `parent`, apart from the others."""
        if self._depth >= _MOST_NESTED:
            return []
        outer, self.blocks = self.blocks, []
        self._depth += 1
        try:
            self.through(parent)
            return self.blocks
        finally:
            self.blocks = outer
            self._depth -= 1

    def _paragraph(self, paragraph: Element) -> None:
        if self.styles.is_contents(paragraph):
            return
        text = self.reader.text(paragraph)
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None and (_is_gone(mark) or toggle(mark, "specVanish")):
            self._open += text + (" " if toggle(mark, "specVanish") else "")
            return  # its end was deleted or moved away, or is only for the eye: the next paragraph goes on with it
        text, self._open = tidy(self._open + text), ""
        hidden = not text and mark is not None and toggle(mark, "vanish")
        label = "" if hidden else self._label(paragraph)
        if text:
            centred = self.styles.is_centred(paragraph) and not label
            self.blocks.append(Block(f"{label} {text}" if label else text, centred))
        elif not label:
            self.blocks.append(Block(""))
        self._end_notes()

    def _label(self, paragraph: Element) -> str:
        place = self.styles.list_place(paragraph, self.numbering.level_of)
        return self.numbering.label(place.list_id, place.level) if place else ""

    def _table(self, table: Element) -> None:
        if self._depth >= _MOST_NESTED:
            return
        grid = read_grid(table, self._cell)
        columns = signers(grid.rows)
        if columns:
            self.blocks.extend(Block(column) for column in columns)
        elif self._depth and not grid.is_layout:
            self.blocks.append(Block(in_words(grid.rows)))
        elif grid.is_layout:
            for cell in grid.cells:
                self.blocks.extend(Block(part) for part in cell.split("\n\n"))
        else:
            lined = [[" ".join(cell.split()) for cell in row] for row in grid.rows]
            self.blocks.append(Block(pipe_table(lined, grid.heads)))
        self._end_notes()

    def _end_notes(self) -> None:
        """Put the notes below the paragraph or table that carries their marks."""
        if not self._depth:
            self.blocks.extend(Block(note) for note in self.notes.take())

    def _cell(self, cell: Element) -> str:
        return in_lines(self.inside(cell))

    def _box(self, content: Element) -> None:
        self.blocks.extend(self.inside(content))


def _is_gone(mark: Element) -> bool:
    """Tell whether a tracked change takes a paragraph's end away."""
    return any(child(mark, name) is not None for name in ("del", "moveFrom"))


def in_lines(blocks: list[Block]) -> str:
    """Join the blocks of a cell: a line each, an empty line where the cell has one."""
    return BREAK.join(block.text for block in blocks).strip(BREAK)


def in_paragraphs(blocks: list[Block]) -> str:
    """Join the blocks of a document, an empty line between two; centred lines that follow each other stay together."""
    return "".join(_spaced(blocks)).strip(BREAK)


def _spaced(blocks: list[Block]) -> Iterator[str]:
    together = False
    for block in blocks:
        if not block.text:
            together = False
            continue
        yield (BREAK if together and block.centred else BREAK * 2) + block.text
        together = block.centred
