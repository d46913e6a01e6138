"""How long something takes, or within how many days it must be done: whether it is asked, whether a text says it."""

from __future__ import annotations

import re

from knowledge.model import Query
from knowledge.text import fold

_TERM = re.compile(
    r"\b(?:may|bao nhieu|how many) (?:\w+ )?(ngay|days|gio|hours|tuan|weeks|thang|months|phut)(?! (?:\d|nao))\b|"
    r"\bbao lau\b|\bhow long\b"
)
"""Cues of a question about how long something takes or may take."""
_SOME = r"(?:\d|\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)) ?"
_LENGTHS = {
    "ngay": re.compile(_SOME + r"(?:ngay|tuan|thang)\b(?! (?:\d|thang \d))|\btrong ngay\b|\bngay (?:sau )?khi\b"),
    "gio": re.compile(_SOME + r"(?:gio|phut|tiet|buoi)\b"),
    "thang": re.compile(_SOME + r"(?:thang|nam|quy)\b"),
    "": re.compile(
        _SOME + r"(?:ngay|gio|tuan|thang|nam|phut|buoi|tiet|nhiem ky)\b(?! (?:\d|thang \d))|"
        r"\btu .{1,80} den (?:khi|ngay|het|thang)\b|\btrong ngay\b|\bngay (?:sau )?khi\b"
    ),
}
"""A length of time by the unit asked for; of none, a stretch between two times is one, too."""
_RECURRENCE = re.compile(r"\b(?:dinh ky|hang|moi)\b(?:,? (?:hang |moi )?(?:\d+ )?(?:ngay|tuan|thang|quy|nam)\b)+")
"""How often something is done ("định kỳ hằng quý, 6 tháng"), which is no length of time."""
_UNITS = {"days": "ngay", "weeks": "ngay", "tuan": "ngay", "hours": "gio", "phut": "gio", "months": "thang"}


def asked(query: Query) -> bool:
    """Tell whether the question asks for a length of time."""
    return _cue(query) is not None


def stated(query: Query, text: str) -> bool:
    """Tell whether folded `text` gives a length in the unit that the question asks for."""
    cue = _cue(query)
    unit = _UNITS.get(cue[1], cue[1]) if cue and cue[1] else ""
    return _LENGTHS[unit].search(_RECURRENCE.sub(" ", text)) is not None


def _cue(query: Query) -> re.Match[str] | None:
    own = _TERM.search(fold(query.text))
    return own if own or query.follow_up else _TERM.search(fold(query.restored))
