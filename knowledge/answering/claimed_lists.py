"""What a claim says of a list: how many items it has, and which. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.answering.claimed import Claim, keyed
from knowledge.index.parts import pairs
from knowledge.model import Attribute, EvidenceUnit, UnitKind
from knowledge.ranking import Ranked
from knowledge.ranking.shelf import meant
from knowledge.text import folded_words

OF_MEMBER = 0.7
"""Share of the words that tell one item of a list from the others which an item must hold to be the one claimed."""


def lacking(claim: Claim, ranked: Sequence[Ranked]) -> EvidenceUnit | None:
    """Return the list that the claim names and that holds nothing of the member that it names."""
    for unit in _lists(claim, ranked):
        items = [frozenset(meant(text.text)) for _, text in unit.items]
        common, title = frozenset.intersection(*items), frozenset(meant(unit.text.text))
        head = title | frozenset(meant(unit.heading)) | common
        own = claim.words - head - claim.header_words(unit.plan_id) - CLAIMING
        called = len(title) >= _FEWEST and _titled(claim, unit, _SAID)
        named = called or (len(common) >= _FEWEST and common <= claim.words)
        if not named or not own:
            continue
        weight = {word: claim.shelf.whole.idf(word) for word in own}
        best = max(sum(weight[w] for w in own & item) for item in items) / (sum(weight.values()) or 1.0)
        if best >= OF_MEMBER and not claim.denies:
            return None  # the item itself, or what stands under it, says more than its being there
        absent = all(not (own & item) for item in items) and not _is_heads(claim, unit)
        strange = [pair for pair in pairs(meant(claim.text)) if set(pair.split("_")) <= own]
        if absent and strange and not any(claim.shelf.uses_pair(unit.plan_id, pair) for pair in strange):
            return unit
    return None


def _is_heads(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a list's items are headings of parts that say more than their names."""
    below = tuple(f"{path}." for path, _ in unit.items)
    return any(other.section.startswith(below) for other in claim.shelf.units_of(unit.plan_id))


def counted(claim: Claim, ranked: Sequence[Ranked]) -> tuple[EvidenceUnit, bool] | None:
    """Return a list whose title the claim says, and whether it has as many items as the claim says; None where the best
    unit itself states how many there are."""
    said = claim.keys().get(Attribute.COUNT, set())
    stated = {keyed(value).rpartition(" ")[2] for value in ranked[0].unit.of(Attribute.COUNT)}
    if {key.rpartition(" ")[2] for key in said} & stated:
        return None
    things = {number for number, _, noun in (key.partition(" ") for key in said) if noun in _THINGS}
    for unit in _lists(claim, ranked):
        if len(things) == 1 and len(unit.items) >= _FEWEST and not unit.of(Attribute.COUNT) and _titled(claim, unit):
            return unit, things == {str(len(unit.items))}
    return None


def _titled(claim: Claim, unit: EvidenceUnit, least: float = 0.6) -> bool:
    """Tell whether a claim says of a list's title at least that share."""
    title = frozenset(meant(unit.text.text))
    whole = sum(claim.shelf.whole.idf(word) for word in title) or 1.0
    return sum(claim.shelf.whole.idf(word) for word in title & claim.words) >= least * whole


_THINGS = frozenset(
    folded_words("nội dung lĩnh vực mục việc nhiệm vụ giải pháp tiêu chí chỉ phần nhóm bước điều khoản")
)
"""What the items of any list are called."""


def _lists(claim: Claim, ranked: Sequence[Ranked]) -> Iterator[EvidenceUnit]:
    """Yield the lists among the best units, and those that hold one of the best as an item or by its title."""
    best = [each.unit for each in ranked[:3]]
    titles = {unit.text.text for unit in best}
    beside = [other for plan_id in dict.fromkeys(u.plan_id for u in best) for other in claim.shelf.units_of(plan_id)]
    for unit in (*best, *(other for other in beside if other not in best)):
        held = unit in best or any(text.text in titles for _, text in unit.items)
        if held and unit.kind is UnitKind.LIST and len(unit.items) > 1:
            yield unit


_FEWEST, _SAID = 3, 0.7  # words of a list's name, or of what its items begin with; share of the name that a claim says
CLAIMING = frozenset(
    folded_words("có không trong là phải đúng nội dung điều mục cái nghe nói người ta em anh chị vậy gồm cả")
)
"""What claims are made with, not of."""
