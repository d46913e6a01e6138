"""The thumbs under an answer: kept, and acknowledged to the one who pressed; a thumb down asks why."""

from __future__ import annotations

from telegram import Message, Update

from bot import wording
from bot.context import BotContext
from bot.curation.store import CurationStore
from bot.handlers.buttons import Press
from bot.handlers.sending import replace_buttons
from bot.render.screens import Button, Rows, button, in_rows

REASONS = ("content", "unit", "citation", "other")
_WHY = "why"


async def good(press: Press, context: BotContext) -> str:
    """Keep a thumb up."""
    thanks = await _vote(press, context, good=True)
    await _show_reasons(press.update, ())
    return thanks


async def bad(press: Press, context: BotContext) -> str:
    """Keep a thumb down and offer reasons under the answer's other buttons."""
    await _vote(press, context, good=False)
    buttons = [
        button(label, _WHY, press.numbers[0], index) for index, label in enumerate(wording.REASON_LABELS)
    ]  # fmt: skip
    await _show_reasons(press.update, tuple(in_rows(buttons)))
    return wording.ASK_WHY


async def why(press: Press, context: BotContext) -> str:
    """Keep the reason; it is a thumb down, too, for whoever pressed."""
    number, index = press.numbers
    thanks = await _vote(press, context, good=False)
    store = CurationStore(context.desk.state.database)
    await context.in_thread(store.complain, number, press.user_id, REASONS[index])
    await _show_reasons(press.update, ())
    return thanks


async def _vote(press: Press, context: BotContext, *, good: bool) -> str:
    return await context.in_thread(context.desk.vote, press.numbers[0], press.chat_id, press.user_id, good)


async def _show_reasons(update: Update, reasons: Rows) -> None:
    """Put the reasons under the buttons that the message has, in place of those that it may have."""
    message = update.callback_query.message if update.callback_query else None
    markup = message.reply_markup if isinstance(message, Message) else None
    if markup is None:
        return
    rows = tuple(
        tuple(Button(item.text, item.callback_data) for item in row if isinstance(item.callback_data, str))
        for row in markup.inline_keyboard
    )
    kept = tuple(row for row in rows if row and not row[0].data.startswith(f"{_WHY}:"))
    if kept + reasons != rows:
        replace_buttons(update, kept + reasons)
