"""The gold questions themselves: verbatim evidence, satisfiable conditions, and a spread worth measuring on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from knowledge.evaluation import Expect, GoldQuestion, load_gold
from knowledge.evaluation.judge import readable
from knowledge.model import Language

ROOT = Path(__file__).parents[2]
FILES = ("questions.jsonl", "third.jsonl", "fourth.jsonl")
KINDS = {
    *("deadline", "five_no", "criteria", "target", "responsibility", "reward", "reference", "scope", "definition"),
    *("contact", "comparison", "unanswerable"),
}
STYLES = {"formal", "chat", "abbrev", "typo", "telex", "followup"}
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "knowledge" / "plans").glob("*.txt")}


def paths(items: str, *others: str) -> set[str]:
    """The sections of one plan: its items, what every plan has around them, and the rest."""
    return {*items.split(), "tiêu đề", "mở đầu", "nơi nhận", "chữ ký", *others}


# Every numbered item and every unnumbered part of each plan, read off the documents.
SECTIONS = {
    "dang-uy-so-gd-tphcm-2024": paths(
        "I II.A.1 II.A.2 II.A.3 II.A.4 II.A.5 II.B.1 II.B.2 II.B.3 III.1 III.2 III.3",
        "chú thích 1",
        "chú thích 2",
        "chú thích 3",
    ),
    "phong-gddt-ben-cat-2020": paths("I II.1 II.2 III.1 III.2 III.3 IV", "IV (đoạn kết)"),
    "thanh-uy-lai-chau-2023": paths(
        "I II.1 II.1.1 II.1.2 II.1.3 II.1.4 II.1.5 II.1.6 II.1.7 II.2.1 II.2.2 II.2.3 II.2.4 III.1 III.2 III.3",
        "chú thích 1",
    ),
    "ubnd-quan-1-2023": paths("I.1 I.2 II II.1 II.2 II.3 II.4 II.5 III.1 III.2", "III (đoạn kết)"),
    "ubnd-tp-quang-ngai-2018": paths("I.1 I.2 II.1 II.2 II.3 II.4 II.5 III IV.1 IV.2 IV.3 IV.4", "IV (đoạn kết)"),
}


def squash(text: str) -> str:
    """Leave out what a person does not read: white space, markup, the shape of quotation marks, case."""
    plain = unicodedata.normalize("NFC", text).replace("*", "")
    return re.sub(r"\s+", "", re.sub("[“”„]", '"', plain)).lower()


SQUASHED = {plan_id: squash(text) for plan_id, text in SOURCES.items()}


def every_question() -> list[GoldQuestion]:
    return [question for name in FILES for question in load_gold(ROOT / "tests" / "gold" / name)]


GOLD = every_question()


@pytest.mark.parametrize("question", GOLD, ids=lambda question: question.id)
def test_evidence_is_verbatim_and_conditions_agree_with_it(question: GoldQuestion) -> None:
    for evidence in question.evidence:
        assert squash(evidence.quote) in SQUASHED[evidence.plan_id], evidence.quote
        assert evidence.section in SECTIONS[evidence.plan_id], evidence.section
    if question.expect is Expect.ANSWER:
        proof = readable(" … ".join(evidence.quote for evidence in question.evidence))
        assert question.must_include, "an answer without conditions cannot be wrong"
        assert not [p.pattern for p in question.must_not_include if p.search(proof)], "the evidence itself is forbidden"


def test_plans_named_by_questions_exist() -> None:
    named = {p for q in GOLD for p in (*q.plans, *q.plans_ok, *([q.scope] if q.scope else []))}
    assert named == set(SOURCES)


def test_ids_and_questions_are_unique_over_all_files() -> None:
    assert len({question.id for question in GOLD}) == len(GOLD)
    asked = Counter((question.question.lower(), question.scope, question.history) for question in GOLD)
    assert [key for key, times in asked.items() if times > 1] == []


def test_sizes_and_split() -> None:
    dev, held_out, fresh = (len(load_gold(ROOT / "tests" / "gold" / name)) for name in FILES)
    assert dev + held_out >= 240
    assert 0.25 <= held_out / (dev + held_out) <= 0.40
    assert fresh >= 160


@pytest.mark.parametrize("name", FILES)
def test_every_kind_style_and_language_is_asked(name: str) -> None:
    questions = load_gold(ROOT / "tests" / "gold" / name)
    assert {question.kind for question in questions} == KINDS
    assert {question.style for question in questions} == STYLES
    assert {question.language for question in questions} == set(Language)
    assert {question.expect for question in questions} == set(Expect) - {Expect.OTHER, Expect.KEY}
    assert {plan for question in questions for plan in question.plans} == set(SOURCES)


def test_a_third_without_diacritics_and_a_fifth_not_answerable() -> None:
    assert sum(question.language is Language.VI_PLAIN for question in GOLD) >= len(GOLD) / 3
    assert sum(not question.answerable for question in GOLD) >= len(GOLD) / 5
    assert sum(question.expect is Expect.NOT_STATED for question in GOLD) >= 20


def test_plain_questions_have_no_diacritics() -> None:
    for question in GOLD:
        if question.language is Language.VI_PLAIN:
            assert question.question.isascii(), question.question


def test_follow_ups_have_a_past_and_some_a_long_one() -> None:
    follow_ups = [question for question in GOLD if question.style == "followup"]
    assert all(question.history for question in follow_ups)
    assert sum(len(question.history) >= 2 for question in follow_ups) >= 3


@pytest.mark.parametrize("plan_id", sorted(SECTIONS))
def test_every_section_of_every_plan_is_asked_about(plan_id: str) -> None:
    reached = {e.section for question in GOLD for e in question.evidence if e.plan_id == plan_id}
    assert SECTIONS[plan_id] - reached == set()
