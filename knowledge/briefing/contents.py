"""Plans to a briefing: what is told of each, in which order, and how much fits the minutes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answering.present import date_text
from knowledge.answering.wording import VI
from knowledge.briefing import articles, compare, doubted, duties, gate, stated, talk, title, wording
from knowledge.briefing.lines import Pen, pens
from knowledge.briefing.model import Block, Briefing, Kind, Part, Reported, Request, kind_named
from knowledge.errors import BriefingError
from knowledge.model import Passage, StoredPlan
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Budget:
    """What fits a briefing: tasks and lines of purpose a plan (None: all), characters of an article, questions to
    discuss and to answer, lines in a chat.

    Duties with a time, lists and targets are always told whole.
    """

    minutes: int
    tasks: int | None
    purpose: int
    article: int
    talk: int
    quiz: int
    bullets: int


BUDGETS = {
    each.minutes: each
    for each in (
        Budget(15, 8, 2, 180, 3, 3, 5),
        Budget(30, 16, 4, 300, 5, 5, 7),
        Budget(45, None, 8, 600, 8, 10, 8),
    )
}
MINUTES = tuple(BUDGETS)
"""How long a briefing may take."""


def compose(
    request: Request,
    plans: Mapping[str, StoredPlan],
    names: Mapping[str, str],
    found: Sequence[Passage],
    today: date,
    reported: Reported = None,
) -> Briefing:
    """Return the briefing of the request's plans, checked.

    plans: the whole collection by id; names: their short names; found: passages on the topic, best first; reported:
    what people called wrong.
    Raises BriefingError when no plan or an unknown one is asked for, or minutes that no briefing has; CitationError.
    """
    if request.minutes not in BUDGETS:
        raise BriefingError(f"a briefing takes {', '.join(map(str, MINUTES))} minutes, not {request.minutes}")
    wanted = _with_attached(request.plan_ids, plans) or tuple(plans)
    unknown = [plan_id for plan_id in wanted if plan_id not in plans]
    if unknown or not wanted:
        raise BriefingError(f"no plan {', '.join(map(repr, unknown)) or 'to brief on'}; choose of: {', '.join(plans)}")
    budget = BUDGETS[request.minutes]
    held = pens([plans[plan_id] for plan_id in wanted], names, today, reported or {})
    briefing = Briefing(
        title=title.whole(held),
        made_on=today,
        minutes=request.minutes,
        parts=tuple(_part(pen, request.topic, found, budget) for pen in held),
        topic=request.topic,
        comparison=compare.comparison([pen for pen in held if pen.stored.plan.attached_to not in wanted]),
        talk=talk.talk(held, budget.talk),
        quiz=talk.quiz(held, budget.quiz),
    )
    gate.check(briefing, plans)
    return briefing


def _with_attached(plan_ids: Sequence[str], plans: Mapping[str, StoredPlan]) -> tuple[str, ...]:
    """Return the plans wanted, each with what is attached to it behind it: the regulation that a decision is for."""
    attached = {
        plan_id: [other for other, stored in plans.items() if stored.plan.attached_to == plan_id]
        for plan_id in plan_ids
    }
    return tuple(dict.fromkeys(each for plan_id in plan_ids for each in (plan_id, *attached[plan_id])))


def _part(pen: Pen, topic: str | None, found: Sequence[Passage], budget: Budget) -> Part:
    own = [passage for passage in found if passage.plan_id == pen.stored.plan_id]
    only = _tasks_on(pen, topic, own) if topic and kind_named(topic) is not Kind.TASKS else None
    blocks: list[Block | None] = [
        title.block(pen),
        stated.on_topic(pen, topic, own) if topic else None,
        stated.purpose(pen, budget.purpose),
        articles.articles(pen, budget.article),
        articles.terms(pen),
        duties.tasks(pen, budget.tasks, only),
        duties.deadlines(pen),
        *stated.lists(pen),
        stated.targets(pen),
        stated.figures(pen),
        stated.rewards(pen),
        duties.sent_to(pen),
    ]
    told = tuple(block for block in blocks if block is not None)
    if len(told) == 1:
        told = (replace(told[0], rest=wording.NOTHING_READ),)
    doubt = doubted.caution(pen.stored.plan)
    called = any(line.note and line.note.reported for block in told for line in block.every_line())
    reports = wording.REPORTS_OPEN.format(mark=wording.REPORTED) if called else None
    return Part(
        pen.stored.plan_id, pen.name, title.heading(pen), title.matter(pen), told, title.caution(pen), doubt, reports
    )


def _tasks_on(pen: Pen, topic: str, found: Sequence[Passage]) -> frozenset[int]:
    """Return where the tasks on a topic begin: those in passages that were found, and those that name it."""
    held = [p.text.span(0, len(p.text.text)) for p in found if p.text.text]
    name = fold(topic)
    cited = [(each, each.citations[0]) for each in pen.stored.facts.responsibilities if each.citations]
    return frozenset(
        place.start
        for each, place in cited
        if name in fold(each.task) or any(span.start <= place.start < span.end for span in held)
    )


def subtitle(briefing: Briefing) -> str:
    """Return when the briefing was made, and for how long a meeting."""
    return wording.MADE.format(date=date_text(briefing.made_on, VI), minutes=briefing.minutes)
