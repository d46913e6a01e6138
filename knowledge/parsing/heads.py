"""The heads of a table's columns: what such a line looks like, and what a column under a head holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from knowledge.patterns import later
from knowledge.text import fold


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    WHAT = "what"
    WHO = "who"
    WITH = "with"
    WHEN = "when"
    PRODUCT = "product"
    PLACE = "place"
    TO = "to"
    UNIT = "unit"
    AMOUNT = "amount"
    NOTE = "note"
    OTHER = "other"


# "Đơn vị được kiểm tra": whom something is done to.
_VISITED = r"\s+(?:duoc|chiu su)\s+(?:kiem tra|giam sat|thanh tra|khao sat|tham dinh|danh gia|ho tro|khen|tang|cap)"
# Read in this order, on folded text, the first that matches.
_KINDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"(?:stt|s\.t\.t|tt|so tt|so thu tu|#|no)"),
    (Column.UNIT, r"(?:don vi tinh|dvt|don vi do)"),
    (Column.WITH, r"(?:(?:co quan|don vi|bo phan|nguoi|to chuc|ca nhan)?[\s,/]*)*phoi hop.*"),
    (Column.TO, r"(?:noi nhan|noi gui|noi nop|(?:co quan|don vi|bo phan) (?:tiep )?nhan|gui (?:ve|den).*)"),
    (
        Column.WHEN,
        r"(?:thoi (?:gian|han|diem)|han (?:nop|chot|cuoi|hoan)|han|tien do|moc|lich|ngay(?: thang)?(?!\w)|"
        r"thu[\s,/–-]+ngay|ngay gio|gio|buoi|hoan thanh|du kien|thang|quy|ky han|dinh ky)(?!\w).*",
    ),
    (Column.PLACE, r"(?:dia (?:diem|ban|chi)|noi thuc hien).*"),
    (Column.PRODUCT, r"(?:san pham|ket qua|du kien ket qua|dau ra|van ban|ho so).*"),
    (
        Column.WHO,
        r"(?:(?:co quan|don vi|bo phan|nguoi|to chuc|ca nhan|dong chi|lanh dao|thanh vien|uy vien|tram|doi|to|nhom|khoa"
        r"|phong|ban|thon|truong)[\s,/]*)*"
        r"(?:chu tri|thuc hien|phu trach|chiu trach nhiem|dau moi|tham muu|theo doi|chi dao).*|"
        rf"(?:(?:co quan|don vi|bo phan|to chuc)(?!{_VISITED})|phan cong|trach nhiem|ho va ten|ho ten|ho, ten|lanh dao|"
        r"dong chi|can bo).*|(?:doan|to)(?: (?:kiem tra|giam sat|cong tac|khao sat|thanh tra).*)?",
    ),
    (
        Column.AMOUNT,
        r"(?:diem|so diem|muc diem|thang diem|ke hoach|nam \d{4}|\d{4}"
        r"|so (?:luong|mo hinh|dien hinh|cong trinh|sang kien)|kinh phi|thanh tien|ty le|muc"
        r"|(?:so )?tien|gia tri|don gia|dinh muc).*",
    ),
    (
        Column.WHAT,
        r"(?:(?:ten\s+)?(?:cac\s+)?(?:noi dung|nhiem vu|cong viec|hoat dong|viec|chi tieu|tieu chi|tieu chuan|"
        r"chuyen de|mo hinh|cong trinh|phan viec|dot|vong|buoc|danh muc|ten|chuong trinh|muc tieu|giai phap|"
        r"hang muc|khoan chi|doi tuong|"
        r"dien giai|linh vuc|de muc|bao cao|de an|phong trao)).*",
    ),
    (Column.NOTE, r"ghi chu.*|y kien.*"),
)
_KIND = tuple((kind, later(pattern)) for kind, pattern in _KINDS)
_LONGEST = 80  # characters of a head


@lru_cache(8192)
def column_of(head: str) -> Column:
    """Return what the column under `head` holds."""
    folded = " ".join(fold(head).split()).strip(" .:*()")
    return next((kind for kind, pattern in _KIND if pattern.fullmatch(folded)), Column.OTHER)


def is_numbering(head: str) -> bool:
    """Tell whether a head is that of the column of numbers: "STT", "TT", "Số TT"."""
    return column_of(head) is Column.NUMBER


@lru_cache(1024)
def is_visited(head: str) -> bool:
    """Tell whether a column holds whom something is done to: "Đơn vị được kiểm tra"."""
    return (
        re.search(rf"(?:co quan|don vi|bo phan|to chuc|chi bo|truong|thon|xa|phuong){_VISITED}", fold(head)) is not None
    )


def is_head_row(cells: Sequence[str]) -> bool:
    """Tell whether cells are the heads of a table: the first one numbers the rows, or two and more are usual heads."""
    filled = [cell.strip(" *") for cell in cells if cell.strip(" *")]
    if len(filled) < 2 or any(len(cell) > _LONGEST or cell.endswith((".", ";")) for cell in filled):
        return False
    known = [column_of(cell) for cell in filled]
    if known[0] is Column.NUMBER:
        return True
    usual = sum(kind is not Column.OTHER for kind in known)
    most = usual * 2 > len(filled) or (usual > 2 and usual * 2 == len(filled))
    return usual >= 2 and most and len(set(known)) > 1
