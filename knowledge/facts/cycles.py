"""The periods of recurring duties in clean text: "định kỳ hằng quý, 6 tháng, năm", "mỗi năm một lần", "02 lần/quý"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

_FLAGS = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Cycle:
    """One period of a recurring duty ("quý", "6 tháng", "năm", "định kỳ") at [start, end); group: lists share one."""

    unit: str
    start: int
    end: int
    group: int


_UNIT_WORDS = {"sáu tháng": "6 tháng", "nửa năm": "6 tháng", "chín tháng": "9 tháng", "ba tháng": "quý"}
_UNIT = (
    r"(?P<unit>0?[3-9]\s+tháng|(?:sáu|chín|ba)\s+tháng|nửa\s+năm|tuần|tháng|quý|năm)(?!\w|\s*\d|\s+"
    r"(?-i:[IVX]+)(?!\w)|\s+không)"
)
_HALF = r"(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+(?:ít\s+nhất\s+)?(?:một|0?1)\s+lần)?"
_EVERY = r"(?:định\s+kỳ|thường\s+kỳ|hằng|hàng|mỗi|từng)"
_CYCLE_START = re.compile(rf"(?<!\w){_EVERY}\s+(?:\(?\s*{_EVERY}\s+)?{_UNIT}{_HALF}", _FLAGS)
_CYCLE_NEXT = re.compile(
    rf"(?:\s*\([^()]{{0,80}}\))?\s*(?:,\s*và|,|;|và|hoặc|/)\s*(?:{_EVERY}\s+){{0,2}}{_UNIT}{_HALF}", _FLAGS
)
_ONCE_PER = re.compile(
    rf"(?<!\w){_UNIT}\s*(?:/|một|1|01|ít\s+nhất\s+(?:một|0?1))\s*lần|(?:\d{{1,2}}|một|hai)\s+lần\s*/?\s*(?:một\s+"
    rf"|mỗi\s+)?(?P<per>tuần|tháng|quý|năm)",
    _FLAGS,
)
_ANY = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|từng|kỳ|lần)(?!\w)", _FLAGS)
_LOOSE = re.compile(r"(?<!\w)(?:định|thường)\s+kỳ(?!\w)", _FLAGS)


def find_cycles(text: str) -> tuple[Cycle, ...]:
    """Return the periods of recurring duties in order; "định kỳ" without a unit is the unit "định kỳ"."""
    if not _ANY.search(text):
        return ()
    found: list[Cycle] = []
    for group, match in enumerate(_CYCLE_START.finditer(text)):
        if found and match.start() < found[-1].end:
            continue
        step: re.Match[str] | None = match
        while step is not None:
            found.append(Cycle(_unit(step["unit"]), step.start("unit"), step.end(), group))
            step = _CYCLE_NEXT.match(text, step.end())
    found = [replace(c, start=_widen(text, c)) for c in found]
    for pattern, unit in ((_ONCE_PER, _once_unit), (_LOOSE, lambda _: "định kỳ")):
        found.extend(_others(pattern, unit, text, tuple(found)))
    return tuple(sorted(found, key=lambda cycle: cycle.start))


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
    return _unit(match["unit"] or match["per"])


def _widen(text: str, cycle: Cycle) -> int:
    lead = re.search(rf"(?:{_EVERY}\s+\(?\s*){{1,2}}$", text[max(0, cycle.start - 30) : cycle.start], _FLAGS)
    return cycle.start - (lead.end() - lead.start()) if lead else cycle.start


def _unit(words: str) -> str:
    plain = re.sub(r"\s+", " ", words.lower()).lstrip("0")
    plain = _UNIT_WORDS.get(plain, plain)
    return "quý" if plain == "3 tháng" else plain
