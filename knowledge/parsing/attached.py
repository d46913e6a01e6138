"""A decision and the plan attached to it are two documents in one file: each is read by itself.

What is attached mostly stands below the decision's signature, but also between its last article and its recipients, or
between these and its signature: then that end is the decision's all the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import RawDocument
from knowledge.parsing.cells import gather
from knowledge.parsing.layout import begins_annex, is_type_line, lay_out, letterhead_above
from knowledge.parsing.lines import Line, read_lines
from knowledge.parsing.offices import is_motto
from knowledge.parsing.shapes import is_caps, is_person
from knowledge.parsing.signs import looks_like_a_plan
from knowledge.parsing.tail import tail_of

_AT_LEAST = 6  # lines of a document
_Run = tuple[int, int]


def documents_of(raw: RawDocument) -> tuple[RawDocument, ...]:
    """Return the documents that a file's text holds: one, or a document and those attached to it.

    An attached one is "stem#2", "stem#3", ... (see `Plan.attached_to`); annexes and forms belong to the document that
    they stand in. Its text is its part of the file, or its parts one after another, its offsets and sha256 are those of
    that text; pages keep their numbers, so those before it begin at offsets below zero.
    """
    lines = gather(read_lines(raw.text))
    attached = list(_attached(lines)) if looks_like_a_plan(lines) else []
    if not attached:
        return (raw,)
    ends = [*(start for start, _, _ in attached[1:]), len(lines)]
    runs = [(start, end) for (start, _, _), end in zip(attached, ends, strict=True)]
    low, high = _end_of_first(lines, attached[0][0], *attached[-1][1:])
    at = [_start_of(raw.text, line) for line in lines] + [len(raw.text)]
    spans = [[(at[start], at[end])] for start, end in runs]
    first = [(0, at[runs[0][0]])]
    if low < high:
        last = runs[-1][0]
        spans[-1] = [(at[last], at[low]), *([(at[high], at[-1])] if high < len(lines) else [])]
        first.append((at[low], at[high]))
    return tuple(_part(raw, number, each) for number, each in enumerate([first, *spans], 1))


def _part(raw: RawDocument, number: int, spans: Sequence[_Run]) -> RawDocument:
    text = "".join(raw.text[start:end] for start, end in spans)
    name = raw.plan_id if number == 1 else f"{raw.plan_id}#{number}"
    starts = tuple(_moved(at, spans) for at in raw.page_starts)
    return replace(raw, plan_id=name, text=text, sha256=part_digest(raw.sha256, number, text), page_starts=starts)


def _moved(at: int, spans: Sequence[_Run]) -> int:
    """Return where an offset of the file is in the text of its spans; of what lies between two, where they meet."""
    inside = sum(min(at, end) - start for start, end in spans if start < at)
    before, after = min(0, at - spans[0][0]), max(0, at - spans[-1][1])
    return inside + before + after


def part_digest(file: str, number: int, text: str) -> str:
    """Return what tells a document of a file with several from others. file: the file's sha256; number: from 1."""
    return hashlib.sha256(f"{file} {number} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def _attached(lines: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """Yield where each attached document begins, where its type stands, a type in capitals with a document below it,
    and where it ends or its first annex begins."""
    for run in lay_out(lines).attachments:
        first = run[0]
        typed = is_type_line(first.string) and is_caps(first.string) and not first.cells
        if typed and len(run) >= _AT_LEAST and looks_like_a_plan(run):
            at = next(i for i, line in enumerate(lines) if line is first)
            annex = next((i for i in range(at, len(lines)) if begins_annex(lines[i].string)), len(lines))
            yield letterhead_above(lines, at), at, annex


def _end_of_first(lines: Sequence[Line], first: int, last: int, end: int) -> _Run:
    """Return the lines below the attached ones that end the first document: its signature, its recipients, or both.

    They are its own where it has none above what is attached, and that has no such end of its own. first: where what
    is attached begins; last: the type of its last one; end: of this without annexes. What stands below a motto is of a
    form.
    """
    above = lay_out(lines[:first])
    signed = any(is_person(line.string) for line in above.signature)
    cut, recipients, signature = tail_of(lines, last + 1, end)
    named = any(is_person(line.string) for line in lines[slice(*signature)])
    if (signed and above.recipients) or (above.recipients and recipients[1]) or (signed and named):
        return end, end
    form = any(is_motto(line.string) for line in lines[last + 1 : cut])
    if form or (not named and not (signed and recipients[1])):
        return end, end
    return cut, max(recipients[1], signature[1])


def _start_of(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.text.runs[0][2]) + 1
