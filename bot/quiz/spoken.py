"""The choice that somebody types while a question is open: "A", "b.", "đáp án A", "em chọn câu C ạ". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.quiz.wording import LETTERS
from knowledge.text import normalize

_CHOICE = re.compile(
    r"(?:(?:em|tôi|toi|mình|minh|cháu|chau)\s+)?"
    r"(?:(?:xin|chọn|chon|trả lời|tra loi|đáp án|dap an|phương án|phuong an|là|la|câu|cau|ý|ô|đ/a|đa)(?:\s*:\s*|\s+))*"
    r"(?:(?P<number>\d{1,2})\s*[.:)\-]?\s*)?"
    r"[(\[“\"']?(?P<letter>[a-l])[)\]”\"']?"
    r"(?:\s+(?:ạ|nhé|nha|nhá|thôi|đúng không|phải không))*[\s.,:;)!?]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """index: of the choice, from 0; number: of the question that was named with it ("3B"), from 1, None without one."""

    index: int
    number: int | None = None


def choice(text: str) -> Choice | None:
    """Return the choice that the words name, None for any other words."""
    found = _CHOICE.fullmatch(normalize(text).strip())
    if found is None:
        return None
    return Choice(LETTERS.index(found["letter"].upper()), int(found["number"]) if found["number"] else None)
