"""Thumbs down with a reason, and the way of an open question to an administrator and back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.console.people import Person
from bot.curation import gold_kind
from bot.curation import screens as words
from bot.likeness import Group, OpenQuestion, group, key
from bot.memory.rows import Question
from bot.privacy import handlers as privacy
from bot.screen import words as screen_words
from bot.settings import BotSettings
from knowledge.evaluation.gold import load_gold
from knowledge.model import Language, Query, Status
from knowledge.understanding.slots import read
from tests.bot.fake_library import AN_BINH, FakeLibrary, with_lines
from tests.bot.talk import Talk, talk_with

ADMIN, OTHER_ADMIN = 42, 43
MENTION = "@so_tay_dan_van_bot"
UNKNOWN = "mẫu phiếu khảo sát ở đâu"
REPLY = "Phiếu khảo sát do **Văn phòng** phát <b>"


@pytest.fixture
async def talk(library: FakeLibrary, tmp_path: Path) -> AsyncIterator[Talk]:
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(ADMIN, OTHER_ADMIN), access="open")  # type: ignore[call-arg]
    async with talk_with(library, tmp_path, settings=settings) as talk:
        yield talk


@pytest.fixture
def admin(talk: Talk) -> Talk:
    return talk.as_(Person.private(talk.telegram, ADMIN, "Quản trị"))


def sent_to(talk: Talk, chat: int) -> list[str]:
    """Return what the last thing sent to a chat."""
    return [m["text"] for kind, m in talk.shown if kind == "sent" and m["chat"]["id"] == chat]


async def answer_first_group(admin: Talk, reply: str = REPLY) -> list[str]:
    """Open the first group, search a passage, write the reply, send it."""
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.says("báo cáo 6 tháng văn phòng")
    await admin.presses("II.1 · Xã An Bình")
    await admin.says(reply)
    return await admin.presses(words.OPEN_SEND)


# --------------------------------------------------------------------------------------------- thumbs down


async def test_a_thumb_down_asks_why_and_keeps_the_reason(talk: Talk, admin: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    before = talk.labels()
    await talk.presses("👎")
    assert talk.notice() == words.ASK_WHY
    assert talk.labels() == [*before, *words.REASON_LABELS]
    await talk.presses(words.REASON_LABELS[1])
    assert talk.notice() == words.THANKS_BAD
    assert talk.labels() == before
    (text,) = await admin.says("/chuatraloi")
    assert "“gửi báo cáo 6 tháng”" in text
    assert "1 lần, 1 người · 👎 sai đơn vị · mọi đơn vị" in text
    await talk.presses("👍")
    assert await admin.says("/chuatraloi") == [words.OPEN_NONE]


async def test_a_thumb_up_takes_the_reasons_away(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    before = talk.labels()
    await talk.presses("👎")
    await talk.presses("👍")
    assert talk.labels() == before
    assert not talk.refused()


async def test_a_stale_or_foreign_reason(talk: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.presses_data(1, "why:999:0")
    assert talk.notice() == screen_words.STALE_BUTTON
    other = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    await other.presses_data(1, "why:1:0")
    assert other.notice() == screen_words.FOREIGN_BUTTON
    await talk.presses_data(1, "why:1:7")
    assert talk.notice() == screen_words.STALE_BUTTON


async def test_a_question_that_only_got_a_near_passage_is_open_until_somebody_likes_it(
    talk: Talk, admin: Talk, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = library.ask
    monkeypatch.setattr(library, "ask", lambda *args, **named: replace(asked(*args, **named), status=Status.NEAREST))
    await talk.says("gửi báo cáo 6 tháng")
    (text,) = await admin.says("/chuatraloi")
    assert f"1 lần, 1 người · {words.OPEN_WHY['nearest']} · mọi đơn vị" in text
    await talk.presses("👍")
    assert await admin.says("/chuatraloi") == [words.OPEN_NONE]


# -------------------------------------------------------------------------------------------- who may do it


async def test_only_administrators_in_private_see_the_list(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    assert await talk.says("/chuatraloi") == [screen_words.ONLY_ADMIN]
    group = talk.as_(talk.person.in_group())
    assert await group.says("/chuatraloi") == [screen_words.ONLY_ADMIN]
    assert await admin.as_(admin.person.in_group()).says("/chuatraloi") == [screen_words.ONLY_PRIVATE]
    entities = [{"type": "bot_command", "offset": 0, "length": 11}]
    for sender in (group.person.chat, {"id": -1009, "type": "channel", "title": "Kênh"}):
        shown = await group.sends(text="/chuatraloi", entities=entities, sender_chat=sender)
        assert shown == [screen_words.ONLY_ADMIN]
    assert UNKNOWN in (await admin.says("/chuatraloi"))[0]
    assert "/chuatraloi" in (await admin.says("/trogiup"))[0]
    assert "/chuatraloi" not in (await talk.says("/trogiup"))[0]


@pytest.mark.parametrize("data", ["oq:p:0", "oq:g:1", "oq:c:1:1", "oq:x:1", "oq:s:1", "oq:z"])
async def test_buttons_work_for_administrators_in_private_alone(talk: Talk, admin: Talk, data: str) -> None:
    await talk.says(UNKNOWN)
    for other in (talk, admin.as_(admin.person.in_group())):
        await other.presses_data(1, data)
        assert other.notice() == screen_words.ONLY_ADMIN_BUTTON
        assert not any(kind == "sent" for kind, _ in other.shown)


async def test_who_is_no_administrator_any_more(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    settings = talk.application.bot_data.settings
    talk.application.bot_data.settings = settings.model_copy(update={"admin_ids": (OTHER_ADMIN,)})
    assert await admin.says("/chuatraloi") == [screen_words.ONLY_ADMIN]
    await admin.presses("1")
    assert admin.notice() == screen_words.ONLY_ADMIN_BUTTON
    assert (await admin.says("gửi báo cáo 6 tháng"))[0].count("05/6") >= 1


# ------------------------------------------------------------------------------------------------ the loop


async def test_an_answer_reaches_those_who_asked_and_is_kept(talk: Talk, admin: Talk, tmp_path: Path) -> None:
    await talk.says(UNKNOWN)
    minh = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    await minh.says("mau phieu khao sat o dau a?")
    here = minh.as_(minh.person.in_group())
    question = await here.says(f"{MENTION} {UNKNOWN}")
    assert question
    (text,) = await admin.says("/chuatraloi")
    assert "3 câu, 1 nhóm" in text
    assert "3 lần, 2 người · không tìm thấy" in text
    (text,) = await admin.presses("1")
    assert "“mau phieu khao sat o dau a?”" in text
    (text,) = await admin.says("báo cáo 6 tháng văn phòng")
    assert "gần với “báo cáo 6 tháng văn phòng”" in text
    (text,) = await admin.presses("II.1 · Xã An Bình")
    assert "Các ấp gửi báo cáo 6 tháng về Văn phòng" in text
    title, shown = await admin.says(REPLY)
    assert "2 người hỏi, 3 cuộc trò chuyện" in title
    assert "Phiếu khảo sát do Văn phòng phát <b>" in shown
    await admin.presses(words.OPEN_SEND)
    for chat in (1001, 2002, here.person.chat["id"]):
        (told,) = sent_to(admin, chat)
        assert "Bạn đã hỏi" in told
        assert "Phiếu khảo sát do Văn phòng phát <b>" in told
        assert "Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6." in told
        assert "Xã An Bình 2025, mục II.1" in told
    assert sent_to(admin, ADMIN) == [words.OPEN_SENT.format(reached=3, places=3)]
    assert "Văn phòng" in (await talk.presses("Nguyên văn"))[0]
    assert await admin.says("/chuatraloi") == [words.OPEN_NONE]
    (again,) = await talk.says("Mẫu phiếu khảo sát ở đâu?")
    assert "Quản trị viên trả lời" in again
    assert "Các ấp gửi báo cáo" in again
    (gold,) = load_gold(tmp_path / "gold-proposals.jsonl")
    assert gold.plans == ("an-binh",)
    assert gold.evidence[0].quote in AN_BINH.text
    assert (gold.note, gold.kind) == (REPLY, "definition")
    assert not talk.refused()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("khi nào nộp báo cáo năm", "deadline"),
        ("hạn nộp báo cáo khen thưởng là ngày nào, gửi cho ai", "deadline"),
        ("báo cáo gửi cho ai", "recipient"),
        ("thi trong bao lâu", "duration"),
        ("tỷ lệ hộ đăng ký là bao nhiêu phần trăm", "target"),
        ("tiêu chí công nhận mô hình", "criteria"),
        ("kế hoạch ban hành ngày nào", "header"),
        ("ai ký kế hoạch", "header"),
        ("so sánh 5 không các nơi", "comparison"),
        ("dân vận khéo nghĩa là sao", "definition"),
    ],
)
def test_a_proposed_line_is_of_the_kind_that_the_gold_counts_such_questions_under(question: str, kind: str) -> None:
    assert gold_kind(Query(question, question, Language.VI, slots=read(question, Language.VI))) == kind


def test_a_list_by_its_count_is_a_list() -> None:
    assert [gold_kind(Query("", "", Language.VI, count=count)) for count in (5, None)] == ["list", "definition"]


async def test_the_answer_is_for_the_same_question_about_the_same_plans_only(talk: Talk, admin: Talk) -> None:
    await talk.says("/donvi pbm")
    await talk.says(UNKNOWN)
    await answer_first_group(admin, "Hỏi Đảng ủy.")
    assert "Hỏi Đảng ủy." in (await talk.says(UNKNOWN))[0]
    for text in ("không mẫu phiếu khảo sát ở đâu", "mẫu phiếu khảo sát 2 ở đâu", f"{UNKNOWN} xã an binh"):
        assert "Hỏi Đảng ủy." not in (await talk.says(text))[0], text
    await talk.says("/donvi xab")
    assert "Hỏi Đảng ủy." not in (await talk.says(UNKNOWN))[0]


async def test_an_answer_ends_with_the_plan_that_proved_it(talk: Talk, admin: Talk, library: FakeLibrary) -> None:
    await talk.says(UNKNOWN)
    await answer_first_group(admin)
    assert "Quản trị viên" in (await talk.says(UNKNOWN))[0]
    library.sources = (with_lines(AN_BINH, "I.1 | Kế hoạch mới.", "II.1 | Nội dung mới về việc khác hẳn."),)
    assert "Quản trị viên" not in (await talk.says(UNKNOWN))[0]


async def test_a_disliked_answer_is_replaced_by_the_administrators(talk: Talk, admin: Talk) -> None:
    await talk.says("gửi báo cáo 6 tháng")
    await talk.presses("👎")
    await talk.presses(words.REASON_LABELS[0])
    await answer_first_group(admin, "Gửi trước 05/6, cả bản điện tử.")
    assert "cả bản điện tử" in (await talk.says("gui bao cao 6 thang"))[0]


async def test_a_chat_that_has_gone_does_not_stop_the_others(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    minh = talk.as_(talk.person.private(talk.telegram, 2002, "Minh"))
    await minh.says(UNKNOWN)
    talk.telegram.journal.blocked.add(2002)
    await answer_first_group(admin)
    assert len(sent_to(admin, 1001)) == 1
    assert sent_to(admin, ADMIN) == [words.OPEN_SENT.format(reached=2, places=2)]


async def test_a_person_with_two_like_questions_is_told_once(talk: Talk, admin: Talk) -> None:
    for _ in range(3):
        await talk.says(UNKNOWN)
    await answer_first_group(admin)
    assert len(sent_to(admin, 1001)) == 1


async def test_of_two_administrators_one_answers(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    second = talk.as_(Person.private(talk.telegram, OTHER_ADMIN, "Phó"))
    for one in (admin, second):
        await one.says("/chuatraloi")
        await one.presses("1")
        await one.says("báo cáo 6 tháng")
        await one.presses("Xã An Bình")
        await one.says(REPLY)
    await admin.presses(words.OPEN_SEND)
    await second.presses(words.OPEN_SEND)
    assert second.notice() == words.OPEN_GONE
    assert sent_to(second, 1001) == []
    await admin.presses(words.OPEN_SEND)
    assert admin.notice() == words.OPEN_NO_DRAFT


async def test_words_that_are_no_answer(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    assert words.OPEN_PICK_NONE in (await admin.says("zzz"))[0]
    await admin.says("báo cáo 6 tháng")
    await admin.presses("II.1 · Xã An Bình")
    assert await admin.says("…") == [words.OPEN_WRITE_EMPTY]
    (text,) = await admin.says("a" * 1600)
    assert text == words.OPEN_TOO_LONG.format(length=1600, limit=1500)
    await admin.says("Bản nháp.")
    await admin.says("Bản sửa.")
    await admin.presses(words.OPEN_SEND)
    assert "Bản sửa." in sent_to(admin, 1001)[0]


async def test_leaving_off_and_putting_aside(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.says("báo cáo 6 tháng")
    await admin.presses("II.1 · Xã An Bình")
    assert await admin.presses(words.OPEN_CANCEL) == [words.OPEN_CANCELLED]
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]
    await admin.says("/chuatraloi")
    await admin.presses("1")
    assert await admin.presses(words.OPEN_DROP) == [words.OPEN_NONE]
    assert sent_to(admin, 1001) == []
    await admin.presses_data(1, "oq:g:1")
    assert admin.notice() == words.OPEN_GONE


async def test_another_command_ends_the_search_for_a_passage(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.says("/kehoach")
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]


async def test_the_search_says_what_typed_words_are_and_is_left_by_a_button(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    opened = await admin.presses("1")
    assert words.OPEN_SEARCHES.replace("*", "") in opened[-1]
    assert words.OPEN_SEARCHES.replace("*", "") in (await admin.says("gửi báo cáo 6 tháng"))[-1]
    await admin.presses(words.OPEN_LEAVE)
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]
    assert UNKNOWN in (await admin.says("/chuatraloi"))[0], "the question still waits"


async def test_after_an_answer_was_sent_words_are_questions(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await answer_first_group(admin)
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]


async def test_going_back_to_the_list_ends_the_search(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.presses(words.OPEN_BACK)
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]


async def test_a_command_keeps_the_answer_that_was_begun(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await admin.says("báo cáo 6 tháng")
    await admin.presses("II.1 · Xã An Bình")
    await admin.says("/kehoach")
    assert "Bản nháp." in (await admin.says("Bản nháp."))[-1]


async def test_a_question_forgotten_meanwhile(talk: Talk, admin: Talk) -> None:
    await talk.says(UNKNOWN)
    await admin.says("/chuatraloi")
    await admin.presses("1")
    await talk.says("/dulieu")
    await talk.presses(privacy.DATA_DELETE)
    assert await admin.says("báo cáo") == [words.OPEN_GONE]
    assert "05/6" in (await admin.says("gửi báo cáo 6 tháng"))[0]


async def test_what_was_told_in_a_group_is_deleted_with_the_question(talk: Talk, admin: Talk) -> None:
    await talk.as_(talk.person.in_group()).says(f"{MENTION} {UNKNOWN}")
    await answer_first_group(admin)
    assert UNKNOWN not in (await admin.says("/thongke"))[0], "it was asked once"
    assert "2 câu hỏi" in (await talk.says("/dulieu"))[0]
    await talk.presses(privacy.DATA_DELETE)
    with talk.resources.state.database.session() as session:
        assert session.query(Question).filter(Question.text.contains("phiếu")).count() == 0


async def test_many_groups_have_pages(talk: Talk, admin: Talk) -> None:
    words = ["hoa hồng", "xe đạp", "máy bay", "con mèo", "cái bàn", "núi lửa", "bóng đá", "cá vàng"]
    for word in words:
        await talk.says(f"{word} nào đẹp nhất thế giới này vậy {word}")
    (text,) = await admin.says("/chuatraloi")
    assert "8 câu, 8 nhóm" in text
    assert admin.labels() == [*(f"Câu {number}" for number in range(1, 7)), screen_words.OLDER]
    await admin.presses(screen_words.OLDER)
    assert admin.labels() == ["Câu 7", "Câu 8", screen_words.NEWER]
    assert not admin.refused()


# ------------------------------------------------------------------------------------------------ likeness


def asked(number: int, text: str, **fields: Any) -> OpenQuestion:
    held = {"unit": None, "scope": (), "people": frozenset({number}), "why": (), "place": (1, None, None), **fields}
    return OpenQuestion(number, text, **held)


def texts(groups: list[Group]) -> list[tuple[str, ...]]:
    return [found.texts for found in groups]


def test_alike_questions_are_one_group() -> None:
    found = group([asked(3, "Mẫu báo cáo 6 tháng ở đâu?"), asked(2, "mau bao cao 6 thang o dau vay ban"),
                   asked(1, "báo cáo 6 tháng mẫu ở đâu")])  # fmt: skip
    assert len(found) == 1
    assert found[0].people == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mẫu báo cáo 6 tháng ở đâu", "mẫu báo cáo 9 tháng ở đâu"),
        ("có được nộp trễ báo cáo năm không", "có được nộp trễ báo cáo năm"),
        ("ai ký giấy khen", "mẫu báo cáo ở đâu"),
    ],
)
def test_numbers_and_negation_part_questions(one: str, other: str) -> None:
    assert texts(group([asked(2, one), asked(1, other)])) == [(one,), (other,)]


def test_questions_about_other_plans_are_apart() -> None:
    assert len(group([asked(2, "ai ký", scope=("a",)), asked(1, "ai ký", scope=("b",))])) == 2


def test_keys_leave_politeness_out_but_never_everything() -> None:
    assert key("Cho em hỏi: ai ký ạ?") == "ai ky"
    assert key("Xin chào bạn") == "chao"
    assert key("nhé") == "nhe"
