"""Whether a claim is likely to hold by what the best units say: signals, and trees (`ranking/data`: holds, fails).

A claim that is so has its words and values in one statement of a plan. One that isn't usually differs in a single
place, and what it says there instead stands elsewhere in the same plan: another's day, another office or round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from knowledge.answering import acting, binding, parties
from knowledge.answering.claimed import Claim, keyed, particulars
from knowledge.answering.decide import Decision, Outcome
from knowledge.answering.statements import Statement, of_unit
from knowledge.facts.evidence import listed
from knowledge.model import Attribute, EvidenceUnit, Value, parent_of
from knowledge.patterns import later
from knowledge.ranking import Ranked, scorer
from knowledge.ranking.shelf import meant

AMONG, BEYOND = 3, 6
"""Best units among which the statement nearest to a claim is sought, and among which another with its strange words."""
_LIGHT = frozenset(
    meant(
        "tất cả mọi đều toàn bộ à ạ nhỉ hả vậy thế nha nhé k ko được giao đạt phải cần sẽ thì mà do bởi là các mỗi "
        "những cho của ở tại vào đã nộp gửi"
    )
)
"""Words that a claim may have and its statement lack."""
_UNKNOWN = 0.5  # weight of a word that the question's own weights lack
_BEHIND = 0.05  # what a unit's place costs its statements
_OWN = 0.7  # what a statement's own words count beside those around it
_CUES = {
    "negated": later(
        r"\b(?:không(?! (?:quá|dưới|ít hơn|vượt|kể|chỉ|những)\b)|chưa|cấm|khỏi|chẳng|đừng|miễn|mất quyền)\b",
        re.IGNORECASE,
    ),
    "only": later(r"\b(?:chỉ(?! tiêu| đạo| thị| huy| số)|duy nhất|mỗi mình|thôi|only|just)\b", re.IGNORECASE),
    "all": later(r"\b(?:tất cả|mọi|đều|toàn bộ|bất kỳ|luôn|hết|cả|all|every|any)\b", re.IGNORECASE),
    "apart": later(r"\b(?:riêng|trừ|trường hợp|nếu|except|unless|if)\b", re.IGNORECASE),
    "includes": later(r"\b(?:kể cả|bao gồm cả|including|even)\b", re.IGNORECASE),
    "least": later(r"\b(?:tối thiểu|ít nhất|trên|trở lên|hơn|at least|minimum|over)\b", re.IGNORECASE),
    "most": later(r"\b(?:tối đa|không quá|nhiều nhất|dưới|at most|maximum|no more than|up to)\b", re.IGNORECASE),
    "must": later(r"\b(?:bắt buộc|phải|buộc|must|have to|required)\b", re.IGNORECASE),
    "may": later(r"\b(?:được|có thể|tự nguyện|khuyến khích|may|can|allowed)\b", re.IGNORECASE),
}
"""What turns the sense of a sentence, in a claim and in a statement."""
_REFUSES = later(r"\b(?:không (?:áp dụng|xét|thuộc|tính|nhận)|coi như không)\b", re.IGNORECASE)
_NUMBER = later(r"\d+(?:[.,/]\d+)*")
_RANGE = later(r"\btừ\s+\d[\d.,]*\s*(?:[^\W\d]+\s+)?(?:đến|-|–)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Belief:
    """Probabilities, 0 to 1, that a claim holds and that it fails (the rest: that no plan settles it); the unit with
    the statement nearest to it, and that statement's values."""

    holds: float
    fails: float
    unit: EvidenceUnit
    values: tuple[Value, ...] = ()


def belief(claim: Claim, decision: Decision) -> Belief:
    """Return what is to be believed of a claim."""
    seen, near = signals(claim, decision)
    return Belief(scorer.guess("holds", seen), scorer.guess("fails", seen), near.unit, near.values)


def signals(claim: Claim, decision: Decision) -> tuple[dict[str, float], Statement]:
    """Return what a claim and the statement nearest to it have in common and apart, by name, with that statement."""
    seen, near = _compared(claim, decision)
    unit = near.unit
    strange = seen["parties"] > 0 and not seen["parties_of"] and _is_strange(claim, unit)
    against = strange or _speaks_against(seen) or _says_otherwise(claim, near) or _is_told_apart(claim, near, decision)
    agrees = seen["agree_unit"] > 0 and not seen["differ_unit"]
    not_otherwise = agrees or binding.is_of_what_is_denied(unit) or _may_lie_within(claim, unit)
    return seen | {"against": float(against), "not_otherwise": float(not_otherwise)}, near


def _is_strange(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a unit and its headings say nowhere, its words in a row, what kind of body a claim speaks of."""
    said = f" {' '.join(meant(f'{unit.heading} {unit.text.text} {listed(unit)}'))} "
    return not claim.translated and any(f" {party.kind} " not in said for party in parties.find(claim.text))


def _is_told_apart(claim: Claim, near: Statement, decision: Decision) -> bool:
    """Tell whether the nearest statement sets apart whom a claim names, or the section has another that is more of what
    is claimed: on somebody by name whom that one doesn't name, or with as many of its words and another value."""
    said, place = frozenset(parties.spoken(claim.text)), (near.unit.plan_id, near.unit.section)
    units = (each.unit for each in decision.units[:BEYOND])
    beside = [own for unit in units if (unit.plan_id, unit.section) == place for own in of_unit(unit) if own != near]
    issuer = claim.header_words(near.unit.plan_id)  # whose plan it is sets nobody apart
    named = [party for own in beside for party in (*own.parties, *own.apart) if party.name]
    named = [party for party in named if not issuer.issuperset(party.said)]
    if any(said.issuperset(party.said) for party in near.apart) or any(
        said.issuperset(party.said) and not near.names(party) for party in named
    ):
        return True
    inside = [own for own in beside if own.unit == near.unit]
    return any(
        len(said & _but_values(own, kind)) >= len(said & _but_values(near, kind))
        for kind in {value.attribute for value in claim.values}
        for own in inside
        if (keys := _keys(near, kind)) and (others := _alike(_keys(own, kind), keys, kind)) and not others & keys
    )


def _keys(statement: Statement, kind: Attribute) -> set[str]:
    return {keyed(value) if value.key else value.text for value in statement.values if value.attribute is kind}


def _alike(others: set[str], keys: set[str], kind: Attribute) -> set[str]:
    """Return of some keys those that, of counts, number the same things."""
    nouns = {key.rpartition(" ")[2] for key in keys}
    return {key for key in others if kind is not Attribute.COUNT or key.rpartition(" ")[2] in nouns}


def _but_values(statement: Statement, kind: Attribute) -> frozenset[str]:
    """Return a statement's words without those of its values of a kind."""
    told = (value.text for value in statement.values if value.attribute is kind)
    return statement.words - {word for text in told for word in parties.spoken(text)}


def _says_otherwise(claim: Claim, near: Statement) -> bool:
    """Tell whether a statement names another day of the week, part of the day, period or numbered thing ("cụm 4") than
    a claim, or its unit sets somebody apart or states several values of a kind where a claim says that all have one."""
    claimed, stated = particulars(claim.text), particulars(near.text)
    if any(not claimed[kind].keys() & stated[kind].keys() for kind in claimed.keys() & stated.keys()):
        return True
    every = _CUES["all"].search(claim.text) is not None
    if every and parties.EXCEPTING.search(near.unit.text.text):
        return True
    if not claim.translated and not every:
        return False
    kinds = {value.attribute for value in claim.values}
    kinds -= {Attribute.WHEN} if claim.probe.query.period else set()  # which report's day it is, that says
    return any(len({keyed(value) for value in near.unit.of(kind) if value.key}) > 1 for kind in kinds)


def _may_lie_within(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether a number that a unit doesn't say may lie between bounds that it sets: it denies nothing then."""
    return binding.has_strange_number(claim, unit) and _RANGE.search(unit.text.text) is not None


def _speaks_against(seen: dict[str, float]) -> bool:
    """Tell whether a statement denies what a claim doesn't or the other way round, states another value, lacks a number
    altogether, is of somebody else, bounds from the other side, or excepts where a claim includes.
    """
    bounds = seen["least_claim"] - seen["most_claim"], seen["least_near"] - seen["most_near"]
    excepts = seen["apart_near"] > 0 and (seen["all_claim"] > 0 or seen["includes_claim"] > 0)
    return any(seen[name] > 0 for name in _AGAINST) or bounds[0] * bounds[1] < 0 or excepts


_AGAINST = ("turned", "differ_near", "numbers_strange", "parties_rival", "acts_otherwise", "only_helps")
"""Signals of which each speaks against a claim."""


def _compared(claim: Claim, decision: Decision) -> tuple[dict[str, float], Statement]:
    shelf, weights = claim.shelf, claim.probe.weights(claim.shelf)
    words = frozenset(meant(claim.text))
    if claim.translated:
        words = frozenset(word for word in words if shelf.whole.share(word) > 0)
    own = claim.header_words(decision.units[0].unit.plan_id)
    matter = {word: weights.get(word, _UNKNOWN) for word in (words - own) or words}
    place, each, near = _nearest(matter, _figures(claim), decision.units)
    unit, said = each.unit, near.text
    held = frozenset(meant(f"{unit.text.text} {listed(unit)}"))
    headed = held | frozenset(meant(unit.heading))
    missing = matter.keys() - near.around - _LIGHT
    plan = shelf.units_of(parent_of(unit.plan_id) or unit.plan_id)
    beside = [other for other in plan if other is not unit and _is_beside(other, unit)]
    in_plan, in_beside = (missing & _words_of(units) for units in (plan, beside))
    typed, stated = meant(claim.text), meant(unit.text.text)
    found = {
        "place": float(place),
        "share_own": _share(matter, near.words),
        "share_around": _share(matter, near.around),
        "share_unit": _share(matter, held),
        "share_headed": _share(matter, headed),
        "reverse": len(words & near.words) / max(len(near.words), 1),
        "words": float(len(words)),
        "words_near": float(len(near.words)),
        "missing_most": max((matter[word] for word in missing), default=0.0),
        "missing_most_headed": max((matter[word] for word in matter.keys() - headed), default=0.0),
        "missing": float(len(missing)),
        "missing_plan": _share(matter, in_plan),
        "missing_beside": _share(matter, in_beside),
        "missing_nowhere": _share(matter, missing - in_plan),
        "run_near": longest_run(typed, meant(said)) / max(len(typed), 1),
        "run_unit": longest_run(typed, stated) / max(len(typed), 1),
        "rival": _rival(matter, missing, near, decision.units),
        "sure": decision.sureness,
        "held": decision.held,
        "state": float(decision.outcome is Outcome.STATE),
        "clause": each.signals["clause"],
        "whole": each.signals["cover_whole"],
        "translated": float(claim.translated),
        "denies": float(claim.denies),
        "refuses": float(_REFUSES.search(unit.text.text) is not None),
        "set_apart": float(bool(near.apart)),
    }
    for name, cue in _CUES.items():
        found[f"{name}_claim"] = float(len(cue.findall(claim.text)))
        found[f"{name}_near"] = float(len(cue.findall(said)))
    found["negated_unit"] = float(len(_CUES["negated"].findall(unit.text.text)))
    denied = found["denies"] if claim.translated else found["negated_claim"]
    found["turned"] = float((denied - found["negated_near"]) % 2)
    found |= _of_numbers(claim, unit, said, own) | _of_values(claim, unit, near) | _of_offices(claim, each, near)
    return found, near


def _nearest(matter: dict[str, float], figures: Set[str], units: Sequence[Ranked]) -> tuple[int, Ranked, Statement]:
    """Return the statement of the first units that carries most of a claim but its figures, which may be another's,
    with its unit and that one's place."""
    plain = {word: weight for word, weight in matter.items() if word not in figures} or matter
    fits = (
        (
            _OWN * _share(plain, each.words) + (1 - _OWN) * _share(plain, each.around) - _BEHIND * at,
            _share(matter, each.words),
            -at,
            each,
            ranked,
        )
        for at, ranked in enumerate(units[:AMONG])
        for each in of_unit(ranked.unit)
    )
    *_, at, best, ranked = max(fits, key=lambda fit: fit[:3])
    return -at, ranked, best


def _figures(claim: Claim) -> frozenset[str]:
    """Return the numbers that a claim's values say."""
    return frozenset(word for value in claim.values for word in meant(value.text) if word.isdigit())


def _share(matter: dict[str, float], held: Set[str]) -> float:
    whole = sum(matter.values())
    return sum(matter[word] for word in matter.keys() & held) / whole if whole else 1.0


def _is_beside(other: EvidenceUnit, unit: EvidenceUnit) -> bool:
    above = unit.section.rpartition(".")[0] or unit.section
    return other.section.startswith(unit.section) or other.section.rpartition(".")[0] == above


def _words_of(units: Sequence[EvidenceUnit]) -> frozenset[str]:
    return frozenset(word for unit in units for word in meant(unit.text.text))


def longest_run(one: list[str], other: list[str]) -> int:
    """Return the number of words in a row that two texts have in common."""
    longest, last = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for at, own in enumerate(other):
            if word == own:
                row[at + 1] = last[at] + 1
        longest, last = max(longest, *row), row
    return longest


def _rival(matter: dict[str, float], missing: Set[str], near: Statement, units: Sequence[Ranked]) -> float:
    """Return how well another statement carries a claim together with the words that the nearest lacks."""
    lacking = sum(matter[word] for word in missing)
    others = (each for ranked in units[:BEYOND] for each in of_unit(ranked.unit) if each != near) if lacking else ()
    return max(
        (_share(matter, each.words) * sum(matter[word] for word in missing & each.words) / lacking for each in others),
        default=0.0,
    )


def _of_numbers(claim: Claim, unit: EvidenceUnit, said: str, own: Set[str]) -> dict[str, float]:
    compared = [
        (v.start, v.end) for v in claim.values if v.attribute in _WRITTEN_OTHERWISE and unit.states(v.attribute)
    ]
    claimed = list(_numbers(claim.text))
    loose = list(_numbers(claim.text, compared))  # which no value says
    whole, near = set(_numbers(f"{unit.heading} {unit.text.text} {listed(unit)} {' '.join(own)}")), set(_numbers(said))
    return {
        "numbers": float(len(claimed)),
        "numbers_near": float(len(near)),
        "numbers_shared": float(sum(number in near for number in claimed)),
        "numbers_strange": float(sum(number not in whole for number in loose)),
        "numbers_elsewhere": float(sum(number not in near for number in claimed)),
    }


_WRITTEN_OTHERWISE = frozenset({Attribute.WHEN, Attribute.CLOCK, Attribute.MONEY})
"""Attributes of which one value has many spellings ("15/12", "ngày 15 tháng 12"); they are compared as values."""


def _numbers(text: str, but: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
    """Yield the numbers of a text that stand in none of some stretches."""
    for match in _NUMBER.finditer(text):
        if any(start <= match.start() < end for start, end in but):
            continue
        yield match[0].lstrip("0").replace(".", "").replace(",", ".")


def _of_values(claim: Claim, unit: EvidenceUnit, near: Statement) -> dict[str, float]:
    """Count the kinds of value that agree, that disagree and that a unit and the statement lack."""
    found = dict.fromkeys(("agree_near", "agree_unit", "differ_near", "differ_unit", "absent"), 0.0)
    for attribute, keys in claim.keys().items():
        claimed = keys | set(map(_bare, keys))
        if attribute is Attribute.WHEN:  # "cuối tháng 10" and "31/10"
            claimed |= {f"{day}/{key}" for key in keys if key.isdigit() for day in range(1, 32)}
        nouns = {key.split(" ")[-1] for key in keys} if attribute is Attribute.COUNT else set()
        for place, values in (("near", near.values), ("unit", unit.values)):
            stated = {keyed(value) for value in values if value.attribute is attribute and value.key}
            stated = {key for key in stated if not nouns or key.split(" ")[-1] in nouns}
            agrees = bool(claimed & (stated | set(map(_bare, stated))))
            found[f"agree_{place}"] += agrees
            found[f"differ_{place}"] += bool(stated) and not agrees
            found["absent"] += place == "unit" and not stated
    return found


def _bare(key: str) -> str:
    """Return a date's key without its year."""
    return key.rpartition("/")[0] if key.count("/") == 2 else key


def _of_offices(claim: Claim, each: Ranked, near: Statement) -> dict[str, float]:
    """Count who is claimed to act or receive and isn't named, or is named as somebody else."""
    unit, named = each.unit, parties.find(claim.text)
    own = claim.header_words(unit.plan_id)
    offices = [office - own for office in claim.offices() if not office <= own]
    headed = frozenset(meant(f"{unit.heading} {unit.text.text} {listed(unit)}"))
    return {
        "offices": float(len(offices)),
        "offices_strange": float(sum(len(office & headed) < acting.HELD * len(office) for office in offices)),
        "offices_elsewhere": float(sum(len(office & near.around) < acting.HELD * len(office) for office in offices)),
        "acts_otherwise": float(acting.acts_otherwise(claim, unit)),
        "only_helps": float(binding.only_helps(claim, unit)),
        "receives": float(binding.is_received_by(claim, unit)),
        "other_rank": float(bool(binding.other_rank(claim.text, unit.text.text))),
        "parties": float(len(named)),
        "parties_of": float(sum(near.is_of(party) for party in named)),
        "parties_named": float(sum(near.names(party) for party in named)),
        "parties_rival": float(sum(near.rival(party) is not None for party in named)),
        "parties_apart": float(sum(any(own.is_same(party) for own in near.apart) for party in named)),
    }
