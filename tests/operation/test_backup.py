"""One archive of everything that is kept: from a bot at work, into an empty folder, the same afterwards."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import tarfile
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.memory.state import Asked, State
from knowledge.errors import DataIncompatible, DataMissing, DataUnwritable
from knowledge.evaluation import load_gold
from knowledge.library import Library
from knowledge.operation.archive import MANIFEST, back_up, restore
from tests.conftest import settings_for

pytestmark = pytest.mark.slow  # many seconds, or real processes

GOLD = Path(__file__).parents[1] / "gold" / "questions.jsonl"
DAY = date(2026, 3, 2)


@pytest.fixture
def folder(data_dir: Path, tmp_path: Path) -> Path:
    """A copy of the five plans' data folder with a bot's memory."""
    copy = Path(shutil.copytree(data_dir, tmp_path / "here"))
    state = State(copy / "bot.db")
    state.set_unit(7, "ubnd-quan-1-2023")
    state.add_question(Asked(chat_id=7, text="khi nào nộp báo cáo?", unit=None, status="answered"), 1)
    state.close()
    (copy / "gold-proposals.jsonl").write_text('{"question": "một"}\n{"question": "ha', "utf-8")
    (copy / "console.log").write_text("a line\n", "utf-8")
    (copy / "bot-7.lock").touch()
    return copy


def answers(folder: Path) -> list[tuple[str, str, str]]:
    asked = load_gold(GOLD)[:50]
    with Library.open(settings_for(folder)) as library:
        given = [library.ask(item.question, unit=item.scope, history=item.history, today=DAY) for item in asked]
    return [(item.question, answer.status.value, answer.text) for item, answer in zip(asked, given, strict=True)]


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as held:
        names = [name for (name,) in held.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
        return {name: held.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def test_an_archive_holds_no_earlier_archives(folder: Path) -> None:
    first = back_up(folder, folder / "so-tay-1.tar.gz")
    back_up(folder, folder / "backups" / "so-tay-2.tar.gz")
    third = back_up(folder, folder / "backups" / "so-tay-3.tar.gz")
    assert [store.name for store in third.stores] == [store.name for store in first.stores]
    assert "so-tay-1.tar.gz" in third.left_out


def test_everything_that_is_kept_comes_back(folder: Path, tmp_path: Path) -> None:
    before = answers(folder)
    manifest = back_up(folder, tmp_path / "archives" / "a.tar.gz")
    assert [store.name for store in manifest.stores] == ["bot.db", "gold-proposals.jsonl", "catalog.sqlite3"]
    assert manifest.plans == 5
    assert {"index", "console.log", "bot-7.lock", "writer.lock"} <= set(manifest.left_out)

    there = tmp_path / "there"
    assert restore(tmp_path / "archives" / "a.tar.gz", there) == manifest
    assert {path.name for path in there.iterdir()} == {"bot.db", "gold-proposals.jsonl", "catalog.sqlite3"}
    for name in ("bot.db", "catalog.sqlite3"):
        assert rows(there / name) == rows(folder / name)
    assert json.loads((there / "gold-proposals.jsonl").read_text("utf-8")) == {"question": "một"}
    assert answers(there) == before
    state = State(there / "bot.db")
    assert state.unit(7) == "ubnd-quan-1-2023"
    state.close()


def test_an_archive_is_taken_from_a_bot_at_work(folder: Path, tmp_path: Path) -> None:
    """Each question is written with its vote in one transaction; the copy holds as many of the one as of the other."""
    stop = threading.Event()
    written: list[int] = []

    def work() -> None:
        state = State(folder / "bot.db")
        with closing(sqlite3.connect(folder / "bot.db", timeout=30)) as raw:
            raw.execute("CREATE TABLE pairs (n INTEGER)")
            raw.commit()
            while not stop.is_set() and len(written) < 5000:
                raw.execute("INSERT INTO pairs VALUES (1)")
                raw.execute("INSERT INTO pairs VALUES (2)")
                raw.commit()
                written.append(state.add_question(Asked(chat_id=8, text="x", unit=None), len(written)))
        state.close()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        while len(written) < 20:
            pass
        counts = []
        for serial in range(3):
            manifest = back_up(folder, tmp_path / f"{serial}.tar.gz")
            (memory,) = [store for store in manifest.stores if store.name == "bot.db"]
            counts.append((memory.rows["pairs"], memory.rows["questions"]))
            at = len(written)
            while len(written) < at + 20 and worker.is_alive():
                pass
    finally:
        stop.set()
        worker.join(30)
    assert all(pairs % 2 == 0 for pairs, _ in counts)
    assert counts[0][0] < counts[1][0] < counts[2][0]
    restore(tmp_path / "2.tar.gz", tmp_path / "there")
    assert len(rows(tmp_path / "there" / "bot.db")["pairs"]) == counts[2][0]


def test_the_commands(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(folder))
    assert main(["backup"]) == 0
    (archive,) = (tmp_path / "backups").iterdir()
    assert archive.stat().st_mode & 0o077 == 0
    said = capsys.readouterr().out
    assert "bot.db" in said
    assert "không sao lưu index: sẽ dựng lại từ kho văn bản" in said

    assert main(["backup", str(tmp_path / "a" / "new folder")]) == 0
    assert [path.suffix for path in (tmp_path / "a" / "new folder").iterdir()] == [".gz"]

    assert main(["restore", str(archive)]) == 1
    assert "is not empty" in capsys.readouterr().err
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "there"))
    assert main(["restore", str(archive)]) == 0
    assert "5 văn bản" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "none.tar.gz")]) == 1


def test_only_the_newest_archives_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    State(tmp_path / "data" / "bot.db").close()
    kept = tmp_path / "archives"
    kept.mkdir()
    for day in (1, 2, 3):
        (kept / f"so-tay-2020010{day}-000000.tar.gz").touch()
    (kept / "another.tar.gz").touch()
    assert main(["backup", "--keep", "2", str(kept)]) == 0
    names = sorted(path.name for path in kept.iterdir())
    assert names[:2] == ["another.tar.gz", "so-tay-20200103-000000.tar.gz"]
    assert len(names) == 3


def test_nothing_to_keep(tmp_path: Path) -> None:
    with pytest.raises(DataMissing):
        back_up(tmp_path / "nowhere", tmp_path / "a.tar.gz")
    assert not (tmp_path / "a.tar.gz").exists()


def test_a_damaged_store_is_told_and_no_archive_appears(folder: Path, tmp_path: Path) -> None:
    with (folder / "bot.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    with pytest.raises(DataIncompatible, match=r"bot\.db"):
        back_up(folder, tmp_path / "a.tar.gz")
    assert not (tmp_path / "a.tar.gz").exists()
    assert not list(tmp_path.glob(".so-tay-backup-*"))


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _no_archive(_: bytes) -> bytes:
    return b"not an archive"


def _turned(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 0x40]) + data[at + 1 :]


@pytest.mark.parametrize("harm", [_cut, _no_archive, _turned])
def test_a_damaged_archive_leaves_the_folder_empty(
    folder: Path, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    back_up(folder, tmp_path / "a.tar.gz")
    (tmp_path / "b.tar.gz").write_bytes(harm((tmp_path / "a.tar.gz").read_bytes()))
    with pytest.raises(DataIncompatible):
        restore(tmp_path / "b.tar.gz", tmp_path / "there")
    assert list((tmp_path / "there").iterdir()) == []


def test_damage_anywhere_is_noticed(folder: Path, tmp_path: Path) -> None:
    # What notices it depends on the place: the tar's own sums, the packing (zlib.error as it is), or the digests.
    back_up(folder, tmp_path / "a.tar.gz")
    data = bytearray((tmp_path / "a.tar.gz").read_bytes())
    for at in range(12, len(data) - 600, len(data) // 60):
        harmed = bytearray(data)
        harmed[at : at + 512] = bytes(512)
        (tmp_path / "b.tar.gz").write_bytes(harmed)
        with pytest.raises(DataIncompatible):
            restore(tmp_path / "b.tar.gz", tmp_path / "there")
        assert list((tmp_path / "there").iterdir()) == [], at


def archive_of(path: Path, manifest: dict[str, object], members: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, data in {MANIFEST: json.dumps(manifest).encode(), **members}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "a/../../outside"])
def test_an_archive_writes_nothing_outside_the_folder(tmp_path: Path, name: str) -> None:
    store = {"name": name, "bytes": 1, "sha256": "0" * 64, "rows": {}}
    manifest = {"program": "9", "created": "", "plans": 0, "stores": [store], "left_out": {}, "format": 1}
    archive = archive_of(tmp_path / "a.tar.gz", manifest, {f"stores/{name}": b"x"})
    with pytest.raises(DataIncompatible, match="outside"):
        restore(archive, tmp_path / "there")
    assert not (tmp_path / "outside").exists()


def test_an_archive_of_a_later_format_is_refused(tmp_path: Path) -> None:
    manifest = {"program": "9.0", "created": "", "plans": 0, "stores": [], "left_out": {}, "format": 99}
    with pytest.raises(DataIncompatible, match="update this program"):
        restore(archive_of(tmp_path / "a.tar.gz", manifest, {}), tmp_path / "there")


def test_a_folder_that_holds_something_stays_as_it_is(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.tar.gz")
    there = tmp_path / "there"
    there.mkdir()
    (there / "bot.db").write_text("mine", "utf-8")
    with pytest.raises(DataUnwritable, match="not empty"):
        restore(tmp_path / "a.tar.gz", there)
    assert (there / "bot.db").read_text("utf-8") == "mine"
