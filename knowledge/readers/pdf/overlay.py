"""What stands on a page without being its content: filled-in fields, words typed on it, stamps.

PDFium's text has none of it, though the page shows it: a document's number and day are often put on so.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_SHOWN = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
_MOST = 2000  # annotations of a page: of more none is drawn, it would take the whole time of a reading


def draw_in(page: Any, *, signatures: bool) -> bool:
    """Make fields, typed words and stamps of a page a part of its content; tell whether there were any.

    The page must be opened again for it. signatures: the boxes of digital signatures, too; without, they are taken
    off, for what they say (who signed with which certificate at which second) is no text of the document.
    """
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    kinds = [_kind(page, i) for i in range(count)] if count <= _MOST else []
    if not signatures:
        for i in reversed([i for i, (_, signature) in enumerate(kinds) if signature]):
            pdfium.FPDFPage_RemoveAnnot(page.raw, i)
    if not any(kind in _SHOWN and (signatures or not signature) for kind, signature in kinds):
        return False
    return bool(pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _kind(page: Any, i: int) -> tuple[int, bool]:
    """Return what an annotation is, and whether it is the box of a digital signature."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, i)
    if not annotation:
        return pdfium.FPDF_ANNOT_UNKNOWN, False
    try:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        return kind, kind == pdfium.FPDF_ANNOT_WIDGET and _text(annotation, b"FT") == "Sig"
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, key: bytes) -> str:
    buffer = (ctypes.c_ushort * 16)()
    size = min(pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer)), ctypes.sizeof(buffer))
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0")
