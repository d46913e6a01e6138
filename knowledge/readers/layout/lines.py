"""Words in any order -> lines from the top, each cut where a wide gap parts two columns or cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from knowledge.readers.layout.model import Line, Segment, Word

_SAME_LINE = 0.35  # of the size: how far two baselines of one line may lie apart
_RAISED = 0.82  # a word smaller than this beside a line's own size may be raised
_WIDE_GAP = 1.6  # of the size
_WIDER = 2.4  # times the line's usual gap: a justified line has wide gaps everywhere
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_DIGITS = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_SPACE = (0.12, 0.25)  # of the size: a gap that is no space; before a closing sign, which is white at its left
_CLOSING = tuple(".,;:/)?!")
_DIGITS = re.compile(r"\d[\d,]*")
_SPACED_OUT = 4
_MARKER = re.compile(r"[-–—•●▪■◦‣○☐✓➢+*]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)/]?|\(?[A-Za-zđĐ][.)/]|\(?[IVXLC]{1,6}[.)/–-]")


def make_lines(words: Iterable[Word]) -> list[Line]:
    """Return the lines of a page or of a cell, in order."""
    rows = _with_raised(_rows(words))
    return [Line(tuple(_segments(sorted(row, key=lambda word: word.x0)))) for row in rows]


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Put words on common baselines together."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        row = rows[-1] if rows else None
        if row and word.y - row[-1].y <= _SAME_LINE * min(word.size, row[-1].size) and not _overlaps(row, word):
            row.append(word)
        else:
            rows.append([word])
    return rows


def _overlaps(row: Sequence[Word], word: Word) -> bool:
    """Tell whether a word stands over another of a row by more than half: then it belongs to a line of its own."""
    return any(
        abs(other.y - word.y) > 0.12 * word.size
        and min(other.x1, word.x1) - max(other.x0, word.x0) > 0.5 * min(other.x1 - other.x0, word.x1 - word.x0)
        for other in row
    )


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Put rows of small words that are raised or lowered beside a line's own words back into that line."""
    kept: list[list[Word]] = []
    for at, row in enumerate(rows):
        near = [other for other in (rows[at + 1 : at + 2] + kept[-1:]) if _carries(other, row)]
        if not near:
            kept.append(row)
            continue
        home = near[0]
        raised = median(word.y for word in home) > row[0].y
        home.extend(replace(word, text=_up(word.text) if raised else word.text) for word in row)
    return kept


def _carries(line: Sequence[Word], small: Sequence[Word]) -> bool:
    size, y = median(word.size for word in line), median(word.y for word in line)
    if any(word.size > _RAISED * size for word in small) or not -0.75 * size < small[0].y - y < 0.35 * size:
        return False
    return all(any(abs(word.x0 - other.x1) < 0.6 * size for other in line) for word in small)


def _up(text: str) -> str:
    return text.translate(SUPERSCRIPT) if _DIGITS.fullmatch(text) else text


def _segments(row: list[Word]) -> list[Segment]:
    row = _glue_raised(_together(row))
    size = median(word.size for word in row)
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(row)]
    usual = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    wide = max(_WIDE_GAP * size, _WIDER * usual if len(gaps) > 3 else 0.0)
    segments: list[list[Word]] = [[row[0]]]
    for gap, word in zip(gaps, row[1:], strict=True):
        if gap > wide and not (len(segments) == 1 and _is_marker(segments[0], gap, size)):
            segments.append([word])
        else:
            segments[-1].append(word)
    return [Segment(tuple(segment)) for segment in segments]


def _is_marker(words: Sequence[Word], gap: float, size: float) -> bool:
    """Tell whether words are an item's number or bullet, with a tab behind it."""
    return len(words) == 1 and gap < 5 * size and bool(_MARKER.fullmatch(words[0].text))


def _glue_raised(row: list[Word]) -> list[Word]:
    """A raised number stands at the word before it, without a space, and what follows without one, at the number:
    "15/1²/2026"."""
    out: list[Word] = []
    for word in row:
        gap = word.x0 - out[-1].x1 if out else word.size
        raised = bool(out) and word.text[:1] in _RAISED_DIGITS and gap < 0.35 * out[-1].size
        near = gap < _NO_SPACE[word.text[:1] in _CLOSING] * word.size
        follows = near and bool(out) and out[-1].glued and out[-1].text[-1:] in _RAISED_DIGITS
        out.append(replace(word, glued=True) if raised or follows else word)
    return out


def _together(row: list[Word]) -> list[Word]:
    """Join the letters of a heading that is spaced out: "K Ế  H O Ạ C H"."""
    out: list[Word] = []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and len(row[end].text) == 1 and row[end].text.isalpha():
            end += 1
        if end - at >= _SPACED_OUT:
            out.extend(_joined(row[at:end]))
        else:
            out.extend(row[at : max(end, at + 1)])
        at = max(end, at + 1)
    return out


def _joined(letters: Sequence[Word]) -> list[Word]:
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(letters)]
    usual = median(gaps)
    words: list[list[Word]] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > 1.6 * usual + 0.1 * letter.size:
            words.append([letter])
        else:
            words[-1].append(letter)
    return [replace(word[0], text="".join(letter.text for letter in word), x1=word[-1].x1) for word in words]
