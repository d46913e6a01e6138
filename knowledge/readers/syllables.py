"""Does a text read as Vietnamese? Told by the shape of its syllables, without a word list."""

from __future__ import annotations

import unicodedata

from knowledge.patterns import later

_ONSET = "(?:ngh|ng|nh|n|ch|c|kh|k|gh|gi|g|ph|p|qu|th|tr|t|b|d|đ|h|l|m|r|s|v|x)?"
_NUCLEUS = (
    "(?:iêu|yêu|iê|yê|uyê|uya|uyu|uya|uôi|uâ|uê|uô|uơ|uy|ươi|ươu|ươ|ưa|ưi|ưu|oai|oay|oao|oeo|oa|oă|oe|oo|ôô|ôi|oi|ơi|"
    "ai|ay|ao|au|âu|ây|eo|êu|ia|iu|ua|ui|uây|uai|uay|uao|uă|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
)
_CODA = "(?:ch|c|k|m|ng|nh|n|p|t)?"  # k in names: Đắk Lắk
_SHAPE = later(_ONSET + _NUCLEUS + _CODA)
_WORD = later(r"[^\W\d_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ENOUGH = 3
_COMMON = frozenset(
    [
        "và",
        "của",
        "các",
        "được",
        "với",
        "thực",
        "hiện",
        "công",
        "tác",
        "báo",
        "cáo",
        "kế",
        "hoạch",
        "năm",
        "ngày",
        "văn",
        "dân",
        "vận",
        "đảng",
        "ủy",
        "xã",
        "tổ",
        "chức",
        "nhân",
        "phòng",
        "về",
        "đề",
        "nghị",
        "số",
        "việc",
        "cấp",
        "trên",
        "địa",
        "bàn",
        "nội",
        "dung",
        "tháng",
        "quý",
        "một",
        "những",
        "để",
        "có",
        "là",
        "đến",
        "từ",
        "hội",
        "đồng",
        "ở",
    ]
)


def is_syllable(word: str) -> bool:
    """Tell whether a word has the shape of a Vietnamese syllable with at most one tone."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = sum(apart.count(tone) for tone in _TONES)
    if tones > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in apart if char not in _TONES))
    return _SHAPE.fullmatch(bare) is not None


def marked_share(text: str) -> float:
    """Return which share of the words with a letter beyond ASCII are syllables; 0.0 when there are fewer than three."""
    marked = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    return sum(map(is_syllable, marked)) / len(marked) if len(marked) >= _ENOUGH else 0.0


def fitness(text: str) -> tuple[float, int]:
    """Return how well a text reads as Vietnamese: `marked_share` to a hundredth, then its number of common words."""
    common = sum(1 for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()) if word in _COMMON)
    return round(marked_share(text), 2), common


def marks_per_word(text: str) -> float:
    """Return how many of the words of two letters and more carry a mark of Vietnamese: 0.7 to 0.9 in a plan."""
    found = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if len(word) > 1]
    marked = sum(1 for word in found if not word.isascii())
    return marked / len(found) if found else 0.0
