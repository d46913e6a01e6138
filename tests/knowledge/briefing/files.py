"""What stands in a file of Office, read from its parts."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from docx import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    """Return every part by name; a damaged archive raises."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def footnotes(content: bytes) -> dict[int, str]:
    """Return the notes of a Word file by number, without the separators."""
    root = ElementTree.fromstring(parts(content)["word/footnotes.xml"])
    found = {}
    for note in root.findall(f"{W}footnote"):
        if note.get(f"{W}type") is None:
            found[int(note.get(f"{W}id", ""))] = "".join(text.text or "" for text in note.iter(f"{W}t")).strip()
    return found


def references(content: bytes) -> list[int]:
    """Return the numbers of the notes that the text refers to, in order."""
    root = ElementTree.fromstring(parts(content)["word/document.xml"])
    return [int(found.get(f"{W}id", "")) for found in root.iter(f"{W}footnoteReference")]


def text(content: bytes) -> str:
    """Return the words of a Word file, paragraphs and tables, on one line."""
    document = Document(io.BytesIO(content))
    told = [paragraph.text for paragraph in document.paragraphs]
    told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return flat(" ".join(told))


def flat(words: str) -> str:
    """Return words on one line without markup, to compare."""
    return re.sub(r"\s+", " ", re.sub(r"[*_|]+", "", words)).strip()


def fonts(xml: bytes) -> set[str]:
    """Return every font that a part names, theme references as "theme: ..."."""
    chosen = b" ".join(re.findall(rb"<w:rFonts[^>]*>", xml))
    named = {found.decode() for found in re.findall(rb'w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"', chosen)}
    named |= {found.decode() for found in re.findall(rb'<a:(?:latin|ea|cs) typeface="([^"]+)"', xml)}
    return named | {f"theme: {found.decode()}" for found in re.findall(rb'w:(?:\w+Theme|cstheme)="([^"]*)"', xml)}
