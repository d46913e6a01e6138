"""Answers about a plan itself: number, date, issuer, signer, recipients, basis, validity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from knowledge.answering import details
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import date_text, digits, period_text, plain, sentence_case
from knowledge.model import AnswerPart, Citation, Header, SectionKind, Status, StoredPlan
from knowledge.text import Span, fold, folded_words

MOST_RECIPIENTS = 25
MOST_FIELDS = 3
NAMED = 0.6
"""Coverage of the question's own words from which a plan's title is taken to be named."""

_NAMING = frozenset(folded_words("số mấy kế hoạch văn bản ngày tháng năm nào ban hành ký ai mang gửi nơi nhận có của"))

# Which field a question is about, by folded cues; the first field that matches wins, so specific ones stand first.
_CUES: dict[str, tuple[str, ...]] = {
    "recipients": (
        r"noi nhan|nhan (?:duoc )?ban (?:ke hoach|van ban)|gui cho nhung (?:ai|noi|don vi) nao|ai nhan duoc",
        r"\b(?:van ban|ban nay|ke hoach nay)\b.{0,30}\bgui (?!bao cao).{0,30}\b(?:ai|cap nao|noi nao)\b",
        r"recipients?\b|copied to|gets? (?:a )?cop(?:y|ies)",
    ),
    "validity": (
        "hieu luc|het han|con ap dung|het ky|con gia tri|con dung|con lam can cu",
        r"still valid|in force|expired?\b|still apply",
    ),
    "legal_basis": ("can cu|co so phap ly|thuc hien theo van ban|dua tren van ban|legal basis|based on",),
    "signer": (
        r"\bai (?:la nguoi |da )?ky\b(?! (?:cam|ket))|\bnguoi ky\b|\bky (?:ten|ban hanh)\b|\bky\W*$",
        r"\bsign(?:s|ed|er|atory|ature)?\b",
    ),
    "parent": (
        "truc thuoc (?:dang bo|co quan|don vi|cap|so|tinh) nao|cap tren (?:cua|truc tiep)|co quan chu quan|superior",
    ),
    "period": (
        "giai doan nao|thoi gian ap dung|ap dung (?:tu|cho|den|trong|nam)|keo dai|den nam nao",
        r"period\b|which years?\b",
    ),
    "date": (
        "ban hanh (?:ngay|khi|luc|vao|hom|thoi)|ngay (?:thang )?(?:nam )?ban hanh|ky ngay|ra (?:ngay|khi|luc)",
        r"\bngay (?:nao|may)\b|\b(?:ky|ra|de) (?:hom|ngay|khi|luc|bua)\b",
        "ban hanh.{0,40}(?:ngay|khi nao|bao gio|luc nao|hom nao)|ngay (?:thang nam )?nao.{0,60}ban hanh",
        "when was.{0,80}(?:issued|signed)|date of issue|issue date|issued (?:on|when)",
    ),
    "number": (
        r"\bso (?:may|bao nhieu|hieu|van ban|ky hieu|ke hoach|nao)\b|ky hieu|mang so|van ban so|\bso(?:,| va) ngay\b",
        "(?:document|plan) number|number of the",
    ),
    "issuer": (
        r"ai ban hanh|(?:co quan|don vi) (?:nao )?ban hanh|\bdo ai\b|noi ban hanh",
        "who issued|issuer|issued by",
    ),
    "title": ("ten (?:day du|goi|van ban|ke hoach)|trich yeu|ve viec gi|tieu de|full title|title of",),
    "place": (r"\bo dau\b|dia danh|where was",),
    "doc_type": ("loai van ban|type of document|kind of document",),
}
_PATTERNS = {name: re.compile("|".join(cues)) for name, cues in _CUES.items()}


def fields_asked(question: str) -> list[str]:
    """Return the header fields that a question is about, in order of precedence."""
    text = fold(question)
    return [name for name, pattern in _PATTERNS.items() if pattern.search(text)]


def answer(desk: Desk) -> Draft | None:
    """Answer from the headers of the plans in scope; None when no field is recognised."""
    names = fields_asked(desk.query.restored) or fields_asked(desk.query.text)
    if not names:
        return None
    parts = [_answer_field(desk, stored, name) for stored in meant(desk) for name in names[:MOST_FIELDS]]
    stated = any(status is Status.ANSWERED for status, _ in parts)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, tuple(part for _, part in parts), desk.others())


def officer(desk: Desk) -> Draft | None:
    """Answer "ai là chủ tịch ..." with the signer when the plan is signed in exactly that office; else None.

    Nothing else may be asked about: another body ("chủ tịch công đoàn") or a deputy has another head.
    """
    if "name" not in details.asked(desk.query) or not desk.single:
        return None
    stored, question = desk.plans[0], fold(desk.query.restored)
    role = fold(stored.plan.header.signer_role or "")
    if not role or not stored.plan.header.signer or not re.search(rf"(?<!pho )\b{re.escape(role)}\b", question):
        return None
    said = {*folded_words(role), *folded_words(own_words(stored)), *_NAMING, *folded_words("ai là tên gì nay hiện")}
    if desk.wanted.without(said):
        return None
    return Draft(Status.ANSWERED, (_scalar(desk, stored, "signer"),), desk.others())


def signed(desk: Desk) -> Draft | None:
    """Answer who signed, which can be said of the plans at hand only."""
    return answer(desk) if "signer" in fields_asked(desk.query.restored) else None


def validity(desk: Desk) -> Draft | None:
    """Answer whether a plan still holds in a year that it is not for; None for any other question."""
    years = all(what.isdigit() for what in desk.query.unknown)
    if not years or not desk.single or fields_asked(desk.query.restored)[:1] != ["validity"]:
        return None
    status, part = _answer_field(desk, desk.plans[0], "validity")
    return Draft(status, (part,), desk.others())


def meant(desk: Desk) -> list[StoredPlan]:
    """Return the plans whose own title and issuer the question's words name best; all in scope when it names none."""
    need = desk.known(desk.wanted.without(_NAMING))
    scored = [(desk.coverage(own_words(stored), need), stored) for stored in desk.plans]
    best = max((score for score, _ in scored), default=0.0)
    return [stored for score, stored in scored if best < NAMED or score >= best - 0.15]


def own_words(stored: StoredPlan) -> str:
    """Return the words by which a plan itself is named."""
    header = stored.plan.header
    return " ".join(
        part for part in (header.doc_type, header.number, header.title, header.issuer, header.parent) if part
    )


def _answer_field(desk: Desk, stored: StoredPlan, name: str) -> tuple[Status, AnswerPart]:
    field = "period" if name == "validity" else name
    if not getattr(stored.plan.header, field):
        return Status.NOT_SPECIFIED, _absent(desk, stored, field)
    special = _FIELDS.get(name)
    return Status.ANSWERED, special(desk, stored) if special else _scalar(desk, stored, name)


def _scalar(desk: Desk, stored: StoredPlan, name: str) -> AnswerPart:
    header = stored.plan.header
    value = getattr(header, name)
    shown = date_text(header.date, desk.words) if name == "date" and header.date else plain(str(value))
    if name == "signer":
        role = ", ".join(plain(part) for part in (header.signed_for, header.signer_role) if part)
        shown = f"{shown} ({role})" if role else shown
    lead = desk.words.header[name].format(value=shown)
    names = ("signed_for", "signer_role", "signer") if name == "signer" else (name,)
    return _part(desk, stored, lead, _cite(stored, names), derived=digits(shown))


def _recipients(desk: Desk, stored: StoredPlan) -> AnswerPart:
    recipients = stored.plan.header.recipients
    lead = desk.words.header["recipients"].format(value=len(recipients))
    sections = [section for section in stored.plan.walk() if section.kind is SectionKind.RECIPIENTS]
    cited = [
        citation
        for section in sections
        if section.body.text
        for citation in stored.plan.cite(section.path, section.body)
    ]
    items = [plain(item) for item in recipients[:MOST_RECIPIENTS]]
    return _part(desk, stored, lead, cited, items=items, derived=[str(len(recipients)), *digits(" ".join(items))])


def _basis(desk: Desk, stored: StoredPlan) -> AnswerPart:
    documents = stored.plan.header.legal_basis
    items = [
        document_name(desk, document.kind, document.number, document.date, document.issuer, document.subject)
        for document in documents
    ]
    cited = [citation for document in documents for citation in document.citations]
    return _part(desk, stored, desk.words.header["legal_basis"], cited, items=items, derived=digits(" ".join(items)))


def document_name(
    desk: Desk, kind: str, number: str | None, day: str | None, issuer: str | None, subject: str | None
) -> str:
    """Name a cited document: "Kế hoạch số 164-KH/QU ngày 29/12/2022 của Quận ủy, về ..."."""
    words = [kind]
    if number:
        words.append(f"số {number}" if not desk.words.months else number)
    if day:
        stated = "/".join(reversed(day.split("-")))
        words.append(f"ngày {stated}" if day.count("-") == 2 else f"năm {stated}")
    if issuer:
        words.append(f"của {plain(issuer)}")
    name = " ".join(words)
    return f"{name}: {plain(subject)}" if subject else name


def _validity(desk: Desk, stored: StoredPlan) -> AnswerPart:
    period = stored.plan.header.period
    if period is None:
        raise ValueError("a plan without a period has no validity")
    shown = period_text(period, desk.words)
    template = desk.words.valid_over if period.is_over(desk.today) else desk.words.valid_until
    cited = _cite(stored, ("period", "title"))
    return _part(desk, stored, template.format(period=shown), cited, derived=digits(shown))


def _period(desk: Desk, stored: StoredPlan) -> AnswerPart:
    period = stored.plan.header.period
    if period is None:
        raise ValueError("a plan without a period has no period to show")
    shown = period_text(period, desk.words)
    lead = desk.words.header["period"].format(value=shown)
    return _part(desk, stored, lead, _cite(stored, ("period", "title")), derived=digits(shown))


def _absent(desk: Desk, stored: StoredPlan, name: str) -> AnswerPart:
    return _part(desk, stored, f"{desk.words.header_absent[name]}.", _cite(stored, ("title",)))


def _part(
    desk: Desk,
    stored: StoredPlan,
    lead: str,
    citations: Iterable[Citation],
    *,
    items: Iterable[str] = (),
    derived: Iterable[str] = (),
) -> AnswerPart:
    named = lead if desk.single else f"**{desk.name(stored.plan_id)}**: {lead}"
    shown = tuple(items)
    return desk.part(
        stored.plan_id,
        sentence_case(named),
        tuple(citations),
        items=shown,
        show_quote=not shown,
        derived=tuple(derived),
    )


def _cite(stored: StoredPlan, names: tuple[str, ...]) -> tuple[Citation, ...]:
    """Cite the spans of the header fields that have one, neighbours as one; of period and title only the first."""
    header, source = stored.plan.header, stored.plan.source_text
    spans = [header.spans[name] for name in names if name in header.spans]
    if names[0] == "period":
        spans = spans[:1]
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if joined and not any(char.isalnum() for char in source[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(_cite_span(stored, span, header) for span in joined)


def _cite_span(stored: StoredPlan, span: Span, header: Header) -> Citation:
    section = next(
        (s.path for s in stored.plan.walk() if _covers(s.body.runs, span) or _covers(s.heading.runs, span)), "tiêu đề"
    )
    quote = stored.plan.source_text[span.start : span.end]
    return Citation(stored.plan_id, header.number, section, quote, span.start, span.end)


def _covers(runs: tuple[tuple[int, int, int, int], ...], span: Span) -> bool:
    return bool(runs) and runs[0][2] <= span.start and span.end <= runs[-1][2] + runs[-1][3]


_FIELDS: dict[str, Callable[[Desk, StoredPlan], AnswerPart]] = {
    "recipients": _recipients,
    "legal_basis": _basis,
    "validity": _validity,
    "period": _period,
}
