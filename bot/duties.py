"""/han: the duties of the plans by date, their sources, and as calendar files. Synchronous, like `bot.desk`.

A duty stands in buttons as the number of a link to its plan and its content, so that an old button never opens
another duty: when the plan is replaced and says something else, the button says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import wording
from bot.answer_duties import name_of
from bot.calendar import Dates, calendar_file
from bot.desk import Stale
from bot.ports import PlanLibrary
from bot.remindable import can_remind
from bot.render.duties import Entry, Group, card_screen, duties_screen, place_text, what_text, when_text
from bot.render.lists import validity
from bot.render.passages import PassageFrame, passage_screen
from bot.render.rich import shorten
from bot.render.screens import Screen
from bot.state import State
from knowledge.model import Scheduled

SUMMARY = 90
"""Characters of what is to be done in an event's title."""


@dataclass(frozen=True, slots=True)
class File:
    """A document to send: its name, what it holds, the words under it."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class DutyDesk:
    """The library and the bot's memory, for one thing: what is due when."""

    library: PlanLibrary
    state: State

    def page(self, chat_id: int, page: int = 0) -> Screen:
        """Return a page of every duty: the chat's unit first, then all, by date, undated ones last."""
        own = self._own(chat_id)
        unit = self._names().get(own) if own else None
        return duties_screen(self.entries(chat_id), unit, self.library.today(), page)

    def card(self, chat_id: int, link: int, page: int = 0) -> Screen:
        """Open one duty; page: of the list to go back to. Raises Stale when its plan no longer states it so."""
        duty = self.duty(link)
        entry = self._entry(duty, self.unit_of(duty), self._own(chat_id))
        return card_screen(entry, self.library.today(), page, remind=can_remind(duty, self.library.now()))

    def page_of(self, link: int, page: int = 0) -> Screen:
        """Return a page of the duties of one plan. Raises Stale when it is gone."""
        plan_id = self.state.linked(link)
        if plan_id is None or self.library.plan(plan_id) is None:
            raise Stale(wording.UNIT_GONE)
        unit = self._names().get(plan_id, plan_id)
        return duties_screen(self._entries(plan_id, plan_id), unit, self.library.today(), page, link)

    def entries(self, chat_id: int) -> list[Entry]:
        """Return every duty in the order of the list."""
        return self._entries(self._own(chat_id), None)

    def _entries(self, own: str | None, only: str | None) -> list[Entry]:
        names = self._names()
        entries = [
            self._entry(duty, names.get(duty.deadline.plan_id, duty.deadline.plan_id), own)
            for duty in {duty.key: duty for duty in self.library.schedule(only)}.values()
        ]
        return sorted(entries, key=lambda entry: entry.order)

    def duty(self, link: int) -> Scheduled:
        """Return the duty behind a button. Raises Stale when its plan no longer states it so."""
        duty = self.find(self.state.linked(link) or "")
        if duty is None:
            raise Stale(wording.DUTY_GONE)
        return duty

    def find(self, name: str) -> Scheduled | None:
        """Return the duty that `name_of` named, None when it is gone."""
        plan_id, _, key = name.rpartition("#")
        if not plan_id or self.library.plan(plan_id) is None:
            return None
        return next((duty for duty in self.library.schedule(plan_id) if duty.key == key), None)

    def unit_of(self, duty: Scheduled) -> str:
        """Return the short name of whose plan the duty is."""
        plan_id = duty.deadline.plan_id
        return self._names().get(plan_id, plan_id)

    # ------------------------------------------------------------------------------------------- sources

    def source(self, link: int) -> Screen:
        """Open the passage that states the duty, its words marked."""
        duty = self.duty(link)
        cited = duty.deadline.citations
        passage = self.library.passage_at(duty.deadline.plan_id, cited[0].start) if cited else None
        if passage is None:
            raise Stale(wording.PASSAGE_GONE)
        return self._passage(link, duty, passage.id, 0)

    def passage(self, link: int, passage_link: int, page: int) -> Screen:
        """Turn to another passage or page of the duty's plan."""
        passage_id = self.state.linked(passage_link)
        if passage_id is None:
            raise Stale(wording.STALE_BUTTON)
        return self._passage(link, self.duty(link), passage_id, page)

    def _passage(self, link: int, duty: Scheduled, passage_id: str, page: int) -> Screen:
        passage = self.library.passage(passage_id)
        if passage is None or passage.plan_id != duty.deadline.plan_id:
            raise Stale(wording.PASSAGE_GONE)
        before, after = self.library.neighbours(passage_id)
        frame = PassageFrame(
            question=link,
            link=self.state.link(passage_id),
            plan=self.unit_of(duty),
            before=self.state.link(before.id) if before else None,
            after=self.state.link(after.id) if after else None,
            turn="hn",
        )
        spans = [(citation.start, citation.end) for citation in duty.deadline.citations]
        return passage_screen(passage, spans, frame, page)

    # ----------------------------------------------------------------------------------------- calendars

    def file(self, link: int) -> File:
        """Return the calendar of one duty."""
        duty = self.duty(link)
        return self._file([duty], f"han-{link}.ics")

    def file_of_all(self, chat_id: int, *, own: bool) -> File:
        """Return the calendar of every dated duty, or of those of the chat's unit."""
        unit = self._own(chat_id) if own else None
        if own and unit is None:
            raise Stale(wording.UNIT_GONE)
        return self._file(self.library.schedule(unit), "han-don-vi.ics" if own else "han-tat-ca.ics")

    def _file(self, duties: Sequence[Scheduled], name: str) -> File:
        dated = {duty.key: self._dates(duty) for duty in duties if duty.days}
        if not dated:
            raise Stale(wording.FILE_EMPTY)
        content = calendar_file(list(dated.values()), self.library.now())
        return File(name, content, wording.FILE_CAPTION.format(count=len(dated)))

    def _dates(self, duty: Scheduled) -> Dates:
        unit = self.unit_of(duty)
        what = what_text(duty.deadline)
        told = [what, when_text(duty, duty.days[0]), place_text(duty, unit)]
        told.append(validity(duty.period, self.library.today()))
        told += [f"“{' '.join(citation.quote.split())}”" for citation in duty.deadline.citations]
        summary = wording.EVENT.format(what=shorten(what, SUMMARY), place=place_text(duty, unit))
        return Dates(duty.key, summary, "\n".join(told), duty.days)

    # -------------------------------------------------------------------------------------------- inside

    def _entry(self, duty: Scheduled, unit: str, own: str | None) -> Entry:
        coming = duty.next_day(self.library.today())
        day = coming or (duty.days[-1] if duty.days else None)
        group = Group.SOON if coming else Group.PAST if day else Group.UNDATED
        return Entry(self.state.link(name_of(duty)), duty, unit, duty.deadline.plan_id == own, day, group)

    def _own(self, chat_id: int) -> str | None:
        unit = self.state.unit(chat_id)
        return unit if unit in self._names() else None

    def _names(self) -> dict[str, str]:
        return {unit.plan_id: unit.short_name for unit in self.library.units()}
