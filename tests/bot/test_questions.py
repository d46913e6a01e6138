"""Questions, follow-ups, edits, and what stands around an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.curation import screens as curation_words
from bot.memory import StateError
from bot.memory.rows import Question, Vote
from bot.memory.state import KEPT_PER_CHAT, Asked, State
from bot.settings import BotSettings
from bot.talk import words
from tests.bot.fake_library import AN_BINH, FakeLibrary, with_lines
from tests.bot.talk import Talk, talk_with

QUESTION = "Khi nào gửi báo cáo 6 tháng ở An Bình?"


async def test_a_question_is_answered_with_source_and_buttons(talk: Talk) -> None:
    (text,) = await talk.says(QUESTION)
    assert text.startswith("Xã An Bình 2025: Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.")
    assert "📎 Xã An Bình 2025, mục II.1: “Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.”" in text
    assert text.endswith("🏢 Xã An Bình 2025")
    assert talk.labels() == ["📖 Nguyên văn", "👍", "👎"]
    assert talk.last()["entities"][0] == {"type": "bold", "offset": 0, "length": len("Xã An Bình 2025")}
    assert talk.calls("sendChatAction") == []  # the answer is there at once
    assert not talk.refused()


async def test_several_units_answer_apart_and_are_offered(talk: Talk, library: FakeLibrary) -> None:
    (text,) = await talk.says("gửi báo cáo 6 tháng")
    assert "05/6" in text
    assert "20/5" in text
    assert text.endswith("🏢 Mọi đơn vị")
    assert "📖 Nguyên văn (2)" in talk.labels()
    (text,) = await talk.presses("🏢 Phường Bình Mỹ")
    assert "05/6" not in text
    assert text.endswith("🏢 Phường Bình Mỹ 2023")
    assert library.asked[-1] == ("gửi báo cáo 6 tháng", "binh-my", ())


async def test_follow_up_gets_earlier_turns_of_this_chat_only(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.says("thế còn An Bình?")
    assert library.asked[-1] == ("thế còn An Bình?", None, ("gửi báo cáo 6 tháng",))
    await talk.as_(talk.person.in_group()).says("/start@so_tay_dan_van_bot")
    other = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    await other.says("còn bao nhiêu ngày")
    assert not library.asked[-1][2]


async def test_asking_again_keeps_the_turns_before_the_question(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.says("thế báo cáo gửi ai, 6 tháng ấy")
    await talk.says("xin chào")
    await talk.presses("🏢 Xã An Bình")
    assert library.asked[-1] == ("thế báo cáo gửi ai, 6 tháng ấy", "an-binh", ("gửi báo cáo 6 tháng",))


async def test_history_is_bounded(library: FakeLibrary, tmp_path: Path) -> None:
    settings = BotSettings(_env_file=None, messages_per_second=0, history_turns=2)  # type: ignore[call-arg]
    async with talk_with(library, tmp_path, settings=settings) as talk:
        for number in range(4):
            await talk.says(f"câu hỏi {number}")
    assert library.asked[-1][2] == ("câu hỏi 1", "câu hỏi 2")


async def test_not_found_offers_what_may_be_related(talk: Talk) -> None:
    (text,) = await talk.says("học phí đại học bao nhiêu")
    assert text.startswith("Không tìm thấy")
    assert "🔎 I.1 · Xã An Bình 2025" in talk.labels()
    (text,) = await talk.presses("🔎")
    assert "Tuyên truyền phong trào đến từng hộ dân." in text


async def test_small_talk_has_no_buttons(talk: Talk) -> None:
    assert await talk.says("xin chào") == ["Chào bạn!"]
    assert talk.labels() == []


async def test_sample_question_from_start(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("/start")
    texts = await talk.presses(words.TRY)
    assert texts[0] == f"💬 {words.SAMPLE_QUESTION}"
    assert library.asked[-1][0] == words.SAMPLE_QUESTION


def votes(state: State) -> list[tuple[str, bool]]:
    with state.database.session() as session:
        return [(text, good) for text, good in session.execute(select(Question.text, Vote.good).join(Vote))]


async def test_votes_are_kept_once_a_person(talk: Talk) -> None:
    await talk.says(QUESTION)
    await talk.presses("👍")
    assert talk.notice() == curation_words.THANKS_GOOD
    await talk.presses("👎")
    assert talk.notice() == curation_words.ASK_WHY
    assert votes(talk.resources.state) == [(QUESTION, False)]


@pytest.mark.parametrize("text", ["2", "[2]", " 2. ", "-2"])
async def test_a_number_alone_is_no_question(talk: Talk, library: FakeLibrary, text: str) -> None:
    assert await talk.says(text) == [words.NUMBER_ALONE.format(number="2")]
    assert library.asked == []


@pytest.mark.parametrize("text", ["🙂🙂🙂", "?!", "\u200b\u200c\ufeff", "\x00\x00", "…", "👨‍👩‍👧‍👦"])
async def test_nothing_to_look_up(talk: Talk, library: FakeLibrary, text: str) -> None:
    assert await talk.says(text) == [words.EMPTY_QUESTION]
    assert library.asked == []


async def test_too_long(talk: Talk, library: FakeLibrary) -> None:
    (text,) = await talk.says("báo cáo " * 1250)
    assert "1000 ký tự" in text
    assert library.asked == []


async def test_invisible_characters_do_not_reach_the_library(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("ba\u0301o ca\u0301o\x00 6\u200b tháng ở An Bình")
    assert library.asked[-1][0] == "báo cáo 6 tháng ở An Bình"


@pytest.mark.parametrize(
    "text", ["<b>báo cáo</b> & 6 tháng", "</i>6 tháng báo cáo<a href='x'>", '"&lt;" 6 tháng báo cáo']
)
async def test_html_in_a_question_is_only_text(talk: Talk, text: str) -> None:
    assert await talk.says(text)
    await talk.says(f"/donvi {text}")
    await talk.says(f"không có gì {text} zzz")
    assert not talk.refused()


async def test_html_in_a_document_is_only_text(talk: Talk) -> None:
    (text,) = await talk.says("biểu dương điển hình mô hình khéo ở các ấp An Bình")
    assert "Biểu dương <b>điển hình</b> & mô hình “khéo” ở các ấp." in text
    (text,) = await talk.presses("Nguyên văn")
    assert "Biểu dương <b>điển hình</b> & mô hình “khéo” ở các ấp." in text


async def test_a_long_answer_is_split_below_the_limit(tmp_path: Path) -> None:
    sentence = "Báo cáo 6 tháng gửi về Văn phòng 🙂 và lưu tại ấp" + ", đúng hạn" * 20
    library = FakeLibrary((with_lines(AN_BINH, "II.1 | " + "; ".join([sentence] * 60) + "."),))
    async with talk_with(library, tmp_path) as talk:
        texts = await talk.says("báo cáo 6 tháng")
        assert len(texts) > 3
        assert not talk.refused()
        keyboards = [event.get("reply_markup") for _, event in talk.shown]
        assert keyboards[-1]
        assert not any(keyboards[:-1])


async def test_edited_question_is_answered_once_in_place(talk: Talk, library: FakeLibrary) -> None:
    number = talk.person.write("gửi báo cáo 6 tháng ở An Bình")
    await talk.waits()
    answer = talk.last()["message_id"]
    (text,) = await talk.edits(number, "gửi báo cáo 6 tháng ở Bình Mỹ")
    assert "20/5" in text
    assert talk.last()["message_id"] == answer
    assert await talk.edits(number, "gửi báo cáo 6 tháng ở Bình Mỹ") == []
    assert len(library.asked) == 2
    assert not library.asked[-1][2]


async def test_edit_falls_back_to_a_new_message(talk: Talk) -> None:
    number = talk.person.write("gửi báo cáo 6 tháng ở An Bình")
    await talk.waits()
    talk.telegram.refuse("editMessageText", 400, "Bad Request: message can't be edited")
    (text,) = await talk.edits(number, "gửi báo cáo 6 tháng ở Bình Mỹ")
    assert "20/5" in text


async def test_one_chat_is_answered_in_order(talk: Talk, library: FakeLibrary) -> None:
    for number in range(12):
        talk.person.write(f"câu hỏi thứ {number}")
    await talk.waits()
    assert [text for text, _, _ in library.asked] == [f"câu hỏi thứ {number}" for number in range(12)]


def test_the_memory_is_bounded(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.db")
    numbers = [state.add_question(Asked(1, f"câu {i}", None), i) for i in range(KEPT_PER_CHAT + 3)]
    assert [state.question(number) is None for number in numbers[:4]] == [True, True, True, False]
    assert state.question(numbers[-1]) is not None
    state.close()


def test_a_memory_that_cannot_be_opened_names_the_fix(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StateError, match="DATA_DIR"):
        State(tmp_path / "file" / "bot.db")
    (tmp_path / "bot.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StateError, match="đổi tên"):
        State(tmp_path / "bot.db")


def test_old_questions_are_forgotten_and_their_numbers_not_used_again(tmp_path: Path) -> None:
    state = State(tmp_path / "bot.db")
    number = state.add_question(Asked(1, "câu hỏi", None), 1)
    state.vote(number, 1, good=True)
    state.close()
    state = State(tmp_path / "bot.db", keep_days=-1)
    assert state.question(number) is None
    assert votes(state) == []
    assert state.add_question(Asked(1, "câu hỏi", None), 1) > number
    state.close()
