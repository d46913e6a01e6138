"""Judging what a yes/no question claims against the values of the units on its matter. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import values
from knowledge.answering.wording import Wording
from knowledge.facts.values import find_values
from knowledge.model import Attribute, EvidenceUnit, Language
from knowledge.ranking import Probe, Ranked, Shelf
from knowledge.ranking.shelf import meant

COMPARED = (Attribute.WHEN, Attribute.SHARE, Attribute.MONEY, Attribute.CLOCK, Attribute.COUNT, Attribute.LENGTH)
"""Attributes whose values compare by key."""
COVERED = 0.92
"""Share of the matter's weight that a unit must carry to confirm a claim that names no value."""
_NAMED = (Attribute.TO, Attribute.WHO, Attribute.PERSON)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The unit that settles a claim, whether it holds, and the words to say so."""

    unit: EvidenceUnit
    holds: bool
    sentence: str


def judge(shelf: Shelf, probe: Probe, ranked: Sequence[Ranked], words: Wording) -> Verdict | None:
    """Return the verdict on what the question claims; None where the units do not settle it."""
    best = ranked[0]
    for attribute, keys in claimed(probe).items():
        stated = {value.key: value.text for value in best.unit.of(attribute) if value.key}
        if not stated:
            continue
        near = {value.key for value in values.chosen(shelf, probe, best.unit, attribute)}
        if keys <= _both(near) and len(near) == 1:
            return Verdict(best.unit, True, words.right)
        if keys & _both(set(stated)):
            return None  # the unit holds the value, perhaps of something else
        told = "; ".join(dict.fromkeys(stated.values()))
        return Verdict(best.unit, False, f"{words.wrong} {words.states_instead.format(value=told)}")
    if best.signals["cover_whole"] >= COVERED and not _negates(probe, best.unit):
        return Verdict(best.unit, True, words.right)
    return None


def claimed(probe: Probe) -> dict[Attribute, set[str]]:
    """Return the values that the question puts forward, as keys by attribute."""
    query = probe.query
    text = query.restored if query.language is not Language.EN else query.text
    found: dict[Attribute, set[str]] = {}
    for value in find_values(text):
        if value.attribute in COMPARED and value.key:
            found.setdefault(value.attribute, set()).add(value.key)
    for day, month, year in query.dates:
        found.setdefault(Attribute.WHEN, set()).add("/".join(str(n) for n in (day, month, year) if n))
    return found


def _both(keys: set[str]) -> set[str]:
    """Return keys with and without the year of a date."""
    return keys | set(map(_bare, keys))


def _bare(key: str) -> str:
    """Return a date's key without its year."""
    parts = key.split("/")
    return "/".join(parts[:2]) if len(parts) == 3 else key


def _negates(probe: Probe, unit: EvidenceUnit) -> bool:
    """Tell whether one of the question and the unit says "không" where the other does not."""
    return ("khong" in meant(unit.text.text)) != ("khong" in probe.words[:-1])
