"""The bot over the five plans: what the product promises a newcomer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from knowledge.library import Library
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for


@pytest.fixture(scope="module")
def real(data_dir: Path) -> Iterator[Library]:
    with Library.open(settings_for(data_dir)) as library:
        yield library


@pytest.fixture
async def talk(real: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talk]:
    # The session's library outlives one bot.
    monkeypatch.setattr(real, "close", lambda: None)
    async with talk_with(real, tmp_path) as talk:
        yield talk


@pytest.mark.parametrize(
    "text", ["Khi nào nộp báo cáo 6 tháng?", "bao gio nop bao cao 6 thang", "when is the 6-month report due"]
)
async def test_the_six_month_report(talk: Talk, real: Library, text: str) -> None:
    (answer,) = await talk.says(text)
    assert "10/5" in answer or "10 May" in answer
    assert "III.3" in answer
    assert "📎" in answer
    assert "trước ngày 10 tháng 5" in answer
    (source,) = await talk.presses("📖")
    marks = [e for e in talk.last()["entities"] if e["type"] == "underline"]
    assert marks
    assert "trước ngày 10 tháng 5" in source
    assert not talk.refused()


@pytest.mark.parametrize("text", ["report deadline in quang ngai", "cam thanh ward quang ngai report deadline"])
async def test_english_without_capitals_is_answered_in_english(talk: Talk, text: str) -> None:
    (answer,) = await talk.says(text)
    assert "Before 30 September" in answer
    assert "nearest" not in answer


async def test_every_unit_can_be_chosen_by_button_and_by_its_name(talk: Talk, real: Library) -> None:
    for unit in real.units():
        await talk.says("/donvi")
        (text,) = await talk.presses(unit.short_name)
        assert unit.short_name in text
        await talk.says(f"/donvi {unit.name}")
        assert talk.resources.unit(talk.person.chat["id"]) == unit.plan_id
        (answer,) = await talk.says("báo cáo gửi cho ai?")
        assert answer.splitlines()[-1] == f"🏢 {unit.short_name}"


async def test_a_ward_of_two_districts_is_asked_about_and_answered_for_the_one_chosen(talk: Talk) -> None:
    (asked,) = await talk.says("phường Tân Định nộp gì")
    assert "Bạn hỏi cho nơi nào?" in asked
    (answer,) = await talk.presses("Quận 1")
    assert "thuộc Quận 1 cũ" in answer
    assert answer.splitlines()[-1] == "🏢 KH UBND Quận 1 2023"


async def test_a_ward_can_be_ones_unit(talk: Talk) -> None:
    await talk.says("em ở phường Sài Gòn")
    assert talk.resources.unit(talk.person.chat["id"]) == "ubnd-quan-1-2023"
    (answer,) = await talk.says("trường THCS Trần Văn Ơn đăng ký mấy giải pháp?")
    assert "trường THCS Trần Văn Ơn" in answer
    assert answer.splitlines()[-1] == "🏢 KH UBND Quận 1 2023"


async def test_plans_are_listed_with_their_numbers(talk: Talk, real: Library) -> None:
    text = "\n".join(await talk.says("/kehoach"))
    for stored in real.plans():
        assert (stored.plan.header.number or "bản này không ghi số") in text


async def test_every_passage_can_be_turned_to(talk: Talk, real: Library) -> None:
    """From the first answer's source, back to the start of the plan and on to its end."""
    await talk.says("Khi nào nộp báo cáo 6 tháng?")
    await talk.presses("📖")
    while any("trước" in label for label in talk.labels()):
        await talk.presses("Đoạn trước")
    seen = 1
    while any("sau" in label for label in talk.labels()):
        await talk.presses("Đoạn sau")
        seen += 1
    assert seen in [len(stored.passages) for stored in real.plans()]
    assert not talk.refused()


async def test_each_question_of_a_message_has_its_own_source(talk: Talk) -> None:
    await talk.says("tôi ở đảng ủy sở giáo dục")
    (answer,) = await talk.says("khi nào nộp bc 6 tháng? gửi cho ai? 5 không là gì?")
    assert answer.index("1. khi nào nộp") < answer.index("2. gửi cho ai") < answer.index("3. 5 không là gì")
    labels = ["📖 Nguyên văn 1", "📖 Nguyên văn 2", "📖 Nguyên văn 3"]
    assert [label for label in talk.labels() if "Nguyên văn" in label] == labels
    buttons = {button.label: button for button in talk.buttons()}
    for label, words in zip(labels, ("trước ngày 10 tháng 5", "Văn phòng Đảng ủy", "Không xả rác"), strict=True):
        (source,) = await talk.presses_data(buttons[label].message_id, buttons[label].data)
        assert words in source
        assert any(entity["type"] == "underline" for entity in talk.last()["entities"])
    assert not talk.refused()


async def test_a_role_is_asked_for_its_unit_and_gets_a_checklist(talk: Talk) -> None:
    (text,) = await talk.says("tôi phải làm gì")
    assert text == "Mỗi đơn vị quy định khác nhau. Bạn hỏi cho đơn vị nào?"
    (checklist,) = await talk.presses("🏢 KH UBND Quận 1")
    assert "☐ Trước ngày 23/02/2023" in checklist
    assert "• ☐" not in checklist
