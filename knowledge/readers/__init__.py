"""A file of any supported kind -> `RawDocument`. A new kind is a module and a line in `READERS` or `worker.PARSERS`.

Plain text is read here; every other kind is parsed in a child process with limits, see `knowledge.readers.isolation`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from knowledge.errors import Fault, UnreadableFile
from knowledge.model import RawDocument
from knowledge.readers.isolation import picture_apart, read_apart
from knowledge.readers.kinds import check_kind
from knowledge.readers.plain import read_plain
from knowledge.readers.reading import Unreadable
from knowledge.readers.worker import PARSERS

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read: a scan of thirty pages."""
MAX_TEXT = 10 * 1024 * 1024
"""Largest plain text. A plan of a hundred pages has about 0.5 MB of it."""

Reader = Callable[[Path, bytes], RawDocument]
"""Takes the path (for its stem and for messages) and the file's bytes; raises `UnreadableFile`."""

READERS: Mapping[str, Reader] = {".txt": read_plain, ".md": read_plain}
"""File suffix in lower case -> the function that reads such a file, here and without a child process."""

PICTURED = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Kinds whose pages can be shown as they are."""
SUPPORTED: frozenset[str] = frozenset({*READERS, *PARSERS})


def read(path: Path) -> RawDocument:
    """Read the file at `path` as text, exactly as written.

    Raises UnreadableFile, with a message that names the file and the fix, when the path is missing or is no regular
    file, its name or kind is unsupported, or its content is not what the kind can hold: empty, too large, damaged,
    encrypted, of another kind, built to harm, or in an encoding that cannot be told.
    """
    if is_folder(path):
        raise UnreadableFile(f"{path}: is a folder; give the files in it")
    _check_name(path)
    return read_data(path, read_bytes(path))


def read_data(path: Path, data: bytes) -> RawDocument:
    """Read what a file holds without the file: `path` is only its name. Raises UnreadableFile as `read` does."""
    kind = _check_name(path)
    limit = MAX_TEXT if kind in READERS else MAX_BYTES
    if len(data) > min(limit, MAX_BYTES):
        raise _too_large(path, len(data), min(limit, MAX_BYTES))
    try:
        check_kind(kind, data)
        if kind in READERS:
            return READERS[kind](path, data)
        found = read_apart(kind, data)
    except Unreadable as error:
        raise error.of(path) from None
    return RawDocument(path.stem, found.text, sha256(data).hexdigest(), found.page_starts, found.warnings)


def picture(path: Path, data: bytes, page: int, text: str = "", spans: Sequence[tuple[int, int]] = ()) -> bytes:
    """Return a page, from 1, of a file of one of the kinds `PICTURED` as JPEG. Raises UnreadableFile.

    text: of the page as it was read; spans: stretches of it whose words are framed.
    """
    try:
        return picture_apart(path.suffix.lower(), data, page, text, spans)
    except Unreadable as error:
        raise error.of(path) from None


def _check_name(path: Path) -> str:
    """Return the kind that a name tells, its suffix in lower case."""
    kind = path.suffix.lower()
    if kind not in SUPPORTED:
        kinds = ", ".join(sorted(SUPPORTED))
        reason = f"cannot read files of kind {path.suffix or '(no suffix)'!r}; supported: {kinds}"
        raise UnreadableFile(f"{path}: {reason}", Fault.KIND)
    if not _is_text(path.stem):
        raise UnreadableFile(f"{path}: the file's name is not UTF-8; rename the file", Fault.NAME)
    return kind


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; False also for one that no file could have."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long


def read_bytes(path: Path) -> bytes:
    """Return what is in a regular file, at most `MAX_BYTES`; never waits, as opening a pipe would.

    Raises UnreadableFile.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{path}: is not a regular file; save the document as a text file")
        if status.st_size > MAX_BYTES:
            raise _too_large(path, status.st_size, MAX_BYTES)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the file's permissions") from error


def _too_large(path: Path, size: int, limit: int) -> UnreadableFile:
    return UnreadableFile(f"{path}: {size:,} bytes, the limit is {limit:,}; split the file", Fault.TOO_LARGE)


def _is_text(name: str) -> bool:
    """Tell whether a name can be stored and shown: bytes that no encoding gave stand in it as half characters."""
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)
