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
_KIND = _THIS[: _THIS.index(")") + 1]
_ITSELF = (
    rf"(?:^|(?<=[.;:]\s)){_KIND}(?:\s+(?!(?:theo|của|tại|trong|kèm|cấp|thay|có)\s)\w+){{0,5}}?\s+này"
    r"(?:\s+(?:và|cùng)\s+(?:các|những)\s+[^.;:,]{1,60}?)?"
)
_HOLDS = re.compile(
    rf"(?:{_ITSELF}\s+(?:(?:thay\s+thế\s[^.;]{{1,160}}?\svà\s+)?có\s+(?:hiệu\s+lực|giá\s+trị)"
    rf"|(?:được\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|áp\s+dụng)(?:\s+trong\s+thời\s+gian)?)"
    rf"|^(?:Thời\s+hạn\s+)?(?:có\s+)?hiệu\s+lực)"
    rf"(?:\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng))?\s*:?\s+{_DAYS}"
    rf"(?=\s*(?:[.;/]\D|[.;/]?$|(?:,|\svà|,\s*và)\s*thay\s+thế\s))",
    re.IGNORECASE,
)
"""A sentence in which a document says of itself until when it holds, and nothing else: "Quyết định này có hiệu lực từ
ngày ... đến hết ngày ..."; what it replaces may stand before an "và", or at the end."""
_DURATION = re.compile(r"thời gian|tiến độ|lộ trình", re.IGNORECASE)
_WHOLE = re.compile(
    r"thời\s+(?:gian|hạn)\s+(?:triển\s+khai\s+)?(?:thực\s+hiện|áp\s+dụng|hiệu\s+lực)(?:\s+kế\s+hoạch)?\s*(?:[:.]|$|\btừ\s)",
    re.IGNORECASE,
)
"""A part that tells how long all of the document is carried out, not how long one of its events lasts."""
_NOTHING_ELSE = re.compile(r"(?:\s*\((?:trong\s+)?\d[^()]{0,30}\))?\s*(?:[.;/]*\s*$|\.\s)")
"""What may follow the days of all of the document: the end of the sentence, or how many days they are."""
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


def duration(body: Sequence[Section], titled: Period | None = None) -> tuple[Period, Span] | None:
    """Return the two days between which a part on time says that the work is done, and where.

    titled: what the title states, which yields only to a part that is of all the document: one near the top that
    states one such time and nothing else, and at least half of the titled one.
    """
    for section in _near_top(body) if titled else _all(body):
        text = section.heading.text or section.body.text[:60]
        if (_WHOLE if titled else _DURATION).match(text):
            texts = [text for part in section.walk() for text in (part.heading, part.body)]
            found = [(text, *told) for text in texts for told in periods_of_text(text.text)]
            if found and not (titled and (len(found) > 1 or not _is_of_all(*found[0], titled))):
                return found[0][1], found[0][0].span(*found[0][2:])
    return None


def _is_of_all(text: MappedText, stated: Period, _start: int, end: int, titled: Period) -> bool:
    """Tell whether a range that ends at a place of a text is no mere stage of what a title states."""
    return _NOTHING_ELSE.match(text.text, end) is not None and _covers_half(stated, titled)


def _covers_half(stated: Period, titled: Period) -> bool:
    """Tell whether at least half of the titled days are among the stated ones; a title without both days yields."""
    if not (stated.start and stated.end and titled.start and titled.end):
        return True
    shared = min(stated.end, titled.end) - max(stated.start, titled.start)
    return 2 * (shared.days + 1) >= (titled.end - titled.start).days + 1


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
