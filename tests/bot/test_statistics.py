"""/thongke: counts by day, refusals, votes and what is asked most, for administrators alone."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.console.people import Person
from bot.memory import now
from bot.memory.rows import Vote
from bot.privacy import handlers as privacy
from bot.screen import words
from bot.settings import load_settings
from bot.statistics import DAYS, Day, Usage, UsageStore
from bot.statistics import handlers as statistics
from bot.statistics.handlers import usage_png
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
    assert "phiếu khảo sát" not in text, "what one person asked stays theirs"
    assert not talk.refused()
    (photo,) = admin.last()["photo"]
    assert admin.last()["caption"] == statistics.PLOT_CAPTION.format(days=DAYS)
    assert talk.telegram.journal.documents[photo["file_id"]].startswith(b"\x89PNG")


async def test_what_one_person_asks_again_and_again_stays_theirs(talk: Talk, admin: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    for _ in range(3):
        await talk.says("gửi báo cáo 6 tháng")
        await group.says("@so_tay_dan_van_bot gửi báo cáo 6 tháng")
    assert statistics.STATS_TOP_NONE in (await admin.says("/thongke"))[0]


async def test_the_text_goes_though_the_plot_fails(
    talk: Talk, admin: Talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert len(await admin.says("/thongke")) == 1
    assert not talk.calls("sendPhoto")
    assert "the plot could not be drawn" in caplog.text


async def test_votes_are_counted_on_their_day_in_viet_nam(talk: Talk) -> None:
    database = talk.resources.state.database
    await talk.says("gửi báo cáo 6 tháng")
    for person, hour in ((1, 16), (2, 17)):
        talk.resources.state.vote(1, person, good=person == 1)
        moment = now().replace(hour=hour, minute=59) - timedelta(days=2)
        with database.session() as session:
            session.execute(update(Vote).where(Vote.user_id == person).values(voted_at=moment))
    found = UsageStore(database).usage(now().date())
    assert [(day.good, day.bad) for day in found.days[-3:]] == [(1, 0), (0, 1), (0, 0)]


@pytest.mark.parametrize("most", [0, 1, 250])
def test_the_plot_has_a_glyph_for_every_letter(most: int) -> None:
    days = tuple(Day(date(2025, 6, 1) + timedelta(days=i), i * most, i, i, most) for i in range(DAYS))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a glyph that its font does not have
        png = usage_png(Usage(days, 1, 1, 1, ()))
    assert png.startswith(b"\x89PNG")


def test_a_serving_process_does_not_load_what_draws_reads_files_or_writes_briefings() -> None:
    rare = ("matplotlib", "PIL", "knowledge.intake", "knowledge.briefing.contents", "knowledge.quiz.questions")
    code = f"import sys, bot.__main__; print([name for name in {rare} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=180, check=True)
    assert done.stdout.strip() == "[]"


async def test_nothing_happened_yet(admin: Talk) -> None:
    (text,) = await admin.says("/thongke")
    assert "0 câu hỏi từ 0 cuộc trò chuyện; 0 câu văn bản không trả lời được (0%)" in text
    assert statistics.STATS_TOP_NONE in text


async def test_only_administrators_in_private(talk: Talk, admin: Talk) -> None:
    assert await talk.says("/thongke") == [words.ONLY_ADMIN]
    group = talk.as_(talk.person.in_group())
    assert await group.says("/thongke") == [words.ONLY_ADMIN]
    assert await admin.as_(admin.person.in_group()).says("/thongke") == [words.ONLY_PRIVATE]
    entities = [{"type": "bot_command", "offset": 0, "length": 8}]
    for sender in (group.person.chat, {"id": -1009, "type": "channel", "title": "Kênh"}):
        assert await group.sends(text="/thongke", entities=entities, sender_chat=sender) == [words.ONLY_ADMIN]
    settings = talk.application.bot_data.settings
    talk.application.bot_data.settings = settings.model_copy(update={"admin_ids": ()})
    assert await admin.says("/thongke") == [words.ONLY_ADMIN]


async def test_counts_outlive_the_questions_and_old_days_are_left_out(talk: Talk) -> None:
    database, today = talk.resources.state.database, date(2025, 6, 1)
    await talk.says("gửi báo cáo 6 tháng")
    talk.resources.state.count_question(1, today - timedelta(days=DAYS - 1))
    talk.resources.state.count_question(1, today - timedelta(days=DAYS))
    await talk.says("/dulieu")
    await talk.presses(privacy.DATA_DELETE)
    found = UsageStore(database).usage(today)
    assert [day.questions for day in found.days] == [1, *[0] * (DAYS - 2), 1]
    assert found.top == ()
