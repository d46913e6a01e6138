"""By what corrections find their document: its issuer, number and year, or its text; and as earlier code named it.

Code that reads more of a letterhead gives an issuer a longer name, and corrections that were kept before know the
shorter one. They find their document by the names that stand on the lines of its own letterhead; since two units may
share such a line ("BAN THƯỜNG TRỰC"), only where the correction was made for the plan of that name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from knowledge.model import Plan
from knowledge.patterns import later
from knowledge.text import fold

if TYPE_CHECKING:
    from knowledge.corrections import Correction

_FEW_LINES = 8  # of a letterhead
_COLUMNS = later(r"\s{3,}|\t|\|")
_EDGES = " .,-–_*:#"
_WORD = later(r"\w+")


def digest(text: str) -> str:
    """Return what tells a text from others, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identity_of(plan: Plan) -> tuple[str, ...]:
    """Return the digests by which corrections find a plan as it was read: of the document, of its text, and of the
    document under the names that its letterhead has for its issuer."""
    header, text = plan.header, digest(plan.as_read()[0])
    if not (header.issuer and header.number):
        return text, text
    named = [_of_document(name, plan) for name in (header.issuer, *issuers_written(plan))]
    return named[0], text, *dict.fromkeys(each for each in named[1:] if each != named[0])


def belongs(made: Correction, plan_id: str, identity: Collection[str]) -> bool:
    """Tell whether a correction is of the document with this identity."""
    document, text, *earlier = identity
    if made.document == document or made.text == text or made.document == text:
        return True
    return made.document in earlier and (made.what == plan_id or made.what.startswith(f"{plan_id} "))


def issuers_written(plan: Plan) -> tuple[str, ...]:
    """Return the words of a plan's letterhead, of one line or of some, that name its issuer or a part of it."""
    return tuple(dict.fromkeys(_written(plan)))


def _written(plan: Plan) -> Iterator[str]:
    source, spans = plan.source_text, plan.header.spans
    if span := spans.get("issuer"):
        yield " ".join(source[span.start : span.end].split())
    end = spans["number"].start if "number" in spans else len(source)
    lines = [" ".join(_COLUMNS.split(line.strip())[0].split()) for line in source[:end].splitlines() if line.strip()]
    lines = lines[:_FEW_LINES]
    known = set(_WORD.findall(fold(plan.header.issuer or "")))
    for start, stop in combinations(range(len(lines) + 1), 2):
        words = " ".join(lines[start:stop]).strip(_EDGES)
        if words and known.issuperset(_WORD.findall(fold(words))):
            yield words


def _of_document(issuer: str, plan: Plan) -> str:
    year = str(plan.header.date.year) if plan.header.date else ""
    return digest("\n".join((fold(issuer), fold(plan.header.number or ""), year)))
