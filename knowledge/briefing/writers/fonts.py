"""One font in a whole Word file.

Setting a style's font name leaves its theme attributes, and Word follows those: headings stay in the theme's font. So
every theme attribute goes, every style gets the name for all four scripts, and the theme itself names the font too.
"""

from __future__ import annotations

import re

from docx.document import Document
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

FONT = "Times New Roman"
_SCRIPTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
_THEMED = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")
_TYPEFACE = re.compile(rb'(<a:(?:latin|ea|cs) typeface=")[^"]*(")')
_OTHER_SCRIPTS = re.compile(rb"<a:font [^>]*/>")


def use_one_font(document: Document) -> None:
    """Set `FONT` in the defaults, every style and the theme of a document."""
    styles = document.styles.element
    for held in styles.iter(qn("w:rFonts")):
        _name(held)
    for properties in styles.iter(qn("w:rPr")):
        if properties.find(qn("w:rFonts")) is None:
            fonts = OxmlElement("w:rFonts")
            _name(fonts)
            properties.insert(0, fonts)
    for related in document.part.rels.values():
        if not related.is_external and related.reltype.endswith("/theme"):
            _theme(related.target_part)


def _name(fonts: object) -> None:
    for themed in _THEMED:
        fonts.attrib.pop(qn(themed), None)  # type: ignore[attr-defined]
    for script in _SCRIPTS:
        fonts.set(qn(script), FONT)  # type: ignore[attr-defined]


def _theme(part: Part) -> None:
    part._blob = one_font_theme(part.blob)


def one_font_theme(xml: bytes) -> bytes:
    """Return a theme in which every typeface is `FONT`."""
    named = _TYPEFACE.sub(lambda found: found[1] + FONT.encode() + found[2], xml)
    return _OTHER_SCRIPTS.sub(b"", named)
