"""Plan -> Passages: cut along the section tree, never across two items."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.model import Passage, Plan, Section, SectionKind
from knowledge.parsing.sentences import clauses, lead_of, sentences
from knowledge.text import MappedText

_LEAD_AT_MOST = 160  # characters of a lead-in sentence that a bullet's heading path shows

_NAMES = {
    SectionKind.HEADER: "Tiêu đề",
    SectionKind.OPENING: "Mở đầu",
    SectionKind.CLOSING: "Đoạn kết",
    SectionKind.FOOTNOTE: "Chú thích",
    SectionKind.RECIPIENTS: "Nơi nhận",
    SectionKind.SIGNATURE: "Chữ ký",
}


def cut(plan: Plan, max_chars: int = 900) -> tuple[Passage, ...]:
    """Cut a plan into passages of at most `max_chars` characters, in reading order.

    A passage is one item, bullet or paragraph, or some whole sentences of a long one; its heading path is the titles
    above it. A sentence longer than `max_chars` is cut at ";", then at a space. A heading with text under it is no
    passage of its own: it stands in the heading paths.
    """
    passages: list[Passage] = []
    for section, headings in _walk(plan.sections, ()):
        text = section.body if section.body.text else section.heading
        for start, end in _pieces(text, max_chars) if any(map(str.isalpha, text.text)) else ():
            ordinal = len(passages)
            passages.append(
                Passage(
                    id=f"{plan.plan_id}#{ordinal}",
                    plan_id=plan.plan_id,
                    ordinal=ordinal,
                    kind=section.kind,
                    section=section.path,
                    heading=" > ".join(headings),
                    text=text.slice(start, end),
                    footnotes=section.footnotes,
                )
            )
    return tuple(passages)


def _walk(sections: tuple[Section, ...], above: tuple[str, ...]) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Yield the sections that hold text of their own, each with the titles above it."""
    for section in sections:
        name = _NAMES.get(section.kind)
        headings = (*above, name) if name else above
        if section.body.text or not section.children:
            yield section, headings
        yield from _walk(section.children, (*headings, *title_of(section)))


def title_of(section: Section) -> tuple[str, ...]:
    """What a section adds to the heading path of its children: its heading, or the end of its lead."""
    if section.heading.text:
        return (f"{section.number}. {section.heading.text}" if _short(section.number) else section.heading.text,)
    if not section.children or not section.body.text:
        return (section.number,) if section.number and section.children else ()
    lead = lead_of(section.body).text
    return (lead if len(lead) <= _LEAD_AT_MOST else "… " + lead[-_LEAD_AT_MOST:].split(" ", 1)[-1],)


def _short(number: str | None) -> bool:
    return number is not None and " " not in number


def _pieces(text: MappedText, limit: int) -> list[tuple[int, int]]:
    """Ranges of whole sentences, each range at most `limit` characters where a sentence allows it."""
    if len(text.text) <= limit:
        return [(0, len(text.text))] if text.text else []
    units = [piece for start, end in sentences(text) for piece in _fit(text, start, end, limit)]
    return _packed(units, limit)


def _fit(text: MappedText, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    if end - start <= limit:
        return [(start, end)]
    parts = _packed([(start + a, start + b) for a, b in clauses(text.slice(start, end))], limit)
    return [piece for a, b in parts for piece in _at_spaces(text.text, a, b, limit)]


def _packed(units: list[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    packed: list[tuple[int, int]] = []
    for start, end in units:
        if packed and end - packed[-1][0] <= limit:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


def _at_spaces(string: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    while end - start > limit:
        space = string.rfind(" ", start + limit // 2, start + limit)
        stop = space if space > start else start + limit
        yield start, stop
        start = stop + 1 if space > start else stop
    yield start, end
