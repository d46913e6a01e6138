"""The retrieval bench: ranks over distinct ids, and documents of any kind through the real library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.retrieval import Question, figures, main

DOCUMENTS = {
    "a/1": "Núi lửa phun trào vì đá nóng chảy dâng lên.\n\nTro bay xa hàng trăm cây số.",
    "b": "Con mèo ngủ cả ngày bên cửa sổ.",
    "c": "Đường sắt nối thủ đô với cảng biển được xây từ năm 1902.",
}


def test_the_first_ten_distinct_ids_count() -> None:
    questions = [Question("x", frozenset({"b"})), Question("y", frozenset({"k"}))]
    found = ["a", "a", "b", *"cdefghij", "k"]
    assert figures(lambda _: found, questions) == {"n": 2, "hit@1": 0.0, "mrr@10": 0.25, "recall@10": 0.5}


def test_any_documents_are_asked_through_the_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, queries = tmp_path / "c.jsonl", tmp_path / "q.jsonl"
    corpus.write_text("\n".join(json.dumps({"id": i, "text": t}) for i, t in DOCUMENTS.items()), encoding="utf-8")
    asked = {"Vì sao núi lửa phun trào?": "a/1", "Con mèo ngủ ở đâu?": "b", "Đường sắt xây năm nào?": "c"}
    lines = [{"id": n, "text": text, "positive_ids": [right]} for n, (text, right) in enumerate(asked.items())]
    queries.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    main(str(corpus), str(queries))
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said[0] == {"method": "product", "n": 3, "hit@1": 1.0, "mrr@10": 1.0, "recall@10": 1.0}
    assert len(said) == 5
