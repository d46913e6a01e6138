"""Duties without a date: recurring ones ("định kỳ hằng quý ... báo cáo") and those to report to somebody."""

from __future__ import annotations

import re

from knowledge.facts.actors import find_subject, first_verb, named_actor, skip_openings, topic_at
from knowledge.facts.cycles import SO_MANY, Cycle
from knowledge.facts.lexicon import ACTOR, HAND_OVER, OFFICE
from knowledge.facts.reading import Clause
from knowledge.facts.timing import Reading

_PERIODIC = (
    rf"{HAND_OVER}|trao đổi(?= thông tin| tình hình)|sơ kết|tổng kết"
    r"|đánh giá|kiểm tra|giám sát|họp|giao ban|sinh hoạt|tổ chức|bình xét|đối thoại"
    rf"|tiếp xúc|tiếp (?:công )?dân"
    r"|tập huấn|ra quân|công khai|khảo sát|lấy ý kiến|rà soát|tổng hợp|kiểm điểm|(?<!thu thập )thông tin"
    r"|thực hiện|tiến hành|cập nhật"
    r"|(?:đến )?thăm(?! dò)|gặp gỡ|liên hệ|phản ánh|nắm (?:bắt )?tình hình|dự giờ"
    r"|bình chọn|có văn bản|duy trì|thống kê|đăng(?! ký)|phát sóng|mở chuyên mục"
)
_VERB = re.compile(rf"(?<!\w)(?:{_PERIODIC})(?!\w)", re.IGNORECASE)
NEXT_VERB = re.compile(
    r"[\s,:;)]*(?:(?:phải|cần|có trách nhiệm|kịp thời|chủ động)\s+)?"
    rf"(?:{_PERIODIC}|tham mưu|đề xuất|xây dựng|ban hành|hướng dẫn|phối hợp|chủ trì)(?!\w)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"\s*(?:[.,;]|$|theo(?!\w)|về(?!\w)|cho(?!\w)|gửi(?!\w)|với(?!\w)|và khi(?!\w))", re.IGNORECASE)
_ONCE = re.compile(
    rf"lần(?:\s+(?:hằng|hàng|mỗi|trong|một)[^,;.]{{0,16}})?$|lần\s*/\s*\w+$|{SO_MANY}\s*/\s*(?:một\s+)?\w+$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\s,]*(?:tỷ lệ|tỉ lệ|số (?:lượng|vụ|người|hộ)|mức)(?!\w)", re.IGNORECASE)
"""What is measured, not done, after "Hằng năm,"."""
_SO_MANY = re.compile(
    r"\s*(?:ít nhất|tối thiểu|từ)?\s*\d{1,3}\s+(?:tin|bài|buổi|cuộc|tiết|số|kỳ|lớp|đợt|phiên|lượt|hội nghị"
    r"|chuyên (?:mục|đề)|phóng sự)(?!\w)",
    re.IGNORECASE,
)
"""How often something is published or held: "mỗi tháng ít nhất 02 tin, bài"."""
MAIN_AT_END = re.compile(
    r"(?<!\w)(?:báo cáo|gửi|nộp|đăng(?! ký)|phát sóng|mở chuyên mục"
    r"|họp|giao ban|sơ kết|tổng kết|bình xét|kiểm tra|giám sát|đánh giá)"
    r"(?!\w)",
    re.IGNORECASE,
)
# Words that make what follows a thing spoken of, not a thing to be done.
_NOMINAL = re.compile(
    r"(?<!\w)(?:việc|công tác|tình hình|chế độ|để|nhằm|quy chế|tiêu chí|kết quả|kế hoạch|chất lượng|nguyên tắc"
    r"|nội dung)\s",
    re.IGNORECASE,
)
# "trình Chủ tịch quyết định khen thưởng": a step of a task, no duty to report.
_FOR_DECISION = re.compile(
    r"(?:trình|báo cáo)\s[^,;.]{2,60}?\s(?:quyết định|khen thưởng|tặng|công nhận|phong tặng|xét)(?!\w)", re.IGNORECASE
)
_DIFFICULTY = re.compile(
    r"(?<!\w)(?:nếu\s+(?:có|gặp|phát sinh|xảy ra)\s[^;:.]{0,40}?(?:vướng mắc|khó khăn|bất cập|phát sinh)"
    r"[^;:.]{0,60}?,\s*"
    r"|quá trình\s[^;:.,]{0,40}?(?:có|gặp|phát sinh)\s(?:các\s)?(?:vướng mắc|khó khăn|bất cập)[^;:.]{0,60}?,\s*"
    r"|(?:khó khăn, vướng mắc|vấn đề (?:mới )?phát sinh)[^;:.\d]{0,30}?\s"
    r"(?=(?:kịp thời\s+)?(?:báo cáo|phản ánh|gửi|kiến nghị)\s))"
    r"(?=[^;:.]{0,120}?(?<!\w)(?P<verb>báo cáo|phản ánh|gửi|thông tin|kiến nghị)\s"
    r"[^;.]{3,200}?(?:tổng hợp|xem xét|giải quyết|chỉ đạo|điều chỉnh|sửa đổi|trình)(?!\w))",
    re.IGNORECASE,
)
"""What closes most plans: "nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Nội vụ để tổng hợp"; where one is
only told whom to ask, it is no duty."""
_NOTICED = re.compile(
    r"phát hiện(?!\w)[^;:.]{0,160}?[,\s](?:để\s+)?"
    r"(?P<verb>báo cáo|phản ánh|giới thiệu|đề xuất|thông báo|kiến nghị)(?= )",
    re.IGNORECASE,
)
"""What is told as soon as it is seen: "Kịp thời phát hiện sai sót để báo cáo Ban Chỉ đạo xử lý"."""
_IF = re.compile(r"(?<!\w)(?:nếu|khi có (?:yêu cầu|đề nghị|vấn đề)|trường hợp|đột xuất)(?!\w)", re.IGNORECASE)
_HANDS_OVER = re.compile(rf"(?<!\w)(?:{HAND_OVER})(?!\w)(?! (?:này|số|thẩm|tại|của|đánh giá của))", re.IGNORECASE)

_DENIED = re.compile(r"(?<!\w)(?:không|chưa|nào)(?!\w)", re.IGNORECASE)
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_SENT_TO = re.compile(rf"(?<!\w)(?:báo cáo|gửi|nộp)\s[^,;]*?\s(?:về|cho|gửi|đến)\s+(?:{OFFICE})[^,;]{{0,60}}$")
_GOES_TO = re.compile(rf"\s+(?:về|cho|gửi|đến)\s+(?:{OFFICE})[^,;:]{{0,80}}$")
_PACED = re.compile(r"(?:định|thường)\s+kỳ", re.IGNORECASE)
_TO_OFFICE = re.compile(rf"\s+(?:ngay\s+|kịp thời\s+)?(?:về\s+|cho\s+)?(?:{OFFICE})")
_ON_TO = re.compile(rf"\s*(?:về|cho|gửi|đến)\s+(?:{OFFICE})")


def recurring(reading: Reading, clause: Clause) -> list[Cycle]:
    """Return the periods of the clause that a duty to act recurs by (not "kế hoạch hằng năm", "báo cáo định kỳ")."""
    inside = [c for c in reading.cycles if clause.start <= c.start < clause.end]
    inside = [c for c in inside if not _DONE.search(reading.masked, clause.start, c.start)]
    groups: dict[int, list[Cycle]] = {}
    for cycle in inside:
        groups.setdefault(cycle.group, []).append(cycle)
    for group in groups.values():
        if _is_adverb(reading, group[0], group[-1], clause):
            return group
    return []


def _is_adverb(reading: Reading, first: Cycle, last: Cycle, clause: Clause) -> bool:
    """The periods open the clause, follow its subject, stand right before a verb, or end the clause of a main verb;
    "hai tháng một lần" is said of any verb, and what goes to somebody goes there so often, whatever it is about."""
    text = reading.masked
    subject = find_subject(text, clause.start, clause.end)
    colon = text.rfind(": ", clause.start, first.start)
    opening = skip_openings(text, colon + 1 if colon > 0 else clause.start, clause.end)
    after = text[last.end : clause.end]
    lead = text[colon + 1 if colon > 0 else clause.start : first.start]
    behind = subject is not None and subject.end <= first.start and not text[subject.end : first.start].strip(" ,:(")
    leads = behind or not lead.strip(" ,:(–-")
    if leads and _VERB.search(after) and not _FIGURE.match(after):
        return True
    topic = topic_at(text, clause.start, clause.end)
    told = topic is not None and topic.after <= first.start and not text[topic.after : first.start].strip()
    if topic and told and _VERB.match(text, topic.start):
        return True  # "Giao ban giữa hai đơn vị: mỗi quý một lần"
    if first.unit == "định kỳ":
        return False
    if NEXT_VERB.match(after) or (ACTOR.match(after.lstrip(" ,")) and _VERB.search(after)):
        return not _NOMINAL.search(re.split(r"[,;]\s", text[opening : first.start])[-1][-40:])
    before = text[opening : first.start]
    phrase = re.split(r"[,;]\s", before.rstrip(" ,"))[-1]
    once = _ONCE.search(reading.text, 0, last.end) and _VERB.search(phrase)
    often = _ONCE.search(reading.text, 0, last.end) is not None and behind_actor(text, clause, first)
    acts = once or MAIN_AT_END.search(phrase) or _VERB.match(text, opening) or often
    if acts and _GOES_TO.match(after) and _PACED.match(reading.text, first.start):
        return True  # "báo cáo tình hình định kỳ hằng quý cho Chủ tịch"
    ends = _AT_END.match(after) or _SO_MANY.match(after)
    return bool(
        ends and acts and (once or _SENT_TO.search(phrase) or _ON_TO.match(after) or not _NOMINAL.search(phrase))
    )


_AT_MOST = re.compile(r"(?<!\w)(?:tối đa|không quá|chỉ|được)(?!\w)", re.IGNORECASE)
"""What is allowed so often, not asked for."""


def behind_actor(text: str, clause: Clause, cycle: Cycle) -> bool:
    """Tell whether somebody who is named does something so often, whatever it is: "Tổ vận động đến từng hộ"."""
    named = named_actor(text, clause.start, clause.end) or find_subject(text, clause.start, clause.end)
    return (
        named is not None and named.end < named.verb < cycle.start and not _AT_MOST.search(text, named.end, cycle.start)
    )


def hands_over(text: str) -> bool:
    """Tell whether a text speaks of reporting, sending or registering anything at all."""
    return any(pattern.search(text) for pattern in (_HANDS_OVER, _DIFFICULTY, _NOTICED))


def handed_over(text: str, clause: Clause) -> int | None:
    """Return where the clause, as such, orders something to be reported, sent or registered; None if it doesn't."""
    seen = _NOTICED.search(text, clause.start, clause.end)
    told = _DIFFICULTY.search(text, clause.start, clause.end) or seen
    if told and not (told is seen and _IF.search(text, clause.start, told.start())):
        return told.start("verb")
    if _IF.search(text, max(clause.sentence[0], clause.start - 400), clause.end):
        return None
    for match in _HANDS_OVER.finditer(text, clause.start, clause.end):
        phrase = re.split(r"[,;]\s|\sđồng thời\s", text[clause.start : match.start()])[-1]
        if phrase.endswith(" và ") and (_TO_OFFICE.match(text, match.end()) or _makes(phrase)):
            phrase = ""  # "giám sát việc thu chi và báo cáo Thường trực Hội", "xây dựng kế hoạch và báo cáo ... về Sở"
        if _FOR_DECISION.match(text, match.start(), clause.end):
            continue
        must = phrase.endswith((" phải ", " cần ")) and not _DENIED.search(phrase)
        leads = phrase.strip() in {"", "và"} or match.group().lower() in {"báo cáo", "gửi", "nộp", "đăng ký"}
        if must or (leads and not _NOMINAL.search(phrase)):
            return match.start()
    return None


def _makes(phrase: str) -> bool:
    """Tell whether a doing stands before what a phrase speaks of: "xây dựng kế hoạch", not "việc xây dựng"."""
    thing, verb = _NOMINAL.search(phrase), first_verb(phrase, 0, len(phrase))
    return thing is not None and verb is not None and verb < thing.start()
