"""/donvi: by button, by typing, across a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.screen import words
from bot.talk import words as talk_words
from tests.bot.fake_library import AN_BINH, BINH_MY, FakeLibrary, FakeUnit, Source
from tests.bot.talk import Talk, talk_with


async def test_choose_by_button_in_place(talk: Talk, library: FakeLibrary) -> None:
    (text,) = await talk.says("/donvi")
    assert text.startswith(talk_words.UNIT_NONE)
    (text,) = await talk.presses("Phường Bình Mỹ")
    assert text.startswith("Đã chọn Phường Bình Mỹ 2023")
    assert [kind for kind, _ in talk.shown] == ["notice", "edited"]
    (text,) = await talk.says("gửi báo cáo 6 tháng")
    assert library.asked[-1][1] == "binh-my"
    assert text.endswith("🏢 Phường Bình Mỹ 2023")


@pytest.mark.parametrize("typed", ["pbm", "Bình Mỹ", "phuong binh my", "P. BÌNH MỸ"])
async def test_choose_by_typing_any_short_form(talk: Talk, library: FakeLibrary, typed: str) -> None:
    await talk.says("/donvi")
    (text,) = await talk.says(typed)
    assert text.startswith("Đã chọn Phường Bình Mỹ 2023")
    assert library.asked == []
    (text,) = await talk.says("/donvi an binh")
    assert text.startswith("Đã chọn Xã An Bình 2025")


async def test_ambiguous_and_unknown_names_offer_buttons(talk: Talk) -> None:
    (text,) = await talk.says("/donvi an binh hay binh my")
    assert "Bạn chọn đơn vị nào?" in text
    assert talk.labels()[:2] == ["Xã An Bình 2025", "Phường Bình Mỹ 2023"]
    assert "MTTQ Cẩm Lâm" not in talk.labels()
    (text,) = await talk.says("/donvi Mường Nhé")
    assert "Mường Nhé" in text
    (text,) = await talk.says("cam lam")
    assert text.startswith("Đã chọn MTTQ Cẩm Lâm")


async def test_a_typed_statement_chooses_as_the_button_does(talk: Talk, library: FakeLibrary) -> None:
    assert await talk.says("tôi ở bình mỹ") == await talk.says("/donvi bình mỹ")
    await talk.says("gửi báo cáo 6 tháng")
    assert library.asked == [("gửi báo cáo 6 tháng", "binh-my", ())]
    assert await talk.says("tất cả các đơn vị") == [talk_words.UNIT_CLEARED.replace("*", "")]
    assert talk.resources.unit(talk.person.chat["id"]) is None


async def test_every_unit_by_the_command(talk: Talk) -> None:
    await talk.says("/donvi pbm")
    assert await talk.says("/donvi tất cả các đơn vị") == [talk_words.UNIT_CLEARED.replace("*", "")]
    assert talk.resources.unit(talk.person.chat["id"]) is None


@pytest.mark.parametrize("typed", ["/donvi tất cả", "/donvi mọi đơn vị", "Toàn bộ"])
async def test_every_unit_by_what_people_call_it(talk: Talk, typed: str) -> None:
    await talk.says("/donvi pbm")
    await talk.says("/donvi")
    assert await talk.says(typed) == [talk_words.UNIT_CLEARED.replace("*", "")]
    assert talk.resources.unit(talk.person.chat["id"]) is None


async def test_a_statement_after_donvi_is_no_name(talk: Talk) -> None:
    await talk.says("/donvi Mường Nhé")
    (text,) = await talk.says("tôi ở an binh hay binh my")
    assert "khớp với “an binh hay binh my”" in text


async def test_an_ambiguous_or_unknown_statement_offers_buttons(talk: Talk, library: FakeLibrary) -> None:
    (text,) = await talk.says("tôi ở an binh hay binh my")
    assert "Bạn chọn đơn vị nào?" in text
    (text,) = await talk.presses("Phường Bình Mỹ")
    assert text.startswith("Đã chọn Phường Bình Mỹ 2023")
    (text,) = await talk.says("tôi ở Mường Nhé")
    assert text.startswith("Tôi chưa có kế hoạch nào của “Mường Nhé”")
    assert "Xã An Bình 2025" in talk.labels()
    assert library.asked == []


async def test_wanting_another_unit_offers_them(talk: Talk) -> None:
    assert await talk.says("đổi đơn vị") == await talk.says("/donvi")
    await talk.says("đổi đơn vị")
    (text,) = await talk.says("pbm")
    assert text.startswith("Đã chọn Phường Bình Mỹ 2023")


async def test_a_question_with_a_unit_in_it_chooses_nothing(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("tôi ở bình mỹ thì gửi báo cáo 6 tháng khi nào?")
    assert library.asked[-1][0].startswith("tôi ở bình mỹ")
    assert talk.resources.unit(talk.person.chat["id"]) is None


async def test_a_question_after_donvi_is_a_question(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("/donvi")
    await talk.says("An Bình gửi báo cáo 6 tháng khi nào?")
    assert library.asked[-1][0] == "An Bình gửi báo cáo 6 tháng khi nào?"
    assert talk.resources.unit(talk.person.chat["id"]) is None
    await talk.says("pbm")
    assert library.asked[-1][0] == "pbm"


async def test_one_tap_to_every_unit(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("/donvi pbm")
    await talk.says("gửi báo cáo 6 tháng")
    (text,) = await talk.presses(words.ALL_UNITS)
    assert library.asked[-1][1] is None
    assert text.endswith("🏢 Mọi đơn vị")
    await talk.says("gửi báo cáo 6 tháng nữa")
    assert library.asked[-1][1] == "binh-my"
    await talk.says("/donvi")
    assert await talk.presses(words.ALL_UNITS) == ["Từ giờ tôi tra cứu mọi đơn vị."]
    await talk.says("gửi báo cáo 6 tháng")
    assert library.asked[-1][1] is None


async def test_a_unit_named_in_the_question_wins(talk: Talk) -> None:
    await talk.says("/donvi pbm")
    (text,) = await talk.says("An Bình gửi báo cáo 6 tháng khi nào?")
    assert text.endswith("🏢 Xã An Bình 2025")
    assert words.ALL_UNITS not in talk.labels()


async def test_unit_and_buttons_outlive_a_restart(library: FakeLibrary, tmp_path: Path) -> None:
    async with talk_with(library, tmp_path) as talk:
        await talk.says("/donvi pbm")
        await talk.says("gửi báo cáo 6 tháng")
        telegram, buttons = talk.telegram, talk.buttons()
    async with talk_with(library, tmp_path, telegram) as talk:
        source = next(button for button in buttons if "Nguyên văn" in button.label)
        (text,) = await talk.presses_data(source.message_id, source.data)
        assert "Chi bộ gửi báo cáo 6 tháng" in text
        (text,) = await talk.presses("Đoạn trước")
        assert "Thực hiện phong trào" in text
        await talk.says("gửi báo cáo 6 tháng")
        assert library.asked[-1][1] == "binh-my"


async def test_a_unit_whose_plan_is_gone_counts_as_none(library: FakeLibrary, tmp_path: Path) -> None:
    async with talk_with(library, tmp_path) as talk:
        await talk.says("/donvi pbm")
        await talk.says("/donvi")
        telegram, buttons = talk.telegram, talk.buttons()
    fewer = FakeLibrary((AN_BINH,))
    async with talk_with(fewer, tmp_path, telegram) as talk:
        await talk.says("gửi báo cáo 6 tháng")
        assert fewer.asked[-1][1] is None
        gone = next(button for button in buttons if "Bình Mỹ" in button.label)
        await talk.presses_data(gone.message_id, gone.data)
        assert talk.notice() == words.UNIT_GONE


async def test_many_units_with_long_names_turn_in_pages(tmp_path: Path) -> None:
    """A plan's id is a file's stem: up to 255 bytes, far over the 64 of callback data."""
    sources = [
        Source(
            FakeUnit(f"kế-hoạch-{'rất-dài-' * 20}{i}", f"Đơn vị {i}", f"Đơn vị {i}", 2025),
            AN_BINH.header,
            BINH_MY.lines,
        )
        for i in range(30)
    ]
    library = FakeLibrary(sources)
    async with talk_with(library, tmp_path) as talk:
        await talk.says("/donvi")
        await talk.presses("Sau ▶")
        assert "Đơn vị 8" in talk.labels()
        await talk.presses("Đơn vị 9")
        assert talk.resources.unit_name(talk.person.chat["id"]) == "Đơn vị 9"
        await talk.says("/donvi")
        await talk.presses(words.ALL_UNITS)
        await talk.says("gửi báo cáo 6 tháng")
        assert "🏢 Đơn vị 5" in talk.labels()
        await talk.presses("Sau ▶")
        await talk.presses("🏢 Đơn vị 7")
        assert library.asked[-1][1] == sources[7].unit.plan_id
        assert not talk.refused()


async def test_start_and_a_chosen_unit_begin_a_new_talk(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("Khi nào nộp báo cáo của phường Hòa Bình?")
    await talk.says("còn báo cáo năm?")
    assert library.asked[-1][2], "a follow-up hears what was asked before"
    await talk.says("/start")
    await talk.says("Khi nào nộp báo cáo?")
    assert library.asked[-1][2] == ()
