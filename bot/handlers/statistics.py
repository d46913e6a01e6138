"""/thongke: how the bot is used, for administrators: the figures as text, then the last days as a picture."""

from __future__ import annotations

import logging

from telegram import Update

from bot import wording
from bot.context import BotContext
from bot.handlers.admins import refused
from bot.handlers.sending import post, send
from bot.render.plot import usage_png
from bot.render.statistics import usage_screen
from bot.statistics import Usage, usage

log = logging.getLogger(__name__)


async def show_usage(update: Update, context: BotContext) -> None:
    """Show the last days."""
    if await refused(update, context):
        return
    desk = context.desk
    found = await context.in_thread(usage, desk.state.database, desk.library.today())
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
        caption = wording.PLOT_CAPTION.format(days=len(found.days))
        call = {"chat_id": update.effective_chat.id, "caption": caption}
        post("sendPhoto", call, file=("photo", wording.PLOT_FILE, png))
