"""What a claim says of somebody or something by name, compared with the statements of which that is so. Pure functions.

A value is confirmed or corrected only by a statement that speaks of the claim's own subject; what is said of another of
its kind, or set apart from a rule, is told as such. Of several things claimed in one breath each is compared.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.answering import acting, binding, parties, statements, values
from knowledge.answering.binding import Finding
from knowledge.answering.claim_parts import LIGHT, Part, Said, Slot, typed
from knowledge.answering.claimed import Claim, is_month, month_of
from knowledge.answering.parties import Party
from knowledge.answering.statements import Statement
from knowledge.model import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.ranking import Ranked
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words

NEAR, TITLES = 8, 3
"""Best units that are looked at, and how many of them bring their neighbours under the same heading."""
MATTER, CARRIED = 0.75, 0.9
"""Share of a claim's other words that a statement of its subject must carry to be compared by its values, and that one
must carry that is compared without a subject or a value."""
_SAME = 0.02  # shares of words that are the same
_UNKNOWN = 0.5  # weight of a word that no question used


@dataclass(frozen=True, slots=True)
class Judged:
    """A part with what the plan says of it. told: the words that it states instead; apart: whether a rule that holds
    for others is claimed of what is set apart from it."""

    part: Part
    finding: Finding
    statement: Statement | None = None
    told: str = ""
    apart: bool = False


class Standing:
    """The statements near a claim's matter, and whom the claim names of those whom the plan names."""

    def __init__(self, claim: Claim, ranked: Sequence[Ranked]) -> None:
        self.claim, self.plan_id = claim, ranked[0].unit.plan_id
        units = claim.shelf.units_of(self.plan_id)
        near = [each.unit for each in ranked[:NEAR] if each.unit.plan_id == self.plan_id]
        titles = {unit.heading for unit in near[:TITLES]} - {""}
        pool = [*near, *(unit for unit in units if unit.heading in titles or unit.section == near[0].section)]
        told = [unit for unit in dict.fromkeys(pool) if unit.kind not in (UnitKind.LIST, UnitKind.FIELD)]
        self.statements = [statement for unit in told for statement in statements.of_unit(unit)]
        self._best = statements.of_unit(near[0])
        self._own = claim.header_words(self.plan_id)
        said = Said.of(claim, [p for unit in units if unit.kind is not UnitKind.FIELD for p in parties.known(unit)])
        self.said = said.only(each for each in said.parties if not self._is_the_plans(each))

    def _is_the_plans(self, party: Party) -> bool:
        """Tell whether a name is only the plan's own, and none by which its statements differ."""
        own = bool(party.name) and set(party.said) <= self._own
        return own and not (party.kind == parties.OFFICE and any(each.names(party) for each in self.statements))

    def judged(self) -> list[Judged]:
        """Return what the claim puts forward, part by part, each judged; nothing where a given name is two people's."""
        uses = frozenset().union(*(each.around for each in self.statements))
        return [] if self.said.shared else [self._judged(part) for part in self.said.parts(uses)]

    def is_of(self, unit: EvidenceUnit) -> bool:
        """Tell whether one statement of a unit speaks of all whom the claim names, and of each thing that is claimed
        of them with a value one states none against it."""
        if unit.kind in (UnitKind.LIST, UnitKind.FIELD):
            return not any(party.name for party in self.said.parties)
        told = [own for own in statements.of_unit(unit) if all(map(own.is_of, self.said.parties))]
        if not self.said.parties or self.said.shared:
            return not self.said.shared
        parts = self.said.parts(frozenset())
        return bool(told) and all(any(self._allows(part, own) for own in told) for part in parts)

    def _allows(self, part: Part, statement: Statement) -> bool:
        stated = all(_stated(statement, *slot) for slot in part.values.items())
        return stated and self._compared(part, statement).finding is not Finding.FAILS

    @property
    def leads_with_office(self) -> bool:
        """Tell whether a claim does not begin with somebody or something that it names and that is no office."""
        first = next(iter(self.said.parties), None)
        return first is None or first.kind == parties.OFFICE or first.start > acting.LEADING

    def is_doubtful(self, right: Sequence[Judged]) -> bool:
        """Tell whether one of a claim and what confirms it denies, or says "only", where the other doesn't."""
        held = [each.statement.text for each in right if each.statement]
        denied = any("khong" in meant(text) for text in held)
        only = _ONLY.search(self.claim.text) and not all(map(_ONLY.search, held))
        return bool(only) or denied != self.claim.denies

    @property
    def is_told_apart(self) -> bool:
        """Tell whether a claim is of somebody by name, of several things, or of one that a unit tells from others of
        its kind."""
        parts = self.said.parts(frozenset())
        if self.said.parties or len(parts) > 1:
            return True
        alike = [sum(bool(_stated(own, *slot)) for own in self._best) for slot in parts[0].values.items()]
        return bool(alike) and min(alike) > 1

    def apart_from(self, right: Sequence[Judged]) -> str | None:
        """Return whom the plan sets apart from a rule that is claimed of all, or states another value of; None where
        all means all."""
        if not _EVERY.search(self.claim.text):
            return None
        rules = {each.statement.unit.section for each in right if each.statement}
        apart = (own for each in self.statements if each.unit.section in rules for own in each.apart)
        others = (own.text for own in apart if not any(own.is_same(party) for party in self.said.parties))
        return next(others, None) or next(
            (own.text.rstrip(".") for each in right for own in self._otherwise(each)), None
        )

    def _otherwise(self, held: Judged) -> Iterator[Statement]:
        """Yield the statements beside one that holds which state another value of some of those it is claimed of."""
        part, rule = held.part, held.statement
        subject = self._leading() or next((party.said for party in part.parties if not party.name), ())
        if rule is None or not part.values:
            return
        for own in self.statements:
            named = [each for each in own.parties if each.name and any(party.covers(each) for party in part.parties)]
            beside = own.unit is rule.unit or (named and own.unit.section == rule.unit.section)
            of_kind = named or f" {' '.join(subject)} " in own.said
            if own is rule or not beside or not of_kind:
                continue
            if not all(own.is_of(party) or any(map(party.covers, named)) for party in part.parties):
                continue
            about = {word for word in _plainly(own) - part.words if word not in subject}
            new = about.difference(*(each.said for each in named))
            alike = self._fit(part, own) >= MATTER if part.words else False
            near = self._share(part, own.around) >= MATTER and len(new) <= (_BESIDE_NAME if named else _BESIDE_KIND)
            if (alike or near) and self._compared(part, own).finding is Finding.FAILS:
                yield own

    def _leading(self) -> tuple[str, ...]:
        """Return the words of what a claim of all begins with ("các nhà đều được ...")."""
        said = self.claim.text.lower().split()
        words = itertools.takewhile(lambda word: word not in _DEEDS and not word[0].isdigit(), said)
        return tuple(parties.spoken(" ".join(word for word in words if word not in _OF_ALL)))

    def _judged(self, part: Part) -> Judged:
        about = self._by_name(part, [each for each in self.statements if all(map(each.is_of, part.parties))])
        asked = part.values.items()
        stating = [each for each in about if not asked or any(_stated(each, *slot) for slot in asked)]
        whole = max((self._share(part, each.around) for each in stating), default=0.0)
        least = MATTER if part.values else CARRIED
        near = [each for each in stating if self._share(part, each.around) >= max(least, whole - _SAME)]
        best = max((self._fit(part, each) for each in near), default=0.0)
        nearest = [each for each in near if self._fit(part, each) >= best - _SAME]
        other = self._of_others(part)
        better = other and other.statement and self._fit(part, other.statement) > best + _SAME
        own = set(map(id, about))
        beyond = (each for each in self.statements if id(each) not in own and self._share(part, each.around) >= CARRIED)
        most = max((self._fit(part, each) for each in beyond), default=0.0)
        plainly = bool(part.values) or (best >= most and not self.claim.translated)
        judged = [self._compared(part, each) for each in nearest]
        if judged and plainly and not better:
            return min(judged, key=lambda each: _ORDER.index(each.finding))
        return other or self._set_apart(part) or Judged(part, Finding.OPEN)

    def _by_name(self, part: Part, about: list[Statement]) -> list[Statement]:
        """Leave of statements on all of a kind those beside which who is meant is named apart."""
        named = [party for party in part.parties if party.name]
        beside = {
            (each.unit.section, each.unit.heading) for each in self.statements if any(map(each.names, named))
        }  # fmt: skip
        return [
            each
            for each in about
            if all(map(each.names, named)) or (each.unit.section, each.unit.heading) not in beside
        ]

    def _compared(self, part: Part, statement: Statement) -> Judged:
        """Compare the values of a part with those of a statement on its subject."""
        unit, finding = statement.unit, Finding.HOLDS
        for slot, keys in part.values.items():
            stated = _stated(statement, slot, keys)
            own = {value.key for value in stated}
            equal = [any(_is_equal(key, each) for key in keys) for each in own]
            said = slot[0] in _TERMS and binding.is_said(self.claim, statement.alone, slot[0])
            months = {month_of(key) for key in keys if is_month(key)} if slot[0] is Attribute.WHEN else set()
            said = said or any(month_of(each) in months for each in own)  # "cuối tháng 10" and "31/10"
            allowed = not part.bounded and any(values.allows(unit, v, key) for v in stated for key in keys)
            if stated and not (any(equal) or said or allowed):
                told = "; ".join(dict.fromkeys(values.bounded(unit, value) for value in stated))
                return Judged(part, Finding.FAILS, statement, told)
            alone = len(own) == 1 and all(_is_equal(key, each) for key in keys for each in own)
            finding = finding if alone else Finding.OPEN
        return Judged(part, finding, statement)

    def _of_others(self, part: Part) -> Judged | None:
        """Tell that what is claimed is said of another of the same kind: of whom, where people are named."""
        found: list[tuple[bool, Judged]] = []
        for each in self.statements:
            missing = [party for party in part.parties if not each.is_of(party)]
            rivals = [rival for party in missing if (rival := each.rival(party))]
            strange = len(missing) == len(part.parties) > 1 or len(rivals) < len(missing)
            if not missing or strange or self._share(part, each.around) < CARRIED:
                continue
            said = (part.words or len(part.parties) > 1) and self._share(part, each.words) >= CARRIED
            if self._compared(part, each).finding is Finding.HOLDS if part.values else said:
                told = "; ".join(rival.text for rival in rivals)
                person = any(party.kind == parties.PERSON for party in missing)
                found.append((person, Judged(part, Finding.FAILS, each, told)))
        return max(found, key=lambda each: each[0])[1] if found else None

    def _set_apart(self, part: Part) -> Judged | None:
        """Tell that what is claimed holds for others, and that the plan sets apart whom it is claimed of."""
        for each in self.statements:
            named = [own for own in each.apart for party in part.parties if own.is_same(party)]
            for rule in self.statements if named else ():
                beside = (rule.unit.heading, rule.unit.section) == (each.unit.heading, each.unit.section)
                share = self._share(part, rule.around)
                if rule.apart or not beside or share < MATTER:
                    continue
                held = self._compared(part, rule).finding is Finding.HOLDS
                if held if part.values else share > self._share(part, each.words):
                    return Judged(part, Finding.FAILS, each, named[0].text, apart=True)
        return None

    def _fit(self, part: Part, statement: Statement) -> float:
        """Return what share of a part's words a statement has itself."""
        return self._weighed(part.words, statement.words)

    def _share(self, part: Part, held: frozenset[str]) -> float:
        """Return what share of a part's words a text carries; the plan's own name weighs nothing."""
        return self._weighed(part.words - self._own or part.words, held)

    def _weighed(self, asked: frozenset[str], held: frozenset[str]) -> float:
        weights = self.claim.probe.weights(self.claim.shelf)
        whole = {word: weights.get(word, _UNKNOWN) for word in asked}
        return sum(whole[word] for word in whole.keys() & held) / (sum(whole.values()) or 1.0) if whole else 1.0


_TERMS = (Attribute.WHEN, Attribute.LENGTH)
"""Attributes of which one term may have two keys: "trong 7 ngày", "trong 07 ngày sau khi ..."."""
_ORDER = (Finding.HOLDS, Finding.OPEN, Finding.FAILS)
_OF_ALL_TEXT = "tất cả mọi toàn bộ bất kỳ các những mỗi cho của là rằng"
_OF_ALL = frozenset(_OF_ALL_TEXT.split())
"""Words before those of whom all it is claimed."""
_DEEDS_TEXT = """
đều được phải cần sẽ thì là có do đã nộp gửi nhận hưởng đạt cấp giao thưởng tặng hỗ đóng ủng góp thực hoàn họp trồng làm
xây sửa lập mở tham
"""
_DEEDS = frozenset(_DEEDS_TEXT.split())
"""Words of what they do or get, behind them."""
_BESIDE_NAME, _BESIDE_KIND = 1, 3
"""Other words than a claim's that may stand in what a plan states of one whom it names, and of some of a kind, for it
to be of the same matter ("thôn Hạ 15 triệu", "nhà hư hỏng nặng 30 triệu")."""
_EVERY = re.compile(r"\b(?:tất cả|mọi|đều|toàn bộ|bất kỳ)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:chỉ(?! tiêu| đạo| thị| huy| số)|duy nhất|một mình|riêng)\b", re.IGNORECASE)


def _stated(statement: Statement, slot: Slot, keys: set[str]) -> list[Value]:
    """Return the values that a statement states in a slot; of days no months around them."""
    attribute, noun = slot
    found = [value for value in map(typed, statement.values) if value.attribute is attribute and value.key]
    if attribute is Attribute.WHEN and not any(map(is_month, keys)):
        return [value for value in found if not is_month(value.key)]
    return [value for value in found if noun in folded_words(value.text)[1:]] if noun else found


def _plainly(statement: Statement) -> set[str]:
    """Return a statement's own words but for its values, what says little and what stands in brackets."""
    text = list(statement.unit.text.text)
    for value in statement.values:
        text[value.start : value.end] = " " * (value.end - value.start)
    words = parties.spoken(_BRACKETS.sub(" ", "".join(text[statement.start : statement.end])))
    return {word for word in words if not word.isdigit()} - LIGHT - _PLAIN_STOPS


_BRACKETS = re.compile(r"\([^()]*\)")
_PLAIN_STOPS = frozenset(map(fold, ("riêng", "là", "được", "cấp", "trước", "ngày", "thì", "nhận", "hỗ", "trợ")))


def _is_equal(one: str, other: str) -> bool:
    """Tell whether two keys are of one value; a date without a year is that day of any."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (longer.count("/") == 2 and longer.rpartition("/")[0] == shorter)
