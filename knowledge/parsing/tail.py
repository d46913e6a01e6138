"""The end of a document: where its recipients and its signature stand, in either order, or below its annexes."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.parsing.letterhead import PLACE_AND_DATE
from knowledge.parsing.lines import Line
from knowledge.parsing.numbering import find_marker
from knowledge.parsing.offices import is_motto, starts_office
from knowledge.parsing.posts import (
    is_held_below,
    is_post,
    is_recipients_head,
    is_signature_start,
    is_signed_note,
    joins_posts,
    signs_for,
)
from knowledge.parsing.shapes import is_ended, is_mostly_caps, is_person

_LONGEST_SMALL = 60  # characters of an office in small letters above a name
_MOST_OF_ONE = 12  # lines of one signer


def is_recipients(line: Line) -> bool:
    """Tell whether a line is "Nơi nhận:" (read without diacritics: OCR writes "Noi nhận")."""
    return is_recipients_head(line.string)


def tail_of(lines: Sequence[Line], start: int, end: int) -> tuple[int, tuple[int, int], tuple[int, int]]:
    """Return the end of the body, and the runs of recipients and signature; (0, 0) for one that is missing."""
    at = next((i for i in range(start, end) if is_recipients(lines[i])), None)
    if at is None:
        signature = _signature_at_end(lines, start, end)
        first = signature[0] if signature else end
        first -= bool(signature and PLACE_AND_DATE.fullmatch(lines[first - 1].string))
        return first, (0, 0), (first, end) if signature else (0, 0)
    stop = _end_of_recipients(lines, at, end)
    first = stop + (stop + 1 < end and lines[stop].string.isdigit())  # a page's number
    signed = _end_of_signature(lines, first, end)
    above = _signature_at_end(lines, start, at)
    named = any(is_person(line.string) for line in lines[first:signed])
    if signed > first and (named or above is None or not any(is_person(line.string) for line in lines[slice(*above)])):
        return _posts_above(lines, start, at), (at, stop), (first, signed)
    return (above[0] if above else at), (at, stop), above or (0, 0)


def late_tail(
    lines: Sequence[Line], annexes: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[int, int], ...], tuple[int, int], tuple[int, int]] | None:
    """Find the recipients and the named signature that stand below the annexes of a document.

    annexes: their runs of lines. Returns the runs of the annexes without them, of the recipients and of the signature;
    None without such. What stands below a motto is of a form in the annex.
    """
    for at, (start, end) in enumerate(annexes):
        if any(is_motto(line.string) for line in lines[start:end]):
            return None
        cut, recipients, signature = tail_of(lines, start, end)
        signed = lines[slice(*signature)]
        known = recipients[1] or (signed and (signs_for(signed[0].string) or signed[0].signer))
        if known and any(is_person(line.string) for line in signed):
            last = max(recipients[1], signature[1])
            below = [(last, end)] if last < end else []
            return (*annexes[:at], (start, cut), *below, *annexes[at + 1 :]), recipients, signature
    return None


def _posts_above(lines: Sequence[Line], start: int, at: int) -> int:
    """Where two columns were read line by line, the post stands above "Nơi nhận:" and the name below it."""
    while at > start and is_signature_start(lines[at - 1].string) and not find_marker(lines[at - 1].string):
        at -= 1
    return at


def _end_of_recipients(lines: Sequence[Line], at: int, end: int) -> int:
    i = at + 1
    while i < end:
        text = lines[i].string
        if (
            is_signature_start(text)
            or lines[i].cell
            or lines[i].signer
            or (is_person(text) and not lines[i - 1].string.endswith(","))
        ):
            break
        bullet = find_marker(text) or _is_page_number(lines, i, end)
        if not bullet and lines[i].gap and is_ended(lines[i - 1].string) and i > at + 1:
            break
        i += 1
    return i


def _is_page_number(lines: Sequence[Line], i: int, end: int) -> bool:
    """Tell whether a number stands alone between two lines of a list that a page's end parts."""
    return lines[i].string.isdigit() and i + 1 < end and find_marker(lines[i + 1].string) is not None


def _is_signature_line(lines: Sequence[Line], i: int, start: int) -> bool:
    text = lines[i].string
    shown = is_signature_start(text) or is_person(text) or (is_mostly_caps(text) and len(text) < 60)
    written = is_signed_note(text) or _is_held(lines, i, start) or _is_small_post(lines, i)
    return bool(lines[i].signer) or shown or written or (i > start and joins_posts(text))


def _is_held(lines: Sequence[Line], i: int, start: int) -> bool:
    """Tell whether line i is an office in small letters right below a name."""
    return i > start and is_held_below(lines[i].string) and is_person(lines[i - 1].string)


def _is_small_post(lines: Sequence[Line], i: int) -> bool:
    """Tell whether line i is an office in small letters right above a name: "Hiệu trưởng"."""
    below = lines[i + 1].string if i + 1 < len(lines) else ""
    small = is_held_below(lines[i].string) and len(lines[i].string) < _LONGEST_SMALL
    return small and (is_person(below) or is_signed_note(below)) and not (i and is_person(lines[i - 1].string))


def _end_of_signature(lines: Sequence[Line], start: int, end: int) -> int:
    i = last = start
    named = False
    while i < end and i - last < _MOST_OF_ONE and _is_signature_line(lines, i, start):
        another = named and (bool(lines[i].signer) or _is_another(lines, i, end))
        if named and not (another or is_post(lines[i].string) or _is_held(lines, i, start)):
            break
        named = named and not another
        if is_person(lines[i].string) and not _is_held(lines, i, start):
            named, last = True, i
        i += 1
    return i


def _is_another(lines: Sequence[Line], at: int, end: int) -> bool:
    """Tell whether a further signer of a joint paper begins at line `at`: offices in capitals, then a name."""
    if signs_for(lines[at].string):
        return True
    i = at
    while i < min(end, at + _MOST_OF_ONE) and not is_person(lines[i].string):
        text = lines[i].string
        if not (is_signed_note(text) or is_signature_start(text) or (is_mostly_caps(text) and len(text) < 60)):
            return False
        i += 1
    return i < end and is_person(lines[i].string) and any(is_post(line.string) for line in lines[at:i])


def _opens_signature(lines: Sequence[Line], i: int, end: int) -> bool:
    """Tell whether line i begins a signature; of a joint paper also with a body's name."""
    beside = i + 1 < end and lines[i + 1].right and signs_for(lines[i + 1].string)
    opens = is_signature_start(lines[i].string) or is_person(lines[i].string) or is_signed_note(lines[i].string)
    opens = opens or _is_small_post(lines, i)
    return opens or beside or bool(lines[i].signer) or _is_body_over_post(lines, i, end)


def _is_body_over_post(lines: Sequence[Line], i: int, end: int) -> bool:
    """Tell whether line i names, in capitals, the body for which one of several signs below: "CÔNG AN TỈNH"."""
    people = sum(is_person(line.string) for line in lines[i:end])
    body = is_mostly_caps(lines[i].string) and starts_office(lines[i].string) and people > 1
    return body and i + 1 < end and is_signature_start(lines[i + 1].string)


def _signature_at_end(lines: Sequence[Line], start: int, end: int) -> tuple[int, int] | None:
    """Return the run of signature lines that ends at `end`, if it holds a name or says for whom one signs."""
    i = last = end
    while i > start and last - i < _MOST_OF_ONE and _is_signature_line(lines, i - 1, start):
        i -= 1
        if is_person(lines[i].string) or lines[i].signer:
            last = i
    while i < end and not _opens_signature(lines, i, end):
        i += 1
    i = _without_names_above(lines, i, end)
    run = lines[i:end]
    known = any(is_person(line.string) or signs_for(line.string) for line in run)
    return (i, end) if run and known and not find_marker(run[0].string) else None


def _without_names_above(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a signature really begins below people who only stand in a list: of several each has an office above."""
    names = [i for i in range(start, end) if is_person(lines[i].string) and not _is_held(lines, i, start)]
    if len(names) < 2:
        return start
    begins = [start, *(i + 1 for i in names[:-1])]
    for begin, name in zip(reversed(begins), reversed(names), strict=True):
        if not any(is_signature_start(line.string) or line.signer for line in lines[begin:name]):
            return name + 1 if name < names[-1] else end
    return start
