"""Where a document looks signed though no signer was read: what is shown instead of saying that none is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import Plan, Section, SectionKind
from knowledge.parsing.offices import is_motto, starts_office
from knowledge.parsing.posts import is_held_below, is_post, is_signed_note, signs_for
from knowledge.parsing.shapes import is_ended, is_mostly_caps, is_person
from knowledge.text import Span, clean

_PART = re.compile(r"\s{3,}|\t+|\||<br\s*/?>")
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){1,7}")
_LONGEST, _MOST_LINES = 200, 12  # characters of a line, and lines from an office to a name
_ITEMS = frozenset({SectionKind.ITEM, SectionKind.BULLET, SectionKind.TABLE_ROW, SectionKind.OPENING})


def place_of_signature(plan: Plan) -> Span | None:
    """Return where offices in capitals (or "(đã ký)") and a name stand below the last item; None without such.

    The span reaches from the first such line to that of the name.
    """
    begun: tuple[int, int] | None = None
    for at, (start, end, parts) in enumerate(_lines(plan)):
        if begun and (at - begun[1] > _MOST_LINES or all(is_ended(part) for part in parts)):
            begun = None
        if begun and any(_is_name(part) for part in parts):
            return Span(begun[0], end)
        if any(_is_office(part) for part in parts):
            begun = begun or (start, at)
    return None


def _lines(plan: Plan) -> Iterator[tuple[int, int, list[str]]]:
    """The lines from the last item to the annexes: where they stand, and their parts."""
    source = plan.source_text
    main = [section for section in plan.sections if section.kind is not SectionKind.ATTACHMENT]
    annexes = [_first(section) for section in plan.sections if section not in main and section.heading.text]
    limit = min((at for at in annexes if at is not None), default=len(source))
    items = [_first(each) for section in main for each in section.walk() if each.kind in _ITEMS]
    at = max((at for at in items if at is not None and at < limit), default=0)
    for match in re.finditer(r"[^\r\n]+", source[at:limit]):
        start, end = at + match.start(), at + match.end()
        text = clean(source, start, end).text
        parts = [part.strip(" *_") for part in _PART.split(text)]
        parts = [part for part in parts if part]
        if parts and len(text) <= _LONGEST:
            yield start + len(match[0]) - len(match[0].lstrip()), start + len(match[0].rstrip()), parts


def _first(section: Section) -> int | None:
    """Where a section's words begin; None for one without any."""
    texts = (text for each in section.walk() for text in (each.heading, each.body) if text.text)
    return next((text.span(0, 1).start for text in texts), None)


def _is_office(text: str) -> bool:
    if is_motto(text) or is_person(text):
        return False
    shown = is_mostly_caps(text) and (is_post(text) or signs_for(text) or starts_office(text))
    return shown or is_signed_note(text) or is_held_below(text)


def _is_name(text: str) -> bool:
    """Tell whether a part may be somebody's name, also one that is not told from other words in capitals."""
    if is_person(text):
        return not is_held_below(text)
    words = text.split()
    named = _NAME.fullmatch(text) is not None and all(word[0].isupper() for word in words)
    return named and not (_is_office(text) or starts_office(text) or is_motto(text))
