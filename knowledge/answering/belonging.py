"""What is said of a ward, commune or school that a question names and that no plan is of: whose plan binds it and why,
which one is meant, or that none does. It comes from the list of administrative units, never from a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answering import refusals
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.header import cite_fields
from knowledge.answering.present import digits
from knowledge.answering.wording.belonging import BelongingWording, wording
from knowledge.model import AnswerPart, Belonging, Standing, Status, Ward
from knowledge.patterns import later
from knowledge.text import fold

_WHOSE = later(
    r"\b(?:(?:ke hoach|van ban) nao|thuoc (?:don vi|quan|huyen|thi xa|thanh pho|tinh|noi|cho|dau)"
    r"|(?:which|what) plans?|belongs? to)\b"
)
MOST_PARTS = 4
"""Wards that a new one was formed from, and places of one name, that are told by name."""


def answer(desk: Desk) -> Draft | None:
    """Ask which unit a name belongs to, say that no plan binds it, or name the plan when that is asked; else None."""
    words = wording(desk.query.language)
    settled = any(each.standing is Standing.BOUND for each in desk.query.belongs)
    if settled:
        return _whose(desk) if _WHOSE.search(fold(desk.query.text)) else None
    for each in desk.query.belongs:
        name = _lower(each.name)
        if each.standing is Standing.OPEN:
            asked = words.open.format(name=name)
            if each.wards:
                asked = words.which.format(name=name, places=_listed(_places(each.wards), words))
            return Draft(Status.NEEDS_UNIT, (AnswerPart(None, asked),), each.plans or tuple(desk.everyone))
        said = AnswerPart(None, " ".join(_unbound(desk, each, words)))
        return Draft(Status.NOT_FOUND, (said, refusals.searched(desk)), each.silent or tuple(desk.everyone))
    return None


def told(desk: Desk, draft: Draft) -> Draft:
    """Say before an answer how each unit that the question names got under the plan that it is from."""
    words = wording(desk.query.language)
    used = {part.plan_id for part in draft.parts}
    if not desk.query.belongs or not used - {None}:
        return draft
    parts = []
    for each in desk.query.belongs:
        if each.standing is Standing.BOUND and used & set(each.plans):
            parts.append(AnswerPart(None, " ".join(_bound(desk, each, words))))
        elif each.standing is Standing.UNBOUND:
            parts.append(AnswerPart(None, " ".join(_unbound(desk, each, words))))
    return replace(draft, parts=(*parts, *draft.parts))


def _whose(desk: Desk) -> Draft:
    """Name the plans that bind the units named, each by its title."""
    found = tuple(dict.fromkeys(plan_id for each in desk.query.belongs for plan_id in each.plans))
    plans = [desk.everyone[plan_id] for plan_id in found if plan_id in desk.everyone]
    parts = [
        desk.part(
            p.plan_id, f"**{desk.name(p.plan_id)}**", cite_fields(p, ("title",)), derived=digits(desk.name(p.plan_id))
        )
        for p in plans
    ]
    return Draft(Status.ANSWERED, tuple(parts), desk.others())


def _bound(desk: Desk, each: Belonging, words: BelongingWording) -> Iterable[str]:
    plans = desk.names(each.plans)
    if not each.wards:
        yield words.stated.format(name=_lower(each.name), plans=plans)
        if each.silent:
            yield words.silent
        if each.namesakes:
            yield words.elsewhere.format(name=_lower(each.name))
        return
    ward = each.wards[0]
    yield _origin(ward, words)
    over = all(desk.is_over(plan_id) for plan_id in each.plans)
    yield (words.whose_over if over else words.whose).format(plans=plans)
    if each.namesakes:
        yield words.namesakes.format(count=each.namesakes)
    yield words.superior.format(province=_province(ward.province or ward.districts[0].today))


def _unbound(desk: Desk, each: Belonging, words: BelongingWording) -> Iterable[str]:
    places = _places(each.wards)
    if len(places) > 1:
        yield words.several.format(name=each.name, count=len(places), places=_listed(places, words))
    else:
        yield _origin(each.wards[0], words)
    yield words.unbound.format(name=_lower(each.name))
    if each.silent:
        yield words.near.format(plans=desk.names(each.silent))


def _origin(ward: Ward, words: BelongingWording) -> str:
    """Say what a ward was formed from, or what became of it."""
    districts = words.joined.join(_lower(district.name) for district in ward.districts)
    province = _province(ward.province or ward.districts[0].province)
    if not ward.province:
        became = words.joined.join(_lower(name) for name in ward.became)
        return words.ended.format(name=ward.name, districts=districts, province=province, became=became)
    if [name for name, _ in ward.parts] in ([ward.name], [district.name for district in ward.districts]):
        return words.kept.format(name=ward.name, districts=districts, province=province)
    parts = [words.part.format(name=_lower(name)) if part else _lower(name) for name, part in ward.parts]
    return words.made.format(name=ward.name, districts=districts, province=province, parts=_listed(parts, words))


def _places(wards: Sequence[Ward]) -> list[str]:
    """Return the districts in which the wards lay, each once."""
    return list(
        dict.fromkeys(f"{_lower(d.name)} ({_province(d.province)})" for ward in wards for d in ward.districts[:1])
    )


def _listed(names: Sequence[str], words: BelongingWording) -> str:
    shown = [*names[:MOST_PARTS], *([words.more] if len(names) > MOST_PARTS else [])]
    return ", ".join(shown)


def _lower(name: str) -> str:
    """Return a unit's name as it stands within a sentence; a number's level keeps its capital ("Quận 1")."""
    return name if name[-1:].isdigit() else f"{name[:1].lower()}{name[1:]}"


def _province(name: str) -> str:
    return _lower(name) if name.startswith("Tỉnh") else name
