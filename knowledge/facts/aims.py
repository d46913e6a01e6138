"""Which figures of a plan are aims, and which only tell how things are: results so far, what a place is like."""

from __future__ import annotations

import re

from knowledge.model import Plan, Target
from knowledge.text import fold

_AIMS = re.compile(r"\b(?:chi tieu|muc tieu|phan dau|nhiem vu|yeu cau)\b")
_REPORTED = re.compile(
    r"\b(?:danh gia|tinh hinh|thuc trang|dac diem|ket qua (?:dat duoc|thuc hien|noi bat)|uu diem|ton tai|han che)\b"
)
"""Headings of what is so, or was."""
_SO_FAR = re.compile(
    r"\b(?:da|moi) (?:dat|co|giai quyet|thuc hien|hoan thanh)\b|\btrong \d+ thang (?:dau|cuoi) nam\b|\btinh den\b"
)
_PLACE = re.compile(
    r"(?<!moi )(?<!cac )(?<!tung )\b(?:xa|phuong|thi tran|huyen|quan|tinh|thanh pho|dia ban|mien nui|don vi|truong)"
    r"(?: hien)? co$"
)
_SENTENCE = re.compile(r"[.;]\s")


def is_aim(plan: Plan, target: Target) -> bool:
    """Tell an aim from a figure that a plan only reports, by its headings and by what stands before it."""
    headings = fold(" ".join(_headings(plan, target.section)))
    if _REPORTED.search(headings) and not _AIMS.search(headings):
        return False
    if not target.citations:
        return True
    start = target.citations[0].start + max(0, target.citations[0].quote.find(target.value))
    before = plan.source_text[max(0, start - 300) : start]
    said = " ".join(fold(_SENTENCE.split(before)[-1]).split())
    if _AIMS.search(said):
        return True
    return not (_SO_FAR.search(f"{said} {fold(target.value)}") or _PLACE.search(said))


def _headings(plan: Plan, path: str) -> list[str]:
    """Return the headings of a section and of those above it."""
    return [
        each.heading.text
        for each in plan.walk()
        if path == each.path or path.startswith((f"{each.path}.", f"{each.path} "))
    ]
