"""What the features want to hear of their letters, once Telegram has answered."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from sqlalchemy.orm import Session

from bot import news, reminder_store, wording
from bot.calendar import HOUR
from bot.context import BotApplication
from bot.database import move_chat
from bot.handlers.sending import send_to, text_of
from bot.logs import redact
from bot.memory.work import Letter, Work, working
from bot.operation.meters import LETTERS
from bot.quiz.store import add_poll
from bot.reminders import LAST_HOUR, ReminderDesk
from bot.render.rich import from_stars, shorten
from bot.render.screens import screen
from bot.state import set_reply

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
            news.drop_chat(session, letter.chat_id)
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
        text = wording.SENDING_TROUBLE.format(count=lost, reason=shorten(redact(told), 300))
        self.tell_administrators(text)

    def tell_administrators(self, text: str) -> None:
        """Send a text with **bold** words to every administrator."""
        data = self._application.bot_data
        with working(Work(f"notice{time.time_ns()}")) as work:
            for admin in data.settings.admin_ids:
                send_to(admin, screen(from_stars(text)), kind="notice")
        if data.wire is not None and work.letters:
            task = asyncio.ensure_future(data.wire.inbox.finish(work))
            task.add_done_callback(lambda done: done.exception())

    async def renewed(self, letter: Letter) -> None:
        """Count the days of a reminder that has waited overnight anew."""
        desk = self._application.bot_data.desk
        name, argument = letter.heard_by
        if name != "reminder" or desk is None or argument[1] == desk.library.today().isoformat():
            return
        shown = await asyncio.to_thread(ReminderDesk(desk.library, desk.state).again, argument[0])
        if shown is not None:
            letter.parameters |= text_of(shown)
            letter.after = (name, [argument[0], desk.library.today().isoformat()])

    def is_polite(self) -> bool:
        """Tell whether people may be written to unasked at this hour in Viet Nam."""
        desk = self._application.bot_data.desk
        return desk is not None and HOUR <= desk.library.now().hour < LAST_HOUR
