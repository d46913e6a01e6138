"""Every command and every button, for everybody who may use them: a new one needs its expectation here.

A closed bot over the five plans, on a day on which one of them is in force, serves a cast of people; each does what
`COMMANDS` and `WAYS` say. A test fails when `bot.app` knows a command or button that neither names.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.ext import AIORateLimiter

from bot import app, wording
from bot.access import Access
from bot.console.people import Person, entities_of
from bot.console.screen import Choice
from bot.console.server import JSON
from bot.context import BotContext
from bot.database import Base
from bot.handlers import news
from bot.news import NewsStore
from bot.settings import BotSettings
from bot.state import Question
from knowledge.library import HANOI, Library
from tests.bot.talk import Talk, talk_with
from tests.conftest import PLANS, settings_for
from tests.knowledge.invented import plan_text

ADMIN, OTHER_ADMIN, MEMBER, STRANGER, AT_THE_DOOR = 42, 43, 1001, 3003, 4004
GROUP, SHUT_GROUP = -100200, -100300
NAME = "so_tay_dan_van_bot"
NUMBERS = count(100)
QUESTION = "khi nào nộp báo cáo 6 tháng"
UNKNOWN = "giá vé xe buýt là bao nhiêu"
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
    "dulieu": For.OWN,
    "chuatraloi": For.ADMINS,
    "phienban": For.ADMINS,
    "truycap": For.ADMINS,
    "thongke": For.ADMINS,
}
FILE, NEWER, NEWS = "§ a new plan", "§ a new version", "§ news"
PLAN = "dang-uy-so-gd-tphcm-2024"
CARD = ("/han", "» hd")
OPENED = ("/chuatraloi", "» oq:g")
FOUND = (*OPENED, "báo cáo 6 tháng", "» oq:c")
WAYS: dict[str, tuple[For, tuple[str, ...]]] = {
    "s:0:0": (For.ALL, (QUESTION,)),
    "e:0:0": (For.ALL, (QUESTION, "» s")),
    "n:0:0:0": (For.ALL, (QUESTION, "» s")),
    "u:0:0": (For.ALL, (QUESTION,)),
    "a:0": (For.ALL, ("/donvi quận 1", QUESTION)),
    "c:0:0": (For.ALL, (QUESTION, "c:{question}:0")),
    "+:0": (For.ALL, (QUESTION,)),
    "-:0": (For.ALL, (QUESTION,)),
    "why:0:0": (For.ALL, (QUESTION, "» -")),
    "d:0": (For.ALL, ("/donvi",)),
    "d:*": (For.ALL, ("/donvi",)),
    "d:p:0": (For.ALL, ("/donvi", "d:p:0")),
    "d:?": (For.ALL, ("/start",)),
    "k:0": (For.ALL, ("/kehoach", "k:0")),
    "k": (For.ALL, ("/start",)),
    "t": (For.ALL, ("/start",)),
    "h": (For.ALL, ("/start",)),
    "h:0": (For.ALL, ("/han",)),
    "hd:0:0": (For.ALL, ("/han",)),
    "hs:0": (For.ALL, CARD),
    "hn:0:0:0": (For.ALL, (*CARD, "» hs")),
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
    "g:0": (For.ALL, ("/5khong", "g:0")),
    "gk:0:0": (For.ALL, ("/5khong",)),
    "gt:0": (For.ALL, ("/tieuchi",)),
    "gs:0": (For.ALL, ("/sosanh",)),
    "quiz:n:0:0": (For.GROUPS, ("/tracnghiem 2",)),
    "quiz:x:0": (For.ALL, ("/tracnghiem 2",)),
    "hu:0": (For.ALL, (NEWS,)),
    "hu:0:0": (For.ALL, (NEWS, "» hu", "hu:{plan}:0")),
    "nx": (For.ALL, (NEWS,)),
    "ny": (For.ALL, (NEWS, "» nx")),
    "data:keep": (For.OWN, ("/dulieu",)),
    "data:delete": (For.OWN, ("/dulieu",)),
    "up:p:0:0": (For.ADMINS, (NEWER,)),
    "up:y:0": (For.ADMINS, (FILE,)),
    "up:r:0": (For.ADMINS, (NEWER,)),
    "up:x:0": (For.ADMINS, (FILE,)),
    "vp:0": (For.ADMINS, ("/phienban", "» v")),
    "v:0": (For.ADMINS, ("/phienban",)),
    "vo:0": (For.ADMINS, ("/phienban sở gd",)),
    "vb:0": (For.ADMINS, ("/phienban sở gd", "» vo")),
    "oq:p:0": (For.ADMINS, OPENED),
    "oq:g:0": (For.ADMINS, ("/chuatraloi",)),
    "oq:c:0:0": (For.ADMINS, (*OPENED, "báo cáo 6 tháng")),
    "oq:x:0": (For.ADMINS, OPENED),
    "oq:s:0": (For.ADMINS, (*FOUND, "Chưa có quy định.")),
    "oq:z": (For.ADMINS, FOUND),
    "pair:y:0": (For.ADMINS, ("/truycap",)),
    "pair:n:0": (For.ADMINS, ("/truycap",)),
    "pair:x:0": (For.ADMINS, ("/truycap",)),
    "pair:p:0": (For.ADMINS, ("/truycap", "pair:p:0")),
}
"""Whom each button is for and the way to it: words to write, "» s" to press a button whose data begin so, a file to
send or news to get, or (last) the data of a button that only a longer list shows."""


def shape(pattern: str) -> str:
    """Return what data of a button look like: its pattern with 0 for every number."""
    return re.sub(r"\(.*?\)", "0", pattern).replace("\\", "")


PATTERNS = {shape(pattern): re.compile(pattern) for pattern, _ in app.BUTTONS[:-1]}
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
    wording.ONLY_ADMIN, wording.ONLY_PRIVATE, wording.ONLY_ADMIN_BUTTON, wording.SORRY, wording.STALE_BUTTON,
    wording.FOREIGN_BUTTON, wording.CLOSED_BUTTON, wording.CLOSED_REFUSED, wording.UNIT_GONE, wording.OPEN_GONE,
    wording.PAIR_GONE, wording.DUTY_GONE, wording.REMINDER_GONE, wording.PASSAGE_GONE, wording.OPEN_NO_DRAFT,
}  # fmt: skip


@dataclass
class Actor:
    """A role at work: what it does, and what comes back to its chat."""

    talk: Talk
    role: Role

    async def writes(self, words: str, **extra: Any) -> list[str]:
        """Write words as they are."""
        self.talk.person.write(words, **extra, **self.role.extra)
        return self.heard(await self.talk.waits())

    async def does(self, step: str) -> list[str]:
        """Write words to the bot, or press the newest button whose data begin with what follows "» "."""
        if step in (FILE, NEWER):
            self.talk.person.send_file(*self._file(new=step == FILE))
            return self.heard(await self.talk.waits())
        if step == NEWS:
            NewsStore(self.talk.desk.state.database).add([self.role.chat], PLAN, "Kế hoạch có bản mới", "Hạn đổi.")
            await news.sweep(BotContext(self.talk.application))
            return self.heard(await self.talk.waits())
        if step.startswith("» "):
            return await self.presses(self.button(re.compile(re.escape(step[2:]) + "(:|$)"), step))
        return await self.writes(step if self.role.private or step[0] == "/" else f"@{NAME} {step}")

    async def presses(self, pressed: Choice) -> list[str]:
        """Press a button, whether or not it is there."""
        return self.heard(await self.talk.presses_data(pressed.message_id, pressed.data))

    async def shows(self, name: str) -> Choice:
        """Go the way to a button and return it."""
        *steps, last = WAYS[name][1]
        raw = PATTERNS[name].fullmatch(last.format(question=1, plan=1))
        for step in steps if raw else (*steps, last):
            await self.does(step)
        if not raw:
            return self.button(PATTERNS[name], name)
        data = last.format(question=self._newest(), plan=self.talk.desk.state.link(PLAN))
        return Choice(self.talk.last()["message_id"], "", data)

    def button(self, pattern: re.Pattern[str], name: str) -> Choice:
        """Return the newest button in the chat whose data match."""
        found = [choice for choice in self.talk.buttons() if pattern.match(choice.data)]
        assert found, f"no button {name} in the chat"
        return found[-1]

    def heard(self, _texts: list[str]) -> list[str]:
        """Return what the last thing brought to this chat."""
        events = [event for kind, event in self.talk.shown if kind in ("sent", "edited")]
        return [event.get("text", "a poll or file") for event in events if event["chat"]["id"] == self.role.chat]

    def _file(self, *, new: bool) -> tuple[str, bytes]:
        """Return name and content of a plan that was never sent before."""
        number = next(NUMBERS)
        if new:
            return f"xa-an-hoa-{number}.txt", plan_text().replace("12/KH", f"{number}/KH").encode()
        return f"{PLAN}.txt", f"{(PLANS / PLAN).with_suffix('.txt').read_text('utf-8')}\n{number}".encode()

    def _newest(self) -> int:
        with self.talk.desk.state.database.session() as session:
            return session.scalars(select(Question.id).order_by(Question.id.desc())).first() or 0


@pytest.fixture(scope="module")
def real(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of their own, for administrators change it: one plan has two versions."""
    folder = tmp_path_factory.mktemp("roles") / "data"
    shutil.copytree(data_dir, folder)
    with Library.open(settings_for(folder), clock=lambda: datetime(2024, 2, 1, 9, tzinfo=HANOI)) as library:
        (first,) = library.versions(PLAN)
        text = first.stored.plan.source_text.replace("I. MỤC", "I.  MỤC")
        library.put_document(library.read_document(f"{PLAN}.txt", text.encode()), first.key)
        yield library


@pytest.fixture
async def talk(real: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talk]:
    monkeypatch.setattr(real, "close", lambda: None)  # it outlives one bot
    monkeypatch.setattr(app, "AIORateLimiter", lambda **_: AIORateLimiter(0, group_max_rate=0))  # no time for that
    settings = BotSettings(_env_file=None, admin_ids=(ADMIN, OTHER_ADMIN), access="closed")  # type: ignore[call-arg]
    async with talk_with(real, tmp_path, settings=settings) as talk:
        for person in (ADMIN, OTHER_ADMIN, AT_THE_DOOR):
            Person.private(talk.telegram, person, "Minh")
        access = Access(talk.desk.state.database)
        for chat in (MEMBER, GROUP):
            access.approve(access.request(chat, MEMBER, "Lan").number)
        yield talk


def actor(talk: Talk, role: Role) -> Actor:
    number = role.user if isinstance(role.user, int) else role.user["id"]
    person = Person.private(talk.telegram, number, "Lan")
    if isinstance(role.user, dict):
        person = Person(talk.telegram, role.user, person.chat)
    return Actor(talk.as_(person if role.private else person.in_group(role.chat)), role)


def kept(talk: Talk) -> dict[str, list[Any]]:
    """Return every row of the bot's memory."""
    with talk.desk.state.database.session() as session:
        return {table.name: list(map(tuple, session.execute(select(table)))) for table in Base.metadata.sorted_tables}


def expected(role: Role, whom: For) -> str | None:
    """Return the words with which a command is refused, None for an answer."""
    if not role.served:
        return wording.CLOSED
    if role.may(whom):
        return None
    return wording.ONLY_PRIVATE if whom is For.OWN or role.user == ADMIN else wording.ONLY_ADMIN


def test_everything_has_its_expectation() -> None:
    assert set(COMMANDS) == {names[0] for names, _ in app.COMMANDS}
    assert set(WAYS) == set(PATTERNS)


# ------------------------------------------------------------------------------------------------- commands


@pytest.mark.parametrize("name", ROLES)
async def test_commands(talk: Talk, name: str) -> None:
    role = ROLES[name]
    someone = actor(talk, role)
    told = 0
    for names, _ in app.COMMANDS:
        for command in names:
            words = f"/{command}" if role.private else f"/{command}@{NAME}"
            texts = await someone.writes(words)
            refusal = expected(role, COMMANDS[names[0]])
            if refusal is None:
                assert texts, words
                assert not REFUSALS & set(texts), words
            elif refusal == wording.CLOSED:
                told += len(texts)
                assert all(text.startswith(wording.CLOSED.partition("\n")[0]) for text in texts), words
                assert texts or not role.private, words
            else:
                assert texts == [refusal], words
    # A group that is not let in hears so once.
    assert role.served or role.private or told == 1
    assert not talk.refused()


@pytest.mark.parametrize("name", ROLES)
async def test_questions(talk: Talk, name: str) -> None:
    role = ROLES[name]
    someone = actor(talk, role)
    if not role.private:
        assert await someone.writes(QUESTION) == []
    texts = await someone.does(QUESTION)
    assert ("mục" in texts[0]) == role.served
    assert len(texts) == 1


async def test_a_group_that_is_not_addressed_hears_nothing(talk: Talk) -> None:
    for name in GROUPS:
        someone = actor(talk, ROLES[name])
        for words in (QUESTION, "/lenhkhac", "/start@botkhac", "@botkhac chào", "oq:z"):
            assert await someone.writes(words) == [], (name, words)


# -------------------------------------------------------------------------------------------------- buttons


async def prepare(talk: Talk) -> None:
    """Give the administrators what their buttons are about: an open question, somebody at the door."""
    member = actor(talk, ROLES["member"])
    await member.does(UNKNOWN)
    Access(talk.desk.state.database).request(AT_THE_DOOR, AT_THE_DOOR, "Minh")


@pytest.mark.parametrize("name", ["admin", "member", "member in a group", "anonymous admin"])
async def test_buttons_of_those_who_are_served(talk: Talk, name: str) -> None:
    role = ROLES[name]
    someone = actor(talk, role)
    for button, (whom, _) in WAYS.items():
        if role.may(whom):
            if whom is For.ADMINS:
                await prepare(talk)
            pressed = await someone.shows(button)
            texts = await someone.presses(pressed)
            notices = [event["text"] for kind, event in someone.talk.shown if kind == "notice"]
            assert len(notices) == 1, button
            assert not REFUSALS & {*notices, *texts}, button
            # A page that is turned to itself stays as it is.
            assert texts or notices != [""] or not pressed.label, button
    assert set(talk.refused()) <= {"editMessageText", "editMessageReplyMarkup"}, "of pages turned to themselves"


async def shown_to_an_admin(talk: Talk) -> dict[str, Choice]:
    """Return each button that only administrators see, as one of them was shown it a moment ago."""
    admin = actor(talk, ROLES["admin"])
    await prepare(talk)
    return {name: await admin.shows(name) for name in ADMIN_SHAPES}


async def refused_everywhere(someone: Actor, pressed: dict[str, Choice], words: str) -> None:
    """Press each button, be refused with these words, and change nothing."""
    before = kept(someone.talk)
    for name, choice in pressed.items():
        await someone.presses(choice)
        assert someone.talk.shown == [("notice", {"text": words, "alert": True})], name
    assert kept(someone.talk) == before


@pytest.mark.parametrize("name", [name for name, role in ROLES.items() if role.served and not role.may(For.ADMINS)])
async def test_buttons_of_administrators_are_refused_to_others(talk: Talk, name: str) -> None:
    pressed = await shown_to_an_admin(talk)
    await refused_everywhere(actor(talk, ROLES[name]), pressed, wording.ONLY_ADMIN_BUTTON)


@pytest.mark.parametrize("name", [name for name, role in ROLES.items() if not role.served])
async def test_no_button_works_where_the_bot_does_not_serve(talk: Talk, name: str) -> None:
    seen = await shown_to_an_admin(talk)
    member = actor(talk, ROLES["member"])
    for button, (whom, _) in WAYS.items():
        if member.role.may(whom):
            seen[button] = await member.shows(button)
    await refused_everywhere(actor(talk, ROLES[name]), seen, wording.CLOSED_BUTTON)


@pytest.mark.parametrize("access", ["open", "closed"])
async def test_a_removed_admin_loses_the_buttons_already_shown(talk: Talk, access: str) -> None:
    pressed = await shown_to_an_admin(talk)
    without = {"admin_ids": (OTHER_ADMIN,), "access": access}
    talk.application.bot_data.settings = talk.application.bot_data.settings.model_copy(update=without)
    removed = actor(talk, ROLES["admin"])
    words = wording.CLOSED_BUTTON if access == "closed" else wording.ONLY_ADMIN_BUTTON
    await refused_everywhere(removed, pressed, words)
    for names in (names for names, _ in app.COMMANDS if COMMANDS[names[0]] is For.ADMINS):
        (text,) = await removed.does(f"/{names[0]}")
        assert text == wording.ONLY_ADMIN if access == "open" else text.startswith(wording.CLOSED[:20])


async def test_words_of_a_removed_admin_answer_nobody(talk: Talk) -> None:
    admin = actor(talk, ROLES["admin"])
    await prepare(talk)
    for step in FOUND:
        await admin.does(step)
    without = {"admin_ids": (OTHER_ADMIN,), "access": "open"}
    talk.application.bot_data.settings = talk.application.bot_data.settings.model_copy(update=without)
    (text,) = await admin.does(QUESTION)
    assert "mục" in text
    assert not any(choice.data.startswith("oq:s") for choice in admin.talk.buttons())


async def test_a_chat_put_out_loses_its_buttons(talk: Talk) -> None:
    member = actor(talk, ROLES["member"])
    seen = {name: await member.shows(name) for name, (whom, _) in WAYS.items() if whom is For.ALL}
    Access(talk.desk.state.database).revoke(MEMBER)
    await refused_everywhere(member, seen, wording.CLOSED_BUTTON)


# -------------------------------------------------------------------------------------------------- channels


def posted(talk: Talk, text: str) -> JSON:
    """Return a post of a channel that names the bot."""
    return {"message_id": 9, "date": 0, "chat": CHANNEL, "sender_chat": CHANNEL, "text": text,
            "entities": entities_of(text)}  # fmt: skip


@pytest.mark.parametrize("text", [f"@{NAME} {QUESTION}", f"/start@{NAME}", "/kehoach", QUESTION])
async def test_posts_of_a_channel_and_their_copies_in_its_group_are_not_answered(talk: Talk, text: str) -> None:
    for kind in ("channel_post", "edited_channel_post"):
        update = Update.de_json({"update_id": 1, kind: posted(talk, text)}, talk.application.bot)
        await talk.application.process_update(update)
        assert await talk.waits() == []
    # The group that belongs to a channel gets each post as a message of Telegram itself.
    copy = Actor(Talk(talk.telegram, talk.application, Person(talk.telegram, TELEGRAM, AS_GROUP), talk.desk),
                 Role(TELEGRAM, GROUP, sender=CHANNEL))  # fmt: skip
    assert await copy.writes(text, is_automatic_forward=True) == []
    assert talk.calls("sendMessage") == []
