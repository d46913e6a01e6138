"""Items to quiz questions within Telegram's limits. Pure; the dice are a parameter."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from knowledge.model import StoredPlan
from knowledge.quiz import wording
from knowledge.quiz.items import Item, Kind, items, same
from knowledge.text import folded_words

QUESTION_CHARS = 300
EXPLANATION_CHARS = 200
"""https://core.telegram.org/bots/api#sendpoll, in UTF-16 units; no plan needs characters of two."""
WRONG = 3
FEWEST_WRONG = 2


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
    return [question for question, _ in _choose(ordered, every, names, count, dice)]


def make_sheet(
    plans: Sequence[StoredPlan], every: Sequence[StoredPlan], names: Mapping[str, str], count: int, dice: random.Random
) -> list[tuple[QuizQuestion, Item]]:
    """Return up to `count` questions about `plans` alone, each with the fact that it was made from.

    every: whose facts may lend wrong choices.
    """
    ordered = items(plans)
    dice.shuffle(ordered)
    return _choose(_in_turn(ordered), items(every), names, count, dice)


def _choose(
    ordered: Sequence[Item], every: Sequence[Item], names: Mapping[str, str], count: int, dice: random.Random
) -> list[tuple[QuizQuestion, Item]]:
    found: dict[str, tuple[QuizQuestion, Item]] = {}
    for item in ordered:
        if len(found) == count:
            break
        question = _question(item, every, names, dice)
        if question is not None:
            found.setdefault(question.question, (question, item))
    return list(found.values())


def _in_turn(shuffled: Sequence[Item]) -> list[Item]:
    kinds: dict[str, list[Item]] = {}
    for item in shuffled:
        kinds.setdefault(item.kind, []).append(item)
    return [item for item in chain.from_iterable(zip_longest(*kinds.values())) if item is not None]


def _question(item: Item, every: Sequence[Item], names: Mapping[str, str], dice: random.Random) -> QuizQuestion | None:
    """Return the question, None when the facts give too few wrong choices or the words don't fit a poll."""
    text = wording.QUESTION.format(plan=names.get(item.plan_id, item.plan_id), stem=item.stem)
    wrong = _wrong(item, every, dice)
    explanation = explain(item)
    if len(wrong) < FEWEST_WRONG or len(text) > QUESTION_CHARS or explanation is None:
        return None
    options = [item.right, *wrong]
    dice.shuffle(options)
    return QuizQuestion(text, tuple(options), options.index(item.right), explanation)


def _wrong(item: Item, every: Sequence[Item], dice: random.Random) -> list[str]:
    """Return wrong choices: of the same plan where they are surely wrong, and of other plans."""
    others = [other.right for other in every if other.kind is item.kind and other.plan_id != item.plan_id]
    if item.kind is Kind.RECIPIENT:  # whoever the same sentence names has a part in it
        said = " ".join(folded_words(item.source.quote))
        others = [other for other in others if " ".join(folded_words(other)) not in said]
    own = list(item.own or ())
    dice.shuffle(own)
    chosen: list[str] = []
    for choice in [*own, *others]:
        taken = [item.right, *item.true, *chosen]
        if len(chosen) < WRONG and not any(same(item.kind, choice, other) for other in taken):
            chosen.append(choice)
    return chosen


def explain(item: Item) -> str | None:
    """Return the plan's words around those that decide, and where they stand; None when they don't fit."""
    quote, anchor = _one_line(item.source.quote), _one_line(item.anchor)
    place = wording.PLACE.format(section=item.source.section)
    room = EXPLANATION_CHARS - len(place) - len("“……”")
    at = quote.find(anchor)
    if at < 0 or len(anchor) > room:
        return None
    start = _word_start(quote, max(0, min(at - (room - len(anchor)) // 2, len(quote) - room)), at)
    end = _word_end(quote, min(len(quote), start + room), at + len(anchor))
    before, after = "…" if start else "", "…" if end < len(quote) else ""
    return f"“{before}{quote[start:end]}{after}”{place}"


def _one_line(quote: str) -> str:
    return " ".join(quote.replace("*", "").split())


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
