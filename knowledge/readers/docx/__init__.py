"""Word documents (.docx): python-docx opens the package, our own walk reads what its text leaves out.

Read are: paragraphs and tables in order, the numbers that Word computes, notes bound to their marks, text boxes,
tracked changes as accepted, symbols; left out are hidden text, comments, tables of contents, headers and footers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import parse_xml

from knowledge.errors import Fault
from knowledge.readers.archives import check_archive
from knowledge.readers.docx.numbering import Numbering
from knowledge.readers.docx.runs import Notes
from knowledge.readers.docx.styles import Styles
from knowledge.readers.docx.walk import Block, Walk, in_lines, in_paragraphs
from knowledge.readers.docx.xml import Element, W
from knowledge.readers.oldfonts import MISSING, old_font
from knowledge.readers.plain import check_text
from knowledge.readers.reading import Reading, Unreadable

_KIND = "Word"
_NOT_TEXT = {"separator", "continuationSeparator", "continuationNotice"}
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"


def read(data: bytes, _folder: Path = Path(), _kind: str = "") -> Reading:
    """Read a Word document. Raises Unreadable."""
    names = check_archive(data, _KIND)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("it carries macros; save it as .docx (a Word document without macros)", Fault.MACROS)
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise Unreadable("it is a ZIP archive, not a Word document; save the document as .docx", Fault.MISLABELLED)
    return read_checked(data)


def read_checked(data: bytes, shown: Mapping[str, Sequence[str]] | None = None) -> Reading:
    """Read a Word document that was checked, or that a converter of our own has just made.

    shown: what its fields showed before the conversion, see `Reader`. Raises Unreadable.
    """
    try:
        document = Document(BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        strict = "; it may be of the kind “Strict Open XML”" if _STRICT in data[:4096] else ""
        reason = f"not a Word document that can be opened ({type(error).__name__}{strict}); save it anew as .docx"
        raise Unreadable(reason, Fault.DAMAGED) from None
    walk = _walk(document.part)
    walk.reader.shown.update({key: list(texts) for key, texts in (shown or {}).items()})
    head = _first_page_header(document, walk)
    walk.through(document.element.body)
    text = in_paragraphs([*head, *walk.blocks])
    check_text(text)
    return Reading(text + "\n" if text else "", warnings=_warnings(walk))


def _walk(part: Any) -> Walk:
    styles = Styles.read(_root(part, "styles"))
    numbering = Numbering.read(_root(part, "numbering"), styles.lists())
    notes = Notes()
    for kind in ("footnote", "endnote"):
        root = _root(part, kind + "s")
        if root is not None:
            _collect(root, kind, Walk(styles, Numbering(), Notes()), notes)
    notes.after_footnotes = _references(part.element, "footnote")
    return Walk(styles, numbering, notes)


def _collect(root: Element, kind: str, walk: Walk, notes: Notes) -> None:
    for note in root.findall(W + kind):
        if note.get(W + "type") not in _NOT_TEXT:
            notes.bodies[kind, note.get(W + "id") or ""] = " ".join(in_lines(walk.inside(note)).split())


def _references(body: Element, kind: str) -> int:
    return len({node.get(W + "id") for node in body.iter(W + kind + "Reference")})


def _root(part: Any, kind: str) -> Element | None:
    """Return the root of the part of this kind that the document points to, None when there is none."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
            target = relation.target_part
            element = getattr(target, "element", None)
            return element if element is not None else parse_xml(target.blob)
    return None


def _first_page_header(document: Any, walk: Walk) -> list[Block]:
    """Return the blocks of the first page's own header where the letterhead was put there."""
    section = document.sections[0] if len(document.sections) else None
    if section is None or not section.different_first_page_header_footer:
        return []
    header = section.first_page_header
    if header.is_linked_to_previous:
        return []
    blocks = walk.inside(header._element)
    shown = "\n".join(block.text for block in blocks).upper()
    return blocks if "CỘNG HÒA" in shown or "CỘNG HOÀ" in shown or "ĐẢNG CỘNG SẢN" in shown else []


def _warnings(walk: Walk) -> tuple[str, ...]:
    left = {old_font(font).label for font, converted in walk.reader.fonts.items() if not converted}
    if not left:
        return ()
    tables = ", ".join(sorted(left))
    return (f"text in an old font ({tables}) was not converted; {MISSING} and read the file again",)
