"""Pictures of pages: .png, .jpg, .tif (each of its pages)."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from knowledge.errors import Fault
from knowledge.readers import ocr
from knowledge.readers.doubts import doubtful, mend, mend_marks, told
from knowledge.readers.ink import without_stamps
from knowledge.readers.layout import Page, compose
from knowledge.readers.plain import check_text
from knowledge.readers.reading import Reading, Unreadable
from knowledge.text import changed

_MOST_PIXELS = 40_000_000
_PAGE_INCHES = 8.27  # the short side of A4, for pictures that don't say their resolution
_LEAST_PIXELS = 200
_NOTHING = "no word was recognised in it; scan the document anew (300 dpi, straight), or give its .docx"
_SCAN = "scan the document at 200 to 300 dpi"
_SURE_OF_SOMETHING = 30


def read(data: bytes, folder: Path, _kind: str = "") -> Reading:
    """Read a picture or a file of several. Raises Unreadable."""
    source = folder / "picture"
    source.write_bytes(data)
    with _opened(source) as image:
        frames = getattr(image, "n_frames", 1)
        if frames > ocr.MAX_PAGES:
            raise Unreadable(f"it has {frames} pages, the limit is {ocr.MAX_PAGES}; split it", Fault.TOO_LARGE)
        pages: list[Page] = []
        for frame in ImageSequence.Iterator(image):
            pages.extend(ocr.recognise([partial(_ready, frame, without_stamps)], folder))
    return from_pages(pages)


def picture(data: bytes, folder: Path, at: int) -> Any:
    """Return page `at`, from 0, as a grey picture. Raises Unreadable, EOFError."""
    return _at(data, folder, at, _grey)


def _grey(frame: Any) -> Any:
    return frame.convert("L")


def _at(data: bytes, folder: Path, at: int, make: Callable[[Any], Any]) -> Any:
    source = folder / "picture"
    source.write_bytes(data)
    with _opened(source) as image:
        image.seek(at)
        return _ready(image, make)


def words(data: bytes, folder: Path, at: int) -> Page:
    """Return what stands where on page `at`, from 0. Raises Unreadable, EOFError."""
    return ocr.recognise([partial(_at, data, folder, at, without_stamps)], folder)[0]


def _opened(source: Path) -> Any:
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        return Image.open(source)
    except Image.DecompressionBombError:
        raise Unreadable(f"a picture of more than {2 * _MOST_PIXELS:,} pixels; {_SCAN}", Fault.TOO_LARGE) from None


def from_pages(pages: list[Page]) -> Reading:
    """Return the reading of pages some of which were recognised. Raises Unreadable when not a word was."""
    seen = [page for page in pages if page.confidence >= 0]
    if len(seen) == len(pages) and all(page.confidence < _SURE_OF_SOMETHING or not page.words for page in seen):
        raise Unreadable(_NOTHING, Fault.NO_TEXT)
    text, starts = compose(pages)
    check_text(text)
    if not seen:
        return Reading(text, starts)
    warnings = list(doubtful(pages))
    for look in (mend, mend_marks):
        changes = look(text)
        warnings += told(text, changes)
        text, starts = changed(text, starts, changes)
    return Reading(text, starts, tuple(page.confidence for page in pages), tuple(warnings))


def _ready(frame: Any, make: Callable[[Any], Any]) -> Any:
    """Return a picture as `make` makes it grey, upright as its camera says, at the resolution of recognition."""
    width, height = frame.size
    if width * height > _MOST_PIXELS or min(width, height) < _LEAST_PIXELS:
        reason = f"a picture of {width} × {height} pixels can't be a page's scan; {_SCAN}"
        raise Unreadable(reason, Fault.TOO_LARGE if width * height > _MOST_PIXELS else Fault.NO_TEXT)
    grey = ImageOps.exif_transpose(make(frame))
    stated = frame.info.get("dpi", (0, 0))[0]
    by_size = min(grey.size) / _PAGE_INCHES
    dpi = float(stated) if 100 <= float(stated) <= 1200 and 0.4 < float(stated) / by_size < 2.5 else by_size
    factor = ocr.DPI / dpi
    if math.isclose(factor, 1.0, abs_tol=0.05):
        return grey
    return grey.resize(
        (max(1, round(grey.width * factor)), max(1, round(grey.height * factor))), Image.Resampling.LANCZOS
    )
