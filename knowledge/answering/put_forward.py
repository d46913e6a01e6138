"""The words of a message that put a claim forward, without the story around them and the question behind them.

"Sáng nay họp, anh bên kế hoạch cứ bảo là Sở A mới hướng dẫn việc này. Tôi thấy ngờ, có đúng vậy không?" claims that
"Sở A mới hướng dẫn việc này". Pure functions over text with its diacritics.
"""

from __future__ import annotations

import re

from knowledge.patterns import later

FEWEST = 4
"""Words that a claim has at least; what is shorter is only the question behind one."""
_SO = r"(?:như vậy|như thế|là vậy|vậy|thế|vầy)"
_WHETHER = r"(?:không|ko|hông|hong|chưa|chứ|hả|nhỉ|à|ạ)(?!\w)"
_TAG = later(
    rf"[,.;]?\s*(?:không biết\s+)?(?:(?:có|là)\s+)?(?:(?:đúng|phải|thật|thiệt|chuẩn|chính xác|trúng)\s+)(?:là\s+)?"
    rf"(?:{_SO}\s+)?(?:(?:thật|thiệt|sự)\s+)*{_WHETHER}"
    r"|[,.;]?\s*chứ gì(?!\w)|[,.;]?\s*(?:có\s+)?đúng hay (?:không|sai)",
    re.IGNORECASE,
)
"""What asks whether a claim is so: "có đúng vậy không", "phải không", "chứ gì"."""
_SOMEBODY = (
    r"(?:anh|chị|em|cô|chú|bác|ông|bà|bạn|thầy|sếp|người|họ|đồng chí|má|cháu|tui|tôi|mình|hiệu trưởng|chủ tịch|bí thư)"
)
_NOT_SAID = (
    r"(?! (?:cáo|chí|đảm|vệ|hiểm|quản|trợ|mật|tồn|dưỡng|hành|lưu|tục|chuyện|dối|xấu|lời|giúp|giùm|em|anh|chị)(?!\w))"
)
"""What "bảo", "nói" or "nghĩ" is part of, or who is told."""
_SAYS = later(
    rf"\bnghe (?:(?:\w+ ){{0,3}}(?:nói|bảo|kể)|nói|bảo|đồn)\b{_NOT_SAID}(?: (?:là|rằng|hễ))?\s+"
    rf"|\b{_SOMEBODY}\b(?:\s+[^\s,.;]+){{0,6}}?\s+(?:nói|bảo|kể|khăng khăng|khẳng định|hiểu|nhớ|nghĩ|trả lời)"
    rf"{_NOT_SAID}(?: (?:là|rằng|hễ))?\s+",
    re.IGNORECASE,
)
"""Who says it, before what is said."""
_CODA = later(
    r"[,;]\s*(?:nhưng |mà )?(?:tôi|em|mình|chị|anh|cháu|tui|ảnh)\b(?: \w+){0,2}"
    r" (?:hiểu|nhớ|nói|nghe|nghĩ|thấy|báo|ghi)\b.*$"
    rf"|\s{_WHETHER}[,;]?\s+nghe (?:nói|bảo|đồn)\b.*$"
    r"|,?\s+chứ (?:không|đâu|chẳng|chả)\b(?! (?:ạ|à|hả|nhỉ)\b).{3,}$",
    re.IGNORECASE | re.DOTALL,
)
"""What is said after it: "tôi nhớ vậy", and what the claim is told from: "chứ không phải 95%"."""
_GREETS = later(r"^\W*(?:(?:dạ|alo|chào|xin|cho|nhờ|ủa|thưa|kính)\b[^,.:?!]{0,45}[,.:?!]\s*)+", re.IGNORECASE)
_SENTENCE = later(r"(?<=[.?!])\s+(?=\S)")


def put_forward(text: str) -> str:
    """Return the part of a message that is claimed; the whole where nothing around it is recognised."""
    sentences = _SENTENCE.split(text)
    told = _asked(sentences) or next((s for s in reversed(sentences) if len(sentences) > 1 and _tells(s)), text)
    told = _enough(_GREETS.sub("", told), told)
    for says in _SAYS.finditer(told):
        if len(told[says.end() :].split()) > FEWEST:
            told = told[says.end() :]
            break
    return _enough(_CODA.sub("", told), told).strip(" ,.;?")


def _tells(sentence: str) -> bool:
    """Tell whether a sentence says who says it, and what."""
    return any(len(sentence[says.end() :].split()) > FEWEST for says in _SAYS.finditer(sentence))


def _asked(sentences: list[str]) -> str:
    """Return what stands before the words that ask whether it is so, or the sentence that they point back to."""
    for at, sentence in enumerate(sentences):
        if (tag := _TAG.search(sentence)) is None:
            continue
        before = sentence[: tag.start()].strip(" ,;")
        own = len(before.split()) >= FEWEST and not _DOUBTS.match(before)
        if own or not at:
            return before if own else ""
        return next((said for said in reversed(sentences[:at]) if _tells(said)), sentences[at - 1])
    return ""


_DOUBTS = later(r"(?:tôi|em|mình|cháu|chị|anh)\b.{0,20}\b(?:ngờ|thấy|nhờ|hỏi)\b|(?:nhờ|xin|vậy|thế)\b", re.IGNORECASE)


def _enough(text: str, otherwise: str) -> str:
    return text if len(text.split()) >= min(FEWEST, len(otherwise.split())) else otherwise
