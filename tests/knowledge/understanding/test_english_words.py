"""English questions in the plans' words: times and amounts, ordinals, offices, courtesy, names that look English."""

from __future__ import annotations

import pytest

from knowledge.model import Language
from knowledge.understanding import abbreviations, english, english_times, slots
from knowledge.understanding.tokens import Token, spell_out, tokenize


def _tokens(question: str) -> list[Token]:
    return abbreviations.expand_glued(english_times.rewritten(tokenize(question)))


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() or not token.text.isascii()


def said(question: str, *printed: str) -> str:
    """Return the question in the plans' words; printed: the phrases that plans hold, any phrase when none are given."""
    return " ".join(english.render(_tokens(question), _is_name, (lambda p: p in printed) if printed else None))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("by 25 March 2026", "by 25/3/2026"),
        ("the 3rd of May", "the 3/5"),
        ("on October 12th, 2026", "on 12/10/2026"),
        ("in November", "in tháng 11"),
        ("may we send it in May", "may we send it in tháng 5"),
        ("we march in March 2027", "we march in tháng 3 2027"),
        ("the 25th of each month", "the ngày 25 of each month"),
        ("the 12th congress", "the 12th congress"),
        ("at 3:30 p.m. sharp", "at 15 giờ 30 sharp"),
        ("from 8am to 12pm", "from 8 giờ to 12 giờ"),
        ("60 per cent of 2.5 million", "60% of 2,5 triệu"),
        ("within 30 minutes", "within 30 phút"),
        ("the minutes of the meeting", "the minutes of the meeting"),
        ("the Q3 report", "the quý III report"),
    ],
)
def test_times_and_amounts_are_written_as_plans_do(typed: str, written: str) -> None:
    assert spell_out(english_times.rewritten(tokenize(typed))) == written


def test_what_is_rewritten_keeps_its_place() -> None:
    question = "is it due on 25 March 2026 or later"
    date = next(token for token in english_times.rewritten(tokenize(question)) if token.text == "25/3/2026")
    assert question[date.start : date.end] == "25 March 2026"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("the third model", "mô hình thứ ba"),
        ("the 2nd round", "đợt 2"),
        ("twelve hamlets", "12 thôn ấp"),
        ("on Friday afternoon", "thứ sáu buổi chiều"),
        ("the commune People's Council", "hội đồng nhân dân xã"),
        ("the People's Committee of the ward", "ủy ban nhân dân phường"),
        ("the four no's", "4 không"),
        ("the six don'ts", "6 không"),
        ("which papers must not be sent", "giấy tờ không được gửi"),
        ("the quarterly one", "báo cáo quý"),
        ("three meetings", "3 hội nghị họp"),
    ],
)
def test_phrases_are_said_whole(question: str, words: str) -> None:
    assert said(question) == words


@pytest.mark.parametrize(
    "question",
    [
        "Good morning, could you tell me",
        "Sorry to bother you, is it true that",
        "My boss wants to know, am I right in thinking that",
        "I was told that, is that correct?",
    ],
)
def test_courtesy_and_hearsay_say_nothing(question: str) -> None:
    assert said(question) == ""
    assert english.unsaid(_tokens(question), _is_name) == []


def test_of_several_translations_the_printed_one_is_chosen() -> None:
    assert said("the health department", "phòng y tế") == "phòng y tế"
    assert said("the health department", "sở y tế") == "sở y tế"
    assert said("every month", "hàng tháng") == "hàng tháng"


def test_a_term_of_several_words_is_never_cut() -> None:
    assert said("health insurance", "y tế") == "bảo hiểm y tế"


@pytest.mark.parametrize("name", ["Song An", "Dai Lam", "An Dong", "Hai Tan"])
def test_a_place_that_looks_english_stays_a_name(name: str) -> None:
    assert said(f"the plan of {name}") == f"kế hoạch {name}"


def test_words_without_a_translation_are_told() -> None:
    assert english.unsaid(_tokens("Who repaints the zebra crossings?"), _is_name) == ["repaints", "zebra", "crossings"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who may enter the contest?", True),
        ("What happens to a nominee who hides his debts?", False),
        ("Please tell me who keeps the register", True),
        ("Is a member who moved away still counted?", False),
    ],
)
def test_who_asks_only_where_it_is_no_relative(question: str, asked: bool) -> None:
    assert ("who" in slots.read(question, Language.EN).asked) is asked
