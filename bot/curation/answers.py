"""Curated answers when the same question is asked again."""

from __future__ import annotations

from dataclasses import replace

from bot import wording
from bot.curation.likeness import key
from bot.curation.store import CuratedAnswer, CurationStore
from bot.ports import PlanLibrary
from knowledge.model import Answer, AnswerPart, Status


def scope_of(library: PlanLibrary, text: str, unit: str | None) -> tuple[str, ...]:
    """Return the plans that a question is about: those it names, else the chat's, else () for every plan."""
    return tuple(sorted(library.find_units(text))) or ((unit,) if unit else ())


def with_curated(library: PlanLibrary, store: CurationStore, text: str, unit: str | None, answer: Answer) -> Answer:
    """Return the administrator's answer to this very question if there is one, else `answer`.

    One whose plan was replaced is passed over, and so is a question that needs the one before it.
    """
    if answer.query is not None and answer.query.follow_up:
        return answer
    held = store.curated(key(text), ",".join(scope_of(library, text, unit)))
    if held is None or not stands(library, held):
        return answer
    return replace(answer, status=Status.ANSWERED, text=held.text, parts=(curated_part(library, held),), related=())


def stands(library: PlanLibrary, held: CuratedAnswer) -> bool:
    """Tell whether the plans still hold the words that prove an answer."""
    if library.passage(held.passage_id) is None:
        return False
    for cited in held.citations:
        stored = library.plan(cited.plan_id)
        if stored is None or stored.plan.source_text[cited.start : cited.end] != cited.quote:
            return False
    return True


def curated_part(library: PlanLibrary, held: CuratedAnswer) -> AnswerPart:
    """Return the answer as a person sees it, with the plan's words under it."""
    plan_id = held.citations[0].plan_id
    name = next((unit.short_name for unit in library.units() if unit.plan_id == plan_id), plan_id)
    return AnswerPart(
        plan_id=plan_id,
        lead=f"{wording.CURATED}\n{held.text}",
        citations=held.citations,
        source=name + wording.CURATED_PLACE.format(section=held.citations[0].section),
        quote=" ".join(" ".join(cited.quote for cited in held.citations).split()),
    )
