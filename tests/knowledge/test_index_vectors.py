"""Vectors of passages: embedded once, kept batch by batch, with a word on how long it will take."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.catalog import Catalog
from knowledge.index.embedder import Embedder
from knowledge.index.vectors import embedded_text, vectors_of
from knowledge.model import Passage
from tests.knowledge.invented import entry

PASSAGES = entry("thon-1", tuple(f"Việc thứ {n} của thôn." for n in range(50))).stored.passages


class CountingEmbedder(Embedder):
    """Embeds a text as its length; fails once it has embedded `limit` texts."""

    identity = "counting@1"
    dimension = 2

    def __init__(self, limit: int = 1000) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.limit = limit

    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        if len(self.seen) >= self.limit:
            raise RuntimeError("power cut")
        self.seen += texts
        return [[1.0, float(len(text))] for text in texts]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return Catalog.open(tmp_path)


TEXTS = [embedded_text(passage) for passage in PASSAGES]


def embed(catalog: Catalog, embedder: Embedder, heard: list[str] | None = None) -> list[list[float]]:
    said = [] if heard is None else heard
    found = vectors_of(
        TEXTS, catalog, lambda: embedder, embedder.identity, progress=lambda *_: None, notify=said.append
    )
    return [vector.tolist() for vector in found]


def test_a_vector_for_each_passage_under_its_heading(catalog: Catalog) -> None:
    embedder = CountingEmbedder()
    assert embed(catalog, embedder) == [[1.0, float(len(embedded_text(p)))] for p in PASSAGES]
    assert embedder.seen[0] == "Việc phải làm\nViệc thứ 0 của thôn."


def test_nothing_is_embedded_twice(catalog: Catalog) -> None:
    first = embed(catalog, CountingEmbedder())
    again = CountingEmbedder()
    assert embed(catalog, again) == first
    assert again.seen == []


def test_the_model_is_not_even_loaded_when_all_is_known(catalog: Catalog) -> None:
    embed(catalog, CountingEmbedder())

    def load() -> Embedder:
        raise AssertionError("loaded")

    vectors_of(TEXTS, catalog, load, "counting@1", progress=lambda *_: None, notify=print)


def test_what_was_embedded_before_a_failure_is_kept(catalog: Catalog) -> None:
    with pytest.raises(RuntimeError):
        embed(catalog, CountingEmbedder(limit=20))
    again = CountingEmbedder()
    embed(catalog, again)
    assert 0 < len(again.seen) <= 50 - 16


def test_it_says_how_long_it_will_take(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(range(0, 10_000, 8))  # a batch of 16 takes 8 seconds
    monkeypatch.setattr("knowledge.index.vectors.time.perf_counter", lambda: next(times))
    heard: list[str] = []
    embed(catalog, CountingEmbedder(), heard)
    assert heard == ["embedding 50 texts with counting@1 will take about 17 seconds"]


def test_a_text_without_a_heading_stands_alone() -> None:
    first = PASSAGES[0]
    bare = Passage(first.id, first.plan_id, 0, first.kind, first.section, "", first.text)
    assert embedded_text(bare) == first.text.text
