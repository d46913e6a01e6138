"""Lines -> blocks: one block is one paragraph, heading, item or bullet, its hard-wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import BULLETS, HOUR, WORD_STYLES, Marker, Style, as_letter, find_marker
from knowledge.parsing.shapes import heads_time, is_caps, is_ended, starts_lower, starts_note
from knowledge.text import MappedText, join

_SHORT_TITLE = 100  # characters
_SHORT_LINE = 60  # characters: nothing was broken there
_WRAP_AT_MOST = 130  # characters: a longer line was not broken by a printer
# A line that ends with one of these goes on with a number: what looks like a marker below it is none.
_AWAITS_NUMBER = re.compile(
    r"(?:^|\s)(?:khoản|điểm|điều|mục|phần|chương|số|tháng|ngày|năm|quý|lần|khóa|khoá|thứ|quận|phường|"
    r"phụ lục|mẫu|tiết|đợt|đến|từ|và|hoặc)\s*,?$",
    re.IGNORECASE,
)
# A line that ends with one of these goes on with a name.
_BEFORE_NAME = re.compile(
    r"(?:^|\s)(?:của|và|hoặc|về|tại|cho|với|do|trên|theo|đến|là|các|những|gửi|trình|thuộc|giữa|trong|ở|"
    r"xã|phường|thôn|ấp|bản|tỉnh|huyện|quận|thị trấn|thị xã|thành phố|khu phố|tổ dân phố|ông|bà|đồng chí|"
    r"UBND|HĐND|MTTQ|Ủy ban|Uỷ ban|Hội|Đoàn|Ban|Sở|Phòng|Bộ|Đảng|Đảng bộ|Đảng ủy|Chi bộ|Tổ quốc|Mặt trận|Trường|"
    r"Văn phòng|Chủ tịch|Bí thư|Phó|Liên hiệp|Liên đoàn|Công an|Trạm|Trung tâm)$"
)
# Offices and posts are named after two matters with a dash between them.
_FIRST_HALF = re.compile(
    r"(?:Văn h(?:óa|oá)|Lao động|Thương binh|Thi đua|Tư pháp|Tài chính|Kinh tế|Tổ chức|Địa chính|Văn phòng|Khoa học|"
    r"Nông nghiệp|Hành chính|Kế hoạch|Dân số|Công nghiệp|Xây dựng|Kế toán|Giáo vụ|Đoàn|Đội)$"
)
_SECOND_HALF = re.compile(
    r"(?:Xã hội(?! h[óo])|Thông tin|Thể thao|Du lịch|Thương binh|Khen thưởng|Hộ tịch|Kế hoạch|Hạ tầng|Hành chính|"
    r"Xây dựng|Thống kê|Kế toán|Công nghệ|Môi trường|Quản trị|Tài vụ|Thương mại|Đô thị|Nhân sự|Cán bộ|Pháp chế|Đội|"
    r"Tài chính|Nông nghiệp)(?!\w)"
)
_WRAPPED_AT_LEAST = 40  # characters of a line that its width has broken
_NEARLY_FULL = 0.72
_HALF_FULL = 0.45
# Each act that a document stands on has a line of its own, and so has what closes it.
_BASIS_LINE = re.compile(r"[-–]?\s*(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Trên đây)\s")


_LEAD_IN = re.compile(rf"[{CAPITALS}][^.;:]{{3,40}}:")  # "Thứ Tư (09/12):"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. table: which table of the document it is in, from 0; place: which row of that table, from 1;
    cells: filled cells with their heads; number: the row's own ("3", "II"); group: it only heads the rows below."""

    table: int
    place: int
    cells: tuple[tuple[str, MappedText], ...]
    number: str | None
    group: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's clean text with its marker (still part of the text). gap: it stands after an empty line;
    emphasis: all of it is inside markup; starred: it began with a lone "*"; cell: it begins a table cell; cells: of a
    table's row, heads: they are its heads; row: the row as read with its heads."""

    text: MappedText
    marker: Marker | None
    gap: bool = True
    emphasis: bool = False
    starred: bool = False
    cell: bool = False
    cells: tuple[MappedText, ...] = ()
    heads: bool = False
    row: Row | None = None

    @property
    def string(self) -> str:
        """The block's clean characters."""
        return self.text.text


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file breaks its lines. wrapped: paragraphs run over several lines; spaced: empty lines part paragraphs."""

    wrapped: bool
    spaced: bool
    width: int


def wrapping(lines: Sequence[Line]) -> Wrapping:
    """Find out how the file breaks its lines."""
    lengths = sorted(len(line.string) for line in lines) or [0]
    width = lengths[int(len(lengths) * 0.9)]
    runs = sum(1 for a, b in pairwise(lines) if not b.gap and not is_ended(a.string))
    marked = [line for line in lines if find_marker(line.string)]
    spaced = bool(marked) and sum(1 for line in marked if line.gap) >= len(marked) * 0.6
    wrapped = lengths[int(len(lengths) * 0.98)] <= _WRAP_AT_MOST and runs >= len(lines) * 0.15
    return Wrapping(wrapped, spaced, width)


def make_blocks(lines: Sequence[Line], form: Wrapping) -> list[Block]:
    """Join lines into blocks."""
    series = Series()
    blocks: list[Block] = []
    members: list[Line] = []
    marker: Marker | None = None
    for line in lines:
        if line.cells:
            blocks.extend([_block(members, marker)] if members else [])
            blocks.append(Block(line.text, None, line.gap > 0, cells=line.cells, heads=line.heads))
            members = []
            continue
        found = find_marker(line.string)
        if found and members and _halves_of_name(members[-1], line, found):
            members.append(line)
            continue
        found = None if found and _runs_on(found, line, members) else series.accept(found, line, members[-1:])
        if members and not (found or _starts_block(members, marker, line, form)):
            members.append(line)
            continue
        if members:
            blocks.append(_block(members, marker))
        members, marker = [line], found
    if members:
        blocks.append(_block(members, marker))
    return blocks


class Series:
    """The numbers seen so far, by style: tells a marker from a number that a broken line happens to begin with."""

    def __init__(self) -> None:
        self._last: dict[Style, int] = {}

    def accept(self, marker: Marker | None, line: Line, above: Sequence[Line]) -> Marker | None:
        """Return `marker` (or its other reading) when the line really begins an item, and remember it. above: the line
        before it in its block, if any."""
        previous = above[0] if above else None
        if marker is None:
            return None
        letter = as_letter(marker)
        if letter and self._follows(letter) and not self._follows(marker):
            marker = letter
        if not self._is_item(marker, line, previous):
            return None
        self._last[marker.style] = marker.ordinal
        return marker

    def _is_item(self, marker: Marker, line: Line, previous: Line | None) -> bool:
        broken = previous is not None and not line.gap and not is_ended(previous.string)
        if previous is not None and broken and _is_number_awaited(previous, marker):
            return False
        if previous is not None and broken and marker.length == 0 and len(previous.string) > _SHORT_LINE:
            return False
        if marker.style in BULLETS:
            return not broken or not _goes_on(line.string[marker.length :]) or _listed(previous)
        if marker.style in (Style.UPPER, Style.PAREN_LETTER) and not self._expects(marker):
            return False
        if not broken:
            return True
        return self._expects(marker) and not starts_lower(line.string[marker.length :])

    def _follows(self, marker: Marker) -> bool:
        last = self._last.get(marker.style, 0)
        return last > 0 and marker.ordinal == last + 1

    def _expects(self, marker: Marker) -> bool:
        last = self._last.get(marker.style, 0)
        return marker.ordinal == 1 or (last > 0 and 0 < marker.ordinal - last <= 2)


def _runs_on(marker: Marker, line: Line, members: Sequence[Line]) -> bool:
    """Tell whether "(2)" begins a line by chance: its "(1)" stands within the paragraph above."""
    if marker.style is not Style.PAREN or marker.ordinal < 2 or line.gap or not members:
        return False
    before = f"({marker.ordinal - 1})"
    return before in members[0].string[1:] or any(before in member.string for member in members[1:])


def _halves_of_name(above: Line, line: Line, marker: Marker) -> bool:
    """Tell whether a line's end parts the two halves of an office's name: "... về Phòng Văn hóa / - Xã hội"."""
    if marker.style not in BULLETS or line.gap or len(above.string) < _WRAPPED_AT_LEAST:
        return False
    second = _SECOND_HALF.match(line.string[marker.length :])
    return second is not None and _FIRST_HALF.search(above.string) is not None


def _is_number_awaited(previous: Line, marker: Marker) -> bool:
    """Tell whether the line above goes on with a number ("theo quy định tại khoản / 1."); a heading never does."""
    if marker.style in BULLETS or not _AWAITS_NUMBER.search(previous.string):
        return False
    above = find_marker(previous.string)
    titled = above is not None and above.style is not marker.style and len(previous.string) < _SHORT_TITLE
    heads = is_caps(previous.string) or previous.emphasis or titled
    return not (heads and marker.ordinal == 1)


def _goes_on(rest: str) -> bool:
    """Tell whether what follows a dash at a line's start looks like the second half of "chính trị - xã hội"."""
    return starts_lower(rest) or (rest[:1].isdigit() and not HOUR.match(rest))


def _listed(previous: Line | None) -> bool:
    """Tell whether the line above is itself a short bullet, so that a dash below it is one, too."""
    marker = find_marker(previous.string) if previous else None
    return (
        marker is not None and marker.style in BULLETS and previous is not None and len(previous.string) < _SHORT_LINE
    )


def _starts_block(members: Sequence[Line], marker: Marker | None, line: Line, form: Wrapping) -> bool:
    last = members[-1]
    if line.gap or line.starred or starts_note(line.string) or heads_time(line.string) or heads_time(last.string):
        return True
    if is_ended(last.string) and (_BASIS_LINE.match(line.string) or _LEAD_IN.fullmatch(line.string)):
        return True
    if line.string[:1].isdigit() and not is_ended(last.string) and not is_caps(last.string):
        return _is_titled(members, marker, line, form) or not (form.wrapped or _AWAITS_NUMBER.search(last.string))
    room = form.width - len(last.string) > len(line.string.split(" ", 1)[0]) + 1
    if is_caps(last.string) != is_caps(line.string):
        return is_caps(last.string) or is_ended(last.string) or room
    if form.wrapped and form.spaced:
        return False
    if not form.wrapped:
        return True  # what a page break cut is joined later, when footnotes are out of the way
    if not is_ended(last.string) and (starts_lower(line.string) or _awaits_name(last, marker, form)):
        return False
    heading = marker is not None or (last.emphasis and not line.emphasis)
    return room and (is_ended(last.string) or (heading and not starts_lower(line.string)))


def _is_titled(members: Sequence[Line], marker: Marker | None, line: Line, form: Wrapping) -> bool:
    """Tell whether an article's title ends above a number that had room beside it: "Điều 5. Giải thưởng / 01 giải"."""
    title = members[-1].string
    room = form.width - len(title) > len(line.string.split(" ", 1)[0]) + 1
    ended = marker is not None and marker.style in WORD_STYLES and len(members) == 1
    return ended and room and len(title) < form.width * _HALF_FULL and not _AWAITS_NUMBER.search(title)


def _awaits_name(last: Line, marker: Marker | None, form: Wrapping) -> bool:
    """Tell whether a line that has not ended goes on with a name: "... về Văn phòng Đoàn xã / Sông Trong"."""
    if last.emphasis or is_caps(last.string):
        return False
    full = len(last.string) >= form.width * _NEARLY_FULL
    running = marker is None or marker.style in BULLETS or ", " in last.string
    named = _BEFORE_NAME.search(last.string) is not None
    return (full and (named or running)) or (named and running and len(last.string) >= form.width * _HALF_FULL)


def _block(members: Sequence[Line], marker: Marker | None) -> Block:
    first = members[0]
    text = join(line.text for line in members) if len(members) > 1 else first.text
    emphasis = all(line.emphasis for line in members)
    return Block(text, marker, first.gap > 0, emphasis, first.starred, first.cell)
