"""How much text a slide takes, by the widths of Times, so that what is packed is what is seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pptx.util import Pt

from knowledge.briefing.model import Line
from knowledge.briefing.quoting import cut
from knowledge.text import fold

LINES = 7
"""Lines of text on a slide."""
MOST_LINES = 3
"""Lines that one statement may take; its whole quote is in the notes."""
SIZE = Pt(28)
_POINTS = 297 / 25.4 * 72
"""Across a slide's text, its insets taken off."""
ACROSS, FOOT, HEAD = _POINTS / 28, _POINTS / 13, _POINTS / 32 * 0.93
"""Widths in em: of the text, of the foot line and of a bold heading."""
_BOLD = 1.07
_WIDTHS = {
    0.25: " .,", 0.28: "ijlt:;/", 0.33: "fr()-!I'", 0.39: "sJ", 0.44: "acez“”?", 0.56: "SPF", 0.61: "ELTZ",
    0.67: "BCR", 0.72: "ADGHKNOQUVXYw", 0.78: "m", 0.83: "%", 0.89: "M", 0.94: "W", 1.0: "…—",
}  # fmt: skip
"""Of Times-Roman, in em (its font metrics file, rounded up); whatever is not here takes half an em."""
_WIDTH = {char: width for width, chars in _WIDTHS.items() for char in chars}


@lru_cache(maxsize=20_000)  # of words, each of which is measured for many a cut of many a line
def width(text: str) -> float:
    """Return how wide a text runs, in em."""
    plain = fold(text)
    return sum(
        _WIDTH.get(bare.upper() if char.isupper() else bare, 0.5) for char, bare in zip(text, plain, strict=True)
    )


def lines_of(text: str, across: float = ACROSS, label: str = "") -> int:
    """Return how many lines a text takes after a bold label, words kept whole."""
    lines, filled = 1, 0.0
    words = [(width(word) * _BOLD) for word in label.split()] + [width(word) for word in text.split()]
    for wide in words:
        needed = wide + (width(" ") if filled else 0)
        if filled and filled + needed > across:
            lines, filled = lines + 1, wide
        else:
            filled += needed
    return lines


def fit(text: str, label: str = "", most: int = MOST_LINES, across: float = ACROSS) -> str:
    """Return the text cut so that it takes at most `most` lines after its label."""
    shown, limit = text, len(text)
    while lines_of(shown, across, label) > most and limit > 20:
        limit -= 4
        shown = cut(text, limit)
    return shown


def pack(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines page by page, at most `LINES` lines of text on each, none of them split, about as many on each.

    A line with a label alone heads those after it, up to an empty one: it stands on each of their pages.
    """
    fewest = len(_packed(lines, LINES))
    return next(pages for most in range(1, LINES + 1) if len(pages := _packed(lines, most)) == fewest)


def _packed(lines: Sequence[Line], most: int) -> list[list[Line]]:
    pages: list[list[Line]] = []
    filled, head, above = most, None, 0
    for line in lines:
        if not line.text:
            head, above = line if line.label else None, lines_of("", label=line.label)
            continue
        needed = lines_of(line.text, label=line.label)
        fresh = head is not None and not (pages and head in pages[-1])
        if filled + fresh * above + needed > most:
            pages.append([])
            filled, fresh = 0, head is not None
        if fresh and head is not None:
            pages[-1].append(head)
            filled += above
        pages[-1].append(line)
        filled += needed
    return pages
