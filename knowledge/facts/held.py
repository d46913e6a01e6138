"""Whether a day is that of an event held on it, or of what somebody does then, though no word makes a limit of it."""

from __future__ import annotations

import re

from knowledge.facts.actors import find_subject, first_verb, skip_openings
from knowledge.facts.lexicon import OFFICE, VERB_START
from knowledge.facts.reading import Clause
from knowledge.facts.whens import When
from knowledge.facts.windows import Windowed
from knowledge.patterns import later

NEAR = 400  # characters around a date that may say what it is for
# Of people and bodies, not of work: "đảng viên kết nạp trước ngày ...", "các hội thành lập trước năm ...".
ATTRIBUTE = later(
    r"(?<!\w)(?:đã|được (?:cấp|tuyển|bổ nhiệm|thành lập)|kết nạp|thành lập|tuyển dụng|sinh|có hiệu lực|công tác"
    r"|phát sinh"
    r"|xảy ra|ban hành|cư trú|kỷ niệm|chào mừng|tồn tại)(?!\w)[^,.;:]{0,40}$",
    re.IGNORECASE,
)
# Events that are held on a day: the day needs no comparator.
_EVENTS = (
    "tổ chức|tập huấn|ra quân|khai mạc|bế mạc|phát động|hội nghị|hội thi|hội thảo|lễ|vòng|chung kết|bán kết|họp|thi"
    "|sơ kết|tổng kết|lớp|khóa|đợt|thắp nến|hiến máu|ngày hội|diễn ra|trao giải|công bố|ra mắt|khởi công|khánh thành"
    "|gặp mặt|giao lưu|tọa đàm|mít tinh|đối thoại"
)
_EVENT = Windowed(later(rf"(?<!\w)(?:{_EVENTS})(?!\w)[^;.]*$", re.IGNORECASE), _EVENTS)
# A meeting of a month at which something is done: "công bố kết quả tại hội nghị tổng kết tháng 12/2026".
_AT_MEETING = Windowed(
    later(
        r"(?<!\w)(?:tại|trong|vào)\s+(?:hội nghị|kỳ (?:họp|sinh hoạt)|phiên họp|cuộc họp|buổi|lễ|đại hội)(?!\w)"
        r"[^,.;:()]{0,40}$",
        re.IGNORECASE,
    ),
    "hội nghị|họp|kỳ sinh hoạt|buổi|lễ|đại hội",
)
_HELD = later(
    r"(?:vòng|sơ khảo|chung khảo|chung kết|bán kết|khai mạc|bế mạc|hội (?:thi|thao|nghị|thảo|diễn|trại)|ngày hội|lễ"
    r"|tọa đàm|giao lưu|trao giải|tổng duyệt|ra quân|gặp mặt|mít tinh)(?!\w)[^,;:.]*$",
    re.IGNORECASE,
)
_FEASTS = r"chào mừng|kỷ niệm|nhân dịp|nhân|dịp|hưởng ứng|truyền thống|giải phóng|quốc khánh|quốc tế|ngày\s+[A-ZĐ]"
REMEMBERED = Windowed(later(rf"(?:{_FEASTS})[^,.;:]*$|\(\s*$", re.IGNORECASE), rf"{_FEASTS}|\(")
_ISSUED = later(r"(?:thông qua|ban hành|ký|phê duyệt|công nhận)\s*(?:vào\s+)?$", re.IGNORECASE)
_FOR_SIGNING = later(r"(?<!\w)trình\s[^,;:.()]{2,80}\ský\s*$", re.IGNORECASE)
_SENT = later(
    rf"(?<!\w)(?:(?<!để )(?<!đã )(?:gửi|nộp)|(?<!chương )(?<!quá )(?<!quy )(?<!tờ )trình|đăng ký)\s+"
    rf"(?:(?:về|cho|lên|đến|với)\s+)?(?:{OFFICE})(?!\w*\s+(?:số|theo|tại)\s)[^,;:.()\d]{{0,60}}$",
    re.IGNORECASE,
)
"""What goes to an office, up to the day on which it does."""
_SUMS_UP = later(
    r"(?:sơ kết|tổng kết|trao giải|khai giảng|bế giảng)\s+(?:giữa kỳ\s+|(?:đợt|lần)\s+\w+\s+)?", re.IGNORECASE
)
_FINISHED = later(r"(?<!\w)(?:(?<!đã )(?:hoàn thành|hoàn tất)|xong)\s+(?:vào\s+)?$", re.IGNORECASE)
_COLON_END = later(r":\s*(?:vào\s+)?$")
_PART_ENDS = later(r"\s*(?:[.,;)]|$)")
_BETWEEN = later(r"(?:(?<!\w)(?:số|theo|tại|của|từ|đến|kỷ niệm|căn cứ)(?!\w)|[,;:(]|\s-\s)[^,;:(]*$", re.IGNORECASE)
"""What makes a day that follows it that of a paper, an event or a place, not of what is done."""
_DAY = ("ngày", "sáng", "chiều", "tối", "đêm", "lúc", "thứ", "chủ nhật", "0", "1", "2")
DONE = Windowed(later(r"(?<!\w)đã(?!\w)"), "đã")


def heads_event(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a clause says when something is held, and no more: "Vòng loại các cụm trong tuần 2 của tháng 5"."""
    held = _HELD.match(text, skip_openings(masked, clause.start, clause.end), when.start)
    return held is not None and not REMEMBERED.search(text, held.end(), when.start)


def is_held(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a day without a comparator is that of an event that is held: "tập huấn ... ngày 19/9/2026", or of an
    appointment: something at an hour of it, "tổng duyệt 8h00 ngày 5/10"."""
    start = max(clause.start, when.start - NEAR)
    near = max(text.rfind(", ", start, when.start), start)
    remembered = REMEMBERED.search(text, near, when.start) or DONE.search(text, start, when.start)
    if when.parts.day is None:
        meets = _AT_MEETING.search(text, near, when.start) or _summed_up(text, masked, when, clause)
        return when.parts.month is not None and not remembered and bool(meets)
    if when.parts.month is None or not (when.time or text[when.start : when.end].lower().startswith(_DAY)):
        return False
    if remembered or (_ISSUED.search(text, start, when.start) and not _FOR_SIGNING.search(text, start, when.start)):
        return False
    if when.time and masked[clause.start : when.start].strip(" -+*•(,"):
        return ATTRIBUTE.search(text, start, when.start) is None
    if _is_sent_then(text, masked, when, clause) or _FINISHED.search(text, start, when.start):
        return True
    return _EVENT.search(text, start, when.start) is not None or _is_done_then(text, masked, when, clause)


def _summed_up(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a month is that in which work is summed up, and nothing else is said: "Sơ kết tháng 8/2027"."""
    start = max((text.rfind(mark, clause.start, when.start) + 1 for mark in ",:"), default=0)
    start = skip_openings(masked, max(start, clause.start), when.start)
    return bool(_SUMS_UP.fullmatch(text, start, when.start) and _PART_ENDS.match(text, when.end))


def _is_sent_then(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether something goes to somebody on a day: "Kịch bản gửi Trưởng phòng ngày 25/5"."""
    sent = _SENT.search(masked, max(clause.start, when.start - NEAR), when.start)
    return sent is not None and _PART_ENDS.match(text, when.end) is not None


def _is_done_then(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether somebody does something on a day: "Trạm Y tế phun khử khuẩn ngày 25/6/2026"."""
    subject = find_subject(masked, clause.start, when.start)
    verb = first_verb(masked, subject.end, when.start) if subject else None
    if verb is None and subject and VERB_START.match(masked, subject.verb):
        verb = subject.verb  # "Trạm y tế khám cho người có công: ngày 10/10"
    comma = masked.rfind(", ", verb, when.start) if verb else -1
    if comma >= 0 and VERB_START.match(masked, comma + 2):
        verb = comma + 2  # "làm việc đến hết 18/7, báo cáo kết quả ngày 21/7"
    bound = _BETWEEN.search(text, verb, when.start) if verb else None
    listed = verb is not None and _COLON_END.search(text, verb, when.start) is not None
    return verb is not None and (bound is None or listed)
