"""From an understood question to a verified answer: choose the handler, check every quote, compose the text."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from knowledge.answering import (
    agenda,
    among_plans,
    belonging,
    by_heading,
    collection,
    compare,
    corrected,
    deadlines,
    engine,
    header,
    list_names,
    lists,
    outline,
    papers,
    refusals,
    shape,
)
from knowledge.answering.case import Case, matter_of
from knowledge.answering.claimed import Claim
from knowledge.answering.decide import Outcome
from knowledge.answering.desk import Desk, Draft, Handler, Kept, finish
from knowledge.answering.matching import Matcher, Need, need
from knowledge.answering.present import normal_number
from knowledge.answering.verify import verify
from knowledge.answering.why import explain
from knowledge.answering.wording import wording
from knowledge.errors import CitationError
from knowledge.marks import Marked
from knowledge.model import (
    Answer,
    Attribute,
    Chat,
    Citation,
    Language,
    Query,
    Status,
    StoredPlan,
    UnitKind,
    parent_of,
)
from knowledge.patterns import later
from knowledge.ranking import Shelf
from knowledge.text import fold, folded_words
from knowledge.understanding.interpreter import MAX_CHARS
from knowledge.understanding.slots import topic
from knowledge.understanding.smalltalk import is_about_bot
from knowledge.understanding.tokens import folded_line, tokenize
from knowledge.understanding.units import Unit

log = logging.getLogger(__name__)

LONGEST_CHAT = 7
"""Words of a greeting or thanks; what is longer may ask something all the same."""
CITED = 0.9
"""Sureness from which a unit that names another paper is what is asked about, not the head with its number and day."""
MOST_NAMED = 4
"""Units that a question may name and be answered for one by one."""

_OF_A_LIST = frozenset({"consequence", "when", "day", "share", "money", "award", "clock"})
"""Attributes that a list doesn't state of itself: asked for, they are told of it elsewhere or nowhere."""


def agrees(case: Case, draft: Draft, more: Sequence[Citation] = ()) -> bool:
    """Tell whether a draft (or what it could quote more) quotes the unit that the engine would state, or the engine is
    not sure of one."""
    if not case.sure:
        return True
    best, plan = case.best, case.desk.everyone[case.best.plan_id].plan
    own = [cited for path, text in ((best.section, best.text), *best.items) for cited in plan.cite(path, text)]
    cited = (*more, *(citation for part in draft.parts for citation in part.citations))
    told = [citation for citation in cited if citation.plan_id == best.plan_id]
    return any(one.start < other.end and other.start < one.end for one in own for other in told)


def _asks_what_is_due(case: Case) -> bool:
    """Tell whether a question asks no more than what is to be handed in, or when ("phường mình nộp gì", "hạn chót")."""
    query, asked = case.probe.query, case.probe.query.slots.asked
    bare = topic(query.slots, query) == "sending" and not query.follow_up and not query.dates
    if query.period:  # of a round with a day the engine states the day
        bare = bare and bool(asked & {"when", "day"}) and deadlines.are_undated(case.desk)
    if asked:
        words = set(case.probe.words) - (_ROUND if query.period else set())
        words -= _UNIT if words >= _UNIT else set()
        told = {"when", "day"} | ({"to", "who"} if "to" in asked else set())
        return bare and asked <= told and (_DUE.issuperset(words) or _asks_all_that_is_due(case))
    return bare and case.desk.single and not case.sure and _HANDING.issuperset(case.probe.words)


def _asks_all_that_is_due(case: Case) -> bool:
    """Tell whether a question that the engine is not sure of names no matter, no round and nobody: "các mốc thời gian
    trong kế hoạch"."""
    query = case.probe.query
    named = case.sure or query.period or next(Claim(case.shelf, case.probe).offices(short=True), None)
    return _TERMS.search(fold(query.restored)) is not None and not named and not matter_of(case) - _DUE


_TERMS = later(r"\b(?:moc|han|deadlines?|dates)\b")


_HANDING = frozenset(
    folded_words(
        "nộp gửi trình báo cáo phải cần những các gì nào cái cho lên thì vậy ạ gồm phường xã thị trấn trường đơn vị "
        "mình em tôi ở cũ what must submit send have to do ward commune"
    )
)
"""Words that say no more than that somebody hands something in."""
_UNIT = frozenset(folded_words("đơn vị"))
_ROUND = frozenset(folded_words("6 tháng năm quý kỳ định hằng hàng sơ tổng kết đầu cuối annual quarterly half yearly"))
_DUE = _HANDING - _UNIT | frozenset(
    folded_words(
        "hạn chót cuối thời ngày mấy khi bao giờ lúc hôm là nhiêu trước chậm nhất báo cáo kế hoạch của văn bản này đó "
        "ai đâu về còn nữa lâu tuần tháng bữa đến tới left until days weeks how many when is the due date deadline "
        "report plan by which day for whom"
    )
)
"""Words that say no more than when something is due."""


def _names_no_matter(case: Case) -> bool:
    """Tell whether a question that the engine is not sure of speaks of no more than a plan itself, and of no other
    that stands in quotation marks."""
    title = set(folded_words(case.desk.everyone[case.best.plan_id].plan.header.title or ""))
    quoted = (folded_words(match[1]) for match in _QUOTED.finditer(case.probe.query.text))
    return not (case.sure or matter_of(case) - _OF_PAPER) and all(title.issuperset(words) for words in quoted)


_QUOTED = later(r"[“\"‘]([^”\"’]{4,})[”\"’]")
_OF_PAPER = frozenset(folded_words("kế hoạch văn bản hướng dẫn chương trình phong trào thi đua áp dụng thực hiện"))
"""Words that say no more than that a paper, or what it starts, is spoken of."""
_OF_BASIS = frozenset(folded_words("căn cứ cơ sở pháp lý văn bản chỉ đạo ban hành xây dựng thực hiện kế hoạch"))
"""Words that say no more than what a plan is based on."""


def _is_said(name: str, case: Case) -> bool:
    """Tell whether the best unit says a name or year that no plan is of, whole or with a word or two between, or tells
    what that body does ("Ủy ban nhân dân thành phố"), or its plan has a name of one word with a number in it ("Q1")."""
    words = folded_words(name)
    if not case.decision.units or not words:
        return False
    if any(
        set(folded_words(value.text)) <= {*words, *_SPELT_OUT.get(words[0], ())}
        for value in case.best.of(Attribute.WHO)
    ):
        return True
    own = [word for word in words if word not in _LEVELS]  # "a border commune of Quang Tri"
    of_plan = " ".join(folded_words(header.own_words(case.desk.everyone[case.best.plan_id])))
    if len(own) > 1 and own != list(words) and f" {' '.join(own)} " in f" {of_plan} ":
        return True
    if len(words) == 1 and not words[0].isalpha() and not words[0].isdigit():
        return case.shelf.uses(case.best.plan_id, words[0])
    gap = r"(?:\W+\w+){0,2}\W+"
    wanted = re.compile(rf"\b{gap.join(map(re.escape, words))}\b")
    return wanted.search(fold(f"{case.best.heading}. {case.best.text.text}")) is not None


_LEVELS = frozenset(("a", "the", "of", "in", "commune", "ward", "village", "district", "city", "province", "town"))
_SPELT_OUT = {"ubnd": folded_words("ủy ban nhân dân"), "hdnd": folded_words("hội đồng nhân dân")}


def _is_within(case: Case, draft: Draft) -> bool:
    """Tell whether something of its own is asked for within the part that a question names, and found there."""
    parts = {f"{citation.section}." for told in draft.parts for citation in told.citations[:1]}
    inside = any(f"{case.best.section}.".startswith(part) for part in parts)
    return case.sure and inside and outline.asks_more(case.desk)


def _lacks_asked(desk: Desk) -> bool:
    """Tell whether a question asks for a number, day or signer that the head of the one plan at hand lacks."""
    asked = desk.query.slots.fields & {"number", "date", "signer"}
    lacking = (name for name in asked if getattr(desk.plans[0].plan.header, name) is None)
    here = papers.is_of_itself(desk) or not (desk.query.carried or desk.query.follow_up)
    return desk.single and here and any(lacking)


_TURNS = 128
"""Earlier turns of talks of which it stays at hand what they were answered from."""


class Answerer:
    """Answers questions about one collection of plans; holds no state between questions."""

    def __init__(
        self,
        plans: Sequence[StoredPlan],
        units: Sequence[Unit],
        shelf: Shelf,
        embed: engine.Embed,
        marked: Marked,
        matcher: Matcher | None = None,
    ) -> None:
        """marked: what chooses the plans; matcher: over their passages, where these were counted before."""
        self._plans = {stored.plan_id: stored for stored in plans}
        self._all = tuple(self._plans.values())
        self._parts: dict[str, list[str]] = {}
        for plan_id in self._plans:
            if parent := parent_of(plan_id):
                self._parts.setdefault(parent, []).append(plan_id)
        self._units = {unit.plan_id: unit for unit in units}
        self._kept = Kept()
        self._numbers = {normal_number(stored.plan.header.number or "") for stored in plans}
        self._shelf, self._embed, self._marked = shelf, embed, marked
        texts = (f"{p.heading} {p.text.text}" for stored in plans for p in stored.passages)
        self._matcher = matcher or Matcher(texts)
        self._told = lru_cache(_TURNS)(self._told_of)  # a talk's earlier turns are answered once, not at every turn

    def answer(self, query: Query, today: date) -> Answer:
        """Return the verified answer to `query` as of `today`; of every plan where the last turn's has none for it."""
        query = self._settled(query, today)
        answer = self._verified(query, today)
        if not (query.carried and query.units) or answer.status is not Status.NOT_FOUND:
            return answer
        wider = self._verified(replace(query, units=(), carried=False), today)
        return wider if wider.status in (Status.ANSWERED, Status.NOT_SPECIFIED) else answer

    def _settled(self, query: Query, today: date) -> Query:
        """Limit a turn that goes on about a plan that nobody named to the one from which the last turn was answered,
        unless it speaks of something that this plan doesn't."""
        if query.before is None:
            return query
        told = self._told(query.before, today)
        if len(told) != 1 or (query.carried and not self._speaks_of(query, told[0])):
            return query
        return replace(query, units=told)

    def _told_of(self, query: Query, today: date) -> tuple[str, ...]:
        """Return the plans that a turn is answered from."""
        query = self._settled(query, today)
        parts = () if query.units else self._verified(query, today).parts
        return query.units or tuple(dict.fromkeys(part.plan_id for part in parts if part.plan_id))

    def _speaks_of(self, query: Query, plan_id: str) -> bool:
        """Tell whether a plan has the things that a turn of its own names, two words and more."""
        last = query.sought[-1] if query.sought else query.topic
        words = folded_words(last)
        things = {"_".join(pair) for pair in itertools.pairwise(words) if set(pair) <= set(query.terms)}
        return all(self._shelf.uses_pair(plan_id, pair) for pair in things)

    def why(self, query: Query, today: date) -> dict[str, Any]:
        """Return how the question was read, ranked and decided on, as data."""
        query = self._settled(query, today)
        return explain(engine.case_of(self._desk(query, today), self._shelf, self._embed))

    def _verified(self, query: Query, today: date) -> Answer:
        desk = self._desk(query, today)
        try:
            draft = corrected.marked(self._draft(desk), self._plans, desk.words)
            answer = finish(belonging.told(desk, draft), query)
            verify(answer, self._plans)
        except CitationError as fault:
            log.warning("an answer was not sent as shaped (%s): %r", fault, query.text)
            return self._plainly(desk)
        return answer

    def _plainly(self, desk: Desk) -> Answer:
        """Return the best unit quoted and nothing said about it; what can't even be quoted is withheld."""
        plainly = shape.plainly(engine.case_of(desk, self._shelf, self._embed))
        answer = finish(corrected.marked(plainly, self._plans, desk.words), desk.query)
        try:
            verify(answer, self._plans)
        except CitationError:
            log.exception("answer withheld: %r", desk.query.text)
            return finish(refusals.say(desk.words.unverified, Status.NOT_FOUND), desk.query)
        return answer

    def _draft(self, desk: Desk) -> Draft:
        query = desk.query
        if not any(char.isalnum() for char in query.text):
            return refusals.say(desk.words.empty, Status.SMALLTALK)
        if len(query.text) >= MAX_CHARS:
            return refusals.say(desk.words.too_long.format(limit=MAX_CHARS), Status.REFUSED)
        if query.chat is Chat.INJECTION:
            return refusals.injection(desk)
        chat = query.chat is not None
        if chat and (len(query.text.split()) <= LONGEST_CHAT or is_about_bot(folded_line(tokenize(query.text)))):
            return refusals.smalltalk(desk)
        if query.belongs and (named := belonging.answer(desk)) is not None:
            return named
        case = engine.case_of(desk, self._shelf, self._embed)
        desk = case.desk
        if chat and case.decision.outcome in (Outcome.NOTHING, Outcome.NOT_STATED):
            return refusals.smalltalk(desk)
        unknown = [name for name in (*query.unknown, *query.lent) if not _is_said(name, case)]
        if unknown:
            if not query.named:
                return header.validity(desk) or header.corrected(desk) or refusals.unknown(desk)
            case = engine.unsure(case)
        if all(name.isdigit() for name in unknown) and (special := self._special(desk, case)) is not None:
            return special  # of a year that no plan is for, the rooms speak themselves
        if unknown and query.years and all(name.isdigit() for name in unknown):
            return refusals.unknown(desk)
        told = engine.each(case, self._shelf) if self._are_several(desk) else engine.answer(case)
        others = [name for name in query.lent if name in unknown]
        return refusals.of_others(desk, others, told) if others else told

    def _are_several(self, desk: Desk) -> bool:
        """Tell whether a question names several plans, few enough to answer for each."""
        return desk.query.named and 1 < len(desk.plans) <= MOST_NAMED

    def _special(self, desk: Desk, case: Case) -> Draft | None:
        """Answer what is asked of the collection, of a calendar, of a list by its number, or what is due; None for
        anything else: the engine answers what a plan says."""
        query, slots = desk.query, desk.query.slots
        among = not desk.single and ("which_plans" in slots.shape or query.every_unit)
        rooms: tuple[Handler, ...] = (compare.answer, collection.answer, agenda.answer, deadlines.time_left)
        for room in (among_plans.answer, *rooms) if among else rooms:
            if (draft := room(desk)) is not None:
                return draft
        placed = case.sure and slots.shape >= {"where_stated", "whether"}  # "nằm ở mục III, đúng không"
        part = None if placed else outline.part_asked(desk)
        if part and not _is_within(case, part) and (outline.names_part(desk) or agrees(case, part)):
            return part
        if (draft := by_heading.answer(desk)) is not None and not _is_within(case, draft):
            return draft
        if (draft := outline.divisions(desk)) is not None:
            return draft
        field = case.best.kind is UnitKind.FIELD
        if field or not case.sure or papers.is_of_itself(desk):
            for room in (header.claimed, header.replaced, header.effect):
                if (draft := room(desk)) is not None:
                    return draft
        cited = case.sure and case.decision.sureness >= CITED and not field and case.best.states(Attribute.PAPER)
        lacks = not cited and _lacks_asked(desk)
        of_head = field and (case.best.field in slots.fields or not case.sure)
        of_head = of_head or (bool(slots.fields) and _names_no_matter(case))
        of_head = of_head or header.asks_which_first(query) or (len(slots.fields) > 1 and not cited)
        if slots.fields and (field or lacks or not case.sure):
            if (draft := header.validity(desk)) is not None:
                return draft
            of_head = of_head or lacks or "whether" in slots.shape
        if of_head and not papers.is_of_another(desk) and (draft := header.answer(desk)) is not None:
            return draft
        if "legal_basis" in slots.fields and not matter_of(case) - _OF_BASIS and (draft := header.answer(desk)):
            return draft
        listed = query.count is not None or "list" in slots.about or list_names.said(query, desk.near)
        if listed and not (slots.asked & _OF_A_LIST) and (draft := lists.answer(desk)) is not None:
            plainly = not slots.asked - {"names"} and ("whether" not in slots.shape or lists.claims_item(desk))
            if plainly or agrees(case, draft, lists.cited(desk)):
                return draft
        if not case.sure and (draft := deadlines.none(desk)) is not None:
            return draft
        return deadlines.answer(desk) if deadlines.is_asked(desk) or _asks_what_is_due(case) else None

    def _desk(self, query: Query, today: date) -> Desk:
        plans = self._all
        if query.units:
            scope = tuple(self._plans) if query.every_unit else query.units
            held = {*scope}
            own = (plan_id for plan_id in scope if parent_of(plan_id) not in held)
            plans = tuple(self._plans[plan_id] for plan_id in own if plan_id in self._plans)
        return Desk(
            query=query,
            today=today,
            plans=plans,
            everyone=self._plans,
            parts=self._parts,
            units=self._units,
            marked=self._marked,
            matcher=self._matcher,
            wanted=self._wanted(query),
            words=wording(query.language),
            kept=self._kept,
        )

    def _wanted(self, query: Query) -> Need:
        """Return what the question asks for; of an English one what the plans' words can say, if most."""
        named = [word for n in query.numbers if normal_number(n) in self._numbers for word in folded_words(n)]
        wanted = need(query.terms, query.restored).without(named)
        known = self._matcher.known(wanted)
        mostly = 2 * len(known.words) >= len(wanted.words) and len(known.words) > 1
        return known if query.language is Language.EN and mostly else wanted
