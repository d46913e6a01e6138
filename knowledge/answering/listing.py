"""Telling a list whole: when it is the list that is meant, with its number and its items. Pure functions."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from knowledge.answering.case import BULLET, HEADING_LIMIT, LEAD_SHARE, Case, list_of, part
from knowledge.answering.present import digits, plain, shorten
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, Language, UnitKind
from knowledge.text import folded_words

ITEM_LIMIT = 420
FEWEST = 2
"""Items that make a list; what heads a single one is quoted."""
CLEARLY = 4.0
"""Score by which an item may be better than its list and the list still be meant."""
LIST_ROOM = 1_150
"""Characters that the items of one list may take."""
_COUNTED = re.compile(
    r"(?<!\w)(?:mấy|bao nhiêu)\s+"
    r"([^\W\d_]+(?:\s+(?:tiêu|dung|vụ|pháp|chí|vực|việc|đợt|nhóm|phần|tác))?)(?!\w)"
)


_BEHIND = re.compile(r"\s+([^\W\d_]+)")


def whole(case: Case) -> AnswerPart | None:
    """Give all items of a list, numbered; or say how many there are and name them."""
    if case.best.kind is UnitKind.LIST and case.heads_with_value:
        return None
    held = list_of(case)
    counted = case.asks("count") and (case.best.kind is not UnitKind.LIST or (case.probe.counted and _counts(case)))
    if held is None or counted:
        return None
    scores = {id(each.unit): each.score for each in case.decision.units}
    if case.best is not held and scores[id(case.best)] - scores.get(id(held), -CLEARLY) > CLEARLY:
        return None
    said = case.best.text.text.rstrip()
    leads = said.endswith(":") and len(said) <= HEADING_LIMIT and held.section == case.best.section
    meant = case.best.kind is UnitKind.LIST or (case.asks("all") and is_meant(case, held))
    if not (meant or leads or _only_titled(case, held)) or len(_deepest(case, held).items) < FEWEST:
        return None
    return listed(case, held)


def listed(case: Case, held: EvidenceUnit, template: str = "{lead}") -> AnswerPart:
    """Return a list with all its items, numbered. template: of the lead."""
    held = _deepest(case, held)
    plan = case.desk.everyone[held.plan_id].plan
    title = shorten(plain(held.text.text).rstrip(":. "), HEADING_LIMIT)
    items = _numbered([text.text for _, text in held.items])
    citations = list(plan.cite(held.section, held.text))
    citations += [cited for path, text in held.items[: len(items)] for cited in plan.cite(path, text)]
    count = len(held.items)
    lead = case.desk.words.listed.format(title=title, count=count, things=_things(case))
    lead = template.format(lead=lead)
    return part(case, lead, citations, items=items, quote=False, derived=[*digits(title), str(count), *digits(*items)])


def _numbered(texts: Sequence[str]) -> list[str]:
    """Return items with their numbers, as many as there is room for."""
    limit = max(60, min(ITEM_LIMIT, LIST_ROOM // len(texts)))
    items = [f"{at}. {shorten(BULLET.sub('', plain(text)), limit)}" for at, text in enumerate(texts, 1)]
    ends = itertools.accumulate(len(item) + 1 for item in items)
    return [item for item, end in zip(items, ends, strict=True) if end <= LIST_ROOM]


def _deepest(case: Case, held: EvidenceUnit) -> EvidenceUnit:
    """Return a list, or of one whose only item leads another the one that this leads to."""
    while len(held.items) == 1 and (below := _below(case, held)) is not None:
        held = below
    return held


def _below(case: Case, held: EvidenceUnit) -> EvidenceUnit | None:
    """Return the list that a list's only item leads ("… thực hiện các nhiệm vụ sau:")."""
    path, text = held.items[0]
    units = case.shelf.units_of(held.plan_id)
    nested = (unit for unit in units if unit.kind is UnitKind.LIST and unit.section == path and unit is not held)
    return next((unit for unit in nested if unit.text.text in text.text), None) if text.text.endswith(":") else None


def _only_titled(case: Case, held: EvidenceUnit) -> bool:
    """Tell whether a question says a list's title, and its best item says little of the question itself."""
    weights = case.probe.weights(case.shelf)
    whole = sum(weights.values()) or 1.0
    title = case.shelf.titles[case.shelf.row_of(held)]
    said = sum(weight for word, weight in weights.items() if word in title) / whole
    asks = case.probe.query.slots.asked or case.asks("whether") or case.asks("nth")
    return not asks and len(title) >= 3 and said >= 0.5 and said >= 1.5 * case.decision.units[0].signals["clause"]


def is_meant(case: Case, held: EvidenceUnit) -> bool:
    """Tell whether a question for all of something means the whole list that the best unit is an item of."""
    row = case.shelf.row_of(held)
    weights = case.probe.weights(case.shelf)
    titled = sum(weight for word, weight in weights.items() if word in case.shelf.titles[row])
    return titled >= LEAD_SHARE * case.decision.units[0].signals["clause"] * (sum(weights.values()) or 1.0)


def _things(case: Case) -> str:
    """Return what the question counts, in its own words ("mục tiêu"), or the word for items of any kind."""
    query = case.probe.query
    said = _COUNTED.search(query.restored) if query.language is not Language.EN else None
    if said is None:
        return case.desk.words.things
    behind = _BEHIND.match(query.restored, said.end())  # "mấy khẩu hiệu", where the list is called so
    whole = f"{said[1]} {behind[1]}" if behind else said[1]
    title = " ".join(folded_words(case.best.text.text))
    return whole if behind and " ".join(folded_words(whole)) in title else said[1]


def _counts(case: Case) -> bool:
    """Tell whether the head of a list itself says how many there are of what is counted."""
    found = case.best.of(Attribute.COUNT)
    return any(case.probe.counted in folded_words(value.text) for value in found)
