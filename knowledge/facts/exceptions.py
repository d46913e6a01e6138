"""Exceptions to a rule: "trường hợp đặc biệt không quá 10/8", "riêng khối 9 ...", "trùng ngày nghỉ thì ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.reading import Clause
from knowledge.facts.whens import When
from knowledge.model import Deadline

_CASE = (
    r"(?:trong\s+)?(?:trường hợp|nếu)\s+(?:đặc biệt|khó khăn|bất khả kháng|cần thiết|có lý do|vì lý do|do|trùng"
    r"|cần)(?!\w)"
    r"|(?:trong\s+)?trường hợp\s[^,;:.]{2,80}?\s(?:được\s+)?(?:gia hạn|kéo dài|lùi|chậm nhất|không quá)(?!\w)"
    r"|trùng\s+(?:vào\s+)?(?:ngày nghỉ|ngày lễ|thứ bảy|chủ nhật)|trừ\s+(?:trường hợp|khi)"
)
_WITHIN = re.compile(rf"[,;(]\s*(?:{_CASE})", re.IGNORECASE)
_OPENS = re.compile(rf"[\s,;:(–-]*(?:(?P<own>riêng)(?!\w)|{_CASE})", re.IGNORECASE)


def apart(text: str, clause: Clause, bound: Sequence[When]) -> tuple[list[When], str | None]:
    """Return the times of a clause that are its rule's, and the words of the exception that the clause ends with."""
    for index, when in enumerate(bound):
        match = _WITHIN.search(text, when.end, bound[index + 1].start if index + 1 < len(bound) else clause.end)
        if match:
            return list(bound[: index + 1]), text[match.start() : clause.end].strip(" ,;:.(")
    return list(bound), None


def opens_exception(text: str, clause: Clause) -> bool:
    """Tell whether a clause is an exception to the one before it."""
    return _OPENS.match(text, clause.start, clause.end) is not None


def stands_alone(text: str, clause: Clause) -> bool:
    """Tell whether a clause that is an exception is a duty of its own as well: "riêng năm 2026, đăng ký trước ..."."""
    match = _OPENS.match(text, clause.start, clause.end)
    return match is not None and match["own"] is not None


def with_exception(duties: Sequence[Deadline], words: str) -> list[Deadline]:
    """Bind an exception to the last of the duties."""
    if not duties or duties[-1].stated is None:
        return list(duties)
    last = duties[-1]
    told = f"{last.exception}; {words}" if last.exception else words
    return [*duties[:-1], replace(last, exception=told)]
