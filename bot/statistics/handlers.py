"""/thongke: how the bot is used, for administrators: the figures as text, then the last days as a picture."""

from __future__ import annotations

import logging

from telegram import Update

from bot.statistics import words
from bot.statistics.screens import usage_png, usage_screen
from bot.statistics.store import Usage, UsageStore
from bot.telegram.context import BotContext
from bot.telegram.people import refused
from bot.telegram.sending import post, send

log = logging.getLogger(__name__)


async def show_usage(update: Update, context: BotContext) -> None:
    """Show the last days."""
    if await refused(update, context):
        return
    resources = context.resources
    found = await context.in_thread(resources.store(UsageStore).usage, resources.library.today())
    send(update, usage_screen(found))
    if found.questions or found.good or found.bad:
        await _send_plot(update, context, found)


async def _send_plot(update: Update, context: BotContext, found: Usage) -> None:
    try:
        png = await context.in_thread(usage_png, found)
    except Exception:  # whatever the drawing library meets, the text has told the same
        log.warning("the plot could not be drawn", exc_info=True)
        return
    if update.effective_chat is not None:
        caption = words.PLOT_CAPTION.format(days=len(found.days))
        call = {"chat_id": update.effective_chat.id, "caption": caption}
        post("sendPhoto", call, file=("photo", words.PLOT_FILE, png))
