"""Whole documents and the duties that they state: beside each `documents/X.txt` stands `duties/X.jsonl`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.facts import extract
from knowledge.model import Deadline
from knowledge.parsing import parse
from knowledge.readers import read

DUTIES = Path(__file__).parent / "duties"
DOCUMENTS = Path(__file__).parents[1] / "documents"
EVERY = sorted(DUTIES.glob("*.jsonl"))
_SHOWN = ("section", "who", "what", "to", "recurrence", "period", "comparator", "stated", "until", "within", "time")


def shown(deadline: Deadline) -> dict[str, Any]:
    """What a duty says, without what it leaves open."""
    day = "/".join(
        str(part) for part in (deadline.day, deadline.month, deadline.year or deadline.inferred_year) if part
    )
    values = {name: getattr(deadline, name) for name in _SHOWN} | {"date": day or None}
    return {name: str(value) if isinstance(value, date) else value for name, value in values.items() if value}


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_the_duties_of_a_document(path: Path) -> None:
    source = next(file for file in DOCUMENTS.glob(f"{path.stem}.*") if file.suffix in (".txt", ".md"))
    plan = parse(read(source))
    found = extract(plan).deadlines
    assert [shown(duty) for duty in found] == [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for citation in (citation for duty in found for citation in duty.citations):
        assert plan.source_text[citation.start : citation.end] == citation.quote
