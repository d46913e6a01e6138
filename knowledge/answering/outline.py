"""Answers that are a list the document itself draws: the items under the heading that the question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.answering import lengths
from knowledge.answering.desk import LEAD_LIMIT, Desk, Draft
from knowledge.answering.matching import Need, precision
from knowledge.answering.present import digits, plain, section_text, shorten
from knowledge.model import AnswerPart, Ask, Citation, Intent, Query, Section, SectionKind, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.text import EMPTY, fold, folded_words

ENOUGH = 0.72
"""Coverage of the question by a heading under those above it."""
OWN_SHARE = 0.35
"""Coverage that the heading itself must bring."""
PRECISION_SHARE = 0.3
CASES_SHARE = 0.3
MOST_ITEMS = 15
ITEM_LIMIT = 220

_NAMING = frozenset(
    folded_words(
        "gồm những gì các mấy bao nhiêu liệt kê nội dung phần mục có kể ra nào kế hoạch văn bản nằm năm ở đâu "
        "việc nhiệm vụ trách nhiệm "
        "đoạn chỗ"
    )
)
_PATH = re.compile(
    r"\b(?:phan|muc|part|section)\s+(?:so\s+)?((?:[ivx]+|\d{1,2}|[a-dđ])(?:\.(?:[a-dđ]|\d{1,2}))*)(?=\W|$)"
)
_NOTE = re.compile(r"\b(?:chu thich|ghi chu|footnote)\s+(?:so\s+)?(\d{1,2})\b")
_ARTICLE = re.compile(r"\bdieu (\d{1,3})\b(?! khong)")
_CASE = re.compile(r"\b(?:khi nao|truong hop nao|luc nao|nhung truong hop|dieu kien (?:gi|nao|de))\b")
_CASES = re.compile(r"\b(?:truong hop|dieu kien|khi)\b")
_LAYOUT = re.compile(r"\b(?:bo cuc|dan y|dan bai|outline|table of contents|structure of)\b")
_TOP = re.compile(
    r"\b(?:may|bao nhieu) (?:phan|muc|chuong|de muc)\b(?! (?:tieu|dich|do|luc|tram))|\bbo cuc\b|"
    r"\b(?:cac|nhung) (?:phan|de muc) chinh\b|\b(?:dan y|dan bai)\b|"
    r"\bhow many (?:parts|sections)\b|\b(?:main )?headings\b|\b(?:outline|table of contents|structure of)\b"
)


def part_asked(desk: Desk) -> Draft | None:
    """Answer a question that names a part by its number ("mục II.2 nói gì"); None when it names none that exists."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    paths = [path.upper() for path in _PATH.findall(asked)] + [f"Điều {number}" for number in _ARTICLE.findall(asked)]
    paths += [f"chú thích {number}" for number in _NOTE.findall(asked)]
    parts = [
        _part(desk, stored, section)
        for stored in desk.plans
        for path in dict.fromkeys(paths)
        if (section := desk.section(stored.plan_id, path)) is not None
    ]
    if paths and parts and desk.query.ask is Ask.HOW_MANY and _TOP.search(asked):
        parts = [*(_top(desk, stored) for stored in desk.plans), *parts]
    if not parts and _TOP.search(asked) and (_LAYOUT.search(asked) or not desk.wanted.without(_NAMING)):
        parts = [_top(desk, stored) for stored in desk.plans]
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def answer(desk: Desk) -> Draft | None:
    """Answer "gồm những gì", "có mấy ..." and "ở mục nào" from the headings; None when none fits well."""
    whole = desk.query.ask is Ask.WHAT and desk.query.intent in (Intent.CRITERIA, Intent.RESPONSIBILITY, Intent.REWARD)
    listed = whole or _asks_cases(desk.query) or desk.query.ask in (Ask.LIST, Ask.HOW_MANY, Ask.WHICH_ITEM)
    if not listed or lengths.asked(desk.query):
        return None
    need = desk.own(desk.wanted.without(_NAMING))
    if not need:
        return None
    best = [found for stored in desk.plans if (found := _best(desk, stored, need)) is not None]
    if not best:
        return None
    top = max(score for score, _, _ in best)
    parts = tuple(_part(desk, stored, section) for score, stored, section in best if score >= top - 0.1)
    return Draft(Status.ANSWERED, parts, desk.others())


def _top(desk: Desk, stored: StoredPlan) -> AnswerPart:
    """List the top-level parts of a plan."""
    sections = [section for section in stored.plan.sections if section.kind is SectionKind.ITEM]
    lead = f"**{desk.name(stored.plan_id)}**: {desk.words.top_level.format(count=len(sections))}"
    return _listed(desk, stored, lead, sections, ())


def _best(desk: Desk, stored: StoredPlan, need: Need) -> tuple[float, StoredPlan, Section] | None:
    least = 0 if desk.query.ask is Ask.WHICH_ITEM else 1 if desk.query.intent is Intent.RESPONSIBILITY else 2
    scored = [
        (desk.coverage(path, need), desk.coverage(title, need), title, section)
        for path, title, section in _headings(stored.plan.sections, desk.topic(stored.plan_id))
        if len(_children(section)) >= least
    ]
    fitting = [
        (under + PRECISION_SHARE * precision(title, need) + _of_cases(desk, title), under, section)
        for under, own, title, section in scored
        if own >= OWN_SHARE and under >= ENOUGH
    ]
    best = max(fitting, key=lambda found: found[0], default=None)
    return (best[1], stored, best[2]) if best is not None else None


def _asks_cases(query: Query) -> bool:
    """Tell whether the question asks in which cases something happens ("khi nào bị thu hồi"), not at what time."""
    timeless = query.intent is not Intent.DEADLINE and query.ask in (Ask.WHAT, Ask.LIST)
    return timeless and _CASE.search(fold(query.restored)) is not None


def _of_cases(desk: Desk, title: str) -> float:
    """Prefer, for a question when something happens to a person or paper, the title that announces the cases."""
    return CASES_SHARE if _asks_cases(desk.query) and _CASES.search(fold(title)) else 0.0


def _headings(sections: Iterable[Section], above: str) -> Iterator[tuple[str, str, Section]]:
    """Yield every numbered section with a title (a heading, or a lead that ends with a colon), and the titles from the
    top down to it before it."""
    for section in sections:
        title = section.heading.text or _lead(section)
        path = f"{above} {title}"
        if title and section.kind in (SectionKind.ITEM, SectionKind.ATTACHMENT):
            yield path, title, section
        yield from _headings(section.children, path)


def _lead(section: Section) -> str:
    text = section.body.text.rstrip()
    return text if section.children and text.endswith(":") and len(text) <= LEAD_LIMIT else ""


def _children(section: Section) -> list[Section]:
    """Return the entries under a heading: numbered items if there are any, else bullets, else paragraphs."""
    for kind in (SectionKind.ITEM, SectionKind.BULLET, SectionKind.PARAGRAPH):
        found = [child for child in section.children if child.kind is kind]
        if found:
            return found
    return []


def _part(desk: Desk, stored: StoredPlan, section: Section) -> AnswerPart:
    named = section.heading if section.heading.text else section.body if _lead(section) else EMPTY
    title = plain(named.text).rstrip(":.")
    lead = (
        f"**{title}** ({section_text(section.path, desk.words)})" if title else section_text(section.path, desk.words)
    )
    if not desk.single:
        lead = f"**{desk.name(stored.plan_id)}** – {lead}"
    heading = stored.plan.cite(section.path, named) if title else ()
    children = _children(section)
    if children:
        return _listed(desk, stored, f"{lead}: {len(children)}", children, heading)
    own = [part for part in (section, *section.children) if part.body.text][:2]
    body = [citation for part in own for citation in stored.plan.cite(part.path, part.body)]
    return desk.part(stored.plan_id, lead, (*heading, *body))


def _listed(
    desk: Desk, stored: StoredPlan, lead: str, sections: list[Section], heading: tuple[Citation, ...]
) -> AnswerPart:
    shown = sections[:MOST_ITEMS]
    entries = [_entry(stored, section) for section in shown]
    items = [
        f"{section.number}. {text}" if section.number else text
        for section, (text, _) in zip(shown, entries, strict=True)
    ]
    citations = (*heading, *(citation for _, cited in entries for citation in cited))
    derived = [str(len(sections)), *digits(*(section.number for section in shown))]
    return desk.part(stored.plan_id, lead, citations, items=items, show_quote=False, derived=derived)


def _entry(stored: StoredPlan, section: Section) -> tuple[str, tuple[Citation, ...]]:
    """Return what an entry says: its heading, or its first sentence."""
    text = section.heading if section.heading.text else section.body
    if not text.text:
        return "", ()
    end = len(text.text) if section.heading.text else next(iter(sentences(text)), (0, len(text.text)))[1]
    return shorten(plain(text.text[:end]), ITEM_LIMIT), stored.plan.cite(section.path, text, 0, end)
