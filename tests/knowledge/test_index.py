"""Index generations: built aside, sealed, checked, opened from a copy; any damage is noticed before opening."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import DataLocked, DataUnwritable
from knowledge.index import dense, generations
from knowledge.index.generations import IndexDamaged, PassageIndex
from knowledge.index.matrix import Matrix
from knowledge.model import Passage
from tests.knowledge.invented import entry

SENTENCES = ("Nộp báo cáo sáu tháng.", "Trồng rừng đầu nguồn.", "Khen thưởng tập thể.", "Sửa đường làng.")
PASSAGES: tuple[Passage, ...] = (
    *entry("thon-1", SENTENCES).stored.passages,
    *entry("thon-2", (*SENTENCES[1:], "Nộp báo cáo năm, số 07 và 12/KH.")).stored.passages,
)
VECTORS = list(np.eye(len(PASSAGES), 24, dtype="f4"))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    generations.build(tmp_path, "g-1", PASSAGES, VECTORS)
    return tmp_path


@pytest.fixture
def index(built: Path) -> Iterator[PassageIndex]:
    opened = generations.open_index(built, "g-1", len(PASSAGES))
    yield opened
    opened.close()


def test_a_fresh_index_passes_its_check(index: PassageIndex) -> None:
    generations.check(index, PASSAGES, VECTORS)


def test_a_check_notices_missing_passages_and_foreign_vectors(index: PassageIndex) -> None:
    with pytest.raises(IndexDamaged, match="expected 7"):
        generations.check(index, PASSAGES[:-1], VECTORS)
    with pytest.raises(IndexDamaged, match="not the one that was given"):
        generations.check(index, PASSAGES, VECTORS[::-1])


def test_vectors_are_found_by_cosine_within_the_plans_asked_for(index: PassageIndex) -> None:
    vector = (VECTORS[5] * 0.9 + VECTORS[1] * 0.4).tolist()
    found = index.dense.search(vector, 2, None)
    assert [passage_id for passage_id, _ in found] == ["thon-2#1", "thon-1#1"]
    assert found[0][1] == pytest.approx(0.9 / np.hypot(0.9, 0.4), abs=1e-3)
    assert [i for i, _ in index.dense.search(vector, 9, ["thon-1"])][:1] == ["thon-1#1"]
    assert all(i.startswith("thon-1#") for i, _ in index.dense.search(vector, 9, ["thon-1"]))


@pytest.mark.parametrize(
    ("words", "first"),
    [("nop bao cao", "thon-1#0"), ("bao cao nam", "thon-2#3"), ("trong rung", "thon-1#1"), ("7", "thon-2#3")],
)
def test_words_are_found_without_diacritics(index: PassageIndex, words: str, first: str) -> None:
    assert index.lexical.search(words.split(), 3, None)[0][0] == first


def test_words_are_found_within_the_plans_asked_for(index: PassageIndex) -> None:
    found = index.lexical.search(["bao", "cao"], 9, ["thon-2"])
    assert [passage_id for passage_id, _ in found] == ["thon-2#3"]
    assert index.lexical.search(["bao"], 9, ["thon-3"]) == []


@pytest.mark.parametrize("words", [[], [""], ["khong_co"], ["AND", "OR", '"', "*", "plan:x"], ["a"] * 5000])
def test_no_words_break_the_search(index: PassageIndex, words: list[str]) -> None:
    assert index.lexical.search(words, 5, None) == []


def test_many_threads_search_one_index(index: PassageIndex) -> None:
    wrong: list[object] = []

    def search(n: int) -> None:
        for _ in range(40):
            if index.dense.search(VECTORS[n].tolist(), 1, [PASSAGES[n].plan_id])[0][0] != PASSAGES[n].id:
                wrong.append(n)
            if not index.lexical.search(["bao", "cao"], 3, None):
                wrong.append("words")

    threads = [threading.Thread(target=search, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=180)
    assert wrong == []


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "emptied": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"\xde\xad\xbe\xef" * 300),
    "one bit": lambda path: path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1])),
    "missing": Path.unlink,
    "a folder": _become_a_folder,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_any_file_is_noticed_before_it_is_opened(built: Path, damage: str) -> None:
    pristine = built / "pristine"
    shutil.copytree(built / "index" / "g-1", pristine)
    names = [path.relative_to(pristine) for path in _files(pristine) if path.stat().st_size]
    assert len(names) > 8
    for name in names:
        shutil.rmtree(built / "index" / "g-1")
        shutil.copytree(pristine, built / "index" / "g-1")
        DAMAGES[damage](built / "index" / "g-1" / name)
        with pytest.raises(IndexDamaged):
            generations.open_index(built, "g-1", len(PASSAGES))


@pytest.mark.parametrize("part", ["dense", "lexical", "seal.json", "."])
def test_missing_parts_are_noticed(built: Path, part: str) -> None:
    path = built / "index" / "g-1" / part
    path.unlink() if path.is_file() else shutil.rmtree(path)
    with pytest.raises(IndexDamaged):
        generations.open_index(built, "g-1", len(PASSAGES))


@pytest.mark.parametrize("seal", ["{}", "[]", "null", '{"dense/vectors.npy": "0"}'])
def test_a_foreign_seal_is_noticed(built: Path, seal: str) -> None:
    (built / "index" / "g-1" / "seal.json").write_text(seal)
    with pytest.raises(IndexDamaged):
        generations.open_index(built, "g-1", len(PASSAGES))


def test_opening_and_searching_leaves_the_sealed_files_alone(built: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in _files(built / "index")}

    before = state()
    index = generations.open_index(built, "g-1", len(PASSAGES))
    index.dense.search(VECTORS[0].tolist(), 3, None)
    index.lexical.search(["bao"], 3, None)
    index.close()
    assert state() == before


def test_an_open_index_outlives_its_sealed_folder(index: PassageIndex, built: Path) -> None:
    shutil.rmtree(built / "index")
    assert index.dense.search(VECTORS[2].tolist(), 1, None)[0][0] == "thon-1#2"
    assert index.lexical.search(["khen", "thuong"], 1, None)[0][0] == "thon-1#2"


def test_closing_deletes_the_private_copy_and_opening_sweeps_those_of_the_dead(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (temporary / f"so-tay-index-{ended.pid}-abc").mkdir()
    # In a container the process before this one had the same number.
    (temporary / f"so-tay-index-{os.getpid()}-1-abc").mkdir()
    (temporary / "so-tay-index-of-somebody").mkdir()
    index = generations.open_index(built, "g-1", len(PASSAGES))
    assert sorted(p.name for p in temporary.iterdir()) == sorted([index.folder.name, "so-tay-index-of-somebody"])
    index.close()
    assert [p.name for p in temporary.iterdir()] == ["so-tay-index-of-somebody"]


def test_names_are_never_used_twice_and_the_rest_is_removed(built: Path) -> None:
    assert generations.next_name(built, "g") == "g-2"
    (built / "index" / "building-g-2").mkdir()
    (built / "index" / "old-1").mkdir()
    generations.remove_others(built, ["g-1"])
    assert [path.name for path in (built / "index").iterdir()] == ["g-1"]


def test_an_empty_generation_is_possible(tmp_path: Path) -> None:
    generations.build(tmp_path, "g-1", [], [])
    index = generations.open_index(tmp_path, "g-1", 0)
    generations.check(index, [], [])
    assert index.lexical.search(["a"], 3, None) == []


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with generations.writer_lock(tmp_path / "data"):
        done = _locking(tmp_path / "data", "pass")
    assert "DataLocked: another process is writing to" in done.stderr
    assert "wait until it has finished" in done.stderr


def test_the_lock_ends_with_the_process(tmp_path: Path) -> None:
    assert _locking(tmp_path, "os.kill(os.getpid(), 9)").returncode == -9
    with generations.writer_lock(tmp_path):
        pass


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(DataUnwritable, match="is a file, not a folder"), generations.writer_lock(tmp_path / "data"):
        pass


def test_the_same_thread_cannot_write_twice(tmp_path: Path) -> None:
    with generations.writer_lock(tmp_path), pytest.raises(DataLocked), generations.writer_lock(tmp_path):
        pass


def _locking(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    """Run `body` in another process while it holds the lock of `folder`."""
    code = (
        "import os, pathlib; from knowledge.index.generations import writer_lock\n"
        f"with writer_lock(pathlib.Path({str(folder)!r})): {body}"
    )
    root = Path(__file__).parent.parent.parent
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=180, cwd=root)


# ---------------------------------------------------------------------------------------- vectors, exact and not quite


def _many(count: int, plans: int) -> tuple[list[Passage], list[np.ndarray]]:
    """Return passages of some plans with vectors of near copies: ten groups, close together within each."""
    random = np.random.default_rng(7)
    centres = random.normal(size=(10, 32))
    rows = centres[np.arange(count) % 10] + 0.1 * random.normal(size=(count, 32))
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype("f4")
    passages = [
        replace(PASSAGES[0], id=f"plan-{n * plans // count}#{n}", plan_id=f"plan-{n * plans // count}")
        for n in range(count)
    ]
    return passages, list(vectors)


def test_cosines_are_exact_for_any_passages_in_any_order(index: PassageIndex) -> None:
    vector = (VECTORS[5] * 0.8 + VECTORS[1] * 0.6).tolist()
    assert index.dense.scores(vector, ["thon-1#1", "thon-2#1", "thon-1#0"]).tolist() == pytest.approx([0.6, 0.8, 0])
    assert index.dense.scores(vector, []).shape == (0,)
    with pytest.raises(KeyError):
        index.dense.scores(vector, ["thon-9#1"])


def test_a_matrix_finds_the_nearest_rows_of_any_choice() -> None:
    matrix = Matrix(np.array([[1, 0], [0, 1], [0.6, 0.8], [1, 0]], "f4"))
    assert [row for row, _ in matrix.nearest([1, 0], 3)] == [0, 3, 2]
    assert [score for _, score in matrix.nearest([2, 0], 3)] == pytest.approx([1, 1, 0.6])
    assert [row for row, _ in matrix.nearest([1, 0], 9, slice(1, 3))] == [2, 1]
    assert matrix.nearest([0, 1], 1, np.array([0, 3])) == [(0, 0.0)]
    assert matrix.nearest([0, 1], 0) == matrix.nearest([0, 1], 5, np.array([], np.intp)) == []
    assert matrix.scores([0, 1], np.array([2, 0])).tolist() == pytest.approx([0.8, 0])


def test_a_matrix_holds_equal_vectors_once() -> None:
    matrix = Matrix(np.array([[1, 0], [0, 1]], "f4"), np.array([0, 1, 0, 0], np.int32))
    assert len(matrix) == 4
    assert [row for row, _ in matrix.nearest([1, 0], 3)] == [0, 2, 3]
    assert matrix.scores([0, 1], np.array([1, 3])).tolist() == [1, 0]
    assert matrix.row(3).tolist() == [1, 0]


def test_equal_vectors_are_written_once_also_when_plans_come_and_go(tmp_path: Path) -> None:
    alike = [VECTORS[0], VECTORS[1], VECTORS[0], VECTORS[1]]
    generations.build(tmp_path, "g-1", PASSAGES[:4], alike)
    assert len(np.load(tmp_path / "index" / "g-1" / "dense" / "vectors.npy")) == 2
    added = PASSAGES[4:6]
    generations.extend(tmp_path, "g-1", "g-2", added, [VECTORS[1], VECTORS[2]], ())
    index = generations.open_index(tmp_path, "g-2", 6)
    assert [index.dense.vector(p.id).argmax() for p in (*PASSAGES[:4], *added)] == [0, 1, 0, 1, 1, 2]
    assert len(index.dense.matrix.vectors) == 3
    generations.check_added(index, added, [VECTORS[1], VECTORS[2]])
    index.close()
    generations.extend(tmp_path, "g-2", "g-3", (), (), {PASSAGES[0].plan_id})
    index = generations.open_index(tmp_path, "g-3", 2)
    assert len(index.dense.matrix.vectors) == 2
    index.close()


def test_an_index_from_before_has_a_vector_a_passage() -> None:
    assert dense._of({"ids": ["a#0", "a#1"], "plans": ["a", "a"]}).tolist() == [0, 1]


def test_plans_that_are_not_held_hold_nothing(index: PassageIndex) -> None:
    assert index.dense.search(VECTORS[0].tolist(), 3, ["thon-9"]) == []
    assert len(index.dense.search(VECTORS[0].tolist(), 30, ["thon-9", "thon-1", "thon-1"])) == 4


def test_passages_of_a_plan_that_stand_apart_are_all_found(tmp_path: Path) -> None:
    passages = [PASSAGES[0], PASSAGES[4], PASSAGES[1], PASSAGES[5]]
    generations.build(tmp_path, "g-1", passages, VECTORS[:4])
    index = generations.open_index(tmp_path, "g-1", 4)
    assert [i for i, _ in index.dense.search(VECTORS[2].tolist(), 9, ["thon-1"])] == ["thon-1#1", "thon-1#0"]
    index.close()


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PassageIndex]:
    """An index of 3,000 near copies, of which 500 count as more than a matrix product goes over."""
    monkeypatch.setattr(dense, "EXACT_UP_TO", 500)
    generations.build(tmp_path, "g-1", *_many(3000, 12))
    opened = generations.open_index(tmp_path, "g-1", 3000)
    yield opened
    opened.close()


def test_a_large_collection_is_searched_by_chroma_and_scored_exactly(large: PassageIndex) -> None:
    passages, vectors = _many(3000, 12)
    generations.check(large, passages, vectors)
    assert large.dense.recall() >= 0.99
    found = large.dense.search(vectors[5].tolist(), 30, None)
    assert found[0][0] == passages[5].id
    assert found[0][1] == pytest.approx(1, abs=1e-5)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    wide = [f"plan-{n}" for n in range(6)]
    assert all(i.split("#")[0] in wide for i, _ in large.dense.search(vectors[5].tolist(), 30, wide))


def test_a_plan_of_a_large_collection_is_searched_exactly(large: PassageIndex) -> None:
    _, vectors = _many(3000, 12)
    exact = np.stack(vectors[250:500]) @ vectors[5]
    found = large.dense.search(vectors[5].tolist(), 40, ["plan-1"])
    assert [score for _, score in found] == pytest.approx(sorted(exact.tolist(), reverse=True)[:40], abs=1e-6)


def test_an_approximate_index_that_finds_too_little_is_refused(
    large: PassageIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.index.candidates.Candidates.near", lambda *_: list(range(30)))
    with pytest.raises(IndexDamaged, match="of the nearest"):
        generations.check(large, *_many(3000, 12))
