"""Whose a committee is, and which of the offices above each other issue a document together.

A mass organisation's letterhead gives its name on one line and the committee that acts for it, with the territory, on
the next: "HỘI NÔNG DÂN VIỆT NAM / BAN CHẤP HÀNH TỈNH AN PHÚ" is the Ban Chấp hành Hội Nông dân tỉnh An Phú (Hướng dẫn
36-HD/VPTW of 2018 on the form of the Party's documents, which the mass organisations follow).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.parsing.offices import LEVEL
from knowledge.text import fold

_COMMITTEE = (
    r"BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|BTV|BAN THƯỜNG TRỰC|BTT|THƯỜNG TRỰC|ĐOÀN CHỦ TỊCH|BAN CHỦ NHIỆM|BAN GIÁM HIỆU|"
    r"BAN GIÁM ĐỐC|BAN ĐẠI DIỆN|BAN CÁN SỰ(?: ĐẢNG)?|HỘI ĐỒNG QUẢN TRỊ|HỘI ĐỒNG MỤC VỤ|BAN HÀNH GIÁO|"
    r"(?:ỦY|UỶ) BAN KIỂM TRA|VĂN PHÒNG"
)
# What has a name only within the Party's committee, or within the People's Council, whose it is.
_OF_PARTY = r"BAN (?:TỔ CHỨC|TUYÊN GIÁO(?: VÀ DÂN VẬN)?|DÂN VẬN|NỘI CHÍNH|XÂY DỰNG ĐẢNG)"
_OF_COUNCIL = (
    r"(?:BAN (?:PHÁP CHẾ|KINH TẾ|VĂN HÓA|VĂN HOÁ|DÂN TỘC|ĐÔ THỊ)[^/]*|(?:TỔ ĐẠI BIỂU|ĐOÀN GIÁM SÁT)(?: SỐ \d+)?)"
)
_BRANCH = r"(?:PHÒNG GIAO DỊCH|CHI NHÁNH)"
_BARE = re.compile(_COMMITTEE, re.IGNORECASE)
_COMMITTEE_OF = re.compile(rf"(?:{_COMMITTEE})\s+", re.IGNORECASE)
_PLACED = re.compile(rf"({_COMMITTEE}|{_BRANCH})\s+((?:{LEVEL}|TRƯỜNG|CÔNG TY|SỞ)(?:\s.*)?)", re.IGNORECASE)
_CENTRAL = re.compile(rf"({_COMMITTEE})\s+TRUNG ƯƠNG", re.IGNORECASE)
_PARTY = re.compile(r"(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)(?!\w)", re.IGNORECASE)
_COUNCIL = re.compile(r"(?:HỘI ĐỒNG NHÂN DÂN|HĐND)(?!\w)", re.IGNORECASE)
_FROM_LEVEL = re.compile(rf"\s+(?!XÃ HỘI){LEVEL}(?!\w).*", re.IGNORECASE)
_SCHOOL = re.compile(r"(?:TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN)(?!\w)", re.IGNORECASE)
_OF_SCHOOL = re.compile(r"(?:KHOA|BỘ MÔN|TỔ CHUYÊN MÔN)(?!\w)", re.IGNORECASE)
_OF_SOCIETY = re.compile(rf"^(HỘI .+?)\s+(?:VIỆT NAM|VN)(?=\s+{LEVEL}\s)", re.IGNORECASE)
_COUNTRY = re.compile(r"\s+(?:VIỆT NAM|VN)$", re.IGNORECASE)
_RULED_BY = re.compile(r"\s+THEO\s+(?:NQ|NGHỊ QUYẾT|QĐ|QUYẾT ĐỊNH|KH|KẾ HOẠCH)(?!\w).*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"(?:ub)?[^aeiouy]+")
_SMALL_WORDS = frozenset({"va", "cua", "cac"})


def acting_for(above: str | None, name: str) -> str:
    """Return `name` with the body that it acts for, which the line above it names: "BAN THƯỜNG TRỰC" -> "BAN THƯỜNG
    TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH AN PHÚ". A name that says itself whose it is comes back as it is."""
    name = _RULED_BY.sub("", name)
    if above is None:
        return name
    central, placed = _CENTRAL.fullmatch(name), _PLACED.fullmatch(name)
    if placed:
        whose = _COUNTRY.sub("", _FROM_LEVEL.sub("", above))
        return f"{placed[1]} {whose} {placed[2]}"
    above = _OF_SOCIETY.sub(r"\1", above)
    bare = _BARE.fullmatch(name) or central
    in_school = _SCHOOL.match(above) and _OF_SCHOOL.match(name)
    within = (
        in_school
        or (_PARTY.match(above) and re.fullmatch(_OF_PARTY, name, re.IGNORECASE))
        or (_COUNCIL.match(above) and re.fullmatch(_OF_COUNCIL, name, re.IGNORECASE))
    )
    return f"{name} {above}" if bare or within else name


def acting_jointly(names: Sequence[str], code: str | None) -> tuple[int, ...]:
    """Return which of the offices of a letterhead issue a document together: those whose initials its number gives.

    code: the number, also one that was left to be filled in: "27/CTrPH-HLHPN-CAT". Empty for one issuer.
    """
    found: list[int] = []
    for part in re.split(r"[-–/]", code or "")[1:]:
        mine = [i for i, name in enumerate(names) if i not in found and _has_initials(name, part.strip())]
        found += mine[-1:]  # of two of one family, the lower: the upper one is its superior
    return tuple(sorted(found)) if len(found) > 1 else ()


def _has_initials(name: str, code: str) -> bool:
    """Tell whether a number's `code` begins as the words of an office's name do: "CAT" of "CÔNG AN TỈNH ..."."""
    words = [word for word in _WORD.findall(fold(_COMMITTEE_OF.sub("", name, 1))) if word not in _SMALL_WORDS]
    initials = "".join(word if _ABBREVIATION.fullmatch(word) else word[0] for word in words)
    return len(code) > 1 and code.isupper() and initials.removeprefix("ub").startswith(fold(code).removeprefix("ub"))
