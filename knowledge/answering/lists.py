"""Answers about "N không" lists: whole and in order, the right one of several, one item, a false N corrected."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import details
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.extract import cite, extracts
from knowledge.answering.list_groups import GROUP_ENOUGH, GROUP_NAMING, asked_group
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain, section_text
from knowledge.model import AnswerPart, Ask, Citation, NoList, NoListItem, Status
from knowledge.text import fold, folded_words

_NAMING = frozenset(folded_words("không nội dung danh sách điều mục liệt kê nói gồm những gì của nằm thuộc"))
"""Folded words that name any list: they choose neither a list nor an item."""
_PAPERS = frozenset(folded_words("kế hoạch văn bản này đó"))
ITEM_ENOUGH = 0.45
FEW_WORDS, FEW_ENOUGH = 3, 0.75
"""Of so few words more must be found under an item of a list that the question does not name."""
NOT_AN_ITEM = 0.34
"""Share of a claim's words below which no item of a list is the one that it names."""
NAME_ENOUGH = 0.6
_COMMA = 4  # characters between two items of a list that stand in one sentence
_WHICH_LIST = re.compile(r"\b(?:danh sach|bo) (?:\w+ )?nao\b|\bwhich list\b")
_WHICH_ITEM = re.compile(r"\bdieu (?:khong )?(?:nao|may|thu may)\b|\bwhich (?:item|no)\b")
_ASKING = frozenset(folded_words("gắn với ứng việc đó này ấy về quy định nêu nhắc đến tới khuyên item which about"))
_HOW_MANY = re.compile(r"\b(?:may|bao nhieu) (?:danh sach|bo)\b|\bhow many lists\b")
_CARRIED_OUT = re.compile(
    r"\b(?:thuc hien|trien khai|phai lam|chap hanh|duoc de nghi|duoc giao|carry out|implement|asked to)\b"
)
_SOURCE = re.compile(
    r"\b(?:cong van|van ban|tai lieu|nguon|can cu|quy dinh) (?:nao|gi|so may)\b|\b(?:lay|trich) tu\b|\bsource\b"
)


def answer(desk: Desk) -> Draft | None:
    """Answer a question about a list; None when the plans in scope have none and the question names none."""
    parts: list[AnswerPart] = []
    statuses: list[Status] = []
    for stored in desk.near:
        lists = stored.facts.no_lists
        if not lists:
            continue
        status, found = _answer_plan(desk, lists)
        parts += found
        statuses.append(status)
    if not parts:
        return _none(desk)
    if desk.query.ask in (Ask.WHICH_ITEM, Ask.WHO) or _asks_which_list(desk):
        parts, statuses = _best_only(desk, parts, statuses)
    status = Status.ANSWERED if Status.ANSWERED in statuses else statuses[0]
    return Draft(status, tuple(parts), desk.others())


def _answer_plan(desk: Desk, lists: tuple[NoList, ...]) -> tuple[Status, list[AnswerPart]]:
    asked = desk.query.count
    matching = [no_list for no_list in lists if asked is None or no_list.count == asked]
    if not matching:
        return Status.NOT_SPECIFIED, [_wrong_count(desk, lists[0])]
    if desk.query.ask is Ask.HOW_MANY or _HOW_MANY.search(fold(desk.query.restored)):
        named = _called(desk, matching)
        return _whole(desk, named, matching) if named else (Status.ANSWERED, _count(desk, lists))
    if _SOURCE.search(fold(desk.query.restored)):
        sourced = [no_list for no_list in matching if no_list.source_note]
        if sourced:
            return Status.ANSWERED, [
                _part(desk, no_list, desk.words.stated, no_list.source_note, quote=True) for no_list in sourced
            ]
    if desk.query.ask is Ask.WHO and _CARRIED_OUT.search(fold(desk.query.restored)):
        told = [no_list for no_list in matching if no_list.introduced]
        if told:
            return Status.ANSWERED, [_carried_out(desk, told[0])]
    group = asked_group(desk.query, wanted(desk))
    if group is not None:
        return _for_group(desk, matching, group)
    if desk.query.item is not None:
        return _nth(desk, choose(desk, matching), desk.query.item)
    own = wanted(desk).without(_PAPERS)
    if "whether" in desk.query.slots.shape and own:
        best = _best_item(desk, matching, own)
        if best is None or best[0] < NOT_AN_ITEM:
            status, parts = _whole(desk, choose(desk, matching), matching)
            return status, [replace(parts[0], lead=f"{desk.words.wrong} {parts[0].lead}"), *parts[1:]]
    asked_item = desk.query.ask is Ask.WHICH_ITEM or _asks_which_list(desk)
    if asked_item or (wanted(desk) and desk.query.ask is not Ask.LIST):
        located = _located(desk, matching)
        if located is not None:
            return Status.ANSWERED, [located]
    return _whole(desk, choose(desk, matching), matching)


def _carried_out(desk: Desk, no_list: NoList) -> AnswerPart:
    """Quote the words that hand a list to those who must carry it out."""
    stored, at = desk.everyone[no_list.plan_id], no_list.introduced[0].start
    passages = (stored.plan.cite(passage.section, passage.text) for passage in stored.passages)
    own = next((cited for cited in passages if any(c.start <= at < c.end for c in cited)), ())
    lead = _title(desk, no_list) if no_list.target else desk.words.stated
    return _part(desk, no_list, lead, own or no_list.introduced, quote=True)


def wanted(desk: Desk) -> Need:
    """Return what the question asks for beyond the naming of the list."""
    return desk.wanted.without({*_NAMING, str(desk.query.count or "")})


def _called(desk: Desk, lists: list[NoList]) -> NoList | None:
    """Return the one of several lists that the question calls by its name or by whom it binds."""
    need = wanted(desk)
    called = [each for each in lists if desk.coverage(f"{each.target or ''} {each.name}", need) >= NAME_ENOUGH]
    return called[0] if need and len(called) == 1 < len(lists) else None


def choose(desk: Desk, lists: list[NoList]) -> NoList:
    """Return the list that the question's words fit best, the first when they fit none."""
    need = wanted(desk)
    named = [desk.coverage(f"{no_list.target or ''} {no_list.name}", desk.own(need)) for no_list in lists]
    scores = [
        who + desk.coverage(_about(no_list), desk.own(need)) / 2 for who, no_list in zip(named, lists, strict=True)
    ]
    if not any(scores):
        scores = [desk.coverage(_about(no_list), need) for no_list in lists]
    return lists[max(range(len(lists)), key=lambda i: (scores[i], bool(lists[i].items), -i))]


def _about(no_list: NoList) -> str:
    """Return the words by which a list is recognised: its name, target and items."""
    return " ".join([no_list.name, no_list.target or "", *(item.text for item in no_list.items)])


def _whole(desk: Desk, chosen: NoList, lists: list[NoList]) -> tuple[Status, list[AnswerPart]]:
    if not chosen.items:
        lead = desk.words.list_no_items.format(count=chosen.count)
        return Status.NOT_SPECIFIED, [_part(desk, chosen, lead, _introduction(desk, chosen), quote=True)]
    main = _part(desk, chosen, _title(desk, chosen), _evidence(desk, chosen), items=_numbered(chosen))
    return Status.ANSWERED, [main, *_pointers(desk, chosen, lists)]


def _for_group(desk: Desk, lists: list[NoList], group: str) -> tuple[Status, list[AnswerPart]]:
    """Say first whether a list is for the people asked about, as far as the plan says whom it binds; then give it."""
    need = wanted(desk).without(GROUP_NAMING)
    bound = [(desk.coverage(no_list.target, need), no_list) for no_list in lists if no_list.target]
    best = max(bound, key=lambda each: each[0], default=(0.0, lists[0]))
    if best[0] >= GROUP_ENOUGH:
        chosen, status, template = best[1], Status.ANSWERED, desk.words.list_for_them
    elif len(bound) == len(lists):
        chosen, status, template = lists[0], Status.ANSWERED, desk.words.list_for_others
    else:
        chosen = next(no_list for no_list in lists if no_list.target is None)
        status, template = Status.NOT_SPECIFIED, desk.words.list_for_nobody
    lead = template.format(count=chosen.count, target=plain(chosen.target or ""), group=group)
    main = _part(desk, chosen, lead, _evidence(desk, chosen), items=_numbered(chosen))
    main = replace(main, derived=(*main.derived, *digits(group)))
    return status, [main, *_pointers(desk, chosen, lists)]


def _numbered(no_list: NoList) -> list[str]:
    return [f"{item.number}. {plain(item.text)}" for item in no_list.items]


def _title(desk: Desk, no_list: NoList) -> str:
    title = desk.words.list_lead.format(count=no_list.count)
    if no_list.target:
        title = desk.words.list_lead_target.format(count=no_list.count, target=plain(no_list.target))
    asked_for_it = desk.query.ask is Ask.YES_NO and not wanted(desk).without(_PAPERS)
    return desk.words.list_there_is.format(title=title) if asked_for_it else title


def _pointers(desk: Desk, chosen: NoList, lists: list[NoList]) -> list[AnswerPart]:
    """Point to the plan's other lists, so that nobody takes one for the only one."""
    return [
        _part(desk, other, _pointer(desk, other), other.introduced[:1] or _citations(desk, other)[:1])
        for other in lists
        if other is not chosen and other.items and _texts(other) != _texts(chosen)
    ]


def _texts(no_list: NoList) -> list[str]:
    return [plain(item.text) for item in no_list.items]


def _pointer(desk: Desk, other: NoList) -> str:
    target = plain(other.target) if other.target else desk.words.list_untargeted
    return desk.words.list_other.format(
        count=other.count, target=target, section=section_text(other.section, desk.words)
    )


def item_about(desk: Desk) -> Draft | None:
    """Answer "điều nào nói về ..." with the item of a list that says it, though the question names no list."""
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    if desk.query.ask is not Ask.WHICH_ITEM or not _WHICH_ITEM.search(asked) or desk.query.item is not None:
        return None
    need = wanted(desk).without(_ASKING)
    enough = FEW_ENOUGH if len(need.words) <= FEW_WORDS else ITEM_ENOUGH
    scored = [_best_item(desk, [each for each in p.facts.no_lists if each.items], need) for p in desk.near]
    found = [
        each
        for each in scored
        if each is not None and each[0] >= enough and details.missing(desk.query, each[1].quote) is None
    ]
    best = max((score for score, _ in found), default=0.0)
    parts = tuple(part for score, part in found if score >= best - 0.1)
    return Draft(Status.ANSWERED, parts, desk.others()) if parts else None


def _asks_which_list(desk: Desk) -> bool:
    return _WHICH_LIST.search(fold(f"{desk.query.restored} {desk.query.text}")) is not None


def _located(desk: Desk, lists: list[NoList]) -> AnswerPart | None:
    """Find the item that says, or under which stands, what the question is about."""
    found = _best_item(desk, lists, wanted(desk))
    return found[1] if found is not None and found[0] >= ITEM_ENOUGH else None


def _best_item(desk: Desk, lists: list[NoList], need: Need) -> tuple[float, AnswerPart] | None:
    """Return the item that fits best by its own words or by those under it, with how well it does."""
    items = [(desk.coverage(item.text, need), no_list, item) for no_list in lists for item in no_list.items]
    if not need or not items:
        return None
    score, no_list, item = max(items, key=lambda each: each[0])
    under = _under(desk, lists, need)
    if under is not None and under[0] > score:
        return under[0], under[3]
    return score, _item(desk, no_list, item)


def _under(desk: Desk, lists: list[NoList], need: Need) -> tuple[float, NoList, NoListItem, AnswerPart] | None:
    """Look among the explanations that stand in an item's own section of the plan."""
    owners = {
        item.section: (no_list, item)
        for no_list in lists
        for item in no_list.items
        if len({other.section for other in no_list.items}) > 1
    }
    for extract in extracts(desk, need):
        owner = owners.get(extract.passage.section)
        if owner is None or extract.passage.plan_id != owner[0].plan_id or extract.focus < ITEM_ENOUGH:
            continue
        no_list, item = owner
        lead = _item_lead(desk, no_list, item)
        part = _part(desk, no_list, lead, [*item.citations, *cite(desk, extract)], quote=True)
        return extract.focus, no_list, item, part
    return None


def _nth(desk: Desk, no_list: NoList, number: int) -> tuple[Status, list[AnswerPart]]:
    position = number if number > 0 else len(no_list.items) + 1 + number
    for item in no_list.items:
        if item.number == position:
            return Status.ANSWERED, [_item(desk, no_list, item)]
    lead = desk.words.list_item_missing.format(count=no_list.count, size=len(no_list.items), number=number)
    return Status.NOT_SPECIFIED, [_part(desk, no_list, lead, _evidence(desk, no_list), quote=True)]


def _item(desk: Desk, no_list: NoList, item: NoListItem) -> AnswerPart:
    introduced = no_list.introduced if no_list.target else ()
    return _part(desk, no_list, _item_lead(desk, no_list, item), [*item.citations, *introduced], quote=True)


def _item_lead(desk: Desk, no_list: NoList, item: NoListItem) -> str:
    section = section_text(no_list.section, desk.words) if _asks_which_list(desk) else ""
    places = ", ".join(filter(None, (plain(no_list.target or ""), section)))
    place = f" ({places})" if places else ""
    return desk.words.list_item.format(number=item.number, count=no_list.count, place=place, text=plain(item.text))


def _count(desk: Desk, lists: Sequence[NoList]) -> list[AnswerPart]:
    """Say how many lists a plan has, then for whom each is and what it holds."""
    plan_id = lists[0].plan_id
    template = desk.words.list_count if len(lists) > 1 else desk.words.list_count_one
    lead = template.format(count=len(lists) if len(lists) > 1 else lists[0].count)
    head = AnswerPart(plan_id, f"**{desk.name(plan_id)}**: {lead}", derived=tuple(digits(lead, desk.name(plan_id))))
    whole = [_part(desk, no, _title(desk, no), _evidence(desk, no), items=_numbered(no)) for no in lists]
    return [head, *whole]


def _wrong_count(desk: Desk, no_list: NoList) -> AnswerPart:
    """Correct a question about a list that the plan doesn't have."""
    lead = desk.words.list_wrong_count.format(asked=desk.query.count, count=no_list.count)
    return _part(desk, no_list, lead, _evidence(desk, no_list), items=_numbered(no_list))


def _none(desk: Desk) -> Draft | None:
    """Say that the plan in question has no such list."""
    if not desk.single or desk.query.count is None:
        return None
    plan_id = desk.plans[0].plan_id
    lead = desk.words.list_none.format(asked=desk.query.count)
    derived = (str(desk.query.count),)
    part = AnswerPart(plan_id, f"**{desk.name(plan_id)}**: {lead}.", derived=(*derived, desk.name(plan_id)))
    return Draft(Status.NOT_FOUND, (part,), desk.others())


def _best_only(desk: Desk, parts: list[AnswerPart], statuses: list[Status]) -> tuple[list[AnswerPart], list[Status]]:
    """Keep the plan that holds the item asked for when the question fits one plan only."""
    need = wanted(desk)
    if not need or len({part.plan_id for part in parts}) < 2:
        return parts, statuses
    scores = {part.plan_id: 0.0 for part in parts}
    for part in parts:
        scores[part.plan_id] = max(scores[part.plan_id], desk.coverage(f"{part.lead} {part.quote}", need))
    best = max(scores.values())
    kept = [part for part in parts if scores[part.plan_id] >= best - 0.1]
    return kept, statuses


def _part(
    desk: Desk,
    no_list: NoList,
    lead: str,
    citations: Sequence[Citation],
    *,
    items: Sequence[str] = (),
    quote: bool = False,
) -> AnswerPart:
    """Build a part about a list; its count, ordinals and target are the plan's own even where they are not quoted."""
    own = [str(no_list.count), str(len(no_list.items)), *(str(item.number) for item in no_list.items)]
    own += digits(
        no_list.target, no_list.name, no_list.section, str(desk.query.count or ""), str(desk.query.item or "")
    )
    named = lead if desk.single else f"**{desk.name(no_list.plan_id)}**: {lead}"
    unique = tuple(dict.fromkeys(citations))
    return desk.part(no_list.plan_id, named, unique, items=items, show_quote=quote, derived=own)


def _introduction(desk: Desk, no_list: NoList) -> tuple[Citation, ...]:
    return no_list.introduced or _citations(desk, no_list)


def _evidence(desk: Desk, no_list: NoList) -> tuple[Citation, ...]:
    """Return the items' words, and those that name the list's target."""
    own = _citations(desk, no_list)
    return (*own, *(no_list.introduced if no_list.target or not no_list.items else ()))


def _citations(desk: Desk, no_list: NoList) -> tuple[Citation, ...]:
    """Return the items' words: as one stretch where they stand in a row, with no more than their commas between."""
    found = tuple(citation for item in no_list.items for citation in item.citations)
    apart = [max(later.start - earlier.end, 0) for earlier, later in itertools.pairwise(found)]
    if len(found) < 2 or max(apart) > _COMMA or any(a.start > b.start for a, b in itertools.pairwise(found)):
        return found
    return (desk.everyone[no_list.plan_id].plan.cite_through(found),)
