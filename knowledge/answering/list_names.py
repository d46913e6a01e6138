"""The lists that a question calls by their number and word: "5 không", "3 sạch", "4 xin 4 luôn"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.model import NO, NoList, Query, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold

_NUMERALS = {2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín", 10: "mười"}
# Words that stand after any number: only a digit calls a list of them.
_PLAIN_WORDS = frozenset({NO, "có", "phải", "nên", "đúng", "tự", "cùng", "luôn"})
_OWNERS = (
    "tháng|ngày|quận|phường|mục|điều|khoản|số|khóa|lần|phần|quý|trang|kỳ|thứ|stt|đợt|năm|cụm|tổ|khu|thôn|cấp|lớp|khối|"
    "hạng|loại|bước|vòng|bảng|lục|chí|ý|giải|hè|district|ward|section"
)
_NO_FOR_SHORT = later(r"(?<=\d)\s*(?:ko|k|kg|kh|hok|hông|hong|no'?s)(?!\w)", re.IGNORECASE)


@lru_cache(256)
def _name(count: int, word: str, accented: bool) -> re.Pattern[str]:
    spelt = "" if word in _PLAIN_WORDS else f"|{_NUMERALS.get(count, count)}"
    number, things, word = (part if accented else fold(part) for part in (f"0?{count}{spelt}", "điều|cái|chữ", word))
    before = r"(?:^|[^\w/.,-]|(?P<owner>\w+)\s+)"
    return re.compile(rf"{before}(?:{number})\s*[\"“”'‘’]?(?:(?:{things})\s+)?{word}(?!\w)")


def says(text: str, count: int, word: str, *, accented: bool = True) -> bool:
    """Tell whether a text calls a list by this number and word, unless another word owns the number ("tháng 5")."""
    plain = text.lower() if accented else fold(text)
    owners = _OWNERS if accented else fold(_OWNERS)
    return any(not re.fullmatch(owners, match["owner"] or "") for match in _name(count, word, accented).finditer(plain))


def spells(text: str, count: int) -> bool:
    """Tell whether a text may call a list of so many "không", in figures or in a word."""
    return re.search(rf"\b(?:0?{count}|{_NUMERALS.get(count, count)}) {NO}\b", text, re.IGNORECASE) is not None


def asks(query: Query, count: int) -> bool:
    """Tell whether a question calls a list of so many "không", and doesn't only go on with the word after a number
    ("khu phố 9 không biết")."""
    text = f"{_NO_FOR_SHORT.sub(f' {NO}', query.text)} ; {query.restored}".lower()
    goes_on = rf"\b0?{count} {NO} (?:biết|có|phải|được|thấy|rõ|hiểu|đâu)\b"
    return says(text, count, NO) and re.search(goes_on, text) is None


def named(query: Query, lists: Sequence[NoList]) -> list[NoList]:
    """Return the lists that a question calls by name: in this turn, else in the one before that it goes on from."""
    for text in (_NO_FOR_SHORT.sub(f" {NO}", query.text), query.restored):
        own = [each for each in lists if says(text, each.count, each.word, accented=_is_accented(query))]
        if own:
            return [each for each in lists if each in own or _goes_on(text, own, each, accented=_is_accented(query))]
    return []


def _goes_on(text: str, own: Sequence[NoList], other: NoList, *, accented: bool) -> bool:
    """Tell whether another list is called in words right behind one that is called: "năm biết năm không"."""
    plain = text.lower() if accented else fold(text)
    spelt = _NUMERALS.get(other.count, str(other.count))
    after, word = (part if accented else fold(part) for part in (spelt, other.word))
    before = "|".join(re.escape(each.word if accented else fold(each.word)) for each in own)
    return re.search(rf"\b(?:{before})\W+(?:(?:và|va) )?{after} {word}\b", plain) is not None


def called(query: Query, lists: Sequence[NoList]) -> list[NoList]:
    """Return the lists that a question calls by name, else those of as many "không" as it counts; all of "không", or of
    any word, where it counts none."""
    noes = [each for each in lists if each.word == NO]
    counted = [each for each in noes if query.count in (None, each.count)]
    return named(query, lists) or counted or (list(lists) if query.count is None else [])


def said(query: Query, plans: Iterable[StoredPlan]) -> bool:
    """Tell whether this turn calls a list of one of the plans by its name."""
    text = f"{_NO_FOR_SHORT.sub(f' {NO}', query.text)} ; {'' if query.follow_up else query.restored}"
    lists = (each for stored in plans for each in stored.facts.no_lists)
    return any(says(text, each.count, each.word, accented=_is_accented(query)) for each in lists)


def _is_accented(query: Query) -> bool:
    """Tell whether this turn was typed with diacritics."""
    return fold(query.text) != query.text.lower()
