"""The choice that somebody types while a question is open: "A", "b.", "đáp án A", "dạ theo em là câu C ạ". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.quiz.wording import LETTERS
from knowledge.text import fold, normalize

_WHO = ("em", "tôi", "mình", "cháu", "con", "tớ")
_WHOM = ("cô", "thầy", "anh", "chị", "bạn", "bác", "chú", "em", "các bạn", "cả nhà", "mọi người")
_CHOOSING = (
    "chọn", "chốt", "lấy", "bấm", "khoanh", "trả lời", "đáp án", "phương án", "lựa chọn", "option", "câu", "ý", "ô",
    "đ/a", "đa",
)  # fmt: skip
"""Before a letter: it is meant as a choice."""
_BEFORE = (
    *_WHO, "dạ", "vâng", "ừ", "thưa", "theo", "nghĩ", "thấy", "xin", "chắc", "chắn", "có lẽ", "hình như", "vẫn", "thì",
    "là", "đúng", "số",
)  # fmt: skip
"""Fillers before a letter, in any number and order."""
_AFTER = ("ạ", "nhé", "nha", "nhá", "nhỉ", "thôi", "đi", "luôn", "là đúng", "đúng không", "phải không")
"""Fillers behind a letter. Whom they are said to may follow, but never the letter alone: "c ơi" is "chị ơi"."""


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, those of several letters also typed without their marks."""
    typed = {each for word in words for each in ((word, fold(word)) if len(word) > 1 else (word,))}
    return f"(?:{'|'.join(sorted(map(re.escape, typed), key=len, reverse=True))})"


_CHOICE = re.compile(
    rf"(?:(?:(?P<choosing>{_any(_CHOOSING)})|{_any(_BEFORE)}|thưa\s+{_any(_WHOM)}|{_any(_WHOM)}\s+ơi)(?:\s*[:,]\s*|\s+))*"
    r"(?:(?P<number>\d{1,2})\s*[.:)\-]?\s*)?"
    r"[(\[“\"']?(?P<letter>[a-l])[)\]”\"']?"
    rf"(?:(?:,?\s+{_any(_AFTER)})+(?:,?\s+{_any(_WHOM)}(?:\s+ơi)?)?)?[\s.,:;)!?]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """index: of the choice, from 0; number: of the question that was named with it ("3B"), from 1, None without one;
    bare: whether nothing but the letter says that it is one: "k" is also "không"."""

    index: int
    number: int | None = None
    bare: bool = False


def choice(text: str) -> Choice | None:
    """Return the choice that the words name, None for any other words."""
    found = _CHOICE.fullmatch(normalize(text).strip())
    if found is None:
        return None
    number = int(found["number"]) if found["number"] else None
    return Choice(LETTERS.index(found["letter"].upper()), number, number is None and not found["choosing"])
