"""The words of some texts, counted once when a plan is read, ready to be put together with others' into postings."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np

KEY = 16
"""Bytes of a text's key in a part."""

Vocabulary = dict[str, int]
"""Term -> its number."""


@dataclass(frozen=True, slots=True)
class Part:
    """The words of some texts, ready to go into `Postings`, equal texts once.

    keys: 16 bytes a distinct text, which equal ones of other parts have, too; of: (texts,) the distinct one of each;
    lengths: (distinct,) words; starts: (distinct + 1,) where the terms of each begin in `terms`, numbers in the
    vocabulary of the part, and `counts`.
    """

    keys: bytes
    of: np.ndarray
    lengths: np.ndarray
    starts: np.ndarray
    terms: np.ndarray
    counts: np.ndarray


def part(documents: Iterable[Sequence[str]], vocabulary: Vocabulary) -> Part:
    """Count the words of some texts; terms that are new go into the vocabulary."""
    known: dict[bytes, int] = {}
    of, lengths, starts, terms, counts = array("i"), array("i"), array("i", [0]), array("i"), array("i")
    last: Sequence[str] | None = None
    row = 0
    for words in documents:
        if words is last:  # as units of one section share its words
            of.append(row)
            continue
        last = words
        key = blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=KEY).digest()
        row = known.setdefault(key, len(lengths))
        of.append(row)
        if row == len(lengths):
            lengths.append(len(words))
            for term, count in Counter(words).items():
                terms.append(vocabulary.setdefault(term, len(vocabulary)))
                counts.append(count)
            starts.append(len(terms))
    return Part(b"".join(known), *map(_numbers, (of, lengths, starts, terms, counts)))


def pairs(words: Sequence[str]) -> list[str]:
    """Return the neighbouring pairs of words: a Vietnamese word is often two syllables."""
    return [f"{left}_{right}" for left, right in pairwise(words)]


def _numbers(held: array[int]) -> np.ndarray:
    return np.frombuffer(held, dtype=np.int32) if held else np.zeros(0, np.int32)
