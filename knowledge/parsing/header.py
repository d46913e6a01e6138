"""The header of a plan: letterhead, type and title, period, signature, recipients, legal basis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from knowledge.model import Citation, CitedDocument, Header, Section
from knowledge.parsing.dates import find_date
from knowledge.parsing.effect import duration, effective_day, replaced, stated_period
from knowledge.parsing.footnotes import take_markers
from knowledge.parsing.layout import Layout
from knowledge.parsing.letterhead import PLACE_AND_DATE, Field, Letterhead, field_of, read_letterhead
from knowledge.parsing.letters import CAPITALS
from knowledge.parsing.offices import completed, extension, is_same_or_longer, key, outranks, starts_office
from knowledge.parsing.period import period_of_title
from knowledge.parsing.references import AFTER_ISSUER, Reference, find_references
from knowledge.parsing.shapes import doc_type_of, is_caps
from knowledge.parsing.signing import read_recipients, read_signature
from knowledge.text import MappedText, Span, fold, join

# "X xây dựng Kế hoạch ...", "X ban hành Kế hoạch ...", "X hướng dẫn một số nội dung ..."
_ENACTS = re.compile(
    r"\s(?:xây dựng|ban hành|đề ra|đề nghị|lập|triển khai|hướng dẫn|thông báo|tổ chức|yêu cầu|báo cáo|quy định|"
    r"phát động|chỉ đạo)"
    r"(?:\s+và\s+(?:ban hành|tổ chức|triển khai))?\s+[^\W\d_]"
)
_CLAUSE = re.compile(rf"(?:^|[,;.]\s+)(?=[{CAPITALS}])")
_NOT_IN_NAME = re.compile(r"\s(?:ngày|số|về|của|căn cứ|thực hiện|nhằm)\s", re.IGNORECASE)
_DECIDES = re.compile(r"\s(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|THÔNG BÁO|YÊU CẦU)")
_CLOSING_OF = re.compile(rf"\scủa\s+(?=[{CAPITALS}])")
_ABOUT = re.compile(r"về\s", re.IGNORECASE)
_OF_ISSUER = re.compile(r"CỦA\s+\w")
_TRUE_CLOSING = re.compile(r"^trên đây là", re.IGNORECASE)
_CALLED = re.compile(r"\s*[,(]\s*(?:sau đây|gọi tắt|viết tắt|dưới đây)\b", re.IGNORECASE)
_MAX_NAME = 140
_MENTIONS = 5  # of a name in one text


def read_header(
    plan_id: str,
    source: str,
    layout: Layout,
    opening: Sequence[Section],
    closing: Sequence[Section],
    body: Sequence[Section],
) -> Header:
    """Read every field of the header; what the document does not state is None."""
    letterhead = read_letterhead(layout.letterhead)
    if letterhead.issued is None and layout.signature and PLACE_AND_DATE.fullmatch(layout.signature[0].string):
        below = read_letterhead(layout.signature[:1])  # reports and school papers are dated above the signature
        letterhead = replace(letterhead, place=below.place, issued=below.issued, issued_span=below.issued_span)
    doc_type, title = _type_and_title(layout)
    title = title or letterhead.subject
    signature = read_signature(layout.signature)
    texts = [section.body for section in (*opening, *closing)] + [join(line.text for line in layout.issued_with)]
    act = _issued_with(layout)
    letterhead = letterhead if act is None else _of_act(letterhead, act)
    issuer = find_issuer(letterhead, [s.body for s in opening], [s.body for s in closing], texts)
    number = letterhead.number.value if letterhead.number else None
    fields = {
        "issuer": issuer,
        "parent": letterhead.parent,
        "number": letterhead.number,
        "place": letterhead.place,
        "doc_type": doc_type,
        "title": title,
        "signer": signature.signer,
        "signer_role": signature.role,
        "signed_for": signature.signed_for,
    }
    titled = period_of_title(title.value, letterhead.issued) if title else None
    stated = stated_period([*body, *closing], letterhead.issued) or duration(body, titled)
    return Header(
        **{name: field.value for name, field in fields.items() if field},
        date=letterhead.issued,
        period=stated[0] if stated else titled,
        recipients=read_recipients(layout.recipients),
        legal_basis=legal_basis(plan_id, number, source, opening),
        effective=effective_day(opening, [*body, *closing], letterhead.issued),
        replaces=replaced(plan_id, number, source, [*body, *closing]),
        titled=titled if stated else None,
        spans=_spans(fields, letterhead, layout) | ({"period": stated[1]} if stated else {}),
        corrected={},
    )


def _issued_with(layout: Layout) -> tuple[MappedText, Reference] | None:
    """The act that an attached document was issued with: "(Ban hành kèm theo Quyết định số ... của ...)"."""
    text = join(line.text for line in layout.issued_with)
    return next(((text, reference) for reference in find_references(text)), None)


def _of_act(letterhead: Letterhead, act: tuple[MappedText, Reference]) -> Letterhead:
    """An attached document is of the body and the day of the act that it was issued with, where it states none."""
    text, reference = act
    at = text.text.find(reference.issuer) if reference.issuer else -1
    issuer = field_of(text, at, at + len(reference.issuer)) if reference.issuer and at >= 0 else None
    issued = find_date(text.text[reference.start : reference.end])
    span = text.span(reference.start, reference.end) if issued else None
    return replace(
        letterhead,
        issuer=letterhead.issuer or issuer,
        issued=letterhead.issued or issued,
        issued_span=letterhead.issued_span or span,
    )


def _spans(fields: dict[str, Field | None], letterhead: Letterhead, layout: Layout) -> dict[str, Span]:
    spans = {name: field.span for name, field in fields.items() if field}
    if letterhead.blank_number:
        spans["number"] = letterhead.blank_number
    if letterhead.issued_span:
        spans["date"] = letterhead.issued_span
    if layout.recipients:
        text = join(line.text for line in layout.recipients)
        spans["recipients"] = text.span(0, len(text.text))
    return spans


def _type_and_title(layout: Layout) -> tuple[Field | None, Field | None]:
    if not layout.title:
        return None, None
    first = layout.title[0].text
    found = doc_type_of(first.text)
    end = found[1] if found else 0
    rest = first.slice(end, len(first.text)).strip(" :.")
    parts = [part for part in (rest, *(line.text for line in layout.title[1:])) if part.text]
    text, _ = take_markers(join(_without_issuer(parts)), frozenset())
    return (field_of(first, 0, end) if found else None), (field_of(text.strip(" *")) if parts else None)


def _without_issuer(parts: list[MappedText]) -> list[MappedText]:
    """Leave out whose it is, between the type and what it is about: "CHỈ THỊ / CỦA BAN THƯỜNG VỤ / về ..."."""
    about = next((at for at, part in enumerate(parts) if at and _ABOUT.match(part.text)), 0)
    of_issuer = about and _OF_ISSUER.match(parts[0].text) and all(is_caps(part.text) for part in parts[:about])
    return parts[about:] if of_issuer else parts


# ----------------------------------------------------------------------------------------------------- issuer


def find_issuer(
    letterhead: Letterhead, opening: Sequence[MappedText], closing: Sequence[MappedText], texts: Sequence[MappedText]
) -> Field | None:
    """Return the issuing body: the letterhead's, else the one that enacts, in the most complete form that is stated.

    A name without a place ("UBND thành phố") is completed from the place line.
    """
    enacting = next(filter(None, (_enacting(text) for text in reversed(opening))), None)
    ending = [field for text in closing if _TRUE_CLOSING.match(text.text) for field in _closing_of(text)]
    stated = letterhead.issuer or enacting or (ending[-1] if ending else None)
    if stated is None:
        return None
    forms = [*ending, *([enacting] if enacting else []), *_extensions(stated, texts), stated]
    place = letterhead.place.value if letterhead.place else None
    above = letterhead.parent.value if letterhead.parent else None
    whole = {form: completed(form.value, place, above) for form in forms}
    same = [form for form in forms if is_same_or_longer(whole[form], stated.value)]
    same = [form for form in same if form is stated or not outranks(form.value, above)]
    best = max(same, key=lambda form: (len(key(whole[form])), form is stated and not form.made))
    return Field(whole[best], best.span)


def _enacting(text: MappedText) -> Field | None:
    """The office that is the subject of the sentence that enacts."""
    string = text.text
    starts = [
        match.end() for match in _CLAUSE.finditer(string) if starts_office(string[match.end() : match.end() + 40])
    ]
    for start in reversed(starts):
        verb = _ENACTS.search(string, start)
        name = string[start : verb.start()] if verb else ""
        if verb and 0 < len(name) <= _MAX_NAME and not _NOT_IN_NAME.search(name):
            called = _CALLED.search(string, start, verb.start())
            return field_of(text, start, (called or verb).start())
    return None


def _closing_of(text: MappedText) -> list[Field]:
    """The offices after "của" in "Trên đây là kế hoạch ... của Phòng Giáo dục và Đào tạo"."""
    found: list[Field] = []
    for match in _CLOSING_OF.finditer(text.text):
        stop = AFTER_ISSUER.search(text.text, match.end())
        field = field_of(text, match.end(), stop.start() if stop else None)
        if field and starts_office(field.value) and len(field.value) <= _MAX_NAME:
            found.append(field)
    return found


def _extensions(stated: Field, texts: Iterable[MappedText]) -> list[Field]:
    """Longer forms of the name: "BAN TỔ CHỨC" is followed somewhere by "Trung ương"."""
    needle = fold(stated.made or stated.value)
    found: list[Field] = []
    for text in texts:
        folded = fold(text.text)
        for start in (match.start() for match in islice(re.finditer(re.escape(needle), folded), _MENTIONS)):
            if start and text.text[start - 1].isalnum():
                continue
            end = extension(text.text, start + len(needle))
            verb = _DECIDES.search(text.text, start + len(needle), end)
            end = verb.start() if verb else end
            field = field_of(text, start, end)
            if field and end > start + len(needle):
                found.append(field)
    return found


# ------------------------------------------------------------------------------------------------------- basis


def legal_basis(plan_id: str, number: str | None, source: str, opening: Sequence[Section]) -> tuple[CitedDocument, ...]:
    """Return the documents that the opening stands on, each once, with their evidence."""
    found: dict[tuple[str, str | None, str | None], CitedDocument] = {}
    for section in opening:
        for reference in find_references(section.body):
            name = (
                reference.kind,
                reference.number,
                None if reference.number else reference.subject or reference.issuer,
            )
            if not reference.nested and name not in found:
                found[name] = _cited(plan_id, number, source, section, reference)
    return tuple(found.values())


def _cited(plan_id: str, number: str | None, source: str, section: Section, reference: Reference) -> CitedDocument:
    pieces = section.body.pieces(reference.start, reference.end, source)
    citations = [Citation(plan_id, number, section.path, source[p.start : p.end], p.start, p.end) for p in pieces]
    return reference.document(citations, basis=True)
