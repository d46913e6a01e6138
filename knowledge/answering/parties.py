"""Who or what a plan's text says something of, by name: people, places, schools, offices, rounds, groups.

A name is found by its capitals, its number or its place in the sentence. Pure functions.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from knowledge.model import EvidenceUnit, UnitKind
from knowledge.patterns import later
from knowledge.ranking.shelf import meant
from knowledge.text import fold

PERSON, OFFICE, PERIOD, LEAD = "person", "office", "period", "lead"
CAP = rf"[{''.join(filter(str.isupper, map(chr, range(0x41, 0x1EF9))))}]\w*"
_TITLE = r"(?:[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]/c|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị|[Bb]ác sĩ)"
_RANK = r"(?:Phó|Trưởng|Chủ|Bí|Giám|Hiệu|Tổ|Đội|Ủy|Thường)\b"
_PERSON = later(rf"\b{_TITLE}\s+(?P<name>(?!{_RANK}){CAP}(?:\s+{CAP}){{0,4}})")
_PLACES = (
    "thôn|xóm|xã|phường|ấp|bản|làng|buôn|khóm|khu phố|khu dân cư|khu công nghiệp|khu kinh tế|khu|tổ dân phố|thị trấn|"
    "huyện|quận|tỉnh|thành phố|thị xã|"
    "trường|lớp|cụm|đợt|vòng|khối|nhóm|chi bộ|chi đoàn|chi hội|giải|điểm cầu|tuyến"
)
_KIND = r"(?:THCS|THPT|TH|TH&THCS|PTDTBT|Tiểu học|Trung học|Mầm non|Mẫu giáo)"
_NTH = r"(?:nhất|nhì|ba|tư|khuyến khích|phong cách|sơ (?:loại|khảo)|bán kết|chung (?:kết|khảo))\b"
_NO_VALUE = r"(?!\d+(?:[.,]\d+)*\s*(?:%|(?:triệu|nghìn|ngàn|tỷ|tỉ|đồng|tấn|tạ|kg|km|suất|lần)\b))"
"""What stands behind a noun and is no name of it but what it gets ("mỗi thôn 10 triệu")."""
_PLACE = later(
    rf"\b(?P<noun>(?i:{_PLACES}))\s+(?P<name>(?:{_KIND}\s+)*(?:{CAP}(?:\s+(?:{CAP}|{_NO_VALUE}\d+))*|{_NO_VALUE}\d{{1,3}}[A-Z]?\d?\b|{_NTH}))"
    r"(?P<more>(?:(?:,| và)\s+\d{1,3}\b)*)"
)
_SCHOOL = later(rf"\b(?P<noun>{_KIND})\s+(?P<name>{CAP}(?:\s+{CAP})*)")
_OFFICE = later(
    r"\b(?:Phòng|Sở|Ban|Văn phòng|Hội|Đoàn|Công an|Trạm|Trung tâm|Tỉnh đoàn|Huyện đoàn|Thành đoàn|Xã đoàn|Liên đoàn|"
    r"Công đoàn|Ủy ban|Bộ phận|Đài|Mặt trận|Chi cục|Đội|Tổ)\b"
)
_NO_OFFICE = frozenset(["nghị", "thi", "chống", "viên", "chức", "phó", "trưởng"])
"""What follows a word that only looks like an office: "Hội nghị", "Tổ chức"."""
_NO_PLACE = (["trong", "vong"], ["bien", "ban"], ["van", "ban"])
"""Words of which the second only looks like a place: "trong vòng 10 ngày", "Biên bản Hội nghị"."""
_OF_NAME = later(r"(?P<joint>,|\s[-–]|\s+và)?\s+(?P<word>[\w&]+)")
_LONGEST = 7  # words of an office's name
_GROUPS = (
    "tổ dân phố|khu phố|thị trấn|thôn|xã|phường|huyện|quận|tỉnh|trường|lớp|sở|ngành|phòng|ban|đơn vị|cơ quan|chi bộ|"
    "chi đoàn|chi hội|hộ|học sinh|cá nhân|tập thể|công đoàn cơ sở|doanh nghiệp|địa phương|cụm|đội|khu dân cư"
)
_ALL = later(
    rf"\b(?:(?:mỗi|các|mọi|từng|toàn bộ|tất cả|của|cho|đối với|với|ở|tại)\s+){{1,4}}(?P<names>(?:{_GROUPS})\b"
    rf"(?:,\s*(?:{_GROUPS})\b)*)",
    re.IGNORECASE,
)
_OUT = r"(?:ngoại )?trừ|không áp dụng (?:đối )?với"
EXCLUDING = later(rf"\W*(?:{_OUT})\b", re.IGNORECASE)
"""Begins what a rule leaves out."""
EXCEPTING = later(
    rf"\b(?:{_OUT}|riêng|(?:giảm|miễn)(?: [^\s.;]+){{0,4}}? (?:đối với|cho))"
    rf"\s+(?:(?:các|đối với|những|với)\s+)*(?P<noun>{_GROUPS}|báo cáo|[^\W\d_]+)\b(?P<name>(?:\s+[\w/]+){{0,4}})",
    re.IGNORECASE,
)
"""What is set apart from a rule: "riêng thôn Thượng ...", "trừ các trường mầm non", "giảm 50% đối với hộ cận nghèo"."""
_PERIOD = later(
    r"\b(?:(?:báo cáo|định kỳ)\s+(?P<name>(?:[69]|sáu) tháng|quý(?: [IVX\d]+)?|tháng(?: \d+)?|năm(?: học)?|tuần"
    r"|học kỳ [IVX\d]+|sơ kết|tổng kết|chuyên đề|đột xuất|nhanh)\b|(?P<brief>(?:[69] )?tháng|quý|năm)\s*\()",
    re.IGNORECASE,
)
STOPS_TEXT = """
là có được phải giao gửi nộp chủ trì tổng hợp thực hiện phối ký trước ngày không đúng cho về hoặc hay tham mưu theo
dõi làm tự yêu cầu đề nghị khen trong nêu thì sẽ do chịu đăng ít nhiều mỗi tối hết chậm từ bao vào qua bằng báo tổ hướng
dẫn kiểm triển để chỉ còn đạt họp hoàn lập thẩm trình cấp mở phụ lắp khám bố in chi vận giám trồng chăm mời xây chọn cử
tiếp bảo dự xét đã thuộc nhận với tham thi tại của tập tuyên quản hỗ thu điểm chuẩn
"""
STOPS = frozenset(STOPS_TEXT.split())
"""Words, with their diacritics, that no name goes on with."""


@dataclass(frozen=True, slots=True)
class Party:
    """kind: "person", "office", or the folded noun that a place's or group's name begins with; name: the folded words
    behind it, none of all that are called so; start, end: where it is named."""

    kind: str
    name: tuple[str, ...]
    text: str
    start: int = 0
    end: int = 0

    @property
    def said(self) -> tuple[str, ...]:
        """The folded words by which it is called in full."""
        if self.kind in (PERSON, OFFICE, LEAD):
            return self.name
        return (*(_REPORT if self.kind == PERIOD else self.kind.split()), *self.name)

    @property
    def is_agent(self) -> bool:
        """Tell whether it is somebody who acts: a person, an office, or all of a kind."""
        return self.kind in (PERSON, OFFICE) or not self.name

    def is_same(self, other: Party) -> bool:
        """Tell whether two names are of one thing; an office may be called by the beginning of its name."""
        if self.kind != other.kind:
            return False
        shorter, longer = sorted((self.name, other.name), key=len)
        if self.kind == OFFICE:
            return len(shorter) > 1 and longer[: len(shorter)] == shorter
        if self.kind == PERSON:
            return bool(shorter) and longer[-len(shorter) :] == shorter
        return self.name == other.name

    def covers(self, other: Party) -> bool:
        """Tell whether it is all of those of which the other is one."""
        return self.is_same(other) or (not self.name and bool(other.name) and self.kind == other.kind)

    def rivals(self, other: Party) -> bool:
        """Tell whether it is another of the same kind, of which what is said of one is not said of the other."""
        if self.covers(other) or other.covers(self):
            return False
        return self.kind == other.kind or (not self.name and not other.name and {self.kind, other.kind} <= _ALIKE)


_REPORT = ("bao", "cao")
_ALIKE = frozenset(map(fold, _GROUPS.split("|")))
"""Kinds that, called without a name, stand beside each other: "các sở, ngành" and "các xã, phường"."""


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Party, ...]:
    """Return the parties that a plan's text names, in order, none within another."""
    quoted = [Party("", (), "", *match.span()) for match in _QUOTED.finditer(text)]
    found = [
        *quoted,
        *_people(text),
        *_excepted(text),
        *_placed(text),
        *_offices(text),
        *_periods(text),
        *_generic(text),
        *_leading(text),
    ]
    kept: list[Party] = []  # in order, none within another
    for party in found:
        within = kept[bisect_right(kept, party.start, key=_end) : bisect_left(kept, party.end, key=_start)]
        if party.kind == OFFICE and within and party.start < min(other.start for other in within):
            party = _party(OFFICE, text, party.start, min(other.start for other in within))
            within = within if len(party.name) < _FEWEST else []
        if not within:
            kept.insert(bisect_right(kept, party.start, key=_start), party)
    return tuple(party for party in kept if party.kind)


_start, _end = attrgetter("start"), attrgetter("end")


_FEWEST = 2  # words of an office that is named before a place ("Ban Quản lý Khu công nghiệp Sông Mơ")
_QUOTED = later(r"“[^“”]*”|\"[^\"]*\"")


def _party(kind: str, text: str, start: int, end: int, name: str | None = None) -> Party:
    words = tuple(spoken(text[start:end] if name is None else name))
    return Party(kind, words, text[start:end], start, end)


def spoken(text: str) -> list[str]:
    """Return the folded words of a text, with short forms written out and no zero before a number."""
    return [part.lstrip("0") or "0" for word in meant(text) for part in _SHORT.get(word, word).split()]


_SHORT = {
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "th": "tieu hoc",
    "lhpn": "lien hiep phu nu",
    "tncs": "thanh nien cong san",
    "ccb": "cuu chien binh",
    "ldld": "lien doan lao dong",
}


def _people(text: str) -> Iterator[Party]:
    return (_party(PERSON, text, *match.span("name")) for match in _PERSON.finditer(text))


def _placed(text: str) -> Iterator[Party]:
    for match in _PLACE.finditer(text):
        kind = fold(match["noun"])
        if [
            *map(fold, text[max(0, match.start() - _BEFORE) : match.start()].split()[-1:]),
            kind,
        ] in _NO_PLACE or _DATE.match(text, match.end("name")):
            continue
        if kind == "lop" and match["name"].isdigit() and not 0 < int(match["name"]) <= _GRADES:
            continue
        yield _party(kind, text, match.start(), match.end("name"), match["name"])
        for more in re.finditer(r"\d+", match["more"]):
            start = match.start("more") + more.start()
            yield _party(kind, text, start, start + len(more[0]))
    for match in _SCHOOL.finditer(text):
        yield _party("truong", text, match.start(), match.end(), match[0])


_GRADES = 12  # "mỗi lớp 60 người" is no class
_DATE = later(r"[./]\d")  # "đợt 15/6"


def _offices(text: str) -> Iterator[Party]:
    for match in _OFFICE.finditer(text):
        end = match.end()
        for at in range(_LONGEST):
            more = _OF_NAME.match(text, end)
            if more is None or more["word"] in (STOPS if at else STOPS | _NO_OFFICE) or more["word"].isdigit():
                break
            if more["joint"] and not _goes_on(text, more):
                break
            end = more.end()
        if end > match.end() or " " in match[0]:
            yield _party(OFFICE, text, match.start(), end)


def _goes_on(text: str, more: re.Match[str]) -> bool:
    """Tell whether a name goes on behind a joint ("Phòng Kinh tế, Hạ tầng và Đô thị"), where no other office begins."""
    return more["word"][0].isupper() and _OFFICE.match(text, more.start("word")) is None


def _excepted(text: str) -> Iterator[Party]:
    for match in EXCEPTING.finditer(text):
        name = " ".join(itertools.takewhile(lambda word: word not in STOPS, match["name"].split()))
        if name and (match["noun"].lower() not in STOPS or _is_called(match["noun"], name)):
            yield _party(fold(match["noun"]), text, match.start("noun"), match.start("name") + 1 + len(name), name)


def _is_called(noun: str, name: str) -> bool:
    """Tell whether what follows a word makes it a name: a capital or a number ("Tổ 3"; "thu 3 triệu đồng" is none)."""
    return name[0].isupper() or name.isdigit() or (noun[0].isupper() and name[0].isdigit())


def _periods(text: str) -> Iterator[Party]:
    found = (match.span("name" if match["name"] else "brief") for match in _PERIOD.finditer(text))
    return (_party(PERIOD, text, *span) for span in found)


def _generic(text: str) -> Iterator[Party]:
    for match in _ALL.finditer(text):
        for noun in re.finditer(rf"(?:{_GROUPS})\b", match["names"], re.IGNORECASE):
            start = match.start("names") + noun.start()
            end = start + len(noun[0])
            more = _OF_GROUP.match(text, end) if _FOR.search(text, max(0, start - _BEFORE), start) else None
            name = more[0] if more and more[1] not in STOPS else ""
            yield _party(fold(noun[0]), text, start, end + len(name), name)


_BEFORE = 40  # characters before a word in which the words before it stand
_FOR = later(r"(?:cho|đối với)\s+(?:các\s+)?$", re.IGNORECASE)
_OF_GROUP = later(r"\s+([^\W\d_]+)(?:\s+[^\W\d_]+)?(?=\s*(?:[.;,)]|$|\s(?:và|được|là)\s))")


def _leading(text: str) -> Iterator[Party]:
    """Yield what an item begins with before its colon ("Cán bộ, công chức: ủng hộ 01 ngày lương"), part by part."""
    lead = _LEADING.match(text)
    for part in re.finditer(r"[^,]*[^\W\d_][^,]*", lead["lead"]) if lead else ():
        start = lead.start("lead") + part.start() if lead else 0
        if len(spoken(part[0])) > 1:
            yield _party(LEAD, text, start, start + len(part[0]))


_LEADING = later(r"\W*(?P<lead>[^\W\d_][^:;.()\d]{2,60}):\s")


def cells(text: str) -> tuple[Party, ...]:
    """Return the parties of a table's row ("Xã: Kim Tân · Số suất: 12"): each cell that is a name, by its head."""
    found: list[Party] = []
    at = 0
    for cell in text.split(" · "):
        head, colon, words = cell.partition(": ")
        start = at + len(head) + len(colon)
        named = words[:1].isupper() or _NUMBERED.fullmatch(words)
        if colon and named and len(words.split()) <= _LONGEST_CELL:
            within = next((party for party in find(words) if party.start < _TITLED), None)
            own = within or _party(fold(head), text, start, start + len(words), _bare(head, words))
            found.append(replace(own, text=words, start=start, end=start + len(words)))
        at += len(cell) + len(" · ")
    return tuple(found)


_NUMBERED = later(r"\d{1,2}[A-Z]\d?")
_LONGEST_CELL, _TITLED = 7, 12  # words of a cell that is a name; characters of a title before it


def _bare(head: str, words: str) -> str:
    """Return a cell's words without its head's ("Xã: xã Kim Tân")."""
    return words[len(head) :] if fold(words).startswith(f"{fold(head)} ") else words


def known(unit: EvidenceUnit) -> Iterator[Party]:
    """Yield the parties that a unit and its headings name."""
    yield from find(unit.heading)
    yield from find(unit.text.text)
    if unit.kind is UnitKind.ROW:
        yield from cells(unit.text.text)


def excepted(text: str) -> frozenset[int]:
    """Return where in a text the names begin that it sets apart from a rule."""
    return frozenset(match.start("noun") for match in EXCEPTING.finditer(text))
