"""Paraphrases with what they are about and what kind of answer they want: a floor under how many are understood.

A line of the tables is `intents TAB kinds of answer TAB question`: any of the names is right, none is not judged;
"{u}" stands for a unit. `intents_blind.tsv` was written before the cues and is measured only: nothing is tuned to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from knowledge.model import Query
from knowledge.text import fold
from knowledge.understanding import Interpreter

from .conftest import TODAY

HERE = Path(__file__).parent
UNITS = ("quận 1", "lai châu", "bến cát", "quảng ngãi", "đảng ủy sở giáo dục")


class Case(NamedTuple):
    """A question and the names, any of which is right."""

    intents: list[str]
    asks: list[str]
    question: str


def load(name: str) -> list[Case]:
    """Read a table, with a unit in the place of each "{u}"."""
    cases = []
    for i, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines()):
        intents, asks, question = line.split("\t")
        named = question.replace("{u}", UNITS[i % len(UNITS)])
        cases.append(Case(intents.split(","), asks.split(",") if asks else [], named))
    return cases


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


@pytest.mark.parametrize(
    ("name", "plain", "intent_floor", "ask_floor"),
    [
        ("intents.tsv", False, 0.98, 0.94),
        ("intents.tsv", True, 0.98, 0.94),
        ("intents_blind.tsv", False, 0.95, 0.89),
        ("intents_blind.tsv", True, 0.95, 0.88),
    ],
)
def test_floor(interpreter: Interpreter, name: str, plain: bool, intent_floor: float, ask_floor: float) -> None:
    read: list[tuple[Case, Query]] = []
    for case in load(name):
        typed = fold(case.question) if plain else case.question
        read.append((case, interpreter.understand(typed, today=TODAY)))
    missed = [(case, query.intent.value) for case, query in read if query.intent.value not in case.intents]
    assert share([query.intent.value in case.intents for case, query in read]) >= intent_floor, (
        "blind" in name or missed
    )
    assert share([query.ask.value in case.asks for case, query in read if case.asks]) >= ask_floor
