"""Blocks as printed -> blocks as meant: footnotes taken out, paragraphs joined across page breaks.

A note printed at a page's foot cuts the sentence that runs over the page; a long note goes on at the next page's foot
and cuts a sentence there, too. What goes on is told by how it is written: a paragraph that has not ended is followed,
sooner or later, by a block that does not begin as a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.parsing.blocks import Block
from knowledge.parsing.numbering import BULLETS, WORD_STYLES, Marker, Style
from knowledge.parsing.shapes import NOTE_START, SUPERSCRIPTS, is_caps, is_ended, starts_lower
from knowledge.text import MappedText, join

_DIGIT_OF = {char: str(digit) for digit, char in enumerate(SUPERSCRIPTS)}
_SUPER = rf"[{SUPERSCRIPTS}]{{1,3}}"
# A note whose superscript was flattened, or set in brackets: "1 Tổng kết 20 năm ...".
_FLAT_START = re.compile(r"(?:\(\d{1,2}\)|\d{1,2})\s+(?=[^\W\d_])")
# A marker inside a sentence; a bare number only when it is glued to a word. "m²", "km³" are units, not notes.
_IN_TEXT = re.compile(
    rf"\s?(?:(?<![mM])({_SUPER})|\[\^?\d{{1,3}}\])|(?<=\S)\(\d{{1,2}}\)|(?<=[^\W\d_”\"’)])\d{{1,2}}(?=[\s;,.:)]|$)|"
    r"(?<=[”\"’)])\d{1,2}(?=[\s;,.:)]|$)"
)
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:[Tt]rang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*")
_LONG = 120  # characters: a paragraph as long as this that does not end was cut
_LONG_ITEM = 150
_LONG_HEADING = 250
_MAX_NOTES_ON_A_PAGE = 8
_NEAR = 12  # paragraphs that a page holds at most, for finding a note's marker


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed: marker without brackets ("1", "*"), None when it has none; its text without the marker;
    printed: the marker as it stands in the text ("[1]", "(1)", "1")."""

    marker: str | None
    body: MappedText
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Repaired:
    """blocks: without footnotes, joined; notes: in reading order; dropped: page numbers."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    dropped: tuple[MappedText, ...]


def repair(blocks: Sequence[Block]) -> Repaired:
    """Take footnotes out of the text that they interrupt, and join what page breaks cut."""
    desk = _Desk(blocks)
    while desk.step():
        pass
    return desk.result()


def note_of(block: Block) -> Note | None:
    """Return the footnote that a block begins, or None."""
    match = NOTE_START.match(block.string)
    if match and len(block.string) > match.end():
        marker = _digits(match[1]) if match[1] else match[2] or "*"
        printed = match[0].strip(" :")
        return Note(marker, block.text.slice(match.end(), len(block.string)), printed)
    return None


def take_markers(text: MappedText, known: frozenset[str]) -> tuple[MappedText, tuple[str, ...]]:
    """Return `text` without the footnote markers that stand in it, and the markers in order.

    Superscripts always are markers; "[1]", "(1)" and a bare 1 glued to a word only when such a note exists: `known`
    holds the forms in which the document's notes are printed.
    """
    found: list[str] = []
    keep: list[MappedText] = []
    at = 0
    for match in _IN_TEXT.finditer(text.text):
        if match[1] is None and match[0].strip() not in known:
            continue
        found.append(_digits(match[1]) if match[1] else match[0].strip(" []^()"))
        keep.append(text.slice(at, match.start()))
        at = match.end()
    if not found:
        return text, ()
    keep.append(text.slice(at, len(text.text)))
    return join(keep, ""), tuple(found)


def goes_on(paragraph: Sequence[Block], second: Block) -> bool:
    """Tell whether `second` continues the sentence that `paragraph`, the pieces found so far, leaves open."""
    first, last = paragraph[0], paragraph[-1]
    if first.row or second.row or second.marker or second.starred or second.cell:
        return False
    if is_ended(last.string) or note_of(second):
        return False
    if first.marker and first.marker.style in WORD_STYLES and len(first.string) <= first.marker.length:
        return len(paragraph) == 1 and len(second.string) < _LONG_HEADING  # "Chương I", its title on the next line
    if is_caps(second.string) and not is_caps(first.string):
        return False
    if is_caps(first.string):
        return bool(first.marker and first.emphasis and second.emphasis and is_caps(second.string))
    if starts_lower(second.string) or last.string.endswith((",", "(", "“", " -", " –")):
        return True
    if first.emphasis and second.emphasis and first.marker and first.marker.style not in BULLETS:
        return True
    return (len(last.string) > _LONG and first.marker is None) or _is_cut_item(first)


def _is_cut_item(block: Block) -> bool:
    """Tell whether a numbered or bulleted block is running text that was cut, not a long heading."""
    return block.marker is not None and len(block.string) > _LONG_ITEM and ". " in block.string[block.marker.length :]


class _Desk:
    """Works through the blocks from the first to the last, in time linear in their length.

    A paragraph or note in the making is a list of pieces; they are joined once, at the end.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._at = 0
        self._done: list[list[Block]] = []
        self._notes: list[tuple[Note, list[MappedText]]] = []
        self._dropped: list[MappedText] = []
        self._page = 1
        self._after_note = False  # the block before this one was put aside: the paragraph above is still open

    def result(self) -> Repaired:
        blocks = tuple(_joined(pieces) for pieces in self._done)
        notes = tuple(replace(note, body=join(pieces)) for note, pieces in self._notes)
        return Repaired(blocks, notes, tuple(self._dropped))

    def step(self) -> bool:
        if self._at >= len(self._blocks):
            return False
        block = self._blocks[self._at]
        self._at += 1
        if block.row:
            self._done.append([block])
            self._after_note = False
            return True
        note = note_of(block) or self._starred_note(block) or self._flat_note(block)
        if note:
            self._add_note(note)
        elif page := self._page_number(block):
            self._dropped.append(block.text)
            self._page = page
        elif self._continues_note(block):
            self._notes[-1][1].append(block.text)
            self._after_note = True
        elif self._is_unmarked_note(block):
            self._add_note(Note(None, block.text))
        else:
            self._add(replace(block, marker=Marker(Style.DASH, None, 1, 0)) if block.starred else block)
        return True

    def _add(self, block: Block) -> None:
        if self._open() and goes_on(self._done[-1], block):
            self._done[-1].append(block)
        else:
            self._done.append([block])
        self._after_note = False

    def _add_note(self, note: Note) -> None:
        self._notes.append((note, [note.body]))
        self._after_note = True

    def _open(self) -> bool:
        return bool(self._done) and not is_ended(self._done[-1][-1].string)

    def _next(self) -> Block | None:
        return self._blocks[self._at] if self._at < len(self._blocks) else None

    def _resumes_after(self) -> bool:
        """Tell whether the paragraph above goes on with the block after this one."""
        after = self._next()
        return bool(after and self._open() and starts_lower(after.string) and goes_on(self._done[-1], after))

    def _page_number(self, block: Block) -> int | None:
        """The number of a page, when it is the next one or cuts a sentence; numbers in a table's cells are none."""
        match = _PAGE_NUMBER.fullmatch(block.string)
        if not match or block.cell or not self._done:
            return None
        following = self._page <= int(match[1]) <= self._page + 1
        return int(match[1]) if following or self._resumes_after() else None

    def _continues_note(self, block: Block) -> bool:
        if not self._notes or is_ended(self._notes[-1][1][-1].text) or block.marker or is_caps(block.string):
            return False
        if self._after_note and self._open():
            return self._ends_before_note(block)  # else the sentence comes before the foot of the next page
        if not self._open():
            return starts_lower(block.string)
        return is_ended(block.string) and self._resumes_after()

    def _ends_before_note(self, block: Block) -> bool:
        """Tell whether a few words between two notes are the end of the first."""
        after = self._next()
        short = len(block.string) < _LONG and starts_lower(block.string) and is_ended(block.string)
        return short and after is not None and note_of(after) is not None

    def _is_unmarked_note(self, block: Block) -> bool:
        """A whole sentence between the two halves of another."""
        whole = is_ended(block.string) and not starts_lower(block.string) and not block.marker
        return whole and not self._after_note and self._resumes_after() and len(self._done[-1][-1].string) > _LONG // 2

    def _starred_note(self, block: Block) -> Note | None:
        """A note marked with a star; a star that interrupts nothing is a bullet."""
        return Note("*", block.text) if block.starred and self._resumes_after() else None

    def _flat_note(self, block: Block) -> Note | None:
        """A note that begins like an item or a sentence, "(1) ..." or "1 ...", but cuts one that carries its marker."""
        match = _FLAT_START.match(block.string)
        if not match or not self._open() or not (self._after_note or self._resumes_past_notes()):
            return None
        printed = match[0].strip()
        if not self._after_note and not self._carried(printed):
            return None
        return Note(printed.strip("()"), block.text.slice(match.end(), len(block.string)), printed)

    def _resumes_past_notes(self) -> bool:
        """Tell whether the sentence above goes on after this note and those that follow it."""
        for after in self._blocks[self._at : self._at + _MAX_NOTES_ON_A_PAGE]:
            if not _FLAT_START.match(after.string):
                return starts_lower(after.string) and goes_on(self._done[-1], after)
        return False

    def _carried(self, printed: str) -> bool:
        """Tell whether the text of this page carries the marker of the note or of one that stands beside it."""
        notes = self._blocks[self._at - 1 : self._at + _MAX_NOTES_ON_A_PAGE]
        markers = {printed, *(m[0].strip() for m in (_FLAT_START.match(note.string) for note in notes) if m)}
        pieces = (piece for pieces in self._done[-_NEAR:] for piece in pieces[-2:])
        return any(match[0].strip() in markers for piece in pieces for match in _IN_TEXT.finditer(piece.string))


def _joined(pieces: Sequence[Block]) -> Block:
    first = pieces[0]
    if len(pieces) == 1:
        return first
    emphasis = all(piece.emphasis for piece in pieces)
    return replace(first, text=join(piece.text for piece in pieces), emphasis=emphasis)


def _digits(superscript: str) -> str:
    return "".join(_DIGIT_OF[char] for char in superscript)
