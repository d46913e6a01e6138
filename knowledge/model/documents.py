"""Documents and what they are cut into: raw text, plan, sections, passages, and citations of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from knowledge.text import EMPTY, MappedText, Span, changed

Day = date
"""The type of a day, where a field of the same name hides it."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file's text as decoded, before any cleaning.

    plan_id: the file's stem; text: the whole text, unchanged; page_starts: offset at which each page begins (empty
    when the kind has no pages); sha256: of the file's bytes; warnings: English, for the operator.
    """

    plan_id: str
    text: str
    sha256: str
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """That an administrator gave a value in place of what was read. number: of the correction; on: the day, in Viet
    Nam; place: the field or duty, as `knowledge.corrections` names it; written: what was read from the text ("trước
    ngày 30/9"), None where it was read to say nothing; key: of the duty as it was read, "" of a field."""

    number: int
    on: date
    place: str
    written: str | None = None
    key: str = ""

    @property
    def shown(self) -> str | None:
        """What was read, for people; None where that was nothing."""
        if self.written is None or self.place not in ("date", "period"):
            return self.written
        days = [date.fromisoformat(part) for part in self.written.split("/") if part != ".."]
        return " - ".join(f"{day:%d/%m/%Y}" for day in days)


@dataclass(frozen=True, slots=True)
class Amended:
    """Words of a source text that are an administrator's, [start, end) of it; was: what was read there."""

    start: int
    end: int
    was: Corrected


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of one plan and where they stand. `section` is a path such as "II.A.5", "chú thích 3" or "mở đầu"."""

    plan_id: str
    number: str | None
    section: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """Another document that a plan names: "Kế hoạch số 164-KH/QU ngày 29 tháng 12 năm 2022 của Quận ủy về ...".

    kind: "Kế hoạch", "Nghị quyết", ...; date: ISO "YYYY-MM-DD" as far as it is given ("2022-12-29", "2022"), or None;
    subject: the words after "về" / the quoted title; basis: the plan stands on it (căn cứ, thực hiện in the opening).
    """

    kind: str
    number: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    basis: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The days a plan is in force, both inclusive; a year is its first to its last day. None is open.

    of_title: the days of a year, quarter or month that the title is for; the document doesn't say that it holds then.
    """

    start: date | None
    end: date | None
    of_title: bool = False

    def is_over(self, today: date) -> bool:
        """Tell whether the period ended before `today`."""
        return self.end is not None and self.end < today

    def is_coming(self, today: date) -> bool:
        """Tell whether the period begins after `today`."""
        return self.start is not None and self.start > today

    def holds(self, today: date) -> bool:
        """Tell whether `today` is in the period."""
        return not self.is_over(today) and not self.is_coming(today)


@dataclass(frozen=True, slots=True)
class Header:
    """Who issued the plan, when, about what, signed by whom: each as written, or None where the document is silent.

    number: "43/KH-UBND", spaces and markup removed, None when blank ("Số:   /KH"); place: "Quận 1"; date: of issue;
    doc_type: "KẾ HOẠCH"; title: the trích yếu after the type; recipients: the lines of Nơi nhận without their dash
    and closing mark; signer_role: "PHÓ CHỦ TỊCH"; signed_for: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", ... or None.
    effective: the day from which the document says that it holds ("kể từ ngày ký" is `date`); replaces: the documents
    that it says it takes the place of. titled: the title's period, where `period` is what the document
    says of itself. spans: source span of each field that has one, by field name; corrected: the fields that an
    administrator has corrected, by name.
    """

    issuer: str | None = None
    parent: str | None = None
    number: str | None = None
    place: str | None = None
    date: date | None = None
    doc_type: str | None = None
    title: str | None = None
    period: Period | None = None
    signer: str | None = None
    signer_role: str | None = None
    signed_for: str | None = None
    recipients: tuple[str, ...] = ()
    legal_basis: tuple[CitedDocument, ...] = ()
    effective: Day | None = None
    replaces: tuple[CitedDocument, ...] = ()
    titled: Period | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    corrected: dict[str, Corrected] = field(default_factory=dict)

    @property
    def meant(self) -> Period | None:
        """Return the period that the title names, else the one in which the document holds: its own "this year"."""
        return self.period if self.titled is None or "period" in self.corrected else self.titled


class SectionKind(StrEnum):
    """What a node of the section tree is."""

    HEADER = "header"  # everything above the opening: number, date, type, title
    OPENING = "opening"  # căn cứ and the sentence that enacts
    ITEM = "item"  # anything with a number or letter: I., A., 1., 1.1, a), (1), Điều 5
    BULLET = "bullet"  # "-" and "+"
    PARAGRAPH = "paragraph"  # running text under an item
    TABLE_ROW = "table row"  # a row of a table, or a line in it that heads the rows below
    CLOSING = "closing"  # belongs to the whole part or document, not to the last numbered item
    FOOTNOTE = "footnote"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"  # PHỤ LỤC, or a plan attached to a decision


@dataclass(frozen=True, slots=True)
class Section:
    """A node of a plan's outline.

    path: where a person would say it stands: "II.A.5", "III.1", "II.2.1", "Điều 5.1.a", "Phụ lục I.2",
    "IV (đoạn kết)", "mở đầu", "tiêu đề", "chú thích 3", "nơi nhận", "chữ ký", "III.2 (bảng, dòng 3)". Bullets and
    paragraphs have their item's.
    number: as printed ("2.1", "a", "A", "Điều 5"), None for bullets and paragraphs.
    heading: the title when the line is a heading ("Mục đích, yêu cầu"), else EMPTY.
    body: the text of this node alone, one line, joined across page breaks, footnotes taken out, markup removed; a
    run-in item ("3. Các đảng bộ báo cáo ...") has its sentence here. Never the text of its children.
    footnotes: markers that stand in this node's text, in order ("1", "3").
    cells: of a table's row, each filled cell under its column's head ("" where the table has none); the row's number
    is in `number`, not here. Its body reads "Nội dung: ... · Chủ trì: ..."; the heads in it stand for nothing in the
    source, so a citation of the body quotes the row as printed.
    """

    kind: SectionKind
    path: str
    number: str | None = None
    heading: MappedText = EMPTY
    body: MappedText = EMPTY
    children: tuple[Section, ...] = ()
    footnotes: tuple[str, ...] = ()
    cells: tuple[tuple[str, MappedText], ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield this node and everything under it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page. marker: "1"; anchor: the section path that carries the marker, None if missing."""

    marker: str | None
    anchor: str | None
    body: MappedText


def parent_of(plan_id: str) -> str | None:
    """Return the plan that another was attached to in one file ("stem" of "stem#2"), None for one of its own file."""
    stem, mark, number = plan_id.rpartition("#")
    return stem if mark and number.isdigit() and stem else None


def is_within(path: str, other: str) -> bool:
    """Tell whether a section, by its path, is another one or stands in it."""
    return path == other or path.startswith((f"{other}.", f"{other} "))


@dataclass(frozen=True, slots=True)
class Plan:
    """A parsed document. `sections` are in reading order and include header, opening, closing and footnotes;
    page_starts: offset in the source at which each page begins, () for a kind without pages; amended: what of the
    source is an administrator's, in order; the rest is the file's text, unchanged."""

    plan_id: str
    source_text: str
    header: Header
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    warnings: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()
    amended: tuple[Amended, ...] = ()

    def as_read(self) -> tuple[str, tuple[int, ...]]:
        """Return the file's text as it was read, and where its pages begin there."""
        back = [(each.start, each.end, each.was.written or "") for each in self.amended]
        return changed(self.source_text, self.page_starts, back)

    def amended_in(self, spans: Iterable[tuple[int, int]]) -> tuple[Amended, ...]:
        """Return what an administrator has put into some stretches [start, end) of the source."""
        held = list(spans) if self.amended else []
        return tuple(each for each in self.amended if any(a < each.end and each.start < b for a, b in held))

    def page_of(self, offset: int) -> int | None:
        """Return the page, from 1, on which a source position stands; None for a kind without pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None

    @property
    def attached_to(self) -> str | None:
        """The plan that this one was attached to in one file ("stem" of "stem#2"), None for a document of its own."""
        return parent_of(self.plan_id)

    def walk(self) -> Iterator[Section]:
        """Yield every section in reading order."""
        for section in self.sections:
            yield from section.walk()

    def cite(self, section: str, text: MappedText, start: int = 0, end: int | None = None) -> tuple[Citation, ...]:
        """Cite clean [start, end) of `text` (a heading or body of this plan): one citation for each source piece."""
        stop = len(text.text) if end is None else end
        return tuple(
            Citation(self.plan_id, self.header.number, section, self.source_text[p.start : p.end], p.start, p.end)
            for p in text.pieces(start, stop, self.source_text)
        )

    def cite_through(self, citations: Sequence[Citation]) -> Citation:
        """Cite everything from the first of some citations of this plan to the last, as one stretch."""
        start, end = min(c.start for c in citations), max(c.end for c in citations)
        return replace(citations[0], quote=self.source_text[start:end], start=start, end=end)


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit of retrieval: one item, bullet or paragraph, or some sentences of a long one.

    id: stable while the plan's text is ("<plan_id>#<ordinal>"); ordinal: reading order within the plan, from 0;
    kind: of the section it was cut from; heading: titles from the top to this item, joined by " > ";
    text: the passage without its heading path.
    """

    id: str
    plan_id: str
    ordinal: int
    kind: SectionKind
    section: str
    heading: str
    text: MappedText
    footnotes: tuple[str, ...] = ()
