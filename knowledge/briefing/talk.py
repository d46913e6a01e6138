"""Questions for discussion, each hung on something that a plan says, and the quiz sheet."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest

from rapidfuzz import fuzz

from knowledge.answering.present import digits, plain, sentence_case
from knowledge.briefing import wording
from knowledge.briefing.duties import assigned, duties, is_clear, is_dated, when_text
from knowledge.briefing.lines import Pen
from knowledge.briefing.model import Block, Kind, Line, Quizzed
from knowledge.briefing.quoting import cut
from knowledge.briefing.stated import aims, amount_text, given, introduction, is_plain, name_of
from knowledge.facts.lexicon import SUBJECT_END
from knowledge.model import Deadline
from knowledge.patterns import later
from knowledge.quiz import make_sheet

SHORT, WHOLE = 110, 150
"""Characters of what a question is about: cut to the first, but told whole up to the second."""
_SEED = 1
_LEAST_WORDS = 3
_ALIKE = 90.0
"""Of 100: questions nearer than this are one."""
_MEASURED = later(r"(?:tỷ lệ|tỉ lệ|mức)(?!\w)")
_STAFFED = later(r"\W*(?:do )?(?:các )?(?:đ/c|đồng chí|ông|bà)(?!\w)", re.IGNORECASE)
"""Who belongs to a body, which is nothing that it does."""


def talk(pens: Sequence[Pen], most: int) -> Block | None:
    """Return at most `most` questions, plans and kinds of fact in turn."""
    each = [list(islice(_questions(pen), most)) for pen in pens]
    lines = [line for line in chain.from_iterable(zip_longest(*each)) if line is not None][:most]
    return Block(Kind.TALK, wording.TALK, tuple(lines)) if lines else None


def _questions(pen: Pen) -> Iterator[Line]:
    kinds = (_of_dated(pen), _of_lists(pen), _of_targets(pen), _of_undated(pen), _of_rewards(pen), _of_tasks(pen))
    asked: list[str] = []
    for line in chain.from_iterable(zip_longest(*kinds)):
        # a duty of several rounds, or that two sections tell, is one thing to talk about
        if line is not None and not line.mark and not any(_is_alike(line.text, other) for other in asked):
            asked.append(line.text)
            yield line


def _is_alike(one: str, other: str) -> bool:
    """Tell two questions of one form that are about nearly the same."""
    return fuzz.ratio(one, other) >= _ALIKE


def _of_dated(pen: Pen) -> Iterator[Line]:
    asked: set[str] = set()
    for duty in duties(pen):
        if is_dated(duty) and duty.what not in asked and _says_what(pen, duty):
            asked.add(duty.what)
            told = sentence_case(when_text(pen, duty))
            text = _ask(wording.TALK_DATED, when=told, what=_short(duty.what))
            yield pen.write(text, duty.citations, derived=digits(str(duty.inferred_year or "")))


def _says_what(pen: Pen, duty: Deadline) -> bool:
    """Tell whether a duty's own words, or its clause's, can be talked about out of their place."""
    words, _ = pen.clause_around(duty.section, duty.citations, duty.stated or duty.what)
    return is_clear(duty, words or duty.what)


def _of_undated(pen: Pen) -> Iterator[Line]:
    for duty in duties(pen):
        if not is_dated(duty) and duty.recurrence and _says_what(pen, duty):
            yield pen.write(_ask(wording.TALK_UNDATED, what=_short(duty.what)), duty.citations)


def _of_lists(pen: Pen) -> Iterator[Line]:
    for found in pen.stored.facts.no_lists:
        citations = introduction(found) or tuple(each for item in found.items for each in item.citations)
        if citations:
            yield pen.write(wording.TALK_LIST.format(name=_lower(name_of(found))), citations)


def _of_targets(pen: Pen) -> Iterator[Line]:
    for target in aims(pen):
        if target.citations and is_plain(pen, target) and len(target.counts.split()) >= _LEAST_WORDS:
            value, counts = _lower(amount_text(target)), _short(target.counts)
            told = f"{counts} {value}" if _MEASURED.match(counts) else f"{value} {counts}"
            yield pen.write(wording.TALK_TARGET.format(target=told), target.citations)


def _of_rewards(pen: Pen) -> Iterator[Line]:
    reward = next((each for each in given(pen) if not each.award.isupper()), None)  # no heading in capitals
    if reward:  # of several the question would be the same
        yield pen.write(wording.TALK_REWARD.format(award=_short(reward.award)), reward.citations)


def _of_tasks(pen: Pen) -> Iterator[Line]:
    for task in assigned(pen):
        if SUBJECT_END.search(_lower(plain(task.task))) and not any(map(_STAFFED.match, (task.task, task.actor))):
            yield pen.write(_ask(wording.TALK_TASK, task=_short(task.task)), task.citations)


def quiz(pens: Sequence[Pen], count: int) -> tuple[Quizzed, ...]:
    """Return the sheet's questions, the same each time for the same plans."""
    plans = [pen.stored for pen in pens]
    by_plan = {pen.stored.plan_id: pen for pen in pens}
    names = {pen.stored.plan_id: pen.name for pen in pens if len(pens) > 1}  # one plan alone needs no name
    dice = random.Random(_SEED)  # noqa: S311 # the order of choices is no secret
    found = make_sheet(plans, names, count, dice)
    return tuple(
        Quizzed(made.question, made.options, made.correct, note)
        for made, item in found
        if (note := by_plan[item.plan_id].note((item.source,))) and not note.open  # no key on words in doubt
    )


def _ask(template: str, **parts: str) -> str:
    """Fill a question; what was cut ends its sentence by itself."""
    return template.format(**parts).replace("….", "…")


def _short(text: str) -> str:
    told = plain(text).strip(" .;,")
    return _lower(told if len(told) <= WHOLE else cut(told, SHORT))


def _lower(text: str) -> str:
    """Begin in lower case inside a sentence, unless the word is a name or all capitals."""
    second = text[1:2]
    return text if second.isupper() or not second.isalpha() else text[:1].lower() + text[1:]
