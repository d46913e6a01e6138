"""A plan as a document: an administrator sends it in private, sees what was read, and approves it by a button."""

from __future__ import annotations

import asyncio
import logging
import time

from telegram import Document, Update
from telegram.error import TelegramError

from bot import wording
from bot.context import BotApplication, BotContext
from bot.handlers import others, questions
from bot.handlers.addressed import author, words_of
from bot.handlers.admins import admin_of, is_admin
from bot.handlers.buttons import Press, hand_on
from bot.handlers.sending import progressing, replace, send, send_to, typing
from bot.memory.work import Work, working
from bot.publishing import Gauge, PublishDesk
from bot.render.rich import from_stars, plain
from bot.render.screens import Screen, screen
from bot.uploads import UploadStore

log = logging.getLogger(__name__)

DOWNLOAD_SECONDS = 60
"""Longest wait for a part of a file."""


def publish_desk(context: BotContext) -> PublishDesk:
    """Return the desk for plans that are sent."""
    return PublishDesk(context.desk.library, context.desk.state)


async def take_document(update: Update, context: BotContext) -> None:
    """Read an administrator's file; anybody else's is what it was before: its caption, or no words at all."""
    message = update.effective_message
    if message is None or message.document is None:
        return
    edited = update.edited_message is not None
    if not is_admin(author(update), context):
        if words_of(message):
            await questions.question(update, context)
        elif not edited:
            await others.not_text(update, context)
    elif not edited:  # another caption changes nothing
        async with typing(update, context):
            shown = await _read(message.document, author(update), context)
        send(update, shown)


async def turn_preview(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    admin_of(press, context)
    number, page = press.numbers
    replace(press.update, await context.in_thread(publish_desk(context).page, number, page))


async def approve(press: Press, context: BotContext) -> None:
    """Put the document in as a new plan."""
    await _put(press, context, replacing=False)


async def approve_instead(press: Press, context: BotContext) -> None:
    """Put the document in place of the old version."""
    await _put(press, context, replacing=True)


async def cancel(press: Press, context: BotContext) -> None:
    """Forget the document."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(publish_desk(context).cancel, press.numbers[0]))


async def take_up(application: BotApplication) -> None:
    """Tell administrators what the process before was putting in when it ended; their presses come again."""
    desk, wire = application.bot_data.desk, application.bot_data.wire
    if desk is None or wire is None:
        return
    for admin, name in await asyncio.to_thread(UploadStore(desk.state.database).interrupted):
        with working(Work(f"interrupted{time.time_ns()}")) as work:
            send_to(admin, screen(from_stars(wording.PUT_INTERRUPTED.format(name=name))), kind="notice")
        await wire.inbox.finish(work)


async def _read(document: Document, admin: int, context: BotContext) -> Screen:
    desk = publish_desk(context)
    refused = desk.refusal(document.file_name, document.file_size)
    if refused is not None:
        return refused
    try:
        file = await document.get_file(read_timeout=DOWNLOAD_SECONDS)
        data = bytes(await file.download_as_bytearray(read_timeout=DOWNLOAD_SECONDS))
    except (TelegramError, RuntimeError) as error:  # RuntimeError: Telegram gave no path to the file
        log.warning("a document could not be downloaded: %s", type(error).__name__)  # its text may hold the token
        return screen(plain(wording.UPLOAD_LOST))
    return await context.in_thread(desk.take, admin, document.file_name, data)


async def _put(press: Press, context: BotContext, *, replacing: bool) -> None:
    admin, desk = admin_of(press, context), publish_desk(context)
    upload, gauge = await context.in_thread(desk.claim, press.numbers[0]), Gauge()
    replace(press.update, desk.putting(upload, gauge))
    await hand_on(press, context)
    async with progressing(press.update, context, lambda: desk.putting(upload, gauge)):
        shown = await context.in_thread(desk.put, upload, gauge, replacing=replacing, by=admin)
    replace(press.update, shown)
