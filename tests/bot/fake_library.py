"""A small library of invented plans, written by hand: it finds passages by shared words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.ports import Progress
from knowledge.briefing import Briefing, Reported, Request, compose
from knowledge.briefing.writers import write
from knowledge.corrections import Correction
from knowledge.errors import CorrectionError, DataUnwritable, UnreadableFile
from knowledge.facts.schedule import schedule
from knowledge.model import (
    Answer,
    AnswerPart,
    Citation,
    Deadline,
    Facts,
    Header,
    Hit,
    Language,
    Passage,
    Period,
    Plan,
    Query,
    RawDocument,
    Scheduled,
    SectionKind,
    Statement,
    Status,
    StoredPlan,
)
from knowledge.text import clean, folded_words
from knowledge.understanding.days import days_of
from knowledge.versions import Key, Preview, Published, Version

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SMALL_TALK = {"xin", "chao", "hello"}


@dataclass(frozen=True)
class FakeUnit:
    plan_id: str
    name: str
    short_name: str
    year: int | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """An invented plan: one line of `lines` is one passage, "section | text"."""

    unit: FakeUnit
    header: Header
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.partition(" | ")[2] for line in self.lines)


AN_BINH = Source(
    FakeUnit("an-binh", "Ủy ban nhân dân xã An Bình", "Xã An Bình 2025", 2025, ("an binh", "xab")),
    Header(
        issuer="ỦY BAN NHÂN DÂN XÃ AN BÌNH",
        number="12/KH-UBND",
        date=date(2025, 2, 3),
        doc_type="KẾ HOẠCH",
        title="Phát động phong trào thi đua năm 2025",
        period=Period(date(2025, 1, 1), date(2025, 12, 31)),
    ),
    (
        "I.1 | Tuyên truyền phong trào đến từng hộ dân.",
        "II.1 | Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6. Gửi bản giấy.",
        "II.2 | Biểu dương <b>điển hình</b> & mô hình “khéo” ở các ấp.",
    ),
)
BINH_MY = Source(
    FakeUnit("binh-my", "Đảng ủy phường Bình Mỹ", "Phường Bình Mỹ 2023", 2023, ("binh my", "pbm")),
    Header(issuer="ĐẢNG ỦY PHƯỜNG BÌNH MỸ", title="Năm dân vận", period=Period(date(2023, 1, 1), date(2023, 12, 31))),
    (
        "mở đầu | Thực hiện phong trào thi đua của cấp trên.",
        "IV.3 | Chi bộ gửi báo cáo 6 tháng trước ngày 20/5 cho Đảng ủy phường.",
    ),
)
CAM_LAM = Source(
    FakeUnit("cam-lam", "Mặt trận Tổ quốc xã Cẩm Lâm", "MTTQ Cẩm Lâm", None, ("cam lam",)),
    Header(issuer=None, title="Hướng dẫn"),
    ("1 | Hướng dẫn xây dựng mô hình tự quản.",),
)


@dataclass
class FakeLibrary:
    """failure: raised by the next questions; seconds: that each takes; asked: every call as (text, unit, history)."""

    sources: Sequence[Source] = (AN_BINH, BINH_MY, CAM_LAM)
    failure: Exception | None = None
    closed: bool = False
    seconds: float = 0.0
    trouble: str | None = None
    duties: list[Deadline] = field(default_factory=list)
    clock: datetime = datetime(2025, 6, 1, 9, 0, tzinfo=HANOI)
    asked: list[tuple[str, str | None, tuple[str, ...]]] = field(default_factory=list)

    @property
    def generation(self) -> str:
        return str(len(self.asked))  # tests change what it says as they like

    def steady(self) -> AbstractContextManager[None]:
        return nullcontext()

    def today(self) -> date:
        return self.now().date()

    def now(self) -> datetime:
        return self.clock

    def schedule(self, unit: str | None = None) -> list[Scheduled]:
        headers = {source.unit.plan_id: source.header for source in self.sources}
        kept = [duty for duty in self.duties if duty.plan_id in headers and unit in (None, duty.plan_id)]
        return [schedule(duty, headers[duty.plan_id], self.today()) for duty in kept]

    def days_of(self, text: str, *, coming: bool = True) -> tuple[date, date] | None:
        return days_of(text, self.today(), coming=coming)

    def plans(self) -> list[StoredPlan]:
        return [self._stored(source) for source in self.sources]

    def plan(self, plan_id: str) -> StoredPlan | None:
        return next((stored for stored in self.plans() if stored.plan_id == plan_id), None)

    def units(self) -> list[FakeUnit]:
        return [source.unit for source in self.sources]

    def find_units(self, text: str) -> list[str]:
        said = " ".join(folded_words(text))
        return [unit.plan_id for unit in self.units() if any(alias in said for alias in unit.aliases)]

    def statement(self, text: str) -> Statement | None:
        if text == "tất cả các đơn vị":
            return Statement(())
        if text == "đổi đơn vị":
            return Statement((), "")
        name = text.removeprefix("tôi ở ")
        return None if name == text or "?" in text else Statement(tuple(self.find_units(name)), name)

    def search(self, query: str, k: int = 8) -> list[Hit]:
        words = set(folded_words(query))
        hits = [Hit(p, float(len(words & set(folded_words(p.text.text))))) for p in self.passages().values()]
        return sorted((hit for hit in hits if hit.score), key=lambda hit: -hit.score)[:k]

    def passages(self) -> dict[str, Passage]:
        return {passage.id: passage for stored in self.plans() for passage in stored.passages}

    def passage(self, passage_id: str) -> Passage | None:
        return self.passages().get(passage_id)

    def passage_at(self, plan_id: str, start: int) -> Passage | None:
        held = [p for p in self.passages().values() if p.plan_id == plan_id and p.text.span(0, 1).start <= start]
        return held[-1] if held else None

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        plan_id, ordinal = passage_id.rsplit("#", 1)
        known = self.passages()
        return known.get(f"{plan_id}#{int(ordinal) - 1}"), known.get(f"{plan_id}#{int(ordinal) + 1}")

    kinds: frozenset[str] = frozenset({".txt"})
    pictured: frozenset[str] = frozenset()
    max_bytes: int = 1000

    def page_picture(
        self,
        name: str,
        data: bytes,
        page: int,
        document: RawDocument | None = None,
        spans: Sequence[tuple[int, int]] = (),
    ) -> bytes:
        raise UnreadableFile(f"{name}: the invented library has no pages")

    def read_document(self, name: str, data: bytes) -> RawDocument:
        raise UnreadableFile(f"{name}: the invented library takes no files")

    def preview(self, document: RawDocument) -> Preview:
        raise UnreadableFile(f"{document.plan_id}: the invented library takes no files")

    def put_document(
        self,
        document: RawDocument,
        replaces: Key | None = None,
        on_progress: Progress | None = None,
        file: tuple[str, bytes] | None = None,
    ) -> Published:
        raise DataUnwritable("the invented library takes no files")

    def correct(self, target: str | RawDocument, place: str, said: str | None, *, keep: bool) -> Published:
        raise CorrectionError("the invented library takes no corrections")

    def corrections(self) -> tuple[Correction, ...]:
        return ()

    def changes_of_corrections(self) -> int:
        return 0

    def withdrawn(self, plan_id: str) -> tuple[Scheduled, ...]:
        return ()

    def versions(self, plan_id: str) -> list[Version]:
        return [Version((s.plan_id, "0"), None, s, None) for s in self.plans() if s.plan_id == plan_id]

    def is_pictured(self, plan_id: str) -> bool:
        return False

    def plan_picture(self, plan_id: str, page: int, spans: Sequence[tuple[int, int]] = ()) -> bytes | None:
        return None

    def document(self, key: Key) -> RawDocument | None:
        return None

    def brief(self, request: Request, *, reported: Reported = None) -> Briefing:
        plans = {stored.plan_id: stored for stored in self.plans()}
        names = {unit.plan_id: unit.short_name for unit in self.units()}
        return compose(request, plans, names, [], self.today(), reported)

    def brief_file(self, briefing: Briefing, name: str, *, quiz: bool = False) -> bytes:
        return write(briefing, name, quiz=quiz)

    def close(self) -> None:
        self.closed = True

    def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        self.asked.append((text, unit, tuple(history)))
        time.sleep(self.seconds)
        if self.failure:
            raise self.failure
        named = self.find_units(text)
        words = set(folded_words(text))
        if words & SMALL_TALK:
            return self._answer(Status.SMALLTALK, [AnswerPart(None, "Chào bạn!")], named)
        if words & {"con", "the"} and history:
            words |= set(folded_words(history[-1]))
        scope = named or ([unit] if unit else [source.unit.plan_id for source in self.sources])
        parts = [part for part in (self._part(plan, words) for plan in scope) if part]
        if not parts:
            related = (f"{scope[0]}#0",)
            nothing = AnswerPart(None, f"Không tìm thấy “{text[:40]}”.")
            return self._answer(Status.NOT_FOUND, [nothing], named, related=related)
        others = tuple(source.unit.plan_id for source in self.sources if source.unit.plan_id not in named)
        return self._answer(Status.ANSWERED, parts, named, choices=others)

    def _part(self, plan_id: str, words: set[str]) -> AnswerPart | None:
        stored = self.plan(plan_id)
        assert stored is not None
        score, best = max(
            ((len(words & set(folded_words(p.text.text))), p) for p in stored.passages), key=lambda pair: pair[0]
        )
        if score < 2:
            return None
        sentence = best.text.text.index(".") + 1 if "." in best.text.text else len(best.text.text)
        span = best.text.span(0, sentence)
        quote = stored.plan.source_text[span.start : span.end]
        citation = Citation(plan_id, stored.plan.header.number, best.section, quote, span.start, span.end)
        name = next(unit.short_name for unit in self.units() if unit.plan_id == plan_id)
        lead = f"**{name}**: {best.text.text[:sentence]}"
        return AnswerPart(plan_id, lead, citations=(citation,), source=f"{name}, mục {best.section}", quote=quote)

    def _answer(
        self,
        status: Status,
        parts: list[AnswerPart],
        named: list[str],
        choices: tuple[str, ...] = (),
        related: tuple[str, ...] = (),
    ) -> Answer:
        query = Query("", "", Language.VI, units=tuple(named), named=bool(named))
        text = "\n\n".join(part.lead for part in parts)
        return Answer(status, text, tuple(parts), Language.VI, choices, related, query)

    def _stored(self, source: Source) -> StoredPlan:
        passages = []
        start = 0
        for ordinal, line in enumerate(source.lines):
            section, _, text = line.partition(" | ")
            mapped = clean(source.text, start, start + len(text))
            passages.append(
                Passage(
                    f"{source.unit.plan_id}#{ordinal}",
                    source.unit.plan_id,
                    ordinal,
                    SectionKind.ITEM,
                    section,
                    "Nội dung > Báo cáo",
                    mapped,
                )
            )
            start += len(text) + 1
        return StoredPlan(Plan(source.unit.plan_id, source.text, source.header, ()), tuple(passages), Facts())


def with_lines(source: Source, *lines: str) -> Source:
    """Return the plan with other passages."""
    return Source(source.unit, source.header, lines)
