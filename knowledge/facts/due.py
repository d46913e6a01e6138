"""What a deadline means as a day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from knowledge.facts.stretches import whole
from knowledge.model import Deadline
from knowledge.parsing.dates import ANY, find_date
from knowledge.patterns import later

_BARE = later(
    r"(?:(?:tổng hợp|thẩm định|báo cáo|gửi|nộp|trình|đề xuất|xem xét|và)[\s,]*)+$|\S+ đã(?!\w)", re.IGNORECASE
)
"""A duty of verbs alone, or one that lost what it is about."""
HANDED_TO = later(r"(?:gửi|nộp|trình|chuyển)\s+(?:(?:về|đến|cho|lên)\s+)?", re.IGNORECASE)
"""What hands something over, before the name of who gets it."""
_LATEST = "chậm nhất"
_COUNTED = later(
    rf"(?P<count>\d{{1,3}})\s*(?:\([^()]{{1,20}}\)\s*)?(?P<unit>ngày|tuần|tháng)\s*,?\s*"
    rf"(?:(?:kể|tính)\s+từ|từ|sau)\s+(?P<start>{ANY})",
    re.IGNORECASE,
)
_FROM_ISSUE = later(
    r"(?P<count>\d{1,3})\s*(?:\([^()]{1,20}\)\s*)?(?P<unit>ngày|tuần|tháng)\s*,?\s*(?:(?:kể|tính)\s+từ|từ|sau)\s+ngày\s+"
    r"(?:ký(?:,?\s+ban\s+hành)?|ban\s+hành|phát\s+hành)"
    r"(?:\s+(?:kế hoạch|văn bản|hướng dẫn|quyết định|chương trình|công văn|thông báo|quy chế|chỉ thị|đề án)\s+này)?",
    re.IGNORECASE,
)
"""A term counted from the day of the document that states it: "15 ngày kể từ ngày ban hành Kế hoạch này"."""
_AT_LEAST = r"(?:ít\s+nhất|tối\s+thiểu|(?<!nhất )sau)"
_OPENS_AT_LEAST = later(rf"{_AT_LEAST}(?!\w)", re.IGNORECASE)
_LEADS_AT_LEAST = later(
    rf"(?<!\w){_AT_LEAST}(?:\s+(?:là|trong(?:\s+(?:vòng|khoảng|thời\s+(?:gian|hạn)))?))?\s*$", re.IGNORECASE
)
"""What makes of a term the first day on which, or the least time for which: no last day."""
_NEAR = 60
_LASTS = later(
    r"(?<!\w)(?:niêm yết|treo|duy trì|công khai|trưng bày|triển lãm|lưu giữ|lưu trữ|bảo quản|đăng tải|phát sóng"
    r"|giữ nguyên)(?!\w)",
    re.IGNORECASE,
)
"""Work that goes on for all of a term: how long, not until when it has to be done."""
_HANDS_IN = later(r"(?:phải |cần |có trách nhiệm )?(?:hoàn thành|làm xong|gửi|nộp|báo cáo|trình)(?!\w)", re.IGNORECASE)


_OF_ISSUE = later(
    r"^(?:(?:ngay\s+)?trong|vào|cuối|hết)\s+(?:(?:cuối|hết)\s+)?(?P<unit>tuần|tháng|quý|năm)\s+(?P<which>này|nay|sau|tới)$",
    re.IGNORECASE,
)
"""A stretch that is told from that day: "trong tuần này", "cuối tháng sau"."""
_UNITS = {"tuần": "tuan", "tháng": "thang", "quý": "quy", "năm": "nam"}
_NEXT = ("sau", "tới")


def day_from_issue(within: str, issued: date | None) -> date | None:
    """Return the last day of a term that is counted from the day of the document's issue."""
    of_issue = _OF_ISSUE.search(within)
    if of_issue and issued:
        return whole(_UNITS[of_issue["unit"].lower()], of_issue["which"].lower() in _NEXT, issued)[1]
    found = _FROM_ISSUE.fullmatch(" ".join(within.split()))
    return _after(issued, int(found["count"]), found["unit"].lower()) if found and issued else None


def _after(start: date, count: int, unit: str) -> date:
    if unit == "tháng":
        year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    return start + timedelta(days=count * (7 if unit == "tuần" else 1))


def counted_day(deadline: Deadline) -> date | None:
    """Return the last day of a term that is counted from a stated day ("trong vòng 15 ngày kể từ ngày 20/12/2026":
    04/01/2027), or from that of the document (then `until` has it); None where it is counted from anything else, in
    working days or hours, comes again or is no bound.

    The day from which it is counted is not one of them (Bộ luật Dân sự 2015, Điều 147).
    """
    found = _COUNTED.fullmatch(" ".join((deadline.within or "").split()))
    start = find_date(found["start"]) if found else None
    last = _after(start, int(found["count"]), found["unit"].lower()) if found and start else deadline.until
    return None if deadline.recurrence or not _is_bound(deadline) else last


def _is_bound(deadline: Deadline) -> bool:
    """Tell whether a term is the longest that a duty may take, and neither the shortest nor how long it lasts."""
    if _OPENS_AT_LEAST.match(deadline.stated or "") or any(_is_least(deadline, c.quote) for c in deadline.citations):
        return False
    if deadline.comparator in ("trong vòng", "trong"):
        return _HANDS_IN.match(deadline.what) is not None or _LASTS.search(deadline.what) is None
    return deadline.comparator == _LATEST


def _is_least(deadline: Deadline, quote: str) -> bool:
    """Tell whether the words of a plan before a duty's term make it a minimum: "tối thiểu trong 10 ngày kể từ ..."."""
    at = quote.find(deadline.within or "")
    return at > 0 and _LEADS_AT_LEAST.search(quote, max(0, at - _NEAR), at) is not None


def due_date(deadline: Deadline) -> date | None:
    """Return the stated day, the last day of a range, month or quarter, or one counted from a stated day; None if it
    recurs, lacks a year, or that year has no such day."""
    if deadline.comparator == "sau":
        return None
    if deadline.within:
        return counted_day(deadline)
    if deadline.comparator == "từ" or (deadline.day is None and deadline.recurrence is None):
        return deadline.until
    year = deadline.year or deadline.inferred_year
    if deadline.day is None or deadline.month is None or year is None:
        return None
    in_month = calendar.monthrange(year, deadline.month)[1]
    return date(year, deadline.month, deadline.day) if deadline.day <= in_month else None


def last_safe_day(deadline: Deadline) -> date | None:
    """Return the last day on which the duty is still done in time: "trước ngày 10/5/2024" means by the 9th, "trước 17
    giờ ngày 10/5/2024" on the 10th."""
    due = due_date(deadline)
    return due - timedelta(days=1) if due and deadline.comparator == "trước" and not deadline.time else due


def sort_key(deadline: Deadline) -> tuple[bool, int, int, int]:
    """Order duties by date, undated ones last."""
    due = due_date(deadline)
    if due is not None:
        return False, due.year, due.month, due.day
    if deadline.month is not None:
        year = deadline.year or deadline.inferred_year or (deadline.until.year if deadline.until else 0)
        return False, year, deadline.month, deadline.day or 31
    return True, 9999, 12, 31


def names_work(deadline: Deadline) -> bool:
    """Tell whether the words for a duty name what it is about: not "cấp", not "tổng hợp, báo cáo"."""
    words = deadline.what.strip(" .;,")
    handed = HANDED_TO.match(words)
    only_to = bool(handed and deadline.to and words[handed.end() :].startswith(deadline.to))
    return len(words.split()) > 1 and not only_to and _BARE.match(words) is None
