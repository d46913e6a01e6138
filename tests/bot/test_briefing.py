"""/tomtat: eight lines with their sources, by minutes, unit and topic, and the files behind the buttons."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

import bot.briefing as words
from bot.privacy import handlers as privacy
from knowledge.briefing.writers.pdf import program
from knowledge.library import Library
from tests.bot.talk import Talk, talk_with
from tests.knowledge.briefing.files import flat, footnotes


@pytest.fixture
async def talk(real: Library, tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_with(real, tmp_path) as begun:
        yield begun


async def test_a_unit_is_told_in_at_most_eight_lines_each_with_its_source(talk: Talk, real: Library) -> None:
    (text,) = await talk.says("/tomtat quận 1")
    lines = re.findall(r"^\d\. .*\((?:mục|chú thích|tiêu đề)[^()]*\)$", text, re.MULTILINE)
    assert 4 <= len(lines) <= 8
    assert text.startswith("📋 Tóm tắt KH UBND Quận 1 2023 (buổi 30 phút)")
    assert "23/02/2023" in text
    assert "\n⚠️ Kế hoạch đã hết kỳ (đến 31/12/2023): " in text
    numbers = [label for label in talk.labels() if label.isdigit()]
    assert len(numbers) == len(lines)
    stored = real.plan("ubnd-quan-1-2023")
    assert stored
    button = next(each for each in talk.buttons() if each.label == "1")
    (source,) = await talk.presses_data(button.message_id, button.data)
    assert "trước ngày 23 tháng 02 năm 2023" in source
    assert not talk.refused()


async def test_without_a_unit_the_plans_are_offered_and_all_of_them(talk: Talk, real: Library) -> None:
    await talk.says("/tomtat")
    assert len(talk.labels()) == len(real.plans()) + 1
    (text,) = await talk.presses(words.ALL)
    assert "5 kế hoạch" in text
    assert "\n⚠️ 5 kế hoạch đã hết kỳ: " in text
    assert not talk.refused()


@pytest.mark.parametrize("named", ["tất cả", "cả 5 kế hoạch", "mọi đơn vị", "toàn bộ các văn bản", "all plans"])
async def test_every_plan_is_meant_by_its_names(talk: Talk, named: str) -> None:
    """The number of plans is no number of minutes."""
    (text,) = await talk.says(f"/tomtat {named}")
    assert text.startswith("📋 Tóm tắt 5 kế hoạch (buổi 30 phút)")


@pytest.mark.parametrize("typed", ["/tomtat về", "/tomtat chuyên đề ?"])
async def test_a_topic_that_is_not_named_is_none(talk: Talk, typed: str) -> None:
    assert await talk.says(typed) == await talk.says("/tomtat")


async def test_the_chats_unit_minutes_and_a_topic_are_taken(talk: Talk) -> None:
    await talk.says("tôi ở thành ủy lai châu")
    (text,) = await talk.says("/tomtat 15 phút về tôn giáo")
    assert text.startswith("📋 Tóm tắt KH Thành ủy Lai Châu 2023 (buổi 15 phút)\nChuyên đề: tôn giáo")
    assert "tôn giáo" in text.split("Chuyên đề: tôn giáo")[1]
    (longer,) = await talk.presses("45 phút")
    assert "(buổi 45 phút)" in longer
    assert not talk.refused()


@pytest.mark.parametrize(
    ("typed", "minutes", "told"),
    [("60", 60, 45), ("20 phút", 20, 15), ("quận 1 90 phút", 90, 45), ("10 phút quận 1", 10, 15)],
)
async def test_minutes_that_there_are_not_are_told_with_those_there_are(
    talk: Talk, typed: str, minutes: int, told: int
) -> None:
    await talk.says("tôi ở quận 1")
    (text,) = await talk.says(f"/tomtat {typed}")
    assert text.startswith(words.ODD_MINUTES.format(asked=minutes, minutes=told))
    assert f"(buổi {told} phút)" in text


async def test_longer_meetings_get_more_bullets(talk: Talk) -> None:
    counts = []
    for minutes in (15, 30, 45):
        await talk.says(f"/tomtat {minutes} quận 1")
        counts.append(sum(label.isdigit() for label in talk.labels()))
    assert counts == [5, 7, 8]


async def test_a_topic_of_which_there_is_nothing_offers_no_files(talk: Talk) -> None:
    await talk.says("tôi ở quận 1")
    (text,) = await talk.says("/tomtat về tàu vũ trụ")
    assert words.NOTHING in text
    assert words.MORE not in text
    assert talk.labels() == [words.WITHOUT_TOPIC]
    (whole,) = await talk.presses(words.WITHOUT_TOPIC)
    assert "1. " in whole
    assert not talk.refused()


async def test_a_briefing_is_no_question_of_the_person(talk: Talk) -> None:
    await talk.says("/tomtat quận 1")
    (text,) = await talk.says("/dulieu")
    assert privacy.DATA_BRIEFINGS.format(count=1) in text
    assert "câu hỏi, cùng" not in text
    assert "Tóm tắt" not in text
    await talk.says("khen thưởng ở quận 1")
    (text,) = await talk.says("/dulieu")
    assert "1 câu hỏi, cùng" in text
    assert text.count("“") == 1
    await talk.presses(privacy.DATA_DELETE)
    assert await talk.says("/dulieu") == [privacy.DATA_NONE]


@pytest.mark.parametrize("named", ["hội nghị cây xanh", "xã hòa bình", "phường 99"])
async def test_what_names_nobody_is_not_guessed(talk: Talk, named: str) -> None:
    (text,) = await talk.says(f"/tomtat {named}")
    assert "chưa nhận ra" in text


@pytest.mark.parametrize(
    ("typed", "plans", "topic"),
    [
        ("5 không quận 1 15", "KH UBND Quận 1 2023 (buổi 15 phút)", "5 không"),
        ("15p an toàn giao thông", "5 kế hoạch (buổi 15 phút)", "an toàn giao thông"),
        ("về chỉ tiêu của lai châu", "KH Thành ủy Lai Châu 2023 (buổi 30 phút)", "chỉ tiêu"),
        ("q1 khen thưởng", "KH UBND Quận 1 2023 (buổi 30 phút)", "khen thưởng"),
        ("về quận 1", "KH UBND Quận 1 2023 (buổi 30 phút)", None),
        ("quận 1 nhé", "KH UBND Quận 1 2023 (buổi 30 phút)", None),
        ("quận 1 và lai châu gửi giúp", "2 kế hoạch (buổi 30 phút)", None),
        ("phường bến nghé", "KH UBND Quận 1 2023 (buổi 30 phút)", None),
    ],
)
async def test_a_topic_needs_no_word_before_it(talk: Talk, typed: str, plans: str, topic: str | None) -> None:
    (text,) = await talk.says(f"/tomtat {typed}")
    assert text.startswith(f"📋 Tóm tắt {plans}")
    assert ("\nChuyên đề: " in text) is (topic is not None)
    assert topic is None or f"\nChuyên đề: {topic}\n" in text
    assert "\n1. " in text


async def test_a_part_of_the_briefing_is_a_topic(talk: Talk) -> None:
    """What people call deadlines stands in no plan."""
    (text,) = await talk.says("/tomtat về hạn nộp báo cáo của sở giáo dục")
    lines = re.findall(r"^\d\. .*$", text, re.MULTILINE)
    assert len(lines) == 3
    assert "Trước ngày 10/5" in lines[0]
    (text,) = await talk.says("/tomtat lai châu 45 nhiệm vụ")
    assert len(re.findall(r"^\d\. .*$", text, re.MULTILINE)) == 8


async def test_the_files_come_with_the_plans_words(talk: Talk, real: Library) -> None:
    await talk.says("/tomtat quận 1")
    buttons = {each.label: each for each in talk.buttons()}
    files = {}
    for label in (words.DOCX, words.PPTX):
        await talk.presses_data(buttons[label].message_id, buttons[label].data)
        document = talk.last()["document"]
        files[document["file_name"].rpartition(".")[2]] = talk.telegram.journal.documents[document["file_id"]]
    assert files.keys() == {"docx", "pptx"}
    stored = real.plan("ubnd-quan-1-2023")
    assert stored
    notes = footnotes(files["docx"]).values()
    assert any("trước ngày 23 tháng 02 năm 2023" in note for note in notes)
    source = flat(stored.plan.source_text)
    for note in notes:
        assert all(piece in source for piece in note[1:].rpartition("” (")[0].split(" … "))
    assert not talk.refused()


async def test_without_libreoffice_the_pdf_is_refused_in_words(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert program() is None
    await talk.says("/tomtat quận 1")
    await talk.presses(words.PDF)
    assert talk.notice() == words.NO_PDF


async def test_a_briefing_of_a_plan_that_is_gone_is_told(talk: Talk) -> None:
    await talk.says("/tomtat quận 1")
    link = talk.resources.state.link("tomtat:" + '[["no-such-plan"], null, 30]')
    button = next(each for each in talk.buttons() if each.label == words.DOCX)
    await talk.presses_data(button.message_id, f"tf:{link}:0")
    assert talk.notice() == words.GONE
    await talk.presses_data(replace(button, data="tm:999999").message_id, "tm:999999")
    assert talk.notice() == words.GONE


async def test_the_quiz_is_sent_as_a_sheet_to_print(talk: Talk) -> None:
    await talk.says("/tomtat quận 1")
    await talk.presses(words.QUIZ)
    document = talk.last()["document"]
    assert document["file_name"] == "trac-nghiem-ubnd-quan-1-2023.docx"
    assert "đáp án ở trang cuối" in talk.last()["caption"]
    assert "trước ngày" in " ".join(footnotes(talk.telegram.journal.documents[document["file_id"]]).values())
    assert not talk.refused()
