"""Dataclasses -> the JSON objects of `python -m knowledge`; null where the document is silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from knowledge.model import (
    Amended,
    Answer,
    Citation,
    CitedDocument,
    Corrected,
    Deadline,
    Header,
    Period,
    Plan,
    Section,
    SectionKind,
)

_TITLE_LENGTH = 120

Json = dict[str, Any]


PageOf = Callable[[str, int], int | None]
"""Takes a plan id and a position in its source; returns the page from 1, None for a kind without pages."""


def _no_pages(_plan_id: str, _start: int) -> int | None:
    return None


def answer_json(answer: Answer, question_id: str | None, milliseconds: float, page_of: PageOf = _no_pages) -> Json:
    """Return an answer as a line of `ask --batch`."""
    return {
        "id": question_id,
        "status": answer.status.value,
        "text": answer.text,
        "citations": [citation_json(citation, page_of) for citation in answer.citations],
        "ms": round(milliseconds, 1),
    }


def citation_json(citation: Citation, page_of: PageOf = _no_pages) -> Json:
    """Return a quote with its place; "page" only where the document has pages."""
    page = page_of(citation.plan_id, citation.start)
    return {
        "plan": citation.plan_id,
        "number": citation.number,
        "section": citation.section,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        **({"page": page} if page else {}),
    }


def _place(citation: Citation | None, page_of: PageOf) -> Json:
    """Return where the words of a line stand, nulls without a proof; "page" only where the document has pages."""
    if citation is None:
        return {"quote": None, "start": None, "end": None}
    found = citation_json(citation, page_of)
    return {key: found[key] for key in ("quote", "start", "end", "page") if key in found}


def plan_json(plan: Plan, today: date) -> Json:
    """Return a plan's header, outline and validity on `today` as a line of `plans --json`."""
    header = plan.header

    def page_of(_plan_id: str, start: int) -> int | None:
        return plan.page_of(start)

    return {
        "plan": plan.plan_id,
        "issuer": header.issuer,
        "parent": header.parent,
        "number": header.number,
        "date": _iso(header.date),
        "place": header.place,
        "doc_type": header.doc_type,
        "title": header.title,
        "period": period_text(header.period),
        "signer": header.signer,
        "signer_role": header.signer_role,
        "signed_for": header.signed_for,
        "recipients": list(header.recipients) or None,
        "legal_basis": [_cited_json(cited, page_of) for cited in header.legal_basis] or None,
        "outline": outline(plan),
        "validity": validity_json(_in_force(header), today),
        "attached_to": plan.attached_to,
        **({"corrected": {name: _mark(was) for name, was in header.corrected.items()}} if header.corrected else {}),
        **({"amended": [_amended_json(plan, each) for each in plan.amended]} if plan.amended else {}),
    }


def outline(plan: Plan) -> list[Json]:
    """Return the numbered items, depth first, each under its full path ("II.A.5")."""
    items = (section for section in plan.walk() if section.kind is SectionKind.ITEM and section.number)
    return [{"number": section.path, "title": _title(section)} for section in items]


def deadline_json(deadline: Deadline, page_of: PageOf = _no_pages) -> Json:
    """Return a duty as a line of `deadlines --json`; undated duties have null dates."""
    return {
        "plan": deadline.plan_id,
        "section": deadline.section,
        "who": deadline.who,
        "what": deadline.what,
        "to": deadline.to,
        "via": deadline.via,
        "channel": deadline.channel,
        "format": deadline.format,
        "folded_into": deadline.folded_into,
        "recurrence": deadline.recurrence,
        "period": deadline.period,
        "comparator": deadline.comparator,
        "day": deadline.day,
        "month": deadline.month,
        "year": deadline.year,
        "inferred_year": deadline.inferred_year,
        "time": deadline.time,
        "until": _iso(deadline.until),
        "within": deadline.within,
        "exception": deadline.exception,
        **_place(_proof(deadline), page_of),
        **({"corrected": _mark(deadline.corrected)} if deadline.corrected else {}),
    }


def _amended_json(plan: Plan, each: Amended) -> Json:
    words = plan.source_text[each.start : each.end]
    return {**_mark(each.was), "words": words, "start": each.start, "end": each.end}


def _mark(was: Corrected) -> Json:
    """Return that a value is an administrator's, since when, and what was read from the text instead."""
    return {"number": was.number, "on": _iso(was.on), "written": was.written}


def _proof(deadline: Deadline) -> Citation | None:
    """The quote that holds the time, where a page's end parted the sentence; else the first."""
    words = (deadline.stated or "").split()
    timed = (cited for cited in deadline.citations if words and " ".join(words) in " ".join(cited.quote.split()))
    return next(timed, deadline.citations[0] if deadline.citations else None)


def _in_force(header: Header) -> Period | None:
    """The period of the title, or from the day on which the document takes effect."""
    return header.period or (Period(header.effective, None) if header.effective else None)


def period_text(period: Period | None) -> str | None:
    """Return a period as "2023", "2018-2020", or ISO dates joined by "/" when it isn't whole years."""
    if period is None or (period.start is None and period.end is None):
        return None
    start, end = period.start, period.end
    if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
    return f"{_iso(start) or '..'}/{_iso(end) or '..'}"


def validity_json(period: Period | None, today: date) -> Json:
    """Return the period's days and whether it is "past", "current", "future" or "unknown" on `today`."""
    start, end = (period.start, period.end) if period else (None, None)
    if start is None and end is None:
        status = "unknown"
    elif end is not None and end < today:
        status = "past"
    elif start is not None and start > today:
        status = "future"
    else:
        status = "current"
    return {"from": _iso(start), "until": _iso(end), "status": status, "on": _iso(today)}


def _cited_json(cited: CitedDocument, page_of: PageOf) -> Json:
    proof = next(iter(cited.citations), None)
    return {
        "kind": cited.kind,
        "number": cited.number,
        "date": cited.date,
        "issuer": cited.issuer,
        "subject": cited.subject,
        "section": proof.section if proof else None,
        **_place(proof, page_of),
    }


def _title(section: Section) -> str | None:
    """Return an item's heading, or else its first words, cut between words."""
    if section.heading.text:
        return section.heading.text
    text = section.body.text
    if len(text) <= _TITLE_LENGTH:
        return text or None
    return text[: _TITLE_LENGTH + 1].rsplit(" ", 1)[0]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
