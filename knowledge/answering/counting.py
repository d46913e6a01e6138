"""How many of what: the thing that a question counts, and whether words give its number. Pure functions over text.

"Mỗi chi bộ đăng ký mấy mô hình" is answered only by a number of that very thing ("02 mô hình") said of that very
counter ("mỗi chi bộ"), not by any number in a sentence about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.text import fold

_COUNTED = re.compile(r"\b(bao nhieu|may)\s+([a-z]+)(?:\s+([a-z]+))?")
_NUMBERED = frozenset({"ngay", "so", "thu", "khoa", "dieu", "muc", "lan", "dot", "hom", "khoan"})
_MACHINES = frozenset({"bo", "nha", "xe"})
_PARTY_BODIES = frozenset({"chi", "dang", "can"})
"""What stands before "máy" ("bộ máy") and what makes "bộ" a word of its own ("chi bộ mấy đảng viên")."""
_DATED = frozenset({"thang", "quy", "nam"})
_EVERY = frozenset({"moi", "mot", "hang", "trong", "tung"})
"""Before "mấy": what it numbers ("ngày mấy"), unless a period is meant ("mỗi tháng mấy lần")."""
_SHARE = re.compile(r"\b(?:bao nhieu|may)\s*(?:%|phan tram)|\bty le(?: phan tram)?\b|\bwhat (?:percentage|share)\b")
_SHARED = re.compile(
    r"(?:\b(?:bao nhieu|may)\s*(?:%|phan tram)|\bty le(?: phan tram)?)\s+(?:so\s+)?([a-z]+)(?:\s+([a-z]+))?"
)
_CLAIMED = re.compile(r"\d\s*(?:%|phan tram)\s+(?:so\s+)?([a-z]+)(?:\s+([a-z]+))?")
_EACH = re.compile(r"\b(?:moi|tung)\s+(?:mot\s+)?([a-z]+)(?:\s+([a-z]+))?")
_SORTS = frozenset({"hinh", "muc", "loai", "cap", "bac", "nhom", "cach", "phuong"})
_ENUMERATED = re.compile(r"\b(?:hinh thuc|muc|loai|cap|bac|gom|nhom|cach)\b[^.;,]{0,40}(?:,[^.;,]{2,40}){2}")
"""Sorts of a thing, which a sentence may name one by one instead of counting them."""
_SHARE_EN = re.compile(r"%|\b(?:per ?cent\w*|shares?|proportions?|rates?|much|targets?)\b")
"""What may be answered by a share; any other number that is asked for in English is a count."""
_HOW_OFTEN = re.compile(r"\bhow (?:often|many times)\b")
_TURNS = frozenset({"lan", "dot", "ky"})
_RECURRING = re.compile(r"\bhang? (?:tuan|thang|quy|nam)\b|\bdinh ky \d+ thang\b|\b6 thang\b")
_OTHER_ASK = re.compile(r"\b(?:nay|do|kia|tren|ai|gi|nao)\b")
"""Words that make "mấy" a plain plural ("mấy đơn vị này nộp gì")."""
_NO_NOUN = frozenset(
    {"phan", "la", "cho", "de", "doi", "voi", "thi", "trong", "o", "so", "mot", "tien", "dong", "trieu"}
    | {"gio", "a", "vay", "nhi", "the", "ha", "nua", "thoi", "khi", "va", "hoac", "moi", "nam", "tu", "ve", "neu"}
)
"""What follows "mấy" or "bao nhiêu" and is not what is counted."""
_NOT_SHARED = frozenset(
    {"la", "dat", "duoc", "phai", "thi", "can", "co", "tro", "bao", "may", "trong", "o", "muc", "cua"}
)
_PERIODS = frozenset({"nam", "quy", "thang", "tuan", "ky", "dot", "lan", "ngay", "nhiem", "buoi", "mot", "hoi"})
_BODIES = ("don vi", "co quan", "dia phuong", "to chuc", "noi")
"""Names for whoever has a duty, of which one stands for another."""
_ENTRIES = frozenset(
    [
        "phan",
        "muc",
        "noi",
        "linh",
        "nhom",
        "loai",
        "dieu",
        "y",
        "viec",
        "giai",
        "buoc",
        "dang",
        "khau",
        "mang",
        "cai",
        "thu",
        "diem",
        "mat",
        "khoan",
        "hinh",
        "truong",
    ]
)
_AIMS = frozenset({"chi tieu", "tieu chi", "tieu chuan", "nhiem vu", "muc tieu", "bien phap", "yeu cau", "trach nhiem"})
"""First words, or both, of what a document lists under a heading: parts, contents, aims."""
_PEOPLE = r"(?:nguoi|thanh vien|cu tri|hoc vien|dai bieu|dong chi|can bo|giang vien|uy vien|ca nhan)"
_NUMERALS = {
    "một": "1",
    "hai": "2",
    "ba": "3",
    "bốn": "4",
    "sáu": "6",
    "bảy": "7",
    "tám": "8",
    "chín": "9",
    "mười": "10",
}
_NUMERAL = re.compile(rf"\b({'|'.join(_NUMERALS)})\b(?! số\b)")
_NAMES = re.compile(
    r"\b\d+(?:/\d+)*[/-][a-z][\w./-]*|\b\d{1,2}\s*[/.]\s*\d{1,2}(?:\s*[/.]\s*\d{4})?\b|\b(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?\b|"
    r"\bngay\s+\d+(?:\s+thang\s+\d+)?|\bso\s+\d+"
)
"""Document numbers, dates and years, which count nothing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a question counts, folded. noun: its first word; more: the word after it, which may belong to it."""

    noun: str
    more: str


def stated_in_translation(terms: Iterable[str], question: str, text: str) -> bool:
    """Tell whether `text` gives a number of any of the things that an English question was translated to."""
    clean = _numbers(text)
    if _HOW_OFTEN.search(question) and _RECURRING.search(clean):
        return True
    things = "|".join(re.escape(word) for term in terms for word in term.split() if not word.isdigit()) or "$^"
    share = r"\s*%?" if _SHARE_EN.search(question) else ""
    return re.search(rf"\d{share}\s+(?:\w+,?\s+){{0,3}}(?:{things})\b", clean) is not None


def counted(question: str) -> Counted | None:
    """Return what a folded question counts by "mấy" or "bao nhiêu", None when it names nothing countable."""
    for found in _COUNTED.finditer(question):
        word, noun, more = found.groups(default="")
        earlier, before = ["", "", *re.findall(r"\w+", question[: found.start()])][-2:]
        if before in _NUMBERED or (before in _DATED and earlier not in _EVERY):
            continue
        if word == "may" and before in _MACHINES and earlier not in _PARTY_BODIES:
            continue
        if noun in _NO_NOUN or (word == "may" and _OTHER_ASK.search(question[found.end(2) :])):
            continue
        return Counted(noun, more)
    return None


def is_entry(wanted: Counted, headings: Iterable[str]) -> bool:
    """Tell whether what is counted is what a document lists: its parts, or what one of its headings names."""
    whole = f"{wanted.noun} {wanted.more}".strip()
    named = re.compile(rf"\s*(?:cac |nhung )?{re.escape(whole)}\b")
    return wanted.noun in _ENTRIES or whole in _AIMS or any(named.match(fold(heading)) for heading in headings)


def stated(question: str, text: str, context: str = "") -> bool:
    """Tell whether `text` gives the number that a folded question asks for; context: the headings above it."""
    clean = _numbers(text)
    if not _of_each(question, f"{fold(context)} {clean}"):
        return False
    if _SHARE.search(question):
        return _gives_share(question, clean)
    wanted = counted(question)
    if wanted is not None and wanted.noun in _SORTS and _ENUMERATED.search(clean):
        return True
    if wanted is None:
        return re.search(r"\d", clean) is not None
    if wanted.noun in _TURNS and _RECURRING.search(clean):
        return True
    return _gives(wanted, clean)


def _numbers(text: str) -> str:
    """Return text folded, with numerals as digits and without numbers that count nothing."""
    spelled = _NUMERAL.sub(lambda found: _NUMERALS[found[1]], text.lower())
    return _NAMES.sub(" ; ", fold(spelled))


def _gives(wanted: Counted, clean: str) -> bool:
    """Tell whether a number stands before the thing, by its whole name where the text uses it."""
    whole = rf"{wanted.noun}\W+{wanted.more}" if wanted.more else wanted.noun
    if wanted.noun == "nguoi":
        return re.search(rf"\d\s+(?:\w+,?\s+){{0,3}}{_PEOPLE}\b", clean) is not None
    name = whole if wanted.more and re.search(rf"\b{whole}\b", clean) else wanted.noun
    return re.search(rf"\d\s*%?\s+(?:\w+,?\s+){{0,3}}{name}\b", clean) is not None


def _gives_share(question: str, clean: str) -> bool:
    """Tell whether a percentage is given, of whom the question asks it."""
    if not re.search(r"\d\s*(?:%|phan tram\b)", clean) and "ty le" not in clean:
        return False
    return _is_of(next((found for found in _SHARED.finditer(question) if found[1] not in _NOT_SHARED), None), clean)


def shares(question: str, text: str) -> bool:
    """Tell whether `text` says a percentage of those of whom a folded question claims one ("60% chi bộ")."""
    return _is_of(_CLAIMED.search(question), _numbers(text))


def _is_of(shared: re.Match[str] | None, clean: str) -> bool:
    if shared is None or shared[1] in _NOT_SHARED:
        return True
    first, second = shared[1], shared[2] or ""
    return bool(
        re.search(rf"%\s+(?:\w+\s+)?{first}\b", clean) or (second and re.search(rf"\b{first}\W+{second}\b", clean))
    )


def _of_each(question: str, held: str) -> bool:
    """Tell whether the text speaks of those for each of whom the question counts."""
    for found in _EACH.finditer(question):
        noun, more = found[1], found[2] or ""
        if noun in _PERIODS:
            continue
        if f"{noun} {more}".strip() in _BODIES:
            return any(re.search(rf"\b{body}\b", held) for body in _BODIES)
        if noun == "nguoi":
            return True
        each = re.search(rf"\b(?:moi|tung)\W+{noun}\b|\b{noun}\W+{more}\b", held)
        return each is not None or _alone(noun, more, held)
    return True


def _alone(noun: str, more: str, held: str) -> bool:
    """Tell whether a name of one word is held: what follows it in the question is its verb."""
    return more in _VERBS and re.search(rf"\b{noun}\b", held) is not None


_VERBS = frozenset(
    {
        "phai",
        "can",
        "co",
        "duoc",
        "dang",
        "xay",
        "to",
        "lam",
        "nop",
        "gui",
        "o",
        "it",
        "toi",
        "bao",
        "chon",
        "se",
        "thuoc",
        "may",
        "day",
    }
)
