"""Every document that a plan names, each once: same number and same date. The same symbol of another day is another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from knowledge.facts.reading import in_template, units
from knowledge.model import CitedDocument, Plan
from knowledge.parsing.references import find_references


def find_cited(plan: Plan) -> tuple[CitedDocument, ...]:
    """Return the legal basis, then the documents cited in the body, in reading order, without repetitions."""
    return merge((*plan.header.legal_basis, *_in_body(plan)))


def _in_body(plan: Plan) -> Iterable[CitedDocument]:
    for unit in units(plan):
        if in_template(unit):
            continue
        for reference in find_references(unit.text):
            yield reference.document(plan.cite(unit.path, unit.text, reference.start, reference.end))


def merge(documents: Iterable[CitedDocument]) -> tuple[CitedDocument, ...]:
    """Join mentions of one document; one without a date joins the only dated one of its number, else stays apart."""
    named = [(_name(document), document) for document in documents]
    dates: dict[str, set[str]] = {}
    for name, document in named:
        dates.setdefault(name, set()).update([document.date] if document.date else [])
    merged: dict[tuple[str, str | None], CitedDocument] = {}
    for name, document in named:
        date = document.date or (next(iter(dates[name])) if len(dates[name]) == 1 else None)
        known = merged.get((name, date))
        merged[(name, date)] = _join(known, document) if known else document
    return tuple(merged.values())


def _name(document: CitedDocument) -> str:
    number = document.number.upper() if document.number else ""
    return number or f"{document.kind} {document.subject or document.issuer or ''}".lower()


def _join(known: CitedDocument, again: CitedDocument) -> CitedDocument:
    return replace(
        known,
        date=known.date or again.date,
        issuer=known.issuer or again.issuer,
        subject=known.subject or again.subject,
        basis=known.basis or again.basis,
        citations=tuple(dict.fromkeys((*known.citations, *again.citations))),
    )
