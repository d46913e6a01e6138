"""/thongke: how the bot is used, for administrators."""

from __future__ import annotations

from telegram import Update

from bot.context import BotContext
from bot.handlers.admins import refused
from bot.handlers.sending import send
from bot.render.statistics import usage_screen
from bot.statistics import usage


async def show_usage(update: Update, context: BotContext) -> None:
    """Show the last days."""
    if await refused(update, context):
        return
    desk = context.desk
    found = await context.in_thread(usage, desk.state.database, desk.library.today())
    await send(update, context, usage_screen(found))
