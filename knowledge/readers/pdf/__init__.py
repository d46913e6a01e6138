"""PDF files: the text that a page holds, laid out by places; a page without, or with a damaged one, by recognition."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from knowledge.errors import Fault
from knowledge.readers import ocr
from knowledge.readers.images import from_pages
from knowledge.readers.ink import without_stamps
from knowledge.readers.layout import Page, Word
from knowledge.readers.pdf.chars import Turn, bounds_of, rules_of, words_of
from knowledge.readers.pdf.overlay import draw_in
from knowledge.readers.reading import Reading, Unreadable
from knowledge.readers.syllables import marked_share, marks_per_word
from knowledge.readers.worker import more_time

MAX_PAGES = 400
_PASSWORD = "assword"  # noqa: S105 - the end of PDFium's words for it
_SIGN_IN_WORD = re.compile("[^\\W\\d_][\u00a1-\u00bf\u2212\u2219][^\\W\\d_]")
_FEW = 12  # words: fewer say nothing about the text's state
_COVERS = 0.4  # of a page, by pictures: what it says is in them
_MOST_PIXELS = 12_000_000
_lock = Lock()  # PDFium is one for the whole process


def read(data: bytes, folder: Path = Path(), _kind: str = "") -> Reading:
    """Read a PDF. Raises Unreadable."""
    document = _open(data)
    count = len(document)
    if count > MAX_PAGES:
        raise Unreadable(f"it has {count} pages, the limit is {MAX_PAGES}; split the document", Fault.TOO_LARGE)
    pages: list[Page] = []
    pictured: list[int] = []
    for at in range(count):
        page, needs_eyes = _page(document, at)
        pages.append(page)
        pictured += [at] if needs_eyes else []
        more_time()
    if pictured:
        pictures = [partial(_legible, document, at) for at in pictured]
        for at, seen in zip(pictured, ocr.recognise(pictures, folder), strict=True):
            pages[at] = seen
    return from_pages(pages)


def picture(data: bytes, _folder: Path, at: int) -> Any:
    """Return page `at`, from 0, as a grey picture. Raises Unreadable, IndexError."""
    document = _open(data)
    if not 0 <= at < len(document):
        raise IndexError(at)
    return _picture(document, at)


def words(data: bytes, folder: Path, at: int) -> Page:
    """Return what stands where on page `at`, from 0, by its text or else by recognition. Raises Unreadable."""
    document = _open(data)
    page, needs_eyes = _page(document, at)
    return ocr.recognise([partial(_legible, document, at)], folder)[0] if needs_eyes else page


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error):
            reason = "it is protected by a password; take the password off (print it to a new PDF) and give that file"
            raise Unreadable(reason, Fault.ENCRYPTED) from None
        raise Unreadable(f"the PDF is cut off or damaged ({error}); fetch it again", Fault.DAMAGED) from None


def _page(document: Any, at: int) -> tuple[Page, bool]:
    """Return a page by its text, and whether it has to be recognised instead."""
    page = document[at]
    try:
        width, height = page.get_size()
        turn = Turn(page.get_rotation() // 90, width, height)
        words, unknown = _words(page, turn)
        text = " ".join(word.text for word in words)
        blind = len(words) < _FEW and _pictures(page) > _COVERS * width * height
        needs_eyes = blind or is_damaged(len(words), text, unknown)
        rules = tuple(rules_of(page, turn))
        if draw_in(page, signatures=False) and not needs_eyes:
            page.close()
            page = document[at]
            words, _ = _words(page, turn)
        return Page(width, height, tuple(words), rules), needs_eyes
    finally:
        page.close()


def _words(page: Any, turn: Turn) -> tuple[list[Word], int]:
    textpage = page.get_textpage()
    try:
        return words_of(textpage, turn)
    finally:
        textpage.close()


def _pictures(page: Any) -> float:
    """Return the area that a page's pictures cover, in square points."""
    area = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = bounds_of(item)
        area += abs(right - left) * abs(top - bottom)
    return area


def _legible(document: Any, at: int) -> Any:
    """Return a page as it is recognised best: at the resolution of recognition, without its stamps' red."""
    return without_stamps(_picture(document, at, grey=False))


def _picture(document: Any, at: int, *, grey: bool = True) -> Any:
    with _lock:
        page = document[at]
        if draw_in(page, signatures=True):
            page.close()
            page = document[at]
        width, height = page.get_size()
        scale = ocr.DPI / 72
        if width * height * scale * scale > _MOST_PIXELS:
            scale = (_MOST_PIXELS / (width * height)) ** 0.5
        image = page.render(scale=scale, grayscale=grey).to_pil()
        image = image.convert("L") if grey else image
        page.close()
        more_time()
        return image


def is_damaged(words: int, text: str, unknown: int) -> bool:
    """Tell whether a page's text layer can't be what is printed: unknown characters, no marks, or no syllables."""
    if words < _FEW:
        return False
    signs = len(_SIGN_IN_WORD.findall(text))
    if unknown > 0.03 * len(text) or signs > max(3, 0.004 * len(text)):
        return True
    return marks_per_word(text) < 0.15 or marked_share(text) < 0.6
