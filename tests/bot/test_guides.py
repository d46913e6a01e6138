"""/5khong, /tieuchi and /sosanh over the five plans: every button asks what can also be typed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.screen import words as screen_words
from bot.talk import words
from knowledge.library import HANOI, Library
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for


@pytest.fixture(scope="module")
def library(data_dir: Path) -> Iterator[Library]:
    """The real one, in place of this folder's invented library."""
    with Library.open(settings_for(data_dir)) as opened:
        yield opened


@pytest.fixture
async def talk(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talk]:
    monkeypatch.setattr(library, "close", lambda: None)  # it outlives one bot
    async with talk_with(library, tmp_path) as talk:
        yield talk


async def test_every_list_opens_by_its_button(talk: Talk, library: Library) -> None:
    lists = [no_list for stored in library.plans() for no_list in stored.facts.no_lists]
    assert len(lists) > 1
    await talk.says("/5khong")
    buttons = [b for b in talk.buttons() if b.data.startswith("gk:")]
    assert len(buttons) == len(lists)
    for pressed, no_list in zip(buttons, lists, strict=True):
        question, *answer = await talk.presses_data(pressed.message_id, pressed.data)
        assert question.startswith("💬 ")
        told = "\n".join(answer)
        for item in no_list.items:
            assert " ".join(item.text.split()).rstrip(".;,")[:40] in told
    assert not talk.refused()


async def test_what_the_button_asked_can_be_typed(talk: Talk) -> None:
    await talk.says("/5khong")
    question, answer = await talk.presses("1. 5 không")
    (typed,) = await talk.says(question.removeprefix("💬 "))
    assert typed.split("\n")[1] == answer.split("\n")[1]


async def test_the_units_own_list_comes_first(talk: Talk) -> None:
    await talk.says("/donvi quận 1")
    (text,) = await talk.says("/5khong")
    assert text.split("\n")[2].startswith("1. KH UBND Quận 1 2023: 5 không")


async def test_a_unit_without_a_list_is_told_so(talk: Talk) -> None:
    await talk.says("/donvi lai châu")
    (text,) = await talk.says("/5khong")
    assert "KH Thành ủy Lai Châu 2023 không nêu danh sách “không” nào" in text


async def test_each_list_is_labelled_by_whom_it_binds(talk: Talk) -> None:
    (text,) = await talk.says("/5khong")
    assert "2. KH Đảng ủy Sở Giáo dục 2024: 5 không (Cán bộ, công chức, viên chức)" in text
    assert "3. KH UBND Quận 1 2023: 5 không (không nêu riêng cho ai)" in text
    labels = [label for label in talk.labels() if label[:1].isdigit()]
    assert labels[:2] == ["1. 5 không: KH Đảng ủy Sở Giáo dục 2024", "2. 5 không: Cán bộ, công chức, viên chức"]


async def test_the_other_list_of_a_plan_is_one_tap_away(talk: Talk) -> None:
    await talk.says("/donvi sở giáo dục")
    (answer,) = await talk.says("5 không")
    assert "Không xả rác bừa bãi" in answer
    _, officials = await talk.presses("📋 5 không: Cán bộ, công chức, viên chức")
    assert "1. Không cửa quyền, hách dịch" in officials
    _, residents = await talk.presses("📋 5 không còn lại")
    assert "Không xả rác bừa bãi" in residents
    await talk.says("5 không của quận 1")
    assert not any(label.startswith("📋") for label in talk.labels())
    assert not talk.refused()


async def test_an_english_answer_has_english_buttons(
    talk: Talk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_clock", lambda: datetime(2024, 1, 10, 9, tzinfo=HANOI))
    await talk.says("/donvi sở giáo dục")
    await talk.says("what are the 5 no's")
    assert "📖 Original text" in " ".join(talk.labels())
    await talk.says("when is the 6-month report due")
    assert any(label.startswith("⏰ Remind me") for label in talk.labels())
    assert not any("Nhắc" in label or "Nguyên văn" in label for label in talk.labels())


async def test_two_duties_without_a_date_are_told_apart(
    talk: Talk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_clock", lambda: datetime(2023, 3, 10, 9, tzinfo=HANOI))
    await talk.says("tôi ở quận 1 thì nộp báo cáo ngày nào")
    reminders = [label for label in talk.labels() if label.startswith("⏰")]
    assert len(reminders) == len(set(reminders)) == 2


async def test_criteria_are_asked_for_the_chats_unit(talk: Talk) -> None:
    await talk.says("/donvi lai châu")
    (text,) = await talk.says("/tieuchi")
    assert "tra cứu: KH Thành ủy Lai Châu 2023" in text
    for label, question in words.CRITERIA:
        shown, *answer = await talk.presses(label)
        assert shown == f"💬 {question}"
        assert answer[-1].splitlines()[-1] == "🏢 KH Thành ủy Lai Châu 2023"
    assert not talk.refused()


async def test_every_comparison_is_answered_for_all_units(talk: Talk, library: Library) -> None:
    await talk.says("/donvi quận 1")
    await talk.says("/sosanh")
    buttons = [b for b in talk.buttons() if b.data.startswith("gs:")]
    told = {}
    for pressed, (label, question) in zip(buttons, words.COMPARISONS, strict=True):
        assert pressed.label == label
        shown, *answer = await talk.presses_data(pressed.message_id, pressed.data)
        assert shown == f"💬 {question}"
        told[label] = "\n".join(answer)
        assert any(button.startswith("📖 Nguyên văn") for button in talk.labels())
        assert "Tôi không tìm thấy" not in told[label]
    for label, _ in words.COMPARISONS[:2]:
        assert len([unit for unit in library.units() if unit.short_name in told[label]]) > 1
    assert not talk.refused()


async def test_words_after_the_command_are_asked_at_once(talk: Talk) -> None:
    question, *answer = await talk.says("/sosanh hạn báo cáo")
    assert question == "💬 so sánh hạn báo cáo"
    assert "30/9" in "\n".join(answer)
    question, *answer = await talk.says("/5khong quận 1")
    assert "1. Không để người nghèo" in "\n".join(answer)


async def test_old_and_invented_buttons_are_told(talk: Talk) -> None:
    await talk.says("/sosanh")
    message = talk.last()["message_id"]
    stale = {"gs:99": screen_words.STALE_BUTTON, "gt:99": screen_words.STALE_BUTTON, "gk:999:0": words.LIST_GONE}
    for data, notice in stale.items():
        await talk.presses_data(message, data)
        assert talk.notice() == notice


async def test_plans_without_lists(tmp_path: Path) -> None:
    async with talk_with(FakeLibrary(), tmp_path) as talk:
        assert await talk.says("/5khong") == [words.LISTS_NONE]
