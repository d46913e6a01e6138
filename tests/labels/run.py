"""Score what the program reads of the labelled documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from knowledge import contracts
from knowledge.files import expand
from knowledge.intake import Job, read_job
from knowledge.model import StoredPlan
from tests.labels.match import header_field, is_dated, outline_item, plain, same_name, same_sentence, same_time

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
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
    actors: list[int] = field(default_factory=lambda: [0, 0])
    recipients: list[int] = field(default_factory=lambda: [0, 0])
    people: list[int] = field(default_factory=lambda: [0, 0])
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
            ("who, of what is found", self.actors),
            ("to whom", self.recipients),
            ("people with their roles", self.people),
        )
        return "\n".join(f"{name:<24}{right / of if of else 0:6.1%}  {right}/{of}" for name, (right, of) in rows)


def folders() -> list[Path]:
    """Return where labelled documents lie: the real ones, those beside the labels, and collections that hold some."""
    stems = {label["document"] for label in labels()}
    invented = {path.parent for path in GOLD.glob("collections/*/documents/*") if path.stem in stems}
    return [DOCUMENTS, GOLD / "labels" / "documents", *sorted(invented)]


def source(label: Mapping[str, Any]) -> Path | None:
    """Return the document that a label is of, None where it is not here."""
    return next((path for folder in folders() for path in folder.glob(f"{label['document']}.*")), None)


def labels(folder: Path | None = None) -> Iterator[dict[str, Any]]:
    """Yield every label file, or those of a folder's documents, in order of document."""
    for path in sorted(GOLD.glob("labels/*.json")):
        if folder is None or any(folder.glob(f"{path.stem}.*")):
            yield json.loads(path.read_text(encoding="utf-8"))


def read(folder: Path) -> list[StoredPlan]:
    """Read a folder's documents as an ingestion does, without embedding anything."""
    found = (read_job(Job(path, path.stem, _PASSAGE_CHARS)) for path in expand([folder]))
    return [entry.stored for entries in found if isinstance(entries, tuple) for entry in entries]


def score(stored_plans: Sequence[StoredPlan], labelled: Iterable[Mapping[str, Any]]) -> Tally:
    """Score plans that were made from labelled documents; an attached one counts with its file."""
    tally = Tally()
    plans = [contracts.plan_json(stored.plan, _ANY_DAY) for stored in stored_plans]
    lines = [contracts.deadline_json(deadline) for stored in stored_plans for deadline in stored.facts.deadlines]
    for label in labelled:
        stem = label["document"]
        mine = [plan for plan in plans if plan["plan"].partition("#")[0] == stem]
        _deadlines(tally, label, [line for line in lines if line["plan"].partition("#")[0] == stem])
        _people(tally, label, stored_plans)
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
    for kind, entries in ((tally.recall, dated), (tally.undated, label["undated"])):
        for wanted in entries:
            of_it = [line for line in lines if same_sentence(wanted, line)]
            found = of_it if kind is tally.undated else [line for line in of_it if same_time(wanted, line)]
            if not wanted.get("optional"):
                tally.count(kind, bool(found), stem, wanted["quote"])
            _parties(tally, stem, wanted, found)
    for line in lines:
        if is_dated(line):
            right = any(same_sentence(wanted, line) and same_time(wanted, line) for wanted in dated)
            tally.count(tally.precision, right, stem, str(line["quote"]), said=True)


def _people(tally: Tally, label: Mapping[str, Any], stored_plans: Sequence[StoredPlan]) -> None:
    """Count who is named for a work, with the role that the document gives; few labels tell people."""
    stem = label["document"]
    mine = [stored.facts.people for stored in stored_plans if stored.plan_id.partition("#")[0] == stem]
    said = [(plain(person.name), person.role) for people in mine for person in people]
    for wanted in label.get("people", ()):
        roles = [role for name, role in said if name == plain(wanted["name"])]
        right = any(same_name(wanted["role"], role) for role in roles)
        tally.count(tally.people, right, stem, f"person: {wanted['name']}, {wanted['role']} / {roles}")


def _parties(tally: Tally, stem: str, wanted: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> None:
    """Count who does what was found, and to whom it goes, where the label names them."""
    for kind, name in ((tally.actors, "who"), (tally.recipients, "to")):
        if found and wanted[name]:
            said = [line[name] for line in found]
            right = any(same_name(wanted[name], words) for words in said)
            tally.count(kind, right, stem, f"{name}: {wanted[name]} / {said} {wanted['quote']}")
