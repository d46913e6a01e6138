"""PDF files: the text that a page holds, laid out by places; a page without, or with a damaged one, by recognition."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2

from knowledge.errors import Fault
from knowledge.readers.layout import Page, compose
from knowledge.readers.pdf.chars import Turn, rules_of, words_of
from knowledge.readers.plain import check_text
from knowledge.readers.reading import Reading, Unreadable
from knowledge.readers.syllables import marked_share, marks_per_word
from knowledge.readers.worker import more_time

MAX_PAGES = 400
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SIGN_IN_WORD = re.compile("[^\\W\\d_][\u00a1-\u00bf\u2212\u2219][^\\W\\d_]")
_FEW = 12  # words: fewer say nothing about the text's state


def read(data: bytes, _folder: Path = Path(), _kind: str = "") -> Reading:
    """Read a PDF. Raises Unreadable."""
    document = _open(data)
    count = len(document)
    if count > MAX_PAGES:
        raise Unreadable(f"it has {count} pages, the limit is {MAX_PAGES}; split the document", Fault.TOO_LARGE)
    pages = []
    for at in range(count):
        pages.append(_page(document, at))
        more_time()
    text, starts = compose(pages)
    check_text(text)
    return Reading(text, starts)


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            reason = "it is protected by a password; take the password off (print it to a new PDF) and give that file"
            raise Unreadable(reason, Fault.ENCRYPTED) from None
        raise Unreadable(f"the PDF is cut off or damaged ({error}); fetch it again", Fault.DAMAGED) from None


def _page(document: Any, at: int) -> Page:
    page = document[at]
    try:
        width, height = page.get_size()
        turn = Turn(page.get_rotation() // 90, width, height)
        textpage = page.get_textpage()
        words, _ = words_of(textpage, turn)
        textpage.close()
        return Page(width, height, tuple(words), tuple(rules_of(page, turn)))
    finally:
        page.close()


def is_damaged(words: int, text: str, unknown: int) -> bool:
    """Tell whether a page's text layer can't be what is printed: unknown characters, no marks, or no syllables."""
    if words < _FEW:
        return False
    signs = len(_SIGN_IN_WORD.findall(text))
    if unknown > 0.03 * len(text) or signs > max(3, 0.004 * len(text)):
        return True
    return marks_per_word(text) < 0.15 or marked_share(text) < 0.6
