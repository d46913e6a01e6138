"""Every rule of reading matches its own examples and none of its counter-examples, with diacritics and without."""

from __future__ import annotations

import pytest

from knowledge.model import Language
from knowledge.text import fold
from knowledge.understanding import numbers, slots
from knowledge.understanding.tokens import tokenize

RULES = [(language, rule) for language in ("vi", "en") for rule in slots.rules(language)]


def read(language: str, text: str) -> set[str]:
    accented = language == "en" or fold(text) != text
    found = slots.read(text, Language.EN if language == "en" else Language.VI, accented=accented)
    return {cue.rule for cue in found.cues}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_a_rule_keeps_its_examples(language: str, rule: slots.Rule) -> None:
    assert rule.examples
    assert rule.counter
    for example in rule.examples:
        assert rule.name in read(language, example), example
        assert language == "en" or rule.name in read(language, fold(example)), fold(example)
    for counter in rule.counter:
        assert rule.name not in read(language, counter), counter


def test_rule_names_are_unique() -> None:
    names = [rule.name for _, rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("phường mình nộp gì", "sending"),
        ("khi nào tổng kết", "sending"),
        ("còn ngày 5/6 thì sao", "sending"),
        ("kế hoạch này số mấy", "head"),
        ("nghị quyết số mấy của trung ương", "basis"),
        ("căn cứ vào đâu", "basis"),
        ("bao nhiêu mô hình một năm", "target"),
        ("5 không thì sao", "list"),
        ("làm tốt có được khen không", "award"),
        ("phòng nội vụ có nhiệm vụ gì", "duty"),
        ("học mấy ngày", None),
        ("họp ở đâu", None),
    ],
)
def test_a_question_is_about_what_it_asks_for_or_names(text: str, topic: str | None) -> None:
    assert slots.topic(slots.read(text, Language.VI), numbers.read(tokenize(text))) == topic
