"""Deadlines and reminders over the real library: a plan for the years to come, replaced while the bot runs."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.duties import screens as duties_words
from bot.reminders import handlers as reminders
from bot.screen import words
from bot.telegram import BotContext
from knowledge.library import HANOI, Library
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for

PLAN = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH

Số: 12/KH-UBND

An Bình, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua “Dân vận khéo” giai đoạn 2026 - 2028

I. MỤC ĐÍCH

Nâng cao hiệu quả công tác dân vận của chính quyền.

II. TỔ CHỨC THỰC HIỆN

1. Các ấp gửi báo cáo kết quả thực hiện về Ủy ban nhân dân xã (qua Văn phòng) trước ngày {day}/11 hằng năm.

2. Hằng quý, các đoàn thể báo cáo kết quả về Ủy ban nhân dân xã.
"""


@dataclass
class Clock:
    now: datetime = datetime(2026, 10, 1, 9, 0, tzinfo=HANOI)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def put(library: Library, folder: Path, day: int) -> None:
    path = folder / "xa-an-binh-2026.txt"
    path.write_text(PLAN.format(day=day), encoding="utf-8")
    assert [report.error for report in library.add_plans([path])] == [None]


@pytest.fixture
async def talk(data_dir: Path, tmp_path: Path, clock: Clock) -> AsyncIterator[Talk]:
    shutil.copytree(data_dir, tmp_path / "plans")
    library = Library.open(settings_for(tmp_path / "plans"), clock=clock)
    put(library, tmp_path, 15)
    async with talk_with(library, tmp_path) as talk:
        yield talk


async def sweep(talk: Talk) -> list[str]:
    await reminders.sweep(BotContext(talk.application))
    return await talk.waits()


async def test_from_the_list_to_the_reminder_and_its_end(talk: Talk, clock: Clock, tmp_path: Path) -> None:
    (text,) = await talk.says("/han")
    due = "1. Trước 15/11/2026 (ngày cuối 14/11/2026 là thứ Bảy: nên xong chậm nhất thứ Sáu 13/11/2026; "
    first = text.index(due + "văn bản không nêu việc dời hạn), hằng năm (3 lần trong kỳ)")
    assert text.index("Sắp tới") < first < text.index("Đã qua")
    assert "✅ Cho năm 2026-2028, đang trong kỳ" in text
    await talk.opens(1, duties_words.DUTY_FILE)
    document = next(event["document"] for _, event in talk.shown if "document" in event)
    event, *apart = Calendar.from_ical(talk.telegram.journal.documents[document["file_id"]]).walk("VEVENT")
    assert [each["RECURRENCE-ID"].to_ical() for each in apart] == [b"20261114", b"20271114"]
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY;UNTIL=20281114"
    (source,) = await talk.opens(1, words.SOURCE)
    assert "trước ngày 15/11 hằng năm" in source

    await talk.opens(1, words.REMIND_ME)
    await talk.presses("7 ngày trước (06/11/2026)")
    for year, day in ((2026, 6), (2027, 5)):  # 14/11 is a Saturday, then a Sunday
        clock.now = datetime(year, 11, day, 8, 1, tzinfo=HANOI)
        (sent,) = await sweep(talk)
        assert sent.startswith("⏰ Nhắc hạn: còn 7 ngày")
        assert await sweep(talk) == []

    library = talk.resources.library
    assert isinstance(library, Library)
    put(library, tmp_path, 20)
    (note,) = await sweep(talk)
    assert "Đã dừng nhắc việc dưới đây" in note
    (fresh,) = await talk.says("/han")
    assert "Trước 20/11/2027" in fresh
    assert not talk.refused()


async def test_the_five_plans_are_over_and_reminding_of_them_is_not_offered(talk: Talk, clock: Clock) -> None:
    clock.now = datetime(2029, 1, 2, 9, 0, tzinfo=HANOI)
    shown = [await talk.says("/han")]
    while words.OLDER in talk.labels():
        shown.append(await talk.presses(words.OLDER))
    text = "\n".join(part for page in shown for part in page)
    assert "Sắp tới" not in text
    assert "⚠️ Đã hết kỳ" in text
    for number in (1, 2, 3):
        await talk.opens(number)
        assert words.SOURCE in talk.labels()
        assert words.REMIND_ME not in talk.labels()
    assert not talk.refused()


async def test_reminding_is_one_tap_under_the_answer(talk: Talk) -> None:
    await talk.says("/donvi an bình")
    (answer,) = await talk.says("khi nào nộp báo cáo năm?")
    assert "15/11" in answer
    assert "⏰ Nhắc tôi 15/11" in talk.labels()
    (menu,) = await talk.presses("Nhắc tôi 15/11")
    assert menu.startswith("⏰ Đặt lời nhắc")
    await talk.presses("3 ngày trước (10/11/2026)")
    assert "1. 10/11/2026 · 3 ngày trước hạn" in (await talk.says("/nhac"))[0]
    await talk.says("ai ký kế hoạch này?")
    assert not any("Nhắc tôi" in label for label in talk.labels())
