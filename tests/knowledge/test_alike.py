"""Units that are alike are measured once, and ranked as if each had been."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.matrix import SharedRows
from knowledge.index.parts import Vocabulary, part
from knowledge.index.postings import Gathered, Postings
from knowledge.index.vectors import unit_texts
from knowledge.ranking import probe, rank
from knowledge.ranking.alike import Alike, Scope, best
from knowledge.ranking.probe import gist_of
from knowledge.ranking.shelf import Filling, Shelf
from knowledge.understanding import Interpreter
from tests.knowledge.answering.collection import TODAY, embedder, stored, vector
from tests.knowledge.invented import plan_text

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=40)


@given(ROWS, st.integers(1, 12), st.data())
def test_the_best_of_classes_are_the_best_of_their_rows(
    rows: list[tuple[int, int]], count: int, data: st.DataObject
) -> None:
    columns = [np.array(column, np.int32) for column in zip(*rows, strict=True)]
    alike = Alike(columns)
    assert len(alike.first) == len(set(rows))
    assert [rows[alike.first[number]] for number in alike.of] == rows
    scores = np.array(data.draw(st.lists(st.integers(0, 3), min_size=len(alike.first), max_size=len(alike.first))))
    found, places = Scope.of(alike).best(scores.astype(np.float32), count)
    assert found.tolist() == best(scores[alike.of].astype(np.float32), count).tolist()
    assert alike.of[found].tolist() == places.tolist()


def test_postings_of_several_parts_are_those_of_all_texts() -> None:
    texts = [["a", "b"], ["a", "c", "c"], ["a", "b"], [], ["d"], ["a", "c", "c"]]
    gathered, vocabulary = Gathered(), Vocabulary()
    for own in (texts[:3], texts[3:]):
        words = Vocabulary()
        held = part(own, words)
        numbers = np.array([vocabulary.setdefault(word, len(vocabulary)) for word in words], np.int32)
        gathered.add(held, gathered.placed(held), numbers)
    together, whole = Postings.of(gathered, vocabulary), Postings(texts)
    assert together.row_of.tolist() == whole.row_of.tolist() == [0, 1, 0, 2, 3, 1]
    for weights in ({"a": 1.0, "c": 0.5}, {"d": 1.0}, {"nowhere": 1.0}):
        assert together.scores(weights).tolist() == whole.scores(weights).tolist()
        assert together.coverage(weights).tolist() == whole.coverage(weights).tolist()
    assert whole.scores({"c": 1.0}, np.array([5, 0])).tolist() == whole.scores({"c": 1.0})[[5, 0]].tolist()
    assert whole.texts_with(["a", "b"]).tolist() == [True, False, True, False, False, False]
    assert whole.idf("a") == pytest.approx(np.log(1 + 2.5 / 4.5))


def test_copies_are_ranked_as_units_of_their_own() -> None:
    """Every unit is measured apart where its row of the table tells it from its copies."""
    plans = [stored(name, plan_text(deadline)) for name, deadline in (("a", "10"), ("b", "10"), ("c", "25"))]
    units = [unit for plan in plans for unit in plan.units]
    texts = unit_texts(units)
    number = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    distinct, of = np.stack([vector(text) for text in number]), np.array([number[text] for text in texts], np.int32)
    vectors = SharedRows(distinct, of[: len(units)]), SharedRows(distinct, of[len(units) :])
    shelf, apart = Shelf(units, *vectors), Shelf(units, *vectors)
    assert len(shelf.alike.first) < len(shelf)
    apart.__dict__["alike"] = Alike([np.arange(len(apart), dtype=np.int32)])
    for question in ("khi nào nộp báo cáo 6 tháng", "Ai ký kế hoạch?", "trồng cây"):
        query = Interpreter(plans).understand(question, today=TODAY)
        seen = probe(query, np.asarray(embedder().embed_asked(gist_of(query)), np.float32))
        assert rank(shelf, seen) == rank(apart, seen)


def test_a_shelf_of_nothing_ranks_nothing() -> None:
    empty = np.zeros((0, 1), np.float32)
    shelf = Shelf.of(Filling(), (), empty, empty)
    query = Interpreter([]).understand("khi nào nộp báo cáo", today=TODAY)
    assert rank(shelf, probe(query, np.zeros(1, np.float32))) == []
    assert shelf.units_of("nowhere") == []
