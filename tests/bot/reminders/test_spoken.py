"""Reminders asked for in plain words: what is read as one, what stays a question, and what is done."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.reminders import words
from bot.reminders.spoken import Wanted, _of_round, spoken
from tests.bot.fake_library import FakeLibrary
from tests.bot.invented_duties import MONTHLY, OVER, SIX_MONTHS, YEAR_END
from tests.bot.talk import Talk


@pytest.mark.parametrize(
    ("text", "wanted", "about"),
    [
        ("nhắc tôi nộp báo cáo năm", Wanted.REMIND, "bao cao nam"),
        ("Nhắc tôi trước hạn báo cáo 6 tháng 2 ngày nhé", Wanted.REMIND, "bao cao 6 thang"),
        ("nhac toi truoc 3 ngay bao cao quy", Wanted.REMIND, "bao cao quy"),
        ("nhắc tôi báo cáo hằng tháng", Wanted.REMIND, "bao cao thang"),
        ("nhắc tôi nộp báo cáo mỗi quý", Wanted.REMIND, "bao cao quy"),
        ("nhắc cả nhóm trước 3 ngày", Wanted.REMIND, ""),
        ("vui lòng đặt lịch nhắc báo cáo quý", Wanted.REMIND, "bao cao quy"),
        ("remind me of the báo cáo năm", Wanted.REMIND, "bao cao nam"),
        ("hoãn nhắc báo cáo quý 3 ngày", Wanted.LIST, ""),
        ("nhắc lại sau 2 ngày", Wanted.LIST, ""),
        ("tắt nhắc báo cáo quý", Wanted.LIST, ""),
        ("bỏ nhắc", Wanted.LIST, ""),
        ("xong rồi", Wanted.LIST, ""),
        ("tôi nộp báo cáo năm rồi", Wanted.LIST, ""),
        ("đã nộp", Wanted.LIST, ""),
        ("gửi tôi danh sách việc mỗi sáng thứ hai", Wanted.DIGEST, ""),
        ("bật bản tin tuần", Wanted.DIGEST, ""),
        ("tắt bản tin tuần giúp tôi", Wanted.NO_DIGEST, ""),
    ],
)
def test_what_is_about_reminders(text: str, wanted: Wanted, about: str) -> None:
    said = spoken(text)
    assert said is not None
    assert (said.wanted, " ".join(said.about)) == (wanted, about)


@pytest.mark.parametrize(
    "text",
    [
        "nhắc tôi 5 không là gì",
        "nhắc lại giúp tôi hạn báo cáo năm là ngày nào",
        "kế hoạch nhắc đến những đơn vị nào",
        "nộp rồi có phải báo cáo gì nữa không",
        "đã nộp báo cáo năm chưa",
        "gửi báo cáo hằng tuần",
        "báo cáo năm",
        "nộp báo cáo rồi gửi về đâu",
        "hằng tuần phải làm gì",
        "when do you remind me?",
        "bỏ phiếu kín",
    ],
)
def test_what_stays_a_question(text: str) -> None:
    assert spoken(text) is None


async def test_the_one_duty_that_is_named_is_offered_and_set(talk: Talk) -> None:
    (menu,) = await talk.says("nhắc tôi báo cáo 6 tháng")
    assert menu.startswith(words.REMIND_TITLE)
    await talk.presses(talk.labels()[0])
    (told,) = await talk.says("tắt nhắc")
    assert "Các lời nhắc đã đặt (1)" in told


@pytest.mark.parametrize(
    ("about", "rounds"),
    [
        ("bao cao thang", {"tháng"}),
        ("bao cao 6 thang", {"6 tháng"}),
        ("the monthly report", {"tháng"}),
        ("bao cao thang 5", {"6 tháng", "tháng", None}),
        ("bao cao tuan", {"6 tháng", "tháng", None}),
    ],
)
def test_a_round_that_is_named_leaves_its_duties(about: str, rounds: set[str | None]) -> None:
    """A month by its number is no round, and one that no duty has leaves them all."""
    entries = [SimpleNamespace(duty=SimpleNamespace(deadline=each)) for each in (SIX_MONTHS, MONTHLY, YEAR_END)]
    found = _of_round(about.split(), entries)  # type: ignore[arg-type] # as much of an entry as is looked at
    assert {each.duty.deadline.period or each.duty.deadline.recurrence for each in found} == rounds


async def test_without_a_name_the_duties_to_come_are_offered(talk: Talk) -> None:
    (which,) = await talk.says("nhắc tôi với nhé")
    assert which.startswith(words.REMIND_WHICH)
    assert (await talk.presses(words.REMIND_NUMBER.format(number=1)))[0].startswith(words.REMIND_TITLE)


async def test_where_nothing_is_to_come_that_is_said(talk: Talk, library: FakeLibrary) -> None:
    library.duties = [OVER]
    assert await talk.says("nhắc tôi nộp báo cáo") == [words.REMIND_NOTHING]


async def test_the_digest_is_switched_in_words(talk: Talk) -> None:
    (told,) = await talk.says("gửi tôi các hạn mỗi sáng thứ hai")
    assert told.startswith("Đã bật: sáng thứ Hai")
    assert await talk.says("tắt bản tin tuần") == [words.DIGEST_OFF]


async def test_what_was_done_is_marked_from_the_list(talk: Talk) -> None:
    await talk.says("nhắc tôi báo cáo 6 tháng")
    await talk.presses(talk.labels()[0])
    await talk.says("tôi nộp rồi")
    assert any(label.startswith("✅") for label in talk.labels())


async def test_a_unit_that_is_named_has_its_own_duties_offered(talk: Talk, library: FakeLibrary) -> None:
    """Those of the other units are none of its."""
    library.duties = [SIX_MONTHS]
    assert await talk.says("nhắc tôi báo cáo 6 tháng của Bình Mỹ") == [words.REMIND_NOTHING]
    (menu,) = await talk.says("nhắc tôi báo cáo 6 tháng của An Bình")
    assert menu.startswith(words.REMIND_TITLE)
