"""How lists called by their number are told: whole, one item of them, or pointed to; each part with what proves it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from knowledge.answering import list_names
from knowledge.answering.desk import Desk
from knowledge.answering.matching import Need
from knowledge.answering.present import digits, plain, section_text
from knowledge.model import NO, AnswerPart, Citation, NoList, NoListItem, Status, UnitKind, is_within
from knowledge.patterns import later
from knowledge.text import fold, folded_words

_NAMING = frozenset(folded_words("không nội dung danh sách điều mục liệt kê nói gồm những gì của nằm thuộc"))
"""Folded words that name any list: they choose neither a list nor an item."""
PAPERS = frozenset(folded_words("kế hoạch văn bản này đó"))
_COMMA = 4  # characters between two items of a list that stand in one sentence
SHORT_ROW = 160
"""Characters of a list that is quoted whole where one of its items is asked for."""
_TO_DO = later(
    r"\b(?:lam (?:nhung )?(?:gi|sao|the nao|viec)|yeu cau|phai lam|viec gi|cu the|giai phap|the nao|ra sao|noi dung gi"
    r"|what (?:must|should|do|does|is|are) .*\b(?:do|done|required|asked)|how)\b"
)
"""Asks what is to be done for an item, beyond which it is."""
_WHICH_LIST = later(r"\b(?:danh sach|bo) (?:\w+ )?nao\b|\bwhich list\b")


def wanted(desk: Desk) -> Need:
    """Return what the question asks for beyond the naming of the list."""
    lists = list_names.called(desk.query, [each for stored in desk.near for each in stored.facts.no_lists])
    said = (word for each in lists for word in folded_words(each.title))
    return desk.wanted.without({*_NAMING, *said, str(desk.query.count or "")})


def every(desk: Desk, no_list: NoList) -> list[NoList]:
    """Return the lists of a list's plan that are spelled out."""
    return [each for each in desk.everyone[no_list.plan_id].facts.no_lists if each.items]


def whole(desk: Desk, no_list: NoList, lead: str | None = None) -> AnswerPart:
    """Give a list whole, under its name or another lead."""
    return part(desk, no_list, lead or title(desk, no_list), _evidence(desk, no_list), items=_numbered(no_list))


def pointers(desk: Desk, chosen: NoList) -> list[AnswerPart]:
    """Point to the plan's other lists of that name, so that nobody takes one for the only one."""
    return [
        part(desk, other, _pointer(desk, other), other.introduced[:1] or _citations(desk, other)[:1])
        for other in every(desk, chosen)
        if other.title == chosen.title and _texts(other) != _texts(chosen)
    ]


def nth(desk: Desk, no_list: NoList, number: int) -> tuple[Status, list[AnswerPart]]:
    """Return the n-th item (from the end where negative), or say that there is none."""
    position = number if number > 0 else len(no_list.items) + 1 + number
    for item in no_list.items:
        if item.number == position:
            explained = _explained(desk, no_list, item) if _TO_DO.search(fold(desk.query.restored)) else None
            return Status.ANSWERED, [explained or one_item(desk, no_list, item, whole=True)]
    lead = desk.words.list_item_missing.format(name=no_list.title, size=len(no_list.items), number=number)
    return Status.NOT_SPECIFIED, [part(desk, no_list, lead, _evidence(desk, no_list), quote=True)]


def _explained(desk: Desk, no_list: NoList, item: NoListItem) -> AnswerPart | None:
    """State an item with what stands below it in a section of its own; None where nothing does."""
    if len({other.section for other in no_list.items}) < len(no_list.items):
        return None
    stored, said = desk.everyone[no_list.plan_id], {cited.start for cited in item.citations}
    own = (unit for unit in stored.units if unit.kind is not UnitKind.LIST and is_within(unit.section, item.section))
    below = [unit for unit in own if unit.text.span(0, 1).start not in said]
    if not below:
        return None
    cited = [each for unit in below for each in stored.plan.cite(unit.section, unit.text)]
    lead, items = item_lead(desk, no_list, item), [plain(unit.text.text) for unit in below]
    return part(desk, no_list, lead, [*item.citations, *cited], items=items)


def one_item(desk: Desk, no_list: NoList, item: NoListItem, *, whole: bool = False) -> AnswerPart:
    """State an item. whole: quote it among the others where they stand in a short row."""
    introduced = no_list.introduced if no_list.target else ()
    row = _citations(desk, no_list)
    cited = row if whole and len(row) == 1 and len(row[0].quote) <= SHORT_ROW else item.citations
    return part(desk, no_list, item_lead(desk, no_list, item), [*cited, *introduced], quote=True)


def item_lead(desk: Desk, no_list: NoList, item: NoListItem) -> str:
    """Return the words that state an item, with whose it is."""
    section = section_text(no_list.section, desk.words) if asks_which_list(desk) else ""
    places = ", ".join(filter(None, (plain(no_list.target or ""), section)))
    place = f" ({places})" if places else ""
    return desk.words.list_item.format(number=item.number, name=no_list.title, place=place, text=plain(item.text))


def asks_which_list(desk: Desk) -> bool:
    """Tell whether a question asks in which list something stands."""
    return _WHICH_LIST.search(fold(f"{desk.query.restored} {desk.query.text}")) is not None


def title(desk: Desk, no_list: NoList) -> str:
    """Return what a list is called, with whom it binds; "yes" first where no more is asked."""
    gloss = desk.words.list_gloss.format(count=no_list.count) if no_list.word == NO else ""
    title = desk.words.list_lead.format(name=no_list.title, gloss=gloss)
    if no_list.target:
        title = desk.words.list_lead_target.format(name=no_list.title, gloss=gloss, target=plain(no_list.target))
    asked_for_it = "whether" in desk.query.slots.shape and not wanted(desk).without(PAPERS)
    return desk.words.list_there_is.format(title=title) if asked_for_it else title


def _numbered(no_list: NoList) -> list[str]:
    return [f"{item.number}. {plain(item.text)}" for item in no_list.items]


def _texts(no_list: NoList) -> list[str]:
    return [plain(item.text) for item in no_list.items]


def _pointer(desk: Desk, other: NoList) -> str:
    target = plain(other.target) if other.target else desk.words.list_untargeted
    return desk.words.list_other.format(
        name=other.title, target=target, section=section_text(other.section, desk.words)
    )


def part(
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
    unique = tuple(sorted(dict.fromkeys(citations), key=lambda each: each.start))
    return desk.part(no_list.plan_id, named, unique, items=items, show_quote=quote, derived=own)


def introduction(desk: Desk, no_list: NoList) -> tuple[Citation, ...]:
    """Return where a list is named, else its items."""
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
