"""Judging what a yes/no question claims against the values of the units on its matter. Pure functions.

A claim is taken apart into typed values, offices, years and, of a list, the member that it names; each is compared with
what the unit states of the same kind. Nothing is judged by words that are merely missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from knowledge.answering import acting, believed, binding, claimed_lists, values
from knowledge.answering.binding import Finding
from knowledge.answering.claimed import OFFICES, YEAR, Claim, is_month, keyed, month_of, particulars, specific
from knowledge.answering.decide import ANSWER, Decision
from knowledge.answering.doubt import is_doubtful
from knowledge.answering.standing import Judged, Standing
from knowledge.answering.statements import Statement
from knowledge.answering.wording import Wording
from knowledge.facts.evidence import listed
from knowledge.index.parts import pairs
from knowledge.model import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.ranking import Probe, Ranked, Shelf
from knowledge.ranking.shelf import meant
from knowledge.text import folded_words

_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
EXACT = (Attribute.MAIL, Attribute.PHONE, Attribute.LINK)
"""Attributes whose values are known wherever they stand."""
TYPED = frozenset({Attribute.WHEN, Attribute.SHARE, Attribute.MONEY})
"""Attributes of which a claim is judged by a neighbour that states one, where the best unit doesn't."""
NEAR = 4
"""Units among which such a neighbour is sought."""
_NAMING = 0.4  # worth of a pair of words from which it may name something
COVERED = 0.92
"""Share of the matter's weight that a unit must carry to confirm a claim that names no value."""
LIKELY = 0.65
"""Probability from which a claim is judged by it where nothing that can be compared settles it."""
ON_MATTER, AGREED = 0.6, 0.45
"""The same for a claim of which a value disagrees, and for one of which it agrees with a unit that is sure to be it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The unit that settles a claim, whether it holds, the words to say so, and how sure the unit's matter must be:
    firm verdicts stand whatever the sureness. beside: other units that settle parts of it; said: what the sentence
    repeats of the claim."""

    unit: EvidenceUnit
    holds: bool
    sentence: str
    firm: bool = False
    beside: tuple[EvidenceUnit, ...] = ()
    said: str = ""


def judge(shelf: Shelf, probe: Probe, decision: Decision, words: Wording) -> Verdict | None:
    """Return the verdict on what the question claims; None where the units do not settle it."""
    if not decision.units or _OPEN.search(probe.query.restored):
        return None
    claim = Claim(shelf, probe)
    found = compared(claim, decision.units, words)
    return found or _believed(claim, decision, words)


def _believed(claim: Claim, decision: Decision, words: Wording) -> Verdict | None:
    """Return the verdict that is likely where nothing that can be compared gives one, and nothing speaks against it."""
    if decision.sureness < ANSWER:
        return None  # the units may be of something else
    belief = believed.belief(claim, decision)
    unit = belief.unit
    if belief.holds >= LIKELY and not (is_doubtful(claim, unit) or _differs(claim, unit)):
        return Verdict(unit, True, words.right_by, firm=True)
    return Verdict(unit, False, words.wrong_by, firm=True) if belief.fails >= LIKELY else None


def compared(claim: Claim, ranked: Sequence[Ranked], words: Wording) -> Verdict | None:
    """Return the verdict by the values, offices and lists that are compared; None where they do not settle it."""
    ranked = [each for each in ranked if each.signals["round"] >= 0] or ranked
    standing = Standing(claim, ranked)
    found = (
        _elsewhere(claim, words)
        or _by_statements(standing, words)
        or _of_lists(claim, ranked, words)
        or _compared(standing, ranked, words)
    )
    return None if found and found.holds and is_doubtful(claim, found.unit) else found


_OPEN = re.compile(
    r"\s(?:nào|gì) (?:không|ko|chưa)(?!\w)|\b(?:mấy|bao nhiêu)\b|bao giờ|khi nào|ngày nào|ai là",
    re.IGNORECASE,
)
"""A question whether there is any, or an open one that only ends like a claim ("... ngày mấy à"): it claims nothing."""


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
            return Verdict(holders[0], False, f"{words.wrong} {words.stated_elsewhere}", firm=True)
    return None


def _same(one: Value, other: Value) -> bool:
    return one.text.strip(" .").lower() == other.text.strip(" .").lower()


def _of_lists(claim: Claim, ranked: Sequence[Ranked], words: Wording) -> Verdict | None:
    """Judge how many items a list has, or whether it has the one that the claim names."""
    counted = claimed_lists.counted(claim, ranked)
    if counted is not None:
        unit, holds = counted
        return Verdict(unit, holds, words.right if holds else words.wrong, firm=True)
    lacking = claimed_lists.lacking(claim, ranked)
    return Verdict(lacking, False, words.wrong, firm=True) if lacking else None


_PLAINER = 0.7
"""What the best clause of the second unit counts for, where a claim may be told of it rather than of the first."""


def _by_statements(standing: Standing, words: Wording) -> Verdict | None:
    """Judge what is claimed of somebody or something by name, several things in one breath, or one that is told from
    others like it, by the statements on just that."""
    judged = standing.judged() if standing.is_told_apart else []
    if not judged:
        return None
    wrong = [each for each in judged if each.finding is Finding.FAILS]
    right = [each for each in judged if each.finding is Finding.HOLDS]
    held = [each.statement for each in (*wrong, *right) if each.statement]
    units = tuple(dict.fromkeys(statement.unit for statement in held))
    if not wrong:
        return _confirmed(standing, right, held, words) if len(right) == len(judged) else None
    told = "; ".join(dict.fromkeys(each.told for each in wrong))
    sentence = f"{words.wrong} {words.states_instead.format(value=told)}"
    if right:
        said = [", ".join(f"“{each.part.text.replace('*', '')}”" for each in some) for some in (right, wrong)]
        sentence = words.partly.format(right=said[0], wrong=said[1], value=told)
        return Verdict(units[0], False, sentence, True, units[1:], " ".join(said))
    sentence = words.set_apart.format(value=told) if all(each.apart for each in wrong) else sentence
    return Verdict(units[0], False, sentence, True, units[1:])


def _confirmed(
    standing: Standing, right: Sequence[Judged], held: Sequence[Statement], words: Wording
) -> Verdict | None:
    """Confirm a claim by statements on just that, where nothing else in them speaks against it."""
    claim, units = standing.claim, tuple(dict.fromkeys(statement.unit for statement in held))
    alone = [statement.alone for statement in held]
    for unit in alone if len(alone) == 1 else ():
        for finding, told in _particular(claim, unit):
            if finding is Finding.FAILS:
                return Verdict(units[0], False, f"{words.wrong} {words.states_instead.format(value=told)}", True)
    days = [
        v for each in right if each.statement for v in each.statement.values if (v.attribute, "") in each.part.values
    ]
    if before := binding.before(claim, [value for value in days if value.attribute is Attribute.WHEN]):
        return Verdict(units[0], False, f"{words.wrong} {words.states_instead.format(value=before)}", True)
    if standing.is_doubtful(right) or (standing.leads_with_office and any(_differs(claim, unit) for unit in alone)):
        return None
    if (apart := standing.apart_from(right)) is not None:
        return Verdict(units[0], False, words.set_apart.format(value=apart), True, units[1:])
    return Verdict(units[0], True, words.right, True, units[1:])


def _particular(claim: Claim, unit: EvidenceUnit) -> Iterator[tuple[Finding, str]]:
    """Yield what a unit says of a claim beside values and offices: awards, days, years, places, ranks, how often."""
    for compared in (_by_award, _by_particulars, _by_year, binding.by_place, binding.by_role, binding.by_period):
        yield compared(claim, unit)


def _differs(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether who acts in a unit is not who does in a claim, or only helps or receives."""
    return (
        acting.acts_otherwise(claim, unit)
        or binding.only_helps(claim, unit.text.text)
        or binding.is_received_by(claim, unit)
    )


def _compared(standing: Standing, ranked: Sequence[Ranked], words: Wording) -> Verdict | None:
    claim = standing.claim
    best = max(ranked[:2], key=lambda each: each.signals["clause"] * (1.0 if each is ranked[0] else _PLAINER))
    if claim.translated or best.signals["cover_whole"] < ON_MATTER or best.unit.kind is UnitKind.LIST:
        best = ranked[0]
    best = _stating(best, ranked, claim.keys().keys() & TYPED)
    if best.unit.kind is UnitKind.FIELD and best.unit.field not in claim.probe.query.slots.fields:
        return None  # the day of issue says nothing of another day
    if (paper := binding.by_paper(claim, best.unit)) is not None:
        return _of_paper(best.unit, *paper, words)
    covers = best.signals["cover_whole"]
    matter = covers >= ON_MATTER / 2
    agreed = counted = False
    for attribute, keys in claim.keys().items():
        finding, told = _by_key(claim, best.unit, attribute, keys)
        if finding is Finding.FAILS and attribute in values.BOUNDED and binding.is_of_what_is_denied(best.unit):
            return None
        if finding is Finding.FAILS and matter:
            return Verdict(
                best.unit, False, f"{words.wrong} {words.states_instead.format(value=told)}", firm=covers >= ON_MATTER
            )
        if finding is Finding.OPEN and (told or attribute in binding.PLAIN):
            return None  # the unit holds the value, perhaps of something else, or nothing of its kind
        counted = counted or (finding is Finding.HOLDS and attribute is Attribute.COUNT)
        agreed = agreed or (finding is Finding.HOLDS and attribute is not Attribute.COUNT)
    for finding, told in (_by_office(claim, best), *_particular(claim, best.unit)):
        if finding is Finding.FAILS and matter:
            said = words.states_instead.format(value=told) if told else ""
            return Verdict(best.unit, False, f"{words.wrong} {said}".strip(), firm=covers >= ON_MATTER)
        agreed = agreed or finding is Finding.HOLDS
    dated = YEAR.search(claim.text) and len(set(_ANY_YEAR.findall(best.unit.text.text))) > 1
    if (
        claim.every
        or dated
        or not standing.is_of(best.unit)
        or binding.negates(claim, best.unit)
        or _differs(claim, best.unit)
        or binding.has_strange_number(claim, best.unit)
        or any(not _named(office, best) for office in claim.offices())
    ):
        return None
    strange = _adds(claim, best.unit) if not agreed else _is_strange(claim, best)
    if covers >= (AGREED if agreed or counted else COVERED) and not strange:
        return Verdict(best.unit, True, words.right)
    return None


def _stating(best: Ranked, ranked: Sequence[Ranked], claimed: Set[Attribute]) -> Ranked:
    """Return the best unit, or where it states nothing of the kind that is claimed one of its section that does."""
    if not claimed or any(best.unit.states(name) for name in claimed):
        return best
    plan_id, section = best.unit.plan_id, f"{best.unit.section}."
    near = (each for each in ranked[:NEAR] if each.unit.plan_id == plan_id)
    inside = (each for each in near if f"{each.unit.section}.".startswith(section))
    return next((each for each in inside if any(each.unit.states(name) for name in claimed)), best)


def _of_paper(unit: EvidenceUnit, finding: Finding, told: str, words: Wording) -> Verdict | None:
    """Judge what is claimed of a paper that the unit names: whose it is, and of which day."""
    if finding is Finding.OPEN:
        return None
    if finding is Finding.HOLDS:
        return Verdict(unit, True, words.right)
    return Verdict(unit, False, f"{words.wrong} {words.states_instead.format(value=told)}")


def _adds(claim: Claim, unit: EvidenceUnit) -> bool:
    """Tell whether what a claim says that there is ("... có B") is not named by the unit or its headings."""
    _, has, there = claim.text.rpartition(" có ")
    held = frozenset(meant(f"{unit.heading} {unit.text.text} {listed(unit)}")) | claimed_lists.CLAIMING
    return bool(has) and len(frozenset(meant(there)) - held) > 1


def _is_strange(claim: Claim, best: Ranked) -> bool:
    """Tell whether a claim names something in two words of which the unit and its headings have neither."""
    unit = best.unit
    held = frozenset(meant(f"{unit.heading} {unit.text.text} {listed(unit)}")) | claim.header_words(unit.plan_id)
    named = (pair for pair in pairs(meant(claim.text)) if claim.probe.worth.get(pair, 0.0) > _NAMING)
    return any(not held & set(pair.split("_")) for pair in named)


def _by_key(claim: Claim, unit: EvidenceUnit, attribute: Attribute, keys: set[str]) -> tuple[Finding, str]:
    """Compare values by key; with the words of what is stated, empty when nothing of the kind is."""
    found = values.of_round(claim.probe, unit, list(unit.of(attribute)))
    stated = {keyed(value): values.bounded(unit, value) for value in found if value.key}
    if attribute is Attribute.COUNT:
        keys = {own for own in keys if _noun(own) not in values.NO_THING}  # "số 4 và số 12" counts nothing
        stated = {key: text for key, text in stated.items() if any(_noun(key) == _noun(own) for own in keys)}
        keys = {own for own in keys if any(_noun(key) == _noun(own) for key in stated)}
    if not stated:
        return Finding.OPEN, ""
    told = "; ".join(dict.fromkeys(stated.values()))
    if not keys & _both(set(stated)):
        if attribute is Attribute.WHEN and any(month_of(key) in map(month_of, stated) for key in keys if is_month(key)):
            return Finding.OPEN, ""  # "cuối tháng 10" and "31/10"
        bounds = unit.of(attribute) if attribute in values.BOUNDED else ()
        allowed = any(values.allows(unit, value, key) for value in bounds for key in keys) or binding.is_said(
            claim, unit, attribute
        )
        return (Finding.OPEN if allowed else Finding.FAILS), told
    chosen = values.chosen(claim.shelf, claim.probe, unit, attribute)
    near = {key for key in map(keyed, chosen) if key in stated}
    if attribute is Attribute.WHEN and (before := binding.before(claim, chosen)):
        return Finding.FAILS, before
    return (Finding.HOLDS if keys <= _both(near) and len(near) == 1 else Finding.OPEN), told


def _noun(key: str) -> str:
    return key.split(" ")[-1]


def _by_award(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    claimed = {tuple(folded_words(v.text)) for v in claim.values if v.attribute is Attribute.AWARD}
    stated = {tuple(folded_words(v.text)): v.text for v in unit.of(Attribute.AWARD)}
    if not claimed or not stated:
        return Finding.OPEN, ""
    if claimed & set(stated):
        return _by_giver(claim, unit, claimed)
    exact = all(award[0] not in _GENERAL for awards in (claimed, stated) for award in awards)
    return (Finding.FAILS, "; ".join(stated.values())) if exact else (Finding.OPEN, "")


def _by_giver(claim: Claim, unit: EvidenceUnit, claimed: set[tuple[str, ...]]) -> tuple[Finding, str]:
    """Compare who gives each of several awards: what stands between one and the next says it of the next."""
    offices = [office for office in claim.offices() if len(office) > 1]
    before: dict[tuple[str, ...], str] = {}
    at = 0
    for value in unit.of(Attribute.AWARD):
        behind = _OF.match(unit.text.text, value.end)
        until = behind.end() if behind else value.end
        before.setdefault(tuple(folded_words(value.text)), unit.text.text[at:until])
        at = until
    told = {award: frozenset(meant(text)) for award, text in before.items()}
    for office in offices:
        given = [award for award, words in told.items() if office <= words]
        if given and not claimed & set(given):
            return Finding.FAILS, before[given[0]].strip(" ,;:")
    return Finding.OPEN, ""


_OF = re.compile(r"\s*của [^,;.]*?(?=\s(?:và|cho|kèm|trị giá)\s|[,;.(]|$)")
_GENERAL = frozenset(folded_words("khen biểu tuyên tôn tiền danh"))
"""What awards in general begin with."""


def _by_office(claim: Claim, best: Ranked) -> tuple[Finding, str]:
    """Compare the offices that the claim names with those that the unit says act or receive."""
    unit = best.unit
    leading = acting.actors(claim, unit)
    receiving = [value.text for value in unit.of(Attribute.TO)]
    if receiving and all(map(specific, receiving)) and not claim.translated:
        stated = {" ".join(meant(match[0])) for to in receiving for match in OFFICES.finditer(to)}
        claimed = _receivers(claim.text)
        if claimed and not claimed & (stated | _receivers(unit.text.text)):
            return Finding.FAILS, "; ".join(dict.fromkeys(receiving))
    own = claim.header_words(unit.plan_id).union(*(claim.header_words(plan_id) for plan_id in claim.probe.query.units))
    named = [office - own for office in claim.offices() if not office <= own]
    if any(not _named(office, best) for office in named):
        if claim.translated:
            return Finding.OPEN, ""  # the office may have another name in the plan
        for role in (leading, receiving):
            if role and all(map(specific, role)) and not any(acting.is_said(name, claim) for name in role):
                whole = (name for name in dict.fromkeys(role) if not any(name.startswith(f"{one} ") for one in role))
                return Finding.FAILS, "; ".join(whole)
        return Finding.OPEN, ""
    return (Finding.HOLDS if any(acting.is_said(name, claim) for name in (*leading, *receiving)) else Finding.OPEN), ""


_RECEIVES = re.compile(
    r"(?:gửi|nộp|trình|báo cáo|về|cho|tới|lên)\s+(?:(?:thẳng|cho|về|tới|đến|lên)\s+)*$", re.IGNORECASE
)


def _receivers(text: str) -> set[str]:
    """Return what kinds of office ("sở", "văn phòng") a text says that something is handed to."""
    found = (match for match in OFFICES.finditer(text) if _RECEIVES.search(text, 0, match.start()))
    return {" ".join(meant(match[0])) for match in found if not text.startswith(" cáo", match.end())}


def _by_particulars(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    """Compare days of the week, parts of the day and numbered things ("cụm 4"), each with those of its kind."""
    claimed, stated = particulars(claim.text), particulars(unit.text.text)
    shared = [kind for kind in claimed if kind in stated]
    for kind in shared:
        strange = claimed[kind].keys() - stated[kind].keys()
        if strange == claimed[kind].keys() or (strange and len(stated[kind]) >= len(claimed[kind])):
            return Finding.FAILS, "; ".join(stated[kind].values())
    whole = bool(shared) and all(claimed[kind].keys() == stated[kind].keys() for kind in shared)
    return (Finding.HOLDS if whole else Finding.OPEN), ""


def _named(office: frozenset[str], best: Ranked) -> bool:
    """Tell whether a unit, its list or its headings name an office."""
    unit = best.unit
    held = frozenset(meant(f"{unit.heading} {unit.text.text} {listed(unit)}"))
    return len(office & held) >= acting.HELD * len(office)


def _by_year(claim: Claim, unit: EvidenceUnit) -> tuple[Finding, str]:
    """Compare the years that the claim names with those that the unit states."""
    claimed = set(YEAR.findall(claim.text)) - claim.header_words(unit.plan_id)
    stated = _ANY_YEAR.findall(unit.text.text)
    if not claimed or not stated or claimed & set(stated):
        return Finding.OPEN, ""
    return Finding.FAILS, ", ".join(dict.fromkeys(stated))


def _both(keys: set[str]) -> set[str]:
    """Return keys with and without the year of a date."""
    return keys | set(map(_bare, keys))


def _bare(key: str) -> str:
    """Return a date's key without its year."""
    parts = key.split("/")
    return "/".join(parts[:2]) if len(parts) == 3 else key
