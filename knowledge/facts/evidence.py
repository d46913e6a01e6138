"""Plan -> evidence units: every sentence, list item, list, table row, note and header field that can be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from knowledge.model.documents import Plan, Section, SectionKind
from knowledge.model.evidence import Attribute, EvidenceUnit, UnitKind, Value
from knowledge.parsing.passages import title_of
from knowledge.parsing.sentences import clauses, lead_of, sentences
from knowledge.patterns import later
from knowledge.text import EMPTY, MappedText, clean, join

LONG = 420
"""Characters from which a sentence is cut at its semicolons."""
_FORM = later(r"(?:Mẫu|Biểu mẫu|Biểu|Phụ lục)\s*(?:số\s*)?\w", re.IGNORECASE)
_TITLE = 28  # characters of a title that is run in with its text
_LABEL = 60  # characters of a label before a paragraph
_STOPS = later(r'[;?!“”"]|\.\s')  # what no label has
_LISTED = 1_600  # characters of a list's items that count for matching
_FIELDS = ("number", "date", "place", "doc_type", "title", "issuer", "parent", "signer", "signer_role", "recipients")
_TOLD = {  # fields that say all of a formal part
    SectionKind.HEADER: {"title", "number", "date"},
    SectionKind.RECIPIENTS: {"recipients"},
    SectionKind.SIGNATURE: {"signer"},
}
_FORMAL = {SectionKind.HEADER, SectionKind.RECIPIENTS, SectionKind.SIGNATURE}


@dataclass
class _Builder:
    plan: Plan
    units: list[EvidenceUnit] = field(default_factory=list)

    def add(self, kind: UnitKind, section: str, heading: str, text: MappedText, **more: Any) -> None:
        from knowledge.facts.values import find_values, row_values  # not needed for units that are read already

        if not any(map(str.isalnum, text.text)):
            return
        ordinal = len(self.units)
        unit = EvidenceUnit(f"{self.plan.plan_id}@{ordinal}", self.plan.plan_id, ordinal, kind, section, heading, text)
        cells = more.pop("cells", ())
        values = row_values(text.text, cells) if cells else find_values(text.text)
        if _FORM.match(section) or _FORM.match(heading):
            values = (*values, Value(Attribute.TEMPLATE, text.text, 0, len(text.text)))
        self.units.append(replace(unit, values=values, **more))


def evidence_units(plan: Plan) -> tuple[EvidenceUnit, ...]:
    """Return the units of a plan in reading order: header fields first, then section by section."""
    builder = _Builder(plan)
    for name in _FIELDS:
        span = plan.header.spans.get(name)
        if span is not None:
            builder.add(
                UnitKind.FIELD,
                _place_of(name),
                "",
                clean(plan.source_text, span.start, span.end).collapse(),
                field=name,
            )
    told = {unit.field for unit in builder.units}
    for section in plan.sections:
        if section.kind not in _FORMAL or not _TOLD[section.kind] <= told:
            _walk(builder, section, ())
    return tuple(builder.units)


def _place_of(name: str) -> str:
    if name == "recipients":
        return "nơi nhận"
    return "chữ ký" if name.startswith("signer") else "tiêu đề"


def _walk(builder: _Builder, section: Section, above: tuple[str, ...], time: MappedText = EMPTY) -> None:
    """Add a section's units and those below it. time: the title over it that is a time and nothing else; what stands
    under it is quoted with it ("Thứ Hai (07/12): 14h00, Chủ tịch tiếp công dân")."""
    heading = " > ".join(above)
    own = title_of(section)
    kind = _kind(section)
    if section.children:
        _list(builder, section, heading)
    if section.body.text:
        if section.cells:
            cells = [(head, cell.text) for head, cell in section.cells]
            cells = [*([("Thời gian", time.text)] if time.text else []), *cells]
            builder.add(UnitKind.ROW, section.path, heading, _timed(time, section.body), cells=cells)
        label = ""
        for start, end in () if section.cells else _stretches(section.body):
            told = section.body.slice(start, end)
            own_label = _label_of(told.text)
            over = (*above, label) if label and not own_label else above
            builder.add(kind, section.path, " > ".join(over), _timed(time, told))
            label = own_label or label
    elif section.heading.text and not section.children:
        builder.add(kind, section.path, heading, section.heading)
    title = section.heading if section.heading.text else section.body
    below = title.strip(" .:;,-–") if section.children and _is_a_time(title.text) else EMPTY
    for child in section.children:
        _walk(builder, child, (*above, *own), below)


def _label_of(text: str) -> str:
    """Return what a paragraph begins with that names the whole of it: of "Đợt 1: Nhân dịp tết. Đúng 07h00 ..." the
    "Đợt 1", which the second sentence is on, too."""
    label, colon, _ = text.partition(": ")
    return label.strip(" -+*•") if colon and len(label) <= _LABEL and not _STOPS.search(label) else ""


def _is_a_time(text: str) -> bool:
    from knowledge.facts.dates import is_a_time  # not needed for units that are read already

    return is_a_time(text)


def _timed(time: MappedText, text: MappedText) -> MappedText:
    return join((time, text), ": ") if time.text else text


def _kind(section: Section) -> UnitKind:
    if section.kind in _FORMAL:
        return UnitKind.FIELD
    if section.kind is SectionKind.FOOTNOTE:
        return UnitKind.NOTE
    short = len(section.body.text) <= LONG
    return UnitKind.ITEM if section.kind in (SectionKind.ITEM, SectionKind.BULLET) and short else UnitKind.SENTENCE


def _list(builder: _Builder, section: Section, heading: str) -> None:
    """Add a heading or lead together with what stands under it."""
    items = tuple((child.path, _head_of(child)) for child in section.children)
    items = tuple((path, text) for path, text in items if text.text)
    lead = section.heading if section.heading.text else lead_of(section.body)
    if len(items) > 1 or (items and section.heading.text):
        builder.add(UnitKind.LIST, section.path, heading, lead if lead.text else items[0][1], items=items)


def _head_of(section: Section) -> MappedText:
    return section.heading if section.heading.text else section.body


def _stretches(text: MappedText) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, a title run in with what follows; a long one in pieces that end at semicolons."""
    for start, end in _with_titles(sentences(text)):
        if end - start <= LONG:
            yield start, end
            continue
        yield from _packed([(start + a, start + b) for a, b in clauses(text.slice(start, end))])


def _with_titles(ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join a sentence too short to say anything ("Mục đích.") with the next one."""
    begun: int | None = None
    for at, (start, end) in enumerate(ranges):
        first = start if begun is None else begun
        if end - first < _TITLE and at + 1 < len(ranges):
            begun = first
            continue
        begun = None
        yield first, end


def _packed(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    packed: list[tuple[int, int]] = []
    for start, end in ranges:
        if packed and end - packed[-1][0] <= LONG:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


def listed(unit: EvidenceUnit) -> str:
    """Return the words of a list's items, as far as they count for matching."""
    return " ".join(text.text for _, text in unit.items)[:_LISTED]
