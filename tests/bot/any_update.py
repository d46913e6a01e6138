"""Send the bot thousands of random updates and say what it failed at.

    python -m tests.bot.any_update [COUNT [SEED]]

Runs over the five plans, a third open to everybody, a third closed, a third open with an administrator. Reported are
unhandled exceptions, silence where an answer is due, words where silence is due, and calls that Telegram refuses.
"""

from __future__ import annotations

import asyncio
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from telegram import Message, MessageEntity, Update
from telegram.error import Forbidden

import bot.app
from bot.access import Access
from bot.console import JSON, LocalTelegram
from bot.ports import PlanLibrary
from bot.publishing import handlers as news
from bot.reminders import handlers as reminders
from bot.settings import BotSettings
from bot.telegram import BotContext
from knowledge.library import Library
from knowledge.text import normalize
from tests.bot.random_updates import ADMIN, LET_IN, MEDIA, SERVICE, Maker
from tests.bot.talk import Talk, talk_with
from tests.conftest import PLANS, settings_for

ACCESS: tuple[tuple[Literal["open", "closed"], bool], ...] = (("open", False), ("closed", True), ("open", True))
TOLERATED = {"editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "answerInlineQuery", "getFile"}
"""Calls that may be refused: what cannot be edited is sent anew, a query or a file may be gone."""
SPEAKING = {"sendMessage", "sendDocument", "sendPhoto", "sendPoll", "editMessageText", "editMessageReplyMarkup"}
SETTLED = 240
"""Seconds for one update: a plan may go in."""


@dataclass
class Report:
    """What came of a run. dues: how often an answer was due (True), silence (False), or either (None).

    Each list holds what should not have happened.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    dues: Counter[bool | None] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    silences: list[str] = field(default_factory=list)
    noises: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def troubles(self) -> list[str]:
        """Everything that should not have happened."""
        return [*self.failures, *self.silences, *self.noises, *self.refusals]


@dataclass
class Run:
    """A bot under fire."""

    talk: Talk
    maker: Maker
    report: Report

    async def one(self) -> None:
        """Send one update, wait, and judge what the bot did."""
        kind, content = self.maker.make()
        update = self._readable({"update_id": self.talk.telegram.next_id(), kind: content})
        if update is None:
            self.report.kinds["not an update"] += 1
            return
        self.report.kinds[kind] += 1
        for chat in (update.effective_chat, update.effective_sender):
            if chat is not None:
                self.talk.telegram.journal.chats.setdefault(chat.id, {"id": chat.id, "type": "private"})
        due = answer_due(update, self.talk)
        before = len(self.talk.telegram.journal.calls)
        if kind in bot.app.UPDATES:
            self.talk.telegram.deliver(kind, content)
        else:
            await self.talk.application.process_update(update)
        await self.talk.waits(SETTLED)
        self._judge(due, f"{kind} {content}", before)

    async def burst(self, count: int) -> None:
        """Send many updates at once."""
        for _ in range(count):
            kind, content = self.maker.make()
            if self._readable({"update_id": 1, kind: content}) is not None:
                self.report.kinds[kind] += 1
                self.talk.telegram.deliver(kind, content)
        await self.talk.waits(SETTLED)

    def _readable(self, data: JSON) -> Update | None:
        """Return the update, None when it lacks what every such update has."""
        try:
            update = Update.de_json(data, self.talk.application.bot)
        except Exception:  # whatever a required field or a number out of any range makes of it
            return None
        # PTB takes None for an object that must be there.
        needed = [getattr(item, "from_user", None) for item in (
            update.callback_query, update.inline_query, update.chosen_inline_result) if item]  # fmt: skip
        if isinstance(update.effective_message, Message):
            needed.append(getattr(update.effective_message, "chat", None))
        return None if None in needed else update

    def _judge(self, due: bool | None, told: str, before: int) -> None:
        calls = self.talk.telegram.journal.calls[before:]
        counted = {str(number) for number in self.talk.application.bot_data.told_of.values()}
        # How many more requests a stranger has made is told some moments after them.
        spoken = [call for call in calls if call.method in SPEAKING and call.code == 200
                  and not (call.method == "editMessageText" and call.parameters["message_id"] in counted)]  # fmt: skip
        acknowledged = [call for call in calls if call.method.startswith("answer")]
        self.report.dues[due] += 1
        self.report.refusals += [f"{call.method} {call.code} {call.parameters}: {told}" for call in calls
                                 if call.code not in (200, 403) and call.method not in TOLERATED]  # fmt: skip
        if due is True and not spoken and not acknowledged:
            self.report.silences.append(told)
        if due is False and spoken:
            self.report.noises.append(f"{spoken[0].parameters}: {told}")


def answer_due(update: Update, talk: Talk) -> bool | None:
    """Tell whether the bot owes an answer (True) or silence (False); None where both are right."""
    if update.effective_chat is not None and update.effective_chat.id in talk.telegram.journal.blocked:
        return None
    if update.callback_query is not None:
        return True if update.callback_query.data is not None else None
    if update.inline_query is not None:
        return True
    message = update.message or update.edited_message
    if message is None:
        return None if update.poll_answer or update.chosen_inline_result else False
    chat, me = message.chat, talk.application.bot.id
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == me):
        return False
    if any(getattr(message, name, None) for name in SERVICE):
        return False
    if chat.type not in ("private", "group", "supergroup"):
        return None
    if chat.type != "private" and not _addressed(message, talk):
        return False
    if message.media_group_id or (chat.type != "private" and not _served(chat.id, talk)):
        return None
    if update.edited_message:
        answered = talk.resources.state.answered(chat.id, message.message_id)
        return True if message.text and (answered is None or answered[0] != normalize(message.text).strip()) else None
    return True if message.text or any(getattr(message, name, None) for name in MEDIA) else None


def _addressed(message: Message, talk: Talk) -> bool:
    """Tell whether a group's message replies to the bot, mentions it, or is a command for it."""
    me = talk.application.bot
    name, answered = me.username.lower(), message.reply_to_message
    replied = bool(answered and answered.from_user and answered.from_user.id == me.id)
    marked = [(entity, _marked(message, entity)) for entity in (*message.entities, *message.caption_entities)]
    if message.text and marked and marked[0][0].type == MessageEntity.BOT_COMMAND and marked[0][0].offset == 0:
        command, at, whose = marked[0][1][1:].partition("@")
        known = any(command in names for names, _ in bot.app.COMMANDS)
        return whose == name if at else known or replied
    return replied or any(
        (entity.type == MessageEntity.MENTION and words == f"@{name}") or (entity.user and entity.user.id == me.id)
        for entity, words in marked
    )


def _marked(message: Message, entity: MessageEntity) -> str:
    units = (message.text or message.caption or "").encode("utf-16-le", "surrogatepass")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace").lower()


def _served(chat: int, talk: Talk) -> bool:
    settings = talk.application.bot_data.settings
    return not settings.closed or chat in settings.admin_ids or Access(talk.resources.state.database).allows(chat)


@contextmanager
def at_full_speed() -> Iterator[None]:
    """Let the bot neither pause for Telegram's limits nor wait for a person to type on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.talk.inline.PAUSE", 0)
        yield


async def fire(library: PlanLibrary, folder: Path, count: int, seed: int, report: Report) -> None:
    """Run a bot over `library` through `count` updates. seed: of the updates; it also chooses who may use the bot."""
    access, has_admin = ACCESS[seed % len(ACCESS)]
    settings = BotSettings(
        _env_file=None, admin_ids=(ADMIN,) * has_admin, access=access, messages_per_minute=0, messages_per_second=0
    )  # type: ignore[call-arg]
    telegram, luck = LocalTelegram(), random.Random(seed)

    async def note(update: object, context: Any) -> None:
        if not isinstance(context.error, Forbidden):
            report.failures.append(f"{context.error!r}: {update}")

    def note_lost(_loop: object, context: dict[str, Any]) -> None:
        report.failures.append(f"{context.get('exception')!r}: {context['message']}")

    asyncio.get_running_loop().set_exception_handler(note_lost)
    with at_full_speed():
        async with talk_with(library, folder, telegram, settings) as talk:
            talk.application.add_error_handler(note)
            telegram.add_chat({"id": ADMIN, "type": "private"})  # who administers a bot has written to it before
            for chat in LET_IN:
                door = Access(talk.resources.state.database)
                door.approve(door.request(chat, chat, "x").number)
            run = Run(talk, Maker(telegram, luck), report)
            while sum(report.kinds.values()) < count:
                await (run.burst(8) if luck.random() < 0.02 else run.one())
                if luck.random() < 0.02:
                    await reminders.sweep(BotContext(talk.application))
                    await news.sweep(BotContext(talk.application))


async def main(count: int, seed: int) -> Report:
    """Fire at three bots over the five plans, one after another, and print what came of it."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Library.open(settings_for(folder / "data"), create=True) as library:
            library.add_plans([PLANS])
            library.close, close = lambda: None, library.close  # type: ignore[method-assign] # it outlives one bot
            begun = time.monotonic()
            for part in range(len(ACCESS)):
                (folder / str(part)).mkdir()
                await fire(library, folder / str(part), count * (part + 1) // len(ACCESS), seed + part, report)
            close()
    print(f"{count} updates in {time.monotonic() - begun:.0f} s, seed {seed}: {dict(report.kinds.most_common())}")
    print(f"an answer was due to {report.dues[True]}, silence to {report.dues[False]}, either to the rest")
    for name in ("failures", "silences", "noises", "refusals"):
        print(f"{name}: {len(getattr(report, name))}")
    return report


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    told = asyncio.run(main(*(int(word) for word in (*sys.argv[1:], "10000", "1")[:2])))
    for trouble in told.troubles[:40]:
        print("-", ascii(trouble[:1500]))
    sys.exit(bool(told.troubles))
