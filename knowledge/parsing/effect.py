"""From when a document holds, and which documents it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from knowledge.model import Citation, CitedDocument, Section
from knowledge.parsing.dates import find_date
from knowledge.parsing.references import find_references
from knowledge.text import MappedText

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
