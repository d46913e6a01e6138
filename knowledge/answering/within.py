"""Which rating or class a number falls into, by the bounds that clauses of one list, table or paragraph set."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from knowledge.answering.case import Case, lead_of, quoted
from knowledge.answering.own import clauses, cut
from knowledge.model import AnswerPart, EvidenceUnit, Language, UnitKind
from knowledge.patterns import later
from knowledge.text import fold, folded_words

FIRST, FEWEST = 5, 2
"""Best units of which one must be such a clause; clauses with bounds that make a scale."""
_FIGURE = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_CLASS = later(r"\b(?:loai|muc|hang|danh hieu|bac|nhom|danh gia)\b")
_ASKED = later(rf"({_FIGURE})\s*(%|[a-z]+)")
_BOUNDS = later(
    rf"(?P<from>\b(?:tu|dat)\s+|>=?\s*)?(?P<low>{_FIGURE})\s*(?P<noun>%|[a-z]+)?\s*(?:\bden|[-–])\s*"
    rf"(?P<under>\bduoi\s+|\bcan\s+)?(?P<high>{_FIGURE})"
    rf"|(?P<below>\b(?:duoi|chua dat|chua du)\s+|<\s*)(?P<most>{_FIGURE})"
    rf"|(?P<above>\btren\s+|>(?!=)\s*)?(?P<least>{_FIGURE})\s*(?P<of>%|[a-z]+)?(?P<up>\s+tro len)?"
)
_LEAST = later(r"(?:\b(?:tu|it nhat|toi thieu|dat)\s+|>=\s*)$")


def asks(case: Case) -> bool:
    """Tell whether it is asked, or claimed, into which class a number falls."""
    text = _said(case)
    named = case.asks("whether") or _CLASS.search(text) is not None
    return named and len(_ASKED.findall(text)) == 1


def told(case: Case) -> AnswerPart | None:
    """Quote the one clause whose bounds hold the number, and say whether it is the claimed class; None where no clause
    does, or several, or where it is claimed and no class is named."""
    if not asks(case):
        return None
    scale = _scale(case)
    found = _holding(case, scale)
    if len(found) != 1 or not case.asks("whether"):
        return quoted(case, found[0], lead_of(case, found[0])) if len(found) == 1 else None
    said, words = f" {' '.join(folded_words(_said(case)))} ", case.desk.words
    claimed = [unit for unit, _ in scale if (label := _label(unit)) and f" {label} " in said]
    if not claimed:
        return None
    return quoted(case, found[0], words.right if max(claimed, key=_length) == found[0] else words.wrong)


def _label(unit: EvidenceUnit) -> str:
    """Return what a clause calls its class, folded: "khá" of "Khá: từ 65 đến dưới 80 điểm" and the other way round."""
    sides = unit.text.text.split(":")
    return " ".join(next((words for side in sides if (words := folded_words(side)) and not _DIGIT.search(side)), ()))


_DIGIT = later(r"\d")


def _length(unit: EvidenceUnit) -> int:
    return len(_label(unit))


def holding(case: Case) -> list[EvidenceUnit]:
    """Return the clauses, as units, of the scale nearest to the question whose bounds hold its number."""
    return _holding(case, _scale(case))


def _holding(case: Case, scale: list[tuple[EvidenceUnit, Bounds]]) -> list[EvidenceUnit]:
    number, _ = _ASKED.findall(_said(case))[0]
    return [unit for unit, holds in scale if holds(_number(number))]


def _scale(case: Case) -> list[tuple[EvidenceUnit, Bounds]]:
    """Return the clauses of the scale nearest to the question, with their bounds."""
    _, noun = _ASKED.findall(_said(case))[0]
    for each in case.decision.units[:FIRST]:
        beside = case.shelf.units_of(each.unit.plan_id)
        for scale in (_above(each.unit), each.unit.section.partition(" (")[0]):
            inside = [unit for unit in beside if scale in (_above(unit), unit.section.partition(" (")[0])]
            bounded = list(_bounded(inside, noun))
            if len(bounded) >= FEWEST:
                return bounded
    return []


def _said(case: Case) -> str:
    query = case.probe.query
    return fold(" ".join(query.sought) if query.language is Language.EN else query.restored)


def _above(unit: EvidenceUnit) -> str:
    section = unit.section.partition(" (")[0]
    return section if unit.kind is UnitKind.ROW else section.rpartition(".")[0]


class Bounds:
    """Numbers from `least` on (or above it) to `most` (or below it)."""

    def __init__(self, least: float, most: float, *, above: bool = False, below: bool = False) -> None:
        self._least, self._most, self._above, self._below = least, most, above, below

    def __call__(self, number: float) -> bool:
        """Tell whether a number lies within."""
        low = number > self._least if self._above else number >= self._least
        return low and (number < self._most if self._below else number <= self._most)


def _bounded(units: Sequence[EvidenceUnit], noun: str) -> Iterator[tuple[EvidenceUnit, Bounds]]:
    """Yield the clauses that set bounds to a number of things, each once."""
    seen = set[str]()
    of_noun = any(re.search(rf"(?:\d\s*|\b){re.escape(noun)}(?!\w)", fold(unit.text.text)) for unit in units)
    for unit in units if of_noun else ():
        text = fold(unit.text.text)
        whole = unit.kind is UnitKind.ROW
        for start, end in [(0, len(text))] if whole else clauses(text):
            clause = text[start:end]
            if unit.kind is UnitKind.LIST or clause in seen or (bounds := _bounds(clause, noun)) is None:
                continue
            seen.add(clause)
            yield (unit if whole else cut(unit, start, end)), bounds


def _bounds(clause: str, noun: str) -> Bounds | None:
    """Return the bounds that a clause sets first; None where it sets none, or to another thing."""
    for match in _BOUNDS.finditer(clause):
        behind = clause[match.end() :].split()
        named = match["noun"] or match["of"] or (behind[0].strip(".,:;()") if behind else "")
        if named not in (noun, *_NO_NOUN):
            continue
        if match["low"]:
            return Bounds(_number(match["low"]), _number(match["high"]), below=bool(match["under"]))
        if match["most"]:
            return Bounds(-math.inf, _number(match["most"]), below=True)
        if match["above"] or match["up"] or _LEAST.search(clause[: match.start()]):
            return Bounds(_number(match["least"]), math.inf, above=bool(match["above"]))
    return None


_NO_NOUN = ("", "tro", "thi", "den", "xep", "duoc", "la", "dat", "loai", "·")


def _number(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", "."))
