"""The child process of `knowledge.readers.isolation`: limits first, then the one reader that the kind needs."""

from __future__ import annotations

import ctypes
import importlib
import json
import resource
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.errors import Fault
from knowledge.readers.isolation import FRAMED, INPUT, OUTPUT
from knowledge.readers.reading import Reading, Unreadable, dump

if TYPE_CHECKING:
    from knowledge.readers.layout import Page

MEMORY = 256 * 1024 * 1024
"""Bytes of data that the child may hold at once."""
HARD_MEMORY = 288 * 1024 * 1024
"""Bytes of data that a program which it starts may hold."""
CPU_SECONDS = 15
"""Seconds of computing until a reader must have shown progress (`more_time`)."""
_MAX_FILE = 256 * 1024 * 1024
_MOST_CPU = 600
_RED, _TURNED = (200, 16, 32), 0.05  # of the frames; difference of the sides' ratios
_SIDE, _QUALITY = 1600, 70  # pixels and per cent: a page that a telephone shows sharp, in some 200 KB

Parser = Callable[[bytes, Path, str], Reading]
"""Takes the file's bytes, a folder of its own for what it writes, and the kind; raises Unreadable."""

PARSERS: Mapping[str, str] = {
    ".doc": "knowledge.readers.office",
    ".odt": "knowledge.readers.office",
    ".rtf": "knowledge.readers.office",
    ".docx": "knowledge.readers.docx",
    ".html": "knowledge.readers.html",
    ".htm": "knowledge.readers.html",
    ".pdf": "knowledge.readers.pdf",
    ".png": "knowledge.readers.images",
    ".jpg": "knowledge.readers.images",
    ".jpeg": "knowledge.readers.images",
    ".tif": "knowledge.readers.images",
    ".tiff": "knowledge.readers.images",
}
"""Kind of file -> module whose `read` is the parser; imported only here, and only the one that is needed."""


def more_time() -> None:
    """Allow another `CPU_SECONDS` from now: a page or a part is done. Nothing in a process that has no such limit."""
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        _allow()


def _allow() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soon = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (min(soon, _MOST_CPU), _MOST_CPU))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, HARD_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MAX_FILE, _MAX_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _allow()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: no orphan goes on when the caller is killed


def _parse(kind: str, folder: Path) -> Reading | Unreadable:
    try:
        read: Parser = importlib.import_module(PARSERS[kind]).read
        return read((folder / INPUT).read_bytes(), folder, kind)
    except Unreadable as error:
        return error
    except (MemoryError, RecursionError):
        reason = "takes more memory than a document may; split it, or save it anew without pictures"
        return Unreadable(reason, Fault.TOO_HEAVY)
    except Exception as error:  # a parser of a foreign format fails in ways that nobody has listed
        if isinstance(error, OSError) and not isinstance(error, EOFError) and error.errno == 12:
            return Unreadable("takes more memory than a document may; split it", Fault.TOO_HEAVY)
        reason = f"damaged or not really {kind} ({type(error).__name__}); open it, save it anew and give the new file"
        return Unreadable(reason, Fault.DAMAGED)


def _show(kind: str, folder: Path, page: int) -> bytes | Unreadable:
    """Return a page, from 1, as JPEG."""
    try:
        reader, data = importlib.import_module(PARSERS[kind]), (folder / INPUT).read_bytes()
        image = reader.picture(data, folder, page - 1)
        if (folder / FRAMED).exists():
            wanted = json.loads((folder / FRAMED).read_bytes())
            image = _framed(image, reader.words(data, folder, page - 1), wanted["text"], wanted["spans"])
        image.thumbnail((_SIDE, _SIDE))
        image.save(out := BytesIO(), "JPEG", quality=_QUALITY)
        return out.getvalue()
    except Unreadable as error:
        return error
    except Exception as error:  # as in `_parse`
        return Unreadable(f"its page {page} cannot be shown ({type(error).__name__})", Fault.OTHER)


def _framed(image: Any, page: Page, text: str, spans: Sequence[tuple[int, int]]) -> Any:
    """Return a page's picture with the words of these spans of its text framed."""
    from PIL import ImageDraw

    from knowledge.readers.frames import boxes

    if abs(image.width / image.height - page.width / page.height) > _TURNED:  # recognised on its side
        return image
    image, scale = image.convert("RGB"), image.width / page.width
    pen = ImageDraw.Draw(image)
    for box in boxes(page, text, spans):
        pen.rectangle([side * scale for side in box], outline=_RED, width=max(2, round(scale)))
    return image


def main(kind: str, folder: Path, page: str = "") -> None:
    """Read the document in `folder`, or show a page of it, and leave the result there."""
    _limit()
    made = _show(kind, folder, int(page)) if page else _parse(kind, folder)
    (folder / OUTPUT).write_bytes(made if isinstance(made, bytes) else dump(made))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
