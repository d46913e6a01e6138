"""Typed facts: what a plan states, each with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from knowledge.model.documents import Citation, CitedDocument, Corrected, Passage, Period, Plan
from knowledge.model.evidence import EvidenceUnit
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.workdays import last_working_day

_BY_THEN = frozenset({"trước", "chậm nhất", "đến", "trong", "trong vòng"})
_HANDED_OVER = later(r"\W*(?:bao cao|gui|nop|trinh|dang ky|tong hop)\b")
_MOVED_DAY_OFF = later(
    r"\b(?:trung|roi|gap|nham)(?: vao| phai)?(?: \w+){0,3} (?:nghi|le|tet|thu bay|chu nhat|cuoi tuan)\b[^.]{0,80}"
    r"\bngay (?:lam viec|ke|tiep|hom|truoc|sau)"
)
"""Over folded text: "nếu trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp"."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A duty to report, send, register or finish something, with its time as far as the plan states it.

    who / what / to: the words of the plan; via: the office it goes through ("Phòng Nội vụ"); channel: "hộp thư điện tử
    công vụ: x@y"; format: "file định dạng Word"; folded_into: the report it is part of ("báo cáo định kỳ công tác dân
    vận"). comparator: "trước", "chậm nhất", "trong", "từ", "đến", "vào", "sau", "trong vòng" or None;
    recurrence: "tháng", "quý", "6 tháng", "9 tháng", "năm", "tuần", "ngày", "2 tháng" and the like, "nửa tháng", "tháng
    chẵn", "tháng lẻ", "học kỳ", "năm học", "định kỳ" or None; period: what a report covers when it is not the
    recurrence ("6 tháng", "năm", "sơ kết", "tổng kết"). day, month, year as stated;
    inferred_year: the plan's year when the date has none and falls only once within the plan's period; time: "17:00";
    until: the last day of a range, of a term counted from the plan's own day ("10 ngày kể từ ngày ban hành"), or the
    last day on which a recurring duty can fall (end of the plan's period); within: the words of a relative term
    ("10 ngày kể từ ngày ..."); stated: the plan's own words for the time ("trước ngày 30/9 hàng năm", "quý III năm
    2025", "cuối tháng 11"), None when it names none. A month, quarter or year without a day has its last
    day in `until`. All dates None: the plan names no date. exception: the words for when the rule
    does not hold as it stands ("trường hợp đặc biệt không quá 10/8"). corrected: the time is an administrator's, and
    `stated` is in their words."""

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
    exception: str | None = None
    corrected: Corrected | None = None

    @property
    def wants_workday(self) -> bool:
        """Whether it is better done on the working day before, where its day is a day off: not what takes place on its
        day, nor where the plan itself says what then holds."""
        quotes = (fold(" ".join(cited.quote.replace("*", "").split())) for cited in self.citations)
        return self.is_due_by and not any(_MOVED_DAY_OFF.search(quote) for quote in quotes)

    @property
    def is_due_by(self) -> bool:
        """Whether it is done by its day, and does not take place on it."""
        return bool(self.comparator in _BY_THEN or self.to or _HANDED_OVER.match(fold(self.what)))

    def worked(self, day: DueDay) -> date:
        """Return the last day on which the duty is done in time and people work: the last safe day, or the one before
        a day off."""
        return last_working_day(day.safe) if self.is_of_a_day and self.wants_workday else day.safe

    @property
    def is_of_a_day(self) -> bool:
        """Whether its time is a day, or counted from one, and not a month or quarter."""
        return self.day is not None or self.within is not None


@dataclass(frozen=True, slots=True)
class DueDay:
    """A time at which a duty falls due. last: the day the plan names, or the last one of a stretch, month or quarter;
    safe: the last day on which it is still done in time ("trước ngày 10/5": 09/5); first: where a stretch begins."""

    last: date
    safe: date
    first: date | None = None


HALF_OF_KEY = 10
"""Characters of a duty's key that stand for the plan's words and the day; the others for all that is read of them."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A duty with its days in order, none where the plan names no day. Recurring ones stay within `period`, the plan's
    own; key: stands for the duty's content, the same as long as the plan words it the same way."""

    deadline: Deadline
    key: str
    days: tuple[DueDay, ...]
    period: Period | None

    def is_worded_as(self, key: str) -> bool:
        """Tell whether a key is of the same words and day, whatever was read of who does what. A key of before keys had
        two halves is of the reading alone."""
        return key[:HALF_OF_KEY] in (self.key[:HALF_OF_KEY], self.key[HALF_OF_KEY:])

    def next_day(self, today: date) -> DueDay | None:
        """Return the first day that can still be kept, None when all are past or there is none."""
        return next((day for day in self.days if day.safe >= today), None)


NO = "không"
"""The word by which most lists are called."""


@dataclass(frozen=True, slots=True)
class NoListItem:
    """One "không" of a list, with the explanations that stand under it in the plan (section path)."""

    number: int
    text: str
    section: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class NoList:
    """A list of the kind "5 không", "3 sạch". count, word: as the plan names it; target: whom it binds, in the plan's
    words, or None; name: the plan's words that introduce it; introduced: where the plan names it; items: may be fewer
    than count."""

    plan_id: str
    count: int
    target: str | None
    name: str
    section: str
    items: tuple[NoListItem, ...]
    introduced: tuple[Citation, ...] = ()
    source_note: tuple[Citation, ...] = ()
    word: str = NO

    @property
    def title(self) -> str:
        """What it is called: "5 không"."""
        return f"{self.count} {self.word}"


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
class Person:
    """Somebody a plan names for a work: name without a title; role as written ("Trưởng phòng", "Phó Chủ tịch UBND xã,
    Trưởng ban"), None where it states none; tasks: the plan's words, none where it gives none."""

    plan_id: str
    section: str
    name: str
    role: str | None
    tasks: tuple[str, ...]
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
    people: tuple[Person, ...] = ()

    def count(self) -> int:
        """Return how many facts there are."""
        return sum(len(getattr(self, spec.name)) for spec in fields(self))


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as the library serves it: what the catalog keeps, loaded once and shared."""

    plan: Plan
    passages: tuple[Passage, ...]
    facts: Facts
    units: tuple[EvidenceUnit, ...] = ()

    @property
    def plan_id(self) -> str:
        """The source file's stem."""
        return self.plan.plan_id
