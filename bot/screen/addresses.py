"""Addresses. `/p/PLAN#II.A.5` opens a section; `?trich=` marks words of the text that `?ban=` was made from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from knowledge.model import Citation, Plan

MOST_SPANS = 60
VERSION_CHARS = 8
_SPANS = re.compile(r"\d{1,9}-\d{1,9}(?:\.\d{1,9}-\d{1,9})*")

Spans = tuple[tuple[int, int], ...]


def anchor(path: str) -> str:
    """Return a section's path as the part of an address after "#": without white space, else as printed."""
    return "_".join(path.split())


def plan_address(plan_id: str) -> str:
    """Return the address of a plan's page."""
    return f"/p/{quote(plan_id, safe='')}"


def section_address(plan_id: str, path: str) -> str:
    """Return the address of a section, valid as long as the plan numbers it so."""
    return f"{plan_address(plan_id)}#{quote(anchor(path))}"


def version_of(plan: Plan) -> str:
    """Return what stands for a plan's text: another text, another version."""
    return hashlib.sha256(plan.source_text.encode()).hexdigest()[:VERSION_CHARS]


def quote_address(plan: Plan, citations: Sequence[Citation]) -> str:
    """Return the address of words in their place, marked."""
    spans = ".".join(f"{cited.start}-{cited.end}" for cited in citations[:MOST_SPANS])
    return f"{plan_address(plan.plan_id)}?{urlencode({'trich': spans, 'ban': version_of(plan)})}#trich-1"


def page_address(plan: Plan, page: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return the address of the picture of a page, from 1, with the words in these spans framed."""
    marked = ".".join(f"{start}-{end}" for start, end in spans[:MOST_SPANS])
    return f"{plan_address(plan.plan_id)}/trang/{page}?{urlencode({'trich': marked, 'ban': version_of(plan)})}"


def spans_of(written: str) -> Spans:
    """Return the source spans that `?trich=` names, () for anything else."""
    if not _SPANS.fullmatch(written):
        return ()
    pairs = [tuple(map(int, pair.split("-"))) for pair in written.split(".")[:MOST_SPANS]]
    return tuple(dict.fromkeys((start, end) for start, end in pairs if start < end))
