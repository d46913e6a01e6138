"""A unit's text cut into statements, each with who or what it speaks of. Pure functions.

"Trường A được cấp 30 triệu đồng, Trường B được cấp 25 triệu đồng" is two statements, and so are a rule and what is set
apart from it ("..., riêng thôn Thượng trước ngày 20/5"). What a statement speaks of stands in it, in the lead of its
item, at the beginning of its sentence, or in the heading above.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from knowledge.answering import parties
from knowledge.answering.parties import Party
from knowledge.model import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.patterns import later

_TELLING = frozenset(
    {
        Attribute.WHEN,
        Attribute.DAY,
        Attribute.SHARE,
        Attribute.MONEY,
        Attribute.COUNT,
        Attribute.LENGTH,
        Attribute.CLOCK,
        Attribute.CYCLE,
    }
)
_ENDS = later(r";(?=\s)|\.(?=\s|$)")
_JOINS = later(r",(?=\s)|\s(?:và|còn|nhưng)(?=\s)")
_ASIDE = later(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|“[^“”]*”")
_LEAD = 110  # characters before a colon that say of whom the rest is
_ABOVE = 2  # headings above a unit that may name of whom it is


@dataclass(frozen=True, slots=True)
class Statement:
    """unit, lead, start, end: where it stands, behind how much of a lead; parties: of whom it is; words: its own and
    its lead's, folded; around: those and what it takes from its sentence and the headings; apart: those that it sets
    apart from a rule; values: its own; said: its own words in order, between spaces."""

    unit: EvidenceUnit
    lead: int
    start: int
    end: int
    parties: tuple[Party, ...]
    words: frozenset[str]
    around: frozenset[str]
    apart: tuple[Party, ...]
    values: tuple[Value, ...]
    said: str = ""

    @property
    def text(self) -> str:
        """Its own words as written."""
        return self.unit.text.text[self.start : self.end].strip(" ,;")

    def names(self, party: Party) -> bool:
        """Tell whether it speaks of a party by name; of an office also where it is written small."""
        if any(own.is_same(party) for own in self.parties):
            return True
        return party.kind == parties.OFFICE and f" {' '.join(party.name)} " in self.said

    def is_of(self, party: Party) -> bool:
        """Tell whether it speaks of a party, by name or, where it names none of its kind, as one of all called so."""
        if self.names(party):
            return True
        alike = [own for own in self.parties if own.kind == party.kind]
        return bool(alike) and not any(own.name for own in alike)

    def rival(self, party: Party) -> Party | None:
        """Return another of the party's kind of which it speaks instead; None where there is none."""
        if not party.name and self.around.issuperset(party.kind.split()):
            return None  # "mỗi xã thành lập 01 đội" is said of the team, too
        return None if self.is_of(party) else next((own for own in self.parties if own.rivals(party)), None)


def of_unit(unit: EvidenceUnit) -> list[Statement]:
    """Return the statements of a unit, in order; a row of a table is one."""
    text = unit.text.text
    titles = unit.heading.split(" > ")[-_ABOVE:]
    heads = parties.find(" > ".join(title for title in titles if not title.isupper()))
    headed = frozenset(parties.spoken(" ".join(titles)))
    if unit.kind is UnitKind.ROW:
        words = headed | frozenset(parties.spoken(text))
        held = (*parties.cells(text), *parties.find(text), *heads)
        return [Statement(unit, 0, 0, len(text), held, words, words, (), _counted(unit))]
    found = parties.find(text)
    lead = text.find(":", 0, _LEAD) + 1
    excepted = parties.excepted(text)
    valued = sorted(unit.values, key=_start)
    leading = [party for party in found if party.end <= lead]
    begun = frozenset(parties.spoken(text[:lead]))
    statements: list[Statement] = []
    sentence: list[Party] = []
    carried: frozenset[str] = frozenset()
    for start, end, begins in _pieces(text, lead, unit.values, found):
        own = found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]
        if begins:
            sentence, carried = [], frozenset()
        acts = bool(own) and own[0].is_agent and not text[start : own[0].start].strip()
        others = [
            old for old in sentence if not (acts and old.is_agent) and not any(_replaces(new, old) for new in own)
        ]
        if parties.EXCLUDING.match(text, start):  # what a rule leaves out, it is not said of
            carried = frozenset()
        own_words = parties.spoken(text[start:end])
        words = frozenset(own_words) | begun
        statements.append(
            Statement(
                unit,
                lead,
                start,
                end,
                parties=(*own, *others, *leading, *heads),
                words=words,
                around=words | carried | headed,
                apart=tuple(party for party in own if party.start in excepted),
                values=tuple(valued[bisect_left(valued, start, key=_start) : bisect_left(valued, end, key=_start)]),
                said=f" {' '.join(own_words)} ",
            )
        )
        sentence, carried = [*own, *others], carried | words
    return statements


_start = attrgetter("start")


def _replaces(new: Party, old: Party) -> bool:
    """Tell whether a name further on in a sentence takes the place of one before it."""
    return new.kind == old.kind or new.rivals(old)


def _pieces(
    text: str, lead: int, values: Sequence[Value], found: Sequence[Party]
) -> list[tuple[int, int, bool]]:  # fmt: skip
    """Return the stretches of the statements behind a lead, each with whether it begins a sentence."""
    telling = sorted((value for value in values if value.attribute in _TELLING), key=_start)
    inside = [*((value.start, value.end) for value in telling), *((party.start, party.end) for party in found)]
    inside += [match.span() for match in _ASIDE.finditer(text)]
    cuts: list[tuple[int, int]] = []  # (where, 1 for the end of a clause)
    marks = [(match.end(), 1) for match in _ENDS.finditer(text, lead)]
    marks += [(match.end(), 0) for match in _JOINS.finditer(text, lead)]
    marks = _outside(sorted(marks), inside)
    marks.append((len(text), 1))
    at = lead
    for (cut, ends), (until, _) in zip(marks, [*marks[1:], (len(text), 1)], strict=True):
        if not ends:
            behind = bisect_left(telling, cut, key=_start)
            left = {v.attribute for v in telling[bisect_left(telling, at, key=_start) : behind]}
            ahead = telling[behind : bisect_left(telling, until, key=_start)]
            right = {value.attribute for value in ahead}
            blank = _BLANK.match(text, cut)
            apart = parties.EXCEPTING.match(text, blank.end() if blank else cut)
            if not apart and (not left & right or _is_all(text, cut, until, ahead)):
                continue
        cuts.append((cut, ends))
        at = cut
    pieces, at, begins = [], lead, True
    for cut, ends in cuts:
        if text[at:cut].strip(" .;,"):
            pieces.append((at, cut, begins))
        at, begins = cut, bool(ends) and text[cut - 1 : cut] != ";"
    return pieces


def _is_all(text: str, start: int, end: int, values: Sequence[Value]) -> bool:
    """Tell whether a stretch is no more than values, which go on with what is said before: "08 tập thể, 20 cá nhân"."""
    at = start
    for value in values:
        if value.end > end or not _JOINED.fullmatch(text, at, max(value.start, at)):
            break
        at = max(value.end, at)
    return at > start and _JOINED.fullmatch(text, at, end) is not None


_JOINED = later(r"[\s,;.]*(?:(?:và|hoặc)\s+)?")
_BLANK = later(r"\s*")


def _outside(marks: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return which of the marks, in order, stand in none of the spans."""
    starts = sorted(spans)
    furthest = [0, *itertools.accumulate((end for _, end in starts), max)]  # of all that begin before
    return [mark for mark in marks if furthest[bisect_left(starts, (mark[0], 0))] <= mark[0]]


def _counted(unit: EvidenceUnit) -> tuple[Value, ...]:
    """Return a row's values, with its bare numbers as counts of what their column's head names."""
    text, found, at = unit.text.text, list(unit.values), 0
    for cell in text.split(" · "):
        head, colon, words = cell.partition(": ")
        start = at + len(head) + len(colon)
        if colon and _NUMBER.fullmatch(words):
            found.append(Value(Attribute.COUNT, f"{words} {head}", start, start + len(words), words.lstrip("0")))
        at += len(cell) + len(" · ")
    return tuple(found)


_NUMBER = later(r"\d{1,3}(?:\.\d{3})*")
