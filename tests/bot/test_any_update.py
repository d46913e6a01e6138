"""Whatever arrives, the bot neither fails nor sends what Telegram refuses."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from bot.console.people import Person, entities_of
from bot.console.server import LocalTelegram
from bot.settings import load_settings
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk, talk_with

TEXTS = [
    "gửi báo cáo 6 tháng",
    "/start",
    "/donvi",
    "/donvi pbm",
    "/kehoach",
    "/x",
    "/",
    "//",
    "@so_tay_dan_van_bot",
    "<b>",
    "&amp;",
    "🙂" * 50,
    "\u202etest",
    "a" * 4096,
    "**",
    "/start@so_tay_dan_van_bot",
    "/donvi@other",
    "{name}",
    "%s",
    "\ufffd",
    "còn bao nhiêu ngày",
    "1",
    "/trogiup x y z",
    "/dulieu",
    "/chuatraloi",
    "/truycap",
    "/tracnghiem 2",
    "/thongke",
]
CONTENTS: list[dict[str, Any]] = [
    {"dice": {"emoji": "🎲", "value": 1}},
    {"location": {"latitude": 1.0, "longitude": 1.0}},
    {"new_chat_title": "x"},
    {"left_chat_member": {"id": 5, "is_bot": False, "first_name": "x"}},
    {"text": ""},
    {},
    {"caption": "gửi báo cáo 6 tháng", "photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
    {"text": "gửi báo cáo", "sender_chat": {"id": -1, "type": "channel", "title": "x"}},
    {"media_group_id": "9"},
    {"text": "hỏi", "message_thread_id": 7, "is_topic_message": True},
]
DATA = [
    "s:1:0",
    "n:1:1:-1",
    "n:1:1:999999",
    "u:1:0",
    "a:1",
    "c:1:-5",
    "c:1:99",
    "+:1",
    "-:2",
    "d:1",
    "d:*",
    "d:?",
    "d:p:-3",
    "d:p:999999",
    "k",
    "k:-1",
    "k:999999",
    "t",
    "e:1:9",
    "s:999999999999999:0",
    "s:9999999999999999:0",
    "why:1:0",
    "why:1:9",
    "data:delete",
    "data:keep",
    "oq:p:0",
    "oq:g:1",
    "oq:c:1:1",
    "oq:x:2",
    "oq:s:1",
    "oq:z",
    "pair:y:1",
    "pair:n:1",
    "pair:x:-7",
    "pair:p:9",
    "quiz:n:1:0",
    "quiz:x:1",
    "\n",
    "::::",
]


def somebody(telegram: LocalTelegram, luck: random.Random) -> Person:
    person = Person.private(telegram, luck.choice([1, 2]), luck.choice(["Lan", "<i>", "**"]))
    return person if luck.random() < 0.7 else person.in_group(luck.choice([-7, -100]))


def act(person: Person, luck: random.Random) -> None:
    """Do one random thing."""
    messages = [n for chat, n in person.telegram.journal.messages if chat == person.chat["id"]] or [1]
    kind = luck.random()
    if kind < 0.35:
        person.write(luck.choice(TEXTS), luck.choice(messages) if luck.random() < 0.2 and messages != [1] else None)
    elif kind < 0.5:
        person.send(dict(luck.choice(CONTENTS)))
    elif kind < 0.6:
        person.edit(luck.choice(messages), luck.choice(TEXTS))
    elif kind < 0.9:
        person.press(luck.choice(messages), luck.choice(DATA))
    elif kind < 0.95:
        asked = luck.choice(TEXTS)
        person.inquire(asked)
        if luck.random() < 0.5:
            person.choose(asked, {"id": "1", "text": luck.choice(TEXTS), "entities": []})
    else:
        post = {"message_id": 1, "date": 0, "chat": {"id": -9, "type": "channel", "title": "x"}, "text": "/start"}
        person.telegram.deliver(luck.choice(["channel_post", "my_chat_member_x"]), post)


@pytest.mark.parametrize("seed", range(3))
async def test_random_updates(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Groups are limited to 20 messages a minute, as Telegram asks; a test has no such time.
    monkeypatch.setattr("bot.app.GROUP_RATE", 0)
    luck = random.Random(seed)
    telegram = LocalTelegram()
    access = ("open", "closed", None)[seed]
    settings = load_settings(_env_file=None, admin_ids=(1,), access=access)
    async with talk_with(FakeLibrary(), tmp_path, telegram, settings) as talk:
        failures: list[BaseException] = []

        async def note(_update: object, context: Any) -> None:
            failures.append(context.error)

        talk.application.add_error_handler(note)
        for _ in range(120):
            act(somebody(telegram, luck), luck)
            if luck.random() < 0.3:
                await talk.waits()
        await talk.waits()
        assert failures == []
        assert_only_tolerable(talk)


def assert_only_tolerable(talk: Talk) -> None:
    """Edits of what cannot be edited are tried and replaced by a new message; nothing else may be refused."""
    refused = set(talk.refused())
    assert refused <= {"editMessageText", "editMessageReplyMarkup", "answerCallbackQuery"}, refused


def test_texts_are_marked_up_like_telegram_does() -> None:
    assert all(isinstance(entities_of(text), list) for text in TEXTS)
