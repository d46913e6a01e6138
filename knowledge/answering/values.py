"""Which of a unit's values a question is about: those nearest to its own words. Pure functions."""

from __future__ import annotations

import re

from knowledge.answering import own
from knowledge.answering.binding import other_rank
from knowledge.answering.present import normal_number
from knowledge.model import Attribute, EvidenceUnit, Value
from knowledge.patterns import later
from knowledge.ranking import Probe, Shelf
from knowledge.ranking.signals import nearness
from knowledge.text import fold, folded_words
from knowledge.understanding import rounds

MOST = 3
"""Values of one kind that a lead names."""
REACH = 12
"""Characters between a paper's number and its day."""
ALIKE = 0.85
"""Share of the best fit from which another value fits as well."""
_WORD = later(r"[^\W_]+")
BOUNDED = (Attribute.COUNT, Attribute.SHARE, Attribute.MONEY, Attribute.LENGTH)
"""Attributes whose values may be only the least or the most that is meant."""
_BOUND = later(
    r"(?:(?P<most>dưới|không (?:vượt )?quá|tối đa|nhiều nhất|chưa (?:đến|đủ)|gần)"
    r"|(?P<least>trên|hơn|ít nhất|tối thiểu|không (?:dưới|ít hơn)|từ)|khoảng)\s*(?:là\s*)?$",
    re.IGNORECASE,
)
_ONWARD = later(r"\s*trở (?:(?P<least>lên)|(?P<most>xuống))", re.IGNORECASE)

# What is told first of what was asked; the first attribute that the unit states leads.
_ORDER = (
    "clock",
    "when",
    "money",
    "share",
    "count",
    "length",
    "to",
    "contact",
    "channel",
    "format",
    "person",
    "who",
    "place",
    "award",
    "consequence",
    "paper",
    "cycle",
)


def asked_attributes(probe: Probe) -> list[Attribute]:
    """Return the attributes asked for, the most telling first; who holds an office is a person."""
    asked = set(probe.query.slots.asked)
    asked |= {"person"} if "who" in asked and _HOLDER.search(probe.query.restored) else set()
    asked -= {"who", "award"} if _GIVEN.search(probe.query.restored) else set()  # "ai được tặng": who acts is the giver
    asked -= {"count"} if "share" in asked and _PERCENT.search(probe.query.restored) else set()
    return [Attribute(name) for name in _ORDER if name in asked]


_GIVEN = later(r"\b(?:ai|(?:đối tượng|người|đơn vị|tập thể|cá nhân) nào) (?:sẽ |thì )?được\b", re.IGNORECASE)
_PERCENT = later(r"\b(?:phần trăm|percent|per cent|percentage)\b|%", re.IGNORECASE)
_HOLDER = later(r"\b(?:là ai|ai là|ai làm|who is)\b", re.IGNORECASE)


def chosen(shelf: Shelf, probe: Probe, unit: EvidenceUnit, attribute: Attribute) -> list[Value]:
    """Return the unit's values of one kind that lie nearest to the question's words, in order; all when few."""
    if attribute in (Attribute.WHEN, Attribute.DAY) and (dated := _day_of_paper(probe, unit)):
        return dated
    values = list({value.text: value for value in unit.of(attribute) if not _counts_nothing(value)}.values())
    if attribute is Attribute.COUNT and probe.counted:
        values = [v for v in values if probe.counted in folded_words(v.text)] or values
    if attribute is Attribute.PERSON:
        values = [v for v in values if not other_rank(probe.query.restored, _office_of(unit, v))]
    values = _of_clause(shelf, probe, unit, of_round(probe, unit, _unsaid(probe, values)))
    if len(values) <= 1:
        return values
    held = [(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(unit.text.text)]
    weights = {w: probe.worth.get(w, 0.0) * shelf.own.idf(w) for w in set(probe.words)}
    fit = [sum(weights.get(word, 0.0) * nearness(v, start, end) for start, end, word in held) for v in values]
    best = max(fit)
    kept = [value for value, score in zip(values, fit, strict=True) if score >= ALIKE * best]
    return kept[:MOST]


def _unsaid(probe: Probe, values: list[Value]) -> list[Value]:
    """Return the values without those that the question itself says ("chi bộ trên 30 đảng viên"), unless it asks which
    of two it is, or nothing is left."""
    said = f" {' '.join(folded_words(probe.query.restored))} "
    if " hay " in said:
        return values
    return [v for v in values if f" {' '.join(folded_words(v.text))} " not in said] or values


def is_denied(unit: EvidenceUnit, value: Value) -> bool:
    """Tell whether a way is named to be ruled out: "không nhận bản giấy"."""
    ways = (Attribute.CHANNEL, Attribute.FORMAT, Attribute.CONTACT)
    return value.attribute in ways and _NO.search(unit.text.text, 0, value.start) is not None


_NO = later(r"\bkhông (?:\w+ ){0,6}$", re.IGNORECASE)


def _counts_nothing(value: Value) -> bool:
    """Tell whether a number's noun is no thing: "điểm a, b và khoản 45 và 46" counts none."""
    return value.attribute is Attribute.COUNT and folded_words(value.text)[-1] in NO_THING


NO_THING = frozenset(folded_words("và hoặc hay được bị là phải có không đã sẽ thì cũng của"))
"""Words that may follow a number and are nothing that it counts."""


def _day_of_paper(probe: Probe, unit: EvidenceUnit) -> list[Value]:
    """Return the day of the paper whose number is asked about, where the unit states it behind that number."""
    if "dated" not in probe.query.slots.asked or not probe.query.numbers:
        return []
    wanted = set(map(normal_number, probe.query.numbers))
    named = (v for v in unit.of(Attribute.PAPER) if normal_number(v.text.split()[-1]) in wanted)
    ends = [value.end for value in named]
    behind = (v for v in unit.of(Attribute.DATED) if ends and 0 <= v.start - ends[0] <= REACH)
    return [value for value in (next(behind, None),) if value]


def _office_of(unit: EvidenceUnit, person: Value) -> str:
    """Return what a unit says of a person: from the last semicolon to the next."""
    text = unit.text.text
    until = text.find(";", person.end)
    return text[text.rfind(";", 0, person.start) + 1 : until if until > 0 else len(text)]


def bounded(unit: EvidenceUnit, value: Value) -> str:
    """Return a value's words with those that make it a bound ("không quá 1 %", "từ 5 tỷ đồng trở lên")."""
    before, after = _bound(unit, value)
    lone = after is None and before is not None and before[0].strip().lower() == "từ"  # where a stretch begins
    said = before[0] if before and not lone else ""
    return f"{said}{value.text}{after[0] if after else ''}"


def bounds(unit: EvidenceUnit, value: Value) -> tuple[bool, bool]:
    """Tell whether a value is the least, and whether it is the most, that is meant."""
    found = [match for match in _bound(unit, value) if match]
    return any(match["least"] for match in found), any(match["most"] for match in found)


def allows(unit: EvidenceUnit, value: Value, claimed: str) -> bool:
    """Tell whether a value is a bound within which the claimed number lies: it says nothing against the claim."""
    own, other = _FIGURE.match(value.key), _FIGURE.match(claimed)
    if own is None or other is None or value.key[own.end() :].strip() not in ("", claimed[other.end() :].strip()):
        return False
    stated, said = (float(match[0].replace(",", ".")) for match in (own, other))
    least, most = bounds(unit, value)
    return (most and said < stated) or (least and said > stated)


_FIGURE = later(r"\d+(?:[.,]\d+)?")


def _bound(unit: EvidenceUnit, value: Value) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return the words before and behind a value that make it a bound."""
    if value.attribute not in BOUNDED:
        return None, None
    return _BOUND.search(unit.text.text[: value.start]), _ONWARD.match(unit.text.text, value.end)


def of_round(probe: Probe, unit: EvidenceUnit, values: list[Value]) -> list[Value]:
    """Return of several values those that the round asked for is the last named before; all where it is before none."""
    wanted = rounds.asked(probe.query)
    if not wanted or not values:
        return values
    if (stretch := own.stretch_of(probe.query, unit)) is not None:
        return [value for value in values if stretch[0] <= value.start < stretch[1]]
    named = [(at, rounds.as_asked(frozenset([each]), wanted)) for at, each in rounds.places(unit.text.text)]
    last = [next((each for at, each in reversed(named) if at < value.start), frozenset()) for value in values]
    return [value for value, each in zip(values, last, strict=True) if each & wanted] or values


def _of_clause(shelf: Shelf, probe: Probe, unit: EvidenceUnit, values: list[Value]) -> list[Value]:
    """Return of several values those whose clauses carry as much of the question as the best."""
    if len(values) < 2:
        return values
    words, clauses = shelf.closely(shelf.row_of(unit))
    weights = probe.weights(shelf)
    carried = []
    for value in values:
        start, end = next(((a, b) for a, b in clauses if a <= value.start < b), (value.start, value.end))
        carried.append(sum({w: weights[w] for at, _, w in words if start <= at < end and w in weights}.values()))
    best = max(carried)
    return [value for value, weight in zip(values, carried, strict=True) if weight >= ALIKE * best]
