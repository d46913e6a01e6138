"""Text files: `.txt` and `.md`, in Unicode or in a table from before it that reads as Vietnamese."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from knowledge.errors import Fault
from knowledge.model import RawDocument
from knowledge.patterns import later
from knowledge.readers.decoding import BINARY, decode
from knowledge.readers.reading import Unreadable

_CONTROL = later("[\x00-\x08\x0e-\x1f\x7f]")
_FEW_CONTROLS = 0.001  # an extracted text may hold a stray control character; a binary holds many
_MORE_THAN_SPACE = later(r"[^\W_]")


def read_plain(path: Path, data: bytes) -> RawDocument:
    """Decode `data`; line ends become line feeds, a byte order mark stays, nothing else changes.

    Pages begin after form feeds. Raises Unreadable for binary data, unknown encodings and texts without a letter.
    """
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    check_text(text)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 3 + len(text) * _FEW_CONTROLS:
        raise Unreadable(BINARY, Fault.BINARY)
    pages = tuple(match.end() for match in re.finditer("\f", text))
    return RawDocument(path.stem, text, sha256(data).hexdigest(), (0, *pages) if pages else (), decoded.warnings)


def check_text(text: str) -> None:
    """Raise Unreadable for a text without a letter or digit."""
    if not _MORE_THAN_SPACE.search(text):
        raise Unreadable("empty, no letter in it; save the document's text into the file", Fault.EMPTY)
