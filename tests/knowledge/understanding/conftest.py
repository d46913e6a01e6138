"""Interpreters over the real plans and over plans made up for a test."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from knowledge.model import Facts, Header, Plan, RawDocument, StoredPlan
from knowledge.parsing import parse
from knowledge.understanding import Interpreter

PLANS = Path(__file__).parents[3] / "knowledge" / "plans"
TODAY = date(2026, 3, 2)


def stored(plan_id: str, text: str) -> StoredPlan:
    plan = parse(RawDocument(plan_id, text, hashlib.sha256(text.encode()).hexdigest()))
    return StoredPlan(plan, (), Facts())


def made_up(plan_id: str, text: str, **header: object) -> StoredPlan:
    """A plan with a hand-made header."""
    return StoredPlan(Plan(plan_id, text, Header(**header), ()), (), Facts())  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def interpreter() -> Interpreter:
    return Interpreter([stored(path.stem, path.read_text(encoding="utf-8")) for path in sorted(PLANS.glob("*.txt"))])
