"""Questions that call a part of a plan by its heading and ask nothing else of it: "mục đích là gì", "khen thưởng thế
nào" where a part is headed "HÌNH THỨC KHEN THƯỞNG"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.answering import list_names
from knowledge.answering.claimed import OFFICES
from knowledge.answering.desk import Desk, Draft
from knowledge.answering.outline import section_part
from knowledge.model import Language, Section, SectionKind, Status
from knowledge.patterns import later
from knowledge.text import fold, folded_words, syllable_key, words

FEWEST, MOST = 2, 6
"""Words of a question's own that call a part; more are a matter."""
SHARE = 0.5
"""Share of a heading, or of one of the things that it names, that a question must say."""
_ASKING_TEXT = """
là gì những các của cái này đó kế hoạch văn bản hướng dẫn chương trình quy chế thể lệ gồm có nào thế ra sao như nêu ghi
nói về cho em tôi mình xin hỏi với ạ nhé giúp kể tên liệt đọc chính chủ yếu cụ thể trong ở theo phần ai thì được bao
nhiêu mấy tóm tắt gọn lược
"""
"""Words that ask, and call no part."""
_LOOSE_TEXT = "thực hiện áp dụng tổ chức triển khai chủ yếu trọng tâm chính chung cụ thể công tác đối với các"
"""Words that a heading may have beside what it is about."""
_PARTS = later(r"\s*(?:[,;:–]| và | - )\s*", re.IGNORECASE)
_OTHERWISE = frozenset({"whether", "nth", "compare", "which_plans", "days_left", "where_stated", "count"})
_MEANT = frozenset({"purpose", "award", "who", "person", "names"})
"""Attributes that a part as a whole may state."""


def answer(desk: Desk) -> Draft | None:
    """Tell the part of the one plan at hand that the question calls; None where it calls none, or more is asked."""
    query = desk.query
    closed = query.follow_up or query.numbers or query.dates or query.period or query.slots.shape & _OTHERWISE
    closed = closed or query.count is not None or query.slots.fields or query.slots.asked - _MEANT
    if not desk.single or closed or list_names.said(query, desk.near):
        return None
    text = " ".join(query.sought) if query.language is Language.EN else query.text
    spelled = syllables if fold(text) != text.lower() else folded_words
    family = desk.family(desk.plans[0].plan_id)
    naming = {*spelled(_ASKING_TEXT), *folded_words(_ASKING_TEXT), *spelled(desk.name(desk.plans[0].plan_id))}
    called = [word for word in spelled(text) if word not in naming and not (word.isdigit() and len(word) == 1)]
    if not FEWEST <= len(called) <= MOST:
        return None
    of_office = OFFICES.search(query.restored) is not None  # whose name may be the title's words
    titles = ((stored, "" if of_office else stored.plan.header.title or "") for stored in family)
    headed = ((stored, *each) for stored, title in titles for each in _headed(stored.plan.sections, title))
    fits = [(fit, stored, part) for stored, part, above in headed if (fit := _fit(called, part, above, spelled))]
    if not fits:
        return None
    _, stored, part = max(fits, key=lambda each: each[0])
    return Draft(Status.ANSWERED, (section_part(desk, stored, part),), desk.others())


def syllables(text: str) -> list[str]:
    """Return the words of a text as they are told apart: with their diacritics, wherever a tone mark stands."""
    return [syllable_key(word) for word in words(text)]


def _headed(sections: Sequence[Section], above: str) -> Iterator[tuple[Section, str]]:
    """Yield the parts that have a heading and entries, with the headings over them; above: the plan's own title."""
    for section in sections:
        if section.heading.text and section.kind is SectionKind.ITEM and section.children:
            yield section, above
        yield from _headed(section.children, f"{above} {section.heading.text}")


def _fit(called: Sequence[str], section: Section, above: str, spelled: Callable[[str], list[str]]) -> float:
    """Return how much a question calls of a heading, and of one of the things that it names; 0 where of another. What
    else it says may stand in the headings above ("tiêu chí doanh nghiệp")."""
    loose, heading, over = set(spelled(_LOOSE_TEXT)), spelled(section.heading.text), set(spelled(above))
    said, loose = (set(called) - loose, loose) if set(called) - loose else (set(called), set())
    things = [heading, *(spelled(each) for each in _PARTS.split(section.heading.text))]
    own = [(said.intersection(each), {*each} - loose or {*each}) for each in things if said <= {*each} | over]
    best = max((len(words) / len(thing) for words, thing in own if len(words) >= min(FEWEST, len(thing))), default=0.0)
    told = len({*called}.intersection(heading))
    return best + told / len({*called}) + told / len(heading) if best >= SHARE else 0.0
