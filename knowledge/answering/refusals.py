"""Answers that are not about a plan's words: manners, refusals, and useful ways of not knowing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.desk import Desk, Draft
from knowledge.answering.present import date_text
from knowledge.model import AnswerPart, Status
from knowledge.patterns import later
from knowledge.text import fold
from knowledge.understanding.smalltalk import asks_date, is_about_bot, is_off_topic, says_yes_or_no
from knowledge.understanding.tokens import folded_line, tokenize

MOST_NAMES = 6

_THANKS = later(r"\b(?:cam on|cam on ban|thank|thanks|tks|bye|tam biet)\b")
_WHO = later(r"\b(?:ban la ai|may la ai|la ai vay|la gi vay|who are you|what are you|lam duoc gi|what can you)\b")


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
    if any(map(is_about_bot, lines)):
        return say(desk.words.about_bot, Status.SMALLTALK)
    if any(map(says_yes_or_no, lines)):
        return say(desk.words.meant, Status.SMALLTALK)
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
    own = [stored.plan_id for stored in desk.plans] if desk.query.named else list(desk.everyone)
    return Draft(Status.NOT_FOUND, (head, searched(desk, own)), tuple(own))


def of_others(desk: Desk, named: Sequence[str], told: Draft) -> Draft:
    """Say before what is nearest that the bodies which are named have no plan here, and whose plan it is from."""
    plans = desk.names([stored.plan_id for stored in desk.plans])
    return replace(
        told, parts=(AnswerPart(None, desk.words.of_others.format(what=", ".join(named), plans=plans)), *told.parts)
    )


def searched(desk: Desk, names: Sequence[str] = ()) -> AnswerPart:
    """Return the names of some plans, of all that there are by default."""
    names = list(names or desk.everyone)
    shown = desk.names(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    return AnswerPart(None, desk.words.searched.format(units=shown))
