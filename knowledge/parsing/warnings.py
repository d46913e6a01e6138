"""What an operator should look at after a document was parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.model import Plan, Section, SectionKind
from knowledge.parsing.dates import impossible_dates
from knowledge.parsing.numbering import find_marker

_FIELDS = {
    "number": "no document number",
    "date": "no date of issue",
    "issuer": "no issuing body",
    "title": "no title",
    "signer": "no signer",
}


def find_warnings(plan: Plan) -> Iterator[str]:
    """Yield English warnings: missing header fields, numbering that jumps or repeats, notes without an anchor."""
    for name, words in _FIELDS.items():
        if getattr(plan.header, name) is None:
            yield words
    if not plan.header.recipients:
        yield "no recipients"
    if not any(section.kind is SectionKind.ITEM for section in plan.sections):
        yield "no numbered parts"
    yield from _numbering(plan.sections)
    for section in plan.walk():
        for words in impossible_dates(section.body.text):
            yield f"no such day: {words!r} in {section.path}"
    for note in plan.footnotes:
        if note.anchor is None:
            yield f"footnote {note.marker or '(unmarked)'} has no marker in the text: {note.body.text[:60]!r}"


def _numbering(sections: Sequence[Section]) -> Iterator[str]:
    previous = None
    for section in sections:
        numbered = section.number and section.kind is not SectionKind.TABLE_ROW
        marker = find_marker(f"{section.number}. x") if numbered else None
        if marker and previous and marker.style is previous.style and not 0 < marker.ordinal - previous.ordinal <= 1:
            yield f"numbering: {section.path} follows {previous.label}"
        previous = marker or previous
        yield from _numbering(section.children)
