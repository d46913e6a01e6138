"""The periods of recurring duties in clean text: "định kỳ hằng quý, 6 tháng, năm", "mỗi năm một lần", "02 lần/quý".

A period is named by its unit: "tuần", "tháng", "quý", "6 tháng", "năm", with how many of them go by where they are more
("2 tháng", "15 ngày", "nửa tháng"), or "tháng chẵn" and "tháng lẻ", the even and the odd months of a
year, or "học kỳ" and "năm học" of schools.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.patterns import later

_FLAGS = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Cycle:
    """One period of a recurring duty ("quý", "6 tháng", "năm", "định kỳ") at [start, end); group: lists share one."""

    unit: str
    start: int
    end: int
    group: int


_SAME = {"nửa năm": "6 tháng", "3 tháng": "quý", "12 tháng": "năm", "1 năm": "năm", "một năm": "năm"}
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười lăm": 15}
_ONE_WORD = tuple(word for word in _NUMBERS if " " not in word)
_TIMES = r"(?:một|hai|ba|bốn|0?[1-9])\s+lần"
SO_MANY = (
    r"\d{1,2}\s+(?:lần|tin|bài|buổi|cuộc|tiết|kỳ|lớp|số|chuyên\s+(?:mục|đề)|phóng\s+sự|đợt|phiên|lượt|hội\s+nghị"
    r"|hoạt\s+động)(?!\w)"
)
"""What is done so often: "mỗi tuần 02 tin, bài"."""
_ENDS = rf"(?!\w|\s*(?!{_TIMES}|{SO_MANY})\d|\s+(?-i:[IVX]+)(?!\w)|\s+không)"
_OF_SCHOOL = r"học\s+kỳ|năm\s+học"
_A_YEAR = r"(?:(?:0?1|một)\s+)?năm"
_UNIT = rf"(?P<unit>0?[3-9]\s+tháng|(?:sáu|chín|ba)\s+tháng|nửa\s+năm|tuần|tháng|quý|{_OF_SCHOOL}|{_A_YEAR}){_ENDS}"
_MANY = rf"(?:0?[2-9]|[1-9]\d|mười\s+lăm|{'|'.join(_ONE_WORD)})"
_MONTHS = rf"(?:{_MANY}|nửa)\s+tháng"
_LONG = rf"(?:{_MANY}\s+(?:ngày|tuần|năm)|nửa\s+năm|{_MONTHS})"
_HALF = rf"(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+(?:ít\s+nhất\s+)?{_TIMES})?"
_ONCE = r"\s*(?:/\s*(?:một|0?1)?|(?:ít\s+nhất\s+)?(?:một|0?1))\s*lần(?!\w)"
_EVERY = r"(?:định\s+kỳ|thường\s+kỳ|hằng|hàng|mỗi|từng)"
_CYCLE_START = later(rf"(?<!\w){_EVERY}\s+(?:\(?\s*{_EVERY}\s+)?{_UNIT}{_HALF}", _FLAGS)
_NO_COUNT = r"(?<![\w/])(?<!\d[-–,.])(?<!\d\s[-–]\s)(?<!\d\sđến\s)"
_NOT_NAMED = r"(?!0?[3-9]\s+tháng|(?:ba|sáu|chín)\s+tháng|nửa\s+năm)"
"""The units of `_UNIT` are read with it, since lists go on from them."""
_EACH_FEW = later(
    rf"{_NO_COUNT}(?:(?:{_EVERY}\s+{_NOT_NAMED}|cứ\s+(?:mỗi\s+)?)(?P<unit>{_LONG}){_ENDS}(?!\s+(?:trước|sau)\s)(?:{_ONCE})?"
    rf"|(?:cách\s+(?:nhau\s+)?)?(?P<few>{_NOT_NAMED}{_LONG}|năm\s+năm){_ONCE}|cách\s+(?P<next>tháng){_ONCE})",
    _FLAGS,
)
"""Some of a unit together: "định kỳ 02 tháng", "hai tháng một lần", "15 ngày/lần", "cách tháng một lần"."""
FEW_ONCE = rf"(?:cách\s+(?:nhau\s+)?)?(?:{_LONG}|năm\s+năm){_ONCE}"
_COUNTS = ("vài", "mấy", "nhiều", "nửa", "cách", "lăm", *_ONE_WORD)
NO_FEW = r"(?<!\d\s)" + "".join(rf"(?<!{word}\s)" for word in _COUNTS)
"""What stands before a unit that is one by itself."""
OF_YEAR = r"(?:\s+(?:(?:trong|của)\s+)?(?:(?:hằng|hàng|mỗi|từng)\s+)?năm(?!\s*\d|\s+học))?"
PARITY = r"(?:chẵn|lẻ)(?!\w)"
_EVEN = (
    rf"(?:(?:vào|trong)\s+)?(?<!số\s)(?<!có\s)(?:(?:các|những|{_EVERY})\s+){{0,2}}(?P<even>tháng\s+{PARITY}){OF_YEAR}"
)
_EVEN_MONTHS = later(rf"(?<!\w){_EVEN}", _FLAGS)
SOME_MONTHS = (
    rf"(?:(?:{_EVERY}|cứ|các|những)\s+(?=tháng\s+(?:{PARITY}|đầu\s|giữa\s|cuối\s)|{_MONTHS})|(?:hằng|hàng|mỗi)\s+(?=(?:tháng|quý)(?!\w)))"
    rf"(?P<unit>tháng\s+{PARITY}|{_MONTHS}(?!\w)|tháng\s+(?:đầu|giữa|cuối)\s+(?:(?:của|mỗi)\s+){{0,2}}quý|tháng|quý)(?:{_ONCE}|\s+{_TIMES}|{OF_YEAR})"
    rf"|(?P<few>{_MONTHS}){_ONCE}"
)
"""Months that come again, of which a day is told apart: "hằng tháng", "các tháng chẵn", "hai tháng một lần"."""
_CYCLE_NEXT = later(
    rf"(?:\s*\([^()]{{0,80}}\))?\s*(?:,\s*và|,|;|và|hoặc|/)\s*(?:{_EVERY}\s+){{0,2}}{_UNIT}{_HALF}", _FLAGS
)
_ONCE_PER = later(
    rf"{_NO_COUNT}{NO_FEW}{_UNIT}{_ONCE}|(?:\d{{1,2}}|một|hai)\s+lần\s*/?\s*(?:một\s+"
    rf"|mỗi\s+)?(?P<per>tuần|tháng|quý|học\s+kỳ|năm)"
    rf"|(?<![\w/])(?:0?1|một)\s+(?P<in>tuần|tháng|quý|năm)\s*/\s*\d{{1,2}}\s+lần(?!\w)"
    rf"|(?<![\w/]){SO_MANY}\s*/\s*(?:một\s+)?(?P<so>tuần|tháng|quý|học\s+kỳ|năm)(?!\w)",
    _FLAGS,
)
_ANY = later(
    r"(?<!\w)(?:hằng|hàng|mỗi|từng|kỳ|lần|cứ|cách|chẵn|lẻ)(?!\w)|/\s*(?:một\s+)?(?:tuần|tháng|quý|năm)", _FLAGS
)
_LOOSE = later(r"(?<!\w)(?:định|thường)\s+kỳ(?!\w)", _FLAGS)


def find_cycles(text: str) -> tuple[Cycle, ...]:
    """Return the periods of recurring duties in order; "định kỳ" without a unit is the unit "định kỳ"."""
    if not _ANY.search(text):
        return ()
    words = text.lower()
    few = [*_others(_EACH_FEW, _few_unit, text, ())]
    if "chẵn" in words or "lẻ" in words:
        few += _others(_EVEN_MONTHS, lambda match: unit_of(match["even"]), text, tuple(few))
    found: list[Cycle] = []
    for group, match in enumerate(_CYCLE_START.finditer(text)):
        if (found and match.start() < found[-1].end) or any(
            c.start < match.end() and match.start() < c.end for c in few
        ):
            continue
        step: re.Match[str] | None = match
        while step is not None:
            found.append(Cycle(unit_of(step["unit"]), step.start("unit"), step.end(), group))
            step = _CYCLE_NEXT.match(text, step.end())
    found = [*(replace(c, start=_widen(text, c)) for c in found), *few]
    if "lần" in words or "/" in words:
        found.extend(_others(_ONCE_PER, _once_unit, text, tuple(found)))
    if "kỳ" in words:
        found.extend(_others(_LOOSE, lambda _: "định kỳ", text, tuple(found)))
    return tuple(sorted(found, key=lambda cycle: cycle.start))


def is_so_many(text: str, cycle: Cycle) -> bool:
    """Tell whether a period only says how many are held in it: "02 cuộc/năm"; a term beside it is counted anew."""
    words = text[cycle.start : cycle.end]
    return words[:1].isdigit() and "/" in words and "lần" not in words


def _others(
    pattern: re.Pattern[str], unit: Callable[[re.Match[str]], str], text: str, taken: tuple[Cycle, ...]
) -> Iterator[Cycle]:
    starts = [cycle.start for cycle in sorted(taken, key=lambda cycle: cycle.start)]
    ordered = sorted(taken, key=lambda cycle: cycle.start)
    for match in pattern.finditer(text):
        before = bisect_right(starts, match.end() - 1) - 1
        if before < 0 or ordered[before].end <= match.start():
            yield Cycle(unit(match), match.start(), match.end(), -match.start() - 1)


def _once_unit(match: re.Match[str]) -> str:
    return unit_of(match["unit"] or match["per"] or match["in"] or match["so"])


def _few_unit(match: re.Match[str]) -> str:
    return "2 tháng" if match["next"] else unit_of(match["unit"] or match["few"])


def _widen(text: str, cycle: Cycle) -> int:
    lead = re.search(rf"(?:{_EVERY}\s+\(?\s*){{1,2}}$", text[max(0, cycle.start - 30) : cycle.start], _FLAGS)
    return cycle.start - (lead.end() - lead.start()) if lead else cycle.start


def unit_of(words: str) -> str:
    """Return the unit that words name: "sáu tháng" is "6 tháng", "03 tháng" is "quý", "năm năm" is "5 năm"."""
    plain = re.sub(r"\s+", " ", words.lower()).lstrip("0")
    plain = "5 năm" if plain == "năm năm" else "quý" if plain.endswith("quý") else plain
    number, _, unit = plain.rpartition(" ")
    plain = f"{_NUMBERS[number]} {unit}" if number in _NUMBERS else plain
    return _SAME.get(plain, plain)
