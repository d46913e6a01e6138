"""The hour at which something is sent, as a question names it: "17 giờ 30", "17h30", "5 giờ chiều", "5:30 pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.patterns import later
from knowledge.text import fold

_NOON = 12
_MIDNIGHT = "24:00"
_PART = "sang|trua|chieu|toi|dem|am|pm"
_HOUR = later(
    r"(?<![\d/.:-])(?P<hour>[01]?\d|2[0-4])\s*"
    r"(?:(?:gio|[hg]|:(?=[0-5]\d))\s*(?:(?P<minute>[0-5]\d)(?![\d/.-])(?:\s*phut)?|(?P<half>ruoi))?(?![a-z\d])"
    rf"(?:\s*(?:buoi\s*)?(?P<part>{_PART})\b)?|(?P<english>[ap]m)\b)"
)
_COUNTED = later(r"\b(?:trong|vong|within|sau khi|moi)\s+$")
_SIDE = later(r"\b(?P<side>truoc|before|qua|sau|after|den|toi|until|by)\s+(?:luc\s+|hon\s+)?$")
_SIDES = {"truoc": "trước", "before": "trước", "qua": "sau", "sau": "sau", "after": "sau"}
_LATER = frozenset({"chieu", "toi", "dem", "trua", "pm"})


@dataclass(frozen=True, slots=True)
class Hour:
    """time: "17:30"; side: "trước" or "sau" where what is named is only a bound, else ""."""

    time: str
    side: str


def hour_in(text: str) -> Hour | None:
    """Return the first hour of a day that a question names, None where it names none; a length of time is none."""
    asked = fold(text)
    for match in _HOUR.finditer(asked):
        before = asked[: match.start()]
        if not _COUNTED.search(before):
            side = _SIDE.search(before)
            return Hour(_time(match), _SIDES.get(side["side"], "") if side else "")
    return None


def _time(match: re.Match[str]) -> str:
    hour, part = int(match["hour"]), match["part"] or match["english"] or ""
    if hour == _NOON and part == "dem":
        return _MIDNIGHT
    if hour == _NOON and part == "am":
        hour = 0
    elif hour < _NOON and part in _LATER and not (part == "trua" and hour >= 10):
        hour += _NOON
    return f"{hour:02d}:{'30' if match['half'] else match['minute'] or '00'}"
