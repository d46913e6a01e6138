"""[Nguyên văn] and /kehoach."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.console.limits import parse_html
from bot.screen import words
from bot.screen.answers import PassageFrame, passage_screen
from bot.screen.duties import plans_screen
from bot.settings import BotSettings
from knowledge.model import Header, Period
from tests.bot.fake_library import AN_BINH, FakeLibrary, FakeUnit, Source, with_lines
from tests.bot.talk import Talk, talk_with


async def test_the_quote_is_marked_in_its_passage(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng ở An Bình")
    (text,) = await talk.presses("Nguyên văn")
    assert text.splitlines()[:3] == ["Ủy ban nhân dân xã An Bình", "Mục II.1", "Nội dung > Báo cáo"]
    assert text.endswith("trước ngày 05/6. Gửi bản giấy.")
    (mark,) = [entity for entity in talk.last()["entities"] if entity["type"] == "underline"]
    quote = "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6."
    assert text[mark["offset"] : mark["offset"] + mark["length"]] == quote


async def test_the_passage_leads_to_its_place_in_the_reading_room(library: FakeLibrary, tmp_path: Path) -> None:
    settings = BotSettings(_env_file=None, web_url="https://phong-doc.example.vn/", messages_per_second=0)  # type: ignore[call-arg] # pydantic-settings' own argument
    async with talk_with(library, tmp_path, settings=settings) as talk:
        await talk.says("gửi báo cáo 6 tháng ở An Bình")
        (text,) = await talk.presses("Nguyên văn")
        (link,) = [entity for entity in talk.last()["entities"] if entity["type"] == "text_link"]
        assert link["url"] == "https://phong-doc.example.vn/p/an-binh#II.1"
        assert text[link["offset"] :].endswith(words.WHOLE[1:])


async def test_turning_edits_in_place_up_to_the_ends(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng ở An Bình")
    await talk.presses("Nguyên văn")
    opened = talk.last()["message_id"]
    (text,) = await talk.presses("Đoạn trước")
    assert "Tuyên truyền phong trào" in text
    assert talk.labels() == [words.AFTER]
    assert talk.last()["message_id"] == opened
    await talk.presses("Đoạn sau")
    (text,) = await talk.presses("Đoạn sau")
    assert "Biểu dương" in text
    assert talk.labels() == [words.BEFORE]


async def test_the_sources_of_one_answer_lead_to_each_other(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.presses("Nguyên văn (2)")
    (text,) = await talk.presses("Trích dẫn 2/2")
    assert text.startswith("Đảng ủy phường Bình Mỹ\nMục IV.3")
    (text,) = await talk.presses("Trích dẫn 1/2")
    assert "Mục II.1" in text


async def test_pressing_the_same_twice_is_no_error(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng ở An Bình")
    await talk.presses("Nguyên văn")
    button = next(b for b in talk.buttons() if b.label == words.BEFORE)
    await talk.presses_data(button.message_id, button.data)
    assert await talk.presses_data(button.message_id, button.data) == []
    assert talk.notice() == ""


async def test_a_very_long_passage_turns_in_pages(tmp_path: Path) -> None:
    long = " ".join(f"Câu thứ {i} về báo cáo 6 tháng 🙂." for i in range(600))
    library = FakeLibrary((with_lines(AN_BINH, "I | Đầu.", f"II | {long}", "III | Cuối."),))
    async with talk_with(library, tmp_path) as talk:
        await talk.says("câu thứ báo cáo 6 tháng")
        (text,) = await talk.presses("Nguyên văn")
        assert "Trang 1/" in text
        pages = [text]
        while "Cuối." not in pages[-1]:
            pages += await talk.presses("Đoạn sau")
            assert len(pages) < 20
        (text,) = await talk.presses("Đoạn trước")
        assert "Câu thứ 599" in text
        assert not talk.refused()


async def test_a_passage_that_is_gone(library: FakeLibrary, tmp_path: Path) -> None:
    async with talk_with(library, tmp_path) as talk:
        await talk.says("gửi báo cáo 6 tháng ở An Bình")
        telegram = talk.telegram
    async with talk_with(FakeLibrary((with_lines(AN_BINH, "I | Bản mới."),)), tmp_path, telegram) as talk:
        await talk.presses("Nguyên văn")
        assert talk.notice() == words.PASSAGE_GONE


def test_place_names_that_are_not_numbers() -> None:
    passage = FakeLibrary().passages()["binh-my#0"]
    (html,) = passage_screen(passage, (), PassageFrame(1, 1, "Đảng ủy", None, None)).messages
    assert parse_html(html)[0].splitlines()[1] == "Mở đầu"


async def test_plans_say_what_is_absent(talk: Talk) -> None:
    (text,) = await talk.says("/kehoach")
    first, second, third = text.split("\n\n")[1:]
    assert "Số: 12/KH-UBND, ngày 03/02/2025" in first
    assert "✅ Còn hiệu lực đến hết 31/12/2025" in first
    assert "bản này không ghi số" in second
    assert "⚠️ Đã hết kỳ (đến 31/12/2023)" in second
    assert "bản này không ghi cơ quan ban hành" in third
    assert "bản này không ghi năm" in third
    assert "Bản này không nêu thời gian áp dụng" in third


async def test_many_plans_turn_in_pages(tmp_path: Path) -> None:
    sources = [
        Source(FakeUnit(f"p{i}", f"Đơn vị {i}", f"Đơn vị {i}", None), AN_BINH.header, AN_BINH.lines) for i in range(14)
    ]
    async with talk_with(FakeLibrary(sources), tmp_path) as talk:
        await talk.says("/kehoach")
        (text,) = await talk.presses("Sau ▶")
        assert "7. Đơn vị 6" in text
        await talk.presses("Sau ▶")
        assert talk.labels() == [words.NEWER]


async def test_an_empty_collection(tmp_path: Path) -> None:
    async with talk_with(FakeLibrary(()), tmp_path) as talk:
        assert await talk.says("/kehoach") == [words.PLANS_EMPTY]
        assert await talk.says("/donvi")
        assert not talk.refused()


def test_the_list_names_every_year_of_a_plan() -> None:
    header = Header(title="Năm dân vận", period=Period(date(2018, 1, 1), date(2020, 12, 31)))
    shown = plans_screen([("Xã A", 2018, header)], date(2025, 1, 1))
    assert "Năm: 2018-2020 · " in shown.messages[0]
