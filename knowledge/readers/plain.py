"""Text files: `.txt` and `.md`. UTF-8, or UTF-16 with a byte order mark; nothing is guessed."""

from __future__ import annotations

import codecs
import re
from hashlib import sha256
from pathlib import Path

from knowledge.errors import Fault, UnreadableFile
from knowledge.model import RawDocument

_BINARY = "binary data, not text; save the document as plain text in UTF-8"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FEW_CONTROLS = 0.001  # an extracted text may hold a stray control character; a binary holds many
_MORE_THAN_SPACE = re.compile(r"[^\W_]")


def read_plain(path: Path, data: bytes) -> RawDocument:
    """Decode `data`; line ends become line feeds, a byte order mark stays, nothing else changes.

    Pages begin after form feeds. Raises UnreadableFile for binary data, unknown encodings and texts without a letter.
    """
    text = _decode(path, data).replace("\r\n", "\n").replace("\r", "\n")
    if not _MORE_THAN_SPACE.search(text):
        reason = "empty, no letter in it; save the document's text into the file"
        raise UnreadableFile(f"{path}: {reason}", Fault.EMPTY)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 3 + len(text) * _FEW_CONTROLS:
        raise UnreadableFile(f"{path}: {_BINARY}", Fault.BINARY)
    pages = tuple(match.end() for match in re.finditer("\f", text))
    return RawDocument(path.stem, text, sha256(data).hexdigest(), (0, *pages) if pages else ())


def _decode(path: Path, data: bytes) -> str:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\0" in data[:4096]:
            raise UnreadableFile(f"{path}: {_BINARY}", Fault.BINARY) from None
        raise UnreadableFile(
            f"{path}: not {encoding.upper()} (byte {error.start}); convert the file to UTF-8, "
            "for example from TCVN3, VNI or Windows-1258 with a converter",
            Fault.ENCODING,
        ) from None
