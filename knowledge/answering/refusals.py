"""Answers that are not about a plan's words: manners, refusals, and useful ways of not knowing."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.content import heading_of
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.extract import Extract, cite, extracts
from knowledge.answering.present import date_text, digits
from knowledge.model import AnswerPart, Status
from knowledge.text import fold
from knowledge.understanding.smalltalk import asks_date, is_off_topic
from knowledge.understanding.tokens import folded_line, tokenize

MOST_NAMES = 6
NEAR = 0.2
"""Coverage from which a passage is worth showing as "có thể liên quan"."""

_THANKS = re.compile(r"\b(?:cam on|cam on ban|thank|thanks|tks|bye|tam biet)\b")
_WHO = re.compile(r"\b(?:ban la ai|may la ai|la ai vay|la gi vay|who are you|what are you|lam duoc gi|what can you)\b")


def say(text: str, status: Status) -> Draft:
    """Return a draft of one sentence that cites nothing."""
    return Draft(status, (AnswerPart(None, text),))


def smalltalk(desk: Desk) -> Draft:
    """Answer a greeting, thanks or chat."""
    asked = fold(desk.query.text)
    if _THANKS.search(asked):
        return say(desk.words.thanks, Status.SMALLTALK)
    if _WHO.search(asked):
        return say(desk.words.who_are_you, Status.SMALLTALK)
    lines = [folded_line(tokenize(said)) for said in (desk.query.restored, desk.query.text)]
    if any(map(asks_date, lines)):
        day, words = desk.today, desk.words
        return say(
            words.today.format(weekday=words.weekdays[day.weekday()], date=date_text(day, words)), Status.SMALLTALK
        )
    if any(map(is_off_topic, lines)):
        return say(desk.words.off_topic, Status.REFUSED)
    return say(desk.words.smalltalk, Status.SMALLTALK)


def injection(desk: Desk) -> Draft:
    """Decline an order to say what the plans don't."""
    return say(desk.words.injection, Status.REFUSED)


def unknown(desk: Desk) -> Draft:
    """Refuse to answer for something that the collection doesn't have, naming it and what there is."""
    years = [what for what in desk.query.unknown if re.fullmatch(r"\d{4}", what)]
    template = desk.words.unknown_year if years and len(years) == len(desk.query.unknown) else desk.words.unknown
    head = AnswerPart(None, template.format(what=", ".join(desk.query.unknown)))
    return Draft(Status.NOT_FOUND, (head, searched(desk)), tuple(desk.everyone))


def not_found(desk: Desk) -> Draft:
    """Say that the plans don't say it, what was searched, and what is nearest."""
    scope = (
        desk.names([stored.plan_id for stored in desk.plans]) if len(desk.plans) <= 2 else f"{len(desk.plans)} kế hoạch"
    )
    if desk.words.months and len(desk.plans) > 2:
        scope = f"{len(desk.plans)} plans"
    head = AnswerPart(None, f"{desk.words.not_found.format(scope=scope)} {desk.words.ask_whom}")
    near = [extract for extract in extracts(desk) if extract.coverage >= NEAR][:1]
    parts = (head, *(_nearest(replace(desk, answering=1), extract) for extract in near))
    return Draft(Status.NOT_FOUND, parts, desk.others(), tuple(extract.passage.id for extract in near))


def _nearest(desk: Desk, extract: Extract) -> AnswerPart:
    title = heading_of(extract)
    lead = f"{desk.words.nearest} {title}".rstrip()
    return desk.part(extract.passage.plan_id, lead, cite(desk, extract), derived=digits(title))


def searched(desk: Desk) -> AnswerPart:
    """Return the names of the plans that there are."""
    names = list(desk.everyone)
    shown = desk.names(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    return AnswerPart(None, desk.words.searched.format(units=shown))
