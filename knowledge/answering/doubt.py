"""What keeps a claim that looks right from being confirmed. Pure functions."""

from __future__ import annotations

import re

from knowledge.answering.claimed import Claim, keyed
from knowledge.answering.statements import of_unit
from knowledge.model import Attribute, EvidenceUnit
from knowledge.model.evidence import HELPS
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words


def is_doubtful(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a unit that seems to confirm a claim frees from it, has values of other things, too, or names who
    leads, by the claim, among those that help."""
    return _exempts(claim, unit) or _states_others(claim, unit) or _only_helps(claim, unit)


def _only_helps(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether an office that a claim says leads stands in no column of a table's row but the helpers'."""
    if not _LEADS.search(fold(claim.text)):
        return False
    cells = [(frozenset(meant(who.text)), who.key == HELPS) for who in unit.of(Attribute.WHO)]
    named = [[helps for cell, helps in cells if 2 * len(office & cell) >= len(office)] for office in claim.offices()]
    return any(found and all(found) for found in named)


_LEADS = re.compile(r"\b(?:chu tri|dung dau|chiu trach nhiem chinh)\b")


def _exempts(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a unit frees from something those of whom a claim says it, or the claim frees whom the unit
    doesn't."""
    words, statements = set(folded_words(claim.text)), [fold(each.text) for each in of_unit(unit)]
    freeing = [text[: found.start()] for text in statements if (found := _FREED.search(text))]
    if _FREED.search(fold(claim.text)):
        return not freeing
    freed = [set(folded_words(subject)) - _ANY for subject in freeing]
    return any(subject and subject <= words for subject in freed)


_ANY = frozenset(folded_words("riêng các những mỗi thì được và đối với"))
_FREED = re.compile(
    r"\b(?:duoc mien|mien (?:dong|nop|phi|giam)|khong (?:phai|can|bat buoc)|khoi (?:phai|nop|dong|lam))\b"
)


def _states_others(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a unit states other values of a claimed one's kind, too: of which thing each is, a translation
    doesn't say."""
    if not claim.translated:
        return False
    kinds = set(_KINDS)
    kinds -= {Attribute.WHEN} if claim.probe.query.period else set()  # which report's day it is, that says
    claimed = {value.attribute for value in claim.values} & kinds
    return any(len({keyed(value) for value in unit.of(kind)}) > 1 for kind in claimed)


_KINDS = frozenset(
    {Attribute.WHEN, Attribute.SHARE, Attribute.MONEY, Attribute.COUNT, Attribute.LENGTH, Attribute.CLOCK}
)
