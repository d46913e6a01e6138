"""/kehoach: the plans, with number, issuer, year and validity."""

from __future__ import annotations

from telegram import Update

from bot.context import BotContext
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, send


async def list_plans(update: Update, context: BotContext) -> None:
    """Show the first page."""
    send(update, await context.in_thread(context.desk.plans))


async def turn_plans(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    screen = await context.in_thread(context.desk.plans, press.numbers[0])
    replace(press.update, screen)


async def open_plans(press: Press, context: BotContext) -> None:
    """Show the first page as a new message, for a button elsewhere."""
    send(press.update, await context.in_thread(context.desk.plans))
