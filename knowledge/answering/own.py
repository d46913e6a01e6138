"""What a unit says of the asked one alone, where it says other things of others: of the round, the recipient or the
period that a question names. Pure functions; another one's day or number is not lent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from knowledge.model import Attribute, Deadline, EvidenceUnit, Query, UnitKind
from knowledge.patterns import later
from knowledge.ranking.signals import PERIODS
from knowledge.text import fold, folded_words
from knowledge.understanding import rounds

Stretch = tuple[int, int]
"""[start, end) of a unit's text."""
ALIKE, LEAST = 0.5, 2
"""Share of a recipient's words, and how many of them, that a question must say together behind "gửi" to mean it."""
_CLAUSE = later(r";(?=\s)|\.(?=\s|$)")
_BEGINS = later(r"(?:^|[;.:,(–-])\s*(?:riêng |đối với |với |trong |tại |ở )*$", re.IGNORECASE)
_HANDED = frozenset(folded_words("gửi nộp cáo trình cho về lên đến tới"))
_WAYS = frozenset({"channel", "format", "contact"})
_OPEN = later(r"\bkhi (?:co|duoc) yeu cau|\bdot xuat|\btheo (?:quy dinh|huong dan|yeu cau)|\bthuong xuyen")
"""A time that is no day: over folded text."""


def own(query: Query, unit: EvidenceUnit) -> EvidenceUnit:
    """Return a unit cut to what it says of the asked one alone; as it is where it doesn't tell several apart."""
    stretch = None if "whether" in query.slots.shape else stretch_of(query, unit)
    return unit if stretch is None else cut(unit, *stretch)


def stretch_of(query: Query, unit: EvidenceUnit) -> Stretch | None:
    """Return where a unit speaks of the asked one alone; None where it doesn't tell several apart."""
    if unit.kind is UnitKind.LIST:
        return None
    stretch = _of_round(query, unit)
    if stretch is None and query.slots.asked & {"when", "day"}:
        stretch = _of_recipient(query, unit) or _of_period(query, unit)
    return stretch


def has_time_but_no_day(unit: EvidenceUnit) -> bool:
    """Tell whether a unit says how often something is done, or on what occasion, and no day."""
    timed = unit.states(Attribute.CYCLE) or _OPEN.search(fold(unit.text.text)) is not None
    return timed and not unit.states(Attribute.WHEN)


def proved(unit: EvidenceUnit, duties: Iterable[Deadline]) -> list[Deadline]:
    """Return the duties whose day a unit that is cut still states."""
    days = {"/".join(value.key.split("/")[:2]) for value in unit.of(Attribute.WHEN)}
    return [each for each in duties if "/".join(str(part) for part in (each.day, each.month) if part) in days]


def _of_round(query: Query, unit: EvidenceUnit) -> Stretch | None:
    """Return where a unit speaks of the round that is asked for, where each round that it names begins a clause; of an
    exception ("riêng Cụm số 3 ...") where it states what is asked."""
    wanted, text = rounds.asked(query), unit.text.text
    nouns = {noun for noun, _ in wanted}
    if len(wanted) != 1:
        return None
    named = [(at, rounds.as_asked(frozenset([each]), wanted)) for at, each in rounds.places(text)]
    named = [(at, each) for at, each in named if any(noun in nouns for noun, _ in each)]
    mine = [at for at, each in named if each == wanted]
    if len(mine) != 1 or not all(_BEGINS.search(text[:at]) for at, _ in named):
        return None
    after = min((at for at, _ in named if at > mine[0]), default=len(text))
    start, end = mine[0], min(after, next(end for _, end in clauses(text) if end > mine[0]))
    asked = query.slots.asked | (_WAYS if query.slots.asked & _WAYS else frozenset())
    stated = any(v.attribute.value in asked for v in unit.values if start <= v.start < end)
    excepted = stated and text[:start].lower().endswith("riêng ")
    return (start, end) if len(named) > 1 or excepted else None


def _of_recipient(query: Query, unit: EvidenceUnit) -> Stretch | None:
    """Return the clause of the recipient that a question names, where others have clauses of their own."""
    named = unit.of(Attribute.TO)
    said = folded_words(query.restored)
    scores = [_said(said, folded_words(value.text)) for value in named]
    best = max(scores, default=0.0)
    if len(named) < 2 or not best or scores.count(best) > 1:
        return None
    held = clauses(unit.text.text)
    around = [next(each for each in held if each[0] <= value.start < each[1]) for value in named]
    mine = around[scores.index(best)]
    return mine if around.count(mine) == 1 and any(_days(unit, *each) for each in around) else None


def _said(said: list[str], name: list[str]) -> float:
    """Return what share of a recipient's words a question says together, behind that something is handed over."""
    most = 0
    for at, (before, word) in enumerate(pairwise(said), 1):
        if before in _HANDED and word in name:
            run = next((end for end in range(at, len(said)) if said[end] not in name), len(said)) - at
            most = max(most, run)
    return most / len(name) if most >= max(LEAST, ALIKE * len(name)) else 0.0


def _of_period(query: Query, unit: EvidenceUnit) -> Stretch | None:
    """Return the clause of the period that a question names, where it states no day and others' clauses do."""
    wanted, text = PERIODS.get(query.period or ""), unit.text.text
    if wanted is None:
        return None
    held = clauses(text)
    mine = [each for each in held if wanted.search(text[slice(*each)].lower())]
    others = [each for each in held if each not in mine and _days(unit, *each)]
    if len(mine) != 1 or not others or _days(unit, *mine[0]):
        return None
    periods = [each for each in PERIODS.values() if each is not wanted]
    said = [text[max(0, start - 1) : end].lower() for start, end in others]  # "; năm trước ngày ..."
    apart = all(any(each.search(clause) for each in periods) for clause in said)
    return mine[0] if apart else None


def clauses(text: str) -> list[Stretch]:
    """Return the clauses of a text that semicolons and full stops part."""
    ends = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(ends) if text[start:end].strip()]


def _days(unit: EvidenceUnit, start: int, end: int) -> bool:
    return any(start <= value.start < end for value in unit.of(Attribute.WHEN))


def cut(unit: EvidenceUnit, start: int, end: int) -> EvidenceUnit:
    """Return a unit of which only [start, end) of its text is left, with the values in it."""
    said = unit.text.text[start:end]
    start += len(said) - len(said.lstrip())
    end = start + len(said.strip(" ;,"))
    held = [value for value in unit.values if start <= value.start and value.end <= end]
    moved = tuple(replace(value, start=value.start - start, end=value.end - start) for value in held)
    return replace(unit, text=unit.text.slice(start, end), values=moved)
