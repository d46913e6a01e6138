"""Those who follow a plan: their units and reminders go along when it is replaced, and they are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.ports import Followed
from bot.publishing import words
from bot.publishing.news import News, NewsStore
from bot.publishing.screens import changes_text, news_screen, way_back
from bot.resources import Resources
from bot.screen.rich import shorten
from bot.screen.screens import Rows, Screen
from knowledge.versions import Published, same_issuer

UNIT_CHARS = 120


class Event(Enum):
    """What has happened to a plan."""

    NEW = words.NEWS_NEW
    REPLACED = words.NEWS_REPLACED
    BACK = words.NEWS_BACK


@dataclass(frozen=True, slots=True)
class Followers:
    """Whom a change of plans concerns. followed: those who wait for duties."""

    resources: Resources
    followed: Followed

    @property
    def store(self) -> NewsStore:
        """The news that wait."""
        return NewsStore(self.resources.state.database)

    def follow(self, published: Published, event: Event, by: int) -> int:
        """Let units and reminders go along with a plan and have its followers told; return how many chats those are.

        by: the chat of the administrator who did it, which needs no news.
        """
        plan_id, before = published.stored.plan_id, published.replaced
        chats = set(self._concerned(published)) - {by}
        if before is not None:
            self.resources.state.move_unit(before, plan_id)
            self.followed.follow(published.changes.kept, published.changes.changed)
        title = event.value.format(unit=shorten(self.resources.name_of(plan_id), UNIT_CHARS))
        return self.store.add(chats, plan_id, title, self._told(published, event))

    def below_units(self, chat_id: int) -> Rows:
        """Return the row with the button that turns the news on again, where they are turned off."""
        return (way_back(),) if self.store.declines(chat_id) else ()

    def screen(self, news: News) -> Screen | None:
        """Return news as they are sent, None when their plan is gone."""
        if self.resources.library.plan(news.plan_id) is None:
            return None
        chosen = self.resources.state.unit(news.chat_id) == news.plan_id
        unit = None if chosen else self.resources.name_of(news.plan_id)
        return news_screen(news, self.resources.state.link(news.plan_id), unit)

    def _concerned(self, published: Published) -> Iterator[int]:
        """Who has chosen the plan or waits for one of its duties; of a new plan, who has chosen its issuer."""
        plans = {published.stored.plan_id, published.replaced} - {None}
        yield from self.resources.state.chats_of(plan for plan in plans if plan)
        for plan in plans:
            yield from self.followed.chats_of(plan) if plan else ()
        if published.replaced is None:
            header = published.stored.plan.header
            held = [stored for stored in self.resources.library.plans() if same_issuer(stored.plan.header, header)]
            yield from self.resources.state.chats_of(stored.plan_id for stored in held)

    def _told(self, published: Published, event: Event) -> str:
        if event is Event.NEW:
            return words.NEWS_DUTIES.format(count=len(published.stored.facts.deadlines))
        return changes_text(published.changes, self.resources.library.today())
