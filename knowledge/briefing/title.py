"""The title block: who issued the plan, under which number, when, signed by whom, in force or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.header import cite_fields
from knowledge.answering.present import date_text, digits, mark, period_label, plain, sentence_case
from knowledge.answering.wording import VI
from knowledge.briefing import wording
from knowledge.briefing.lines import Pen
from knowledge.briefing.model import Block, Kind, Line
from knowledge.facts.reading import sentences
from knowledge.patterns import later

_TAKES_EFFECT = later(r"(?<!\w)(?:có )?hiệu lực(?: thi hành)?(?: kể)? từ(?!\w)", re.IGNORECASE)
_OFFICES = later(
    r"(?:(?:phó|quyền|chủ tịch|bí thư|thường trực|trưởng|(?:tiểu )?ban|giám đốc|hiệu|cục|chi|chánh|(?:văn )?phòng|viện|"
    r"vụ|khoa|(?:tỉnh|thành) đoàn)\s*)+"
)
"""Titles of office without a name; a paper prints them in capitals under its text."""


def whole(pens: Sequence[Pen]) -> str:
    """Return the title of a briefing on these plans."""
    kinds = {_kind(pen) for pen in pens}
    template = wording.TITLE if len(pens) == 1 else wording.TITLE_SEVERAL
    return template.format(kind=kinds.pop() if len(kinds) == 1 else wording.ANY_KIND)


def _kind(pen: Pen) -> str:
    return " ".join((pen.stored.plan.header.doc_type or wording.ANY_KIND).upper().split())


def heading(pen: Pen) -> str:
    """Return the plan's type and number, as far as it has them."""
    header = pen.stored.plan.header
    doc_type = sentence_case((header.doc_type or "").lower()) or pen.name
    template = wording.PLAN if header.number else wording.PLAN_UNNUMBERED
    return template.format(doc_type=doc_type, number=header.number)


def matter(pen: Pen) -> str:
    """Return what the plan is about, "" when it has no title."""
    return sentence_case(plain(pen.stored.plan.header.title or ""))


def block(pen: Pen) -> Block:
    """Return the fields as a table of label and value; what the document is silent about is said to be absent."""
    header = pen.stored.plan.header
    fields: list[Line] = [
        _field(pen, wording.ISSUER, header.issuer, "issuer"),
        _field(pen, wording.NUMBER, header.number, "number"),
        _field(pen, wording.DATE, date_text(header.date, VI) if header.date else None, "date"),
        _field(pen, wording.NAME, sentence_case(header.title or ""), "title"),
        _field(pen, wording.SIGNER, _signer(pen), "signer", "signer_role"),
        _validity(pen),
    ]
    if header.parent:
        fields.insert(1, _field(pen, wording.PARENT, header.parent, "parent"))
    return Block(Kind.TITLE, heading(pen), lines=tuple(fields))


def caution(pen: Pen) -> str | None:
    """Return what to say first of a plan that is over."""
    header = pen.stored.plan.header
    if header.period is None or header.period.end is None or not header.period.is_over(pen.today):
        return None
    told = date_text(header.period.end, VI)
    kind = sentence_case(_kind(pen).lower())
    return wording.CAUTION_OVER.format(kind=kind, end=told, mark=mark(header.corrected.get("period"), VI))


def _field(pen: Pen, label: str, value: str | None, *names: str) -> Line:
    if not value:
        return pen.silent(wording.ABSENT, label)
    cited = cite_fields(pen.stored, names)
    value = plain(value) + mark(pen.stored.plan.header.corrected.get(names[0]), VI)
    if cited:
        return pen.write(value, cited, label=label)
    return pen.write(value, cite_fields(pen.stored, ("title",)), label=label, derived=digits(value))


def _signer(pen: Pen) -> str | None:
    header = pen.stored.plan.header
    return ", ".join(part for part in (header.signer, _office(header.signer_role)) if part) or None


def _office(role: str | None) -> str | None:
    """Return what somebody is in small letters, where every word of it is one of offices and none a name."""
    small = plain(role or "").lower()
    return small if _OFFICES.fullmatch(small) else role


def _validity(pen: Pen) -> Line:
    period = pen.stored.plan.header.period
    if period is None or (period.start is None and period.end is None):
        return _effect(pen) or pen.silent(wording.ABSENT, wording.PERIOD)
    coming = period.is_coming(pen.today)
    template = wording.OVER if period.is_over(pen.today) else wording.COMING if coming else wording.VALID
    end = date_text(period.end, VI) if period.end else ""
    told = template.format(period=sentence_case(_period(pen)), today=date_text(pen.today, VI), end=end)
    told += mark(pen.stored.plan.header.corrected.get("period"), VI)
    cited = cite_fields(pen.stored, ("period", "title"))
    label = wording.PERIOD_OF_TITLE if period.of_title else wording.PERIOD
    return pen.write(told, cited, label=label, derived=digits(told))


def _effect(pen: Pen) -> Line | None:
    """Return from when a document without a period says that it holds, None where it doesn't."""
    plan, day = pen.stored.plan, pen.stored.plan.header.effective
    for section in plan.walk() if day else ():
        for start, end in sentences(section.body.text):
            if _TAKES_EFFECT.search(section.body.text[start:end]):
                told = wording.EFFECTIVE.format(day=date_text(day, VI)) if day else ""
                cited = plan.cite(section.path, section.body, start, end)
                return pen.write(told, cited, label=wording.PERIOD, derived=digits(told))
    return None


def _period(pen: Pen) -> str:
    period = pen.stored.plan.header.period
    return period_label(period, VI) if period else ""
