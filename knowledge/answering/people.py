"""Answers about whom a plan binds and whom to ask when something is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.answering import details, outline, typed
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import digits, plain, sentence_case, shorten
from knowledge.answering.wording.people import EN, VI, PeopleWording
from knowledge.model import AnswerPart, Citation, Language, Responsibility, Section, Status, StoredPlan
from knowledge.parsing import sentences
from knowledge.text import fold, folded_words
from knowledge.understanding.cues import cues
from knowledge.understanding.tables.contacts import WHOM_TO_ASK
from knowledge.understanding.tables.headers import ADDRESSEES

MOST = 15
MOST_SENTENCES = 2
ACTOR_LIMIT = 160

_BOUND, _WHOM = cues(ADDRESSEES), cues(WHOM_TO_ASK)
_HEADING = re.compile(r"\b(?:doi tuong|pham vi)\b")
_ON_DIFFICULTY = re.compile(
    r"\b(?:trong qua trinh|neu co|neu gap|khi co|moi)\b.{0,100}\b(?:vuong mac|kho khan|phat sinh|thac mac|chua ro)\b"
    r".{0,160}\b(?:phan anh|bao cao|lien he|kien nghi|trao doi|thong tin|de nghi|gui)\b"
)


def bound(desk: Desk) -> Draft | None:
    """Answer "kế hoạch áp dụng cho ai" from a part of that name, or else from those who are given duties."""
    if not _BOUND.search(_line(desk)):
        return None
    parts = [part for stored in desk.plans if (part := _bound(desk, stored)) is not None]
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def _bound(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    own = next((s for s in stored.plan.walk() if s.number and _HEADING.search(fold(s.heading.text))), None)
    if own is not None:
        return outline.section_part(desk, stored, own)
    actors = _actors(stored.facts.responsibilities)[:MOST]
    if not actors:
        return None
    lead = _words(desk).bound.format(count=len(actors))
    items = [sentence_case(shorten(plain(actor), ACTOR_LIMIT)) for actor, _ in actors]
    citations = [citation for _, task in actors for citation in task.citations]
    return _part(desk, stored, lead, items, citations)


def _actors(tasks: Sequence[Responsibility]) -> list[tuple[str, Responsibility]]:
    """Return each actor once, the first time it is named; one-word actors are pieces of names."""
    found: dict[str, tuple[str, Responsibility]] = {}
    for task in tasks:
        if len(task.actor.split()) > 1:
            found.setdefault(fold(task.actor), (task.actor, task))
    return list(found.values())


def to_ask(desk: Desk) -> Draft | None:
    """Answer "có vướng mắc thì hỏi ai" from the sentence on difficulties; without one say so beside the contacts."""
    if not _WHOM.search(_line(desk)) or details.asked(desk.query) & {"contact", "name"}:
        return None
    told = [part for stored in desk.plans if (part := _told(desk, stored)) is not None]
    if told:
        return Draft(Status.ANSWERED, tuple(told), desk.others())
    near = [part for stored in desk.plans if (part := _contacts(desk, stored)) is not None]
    return Draft(Status.NOT_SPECIFIED, tuple(near), desk.others()) if near else None


def _told(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    found = list(_on_difficulty(stored))[:MOST_SENTENCES]
    if not found:
        return None
    lead = _words(desk).ask if desk.single else f"**{desk.name(stored.plan_id)}** – {_words(desk).ask}"
    citations = [
        citation for section, span in found for citation in stored.plan.cite(section.path, section.body, *span)
    ]
    return desk.part(stored.plan_id, lead, citations)


def _on_difficulty(stored: StoredPlan) -> Iterator[tuple[Section, tuple[int, int]]]:
    for section in stored.plan.walk():
        for start, end in sentences(section.body):
            if _ON_DIFFICULTY.search(fold(section.body.text[start:end])):
                yield section, (start, end)


def _contacts(desk: Desk, stored: StoredPlan) -> AnswerPart | None:
    lines = typed.contact_lines(desk, stored, frozenset())[:MOST]
    if not lines:
        return None
    citations = [citation for line in lines for citation in line.citations]
    return _part(desk, stored, _words(desk).nobody_to_ask, [line.shown for line in lines], citations)


def _part(desk: Desk, stored: StoredPlan, lead: str, items: Sequence[str], citations: Sequence[Citation]) -> AnswerPart:
    named = lead if desk.single else f"**{desk.name(stored.plan_id)}** – {lead}"
    derived = [str(len(items)), *digits(*items)]
    unique = tuple(dict.fromkeys(citations))
    return desk.part(stored.plan_id, named, unique, items=items, show_quote=False, derived=derived)


def _line(desk: Desk) -> str:
    return f" {' '.join(folded_words(desk.query.restored))} "


def _words(desk: Desk) -> PeopleWording:
    return EN if desk.query.language is Language.EN else VI
