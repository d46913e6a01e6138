"""A pattern looked for in many windows of one text: before each of the dates of a long paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_LONG, _SHORT = 300, 60  # characters of a text, and of a window of it, for which it pays to know where words stand


class Windowed:
    """A pattern with the words of which each of its matches holds one; a window without any is not searched."""

    def __init__(self, pattern: re.Pattern[str], words: str) -> None:
        """words: a pattern of them, without conditions on what stands around them."""
        self._pattern = pattern
        self._words = re.compile(words, pattern.flags)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match within text[start:end]."""
        return self._pattern.search(text, start, end) if self._may_match(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches within text[start:end]."""
        return self._pattern.finditer(text, start, end) if self._may_match(text, start, end) else iter(())

    def _may_match(self, text: str, start: int, end: int) -> bool:
        if len(text) < _LONG or end - start < _SHORT:
            return True
        starts, ends = _stretches(self._words, text)
        at = bisect_right(ends, start)
        return at < len(starts) and starts[at] < end


@lru_cache(64)
def _stretches(words: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """Where the words stand. One that begins inside another is not found, but then the other one lies there, too."""
    spans = [match.span() for match in words.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]
