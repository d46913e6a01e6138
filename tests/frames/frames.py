"""Forty ways to dress a Vietnamese question, a dozen for an English one; each is named and pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from knowledge.model import Language

Dress = Callable[[str], str | None]
"""Returns the question dressed, None where this way does not fit it."""

_AROUND = {
    "may I ask": "Cho em hỏi {q}",
    "sister, may I ask": "Chị ơi cho em hỏi {q}",
    "brother, please": "Dạ anh ơi, {q}",
    "new at the ward": "Chị ơi em mới về phường, sếp bảo em hỏi xem {q}",
    "new, a sentence before": "Em mới nhận việc tuần trước nên chưa rành. {q}",
    "the head called": "Thủ trưởng vừa gọi em hỏi {q}",
    "meeting tomorrow": "Mai họp rồi mà em chưa nắm được: {q}",
    "read and not found": "Nói thiệt là mình đọc hoài không thấy, {q}",
    "hello bot": "Hi bot, {q}",
    "hello friend": "Alo bạn ơi, {q}",
    "please tell": "Làm ơn cho biết {q}",
    "formal": "Xin hỏi {q}",
    "very formal": "Kính gửi anh chị, tôi muốn được hỏi {q}",
    "look it up": "Nhờ tra giúp: {q}",
    "who knows": "Có ai biết không ạ, {q}",
    "by the way": "à mà {q}",
    "well": "ờ thì {q}",
    "surprised": "ủa {q}",
    "in this paper": "Trong văn bản này thì {q}",
    "by the paper": "Theo văn bản thì {q}",
    "just a little": "Cho hỏi chút xíu: {q}",
    "thanks": "{s} Em cảm ơn chị nhiều ạ.",
    "short thanks": "{s} Cảm ơn!",
    "to be sure": "{s} Em hỏi cho chắc thôi ạ.",
    "help me": "{b}, giúp em với ạ",
    "tell me": "{b}, chỉ giùm mình nha",
    "particles": "{b} vậy ạ?",
    "particle of the south": "{b} vậy ta",
    "short, please": "{s} Trả lời ngắn gọn giúp em nhé.",
    "both ends": "Dạ thưa anh, em là cán bộ mới. {s} Mong anh giải đáp giúp ạ.",
    "many marks": "{b}???",
    "no mark": "{b}",
    "dots": "{b}...",
}
_AROUND_ENGLISH = {
    "may I ask": "May I ask: {q}",
    "please": "{b}, please?",
    "hello": "Hello! {q}",
    "hi bot": "Hi bot, {q}",
    "new here": "I'm new at this office and still learning. {q}",
    "the boss": "My boss wants to know this before the meeting: {q}",
    "sorry": "Sorry to bother you, {q}",
    "quick": "Quick question - {q}",
    "thanks": "{s} Thanks a lot!",
    "in this paper": "According to the document, {q}",
    "no mark": "{b}",
    "many marks": "{b}???",
}
_SHORT = {
    "báo cáo": "bc",
    "kế hoạch": "kh",
    "dân vận khéo": "dvk",
    "dân vận": "dv",
    "hướng dẫn": "hd",
    "ủy ban nhân dân": "ubnd",
    "chi bộ": "cb",
    "không": "ko",
    "quyết định": "qđ",
    "nghị quyết": "nq",
    "văn phòng": "vp",
    "bao giờ": "bh",
    "thi đua khen thưởng": "tđkt",
}
_WHEN = "khi nào|bao giờ|lúc nào|chừng nào|ngày nào|hôm nào"


def dresses(language: Language) -> dict[str, Dress]:
    """Return the ways for questions of a language, by name; a question without diacritics is dressed without."""
    if language is Language.EN:
        around = {name: partial(_around, frame) for name, frame in _AROUND_ENGLISH.items()}
        return {**around, "lower case": _lower, "capitals": str.upper}
    ways: dict[str, Dress] = {
        **{name: partial(_around, frame) for name, frame in _AROUND.items()},
        "lower case": _lower,
        "capitals": str.upper,
        "no diacritics": bare,
        "no diacritics, courtesy": lambda text: bare(_around("chị ơi cho em hỏi {q} ạ", text)),
        "short forms": _short,
        "short forms, no diacritics": lambda text: (short := _short(text)) and bare(short),
        "when moved": _when_moved,
        "clauses swapped": _swapped,
    }
    if language is Language.VI_PLAIN:
        return {name: partial(_bared, way) for name, way in ways.items() if "no diacritics" not in name}
    return ways


def bare(text: str) -> str:
    """Return the text without diacritics."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _bared(way: Dress, text: str) -> str | None:
    dressed = way(text)
    return None if dressed is None else bare(dressed)


def _around(frame: str, text: str) -> str:
    """Put a frame around a question. {q}: as typed; {b}: without its closing mark; {s}: with one."""
    return frame.format(q=text, b=text.rstrip(" ?.!"), s=text if text.rstrip()[-1:] in "?.!" else f"{text}?")


def _lower(text: str) -> str | None:
    return text.lower() if text != text.lower() else None


def _short(text: str) -> str | None:
    """Write the usual short forms; longer phrases first."""
    short = text
    for phrase, form in _SHORT.items():
        short = re.sub(rf"(?<!\w){phrase}(?!\w)", form, short, flags=re.IGNORECASE)
    return short if short != text else None


def _when_moved(text: str) -> str | None:
    """Move the word that asks when from the front to the end, or the other way round."""
    if found := re.fullmatch(rf"({_WHEN}) ([^,.]+?)\??", text, re.IGNORECASE):
        return f"{found[2][:1].upper()}{found[2][1:]} {found[1].lower()}?"
    if found := re.fullmatch(rf"([^,.]+) ({_WHEN})\??", text, re.IGNORECASE):
        return f"{found[2][:1].upper()}{found[2][1:]} {found[1][:1].lower()}{found[1][1:]}?"
    return None


def _swapped(text: str) -> str | None:
    """Swap the two clauses of a question whose first one only says what it is about."""
    found = re.fullmatch(r"((?:Theo|Trong|Ở|Tại|Về|Đối với) [^,?.]+), ([^,?.]+)\??", text)
    return f"{found[2][:1].upper()}{found[2][1:]}, {found[1][:1].lower()}{found[1][1:]}?" if found else None
