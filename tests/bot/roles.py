"""Whom every command and button is for, the way to each, and the people who try them; `test_roles` lets them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from itertools import count
from typing import Any

from bot import app
from bot import words as bot_words
from bot.access import handlers as access_words
from bot.agenda import name_of
from bot.console import JSON
from bot.console.terminal import Choice
from bot.curation import screens as curation_words
from bot.publishing import handlers as news
from bot.publishing.store import NewsStore
from bot.reminders import handlers as reminders
from bot.reminders import words as reminders_words
from bot.reminders.store import ReminderStore, Wish
from bot.screen import words
from bot.screen import words as screen_words
from bot.telegram import BotContext
from tests.bot.sent_plans import NAME as PLAN
from tests.bot.sent_plans import plan
from tests.bot.talk import Talk

ADMIN, OTHER_ADMIN, MEMBER, STRANGER, AT_THE_DOOR = 42, 43, 1001, 3003, 4004
GROUP, SHUT_GROUP = -100200, -100300
NAME = "so_tay_dan_van_bot"
QUESTION = "khi nào nộp báo cáo 6 tháng"
SEVERAL = "5 không"
"""Answered from several passages of several plans."""
UNKNOWN = "mức phạt khi nộp báo cáo trễ là bao nhiêu"
CHANNEL: JSON = {"id": -1009, "type": "channel", "title": "Kênh của phường"}
BEHIND_A_GROUP: JSON = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
BEHIND_A_CHANNEL: JSON = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: JSON = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


class For(Enum):
    """Who a command or button is for."""

    ALL = auto()
    OWN = auto()  # everybody, in their private chat
    GROUPS = auto()  # everybody, where several take part
    ADMINS = auto()  # administrators, in their private chat


COMMANDS = {
    "start": For.ALL,
    "trogiup": For.ALL,
    "kehoach": For.ALL,
    "donvi": For.ALL,
    "han": For.ALL,
    "nhac": For.ALL,
    "5khong": For.ALL,
    "tieuchi": For.ALL,
    "sosanh": For.ALL,
    "tracnghiem": For.ALL,
    "tomtat": For.ALL,
    "dulieu": For.OWN,
    "chuatraloi": For.ADMINS,
    "phienban": For.ADMINS,
    "truycap": For.ADMINS,
    "thongke": For.ADMINS,
}
CARD = ("/han", "» hd")
VERSIONS = ("/phienban an bình",)
OPENED = ("/chuatraloi", "» oq:g")
FOUND = (*OPENED, "báo cáo 6 tháng", "» oq:c")
WAYS: dict[str, tuple[For, tuple[str, ...]]] = {
    "s:0:0": (For.ALL, (QUESTION,)),
    "e:0:0": (For.ALL, (SEVERAL, "» s")),
    "n:0:0:0": (For.ALL, (SEVERAL, "» s")),
    "u:0:0": (For.ALL, (SEVERAL,)),
    "a:0": (For.ALL, ("/donvi quận 1", QUESTION)),
    "c:0:0": (For.ALL, (SEVERAL, "c:{}:0")),
    "+:0": (For.ALL, (QUESTION,)),
    "-:0": (For.ALL, (QUESTION,)),
    "why:0:0": (For.ALL, (QUESTION, "» -")),
    "d:0": (For.ALL, ("/donvi",)),
    "d:*": (For.ALL, ("/donvi",)),
    "d:p:0": (For.ALL, ("/donvi", "d:p:0")),
    "d:?": (For.ALL, ("/start",)),
    "k:0": (For.ALL, ("/kehoach", "k:0")),
    "k": (For.ALL, ("/trogiup",)),
    "t": (For.ALL, ("/start",)),
    "h": (For.ALL, ("/start",)),
    "h:0": (For.ALL, ("/han",)),
    "hd:0:0": (For.ALL, ("/han",)),
    "hw:0:0:0:0": (For.ALL, ("/han Quận 1, Quảng Ngãi quý này",)),
    "hu:0": (For.ALL, ("* news",)),
    "hu:0:0": (For.ALL, ("* news", "» hu", "hu:{}:0")),
    "nx": (For.ALL, ("* news",)),
    "ny": (For.ALL, ("* news", "» nx")),
    "hs:0": (For.ALL, CARD),
    "hn:0:0:0": (For.ALL, (*CARD, "» hs")),
    "hf:0": (For.OWN, ("/han quận 1",)),
    "hg:0": (For.OWN, ("/han quận 1", "» hf")),
    "hx": (For.OWN, ("/han quận 1", "» hf")),
    "hi:0": (For.ALL, CARD),
    "hi:o": (For.ALL, ("/donvi quận 1", "/han")),
    "hi:a": (For.ALL, ("/han",)),
    "rm:0": (For.ALL, CARD),
    "rb:0": (For.ALL, (*CARD, "» rm", "» rp")),
    "rp:0:0": (For.ALL, (*CARD, "» rm")),
    "rt:0:0": (For.ALL, (*CARD, "» rm")),
    "rd:0:0": (For.ALL, (*CARD, "» rm", "» rp")),
    "r": (For.ALL, (*CARD, "» rm")),
    "r:0": (For.ALL, ("/nhac", "r:0")),
    "rx:0:0": (For.ALL, (*CARD, "» rm", "» rt", "/nhac")),
    "rk:0": (For.ALL, ("* reminder",)),
    "rk:0:0": (For.ALL, ("* wish", "/nhac")),
    "ru:0": (For.ALL, ("* reminder", "» rk")),
    "ru:0:0": (For.ALL, ("* wish", "/nhac", "» rk")),
    "rz:0:0": (For.ALL, ("* reminder",)),
    "rw:0": (For.ALL, ("/nhac",)),
    "g:0": (For.ALL, ("/5khong", "g:0")),
    "gk:0:0": (For.ALL, ("/5khong",)),
    "gt:0": (For.ALL, ("/tieuchi",)),
    "gs:0": (For.ALL, ("/sosanh",)),
    "tm:0": (For.ALL, ("/tomtat",)),
    "tf:0:0": (For.ALL, ("/tomtat", "» tm")),
    "quiz:n:0:0": (For.GROUPS, ("/tracnghiem 2",)),
    "quiz:x:0": (For.ALL, ("/tracnghiem 2",)),
    "data:keep": (For.OWN, ("/dulieu",)),
    "data:file": (For.OWN, ("/dulieu",)),
    "data:delete": (For.OWN, ("/dulieu",)),
    "oq:p:0": (For.ADMINS, OPENED),
    "oq:g:0": (For.ADMINS, ("/chuatraloi",)),
    "oq:c:0:0": (For.ADMINS, (*OPENED, "báo cáo 6 tháng")),
    "oq:x:0": (For.ADMINS, OPENED),
    "oq:s:0": (For.ADMINS, (*FOUND, "Chưa có quy định.")),
    "oq:z": (For.ADMINS, FOUND),
    "ac:0": (For.ADMINS, VERSIONS),
    "ac:0:0": (For.ADMINS, (*VERSIONS, "» ac", "ac:{}:0")),
    "aa:0": (For.ADMINS, (*VERSIONS, "» ac")),
    "av:0": (For.ADMINS, ("+ file", "» aa")),
    "as:0": (For.ADMINS, ("+ file", "» aa", "» av")),
    "ax": (For.ADMINS, ("+ file", "» aa")),
    "vp:0": (For.ADMINS, VERSIONS),
    "v:0": (For.ADMINS, ("/phienban",)),
    "vo:0": (For.ADMINS, VERSIONS),
    "vb:0": (For.ADMINS, (*VERSIONS, "» vo")),
    "up:p:0:0": (For.ADMINS, ("+ file", "up:p:{}:0")),
    "up:i:0:0": (For.ADMINS, ("+ file", "up:i:{}:0")),
    "up:x:0": (For.ADMINS, ("+ file",)),
    "up:y:0": (For.ADMINS, ("+ file",)),
    "up:r:0": (For.ADMINS, ("+ file",)),
    "pair:y:0": (For.ADMINS, ("/truycap",)),
    "pair:n:0": (For.ADMINS, ("/truycap",)),
    "pair:x:0": (For.ADMINS, ("/truycap",)),
    "pair:p:0": (For.ADMINS, ("/truycap", "pair:p:0")),
}
"""Whom each button is for and the way to it: words to write, "» s" to press a button whose data begin so, "+ file" to
send a plan, "* news" to be told of one, "* reminder" to be reminded, "* wish" to wait for a reminder, or (last) the
data of a button that only a longer list shows, with the number that the buttons before it carry."""


def shape(pattern: str) -> str:
    """Return what data of a button look like: its pattern with 0 for every number."""
    return re.sub(r"\(.*?\)", "0", pattern).replace("\\", "")


PATTERNS = {shape(pattern): re.compile(f"{pattern}$") for pattern, _ in app.BUTTONS[:-1]}
ADMIN_SHAPES = [name for name, (whom, _) in WAYS.items() if whom is For.ADMINS]


@dataclass(frozen=True)
class Role:
    """Someone in a chat. sender: the group or channel that they write as."""

    user: int | JSON
    chat: int
    served: bool = True
    sender: JSON | None = None

    @property
    def private(self) -> bool:
        return self.chat == self.user

    @property
    def extra(self) -> JSON:
        return {"sender_chat": self.sender} if self.sender else {}

    def may(self, whom: For) -> bool:
        """Tell whether what is for `whom` is for this one."""
        if whom in (For.ALL, For.GROUPS):
            return whom is For.ALL or not self.private
        return self.private and (whom is For.OWN or self.user == ADMIN)


AS_GROUP: JSON = {"id": GROUP, "type": "supergroup", "title": "Tổ dân vận"}
ROLES = {
    "admin": Role(ADMIN, ADMIN),
    "member": Role(MEMBER, MEMBER),
    "stranger": Role(STRANGER, STRANGER, served=False),
    "admin in a group": Role(ADMIN, GROUP),
    "member in a group": Role(MEMBER, GROUP),
    "stranger in a group that is let in": Role(STRANGER, GROUP),
    "anonymous admin": Role(BEHIND_A_GROUP, GROUP, sender=AS_GROUP),
    "channel in a group": Role(BEHIND_A_CHANNEL, GROUP, sender=CHANNEL),
    "admin in a group that is not let in": Role(ADMIN, SHUT_GROUP, served=False),
}
GROUPS = [name for name, role in ROLES.items() if not role.private]
REFUSALS = {
    screen_words.ONLY_ADMIN,
    screen_words.ONLY_PRIVATE,
    screen_words.ONLY_ADMIN_BUTTON,
    bot_words.SORRY,
    words.STALE_BUTTON,
    words.FOREIGN_BUTTON,
    access_words.CLOSED_BUTTON,
    access_words.CLOSED_REFUSED,
    words.UNIT_GONE,
    curation_words.OPEN_GONE,
    access_words.PAIR_GONE,
    words.DUTY_GONE,
    reminders_words.REMINDER_GONE,
    words.PASSAGE_GONE,
    curation_words.OPEN_NO_DRAFT,
}


NUMBERS = count(100)


@dataclass
class Actor:
    """A role at work: what it does, and what comes back to its chat."""

    talk: Talk
    role: Role

    async def does(self, step: str) -> list[str]:
        """Take a step of `WAYS`; words in a group are said to the bot."""
        if step.startswith("» "):
            return await self.presses(self.button(re.compile(re.escape(step[2:]) + "(:|$)"), step))
        if step == "* news":
            return await self.hears_news()
        if step == "* reminder":
            return await self.is_reminded()
        if step == "* wish":
            self.wishes(-1 - next(NUMBERS) % 28)
            return []
        if step == "+ file":
            return await self.sends_file()
        return await self.writes(step if self.role.private or step[0] == "/" else f"@{NAME} {step}")

    async def writes(self, words: str, **extra: Any) -> list[str]:
        """Write words as they are."""
        self.talk.person.write(words, **extra, **self.role.extra)
        return await self.waits()

    async def sends_file(self) -> list[str]:
        """Send a plan of a name that is there already, with a number that is not."""
        self.talk.person.send_file(PLAN, plan(number=next(NUMBERS)), **self.role.extra)
        return await self.waits()

    async def hears_news(self) -> list[str]:
        """Be told of a plan by the bot itself."""
        plan_id = self.talk.resources.library.plans()[0].plan_id
        NewsStore(self.talk.resources.state.database).add([self.role.chat], plan_id, "Có bản mới", "Một việc đổi ngày.")
        await news.sweep(BotContext(self.talk.application))
        return await self.waits()

    async def is_reminded(self) -> list[str]:
        """Be reminded of a duty by the bot itself."""
        self.wishes(next(NUMBERS) % 28)  # one of a day that is done is not sent again
        await reminders.sweep(BotContext(self.talk.application))
        return await self.waits()

    def wishes(self, days_ago: int) -> None:
        """Wait for a duty since a day, or for a day ahead."""
        library = self.talk.resources.library
        name, user = name_of(library.schedule()[0]), self.talk.person.user["id"]
        day = library.today() - timedelta(days=days_ago)
        wish = Wish(self.role.chat, None, user, name, "Nộp báo cáo", None, day, None)
        self.talk.resources.store(ReminderStore).add(wish)

    async def presses(self, pressed: Choice) -> list[str]:
        """Press a button, whether or not it is there."""
        self.talk.person.press(pressed.message_id, pressed.data)
        return await self.waits()

    async def shows(self, name: str) -> Choice:
        """Go the way to a button and return it."""
        *steps, last = WAYS[name][1]
        raw = PATTERNS[name].match(last.format(1))
        for step in steps if raw else (*steps, last):
            await self.does(step)
        if not raw:
            return self.button(PATTERNS[name], name)
        shown = [choice.data for choice in self.talk.buttons()]
        near = [data for data in shown if data.startswith(last.partition(":")[0] + ":")] or shown
        carried = [number for data in near for number in re.findall(r"\d+", data)[:1]]
        return Choice(self.talk.last()["message_id"], "", last.format(*carried[-1:]))

    def button(self, pattern: re.Pattern[str], name: str) -> Choice:
        """Return the newest button in the chat whose data match."""
        found = [choice for choice in self.talk.buttons() if pattern.match(choice.data)]
        assert found, f"no button {name} in the chat"
        return found[-1]

    async def waits(self) -> list[str]:
        """Return what arrives in this chat."""
        await self.talk.waits()
        events = [event for kind, event in self.talk.shown if kind in ("sent", "edited")]
        return [event.get("text", "a poll or file") for event in events if event["chat"]["id"] == self.role.chat]
