"""The one error handler: log first, then a polite sentence to the person, details only to the administrators."""

from __future__ import annotations

import logging
import traceback
from contextlib import suppress

from telegram import Update
from telegram.error import Conflict, Forbidden, TelegramError

from bot import wording
from bot.context import BotContext
from bot.handlers.buttons import acknowledge
from bot.handlers.inline import give_up
from bot.handlers.sending import send, send_to
from bot.logs import is_outside_trouble, redact
from bot.render.rich import from_stars, plain, shorten
from bot.render.screens import screen

log = logging.getLogger(__name__)


async def on_error(update: object, context: BotContext) -> None:
    """Handle what a handler, or the polling itself, raised."""
    error = context.error
    if error is None:
        return
    if isinstance(error, Conflict):
        log.error(wording.CONFLICT)
        return
    if isinstance(error, Forbidden):
        log.info("a chat has blocked the bot: %s", error.message)
        return
    log.error("update could not be handled", exc_info=error)
    if not isinstance(update, Update):
        return
    with suppress(TelegramError):
        await _apologise(update, context)
    if not is_outside_trouble(error):
        _tell_admins(error, update, context)


async def _apologise(update: Update, context: BotContext) -> None:
    if update.callback_query is not None:
        await acknowledge(update, context, wording.SORRY, alert=True)
    elif update.inline_query is not None:
        await give_up(update.inline_query)
    else:
        send(update, screen(plain(wording.SORRY)))


def _tell_admins(error: BaseException, update: Update, context: BotContext) -> None:
    """Send the details to every administrator but the one who met the error and has had the apology."""
    met = update.effective_chat.id if update.effective_chat else None
    text = wording.ADMIN_ERROR.format(
        kind=type(error).__name__, message=shorten(redact(str(error)), 500), where=_place(error)
    )
    for admin in set(context.bot_data.settings.admin_ids) - {met}:
        send_to(admin, screen(from_stars(text)), kind="notice")


def _place(error: BaseException) -> str:
    """Return file and line of the last frame, without the machine's folders."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "?"
    return f"{frames[-1].filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frames[-1].lineno}"
