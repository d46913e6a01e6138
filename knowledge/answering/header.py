"""Answers about a plan itself: number, date, issuer, signer, recipients, basis, validity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge.answering import claims, details
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.header_fields import fields_asked
from knowledge.answering.present import date_text, digits, mark, normal_number, period_text, plain, sentence_case
from knowledge.model import AnswerPart, Ask, Citation, Header, Intent, Query, SectionKind, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.text import Span, fold, folded_words

MOST_RECIPIENTS = 25
MOST_FIELDS = 3
NAMED = 0.6
"""Coverage of the question's own words from which a plan's title is taken to be named."""

_TAKES_EFFECT = re.compile(r"(?:có hiệu lực|hiệu lực thi hành)\s+(?:thi hành\s+)?(?:kể )?từ\b", re.IGNORECASE)
_SIGNED_KIND = re.compile(
    r"\bky (?:ban hanh )?(?:cac |nhung )?(quyet dinh|cong van|huong dan|chi thi|nghi quyet|chuong trinh|quy che|"
    r"ket luan|giay khen|bang khen|thong bao|giay moi|bien ban|hop dong)\b"
)
_KINDS = re.compile(
    r"\b(?:ke hoach|cong van|nghi quyet|chi thi|quyet dinh|huong dan|quy che|quy dinh|ket luan|thong tu|nghi dinh|luat|"
    r"to trinh|de an|thong bao|chuong trinh|the le|chuong trinh hanh dong)\b"
)
_BASIS_OF = re.compile(r"\b(?:can cu|dua (?:vao|tren)|vien dan|ke hoach goc|lam goc|cap tren)\b")
_LAW = re.compile(r"^\W*(?:bo luat|luat|phap lenh|nghi dinh|thong tu|hien phap)\b(?!.*\b(?:ke hoach|van ban nay)\b)")
"""A question about a law's own number, date or force: no header says it."""
_NAMING = frozenset(folded_words("số mấy kế hoạch văn bản ngày tháng năm nào ban hành ký ai mang gửi nơi nhận có của"))


def answer(desk: Desk) -> Draft | None:
    """Answer from the headers of the plans in scope; None when no field is recognised."""
    names = _asked(desk.query)
    law = _LAW.search(fold(desk.query.restored)) and is_of_another(desk)
    beyond = details.asked(desk.query) & details.BEYOND_HEADERS or law
    if not names or beyond or _numbers_another(desk):
        return None
    plans = _of_office(desk, meant(desk)) if "signer" in names else meant(desk)
    parts = [_answer_field(desk, stored, name) for stored in plans for name in names[:MOST_FIELDS]]
    stated = any(status is Status.ANSWERED for status, _ in parts)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, tuple(part for _, part in parts), desk.others())


def is_of_itself(desk: Desk) -> bool:
    """Tell whether a question about a number or a date names papers of the kind of the plans in scope, and no other."""
    return bool(_kinds_named(desk)) and not is_of_another(desk)


def is_of_another(desk: Desk) -> bool:
    """Tell whether a question names a paper of another kind than the plans in scope."""
    own = {fold(stored.plan.header.doc_type or "") for stored in desk.plans}
    return not _kinds_named(desk) <= own or _BASIS_OF.search(fold(desk.query.restored)) is not None


def _kinds_named(desk: Desk) -> set[str]:
    return {match[0] for match in _KINDS.finditer(fold(desk.query.restored))}


def _asked(query: Query) -> list[str]:
    """Return the fields asked for; of a follow-up those that its last turn names, if it names any."""
    last = fields_asked(query.text) if query.follow_up else []
    found = last or fields_asked(query.restored) or fields_asked(query.text)
    return [*found, *(name for name in ("number", "date") if found and name in query.slots.fields - set(found))]


def _numbers_another(desk: Desk) -> bool:
    """Tell whether the question numbers a paper that no plan in scope is: their own headers are beside the point."""
    own = {normal_number(stored.plan.header.number or "") for stored in desk.plans}
    asked = [normal_number(number) for number in desk.query.numbers]
    return bool(asked) and desk.query.ask is not Ask.YES_NO and not own.intersection(asked)


def _of_office(desk: Desk, plans: list[StoredPlan]) -> list[StoredPlan]:
    """Of several plans keep those that were signed in the office that the question names ("trưởng phòng nào ký")."""
    office = claims.signer_office(fold(desk.query.restored))
    own = [p for p in plans if office and claims.signer_office(fold(p.plan.header.signer_role or "")) == office]
    return own if own and desk.query.ask is not Ask.YES_NO else plans


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
    return answer(desk) if "signer" in fields_asked(desk.query.restored) and not _of_another(desk) else None


def _of_another(desk: Desk) -> bool:
    """Tell whether the question is about another document than the plans in scope: by its number or its kind."""
    own = {normal_number(stored.plan.header.number or "") for stored in desk.plans}
    if desk.query.numbers and own.isdisjoint(normal_number(number) for number in desk.query.numbers):
        return True
    kinds = {fold(stored.plan.header.doc_type or "") for stored in desk.plans}
    signed = _SIGNED_KIND.search(fold(desk.query.restored))
    return signed is not None and signed[1] not in kinds


def corrected(desk: Desk) -> Draft | None:
    """Correct a claim that names a person, body or number which no plan has ("người ký có phải là ông X không")."""
    names = fields_asked(desk.query.restored)[:1] if desk.query.intent is Intent.HEADER else []
    if not desk.single or not names or claims.of_header(desk, desk.plans[0], names[0]) is not False:
        return None
    status, part = _answer_field(desk, desk.plans[0], names[0])
    return Draft(status, (part,), desk.others())


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
    effect = _effect(desk, stored) if name == "validity" and not stored.plan.header.period else None
    if effect is not None:
        return Status.ANSWERED, effect
    if not getattr(stored.plan.header, field):
        return Status.NOT_SPECIFIED, _absent(desk, stored, field)
    special = _FIELDS.get(name)
    part = special(desk, stored) if special else _scalar(desk, stored, name)
    if field in stored.plan.header.corrected:
        part = replace(part, lead=part.lead + mark(stored.plan.header.corrected[field], desk.words))
    return Status.ANSWERED, _with_verdict(desk, stored, name, part)


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
        role = ", ".join(plain(part) for part in (header.signed_for, header.signer_role) if part)
        shown = f"{shown} ({role})" if role else shown
    lead = desk.words.header[name].format(value=shown)
    names = ("signed_for", "signer_role", "signer") if name == "signer" else (name,)
    return _part(desk, stored, lead, cite_fields(stored, names), derived=digits(shown))


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
    template = desk.words.valid_over if period.is_over(desk.today) else desk.words.valid_until
    cited = cite_fields(stored, ("period", "title"))
    return _part(desk, stored, template.format(period=shown), cited, derived=digits(shown))


def _effect(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    """Quote the sentence by which a decision takes effect, with its date of issue where that is the day meant."""
    found = next((p for p in stored.passages if _TAKES_EFFECT.search(p.text.text)), None)
    if found is None:
        return None
    start, end = next((a, b) for a, b in sentences(found.text) if _TAKES_EFFECT.search(found.text.text[a:b]))
    day = stored.plan.header.date
    by_issue = day is not None and "ngày ký" in found.text.text[start:end]
    lead = desk.words.header["date"].format(value=date_text(day, desk.words)) if day and by_issue else desk.words.stated
    cited = (*stored.plan.cite(found.section, found.text, start, end), *(cite_fields(stored, ("date",)) if day else ()))
    return _part(desk, stored, lead, cited, derived=digits(lead))


def _period(desk: Desk, stored: StoredPlan) -> AnswerPart:
    period = stored.plan.header.period
    if period is None:
        raise ValueError("a plan without a period has no period to show")
    shown = period_text(period, desk.words)
    lead = desk.words.header["period"].format(value=shown)
    return _part(desk, stored, lead, cite_fields(stored, ("period", "title")), derived=digits(shown))


def _absent(desk: Desk, stored: StoredPlan, name: str) -> AnswerPart:
    role = name == "signer_role" and stored.plan.header.signer
    near = ("signer",) if role else (name,) if name in stored.plan.header.spans else ("title",)
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
