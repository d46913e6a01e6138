"""The gold questions through the real library: a floor that only rises."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evaluation import Answerer, evaluate

GOLD = Path(__file__).parents[1] / "gold"

FLOOR = {
    "questions.jsonl": 0.90,
    "second.jsonl": 0.87,
    "third.jsonl": 0.90,
    "fourth.jsonl": 0.90,
    "nearmiss.jsonl": 0.89,
}
"""Least accuracy of each file, 0 to 1, under one engine for every document. The rules before it were fitted to these
files (0.97 here, 0.57 on documents they had not seen); raise a floor to just under what was reached."""
MOST_FALSE_ANSWERS = {
    "questions.jsonl": 0.06,
    "second.jsonl": 0.05,
    "third.jsonl": 0.08,
    "fourth.jsonl": 0.04,
    "nearmiss.jsonl": 0.13,
}
"""Most answers given to questions that the plans do not answer, as a share of those questions."""


FIRST = "questions.jsonl"
"""The file that every run asks; the others take a minute together."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name != FIRST else []) for name in sorted(FLOOR)]
)
def test_gold_stays_above_its_floor(library: Answerer, name: str) -> None:
    report = evaluate(GOLD / name, library)
    table = report.table(failures=40)
    assert report.bad_quotes == 0, table
    assert report.accuracy >= FLOOR[name], table
    assert report.false_answer_rate <= MOST_FALSE_ANSWERS[name], table
