"""What is computed once from the weights, kept in a file of the user's cache folder: the graph and the piece table.

    32 bytes      sha256 of all that follows
    8 bytes       how long the piece table is, little endian
    piece table, then the graph

A missing, damaged or unreadable file is made again. It is written aside and renamed, so that of two processes at once
each reads a whole file; where nothing can be written, each start computes anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.index.e5.weights import Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

logger = logging.getLogger(__name__)

_DIGEST, _LENGTH = 32, 8


@dataclass(frozen=True, slots=True)
class Prepared:
    """The encoder, serialised, and the piece table as unsigned 32-bit numbers."""

    graph: bytes
    table: memoryview


def prepared(weights: Weights, key: str, added: Callable[[], Mapping[str, NDArray[np.float32]]] = dict) -> Prepared:
    """Take what was prepared of these weights from the cache, or prepare it.

    key: names weights and recipe; added: returns what is added to them, as `graph.encoder` takes it.
    """
    path = _folder() / f"{key}.bin"
    data = _read(path)
    if data is None:
        data = _prepare(weights, added())
        _write(path, data)
    content = memoryview(data)[_DIGEST:]
    length = int.from_bytes(content[:_LENGTH], "little")
    table, graph = content[_LENGTH : _LENGTH + length], content[_LENGTH + length :]
    return Prepared(bytes(graph), memoryview(bytes(table)).cast("I"))


def _folder() -> Path:
    """Return where this user's caches are (XDG Base Directory Specification)."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 - never raises
    return Path(root) / "so-tay-dan-van"


def _read(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if hashlib.sha256(memoryview(data)[_DIGEST:]).digest() == data[:_DIGEST]:
        return data
    logger.warning("%s is damaged; it is made again", path)
    return None


def _prepare(weights: Weights, added: Mapping[str, NDArray[np.float32]]) -> bytes:
    from knowledge.index.e5.graph import encoder
    from knowledge.index.e5.pieces import hash_table

    table = hash_table(weights.vocabulary).tobytes()
    content = len(table).to_bytes(_LENGTH, "little") + table + encoder(weights, added)
    return hashlib.sha256(content).digest() + content


def _write(path: Path, data: bytes) -> None:
    """Write aside, then rename: readers see the old file or the whole new one."""
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.stem}-", delete=False) as file:
            aside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        logger.warning("%s cannot be written (%s); the model is prepared at each start", path, error.strerror or error)
        if aside is not None:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
