"""/5khong, /tieuchi and /sosanh: buttons that ask what can also be typed. Synchronous, like `bot.desk`."""

from __future__ import annotations

from dataclasses import dataclass

from bot import wording
from bot.desk import Desk, Reply, Stale
from bot.render.guides import ListEntry, lists_screen, topics_screen
from bot.render.rich import shorten
from bot.render.screens import Screen
from knowledge.model import NoList

TARGET = 200
"""Characters of a list's target that a question names it by."""


@dataclass(frozen=True, slots=True)
class Guided:
    """A question asked by a button, as it could be typed, and the answer."""

    question: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class GuideDesk:
    """The desk, asked by buttons."""

    desk: Desk

    # --------------------------------------------------------------------------------------------- lists

    def lists(self, chat_id: int, page: int = 0) -> Screen:
        """Return a page of the lists of "không" that the plans hold, those of the chat's unit first."""
        own = self.desk.unit(chat_id)
        names = {unit.plan_id: unit.short_name for unit in self.desk.library.units()}
        entries = [
            ListEntry(self.desk.state.link(stored.plan_id), index, names.get(stored.plan_id, stored.plan_id), no_list)
            for stored in sorted(self.desk.library.plans(), key=lambda stored: stored.plan_id != own)
            for index, no_list in enumerate(stored.facts.no_lists)
        ]
        without = own is not None and all(entry.no_list.plan_id != own for entry in entries)
        return lists_screen(entries, names.get(own or "") if without else None, page)

    def ask_for_list(self, chat_id: int, link: int, index: int) -> Guided:
        """Ask for one list of one plan. Raises Stale when the plan no longer holds it."""
        plan_id = self.desk.state.linked(link)
        stored = self.desk.library.plan(plan_id) if plan_id else None
        if stored is None or index >= len(stored.facts.no_lists):
            raise Stale(wording.LIST_GONE)
        question = _question(stored.facts.no_lists[index])
        return Guided(question, self.desk.ask_for(chat_id, question, stored.plan_id))

    # -------------------------------------------------------------------------------------------- topics

    def criteria(self, chat_id: int) -> Screen:
        """Return the questions about criteria, aims and rewards."""
        name = self.desk.unit_name(chat_id) or wording.ALL_UNITS_NAME
        return topics_screen(wording.CRITERIA_TITLE.format(unit=name), wording.CRITERIA, "gt", choose_unit=True)

    def ask_for_criteria(self, chat_id: int, index: int) -> Guided:
        """Ask one of them for the chat's unit."""
        question = _topic(wording.CRITERIA, index)
        return Guided(question, self.desk.ask_for(chat_id, question, self.desk.unit(chat_id)))

    def comparisons(self) -> Screen:
        """Return what the plans can be compared by."""
        return topics_screen(wording.COMPARE_TITLE, wording.COMPARISONS, "gs")

    def compare(self, chat_id: int, index: int) -> Guided:
        """Compare every plan by one of them."""
        question = _topic(wording.COMPARISONS, index)
        return Guided(question, self.desk.ask_for(chat_id, question, None))

    def typed(self, chat_id: int, lead: str, words: str) -> Guided:
        """Ask for what was typed after a command, as if it had been typed without: "/sosanh hạn báo cáo"."""
        question = f"{lead} {words}".strip()
        return Guided(shorten(question, 200), self.desk.ask_for(chat_id, question, self.desk.unit(chat_id)))


def _question(no_list: NoList) -> str:
    """Return how a person would ask for a list: by its count, and by whom it binds when it says so."""
    if no_list.target is None:
        return wording.LIST_QUESTION.format(count=no_list.count)
    return wording.LIST_QUESTION_OF.format(count=no_list.count, target=shorten(no_list.target, TARGET))


def _topic(topics: tuple[tuple[str, str], ...], index: int) -> str:
    if index >= len(topics):
        raise Stale(wording.STALE_BUTTON)
    return topics[index][1]
