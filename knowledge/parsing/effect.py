"""From when and until when a document holds, and which documents it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from knowledge.model import Citation, CitedDocument, Period, Section
from knowledge.parsing.dates import ANY, find_date
from knowledge.parsing.period import periods_of_text
from knowledge.parsing.references import find_references
from knowledge.text import MappedText, Span

_THIS = (
    r"(?:Quyết định|Quy chế|Quy định|Kế hoạch|Hướng dẫn|Chỉ thị|Thông tư|Nghị quyết|Nghị định|Chương trình"
    r"|Văn bản|Điều lệ"
    r"|Nội quy|Thể lệ|Đề án|Phương án|Bảng|Bản|Thông báo|Kết luận)[^.;:,]{0,60}?\s*này"
)
_EFFECT = re.compile(
    rf"(?:{_THIS}|^)[^.;]{{0,160}}?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?P<day>ngày\s+(?:ký"
    rf"|ban\s+hành)|[^.;]{{4,60}})",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:phân công|áp dụng|thực hiện|thi hành)[^.;]{0,80}?\s(?:kể\s+)?từ\s+(?P<day>ngày[^.;]{4,40})", re.IGNORECASE
)
_DAYS = (
    rf"(?:(?:kể\s+)?từ\s+(?P<start>ngày\s+(?:ký(?:\s+ban\s+hành)?|ban\s+hành)|{ANY})\s*,?\s*)?(?:và\s+)?"
    rf"(?:đến|tới)\s+(?:hết\s+)?(?P<end>{ANY})"
)
_HOLDS = re.compile(
    rf"(?:{_THIS}(?:[^.;]{{0,160}}?có\s+(?:hiệu\s+lực|giá\s+trị)|\s+(?:được\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|áp\s+dụng)"
    rf"(?:\s+trong\s+thời\s+gian)?)|^(?:Thời\s+hạn\s+)?(?:có\s+)?hiệu\s+lực)"
    rf"(?:\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng))?\s*:?\s+{_DAYS}",
    re.IGNORECASE,
)
"""A document says of itself until when it holds: "Quyết định này có hiệu lực từ ngày ... đến hết ngày ..."."""
_DURATION = re.compile(r"thời gian|tiến độ|lộ trình", re.IGNORECASE)
_WHOLE = re.compile(
    r"thời\s+(?:gian|hạn)\s+(?:triển\s+khai\s+)?(?:thực\s+hiện|áp\s+dụng|hiệu\s+lực)(?:\s+kế\s+hoạch)?\s*(?:[:.]|$|\btừ\s)",
    re.IGNORECASE,
)
"""A part that tells how long all of the document is carried out, not how long one of its events lasts."""
_KIND = _THIS[: _THIS.index(")") + 1]
_REPLACES = re.compile(
    rf"(?:{_THIS}|Trên đây là\s+{_KIND}|(?:^|[.;]\s+){_KIND}(?=[^.;]{{0,40}}\shiệu\s+lực))[^.;]{{0,140}}?\s"
    rf"(?:thay\s+thế|thay\s+cho|thay(?=\s+{_KIND})|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)\s+",
    re.IGNORECASE,
)
_ANY_END = re.compile(r"thay\s|bãi\s|h[uủ]ỷ?y?\s+bỏ", re.IGNORECASE)
_NOT_BOUND = re.compile(r"\s(?:đến|tới)\s", re.IGNORECASE)


def effective_day(opening: Iterable[Section], body: Iterable[Section], issued: date | None) -> date | None:
    """Return the day from which the document says that it holds; "kể từ ngày ký" is the day of issue."""
    for pattern, sections in ((_EFFECT, [*opening, *_all(body)]), (_FROM, opening)):
        for section in sections:
            text = section.body.text
            for match in pattern.finditer(text) if pattern is _FROM or "hiệu lực" in text else ():
                words = match["day"]
                if re.match(r"ngày\s+(?:ký|ban\s+hành)", words, re.IGNORECASE):
                    return issued
                found = find_date(words[:40])
                if found and not _NOT_BOUND.search(words):
                    return found
    return None


def stated_period(body: Iterable[Section], issued: date | None) -> tuple[Period, Span] | None:
    """Return the days on which the document says that it holds, and where; "từ ngày ký" begins on the day of issue."""
    for section in _all(body):
        for match in _HOLDS.finditer(section.body.text):
            said, end = match["start"] or "", find_date(match["end"])
            start = (find_date(said) or issued) if said else None
            if end and not (start and start > end):
                return Period(start, end), section.body.span(match.start(), match.end())
    return None


def duration(body: Sequence[Section], *, whole: bool = False) -> tuple[Period, Span] | None:
    """Return the two days between which a part on time says that the work is done, and where.

    whole: only where the part is of all the document, which a title's year yields to: one near the top that states
    one such time.
    """
    for section in _near_top(body) if whole else _all(body):
        text = section.heading.text or section.body.text[:60]
        if (_WHOLE if whole else _DURATION).match(text):
            texts = [text for part in section.walk() for text in (part.heading, part.body)]
            found = [(period, text.span(*at)) for text in texts for period, *at in periods_of_text(text.text)]
            if found and not (whole and len(found) > 1):
                return found[0]
    return None


def _near_top(body: Iterable[Section]) -> Iterator[Section]:
    """The parts of a document, and the parts of those that are about time or scope."""
    for top in body:
        yield top
        if re.search(r"thời\s+(?:gian|hạn)|phạm\s+vi", top.heading.text, re.IGNORECASE):
            yield from top.children


def replaced(plan_id: str, number: str | None, source: str, sections: Sequence[Section]) -> tuple[CitedDocument, ...]:
    """Return the documents that this one says it takes the place of, each with the words that say so."""
    return tuple(
        reference.document(_cite(plan_id, number, source, section, match.start(), reference.end))
        for section in _all(sections)
        for match in (_REPLACES.finditer(section.body.text) if _ANY_END.search(section.body.text) else ())
        for reference in find_references(_sentence(section.body, match.end()))
        if not reference.nested
    )


def _sentence(text: MappedText, start: int) -> MappedText:
    """The text up to the end of the sentence that `start` is in, with what stands before it blanked out."""
    stop = re.compile(r"[.](?=\s|$)").search(text.text, start)
    end = stop.start() if stop else len(text.text)
    return MappedText(" " * start + text.text[start:end], text.slice(0, end).runs)


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for top in sections:
        yield from top.walk()


def _cite(plan_id: str, number: str | None, source: str, section: Section, start: int, end: int) -> list[Citation]:
    pieces = section.body.pieces(start, end, source)
    return [Citation(plan_id, number, section.path, source[p.start : p.end], p.start, p.end) for p in pieces]
