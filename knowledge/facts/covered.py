"""What a report covers, by the words beside its date: "báo cáo 6 tháng trước ngày 20/6", "20/6 (6 tháng)"."""

from __future__ import annotations

import re

from knowledge.patterns import later

_PERIOD = later(
    r"(?<!\w)(?<!đầu )(?<!cuối )(?<!hằng )(?<!hàng )(?<!\d )(?P<unit>0?[69]\s+tháng|sáu\s+tháng|chín\s+tháng|sơ\s+kết"
    r"|tổng\s+kết|quý|tháng|tuần|năm)"
    r"(?!\s+trước(?!\s+(?:ngày|tháng|hạn|thời|\d)|\s*$))"
    r"(?=\s*(?:[(:,;)]|$|(?:gửi|trước|chậm|muộn|về|và|đầu|cuối|của|hoặc|phải|nộp|theo|cho|xong|thì|trình|lồng"
    r"|tích)(?!\w))"
    r"|(?<=kết)\s)",
    re.IGNORECASE,
)
_PERIOD_BEHIND = later(
    r"\s*\((?:(?:đối với|cho|của)\s+)?(?:báo cáo\s+)?(?P<unit>(?:0?[69]|sáu|chín)\s+tháng|cả\s+năm|năm|quý|tháng"
    r"|sơ\s+kết|tổng\s+kết)(?:\s+đầu\s+năm)?\s*\)",
    re.IGNORECASE,
)


def covered_period(text: str, start: int, end: int, recurrence: str | None) -> str | None:
    """Return what a report covers by the words between the date before and this one, None when it is the recurrence."""
    plain = periods(text, start, end)
    if not plain:
        return None
    timed = [unit for unit in plain if unit not in {"sơ kết", "tổng kết"}]
    period = timed[-1] if timed else plain[-1]
    return None if period == recurrence else period


def period_behind(text: str, end: int) -> str | None:
    """Return what a report covers by the bracket right behind its date: "20 tháng 6 (6 tháng)", "05/12 (cả năm)"."""
    behind = _PERIOD_BEHIND.match(text, end)
    return _period(behind["unit"]).removeprefix("cả ") if behind else None


def periods(text: str, start: int, end: int) -> list[str]:
    """Return the reports' periods named in [start, end), in order: "6 tháng", "quý", "sơ kết", ... (no "thứ năm")."""
    found = _PERIOD.finditer(text, start, end)
    return [_period(match["unit"]) for match in found if text[match.start() - 4 : match.start()].lower() != "thứ "]


def _period(words: str) -> str:
    unit = " ".join(words.lower().split())
    return unit.lstrip("0").replace("sáu", "6").replace("chín", "9")
