"""Score what the program reads of the labelled documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from knowledge import contracts
from knowledge.files import expand
from knowledge.intake import Job, read_job
from knowledge.model import StoredPlan
from tests.labels.match import header_field, is_dated, outline_item, same_sentence, same_time

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "gold" / "labels"
DOCUMENTS = ROOT.parent / "shared" / "more-plans"

_PASSAGE_CHARS = 900
_ANY_DAY = date(2026, 1, 1)  # a plan's line also tells its validity, which is not scored


@dataclass
class Tally:
    """Counts as [right, of]; missed, wrong: what to look at, as (document, words)."""

    precision: list[int] = field(default_factory=lambda: [0, 0])
    recall: list[int] = field(default_factory=lambda: [0, 0])
    undated: list[int] = field(default_factory=lambda: [0, 0])
    outline: list[int] = field(default_factory=lambda: [0, 0])
    header: list[int] = field(default_factory=lambda: [0, 0])
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def count(self, kind: list[int], right: bool, document: str, words: str, *, said: bool = False) -> None:
        """Count one label, or with `said` one line of output."""
        kind[0] += right
        kind[1] += 1
        if not right:
            (self.wrong if said else self.missed).append((document, words))

    def table(self) -> str:
        """Return the totals as plain text."""
        rows = (
            ("deadlines, precision", self.precision),
            ("deadlines, recall", self.recall),
            ("duties without a date", self.undated),
            ("outline", self.outline),
            ("header", self.header),
        )
        return "\n".join(f"{name:<24}{right / of if of else 0:6.1%}  {right}/{of}" for name, (right, of) in rows)


def labels() -> Iterator[dict[str, Any]]:
    """Yield every label file, in order of document."""
    for path in sorted(LABELS.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def read(folder: Path) -> list[StoredPlan]:
    """Read a folder's documents as an ingestion does, without embedding anything."""
    found = (read_job(Job(path, path.stem, _PASSAGE_CHARS)) for path in expand([folder]))
    return [entry.stored for entries in found if isinstance(entries, tuple) for entry in entries]


def score(stored_plans: Sequence[StoredPlan]) -> Tally:
    """Score plans that were made from the labelled documents; an attached one counts with its file."""
    tally = Tally()
    plans = [contracts.plan_json(stored.plan, _ANY_DAY) for stored in stored_plans]
    lines = [contracts.deadline_json(deadline) for stored in stored_plans for deadline in stored.facts.deadlines]
    for label in labels():
        stem = label["document"]
        mine = [plan for plan in plans if plan["plan"].partition("#")[0] == stem]
        _deadlines(tally, label, [line for line in lines if line["plan"].partition("#")[0] == stem])
        items = [item for plan in mine for item in plan["outline"]]
        for item in label["outline"]:
            found = any(outline_item(item, said) for said in items)
            tally.count(tally.outline, found, stem, f"outline {item['number']} {item['title']}")
        header: Mapping[str, Any] = next((plan for plan in mine if plan["plan"] == stem), {})
        for name, value in label["header"].items():
            right = bool(header) and header_field(name, value, header.get(name))
            tally.count(tally.header, right, stem, f"{name}: {value} / {header.get(name)}")
    return tally


def _deadlines(tally: Tally, label: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> None:
    stem, dated = label["document"], label["deadlines"]
    for wanted in dated:
        if not wanted.get("optional"):
            found = any(same_sentence(wanted, line) and same_time(wanted, line) for line in lines)
            tally.count(tally.recall, found, stem, wanted["quote"])
    for wanted in label["undated"]:
        if not wanted.get("optional"):
            tally.count(tally.undated, any(same_sentence(wanted, line) for line in lines), stem, wanted["quote"])
    for line in lines:
        if is_dated(line):
            right = any(same_sentence(wanted, line) and same_time(wanted, line) for wanted in dated)
            tally.count(tally.precision, right, stem, str(line["quote"]), said=True)
