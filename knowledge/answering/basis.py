"""Answers to "on what is the plan based" and "which papers does it cite", where no paper in particular is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.header import document_name, own_words
from knowledge.answering.present import digits
from knowledge.answering.wording.papers import EN, VI, PapersWording
from knowledge.model import AnswerPart, Ask, CitedDocument, Language, Status, StoredPlan
from knowledge.text import fold, folded_words
from knowledge.understanding.cues import cues
from knowledge.understanding.tables.references import STANDING

MOST = 15
"""Papers that one plan's answer lists."""

_STANDING = cues(STANDING)
_NAMING = frozenset(
    folded_words(
        "kế hoạch văn bản này căn cứ cơ sở pháp lý dựa theo vào trên chỉ đạo cấp trên trung ương đảng nhà nước tinh "
        "thần yêu cầu hướng dẫn của do từ bởi nào gì ai đâu mấy bao nhiêu tổng cộng số xây dựng ban hành ra đời lập "
        "làm thực hiện triển khai cụ thể hóa bám sát dẫn viện trích chiếu tham khảo nhắc nêu tới đến được có liên quan "
        "gốc liệt kê kể hết tên các những danh mục sách phong trào thi đua cơ quan đơn vị phần đầu là để mà trong"
    )
)
_PAPERS = re.compile(r"\b(?:van ban|documents?|papers|vien dan|dan chieu|tham chieu)\b(?!.{0,40} so (?:may|bao nhieu))")
_PLAIN_KINDS = frozenset({"ke hoach", "van ban", "quy dinh", "huong dan", "chuong trinh"})
"""Kinds whose names may mean the plan itself or what it orders, so that they choose no papers."""


def answer(desk: Desk) -> Draft | None:
    """List the basis of each plan, or the papers it cites (of the kind named); None when one paper is asked about."""
    if desk.query.numbers or desk.query.ask in (Ask.WHICH_PLANS, Ask.COMPARE, Ask.WHEN, Ask.WHICH_ITEM):
        return None
    asked = fold(desk.query.restored)
    kinds = _kinds(desk, asked)
    standing = _STANDING.search(f" {' '.join(folded_words(asked))} ") is not None
    if _says_more(desk, kinds) or not (kinds or standing or _PAPERS.search(asked)):
        return None
    found = [_of_plan(desk, stored, kinds, standing=standing) for stored in desk.plans]
    stated = any(status is Status.ANSWERED for status, _ in found)
    status = Status.ANSWERED if stated else Status.NOT_SPECIFIED
    return Draft(status, tuple(part for _, part in found), desk.others())


def _kinds(desk: Desk, asked: str) -> tuple[str, ...]:
    """Return the kinds of papers that the question names, of those that any plan cites or issues."""
    cited = {fold(d.kind) for stored in desk.everyone.values() for d in stored.facts.cited if d.kind}
    known = cited | {"nghi quyet", "chi thi", "quyet dinh", "nghi dinh", "thong tu", "luat", "ket luan", "cong van"}
    return tuple(sorted(kind for kind in known - _PLAIN_KINDS if re.search(rf"\b{re.escape(kind)}\b", asked)))


def _says_more(desk: Desk, kinds: Sequence[str]) -> bool:
    """Tell whether the question asks about anything beside the papers and the plan itself."""
    own = " ".join(own_words(stored) for stored in desk.plans) if desk.single else ""
    said = {*_NAMING, *folded_words(" ".join(kinds)), *folded_words(own), *(str(year) for year in desk.query.years)}
    return bool(desk.wanted.without(said))


def _of_plan(desk: Desk, stored: StoredPlan, kinds: Sequence[str], *, standing: bool) -> tuple[Status, AnswerPart]:
    if kinds:
        return _of_kinds(desk, stored, kinds, standing=standing)
    words, basis = _words(desk), stored.plan.header.legal_basis
    if standing and basis:
        return Status.ANSWERED, _part(desk, stored, words.basis, basis)
    cited = _unique(stored.facts.cited)
    if standing or not cited:
        return Status.NOT_SPECIFIED, _part(desk, stored, words.no_basis if cited else words.nothing, cited)
    return Status.ANSWERED, _part(desk, stored, words.cited.format(count=len(cited)), cited)


def _of_kinds(desk: Desk, stored: StoredPlan, kinds: Sequence[str], *, standing: bool) -> tuple[Status, AnswerPart]:
    """Answer with the papers of the kinds named: those of the basis first, where the basis is asked for."""
    words, basis, kind = _words(desk), stored.plan.header.legal_basis, _spelt(desk, kinds)
    own = [document for document in basis if fold(document.kind) in kinds]
    cited = [document for document in _unique(stored.facts.cited) if fold(document.kind) in kinds]
    if standing and own:
        return Status.ANSWERED, _part(desk, stored, words.basis, own)
    if standing and basis and cited:
        return Status.ANSWERED, _part(desk, stored, words.kind_inside.format(kind=kind), cited)
    if cited:
        closed = desk.query.ask is Ask.YES_NO
        return Status.ANSWERED, _part(desk, stored, f"{desk.words.has} " * closed + desk.words.stated, cited)
    lead = (words.no_kind if basis else words.no_kind_no_basis).format(kind=kind)
    return Status.NOT_SPECIFIED, _part(desk, stored, lead, basis)


def _spelt(desk: Desk, kinds: Sequence[str]) -> str:
    """Return the first kind as the question spells it."""
    size = len(kinds[0].split())
    said = desk.query.restored.split()
    runs = (" ".join(said[i : i + size]) for i in range(len(said)))
    return next((run.lower() for run in runs if fold(run) == kinds[0]), kinds[0])


def _unique(documents: Sequence[CitedDocument]) -> list[CitedDocument]:
    """Return each cited paper once, in reading order."""
    return list({(d.kind, d.number, d.date, d.subject): d for d in documents}.values())


def _part(desk: Desk, stored: StoredPlan, lead: str, documents: Sequence[CitedDocument]) -> AnswerPart:
    shown = documents[:MOST]
    items = [document_name(desk, d.kind, d.number, d.date, d.issuer, d.subject) for d in shown]
    citations = tuple(dict.fromkeys(citation for document in shown for citation in document.citations))
    named = lead if desk.single else f"**{desk.name(stored.plan_id)}** – {lead}"
    derived = [str(len(documents)), *digits(*items)]
    sharing = replace(desk, answering=1)
    return sharing.part(stored.plan_id, named, citations, items=items, show_quote=False, derived=derived)


def _words(desk: Desk) -> PapersWording:
    return EN if desk.query.language is Language.EN else VI
