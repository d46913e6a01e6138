"""Inline mode: cited cards in any chat, nothing private in them, and no second answer where the bot is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.access import handlers as access_words
from bot.console import LocalTelegram
from bot.console.people import Person
from bot.curation.store import CurationStore
from bot.screen import words as screen_words
from bot.settings import load_settings
from bot.statistics import UsageStore
from bot.talk import words
from bot.talk.inline import CARDS, DESCRIPTION, TITLE, answer_card, is_question
from bot.telegram import Latest, Pace
from knowledge.model import Answer, AnswerPart, Language, Status
from tests.bot.fake_library import AN_BINH, FakeLibrary, with_lines
from tests.bot.invented_duties import OVER, SIX_MONTHS
from tests.bot.talk import Talk, talk_with

QUESTION = "gửi báo cáo 6 tháng"
ADMIN = 42


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.talk.inline.PAUSE", 0.01)


async def test_the_answer_first_then_each_unit(talk: Talk) -> None:
    whole, first, second = (await talk.types(QUESTION))[:3]
    assert whole["title"] == "🏢 Mọi đơn vị"
    assert "05/6" in whole["text"]
    assert "20/5" in whole["text"]
    assert first["title"] == "🏢 Xã An Bình 2025"
    assert first["description"] == "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6."
    assert "📎 Xã An Bình 2025, mục II.1: “Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6.”" in first["text"]
    assert "20/5" not in first["text"]
    assert "05/6" not in second["text"]
    assert talk.above() == ""
    assert not talk.refused()
    call = talk.calls("answerInlineQuery")[0]
    assert call["is_personal"] == "true"


async def test_the_unit_of_the_private_chat_counts(talk: Talk, library: FakeLibrary) -> None:
    await talk.says("/donvi binh my")
    first, *others = await talk.types(QUESTION)
    assert first["title"] == "🏢 Phường Bình Mỹ 2023"
    assert "20/5" in first["text"]
    assert not any("05/6" in other["text"] for other in others)
    assert library.asked[-1] == (QUESTION, "binh-my", ())
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh"))
    assert (await minh.types(QUESTION))[0]["title"] == "🏢 Mọi đơn vị"


async def test_near_passages_fill_up_without_repeating(talk: Talk) -> None:
    found = await talk.types("biểu dương mô hình, tuyên truyền phong trào An Bình")
    assert found[0]["title"] == "🏢 Xã An Bình 2025"
    near = [card for card in found[1:] if card["title"].startswith("🔎")]
    assert near
    assert near[0]["title"] == "🔎 Xã An Bình 2025, mục II.2"
    assert "“Biểu dương <b>điển hình</b> & mô hình “khéo” ở các ấp.”" in near[0]["text"]
    assert near[0]["text"].endswith("📎 Xã An Bình 2025, mục II.2")
    assert not any("mục I.1" in card["title"] for card in near), "the answer quotes it"
    assert len({card["text"] for card in found}) == len(found) <= CARDS


async def test_a_refusal_is_one_honest_card(talk: Talk) -> None:
    (card,) = await talk.types("học phí đại học bao nhiêu")
    assert card["title"] == screen_words.labels(Language.VI).refused
    assert card["text"].startswith("💬 học phí đại học bao nhiêu\n\nKhông tìm thấy")


@pytest.mark.parametrize("text", ["", "  ", "?!", "bc", "🙂🙂🙂", "\u200b"])
async def test_nothing_typed_yet_offers_the_next_duties_or_the_sample(
    talk: Talk, library: FakeLibrary, text: str
) -> None:
    assert "05/6" in (await talk.types(text))[0]["text"]
    assert library.asked == [(words.SAMPLE_QUESTION, None, ())]
    assert talk.above() == words.INLINE_TYPE
    library.duties = [OVER, SIX_MONTHS]
    (card,) = await talk.types(text)
    assert card["title"].startswith("📅 Trước 05/6/2025")
    assert "Xã An Bình 2025" in card["description"]
    assert not talk.refused()


async def test_what_was_said_in_private_stays_there(talk: Talk, library: FakeLibrary) -> None:
    await talk.says(QUESTION)
    await talk.types("còn bao nhiêu ngày nữa")
    assert library.asked[-1][2] == ()
    assert talk.resources.state.history(talk.person.chat["id"], None, 5) == (QUESTION,)


async def test_typing_leaves_nothing_behind_but_a_sent_card_does(talk: Talk, library: FakeLibrary) -> None:
    store = CurationStore(talk.resources.state.database)
    asked = "học phí đại học bao nhiêu"
    for end in range(4, len(asked) + 1):
        found = await talk.types(asked[:end])
    assert store.open_questions() == []
    assert talk.resources.store(UsageStore).usage(library.today()).questions == 0
    group = talk.as_(talk.person.in_group())
    assert await group.picks(asked, found[0]) == []
    (row,) = store.open_questions()
    person = talk.person.user["id"]
    assert (row.text, row.people, row.place) == (asked, frozenset({person}), (person, None, None))
    assert talk.resources.store(UsageStore).usage(library.today()).questions == 1
    # It was not asked in the private chat, so nothing there follows from it.
    await talk.says("còn bao nhiêu ngày nữa")
    assert library.asked[-1][2] == ()


async def test_a_card_sent_where_the_bot_is_gets_no_answer(talk: Talk, library: FakeLibrary) -> None:
    (card, *_) = await talk.types(QUESTION)
    asked = len(library.asked)
    group = talk.as_(talk.person.in_group())
    assert await group.says(f"@so_tay_dan_van_bot {QUESTION}")
    answer = group.last()["message_id"]
    via = {"text": card["text"], "via_bot": talk.telegram.me}
    mention = {"text": f"@so_tay_dan_van_bot {QUESTION}", "entities": [{"type": "mention", "offset": 0, "length": 19}]}
    for chat in (talk, group):
        assert await chat.sends(**via) == []
        assert await chat.sends(**(via | mention)) == []
        number = chat.person.send(via)
        chat.telegram.deliver("edited_message", chat.telegram.journal.messages[chat.person.chat["id"], number])
        assert await chat.waits() == []
    group.person.send(via, reply_to=answer)
    assert await group.waits() == []
    assert len(library.asked) == asked + 1
    other = {"id": 777, "is_bot": True, "first_name": "Bot khác", "username": "khac_bot"}
    assert await talk.sends(text=QUESTION, via_bot=other), "words that another bot lent are a question"


async def test_only_the_last_of_fast_letters_is_answered(
    talk: Talk, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.talk.inline.PAUSE", 0.2)
    minh = Person.private(talk.telegram, 2002, "Minh")
    for end in range(5, len(QUESTION) + 1):
        talk.person.inquire(QUESTION[:end])
    minh.inquire(QUESTION)
    await talk.waits()
    assert [text for text, _, _ in library.asked] == [QUESTION, QUESTION]
    assert len(talk.calls("answerInlineQuery")) == 2
    assert talk.application.bot_data.typed._newest == {}


async def test_inline_has_an_allowance_of_its_own(library: FakeLibrary, tmp_path: Path) -> None:
    settings = load_settings(_env_file=None, messages_per_minute=2)
    async with talk_with(library, tmp_path, settings=settings) as talk:
        talk.application.bot_data.inline_pace = Pace(8, lambda: 0.0)
        for _ in range(8):
            assert await talk.types(QUESTION)
        assert await talk.types(QUESTION) == []
        assert talk.above() == words.INLINE_WAIT.format(seconds=60)
        assert await talk.types(QUESTION) == []
        assert not talk.above(), "said once"
        assert "05/6" in (await talk.says(QUESTION))[0]
        assert "05/6" in (await talk.says(QUESTION))[0]


@pytest.fixture
async def closed(library: FakeLibrary, tmp_path: Path) -> AsyncIterator[Talk]:
    settings = load_settings(_env_file=None, admin_ids=(ADMIN,))
    async with talk_with(library, tmp_path, settings=settings) as talk:
        yield talk


async def test_a_closed_bot_shows_strangers_only_the_door(closed: Talk, library: FakeLibrary) -> None:
    for text in (QUESTION, ""):
        assert await closed.types(text) == []
        assert closed.above() == words.INLINE_CLOSED
    assert library.asked == []
    assert closed.calls("answerInlineQuery")[0]["cache_time"] == "0"
    admin = closed.as_(Person.private(closed.telegram, ADMIN, "Quản trị"))
    assert await admin.types(QUESTION)
    text, _request = await closed.says(f"/start {words.INLINE_START}")
    assert "Mã của bạn" in text
    await admin.presses(access_words.PAIR_YES)
    assert await closed.types(QUESTION)
    assert words.PURPOSE.partition("{name}")[0] in (await closed.says(f"/start {words.INLINE_START}"))[0]


async def test_a_card_chosen_by_somebody_put_out_is_not_kept(closed: Talk) -> None:
    card = {"id": "1", "text": "x", "entities": []}
    await closed.as_(closed.person.in_group()).picks(QUESTION, card)
    assert closed.resources.state.question(1) is None
    assert closed.resources.store(UsageStore).usage(date(2025, 6, 1)).questions == 0


async def test_a_failure_is_said_and_an_old_query_let_go(talk: Talk, library: FakeLibrary) -> None:
    library.failure = RuntimeError("hỏng")
    assert await talk.types(QUESTION) == []
    assert talk.above() == words.INLINE_TROUBLE
    library.failure = None
    talk.telegram.refuse("answerInlineQuery", 400, "Bad Request: query is too old and response timeout expired")
    assert await talk.types(QUESTION) == []
    assert await talk.types(QUESTION)


async def test_long_words_stay_within_the_limits(tmp_path: Path) -> None:
    sentence = "Báo cáo 6 tháng gửi về Văn phòng 🙂 và lưu tại ấp" + ", đúng <hạn> & đủ" * 20
    library = FakeLibrary((with_lines(AN_BINH, "II.1 | " + "; ".join([sentence] * 60) + "."),))
    async with talk_with(library, tmp_path) as talk:
        found = await talk.types("báo cáo 6 tháng")
        assert found
        assert not talk.refused()
        for card in found:
            assert len(card["title"]) <= TITLE
            assert len(card["description"]) <= DESCRIPTION
            assert "📎 Xã An Bình 2025, mục II.1" in card["text"]
            assert card["text"].endswith((screen_words.labels(Language.VI).cut, "Xã An Bình 2025"))


async def test_a_list_is_seen_while_typing() -> None:
    items = ("1. Không gây phiền hà", "2. Không nhũng nhiễu")
    parts = (AnswerPart("an-binh", "**Xã An Bình 2025**: **“2 không”** gồm:", items),)
    card = answer_card(Answer(Status.ANSWERED, "", parts, Language.VI), "Xã An Bình 2025", "2 không là gì <b>")
    assert card.description == "“2 không” gồm: 1. Không gây phiền hà; 2. Không nhũng nhiễu"
    assert card.html.startswith("<b>💬 2 không là gì &lt;b&gt;</b>\n\n<b>Xã An Bình 2025</b>")


async def test_units_that_say_the_same_share_one_card(tmp_path: Path) -> None:
    same = "Văn bản không nêu hình thức xử lý."

    class Agreeing(FakeLibrary):
        def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
            answer = super().ask(text, unit=unit)
            return replace(answer, parts=tuple(replace(part, lead=same) for part in answer.parts))

    async with talk_with(Agreeing(), tmp_path) as talk:
        card, *others = await talk.types(QUESTION)
        assert card["description"] == same
        assert not any(other["title"].startswith("🏢") for other in others)


async def test_units_to_choose_from_are_cards(tmp_path: Path) -> None:
    class Asking(FakeLibrary):
        def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
            answer = super().ask(text, unit=unit)
            if unit:
                return answer
            return replace(answer, status=Status.NEEDS_UNIT, choices=("an-binh", "binh-my", "cam-lam"))

    async with talk_with(Asking(), tmp_path) as talk:
        titles = [card["title"] for card in await talk.types(QUESTION)]
        assert titles[:2] == ["🏢 Xã An Bình 2025", "🏢 Phường Bình Mỹ 2023"]


@pytest.mark.parametrize("on", [True, False])
async def test_help_tells_how_inline_is_switched_on(library: FakeLibrary, tmp_path: Path, on: bool) -> None:
    async with talk_with(library, tmp_path, LocalTelegram(inline=on)) as talk:
        (text,) = await talk.says("/trogiup")
    assert "“@so_tay_dan_van_bot câu hỏi”" in text
    assert ("/setinline" in text) == (not on)


def test_what_is_long_enough() -> None:
    assert [is_question(text) for text in ("", "5k", "5 k", "5 không", "hạn", "…?!…")] == [
        False, False, False, True, True, False,
    ]  # fmt: skip


def test_the_newest_is_known_in_any_order() -> None:
    turns = Latest()
    turns.begin(1, 7)
    turns.begin(1, 5)
    assert not turns.is_newest(1, 5)
    turns.end(1, 5)
    assert turns.is_newest(1, 7)
    turns.end(1, 7)
    assert turns._newest == {}
