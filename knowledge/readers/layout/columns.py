"""Where two columns stand side by side (a letterhead, a signature beside its recipients), the left one comes first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.readers.layout.model import Line
from knowledge.text import fold

_SIGNS = re.compile(
    r"cong hoa xa hoi|dang cong san viet|doc lap\s*[-–]\s*tu do|^\W*noi nhan\b|^(?:tm|kt|tl|tuq|t/m|k/t|t/l)\s*[./]?\s|"
    r"\bngay\s+[\d.… ]+\s*thang\s+[\d.… ]+\s*nam\b"
)
_TYPE = re.compile(
    r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|HƯỚNG DẪN|THÔNG BÁO|THÔNG TRI|THÔNG TƯ|BÁO CÁO|TỜ TRÌNH|CHỈ THỊ"
    r"|NGHỊ QUYẾT|QUY CHẾ|QUY ĐỊNH|KẾT LUẬN|ĐỀ ÁN|THỂ LỆ|BIÊN BẢN|PHƯƠNG ÁN)(?!\w)"
)
"""The document's type alone on a line below its letterhead, at whichever side, begins the document itself."""
_RECIPIENTS = re.compile(r"\W*noi nhan\b")
_MOST_LINES = 45


def bands(lines: Sequence[Line]) -> list[tuple[int, int, float]]:
    """Return the runs of lines [start, end) that are set in two columns, with the x that parts them."""
    found: list[tuple[int, int, float]] = []
    at = 0
    while at < len(lines):
        band = _band_at(lines, at, found[-1][1] if found else 0)
        if band:
            found.append(band)
            at = band[1]
        else:
            at += 1
    return found


def _band_at(lines: Sequence[Line], seed: int, floor: int) -> tuple[int, int, float] | None:
    """Return the band around the line `seed`, which has two segments and a sign of a letterhead or signature near."""
    if len(lines[seed].segments) != 2:
        return None
    left, right = lines[seed].segments[0].x1, lines[seed].segments[1].x0
    end = seed + 1
    while end < len(lines) and end - seed < _MOST_LINES:
        narrowed = _fits(lines[end], left, right)
        if narrowed is None or (len(lines[end].segments) == 1 and _begins(lines[end])):
            break
        left, right = narrowed
        end += 1
    start = seed
    while start > floor:
        narrowed = _fits(lines[start - 1], left, right)
        if narrowed is None or (len(lines[start - 1].segments) == 1 and lines[start - 1].x0 < narrowed[1]):
            break  # what stands alone at the left above is read before both columns anyway
        left, right = narrowed
        start -= 1
    if not any(_SIGNS.search(fold(segment.text)) for line in lines[start:end] for segment in line.segments):
        return None
    return start, end, (left + right) / 2


def _begins(line: Line) -> bool:
    """Tell whether what stands alone on a line ends the two columns above: the type, recipients below two signers."""
    return _TYPE.match(line.text) is not None or _RECIPIENTS.match(fold(line.text)) is not None


def _fits(line: Line, left: float, right: float) -> tuple[float, float] | None:
    """Return the gutter narrowed by a line, None when the line crosses it."""
    for segment in line.segments:
        if segment.x0 >= (left + right) / 2 or segment.x0 >= right - 1:
            right = min(right, segment.x0)
        elif segment.x1 <= (left + right) / 2 or segment.x1 <= left + 1:
            left = max(left, segment.x1)
        elif segment.x1 < right - 0.5 * segment.size:
            left = segment.x1
        elif segment.x0 > left + 0.5 * segment.size:
            right = segment.x0
        else:
            return None
    return (left, right) if right - left > 0.5 * line.size else None
