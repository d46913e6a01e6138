"""What a claim puts forward in one breath, taken apart: of whom, with which values, in which other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.answering import acting, called, parties, values
from knowledge.answering.claimed import COMPARED, YEAR, Claim, keyed, particulars
from knowledge.answering.claimed_lists import CLAIMING
from knowledge.answering.parties import Party
from knowledge.model import Attribute, Value
from knowledge.ranking.shelf import meant
from knowledge.text import folded_words

_KEYED = frozenset(COMPARED) - {Attribute.FORMAT} | {Attribute.DAY, Attribute.PHONE}
Slot = tuple[Attribute, str]
"""A kind of value, of counts with what is counted."""
_JOIN = re.compile(r"\s*[,;]\s+(?:và\s+|còn\s+)?|\s+(?:và|với|cùng|còn)\s+", re.IGNORECASE)
LIGHT = frozenset(
    meant(
        "tất cả mọi đều toàn bộ à ạ nhỉ hả vậy thế nha nhé k ko được giao đạt phải cần sẽ thì mà do bởi là các mỗi "
        "những cho của ở tại vào đã nộp gửi"
    )
)
_NOWHERE = -1
"""Where a name stands that is in the question as typed and not in its translation."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a claim puts forward. text: as said; parties: of whom; words: folded, what it says of them beside
    its values; values: the keys in each slot; bounded: whether it says that one of them is the least or the most."""

    text: str
    parties: tuple[Party, ...]
    words: frozenset[str]
    values: dict[Slot, set[str]]
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Whom a claim names of those whom a plan names, and the values that it puts forward; shared: those whom it may
    mean by a given name that several have."""

    claim: Claim
    parties: tuple[Party, ...]
    values: tuple[Value, ...]
    shared: tuple[Party, ...] = ()

    @classmethod
    def of(cls, claim: Claim, known: Sequence[Party]) -> Said:
        """Return what a claim says of a plan's parties."""
        found, shared = called.named_in(claim.text, known, loosely=claim.translated)
        if claim.translated:  # names stand as typed, where the glossary has not touched them
            as_typed, _ = called.named_in(claim.probe.query.text, known, loosely=True)
            strange = (each for each in as_typed if each.name and not any(each.is_same(other) for other in found))
            found += [replace(each, start=_NOWHERE, end=_NOWHERE) for each in strange]
        named = [(each.start, each.end) for each in found if each.name and not each.is_counted(claim.text)]
        told = [
            value
            for value in map(typed, claim.values)
            if value.attribute in _KEYED
            and value.key
            and not claim.text[value.end : value.end + 1].isalpha()  # "10 h" of "ngày 10 hằng tháng"
            and not any(start <= value.start < end for start, end in named)
            and not (value.attribute is Attribute.COUNT and keyed(value).split(" ")[-1] in values.NO_THING)
        ]
        counted = [(value.start, value.end) for value in told]
        first = min((each.start for each in found), default=0)
        leads = [each for each in found if each.kind == parties.LEAD and each.start > max(first, acting.LEADING)]
        kept = [each for each in found if each not in leads and not any(a < each.start < b for a, b in counted)]
        return cls(claim, tuple(kept), tuple(told), tuple(shared))

    def only(self, kept: Iterable[Party]) -> Said:
        """Return the same with some of the parties."""
        return replace(self, parties=tuple(kept))

    def parts(self, uses: frozenset[str]) -> list[Part]:
        """Return the things that are put forward: each value, or party of a kind, that a joint parts from the one
        before. uses: of the words of a translation those that the plan has."""
        text = self.claim.text
        spans = [*((v.start, v.end) for v in self.values), *((p.start, p.end) for p in self.parties)]
        cuts = [m.span() for m in _JOIN.finditer(text) if not any(a < m.end() and m.start() < b for a, b in spans)]
        pieces: list[tuple[int, int]] = []
        at = 0
        for start, end in cuts:
            if self._alike(at, start, end):
                pieces.append((at, start))
                at = end
        found: list[Part] = []
        for start, end in (*pieces, (at, len(text))):
            found.append(self._part(start, end, found[0] if found else None, uses))
        return found

    def _alike(self, at: int, until: int, after: int) -> bool:
        """Tell whether what stands on both sides of a joint is of one sort: values, or parties of a kind."""
        if any(at <= value.start < until for value in self.values):
            return any(value.start >= after for value in self.values)
        kinds = {party.kind for party in self.parties if at <= party.start < until}
        behind = next((party for party in self.parties if party.start >= after), None)
        return behind is not None and behind.kind in kinds

    def _part(self, start: int, end: int, first: Part | None, uses: frozenset[str]) -> Part:
        own = [party for party in self.parties if start <= party.start < end or party.start == _NOWHERE]
        told = [value for value in self.values if start <= value.start < end]
        kinds = {party.kind for party in own}
        inherited = [party for party in first.parties if party.kind not in kinds] if first else []
        keys: dict[Slot, set[str]] = {}
        for value in told:
            if not YEAR.fullmatch(value.key):
                keys.setdefault(slot(value), set()).add(value.key)
        plain = list(self.claim.text)
        for a, b in (*((p.start, p.end) for p in own if p.start >= 0), *((v.start, v.end) for v in told)):
            plain[a:b] = " " * (b - a)
        words = frozenset(parties.spoken("".join(plain)[start:end])) - CLAIMING - LIGHT
        if self.claim.translated:
            words = (words & uses) - {word for party in own for word in party.said}
        if first and not words:
            words = first.words
        bounded = any(values.is_bound(self.claim.text, value) for value in told)
        return Part(self.claim.text[start:end].strip(" ,;"), (*own, *inherited), words, keys, bounded)


def slot(value: Value) -> Slot:
    """Return what a value is compared as."""
    return value.attribute, keyed(value).split(" ")[-1] if value.attribute is Attribute.COUNT else ""


def typed(value: Value) -> Value:
    """Return a value with a key by which it compares: a day of the week, so many times in a period, a telephone."""
    match value.attribute:
        case Attribute.DAY:
            key = next(iter(particulars(value.text).get("day", ())), "")
        case Attribute.CYCLE:
            words = folded_words(value.text)
            times = next((_NUMBERS.get(a, a.lstrip("0")) for a, b in pairwise(words) if b == "lan"), "1")
            period = next((word for word in reversed(words) if word in _PERIODS), "")
            key = f"{times}/{period}" if period else ""
        case Attribute.PHONE:
            key = "".join(filter(str.isdigit, value.text))
        case _:
            return value
    return replace(value, key=key)


_NUMBERS = {"mot": "1", "hai": "2", "ba": "3", "bon": "4"}
_PERIODS = frozenset(folded_words("ngày tuần tháng quý năm kỳ"))
