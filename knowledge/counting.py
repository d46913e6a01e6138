"""Numbers for the words of many plans, and their order: what putting a collection together does millions of times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_DIGIT = 16  # bits that numpy sorts by counting


def numbered(words: Sequence[str], number: dict[str, int]) -> list[int]:
    """Return the number of each word; one that has none gets the next, in order."""
    found = list(map(number.get, words))
    at = -1
    for _ in range(found.count(None)):
        at = found.index(None, at + 1)
        found[at] = number.setdefault(words[at], len(number))
    return found  # type: ignore[return-value] # none is None any more


def ordered(keys: np.ndarray) -> np.ndarray:
    """Return where keys, integers from 0 on, stand in ascending order, equal ones as they came: a stable argsort."""
    order = np.argsort(keys.astype(np.uint16), kind="stable")
    most, shift = int(keys.max(initial=0)), _DIGIT
    while most >> shift:
        order = order[np.argsort((keys >> shift).astype(np.uint16)[order], kind="stable")]
        shift += _DIGIT
    return order
