"""The dataclasses that flow through the house; standard library only (and `text`, which is standard library only).

    RawDocument -> Plan(header, sections, footnotes) -> Passage, Fact -> Hit -> Answer(citations)

All are frozen. Offsets are code points in `RawDocument.text`, the file's text exactly as decoded. A citation is one
contiguous stretch of it: `source_text[start:end] == quote`, always. Words that a footnote or a page break parts are
cited in two pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.text import EMPTY, MappedText, Span

# --------------------------------------------------------------------------------------------------- documents


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
    """The days a plan is in force, both inclusive; a year is its first to its last day. None is open."""

    start: date | None
    end: date | None

    def is_over(self, today: date) -> bool:
        """Tell whether the period ended before `today`."""
        return self.end is not None and self.end < today


@dataclass(frozen=True, slots=True)
class Header:
    """Who issued the plan, when, about what, signed by whom: each as written, or None where the document is silent.

    number: "43/KH-UBND", spaces and markup removed, None when blank ("Số:   /KH"); place: "Quận 1"; date: of issue;
    doc_type: "KẾ HOẠCH"; title: the trích yếu after the type; recipients: the lines of Nơi nhận without their dash
    and closing mark; signer_role: "PHÓ CHỦ TỊCH"; signed_for: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", ... or None.
    spans: source span of each field that has one, by field name.
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
    spans: dict[str, Span] = field(default_factory=dict)


class SectionKind(StrEnum):
    """What a node of the section tree is."""

    HEADER = "header"  # everything above the opening: number, date, type, title
    OPENING = "opening"  # căn cứ and the sentence that enacts
    ITEM = "item"  # anything with a number or letter: I., A., 1., 1.1, a), (1), Điều 5
    BULLET = "bullet"  # "-" and "+"
    PARAGRAPH = "paragraph"  # running text under an item
    CLOSING = "closing"  # belongs to the whole part or document, not to the last numbered item
    FOOTNOTE = "footnote"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"  # PHỤ LỤC, or a plan attached to a decision


@dataclass(frozen=True, slots=True)
class Section:
    """A node of a plan's outline.

    path: where a person would say it stands: "II.A.5", "III.1", "II.2.1", "Điều 5.1.a", "Phụ lục I.2",
    "IV (đoạn kết)", "mở đầu", "tiêu đề", "chú thích 3", "nơi nhận", "chữ ký". Bullets and paragraphs have their item's.
    number: as printed ("2.1", "a", "A", "Điều 5"), None for bullets and paragraphs.
    heading: the title when the line is a heading ("Mục đích, yêu cầu"), else EMPTY.
    body: the text of this node alone, one line, joined across page breaks, footnotes taken out, markup removed; a
    run-in item ("3. Các đảng bộ báo cáo ...") has its sentence here. Never the text of its children.
    footnotes: markers that stand in this node's text, in order ("1", "3").
    """

    kind: SectionKind
    path: str
    number: str | None = None
    heading: MappedText = EMPTY
    body: MappedText = EMPTY
    children: tuple[Section, ...] = ()
    footnotes: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Plan:
    """A parsed document. `sections` are in reading order and include header, opening, closing and footnotes."""

    plan_id: str
    source_text: str
    header: Header
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    warnings: tuple[str, ...] = ()

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


# ------------------------------------------------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class Deadline:
    """A duty to report, send, register or finish something, with its time as far as the plan states it.

    who / what / to: the words of the plan; via: the office it goes through ("Phòng Nội vụ"); channel: "hộp thư điện tử
    công vụ: x@y"; format: "file định dạng Word"; folded_into: the report it is part of ("báo cáo định kỳ công tác dân
    vận"). comparator: "trước", "chậm nhất", "trong", "từ", "đến", "vào", "sau", "trong vòng" or None;
    recurrence: "tháng", "quý", "6 tháng", "9 tháng", "năm", "tuần", "định kỳ" or None; period: what a report covers
    when it is not the recurrence ("6 tháng", "năm", "sơ kết", "tổng kết"). day, month, year as stated; inferred_year:
    the plan's year when the date has none and falls only once within the plan's period; time: "17:00"; until: the last
    day of a range, or the last day on which a recurring duty can fall (end of the plan's period); within: the words of
    a relative term ("10 ngày kể từ ngày ..."); stated: the plan's own words for the time ("trước ngày 30/9 hàng năm",
    "quý III năm 2025", "cuối tháng 11"), None when it names none. A month, quarter or year without a day has its last
    day in `until`. All dates None: the plan names no date.
    """

    plan_id: str
    section: str
    who: str | None
    what: str
    to: str | None = None
    via: str | None = None
    channel: str | None = None
    format: str | None = None
    folded_into: str | None = None
    recurrence: str | None = None
    period: str | None = None
    comparator: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    inferred_year: int | None = None
    time: str | None = None
    until: date | None = None
    within: str | None = None
    citations: tuple[Citation, ...] = ()
    stated: str | None = None


@dataclass(frozen=True, slots=True)
class DueDay:
    """A time at which a duty falls due. last: the day the plan names, or the last one of a stretch, month or quarter;
    safe: the last day on which it is still done in time ("trước ngày 10/5": 09/5); first: where a stretch begins."""

    last: date
    safe: date
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A duty with its days in order, none where the plan names no day. Recurring ones stay within `period`, the plan's
    own; key: stands for the duty's content, the same as long as the plan words it the same way."""

    deadline: Deadline
    key: str
    days: tuple[DueDay, ...]
    period: Period | None

    def next_day(self, today: date) -> DueDay | None:
        """Return the first day that can still be kept, None when all are past or there is none."""
        return next((day for day in self.days if day.safe >= today), None)


@dataclass(frozen=True, slots=True)
class NoListItem:
    """One "không" of a list, with the explanations that stand under it in the plan (section path)."""

    number: int
    text: str
    section: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NoList:
    """A list of the kind "5 không". count: as the plan names it; target: whom it binds, in the plan's words, or None;
    name: the plan's words that introduce it; introduced: where the plan names it; items: may be fewer than count."""

    plan_id: str
    count: int
    target: str | None
    name: str
    section: str
    items: tuple[NoListItem, ...]
    introduced: tuple[Citation, ...] = ()
    source_note: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A measurable aim: value "100%", "trên 60%", "ít nhất 01", "01 - 02"; counts: what it counts, the plan's words."""

    plan_id: str
    section: str
    value: str
    comparator: str | None
    amount: float
    unit: str | None
    counts: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Reward:
    """giver / award ("Giấy khen") / to whom / for what, the plan's words; undetailed parts are None."""

    plan_id: str
    section: str
    giver: str | None
    award: str
    recipient: str | None
    reason: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What an actor must do: actor as the plan names it, task in the plan's words."""

    plan_id: str
    section: str
    actor: str
    task: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """kind: "email", "phone", "office"; value: as written; owner: whose it is."""

    plan_id: str
    section: str
    kind: str
    value: str
    owner: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything typed that one plan states."""

    deadlines: tuple[Deadline, ...] = ()
    no_lists: tuple[NoList, ...] = ()
    targets: tuple[Target, ...] = ()
    rewards: tuple[Reward, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    contacts: tuple[Contact, ...] = ()
    cited: tuple[CitedDocument, ...] = ()

    def count(self) -> int:
        """Return how many facts there are."""
        return sum(len(getattr(self, name)) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as the library serves it: what the catalog keeps, loaded once and shared."""

    plan: Plan
    passages: tuple[Passage, ...]
    facts: Facts

    @property
    def plan_id(self) -> str:
        """The source file's stem."""
        return self.plan.plan_id


# --------------------------------------------------------------------------------------------------- questions


class Language(StrEnum):
    """The language a question is written in."""

    VI = "vi"
    VI_PLAIN = "vi-nodia"  # Vietnamese without diacritics
    EN = "en"


class Intent(StrEnum):
    """What kind of thing the question is about."""

    DEADLINE = "deadline"
    NO_LIST = "no_list"
    TARGET = "target"
    REWARD = "reward"
    RESPONSIBILITY = "responsibility"
    CRITERIA = "criteria"
    REFERENCE = "reference"  # legal basis and cited documents
    HEADER = "header"  # number, date, signer, recipients, title, validity of a plan
    CONTACT = "contact"
    CONTENT = "content"  # anything else that a plan may say
    SMALLTALK = "smalltalk"
    INJECTION = "injection"  # an order to the bot to lie, reveal or change its rules
    HELP = "help"


class Ask(StrEnum):
    """The kind of answer expected."""

    WHEN = "when"
    WHO = "who"  # who does it
    TO_WHOM = "to_whom"
    HOW = "how"  # channel, format
    WHAT = "what"
    LIST = "list"
    HOW_MANY = "how_many"
    YES_NO = "yes_no"
    WHICH_PLANS = "which_plans"
    COMPARE = "compare"
    DAYS_LEFT = "days_left"
    WHICH_ITEM = "which_item"  # under which item does X stand / the n-th item
    LATE = "late"  # consequences of being late


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood.

    text: as typed, cleaned (NFC); restored: with diacritics, abbreviations and Telex resolved, ready to embed;
    terms: folded content words, for the lexical index, without stop words and unit names;
    units: plan ids the question is about, from its words or else from the chat; named: the question itself named them;
    unknown: places, issuers, years, laws or document numbers that are asked about and that no plan carries, as typed;
    years: asked for; numbers: document numbers, normalised; dates: (day, month, year?) named in the question; months:
    named without a day ("trong tháng 11");
    period: "6 tháng", "năm", "quý", "tháng" when the question is about such a report; count: the N of "N không";
    item: 1-based ordinal asked for ("điều thứ ba", "đợt 2"), -1 for the last; topic: `restored` without the names of
    the units and without courtesy, to embed once the search is limited to the units; negated premise and the like
    stay in `text`.
    """

    text: str
    restored: str
    language: Language
    intent: Intent
    ask: Ask
    terms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    named: bool = False
    every_unit: bool = False
    unknown: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[tuple[int, int, int | None], ...] = ()
    months: tuple[int, ...] = ()
    period: str | None = None
    count: int | None = None
    item: int | None = None
    follow_up: bool = False
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that retrieval found; score: fused, higher is better, comparable within one query only; similarity:
    cosine of the dense leg (-1 to 1), None where only the lexical leg found it."""

    passage: Passage
    score: float
    similarity: float | None = None


class Status(StrEnum):
    """How an answer ended; the strings are the contract of `python -m knowledge ask --json`."""

    ANSWERED = "answered"
    NOT_SPECIFIED = "not_specified"
    NOT_FOUND = "not_found"
    NEEDS_UNIT = "needs_unit"
    SMALLTALK = "smalltalk"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What one plan says.

    plan_id: None for a sentence about no plan in particular; lead: the answer in the bot's words (may hold **bold**);
    items: list entries under the lead, each already numbered or bulleted; citations: the words that prove it, in
    reading order; show_quote: print them under the lead (a list is its own quote); note: validity and cautions;
    derived: numbers in the lead that were computed (days left, the last safe day), so that verification knows that
    every other number must stand in a citation; source: "KH ... 2024, mục III.3", ready to show; quote: the citations'
    words on one line without markup, ready to show between quotation marks (empty when show_quote is False).
    """

    plan_id: str | None
    lead: str
    items: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    show_quote: bool = True
    note: str | None = None
    derived: tuple[str, ...] = ()
    source: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to a question. text: what the person reads, as plain text, without markup, composed from the parts;
    choices: plan ids worth offering as buttons (other units, or the units to choose from); related: passage ids of
    "có thể liên quan"; language: of the bot's words."""

    status: Status
    text: str
    parts: tuple[AnswerPart, ...]
    language: Language
    choices: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    query: Query | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of every part, in order."""
        return tuple(citation for part in self.parts for citation in part.citations)
