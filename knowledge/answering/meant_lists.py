"""Which list a question means that asks for all of something or its number: the one whose title it says, or of which
most of the best units are items. It is put in front of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from knowledge.answering.case import Case
from knowledge.answering.claimed import Claim
from knowledge.answering.decide import Outcome
from knowledge.answering.listing import is_meant
from knowledge.model import Attribute, EvidenceUnit, UnitKind
from knowledge.ranking import Ranked
from knowledge.text import folded_words

TITLE, SAID = 3, 0.95
"""Syllables of a list's title, and the share of its weight that a question must say, for the list to be meant; the same
share of a row's label."""
LIKELY, LIKELY_HELD = 0.4, 0.6
"""Sureness from which a unit is stated whose words prove a duty with what is asked for, and the guess, beside it, that
the plans hold an answer at all."""
LIKELY_TITLED = 0.2
"""The same for a list whose title names what is counted and most of whose items are the best units."""
GATHERED, ALIKE, TITLED = 3, 0.7, 2.0
"""How many of the four best items one list must hold for the list to be meant, and what share of what the best of them
carries of the question each must carry; two will do where the list's title carries so many times as much."""
NEAR_FIRST = 5
"""Places from the first within which another unit may take its place."""


def gathered(case: Case) -> Case:
    """Put the list in front of which most of the best units are items, where all of something or its number is asked;
    state it where that is likely, the more so where its title names what is counted."""
    decision, slots = case.decision, case.probe.query.slots
    both = case.asks("all") and case.asks("count")  # "có mấy đợt, tên từng đợt là gì"
    numbered = case.asks("count") or "cycle" in slots.asked  # "mấy lần" counts its turns
    if not (case.asks("all") or numbered) or case.asks("nth") or not decision.units:
        return case
    counts = (folded_words(value.text) for value in case.best.of(Attribute.COUNT))
    if decision.units[0].unit.kind is UnitKind.LIST or any(case.probe.counted in words for words in counts):
        return case
    leaves = [each for each in decision.units if each.unit.kind in (UnitKind.ITEM, UnitKind.ROW)][:4]
    most = max((each.signals["clause"] for each in leaves), default=0.0)
    alike = [each.unit for each in leaves if each.signals["clause"] >= ALIKE * most]
    besides = slots.asked - {"count", "cycle", "names", "who", "person"}  # "mấy lần, vào tháng nào": of every item
    if not both and (case.asks("whether") or not all(_says(unit, besides) for unit in alike)):
        return case
    for at, each in enumerate(decision.units):
        held = [text.text for _, text in each.unit.items]
        own = sum(unit.plan_id == each.unit.plan_id and unit.text.text in held for unit in alike)
        enough = 2 if each.signals["clause"] > TITLED * most else GATHERED
        if own >= enough and _is_of(each, case.probe.counted):
            units = (each, *decision.units[:at], *decision.units[at + 1 :])
            by_title = both and case.probe.counted in folded_words(each.unit.text.text)
            likely = decision.sureness >= (LIKELY_TITLED if by_title else LIKELY)
            likely = likely and (
                by_title or (decision.held >= LIKELY_HELD and not Claim(case.shelf, case.probe).translated)
            )
            if at >= NEAR_FIRST and not likely:
                return case
            outcome = Outcome.STATE if likely and decision.outcome is Outcome.NEAREST else decision.outcome
            told = replace(decision, outcome=outcome, units=units, reason=f"Gathered({each.unit.section})")
            whole = replace(slots, shape=slots.shape | {"all"}) if besides else slots
            seen = replace(case.probe, query=replace(case.probe.query, slots=whole))
            return replace(case, probe=seen, decision=told)
    return case


def _says(unit: EvidenceUnit, asked: Set[str]) -> bool:
    """Tell whether a unit states all of some attributes."""
    return asked <= {value.attribute.value for value in unit.values}


def _is_of(held: Ranked, counted: str) -> bool:
    """Tell whether a list's title or most of its items name the thing that is counted."""
    said = [folded_words(text.text) for _, text in held.unit.items]
    return (
        not counted or counted in folded_words(held.unit.text.text) or 2 * sum(counted in s for s in said) > len(said)
    )


def titled(case: Case, ranked: Sequence[Ranked]) -> Case:
    """State a list whose whole title the question says, where all of something or its number is asked."""
    case = _named_list(case, ranked)
    if case.decision.outcome is not Outcome.NEAREST or not (case.asks("all") or case.asks("count")) or case.asks("nth"):
        return case
    office = frozenset().union(*Claim(case.shelf, case.probe).offices())
    for at, each in enumerate(case.decision.units[:3]):
        title = case.shelf.titles[each.unit_row]
        said = len(title) >= TITLE and each.signals["title_said"] >= SAID
        of_office = each.signals["led"] and len(office) > 1 and office <= title
        counted = at == 0 and case.asks("count") and each.signals["noun_title"]
        if each.unit.kind is UnitKind.LIST and (said or of_office or counted) and not _is_counted_beside(case, each):
            units = (each, *case.decision.units[:at], *case.decision.units[at + 1 :])
            told = replace(case.decision, outcome=Outcome.STATE, reason=f"Titled({each.unit.section})", units=units)
            return replace(case, decision=told)
    return case


def _is_counted_beside(case: Case, held: Ranked) -> bool:
    """Tell whether another of the best units states how many there are of what is counted, and a list is of others."""
    counted = case.probe.counted
    stated = (value.text for each in case.decision.units[:NEAR_FIRST] for value in each.unit.of(Attribute.COUNT))
    return not _is_of(held, counted) and any(counted in folded_words(text) for text in stated)


def _named_list(case: Case, ranked: Sequence[Ranked]) -> Case:
    """Put the list in front whose title the question says word for word, of several the longest, where the units that
    are better are its items or of other lists' and it isn't among them."""
    decision, wanted = case.decision, case.asks("all") or case.asks("count")
    if not decision.units or not wanted or case.asks("nth") or case.asks("whether"):
        return case
    said, best = set(case.probe.words), case.best
    if best.kind is UnitKind.LIST and case.shelf.titles[case.shelf.row_of(best)] <= said:
        return case
    lists = [each for each in ranked if each.unit.kind is UnitKind.LIST and each.unit.plan_id == best.plan_id]
    titles = {each.unit_row: case.shelf.titles[each.unit_row] for each in lists}
    named = [each for each in lists if len(titles[each.unit_row]) > TITLE and titles[each.unit_row] <= said]
    if case.asks("count"):
        named = [each for each in named if case.probe.counted in titles[each.unit_row]]
    named = [each for each in named if is_meant(case, each.unit)]
    if not named:
        return case
    whole = max(named, key=lambda each: len(titles[each.unit_row]))
    units = (whole, *(each for each in decision.units if each is not whole))
    return replace(case, decision=replace(decision, units=units))
