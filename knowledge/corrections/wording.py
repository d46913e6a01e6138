"""Words that recognition was not sure of, and what an administrator says they are. Pure.

A plan is read with these words in its text, so that its outline, facts and passages are made of them and quotes hold
them; `Plan.amended` says whose they are. The file's own text stays in the catalog as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from knowledge.corrections import REMOVED, Correction, of_plan
from knowledge.corrections.identity import digest, identity_of
from knowledge.errors import CorrectionError
from knowledge.model import Amended, Corrected, Plan, RawDocument
from knowledge.patterns import later
from knowledge.text import changed

_PLACE = "words "
_LONGEST = 600
_ALIKE = 80.0  # per cent of likeness from which a stretch of a page is a line that was mended after it was doubted
_UNSURE = later(r"page (\d+), (\d+) % sure: “(.*)”")
_BAR = "|"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that was read doubtfully. place: as corrections name it; warning: that tells it; page: from 1; sure: in
    percent; start, end: in the plan's source text; words: what stands there, "" where there is nothing any more; was:
    what was read, where the words are an administrator's."""

    place: str
    warning: str
    page: int
    sure: int
    start: int
    end: int
    words: str
    was: Corrected | None = None


def shown(words: str) -> str:
    """Return words for people on one line: columns that stand apart in it with a bar between."""
    return " ".join(words.replace("*", "").replace("\t", f" {_BAR} ").split())


def is_wording(place: str) -> bool:
    """Tell whether a place is of words."""
    return place.startswith(_PLACE)


def of_words(kept: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections of words."""
    return tuple(each for each in kept if is_wording(each.place))


def says(text: str, made: Correction) -> bool:
    """Tell whether a text as it was read says what was corrected."""
    return bool(_stretches(text, made.written or ""))


def doubts(plan: Plan) -> tuple[Doubt, ...]:
    """Return the lines of a plan that were read doubtfully, as they stand now, in the order of its warnings."""
    text, starts = plan.as_read()
    found: dict[str, Doubt] = {}
    for warning in plan.warnings:
        told = _UNSURE.fullmatch(warning)
        if told is None:
            continue
        page, sure, line = int(told[1]), int(told[2]), told[3]
        span = _find(text, starts, page, line)
        if span is not None:
            place = _place(text, span)
            found.setdefault(place, _now(plan, Doubt(place, warning, page, sure, *span, text[slice(*span)])))
    return tuple(found.values())


def correction(plan: Plan, place: str, said: str, on: date) -> Correction:
    """Return what somebody's words make of a doubted line. said: the right words, or `REMOVED`.

    Raises CorrectionError for words that can't stand there, and a place that is not there.
    """
    doubt = next((each for each in doubts(plan) if each.place == place), None)
    if doubt is None:
        raise CorrectionError(f"{plan.plan_id} has no such line any more; look at it again")
    written = (doubt.was.written if doubt.was else doubt.words) or ""
    said = " ".join(said.replace("*", "").split())
    if said != REMOVED and not (any(map(str.isalnum, said)) and len(said) <= _LONGEST):
        raise CorrectionError(f"no words of up to {_LONGEST} characters")
    if said != REMOVED and said.count(_BAR) != written.count(_BAR):
        if said.count(_BAR) != written.count("\t") or _BAR in written:
            raise CorrectionError(f"the parts of a line are parted by {_BAR} as they were shown")
        said = "\t".join(part.strip() for part in said.split(_BAR))
    document, text, *_ = identity_of(plan)
    return Correction(0, document, text, place, written, said, f"{plan.plan_id} page {doubt.page}", on)


def amend(raw: RawDocument, plan: Plan, kept: Sequence[Correction]) -> tuple[RawDocument, tuple[Amended, ...]]:
    """Return a document with the corrected words in its text, and where they stand there; plan: what it reads as."""
    ours = of_plan(plan, kept)
    changes: list[tuple[int, int, Correction]] = []
    for each in ours.values():
        spans = _stretches(raw.text, each.written or "")
        changes += ((*span, each) for span in spans if _place(raw.text, span) == each.place)
    changes.sort(key=lambda change: change[:2])
    apart = [change for at, change in enumerate(changes) if not at or change[0] >= changes[at - 1][1]]
    text, starts = changed(raw.text, raw.page_starts, [(a, b, _value(each)) for a, b, each in apart])
    return replace(raw, text=text, page_starts=starts), tuple(_amended(raw.text, apart))


def _amended(text: str, changes: Sequence[tuple[int, int, Correction]]) -> Iterator[Amended]:
    moved = 0
    for start, end, each in changes:
        length = len(_value(each))
        yield Amended(
            start + moved, start + moved + length, Corrected(each.number, each.on, each.place, text[start:end])
        )
        moved += length - (end - start)


def _value(made: Correction) -> str:
    return "" if made.value in (None, REMOVED) else str(made.value)


def _now(plan: Plan, doubt: Doubt) -> Doubt:
    """Return a doubt of the text as it was read as it stands in the plan's."""
    moved = 0
    for each in plan.amended:
        if each.was.place == doubt.place:
            return replace(
                doubt, start=each.start, end=each.end, words=plan.source_text[each.start : each.end], was=each.was
            )
        if each.start - moved < doubt.start:
            moved += each.end - each.start - len(each.was.written or "")
    return replace(doubt, start=doubt.start + moved, end=doubt.end + moved)


def _place(text: str, span: tuple[int, int]) -> str:
    """Name words of a text: by what they are, and how many times the text says them before."""
    words = " ".join(text[slice(*span)].split())
    before = sum(start < span[0] for start, _ in _stretches(text, words))
    return f"{_PLACE}{digest(words)[:20]}.{before % 100}"


def _stretches(text: str, words: str) -> list[tuple[int, int]]:
    """Return where a text says some words, however they are spaced."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def _find(text: str, starts: Sequence[int], page: int, line: str) -> tuple[int, int] | None:
    """Return where a line of a page stands, or (it was mended since) the words that are the most like it."""
    begin = max(0, starts[page - 1]) if page <= len(starts) else 0
    end = starts[page] if page < len(starts) else len(text)
    here = text[begin:end]
    if exact := _stretches(here, line):
        start, stop = exact[0]
    else:
        alike = fuzz.partial_ratio_alignment(line, here, score_cutoff=_ALIKE)
        if alike is None:
            return None
        start, stop = _whole_words(here, alike.dest_start, alike.dest_end)
    return (begin + start, begin + stop) if start < stop else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while 0 < start < len(text) and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while 0 < end < len(text) and not text[end - 1].isspace() and not text[end].isspace():
        end += 1
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
