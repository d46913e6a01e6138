"""/tomtat: the lines at once, the files when their button is pressed."""

from __future__ import annotations

from telegram import Update

from bot.briefing import Briefings
from bot.telegram import BotContext
from bot.telegram.people import Press
from bot.telegram.sending import send, send_file, topic_of, typing


def _briefings(context: BotContext) -> Briefings:
    return Briefings(context.resources, context.bot_data.reported)


async def summarize(update: Update, context: BotContext) -> None:
    """Show the lines of the briefing that was asked for, or which there are to choose."""
    if update.effective_chat is None:
        return
    async with typing(update, context):
        text = " ".join(context.args or ())
        screen = await context.in_thread(_briefings(context).typed, update.effective_chat.id, text)
    send(update, screen)


async def open_briefing(press: Press, context: BotContext) -> None:
    """Show the lines of the briefing behind a button, below."""
    async with typing(press.update, context):
        screen = await context.in_thread(_briefings(context).again, press.chat_id, *press.numbers)
    send(press.update, screen)


async def send_document(press: Press, context: BotContext) -> None:
    """Send the briefing as a file."""
    async with typing(press.update, context):
        file = await context.in_thread(_briefings(context).file, *press.numbers)
    send_file(press.chat_id, file, topic_of(press.update))
