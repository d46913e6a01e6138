"""A decision and the plan attached to it are two documents in one file: each is read by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from knowledge.model import RawDocument
from knowledge.parsing.cells import gather
from knowledge.parsing.layout import is_type_line, lay_out, letterhead_above
from knowledge.parsing.lines import Line, read_lines
from knowledge.parsing.shapes import is_caps
from knowledge.parsing.signs import looks_like_a_plan

_AT_LEAST = 6  # lines of a document


def documents_of(raw: RawDocument) -> tuple[RawDocument, ...]:
    """Return the documents that a file's text holds: one, or a document and those attached to it.

    An attached one is "stem#2", "stem#3", ... (see `Plan.attached_to`); annexes and forms belong to the document that
    they stand in. Its text is its part of the file, its offsets and sha256 are those of that text; pages keep their
    numbers, so those before it begin at offsets below zero.
    """
    starts = [0, *_starts(raw.text)]
    if len(starts) == 1:
        return (raw,)
    ends = [*starts[1:], len(raw.text)]
    return tuple(_part(raw, number, *span) for number, span in enumerate(zip(starts, ends, strict=True), 1))


def _part(raw: RawDocument, number: int, start: int, end: int) -> RawDocument:
    text = raw.text[start:end]
    name = raw.plan_id if number == 1 else f"{raw.plan_id}#{number}"
    starts = tuple(at - start for at in raw.page_starts)
    return replace(raw, plan_id=name, text=text, sha256=part_digest(raw.sha256, number, text), page_starts=starts)


def part_digest(file: str, number: int, text: str) -> str:
    """Return what tells a document of a file with several from others. file: the file's sha256; number: from 1."""
    return hashlib.sha256(f"{file} {number} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def _starts(text: str) -> Iterator[int]:
    """Where each attached document begins: at a type in capitals on a line of its own, with a document below it."""
    lines = gather(read_lines(text))
    if not looks_like_a_plan(lines):
        return
    for run in lay_out(lines).attachments:
        first = run[0]
        typed = is_type_line(first.string) and is_caps(first.string) and not first.cells
        if typed and len(run) >= _AT_LEAST and looks_like_a_plan(run):
            at = next(i for i, line in enumerate(lines) if line is first)
            yield _start_of(text, lines[letterhead_above(lines, at)])


def _start_of(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.text.runs[0][2]) + 1
