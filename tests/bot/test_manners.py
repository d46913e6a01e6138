"""Commands that don't exist, pictures, groups, stale and foreign buttons."""

from __future__ import annotations

from typing import Any

import pytest

from bot.console.people import Person
from bot.screen import words as screen_words
from bot.talk import words
from tests.bot.fake_library import FakeLibrary
from tests.bot.talk import Talk

NAME = "so_tay_dan_van_bot"


async def test_every_command_of_the_menu_is_answered(talk: Talk) -> None:
    menu = [command["command"] for command in talk.telegram.journal.commands]
    assert menu == [name for name, _ in words.COMMANDS]
    for command in menu:
        assert await talk.says(f"/{command}"), command


async def test_start_greets_by_name_and_escapes_it(talk: Talk) -> None:
    person = talk.person.private(talk.telegram, 7, "<b>**An**</b> & {x}")
    (text,) = await talk.as_(person).says("/start")
    assert text.startswith("Chào <b>**An**</b> & {x}!")
    assert "mọi đơn vị" in text
    await talk.as_(person).says("/donvi pbm")
    (text,) = await talk.as_(person).says("/start")
    assert "Phường Bình Mỹ 2023" in text


async def test_help_names_every_command(talk: Talk) -> None:
    (text,) = await talk.says("/trogiup")
    assert all(f"/{name}" in text for name, _ in words.COMMANDS if name != "start")
    assert f"@{NAME}" in text


async def test_buttons_of_start_lead_on(talk: Talk) -> None:
    await talk.says("/start")
    assert talk.labels() == [words.CHOOSE_UNIT, words.TRY, screen_words.DUTIES]
    await talk.says("/trogiup")
    assert (await talk.presses(words.PLANS))[0].startswith("Các kế hoạch đang có")
    await talk.says("/start")
    assert words.UNIT_ASK in (await talk.presses(words.CHOOSE_UNIT))[0]


async def test_unknown_command(talk: Talk) -> None:
    assert await talk.says("/xyz <b>") == [words.UNKNOWN_COMMAND.format(command="/xyz")]


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1, "is_animated": False,
                     "is_video": False, "type": "regular"}},
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}},
        {"location": {"latitude": 10.0, "longitude": 106.0}},
        {"document": {"file_id": "1", "file_unique_id": "1", "file_name": "kh.docx"}},
        {"contact": {"phone_number": "1", "first_name": "A"}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
)  # fmt: skip
async def test_what_is_not_text_is_declined(talk: Talk, content: dict[str, Any]) -> None:
    assert await talk.sends(**content) == [words.ONLY_TEXT]


async def test_a_caption_is_a_question_and_an_album_is_answered_once(talk: Talk, library: FakeLibrary) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    await talk.sends(photo=photo, caption="gửi báo cáo 6 tháng")
    assert library.asked[-1][0] == "gửi báo cáo 6 tháng"
    texts = [await talk.sends(photo=photo, media_group_id="7") for _ in range(3)]
    assert texts == [[words.ONLY_TEXT], [], []]


async def test_service_messages_are_not_answered(talk: Talk) -> None:
    assert await talk.sends(new_chat_title="Tổ mới") == []
    assert await talk.sends(new_chat_members=[talk.person.user]) == []


async def test_group_silence_unless_spoken_to(talk: Talk, library: FakeLibrary) -> None:
    group = talk.as_(talk.person.in_group())
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    assert await group.says("gửi báo cáo 6 tháng") == []
    assert await group.says("@somebody gửi báo cáo 6 tháng") == []
    assert await group.says(f"@{NAME}2 gửi báo cáo 6 tháng") == []
    assert await group.says("/xyz") == []
    assert await group.says("/start@another_bot") == []
    assert await group.sends(photo=photo) == []
    assert library.asked == []


async def test_group_answers_a_mention_a_reply_and_a_command(talk: Talk, library: FakeLibrary) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says(f"@{NAME.upper()} gửi báo cáo 6 tháng")
    assert library.asked[-1][0] == "gửi báo cáo 6 tháng"
    answer = group.last()
    assert answer["reply_to_message"]["text"].endswith("gửi báo cáo 6 tháng")
    await group.says("thế còn Bình Mỹ?", reply_to=answer["message_id"])
    assert library.asked[-1] == ("thế còn Bình Mỹ?", None, ("gửi báo cáo 6 tháng",))
    assert (await group.says("/kehoach"))[0].startswith("Các kế hoạch")
    assert (await group.says(f"/kehoach@{NAME}"))[0].startswith("Các kế hoạch")
    assert await group.says(f"/xyz@{NAME}") == [words.UNKNOWN_COMMAND.format(command=f"/xyz@{NAME}")]
    assert await group.says(f"@{NAME}") == [words.MENTION_ONLY.format(username=NAME)]


async def test_a_mention_alone_asks_what_it_replies_to(talk: Talk, library: FakeLibrary) -> None:
    group = talk.as_(talk.person.in_group())
    asked = group.person.write("gửi báo cáo 6 tháng")
    assert await group.waits() == []
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh").in_group())
    await minh.says(f"@{NAME}", reply_to=asked)
    assert library.asked[-1][0] == "gửi báo cáo 6 tháng"
    answer = minh.last()["message_id"]
    assert await minh.says(f"@{NAME}", reply_to=answer) == [words.MENTION_ONLY.format(username=NAME)]


async def test_a_group_has_its_own_unit_and_keeps_it_when_it_moves(talk: Talk, library: FakeLibrary) -> None:
    group = talk.as_(talk.person.in_group(-5))
    await group.says("/donvi pbm")
    await talk.says("gửi báo cáo 6 tháng")
    assert library.asked[-1][1] is None
    moved = talk.as_(talk.person.in_group(-100500))
    await group.sends(migrate_to_chat_id=-100500)
    await moved.says(f"@{NAME} gửi báo cáo 6 tháng")
    assert library.asked[-1][1] == "binh-my"


@pytest.mark.parametrize(
    "data", ["s:999:0", "u:999:0", "a:999", "+:999", "n:1:1:0", "d:999", "zzz", "s:1:99", "x" * 64, "1"]
)
async def test_stale_and_made_up_buttons(talk: Talk, data: str) -> None:
    await talk.presses_data(1, data)
    assert talk.notice() in (screen_words.STALE_BUTTON, screen_words.UNIT_GONE)


async def test_a_button_of_another_chat(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    other = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    for button in talk.buttons():
        await other.presses_data(button.message_id, button.data)
        assert other.notice() == screen_words.FOREIGN_BUTTON


async def test_a_press_too_old_to_be_acknowledged(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    talk.telegram.refuse("answerCallbackQuery", 400, "Bad Request: query is too old")
    assert len(await talk.presses("Nguyên văn")) == 1
