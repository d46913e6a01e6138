"""Real footnotes in a Word file: the part, its relationship, its styles and the references (ECMA-376-1, 17.11).

python-docx writes none, so the part is made here: the two separators that Word asks for come first, then the notes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from knowledge.briefing import wording

_NAME = PackURI("/word/footnotes.xml")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FIRST = 1
"""Numbers 0 and -1 are the separators."""
_SHORT = 60
"""Characters of a quote that takes no more of a page than naming the note that has it."""
_BOOKMARK = "_Chuthich"
TEXT_STYLE, REFERENCE_STYLE = "footnote text", "footnote reference"


@dataclass(frozen=True, slots=True)
class Told:
    """A note as it stands: what it quotes, from where, the run that refers to it, and the earlier note that it names
    instead of its quote."""

    quote: str
    source: str
    run: Run
    former: int | None


@dataclass
class Footnotes:
    """The notes of one document, numbered as they are referred to; a quote that one holds is not told again."""

    document: Document
    notes: list[Told] = field(default_factory=list)
    _from: int = 0

    def __post_init__(self) -> None:
        styles = self.document.styles
        text = styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = styles["Normal"]
        text.font.size = Pt(9.5)
        text.paragraph_format.space_after = Pt(1)
        text.paragraph_format.line_spacing = 1.0
        text.paragraph_format.first_line_indent = Pt(0)
        reference = styles.add_style(REFERENCE_STYLE, WD_STYLE_TYPE.CHARACTER)
        reference.font.superscript = True

    def begin_again(self) -> None:
        """From here on quote what earlier notes quote: what is read by itself begins, a heading's lines or the key."""
        self._from = len(self.notes)

    def refer(self, paragraph: Paragraph, quote: str, source: str) -> int:
        """Put a reference to a note of this quote at the end of a paragraph and return the note's number."""
        former = self._former(quote, source)
        run = paragraph.add_run()
        run.style = self.document.styles[REFERENCE_STYLE]
        self.notes.append(Told(quote, source, run, former))
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes)))
        run._r.append(reference)
        return len(self.notes)

    def _former(self, quote: str, source: str) -> int | None:
        """Return the last note that shows these words, None for words that are as short as naming it."""
        if len(quote) <= _SHORT:
            return None
        every = list(enumerate(self.notes, _FIRST))[self._from :]
        told = [(number, note) for number, note in every if note.former is None]
        return next((number for number, note in reversed(told) if note.source == source and quote in note.quote), None)

    def close(self) -> None:
        """Add the part with every note; call it once, last."""
        notes = "".join(self._note(number, note) for number, note in enumerate(self.notes, _FIRST))
        for number in sorted({note.former for note in self.notes if note.former}):
            _bookmark(self.notes[number - _FIRST].run, number)
        separators = _separator(-1, "separator") + _separator(0, "continuationSeparator")
        xml = f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
        blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml.encode()
        package = self.document.part.package
        self.document.part.relate_to(Part(_NAME, _TYPE, blob, package), RELATIONSHIP_TYPE.FOOTNOTES)
        held = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
        _put_in_settings(self.document, held)

    def _note(self, number: int, note: Told) -> str:
        style = self.document.styles[TEXT_STYLE].style_id
        mark = self.document.styles[REFERENCE_STYLE].style_id
        text = wording.NOTE.format(quote=note.quote, source=note.source)
        told = _run(f" {text}")
        if note.former:
            before, after = wording.SAME_NOTE.format(number="\0", source=note.source).split("\0")
            told = _run(f" {before}") + _reference_to(note.former) + _run(after)
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>{told}</w:p></w:footnote>'
        )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _reference_to(number: int) -> str:
    """Return a field that shows a note's number and follows it when notes come or go (ECMA-376-1, 17.16.5.36)."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    named = f'<w:r><w:instrText xml:space="preserve"> NOTEREF {_BOOKMARK}{number} \\h </w:instrText></w:r>'
    return begin + named + separate + _run(str(number)) + end


def _bookmark(run: Run, number: int) -> None:
    """Name the place of a note's reference, for the fields that show its number."""
    for tag, place in (("w:bookmarkStart", run._r.addprevious), ("w:bookmarkEnd", run._r.addnext)):
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), f"{_BOOKMARK}{number}")
        place(element)


def _separator(number: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _put_in_settings(document: Document, held: object) -> None:
    """Insert where the schema wants it: before `w:compat`, else at the end."""
    settings = document.settings.element
    after = settings.find(qn("w:compat"))
    if after is None:
        settings.append(held)
    else:
        after.addprevious(held)
