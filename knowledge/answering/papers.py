"""Whether a question is about the plans at hand or about another paper: by the kinds and numbers that it names."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.desk import Desk
from knowledge.answering.present import normal_number
from knowledge.model import Attribute, EvidenceUnit, Language, parent_of
from knowledge.patterns import later
from knowledge.text import fold

_SIGNED_KIND = later(
    r"\bky (?:ban hanh )?(?:cac |nhung )?(quyet dinh|cong van|huong dan|chi thi|nghi quyet|chuong trinh|quy che|"
    r"ket luan|giay khen|bang khen|thong bao|giay moi|bien ban|hop dong)\b"
)
_KINDS = later(
    r"\b(?:ke hoach|(?<!vao so )cong van|nghi quyet|chi thi|quyet dinh|huong dan|quy che|quy dinh|ket luan|thong tu|"
    r"nghi dinh|luat|to trinh|de an|thong bao|chuong trinh hanh dong|chuong trinh|the le)\b(?P<this>(?: \w+)? nay\b)?"
)
_ENGLISH_KINDS = later(r"\b(?:plan|document|paper|guidance|guideline|decision|regulation|notice|directive|programme)\b")
_BASIS_OF = later(r"\b(?:can cu|dua (?:vao|tren)|vien dan|ke hoach goc|lam goc|cap tren)\b")


def is_of_itself(desk: Desk) -> bool:
    """Tell whether a question about a number or a date names papers of the kind of the plans in scope, and no other."""
    return bool(_kinds_named(desk)) and not is_of_another(desk)


def is_of_another(desk: Desk) -> bool:
    """Tell whether a question names a paper of another kind than the plans in scope and what is attached to them."""
    pointed_at = _BASIS_OF.search(fold(desk.query.restored)) is not None or is_cited(desk)
    return not _kinds_named(desk) <= _own_kinds(desk) or pointed_at


def is_cited(desk: Desk) -> bool:
    """Tell whether a question speaks of a paper as one that the plan at hand cites."""
    return _CITED_BY.search(fold(desk.query.restored)) is not None


_CITED_BY = later(
    r"\b(?:ke hoach|chuong trinh|van ban|de an|phong trao)\b.{0,60}? ma (?:\w+ ){1,5}(?:dan|vien dan|nhac)\b"
)


def _kinds_named(desk: Desk) -> set[str]:
    """The kinds of papers that a question names; "hướng dẫn này" is the one at hand, whatever its kind."""
    found = list(_KINDS.finditer(fold(desk.query.restored)))
    named = {match[0] for match in found if not match["this"]}
    if any(match["this"] for match in found):
        named |= _own_kinds(desk)
    if desk.query.language is Language.EN and _ENGLISH_KINDS.search(desk.query.text.lower()):
        named |= _own_kinds(desk)
    return named


def _own_kinds(desk: Desk) -> frozenset[str]:
    """The kinds of the plans in scope, of what is attached to them and of what they are attached to; a letter's has no
    kind in capitals."""
    return desk.of_heads("kinds", lambda: _kinds_of(desk))


def _kinds_of(desk: Desk) -> frozenset[str]:
    ids = {stored.plan_id for stored in desk.plans}
    near = {part for p in ids for part in desk.parts.get(p, ())} | {stem for p in ids if (stem := parent_of(p))}
    printed = {desk.everyone[p].plan.header.doc_type or "cong van" for p in ids | near if p in desk.everyone}
    kinds = set(map(fold, printed))
    return frozenset(kind for long in kinds for kind in (long, *(match[0] for match in _KINDS.finditer(long))))


def _own_numbers(desk: Desk) -> frozenset[str]:
    """The numbers of the plans in scope."""
    return desk.of_heads(
        "numbers", lambda: frozenset(normal_number(stored.plan.header.number or "") for stored in desk.plans)
    )


def numbers_another(desk: Desk) -> bool:
    """Tell whether the question numbers a paper that no plan in scope is: their own headers are beside the point."""
    asked = [normal_number(number) for number in desk.query.numbers]
    return bool(asked) and "whether" not in desk.query.slots.shape and _own_numbers(desk).isdisjoint(asked)


def signed_another(desk: Desk) -> bool:
    """Tell whether the question is about another document than the plans in scope: by its number or its kind."""
    asked = [normal_number(number) for number in desk.query.numbers]
    if asked and _own_numbers(desk).isdisjoint(asked):
        return True
    signed = _SIGNED_KIND.search(fold(desk.query.restored))
    return signed is not None and signed[1] not in _own_kinds(desk)


def names(unit: EvidenceUnit, numbers: Sequence[str]) -> bool:
    """Tell whether a unit names one of the papers by its number."""
    asked = set(map(normal_number, numbers))
    return any(normal_number(value.text.rpartition(" ")[2]) in asked for value in unit.of(Attribute.PAPER))
