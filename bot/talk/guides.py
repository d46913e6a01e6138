"""/5khong, /tieuchi and /sosanh: buttons that ask what can also be typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from telegram import Update

from bot.resources import Resources
from bot.screen import (
    Button,
    Rich,
    Screen,
    Stale,
    bold,
    button,
    concat,
    from_stars,
    in_rows,
    join,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.screen import words as screen_words
from bot.talk import Conversation, Reply, words
from bot.talk.handlers import deliver, talk_of
from bot.telegram import BotContext
from bot.telegram.people import Press, in_place
from bot.telegram.sending import send, typing
from knowledge.model import NoList

TARGET = 200
"""Characters of a list's target that a question names it by."""


@dataclass(frozen=True, slots=True)
class Guided:
    """A question asked by a button, as it could be typed, and the answer."""

    question: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class GuidedQuestions:
    """The talk, asked by buttons."""

    talk: Conversation

    @property
    def resources(self) -> Resources:
        """What the talk works with."""
        return self.talk.resources

    # --------------------------------------------------------------------------------------------- lists

    def lists(self, chat_id: int, page: int = 0) -> Screen:
        """Return a page of the lists of "không" that the plans hold, those of the chat's unit first."""
        own = self.resources.unit(chat_id)
        names = self.resources.names()
        entries = [
            ListEntry(
                self.resources.state.link(stored.plan_id), index, names.get(stored.plan_id, stored.plan_id), no_list
            )
            for stored in sorted(self.resources.library.plans(), key=lambda stored: stored.plan_id != own)
            for index, no_list in enumerate(stored.facts.no_lists)
        ]
        without = own is not None and all(entry.no_list.plan_id != own for entry in entries)
        return lists_screen(entries, names.get(own or "") if without else None, page)

    def ask_for_list(self, chat_id: int, link: int, index: int) -> Guided:
        """Ask for one list of one plan. Raises Stale when the plan no longer holds it."""
        plan_id = self.resources.state.linked(link)
        stored = self.resources.library.plan(plan_id) if plan_id else None
        if stored is None or index >= len(stored.facts.no_lists):
            raise Stale(words.LIST_GONE)
        question = _question(stored.facts.no_lists[index])
        return Guided(question, self.talk.ask_for(chat_id, question, stored.plan_id))

    # -------------------------------------------------------------------------------------------- topics

    def criteria(self, chat_id: int) -> Screen:
        """Return the questions about criteria, aims and rewards."""
        name = self.resources.unit_name(chat_id) or words.ALL_UNITS_NAME
        return topics_screen(words.CRITERIA_TITLE.format(unit=name), words.CRITERIA, "gt", choose_unit=True)

    def ask_for_criteria(self, chat_id: int, index: int) -> Guided:
        """Ask one of them for the chat's unit."""
        question = _topic(words.CRITERIA, index)
        return Guided(question, self.talk.ask_for(chat_id, question, self.resources.unit(chat_id)))

    def comparisons(self) -> Screen:
        """Return what the plans can be compared by."""
        return topics_screen(words.COMPARE_TITLE, words.COMPARISONS, "gs")

    def compare(self, chat_id: int, index: int) -> Guided:
        """Compare every plan by one of them."""
        question = _topic(words.COMPARISONS, index)
        return Guided(question, self.talk.ask_for(chat_id, question, None))

    def typed(self, chat_id: int, lead: str, said: str) -> Guided:
        """Ask for what was typed after a command, as if it had been typed without: "/sosanh hạn báo cáo"."""
        question = f"{lead} {said}".strip()
        return Guided(shorten(question, 200), self.talk.ask_for(chat_id, question, self.resources.unit(chat_id)))


def _question(no_list: NoList) -> str:
    """Return how a person would ask for a list: by its count, and by whom it binds when it says so."""
    if no_list.target is None:
        return words.LIST_QUESTION.format(name=no_list.title)
    return words.LIST_QUESTION_OF.format(name=no_list.title, target=shorten(no_list.target, TARGET))


def _topic(topics: tuple[tuple[str, str], ...], index: int) -> str:
    if index >= len(topics):
        raise Stale(screen_words.STALE_BUTTON)
    return topics[index][1]


# -------------------------------------------------------------------------------------------------------------- screens

LISTS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A list of "không" to choose. link, index: of its plan, and which of the plan's lists it is; unit: whose plan."""

    link: int
    index: int
    unit: str
    no_list: NoList


def lists_screen(entries: Sequence[ListEntry], without: str | None, page: int) -> Screen:
    """Return a page of lists. without: the name of the chat's unit when its plan holds none."""
    if not entries:
        return screen(plain(words.LISTS_NONE))
    shown, page, last = paged(entries, page, LISTS_A_PAGE)
    note = plain(words.LISTS_NOT_OWN.format(unit=shorten(without, 80))) if without else ()
    lines = [_line(number, entry) for number, entry in shown]
    body = join([from_stars(words.LISTS_TITLE), note, join(lines, "\n"), plain(words.LISTS_TYPE)], "\n\n")
    rows: list[Sequence[Button]] = [[_choice(number, entry)] for number, entry in shown]
    return screen(body, [*rows, turns(page, last, "g"), [button(words.COMPARE_LISTS, "gs", 0)]])


def topics_screen(title: str, topics: Sequence[tuple[str, str]], letters: str, *, choose_unit: bool = False) -> Screen:
    """Return a button for each topic over an example of what can be typed."""
    example = words.CAN_TYPE.format(question=topics[0][1])
    buttons = [button(label, letters, index) for index, (label, _) in enumerate(topics)]
    units = [button(words.CHOOSE_UNIT, "d", "?")] if choose_unit else []
    return screen(join([from_stars(title), plain(example)], "\n\n"), [*in_rows(buttons), units])


def _line(number: int, entry: ListEntry) -> Rich:
    no_list = entry.no_list
    whom = words.LIST_TARGET.format(target=shorten(no_list.target, 120)) if no_list.target else words.LIST_NO_TARGET
    return concat(plain(f"{number}. "), bold(shorten(entry.unit, 80)), plain(f": {no_list.title}{whom}"))


def _choice(number: int, entry: ListEntry) -> Button:
    whose = entry.no_list.target or entry.unit
    return button(f"{number}. {entry.no_list.title}: {whose}", "gk", entry.link, entry.index)


# ------------------------------------------------------------------------------------------------------------- handlers


def _guided(context: BotContext) -> GuidedQuestions:
    return GuidedQuestions(talk_of(context))


async def show_lists(update: Update, context: BotContext) -> None:
    """Offer the lists of "không"."""
    await _offer(update, context, words.LISTS_LEAD, _guided(context).lists)


async def show_criteria(update: Update, context: BotContext) -> None:
    """Offer what can be asked about criteria."""
    await _offer(update, context, words.CRITERIA_LEAD, _guided(context).criteria)


async def show_comparisons(update: Update, context: BotContext) -> None:
    """Offer what the plans can be compared by."""
    guides = _guided(context)
    await _offer(update, context, words.COMPARE_LEAD, lambda _: guides.comparisons())


turn_lists = in_place(lambda press, context: _guided(context).lists(press.chat_id, *press.numbers))


async def ask_for_list(press: Press, context: BotContext) -> None:
    """Ask for the list of the button."""
    await _ask(press.update, context, _guided(context).ask_for_list, press.chat_id, *press.numbers)


async def ask_for_criteria(press: Press, context: BotContext) -> None:
    """Ask the question of the button for the chat's unit."""
    await _ask(press.update, context, _guided(context).ask_for_criteria, press.chat_id, *press.numbers)


async def compare(press: Press, context: BotContext) -> None:
    """Ask the comparison of the button."""
    await _ask(press.update, context, _guided(context).compare, press.chat_id, *press.numbers)


async def _offer(update: Update, context: BotContext, lead: str, offer: Callable[[int], Screen]) -> None:
    chat = update.effective_chat
    if chat is None:
        return
    said = " ".join(context.args or ())
    if said:
        await _ask(update, context, _guided(context).typed, chat.id, lead, said)
    else:
        send(update, await context.in_thread(offer, chat.id))


async def _ask(update: Update, context: BotContext, ask: Callable[..., Guided], *arguments: object) -> None:
    async with typing(update, context):
        guided = await context.in_thread(ask, *arguments)
    await deliver(update, context, guided.reply, title=guided.question)
