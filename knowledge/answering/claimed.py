"""What a yes/no question puts forward, taken apart: its values, the offices that it names, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answering.put_forward import put_forward
from knowledge.facts.lexicon import OFFICE
from knowledge.model import Attribute, Language, Value, parent_of
from knowledge.patterns import later
from knowledge.ranking import Probe, Shelf
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words

COMPARED = (
    Attribute.WHEN,
    Attribute.SHARE,
    Attribute.MONEY,
    Attribute.CLOCK,
    Attribute.COUNT,
    Attribute.LENGTH,
    Attribute.CYCLE,
    Attribute.FORMAT,
)
"""Attributes whose values compare by key."""
_NAMING = frozenset({"title", "issuer", "parent", "place", "number"})
_WORD = later(r"[^\W_]+")
_LONGEST = 4  # words of an office's name after its first
_ANYWHERE = frozenset(
    {Attribute.MAIL, Attribute.PHONE, Attribute.LINK, Attribute.SHARE, Attribute.WHEN, Attribute.CLOCK}
)
"""Attributes whose values read the same in English."""
YEAR = later(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)")
OFFICES = later(OFFICE, re.IGNORECASE)
_GENERAL_OFFICES = frozenset(
    {"đơn vị", "cơ quan", "tổ", "khối", "cụm", "trường", "bộ phận", "lãnh đạo", "đội", "sở", "phòng", "ban", "người"}
    | {"cấp có thẩm quyền", "cơ quan có thẩm quyền", "cấp trên", "cấp dưới"}
)
"""What an office in general is called: no name to compare."""
_ENDS_NAME_TEXT = """
là có được phải giao gửi nộp chủ trì tổng hợp thực hiện phối ký ban hành trước ngày không đúng cho về
và hay hoặc tham mưu theo dõi làm tự yêu cầu đề nghị khen tặng trong năm nêu thì sẽ do chịu đăng ít nhiều mỗi
tối xong hết chậm kể từ mấy bao vào qua bằng báo cáo tổ chức hướng dẫn kiểm tra xây dựng triển khai à ạ nhỉ chứ
để
"""
_ENDS_NAME = frozenset(_ENDS_NAME_TEXT.split())
"""Words, with their diacritics, that no office's name goes on with."""
_NO_OFFICE = (["cáo"], ["chống"], ["ngừa"], ["cháy"], ["dịch"], ["bệnh"])
"""What goes on after a word that only looks like an office: "báo cáo", "phòng chống"."""
_SHORT_FORM = later(r"[bcdfghjklmnpqrstvwxz]+")
"""A word without a vowel: short for others, which no plan need write so."""
_TAIL = later(
    r"[\s,]*\b(?:(?:có\s+)?(?:đúng|phải|được)\s+)?"
    r"(?:(?:không|ko|chưa|hả|à|nhỉ|chứ|vậy)[\s?.!\w]{0,12}|(?:không|ko|chưa),?\s+hay\s.*)$",
    re.IGNORECASE,
)


_ASKED_BACK = later(
    r"^\W*(?:so |and |but )?(?:is|are|was|do|does|did|has|have|can|should|will|wo)n?['’]t\b"
    r"|,? (?:is|are|was|do|does|did|has|have|ca|should|wo)n['’]t (?:it|that|they|we|he|she|there)\W*$"
    r"|\b(?:or|whether or) not\b",
    re.IGNORECASE,
)
"""Where English says "not" and denies nothing: "isn't it?", "doesn't the plan ...", "or not"."""
_NOT = later(
    r"\b(?:not|never|cannot|nobody|none|without)\b|n['’]t\b|\bno\b(?! (?:later|more|less|fewer|matter)\b|\W*s\b|\.)",
    re.IGNORECASE,
)


_DENIAL = later(r"(?<!\w)(?:không|ko)(?!\w)(?! (?:quá|dưới|ít hơn|vượt|kể|chỉ|những)(?!\w))", re.IGNORECASE)


def denials(text: str) -> int:
    """Return how often a Vietnamese text says that something is not so; "không quá 20" bounds and denies nothing."""
    return len(_DENIAL.findall(text))


def denies(asked: str) -> bool:
    """Tell whether an English claim is that something is not so."""
    return _NOT.search(_ASKED_BACK.sub(" ", asked)) is not None


class Claim:
    """A claim's text, values and offices; translated: its words are the glossary's, so what a unit lacks of them says
    little."""

    def __init__(self, shelf: Shelf, probe: Probe) -> None:
        from knowledge.facts.values import find_values  # what reads plans is loaded for the first claim

        query = probe.query
        english = query.language is Language.EN
        self.shelf, self.probe, self.translated = shelf, probe, english
        self.text = " ".join(query.sought) if english else _TAIL.sub("", put_forward(query.restored))
        as_typed = find_values(query.text) if english else ()
        self.values = (*find_values(self.text, glossed=english), *(v for v in as_typed if v.attribute in _ANYWHERE))
        # a translation's word that a list lacks proves nothing
        self.words = frozenset() if english else frozenset(meant(self.text))
        self.denies = denies(query.text) if english else denials(self.text) > 0

    def keys(self) -> dict[Attribute, set[str]]:
        """Return the values put forward, as keys by attribute."""
        found: dict[Attribute, set[str]] = {}
        for value in self.values:
            named = value.attribute is Attribute.WHEN and not any(char.isdigit() for char in value.text)  # a holiday
            if value.attribute in COMPARED and value.key and not (named or YEAR.fullmatch(value.key)):
                found.setdefault(value.attribute, set()).add(keyed(value))
        for day, month, year in self.probe.query.dates:
            found.setdefault(Attribute.WHEN, set()).add("/".join(str(n) for n in (day, month, year) if n))
        return found

    def offices(self, *, short: bool = False) -> Iterator[frozenset[str]]:
        """Yield the words of each office that the claim names, without what is only the unit's own name. short: also
        those called by a general word and what follows it ("phòng thuế")."""
        claimed = self.text[self._begins() :]
        for match in OFFICES.finditer(claimed):
            name = match[0].lower().split()
            rest = _WORD.findall(claimed[match.end() :].lower())
            general = " ".join(name) in _GENERAL_OFFICES
            if (general and not short) or rest[:1] in _NO_OFFICE:
                continue
            for word, after in zip(rest[:_LONGEST], [*rest[1:], ""], strict=False):
                if word in _ENDS_NAME or word.isdigit() or (word, after) == ("phụ", "trách"):
                    break
                name.append(word)
            bare = general and " ".join(name) in _GENERAL_OFFICES
            if not bare and not any(_SHORT_FORM.fullmatch(word) for word in name):
                yield frozenset(map(fold, name))

    def _begins(self) -> int:
        """Return where the clause begins that puts the last value forward; what a long message tells before it is a
        story, and whoever acts there does not act in the claim."""
        at = max((value.start for value in self.values), default=0)
        return self.text.rfind(", ", 0, at) + 1 if len(self.text.split()) > _LONGEST_CLAIM else 0

    def header_words(self, plan_id: str) -> frozenset[str]:
        """Return the words of a plan's header: its title, issuer, place and number name it."""
        held = self.shelf.units_of(parent_of(plan_id) or plan_id)
        return frozenset(word for unit in held if unit.field in _NAMING for word in meant(unit.text.text))


_LONGEST_CLAIM = 30
"""Words of a message that is one claim."""


def keyed(value: Value) -> str:
    """Return a value's key, of a count with what is counted."""
    return f"{value.key} {folded_words(value.text)[-1]}" if value.attribute is Attribute.COUNT else value.key


_DAYS = {
    "thu hai": 2, "thu ba": 3, "thu tu": 4, "thu nam": 5, "thu sau": 6, "thu bay": 7, "chu nhat": 8,
    "monday": 2, "tuesday": 3, "wednesday": 4, "thursday": 5, "friday": 6, "saturday": 7, "sunday": 8,
}  # fmt: skip
_NTH = {"dau": 1, "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "cuoi": 99}
_PARTICULARS = later(
    r"\b(?:(?P<turn>tuan|cum|bang|khoi|(?:to|doan|mau|bieu|to dan pho|khu pho|thon|ap|doi|nhom) so)\s+(?:thu\s+)?"
    rf"(?P<nth>{'|'.join(_NTH)}|\d{{1,2}}|[a-d](?![a-z]))\b"
    r"|(?<=va )so (?P<more>\d{1,2})\b"
    rf"|(?P<day>{'|'.join(_DAYS)})\b"
    r"|(?:moi|hang)\s+(?P<every>tuan|thang|quy|nam)\b"
    r"|(?:buoi\s+)?(?P<part>sang|chieu|toi|dem)(?=\s+(?:thu|chu nhat|ngay|cac ngay|\d))|buoi (?P<half>sang|chieu|toi))"
)
"""A day of the week, a part of the day, how often, and what a number beside a noun tells ("tuần thứ hai", "cụm 4")."""


def particulars(text: str) -> dict[str, dict[str, str]]:
    """Return kind -> key -> words of what a text tells by name or number and no date: "day", "every", "cum" ..."""
    plain = fold(text)
    told = text if len(plain) == len(text) else plain
    found: dict[str, dict[str, str]] = {}
    numbered = ""
    for match in _PARTICULARS.finditer(plain):
        if match["turn"]:
            kind, key = match["turn"], str(_NTH.get(match["nth"], match["nth"].lstrip("0")))
            numbered = kind
        elif match["more"]:
            kind, key = numbered, match["more"].lstrip("0")
        elif match["day"]:
            kind, key = "day", str(_DAYS[match["day"]])
        elif match["every"]:
            kind, key = "every", match["every"]
        else:
            kind, key = "part", match["part"] or match["half"]
        if kind:
            found.setdefault(kind, {}).setdefault(key, told[match.start() : match.end()])
    return found
