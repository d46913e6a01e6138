"""The last look before an answer is sent: every quote, number and date must stand in the source at its span.

A value of an administrator counts as proved only where it is said to be theirs.
"""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.answering import corrected
from knowledge.errors import CitationError
from knowledge.model import Answer, AnswerPart, Citation, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold

_NUMBER = later(r"\d+")


def verify(answer: Answer, plans: Mapping[str, StoredPlan]) -> None:
    """Raise CitationError when a citation isn't its source's text or a number has no evidence."""
    for citation in answer.citations:
        verify_citation(citation, plans)
    for part in answer.parts:
        _verify_numbers(part, plans)


def verify_citation(citation: Citation, plans: Mapping[str, StoredPlan]) -> None:
    """Raise CitationError unless `source_text[start:end] == quote`, in a plan of the collection, not empty."""
    stored = plans.get(citation.plan_id)
    if stored is None:
        raise CitationError(f"citation of an unknown plan: {citation.plan_id}")
    if not citation.quote.strip() or stored.plan.source_text[citation.start : citation.end] != citation.quote:
        raise CitationError(f"quote is not the source at {citation.plan_id}[{citation.start}:{citation.end}]")


def _verify_numbers(part: AnswerPart, plans: Mapping[str, StoredPlan]) -> None:
    """Every number that a part states about a plan must stand in its citations, name it, or be marked as derived."""
    if part.plan_id is None and not part.citations:
        return
    stated = set(_numbers(" ".join((part.lead, *part.items))))
    evidence = [part.source, *part.derived]
    for citation in part.citations:
        evidence += [citation.quote, citation.section]
    if part.plan_id is not None:
        header = plans[part.plan_id].plan.header
        evidence += [header.number or "", header.title or ""]
    evidence += corrected.evidence(part, plans)
    missing = stated - set(_numbers(" ".join(evidence)))
    if missing:
        raise CitationError(f"numbers without evidence in an answer from {part.plan_id}: {sorted(missing)}")


def _numbers(text: str) -> list[str]:
    return [number.lstrip("0") or "0" for number in _NUMBER.findall(fold(text))]
