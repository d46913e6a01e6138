"""What a plan is served from: kept with it, made again for newer code, opened only when it is asked for."""

from __future__ import annotations

import ast
import sqlite3
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge.catalog.database import CATALOG_FILE
from knowledge.catalog.store import STEPS, Catalog
from knowledge.digest import MADE_OF, Digest, digest_from, digest_of, packed_digest, served_of
from knowledge.library import Library
from knowledge.migrating import take_back
from knowledge.model import StoredPlan
from knowledge.settings import Settings
from knowledge.shelved import Passages, PlanFile, Units
from tests.knowledge.answering.collection import stored
from tests.knowledge.invented import plan_text

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 4, 1)
QUESTIONS = ("Khi nào các thôn nộp báo cáo 6 tháng?", "Ai ký kế hoạch?", "Xã Tân Lập nộp báo cáo khi nào?")


@pytest.fixture(scope="module")
def plan() -> StoredPlan:
    return stored("xa-an-hoa-2026", plan_text())


def plain(value: Any) -> Any:
    """Return a value with its arrays of numbers as lists, of whatever width."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if is_dataclass(value):
        return {spec.name: plain(getattr(value, spec.name)) for spec in fields(value)}
    return value


def served(settings: Settings) -> list[tuple[str, int]]:
    """Return what made each row, and how long its digest is."""
    with sqlite3.connect(settings.data_dir / CATALOG_FILE) as database:
        return database.execute("select made_by, length(digest) from served").fetchall()


def told(settings: Settings) -> list[str]:
    with Library.open(settings) as library:
        return [library.ask(question, today=TODAY).text for question in QUESTIONS]


def filled(*plans: StoredPlan) -> PlanFile:
    file = PlanFile()
    for each in plans:
        file.add((each.plan_id, "0"), served_of(each, "now"))
    file.filled()
    return file


def test_a_stored_digest_is_what_is_computed(plan: StoredPlan) -> None:
    computed = digest_of(plan)
    kept: Digest = digest_from(packed_digest(computed))
    assert plain(kept) == plain(computed)
    assert kept.passages == len(plan.passages) > 3
    assert len(kept.rows) == len(plan.units) > 3


def test_a_plan_comes_back_from_the_file_whole_and_part_by_part(plan: StoredPlan) -> None:
    other = stored("xa-khac", plan_text("25"))
    file = filled(plan, other)
    assert file.stored("xa-khac") == other
    lazy = file.shelved(plan.plan_id, plan.plan.header)
    assert (lazy.plan_id, lazy.plan.header) == (plan.plan_id, plan.plan.header)
    assert (lazy.passages, lazy.units) == (plan.passages, plan.units)
    assert lazy.plan.source_text == plan.plan.source_text
    assert list(lazy.plan.walk()) == list(plan.plan.walk())
    assert lazy.facts.deadlines == plan.facts.deadlines != ()
    assert lazy.facts.count() == plan.facts.count()
    with pytest.raises(AttributeError):
        lazy.nothing  # type: ignore[attr-defined] # noqa: B018


def test_units_and_passages_are_rows_of_all_plans(plan: StoredPlan) -> None:
    other = stored("xa-khac", plan_text("25"))
    file, first = filled(plan, other), len(plan.units)
    units = Units(file, {plan.plan_id: (0, first), "xa-khac": (first, first + len(other.units))})
    assert tuple(units) == plan.units + other.units
    assert units[-1] == other.units[-1]
    assert units[first - 1 : first + 1] == [plan.units[-1], other.units[0]]
    with pytest.raises(IndexError):
        units[len(units)]
    passages = Passages(file, {plan.plan_id: len(plan.passages), "xa-khac": len(other.passages)})
    assert dict(passages) == {each.id: each for each in (*plan.passages, *other.passages)}
    assert "xa-khac#9999" not in passages
    assert "ai-do#0" not in passages


def test_only_what_is_asked_for_is_opened(small: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    original = PlanFile._plan

    def spy(self: PlanFile, plan_id: str) -> Any:
        opened.append(plan_id)
        return original(self, plan_id)

    monkeypatch.setattr(PlanFile, "_plan", spy)
    with Library.open(small) as library:
        assert [stored.plan.header.title for stored in library.plans()] != []
        assert opened == []
        library.ask(QUESTIONS[0], today=TODAY)
        library.ask(QUESTIONS[0], today=TODAY)
    assert opened == ["xa-an-hoa-2026"]


def test_ingestion_keeps_what_is_served_and_a_start_makes_nothing(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(served(small)) == 1

    def never(*_: Any) -> Any:
        raise AssertionError("made again")

    monkeypatch.setattr("knowledge.upkeep.served_of", never)
    assert told(small)[0] != ""


@pytest.mark.parametrize("before", ["older code", "damaged", "no table"])
def test_an_older_folder_is_made_ready_once(small: Settings, before: str) -> None:
    """Rows by other code are not read, whatever they hold, nor damaged ones; a folder of the schema before has none."""
    expected, now = told(small), served(small)
    if before != "no table":
        with sqlite3.connect(small.data_dir / CATALOG_FILE) as database:
            database.execute("update served set body = x'0011223344556677'")
            database.execute("update served set made_by = 'older'" if before == "older code" else "select 1")
    else:
        catalog = Catalog.open(small.data_dir)
        with catalog._engine.begin() as connection:
            take_back(connection, STEPS, "0003")
        catalog.close()
    assert told(small) == expected
    assert served(small) == now


def test_a_folder_that_takes_nothing_is_served_all_the_same(
    small: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from knowledge.errors import DataUnwritable

    expected = told(small)
    with sqlite3.connect(small.data_dir / CATALOG_FILE) as database:
        database.execute("delete from served")

    def full(*_: Any) -> None:
        raise DataUnwritable("the disk is full")

    monkeypatch.setattr(Catalog, "keep_served", full)
    assert told(small) == expected
    assert served(small) == []


def test_every_module_that_makes_a_digest_is_known() -> None:
    """What a digest is made by, as far as imports reach, is what reads plans or stands in the list."""
    reading = ("knowledge.text", "knowledge.model", "knowledge.parsing", "knowledge.facts")
    types_only = ("knowledge.catalog", "knowledge.index.embedder", "knowledge.errors")
    listed = {path.relative_to(ROOT) for path in MADE_OF}
    reached, waiting = set[Path](), {"knowledge.digest"}
    while waiting:
        name = waiting.pop()
        file = _file_of(name)
        if file is None or file in reached or name in types_only or name.startswith(reading):
            continue
        reached.add(file)
        waiting |= _imported(file)
    assert reached == listed


def _file_of(name: str) -> Path | None:
    path = Path(*name.split("."))
    return next((each for each in (path.with_suffix(".py"), path / "__init__.py") if (ROOT / each).exists()), None)


def _imported(file: Path) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    found = [
        (node.module or "", each.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    ]
    return {f"{module}.{name}" if _file_of(f"{module}.{name}") else module for module, name in found}
