"""Screens to Telegram: send, edit in place, show that work is going on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from telegram import Chat, Message, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.context import BotContext
from bot.render.screens import Rows, Screen, keyboard

PROGRESS_SECONDS = 5.0
"""Between two looks at work that takes long; Telegram allows about 20 messages a minute in one chat."""


async def send(update: Update, context: BotContext, screen: Screen) -> int | None:
    """Send the messages of `screen` where the update came from and return the id of the last one.

    In a group the first one replies to the person's message, so that it is clear who is answered.
    """
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return None
    reply_to = message.message_id if message and chat.type != Chat.PRIVATE and update.callback_query is None else None
    return await send_to(chat.id, context, screen, topic_of(update), reply_to)


async def send_to(
    chat_id: int, context: BotContext, screen: Screen, topic: int | None = None, reply_to: int | None = None
) -> int | None:
    """Send the messages of `screen` to a chat and return the id of the last one. reply_to: what they answer."""
    sent: Message | None = None
    for index, html in enumerate(screen.messages):
        sent = await context.bot.send_message(
            chat_id,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=topic,
            reply_to_message_id=reply_to if index == 0 else None,
            allow_sending_without_reply=True,
            reply_markup=screen.keyboard if index == len(screen.messages) - 1 else None,
        )
    return sent.message_id if sent else None


def topic_of(update: Update) -> int | None:
    """Return the topic of a forum that an update came from, None elsewhere."""
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


async def replace(update: Update, context: BotContext, screen: Screen, message_id: int | None = None) -> int | None:
    """Put `screen` in the place of a message of the bot (by default the one whose button was pressed).

    What cannot be edited any more, or needs more than one message, is sent anew.
    """
    chat, pressed = update.effective_chat, update.effective_message
    target = message_id or (pressed.message_id if pressed and update.callback_query else None)
    if chat is None or target is None or len(screen.messages) != 1:
        return await send(update, context, screen)
    try:
        await _edit(context, chat.id, target, screen)
    except BadRequest as error:
        if "not modified" not in error.message.lower():
            return await send(update, context, screen)
    return target


async def replace_buttons(update: Update, rows: Rows) -> None:
    """Put other buttons under the message whose button was pressed; one that cannot be edited keeps its own."""
    if update.callback_query is not None:
        with suppress(BadRequest):
            await update.callback_query.edit_message_reply_markup(keyboard(rows))


@asynccontextmanager
async def progressing(
    update: Update, context: BotContext, message_id: int | None, told: Callable[[], Screen]
) -> AsyncIterator[None]:
    """Keep a message of the bot up to date while the block works, every few seconds; it never fails the work."""
    chat, over = update.effective_chat, asyncio.Event()

    async def keep() -> None:
        before = told()
        while chat is not None and message_id is not None and not over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), PROGRESS_SECONDS)
            now = told()
            if now != before and not over.is_set():
                with suppress(TelegramError):  # the message may be gone
                    await _edit(context, chat.id, message_id, now)
            before = now

    task = asyncio.create_task(keep())
    try:
        yield
    finally:
        over.set()
        await task


@asynccontextmanager
async def typing(update: Update, context: BotContext) -> AsyncIterator[None]:
    """Show "typing" while the block works; it never delays or fails the work."""

    async def show() -> None:
        if update.effective_chat:
            with suppress(TelegramError):
                chat, topic = update.effective_chat.id, topic_of(update)
                await context.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=topic)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        await task


async def _edit(context: BotContext, chat_id: int, message_id: int, screen: Screen) -> None:
    html, markup = screen.messages[0], screen.keyboard
    await context.bot.edit_message_text(
        html, chat_id=chat_id, message_id=message_id, parse_mode=ParseMode.HTML, reply_markup=markup
    )
