"""Questions and answers, the units and plans they are about, greetings, inline results.

Here is what lies between a message in and a screen out. Synchronous: handlers call it in a worker thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.agenda import can_remind, name_of, next_due
from bot.memory import recalled
from bot.memory.state import Asked, Source, State
from bot.ports import Corrected, PlanLibrary, Unit
from bot.resources import Resources
from bot.screen import Rows, Screen, Stale, filled, from_stars, plain, screen, shorten
from bot.screen import words as screen_words
from bot.screen.answers import Frame, answer_rows, answer_screen, passage_screen, wants_vote
from bot.screen.duties import plans_screen, short_day, units_screen
from bot.talk import words
from knowledge.model import Answer, Citation, Language, NoList, Scheduled, Status
from knowledge.patterns import later
from knowledge.text import normalize

SOURCES = 6
"""Passages worth a button under one answer."""
RELATED = 2
UNIT_WORDS = 8
"""A longer text after /donvi is a question, not a unit's name."""
_NUMBER_ALONE = later(r"\W*(\d{1,2})\W*")
"""What people type who mean an entry of a list above."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A screen; question: the number of the question that it answers, if any; replaces: the message that held the
    answer to an earlier wording of an edited question."""

    screen: Screen
    question: int | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, and its question with what stands around it. scope: the name of the one unit that it is for, None for
    every unit; ask_all: the same is worth asking for every unit."""

    answer: Answer
    asked: Asked
    scope: str | None
    ask_all: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions and answers. corrected: what an administrator has answered by hand instead."""

    resources: Resources
    corrected: Corrected

    # ----------------------------------------------------------------------------------------- questions

    def text(
        self, chat_id: int, text: str, message_id: int | None, *, topic: int | None = None, edited: bool = False
    ) -> Reply | None:
        """Answer what a person wrote: a unit's name when they were asked for one, else a question.

        An edited message is answered again only when its words changed (None otherwise), in place of the old answer.
        """
        text = normalize(text).strip()
        found = edited and message_id is not None
        answered = recalled(lambda: self.resources.state.answered(chat_id, message_id or 0), None) if found else None
        if answered is not None and answered[0] == text:
            return None
        with self.resources.library.steady():
            reply = self._reply(chat_id, text, message_id, topic, message_id if edited else None)
        return replace(reply, replaces=answered[1]) if answered else reply

    def _reply(self, chat_id: int, text: str, message_id: int | None, topic: int | None, edit: int | None) -> Reply:
        reply = self._refusal(text) or self._unit_stated(chat_id, text) or self._unit_named(chat_id, text)
        if reply is None:
            since = self.resources.talk_began(chat_id)
            known = (chat_id, topic, self.resources.settings.history_turns, edit, since)
            turns = recalled(lambda: self.resources.state.history(*known), tuple[str, ...]())
            reply = self._ask(Asked(chat_id, text, self.resources.unit(chat_id), turns), message_id)
        return reply

    def ask_for(self, chat_id: int, text: str, unit: str | None) -> Reply:
        """Ask what a button or a command stands for, of one unit's plan or (None) of every plan."""
        text = normalize(text).strip()
        return self._refusal(text) or self._ask(Asked(chat_id, text, unit), None)

    def again(self, number: int, chat_id: int, choice: int | None) -> Reply:
        """Ask a question again for one of the units that its answer offered, or (None) for every unit."""
        asked = self.resources.asked(number, chat_id)
        unit = asked.choices[choice] if choice is not None and choice < len(asked.choices) else None
        if choice is not None and (unit is None or unit not in self.resources.units()):
            raise Stale(screen_words.UNIT_GONE)
        return self._ask(Asked(chat_id, asked.text, unit, asked.history), None)

    def choices(self, number: int, chat_id: int, page: int) -> Rows:
        """Return another page of the units offered under an answer."""
        asked = self.resources.asked(number, chat_id)
        return answer_rows(self._frame(number, asked, Language.VI), page)

    def _refusal(self, text: str) -> Reply | None:
        told = self.refusal(text)
        return Reply(screen(plain(told))) if told else None

    def _unit_named(self, chat_id: int, text: str) -> Reply | None:
        """Take a short text after /donvi as the name of a unit, if it names one."""
        if not recalled(lambda: self.resources.state.choosing(chat_id), False):
            return None
        self.resources.state.set_choosing(chat_id, False)
        if self.resources.means_every(text):
            return Reply(self.set_unit(chat_id, None))
        found = [] if "?" in text or len(text.split()) > UNIT_WORDS else list(self.resources.library.find_units(text))
        return Reply(self._choose(chat_id, text, found)) if found else None

    def _unit_stated(self, chat_id: int, text: str) -> Reply | None:
        """Take "tôi ở quận 1" or "tất cả các đơn vị" as the choice that it is."""
        statement = self.resources.library.statement(text)
        if statement is None:
            return None
        if statement.name is None:
            return Reply(self.set_unit(chat_id, None))
        if not statement.name:
            return Reply(self.ask_for_unit(chat_id))
        return Reply(self._choose(chat_id, statement.name, statement.units))

    def refusal(self, text: str) -> str | None:
        """Return why a text is not asked at all, None when it can be."""
        if not any(char.isalnum() for char in text):
            return words.EMPTY_QUESTION
        if (number := _NUMBER_ALONE.fullmatch(text)) is not None:
            return words.NUMBER_ALONE.format(number=number[1])
        limit = self.resources.settings.max_question_chars
        return words.TOO_LONG.format(length=len(text), limit=limit) if len(text) > limit else None

    def _ask(self, asked: Asked, message_id: int | None) -> Reply:
        with self.resources.library.steady():
            found = self.answer(asked)
            number = self.resources.state.add_question(found.asked, message_id)
            frame = self._frame(number, found.asked, found.answer.language)
        return Reply(answer_screen(found.answer, replace(frame, scope=found.scope, ask_all=found.ask_all)), number)

    def answer(self, asked: Asked) -> Answered:
        """Answer a question, with the administrator's words where there are some; nothing is kept yet."""
        with self.resources.library.steady():
            return self._answer(asked)

    def _answer(self, asked: Asked) -> Answered:
        answer = self.resources.answers.ask(self.resources.library, asked.text, asked.unit, asked.history)
        found = answer
        answer = recalled(lambda: self.corrected(asked.text, asked.unit, found), found)
        sources = self._sources(answer)
        quoted = {source.passage_id for source in sources}
        related = [Source(passage_id) for passage_id in answer.related if passage_id not in quoted][:RELATED]
        named = bool(answer.query and answer.query.named)
        asked = replace(
            asked, status=answer.status.value, sources=(*sources, *related), choices=_choices(answer, asked.unit, named)
        )
        ask_all = asked.unit is not None and not named and wants_vote(answer.status)
        return Answered(answer, asked, self._scope(answer, asked.unit), ask_all)

    def _sources(self, answer: Answer) -> list[Source]:
        """Return the passages that hold the citations, those of each question of a message after the other."""
        answers = answer.answers or (answer,)
        most = max(1, SOURCES // len(answers))
        return [source for part, each in enumerate(answers) for source in self._sources_of(each, part)[:most]]

    def _sources_of(self, answer: Answer, part: int) -> list[Source]:
        """Return the passages that hold an answer's citations, each with all its quoted spans, in order."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for citation in answer.citations:
            passage = self.resources.library.passage_at(citation.plan_id, citation.start)
            if passage is not None:
                spans.setdefault(passage.id, []).append((citation.start, citation.end))
        return [Source(passage_id, tuple(dict.fromkeys(found)), part) for passage_id, found in spans.items()]

    def _frame(self, number: int, asked: Asked, language: Language) -> Frame:
        """Name what the buttons lead to; a passage without quoted words is only related."""
        units = self.resources.units()
        quoted = [source for source in asked.sources if source.spans]
        return Frame(
            number=number,
            language=language,
            sources=len(quoted),
            parts=tuple(source.part for source in quoted),
            related=tuple(self._place(source.passage_id, units) for source in asked.sources if not source.spans),
            choices=tuple(units[plan].short_name if plan in units else plan for plan in asked.choices),
            ask_all=asked.unit is not None,
            vote=wants_vote(Status(asked.status)),
            remind=recalled(lambda: offers(self.resources.library, self.resources.state, quoted, language), ()),
            lists=recalled(lambda: other_lists(self.resources.library, self.resources.state, quoted, language), ()),
        )

    def _place(self, passage_id: str, units: dict[str, Unit]) -> str:
        passage = self.resources.library.passage(passage_id)
        if passage is None:
            return "…"
        unit = units.get(passage.plan_id)
        return f"{passage.section} · {unit.short_name}" if unit else passage.section

    def _scope(self, answer: Answer, unit: str | None) -> str | None:
        """Name the one unit that an answer is for, None when it is about several or all."""
        plans = {part.plan_id for part in answer.parts if part.plan_id} or ({unit} if unit else set())
        units = self.resources.units()
        return units[next(iter(plans))].short_name if len(plans) == 1 and plans <= units.keys() else None

    # --------------------------------------------------------------------------------------------- units

    def ask_for_unit(self, chat_id: int, typed: str = "") -> Screen:
        """Answer /donvi: take the unit that was typed with it, or offer all of them."""
        typed = normalize(typed).strip()
        if self.resources.means_every(typed):
            return self.set_unit(chat_id, None)
        if typed:
            return self._choose(chat_id, typed, list(self.resources.library.find_units(typed)))
        self.resources.state.set_choosing(chat_id, True)
        name = self.resources.unit_name(chat_id)
        now = words.UNIT_NOW.format(unit=name) if name else words.UNIT_NONE
        return units_screen(f"{now}\n{words.UNIT_ASK}", self._linked_units())

    def units_page(self, page: int) -> Screen:
        """Return another page of units."""
        return units_screen(words.UNIT_ASK, self._linked_units(), page)

    def set_unit(self, chat_id: int, link: int | None) -> Screen:
        """Remember the unit behind a button, None for every unit. Raises Stale when its plan is gone."""
        if link is None:
            self.resources.begin_talk(chat_id)
            self.resources.state.set_unit(chat_id, None)
            return screen(from_stars(words.UNIT_CLEARED))
        plan = self.resources.state.linked(link)
        if plan is None or plan not in self.resources.units():
            raise Stale(screen_words.UNIT_GONE)
        return self._set(chat_id, plan)

    def _set(self, chat_id: int, plan: str) -> Screen:
        self.resources.begin_talk(chat_id)
        self.resources.state.set_unit(chat_id, plan)
        return screen(filled(words.UNIT_SET, unit=self.resources.units()[plan].short_name))

    def _choose(self, chat_id: int, typed: str, found: Sequence[str]) -> Screen:
        shown = shorten(typed, 60)
        if len(found) == 1:
            return self._set(chat_id, found[0])
        self.resources.state.set_choosing(chat_id, True)
        if found:
            units = self._linked_units(found)
            return units_screen(words.UNIT_SEVERAL.format(text=shown), units, pages=False)
        return units_screen(words.UNIT_UNKNOWN.format(text=shown), self._linked_units())

    def _linked_units(self, only: Sequence[str] | None = None) -> list[tuple[int, str]]:
        """Return the units as (number in buttons, short name), only those of some plans when given."""
        units = [unit for unit in self.resources.library.units() if only is None or unit.plan_id in only]
        return [(self.resources.state.link(unit.plan_id), unit.short_name) for unit in units]

    # --------------------------------------------------------------------------------- plans and passages

    def plans(self, page: int = 0) -> Screen:
        """Return a page of the plans."""
        units = self.resources.units()
        stored = [(units[each.plan_id], each) for each in self.resources.library.plans() if each.plan_id in units]
        listed = [(unit.short_name, unit.year, each.plan.header) for unit, each in stored]
        return plans_screen(listed, self.resources.library.today(), page)

    def source(self, number: int, chat_id: int, index: int) -> Screen:
        """Open the passage behind [Nguyên văn]."""
        sources = self.resources.asked(number, chat_id).sources
        if not 0 <= index < len(sources):
            raise Stale(screen_words.STALE_BUTTON)
        return self._passage(number, chat_id, sources[index].passage_id, 0, index)

    def passage(self, number: int, chat_id: int, link: int, page: int) -> Screen:
        """Turn to another passage or page."""
        return self._passage(number, chat_id, self.resources.named(link), page)

    def _passage(self, number: int, chat_id: int, passage_id: str, page: int, index: int | None = None) -> Screen:
        asked = self.resources.asked(number, chat_id)
        passage = self.resources.library.passage(passage_id)
        if passage is None:
            raise Stale(screen_words.PASSAGE_GONE)
        quoted = [source for source in asked.sources if source.spans]
        held = [i for i, source in enumerate(quoted) if source.passage_id == passage_id]
        here = index if index in held else next(iter(held), None)
        unit = self.resources.units().get(passage.plan_id)
        frame = self.resources.frame(passage, number, unit.name if unit else passage.plan_id)
        frame = replace(frame, source=here, sources=len(quoted))
        return passage_screen(passage, quoted[here].spans if here is not None else (), frame, page)


def _choices(answer: Answer, unit: str | None, named: bool) -> tuple[str, ...]:
    """Return the plans worth asking again for: those offered, or those of an answer from several plans."""
    if answer.status is Status.NEEDS_UNIT:
        return answer.choices
    if unit is not None or named:
        return ()
    told = tuple(dict.fromkeys(part.plan_id for part in answer.parts if part.plan_id and part.citations))
    return answer.choices or (told if len(told) > 1 else ())


# ---------------------------------------------------------------------------------------------- what an answer leads to

MOST = 3
"""Lists, and duties, that get a button; an answer that quotes more duties is a list: /han offers the same for each."""


def offers(
    library: PlanLibrary, state: State, sources: Sequence[Source], language: Language = Language.VI
) -> tuple[tuple[str, int], ...]:
    """Return (label, link) for each duty whose own words are quoted and that one can still be reminded of; nothing when
    there are more than `MOST`."""
    quoted = {(source.passage_id.rpartition("#")[0], span) for source in sources for span in source.spans}
    plans = sorted({plan_id for plan_id, _ in quoted})
    stated = (duty for plan_id in plans for duty in library.schedule(plan_id) if _is_quoted(duty, quoted))
    duties = {duty.key: duty for duty in stated if can_remind(duty, library.now())}
    if len(duties) > MOST:
        return ()
    say = screen_words.labels(language)
    labels = [_label(duty, library.now(), say) for duty in duties.values()]
    if len(set(labels)) < len(labels):  # without a day, what is to be done tells them apart
        whats = [" ".join(duty.deadline.what.split()).lower() for duty in duties.values()]
        labels = [f"{label}: {what}" for label, what in zip(labels, whats, strict=True)]
    return tuple((label, state.link(name_of(duty))) for label, duty in zip(labels, duties.values(), strict=True))


def _is_quoted(duty: Scheduled, quoted: set[tuple[str, tuple[int, int]]]) -> bool:
    """A quote within the words that prove the duty, or around them."""
    return any(
        plan_id == citation.plan_id and start < citation.end and end > citation.start
        for citation in duty.deadline.citations
        for plan_id, (start, end) in quoted
    )


def _label(duty: Scheduled, now: datetime, say: screen_words.Labels) -> str:
    day = next_due(duty, now)
    return say.remind_day.format(day=short_day(day.last)) if day else say.remind


def list_label(no_list: NoList, language: Language = Language.VI) -> str:
    """Name a list by its count and by whom it binds, in the plan's words."""
    say = screen_words.labels(language)
    if no_list.target is None:
        return say.other_list.format(name=no_list.title)
    return words.LIST_OF.format(name=no_list.title, target=" ".join(no_list.target.split()))


def other_lists(
    library: PlanLibrary, state: State, sources: Sequence[Source], language: Language
) -> tuple[tuple[str, int, int], ...]:
    """Return (label, link of the plan, which of its lists) for each list that is named in the answer's quotes while its
    items are not."""
    quoted = {(source.passage_id.rpartition("#")[0], span) for source in sources for span in source.spans}
    found = [
        (list_label(no_list, language), state.link(plan_id), index)
        for plan_id in sorted({plan_id for plan_id, _ in quoted})
        if (stored := library.plan(plan_id)) is not None
        for index, no_list in enumerate(stored.facts.no_lists)
        if no_list.items and _quoted(no_list.introduced, quoted) and not _quoted(no_list.items[0].citations, quoted)
    ]
    return tuple(found[:MOST])


def _quoted(citations: Sequence[Citation], quoted: set[tuple[str, tuple[int, int]]]) -> bool:
    return any((cited.plan_id, (cited.start, cited.end)) in quoted for cited in citations)
