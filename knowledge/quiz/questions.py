"""Items to quiz questions within Telegram's limits. Pure; the dice are a parameter."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from knowledge.answering.present import section_text
from knowledge.answering.wording import VI
from knowledge.model import StoredPlan
from knowledge.quiz import wording
from knowledge.quiz.items import Item, Kind, items, one_line, said_in, same

QUESTION_CHARS = 300
EXPLANATION_CHARS = 200
"""https://core.telegram.org/bots/api#sendpoll, in UTF-16 units; no plan needs characters of two."""
WRONG = 3
FEWEST_WRONG = 2
MOST_ALIKE = 2
"""Places of one list in a quiz."""


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One poll. correct: the index of the one right option; explanation: the plan's words, verbatim."""

    question: str
    options: tuple[str, ...]
    correct: int
    explanation: str


def make_quiz(
    plans: Sequence[StoredPlan], names: Mapping[str, str], count: int, dice: random.Random, unit: str | None = None
) -> list[QuizQuestion]:
    """Return up to `count` questions, each about a plan that it names, kinds of fact in turn.

    names: each plan's name; unit: ask about this plan first, about the others when it has too little to ask.
    """
    every = items(plans)
    dice.shuffle(every)
    ordered = sorted(_in_turn(every), key=lambda item: unit is not None and item.plan_id != unit)
    named = {stored.plan_id: names.get(stored.plan_id, stored.plan_id) for stored in plans}
    return [question for question, _ in _choose(ordered, named, count, dice, told_at_once=True)]


def make_sheet(
    plans: Sequence[StoredPlan], names: Mapping[str, str], count: int, dice: random.Random
) -> list[tuple[QuizQuestion, Item]]:
    """Return up to `count` questions about `plans` alone, each with the fact that it was made from.

    names: of the plans that a question has to name.
    """
    ordered = items(plans)
    dice.shuffle(ordered)
    return _choose(_in_turn(ordered), names, count, dice, told_at_once=False)


def _choose(
    ordered: Sequence[Item],
    names: Mapping[str, str],
    count: int,
    dice: random.Random,
    *,
    told_at_once: bool,
) -> list[tuple[QuizQuestion, Item]]:
    """Return questions of which none answers another. told_at_once: each is explained before the next is asked."""
    found: dict[str, tuple[QuizQuestion, Item]] = {}
    for item in ordered:
        if len(found) == count:
            break
        question = _question(item, names, dice)
        if question is None or sum(_is_alike(item, other) for _, other in found.values()) >= MOST_ALIKE:
            continue
        if not any(_tells(question, item, *other, told_at_once) for other in found.values()):
            found.setdefault(question.question, (question, item))
    return _spread(list(found.values()), dice)


def _spread(found: list[tuple[QuizQuestion, Item]], dice: random.Random) -> list[tuple[QuizQuestion, Item]]:
    """Move the right options so that each place has its turn, and none the next one's."""
    told: list[tuple[QuizQuestion, Item]] = []
    places: list[int] = []
    for question, item in found:
        options = list(question.options)
        free = [place for place in range(len(options)) if place not in places] or [
            place for place in range(len(options)) if place != places[-1]
        ]
        places = places if len(set(places)) < len(options) else places[-1:]
        place = dice.choice(free)
        options[place], options[question.correct] = options[question.correct], options[place]
        told.append((replace(question, options=tuple(options), correct=place), item))
        places.append(place)
    return told


def _is_alike(one: Item, other: Item) -> bool:
    """Tell two places of the same list, of which a few leave none to be guessed."""
    return one.kind is other.kind is Kind.ORDER and one.own == other.own


def _tells(one: QuizQuestion, its: Item, other: QuizQuestion, others: Item, told_at_once: bool) -> bool:
    """Tell whether either question gives the other's answer away, or is the same but for its choices."""
    if its.plan_id != others.plan_id:
        return False
    if its.kind is others.kind and its.stem == others.stem:
        return True
    if {its.kind, others.kind} == {Kind.LIST, Kind.ORDER}:  # the choices of the one are all in the list
        return its.right in other.options or others.right in one.options
    stems = _says(its.stem, others) or _says(others.stem, its)
    return stems or (told_at_once and (_explains(one, its, others) or _explains(other, others, its)))


def _says(stem: str, sought: Item) -> bool:
    return said_in(sought.right, stem) or said_in(sought.anchor, stem)


def _explains(shown: QuizQuestion, its: Item, sought: Item) -> bool:
    """Tell whether the plan's words under a question hold what another asks for at the same place."""
    shared = its.source.start < sought.source.end and sought.source.start < its.source.end
    return shared and its.anchor != sought.anchor and said_in(sought.anchor, shown.explanation)


def _in_turn(shuffled: Sequence[Item]) -> list[Item]:
    """Return kinds of fact in turn; the places of a list, which are the least worth knowing, when all else is asked."""
    kinds: dict[str, list[Item]] = {}
    for item in shuffled:
        kinds.setdefault(item.kind, []).append(item)
    places = kinds.pop(Kind.ORDER, [])
    return [*(item for item in chain.from_iterable(zip_longest(*kinds.values())) if item is not None), *places]


def _question(item: Item, names: Mapping[str, str], dice: random.Random) -> QuizQuestion | None:
    """Return the question, None when the facts give too few wrong choices or the words don't fit a poll.

    names: of the plans that a question has to name.
    """
    name = names.get(item.plan_id)
    text = wording.QUESTION.format(plan=name, stem=item.stem) if name else item.stem[:1].upper() + item.stem[1:]
    wrong = _wrong(item, dice)
    explanation = explain(item)
    if len(wrong) < FEWEST_WRONG or len(text) > QUESTION_CHARS or explanation is None or said_in(item.right, text):
        return None
    options = [item.right, *wrong]
    dice.shuffle(options)
    return QuizQuestion(text, tuple(options), options.index(item.right), explanation)


def _wrong(item: Item, dice: random.Random) -> list[str]:
    """Return wrong choices: what the same plan says of other things, then what was made. Never another plan's words:
    who learns one plan would learn them along with it."""
    chosen: list[str] = []
    for choices in (item.own, item.made):
        for choice in dice.sample(choices, len(choices)):
            taken = [item.right, *item.true, *chosen]
            if len(chosen) < WRONG and not any(same(item.kind, choice, other) for other in taken):
                chosen.append(choice)
    return chosen


def explain(item: Item) -> str | None:
    """Return the plan's words around those that decide, and where they stand; None when they don't fit."""
    quote, anchor = one_line(item.source.quote), one_line(item.anchor)
    place = wording.PLACE.format(section=section_text(item.source.section, VI))
    room = EXPLANATION_CHARS - len(place) - len("“……”")
    at = quote.find(anchor)
    if at < 0 or len(anchor) > room:
        return None
    start = _word_start(quote, max(0, min(at - (room - len(anchor)) // 2, len(quote) - room)), at)
    end = _word_end(quote, min(len(quote), start + room), at + len(anchor))
    before, after = "…" if start else "", "…" if end < len(quote) else ""
    return f"“{before}{quote[start:end]}{after}”{place}"


def _word_start(text: str, start: int, latest: int) -> int:
    if start == 0 or text[start - 1] == " ":
        return start
    gap = text.find(" ", start, latest)
    return gap + 1 if gap >= 0 else latest


def _word_end(text: str, end: int, earliest: int) -> int:
    if end == len(text) or text[end] == " ":
        return end
    gap = text.rfind(" ", earliest, end)
    return gap if gap >= 0 else earliest
