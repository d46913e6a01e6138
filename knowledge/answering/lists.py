"""Answers about "N không" lists: whole and in order, the right one of several, one item, a false N corrected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import list_names
from knowledge.answering import list_parts as told
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.list_groups import GROUP_ENOUGH, GROUP_NAMING, asked_group
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain
from knowledge.model import NO, AnswerPart, Citation, NoList, NoListItem, Status, UnitKind
from knowledge.patterns import later
from knowledge.text import fold, folded_words

_PEOPLE = frozenset(folded_words("nhân dân"))
_OF_PEOPLE = later(r"\b(?:bà con|(?:người|nhân|hộ|cho|với|của|mỗi) dân|dân (?:cư|làng|phố|thì|phải|nào))\b")
ITEM_ENOUGH = 0.45
NOT_AN_ITEM = 0.34
"""Share of a claim's words below which no item of a list is the one that it names."""
NAME_ENOUGH = 0.6
PLAN_ENOUGH, NEARLY = 0.5, 0.1
"""Coverage from which lists are those of one plan, and below the best from which another plan's fit as well."""
_PLACED = frozenset({"where_stated", "nth"})
_BOTH = later(
    r"\bca (?:hai|2)\b|\btrung nhau\b|\bdiem chung\b|\bgiong (?:nhau|gi|va|hay)\b|\bboth\b"
    r"|\bkhac (?:\w+ ){0,6}?(?:gi|nhau|cho nao|o dau|the nao|ra sao)\b"
)
_WHOLE = later(r"\b(?:gom|la) (?:nhung|cac) (?:dieu|noi dung|cai|muc|y|khong) (?:nao|gi)\b")
_HOW_MANY = later(r"\b(?:may|bao nhieu) (?:danh sach|bo)\b|\bhow many lists\b")
_CARRIED_OUT = later(
    r"\b(?:thuc hien|trien khai|phai lam|chap hanh|duoc de nghi|duoc giao|carry out|implement|asked to)\b"
)
_SOURCE = later(
    r"\b(?:cong van|van ban|tai lieu|nguon|can cu|quy dinh) (?:nao|gi|so may)\b|\b(?:lay|trich) tu\b|\bsource\b"
)


def answer(desk: Desk) -> Draft | None:
    """Answer a question about a list; None when the plans in scope have none and the question names none."""
    meant = called(desk)
    if not meant:
        return _otherwise(desk)
    if _is_of_another(desk, meant):
        return None
    plan_ids = dict.fromkeys(each.plan_id for each in meant)
    answers = [_of_plan(desk, [each for each in meant if each.plan_id == plan_id]) for plan_id in plan_ids]
    statuses = [status for status, _ in answers]
    parts = tuple(part for _, own in answers for part in own)
    return Draft(Status.ANSWERED if Status.ANSWERED in statuses else statuses[0], parts, desk.others())


def called(desk: Desk) -> list[NoList]:
    """Return the lists that the question calls by their name, of those plans that fit its other words best."""
    lists = list_names.called(desk.query, [each for stored in desk.near for each in stored.facts.no_lists])
    need = told.wanted(desk)
    if desk.single or desk.query.named or not need or is_compared(desk):
        return lists
    with_items = bool(desk.query.slots.shape & _PLACED) or told.asks_which_list(desk)
    scores: dict[str, float] = {}
    for each in lists:
        title = f"{desk.name(each.plan_id)} {desk.everyone[each.plan_id].plan.header.title}"
        fit = desk.coverage(f"{_about(each, items=with_items)} {title}", need)
        scores[each.plan_id] = max(fit, scores.get(each.plan_id, 0.0))
    best = max(scores.values(), default=0.0)
    return [each for each in lists if best < PLAN_ENOUGH or scores[each.plan_id] >= best - NEARLY]


def _is_of_another(desk: Desk, lists: list[NoList]) -> bool:
    """Tell whether a question is not about a list but about who does what with it, or claims a number of it."""
    need = told.wanted(desk).without({*GROUP_NAMING, *told.PAPERS})
    if _HOW_MANY.search(fold(desk.query.restored)):
        return False  # "mấy danh sách, mỗi danh sách cho ai"
    if "who" not in desk.query.slots.asked or "which_plans" in desk.query.slots.shape:
        claims = "whether" in desk.query.slots.shape and desk.query.item is None
        named = {word for each in lists for word in folded_words(desk.name(each.plan_id))}
        return claims and any(word.isdigit() and word not in named for _, word in need.words)
    if not need or _CARRIED_OUT.search(fold(desk.query.restored)) or told.asks_which_list(desk):
        return False
    found = _best_item(desk, lists, need)
    return found is None or found[0] < ITEM_ENOUGH


def _of_plan(desk: Desk, lists: list[NoList]) -> tuple[Status, list[AnswerPart]]:
    """Answer from the lists of one plan that the question calls: of one name, or of several ("3 không, 2 có")."""
    asked = fold(desk.query.restored)
    names = dict.fromkeys(each.title for each in list_names.named(desk.query, lists))
    if len(names) > 1 or (desk.query.item is None and len(lists) > 1 and is_compared(desk)):
        shown = lists if is_compared(desk) else [choose(desk, [e for e in lists if e.title == name]) for name in names]
        return Status.ANSWERED, [told.whole(desk, each) for each in shown]
    same, lists = len(lists), _bound(desk, lists)
    if "count" in desk.query.slots.shape or _HOW_MANY.search(asked):
        facts = desk.everyone[lists[0].plan_id].facts
        every = [each for each in facts.no_lists if each.word == lists[0].word]
        return _whole(desk, lists[0]) if len(lists) < same else (Status.ANSWERED, _count(desk, every))
    if _SOURCE.search(asked):
        sourced = [no_list for no_list in lists if no_list.source_note]
        if sourced:
            return Status.ANSWERED, [
                told.part(desk, no_list, desk.words.stated, no_list.source_note, quote=True) for no_list in sourced
            ]
    if "who" in desk.query.slots.asked and _CARRIED_OUT.search(asked):
        handed = next((no_list for no_list in lists if no_list.introduced), None)
        if handed is not None:
            return Status.ANSWERED, [_carried_out(desk, handed)]
    group = asked_group(desk.query, told.wanted(desk))
    if group is not None:
        return _for_group(desk, lists, group)
    if desk.query.item is not None:
        return told.nth(desk, choose(desk, lists), desk.query.item)
    own = told.wanted(desk).without(told.PAPERS)
    if "whether" in desk.query.slots.shape and _claimed(desk, lists):
        holding = [each for each in lists if _holds(each, own)]
        best = _best_item(desk, lists, own)
        if holding or best is None or best[0] < NOT_AN_ITEM or _named(desk, lists, own):
            status, parts = _whole(desk, holding[0] if holding else choose(desk, lists))
            elsewhere = None if holding else _best_item(desk, told.every(desk, lists[0]), own)
            held = [elsewhere[1]] if elsewhere and elsewhere[0] >= ITEM_ENOUGH else parts[1:]
            verdict = desk.words.has if holding else desk.words.wrong
            return status, [replace(parts[0], lead=f"{verdict} {parts[0].lead}"), *held]
    asked_item = bool(desk.query.slots.shape & _PLACED) or told.asks_which_list(desk)
    asked_item = asked_item or "all" not in desk.query.slots.shape
    located = _located(desk, lists) if asked_item and not _WHOLE.search(asked) else None
    return (Status.ANSWERED, [located]) if located else _whole(desk, choose(desk, lists))


def _claimed(desk: Desk, lists: list[NoList]) -> Need:
    """Return what the sentence that asks whether it is so says of an item, not only of the list or of its plan."""
    asking = [each for each in _SENTENCES.split(desk.query.restored) if _WHETHER.search(each)]
    said = set(folded_words(asking[-1] if asking else desk.query.restored))
    own = _singling(desk, lists).without({*told.PAPERS, *_SAYING_SO})
    return own.without(word for _, word in own.words if word not in said)


_SENTENCES = later(r"(?<=[.?!])\s+")
_WHETHER = later(r"(?<!\w)(?:không|chưa|phải|đúng|à|hả|nhỉ|chứ)(?!\w)", re.IGNORECASE)


def _holds(no_list: NoList, claimed: Need) -> bool:
    """Tell whether an item of a list holds every word of a claim but those that name the list and whose it is: one word
    less is another item."""
    said = {word for _, word in claimed.words}
    naming = set(folded_words(f"{no_list.title} {no_list.target or ''}")) | _SAYING_SO
    items = [set(folded_words(item.text)) for item in no_list.items]
    common = set.intersection(*items) if len(items) > 1 else set()
    own = said - naming - common
    return any(said <= item or (own and own <= item) for item in items)


_SAYING_SO = frozenset(
    folded_words("cả gồm một hai ba bốn năm sáu bảy tám chín mười điều cái luôn là có đủ đầy ghi nêu rõ đọc giúp")
)
"""Words of a claim that say no more than that a list holds something."""


def claims_item(desk: Desk) -> bool:
    """Tell whether a claim says of a list that it has an item, of which one of its items says at least a part."""
    lists, claimed = called(desk), told.wanted(desk).without(told.PAPERS)
    return "whether" in desk.query.slots.shape and _named(desk, lists, claimed) >= NOT_AN_ITEM


def _named(desk: Desk, lists: list[NoList], claimed: Need) -> float:
    """Return how much an item says of a claim, 0 where what stands under an item says as much."""
    said = max((desk.coverage(item.text, claimed) for each in lists for item in each.items), default=0.0)
    under = _under(desk, lists, claimed)
    return said if under is None or under[0] < said else 0.0


def _bound(desk: Desk, lists: list[NoList]) -> list[NoList]:
    """Return those lists whose people the question names, or by whose name and people it calls; of everybody those that
    are for nobody in particular; all where there is none."""
    turn = desk.query.sought[-1:] if desk.query.follow_up else (desk.query.restored,)
    said = set(folded_words(" ".join([desk.query.text, *turn])))
    if _OF_PEOPLE.search(f"{desk.query.text} {desk.query.restored}".lower()):
        said |= _PEOPLE
    need = told.wanted(desk)
    bound = [each for each in lists if each.target and said.issuperset(folded_words(each.target))]
    fit = [each for each in lists if desk.coverage(f"{each.target or ''} {each.name}", need) >= NAME_ENOUGH]
    everybody = _OF_ALL.search(f"{desk.query.text} {desk.query.restored}".lower()) is not None
    common = [each for each in lists if not each.target] if everybody else []
    return bound or common or (fit if need else []) or lists


_OF_ALL = later(r"\b(?:mọi người|toàn dân|(?:cả|toàn) (?:ngành|xã hội)|everyone|everybody|the public)\b")


def cited(desk: Desk) -> list[Citation]:
    """Return the words of the items of every list that the question may mean."""
    return [each for no_list in called(desk) for item in no_list.items for each in item.citations]


def is_compared(desk: Desk) -> bool:
    """Tell whether two lists of one name are held against each other, or both are asked for."""
    return "compare" in desk.query.slots.shape or _BOTH.search(fold(desk.query.text)) is not None


def _carried_out(desk: Desk, no_list: NoList) -> AnswerPart:
    """Quote the words that hand a list to those who must carry it out."""
    stored, at = desk.everyone[no_list.plan_id], no_list.introduced[0].start
    passages = (stored.plan.cite(passage.section, passage.text) for passage in stored.passages)
    own = next((cited for cited in passages if any(c.start <= at < c.end for c in cited)), ())
    lead = told.title(desk, no_list) if no_list.target else desk.words.stated
    return told.part(desk, no_list, lead, own or no_list.introduced, quote=True)


def choose(desk: Desk, lists: list[NoList]) -> NoList:
    """Return the list that the question's words fit best, the first when they fit none."""
    need = told.wanted(desk)
    own = desk.own(need)
    named = [desk.coverage(f"{each.target or ''} {each.name} {_place(desk, each)}", own) for each in lists]
    scores = [
        who + desk.coverage(_about(no_list), desk.own(need)) / 2 for who, no_list in zip(named, lists, strict=True)
    ]
    if not any(scores):
        scores = [desk.coverage(_about(no_list), need) for no_list in lists]
    return lists[max(range(len(lists)), key=lambda i: (scores[i], bool(lists[i].items), -i))]


def _place(desk: Desk, no_list: NoList) -> str:
    """Return the headings over the place that names a list for nobody in particular."""
    place = no_list.introduced[0].section if no_list.introduced else no_list.section
    return "" if no_list.target else desk.headings(no_list.plan_id, place)


def _about(no_list: NoList, *, items: bool = True) -> str:
    """Return the words by which a list is recognised: its name, target, where it is named and its items."""
    named = (cited.quote for cited in no_list.introduced)
    return " ".join([no_list.name, no_list.target or "", *named, *(each.text for each in no_list.items if items)])


def _whole(desk: Desk, chosen: NoList) -> tuple[Status, list[AnswerPart]]:
    if not chosen.items:
        lead = desk.words.list_no_items.format(name=chosen.title)
        return Status.NOT_SPECIFIED, [told.part(desk, chosen, lead, told.introduction(desk, chosen), quote=True)]
    return Status.ANSWERED, [told.whole(desk, chosen), *told.pointers(desk, chosen)]


def _for_group(desk: Desk, lists: list[NoList], group: str) -> tuple[Status, list[AnswerPart]]:
    """Say first whether a list is for the people asked about, as far as the plan says whom it binds; then give it."""
    need = told.wanted(desk).without(GROUP_NAMING)
    bound = [(desk.coverage(no_list.target, need), no_list) for no_list in lists if no_list.target]
    best = max(bound, key=lambda each: each[0], default=(0.0, lists[0]))
    if best[0] >= GROUP_ENOUGH:
        chosen, status, template = best[1], Status.ANSWERED, desk.words.list_for_them
    elif len(bound) == len(lists):
        chosen, status, template = lists[0], Status.ANSWERED, desk.words.list_for_others
    else:
        chosen = next(no_list for no_list in lists if no_list.target is None)
        status, template = Status.NOT_SPECIFIED, desk.words.list_for_nobody
    lead = template.format(name=chosen.title, target=plain(chosen.target or ""), group=group)
    main = told.whole(desk, chosen, lead)
    return status, [replace(main, derived=(*main.derived, *digits(group))), *told.pointers(desk, chosen)]


def _located(desk: Desk, lists: list[NoList]) -> AnswerPart | None:
    """Find the item that says, or under which stands, what the question is about."""
    found = _best_item(desk, lists, _singling(desk, lists))
    return found[1] if found is not None and found[0] >= ITEM_ENOUGH else None


def _singling(desk: Desk, lists: list[NoList]) -> Need:
    """Return what a question asks for that may single an item out: nothing by which its list or its plan is called."""
    called = [f"{each.name} {each.target or ''} {desk.name(each.plan_id)}" for each in lists]
    named = [cited.quote for each in lists for cited in each.introduced[:1]]
    return told.wanted(desk).without(folded_words(" ".join([*called, *named])))


def _best_item(desk: Desk, lists: list[NoList], need: Need) -> tuple[float, AnswerPart] | None:
    """Return the item that fits best by its own words or by those under it, with how well it does."""
    items = [(desk.coverage(item.text, need), no_list, item) for no_list in lists for item in no_list.items]
    if not need or not items:
        return None
    score, no_list, item = max(items, key=lambda each: each[0])
    under = _under(desk, lists, need)
    if under is not None and under[0] > score:
        return under[0], under[3]
    return score, told.one_item(desk, no_list, item)


def _under(desk: Desk, lists: list[NoList], need: Need) -> tuple[float, NoList, NoListItem, AnswerPart] | None:
    """Look among the explanations that stand in an item's own section of the plan."""
    owners = {
        item.section: (no_list, item)
        for no_list in lists
        for item in no_list.items
        if len({other.section for other in no_list.items}) > 1
    }
    best: tuple[float, NoList, NoListItem, AnswerPart] | None = None
    for plan_id in dict.fromkeys(each.plan_id for each in lists):
        stored = desk.everyone[plan_id]
        for unit in stored.units:
            owner = owners.get(unit.section)
            if owner is None or owner[0].plan_id != plan_id or unit.kind is UnitKind.LIST:
                continue
            fit = desk.coverage(unit.text.text, need)
            if fit >= max(ITEM_ENOUGH, best[0] if best else 0.0):
                lead = told.item_lead(desk, *owner)
                citations = [*owner[1].citations, *stored.plan.cite(unit.section, unit.text)]
                best = fit, *owner, told.part(desk, owner[0], lead, citations, quote=True)
    return best


def _count(desk: Desk, lists: Sequence[NoList]) -> list[AnswerPart]:
    """Say how many lists a plan has, then for whom each is and what it holds."""
    plan_id = lists[0].plan_id
    template = desk.words.list_count if len(lists) > 1 else desk.words.list_count_one
    lead = template.format(count=len(lists), word=lists[0].word, name=lists[0].title)
    head = AnswerPart(plan_id, f"**{desk.name(plan_id)}**: {lead}", derived=tuple(digits(lead, desk.name(plan_id))))
    return [head, *(told.whole(desk, each) for each in lists)]


def _wrong_count(desk: Desk, no_list: NoList) -> AnswerPart:
    """Correct a question about a list that the plan doesn't have."""
    return told.whole(desk, no_list, desk.words.list_wrong_count.format(asked=desk.query.count, name=no_list.title))


def _none_here(desk: Desk, count: int) -> Draft | None:
    """Say that the one plan asked about, with what is attached to it, has no such list, and which plans have one."""
    family = desk.family(desk.plans[0].plan_id)
    lists = any(each.word == NO for stored in family for each in stored.facts.no_lists)
    spelt = any(list_names.spells(stored.plan.source_text, count) for stored in family)
    if lists or spelt or not list_names.asks(desk.query, count):
        return None
    there = desk.marked.with_list(count, NO)
    words = desk.words
    said = words.no_such_list.format(name=desk.name(desk.plans[0].plan_id), count=count)
    more = words.list_elsewhere.format(count=count, plans=desk.some_names(there)) if there else ""
    return Draft(Status.NOT_SPECIFIED, (AnswerPart(None, f"{said} {more}".strip()),), tuple(there) or desk.others())


def _otherwise(desk: Desk) -> Draft | None:
    """Say which list a plan has in place of one that it doesn't speak of; None unless that is sure."""
    asked = desk.query.count
    if asked is None or any(list_names.says(stored.plan.source_text, asked, NO) for stored in desk.near):
        return None
    own = [[each for each in stored.facts.no_lists if each.word == NO and each.items] for stored in desk.near]
    held = [lists[0] for lists in own if lists]
    if desk.single and not held:
        return _none_here(desk, asked)
    if not held or not (desk.single or not told.wanted(desk)):
        return None
    return Draft(Status.NOT_SPECIFIED, tuple(_wrong_count(desk, each) for each in held), desk.others())
