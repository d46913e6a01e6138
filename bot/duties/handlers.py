"""/han: the duties by date; each opens as a card with its source, reminder and calendar file, all come as one file."""

from __future__ import annotations

from telegram import Update

from bot.duties.service import Duties
from bot.screen.screens import File
from bot.telegram.buttons import Press
from bot.telegram.context import BotContext
from bot.telegram.sending import post, replace, send, topic_of


def duties_of(context: BotContext) -> Duties:
    """Return what is due."""
    return Duties(context.resources)


async def list_duties(update: Update, context: BotContext) -> None:
    """Show the first page, of the time or the unit that was named."""
    if update.effective_chat is not None:
        text = " ".join(context.args or ())
        send(update, await context.in_thread(duties_of(context).named, update.effective_chat.id, text))


async def open_duties(press: Press, context: BotContext) -> None:
    """Show the first page as a new message, for a button elsewhere."""
    send(press.update, await context.in_thread(duties_of(context).page, press.chat_id))


async def turn_duties_within(press: Press, context: BotContext) -> None:
    """Turn the page of the duties within some days in place."""
    replace(press.update, await context.in_thread(duties_of(context).page_within, press.chat_id, *press.numbers))


async def open_duties_of(press: Press, context: BotContext) -> None:
    """Show the duties of one plan as a new message, for a button elsewhere."""
    send(press.update, await context.in_thread(duties_of(context).page_of, press.numbers[0]))


async def turn_duties_of(press: Press, context: BotContext) -> None:
    """Turn the page of the duties of one plan in place."""
    replace(press.update, await context.in_thread(duties_of(context).page_of, *press.numbers))


async def turn_duties(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    screen = await context.in_thread(duties_of(context).page, press.chat_id, press.numbers[0])
    replace(press.update, screen)


async def open_card(press: Press, context: BotContext) -> None:
    """Open one duty in place of the list."""
    screen = await context.in_thread(duties_of(context).card, press.chat_id, *press.numbers)
    replace(press.update, screen)


async def open_source(press: Press, context: BotContext) -> None:
    """Show the passage that states the duty, below."""
    send(press.update, await context.in_thread(duties_of(context).source, press.numbers[0]))


async def turn_source(press: Press, context: BotContext) -> None:
    """Turn to the passage before or after, in place."""
    screen = await context.in_thread(duties_of(context).passage, *press.numbers)
    replace(press.update, screen)


async def send_file(press: Press, context: BotContext) -> None:
    """Send the calendar of one duty."""
    _send(press, await context.in_thread(duties_of(context).file, press.numbers[0]))


async def send_file_of_unit(press: Press, context: BotContext) -> None:
    """Send the calendar of the chat's unit."""
    _send(press, await context.in_thread(duties_of(context).file_of_all, press.chat_id, own=True))


async def send_file_of_all(press: Press, context: BotContext) -> None:
    """Send the calendar of every unit."""
    _send(press, await context.in_thread(duties_of(context).file_of_all, press.chat_id, own=False))


def _send(press: Press, file: File) -> None:
    call = {"chat_id": press.chat_id, "caption": file.caption, "message_thread_id": topic_of(press.update)}
    post("sendDocument", call, file=("document", file.name, file.content))
