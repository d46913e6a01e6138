"""Who must do what: tasks under a heading that names an actor, and sentences with a subject or an order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.actors import actor_above, find_subject, host_actor
from knowledge.facts.lexicon import HOST
from knowledge.facts.reading import Unit, cite, is_blank, sentences, units
from knowledge.facts.row_duties import actor_of, subject_of
from knowledge.model import Plan, Responsibility, SectionKind

_PART = re.compile(r"tổ chức thực hiện|trách nhiệm|phân công|thực hiện|nhiệm vụ|chế độ", re.IGNORECASE)
_CLOSING_WORDS = re.compile(r"^\s*Trên đây là", re.IGNORECASE)
_SHARE = re.compile(
    r"^[\W_]*(?:(?:trên|ít nhất|phấn đấu"
    r"|đạt)\s+)*\d[\d.,]*\s*%",
    re.IGNORECASE,
)  # an aim, not a task
_LABEL = re.compile(
    r"^[\W_]*(?:Thời gian|Thời hạn|Thời điểm|Địa điểm|Thành phần|Kết quả|Hình thức|Số lượng|Kinh phí|Đối tượng)"
    r"(?!\w)[^:.;]{0,60}:",
    re.IGNORECASE,
)  # tells about the item, not what its actor does
_HEADS = {SectionKind.ITEM, SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.CLOSING}


def find_responsibilities(plan: Plan) -> tuple[Responsibility, ...]:
    """Return every task with its actor, in reading order: one fact a sentence."""
    return tuple(
        task
        for unit in units(plan)
        if not unit.in_template
        for task in (_of_row(plan, unit) if unit.head is not None else _of_text(plan, unit))
    )


def _of_row(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    """What a table's row gives to whom, told with the cell that names it."""
    section = unit.section
    about, actor = subject_of(section), actor_of(section)
    if actor and about is unit.text:
        citations = plan.cite(section.path, section.body)
        yield Responsibility(plan.plan_id, section.path, actor, about.text.strip(" .;"), citations)


def _of_text(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    if unit.section.kind in _HEADS and unit.text is unit.section.body:
        yield from _of_unit(plan, unit)


def _of_unit(plan: Plan, unit: Unit) -> Iterator[Responsibility]:
    text = unit.text.text
    host = HOST.match(text)
    if host and (named := host_actor(text[host.end() :])):
        task = text[host.end() :].strip(" .;")
        task = text.strip() if task == named else task  # "Đơn vị chủ trì: X."
        yield Responsibility(plan.plan_id, unit.path, named, task, cite(plan, unit, 0, len(text)))
        return
    actor = actor_above(unit) if _implements(unit) else None
    for start, end in sentences(text):
        if is_blank(text[start:end]) or _CLOSING_WORDS.match(text[start:end]) or _SHARE.match(text[start:end]):
            continue
        subject = find_subject(text, start, end)
        if subject is None and _LABEL.match(text[start:end]):
            continue
        if subject:
            actor = text[subject.start : subject.end].strip(" ,;:")
        task = text[subject.verb if subject else start : end].strip(" ,;:-+")
        if actor and len(task) > 8:
            yield Responsibility(plan.plan_id, unit.path, actor, task, cite(plan, unit, start, end))


def _implements(unit: Unit) -> bool:
    """Headings name actors in the part on carrying the plan out; elsewhere they name fields of work."""
    return any(_PART.search(section.heading.text) for section in unit.above)
