"""/5khong, /tieuchi, /sosanh: choose by buttons what to ask; words after the command are asked at once."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot import wording
from bot.context import BotContext
from bot.guides import Guided, GuideDesk
from bot.handlers.buttons import Press
from bot.handlers.questions import deliver
from bot.handlers.sending import replace, send, typing
from bot.render.screens import Screen


async def show_lists(update: Update, context: BotContext) -> None:
    """Offer the lists of "không"."""
    await _offer(update, context, wording.LISTS_LEAD, GuideDesk(context.desk).lists)


async def show_criteria(update: Update, context: BotContext) -> None:
    """Offer what can be asked about criteria."""
    await _offer(update, context, wording.CRITERIA_LEAD, GuideDesk(context.desk).criteria)


async def show_comparisons(update: Update, context: BotContext) -> None:
    """Offer what the plans can be compared by."""
    guides = GuideDesk(context.desk)
    await _offer(update, context, wording.COMPARE_LEAD, lambda _: guides.comparisons())


async def turn_lists(press: Press, context: BotContext) -> None:
    """Turn the page of lists in place."""
    screen = await context.in_thread(GuideDesk(context.desk).lists, press.chat_id, press.numbers[0])
    replace(press.update, screen)


async def ask_for_list(press: Press, context: BotContext) -> None:
    """Ask for the list of the button."""
    await _ask(press.update, context, GuideDesk(context.desk).ask_for_list, press.chat_id, *press.numbers)


async def ask_for_criteria(press: Press, context: BotContext) -> None:
    """Ask the question of the button for the chat's unit."""
    await _ask(press.update, context, GuideDesk(context.desk).ask_for_criteria, press.chat_id, *press.numbers)


async def compare(press: Press, context: BotContext) -> None:
    """Ask the comparison of the button."""
    await _ask(press.update, context, GuideDesk(context.desk).compare, press.chat_id, *press.numbers)


async def _offer(update: Update, context: BotContext, lead: str, offer: Callable[[int], Screen]) -> None:
    chat = update.effective_chat
    if chat is None:
        return
    words = " ".join(context.args or ())
    if words:
        await _ask(update, context, GuideDesk(context.desk).typed, chat.id, lead, words)
    else:
        send(update, await context.in_thread(offer, chat.id))


async def _ask(update: Update, context: BotContext, ask: Callable[..., Guided], *arguments: object) -> None:
    async with typing(update, context):
        guided = await context.in_thread(ask, *arguments)
    await deliver(update, context, guided.reply, title=guided.question)
