"""Every command and every button, for everybody who may use them: a new one needs its expectation in `roles`.

A closed bot over the five plans and one of two versions, on a day on which one of them is in force, serves a cast of
people. A test fails when `bot.app` knows a command or button that `roles` doesn't name.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from telegram import Update

from bot import app
from bot.access import Access
from bot.access import handlers as access_words
from bot.console import JSON
from bot.console.people import Person, entities_of
from bot.console.terminal import Choice
from bot.memory import Base
from bot.screen import words as screen_words
from bot.settings import BotSettings
from bot.talk import words as talk_words
from knowledge.library import HANOI, Library
from tests.bot.any_update import at_full_speed
from tests.bot.roles import (
    ADMIN,
    ADMIN_SHAPES,
    AS_GROUP,
    AT_THE_DOOR,
    CHANNEL,
    COMMANDS,
    FOUND,
    GROUP,
    GROUPS,
    MEMBER,
    NAME,
    OTHER_ADMIN,
    PATTERNS,
    QUESTION,
    REFUSALS,
    ROLES,
    TELEGRAM,
    UNKNOWN,
    WAYS,
    Actor,
    For,
    Role,
)
from tests.bot.sent_plans import NAME as PLAN
from tests.bot.sent_plans import plan
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for

ROOM = "https://doc.example.vn"
"""The reading room, from which calendars are fetched."""


@pytest.fixture(scope="module")
def collection(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five plans, and one of which there are two versions."""
    folder = tmp_path_factory.mktemp("roles")
    data = Path(shutil.copytree(data_dir, folder / "data"))
    with Library.open(settings_for(data)) as library:
        for day in (15, 20):
            (folder / PLAN).write_bytes(plan(day))
            library.add_plans([folder / PLAN])
    return data


@contextmanager
def opened(data: Path) -> Iterator[Library]:
    with Library.open(settings_for(data), clock=lambda: datetime(2024, 2, 1, 9, tzinfo=HANOI)) as library:
        yield library


@pytest.fixture(scope="module")
def real(collection: Path) -> Iterator[Library]:
    with opened(collection) as library:
        yield library


@asynccontextmanager
async def cast(library: Library, folder: Path) -> AsyncIterator[Talk]:
    """Run a closed bot that has let in a member and a group."""
    settings = BotSettings(  # type: ignore[call-arg] # pydantic-settings' own argument
        _env_file=None, messages_per_second=0, admin_ids=(ADMIN, OTHER_ADMIN), access="closed", web_url=ROOM
    )
    with at_full_speed():
        async with talk_with(library, folder, settings=settings) as talk:
            for person in (ADMIN, OTHER_ADMIN, AT_THE_DOOR):
                Person.private(talk.telegram, person, "Minh")
            access = Access(talk.resources.state.database)
            for chat in (MEMBER, GROUP):
                access.approve(access.request(chat, MEMBER, "Lan").number)
            yield talk


@pytest.fixture
async def talk(real: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talk]:
    monkeypatch.setattr(real, "close", lambda: None)  # it outlives one bot
    async with cast(real, tmp_path) as talk:
        yield talk


def actor(talk: Talk, role: Role) -> Actor:
    number = role.user if isinstance(role.user, int) else role.user["id"]
    person = Person.private(talk.telegram, number, "Lan")
    if isinstance(role.user, dict):
        person = Person(talk.telegram, role.user, person.chat)
    return Actor(talk.as_(person if role.private else person.in_group(role.chat)), role)


def kept(talk: Talk) -> dict[str, list[Any]]:
    """Return every row of the bot's memory, but for what passes through it."""
    tables = [table for table in Base.metadata.sorted_tables if not table.info.get("passing")]
    with talk.resources.state.database.session() as session:
        return {table.name: list(map(tuple, session.execute(select(table)))) for table in tables}


def expected(role: Role, whom: For) -> str | None:
    """Return the words with which a command is refused, None for an answer."""
    if not role.served:
        return access_words.CLOSED
    if role.may(whom):
        return None
    return screen_words.ONLY_PRIVATE if whom is For.OWN or role.user == ADMIN else screen_words.ONLY_ADMIN


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
            elif refusal == access_words.CLOSED:
                told += len(texts)
                assert all(text.startswith(access_words.CLOSED.partition("\n")[0]) for text in texts), words
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


@pytest.mark.parametrize("name", ROLES)
async def test_files(talk: Talk, name: str) -> None:
    someone = actor(talk, ROLES[name])
    texts = await someone.sends_file()
    if name == "admin":
        assert texts[0].startswith("📄 Đọc được từ tệp")
    elif name == "stranger":
        assert texts[0].startswith("Bot này chỉ phục vụ")
    else:
        assert texts == ([talk_words.ONLY_TEXT] if name == "member" else [])


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
    Access(talk.resources.state.database).request(AT_THE_DOOR, AT_THE_DOOR, "Minh")


@pytest.mark.parametrize(
    "name",
    ["member", *(pytest.param(name, marks=pytest.mark.slow) for name in ("member in a group", "anonymous admin"))],
)
async def test_buttons_of_those_who_are_served(talk: Talk, name: str) -> None:
    await press_all(talk, ROLES[name])


@pytest.mark.slow  # every button, and what it writes
async def test_buttons_of_an_admin(collection: Path, tmp_path: Path) -> None:
    """An administrator's buttons change the collection: this one is their own."""
    with opened(Path(shutil.copytree(collection, tmp_path / "own"))) as library:
        async with cast(library, tmp_path) as talk:
            await press_all(talk, ROLES["admin"])


async def press_all(talk: Talk, role: Role) -> None:
    """Press every button that is for a role, each as it is shown to them."""
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


async def test_buttons_of_administrators_are_refused_to_others(talk: Talk) -> None:
    pressed = await shown_to_an_admin(talk)
    for role in ROLES.values():
        if role.served and not role.may(For.ADMINS):
            await refused_everywhere(actor(talk, role), pressed, screen_words.ONLY_ADMIN_BUTTON)


@pytest.mark.slow  # every button, and what it writes
async def test_no_button_works_where_the_bot_does_not_serve(talk: Talk) -> None:
    seen = await shown_to_an_admin(talk)
    member = actor(talk, ROLES["member"])
    for button, (whom, _) in WAYS.items():
        if member.role.may(whom):
            seen[button] = await member.shows(button)
    for role in ROLES.values():
        if not role.served:
            await refused_everywhere(actor(talk, role), seen, access_words.CLOSED_BUTTON)


@pytest.mark.parametrize("access", ["open", "closed"])
async def test_a_removed_admin_loses_the_buttons_already_shown(talk: Talk, access: str) -> None:
    pressed = await shown_to_an_admin(talk)
    without = {"admin_ids": (OTHER_ADMIN,), "access": access}
    talk.application.bot_data.settings = talk.application.bot_data.settings.model_copy(update=without)
    removed = actor(talk, ROLES["admin"])
    words = access_words.CLOSED_BUTTON if access == "closed" else screen_words.ONLY_ADMIN_BUTTON
    await refused_everywhere(removed, pressed, words)
    for names in (names for names, _ in app.COMMANDS if COMMANDS[names[0]] is For.ADMINS):
        (text,) = await removed.does(f"/{names[0]}")
        assert text == screen_words.ONLY_ADMIN if access == "open" else text.startswith(access_words.CLOSED[:20])


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
    Access(talk.resources.state.database).revoke(MEMBER)
    await refused_everywhere(member, seen, access_words.CLOSED_BUTTON)


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
    copy = Actor(Talk(talk.telegram, talk.application, Person(talk.telegram, TELEGRAM, AS_GROUP), talk.resources),
                 Role(TELEGRAM, GROUP, sender=CHANNEL))  # fmt: skip
    assert await copy.writes(text, is_automatic_forward=True) == []
    assert talk.calls("sendMessage") == []
