"""Courtesy, stories, fillers, other word order, short forms: the evidence of a question stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evaluation import load_gold
from knowledge.library import Library
from knowledge.model import Language
from tests.frames.frames import bare, dresses
from tests.frames.run import run, sample

QUESTIONS = Path(__file__).parents[1] / "gold" / "collections" / "five" / "questions.jsonl"
FLOOR = 0.97  # what is wanted; 98.5 % of the forms of these questions were kept at 18cbd33

QUICK = (
    *("sister, may I ask", "new, a sentence before", "help me", "thanks", "no mark", "lower case", "hello bot"),
    *("short forms", "no diacritics, courtesy", "please", "hello"),
)


def dressed(name: str, text: str, language: Language = Language.VI) -> str | None:
    return dresses(language)[name](text)


def test_there_are_forty_ways_for_a_vietnamese_question_and_a_dozen_for_an_english_one() -> None:
    assert len(dresses(Language.VI)) >= 40
    assert len(dresses(Language.EN)) >= 12


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("help me", "Nộp ở đâu?", "Nộp ở đâu, giúp em với ạ"),
        ("thanks", "Nộp ở đâu?", "Nộp ở đâu? Em cảm ơn chị nhiều ạ."),
        ("when moved", "Khi nào nộp báo cáo?", "Nộp báo cáo khi nào?"),
        ("when moved", "Báo cáo nộp ngày nào?", "Ngày nào báo cáo nộp?"),
        ("when moved", "Ai nộp báo cáo?", None),
        ("clauses swapped", "Theo kế hoạch của xã, ai chủ trì?", "Ai chủ trì, theo kế hoạch của xã?"),
        ("clauses swapped", "Ai chủ trì?", None),
        ("short forms", "Báo cáo dân vận khéo của chi bộ", "bc dvk của cb"),
        ("short forms", "Ai chủ trì?", None),
        ("no diacritics", "Đăng ký ở đâu?", "Dang ky o dau?"),
        ("lower case", "nộp ở đâu", None),
    ],
)
def test_each_way_is_what_a_person_would_type(name: str, text: str, expected: str | None) -> None:
    assert dressed(name, text) == expected


def test_a_question_without_diacritics_is_dressed_without() -> None:
    text = "nop bao cao o dau?"
    forms = [way(text) for way in dresses(Language.VI_PLAIN).values()]
    assert all(form == bare(form) for form in forms if form is not None)
    assert dressed("thanks", text, Language.VI_PLAIN) == "nop bao cao o dau? Em cam on chi nhieu a."


def test_a_few_questions_in_a_few_dresses(library: Library) -> None:
    outcome = run(sample(load_gold(QUESTIONS), 6), library, QUICK)
    assert outcome.asked[0] >= 3
    assert outcome.share >= 0.85, outcome.table(losses=20)


@pytest.mark.slow
def test_the_evidence_stays_in_every_dress(library: Library) -> None:
    outcome = run(sample(load_gold(QUESTIONS), 60), library)
    assert outcome.tried.total() >= 1500
    assert outcome.share >= FLOOR, outcome.table(losses=40)
