"""A message that asks several things of the five plans gets one reply that answers each."""

from __future__ import annotations

from datetime import date

from knowledge.answering.several import MOST, ROOM
from knowledge.library import Library
from knowledge.model import Answer, Language, Status

TODAY = date(2026, 3, 2)
SCHOOLS, QUARTER, BEN_CAT = "dang-uy-so-gd-tphcm-2024", "ubnd-quan-1-2023", "phong-gddt-ben-cat-2020"


def ask(library: Library, text: str, unit: str | None = None, history: tuple[str, ...] = ()) -> Answer:
    return library.ask(text, unit=unit, history=history, today=TODAY)


def check_quotes(library: Library, answer: Answer) -> None:
    for cited in answer.citations:
        plan = library.plan(cited.plan_id)
        assert plan is not None
        assert plan.plan.source_text[cited.start : cited.end] == cited.quote


def test_each_is_answered_in_order_and_follow_ups_keep_the_subject(library: Library) -> None:
    answer = ask(library, "khi nào nộp bc 6 tháng? gửi cho ai? 5 không là gì?", SCHOOLS)
    assert answer.status is Status.ANSWERED
    marks = ["1. khi nào nộp bc 6 tháng?", "10/5", "2. gửi cho ai?", "3. 5 không là gì?", "Không vi phạm luật giao"]
    assert [answer.text.index(mark) for mark in marks] == sorted(answer.text.index(mark) for mark in marks)
    assert len(answer.answers) == 3
    assert all(each.citations for each in answer.answers)
    second = answer.text.split("2. gửi cho ai?")[1].split("3. 5 không")[0]
    assert "Văn phòng Đảng ủy" in second
    assert "10/11" not in second, "the yearly report was not asked about"
    assert len(answer.text) <= ROOM
    check_quotes(library, answer)


def test_the_same_words_are_quoted_once(library: Library) -> None:
    answer = ask(library, "khi nào nộp bc 6 tháng? gửi cho ai?", SCHOOLS)
    assert answer.text.count("“Các đảng bộ, chi bộ trực thuộc báo cáo") == 1
    assert answer.text.count("đã hết kỳ") == 1
    assert answer.text.count("📎") == 2


def test_a_unit_named_in_one_part_holds_for_the_next(library: Library) -> None:
    answer = ask(library, "q1 khi nào nộp kế hoạch? 5 không là gì? lai châu thì sao?", BEN_CAT)
    first, second, third = answer.answers
    assert {c.plan_id for c in first.citations} == {c.plan_id for c in second.citations} == {QUARTER}
    assert third.query is not None
    assert third.query.units == ("thanh-uy-lai-chau-2023",)


def test_more_than_can_be_answered_are_asked_to_be_sent_alone(library: Library) -> None:
    questions = ["Khi nào nộp báo cáo 6 tháng?", "Gửi cho ai?", "5 không là gì?", "Ai ký kế hoạch?"]
    questions += ["Số kế hoạch là gì?", "Chỉ tiêu là gì?"]
    answer = ask(library, " ".join(questions), SCHOOLS)
    assert len(answer.answers) == MOST
    assert "“Số kế hoạch là gì?”; “Chỉ tiêu là gì?”" in answer.parts[-1].lead


def test_a_sentence_that_only_denies_asks_nothing(library: Library) -> None:
    answer = ask(library, "Em mới nhận việc tuần trước nên chưa rành. Ai ký kế hoạch này?", SCHOOLS)
    assert not answer.answers, answer.text


def test_one_question_after_background_is_one_answer(library: Library) -> None:
    text = "Tôi mới nhận việc ở quận 1. Khi nào phải nộp kế hoạch phát động?"
    answer = ask(library, text)
    assert answer.answers == ()
    assert "23/02/2023" in answer.text


def test_a_part_that_the_plans_do_not_answer_says_so(library: Library) -> None:
    answer = ask(library, "khi nào nộp bc 6 tháng? giá vé xe buýt bao nhiêu?", SCHOOLS)
    assert answer.status is Status.ANSWERED
    assert answer.answers[1].status is not Status.ANSWERED


def test_a_later_turn_follows_the_last_part(library: Library) -> None:
    answer = ask(library, "còn bao nhiêu ngày?", SCHOOLS, ("ai ký kế hoạch? khi nào nộp bc 6 tháng?",))
    assert "09/5/2024" in answer.text


def test_an_english_message_gets_english_words(library: Library) -> None:
    text = "When is the annual report due in Quang Ngai? Who receives it? What is it? Who signed? When was it issued?"
    answer = ask(library, text)
    assert answer.language is Language.EN
    assert answer.parts[-1].lead.startswith("I answer")
    assert "30 September" in answer.answers[0].text
    assert "UBND thành phố" in answer.answers[1].text


def test_twice_the_same_is_told_once(library: Library) -> None:
    answer = ask(library, "khi nào nộp bc 6 tháng? bao giờ nộp báo cáo 6 tháng?", SCHOOLS)
    assert answer.text.count("Trước ngày 10/5") == 1
    assert answer.text.startswith("1. khi nào nộp bc 6 tháng?\n2. bao giờ nộp báo cáo 6 tháng?")


def test_a_statement_is_noted_and_holds_for_the_next_turn(library: Library) -> None:
    answer = ask(library, "mình bên phòng gd bến cát")
    assert answer.status is Status.SMALLTALK
    assert "KH Phòng GD&ĐT TX Bến Cát 2020" in answer.text
    assert not answer.citations
    followed = ask(library, "khi nào nộp báo cáo?", None, ("mình bên phòng gd bến cát",))
    assert {cited.plan_id for cited in followed.citations} == {BEN_CAT}
    assert ask(library, "tất cả các đơn vị").status is Status.SMALLTALK
    strange = ask(library, "tôi ở phường Hoa Lư")
    assert strange.status is Status.NOT_FOUND
    assert len(strange.choices) == len(library.plans())
