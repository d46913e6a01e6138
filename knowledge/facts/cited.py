"""Every document that a plan names, each once: same number and same date. The same symbol of another day is another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.facts.reading import units
from knowledge.model import CitedDocument, Plan
from knowledge.parsing.references import find_references


def find_cited(plan: Plan) -> tuple[CitedDocument, ...]:
    """Return the legal basis, then the documents cited in the body, in reading order, without repetitions."""
    return merge((*plan.header.legal_basis, *_in_body(plan)))


def _in_body(plan: Plan) -> Iterable[CitedDocument]:
    for unit in units(plan):
        if unit.in_template:
            continue
        for reference in find_references(unit.text):
            yield reference.document(plan.cite(unit.path, unit.text, reference.start, reference.end))


def merge(documents: Iterable[CitedDocument]) -> tuple[CitedDocument, ...]:
    """Join mentions of one document; one without a date joins the only dated one of its number, else stays apart."""
    named = [(_name(document), document) for document in documents]
    dates: dict[str, set[str]] = {}
    for name, document in named:
        dates.setdefault(name, set()).update([document.date] if document.date else [])
    mentions: dict[tuple[str, str | None], list[CitedDocument]] = {}
    for name, document in named:
        date = document.date or (next(iter(dates[name])) if len(dates[name]) == 1 else None)
        mentions.setdefault((name, date), []).append(document)
    return tuple(map(_joined, mentions.values()))


def _name(document: CitedDocument) -> str:
    number = document.number.upper() if document.number else ""
    return number or f"{document.kind} {document.subject or document.issuer or ''}".lower()


def _joined(mentions: Sequence[CitedDocument]) -> CitedDocument:
    first = mentions[0]
    if len(mentions) == 1:
        return first
    return replace(
        first,
        date=next((each.date for each in mentions if each.date), None),
        issuer=next((each.issuer for each in mentions if each.issuer), None),
        subject=next((each.subject for each in mentions if each.subject), None),
        basis=any(each.basis for each in mentions),
        citations=tuple(dict.fromkeys(citation for each in mentions for citation in each.citations)),
    )
