"""A plan as a document: an administrator sends it in private, sees what was read, and approves it by a button."""

from __future__ import annotations

import asyncio
import logging
import time

from telegram import Document, Update
from telegram.constants import FileSizeLimit
from telegram.error import TelegramError

from bot.agenda import is_polite
from bot.memory.work import Work, working
from bot.publishing import words
from bot.publishing.amending import Amending
from bot.publishing.screens import stopped_screen
from bot.publishing.service import Followers, Gauge, Publishing
from bot.publishing.store import UploadStore
from bot.publishing.versions import PlanVersions
from bot.screen.rich import from_stars, plain
from bot.screen.screens import Screen, Stale, screen
from bot.telegram.buttons import Press, hand_on
from bot.telegram.context import BotApplication, BotContext
from bot.telegram.people import admin_of, author, is_admin, refused, words_of
from bot.telegram.sending import post, progressing, replace, send, send_to, typing
from knowledge.errors import DocumentError

log = logging.getLogger(__name__)

DOWNLOAD_SECONDS = 60
"""Longest wait for a part of a file."""


def publishing_of(context: BotContext) -> Publishing:
    """Return what puts in plans that are sent."""
    return Publishing(context.resources, context.bot_data.followed)


async def take_document(update: Update, context: BotContext) -> None:
    """Read an administrator's file; another caption changes nothing."""
    message = update.effective_message
    if message is None or message.document is None or update.edited_message is not None:
        return
    async with typing(update, context):
        shown = await _read(message.document, author(update), context)
    send(update, shown)


async def turn_preview(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    admin_of(press, context)
    number, page = press.numbers
    replace(press.update, await context.in_thread(publishing_of(context).page, number, page))


async def approve(press: Press, context: BotContext) -> None:
    """Put the document in as a new plan."""
    await _put(press, context, replacing=False)


async def approve_instead(press: Press, context: BotContext) -> None:
    """Put the document in place of the old version."""
    await _put(press, context, replacing=True)


async def show_page(press: Press, context: BotContext) -> None:
    """Send a page of the document as a picture."""
    admin_of(press, context)
    number, page = press.numbers
    publishing = publishing_of(context)
    async with typing(press.update, context):
        name, content = await context.in_thread(publishing.picture, number, page)
    caption = words.UPLOAD_PICTURE_OF.format(page=page, name=name)
    post("sendPhoto", {"chat_id": press.chat_id, "caption": caption}, file=("photo", f"trang-{page}.jpg", content))


async def cancel(press: Press, context: BotContext) -> None:
    """Forget the document."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(publishing_of(context).cancel, press.numbers[0]))


async def take_up(application: BotApplication) -> None:
    """Tell administrators what the process before was putting in when it ended; their presses come again."""
    resources, wire = application.bot_data.resources, application.bot_data.wire
    if resources is None or wire is None:
        return
    for admin, name in await asyncio.to_thread(resources.store(UploadStore).interrupted):
        with working(Work(f"interrupted{time.time_ns()}")) as work:
            send_to(admin, screen(from_stars(words.PUT_INTERRUPTED.format(name=name))), kind="notice")
        await wire.inbox.finish(work)


async def _read(document: Document, admin: int, context: BotContext) -> Screen:
    publishing = publishing_of(context)
    refused = publishing.refusal(document.file_name, document.file_size, int(FileSizeLimit.FILESIZE_DOWNLOAD))
    if refused is not None:
        return refused
    try:
        file = await document.get_file(read_timeout=DOWNLOAD_SECONDS)
        data = bytes(await file.download_as_bytearray(read_timeout=DOWNLOAD_SECONDS))
    except (TelegramError, RuntimeError) as error:  # RuntimeError: Telegram gave no path to the file
        log.warning("a document could not be downloaded: %s", type(error).__name__)  # its text may hold the token
        return screen(plain(words.UPLOAD_LOST))
    return await context.in_thread(publishing.take, admin, document.file_name, data)


async def _put(press: Press, context: BotContext, *, replacing: bool) -> None:
    admin, publishing = admin_of(press, context), publishing_of(context)
    upload, gauge = await context.in_thread(publishing.claim, press.numbers[0]), Gauge()
    replace(press.update, publishing.putting(upload, gauge))
    await hand_on(press, context)
    async with progressing(press.update, context, lambda: publishing.putting(upload, gauge)):
        shown = await context.in_thread(publishing.put, upload, gauge, replacing=replacing, by=admin)
    replace(press.update, shown)


async def list_versions(update: Update, context: BotContext) -> None:
    """Show the versions of the plan whose unit was typed after the command, or the plans to choose from."""
    if not await refused(update, context):
        typed = " ".join(context.args or ())
        send(update, await context.in_thread(_versions(context).asked, typed))


async def turn_plans(press: Press, context: BotContext) -> None:
    """Show a page of the plans in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_versions(context).plans, press.numbers[0]))


async def open_versions(press: Press, context: BotContext) -> None:
    """Show the versions of a plan in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_versions(context).listed, press.numbers[0]))


async def open_version(press: Press, context: BotContext) -> None:
    """Ask whether to go back to a version, in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(_versions(context).opened, press.numbers[0]))


async def go_back(press: Press, context: BotContext) -> None:
    """Put the version in place of the one that serves."""
    admin, versions, (link,) = admin_of(press, context), _versions(context), press.numbers
    title, gauge = await context.in_thread(versions.title, link), Gauge()

    def putting() -> Screen:
        return screen(from_stars(gauge.putting(title)))

    replace(press.update, putting())
    await hand_on(press, context)
    async with progressing(press.update, context, putting):
        shown = await context.in_thread(versions.back, link, gauge, admin)
    replace(press.update, shown)


def _versions(context: BotContext) -> PlanVersions:
    return PlanVersions(context.resources, context.bot_data.followed)


def amending(context: BotContext) -> Amending:
    """Return what corrects."""
    return Amending(context.resources, context.bot_data.followed)


async def choose_place(press: Press, context: BotContext) -> None:
    """Offer the places that can be corrected, below."""
    admin_of(press, context)
    link, *page = press.numbers
    work = amending(context).places
    if page:
        replace(press.update, await context.in_thread(work, link, page[0]))
    else:
        send(press.update, await context.in_thread(work, link))


async def ask_value(press: Press, context: BotContext) -> None:
    """Ask for another value of a place."""
    admin = admin_of(press, context)
    send(press.update, await context.in_thread(amending(context).ask, admin, press.numbers[0]))


async def choose_value(press: Press, context: BotContext) -> None:
    """Show what a value would change, in place."""
    admin_of(press, context)
    replace(press.update, await context.in_thread(amending(context).chosen, press.numbers[0]))


async def save_value(press: Press, context: BotContext) -> None:
    """Keep a value."""
    admin = admin_of(press, context)
    replace(press.update, await context.in_thread(amending(context).save, admin, press.numbers[0]))


async def leave_value(press: Press, context: BotContext) -> None:
    """Ask for no value any more."""
    await context.in_thread(amending(context).left, admin_of(press, context))
    replace(press.update, screen(plain(words.AMEND_LEFT)))


async def take_value(update: Update, context: BotContext) -> bool:
    """Take an administrator's words for the value that they were asked for; False when they were not."""
    admin, message, chat = author(update), update.effective_message, update.effective_chat
    if message is None or chat is None or chat.id != admin or not is_admin(admin, context):
        return False
    if not (text := words_of(message)):
        return False
    try:
        shown = await context.in_thread(amending(context).typed, admin, text)
    except Stale as stale:
        await context.in_thread(amending(context).left, admin)
        shown = screen(plain(str(stale)))
    if shown is not None:
        send(update, shown)
    return shown is not None


async def leave(update: Update, context: BotContext) -> None:
    """After any command an administrator's words are questions again."""
    admin = author(update)
    if update.effective_chat is not None and update.effective_chat.id == admin and is_admin(admin, context):
        await context.in_thread(amending(context).left, admin)


SWEEP_SECONDS = 60
MOST_AT_ONCE = 300
"""Messages of one sweep; the next one goes on."""


def followers(context: BotContext) -> Followers:
    """Return those who follow plans."""
    return Followers(context.resources, context.bot_data.followed)


async def stop_news(press: Press, context: BotContext) -> None:
    """Tell this chat no more."""
    await context.in_thread(followers(context).store.decline, press.chat_id)
    send(press.update, stopped_screen())


async def start_news(press: Press, context: BotContext) -> None:
    """Tell this chat again."""
    await context.in_thread(followers(context).store.accept, press.chat_id)
    send(press.update, screen(plain(words.NEWS_STARTED)))


async def tell_arrived(context: BotContext) -> None:
    """Show the administrators what has come by a watched folder, as if they had sent it."""
    admins = context.bot_data.settings.admin_ids
    if context.bot_data.resources is None or not context.leads or not admins:
        return
    publishing = publishing_of(context)
    for number in await context.in_thread(publishing.store.arrived):
        with working(Work(f"arrived{number}")) as work:
            publishing.store.told(number, admins[0])
            try:
                shown = await context.in_thread(publishing.page, number, 0, words.UPLOAD_ARRIVED)
            except (DocumentError, Stale) as error:
                log.warning("what has arrived cannot be shown: %s", error)
            else:
                for admin in admins:
                    send_to(admin, shown, kind="notice")
        await context.inbox.finish(work)


async def sweep(context: BotContext) -> None:
    """Write letters of what waits; at night there are none."""
    if context.bot_data.resources is None or not context.leads or not is_polite(context.resources.library.now()):
        return
    told = followers(context)
    for news in await context.in_thread(told.store.waiting, MOST_AT_ONCE):
        with working(Work(f"news{news.number}")) as work:
            shown = await context.in_thread(told.screen, news)
            told.store.done(news.number)
            if shown is not None and await context.is_served(news.chat_id):
                send_to(news.chat_id, shown, kind="news")
        await context.inbox.finish(work)
