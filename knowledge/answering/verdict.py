"""Judging what a yes/no question claims, by what the best units say of it. Pure functions.

Whether a claim holds, fails or stays open is told by trained trees (`believed.py`); what is said of it stands in the
plan: the unit that settles it, and of a claimed value what the plan states instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answering import believed, values
from knowledge.answering.claimed import Claim, keyed
from knowledge.answering.decide import Decision
from knowledge.answering.wording import Wording
from knowledge.model import Attribute, EvidenceUnit, Value
from knowledge.patterns import later
from knowledge.ranking import Probe, Shelf

EXACT = (Attribute.MAIL, Attribute.PHONE, Attribute.LINK)
"""Attributes whose values are known wherever they stand."""
LIKELY = 0.75
"""Probability from which a claim is said to hold, and from which to fail."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The unit that settles a claim, whether it holds, and the words to say so."""

    unit: EvidenceUnit
    holds: bool
    sentence: str


def judge(shelf: Shelf, probe: Probe, decision: Decision, words: Wording) -> Verdict | None:
    """Return the verdict on what the question claims; None where the units do not settle it."""
    if not decision.units or _OPEN.search(probe.query.restored):
        return None
    claim = Claim(shelf, probe)
    return _elsewhere(claim, words) or _likely(claim, decision, words)


_OPEN = later(
    r"\s(?:nào|gì) (?:không|ko|chưa)(?!\w)|\b(?:mấy|bao nhiêu)\b|bao giờ|khi nào|ngày nào|ai là"
    r"|\bhay\b[^.?!]*\b(?:đâu|ai|nào|gì|mấy)\W*$",
    re.IGNORECASE,
)
"""A question whether there is any, or an open one that only ends like a claim ("... ngày mấy à"): it claims nothing."""


def _likely(claim: Claim, decision: Decision, words: Wording) -> Verdict | None:
    """Return the verdict that is likely by the statement nearest to the claim; None where neither is."""
    belief = believed.belief(claim, decision)
    if belief.holds >= LIKELY:
        return Verdict(belief.unit, True, words.right_by)
    if belief.fails < LIKELY:
        return None
    told = "; ".join(dict.fromkeys(_instead(claim, belief)))
    sentence = f"{words.wrong} {words.states_instead.format(value=told)}" if told else words.wrong_by
    return Verdict(belief.unit, False, sentence)


def _instead(claim: Claim, belief: believed.Belief) -> Iterator[str]:
    """Yield the values of a claimed kind that the nearest statement has instead, of counts those of the same thing."""
    for attribute, keys in claim.keys().items():
        stated = [value for value in belief.values if value.attribute is attribute and value.key]
        if attribute is Attribute.COUNT:
            nouns = {key.rpartition(" ")[2] for key in keys}
            stated = [value for value in stated if keyed(value).rpartition(" ")[2] in nouns]
        if not keys & {keyed(value) for value in stated}:
            yield from (values.bounded(belief.unit, value) for value in stated)


def _elsewhere(claim: Claim, words: Wording) -> Verdict | None:
    """Tell a mail address, telephone or web address that only a plan out of scope states."""
    claimed = [value for value in claim.values if value.attribute in EXACT]
    if not claimed or not claim.probe.query.units:
        return None
    scope = set(claim.shelf.with_attached(claim.probe.query.units))
    for value in claimed:
        near = claim.shelf.stating(value.attribute.value, value.text)
        holders = [unit for unit in near if any(_same(value, own) for own in unit.of(value.attribute))]
        if holders and not any(unit.plan_id in scope for unit in holders):
            return Verdict(holders[0], False, f"{words.wrong} {words.stated_elsewhere}")
    return None


def _same(one: Value, other: Value) -> bool:
    return one.text.strip(" .").lower() == other.text.strip(" .").lower()
