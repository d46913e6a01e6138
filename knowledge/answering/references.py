"""Answers about the documents that plans cite: which number, of what date, by whom, and whether they are at hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import counting
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.extract import extracts
from knowledge.answering.header import document_name, own_words
from knowledge.answering.header_fields import fields_asked, told
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, normal_number, plain
from knowledge.model import AnswerPart, Ask, CitedDocument, Status
from knowledge.text import fold, folded_words
from knowledge.understanding.abbreviations import PRINTED

ENOUGH = 0.4
MOST = 4
FEW_WORDS = 3
"""Words beside a document's number up to which the question is about the document itself."""
BETTER = 0.15
"""How much better than the plan's own title a cited document must fit to be what is meant."""
RATHER = 0.6
NAMED = 0.5
NEAR = 160
"""Characters between a paper and the one that amends it."""

_BASIS = re.compile(r"\b(?:can cu|co so phap ly|basis|based on)\b")
_WHICH = re.compile(
    r"\bso\b(?! (?:luong|lieu|hoa))|\bngay\b|\b(?:ky hieu|van ban|can cu|dan chieu|vien dan|which|number)\b|"
    r"\b(?:based on|basis)\b"
)
"""Cues of a question about which document is meant."""
_AMENDED = re.compile(r"\b(?:sua doi|bo sung|amend\w*)\b")
_INSIDE = re.compile(
    r"\b(?:noi dung (?:chi tiet|cu the|day du)|chi tiet (?:cua|trong)|(?:ghi|quy dinh) (?:gi|cu the|the nao)|"
    r"noi (?:gi|ro)|(?:bao nhieu|may) (?:dieu|chuong|khoan|trang)|toan van|full text|dieu \d+)\b"
)
"""Cues of a question about what stands inside a cited document."""
_DONE = re.compile(r"\b(?:xong|hoan thanh|truoc ngay|cham nhat|han)\b")
"""Cues of a time at which something is done with a cited document."""
_NAMING = frozenset(
    folded_words(
        "số mấy nào văn bản nhắc tới dẫn chiếu căn cứ kế hoạch nêu trích của về ngày tháng năm ban hành ký mang ra bàn "
        "việc gì nội dung ghi cụ thể điều khoản chi tiết thế quy định"
    )
)


def answer(desk: Desk) -> Draft | None:
    """Answer from cited documents: by number when the question has one, else by kind and subject.

    None when the question asks what a document is about rather than which document it is.
    """
    if desk.query.item is not None and _BASIS.search(fold(desk.query.restored)):
        return _nth_basis(desk, desk.query.item)
    return mentioned(desk) if asks_which(desk) else None


def _nth_basis(desk: Desk, item: int) -> Draft | None:
    """Name the n-th document that each plan says it is based on, of those by the issuer that the question names."""
    parts = []
    for stored in desk.plans:
        basis = stored.plan.header.legal_basis
        asked = set(folded_words(desk.query.restored))
        own = [each for each in basis if each.issuer and _spelt_out(each.issuer) <= asked] or list(basis)
        at = item - 1 if item > 0 else len(own) + item
        if 0 <= at < len(own):
            parts.append(_part(desk, stored.plan_id, [own[at]]))
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def _spelt_out(issuer: str) -> set[str]:
    return {part for word in folded_words(issuer) for part in PRINTED.get(word, word).split()}


def asks_which(desk: Desk) -> bool:
    """Tell whether the question asks which document is meant or what it is about, not what a plan says beside it."""
    asked = fold(desk.query.restored)
    kinds = "|".join({re.escape(fold(d.kind)) for stored in desk.plans for d in stored.facts.cited if d.kind}) or "$^"
    if desk.query.numbers and len(_topic(desk, kinds).words) <= FEW_WORDS:
        return True
    return _WHICH.search(asked) is not None or re.search(rf"\b(?:{kinds}) (?:nao|gi)\b", asked) is not None


def _topic(desk: Desk, kinds: str) -> Need:
    """Return what a question is about beside the document that it numbers."""
    numbered = [word for number in desk.query.numbers for word in folded_words(number)]
    return desk.wanted.without({*_NAMING, *numbered, *folded_words(kinds)})


def mentioned(desk: Desk) -> Draft | None:
    """Name the cited documents that the question fits; not specified where it asks for what stands inside one."""
    scored = sorted(_scored(desk), key=lambda found: -found[0])
    if not scored or scored[0][0] < ENOUGH:
        return None
    best = scored[0][0]
    said = max((extract.focus for extract in extracts(desk)[:3]), default=0.0)
    if not desk.query.numbers and said >= best + BETTER:
        return None
    status = Status.ANSWERED
    if (_asks_beside(desk) or not asks_which(desk)) and not _at_hand(desk, scored[0][2]):
        status = Status.NOT_SPECIFIED
    parts: dict[str, AnswerPart] = {}
    chosen = [(plan_id, document) for score, plan_id, document in scored if score >= best - 0.05][:MOST]
    if _AMENDED.search(fold(f"{desk.query.restored} {desk.query.text}")):
        chosen += [each for each in _amending(desk, chosen) if each not in chosen]
    desk = replace(desk, answering=len({plan_id for plan_id, _ in chosen}))
    for plan_id, _ in chosen:
        documents = [document for other, document in chosen if other == plan_id]
        parts.setdefault(plan_id, _part(desk, plan_id, documents))
    return Draft(status, tuple(parts.values()), desk.others())


def _asks_beside(desk: Desk) -> bool:
    """Tell whether the question asks what a citation of a document does not say: its content, its signer, its force."""
    asked = fold(desk.query.restored)
    numbered = re.search(r"\bso (?:may|bao nhieu)\b|\b(?:ngay|thang|nam) bao nhieu\b", asked) is not None
    return (
        _INSIDE.search(asked) is not None
        or not {"signer", "validity"}.isdisjoint(fields_asked(asked))
        or (desk.query.ask is Ask.HOW_MANY and not numbered)
        or (counting.counted(asked) is not None and not numbered)
        or (desk.query.ask is Ask.WHEN and _DONE.search(asked) is not None)
    )


def _amending(desk: Desk, amended: Sequence[tuple[str, CitedDocument]]) -> list[tuple[str, CitedDocument]]:
    """Return the papers that a plan says amend those given: by their subject, or named right after "sửa đổi tại"."""
    return [
        (plan_id, other)
        for plan_id, document in amended
        for other in desk.everyone[plan_id].facts.cited
        if other.number and other.number != document.number and _amends(desk, plan_id, other, document)
    ]


def _amends(desk: Desk, plan_id: str, other: CitedDocument, document: CitedDocument) -> bool:
    subject = fold(other.subject or "")
    if document.number and "sua doi" in subject and fold(document.number) in subject:
        return True
    begins = min((citation.start for citation in other.citations), default=0)
    ends = max((citation.end for citation in document.citations), default=0)
    between = desk.everyone[plan_id].plan.source_text[ends:begins] if ends < begins <= ends + NEAR else ""
    return "sua doi" in fold(between) and ";" not in between


def cited_rather(desk: Desk) -> Draft | None:
    """Answer a question about a number, date or issuer when it fits a cited document better than the plan itself."""
    if desk.query.numbers and not any(_is_own(desk, number) for number in desk.query.numbers):
        return answer(desk)
    need = desk.known(desk.wanted.without(_NAMING))
    if len(need.words) < 2 or told(desk.query.restored):
        return None
    scored = [score for score, _, _ in _scored(desk)]
    own = max((desk.coverage(own_words(stored), need) for stored in desk.plans), default=0.0)
    return answer(desk) if scored and max(scored) >= max(own + BETTER, RATHER) else None


def _is_own(desk: Desk, number: str) -> bool:
    own = normal_number(number)
    return any(normal_number(stored.plan.header.number or "") == own for stored in desk.plans)


def _scored(desk: Desk) -> list[tuple[float, str, CitedDocument]]:
    found = []
    for stored in desk.plans:
        mine = normal_number(stored.plan.header.number or "")
        for document in stored.facts.cited:
            if mine and normal_number(document.number or "") == mine:
                continue  # a plan that names itself
            score = _score(desk, document)
            if score is not None:
                found.append((score, stored.plan_id, document))
    return found


def _score(desk: Desk, document: CitedDocument) -> float | None:
    """Score a cited document; None when the question names another number or another kind of document."""
    if desk.query.numbers:
        own = normal_number(document.number or "")
        return 1.0 if own and any(own == normal_number(number) for number in desk.query.numbers) else None
    asked = fold(desk.query.restored)
    kind = fold(document.kind)
    text = " ".join(
        [document.kind, document.number or "", document.issuer or "", document.subject or ""]
        + [plain(citation.quote) for citation in document.citations]
    )
    score = desk.coverage(text, desk.wanted.without(_NAMING))
    if kind and kind in asked:
        score += NAMED if _is_named(asked, kind, document) else 0.15
    elif document.number is None:
        score -= 0.1
    return score


def _is_named(asked: str, kind: str, document: CitedDocument) -> bool:
    """Tell whether the question names a law by how its name begins: "luật bầu cử" of "Luật Bầu cử đại biểu ..."."""
    name = " ".join(folded_words(document.subject or "")[:2])
    return bool(name) and document.number is not None and f"{kind} {name}" in asked


def _part(desk: Desk, plan_id: str, documents: list[CitedDocument]) -> AnswerPart:
    names = [
        document_name(desk, document.kind, document.number, document.date, document.issuer, document.subject)
        for document in documents
    ]
    citations = list(dict.fromkeys(citation for document in documents for citation in document.citations))
    if len(documents) == 1:
        lead = desk.words.reference.format(name=names[0])
        absent = "" if _at_hand(desk, documents[0]) else f" ({desk.words.reference_absent})"
        lead = lead + absent
        items: list[str] = []
    else:
        same = len({normal_number(document.number or "") for document in documents}) == 1 and documents[0].number
        lead = desk.words.reference_twice.format(count=len(names)) if same else desk.words.stated
        items = names
    if not desk.single:
        lead = f"**{desk.name(plan_id)}**: {lead}"
    derived = [*digits(*names), str(len(names))]
    return desk.part(plan_id, lead, citations, items=items, derived=derived)


def _at_hand(desk: Desk, document: CitedDocument) -> bool:
    """Tell whether the cited document is a plan of the collection: same number, and same date where both have one."""
    own = normal_number(document.number or "")
    for stored in desk.everyone.values():
        header = stored.plan.header
        if own and normal_number(header.number or "") == own:
            day = header.date.isoformat() if header.date else None
            return day is None or document.date is None or day.startswith(document.date)
    return False
