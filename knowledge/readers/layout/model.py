"""What stands on a page: words and ruled lines with their places, from a PDF's text or from recognition.

Coordinates are in points (1/72 inch) from the page's top left corner, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word. x0, x1: its sides; y: its baseline; size: of its font; gap: white space before it belongs to it, False
    where it is glued to the word before (a raised number); confidence: in percent, -1 where the file has its text."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    glued: bool = False
    confidence: int = -1


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line of a table: horizontal when y0 == y1, vertical when x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_horizontal(self) -> bool:
        """Tell whether it runs across the page."""
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size, words in any order, and ruled lines; confidence: of the recognition in percent, -1 without;
    column: the sides between which its text is set, where it is one of two columns of a page."""

    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    confidence: int = -1
    column: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line without a wide gap between them. size: of most of its letters; confidence: the lowest that two
    words of it share, -1 where the file has its text."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        out = ""
        for word in self.words:
            out += word.text if word.glued or not out else " " + word.text
        return out

    @property
    def x0(self) -> float:
        """Left side."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right side."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """Baseline of most words."""
        return sorted(word.y for word in self.words)[len(self.words) // 2]

    @property
    def size(self) -> float:
        """Size of most letters."""
        longest: dict[float, int] = {}
        for word in self.words:
            size = round(word.size, 1)
            longest[size] = longest.get(size, 0) + len(word.text)
        return max(longest, key=lambda size: (longest[size], size))


@dataclass(frozen=True, slots=True)
class Line:
    """Segments side by side, from the left."""

    segments: tuple[Segment, ...]

    @property
    def y(self) -> float:
        """Baseline."""
        return max(segment.y for segment in self.segments)

    @property
    def size(self) -> float:
        """The largest of its segments' sizes."""
        return max(segment.size for segment in self.segments)

    @property
    def text(self) -> str:
        """The segments, a tab between two."""
        return "\t".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        """Left side."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Right side."""
        return self.segments[-1].x1
