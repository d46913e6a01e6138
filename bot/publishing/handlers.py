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
from bot.publishing import Followers, Gauge, Publishing, words
from bot.publishing.amending import Amending
from bot.publishing.screens import stopped_screen
from bot.publishing.store import UploadStore
from bot.publishing.versions import PlanVersions
from bot.screen import Screen, Stale, from_stars, plain, screen
from bot.telegram import BotApplication, BotContext, people
from bot.telegram.people import Press, admin_of, author, below, hand_on, in_place, refused, take_words
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


turn_preview = in_place(
    lambda press, context: publishing_of(context).page(press.numbers[0], press.numbers[1]), by_admin=True
)
cancel = in_place(lambda press, context: publishing_of(context).cancel(*press.numbers), by_admin=True)


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
    # A server of one's own that runs with --local hands out files of any size.
    is_local, most = context.bot_data.settings.telegram_local_mode, context.resources.library.max_bytes
    most = most if is_local else int(FileSizeLimit.FILESIZE_DOWNLOAD)
    refused = publishing.refusal(document.file_name, document.file_size, most)
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


turn_plans = in_place(lambda press, context: _versions(context).plans(*press.numbers), by_admin=True)
open_versions = in_place(lambda press, context: _versions(context).listed(*press.numbers), by_admin=True)
open_version = in_place(lambda press, context: _versions(context).opened(*press.numbers), by_admin=True)


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


def _amending(context: BotContext) -> Amending:
    return Amending(context.resources, context.bot_data.followed)


async def choose_place(press: Press, context: BotContext) -> None:
    """Offer the places that can be corrected, below."""
    admin_of(press, context)
    link, *page = press.numbers
    work = _amending(context).places
    if page:
        replace(press.update, await context.in_thread(work, link, page[0]))
    else:
        send(press.update, await context.in_thread(work, link))


ask_value = below(lambda press, context: _amending(context).ask(admin_of(press, context), *press.numbers))
choose_value = in_place(lambda press, context: _amending(context).chosen(*press.numbers), by_admin=True)
save_value = in_place(lambda press, context: _amending(context).save(admin_of(press, context), *press.numbers))


async def leave_value(press: Press, context: BotContext) -> None:
    """Ask for no value any more."""
    await context.in_thread(_amending(context).left, admin_of(press, context))
    replace(press.update, screen(plain(words.AMEND_LEFT)))


async def take_value(update: Update, context: BotContext) -> bool:
    """Take an administrator's words for the value that they were asked for; False when they were not, or ask something:
    that is answered, and the value waits."""
    message = update.effective_message
    admin = people.admin_in_private(update, context)
    if message is not None and admin is not None:
        waits = await context.in_thread(_amending(context).put_aside, admin, people.words_of(message))
        if waits is not None:
            send(update, waits)
            return False
    return await take_words(update, context, _amending(context).typed, _amending(context).left)


async def leave(update: Update, context: BotContext) -> None:
    """After any command an administrator's words are questions again."""
    await people.leave(update, context, _amending(context).left)


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
