"""Who acts in what a unit says, and whether a claim names them. Pure functions."""

from __future__ import annotations

import itertools
import re

from knowledge.answering.claimed import OFFICES, Claim
from knowledge.model import Attribute, EvidenceUnit
from knowledge.patterns import later
from knowledge.ranking.shelf import meant
from knowledge.text import folded_words

HELD = 0.6
"""Share of an office's words that must stand in a text for it to be named there."""


def actors(claim: Claim, unit: EvidenceUnit) -> list[str]:
    """Return who acts in a unit, or else the office that is its title."""
    title = _LEAD.sub("", unit.heading.split(" > ")[-1])
    return acting_in(claim, unit) or ([title] if OFFICES.match(title) else [])


def acts_otherwise(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a claim begins with an office that the unit names and that is not who acts there: "Văn phòng" where
    the Board acts "together with Văn phòng"."""
    offices = (match for match in OFFICES.finditer(claim.text) if not claim.text.startswith(" cáo", match.end()))
    first = next(offices, None)  # no "báo" of "báo cáo"
    leads = first is not None and first.start() < LEADING and not _NO_SUBJECT.search(claim.text[: first.start()])
    if claim.translated or not leads:
        return False
    acting = [_EACH.sub("", name) for name in actors(claim, unit)]
    return bool(acting) and not any(is_said(name, claim) for name in acting)


_BEFORE = r"(?:Đề nghị|Giao|Trách nhiệm của)\s+"
_LEAD = later(rf"^[\W\d]+(?:{_BEFORE})?|^{_BEFORE}")
"""What stands before the office that a title names."""
_EACH = later(r"^(?:Các|Mỗi|Từng|Những)\s+", re.IGNORECASE)
_NO_SUBJECT = later(r"\b(?:qua|cho|về|tới|đến|lên|với|của|từ)\s*$", re.IGNORECASE)
LEADING = 12
"""Characters within which a claim's first office is its subject."""


def acting_in(claim: Claim, unit: EvidenceUnit) -> list[str]:
    """Return who acts in a unit, of several those in whose clauses the claim's other words stand most."""
    values_of = unit.of(Attribute.WHO)
    if len({value.text for value in values_of}) < 2:
        return [value.text for value in values_of]
    offices, text = frozenset().union(*claim.offices()), unit.text.text
    ends = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    carried: dict[str, int] = {}
    acting: list[str] = []
    for start, until in itertools.pairwise(ends):  # a clause without a subject goes on about the last one's
        acting = [value.text for value in values_of if start <= value.start < until] or acting
        count = len((claim.words - offices) & frozenset(meant(text[start:until])))
        carried |= {name: max(count, carried.get(name, 0)) for name in acting}
    most = max(carried.values(), default=0)
    return [name for name, count in carried.items() if count == most]


_CLAUSE = later(r";(?=\s)|\.(?=\s|$)")


def is_said(name: str, claim: Claim) -> bool:
    """Tell whether a claim names an office that a unit names."""
    words = folded_words(name)
    begun = " ".join(words[:2]) in " ".join(folded_words(claim.text))
    return begun and len(claim.words.intersection(words)) >= HELD * len(set(words))
