"""A file of any supported kind -> `RawDocument`. A new kind is one function and one line in `READERS`."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from knowledge.errors import Fault, UnreadableFile
from knowledge.model import RawDocument
from knowledge.readers.plain import read_plain

MAX_BYTES = 10 * 1024 * 1024
"""Largest file that is read. A plan of a hundred pages has about 0.5 MB of text."""

Reader = Callable[[Path, bytes], RawDocument]
"""Takes the path (for its stem and for messages) and the file's bytes; raises `UnreadableFile`."""

READERS: Mapping[str, Reader] = {".txt": read_plain, ".md": read_plain}
"""File suffix in lower case -> the function that reads such a file."""

SUPPORTED: frozenset[str] = frozenset(READERS)


def read(path: Path) -> RawDocument:
    """Read the file at `path` as text, exactly as written.

    Raises UnreadableFile, with a message that names the file and the fix, when the path is missing or is no regular
    file, its name or kind is unsupported, the file is empty, over `MAX_BYTES`, binary, or in an encoding that cannot
    be told.
    """
    if is_folder(path):
        raise UnreadableFile(f"{path}: is a folder; give the files in it")
    reader = _reader_for(path)
    return reader(path, read_bytes(path))


def read_data(path: Path, data: bytes) -> RawDocument:
    """Read what a file holds without the file: `path` is only its name. Raises UnreadableFile as `read` does."""
    reader = _reader_for(path)
    if len(data) > MAX_BYTES:
        raise _too_large(path, len(data))
    return reader(path, data)


def _reader_for(path: Path) -> Reader:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(SUPPORTED))
        reason = f"cannot read files of kind {path.suffix or '(no suffix)'!r}; supported: {kinds}"
        raise UnreadableFile(f"{path}: {reason}", Fault.KIND)
    if not _is_text(path.stem):
        raise UnreadableFile(f"{path}: the file's name is not UTF-8; rename the file", Fault.NAME)
    return reader


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
            raise _too_large(path, status.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the file's permissions") from error


def _too_large(path: Path, size: int) -> UnreadableFile:
    return UnreadableFile(f"{path}: {size:,} bytes, the limit is {MAX_BYTES:,}; split the file", Fault.TOO_LARGE)


def _is_text(name: str) -> bool:
    """Tell whether a name can be stored and shown: bytes that no encoding gave stand in it as half characters."""
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)
