"""Those who follow a plan: their units and reminders go along when it is replaced, and they are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot import wording
from bot.answer_duties import name_of
from bot.news import News, NewsStore
from bot.ports import PlanLibrary
from bot.reminder_store import ReminderStore
from bot.reminders import ReminderDesk
from bot.render.changes import changes_text
from bot.render.news import news_screen
from bot.render.rich import shorten
from bot.render.screens import Screen
from bot.state import State
from knowledge.versions import Published, same_issuer

UNIT_CHARS = 120


class Event(Enum):
    """What has happened to a plan."""

    NEW = wording.NEWS_NEW
    REPLACED = wording.NEWS_REPLACED
    BACK = wording.NEWS_BACK


@dataclass(frozen=True, slots=True)
class Followers:
    """The library and the bot's memory, for one thing: whom a change of plans concerns."""

    library: PlanLibrary
    state: State

    @property
    def store(self) -> NewsStore:
        """The news that wait."""
        return NewsStore(self.state.database)

    def follow(self, published: Published, event: Event, by: int) -> int:
        """Let units and reminders go along with a plan and have its followers told; return how many chats those are.

        by: the chat of the administrator who did it, which needs no news.
        """
        plan_id, before = published.stored.plan_id, published.replaced
        chats = set(self._concerned(published)) - {by}
        if before is not None:
            self.state.move_unit(before, plan_id)
            pairs = ((name_of(old), name_of(new)) for old, new in published.changes.kept)
            reminders = ReminderDesk(self.library, self.state)
            reminders.store.rename({old: new for old, new in pairs if old != new})
            reminders.move(published.changes.changed)
        title = event.value.format(unit=shorten(self.name_of(plan_id), UNIT_CHARS))
        return self.store.add(chats, plan_id, title, self._told(published, event))

    def name_of(self, plan_id: str) -> str:
        """Return the short name of whose plan this is."""
        return next((unit.short_name for unit in self.library.units() if unit.plan_id == plan_id), plan_id)

    def screen(self, news: News) -> Screen | None:
        """Return news as they are sent, None when their plan is gone."""
        if self.library.plan(news.plan_id) is None:
            return None
        chosen = self.state.unit(news.chat_id) == news.plan_id
        unit = None if chosen else self.name_of(news.plan_id)
        return news_screen(news, self.state.link(news.plan_id), unit)

    def _concerned(self, published: Published) -> Iterator[int]:
        """Who has chosen the plan or waits for one of its duties; of a new plan, who has chosen its issuer."""
        reminders = ReminderStore(self.state.database)
        plans = {published.stored.plan_id, published.replaced} - {None}
        yield from self.state.chats_of(plan for plan in plans if plan)
        for plan in plans:
            yield from reminders.chats_of(plan) if plan else ()
        if published.replaced is None:
            header = published.stored.plan.header
            held = [stored for stored in self.library.plans() if same_issuer(stored.plan.header, header)]
            yield from self.state.chats_of(stored.plan_id for stored in held)

    def _told(self, published: Published, event: Event) -> str:
        if event is Event.NEW:
            return wording.NEWS_DUTIES.format(count=len(published.stored.facts.deadlines))
        return changes_text(published.changes, self.library.today())
