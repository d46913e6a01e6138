"""No question of a quiz gives another's answer away, and no choice is nearly the right one."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace

import pytest

from knowledge.facts import extract
from knowledge.model import Citation, Facts, StoredPlan
from knowledge.quiz.choices import other_amounts, other_days
from knowledge.quiz.items import Item, Kind, items, said_in, same
from knowledge.quiz.questions import MOST_ALIKE, QuizQuestion, make_quiz, make_sheet
from knowledge.text import folded_words
from tests.bot.test_quiz import RULES, SOURCES, Invented
from tests.knowledge.facts.alterations import read, small_plan


@pytest.fixture
def library() -> Invented:
    return Invented(SOURCES)


def sheet(library: Invented, seed: int) -> list[tuple[QuizQuestion, Item]]:
    plans = library.plans()
    return make_sheet(plans[:1], {"an-binh": "An Bình"}, 100, random.Random(seed))


@pytest.mark.parametrize("seed", range(20))
def test_the_right_choice_has_no_letter_of_its_own(library: Invented, seed: int) -> None:
    letters = [question.correct for question, _ in sheet(library, seed)]
    assert all(one != other for one, other in itertools.pairwise(letters))
    assert len(set(letters[:4])) >= 3
    for question, item in sheet(library, seed):
        assert question.options[question.correct] == item.right


@pytest.mark.parametrize("seed", range(20))
def test_a_list_is_asked_by_its_places_or_by_what_belongs_to_it(library: Invented, seed: int) -> None:
    asked = sheet(library, seed)
    stems = [item.stem for _, item in asked]
    assert len(stems) == len(set(stems)), "the same question with other choices"
    places = [question for question, item in asked if item.kind is Kind.ORDER]
    assert len(places) <= MOST_ALIKE
    for _, item in asked:
        if item.kind is Kind.LIST:
            assert not any(item.right in other.options for other in places)
    assert places or any(item.kind is Kind.LIST for _, item in asked)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_told_after_a_poll_is_not_asked_in_the_next(library: Invented, seed: int) -> None:
    plans = library.plans()
    asked = make_quiz(plans[:1], {"an-binh": "An Bình"}, 100, random.Random(seed), None)
    anchors = {item.stem: item.anchor for item in items(plans[:1]) if item.kind in (Kind.DATE, Kind.RECIPIENT)}
    for question in asked:
        for stem, anchor in anchors.items():
            if not question.question.endswith(stem) and any(other.question.endswith(stem) for other in asked):
                assert anchor not in question.explanation


def test_a_sheet_may_ask_for_two_things_that_one_sentence_states(library: Invented) -> None:
    kinds = [item.kind for _, item in sheet(library, 1)]
    assert kinds.count(Kind.DATE) + kinds.count(Kind.RECIPIENT) >= 2


def test_what_the_question_says_itself_is_not_asked(library: Invented) -> None:
    plans = library.plans()
    asked = make_sheet(plans[1:2], {"binh-my": "KH Đảng ủy phường Bình Mỹ"}, 100, random.Random(1))
    assert asked
    assert not any("gửi đến đâu" in question.question for question, _ in asked)


def test_a_rule_and_its_exception_are_not_asked_for_one_day() -> None:
    body = (
        "I. HỒ SƠ\n1. Các khu phố chấm điểm, nộp hồ sơ về Phòng Văn hóa trước ngày 15 tháng 10 năm 2025.\n"
        "2. Riêng khu phố mới chia tách nộp hồ sơ đến ngày 31 tháng 10 năm 2025.\n"
        "3. Phòng Văn hóa trình Ủy ban nhân dân phường công nhận trước ngày 10 tháng 11 năm 2025.\n"
    )
    plan = read(small_plan(body))
    asked = [item for item in items([StoredPlan(plan, (), extract(plan))]) if item.kind is Kind.DATE]
    assert any("chấm điểm, nộp hồ sơ" in item.stem for item in asked)
    assert not any("nộp hồ sơ" in item.stem and "chấm điểm" not in item.stem for item in asked)


def test_a_body_that_is_asked_to_recognise_is_named_without_it() -> None:
    plan = read(small_plan("I. A\n1. Phòng Văn hóa trình Ủy ban nhân dân phường công nhận trước ngày 10/11/2025.\n"))
    assert [duty.to for duty in extract(plan).deadlines] == ["Ủy ban nhân dân phường"]


def test_a_stem_that_holds_anothers_answer_is_asked_without_it() -> None:
    words = "trước ngày 05/6"
    cited = Citation("p", None, "1", words, 0, len(words))
    date = Item(Kind.DATE, "p", "thời hạn của việc “nộp báo cáo” là khi nào?", "Trước 05/06", (), cited, words)
    assert said_in(date.anchor, "việc “nộp báo cáo trước ngày 05/6” gửi đến đâu?")
    assert not said_in(date.anchor, "việc “nộp báo cáo” gửi đến đâu?")
    assert said_in("Ủy ban nhân dân Quận 1", "Theo KH UBND Quận 1 2023: gửi đến đâu?")


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Không gây phiền hà cho người dân", "Không cửa quyền, hách dịch, gây phiền hà", True),
        ("Không trễ hẹn khi tiếp nhân dân", "Không nhận tiền, quà của nhân dân lúc xét hồ sơ", False),
        (RULES[0], RULES[1], False),
    ],
)
def test_rules_that_share_what_they_forbid_are_no_choices_for_each_other(one: str, other: str, equal: bool) -> None:
    assert same(Kind.LIST, one, other) is equal
    assert same(Kind.LIST, other, one) is equal


@pytest.mark.parametrize(("value", "unit"), [("5", "điểm"), ("2.500.000 đồng", None)])
def test_points_and_money_are_no_targets_to_ask_for(library: Invented, value: str, unit: str | None) -> None:
    (stored, *_) = library.plans()
    (target, *_) = stored.facts.targets
    asked = [Facts(targets=(each,)) for each in (target, replace(target, value=value, unit=unit))]
    assert [len(items([replace(stored, facts=facts)])) for facts in asked] == [1, 0]


@pytest.mark.parametrize(
    ("right", "others", "percent", "among", "never"),
    [
        ("Trên 90%", ["100%", "Trên 85%"], True, {"Trên 85%", "Trên 95%"}, {"Trên 100%", "85%", "Trên 90%"}),
        ("100%", ["Trên 60%"], True, {"60%", "95%"}, {"105%", "Trên 60%"}),
        ("Ít nhất 04", ["Trên 50"], False, {"Ít nhất 05", "Ít nhất 03"}, {"Trên 50", "Ít nhất 4"}),
        ("Ít nhất một", [], False, {"Ít nhất hai", "Ít nhất ba"}, {"Ít nhất một"}),
        ("Từ 01 - 02", [], False, {"Từ 02 - 03", "Từ 03 - 04"}, {"Từ 01 - 02"}),
        ("Trên 1.500", [], False, {"Trên 1.800", "Trên 1.200"}, {"Trên 1500"}),
        ("Ít nhất 8%", ["0,3%", "15%", "96%"], True, {"Ít nhất 15%", "Ít nhất 13%"}, {"Ít nhất 0,3%", "Ít nhất 96%"}),
        ("Từ 40% trở lên", ["98,5%"], True, {"Từ 50% trở lên"}, {"Từ 98,5% trở lên"}),
        ("Dưới 1,2%", [], True, {"Dưới 0,6%", "Dưới 2,4%"}, {"Dưới 1,2%"}),
    ],
)
def test_wrong_amounts_look_like_the_right_one(
    right: str, others: list[str], percent: bool, among: set[str], never: set[str]
) -> None:
    made = set(other_amounts(right, others, percent=percent))
    assert among <= made
    assert not never & made


@pytest.mark.parametrize(
    ("right", "among", "never"),
    [
        ("Chậm nhất 10/12", {"Chậm nhất 10/11", "Chậm nhất 10/01", "Chậm nhất 15/12"}, {"Chậm nhất 10/12"}),
        ("Ngày 31/01", {"Ngày 31/12", "Ngày 31/03", "Ngày 20/01"}, {"Ngày 31/02", "Ngày 31/11"}),
    ],
)
def test_wrong_days_are_days_of_the_calendar_in_the_words_of_the_right_one(
    right: str, among: set[str], never: set[str]
) -> None:
    made = set(other_days(right))
    assert among <= made
    assert not never & made


def test_no_choice_is_in_the_words_of_another_plan(library: Invented) -> None:
    """A choice that only looks like the plan's would be learnt along with it: of rules and bodies all are its own."""
    sources = {stored.plan_id: f" {' '.join(folded_words(stored.plan.source_text))} " for stored in library.plans()}
    asked = 0
    for seed in range(20):
        for question, item in make_sheet(library.plans(), {}, 100, random.Random(seed)):
            if item.kind in (Kind.LIST, Kind.ORDER, Kind.RECIPIENT):
                asked += 1
                for option in question.options:
                    assert f" {' '.join(folded_words(option))} " in sources[item.plan_id], question
    assert asked


def test_of_two_lists_each_is_asked_with_the_others_rules(library: Invented) -> None:
    (stored, *_) = library.plans()
    (rules,) = stored.facts.no_lists
    first, second = (replace(rules, name=name, items=part) for name, part in (
        ("“2 không” khi tiếp dân", rules.items[:2]), ("“2 không” khi giao tiếp", rules.items[2:]))
    )  # fmt: skip
    both = replace(stored, facts=Facts(no_lists=(first, second)))
    found = [question for seed in range(9) for question, item in make_sheet([both], {}, 9, random.Random(seed))
             if item.kind is Kind.LIST and first.name in question.question]  # fmt: skip
    assert found
    for question in found:
        wrong = set(question.options) - {question.options[question.correct]}
        assert wrong == {item.text for item in second.items}


def test_a_list_is_not_asked_with_choices_that_its_first_word_gives_away(library: Invented) -> None:
    (stored, *_) = library.plans()
    (rules,) = stored.facts.no_lists
    together = tuple(replace(item, text=item.text.replace("Không", "Cùng", 1)) for item in rules.items)
    both = (rules, replace(rules, name="“4 cùng”", word="cùng", items=together))
    found = items([replace(stored, facts=Facts(no_lists=both))])
    assert not any(item.own for item in found if item.kind is Kind.LIST)


def test_choices_of_a_question_begin_alike(library: Invented) -> None:
    for seed in range(10):
        for question, item in sheet(library, seed):
            if item.kind in (Kind.DATE, Kind.SHARE, Kind.NUMBER):
                assert len({re.sub(r"[\d/.,%]+", "", option) for option in question.options}) == 1, question.options


def test_another_duty_of_the_plan_lends_its_recipient_and_none_of_the_same_duty(library: Invented) -> None:
    for item in items(library.plans()):
        if item.kind is Kind.RECIPIENT:
            assert not set(map(str.casefold, item.own)) & set(map(str.casefold, item.true))
            assert not any(said_in(body, item.source.quote) for body in item.own)


@pytest.mark.parametrize("counts", ["đạt tiêu chí", "của doanh nghiệp", "tổng số cử tri được triệu tập", "lớp"])
def test_what_the_words_do_not_name_is_not_asked(library: Invented, counts: str) -> None:
    (stored, *_) = library.plans()
    target = replace(stored.facts.targets[0], counts=counts)
    assert not items([replace(stored, facts=Facts(targets=(target,)))])


@pytest.mark.parametrize(
    ("what", "to", "asked"),
    [
        ("tổng hợp, báo cáo", None, 0),
        ("thẩm định, tổng hợp, trình", None, 0),
        ("gửi về Văn phòng Sở", "Văn phòng Sở", 0),
        ("gửi báo cáo tổng kết năm", None, 1),
        ("Hòa Mỹ, Suối Trai nộp hồ sơ", None, 1),
    ],
)
def test_a_duty_without_what_is_done_is_not_asked(library: Invented, what: str, to: str | None, asked: int) -> None:
    (stored, *_) = library.plans()
    duty = next(each for each in stored.facts.deadlines if each.day and each.month and each.comparator)
    facts = Facts(deadlines=(replace(duty, what=what, to=to),))
    found = items([replace(stored, facts=facts)])
    assert len(found) == asked
    assert all(what in item.stem for item in found), "a name keeps its capital letter"
