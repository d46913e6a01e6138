"""What a question asks of a duty that the duty does not state: another matter, another way, a date at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import counting, details
from knowledge.answering.desk import Desk
from knowledge.answering.duties import GENERIC, Duty, duty_text
from knowledge.model import Ask, Deadline
from knowledge.text import fold, folded_words

_ROUTE = re.compile(
    r"\b(?:qua|thong qua|bang|cho|toi|ve|den)\s+((?:\w+\s+){1,8}?)"
    r"(?:co\s+)?(?:duoc|dung|phai)\s+(?:khong|chu|chua|hay)\b"
)
_FORMAT = re.compile(r"\b(pdf|word|excel|docx?|scan|ban (?:giay|mem|cung))\b")
_HAS_DATE = re.compile(r"\b(?:quy dinh|neu|ghi|an dinh|dat|co)\s+(?:\w+\s+){0,3}(?:ngay|han|thoi han|moc|thoi gian)\b")
_COUNTS_DUTIES = frozenset(
    {"moc", "lan", "ky", "dot", "bao", "han", "thoi", "viec", "loai", "ngay", "thu", "van", "ke"}
)
"""First words of what is counted when the duties themselves are."""


def about(desk: Desk, duties: Sequence[Duty]) -> list[Duty]:
    """Return the duties that name the matter which the question names, where one must be named."""
    return [duty for duty in duties if details.missing(desk.query, _under_title(desk, duty.deadline)) != "essential"]


def _under_title(desk: Desk, deadline: Deadline) -> str:
    """Return a duty's words under the title of its plan, which may be about the matter as a whole."""
    return f"{duty_text(desk, deadline)} {desk.everyone[deadline.plan_id].plan.header.title or ''}"


def count(desk: Desk) -> bool:
    """Tell whether the question counts something else than duties ("báo cáo dài mấy trang")."""
    wanted = counting.counted(fold(desk.query.text))
    return wanted is not None and wanted.noun not in _COUNTS_DUTIES


def route_claimed(desk: Desk) -> tuple[str, ...]:
    """Return the folded words of the way or recipient that a yes/no question names ("gửi qua Zalo được không")."""
    query, question = desk.query, fold(desk.query.restored)
    if query.ask is not Ask.YES_NO or query.dates or query.months or not (found := _ROUTE.search(question)):
        return ()
    asked = {word for _, word in desk.wanted.words}
    named = [*folded_words(found[1]), *(word for form in _FORMAT.findall(question) for word in form.split())]
    return tuple(dict.fromkeys(word for word in named if word in asked and word not in GENERIC))


def asks_whether_dated(desk: Desk) -> bool:
    """Tell whether the question asks if the plan gives any date at all."""
    query = desk.query
    plain = query.ask is Ask.YES_NO and not query.dates and not query.months
    return plain and _HAS_DATE.search(fold(query.restored)) is not None
