"""A parsed plan as plain data, the way the expected files in `documents/` hold it."""

from __future__ import annotations

from typing import Any

from knowledge.model import CitedDocument, Plan, Section

_SHOWN = 60  # characters of a text at each end: enough to see where it begins and ends


def described(plan: Plan) -> dict[str, Any]:
    """Return header, outline, footnotes and warnings of `plan`."""
    return {
        "header": _header(plan),
        "legal_basis": [_document(document) for document in plan.header.legal_basis],
        "outline": [_section(section) for section in plan.walk()],
        "footnotes": [[note.marker, note.anchor, note.body.text] for note in plan.footnotes],
        "warnings": list(plan.warnings),
    }


def _header(plan: Plan) -> dict[str, Any]:
    header = plan.header
    names = ("issuer", "parent", "number", "place", "doc_type", "title", "signer", "signer_role", "signed_for")
    period = header.period
    return {
        **{name: getattr(header, name) for name in names},
        "date": header.date.isoformat() if header.date else None,
        "period": [str(period.start), str(period.end)] if period else None,
        "recipients": list(header.recipients),
    }


def _document(document: CitedDocument) -> list[str | None]:
    return [document.kind, document.number, document.date, document.issuer, document.subject]


def _section(section: Section) -> str:
    """One line: kind, path, heading, and the two ends of the text."""
    text = section.body.text
    shown = text if len(text) <= 2 * _SHOWN else f"{text[:_SHOWN]} … {text[-_SHOWN:]}"
    heading = f" «{section.heading.text}»" if section.heading.text else ""
    notes = f" [{', '.join(section.footnotes)}]" if section.footnotes else ""
    return f"{section.kind.value} {section.path}{heading}{' ' + shown if shown else ''}{notes}"
