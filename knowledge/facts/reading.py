"""A plan as the facts read it: texts with their context, cut into sentences and clauses.

A `Unit` is one heading or body together with the sections above it; `Clause` is what stands between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.facts.lexicon import HOST
from knowledge.model import Citation, Plan, Section, SectionKind
from knowledge.patterns import later
from knowledge.text import MappedText

_SILENT = {SectionKind.HEADER, SectionKind.OPENING, SectionKind.RECIPIENTS, SectionKind.SIGNATURE}
_SENTENCE_END = later(r"(?<=[.!?…])[\s”\"’)]*\s+(?=(?:[-–+•]\s+)?[“\"(]?[A-ZÀ-ỸĐ0-9])")
# "TP. Hồ Chí Minh", "Q. 1", "ThS. Nguyễn": a full stop that ends no sentence.
_ABBREVIATION = later(r"(?:^|[\s(])(?:TP|Tp|Q|P|TX|TT|ThS|TS|PGS|GS|BS|Đ/c|đ/c|Mr|No|St|[A-ZĐ])\.$")
_SHORT = 12  # characters that hold any abbreviation and what stands before it
_LONGEST = 3000  # characters read at once; a longer paragraph is cut where a sentence or clause ends
_CLAUSE_END = later(r";\s*")
# Blanks to be filled in by hand: "ngày….. tháng…..", "(1)........", "ngày ___".
_BLANK = later(r"(?:…\s?){2,}|\.{4,}|…\.+|\.{2,}…|_{3,}|(?:ngày|tháng|năm|số)\s?(?:…|\.{2,})", re.IGNORECASE)
_EXAMPLE = later(r"[\W_]*(?:Ví dụ|VD)(?!\w)", re.IGNORECASE)
_TEMPLATE_HEADING = later(r"^(?:Mẫu|Biểu mẫu|Biểu)\s*(?:số)?\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A text of the plan: section; text: its heading or body; above: the sections over it, outermost first;
    hosts: those beside it that label who does it ("Cơ quan thực hiện: ..."); head: of a table's cell, the head of
    its column, None for other texts; in_template: it stands in a form ("Mẫu số 01/HNCT") or gives an
    example."""

    section: Section
    text: MappedText
    above: tuple[Section, ...]
    hosts: tuple[Section, ...]
    head: str | None = None
    in_template: bool = False

    @property
    def path(self) -> str:
        """The section path a citation names."""
        return self.section.path


@dataclass(frozen=True, slots=True)
class Clause:
    """Clean [start, end) of a unit's text; sentence: the range of the sentence around it."""

    start: int
    end: int
    sentence: tuple[int, int]


def units(plan: Plan, kinds: frozenset[SectionKind] | None = None) -> Iterator[Unit]:
    """Yield headings and bodies that may hold facts, in reading order, a table's row cell by cell: no header,
    opening, recipients or signature."""
    yield from (unit for unit in _every(plan) if kinds is None or unit.section.kind in kinds)


_last: list[tuple[Plan, tuple[Unit, ...]]] = []  # the plan that is being read: each finder of facts asks for its units


def _every(plan: Plan) -> tuple[Unit, ...]:
    kept = next((units for known, units in _last if known is plan), None)
    if kept is None:
        kept = tuple(_read_units(plan))
        _last[:] = [(plan, kept)]
    return kept


def _read_units(plan: Plan) -> Iterator[Unit]:
    for section, above, hosts, form in _walk(plan.sections, ()):
        if section.kind in _SILENT:
            continue
        for head, cell in section.cells:
            yield Unit(section, cell, above, hosts, head, form)
        for whole in (section.heading, section.body) if not section.cells else ():
            for text in _parts(whole):
                if text.text.strip():
                    yield Unit(section, text, above, hosts, None, form or _EXAMPLE.match(text.text) is not None)


def _parts(text: MappedText) -> Iterator[MappedText]:
    """A text, in parts of at most `_LONGEST` characters, so that the time of reading grows with the length alone."""
    start = 0
    while len(text.text) - start > _LONGEST:
        limit = start + _LONGEST
        ends = (text.text.rfind(mark, start + _LONGEST // 2, limit) for mark in (". ", "; ", ", ", " "))
        end = next((at + 1 for at in ends if at >= 0), limit)
        yield text.slice(start, end)
        start = end
    yield text.slice(start, len(text.text)) if start else text


def _hosts_of(place: int, hosts: list[int]) -> list[int]:
    """Return which labels of who does it are of a section, by place among its neighbours: the only one, else the next
    one, or the one before where the labels lead."""
    if len(hosts) < 2:
        return hosts
    return [host for host in hosts if host <= place][-1:] if hosts[0] == 0 else [h for h in hosts if h >= place][:1]


def _walk(
    sections: tuple[Section, ...], above: tuple[Section, ...], in_template: bool = False
) -> Iterator[tuple[Section, tuple[Section, ...], tuple[Section, ...], bool]]:
    at = [place for place, section in enumerate(sections) if HOST.match(section.body.text or section.heading.text)]
    for place, section in enumerate(sections):
        hosts = tuple(sections[host] for host in _hosts_of(place, at))
        form = in_template or _TEMPLATE_HEADING.match(section.heading.text or section.body.text) is not None
        yield section, above, hosts, form
        yield from _walk(section.children, (*above, section), form)


@lru_cache(2048)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of a clean text."""
    cuts = [0]
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(cuts[-1], match.start() - _SHORT) : match.start()]):
            cuts.append(match.end())
    cuts.append(len(text))
    return tuple((a, b) for a, b in pairwise(cuts) if text[a:b].strip())


@lru_cache(2048)
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a clean text: sentences cut at semicolons outside brackets and quotes."""
    found: list[Clause] = []
    for start, end in sentences(text):
        at = start
        for match in _CLAUSE_END.finditer(text, start, end):
            if _balanced(text[at : match.start()]):
                if text[at : match.start()].strip():
                    found.append(Clause(at, match.start(), (start, end)))
                at = match.end()
        if text[at:end].strip():
            found.append(Clause(at, end, (start, end)))
    return tuple(found)


def _balanced(text: str) -> bool:
    return text.count("(") <= text.count(")") and text.count("“") <= text.count("”")


def is_blank(text: str) -> bool:
    """Tell whether a text has blanks to be filled in by hand."""
    return ("…" in text or ".." in text or "__" in text) and _BLANK.search(text) is not None


def cite(plan: Plan, unit: Unit, start: int, end: int) -> tuple[Citation, ...]:
    """Cite clean [start, end) of the unit without surrounding space and separators."""
    text = unit.text.text
    while start < end and text[start] in " \t;,":
        start += 1
    while end > start and text[end - 1] in " \t;,":
        end -= 1
    return plan.cite(unit.path, unit.text, start, end)
