"""The catalog in a real PostgreSQL: the same plans and answers, a move that is checked, steps taken once."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from knowledge.__main__ import app
from knowledge.catalog.store import STEPS, Catalog
from knowledge.corrections.store import FILE as CORRECTIONS_FILE
from knowledge.errors import DataLocked
from knowledge.library import Library
from knowledge.migrating import revision
from knowledge.operation.archive import CATALOG_FILE, back_up, restore
from knowledge.operation.moving import move_catalog, move_corrections
from tests.bot.sent_plans import make_collection
from tests.conftest import settings_for
from tests.knowledge.invented import entry, generation
from tests.operation.postgres import running

DAY = date(2026, 3, 2)
ASKED = (
    "khi nào nộp báo cáo?",
    "xã Bình Mỹ nộp báo cáo cho ai?",
    "giá vàng hôm nay?",
    "đăng ký mô hình trước ngày nào?",
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running() as url:
        yield url


@pytest.fixture
def url(server: str) -> str:
    """An empty database of its own."""
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS plans WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE plans TEMPLATE template0 ENCODING 'UTF8'"))
    admin.dispose()
    return server.rsplit("/", 1)[0] + "/plans"


def answers(library: Library) -> list[tuple[str, str]]:
    return [(answer.status.value, answer.text) for answer in (library.ask(text, today=DAY) for text in ASKED)]


def test_plans_come_back_equal(url: str, tmp_path: Path) -> None:
    water, roads = entry("thon-1", ("Bảo vệ nguồn nước.", "Trồng cây.")), entry("thon-2", ("Sửa đường làng.",))
    catalog = Catalog.open(tmp_path, url)
    catalog.publish(generation("g1", water, roads), [water, roads])
    assert catalog.load() == (generation("g1", water, roads), (water.stored, roads.stored))
    assert catalog.sources([water.key]) == (water.raw,)
    changed = entry("thon-1", ("Bảo vệ rừng.",))
    catalog.publish(generation("g2", changed, roads), [changed])
    assert [kept.key for kept in catalog.history()] == [water.key, roads.key, changed.key]
    catalog.publish(generation("g3", roads), [], forget=["thon-1"])
    assert catalog.version_keys() == {roads.key}
    catalog.close()


def test_processes_that_open_an_empty_database_at_once_make_it_once(url: str, tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def open_it() -> None:
        try:
            Catalog.open(tmp_path, url).close()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    with create_engine(url).connect() as connection:
        assert revision(connection, STEPS) == STEPS.newest


def test_a_data_folder_is_moved_and_answers_the_same(url: str, tmp_path: Path) -> None:
    folder = make_collection(tmp_path)
    with Library.open(settings_for(folder)) as library:
        library.correct("xa-an-binh-2026", "number", "15/KH-UBND", keep=True)
        before = answers(library)
    done = CliRunner().invoke(app, ["move", "--to", url, "--data-dir", str(folder)])
    assert done.exit_code == 0, done.output
    assert "versions: 2 rows" in done.output
    again = CliRunner().invoke(app, ["move", "--to", url, "--data-dir", str(folder)])
    assert again.exit_code == 1
    assert "holds rows already" in again.output

    there = settings_for(tmp_path / "there").model_copy(update={"database_url": url})
    with Library.open(there, notify=lambda _: None) as library:
        assert answers(library) == before
        assert [each.value for each in library.corrections()] == ["15/KH-UBND"]
        library.correct("xa-an-binh-2026", "number", "16/KH-UBND", keep=True)
        added = tmp_path / "xa-moi-2026.txt"
        added.write_bytes(
            (tmp_path / "xa-an-binh-2026.txt").read_bytes().replace("AN BÌNH".encode(), "TÂN LẬP".encode())
        )
        assert [report.error for report in library.add_plans([added])] == [None]
        assert len(library.plans()) == 3
        now = answers(library)
    archive = tmp_path / "a.tar.gz"
    made: dict[str, Callable[[Path], object]] = {
        CATALOG_FILE: lambda copy: move_catalog(there, f"sqlite:///{copy}"),
        CORRECTIONS_FILE: lambda copy: move_corrections(there, copy),
    }
    manifest = back_up(there.data_dir, archive, made)
    assert (manifest.plans, [store.name for store in manifest.stores]) == (3, [CORRECTIONS_FILE, CATALOG_FILE])
    restore(archive, tmp_path / "back")
    with Library.open(settings_for(tmp_path / "back"), notify=lambda _: None) as library:
        assert answers(library) == now
        assert [each.value for each in library.corrections()] == ["16/KH-UBND"]
    listed = CliRunner().invoke(app, ["plans", "--json", "--data-dir", str(folder)])
    assert len([json.loads(line) for line in listed.output.splitlines()]) == 2  # the source is as it was


def test_one_machine_makes_a_generation_and_all_serve_it(url: str, tmp_path: Path) -> None:
    make_collection(tmp_path)
    files = sorted(tmp_path.glob("*.txt"))
    said: list[str] = []
    one, two = (settings_for(tmp_path / name).model_copy(update={"database_url": url}) for name in ("one", "two"))
    with Library.open(one, create=True, notify=lambda _: None) as first:
        first.add_plans(files[:1])
        with Library.open(two, notify=said.append) as second:
            second._model().embed_documents = _no_embedding  # type: ignore[method-assign, assignment]
            for held in (files[:1], files):
                first.add_plans(held)
                assert answers(second) == answers(first)
                assert [len(library.plans()) for library in (first, second)] == [len(held)] * 2
                assert second.generation == first.generation
            assert ["building it here" in line for line in said] == [True] * len(files)
            shutil.rmtree(two.data_dir / "index")
        with Library.open(two, notify=said.append) as second:
            assert answers(second) == answers(first)


def test_the_writers_of_two_machines_take_turns(url: str, tmp_path: Path) -> None:
    catalog, other = Catalog.open(tmp_path, url), Catalog.open(tmp_path, url)
    with catalog.writing(5), pytest.raises(DataLocked), other.writing(0.3):
        pass
    # a server gives a lock back when it notices that its holder has gone, which may be a moment later
    with pytest.raises(KeyError), catalog.writing(5):  # what goes wrong in the writer's own work is told as it is
        raise KeyError
    with other.writing(5), pytest.raises(DataLocked), catalog.writing(0):
        pass
    catalog.close()
    other.close()


def _no_embedding(_texts: list[str]) -> list[list[float]]:
    raise AssertionError("the catalog has every vector")
