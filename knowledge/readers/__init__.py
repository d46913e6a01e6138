"""A file of any supported kind -> `RawDocument`. A new kind is one function and one line in `READERS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from knowledge.errors import UnreadableFile
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

    Raises UnreadableFile, with a message that names the file and the fix, when the path is missing or is no file,
    the kind is unsupported, the file is empty, over `MAX_BYTES`, binary, or in an encoding that cannot be told.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None and not path.is_dir():
        kinds = ", ".join(sorted(SUPPORTED))
        raise UnreadableFile(f"{path}: cannot read files of kind {path.suffix or '(no suffix)'!r}; supported: {kinds}")
    data = _bytes_of(path)
    assert reader is not None  # noqa: S101 - a folder never gets here
    return reader(path, data)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableFile(f"{path}: is a folder; give the files in it")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(f"{path}: {size:,} bytes, the limit is {MAX_BYTES:,}; split the file")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the file's permissions") from error
