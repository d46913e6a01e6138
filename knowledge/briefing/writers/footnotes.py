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

_NAME = PackURI("/word/footnotes.xml")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FIRST = 1
"""Numbers 0 and -1 are the separators."""
TEXT_STYLE, REFERENCE_STYLE = "footnote text", "footnote reference"


@dataclass
class Footnotes:
    """The notes of one document, numbered as they are referred to; the same text gets its number again on one page."""

    document: Document
    texts: list[str] = field(default_factory=list)

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

    def refer(self, paragraph: Paragraph, text: str) -> int:
        """Put a reference to a note of this text at the end of a paragraph and return the note's number."""
        number = _FIRST + len(self.texts)
        self.texts.append(text)
        run = paragraph.add_run()
        run.style = self.document.styles[REFERENCE_STYLE]
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
        return number

    def close(self) -> None:
        """Add the part with every note; call it once, last."""
        notes = "".join(self._note(number, text) for number, text in enumerate(self.texts, _FIRST))
        separators = _separator(-1, "separator") + _separator(0, "continuationSeparator")
        xml = f"<w:footnotes {nsdecls('w')}>{separators}{notes}</w:footnotes>"
        blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml.encode()
        package = self.document.part.package
        self.document.part.relate_to(Part(_NAME, _TYPE, blob, package), RELATIONSHIP_TYPE.FOOTNOTES)
        held = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
        _put_in_settings(self.document, held)

    def _note(self, number: int, text: str) -> str:
        style = self.document.styles[TEXT_STYLE].style_id
        mark = self.document.styles[REFERENCE_STYLE].style_id
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        )


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
