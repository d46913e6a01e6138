"""Dates that a clause names only to say that they do not hold: repealed, replaced, or of a duty that is lifted."""

from __future__ import annotations

import re

from knowledge.facts.dates import is_moved
from knowledge.facts.lexicon import HAND_OVER
from knowledge.facts.reading import Clause
from knowledge.facts.whens import When
from knowledge.facts.windows import Windowed

_NEAR = 200  # characters around a date that may say that it does not hold
_ACTS = rf"(?:{HAND_OVER}|tổ chức|thực hiện|tiến hành|họp|sơ kết|tổng kết|ban hành|triển khai)"
_RULE = r"(?:thời hạn|thời gian|hạn nộp|hạn|mốc|quy định|yêu cầu|chế độ|việc)"
# "không phải gửi ...", "miễn nộp ...", "bãi bỏ quy định ...", "thay cho thời hạn ...", "trước đây là ngày ..."
_LIFTED = Windowed(
    re.compile(
        rf"(?<!\w)(?:không\s+(?:còn\s+)?(?:phải|cần|yêu cầu|bắt buộc|quy định)"
        rf"|(?:được\s+)?miễn(?=\s+(?:{_ACTS}|việc))"
        rf"|không\s+(?:được\s+)?(?={_ACTS}(?!\w))"
        rf"|(?:bãi bỏ|hủy bỏ|huỷ bỏ)\s+(?:các\s+)?{_RULE}"
        rf"|thay\s+(?:cho|vì|thế)(?!\w)|thay\s+(?={_RULE}(?!\w))|trước đây|trước kia|quy định cũ)",
        re.IGNORECASE,
    ),
    "không|miễn|bãi bỏ|hủy bỏ|huỷ bỏ|thay|trước (?:đây|kia)|quy định cũ",
)
# What ends the reach of those words: a contrast, or a date already passed and another action.
_TURN = re.compile(
    r"(?<!\w)(?:chỉ|mà|nhưng|song|nay(?! bãi| hủy| huỷ)|đồng thời)(?!\w)|[;)]"
    r"|\d\s*,\s*(?!ngày|tháng|\d)|\d\s+bằng(?!\w)",
    re.IGNORECASE,
)
_REPEALED = re.compile(
    r"[^,;\d]{0,60}?(?<!\w)(?:(?:nay|đã|bị|được|sẽ)\s+(?:bị\s+|được\s+)?(?:bãi bỏ|hủy bỏ|huỷ bỏ)"
    r"|không còn(?!\w)|hết hiệu lực|không áp dụng|không thực hiện nữa)",
    re.IGNORECASE,
)
# "Không nộp báo cáo trước ngày 15/6 thì không xét thi đua": the consequence of missing a date that holds.
_CONSEQUENCE = re.compile(r"[^;\d]{0,80}?(?<!\w)(?:thì|sẽ|coi như|được xem|bị)(?!\w)", re.IGNORECASE)


def is_void(text: str, when: When, clause: Clause) -> bool:
    """Tell whether the words around a time say that it binds nobody (any more)."""
    if when.last is None and is_moved(text, when):
        return True
    if _REPEALED.match(text, when.end, min(clause.end, when.end + _NEAR)):
        return True
    start = max(clause.start, when.start - _NEAR)
    lifted = [m for m in _LIFTED.finditer(text, start, when.start) if not _TURN.search(text, m.end(), when.start)]
    if not lifted:
        return False
    missed = lifted[-1].group().strip().lower() in {"không", "không được"}
    return not (missed and _CONSEQUENCE.match(text, when.end, clause.end))
