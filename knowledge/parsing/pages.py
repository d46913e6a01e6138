"""What a page's end puts between the lines: its number, and numbers of items that were parted from their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import find_marker
from knowledge.parsing.shapes import is_caps, is_ended, starts_lower
from knowledge.text import join

_PAGE = re.compile(r"[-–—\s]*(?:[Tt]rang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*")
_OWN_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ]|[A-HĐ])[.)]|\(\d{1,2}\)|[-+]")
_BARE_ROMAN = re.compile(r"[IVX]{1,5}")
# Words that a number in the middle of a sentence stands before or after; it is no page's then.
_COUNTED = re.compile(r"(?:tháng|năm|giờ|phút|ngày(?!\s+\d)|%|người|cuộc|lần|bản|đồng|điểm)(?!\w)", re.IGNORECASE)
_COUNTS = re.compile(r"(?:tháng|năm|ngày|số|khoản|điểm|điều|mục|quý|lần|thứ|từ|đến|và)$", re.IGNORECASE)
_FULL = 0.72  # of the width of a text: a line as long as this was cut by the page's edge


def without_page_numbers(lines: Sequence[Line], width: int) -> list[Line]:
    """Leave out the numbers of pages, and close the gap where one stood within a sentence."""
    kept: list[Line] = []
    page, closes = 1, False
    listed = any(line.string.strip() == "1" for line in lines)  # numbers of items stand on lines of their own here
    for i, line in enumerate(lines):
        after = lines[i + 1] if i + 1 < len(lines) else None
        number = _page_of(line, kept[-1] if kept else None, after, page, listed)
        if number is not None:
            page, closes = number, True
            continue
        if closes and _runs_over(kept[-1], line, width):
            line = replace(line, gap=0)
        kept.append(line)
        closes = False
    return kept


def _page_of(line: Line, before: Line | None, after: Line | None, page: int, listed: bool) -> int | None:
    match = _PAGE.fullmatch(line.string) if not (line.cells or line.cell or line.bars) else None
    if match is None or before is None or after is None:
        return None
    number = int(match[1])
    alone = line.gap > 0 or after.gap > 0 or not line.string.strip().isdigit()
    bare = line.string.strip().isdigit()
    if (bare and _COUNTED.match(after.string)) or (not alone and (listed or _COUNTS.search(before.string))):
        return None
    cut = not is_ended(before.string)
    return number if page < number <= page + (3 if cut else 1) else None


def _runs_over(before: Line, line: Line, width: int) -> bool:
    """Tell whether a sentence runs over from the page above."""
    if is_ended(before.string) or is_caps(before.string) or before.emphasis or line.cells or find_marker(line.string):
        return False
    return starts_lower(line.string) or line.string[:1].isdigit() or len(before.string) >= width * _FULL


def with_own_numbers(lines: Sequence[Line]) -> list[Line]:
    """Put a number that stands on a line of its own before the text below it: "1." / "Mục đích"."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        if after and _heads(line, after, joined[-1] if joined else None):
            text = (
                join((line.text, after.text))
                if _OWN_NUMBER.fullmatch(line.string)
                else join((line.text, after.text), ". ")
            )
            joined.append(replace(after, text=text, gap=line.gap))
            at += 2
        else:
            joined.append(line)
            at += 1
    return joined


def _heads(line: Line, after: Line, before: Line | None) -> bool:
    if line.cells or after.cells or line.bars or after.bars or line.right or after.right or starts_lower(after.string):
        return False
    if find_marker(after.string):
        return False
    if _OWN_NUMBER.fullmatch(line.string):
        return before is None or is_ended(before.string) or is_caps(before.string) or line.gap > 0 or after.gap == 0
    return bool(_BARE_ROMAN.fullmatch(line.string)) and is_caps(after.string) and len(after.string) > 5
