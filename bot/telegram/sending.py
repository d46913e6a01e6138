"""Screens to Telegram: send, edit in place, show that work is going on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Chat, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from bot.memory.work import Letter, current
from bot.screen import File, Rows, Screen
from bot.telegram import BotContext

TYPING_AFTER = 0.7
"""Seconds that an answer takes before "typing" is shown."""
_POLITE = frozenset({"reminder", "news"})
"""Kinds of letters that nobody asked for just now; at night they wait."""
PROGRESS_SECONDS = 5.0
"""Between two looks at work that takes long; Telegram allows about 20 messages a minute in one chat."""


def send(update: Update, screen: Screen, after: tuple[str, Any] | None = None) -> None:
    """Post the messages of `screen` to where the update came from; after: who hears of the last one's number.

    In a group the first one replies to the person's message, so that it is clear who is answered.
    """
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return
    reply_to = message.message_id if message and chat.type != Chat.PRIVATE and update.callback_query is None else None
    send_to(chat.id, screen, topic_of(update), reply_to, after=after)


def send_to(
    chat_id: int,
    screen: Screen,
    topic: int | None = None,
    reply_to: int | None = None,
    *,
    kind: str = "answer",
    after: tuple[str, Any] | None = None,
) -> None:
    """Post the messages of `screen` to a chat. reply_to: what they answer; kind: of letter; after: see `send`."""
    for index, html in enumerate(screen.messages):
        last = index == len(screen.messages) - 1
        post("sendMessage", _message(chat_id, html, topic, reply_to if index == 0 else None, screen if last else None),
             kind=kind, after=after if last else None)  # fmt: skip


def post(
    method: str,
    parameters: dict[str, Any],
    *,
    kind: str = "answer",
    after: tuple[str, Any] | None = None,
    instead: dict[str, Any] | None = None,
    file: tuple[str, str, bytes] | None = None,
) -> None:
    """Put a call of the Bot API among the letters of the work that runs; it is sent once that is written down."""
    work = current()
    if work is None:
        raise RuntimeError(f"{method} was called outside of any work")
    call = {name: value for name, value in parameters.items() if value is not None}
    work.post(Letter("", call["chat_id"], method, call, instead, file, kind, after, polite=kind in _POLITE))


def _message(
    chat_id: int, html: str, topic: int | None, reply_to: int | None, screen: Screen | None
) -> dict[str, Any]:  # fmt: skip
    reply = {"message_id": reply_to, "allow_sending_without_reply": True} if reply_to is not None else None
    return {"chat_id": chat_id, "text": html, "parse_mode": ParseMode.HTML, "message_thread_id": topic,
            "reply_parameters": reply, "reply_markup": markup(screen.rows) if screen else None}  # fmt: skip


def send_file(chat_id: int, file: File, topic: int | None = None) -> None:
    """Post a file to a chat."""
    call = {"chat_id": chat_id, "caption": file.caption, "message_thread_id": topic}
    post("sendDocument", call, file=("document", file.name, file.content))


def text_of(screen: Screen) -> dict[str, Any]:
    """Return what a sendMessage says of a screen of one message."""
    return {"text": screen.messages[0], "reply_markup": markup(screen.rows)}


def markup(rows: Rows) -> dict[str, Any] | None:
    """Return the buttons as the Bot API wants them, None when there are none."""
    shown = [[{"text": button.label, "callback_data": button.data} for button in row] for row in rows]
    return {"inline_keyboard": shown} if shown else None


def topic_of(update: Update) -> int | None:
    """Return the topic of a forum that an update came from, None elsewhere."""
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def replace(
    update: Update, screen: Screen, message_id: int | None = None,
    after: tuple[str, Any] | None = None,
) -> None:  # fmt: skip
    """Put `screen` in the place of a message of the bot (by default the one whose button was pressed).

    What cannot be edited any more, or needs more than one message, is sent anew.
    """
    chat, pressed = update.effective_chat, update.effective_message
    target = message_id or (pressed.message_id if pressed and update.callback_query else None)
    if chat is None or target is None or len(screen.messages) != 1:
        send(update, screen, after)
        return
    edit(chat.id, target, screen, topic_of(update), after=after)


def edit(chat_id: int, message_id: int, screen: Screen, topic: int | None = None, *, kind: str = "answer",
         after: tuple[str, Any] | None = None) -> None:  # fmt: skip
    """Put a screen of one message in the place of a message; it is sent anew where that is refused."""
    new = _message(chat_id, screen.messages[0], topic, None, screen)
    call = {name: new[name] for name in ("chat_id", "text", "parse_mode", "reply_markup")} | {"message_id": message_id}
    instead = {name: value for name, value in new.items() if value is not None}
    post("editMessageText", call, kind=kind, after=after, instead=instead)


def replace_buttons(update: Update, rows: Rows) -> None:
    """Put other buttons under the message whose button was pressed; one that cannot be edited keeps its own."""
    query = update.callback_query
    if query is not None and query.message is not None:
        place = {"chat_id": query.message.chat.id, "message_id": query.message.message_id}
        post("editMessageReplyMarkup", place | {"reply_markup": markup(rows)}, kind="buttons")


@asynccontextmanager
async def progressing(update: Update, context: BotContext, told: Callable[[], Screen]) -> AsyncIterator[None]:
    """Keep the message whose button was pressed up to date while the block works; it never fails the work."""
    chat, message, over = update.effective_chat, update.effective_message, asyncio.Event()

    async def keep() -> None:
        before = told()
        while chat is not None and message is not None and not over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), PROGRESS_SECONDS)
            now = told()
            if now != before and not over.is_set():
                rows = markup(now.rows)
                with suppress(TelegramError):  # the message may be gone
                    await context.bot.edit_message_text(
                        now.messages[0],
                        chat_id=chat.id,
                        message_id=message.message_id,
                        parse_mode=ParseMode.HTML,
                        reply_markup=InlineKeyboardMarkup.de_json(rows, context.bot) if rows else None,
                    )
            before = now

    task = asyncio.create_task(keep())
    try:
        yield
    finally:
        over.set()
        await task


@asynccontextmanager
async def typing(update: Update, context: BotContext) -> AsyncIterator[None]:
    """Show "typing" while the block works, unless it is done at once; it never delays or fails the work."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER)
        if update.effective_chat:
            with suppress(TelegramError):
                chat, topic = update.effective_chat.id, topic_of(update)
                await context.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=topic)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
