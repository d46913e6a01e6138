"""What comes before every other handler: a closed bot serves only who is let in, and nobody faster than the setting.

Only what some handler would answer is looked at, so that the talk of a group costs nobody anything.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop
from telegram.ext.filters import StatusUpdate

from bot import wording
from bot.context import BotContext
from bot.handlers.access import is_served, turn_away
from bot.handlers.addressed import author, words_of
from bot.handlers.buttons import acknowledge
from bot.handlers.sending import send
from bot.render.rich import plain
from bot.render.screens import screen


async def gate(update: Update, context: BotContext) -> None:
    """Let an update pass to its handler, or stop it with a friendly word."""
    message = update.message or update.edited_message
    if message is not None and _is_not_said_to_the_bot(message, context):
        raise ApplicationHandlerStop
    if _is_answered(update, context):
        await _keep_pace(update, context)
        await _keep_closed(update, context)


def _is_not_said_to_the_bot(message: Message, context: BotContext) -> bool:
    """Tell whether a message is one of the bot's own cards, which says everything already, or the copy of a channel's
    post that Telegram puts into the channel's group."""
    return bool(message.is_automatic_forward or (message.via_bot and message.via_bot.id == context.bot.id))


async def _keep_closed(update: Update, context: BotContext) -> None:
    if update.effective_chat is None or await is_served(update.effective_chat.id, context):
        return
    await turn_away(update, context)
    raise ApplicationHandlerStop


async def _keep_pace(update: Update, context: BotContext) -> None:
    person, pace = author(update), context.bot_data.pace
    message = update.effective_message
    if isinstance(message, Message) and update.callback_query is None:
        limit = context.bot_data.settings.max_question_chars
        if pace.is_rest_of_a_flood(person, len(words_of(message)), limit):
            raise ApplicationHandlerStop
    wait = pace.take(person)
    if not wait.seconds:
        return
    text = wording.TOO_FAST.format(seconds=wait.seconds)
    if update.callback_query is not None:
        await acknowledge(update, context, text, alert=not wait.told)
    elif not wait.told:
        send(update, screen(plain(text)))
    raise ApplicationHandlerStop


def _is_answered(update: Update, context: BotContext) -> bool:
    """Tell whether a message or press is one that some handler takes; service messages are not spoken to the bot."""
    if update.callback_query is not None:
        return True
    message = update.message or update.edited_message
    if message is None or StatusUpdate.ALL.check_update(update):
        return False
    return any(handler.check_update(update) not in (None, False) for handler in context.application.handlers[0])
