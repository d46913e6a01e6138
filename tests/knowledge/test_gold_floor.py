"""The gold questions through the real library: a floor that only rises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

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
def test_gold_stays_above_its_floor(data_dir: Path, name: str) -> None:
    told = evaluated(GOLD / name, data_dir)
    wrong = "\n".join(f"{each['id']}: {each['reasons']}" for each in told["failures"])
    false, held = told["false_answers"]
    assert told["quotes_not_verbatim"] == 0, wrong
    assert told["accuracy"] >= FLOOR[name], wrong
    assert false <= MOST_FALSE_ANSWERS[name] * held, wrong


def evaluated(gold: Path, data_dir: Path) -> dict[str, Any]:
    """Return what the command tells: in a process of its own, that no other test has left anything in."""
    command = [sys.executable, "-m", "knowledge", "evaluate", str(gold), "--json", "--fails", "40"]
    done = subprocess.run(
        [*command, "--data-dir", str(data_dir)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told
