"""The five plans as the files that offices have: .docx of their text, and what LibreOffice and a scanner make of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.conftest import PLANS

_DPI = 200
_RIGHT = re.compile(r"CỘNG HÒA|CỘNG SẢN|Độc lập|ngày \d+ tháng")
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_STYLE = (
    "@page { size: A4; margin: 2cm 2cm 2cm 3cm } body { font: 13pt 'Liberation Serif' } td { text-align: center;"
    "vertical-align: top; width: 50% } table { width: 100% } p { text-align: justify; text-indent: 1cm; margin: 6pt 0 }"
    "p.head { text-align: center; text-indent: 0 }"
)


def names() -> list[str]:
    """Return the stems of the plans."""
    return sorted(path.stem for path in PLANS.glob("*.txt"))


def lines_of(name: str) -> list[str]:
    """Return the lines of a plan that hold anything, markup taken off."""
    text = (PLANS / f"{name}.txt").read_text(encoding="utf-8")
    return [line for raw in text.split("\n") if (line := re.sub(r"\*\*|__", "", raw).strip())]


def letterhead(lines: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Part what stands above the document's type into its two columns: issuer and number, motto and date; the rest.

    A plan that was copied without its motto gets one: it says nothing of the plan.
    """
    end = next(at for at, line in enumerate(lines) if line.startswith("KẾ HOẠCH"))
    right = [line for line in lines[:end] if _RIGHT.search(line)]
    motto = [] if any("VIỆT NAM" in line for line in right) or not end else list(_MOTTO)
    return [line for line in lines[:end] if line not in right], [*motto, *right], list(lines[end:])


def titled(lines: Sequence[str]) -> int:
    """Return how many lines hold the type and what the document is about, which stand in the middle."""
    return 2 if lines[0].isupper() else 1


def as_word(name: str, folder: Path, *, like_an_office: bool = False) -> Path:
    """Write a plan as .docx: A4, 13 points, a paragraph a line, both sides straight.

    like_an_office: the letterhead in a table of two columns, a head that runs over every page, with its number.
    """
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Serif", Pt(13)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    lines = lines_of(name)
    if like_an_office:
        left, right, lines = letterhead(lines)
        _running_head(section)
        if left or right:
            cells = document.add_table(rows=1, cols=2).rows[0].cells
            for cell, words in zip(cells, (left, right), strict=True):
                cell.text = "\n".join(words)
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for at, text in enumerate(lines):
        paragraph = document.add_paragraph(text)
        centred = like_an_office and at < titled(lines)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = Cm(1), Pt(6)
    path = folder / f"{name}.docx"
    document.save(str(path))
    return path


def _running_head(section: Any) -> None:
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
    section.footer.paragraphs[0].text = "Kế hoạch thi đua “Dân vận khéo”"


def as_page(name: str, folder: Path) -> Path:
    """Write a plan as a page for print: its letterhead a table of two columns, a paragraph a line."""
    left, right, lines = letterhead(lines_of(name))
    cells = "".join(f"<td>{'<br>'.join(map(escape, words))}</td>" for words in (left, right))
    body = "".join(f"<p{' class=head' * (at < titled(lines))}>{escape(line)}</p>" for at, line in enumerate(lines))
    path = folder / f"{name}.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style><table>{cells}</table>{body}", "utf-8")
    return path


def printed(page: Path) -> Path:
    """Let Chromium print a page as PDF, beside it."""
    out = page.with_suffix(".pdf")
    command = [
        shutil.which("chromium") or "", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={page.parent / 'chromium'}", f"--print-to-pdf={out}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    return out


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
