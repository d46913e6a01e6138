"""A closed bot: nobody outside the chats let in gets an answer; administrators decide by buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.access import Access
from bot.access import handlers as words
from bot.console.people import Person
from bot.curation import screens as curation_words
from bot.memory import now
from bot.memory.rows import PAIRING_DAYS, Pairing
from bot.screen import words as screen_words
from bot.settings import BotSettings, BotSettingsError, load_settings
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk, talk_with

ADMIN, OTHER_ADMIN = 42, 43
MENTION = "@so_tay_dan_van_bot"
QUESTION = "gửi báo cáo 6 tháng"


@pytest.fixture
async def talk(library: FakeLibrary, tmp_path: Path) -> AsyncIterator[Talk]:
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(ADMIN, OTHER_ADMIN))  # type: ignore[call-arg]
    async with talk_with(library, tmp_path, settings=settings) as talk:
        Person.private(talk.telegram, OTHER_ADMIN, "Phó")
        yield talk


@pytest.fixture
def admin(talk: Talk) -> Talk:
    return talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))


def sent_to(talk: Talk, chat: int) -> list[str]:
    return [m["text"] for kind, m in talk.shown if kind != "notice" and m["chat"]["id"] == chat]


def code_of(text: str) -> str:
    return text.split("Mã của bạn: ")[1][:6]


async def test_a_stranger_gets_a_code_and_is_let_in_by_a_button(talk: Talk, admin: Talk, library: FakeLibrary) -> None:
    await talk.says(QUESTION)
    (text,) = sent_to(talk, 1001)
    for one in (ADMIN, OTHER_ADMIN):
        (told,) = sent_to(talk, one)
        assert "Lan, mã số 1001" in told
        assert code_of(text) in told
    assert library.asked == []
    await talk.says("/kehoach")
    assert sent_to(talk, 1001) == [text]
    assert sent_to(talk, ADMIN) == []
    await admin.presses(words.PAIR_YES)
    assert sent_to(admin, 1001) == [words.LET_IN]
    assert sent_to(admin, ADMIN) == [words.PAIR_APPROVED.format(name="Lan")]
    assert "05/6" in (await talk.says(QUESTION))[0]
    second = talk.as_(Person.private(talk.telegram, OTHER_ADMIN, "Phó"))
    await second.presses(words.PAIR_NO)
    assert second.notice() == words.PAIR_GONE
    assert not talk.refused()


@pytest.mark.parametrize(
    "content",
    [
        {"text": "xin chào"},
        {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
        {"text": "/chuatraloi", "entities": [{"type": "bot_command", "offset": 0, "length": 11}]},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
)
async def test_whatever_a_stranger_sends_is_answered_with_the_code(talk: Talk, content: dict[str, Any]) -> None:
    await talk.sends(**content)
    (text,) = sent_to(talk, 1001)
    assert text.startswith("Bot này chỉ phục vụ")
    await talk.presses_data(1, "k")
    assert talk.notice() == words.CLOSED_BUTTON
    assert sent_to(talk, 1001) == []


async def test_administrators_are_served(admin: Talk) -> None:
    assert "05/6" in (await admin.says(QUESTION))[0]
    assert (await admin.says("/truycap"))[0].startswith("Bot đang đóng")


async def test_a_group_is_let_in_as_a_whole_and_hears_of_it_once(talk: Talk, admin: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    assert await group.says("chuyện riêng của nhóm") == []
    await group.says(f"{MENTION} {QUESTION}")
    assert "Nhóm “Tổ dân vận”" in sent_to(group, ADMIN)[0]
    assert len(sent_to(group, -100200)) == 1
    assert await group.says(f"{MENTION} {QUESTION}") == []
    assert await admin.as_(admin.person.in_group()).says(f"{MENTION} {QUESTION}") == []
    await admin.presses(words.PAIR_YES)
    assert "05/6" in (await group.says(f"{MENTION} {QUESTION}"))[0]
    entities = [{"type": "mention", "offset": 0, "length": 19}]
    channel = {"id": -1009, "type": "channel", "title": "Kênh"}
    shown = await group.sends(text=f"{MENTION} {QUESTION}", entities=entities, sender_chat=channel)
    assert "05/6" in shown[0]
    assert (await talk.says(QUESTION))[0].startswith("Bot này chỉ phục vụ"), "the private chat is another chat"


async def test_a_group_that_moves_keeps_its_access(talk: Talk, admin: Talk) -> None:
    group = talk.as_(talk.person.in_group(-5))
    await group.says(f"{MENTION} {QUESTION}")
    await admin.presses(words.PAIR_YES)
    moved = talk.as_(talk.person.in_group(-100500))
    await group.sends(migrate_to_chat_id=-100500)
    assert "05/6" in (await moved.says(f"{MENTION} {QUESTION}"))[0]


async def test_a_refusal_is_told_and_can_be_taken_back(talk: Talk, admin: Talk) -> None:
    await talk.says(QUESTION)
    await admin.presses(words.PAIR_NO)
    assert sent_to(admin, 1001) == [words.CLOSED_REFUSED]
    assert await talk.says(QUESTION) == [words.CLOSED_REFUSED]
    (text,) = await admin.says("/truycap")
    assert words.PAIR_REFUSED_MARK in text
    await admin.presses("Cho phép Lan")
    assert "05/6" in (await talk.says(QUESTION))[0]


async def test_access_is_revoked(talk: Talk, admin: Talk) -> None:
    await talk.says(QUESTION)
    await admin.presses(words.PAIR_YES)
    await talk.says("zzz zzz")
    await admin.says("/truycap")
    await admin.presses("Thu hồi Lan")
    assert admin.notice() == words.ACCESS_REVOKED.format(name="Lan")
    assert any(text.startswith("Bot này chỉ phục vụ") for text in await talk.says(QUESTION))
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.says("báo cáo 6 tháng")
    await admin.presses("II.1")
    await admin.says("Trả lời.")
    await admin.presses(curation_words.OPEN_SEND)
    assert sent_to(admin, 1001) == []
    assert sent_to(admin, ADMIN) == [curation_words.OPEN_SENT.format(reached=0, places=1)]


@pytest.mark.parametrize("data", ["pair:y:1", "pair:n:1", "pair:x:1001", "pair:p:0"])
async def test_nobody_lets_themselves_in(talk: Talk, admin: Talk, data: str) -> None:
    await talk.says(QUESTION)
    await talk.presses_data(1, data)
    assert talk.notice() == words.CLOSED_BUTTON
    member = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    Access(talk.resources.state.database).request(2002, 2002, "Minh")
    Access(talk.resources.state.database).approve(2)
    await member.presses_data(1, data)
    assert member.notice() == screen_words.ONLY_ADMIN_BUTTON
    assert await member.says("/truycap") == [screen_words.ONLY_ADMIN]
    settings = talk.application.bot_data.settings
    talk.application.bot_data.settings = settings.model_copy(update={"admin_ids": (OTHER_ADMIN,)})
    await admin.presses_data(1, data)
    assert admin.notice() == words.CLOSED_BUTTON, "who is no administrator any more is a stranger"
    assert not Access(talk.resources.state.database).allows(1001)


async def test_a_blocked_administrator_does_not_stop_the_others(talk: Talk, admin: Talk) -> None:
    talk.telegram.journal.blocked.add(ADMIN)
    await talk.says(QUESTION)
    assert len(sent_to(talk, OTHER_ADMIN)) == 1


async def test_a_forgotten_request_may_be_made_again(talk: Talk, admin: Talk) -> None:
    await talk.says(QUESTION)
    with talk.resources.state.database.session() as session:
        session.get_one(Pairing, 1).asked_at = now() - timedelta(days=PAIRING_DAYS, minutes=1)
    await talk.says(QUESTION)
    assert len(sent_to(talk, ADMIN)) == 1


async def test_many_chats_have_pages(talk: Talk, admin: Talk) -> None:
    access = Access(talk.resources.state.database)
    for number in range(1, 12):
        access.request(number, number, f"Người <{number}>")
        access.approve(number)
    await admin.says("/truycap")
    assert admin.labels()[-1] == screen_words.OLDER
    (text,) = await admin.presses(screen_words.OLDER)
    assert text.count("✅") == 3
    assert not talk.refused()


def test_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not load_settings().closed
    monkeypatch.setenv("ACCESS", "closed")
    with pytest.raises(BotSettingsError, match="ADMIN_IDS"):
        load_settings()
    monkeypatch.setenv("ADMIN_IDS", "5")
    assert load_settings().closed
    monkeypatch.setenv("ACCESS", "open")
    assert not load_settings().closed
    monkeypatch.delenv("ACCESS")
    assert load_settings().closed
    monkeypatch.setenv("ACCESS", "maybe")
    with pytest.raises(BotSettingsError, match="ACCESS"):
        load_settings()


async def test_the_list_says_what_it_controls(library: FakeLibrary, tmp_path: Path) -> None:
    settings = BotSettings(  # type: ignore[call-arg] # pydantic-settings' own argument
        _env_file=None, messages_per_second=0, admin_ids=(ADMIN,), access="open", web_access="code"
    )
    async with talk_with(library, tmp_path, settings=settings) as talk:
        admin = talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))
        (text,) = await admin.says("/truycap")
        assert text.startswith(words.ACCESS_READERS.replace("**", ""))
