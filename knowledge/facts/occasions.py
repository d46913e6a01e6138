"""Which dates bind somebody, and what a report at a date covers."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.facts.actors import actor_label, find_subject, first_verb, named_actor, skip_openings, topic_at
from knowledge.facts.held import ATTRIBUTE, DONE, NEAR, REMEMBERED, heads_event, is_held
from knowledge.facts.lexicon import ACTOR, LABEL, TERM, VERB_START
from knowledge.facts.reading import Clause
from knowledge.facts.whens import When
from knowledge.facts.windows import Windowed
from knowledge.model import Plan
from knowledge.patterns import later

# "số 43/KH-UBND ngày ...", "Luật ... ngày ...": the date belongs to the document named before it.
_PAPERS = (
    "Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Quy chế|Công văn"
    "|Kế hoạch|Hướng dẫn|Thông báo|Thông tri|Thông tư|Đề án|Chương trình|Tờ trình|Thư|Báo cáo|Giấy mời|Công điện"
    "|Điều lệ"
)
_DOCUMENT = Windowed(
    later(
        r"(?:(?<!\w)\d+[A-Za-z]?(?:/\d+)?\s*[-/]\s*[A-ZĐ][\w&Đ]*(?:[-/][\w&Đ]+)*"
        rf"|(?<!\w)(?:{_PAPERS})(?!\w)(?:(?!\s(?:trong|tại|vào) (?:kỳ|buổi|phiên|cuộc)\s)[^,.;:()]){{0,90}})"
        r"(?:\s*\([^()]{0,40}\))?\s*,?\s*(?:ban hành\s*|ký\s*)?$"
    ),
    rf"[-/]\s*[A-ZĐ]|{_PAPERS}",
)
_MEMORIAL = later(
    r"(?<!\w)(?:kỷ niệm|truyền thống|ngày sinh|(?<!học )(?<!phát )(?<!vệ )sinh(?! viên| hoạt| thái| kế)|thành lập"
    r"|ban hành|(?<!đăng )(?<!chữ )ký|hiệu lực(?: thi hành)?|(?<!máy )tính(?! năng| cách)|kể từ khi|quốc tế|ngày lễ|mất"
    r"|(?<!các )(?<!mỗi )(?<!nâng )(?<!cung )(?<!khẩn )cấp(?! xã| huyện| tỉnh| cơ sở| ủy| trên| dưới))(?!\w)"
    r"[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_EFFECT = later(
    r"(?<!\w)(?:hiệu lực|thi hành|áp dụng|tính|(?<!học )(?<!phát )(?<!vệ )sinh(?=\s*$|\s+(?:ngày|năm|vào))"
    r"|thay thế)(?!\w)[^,.;:()]{0,40}$",
    re.IGNORECASE,
)
# What a report counts, not when it is due: "số liệu lấy từ ngày ... đến hết ngày ...".
_LISTED = later(r"(?:\s+tại\s[^,;:.\d]{2,40}?)?\s*(?:,|và|,\s*và|hoặc)\s*(?:tháng\s+|ngày\s+)?", re.IGNORECASE)
_COUNTED = later(r"(?<!\w)(?:số liệu|mốc|kỳ báo cáo|thời điểm lấy)(?!\w)[^.;:]{0,40}$", re.IGNORECASE)
_FIGURES = later(r"(?<!\w)(?:tính|chốt|số liệu(?: được)? lấy|(?:lấy|chốt) số liệu)\s*$", re.IGNORECASE)
"""Up to when figures are taken: "(số liệu chốt đến ngày 31/10)", "tính đến ngày 05/9"."""
_MADE = later(
    r"(?<!\w)(?:ảnh|tác phẩm|bài(?: viết| dự thi)?|video|clip|phim|tiểu phẩm|thành tích|sáng kiến)\s+(?:được\s+|đã\s+)?"
    r"(?:chụp|sáng tác|viết|quay|thực hiện|sản xuất|đăng|đăng tải|công bố|đạt được|lập)"
    r"(?:\s+(?:trong|khoảng|thời gian|giai đoạn|năm))*\s*$",
    re.IGNORECASE,
)
"""Of what age a work may be that is sent in: "ảnh chụp trong thời gian từ ... đến ..."."""
_ROUND = later(
    r"(?<!\w)(?:đợt|vòng|khóa|lớp|kỳ|giai đoạn|chặng|cuộc|lần|buổi)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|nhất|hai|ba|tư)"
    r"\s*[:(]?\s*$",
    re.IGNORECASE,
)
_FINISH = later(r"hoàn thành|hoàn tất|hoàn thiện|kết thúc|ban hành|sơ kết|tổng kết|báo cáo|gửi|nộp|xong", re.IGNORECASE)
_ENDS = later(r"(?<!\w)(?:sơ kết|tổng kết|hoàn thành|hoàn tất|nghiệm thu|đánh giá|công bố)(?!\w)[^.;]*$", re.IGNORECASE)
_IF = Windowed(later(r"(?<!\w)nếu(?!\w)(?![^;.]*(?<!\w)thì(?!\w))", re.IGNORECASE), "nếu")
_THEN = later(r"(?<!\w)thì(?!\w)", re.IGNORECASE)
_AIM = later(r"(?<!\w)(?:phấn đấu|đạt|tỷ lệ|tỉ lệ|chỉ tiêu|(?!100\s*% [^\W\d])\d+\s*%)", re.IGNORECASE)
_MEETS = later(r"(?:đại hội|hội nghị|hội thi|hội thảo|lớp|lễ|chuyến)(?!\w)", re.IGNORECASE)  # lasts so long
_COUNTED_FROM = later(
    r"\d\s*(?:\([^()]*\)\s*)?(?:ngày|giờ|phút)(?:\s+làm\s+việc|[\s,]+(?:kể|tính|từ|sau)\s)", re.IGNORECASE
)
"""A term that runs from an event, or that is counted in working days."""
_LASTS = later(
    r"(?<!\w)(?:giá trị|hiệu lực|kéo dài|diễn ra|nghỉ|bảo hành|tạm trú|thời hạn|duy trì|học)(?!\w)[^.;]{0,40}$",
    re.IGNORECASE,
)
_DURATION = later(
    r"(?<!\w)(?:(?:lớp|khóa|lượt)(?!\w)[^.;:]{0,30},|có (?:giá trị|hiệu lực)(?!\w)[^.;:]{0,20})\s*$", re.IGNORECASE
)
"""How long a course is, or a paper holds: "mỗi lớp 60 học viên, trong 04 ngày"."""
_MUST = later(r"(?<!\w)phải(?!\w)", re.IGNORECASE)
_IN_BRACKETS = later(r"\(\s*(?:dự kiến|tổ chức|thực hiện|vào|trong|[\s:,])*$", re.IGNORECASE)
_LABEL_GAP = later(
    r"[\s:(–-]*(?:(?:½|nửa|một|\d{1,2})\s+(?:buổi|ngày)\s*[,;(]?\s*)?(?:bắt đầu\s*)?"
    r"(?:dự kiến|vào|lúc|khoảng|tổ chức|thực hiện|trong|là|sáng|chiều)?[\s:,(]*"
    r"(?:ngày\s*)?$",
    re.IGNORECASE,
)
_ANNOUNCED = Windowed(
    later(
        r"(?:thời (?:gian|điểm|hạn)(?:\s+(?:dự kiến|thực hiện|tổ chức|hoàn thành))*|dự kiến)\s*:?\s*(?:vào\s+)?$",
        re.IGNORECASE,
    ),
    "thời (?:gian|điểm|hạn)|dự kiến",
)
_BRACKET_OF = later(
    r"(?:kết|tháng|quý|năm|kỳ|lần|báo cáo|hoàn thành|hội nghị|đại hội)\s*\((?:vào\s)?(?:[\d\s/.,;-]|và|ngày)*$",
    re.IGNORECASE,
)
_REST_OF_BRACKET = later(r"(?:[\d\s/.,;-]|và|ngày|(?:hằng|hàng|mỗi) năm)*\)")


# What opens the text of one round among others: its days are planned, though they may be over when the plan is signed.
_ROUND_HEAD = later(r"[\s+*•–-]*(?:đợt|vòng|giai đoạn)\s+(?:\d{1,2}|[IVX]{1,4})\s*[:(,.–-]", re.IGNORECASE)


def binds(plan: Plan, text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a time is when somebody must have done something (not a cited, past or remembered date)."""
    if (is_past(plan, when) and not _ROUND_HEAD.match(text)) or _belongs_to_document(text, when, clause):
        return False
    if when.comparator in {"đến", "từ"} and _FIGURES.search(text, max(clause.start, when.start - 60), when.start):
        return False
    if when.comparator == "từ" and _MADE.search(text, max(clause.start, when.start - 80), when.start):
        return False
    if _is_years(when):
        return _is_stage(text, masked, when, clause)
    if _is_labelled(text, masked, when, clause):
        return True
    if when.comparator == "sau" or _is_whole_year(when) or _is_condition(text, when, clause):
        return False
    if when.within and _says_how_long(text, masked, when, clause):
        return False
    if when.comparator == "trong vòng" and _DURATION.search(text, max(clause.start, when.start - NEAR), when.start):
        return False
    if when.comparator == "từ" and _COUNTED.search(text, max(clause.start, when.start - NEAR), when.start):
        return False
    if _follows_topic(text, masked, when, clause) or _is_round(text, when, clause):
        return True
    if _heads_clause(text, masked, when, clause):
        return first_verb(masked, when.end, clause.end) is not None
    if _opens_clause(text, masked, when, clause):
        return True
    if when.comparator is None and when.recurrence is None and when.within is None:
        announced = _ANNOUNCED.search(text, max(clause.start, when.start - NEAR), when.start) or _is_bracketed(
            text, when, clause
        )
        held = is_held(text, masked, when, clause) or _is_week(text, masked, when, clause)
        meets = announced and _MEETS.match(text, skip_openings(masked, clause.start, clause.end), when.start)
        return held or bool(meets) or (bool(announced) and _has_duty(text, masked, when, clause))
    begins = text[when.start : when.point].lower().startswith("bắt đầu")
    if when.comparator == "từ" and when.last is None and not (begins or _reaches_event(text, when)):
        return False
    lead = text[max(clause.start, when.start - NEAR) : when.start]
    if _EFFECT.search(lead) or (when.comparator in {"từ", None} and _MEMORIAL.search(lead) and when.within is None):
        return False
    return (
        _has_duty(text, masked, when, clause)
        or _is_limit(text, when, clause)
        or heads_event(text, masked, when, clause)
        or _is_somebodys(text, masked, when, clause)
    )


def _is_somebodys(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a clause says what somebody does on a day that comes again: "Bí thư đi chợ ngày 15 hằng tháng"."""
    start = skip_openings(masked, clause.start, clause.end)
    if ATTRIBUTE.search(text, start, when.start) or _PART_END.match(text, when.end) is None:
        return False
    if when.recurrence is not None and when.parts.day is not None:
        return ACTOR.match(masked, start) is not None
    stated = when.parts.month is not None and (when.comparator in {"vào", "trong", "đến"} or when.last is not None)
    stated = stated or THROUGHOUT.match(when.within or "") is not None
    if not stated or _AIM.search(text, start, clause.end):
        return False
    if THROUGHOUT.match(when.within or "") and _PASSIVE.search(masked, start, when.start):
        return True
    named = named_actor(masked, clause.start, when.start) or find_subject(masked, clause.start, when.start)
    return named is not None and named.verb < when.start


def of_lists(text: str, whens: list[When], bound: list[When]) -> list[When]:
    """Return the times that bind, with those that go on with a list of which one does: "ngày 12 các tháng 4, 8, 12"."""
    found: list[When] = []
    for at, when in enumerate(whens):
        before = whens[at - 1] if at else None
        if when in bound or (before in found and before is not None and _goes_on(text, before, when)):
            found.append(when)
    return found


def without_start(whens: list[When]) -> list[When]:
    """Return the times without one that says from when the next comes again: "từ tháng 4, thứ Hai hằng tuần"."""
    again = max((when.start for when in whens if when.recurrence), default=-1)
    return [w for w in whens if w.comparator != "từ" or w.last or w.recurrence or w.end > again]


def _goes_on(text: str, before: When, when: When) -> bool:
    """Tell whether a day or month stands next to another in a list."""
    alike = (when.parts.day is None) == (before.parts.day is None) and when.parts.month and before.parts.month
    plain = not (when.last or before.last) and when.comparator == before.comparator
    return bool(alike) and plain and _LISTED.fullmatch(text, before.end, when.start) is not None


def _is_years(when: When) -> bool:
    """Tell whether a time is years from first to last and nothing else, as at a stage's head."""
    parts = (when.parts, when.last)
    return all(part and part.year and not (part.day or part.month or part.quarter or part.edge) for part in parts)


def _is_stage(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether something is to be done in the years at a clause's head or end; to reach a figure is an aim."""
    after = _LABELS.match(text, when.end, clause.end)
    if after is None:
        return _ENDS.search(text, clause.start, when.start) is not None and not DONE.search(
            text, clause.start, when.end
        )
    return first_verb(masked, after.end(), clause.end) is not None and not _AIM.search(text, after.end(), clause.end)


def _says_how_long(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a term is how long a meeting lasts: "Đại hội cấp xã: không quá 01 ngày"."""
    topic = topic_at(masked, clause.start, clause.end)
    named = topic is not None and topic.after <= when.start and _MEETS.match(text, topic.start, topic.end)
    return bool(named and topic and _LABEL_GAP.fullmatch(text, topic.after, when.start)) and not _COUNTED_FROM.search(
        when.within or ""
    )


def _is_condition(text: str, when: When, clause: Clause) -> bool:
    """Tell whether a time stands between "nếu" and its "thì": it says when something holds, not what is to be done."""
    since = text.rfind(";", clause.start, when.start)
    begins = list(_IF.finditer(text, max(clause.start, since, when.start - NEAR), when.start))
    return bool(begins) and _THEN.search(text, when.end, clause.end) is not None


def _follows_topic(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a time stands right after what it is for and a colon: "Báo cáo năm: trước ngày 12/12"."""
    topic = topic_at(masked, clause.start, clause.end)
    actor = None if topic else actor_label(masked, clause.start, when.start)
    if actor:
        return when.parts.month is not None and _LABEL_GAP.fullmatch(text, actor.verb, when.start) is not None
    if (
        topic is None
        or topic.after > when.start
        or not (when.parts.day or when.parts.month or when.within or when.time)
    ):
        return False
    label = text[topic.start : topic.end]
    gap = _LABEL_GAP.fullmatch(text, topic.after, when.start)
    return gap is not None and not REMEMBERED.search(label, 0, len(label))


def _is_round(text: str, when: When, clause: Clause) -> bool:
    """Tell whether a time is that of a round: "khóa 1 từ 10/6 đến 30/6", "kỳ 2 ngày 20/10", "lớp 1 trong tháng 4"."""
    days = when.last is not None or (when.comparator in {"từ", None} and when.parts.day is not None)
    months = when.comparator in {"trong", "vào"} and (when.parts.month or when.parts.quarter) is not None
    return (days or months) and _ROUND.search(text, max(clause.start, when.start - 30), when.start) is not None


def _is_week(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a week of a month is that in which something is done: "tập huấn an toàn thuốc, tuần 3 tháng 6"."""
    of_month = text[when.point : when.point + 5].lower() == "tuần " and when.parts.month is not None
    return of_month and _has_duty(text, masked, when, clause)


def _is_limit(text: str, when: When, clause: Clause) -> bool:
    """Tell whether a day with "trước", "chậm nhất", or a term with "phải", is a limit though no known verb says so."""
    limit = when.comparator in {"trước", "chậm nhất"} and (when.parts.day is not None or when.within is not None)
    if when.comparator == "trong vòng" and when.within:
        bound = _COUNTED_FROM.search(when.within) or _MUST.search(text, clause.start, when.start)
        limit = bound is not None and not _LASTS.search(text, max(clause.start, when.start - NEAR), when.start)
    return limit and not ATTRIBUTE.search(text, max(clause.start, when.start - NEAR), when.start)


def joined_stretches(text: str, masked: str, whens: list[When], clause: Clause) -> list[When]:
    """Join a day and the end named after what is done: "Đúng 07h00 ngày 13/12 ra quân đến hết ngày 30/12"."""
    joined: list[When] = []
    for when in whens:
        last = joined[-1] if joined else None
        ends = when.comparator == "đến" and when.parts.day is not None and when.last is None
        starts = last is not None and _starts_stretch(last) and not _belongs_to_document(text, last, clause)
        if last and ends and starts and first_verb(masked, last.end, when.start) is not None:
            joined[-1] = replace(last, comparator="từ", last=when.parts)
        else:
            joined.append(when)
    return joined


def _starts_stretch(when: When) -> bool:
    open_end = when.last is None and when.within is None and when.recurrence is None
    return open_end and when.comparator in {None, "vào", "từ"} and when.parts.day is not None


_PASSIVE = later(r"(?<!\w)(?:được|phải) [^\W\d]", re.IGNORECASE)
THROUGHOUT = later(r"(?:(?:ngay\s+)?trong\s+)?suốt\s|(?:ngay\s+)?trong\s+(?:ca|phiên|đêm)(?!\w)", re.IGNORECASE)
"""As long as something lasts: "trong suốt thời gian hội thi", "ngay trong ca trực"."""
_AND = later(r"[\s,]*(?:và|hoặc)\s")
_AND_ALONE = later(r"[\s,*•(+-]*(?:(?:và|hoặc)\s+)?")
_PART_END = later(r"\s*(?:[.,;)]|$|và(?!\w))")
_LABELS = later(r"\s*(?:\([^()]{0,40}\)|\))?\s*:")


def _heads_clause(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether the time is a label itself: "Tháng 4/2025: Phát động ...", "Ngày 26/3: Tổ chức ..."."""
    labels = _LABELS.match(text, when.end, clause.end)
    return labels is not None and not masked[clause.start : when.start].strip(" -+*•(")


def _opens_clause(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a time stands before who does what: "Giữa tháng 4/2026, các chi đoàn gửi báo cáo"."""
    if _AND_ALONE.fullmatch(masked, clause.start, when.start) is None or text[when.end : when.end + 1] not in (
        ",",
        " ",
    ):
        return False
    listed = _AND.match(masked, when.end, clause.end)  # "Ngày 15/6 và ngày 15/12, Văn phòng gửi báo cáo"
    subject = find_subject(masked, listed.end() if listed else when.end, clause.end)
    before = masked[listed.end() if listed else when.end : subject.start].strip(" ,") if subject else "-"
    return subject is not None and not before and first_verb(masked, subject.end, clause.end) is not None


def _is_bracketed(text: str, when: When, clause: Clause) -> bool:
    """Tell whether a bare time stands in brackets after what it is for: "sơ kết (tháng 6)", "năm (10/11)", alone or
    with others: "02 lần (ngày 15/6 và 15/12)"."""
    closed = _REST_OF_BRACKET.match(text, when.end) is not None
    return closed and _BRACKET_OF.search(text, max(clause.start, when.start - 40), when.start) is not None


def _has_duty(text: str, masked: str, when: When, clause: Clause) -> bool:
    if first_verb(masked, clause.start, clause.end) is None and not continues(masked, clause):
        return False
    comma = masked.rfind(", ", clause.start, when.start)
    own = comma + 2 if VERB_START.match(masked, comma + 2) else clause.start
    words = text[max(own, when.start - NEAR) : min(clause.end, when.end + NEAR)]
    if DONE.search(words, 0, len(words)):
        return False
    stated = when.parts.day or when.parts.month or when.parts.quarter or when.recurrence
    whole_year = when.within is None and not stated
    if whole_year or (when.comparator in {"đến", "trong", "vào"} and when.parts.day is None):
        return bool(_FINISH.search(words) or not whole_year) and not _AIM.search(words)
    return True


def continues(masked: str, clause: Clause) -> bool:
    """Tell whether a clause is only another date of the duty before it: "...; 9 tháng trước ngày 15/9; ..."."""
    own = masked[clause.start : clause.end].strip(" .,;:()")
    return len(own) <= 25 and first_verb(masked, max(clause.sentence[0], clause.start - 600), clause.start) is not None


def is_past(plan: Plan, when: When) -> bool:
    """Tell whether a time was over when the plan was issued."""
    last = (when.last or when.parts).last_day()
    issued = plan.header.date
    floor = issued or (plan.header.period.start if plan.header.period else None)
    return last is not None and floor is not None and last < floor


def _belongs_to_document(text: str, when: When, clause: Clause) -> bool:
    if when.comparator not in {None, "từ"} or when.last is not None or when.within is not None:
        return False
    return _DOCUMENT.search(text, max(clause.sentence[0], when.start - NEAR), when.start) is not None


def _is_labelled(text: str, masked: str, when: When, clause: Clause) -> bool:
    start = skip_openings(masked, clause.start, clause.end)
    label = LABEL.match(text, start, clause.end) or (when.last and LABEL.match(text, *clause.sentence))
    if not label:
        return TERM.fullmatch(text, start, when.start) is not None
    if when.end <= label.end("label"):  # "Đợt 2 (ngày 14/7): tại nhà văn hóa"
        return _IN_BRACKETS.search(text, label.start(), when.start) is not None
    if when.comparator not in {None, "từ"} or when.last is not None:
        return True
    return _LABEL_GAP.fullmatch(text, label.end(), when.start) is not None


def _is_whole_year(when: When) -> bool:
    """From 1 January to 31 December: a span to count in, not a time to act."""
    first, last = when.parts, when.last
    return last is not None and (first.day, first.month, last.day, last.month) == (1, 1, 31, 12)


def _reaches_event(text: str, when: When) -> bool:
    return re.search(r"\s(?:đến|tới)\s", text[when.point : when.end]) is not None
