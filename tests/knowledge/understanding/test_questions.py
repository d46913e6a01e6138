"""Written questions with what they mean; the fields that a line leaves out are not checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.model import Query
from knowledge.understanding import Interpreter

from .conftest import TODAY

HERE = Path(__file__).parent
SHORT = {
    "s": "dang-uy-so-gd-tphcm-2024",
    "b": "phong-gddt-ben-cat-2020",
    "l": "thanh-uy-lai-chau-2023",
    "q": "ubnd-quan-1-2023",
    "n": "ubnd-tp-quang-ngai-2018",
}


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def mistakes(expected: dict[str, Any], query: Query) -> list[str]:
    """Name each expectation that the query misses."""
    found = []
    for key, want in expected.items():
        if key in ("q", "history", "unit"):
            continue
        got: Any = getattr(query, {"lang": "language"}.get(key, key))
        if key == "units":
            want, got = {SHORT[c] for c in want}, set(got)
        elif key in ("unknown", "years", "numbers", "months"):
            want, got = list(want), list(got)
        elif key == "dates":
            want, got = [tuple(d) for d in want], list(got)
        elif key == "terms":
            got = [t for t in want if t in got]
        elif key == "restored":
            want, got = want.lower(), got.lower()
        if got != want:
            found.append(f"{key}: wanted {want!r}, got {got!r}")
    return found


def ask(interpreter: Interpreter, case: dict[str, Any]) -> Query:
    return interpreter.understand(case["q"], unit=case.get("unit"), history=case.get("history", ()), today=TODAY)


@pytest.mark.parametrize(
    "case",
    [case for name in sorted(HERE.glob("questions_*.jsonl")) for case in load(name.name)],
    ids=lambda c: c["q"][:60],
)
def test_question(case: dict[str, Any], interpreter: Interpreter) -> None:
    query = ask(interpreter, case)
    assert mistakes(case, query) == [], query
