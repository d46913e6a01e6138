"""Lines of one column -> paragraphs: what the page's width broke is joined, what the author broke stays."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.readers.layout.model import Line

_MARKER = re.compile(
    r"(?:[-–—•●▪■+*➢✓]|\(?\d{1,3}(?:\.\d{1,2}){0,3}(?:[.)]|/(?!\d)|[–-](?=\s))|\(?[a-zđ][.)]|[IVXLC]{1,6}[.)/–-]|[A-HĐ][.)]|"
    r"(?:Điều|Chương|Mục|Phần|CHƯƠNG|PHẦN)\s+\w+|[¹²³⁰⁴-⁹]+)\s*\S"
)
# A part's numeral, also as recognition writes it: "IL NHIỆM VỤ".
_PART = re.compile(r"(?:[IVXLC]{1,6}|[A-HĐ])\s?[.)/–-]\s*\S|[IVXHLl1|]{1,6}\s+\S")
_BASIS = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai thực hiện|Xét)\s+(?:các\s+)?(?:Luật|Bộ luật|Nghị|Quyết định|Kế hoạch|Công văn"
    r"|Chỉ thị|Hướng dẫn|Chương trình|Thông tư|Kết luận|Quy|Văn bản|Điều lệ|Pháp lệnh|đề nghị)(?!\w)"
)
"""What a document is founded on, at the head of a line."""
_BULLET = re.compile(r"[-–—•+]\s*\S")
_ENDS = (".", ":", ";", "./.", "?", "!", "…")
_GLUED = re.compile(r"[^\W_]-$|\d/$")
_CONTINUES = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Column:
    """The sides between which lines of a column or page are set."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    def centres(self, line: Line) -> bool:
        """Tell whether a line is centred: as far from the left side as from the right, and far from both."""
        before, after = line.x0 - self.left, self.right - line.x1
        return min(before, after) > 1.2 * line.size and abs(before - after) < max(1.5 * line.size, 0.06 * self.width)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. page: of the first line; breaks: offsets in the text at which another page begins,
    with the page."""

    lines: list[Line]
    page: int
    centred: bool = False
    text: str = ""
    breaks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, line: Line, page: int, joint: str) -> None:
        """Append a line; joint: what stands between it and the last one."""
        if joint == " " and _GLUED.search(self.text) and _CONTINUES.match(line.text):
            joint = ""
        last = self.breaks[-1][1] if self.breaks else self.page
        self.text += joint
        if page != last:
            self.breaks.append((len(self.text), page))
        self.text += line.text
        self.lines.append(line)


def column_of(lines: Sequence[Line]) -> Column:
    """Return the sides of a column, without the few lines that stick out."""
    if not lines:
        return Column(0.0, 0.0)
    left = sorted(line.x0 for line in lines)
    right = sorted(line.x1 for line in lines)
    return Column(left[len(left) // 20], right[len(right) - 1 - len(right) // 20])


def paragraphs(pages: Sequence[tuple[int, Sequence[Line], Column]]) -> list[Paragraph]:
    """Join lines into paragraphs, also over the pages' ends. pages: (page, lines, column) in order."""
    found: list[Paragraph] = []
    for page, lines, column in pages:
        usual = _usual_step(lines)
        for at, line in enumerate(lines):
            step = line.y - lines[at - 1].y if at else None
            joint = _joint(found[-1], line, column, step, usual) if found else None
            if joint is None:
                found.append(Paragraph([line], page, column.centres(line), line.text))
            else:
                found[-1].add(line, page, joint)
    return found


def side(lines: Sequence[Line]) -> str:
    """Return the text of a narrow column beside another: a line each, but for an item that runs over several.

    A wide space between two lines becomes an empty line.
    """
    text, column = "", column_of(lines)
    for at, line in enumerate(lines):
        if at:
            last = lines[at - 1]
            runs_on = _BULLET.match(last.text) or (not text.endswith("\n") and _starts_lower(line))
            broken = _MARKER.match(line.text) or last.text.endswith((";", ".", ":")) or is_caps(line.text)
            wrapped = runs_on and not broken and not _would_have_fitted(last, line, column)
            wide = line.y - last.y > 2.1 * max(last.size, line.size)
            text += "\n\n" if wide else " " if wrapped else "\n"
        text += line.text.replace("\t", " ")
    return text


def _usual_step(lines: Sequence[Line]) -> float:
    """Return the distance between two baselines of one paragraph: the smallest that is common."""
    steps = sorted(b.y - a.y for a, b in itertools.pairwise(lines) if b.y > a.y)
    return steps[len(steps) // 4] if steps else 0.0


def _joint(above: Paragraph, line: Line, column: Column, step: float | None, usual: float) -> str | None:
    """Return what joins a line to the paragraph above: a space, a line feed between centred lines, None for nothing."""
    last = above.lines[-1]
    if column.centres(line) and above.centred:
        return None if step is not None and step > 2.1 * max(usual, 1.15 * line.size) else "\n"
    far = step is not None and usual and step > 1.3 * max(usual, 1.05 * line.size)
    if far or len(line.segments) > 1 or len(last.segments) > 1:
        return None
    opened = above.text.count("(") > above.text.count(")")
    if above.centred or (column.centres(line) and not _starts_lower(line) and not opened):
        return None
    if abs(last.size - line.size) > 0.15 * max(last.size, line.size):
        return None
    if _would_have_fitted(last, line, column) or (is_caps(above.text) and not is_caps(line.text)):
        return None
    if _PART.match(line.text) and is_caps(line.text) and not is_caps(above.text):
        return None
    if _BASIS.match(line.text) and not last.text.endswith(("(", ",")):
        return None  # below a title that fills its line
    if last.text.endswith(";") and line.text[:1].isupper():
        return None
    if _MARKER.match(line.text) and (last.text.endswith(_ENDS) or _is_indented(above, line)):
        return None
    return " " if _goes_on(above, line) else None


def _would_have_fitted(last: Line, line: Line, column: Column) -> bool:
    """Tell whether a line's first word had room at the end of the one above: then its author broke it."""
    first = line.segments[0].words[0]
    space = 0.3 * last.size
    return last.x1 + space + (first.x1 - first.x0) < column.right - 0.8 * last.size


def _goes_on(above: Paragraph, line: Line) -> bool:
    """Tell whether a line's left side fits the paragraph above: as its second line, or as any later one."""
    near = 0.7 * line.size
    if len(above.lines) == 1:
        first = above.lines[0]
        if line.x0 > first.x0 + near:
            return bool(_MARKER.match(first.text)) or _starts_lower(line)  # a hanging indent
        return True
    second = above.lines[1]
    return abs(line.x0 - second.x0) <= near or (line.x0 < second.x0 and _starts_lower(line)) or _starts_lower(line)


def _is_indented(above: Paragraph, line: Line) -> bool:
    """Tell whether a line begins where paragraphs begin, not where the lines of the one above go on."""
    first = above.lines[0]
    later = above.lines[1].x0 if len(above.lines) > 1 else None
    if later is not None:
        return abs(line.x0 - later) > 0.7 * line.size
    return abs(line.x0 - first.x0) <= 0.7 * line.size


def is_caps(text: str) -> bool:
    """Tell whether a text has capitals and no small letters, but for a few ("IV. CÔNG TÁC y tế" is none)."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > 0.9 * len(letters) if letters else False


def _starts_lower(line: Line) -> bool:
    return line.text.lstrip("“\"'‘( ")[:1].islower()
