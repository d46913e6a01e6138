"""/donvi: choose the unit once, by a button or by typing any short form of its name."""

from __future__ import annotations

from telegram import Update

from bot.context import BotContext
from bot.handlers.buttons import Press
from bot.handlers.news import with_way_back
from bot.handlers.sending import replace, send


async def ask_for_unit(update: Update, context: BotContext) -> None:
    """Offer the units, or take the one typed after the command."""
    if update.effective_chat is None:
        return
    typed = " ".join(context.args or ())
    shown = await context.in_thread(context.desk.ask_for_unit, update.effective_chat.id, typed)
    send(update, await with_way_back(shown, update.effective_chat.id, context))


async def offer_units(press: Press, context: BotContext) -> None:
    """Offer the units as a new message, for a button elsewhere."""
    send(press.update, await context.in_thread(context.desk.ask_for_unit, press.chat_id))


async def turn_units(press: Press, context: BotContext) -> None:
    """Turn the page of the list of units."""
    replace(press.update, await context.in_thread(context.desk.units_page, press.numbers[0]))


async def choose_unit(press: Press, context: BotContext) -> None:
    """Remember the unit of the button, in place of the list."""
    screen = await context.in_thread(context.desk.set_unit, press.chat_id, press.numbers[0])
    replace(press.update, screen)


async def choose_all(press: Press, context: BotContext) -> None:
    """Go back to every unit."""
    replace(press.update, await context.in_thread(context.desk.set_unit, press.chat_id, None))
