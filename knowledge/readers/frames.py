"""Where words of a document's text stand on the picture of its page.

A page's segments (words of one line without a wide gap) stand in the text word by word, in whatever order the columns,
cells and notes of the page came; each is looked for there, and what it holds of the wanted stretches is framed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.readers.layout.lines import make_lines
from knowledge.readers.layout.model import Page, Word
from knowledge.text import fold

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left corner."""

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.7  # share of a segment's words that its place in the text has to have: recognition was mended there
_MOST_WORDS = 5_000
_ABOVE, _BELOW, _BESIDE = 1.0, 0.35, 0.15  # of the letters' size, round a word
_SEEN_ABOVE, _SEEN_BELOW = 1.35, 0.1  # the same where words were recognised: they stand on the foot of their boxes


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of the text, folded, at [start, end)."""

    text: str
    start: int
    end: int


def boxes(page: Page, text: str, spans: Sequence[tuple[int, int]]) -> list[Box]:
    """Return the places of what stands in `spans` of a page's `text`, a box for each stretch of a line."""
    tokens = [_Token(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)][:_MOST_WORDS]
    waiting: list[Sequence[Word]] = [segment.words for line in make_lines(page.words) for segment in line.segments]
    waiting.sort(key=len)  # from its end: what is short stands in many places, and takes what the long ones leave
    taken: set[int] = set()
    found: list[Box] = []
    while waiting:
        words = waiting.pop()
        parts = [(fold(part), word) for word in words for part in _WORD.findall(word.text)]
        at = _place([part for part, _ in parts], tokens, taken)
        if at is None:
            waiting += _halves(words)
            continue
        taken.update(range(at, at + len(parts)))
        here = zip(parts, tokens[at : at + len(parts)], strict=False)
        wanted = [word for (_, word), token in here if any(a < token.end and token.start < b for a, b in spans)]
        found += [_box(run) for run in _runs(words, wanted)]
    return found


def _place(parts: Sequence[str], tokens: Sequence[_Token], taken: set[int]) -> int | None:
    """Return where a segment's words stand in the text: the likest place that no other one has; None without any."""
    best, likest = None, _ALIKE * len(parts)
    for at in range(len(tokens) - len(parts) + 1):
        if not parts or at in taken:
            continue
        same = sum(token.text == part for token, part in zip(tokens[at : at + len(parts)], parts, strict=True))
        if same > likest or (same == likest and best is None):
            best, likest = at, same
        if same == len(parts):
            break
    return best


def _halves(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield both sides of the widest gap: neighbouring cells of a table may have been taken for one segment."""
    if len(words) > 1:
        cut = max(range(1, len(words)), key=lambda at: words[at].x0 - words[at - 1].x1)
        yield from (words[:cut], words[cut:])


def _runs(words: Sequence[Word], wanted: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the wanted words that stand side by side, together."""
    ours, run = {id(word) for word in wanted}, list[Word]()
    for word in words:
        if id(word) in ours:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _box(run: Sequence[Word]) -> Box:
    size = max(word.size for word in run)
    above, below = (_SEEN_ABOVE, _SEEN_BELOW) if run[0].confidence >= 0 else (_ABOVE, _BELOW)
    top, bottom = min(word.y for word in run) - above * size, max(word.y for word in run) + below * size
    return run[0].x0 - _BESIDE * size, top, max(word.x1 for word in run) + _BESIDE * size, bottom
