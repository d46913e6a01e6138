"""Answers about a plan itself: number, date, issuer, signer, recipients, basis, validity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from knowledge import parsing
from knowledge.answering import claims, papers
from knowledge.answering.desk import FEW_PLANS, Desk, Draft
from knowledge.answering.present import date_text, digits, mark, period_text, plain, sentence_case
from knowledge.model import (
    AnswerPart,
    Citation,
    Header,
    Query,
    SectionKind,
    Status,
    StoredPlan,
)
from knowledge.parsing import sentences
from knowledge.patterns import later
from knowledge.text import Span, fold, folded_words

MOST_RECIPIENTS = 25
MOST_FIELDS = 3
MOST_REPLACING = 2
"""Plans that are told with what they replace; of more, one is meant that the question doesn't name."""
BEYOND_HEADERS = frozenset({"money", "contact", "phone", "mail", "place", "template", "consequence"})
"""What no header states."""
NAMED = 0.6
"""Coverage of the question's own words from which a plan's title is taken to be named."""

_TAKES_EFFECT = later(r"(?:có hiệu lực|hiệu lực thi hành)\s+(?:thi hành\s+)?(?:kể )?từ\b", re.IGNORECASE)
_IN_FORCE = later(r"hiệu lực|(?:áp dụng|thực hiện)\s+(?:kể )?từ ngày (?:ký|ban hành|\d)", re.IGNORECASE)
_REPLACES = later(r"(?<!\w)thay(?!\s+(?:mặt|đổi))(?!\w)|bãi\s+bỏ|hết\s+hiệu\s+lực", re.IGNORECASE)
_ENACTED = later(r"từ ngày \d{1,2}(?: tháng |\s?/\s?)\d{1,2}(?: năm |\s?/\s?)\d{4}(?=[^.;]{0,60}như sau)", re.I)
"""From when what the opening enacts is to hold: "... phân công nhiệm vụ từ ngày 04/5/2026 như sau:"."""
_LAW = later(r"^\W*(?:bo luat|luat|phap lenh|nghi dinh|thong tu|hien phap)\b(?!.*\b(?:ke hoach|van ban nay)\b)")
"""A question about a law's own number, date or force: no header says it."""
_TOLD = (
    *("validity", "parent", "place", "doc_type", "recipients", "signer_role"),
    *("signer", "date", "number", "issuer", "period", "title", "legal_basis"),
)
_MEANT_BY = {
    "period": frozenset({"validity"}),
    "signer": frozenset({"signer_role"}),
    "issuer": frozenset({"parent"}),
    "date": frozenset({"effect"}),
}
"""Fields whose cues stand in questions about another one: "cấp trên của cơ quan ban hành"."""
_SHARED = frozenset({"number", "date", "issuer", "parent", "signer", "signer_role", "recipients", "place", "period"})
"""Fields that a document has from the one that it is attached to."""
_OF_SIGNATURE = frozenset({"signer", "signer_role"})
_BODY = frozenset({"period", "validity"})
"""What a text may say anywhere: that no header states it is no proof that it is not stated."""
_NAMING = frozenset(folded_words("số mấy kế hoạch văn bản ngày tháng năm nào ban hành ký ai mang gửi nơi nhận có của"))


def answer(desk: Desk) -> Draft | None:
    """Answer from the headers of the plans in scope; None when no field is recognised."""
    names = _asked(desk.query)
    law = _LAW.search(fold(desk.query.restored)) and papers.is_of_another(desk)
    beyond = desk.query.slots.asked & BEYOND_HEADERS - {*names} or law
    if not names or beyond or papers.numbers_another(desk):
        return None
    plans = _of_office(desk, meant(desk)) if {"signer", "signer_role"} & {*names} else meant(desk)
    if len(plans) > FEW_PLANS:
        return Draft(Status.NEEDS_UNIT, (AnswerPart(None, desk.words.needs_unit),), tuple(p.plan_id for p in plans))
    if asks_which_first(desk.query):
        plans = sorted(plans, key=lambda stored: stored.plan.header.date or date.max)
    parts = [_answer_field(desk, stored, name) for stored in plans for name in names[:MOST_FIELDS]]
    said = {status for status, _ in parts}
    if said <= {Status.NOT_SPECIFIED} and _BODY.issuperset(names):
        return None
    status = next((each for each in (Status.ANSWERED, Status.NEAREST) if each in said), Status.NOT_SPECIFIED)
    return Draft(status, tuple(part for _, part in parts), desk.others())


def asks_which_first(query: Query) -> bool:
    """Tell whether a question asks which of several plans was issued before the others."""
    return "compare" in query.slots.shape and "date" in query.slots.fields


def _asked(query: Query) -> list[str]:
    """Return the fields asked for, in the order in which they are told."""
    said = query.slots.fields - ({"signer", "signer_role"} if claims.only_pledges(query) else set())
    said |= query.slots.asked & {"place"} if "date" in said else set()  # "ký ngày nào, ở đâu"
    return [name for name in _TOLD if name in said and not said & _MEANT_BY.get(name, frozenset())]


def _of_office(desk: Desk, plans: list[StoredPlan]) -> list[StoredPlan]:
    """Of several plans keep those that were signed in the office that the question names ("trưởng phòng nào ký")."""
    office = claims.signer_office(fold(desk.query.restored))
    own = [p for p in plans if office and claims.signer_office(fold(p.plan.header.signer_role or "")) == office]
    return own if own and "whether" not in desk.query.slots.shape else plans


def corrected(desk: Desk) -> Draft | None:
    """Correct a claim that names a person, body or number which no plan has ("người ký có phải là ông X không")."""
    names = _asked(desk.query)[:1]
    if not desk.single or not names or claims.of_header(desk, desk.plans[0], names[0]) is not False:
        return None
    status, part = _answer_field(desk, desk.plans[0], names[0])
    return Draft(status, (part,), desk.others())


def validity(desk: Desk) -> Draft | None:
    """Answer whether a plan still holds in a year that it is not for; None for any other question."""
    years = all(what.isdigit() for what in desk.query.unknown)
    if not years or not desk.single or "validity" not in desk.query.slots.fields:
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
    stored = _holder(desk, stored, field)
    if field == "period" and (not stored.plan.header.period or "effect" in desk.query.slots.fields):
        effect = _effect(desk, stored)
        if effect is not None:
            return Status.ANSWERED, effect
    if not getattr(stored.plan.header, field):
        unread = _unread(desk, stored) if field in _OF_SIGNATURE and not stored.plan.header.signer else None
        return (Status.NEAREST, unread) if unread else (Status.NOT_SPECIFIED, _absent(desk, stored, field))
    special = _FIELDS.get(name)
    part = special(desk, stored) if special else _scalar(desk, stored, name)
    if field in stored.plan.header.corrected:
        part = replace(part, lead=part.lead + mark(stored.plan.header.corrected[field], desk.words))
    return Status.ANSWERED, _with_verdict(desk, stored, name, part)


def _holder(desk: Desk, stored: StoredPlan, field: str) -> StoredPlan:
    """Return the plan whose header says a field: what is attached has number, day and signer of what it came with."""
    parent = desk.everyone.get(stored.plan.attached_to or "")
    if parent is None or field not in _SHARED:
        return stored
    own = getattr(stored.plan.header, field) and (field == "period" or field in stored.plan.header.spans)
    if own or (field == "period" and _effect(desk, stored)):
        return stored
    return parent


def claimed(desk: Desk) -> Draft | None:
    """Judge a claim about signer, date or number of the plan at hand ("do Phó Chủ tịch ký thay, đúng không"); else
    None."""
    if not desk.single or papers.is_of_another(desk) or papers.signed_another(desk):
        return None
    parts = []
    for name in claims.fields(desk.query, _holder(desk, desk.plans[0], "signer").plan.header):
        stored = _holder(desk, desk.plans[0], name)
        if getattr(stored.plan.header, name) and claims.of_header(desk, stored, name) is not None:
            parts.append(_answer_field(desk, stored, name)[1])
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def effect(desk: Desk) -> Draft | None:
    """Answer from when the plan at hand holds, if its text says so; None where that isn't asked or isn't said."""
    if not desk.single or "effect" not in desk.query.slots.fields or papers.is_of_another(desk):
        return None
    stored = _holder(desk, desk.plans[0], "period")
    return answer(desk) if _effect(desk, stored) is not None else None


def replaced(desk: Desk) -> Draft | None:
    """Answer which documents the plans in scope replace, or that the one at hand names none; else None."""
    if "replaces" not in desk.query.slots.fields:
        return None
    if desk.single and not any(_REPLACES.search(each.plan.source_text) for each in desk.family(desk.plans[0].plan_id)):
        return Draft(Status.NOT_SPECIFIED, (_absent(desk, desk.plans[0], "replaces"),), desk.others())
    parts = [_replaced(desk, stored) for stored in meant(desk) if stored.plan.header.replaces]
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if 0 < len(parts) <= MOST_REPLACING else None


def _replaced(desk: Desk, stored: StoredPlan) -> AnswerPart:
    old = stored.plan.header.replaces
    items = [document_name(desk, each.kind, each.number, each.date, each.issuer, None) for each in old]
    starts = dict.fromkeys(each.citations[0].start for each in old)
    cited = dict.fromkeys(piece for at in starts for piece in _sentence_at(stored, at))
    value = "; ".join(f"**{item}**" for item in items)
    return _part(desk, stored, desk.words.header["replaces"].format(value=value), cited, derived=digits(value))


def _sentence_at(stored: StoredPlan, at: int) -> tuple[Citation, ...]:
    """Cite the sentence that a source position stands in."""
    for passage in stored.passages:
        for start, end in sentences(passage.text):
            pieces = stored.plan.cite(passage.section, passage.text, start, end)
            if pieces and pieces[0].start <= at < pieces[-1].end:
                return pieces
    return ()


def _with_verdict(desk: Desk, stored: StoredPlan, name: str, part: AnswerPart) -> AnswerPart:
    """Begin the answer to a yes/no question with whether what it claims is what the header says."""
    claim = claims.of_header(desk, stored, name)
    if claim is None:
        return part
    return replace(part, lead=f"{claims.verdict(desk, name, claim)} {part.lead}")


def _scalar(desk: Desk, stored: StoredPlan, name: str) -> AnswerPart:
    header = stored.plan.header
    value = getattr(header, name)
    shown = date_text(header.date, desk.words) if name == "date" and header.date else plain(str(value))
    if name == "signer":
        shown = "; ".join(f"{who} ({role})" if role else who for who, role in signers(header))
    lead = desk.words.header[name].format(value=shown)
    names = ("signed_for", "signer_role", "signer") if name == "signer" else (name,)
    return _part(desk, stored, lead, cite_fields(stored, names), derived=digits(shown))


def signers(header: Header) -> list[tuple[str, str]]:
    """Return each who signed and as what; a joint paper has two."""
    names = [plain(name) for name in (header.signer or "").split("; ")]
    told = [(each or "").split("; ") for each in (header.signed_for, header.signer_role)]
    if len(names) == 1 or any(len(parts) not in (1, len(names)) for parts in told):
        return [("; ".join(names), ", ".join(plain(part) for part in (header.signed_for, header.signer_role) if part))]
    each_of = [parts if len(parts) == len(names) else [""] * len(names) for parts in told]
    return [(name, ", ".join(plain(p) for p in roles if p)) for name, *roles in zip(names, *each_of, strict=True)]


def _signer(desk: Desk, stored: StoredPlan) -> AnswerPart:
    return _scalar(desk, stored, "signer")


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
        words.append(f"số {number}" if number[0].isdigit() and not desk.words.months else number)
    if day:
        stated = "/".join(reversed(day.split("-")))
        words.append(f"ngày {stated}" if day.count("-") == 2 else f"năm {stated}")
    if issuer:
        words.append(f"của {plain(issuer)}")
    name = " ".join(words)
    if subject and words == [kind] and fold(kind).endswith("luat"):
        return f"{kind} {plain(subject)}"
    return f"{name}: {plain(subject)}" if subject else name


def _validity(desk: Desk, stored: StoredPlan) -> AnswerPart:
    period = stored.plan.header.period
    if period is None:
        raise ValueError("a plan without a period has no validity")
    shown = period_text(period, desk.words)
    over, coming = period.is_over(desk.today), period.is_coming(desk.today)
    template = desk.words.valid_over if over else desk.words.valid_coming if coming else desk.words.valid_until
    cited = cite_fields(stored, ("period", "title"))
    return _part(desk, stored, template.format(period=shown), cited, derived=digits(shown))


def _effect(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    """Quote the sentence by which a decision takes effect, with its date of issue where that is the day meant."""
    held = (
        (passage, start, end)
        for pattern in (_TAKES_EFFECT, _IN_FORCE, _ENACTED)
        for passage in stored.passages
        if (passage.kind is SectionKind.OPENING) == (pattern is _ENACTED)
        for start, end in sentences(passage.text)
        if pattern.search(passage.text.text[start:end])
    )
    found, start, end = next(held, (None, 0, 0))
    if found is None:
        return None
    day = stored.plan.header.date
    by_issue = day is not None and "ngày ký" in found.text.text[start:end]
    lead = desk.words.header["date"].format(value=date_text(day, desk.words)) if day and by_issue else desk.words.stated
    cited = (
        *stored.plan.cite(found.section, found.text, start, end),
        *(cite_fields(stored, ("date",)) if by_issue else ()),
    )
    return _part(desk, stored, lead, cited, derived=digits(lead))


def _period(desk: Desk, stored: StoredPlan) -> AnswerPart:
    period = stored.plan.header.period
    if period is None:
        raise ValueError("a plan without a period has no period to show")
    shown = period_text(period, desk.words)
    lead = desk.words.header["period"].format(value=shown)
    return _part(desk, stored, lead, cite_fields(stored, ("period", "title")), derived=digits(shown))


def _unread(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    """Quote the place that looks like a signature in which no signer was recognised; None where nothing does."""
    place = parsing.place_of_signature(stored.plan)
    if place is None:
        return None
    return _part(desk, stored, f"{desk.words.header_unread}:", (_cite_span(stored, place, stored.plan.header),))


def _absent(desk: Desk, stored: StoredPlan, name: str) -> AnswerPart:
    role = name == "signer_role" and stored.plan.header.signer
    near = ("signer",) if role else ("signed_for", "signer_role") if name in _OF_SIGNATURE else (name,)
    near = near if any(each in stored.plan.header.spans for each in near) else ("title",)
    return _part(desk, stored, f"{desk.words.header_absent[name]}.", cite_fields(stored, near))


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


def cite_fields(stored: StoredPlan, names: tuple[str, ...]) -> tuple[Citation, ...]:
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
    "signer_role": _signer,
    "legal_basis": _basis,
    "validity": _validity,
    "period": _period,
}
