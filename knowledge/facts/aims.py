"""Which figures of a plan are aims; others tell how things are, what is scored or paid, and when something follows."""

from __future__ import annotations

import re

from knowledge.model import Plan, Target
from knowledge.patterns import later
from knowledge.text import fold

_AIMS = later(r"\b(?:chi tieu|muc tieu|phan dau|nhiem vu|yeu cau)\b")
_REPORTED = later(
    r"\b(?:danh gia|tinh hinh|thuc trang|dac diem|ket qua (?:dat duoc|thuc hien|noi bat)|uu diem|ton tai|han che)\b"
)
"""Headings of what is so, or was."""
_SO_FAR = later(
    r"\b(?:da|moi) (?:dat|co|giai quyet|thuc hien|hoan thanh)\b|\btrong \d+ thang (?:dau|cuoi) nam\b|\btinh den\b"
)
_PLACE = later(
    r"(?<!moi )(?<!cac )(?<!tung )(?<!toan )\b(?:xa|phuong|thi tran|huyen|quan|tinh|thanh pho"
    r"|dia ban|mien nui|don vi|truong)(?: hien)? co$"
)
_CONDITION = later(
    r"\b(?:doi voi|truong hop|khi|neu|noi (?:nao )?co|trong so)\b[^,;:]*$"  # "đối với xã có dự án từ [50 hộ]"
)
"""What makes a figure one on which something depends."""
_PART_OF_MANY = later(r"\bmoi (?:to|lop|doi|nhom|doan|ban|cum|suat|giai|luot)\b[^,;:]*$")
_PEOPLE = later(r"(?:nguoi|hoc vien|em|dai bieu|thi sinh|thanh vien|doan vien|dong)\b")
_OF_WHICH = later(r"(?:ty le|ti le|muc)\b")
_ALLOWED = later(r"\bduoc(?: \w+){0,3}$")
_CASES = later(r"\b(?:truong hop|dieu kien)(?: sau(?: day)?)?:?$")
_LIMITS, _AT_LEAST = frozenset({"tối đa", "không quá"}), frozenset({"ít nhất", "tối thiểu", "trên", "hơn"})
_ITEM = later(r"\n\s*(?:\n|[-+*•–]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_SENTENCE = later(r"[.;]\s")
_SCORED = later(
    r"\b(?:muc thuong|tien thuong|giai thuong|co cau giai|(?:thang|bang|cham|tinh|cong|tru) diem"
    r"|diem (?:thuong|tru|toi da)|(?:ty le|muc) toi da|muc chi|he so)\b"
)
"""Of headings and of what is counted: points, prizes, payments."""
_AWARDS = later(
    r"(?:bang khen|giay khen|co thi dua|danh hieu|huan chuong|(?:tap the )?lao dong (?:xuat sac|tien tien)"
    r"|giai (?:nhat|nhi|ba|khuyen khich))\b"
)
_OF_PAPERS = later(r"\d+ (?:bo|ban)$")
"""How many copies of a file are handed in."""
_TAKEN_OFF = later(r"(?:được giảm|miễn giảm|bị trừ|trừ|cộng(?: thêm)?|hệ số|lãi suất|phí)\s*$", re.IGNORECASE)
_FOLLOWS = later(
    r"(?<!\w)(?:thì|có thể|hệ số|bị (?:trừ|loại|hạ|cắt|phê bình)|(?:trừ|cộng)(?: thêm)? \d+|(?:trừ|cộng) điểm"
    r"|không (?:được )?(?:xét|xếp)|được (?:xét(?! duyệt)|thưởng|cộng|miễn|giảm)"
    r"|được [^.;]{0,60}?tặng (?:giấy|bằng) khen)(?!\w)",
    re.IGNORECASE,
)
"""What follows from reaching a figure makes it a condition."""
_BARRED = later(r"(?<!\w)(?:không được|bị)(?!\w)", re.IGNORECASE)
"""What befalls those who stay under a figure."""
_DIVIDED = later(r"\bchia (?:thanh|lam|ra)\b")
"""Of what there is: "toàn Đảng bộ có 31 chi bộ, chia thành 04 cụm"."""
_REACH = 160
_BROKEN = later(
    r"[(/]|(?:của|trong|ở|vào|tại|so với|đối với|đến|từ|có|bị|được|là|và|thì|với|biết|đạt|nhưng|không|cho|trước|sau"
    r"|chuyển|riêng)(?!\w)|\S+(?:\s\S+)?$",
    re.IGNORECASE,
)


def is_aim(plan: Plan, target: Target) -> bool:
    """Tell an aim from any other figure, by its headings and by what stands around it."""
    headings = fold(" ".join(_headings(plan, target.section)))
    if (
        (target.unit or "").startswith("điểm")
        or _OF_PAPERS.match(fold(target.value))
        or _AWARDS.match(fold(target.counts))
        or _SCORED.search(f"{headings} {fold(target.counts)}")
    ):
        return False
    if _REPORTED.search(headings) and not _AIMS.search(headings):
        return False
    if not target.citations:
        return True
    start = target.citations[0].start + max(0, target.citations[0].quote.find(target.value))
    before = plan.source_text[max(0, start - 300) : start]
    said = " ".join(fold(_SENTENCE.split(before)[-1]).split())
    if _is_condition(plan, target, " ".join(fold(_SENTENCE.split(_ITEM.split(before)[-1])[-1]).split())):
        return False
    if _AIMS.search(said):
        return True
    end = start + len(target.value)
    after = _SENTENCE.split(plan.source_text[end : end + _REACH])[0]
    of_row = "(bảng" in target.section  # whose first like number may be another one
    led = target.citations[0].quote.partition(target.value)[0] if of_row else said
    in_brackets = led.count("(") > led.count(")")  # named in passing
    if in_brackets or _TAKEN_OFF.search(_SENTENCE.split(before)[-1]) or _FOLLOWS.search(" ".join(after.split())):
        return False
    if _DIVIDED.search(f"{said} {fold(after)}"):
        return False
    if target.comparator == "dưới" and _BARRED.search(after):
        return False
    return not (_SO_FAR.search(f"{said} {fold(target.value)}") or _PLACE.search(said))


def _is_condition(plan: Plan, target: Target, said: str) -> bool:
    """Tell whether something depends on a figure, or it is a limit or the size of a part; said: what stands before it
    in its sentence and item, folded."""
    clause, counts = said.rpartition(";")[2].strip(), fold(target.counts).strip(" .")
    if "(bảng" in target.section or _OF_WHICH.match(counts):
        return False
    group = clause.endswith(" co") and counts in ("nguoi", "thanh vien")
    size = target.comparator not in _AT_LEAST and _PART_OF_MANY.search(clause) and _PEOPLE.match(counts)
    limit = target.comparator in _LIMITS and _ALLOWED.search(clause)
    return bool(group or size or limit or _CONDITION.search(clause)) or (
        clause == "co" and _is_case(plan, target.section)
    )


def _is_case(plan: Plan, path: str) -> bool:
    """Tell whether an item stands under words that head cases: "... khi có một trong các trường hợp sau:"."""
    over = (each.body.text or each.heading.text for each in plan.walk() if path.startswith(f"{each.path}."))
    return any(_CASES.search(fold(text).strip()) for text in over)


def is_named(counts: str) -> bool:
    """Tell whether these words alone name what is counted: not "của doanh nghiệp", not "lớp"."""
    return _BROKEN.match(" ".join(counts.split())) is None


def _headings(plan: Plan, path: str) -> list[str]:
    """Return the headings of a section and of those above it."""
    return [
        each.heading.text
        for each in plan.walk()
        if path == each.path or path.startswith((f"{each.path}.", f"{each.path} "))
    ]
