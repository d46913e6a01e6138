"""The calendar address of a Telegram user: shown when there is a reading room, replaced and ended by a tap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.duties import screens as words
from bot.duties.calendars import Feeds
from bot.privacy import handlers as privacy
from bot.settings import BotSettings
from knowledge.library import Library
from tests.bot.talk import Talk, talk_with

ROOM = "https://doc.example.vn"


@pytest.fixture
async def talk(real: Library, tmp_path: Path) -> AsyncIterator[Talk]:
    settings = BotSettings(_env_file=None, messages_per_second=0, web_url=ROOM)  # type: ignore[call-arg]
    async with talk_with(real, tmp_path, settings=settings) as begun:
        yield begun


def address_in(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(f"{ROOM}/lich/"))


async def test_an_address_is_given_replaced_and_ended_by_a_tap(talk: Talk) -> None:
    await talk.says("/han quận 1")
    (text,) = await talk.presses(words.FEED)
    first = address_in(text)
    assert first.endswith("/ubnd-quan-1-2023.ics")
    (text,) = await talk.presses(words.FEED_CHANGE)
    second = address_in(text)
    feeds = talk.resources.store(Feeds)
    assert [feeds.person(address.split("/")[-2]) for address in (first, second)] == [None, 1001]
    (text,) = await talk.presses(words.FEED_GIVE_UP)
    assert text == words.FEED_GIVEN_UP
    assert feeds.person(second.split("/")[-2]) is None
    assert not talk.refused()


async def test_the_same_address_is_shown_again_and_is_exported_and_deleted(talk: Talk) -> None:
    await talk.says("tôi ở quận 1")
    shown = []
    for _ in range(2):
        await talk.says("/han")
        shown += [address_in(text) for text in await talk.presses(words.FEED)]
    assert shown[0] == shown[1]
    (text,) = await talk.says("/dulieu")
    assert privacy.DATA_NAMES["feeds"] in text
    await talk.presses(privacy.DATA_DELETE)
    assert talk.resources.store(Feeds).secret_of(1001) is None


async def test_a_group_and_a_bot_without_a_reading_room_offer_none(talk: Talk, real: Library, tmp_path: Path) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says("/han@so_tay_dan_van_bot quận 1")
    assert words.FEED not in group.labels()
    (tmp_path / "other").mkdir()
    async with talk_with(real, tmp_path / "other") as without:
        await without.says("/han quận 1")
        assert words.FEED not in without.labels()
