"""When a label and a line of the program's output agree."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from knowledge.evaluation.judge import covers
from knowledge.text import fold

Label = Mapping[str, Any]
"""An object of a label file."""
Line = Mapping[str, Any]
"""A line of `python -m knowledge deadlines --json`, or a part of one of `plans --json`."""

_FIRST_WORDS = 5
_LIKE = 0.9
_ROMAN = re.compile("[IVX]+")


def plain(text: str | None) -> str:
    """Return what is compared: folded words with single spaces, no markup or punctuation."""
    return " ".join(re.findall(r"[\w%/]+", fold((text or "").replace("*", ""))))


def same_sentence(label: Label, line: Line) -> bool:
    """Tell whether the label's words and the line's quote are of the same sentence."""
    ours, theirs = plain(label["quote"]), plain(line.get("quote"))
    return bool(theirs) and (ours in theirs or theirs in ours or covers(theirs, ours))


def same_time(label: Label, line: Line) -> bool:
    """Tell whether the line states the label's date, one end of its stretch, or its term."""
    if "month" in label and _is_on(line, label.get("year"), label["month"], label["day"]):
        return True
    if "from" in label and any(_is_on(line, *_parts(end)) for end in (label["from"], label["until"]) if end):
        return True
    if "term" not in label or not is_dated(line) or (line.get("day") and "month" not in label and "from" not in label):
        return False
    said = plain(" ".join(str(line.get(name) or "") for name in ("quote", "within", "period", "recurrence")))
    return plain(label["term"]) in said


def same_name(label: str, said: str | None) -> bool:
    """Tell whether two names are of the same body, or one is the other's beginning or end: "Sở", "Văn phòng Sở"."""
    ours, theirs = plain(label), plain(said)
    return bool(theirs) and (ours in theirs or theirs in ours)


def is_dated(line: Line) -> bool:
    """Tell whether the line states any time."""
    return any(line.get(name) for name in ("day", "month", "until", "within", "recurrence", "year"))


def header_field(name: str, label: str | None, said: str | None) -> bool:
    """Tell whether a field of the header was read as the label has it."""
    ours, theirs = plain(label), plain(said)
    if not ours or not theirs:
        return ours == theirs
    if name == "date":
        return label == said
    if name in ("issuer", "title", "signer_role"):
        return difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _LIKE
    return ours == theirs


def outline_item(label: Label, said: Line) -> bool:
    """Tell whether an item of the outline has the label's number, part and first words."""
    number = re.sub(r"^(điều|chương|mục|khoản|điểm)\s+", "", label["number"].lower())
    path = re.sub(r"(điều|chương|mục|khoản|điểm)\s+", "", str(said["number"]).lower())
    if path != number and not path.endswith(f".{number}"):
        return False
    if _ROMAN.fullmatch(label["under"]) and label["under"].lower() not in path.split(".")[:-1]:
        return False
    wanted, title = plain(label["title"]).split()[:_FIRST_WORDS], plain(said["title"]).split()
    return title[: len(wanted)] == wanted


def _is_on(line: Line, year: int | None, month: int, day: int | None) -> bool:
    """Tell whether the line's date, or the end of its stretch, is this one; a year that one side lacks is no matter."""
    stated = line.get("year") or line.get("inferred_year")
    if line.get("month") == month and line.get("day") == day and year in (None, stated, *([] if stated else [year])):
        return True
    if not line.get("until") or day is None:
        return False
    until = date.fromisoformat(line["until"])
    return (until.month, until.day) == (month, day) and year in (None, until.year)


def _parts(text: str) -> tuple[int | None, int, int | None]:
    """Read "2025-11-15", "11-15" (a year unsaid) or "2026-01" (a day unsaid)."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    return (numbers[0], numbers[1], None) if numbers[0] > 31 else (None, numbers[0], numbers[1])
