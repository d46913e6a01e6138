"""Nobody is served faster than the setting allows; who is too fast hears so once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.access import handlers as words
from bot.settings import BotSettings
from bot.telegram import KEPT_PEOPLE, Pace
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk, talk_with

LIMIT = 3


class Clock:
    """A clock that stands still until it is set."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def limited(library: FakeLibrary, tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    settings = BotSettings(_env_file=None, messages_per_minute=LIMIT)  # type: ignore[call-arg]
    async with talk_with(library, tmp_path, settings=settings) as talk:
        talk.application.bot_data.pace = Pace(LIMIT, clock)
        yield talk


def is_wait(text: str) -> bool:
    return text.startswith(words.TOO_FAST.split("{")[0])


async def test_a_fast_person_is_told_once_and_served_after_the_wait(limited: Talk, clock: Clock) -> None:
    for _ in range(LIMIT):
        assert "05/6" in (await limited.says("gửi báo cáo 6 tháng"))[0]
        clock.now += 1
    (text,) = await limited.says("gửi báo cáo 6 tháng")
    assert text == words.TOO_FAST.format(seconds=57)
    assert await limited.says("/start") == []
    other = limited.as_(limited.person.private(limited.telegram, 2002, "Minh"))
    assert "05/6" in (await other.says("gửi báo cáo 6 tháng"))[0]
    clock.now += 57
    assert "05/6" in (await limited.says("gửi báo cáo 6 tháng"))[0]


async def test_presses_are_counted_and_always_acknowledged(limited: Talk) -> None:
    await limited.says("gửi báo cáo 6 tháng")
    for _ in range(LIMIT - 1):
        assert await limited.presses("Nguyên văn")
    for _ in range(2):
        assert await limited.presses("Nguyên văn") == []
        assert is_wait(limited.notice())


async def test_talk_in_a_group_that_is_not_for_the_bot_costs_nothing(limited: Talk) -> None:
    group = limited.as_(limited.person.in_group())
    for text in ["gửi báo cáo", "/xyz", "/start@another_bot", "@somebody chào"] * 3:
        assert await group.says(text) == []
    await group.sends(new_chat_title="Tổ mới")
    assert "05/6" in (await group.says("@so_tay_dan_van_bot gửi báo cáo 6 tháng"))[0]


async def test_people_who_write_as_a_group_share_its_pace(limited: Talk, clock: Clock) -> None:
    group = limited.as_(limited.person.in_group())
    anonymous = {"sender_chat": group.person.chat, "text": "@so_tay_dan_van_bot gửi báo cáo 6 tháng"}
    entities = [{"type": "mention", "offset": 0, "length": 19}]
    for _ in range(LIMIT):
        assert "05/6" in (await group.sends(**anonymous, entities=entities))[0]
    assert is_wait((await group.sends(**anonymous, entities=entities))[0])
    assert "05/6" in (await group.says("@so_tay_dan_van_bot gửi báo cáo 6 tháng"))[0]


async def test_a_pasted_text_that_telegram_cut_is_answered_once(limited: Talk, clock: Clock) -> None:
    (text,) = await limited.says("a b " * 1020)
    assert text.startswith("Tin nhắn quá dài (4079 ký tự)")
    assert await limited.says("c d " * 1020) == []
    assert await limited.says("phần còn lại") == []
    clock.now += 5
    assert await limited.says("gửi báo cáo 6 tháng")


async def test_each_long_text_that_is_no_flood_is_answered(limited: Talk) -> None:
    assert [len(await limited.says("a" * 1500)) for _ in range(2)] == [1, 1]


def test_no_limit() -> None:
    pace = Pace(0)
    assert not any(pace.take(1).seconds for _ in range(1000))
    assert not any(pace.is_rest_of_a_flood(1, 9000, 1000) for _ in range(3))


def test_people_who_went_away_are_forgotten(clock: Clock) -> None:
    pace = Pace(1, clock)
    for person in range(KEPT_PEOPLE + 1):
        pace.take(person)
    clock.now += 61
    pace.take(-1)
    assert len(pace._people) == 1
