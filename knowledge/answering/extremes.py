"""Which of several has the most or the least: from the numbers of one column of a table, or of one noun in clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from knowledge.answering.case import Case, quoted
from knowledge.answering.own import clauses, cut
from knowledge.answering.present import plain
from knowledge.answering.values import bounded
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, Language, UnitKind
from knowledge.patterns import later
from knowledge.text import fold, folded_words

FIRST, FEWEST = 5, 2
"""Best units from which the others are found; how many must be compared."""
_MORE, _LESS = r"(?:nhieu|cao|lon|dong)", r"(?:it|thap|nho)"
_ASKED = later(rf"\b((?:\w+ ){{1,3}})nao\b[^,;?]*\b({_MORE}|{_LESS})(?:\s+\w+){{0,8}}\s+(?:nhat|hon)\b")
_ONE = later(rf"\bnao\b[^,;?]*?\b(?:(?P<most>{_MORE})|(?P<least>{_LESS}))(?:\s+\w+){{0,8}}?\s+(?:nhat|hon)\b")
_BY_HOW_MUCH = later(r"\b(?:hon|chenh(?: lech| nhau)?)(?: la)? (?:bao nhieu|may)\b")
_FIGURE = later(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
_CELL = " · "


@dataclass(frozen=True, slots=True)
class _Counted:
    """A clause or row with its number, as written and as it is compared."""

    unit: EvidenceUnit
    number: float
    said: str


def told(case: Case) -> list[AnswerPart]:
    """Tell the one with the most or the least, or both, as they are asked; [] where they can't be told apart."""
    text = fold(case.probe.query.restored)
    asked = _ASKED.search(text)
    if asked is None or case.probe.query.language is Language.EN or case.asks("whether"):
        return []
    wanted = dict.fromkeys(match.lastgroup or "" for match in _ONE.finditer(text))
    held = _compared(case, asked[1].split())
    parts = [_extreme(case, held, name) for name in wanted]
    return [part for part in parts if part] if all(parts) else []


def _extreme(case: Case, held: list[_Counted], name: str) -> AnswerPart | None:
    choose: Callable[[list[float]], float] = max if name == "most" else min
    numbers = [each.number for each in held]
    if len(numbers) < FEWEST or numbers.count(choose(numbers)) > 1:
        return None
    one, words = held[numbers.index(choose(numbers))], case.desk.words.extreme
    lead = words[name].format(value=plain(one.said))
    if len(held) > FEWEST or not _BY_HOW_MUCH.search(fold(case.probe.query.restored)):
        return quoted(case, one.unit, lead)
    apart = f"{max(numbers) - min(numbers):g}".replace(".", ",")
    other = next(each.unit for each in held if each is not one)
    part = quoted(case, one.unit, f"{lead} {words['apart'].format(value=apart)}", other)
    return replace(part, derived=(*part.derived, apart))


def _compared(case: Case, subject: list[str]) -> list[_Counted]:
    """Return what states a number of the same things of each of those asked about, nearest to the best units."""
    said = frozenset(folded_words(case.probe.query.restored)) - set(subject)
    for each in case.decision.units[:FIRST]:
        beside = [unit for unit in case.shelf.units_of(each.unit.plan_id) if _above(unit) == _above(each.unit)]
        own = [unit for unit in beside if unit.section == each.unit.section]
        rows = [unit for unit in beside if unit.kind is UnitKind.ROW]
        for word in reversed(subject):
            found = _by_column(rows, said) if rows else _by_noun(own, said, word) or _by_noun(beside, said, word)
            if len(found) >= FEWEST and all(_is_on(one.unit, said | {word}) for one in found):
                return found
    return []


def _is_on(unit: EvidenceUnit, said: frozenset[str]) -> bool:
    """Tell whether a clause or row, with its headings, says all that a question does besides asking for the most."""
    return said - _ASKING <= set(folded_words(f"{unit.heading} {unit.text.text}"))


_ASKING = frozenset(
    folded_words(
        "nào nhất hơn ít nhiều cao thấp lớn nhỏ đông bao mấy là có được và thì còn số lượng cho hỏi chênh lệch nhau "
        "kém trong các những với so của ạ vậy thế"
    )
)


def _above(unit: EvidenceUnit) -> str:
    section = unit.section.partition(" (")[0]
    return section if unit.kind is UnitKind.ROW else section.rpartition(".")[0]


def _by_column(rows: list[EvidenceUnit], said: frozenset[str]) -> list[_Counted]:
    """Return the rows of a table with their numbers in the column whose head says most of the question."""
    cells = [dict(_cells(unit)) for unit in rows]
    numbered = [head for head in cells[0] if all(_FIGURE.fullmatch(row.get(head, "")) for row in cells)]
    fits = {head: len(said.intersection(folded_words(head))) for head in numbered}
    best = [head for head in fits if fits[head] and fits[head] == max(fits.values())]
    if len(best) != 1:
        return []
    return [
        _Counted(unit, _number(row[best[0]]), f"{row[best[0]]} – {next(iter(row.values()))}")
        for unit, row in zip(rows, cells, strict=True)
    ]


def _cells(unit: EvidenceUnit) -> Iterator[tuple[str, str]]:
    for cell in unit.text.text.split(_CELL):
        head, _, held = cell.partition(": ")
        yield head, held.strip()


def _by_noun(units: list[EvidenceUnit], said: frozenset[str], subject: str) -> list[_Counted]:
    """Return the clauses on "cụm 1", "cụm số 2" ..., where each states one number of the thing that the question
    names, and one clause alone does; else []."""
    label = re.compile(rf"\b{re.escape(subject)} (?:so |thu )?(\d+)")
    held = [cut(unit, *each) for unit in units if unit.kind is not UnitKind.LIST for each in clauses(unit.text.text)]
    labelled = {clause.text.text: (found[1], clause) for clause in held if (found := label.search(_plain(clause)))}
    counted: dict[str, _Counted] = {}
    nouns = set[str]()
    for number, clause in labelled.values():
        for value in clause.of(Attribute.COUNT):
            figure, noun = _FIGURE.search(value.text), [word for word in folded_words(value.text) if word.isalpha()]
            if figure is None or not noun or not said.issuperset(noun):
                continue
            if number in counted:
                return []
            nouns.add(" ".join(noun))
            counted[number] = _Counted(clause, _number(figure[0]), bounded(clause, value))
    every = {number for number, _ in labelled.values()}
    whole = len(nouns) == 1 and len(counted) >= FEWEST and set(counted) == every
    return list(counted.values()) if whole else []


def _plain(unit: EvidenceUnit) -> str:
    return fold(unit.text.text)


def _number(figure: str) -> float:
    return float(figure.replace(".", "").replace(",", "."))
