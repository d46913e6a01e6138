"""Retrieval: rank fusion that knows a blind leg, filters, and the LangChain face."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from knowledge.chain import PlanRetriever
from knowledge.index import generations
from knowledge.index.embedder import Embedder
from knowledge.model import Language, Query
from knowledge.ranking import Shelf
from knowledge.retrieval import Finder, Weights, fuse, gist, leg_weights, search_words
from knowledge.text import fold, folded_words
from tests.knowledge.invented import entry

SENTENCES = ("Nộp báo cáo sáu tháng.", "Trồng rừng đầu nguồn.", "Khen thưởng tập thể.")
ENTRIES = (entry("thon-1", SENTENCES), entry("thon-2", (*SENTENCES[1:], "Nộp báo cáo năm.")))
PASSAGES = {p.id: p for e in ENTRIES for p in e.stored.passages}


class FixedEmbedder(Embedder):
    """Looks a text's vector up in a table: the first axis for anything else."""

    identity = "fixed@1"
    dimension = 8
    asked: list[str]

    def __init__(self) -> None:
        super().__init__()
        self.asked = []

    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        self.asked += texts
        rows: list[list[float]] = np.eye(self.dimension)[: len(texts)].tolist()
        return rows


@pytest.fixture(scope="module")
def embedder() -> FixedEmbedder:
    return FixedEmbedder()


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory, embedder: FixedEmbedder) -> Iterator[Finder]:
    folder, passages = tmp_path_factory.mktemp("index"), list(PASSAGES.values())
    generations.build(folder, "g-1", passages, list(np.eye(len(passages), 8, dtype="f4")))
    index = generations.open_index(folder, "g-1", len(passages))
    yield Finder(index, embedder, PASSAGES, Shelf([], np.zeros((0, 8), "f4"), np.zeros((0, 8), "f4")))
    index.close()


def question(text: str, language: Language = Language.VI, **more: object) -> Query:
    terms = tuple(folded_words(text))
    return Query(text, text, language, **{"terms": terms, **more})  # type: ignore[arg-type]


def test_both_legs_find(finder: Finder) -> None:
    hits = finder.search(question("khen thưởng"), 9)
    assert hits[0].passage.id in {"thon-1#2", "thon-2#1"}  # by its words
    by_id = {hit.passage.id: hit for hit in hits}
    assert by_id["thon-1#0"].similarity == pytest.approx(1)  # by the vector alone
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_only_the_plans_asked_for(finder: Finder) -> None:
    assert {h.passage.plan_id for h in finder.search(question("trồng rừng báo cáo"), 9, ("thon-2",))} == {"thon-2"}
    assert finder.search(question("trồng rừng"), 9, ()) == []
    assert finder.search(question("trồng rừng"), 9, ("thon-9",)) == []
    assert finder.search(question("trồng rừng"), 0) == []


def test_k_bounds_the_hits(finder: Finder) -> None:
    assert len(finder.search(question("báo cáo"), 2)) == 2
    assert len(finder.search(question("báo cáo"), 500)) == len(PASSAGES)


def test_a_blind_leg_is_not_asked(finder: Finder, embedder: FixedEmbedder) -> None:
    embedder.asked.clear()
    hits = finder.search(question("nop bao cao nam", Language.VI_PLAIN), 1)
    assert hits[0].passage.id == "thon-2#2"
    assert embedder.asked == []


def test_a_question_is_embedded_once_however_many_plans_are_searched(finder: Finder, embedder: FixedEmbedder) -> None:
    embedder.asked.clear()
    for plan_ids in (("thon-1",), ("thon-2",), None):
        finder.search(question("hỏi từng nơi một"), 3, plan_ids)
    assert embedder.asked == ["hỏi từng nơi một"]


@pytest.mark.parametrize("text", ["", " ", "🎉🎉🎉", "\0", "?!", "a" * 10_000, "báo cáo " * 1500])
def test_odd_questions_are_searched_like_any_other(finder: Finder, embedder: FixedEmbedder, text: str) -> None:
    embedder.asked.clear()
    assert len(finder.search(question(text), 3)) <= 3
    assert all(len(asked) <= 300 for asked in embedder.asked)


def test_a_long_question_is_cut_between_the_legs_and_the_model(finder: Finder) -> None:
    assert finder.search(question("trồng rừng " + "x " * 4000), 1)[0].passage.text.text == SENTENCES[1]


@pytest.mark.parametrize(
    ("text", "embedded"),
    [
        (" nộp báo cáo khi nào? ", "nộp báo cáo khi nào?"),
        ("a." * 499, "a." * 40),
        ("1/ " * 300, ("1/ " * 40).strip()),
        ("x" * 1000, "x" * 300),
        ("", ""),
    ],
)
def test_what_is_embedded_is_bounded_in_characters_and_in_pieces(text: str, embedded: str) -> None:
    assert gist(text) == embedded


# ----------------------------------------------------------------------------------------------------------- fusion

rankings = st.lists(st.sampled_from("abcdefgh"), unique=True).map(lambda ids: [(i, 1.0) for i in ids])
weights = st.builds(Weights, st.floats(0, 2), st.floats(0.1, 2))


@given(rankings, rankings, weights)
def test_fusion_keeps_every_passage_once_in_order_of_score(
    dense: list[tuple[str, float]], lexical: list[tuple[str, float]], leg: Weights
) -> None:
    fused = fuse(dense, lexical, leg)
    assert sorted(i for i, _ in fused) == sorted({i for i, _ in dense} | {i for i, _ in lexical})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)


@given(rankings)
def test_one_leg_alone_keeps_its_order(ranking: list[tuple[str, float]]) -> None:
    expected = [i for i, _ in ranking]
    assert [i for i, _ in fuse([], ranking, Weights(1, 1))] == expected
    assert [i for i, _ in fuse(ranking, [], Weights(1, 1))] == expected
    assert [i for i, _ in fuse(ranking[::-1], ranking, Weights(0, 1))] == expected


def test_agreement_beats_either_leg() -> None:
    fused = fuse([("a", 0.9), ("b", 0.8)], [("c", 9.0), ("b", 8.0)], Weights(1, 1))
    assert fused[0][0] == "b"


def test_weights_follow_what_a_leg_can_see() -> None:
    proper = "khi nào nộp báo cáo sáu tháng"
    assert leg_weights(question(fold(proper), Language.VI_PLAIN)).dense == 0
    restored = leg_weights(question(proper, Language.VI_PLAIN))
    assert 0 < restored.dense <= leg_weights(question(proper)).dense
    assert leg_weights(question("when is the report due", Language.EN)).dense > leg_weights(question(proper)).dense


def test_words_fall_back_to_the_whole_question() -> None:
    assert search_words(question("Báo cáo 07")) == ["bao", "cao", "7"]
    assert search_words(question("Báo cáo", terms=())) == ["bao", "cao"]


# -------------------------------------------------------------------------------------------------------- LangChain


@pytest.fixture
def retriever(finder: Finder) -> PlanRetriever:
    return PlanRetriever(finder=finder, understand=question, number_of={"thon-1": "1/KH"}.get, k=2)


def test_it_is_a_langchain_retriever(retriever: PlanRetriever) -> None:
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke("nộp báo cáo sáu tháng")
    assert len(documents) == 2
    first = documents[0]
    assert first.page_content == SENTENCES[0]
    assert {k: first.metadata[k] for k in ("plan", "number", "section", "start", "end", "passage_id")} == {
        "plan": "thon-1",
        "number": "1/KH",
        "section": "1",
        "start": 0,
        "end": len(SENTENCES[0]),
        "passage_id": "thon-1#0",
    }
    assert first.metadata["score"] > documents[1].metadata["score"]


def test_metadata_points_into_the_source(retriever: PlanRetriever) -> None:
    sources = {e.raw.plan_id: e.raw.text for e in ENTRIES}
    for document in retriever.invoke("khen thưởng trồng rừng"):
        at = document.metadata
        assert sources[at["plan"]][at["start"] : at["end"]] == document.page_content


async def test_it_fits_a_chain(retriever: PlanRetriever) -> None:
    def titles(documents: list[Document]) -> list[str]:
        return [document.metadata["plan"] for document in documents]

    assert await (retriever | titles).ainvoke("trồng rừng") == (retriever | titles).invoke("trồng rừng")


def test_a_units_question_stays_within_the_unit(finder: Finder, tmp_path: Path) -> None:
    scoped = PlanRetriever(
        finder=finder, understand=lambda text: question(text, units=("thon-2",)), number_of=lambda _: None
    )
    assert {d.metadata["plan"] for d in scoped.invoke("trồng rừng")} == {"thon-2"}
