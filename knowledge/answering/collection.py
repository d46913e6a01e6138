"""Answers about the collection itself: which plans there are, of a year if one is named."""

from __future__ import annotations

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.header import own_words
from knowledge.answering.present import digits, period_text, plain, sentence_case
from knowledge.model import AnswerPart, Citation, Header, Status, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold, folded_words

MOST = 20
_ASKED = later(
    r"\b(?:bao nhieu|may|nhung|cac|liet ke|danh sach)\b.{0,30}\b(?:ke hoach|van ban)\b|\b(?:ke hoach|van ban) nao\b|"
    r"\b(?:how many|which|what|list)\b(?: \w+){0,3} plans\b|\b(?:which|what) plan\b"
)
_NAMING = frozenset(
    folded_words(
        "có bao nhiêu mấy những các liệt kê danh sách kế hoạch văn bản nào gì đang trong bộ tất cả năm hiện bạn biết"
    )
)


def answer(desk: Desk) -> Draft | None:
    """List the plans when nothing else is asked about; None for any other question."""
    years = {str(year) for year in desk.query.years}
    if desk.query.named or not _ASKED.search(fold(f"{desk.query.restored} {desk.query.text}")):
        return None
    if desk.wanted.without({*_NAMING, *years}):
        return None
    plans = [stored for stored in desk.everyone.values() if not years or _is_for(stored, desk.query.years)]
    if not plans:
        return None
    shown = plans[:MOST]
    lead = desk.words.collection.format(count=len(plans))
    items = [_line(desk, stored) for stored in shown]
    citations = tuple(citation for stored in shown for citation in _title(stored))
    derived = [str(len(plans)), *digits(*items)]
    part = AnswerPart(None, lead, tuple(items), citations, show_quote=False, derived=tuple(derived))
    return Draft(Status.ANSWERED, (part,), tuple(stored.plan_id for stored in shown))


def _is_for(stored: StoredPlan, years: tuple[int, ...]) -> bool:
    period = stored.plan.header.meant
    if period is None or period.start is None or period.end is None:
        return False
    return any(period.start.year <= year <= period.end.year for year in years)


def _line(desk: Desk, stored: StoredPlan) -> str:
    """Name a plan: short name, number, title, and whether its period is over."""
    header = stored.plan.header
    told = [desk.name(stored.plan_id), header.number, plain(sentence_case(header.title or own_words(stored)))]
    over = f" {desk.words.over_short}" if desk.is_over(stored.plan_id) else ""
    period = f" ({period_text(header.period, desk.words)})" if header.period else ""
    return " – ".join(part for part in told if part) + period + over


def _title(stored: StoredPlan) -> tuple[Citation, ...]:
    header: Header = stored.plan.header
    span = header.spans.get("title")
    if span is None:
        return ()
    quote = stored.plan.source_text[span.start : span.end]
    return (Citation(stored.plan_id, header.number, "tiêu đề", quote, span.start, span.end),)
