"""Answers about who must do what: the tasks of the actor that a question names, or the actor of the task it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import actors
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.matching import Need, precision
from knowledge.answering.present import digits, plain, shorten
from knowledge.model import AnswerPart, Ask, Responsibility, Status, StoredPlan
from knowledge.text import fold, folded_words

ACTOR_ENOUGH = 0.7
EXACT = 1.25
"""The score of an actor that is named in full, and nothing beside it."""
NARROW_SHARE = 0.3
TIE = 0.08
TASK_ENOUGH = 0.5
"""Coverage of what a question says beside the actor, from which a task is the one that is meant."""
TASK_TIE = 0.2
MOST = 15
LINE_LIMIT = 320

_NAMING = frozenset(folded_words("làm gì phải giao việc thực hiện kế hoạch theo tự"))
_DUTY = re.compile(r"\b(?:trach nhiem|nhiem vu)\b")
_WHICH = re.compile(r"\b(so|phong|ban|hoi|doan|bo|vu|cuc|vien|trung tam|truong|cong an|uy ban|nganh) nao\b")
_DOES_WHAT = re.compile(r"\b(?:gi|viec nao|what)\b\s+(.+)$")


def answer(desk: Desk, enough: float = ACTOR_ENOUGH) -> Draft | None:
    """Answer "X phải làm gì" from the tasks of X, "sở nào lo việc Y" from those of a body of that kind."""
    need = actors.subject(desk, desk.own(_named(desk)))
    if not need:
        return None
    kind = _WHICH.search(fold(desk.query.restored)) if desk.query.ask is Ask.WHO else None
    found = _of_kind(desk, need, kind[1]) if kind else _of_actor(desk, need, enough)
    if not found and (head := actors.as_head(desk)) is not None:
        found = _of_actor(desk, head, enough)
    sharing = replace(desk, answering=len({responsibility.plan_id for responsibility in found}))
    parts = [
        _tasks(sharing, stored.plan_id, own)
        for stored in desk.plans
        if (own := [responsibility for responsibility in found if responsibility.plan_id == stored.plan_id][:MOST])
    ]
    return Draft(Status.ANSWERED, tuple(parts), desk.others()) if parts else None


def _named(desk: Desk) -> Need:
    """Return what the question asks for beside the words for a duty ("trách nhiệm", not the "nhiệm" of "chủ nhiệm")."""
    kept = set(folded_words(_DUTY.sub(" ", fold(desk.query.restored))))
    duty = {"trach", "nhiem", "vu"} - kept
    return desk.wanted.without({*_NAMING, *duty, *(str(year) for year in desk.query.years)})


def exactly(desk: Desk) -> Draft | None:
    """Answer for an actor whom the question names in full and beside whom it names nothing else."""
    return answer(desk, EXACT)


def _of_actor(desk: Desk, need: Need, enough: float) -> list[Responsibility]:
    """Return the tasks of the actor that the question names, only those it is about when it says more."""
    found = [
        (desk.coverage(r.actor, own) + NARROW_SHARE * precision(r.actor, own), r)
        for stored in desk.plans
        if (own := _beside_title(stored, need))
        for r in stored.facts.responsibilities
    ]
    best = max((score for score, _ in found), default=0.0)
    if best < enough:
        return []
    chosen = [responsibility for score, responsibility in found if score >= best - TIE]
    fitting = [responsibility for score, responsibility in found if score >= ACTOR_ENOUGH]
    return _about(desk, _matter(desk, need, chosen), fitting) or chosen


def _matter(desk: Desk, need: Need, chosen: Sequence[Responsibility]) -> Need:
    """Return what a question says after "làm gì" ("... với danh sách", "... khi họp"), without the actor and titles."""
    asked = _DOES_WHAT.search(fold(desk.query.restored))
    said = set(folded_words(asked[1])) if asked else set()
    gone = {word for each in chosen for word in folded_words(each.actor)}
    gone.update(word for stored in desk.plans for word in folded_words(stored.plan.header.title or ""))
    return desk.known(need.without([word for _, word in need.words if word not in said or word in gone]))


def _about(desk: Desk, need: Need, found: Sequence[Responsibility]) -> list[Responsibility]:
    """Return the tasks that are about what is asked; none when no task is."""
    scored = [(desk.coverage(each.task, need), each) for each in found]
    best = max((score for score, _ in scored), default=0.0)
    return [each for score, each in scored if score >= max(TASK_ENOUGH, best - TASK_TIE)]


def _of_kind(desk: Desk, need: Need, kind: str) -> list[Responsibility]:
    """Return what a body of the kind asked for ("sở nào") does about the matter of the question."""
    scored = []
    for stored in desk.plans:
        own = desk.known(_beside_title(stored, need.without(folded_words(kind))))
        bodies = [r for r in stored.facts.responsibilities if fold(r.actor).startswith(f"{kind} ")]
        scored += [(desk.coverage(each.task, own), each) for each in bodies]
    best = max(scored, key=lambda found: found[0], default=None)
    return [best[1]] if best and best[0] >= TASK_ENOUGH else []


def _beside_title(stored: StoredPlan, need: Need) -> Need:
    """Return the need without the words that only name the plan, unless nothing is left."""
    return need.without(folded_words(stored.plan.header.title or "")) or need


def _tasks(desk: Desk, plan_id: str, chosen: Sequence[Responsibility]) -> AnswerPart:
    lead = desk.words.actor.format(actor=plain(chosen[0].actor))
    items = [shorten(plain(responsibility.task), LINE_LIMIT) for responsibility in chosen]
    citations = tuple(dict.fromkeys(c for responsibility in chosen for c in responsibility.citations))
    lead = lead if desk.single else f"**{desk.name(plan_id)}** – {lead}"
    return desk.part(plan_id, lead, citations, items=items, show_quote=False, derived=digits(lead))
