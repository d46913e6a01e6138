"""/thongke: counts by day, refusals, votes and what is asked most, for administrators alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot import wording
from bot.console.people import Person
from bot.settings import load_settings
from bot.statistics import DAYS, count_question, usage
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk, talk_with

ADMIN = 42


@pytest.fixture
async def talk(library: FakeLibrary, tmp_path: Path) -> AsyncIterator[Talk]:
    settings = load_settings(_env_file=None, admin_ids=(ADMIN,), access="open")
    async with talk_with(library, tmp_path, settings=settings) as talk:
        yield talk


@pytest.fixture
def admin(talk: Talk) -> Talk:
    return talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))


async def test_what_happened_is_counted(talk: Talk, admin: Talk, library: FakeLibrary) -> None:
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    await talk.says("gửi báo cáo 6 tháng <b>")
    await talk.presses("👍")
    await minh.says("Gui bao cao 6 thang")
    await minh.presses("👎")
    await minh.says("mẫu phiếu khảo sát ở đâu")
    (text,) = await admin.says("/thongke")
    assert f"Thống kê {DAYS} ngày qua" in text
    assert "3 câu hỏi từ 2 cuộc trò chuyện; 1 câu văn bản không trả lời được (33%)" in text
    assert "👍 1 · 👎 1" in text
    assert f"{library.today():%d/%m} ▇▇▇▇▇▇▇▇▇▇▇▇ 3 (✗ 1)" in text
    assert "• “Gui bao cao 6 thang”: 2 lần" in text
    assert "phiếu khảo sát" not in text, "what one person asked once stays theirs"
    assert not talk.refused()


async def test_nothing_happened_yet(admin: Talk) -> None:
    (text,) = await admin.says("/thongke")
    assert "0 câu hỏi từ 0 cuộc trò chuyện; 0 câu văn bản không trả lời được (0%)" in text
    assert wording.STATS_TOP_NONE in text


async def test_only_administrators_in_private(talk: Talk, admin: Talk) -> None:
    assert await talk.says("/thongke") == [wording.ONLY_ADMIN]
    group = talk.as_(talk.person.in_group())
    assert await group.says("/thongke") == [wording.ONLY_ADMIN]
    assert await admin.as_(admin.person.in_group()).says("/thongke") == [wording.ONLY_PRIVATE]
    entities = [{"type": "bot_command", "offset": 0, "length": 8}]
    for sender in (group.person.chat, {"id": -1009, "type": "channel", "title": "Kênh"}):
        assert await group.sends(text="/thongke", entities=entities, sender_chat=sender) == [wording.ONLY_ADMIN]
    settings = talk.application.bot_data.settings
    talk.application.bot_data.settings = settings.model_copy(update={"admin_ids": ()})
    assert await admin.says("/thongke") == [wording.ONLY_ADMIN]


async def test_counts_outlive_the_questions_and_old_days_are_left_out(talk: Talk) -> None:
    database, today = talk.desk.state.database, date(2025, 6, 1)
    await talk.says("gửi báo cáo 6 tháng")
    count_question(database, 1, today - timedelta(days=DAYS - 1))
    count_question(database, 1, today - timedelta(days=DAYS))
    await talk.says("/dulieu")
    await talk.presses(wording.DATA_DELETE)
    found = usage(database, today)
    assert [day.questions for day in found.days] == [1, *[0] * (DAYS - 2), 1]
    assert found.top == ()
