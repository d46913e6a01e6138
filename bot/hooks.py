"""What the features want to hear of their letters, once Telegram has answered."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from contextlib import suppress
from typing import Any

from sqlalchemy.orm import Session
from telegram import Update
from telegram.constants import ChatType
from telegram.error import Conflict, Forbidden, TelegramError

from bot import words
from bot.agenda import is_polite
from bot.memory import move_chat
from bot.memory.state import set_reply
from bot.memory.work import Letter, Work, working
from bot.operation.logs import is_of_the_disk, is_outside_trouble, redact
from bot.operation.meters import LETTERS
from bot.publishing.store import drop_chat
from bot.quiz import add_poll
from bot.reminders import Reminders
from bot.reminders import store as reminder_store
from bot.screen import from_stars, plain, screen, shorten
from bot.talk.inline import give_up
from bot.telegram import BotApplication, BotContext
from bot.telegram.people import acknowledge
from bot.telegram.sending import send, send_to, text_of

log = logging.getLogger(__name__)

NOTICE_SECONDS = 600.0
"""Between two notices of the same kind to the administrators; what happens meanwhile is counted."""


class FeatureHooks:
    """Passes on what became of letters; see `bot.telegram.courier.Hooks`."""

    def __init__(self, application: BotApplication) -> None:
        self._application = application
        self._lost = 0
        self._told_at = -NOTICE_SECONDS

    def arrived(self, session: Session, letter: Letter, result: Any) -> None:
        """Note the message of an answer, or the poll of a question of a quiz."""
        LETTERS.labels(letter.kind, "sent").inc()
        message = result if isinstance(result, dict) else letter.parameters
        name, argument = letter.heard_by
        if argument is None:
            return
        if name == "question" and isinstance(number := message.get("message_id"), int):
            set_reply(session, int(argument), number)
        elif name == "request" and isinstance(number := message.get("message_id"), int):
            self._application.bot_data.told_of[argument[0], argument[1]] = number
        elif name == "poll" and isinstance(message.get("poll"), dict):
            add_poll(session, str(message["poll"].get("id")), argument[0], argument[1])

    def cut_off(self, session: Session, letter: Letter, told: str) -> None:
        """Write nothing more of its own accord to a chat that is closed to the bot."""
        if letter.kind == "reminder":
            reminder_store.end_chat(session, letter.chat_id)
        elif letter.kind == "news":
            drop_chat(session, letter.chat_id)
        log.info("nothing more is written to a chat: %s", told)

    def moved(self, session: Session, old: int, new: int) -> None:
        """Follow a group that became a supergroup."""
        move_chat(session, old, new)

    def topic_gone(self, session: Session, letter: Letter, topic: int) -> None:
        """Remind the whole group instead."""
        if letter.kind == "reminder":
            reminder_store.leave_topic(session, letter.chat_id, topic)

    def given_up(self, letter: Letter, told: str) -> None:
        """Tell the administrators, a few times an hour at most, what did not reach people."""
        LETTERS.labels(letter.kind, "given up").inc()
        if letter.kind == "notice":
            return
        self._lost += 1
        now = time.monotonic()
        if now < self._told_at + NOTICE_SECONDS:
            return
        self._told_at, lost, self._lost = now, self._lost, 0
        text = words.SENDING_TROUBLE.format(count=lost, reason=shorten(redact(told), 300))
        self.tell_administrators(text)

    def tell_administrators(self, text: str) -> None:
        """Send a text with **bold** words to every administrator."""
        data = self._application.bot_data
        with working(Work(f"notice{time.time_ns()}")) as work:
            self._post_to_administrators(text)
        if data.wire is not None and work.letters:
            task = asyncio.ensure_future(data.wire.inbox.finish(work))
            task.add_done_callback(lambda done: done.exception())

    def put_aside(self, number: int, update: Update | None) -> None:
        """Tell the administrators and whoever wrote alone with the bot, within the work that runs now."""
        self._post_to_administrators(words.PUT_ASIDE.format(number=number))
        if update is None or update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
            return
        written = update.message
        text = (written.text or written.caption or "") if written else ""
        what = words.THIS_MESSAGE.format(text=shorten(text, 60)) if written else words.THIS_PRESS
        told = screen(plain(words.YOURS_PUT_ASIDE.format(what=what)))
        send_to(update.effective_chat.id, told, reply_to=written.message_id if written else None)

    def _post_to_administrators(self, text: str) -> None:
        for admin in self._application.bot_data.settings.admin_ids:
            send_to(admin, screen(from_stars(text)), kind="notice")

    async def renewed(self, letter: Letter) -> None:
        """Count the days of a reminder that has waited overnight anew."""
        resources = self._application.bot_data.resources
        name, argument = letter.heard_by
        if name != "reminder" or resources is None or argument[1] == resources.library.today().isoformat():
            return
        shown = await asyncio.to_thread(Reminders(resources).again, argument[0])
        if shown is not None:
            letter.parameters |= text_of(shown)
            letter.after = (name, [argument[0], resources.library.today().isoformat()])

    def is_polite(self) -> bool:
        """Tell whether people may be written to unasked at this hour in Viet Nam."""
        resources = self._application.bot_data.resources
        return resources is not None and is_polite(resources.library.now())


# --------------------------------------------------------------------------------------------------------------- errors


async def on_error(update: object, context: BotContext) -> None:
    """Handle what a handler, or the polling itself, raised."""
    error = context.error
    if error is None:
        return
    if isinstance(error, Conflict):
        log.error(words.CONFLICT)
        return
    if isinstance(error, Forbidden):
        log.info("a chat has blocked the bot: %s", error.message)
        return
    log.error("update could not be handled", exc_info=error)
    if not isinstance(update, Update):
        return
    with suppress(TelegramError):
        await _apologise(update, context)
    if not (is_outside_trouble(error) or is_of_the_disk(error)):  # of the disk they are told once
        _tell_admins(error, update, context)


async def _apologise(update: Update, context: BotContext) -> None:
    if update.callback_query is not None:
        await acknowledge(update, context, words.SORRY, alert=True)
    elif update.inline_query is not None:
        await give_up(update.inline_query)
    else:
        send(update, screen(plain(words.SORRY)))


def _tell_admins(error: BaseException, update: Update, context: BotContext) -> None:
    """Send the details to every administrator but the one who met the error and has had the apology."""
    met = update.effective_chat.id if update.effective_chat else None
    text = words.ADMIN_ERROR.format(
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
