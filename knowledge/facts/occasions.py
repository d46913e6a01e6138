"""Which dates bind somebody, and what a report at a date covers."""

from __future__ import annotations

import re

from knowledge.facts.actors import first_verb, skip_openings
from knowledge.facts.dates import When
from knowledge.facts.lexicon import LABEL, TERM
from knowledge.facts.reading import Clause
from knowledge.model import Plan

# "số 43/KH-UBND ngày ...", "Luật ... ngày ...": the date belongs to the document named before it.
_DOCUMENT = re.compile(
    r"(?:(?<!\w)\d+[A-Za-z]?(?:/\d+)?\s*[-/]\s*[A-ZĐ][\w&Đ]*(?:[-/][\w&Đ]+)*|(?<!\w)(?:Luật|Bộ luật|Pháp lệnh"
    r"|Hiến pháp|Nghị định|Nghị quyết|Chỉ thị"
    r"|Kết luận|Quyết định|Quy định|Quy chế|Công văn|Kế hoạch|Hướng dẫn|Thông báo|Thông tri|Thông tư|Đề án"
    r"|Chương trình|Tờ trình|Thư|Báo cáo"
    r"|Giấy mời|Công điện|Điều lệ)(?!\w)[^,.;:()]{0,90})(?:\s*\([^()]{0,40}\))?\s*,?\s*(?:ban hành\s*|ký\s*)?$"
)
_MEMORIAL = re.compile(
    r"(?:kỷ niệm|truyền thống|ngày sinh|sinh|thành lập|ban hành|ký|hiệu lực(?: thi hành)?|tính|kể từ khi|quốc tế"
    r"|ngày lễ|mất|cấp)"
    r"[^,.;:]{0,60}$",
    re.IGNORECASE,
)
_EFFECT = re.compile(r"(?:hiệu lực|thi hành|áp dụng|tính|sinh|thay thế)[^,.;:]{0,40}$", re.IGNORECASE)
_NEAR = 400  # characters around a date that may say what it is for
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_FINISH = re.compile(
    r"hoàn thành|hoàn tất|hoàn thiện|kết thúc|ban hành|sơ kết|tổng kết|báo cáo|gửi|nộp|xong", re.IGNORECASE
)
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|đạt|tỷ lệ|tỉ lệ|chỉ tiêu|\d+\s*%)", re.IGNORECASE)
_LABEL_GAP = re.compile(
    r"[\s:(–-]*(?:dự kiến|vào|lúc|khoảng|tổ chức|thực hiện|trong|là|sáng|chiều)?[\s:,(]*"
    r"(?:ngày\s*)?$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:thời (?:gian|điểm|hạn)(?:\s+(?:dự kiến|thực hiện|tổ chức|hoàn thành))*|dự kiến)\s*:?\s*(?:vào\s+)?$",
    re.IGNORECASE,
)
_BRACKET_OF = re.compile(
    r"(?:kết|tháng|quý|năm|kỳ|báo cáo|hoàn thành|hội nghị|đại hội)\s*\((?:ngày\s)?$", re.IGNORECASE
)
_PERIOD = re.compile(
    r"(?<!\w)(?<!đầu )(?<!cuối )(?<!hằng )(?<!hàng )(?P<unit>0?[69]\s+tháng|sáu\s+tháng|chín\s+tháng|sơ\s+kết"
    r"|tổng\s+kết|quý|tháng|tuần|năm)"
    r"(?!\s+trước(?!\s+(?:ngày|tháng|hạn|thời|\d)|\s*$))"
    r"(?=\s*(?:[(:,;)]|$|(?:gửi|trước|chậm|muộn|về|và|đầu|cuối|của|hoặc|phải|nộp|theo|cho|xong|thì|trình|lồng|tích)(?!\w))"
    r"|(?<=kết)\s)",
    re.IGNORECASE,
)


def binds(plan: Plan, text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether a time is when somebody must have done something (not a cited, past or remembered date)."""
    if _is_past(plan, when) or _belongs_to_document(text, when, clause):
        return False
    if _is_labelled(text, masked, when, clause):
        return True
    if when.comparator == "sau" or _is_whole_year(when):
        return False
    if _heads_clause(text, masked, when, clause):
        return first_verb(masked, when.end, clause.end) is not None
    if when.comparator is None and when.recurrence is None and when.within is None:
        announced = _ANNOUNCED.search(text, max(clause.start, when.start - _NEAR), when.start) or _is_bracketed(
            text, when, clause
        )
        return bool(announced) and _has_duty(text, masked, when, clause)
    if when.comparator == "từ" and when.last is None and not _reaches_event(text, when):
        return False
    lead = text[max(clause.start, when.start - _NEAR) : when.start]
    if _EFFECT.search(lead) or (when.comparator in {"từ", None} and _MEMORIAL.search(lead) and when.within is None):
        return False
    return _has_duty(text, masked, when, clause)


def _heads_clause(text: str, masked: str, when: When, clause: Clause) -> bool:
    """Tell whether the time is a label itself: "Tháng 4/2025: Phát động ...", "Ngày 26/3: Tổ chức ..."."""
    opens = not masked[clause.start : when.start].strip(" -+*•(")
    return opens and re.match(r"\s*(?:\([^()]{0,40}\))?\s*:", text[when.end : clause.end]) is not None


def _is_bracketed(text: str, when: When, clause: Clause) -> bool:
    """Tell whether a bare time stands in brackets after what it is for: "sơ kết (tháng 6)", "năm (10/11)"."""
    closed = text[when.end : when.end + 1] == ")"
    return closed and _BRACKET_OF.search(text, max(clause.start, when.start - 40), when.start) is not None


def _has_duty(text: str, masked: str, when: When, clause: Clause) -> bool:
    if first_verb(masked, clause.start, clause.end) is None and not continues(masked, clause):
        return False
    words = text[max(clause.start, when.start - _NEAR) : min(clause.end, when.end + _NEAR)]
    if _DONE.search(words):
        return False
    whole_year = when.within is None and not (when.parts.day or when.parts.month or when.parts.quarter)
    if whole_year or (when.comparator in {"đến", "trong", "vào"} and when.parts.day is None):
        return bool(_FINISH.search(words) or not whole_year) and not _AIM.search(words)
    return True


def continues(masked: str, clause: Clause) -> bool:
    """Tell whether a clause is only another date of the duty before it: "...; 9 tháng trước ngày 15/9; ..."."""
    own = masked[clause.start : clause.end].strip(" .,;:()")
    return len(own) <= 25 and first_verb(masked, max(clause.sentence[0], clause.start - 600), clause.start) is not None


def _is_past(plan: Plan, when: When) -> bool:
    last = (when.last or when.parts).last_day()
    issued = plan.header.date
    floor = issued or (plan.header.period.start if plan.header.period else None)
    return last is not None and floor is not None and last < floor


def _belongs_to_document(text: str, when: When, clause: Clause) -> bool:
    if when.comparator not in {None, "từ"} or when.last is not None or when.within is not None:
        return False
    return _DOCUMENT.search(text, max(clause.sentence[0], when.start - _NEAR), when.start) is not None


def _is_labelled(text: str, masked: str, when: When, clause: Clause) -> bool:
    start = skip_openings(masked, clause.start, clause.end)
    label = LABEL.match(text, start, clause.end)
    if label is None:
        return TERM.fullmatch(text, start, when.start) is not None
    if when.comparator not in {None, "từ"} or when.last is not None:
        return True
    return _LABEL_GAP.fullmatch(text, label.end(), when.start) is not None


def _is_whole_year(when: When) -> bool:
    """From 1 January to 31 December: a span to count in, not a time to act."""
    first, last = when.parts, when.last
    return last is not None and (first.day, first.month, last.day, last.month) == (1, 1, 31, 12)


def _reaches_event(text: str, when: When) -> bool:
    return re.search(r"\s(?:đến|tới)\s", text[when.point : when.end]) is not None


def covered_period(text: str, start: int, end: int, recurrence: str | None) -> str | None:
    """Return what a report covers by the words between the date before and this one, None when it is the recurrence."""
    plain = periods(text, start, end)
    if not plain:
        return None
    timed = [unit for unit in plain if unit not in {"sơ kết", "tổng kết"}]
    period = timed[-1] if timed else plain[-1]
    return None if period == recurrence else period


def periods(text: str, start: int, end: int) -> list[str]:
    """Return the reports' periods named in [start, end), in order: "6 tháng", "năm", "quý", "sơ kết", ..."""
    units = [" ".join(match["unit"].lower().split()) for match in _PERIOD.finditer(text, start, end)]
    return [unit.lstrip("0").replace("sáu", "6").replace("chín", "9") for unit in units]
