"""A data folder of release 0.2.0, written by that release's own code, is brought up and, where possible, back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, create_engine, inspect, select, text

import bot.app  # noqa: F401 - declares every table
from bot.memory import STEPS as MEMORY
from bot.memory import Base, StateError
from bot.memory.state import State
from knowledge.catalog import schema
from knowledge.catalog.database import CATALOG_FILE
from knowledge.catalog.store import STEPS, Catalog
from knowledge.corrections.store import FILE as CORRECTIONS_FILE
from knowledge.corrections.store import STEPS as CORRECTIONS
from knowledge.corrections.store import Corrections
from knowledge.errors import DataIncompatible
from knowledge.migrating import FIRST, Steps, TooNew, bring_up, revision, take_back
from tests.bot.sent_plans import plan
from tests.conftest import settings_for

ROOT = Path(__file__).parents[2]
RELEASE = "463af12"
WRITE = """
import sys
from datetime import date
from pathlib import Path
import bot.app
from bot.reminder_store import ReminderStore, Wish
from bot.state import Asked, State
state = State(Path(sys.argv[1]) / "bot.db")
state.set_unit(7, "xa-an-binh-2026")
print(state.add_question(Asked(chat_id=7, text="khi nào nộp báo cáo?", unit=None, status="answered"), 1))
wish = Wish(7, None, 9, "duty", "Nộp báo cáo", date(2030, 6, 5), date(2030, 6, 2), 3)
print(ReminderStore(state.database).add(wish))
state.close()
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program as it was released."""
    folder = tmp_path_factory.mktemp("release") / "tree"
    add = ["git", "-C", str(ROOT), "worktree", "add", "--detach", str(folder), RELEASE]
    done = subprocess.run(add, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        pytest.skip(f"LEFT OUT: this clone has no {RELEASE} to write a data folder with: {done.stderr.strip()}")
    yield folder
    subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(folder)], timeout=60, check=True)


def run(tree: Path, data: Path, *arguments: str) -> str:
    env = {**os.environ, "DATA_DIR": str(data), "PYTHONPATH": str(tree), "OMP_WAIT_POLICY": "passive"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def written(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that the release has written."""
    data = tmp_path_factory.mktemp("written") / "data"
    (data.parent / "xa-an-binh-2026.txt").write_bytes(plan())
    run(release, data, "ingest.py", str(data.parent / "xa-an-binh-2026.txt"))
    run(release, data, "-c", WRITE, str(data))
    return data


def engine_of(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path}")


def content(engine: Engine, tables: MetaData) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the tables that both the database and `tables` have."""
    held = set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(text("*")).select_from(table))), key=repr
            )
            for table in tables.sorted_tables
            if table.name in held
        }


@pytest.mark.slow
def test_the_catalog_goes_forward_and_back(release: Path, written: Path) -> None:
    path = written / CATALOG_FILE
    before = content(engine_of(path), schema.metadata)
    assert before["versions"]
    plans = run(release, written, "-m", "knowledge", "plans", "--json")

    Catalog.open(written).close()
    with engine_of(path).connect() as connection:
        assert revision(connection, STEPS) == STEPS.newest
        assert differences(connection.engine, STEPS) == []
    after = content(engine_of(path), schema.metadata)
    for name, rows in before.items():  # a step may add columns, at the end
        assert [row[: len(old)] for row, old in zip(after[name], rows, strict=True)] == rows

    with engine_of(path).begin() as connection:
        take_back(connection, STEPS, FIRST)
        assert revision(connection, STEPS) == FIRST
    assert run(release, written, "-m", "knowledge", "plans", "--json") == plans
    assert json.loads(plans)["plan"] == "xa-an-binh-2026"


@pytest.mark.slow
def test_the_bots_memory_goes_forward_and_back(release: Path, written: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(written / "bot.db", tmp_path / "bot.db"))
    before = content(engine_of(path), Base.metadata)
    assert before["questions"]
    assert before["reminders"]

    state = State(path)
    assert state.unit(7) == "xa-an-binh-2026"
    asked = state.question(1)
    assert asked is not None
    assert asked.text == "khi nào nộp báo cáo?"
    state.close()
    assert differences(engine_of(path), MEMORY) == []
    with engine_of(path).begin() as connection:
        assert revision(connection, MEMORY) == MEMORY.newest
        take_back(connection, MEMORY, FIRST)
    assert "2" in run(release, tmp_path, "-c", WRITE, str(tmp_path))  # the release goes on with its own file
    assert len(content(engine_of(path), Base.metadata)["questions"]) == 2


def test_every_step_of_the_memory_can_be_taken_and_taken_back(tmp_path: Path) -> None:
    round_trip(MEMORY, tmp_path)


def test_a_new_memory_is_what_the_steps_make(tmp_path: Path) -> None:
    State(tmp_path / "bot.db").close()
    assert differences(engine_of(tmp_path / "bot.db"), MEMORY) == []


@pytest.mark.parametrize("mark", ["0003", "0008"])
def test_a_memory_of_a_build_between_two_releases_goes_on(mark: str, tmp_path: Path) -> None:
    state = State(tmp_path / "bot.db")
    state.set_unit(7, "xa-an-binh-2026")
    state.close()
    with engine_of(tmp_path / "bot.db").begin() as connection:
        connection.execute(text("UPDATE memory_revision SET version_num = :mark"), {"mark": mark})
        connection.execute(text("ALTER TABLE feeds RENAME COLUMN used_at TO made_at"))
        connection.execute(text("INSERT INTO feeds (user_id, secret, made_at) VALUES (7, 's', '2026-01-01 00:00:00')"))
        connection.execute(text("INSERT INTO counters (name, value) VALUES ('links', 400)"))
        if mark == "0003":
            for wanting in ("feeds", "amendments", "week_digests"):
                connection.execute(text(f"DROP TABLE {wanting}"))
            connection.execute(text("ALTER TABLE quiz_answers DROP COLUMN chosen"))
    state = State(tmp_path / "bot.db")
    assert state.unit(7) == "xa-an-binh-2026"
    state.close()
    with engine_of(tmp_path / "bot.db").connect() as connection:
        assert revision(connection, MEMORY) == MEMORY.newest
        assert connection.execute(text("SELECT value FROM counters")).scalar_one() == 400
        feeds = connection.execute(text("SELECT used_at FROM feeds")).scalars().all()
        assert all(str(used) > "2026-01-02" for used in feeds)
        assert len(feeds) == (mark == "0008")
    assert differences(engine_of(tmp_path / "bot.db"), MEMORY) == []


def test_a_memory_of_a_later_version_is_refused(tmp_path: Path) -> None:
    State(tmp_path / "bot.db").close()
    with engine_of(tmp_path / "bot.db").begin() as connection:
        connection.execute(text("UPDATE memory_revision SET version_num = '9999'"))
    with pytest.raises(StateError, match="9999"):
        State(tmp_path / "bot.db")


def test_every_step_of_the_catalog_can_be_taken_and_taken_back(tmp_path: Path) -> None:
    round_trip(STEPS, tmp_path)


def test_the_corrections_are_what_their_steps_make(tmp_path: Path) -> None:
    round_trip(CORRECTIONS, tmp_path)
    Corrections(settings_for(tmp_path)).undo(1)
    assert differences(engine_of(tmp_path / CORRECTIONS_FILE), CORRECTIONS) == []


def test_a_new_catalog_is_what_the_steps_make(tmp_path: Path) -> None:
    Catalog.open(tmp_path).close()
    assert differences(engine_of(tmp_path / CATALOG_FILE), STEPS) == []


def test_a_catalog_of_a_later_version_is_refused(tmp_path: Path) -> None:
    Catalog.open(tmp_path).close()
    with engine_of(tmp_path / CATALOG_FILE).begin() as connection:
        connection.execute(text("UPDATE catalog_revision SET version_num = '9999'"))
    with pytest.raises(DataIncompatible, match="update the program"):
        Catalog.open(tmp_path)


def test_an_unknown_revision_is_told(tmp_path: Path) -> None:
    with engine_of(tmp_path / "x.db").begin() as connection:
        bring_up(connection, STEPS)
        with pytest.raises(ValueError, match="0000"):
            take_back(connection, STEPS, "0000")
        connection.execute(text("UPDATE catalog_revision SET version_num = '9999'"))
        with pytest.raises(TooNew):
            bring_up(connection, STEPS)


def round_trip(steps: Steps, folder: Path) -> None:
    """Take every step from an empty database by the steps alone, compare with the program's tables, and go back."""
    from knowledge.migrating import _run

    with engine_of(folder / "steps.db").begin() as connection:
        _run(connection, steps, "upgrade", steps.newest)
    assert differences(engine_of(folder / "steps.db"), steps) == [], "write a step for what has changed"
    with engine_of(folder / "steps.db").begin() as connection:
        take_back(connection, steps, FIRST)
        assert revision(connection, steps) == FIRST
        assert bring_up(connection, steps) == FIRST
    assert differences(engine_of(folder / "steps.db"), steps) == []


def differences(engine: Engine, steps: Steps) -> list[object]:
    """Return what a database has otherwise than the program's tables."""

    def ours(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
        return not (kind == "table" and name == steps.table)

    with engine.connect() as connection:
        options = {"include_object": ours, "compare_type": False}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), steps.metadata))
