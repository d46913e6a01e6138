"""Sentences of our own, in the style of such plans, with the duties that they hold (sentences*.jsonl)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.facts import extract
from knowledge.model import Deadline, Header, Period, Plan, Section, SectionKind
from knowledge.text import EMPTY, clean

FILES = sorted(Path(__file__).parent.glob("sentences*.jsonl"))
CASES: list[dict[str, Any]] = [
    json.loads(line) for file in FILES for line in file.read_text(encoding="utf-8").splitlines() if line
]


def plan_of(case: dict[str, Any]) -> Plan:
    """A plan for 2025, issued on 10 January, whose only item holds the sentence."""
    heading, text = case.get("heading", ""), case["text"]
    source = f"{heading}\n{text}" if heading else text
    start, end = case.get("period", ["2025-01-01", "2025-12-31"])
    header = Header(date=date(2025, 1, 10), period=Period(date.fromisoformat(start), date.fromisoformat(end)))
    body = Section(SectionKind.PARAGRAPH, "III.1", body=clean(source, len(source) - len(text)))
    item = Section(
        SectionKind.ITEM,
        "III.1",
        number="1",
        heading=clean(source, 0, len(heading)) if heading else EMPTY,
        children=(body,),
    )
    return Plan("p", source, header, (item,))


def matches(deadline: Deadline, wanted: dict[str, Any]) -> list[str]:
    wrong = []
    for key, value in wanted.items():
        found = getattr(deadline, key)
        found = found.isoformat() if isinstance(found, date) else found
        if (key == "what" and value.lower() not in found.lower()) or (key != "what" and found != value):
            wrong.append(f"{key}: {found!r}, wanted {value!r}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_sentence(case: dict[str, Any]) -> None:
    plan = plan_of(case)
    deadlines = extract(plan).deadlines
    assert len(deadlines) == len(case["expect"]), [(d.who, d.what, d.stated, d.recurrence) for d in deadlines]
    for deadline, wanted in zip(deadlines, case["expect"], strict=True):
        assert matches(deadline, wanted) == []
        for citation in deadline.citations:
            assert plan.source_text[citation.start : citation.end] == citation.quote
