"""The five plans as the files that offices have: .docx of their text, and what LibreOffice and a scanner make of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.conftest import PLANS

_DPI = 200


def names() -> list[str]:
    """Return the stems of the plans."""
    return sorted(path.stem for path in PLANS.glob("*.txt"))


def as_word(name: str, folder: Path) -> Path:
    """Write a plan as .docx: A4, 13 points, a paragraph a line, both sides straight, markup taken off."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(13)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    for line in (PLANS / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        text = re.sub(r"\*\*|__", "", line).strip()
        if text:
            paragraph = document.add_paragraph(text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = Cm(1), Pt(6)
    path = folder / f"{name}.docx"
    document.save(str(path))
    return path


def converted(path: Path, kind: str) -> Path:
    """Let LibreOffice write a file as another kind, beside it."""
    command = [
        shutil.which("soffice") or "", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless",
        "--convert-to", kind, "--outdir", str(path.parent), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300, stdin=subprocess.DEVNULL)
    return path.with_suffix(f".{kind}")


def scanned(pdf: Path) -> Path:
    """Make pictures of a PDF's pages, and a PDF of them that holds no letter."""
    pages = [page.render(scale=_DPI / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]
    out = pdf.with_name(f"{pdf.stem}-scan.pdf")
    pages[0].save(out, save_all=True, append_images=pages[1:], resolution=_DPI, quality=85)
    return out
