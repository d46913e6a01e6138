"""Text -> the model's tokens: the unigram pieces of the greatest total log-probability (Kudo, 2018).

No piece holds the mark of a word's start anywhere but at its own start, so a text is the sum of its words, each is
split once and remembered. The vocabulary stays in the mapped file; a hash table of four bytes a slot finds a piece.
"""

from __future__ import annotations

import unicodedata
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.index.e5.weights import Vocabulary
from knowledge.patterns import later

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_START = "▁"  # U+2581, what a space before a word becomes
_SPACES = later(" {2,}")
_WORD = later(f"{_START}[^{_START}]*")
_UNKNOWN_COSTS = 10.0  # beyond the rarest piece, as SentencePiece has it
_REMEMBERED = 20_000  # words
_FREE = 0  # piece 0 marks the beginning of a text and stands in no text


class Pieces:
    """The tokenizer; `table` is what `hash_table` made of the same vocabulary. Thread-safe."""

    def __init__(self, vocabulary: Vocabulary, table: memoryview) -> None:
        self._vocabulary = vocabulary
        self._table = table
        self._mask = len(table) - 1
        self._longest, self._unknown = _bounds(vocabulary)
        self._split = lru_cache(_REMEMBERED)(self._split_word)

    def split(self, text: str) -> list[int]:
        """Return the tokens of a text, without those that mark its beginning and end."""
        text = unicodedata.normalize("NFC", text).translate(self._vocabulary.normal)
        text = _SPACES.sub(" ", text)
        marked = (text if text.startswith(" ") else f" {text}").replace(" ", _START)
        return [piece for word in _WORD.findall(marked) for piece in self._split(word)]

    def _split_word(self, word: str) -> tuple[int, ...]:
        """Find the best way to the end of the word, from each character that some way reaches."""
        data = word.encode("utf-8", "replace")
        bounds = [at for at, byte in enumerate(data) if byte & 0xC0 != 0x80] + [len(data)]
        last, scores = len(bounds) - 1, self._vocabulary.scores
        best = [0.0] + [float("-inf")] * last
        came: list[tuple[int, int]] = [(0, 0)] * (last + 1)
        for start in range(last):
            reached, begin = best[start], bounds[start]
            for stop in range(start + 1, last + 1):
                if bounds[stop] - begin > self._longest:
                    break
                piece = self._find(data[begin : bounds[stop]])
                if piece != _FREE and reached + scores[piece] > best[stop]:
                    best[stop], came[stop] = reached + scores[piece], (start, piece)
            if reached + self._unknown > best[start + 1]:
                best[start + 1], came[start + 1] = reached + self._unknown, (start, self._vocabulary.unknown)
        return _walked(came)

    def _find(self, piece: bytes) -> int:
        starts, text, table = self._vocabulary.starts, self._vocabulary.text, self._table
        slot = zlib.crc32(piece) & self._mask
        while (found := table[slot]) != _FREE and text[starts[found] : starts[found + 1]] != piece:
            slot = (slot + 1) & self._mask
        return int(found)


def hash_table(vocabulary: Vocabulary) -> NDArray[np.uint32]:
    """Return an open-addressed table of the pieces that a text can hold: a power of two of slots, half of them free."""
    import numpy as np

    size = 1 << (2 * len(vocabulary) - 1).bit_length()
    table = np.zeros(size, dtype="<u4")
    slots = memoryview(table.data)
    starts, text = vocabulary.starts, bytes(vocabulary.text)
    for piece in range(vocabulary.unknown + 1, len(vocabulary)):
        slot = zlib.crc32(text[starts[piece] : starts[piece + 1]]) & (size - 1)
        while slots[slot] != _FREE:
            slot = (slot + 1) & (size - 1)
        slots[slot] = piece
    return table


def _bounds(vocabulary: Vocabulary) -> tuple[int, float]:
    """Return the length of the longest piece in bytes, and the log-probability of an unknown character."""
    import numpy as np

    return int(np.diff(np.asarray(vocabulary.starts)).max()), float(np.min(vocabulary.scores)) - _UNKNOWN_COSTS


def _walked(came: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the pieces on the way back from the end, in the order of the text."""
    pieces = []
    at = len(came) - 1
    while at:
        at, piece = came[at]
        pieces.append(piece)
    return tuple(reversed(pieces))
