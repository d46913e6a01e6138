"""/tracnghiem: polls from facts with exactly one right choice, alone and in a group, to the score."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bot.access import Access
from bot.console.limits import ApiError, poll_of
from bot.console.people import Person
from bot.privacy import handlers as privacy
from bot.quiz import Answers
from bot.quiz import handlers as quiz_words
from bot.quiz.handlers import table
from bot.screen import words as screen_words
from bot.settings import BotSettings
from knowledge.library import Library
from knowledge.model import Citation, Deadline, Facts, NoList, NoListItem, StoredPlan, Target
from knowledge.quiz import wording as quiz_wording
from knowledge.quiz.items import Kind, items, same
from knowledge.quiz.questions import EXPLANATION_CHARS, QuizQuestion, explain, make_quiz
from tests.bot.fake_library import AN_BINH, BINH_MY, CAM_LAM, FakeLibrary, with_lines
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for

RULES = ("Không uống rượu khi làm việc", "Không nhận quà của dân", "Không trễ hẹn với dân", "Không nói trống không")
SOURCES = (
    with_lines(
        AN_BINH,
        "II.1 | Các ấp gửi báo cáo 6 tháng về Văn phòng trước ngày 05/6 và báo cáo năm trước ngày 05/11.",
        "II.2 | Phấn đấu 100% hộ dân ký cam kết; trên 70% ấp có mô hình.",
        *(f"III.{number} | {rule}" for number, rule in enumerate(RULES, 1)),
    ),
    with_lines(
        BINH_MY,
        "IV.3 | Chi bộ gửi báo cáo 6 tháng trước ngày 20/5 cho Đảng ủy phường; 90% chi bộ đạt yêu cầu.",
        "V | Không vứt rác ra kênh. Không lấn chiếm vỉa hè. Không gây ồn ban đêm.",
    ),
    with_lines(CAM_LAM, "1 | Tổ tự quản gửi kết quả về Ban Thường trực chậm nhất ngày 15/8, 60% tổ có nhà văn hóa."),
)


@dataclass
class Invented(FakeLibrary):
    """The invented plans with facts that stand in them."""

    def plans(self) -> list[StoredPlan]:
        return [replace(stored, facts=self.facts(stored)) for stored in super().plans()]

    def facts(self, stored: StoredPlan) -> Facts:
        def cite(words: str) -> tuple[Citation, ...]:
            start = stored.plan.source_text.index(words)
            return (Citation(stored.plan_id, None, "1", words, start, start + len(words)),)

        def duty(what: str, to: str, stated: str, day: int, month: int, every: str | None) -> Deadline:
            line = next(line for line in stored.plan.source_text.splitlines() if stated in line)
            dated = Deadline(stored.plan_id, "1", None, what, to, day=day, month=month, citations=cite(line))
            return replace(dated, recurrence=every, comparator=stated.split(" ngày")[0], stated=stated)

        def target(value: str, amount: float, counts: str) -> Target:
            return Target(stored.plan_id, "1", value, None, amount, "%", counts, cite(f"{value} {counts}"))

        if stored.plan_id == "an-binh":
            rules = tuple(NoListItem(n, rule, f"III.{n}", cite(rule)) for n, rule in enumerate(RULES, 1))
            return Facts(
                deadlines=(duty("gửi báo cáo kết quả", "Văn phòng", "trước ngày 05/6", 5, 6, "6 tháng"),
                           duty("gửi báo cáo kết quả", "Văn phòng", "trước ngày 05/11", 5, 11, "năm")),
                targets=(target("100%", 100, "hộ dân ký cam kết"), target("trên 70%", 70, "ấp có mô hình")),
                no_lists=(NoList(stored.plan_id, 4, None, "“4 không”", "III", rules),),
            )  # fmt: skip
        if stored.plan_id == "binh-my":
            own = ("Không vứt rác ra kênh", "Không lấn chiếm vỉa hè", "Không gây ồn ban đêm")
            rules = tuple(NoListItem(n, rule, "V", cite(rule)) for n, rule in enumerate(own, 1))
            return Facts(
                deadlines=(duty("gửi báo cáo kết quả", "Đảng ủy phường", "trước ngày 20/5", 20, 5, "6 tháng"),),
                targets=(target("90%", 90, "chi bộ đạt yêu cầu"),),
                no_lists=(NoList(stored.plan_id, 3, None, "“3 không”", "V", rules),),
            )
        return Facts(
            deadlines=(duty("gửi kết quả thực hiện", "Ban Thường trực", "chậm nhất ngày 15/8", 15, 8, None),),
            targets=(target("60%", 60, "tổ có nhà văn hóa"),),
        )


@pytest.fixture
def library() -> Invented:
    return Invented(SOURCES)


@pytest.fixture
async def talk(library: Invented, tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_with(library, tmp_path) as talk:
        yield talk


def poll_in(talk: Talk) -> dict[str, Any]:
    """Return the newest message with a poll in the chat."""
    chat = talk.person.chat["id"]
    return [m for (where, _), m in talk.telegram.journal.messages.items() if where == chat and "poll" in m][-1]


async def vote(talk: Talk, *, right: bool = True, message: dict[str, Any] | None = None) -> list[str]:
    shown = message or poll_in(talk)
    correct = shown["poll"]["correct_option_ids"][0]
    talk.person.vote(shown["message_id"], correct if right else 1 - min(correct, 1))
    return await talk.waits()


# --------------------------------------------------------------------------------------------------- alone


async def test_a_quiz_alone_to_its_score(talk: Talk) -> None:
    (title,) = await talk.says("/tracnghiem 3")
    assert "3 câu về mọi đơn vị" in title
    assert talk.labels()[-1] == quiz_words.QUIZ_STOP
    assert await vote(talk) == []
    assert talk.notice().startswith("✅ Đúng. “")
    await vote(talk, right=False)
    assert talk.notice().startswith("❌ Chưa đúng. Đáp án: ")
    (score,) = await vote(talk)
    assert "Bạn đúng 2/3 câu" in score
    assert await talk.presses(quiz_words.QUIZ_STOP) == []
    assert talk.notice() == quiz_words.QUIZ_OVER
    calls = talk.calls("sendPoll")
    assert len(calls) == 3
    assert all(call["type"] == "quiz" and call["is_anonymous"] == "false" for call in calls)
    assert not talk.refused()


async def test_the_chats_unit_comes_first(talk: Talk) -> None:
    await talk.says("/donvi pbm")
    (title,) = await talk.says("/tracnghiem 2")
    assert "Phường Bình Mỹ 2023" in title
    for _ in range(2):
        assert poll_in(talk)["poll"]["question"].startswith("Theo Phường Bình Mỹ 2023, ")
        await vote(talk)


async def test_a_quiz_of_every_unit_whatever_the_chats_is(talk: Talk) -> None:
    await talk.says("/donvi pbm")
    (title,) = await talk.says("/tracnghiem 2 câu về tất cả")
    assert quiz_words.QUIZ_ALL in title


@pytest.mark.parametrize("text", ["0", "21", "-1", "٣", "9" * 50, "0 câu"])
async def test_how_many_questions(talk: Talk, text: str) -> None:
    assert await talk.says(f"/tracnghiem {text}") == [quiz_words.QUIZ_COUNT.format(most=20)]


@pytest.mark.parametrize("text", ["pbm", "2 pbm", "2 câu về pbm", "pbm 2 câu", "Phường Bình Mỹ"])
async def test_a_quiz_about_the_unit_that_is_named_alone(talk: Talk, text: str) -> None:
    await talk.says("/donvi xab")
    (title,) = await talk.says(f"/tracnghiem {text}")
    assert "câu về Phường Bình Mỹ 2023" in title
    if "2" in text:
        assert "2 câu" in title
    asked = {call["question"] for call in talk.calls("sendPoll")}
    for _ in range(5):
        await vote(talk)
    asked |= {call["question"] for call in talk.calls("sendPoll")}
    assert not any("Xã An Bình" in question for question in asked)


async def test_a_unit_that_is_not_known_is_asked_for_by_an_example(talk: Talk) -> None:
    (told,) = await talk.says("/tracnghiem 5 xã Nơi Nào")
    assert "“xã Nơi Nào”" in told
    assert "/tracnghiem 5 " in told
    assert talk.calls("sendPoll") == []


async def test_plans_without_facts(tmp_path: Path) -> None:
    async with talk_with(FakeLibrary(), tmp_path) as talk:
        assert await talk.says("/tracnghiem") == [quiz_words.QUIZ_NONE]


async def test_stopping_shows_the_score_so_far(talk: Talk) -> None:
    await talk.says("/tracnghiem 5")
    await vote(talk)
    assert "Bạn đúng 1/2 câu" in (await talk.presses(quiz_words.QUIZ_STOP))[0]
    assert await vote(talk) == []


async def test_who_stops_before_the_first_answer_is_not_spoken_of_as_nobody(talk: Talk) -> None:
    await talk.says("/tracnghiem 3")
    assert await talk.presses(quiz_words.QUIZ_STOP) == [quiz_words.QUIZ_NOTHING]


async def test_a_new_quiz_ends_the_one_before(talk: Talk) -> None:
    await talk.says("/tracnghiem 2")
    first = poll_in(talk)
    await talk.says("/tracnghiem 2")
    assert await vote(talk, message=first) == []
    await vote(talk)
    assert "1/2" in (await vote(talk, right=False))[0]


@pytest.mark.parametrize("said", ["{}", "{}.", "đáp án {}", "câu {}", "dap an {}", "em chọn {} ạ", "1{}", "({})",
    "dạ {} ạ", "theo em là {}", "chắc là {}", "{} đi", "{} nhé em", "đáp án đúng là {}", "thưa cô {}", "option {}",
    "dạ, theo em thì {} thôi ạ", "cô ơi, em chốt {} luôn"])  # fmt: skip
@pytest.mark.parametrize("lower", [False, True])
async def test_a_letter_that_is_typed_answers_the_open_question(
    talk: Talk, library: Invented, said: str, lower: bool
) -> None:
    await talk.says("/tracnghiem 2")
    poll = poll_in(talk)["poll"]
    letter = quiz_wording.LETTERS[poll["correct_option_ids"][0]]
    asked = list(library.asked)
    (told, *_) = await talk.says(said.format(letter.lower() if lower else letter))
    assert told.startswith("✅ Đúng. “")
    assert poll_in(talk)["poll"]["id"] != poll["id"], "the next question is asked"
    assert library.asked == asked, "the library was asked nothing"
    wrong = quiz_wording.LETTERS[1 - min(poll_in(talk)["poll"]["correct_option_ids"][0], 1)]
    told, score = await talk.says(wrong)
    assert told.startswith("❌ Chưa đúng. Đáp án: ")
    assert "Bạn đúng 1/2 câu" in score


async def test_a_letter_that_the_question_does_not_have(talk: Talk) -> None:
    await talk.says("/tracnghiem 2")
    poll = poll_in(talk)["poll"]
    letters = quiz_wording.LETTERS[: len(poll["options"])]
    assert await talk.says("đáp án K") == [quiz_words.QUIZ_NO_CHOICE.format(letters=", ".join(letters))]
    assert poll_in(talk)["poll"]["id"] == poll["id"]


@pytest.mark.parametrize(
    "said", ["à", "ạ", "a b", "7b", "đáp án a là gì", "báo cáo a", "k", "dạ k ạ", "c ơi", "b là gì", "em bé"]
)
async def test_other_words_are_a_question_while_a_quiz_runs(talk: Talk, said: str) -> None:
    await talk.says("/tracnghiem 2")
    poll = poll_in(talk)["poll"]
    told = await talk.says(said)
    assert poll_in(talk)["poll"]["id"] == poll["id"]
    assert not any("chỉ có các đáp án" in each for each in told)


async def test_a_message_that_is_edited_into_a_letter(talk: Talk) -> None:
    """It is the first answer of who has given none; of who has, it may be the one to the question before."""
    await talk.says("/tracnghiem 3")
    letter = quiz_wording.LETTERS[poll_in(talk)["poll"]["correct_option_ids"][0]]
    number = talk.person.write("chào cả nhà")
    await talk.waits()
    (told, *_) = await talk.edits(number, letter)
    assert told.startswith("✅ Đúng. “")
    assert await talk.edits(number, "A") == [quiz_words.QUIZ_EDITED], "of the next question none has counted"
    (told, *_) = await talk.says("A")
    assert told.startswith(("✅", "❌"))


async def test_an_edited_answer_in_a_group_does_not_count_again(talk: Talk) -> None:
    lan = talk.as_(talk.person.in_group())
    await lan.says("/tracnghiem 2")
    number = lan.person.write("A", poll_in(lan)["message_id"])
    await lan.waits()
    assert await lan.edits(number, "@so_tay_dan_van_bot B") == [quiz_words.QUIZ_FIRST_COUNTS]


async def test_a_letter_without_a_quiz_is_no_answer(talk: Talk) -> None:
    await talk.says("/tracnghiem 1")
    await vote(talk)
    told = await talk.says("A")
    assert not any("Đáp án" in each or "Đúng" in each for each in told)


async def test_a_letter_in_a_group_is_kept_without_telling_the_others(talk: Talk) -> None:
    lan = talk.as_(talk.person.in_group())
    await lan.says("/tracnghiem 2")
    shown = poll_in(lan)
    right = shown["poll"]["correct_option_ids"][0]
    letter = quiz_wording.LETTERS[right]
    assert await lan.says(letter, shown["message_id"]) == [quiz_words.QUIZ_COUNTED.format(name="Lan", letter=letter)]
    assert await lan.says("A", shown["message_id"]) == [quiz_words.QUIZ_FIRST_COUNTS]
    assert len(lan.calls("sendPoll")) == 1, "who leads goes on"
    assert "1. Lan: 1/1" in (await lan.presses(quiz_words.QUIZ_STOP))[0]


# ------------------------------------------------------------------------------------------------- a group


async def test_a_group_goes_on_by_a_button_and_sees_everybodys_score(talk: Talk) -> None:
    lan = talk.as_(talk.person.in_group())
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh <b>").in_group())
    (title,) = await lan.says("/tracnghiem 2")
    assert "Câu tiếp" in title
    first = poll_in(lan)
    assert await vote(lan) == []
    assert await vote(minh, right=False) == []
    assert await vote(minh) == [], "only the first answer counts"
    assert len(lan.calls("sendPoll")) == 1
    await minh.presses(quiz_words.QUIZ_NEXT)
    assert minh.notice() == quiz_words.QUIZ_LED
    await lan.presses(quiz_words.QUIZ_NEXT)
    await lan.presses_data(first["message_id"], "quiz:n:1:0")
    assert lan.notice() == quiz_words.QUIZ_PASSED
    await vote(lan)
    await vote(minh)
    (score,) = await lan.presses(quiz_words.QUIZ_STOP)
    assert score.splitlines() == ["🏁 Kết quả (2 câu)", "1. Lan: 2/2", "2. Minh <b>: 1/2"]
    assert not lan.refused()


async def test_a_group_where_nobody_answers(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says("/tracnghiem 1")
    assert group.labels()[-1:] == [quiz_words.QUIZ_STOP]
    assert await group.presses(quiz_words.QUIZ_STOP) == [quiz_words.QUIZ_NOBODY]


async def test_a_poll_that_was_passed_on_scores_nobody_else(talk: Talk) -> None:
    await talk.says("/tracnghiem 2")
    poll = poll_in(talk)["poll"]
    stranger = {"id": 4004, "is_bot": False, "first_name": "Người lạ"}
    answer = {"poll_id": poll["id"], "user": stranger, "option_ids": [0], "option_persistent_ids": ["0"]}
    talk.telegram.deliver("poll_answer", answer)
    assert await talk.waits() == []
    assert poll_in(talk)["poll"]["id"] == poll["id"], "the quiz has not moved"


async def test_a_quiz_of_another_chat(talk: Talk) -> None:
    await talk.as_(talk.person.in_group()).says("/tracnghiem 2")
    for data in ("quiz:n:1:0", "quiz:x:1"):
        await talk.presses_data(1, data)
        assert talk.notice() == screen_words.FOREIGN_BUTTON
    await talk.presses_data(1, "quiz:x:99")
    assert talk.notice() == quiz_words.QUIZ_OVER


async def test_who_answers_as_a_channel_has_a_name(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says("/tracnghiem 1")
    poll = poll_in(group)["poll"]
    channel = {"id": -1009, "type": "channel", "title": "Kênh\n2. Lan: 0/1\u202e"}
    answer = {"poll_id": poll["id"], "voter_chat": channel, "option_ids": [poll["correct_option_ids"][0]],
              "option_persistent_ids": ["0"]}  # fmt: skip
    talk.telegram.deliver("poll_answer", answer)
    talk.telegram.deliver("poll_answer", {**answer, "poll_id": "unknown"})
    talk.telegram.deliver("poll_answer", {**answer, "option_ids": []})
    await group.waits()
    assert "1. Kênh 2. Lan: 0/1: 1/1" in (await group.presses(quiz_words.QUIZ_STOP))[0]


async def test_a_quiz_moves_with_its_group(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group(-5))
    await group.says("/tracnghiem 2")
    moved = talk.as_(talk.person.in_group(-100500))
    await group.sends(migrate_to_chat_id=-100500)
    await moved.presses_data(1, "quiz:n:1:0")
    assert poll_in(moved)


async def test_a_quiz_outlives_a_restart(library: Invented, tmp_path: Path) -> None:
    async with talk_with(library, tmp_path) as talk:
        await talk.says("/tracnghiem 2")
        telegram = talk.telegram
        await vote(talk)
    async with talk_with(library, tmp_path, telegram) as talk:
        assert "1/2" in (await vote(talk, right=False))[0]


# --------------------------------------------------------------------------------------------- the questions


def quiz(library: Invented, seed: int = 1) -> list[QuizQuestion]:
    return make_quiz(library.plans(), {"an-binh": "An Bình", "binh-my": "Bình Mỹ"}, 100, random.Random(seed))


def about(questions: list[QuizQuestion], words: str) -> QuizQuestion:
    return next(question for question in questions if words in question.question)


@pytest.mark.parametrize("seed", range(20))
def test_every_question_fits_a_poll_and_names_its_plan(library: Invented, seed: int) -> None:
    questions = quiz(library, seed)
    assert len({question.question for question in questions}) == len(questions) > 5
    for found in questions:
        given = {"question": found.question, "options": list(found.options), "type": "quiz",
                 "correct_option_ids": [found.correct], "explanation": found.explanation}  # fmt: skip
        assert poll_of(given, "1")
        assert found.question.startswith(("Theo An Bình, ", "Theo Bình Mỹ, ", "Theo cam-lam, "))


def test_the_other_round_of_a_duty_is_a_wrong_choice_and_the_question_names_the_round(library: Invented) -> None:
    every = [question for seed in range(20) for question in quiz(library, seed)]
    found = about(every, "An Bình, việc sau có hạn khi nào: gửi báo cáo kết quả (kỳ 6 tháng)")
    assert found.options[found.correct] == "Trước 05/06"
    assert "Trước 05/11" in found.options
    assert "trước ngày 05/6" in found.explanation


def test_no_choice_is_right_besides_the_right_one(library: Invented) -> None:
    for seed in range(20):
        for found in quiz(library, seed):
            if "điều nào thuộc “4 không”" in found.question:
                assert set(found.options) & set(RULES) == {found.options[found.correct]}
            if "đến đâu" in found.question:
                wrong = set(found.options) - {found.options[found.correct]}
                assert not any(choice.casefold() in found.explanation.casefold() for choice in wrong)


@pytest.mark.parametrize(
    ("kind", "one", "other", "equal"),
    [
        (Kind.DATE, "Trước 10/05", "Chậm nhất 09/05", True),
        (Kind.DATE, "Trước 01/06", "Chậm nhất 31/05", True),
        (Kind.DATE, "Trước 10/05", "Trước 10/11", False),
        (Kind.SHARE, "Trên 90%", "90%", True),
        (Kind.SHARE, "Trên 90%", "95%", False),
        (Kind.NUMBER, "Ít nhất 01", "Ít nhất 1", True),
        (Kind.RECIPIENT, "UBND thị xã", "Ủy ban nhân dân thị xã", True),
        (Kind.RECIPIENT, "TTTU", "Thường trực Thành ủy", True),
        (Kind.RECIPIENT, "Văn phòng", "Văn phòng Đảng ủy", True),
        (Kind.RECIPIENT, "Văn phòng Đảng ủy", "Ban Dân vận Thành ủy", False),
        (Kind.LIST, "Không xả rác bừa bãi ra đường phố", "Không xả rác ra đường phố và kênh rạch", True),
        (Kind.LIST, "Không xả rác ra đường", "Không tham nhũng, lãng phí", False),
    ],
)
def test_what_could_be_called_right_as_well(kind: Kind, one: str, other: str, equal: bool) -> None:
    assert same(kind, one, other) is equal
    assert same(kind, other, one) is equal


@pytest.mark.parametrize(
    "change",
    [{"what": "Đợt 3"}, {"what": "biên bản này phải được"}, {"to": "cấp trên"}, {"comparator": "từ", "to": None}],
)
def test_duties_that_cannot_be_asked(library: Invented, change: dict[str, Any]) -> None:
    stored = library.plans()[2]
    duty = replace(stored.facts.deadlines[0], **change)
    stems = [item.stem for item in items([replace(stored, facts=Facts(deadlines=(duty,)))])]
    assert len(stems) == (1 if change == {"to": "cấp trên"} else 0)


def test_of_a_timetables_many_days_none_is_asked(library: Invented) -> None:
    stored = library.plans()[2]
    duty = replace(stored.facts.deadlines[0], what="Lịch kiểm tra cơ sở", to=None)
    other = replace(duty, day=(duty.day or 1) % 28 + 1)
    asked = items([replace(stored, facts=Facts(deadlines=(duty,)))])
    assert [item.kind for item in asked] == [Kind.DATE]
    assert items([replace(stored, facts=Facts(deadlines=(duty, other)))]) == []


def test_a_target_is_asked_for_in_the_plans_own_words(library: Invented) -> None:
    """The value is taken out of its clause, once; nothing else of the clause is changed."""
    for stored in library.plans():
        for item in items([stored]):
            if item.kind in (Kind.SHARE, Kind.NUMBER):
                before, _, after = item.stem.removeprefix("điền vào chỗ trống: ").partition("……")
                assert "……" not in after
                said = " ".join(stored.plan.source_text.split()).casefold()
                assert all(part.strip().casefold() in said for part in (before, after))


def test_real_plans_make_sound_questions(data_dir: Path) -> None:
    """Over the five plans: limits, and explanations that are verbatim."""
    with Library.open(settings_for(data_dir)) as real:
        stored_plans = real.plans()
    every = items(stored_plans)
    sources = {stored.plan_id: " ".join(stored.plan.source_text.replace("*", "").split()) for stored in stored_plans}
    for item in every:
        explanation = explain(item)
        if explanation is not None:
            assert len(explanation) <= EXPLANATION_CHARS
            quoted, _, place = explanation.rpartition("” ")
            words = quoted.strip("“").strip("…")
            assert item.source.section in place
            assert place.startswith(("(mục ", "(Điều ", "(chú thích ", "(tiêu đề", "(mở đầu", "(Phụ lục", "(chữ ký")), (
                place
            )
            assert words in sources[item.plan_id]
    for seed in range(5):
        questions = make_quiz(stored_plans, {}, 20, random.Random(seed))
        assert len(questions) > 15
        for found in questions:
            assert len(found.options) == len({option.casefold() for option in found.options})
            assert poll_of({"question": found.question, "options": list(found.options), "type": "quiz",
                            "correct_option_ids": [found.correct], "explanation": found.explanation}, "1")  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"question": ""}, {"question": "a" * 301}, {"options": ["a"]}, {"options": list("abcdefghijklm")},
        {"options": ["a", "b" * 101]}, {"options": ["a", ""]}, {"options": ["a", "a"]}, {"explanation": "a" * 201},
        {"explanation": "a\n\n\nb"}, {"correct_option_ids": []}, {"correct_option_ids": [2]}, {"type": "other"},
    ],
)  # fmt: skip
def test_polls_that_telegram_refuses(change: dict[str, Any]) -> None:
    given = {"question": "q", "options": ["a", "b"], "type": "quiz", "correct_option_ids": [0], "explanation": ""}
    assert poll_of(given, "1")
    with pytest.raises(ApiError):
        poll_of(given | change, "1")


# ------------------------------------------------------------------------------------------ the table of a class


def rows_of(content: bytes) -> list[list[str]]:
    """Return the cells of a workbook's first sheet, row by row, blank ones as ""."""
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iterfind("s:si", space)
        strings = ["".join(item.itertext()) for item in shared]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    found: list[list[str]] = []
    for row in sheet.iterfind(".//s:row", space):
        cells = {str(cell.get("r")).rstrip("0123456789"): cell for cell in row.iterfind("s:c", space)}
        assert all(cell.find("s:f", space) is None for cell in cells.values()), "a formula"
        values = {at: cell.findtext("s:v", "", space) for at, cell in cells.items()}
        told = {at: strings[int(value)] if cells[at].get("t") == "s" else value for at, value in values.items()}
        found.append([told.get(letter, "") for letter in "ABCDEF"])
    return found


def tables(talk: Talk, chat_id: int) -> list[bytes]:
    """Return the workbooks that were sent to a chat."""
    journal = talk.telegram.journal
    sent = [m for (chat, _), m in journal.messages.items() if chat == chat_id and "document" in m]
    return [journal.documents[m["document"]["file_id"]] for m in sent]


async def test_who_starts_a_class_round_gets_its_table(talk: Talk) -> None:
    """One row a person and one column a question; who had their data deleted is left out, of whom a name is no code."""
    lan = talk.as_(talk.person.in_group())
    minh = talk.as_(Person.private(talk.telegram, 2002, "=1+1 Minh").in_group())
    gone = talk.as_(Person.private(talk.telegram, 3003, "Hoa"))
    await lan.says("/tracnghiem 2")
    await vote(lan)
    await vote(minh, right=False)
    await vote(gone.as_(gone.person.in_group()))
    await gone.says("/dulieu")
    await gone.presses(privacy.DATA_DELETE)
    await lan.presses(quiz_words.QUIZ_NEXT)
    await vote(minh)
    (score,) = await lan.presses(quiz_words.QUIZ_STOP)
    assert "Hoa" not in score
    (book,) = tables(talk, 1001)
    first, second = (call["correct_option_ids"][1:-1] for call in lan.calls("sendPoll"))
    assert [call["correct_option_id"] for call in lan.calls("sendPoll")] == [first, second], "to older servers"
    letters = "ABCD"[int(first)], "ABCD"[1 - min(int(first), 1)], "ABCD"[int(second)]
    assert rows_of(book) == [
        ["Hạng", "Họ tên", "Đúng", "Số câu", "Câu 1", "Câu 2"],
        ["1", "=1+1 Minh", "1", "2", f"Sai ({letters[1]})", f"Đúng ({letters[2]})"],
        ["1", "Lan", "1", "2", f"Đúng ({letters[0]})", ""],
    ]
    assert not tables(talk, 2002), "only who started it"
    assert not tables(talk, lan.person.chat["id"]), "names with answers are not for the group"
    assert not talk.refused()


def test_an_answer_of_before_options_were_kept_is_right_or_wrong() -> None:
    asked = [QuizQuestion("?", ("a", "b"), 1, "“b”")]
    file = table([Answers("Lan", {0: (True, None)}), Answers("Minh", {0: (False, 0)})], asked, "a.xlsx")
    assert [row[4] for row in rows_of(file.content)[1:]] == ["Đúng", "Sai (A)"]


async def test_only_who_leads_a_round_begins_another_in_its_place(talk: Talk) -> None:
    lan = talk.as_(talk.person.in_group())
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh").in_group())
    await lan.says("/tracnghiem 2")
    assert await minh.says("/tracnghiem 1") == [quiz_words.QUIZ_RUNS]
    await minh.presses(quiz_words.QUIZ_STOP)
    assert minh.notice() == quiz_words.QUIZ_LED
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(2002,), access="open")  # type: ignore[call-arg]
    talk.application.bot_data.settings = settings
    assert "1 câu" in (await minh.says("/tracnghiem 1"))[0]
    assert await minh.presses(quiz_words.QUIZ_STOP) == [quiz_words.QUIZ_NOBODY]
    assert "2 câu" in (await lan.says("/tracnghiem 2"))[0]


async def test_a_round_that_is_left_alone_bars_nobody(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    minh = talk.as_(Person.private(talk.telegram, 2002, "Minh").in_group())
    await talk.as_(talk.person.in_group()).says("/tracnghiem 2")
    monkeypatch.setattr("bot.quiz.ROUND_HOURS", 0)
    assert "1 câu" in (await minh.says("/tracnghiem 1"))[0]


async def test_a_closed_bot_sends_no_table_to_whom_it_does_not_serve(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    settings = BotSettings(_env_file=None, messages_per_second=0, admin_ids=(9,), access="closed")  # type: ignore[call-arg]
    access = Access(talk.resources.state.database)
    access.approve(access.request(group.person.chat["id"], 1001, "Tổ").number)
    talk.application.bot_data.settings = settings
    await group.says("/tracnghiem 1")
    await vote(group)
    assert "Kết quả" in (await group.presses(quiz_words.QUIZ_STOP))[0]
    assert not tables(talk, 1001)


async def test_a_round_without_answers_and_one_alone_have_no_table(talk: Talk) -> None:
    group = talk.as_(talk.person.in_group())
    await group.says("/tracnghiem 1")
    await group.presses(quiz_words.QUIZ_STOP)
    await talk.says("/tracnghiem 1")
    await vote(talk)
    assert not tables(talk, 1001)
