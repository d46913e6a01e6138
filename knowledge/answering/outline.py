"""Answers that are a list the document itself draws: the items under the heading that the question names."""

from __future__ import annotations

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.matching import Need
from knowledge.answering.present import plain, section_text, shorten
from knowledge.model import AnswerPart, Ask, Citation, Section, SectionKind, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.text import folded_words

ENOUGH = 0.72
MOST_ITEMS = 15
ITEM_LIMIT = 220

_NAMING = frozenset(folded_words("gồm những gì các mấy bao nhiêu liệt kê nội dung phần mục có kể ra nào"))


def answer(desk: Desk) -> Draft | None:
    """Answer "gồm những gì" and "có mấy ..." with the children of the heading that fits; None when none fits well."""
    if desk.query.ask not in (Ask.LIST, Ask.HOW_MANY):
        return None
    need = desk.wanted.without(_NAMING)
    if not need:
        return None
    best = [found for stored in desk.plans if (found := _best(desk, stored, need)) is not None]
    if not best:
        return None
    top = max(score for score, _, _ in best)
    parts = tuple(_part(desk, stored, section) for score, stored, section in best if score >= top - 0.1)
    return Draft(Status.ANSWERED, parts, desk.others())


def _best(desk: Desk, stored: StoredPlan, need: Need) -> tuple[float, StoredPlan, Section] | None:
    scored = [
        (desk.coverage(section.heading.text, need), stored, section)
        for section in stored.plan.walk()
        if section.kind in (SectionKind.ITEM, SectionKind.ATTACHMENT) and len(_children(section)) > 1
    ]
    best = max(scored, key=lambda found: found[0], default=None)
    return best if best is not None and best[0] >= ENOUGH else None


def _children(section: Section) -> list[Section]:
    """Return the entries under a heading: numbered items if there are any, else bullets."""
    items = [child for child in section.children if child.kind is SectionKind.ITEM]
    return items or [child for child in section.children if child.kind is SectionKind.BULLET]


def _part(desk: Desk, stored: StoredPlan, section: Section) -> AnswerPart:
    children = _children(section)[:MOST_ITEMS]
    entries = [_entry(stored, child) for child in children]
    items = [
        f"{child.number}. {text}" if child.number else text for child, (text, _) in zip(children, entries, strict=True)
    ]
    heading = stored.plan.cite(section.path, section.heading)
    citations = (*heading, *(citation for _, cited in entries for citation in cited))
    title = plain(section.heading.text).rstrip(":.")
    where = section_text(section.path, desk.words)
    lead = f"**{title}** ({where}): {len(_children(section))}"
    if not desk.single:
        lead = f"**{desk.name(stored.plan_id)}** – {lead}"
    derived = [str(len(_children(section))), *(child.number for child in children if child.number)]
    return desk.part(stored.plan_id, lead, citations, items=items, show_quote=False, derived=derived)


def _entry(stored: StoredPlan, section: Section) -> tuple[str, tuple[Citation, ...]]:
    """Return what an entry says: its heading, or its first sentence."""
    text = section.heading if section.heading.text else section.body
    if not text.text:
        return "", ()
    end = len(text.text) if section.heading.text else next(iter(sentences(text)), (0, len(text.text)))[1]
    return shorten(plain(text.text[:end]), ITEM_LIMIT), stored.plan.cite(section.path, text, 0, end)
