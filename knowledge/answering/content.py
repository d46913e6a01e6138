"""Answers for anything a plan may say: the sentences that say it, word for word, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import details, lengths
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.duties import specific
from knowledge.answering.extract import Extract, actor, cite, extracts
from knowledge.answering.matching import bag
from knowledge.answering.present import digits, plain, section_text, shorten
from knowledge.model import AnswerPart, Ask, Intent, Language, Passage, SectionKind, Status
from knowledge.text import fold, folded_words
from knowledge.understanding.english import translated_share

ENOUGH, SIMILARITY_WEIGHT, MARGIN_WEIGHT = 0.6, 1.5, 0.5
"""From which sum of focus, weighted similarity and weighted margin a passage is taken to be about the question."""
ENGLISH_ENOUGH, ENGLISH_SIMILARITY_WEIGHT = 0.65, 3.0
"""The same for English, where words say less and the embedding more. All fitted on questions with known answers."""
STRONG = 0.5
"""Focus from which a sentence is plainly about the question's own words."""
LEAST = 0.25
"""Focus below which no day or number is the one asked for."""
ALSO = 0.88
"""Share of the best score from which another plan is worth a line of its own."""
MOST_PLANS = 3
SIBLING = 0.75
SIBLING_LIMIT = 300
HEADING_LIMIT = 120

_MUST_SAY = {Intent.REWARD: re.compile(r"\b(?:khen|tuyen duong|bieu duong|thuong|ton vinh)\b")}
_CLAIMS_NOTHING = frozenset(
    folded_words(
        "có tặng khen tốt quy định yêu cầu nêu nhắc đề cập nói kế hoạch phải làm tổ chức thực hiện đúng được văn bản "
        "cần không chưa hay thế nào vậy luôn nữa cũng thì là mà chứ à ạ nhỉ"
    )
)
_TASKED = re.compile(
    r"(.{2,60}?)\b(?:phai (?:lam|thuc hien)|can lam|lam gi|duoc giao|co (?:nhiem vu|trach nhiem)|chiu trach nhiem gi)\b"
)
"""An actor before the words that ask for its tasks."""
_NEGATION = re.compile(r"\b(?:khong|chua|cam|tranh|ngan)\b")


def answer(desk: Desk) -> Draft | None:
    """Quote the best passage of each plan that answers; None when none is about the question."""
    about = about_question(desk)
    if not about:
        return None
    about = _of_kind(desk, about)
    if desk.query.ask is Ask.WHICH_PLANS and desk.query.language is not Language.EN:
        about = [extract for extract in extracts(desk) if extract.focus >= STRONG] or about
    stating = [extract for extract in about if missing_detail(desk, extract) is None]
    stating = stating or _beside(desk, about[0])
    found = best_of_plans(stating or about)
    if desk.query.ask in (Ask.WHICH_PLANS, Ask.COMPARE) and not desk.single and stating:
        return which_plans(desk, found)
    gap = missing_detail(desk, found[0])
    if gap:
        desk = replace(desk, answering=1)
        return Draft(Status.NOT_SPECIFIED, (part(desk, found[0], gap),), desk.others())
    best = found[0].score
    near = [extract for extract in found[1:] if desk.query.every_unit or extract.score >= ALSO * best]
    chosen = [found[0], *near][:MOST_PLANS]
    desk = replace(desk, answering=len(chosen))
    parts = tuple(part(desk, extract, lead(desk, extract), _siblings(desk, extract, stating)) for extract in chosen)
    return Draft(Status.ANSWERED, parts, desk.others())


def answers(desk: Desk) -> bool:
    """Tell whether any passage in scope is about the question."""
    return bool(about_question(desk))


def about_question(desk: Desk) -> list[Extract]:
    """Return the extracts about the question, best first; a follow-up is heard by its own words if it has any."""
    telling = desk.wanted if desk.query.named else specific(desk)
    if not any(not word.isdigit() for _, word in desk.known(telling).words):
        return []  # numbers, and words that stand in every plan, are about nothing
    own = desk.known(desk.own(desk.wanted))
    if desk.query.follow_up and len(own.words) > 1:
        alone = [extract for extract in extracts(desk, own) if extract.focus >= STRONG]
        if alone:
            return alone
    return [extract for extract in extracts(desk) if is_about(desk, extract) and subject_agrees(desk, extract)]


def subject_agrees(desk: Desk, extract: Extract) -> bool:
    """Tell whether an extract speaks of the actor whose tasks are asked for."""
    query = desk.query
    if query.language is Language.EN:
        return True
    found = _TASKED.match(fold(query.restored)) if query.intent is Intent.RESPONSIBILITY else None
    if found is None:
        return True
    actor_words = set(folded_words(found[1]))
    pairs = [pair for pair in desk.wanted.pairs if actor_words.issuperset(pair)]
    held = bag(f"{extract.passage.heading} {extract.text}").pairs
    return not pairs or not held.isdisjoint(pairs)


def _beside(desk: Desk, about: Extract) -> list[Extract]:
    """Return, for a question how long something takes, what gives a term under the same heading as what it is about."""
    if not lengths.asked(desk.query):
        return []
    beside = [extract for extract in extracts(desk) if _is_beside(extract.passage, about.passage)]
    return [e for e in beside if e.coverage >= STRONG and missing_detail(desk, e) is None]


def _is_beside(passage: Passage, other: Passage) -> bool:
    """Tell whether a passage stands under the same heading as the other, or under the other itself."""
    below = passage.section.startswith(f"{other.section}.")
    return passage.plan_id == other.plan_id and (below or passage.heading == other.heading)


def _of_kind(desk: Desk, found: list[Extract]) -> list[Extract]:
    """Put first the extracts that use the words which an answer to such a question must use."""
    cue = _MUST_SAY.get(desk.query.intent)
    saying = [extract for extract in found if cue and cue.search(fold(extract.text))]
    return saying or found


def _siblings(desk: Desk, extract: Extract, found: Sequence[Extract]) -> list[Extract]:
    """Return the other short extracts of the plan that fit a question for a list about as well."""
    if desk.query.ask is not Ask.LIST:
        return []
    own = [e for e in found if e.passage.plan_id == extract.passage.plan_id and e.passage.id != extract.passage.id]
    return [e for e in own if e.score >= SIBLING * extract.score and len(e.text) <= SIBLING_LIMIT][:MOST_PLANS]


def best_of_plans(found: Sequence[Extract]) -> list[Extract]:
    """Return the best extract of each plan, best first."""
    best: dict[str, Extract] = {}
    for extract in found:
        best.setdefault(extract.passage.plan_id, extract)
    return sorted(best.values(), key=lambda extract: -extract.score)


def is_about(desk: Desk, extract: Extract) -> bool:
    """Tell whether an extract is about the question at all.

    Of an English question only the words that the glossary knows can be looked for; the fewer they are, the more the
    embedding has to agree.
    """
    if desk.query.ask in (Ask.WHEN, Ask.HOW_MANY) and extract.focus < LEAST and len(specific(desk).words) > 1:
        return False  # a day or a number near the topic alone answers nothing
    if desk.query.language is Language.EN:
        found = extract.focus * translated_share(desk.query)
        return found + ENGLISH_SIMILARITY_WEIGHT * extract.similarity >= ENGLISH_ENOUGH
    return extract.focus + SIMILARITY_WEIGHT * extract.similarity + MARGIN_WEIGHT * extract.margin >= ENOUGH


def missing_detail(desk: Desk, extract: Extract) -> str | None:
    """Return the sentence that says which asked detail the extract does not state, or None when nothing is missing."""
    name = details.missing(desk.query, extract.text, extract.passage.heading)
    if name is None and not affirms(desk, extract):
        name = "essential"
    return desk.words.no_detail_at.get(name, desk.words.no_detail) if name else None


def affirms(desk: Desk, extract: Extract) -> bool:
    """Tell whether an extract says all that a yes/no question claims, but for words that claim nothing of their own."""
    if desk.query.ask is not Ask.YES_NO:
        return True
    passage = extract.passage
    held = bag(f"{desk.topic(passage.plan_id)} {extract.text}")
    return all(word in held.folded for _, word in desk.wanted.without(_CLAIMS_NOTHING).words)


def which_plans(desk: Desk, found: Sequence[Extract]) -> Draft:
    """Name the plans that say it, a quote each, and those that don't."""
    desk = replace(desk, answering=len(found))
    parts = [part(desk, extract, f"**{desk.name(extract.passage.plan_id)}**") for extract in found]
    named = {extract.passage.plan_id for extract in found}
    silent = [stored.plan_id for stored in desk.plans if stored.plan_id not in named]
    head = AnswerPart(None, desk.words.which_plans.format(count=len(found)))
    tail = [AnswerPart(None, desk.words.not_in_plans.format(units=desk.names(silent)))] if silent else []
    return Draft(Status.ANSWERED, (head, *parts, *tail))


def part(desk: Desk, extract: Extract, lead: str, more: Sequence[Extract] = ()) -> AnswerPart:
    """Build the part that quotes an extract, and more of the same plan, under `lead`."""
    quoted = sorted((extract, *more), key=lambda each: each.passage.ordinal)
    citations = [
        *cite(desk, extract),
        *(citation for each in quoted if each is not extract for citation in cite(desk, each)),
    ]
    if desk.query.ask is Ask.WHO:
        citations = [*actor(desk, extract), *citations]
    return desk.part(extract.passage.plan_id, lead, citations, derived=digits(heading_of(extract)))


def lead(desk: Desk, extract: Extract) -> str:
    """Return the words over a quoted extract: yes, the heading that it stands under, or where it stands."""
    if desk.query.ask is Ask.YES_NO and not _NEGATION.search(fold(extract.text)):
        return desk.words.yes
    title = heading_of(extract)
    if title:
        return desk.words.stated_in.format(title=title, section=section_text(extract.passage.section, desk.words))
    if desk.query.ask is Ask.WHICH_ITEM:
        return desk.words.stands_at.format(section=section_text(extract.passage.section, desk.words))
    return desk.words.stated


def heading_of(extract: Extract) -> str:
    """Return the nearest heading above an extract, when it says more than a formal part's title."""
    if extract.passage.kind not in (SectionKind.ITEM, SectionKind.BULLET, SectionKind.PARAGRAPH):
        return ""
    title = plain(extract.passage.heading.split(" > ")[-1]).rstrip(":.")
    return "" if title.isupper() else shorten(title, HEADING_LIMIT)
