"""Many files at once: in parallel, batch by batch, each document once, whatever name it comes under."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from knowledge import intake
from knowledge.index import generations
from knowledge.intake import IngestStatus, PlanReport
from knowledge.library import Library
from knowledge.parallel import in_order
from knowledge.parsing import documents_of
from knowledge.readers import read
from knowledge.settings import Settings
from tests.bench.many import kill_often, write
from tests.conftest import reading_side_by_side, settings_for
from tests.knowledge.invented import plan_text
from tests.knowledge.test_attached import DOCUMENTS
from tests.knowledge.test_index import PASSAGES, VECTORS
from tests.knowledge.word_files import para, word

pytestmark = pytest.mark.slow  # many seconds, or real processes

ROOT = Path(__file__).parents[2]
ADDED, UNCHANGED, REPLACED, FAILED = IngestStatus


@pytest.fixture(autouse=True)
def _side_by_side() -> Iterator[None]:
    with reading_side_by_side():
        yield


def put(settings: Settings, *paths: Path, supersede: bool = False) -> list[PlanReport]:
    with Library.open(settings, create=True, notify=lambda _: None) as library:
        return library.add_plans(paths, supersede=supersede)


def text_file(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# ---------------------------------------------------------------------------------------------------- in parallel


def doubled(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def test_results_come_in_order_and_a_job_that_ends_its_process_ends_no_other() -> None:
    assert list(in_order(doubled, range(9), lambda job: -job)) == [0, 2, 4, 6, 8, -5, 12, 14, 16]


def noted(job: tuple[Path, int]) -> bytes:
    job[0].touch()
    return bytes(job[1])


def _begun_while_the_caller_is_busy(folder: Path, size: int, enough: int, seconds: float) -> int:
    folder.mkdir()
    results = in_order(noted, [(folder / str(number), size) for number in range(200)], lambda _: b"")
    for _ in range(3):
        next(results)
    end = time.monotonic() + seconds
    while len(list(folder.iterdir())) < enough and time.monotonic() < end:
        time.sleep(0.1)
    return len(list(folder.iterdir()))


def test_processes_go_on_while_the_caller_is_busy_as_far_as_what_waits_is_small(tmp_path: Path) -> None:
    ahead = 4 * min(4, os.cpu_count() or 1)
    assert _begun_while_the_caller_is_busy(tmp_path / "small", 10, 5 * ahead, 30) >= 5 * ahead
    assert _begun_while_the_caller_is_busy(tmp_path / "large", 9_000_000, 5 * ahead, 3) <= ahead + 3


def test_processes_begin_although_nobody_can_go_to_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert list(in_order(abs, range(5), lambda job: -1)) == [0, 1, 2, 3, 4]


def test_workers_end_with_the_process_that_started_them() -> None:
    script = "import time; from knowledge.parallel import in_order; next(in_order(time.sleep, [600] * 8, abs))"
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        workers: list[psutil.Process] = []
        until = time.monotonic() + 60
        while len(workers) < 2 and time.monotonic() < until:
            workers = [
                child for child in psutil.Process(process.pid).children() if "spawn_main" in str(child.cmdline())
            ]
            time.sleep(0.1)
        time.sleep(2)  # their watch has begun
        process.kill()
    assert workers
    assert psutil.wait_procs(workers, timeout=60)[1] == []


def test_many_files_go_in_batch_by_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "BATCH_PLANS", 3)
    built: list[str] = []
    monkeypatch.setattr(generations, "extend", _noting(built, generations.extend))
    folder = write(tmp_path / "plans", range(7))
    (folder / "xa-3-b.txt").write_bytes(b"\0")
    settings = settings_for(tmp_path / "data")
    reports = put(settings, folder)
    assert [report.status for report in reports].count(ADDED) == 7
    assert [report.path.name for report in reports if report.error] == ["xa-3-b.txt"]
    assert len(built) == 2  # after the first batch, which is built whole
    assert [report.status for report in put(settings, folder)].count(UNCHANGED) == 7
    assert len(built) == 2
    with Library.open(settings) as library:
        assert len(library.plans()) == 7
        assert [hit.passage.plan_id for hit in library.search("thôn 6.12 gửi báo cáo", 1)] == ["xa-6"]


def _noting(built: list[str], real: object) -> object:
    def extend(*arguments: object) -> None:
        built.append(str(arguments[2]))
        real(*arguments)  # type: ignore[operator]

    return extend


# -------------------------------------------------------------------------------------------------- generations


def test_an_extended_generation_is_what_a_whole_one_is(tmp_path: Path) -> None:
    one, two = PASSAGES[:4], PASSAGES[4:]
    generations.build(tmp_path, "base", two, VECTORS[4:])
    generations.extend(tmp_path, "base", "more", one, VECTORS[:4], ())
    generations.build(tmp_path, "whole", PASSAGES, VECTORS)
    for name in ("rows.json", "vectors.npy"):
        built = [(tmp_path / "index" / made / "dense" / name).read_bytes() for made in ("more", "whole")]
        assert built[0] == built[1]
    found = []
    for made in ("more", "whole"):
        index = generations.open_index(tmp_path, made, len(PASSAGES))
        generations.check(index, PASSAGES, VECTORS)
        found.append(dict(index.lexical.search(["bao", "cao", "nam"], 5, None)))
        index.close()
    assert found[0] == pytest.approx(found[1])
    generations.extend(tmp_path, "more", "less", (), (), {"thon-1"})
    for name, passages, vectors in (("base", two, VECTORS[4:]), ("less", two, VECTORS[4:])):
        index = generations.open_index(tmp_path, name, len(passages))  # what was built upon is as it was sealed
        generations.check(index, passages, vectors)
        index.close()


@pytest.mark.parametrize("part", ["dense/vectors.npy", "lexical/meta.json"])
def test_a_damaged_generation_is_not_built_upon(small: Settings, tmp_path: Path, part: str) -> None:
    (folder,) = (small.data_dir / "index").iterdir()
    (folder / part).write_bytes(b"x")
    assert [r.status for r in put(small, text_file(tmp_path, "moi.txt", plan_text("11")))] == [ADDED]
    with Library.open(small) as library:
        assert [stored.plan_id for stored in library.plans()] == ["moi", "xa-an-hoa-2026"]
        assert {hit.passage.plan_id for hit in library.search("báo cáo 6 tháng")} == {"moi", "xa-an-hoa-2026"}


# ----------------------------------------------------------------------------------------------- names of plans


def test_files_of_one_stem_are_named_with_their_kind(tmp_path: Path) -> None:
    settings, inbox = settings_for(tmp_path / "data"), tmp_path / "inbox"
    text_file(inbox, "ke-hoach.txt", plan_text())
    (inbox / "ke-hoach.docx").write_bytes(word(*map(para, plan_text("12").replace("Số: 12/", "Số: 13/").splitlines())))
    names = ["ke-hoach.docx", "ke-hoach.txt"]
    assert [(r.plan_id, r.status, r.warnings) for r in put(settings, inbox)] == [(name, ADDED, ()) for name in names]
    assert [(r.plan_id, r.status) for r in put(settings, inbox / names[1])] == [(names[1], UNCHANGED)]


def test_the_same_text_and_the_same_document_under_another_name_are_noticed(small: Settings, tmp_path: Path) -> None:
    same, newer = (text_file(tmp_path, f"{day}.txt", plan_text(day)) for day in ("10", "25"))
    (report,) = put(small, same)
    assert (report.status, report.warnings[0]) == (ADDED, "the same text as xa-an-hoa-2026; take one of them out")
    (report,) = put(small, newer)
    assert report.status is ADDED
    assert [warning.split(",")[0] for warning in report.warnings[:2]] == [
        f"the same document as {name} (12/KH-UBND)" for name in ("10", "xa-an-hoa-2026")
    ]


def test_a_newer_text_takes_the_place_of_the_same_document_when_that_is_wished(small: Settings, tmp_path: Path) -> None:
    (report,) = put(small, text_file(tmp_path, "moi.txt", plan_text("25")), supersede=True)
    assert (report.status, report.warnings[0]) == (REPLACED, "in place of xa-an-hoa-2026")
    other = plan_text("26").replace("XÃ AN HÒA", "XÃ AN BÌNH")
    assert put(small, text_file(tmp_path, "khac.txt", other), supersede=True)[0].status is ADDED
    with Library.open(small) as library:
        assert [stored.plan_id for stored in library.plans()] == ["khac", "moi"]
        assert [version.key[0] for version in library.versions("moi")] == ["xa-an-hoa-2026", "moi"]


def test_a_file_of_two_documents_is_known_again_and_loses_the_second_with_its_text(tmp_path: Path) -> None:
    decision, plan = (part.text for part in documents_of(read(DOCUMENTS / "decision-with-plan.txt")))
    settings, path = settings_for(tmp_path / "data"), text_file(tmp_path, "quyet-dinh.txt", decision + plan)
    names = ["quyet-dinh", "quyet-dinh#2"]
    assert [(r.plan_id, r.status) for r in put(settings, path)] == [(name, ADDED) for name in names]
    assert [(r.plan_id, r.status) for r in put(settings, path)] == [(name, UNCHANGED) for name in names]
    path.write_text(decision, encoding="utf-8")
    assert [(r.plan_id, r.status) for r in put(settings, path)] == [(names[0], REPLACED)]
    with Library.open(settings) as library:
        assert [stored.plan_id for stored in library.plans()] == names[:1]


def test_killed_at_random_nothing_is_lost_doubled_or_there_by_half(tmp_path: Path) -> None:
    struck, found = kill_often(tmp_path, 5, 24, random.Random(7))
    assert struck == 5
    assert sorted(found) == sorted(f"xa-{number}" for number in range(24))
