"""Telling a list whole: when it is the list that is meant, with its number and its items. Pure functions."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from knowledge.answering.binding import HELPS, other_rank
from knowledge.answering.case import BULLET, HEADING_LIMIT, LEAD_SHARE, Case, list_of, part
from knowledge.answering.claimed import Claim
from knowledge.answering.duties import bound_by
from knowledge.answering.present import digits, plain, sentence_case, shorten
from knowledge.answering.whose import takes_in
from knowledge.model import AnswerPart, Attribute, EvidenceUnit, Language, Responsibility, Target, UnitKind
from knowledge.patterns import later
from knowledge.ranking.shelf import meant
from knowledge.text import fold, folded_words

ITEM_LIMIT = 420
FEWEST = 2
"""Items that make a list; what heads a single one is quoted."""
CLEARLY = 4.0
"""Score by which an item may be better than its list and the list still be meant."""
LIST_ROOM = 1_150
"""Characters that the items of one list may take."""
_COUNTED = later(
    r"(?<!\w)(?:mấy|bao nhiêu)\s+"
    r"([^\W\d_]+(?:\s+(?:tiêu|dung|vụ|pháp|chí|vực|việc|đợt|nhóm|phần|tác))?)(?!\w)"
)


_BEHIND = later(r"\s+([^\W\d_]+)")


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


def tasks(case: Case) -> AnswerPart | None:
    """Tell all that somebody is to do, from wherever the plan says it, where nothing but that is asked."""
    query, decision = case.probe.query, case.decision
    if not (_DUTIES.search(fold(query.restored)) and decision.units and (case.desk.single or case.sure)):
        return None
    office = frozenset().union(*Claim(case.shelf, case.probe).offices(short=True))
    weights = case.probe.weights(case.shelf)
    weights = {word: weight for word, weight in weights.items() if word in office or word not in _ASKING}
    facts = case.desk.everyone[case.best.plan_id].facts
    asked = query.restored
    every = [
        task
        for task in facts.responsibilities
        if not _LEADS_ON.search(task.task) and not other_rank(asked, task.actor) and not _only_helps(asked, task.task)
    ]
    bound = bound_by(case.best.plan_id, query.belongs)
    if bound:
        theirs = [task for task in every if takes_in(task.actor, bound)]
    else:
        theirs = [task for task in every if weights.keys() <= set(meant(task.actor))] or _of_named(case, every)
    places = {task.section for task in theirs}
    own = [task for task in every if task in theirs or (task.section in places and _ANYBODY.match(task.actor))]
    quoted = len(own) == 1 and own[0].task in case.best.text.text
    if (len(weights) < FEWEST and not bound) or not theirs or quoted:
        return None
    own.sort(key=lambda task: task.citations[0].start)
    actors = Counter(plain(task.actor) for task in own)
    who = max(actors, key=lambda name: (actors[name], -len(name)))
    told = [task.task if plain(task.actor) == who else f"{task.actor}: {task.task}" for task in own]
    items = _numbered([text[:1].upper() + text[1:] for text in told])
    lead = case.desk.words.tasks.format(who=sentence_case(shorten(who, HEADING_LIMIT)), count=len(own))
    citations = list(dict.fromkeys(cited for task in own[: len(items)] for cited in task.citations))
    return part(case, lead, citations, items=items, quote=False, derived=[str(len(own)), *digits(lead, *items)])


def _only_helps(asked: str, task: str) -> bool:
    """Tell whether a task is to help others where it is asked what somebody leads."""
    return _LEADING.search(asked) is not None and HELPS.match(task) is not None


_LEADING = later(r"\bchủ trì\b", re.IGNORECASE)


def _of_named(case: Case, tasks: Sequence[Responsibility]) -> list[Responsibility]:
    """Return the tasks of the actor whose name the question says, whole or all but the issuer's place behind it, of
    several the longest, or whom it calls its own, where the best unit is none of them; no issuer of the plan."""
    query = case.probe.query
    said = "" if query.follow_up else f" {' '.join(folded_words(query.restored))} "
    issuer = " ".join(folded_words(case.desk.everyone[case.best.plan_id].plan.header.issuer or ""))
    names = {task.actor: _but_place(folded_words(task.actor), issuer.split()) for task in tasks}
    full = {actor: name for actor, name in names.items() if name.count(" ") >= FEWEST and name not in issuer}
    named = {actor for actor, name in full.items() if f" {name} " in said}
    longest = max(named, key=len, default="") or _own_office(said, names)
    theirs = [task for task in tasks if task.actor == longest]
    return [] if any(task.task in case.best.text.text for task in theirs) else theirs


def _own_office(said: str, names: dict[str, str]) -> str:
    """Return the one actor whose name begins with what the person calls their own ("đài mình"); "" without just one."""
    for called in _OWN.finditer(said):
        begun = [actor for actor, name in names.items() if name.startswith(f"{called[1]} ")]
        if len(begun) == 1:
            return begun[0]
    return ""


_OWN = later(r"(?<= )(\w+) (?:minh|em|toi|tui|chung (?:toi|em|minh)) ")


def _but_place(name: list[str], issuer: list[str]) -> str:
    """Return the words of a name without the end that it has in common with the issuer's, as far as enough is left."""
    while len(name) > FEWEST + 1 and name[-1] in issuer:
        name = name[:-1]
    return " ".join(name)


def targets(case: Case) -> AnswerPart | None:
    """Tell all that a plan sets as a target in figures, where nothing but its targets is asked for."""
    asks = case.asks("count") or case.asks("whether") or case.asks("nth")
    if asks or not case.desk.single or not _TARGETS.search(fold(case.probe.query.restored)):
        return None
    plan_id = case.best.plan_id
    own = Claim(case.shelf, case.probe).header_words(plan_id) | _OF_TARGETS
    found = case.desk.everyone[plan_id].facts.targets
    if len(found) < FEWEST or not own.issuperset(case.probe.words):
        return None
    items = _numbered([_target(case, each) for each in found])
    citations = list(dict.fromkeys(cited for each in found[: len(items)] for cited in each.citations))
    lead = case.desk.words.targets.format(count=len(found))
    return part(case, lead, citations, items=items, quote=False, derived=[str(len(found)), *digits(*items)])


def _target(case: Case, told: Target) -> str:
    """Return a target in the plan's words; of a part of the one before it that it is a part."""
    start = told.citations[0].start
    before = case.desk.everyone[told.plan_id].plan.source_text[max(0, start - _PART_OF) : start]
    within = "trong đó " if before.rstrip().lower().endswith("trong đó") else ""
    return sentence_case(f"{within}{plain(f'{told.value} {told.counts}')}")


_PART_OF = 12
"""Characters before a target in which it is said to be a part."""
_TARGETS = later(r"\b(?:chi tieu|muc tieu cu the|targets?)\b")
_OF_TARGETS = frozenset(
    folded_words(
        "chỉ mục tiêu cụ thể các những là gì nào của đặt ra đề có trong năm kế hoạch văn bản này đơn vị cho em biết "
        "what which are the is of set sets does do plan target targets objective objectives in for"
    )
)
"""Words of a question that ask for no more than a plan's targets."""
_DUTIES = later(
    r"(?<!\bde )\b(?:lam|lo|phu trach|chu tri|dam nhan|thuc hien|giao|trach nhiem|nhiem vu|viec) (?:nhung |cac )?"
    r"(?:viec |nhiem vu |cong viec )?(?:gi|nao)\b|\b(?:nhiem vu|trach nhiem) cua\b"
)
_ASKING = frozenset(
    folded_words(
        "tôi em mình là theo kế hoạch thì phải làm những việc gì nào các nhiệm vụ trách nhiệm được giao cần có của ở "
        "trong cho biết phụ trách chủ trì đảm nhận lo thực hiện công tác cụ thể ạ vậy anh chị ơi bên cái văn bản "
        "này sẽ và"
    )
)
"""Words of a question what somebody is to do, who is left of it."""
_ANYBODY = later(r"(?:Mỗi|Các|Từng) (?:cơ quan|đơn vị|địa phương)$", re.IGNORECASE)
"""Who is called so where those of the heading are meant."""
_LEADS_ON = later(r"(?:\bsau|như sau|sau đây)\s*:?$|:$")


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
