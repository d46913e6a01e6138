"""Signers of a joint paper beside each other: columns parted by runs of spaces, by tabs or by a table's bars; the
recipients may stand at their left.

Each column holds the office, then perhaps "(đã ký)", then the name. Where that isn't so the lines are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from knowledge.parsing.numbering import find_marker
from knowledge.parsing.offices import is_motto
from knowledge.parsing.posts import is_held_below, is_over_all, is_post, is_recipients_head, is_signed_note, signs_for
from knowledge.parsing.rows import Ranges
from knowledge.parsing.shapes import is_mostly_caps, is_person
from knowledge.text import fold

_PART = re.compile(r"\S(?:[^\s]| {1,2}(?=\S))*")
_MARKUP = " *_\t"
_INDENT = 4  # characters by which a line of the recipients may stand further right than their head
_LINE_END = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MOST_BLANK, _MOST_LINES, _LONGEST = 6, 12, 90
_MOST_BESIDE = 40  # lines of recipients
_MOST_SIGNERS = 6

Place = tuple[int, int, int]
"""A line, and the half-open range of it."""


@dataclass(frozen=True, slots=True)
class Abreast:
    """Lines [its key, end) of a document that hold signers beside each other. columns: the places of each signer's
    lines, in order; beside: those of what else stands there (the recipients)."""

    end: int
    columns: tuple[tuple[Place, ...], ...]
    beside: tuple[Place, ...] = ()


@dataclass(slots=True)
class _Part:
    """A piece of a line. at: its middle, in characters or in tabs."""

    place: Place
    text: str
    at: float


@dataclass(slots=True)
class _Column:
    parts: list[_Part] = field(default_factory=list)

    def is_signed(self) -> bool:
        """Tell whether the column is a signer: offices, at most a note, one name, at most what else the person is."""
        texts = [part.text for part in self.parts if not is_signed_note(part.text)]
        at = next((i for i, text in enumerate(texts) if _is_name(text)), 0)
        named = at > 0 and all(_is_office(text) for text in texts[:at])
        known = any(signs_for(text) or is_post(text) for text in texts[:at])
        noted = len(texts) < len(self.parts)
        return named and (known or noted) and all(is_held_below(text) for text in texts[at + 1 :])


def find_abreast(texts: Sequence[str], rows: Mapping[int, Ranges]) -> dict[int, Abreast]:
    """Return the signers beside each other, by the first line of their lines. rows: the lines that are tables' rows."""
    found: dict[int, Abreast] = {}
    at = 0
    while at < len(texts):
        block = _in_table(texts, rows, at) if at in rows else _spaced(texts, rows, at)
        if block:
            found[at] = block
        at = block.end if block else _end_of_run(rows, at)
    return found


def _end_of_run(rows: Mapping[int, Ranges], at: int) -> int:
    """The line after `at`, or after the table that begins there."""
    if at not in rows:
        return at + 1
    while at in rows:
        at += rows[at].lines
    return at


# -------------------------------------------------------------------------------------------- by spaces and tabs


def _spaced(texts: Sequence[str], rows: Mapping[int, Ranges], at: int) -> Abreast | None:
    """The signers whose first line is `at`: up to the line in which the last of them has a name, or in which the
    recipients at their left end."""
    left = _recipients_at(texts[at])
    if left is None and not _may_begin(texts[at]):
        return None
    lines: list[list[_Part]] = []
    beside: list[Place] = []
    end, blank, best = at, 0, None
    while end < len(texts) and len(lines) < _MOST_LINES and blank <= _MOST_BLANK and end not in rows:
        if len(beside) > _MOST_BESIDE:
            break
        parts = _parts(texts[end], end)
        if left is not None and parts and _is_indented(texts[end], parts[0], left):
            beside.append(parts.pop(0).place)
            blank = 0
        elif not parts:
            blank += 1
        end += 1
        if not parts:
            if best and beside:
                best = replace(best, end=max(best.end, beside[-1][0] + 1), beside=tuple(beside))
            continue
        if not all(_fits(part.text) or (best and is_held_below(part.text)) for part in parts):
            break
        blank = 0
        lines.append(parts)
        columns = _arranged(lines)
        if 2 <= len(columns) <= _MOST_SIGNERS and all(column.is_signed() for column in columns):
            places = tuple(tuple(part.place for part in column.parts) for column in columns)
            best = Abreast(end, places, tuple(beside))
        elif best:
            break
    return best


def _is_indented(text: str, first: _Part, left: int) -> bool:
    """Tell whether a line's first part belongs to the recipients that begin at `left`, to no signer below them."""
    return not _fits(first.text) and first.place[1] <= left + _INDENT and "\t" not in text[left : first.place[1]]


def _recipients_at(text: str) -> int | None:
    """Where "Nơi nhận:" stands at the head of a line; None in a line without."""
    first = next(iter(_parts(text, 0)), None) if "ận" in text else None
    return first.place[1] if first and is_recipients_head(first.text) else None


def _may_begin(text: str) -> bool:
    """Tell whether a line can be the first one of signers: capitals, in one column or in several."""
    parts = [match[0].strip(_MARKUP) for match in _PART.finditer(text)] if text.strip() else []
    return bool(parts) and all(_is_office(part) for part in parts) and not is_over_all(parts[0])


def _parts(text: str, line: int) -> list[_Part]:
    found = []
    for match in _PART.finditer(text):
        tabs = text.count("\t", 0, match.start())
        middle = float(tabs) if "\t" in text.strip() or tabs else (match.start() + match.end()) / 2
        if match[0].strip(_MARKUP):
            found.append(_Part((line, *match.span()), match[0].strip(_MARKUP), middle))
    return found


def _arranged(lines: Sequence[Sequence[_Part]]) -> list[_Column]:
    """Put parts under each other: those of a full line in order, of another to the nearest of the columns."""
    most = max(map(len, lines))
    full = [line for line in lines if len(line) == most]
    middles = [mean(line[k].at for line in full) for k in range(most)]
    columns = [_Column() for _ in range(most)]
    for line in lines:
        for k, part in enumerate(line):
            near = k if len(line) == most else min(range(most), key=lambda i: abs(middles[i] - part.at))
            columns[near].parts.append(part)
    return columns


# ------------------------------------------------------------------------------------------------- between bars


def _in_table(texts: Sequence[str], rows: Mapping[int, Ranges], at: int) -> Abreast | None:
    """The signers of the table that begins at `at`, when it holds nothing but them, or them and the recipients."""
    end = _end_of_run(rows, at)
    run = [(i, rows[i]) for i in range(at, end) if i in rows]
    width = max((len(row.cells) for _, row in run), default=0)
    if any(row.lines > 1 for _, row in run) or not 1 <= width <= _MOST_SIGNERS:
        return None
    columns = [_Column() for _ in range(width)]
    for i, row in run:
        for column, (start, stop) in zip(columns, row.cells, strict=False):
            column.parts.extend(_lines_of(texts[i], i, start, stop))
    filled = [column for column in columns if column.parts]
    received = [column for column in filled if is_recipients_head(column.parts[0].text)]
    signed = [column for column in filled if column not in received]
    if not signed or len(received) > 1 or not all(column.is_signed() for column in signed):
        return None
    if received and len(signed) == 1:
        return None  # as everywhere: the recipients at the left, one signer at the right
    beside = tuple(part.place for column in received for part in column.parts)
    return Abreast(end, tuple(tuple(part.place for part in column.parts) for column in signed), beside)


def _lines_of(text: str, line: int, start: int, stop: int) -> list[_Part]:
    """A cell's lines, which Markdown parts by <br>."""
    cuts = [(match.start(), match.end()) for match in _LINE_END.finditer(text, start, stop)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), stop]
    pieces = [(a, b, text[a:b].strip(_MARKUP)) for a, b in zip(starts, ends, strict=True)]
    return [_Part((line, a, b), words, 0.0) for a, b, words in pieces if words]


# ------------------------------------------------------------------------------------------------- what a part is


def _fits(text: str) -> bool:
    return is_signed_note(text) or _is_name(text) or _is_office(text)


def _is_name(text: str) -> bool:
    return is_person(text) and not is_held_below(text)


def _is_office(text: str) -> bool:
    """Tell whether a part is in capitals as offices above a name are: no motto, no numbered heading."""
    shown = is_mostly_caps(text) and len(text) <= _LONGEST and not is_motto(text) and not is_person(text)
    return shown and not text.endswith((":", ";", "./.")) and not find_marker(text) and "noi nhan" not in fold(text)
