"""The scorer: postings, trees as training wrote them, and the order of units for questions of its own."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest

from knowledge.index.parts import pairs
from knowledge.index.postings import Postings
from knowledge.model import Attribute, UnitKind
from knowledge.ranking import probe, rank, scorer, weights
from knowledge.ranking.probe import gist_of, word_values
from knowledge.ranking.rows import meant
from knowledge.training.fit import _flatten
from knowledge.understanding import Interpreter
from tests.knowledge.answering.collection import TODAY, embedder, shelf_of, stored
from tests.knowledge.invented import plan_text


def test_bm25_prefers_the_rarer_word_and_the_shorter_text() -> None:
    found = Postings([["a", "b"], ["a", "c", "c"], ["a", "b", "d", "e", "f", "g"]])
    assert found.scores({"c": 1.0}).argmax() == 1
    assert found.scores({"a": 1.0, "b": 1.0}).argmax() == 0
    assert found.idf("a") < found.idf("b") < found.idf("c")
    assert found.coverage({"a": 1.0, "b": 1.0})[0] == pytest.approx(1.0)
    assert not found.scores({"nowhere": 1.0}).any()


def test_postings_tell_which_texts_in_a_row_hold_a_term() -> None:
    found = Postings([["a", "b"], ["c"], ["a", "b"], ["b", "d"], []])
    assert found.holding("b", slice(0, 5)).tolist() == [True, False, True, True, False]
    assert found.holding("d", slice(1, 4)).tolist() == [False, False, True]
    assert found.holding("nowhere", slice(1, 3)).tolist() == [False, False]
    assert found.holding("a", slice(4, 4)).tolist() == []


def test_pairs_are_neighbours() -> None:
    assert pairs(["bao", "cao", "nam"]) == ["bao_cao", "cao_nam"]


def test_a_plan_uses_what_stands_in_its_texts() -> None:
    """Looked up in postings, which know no borders between texts and the beginning of a list's items only."""
    items = "\n".join(
        f"{letter}) Không gây khó khăn số {at} cho nhân dân {'rất ' * 90}" for at, letter in enumerate("abcd")
    )
    plans = [stored("p", plan_text()), stored("q", f"{plan_text()}\n3. Thực hiện 4 không:\n{items}\n")]
    shelf = shelf_of(plans)
    used = {
        plan.plan_id: [meant(t) for u in plan.units for t in (u.heading, u.text.text, *(i.text for _, i in u.items))]
        for plan in plans
    }
    asked = {w for texts in used.values() for words in texts for w in words} | {"iii", "nowhere"}
    joined = {f"{a[-1]}_{b[0]}" for texts in used.values() for a, b in itertools.pairwise(filter(None, texts))}
    neighbours = {pair for texts in used.values() for words in texts for pair in pairs(words)} | joined
    for plan_id, texts in used.items():
        assert {w for w in asked if shelf.uses(plan_id, w)} == {w for words in texts for w in words}
        held = {pair for words in texts for pair in pairs(words)}
        assert {pair for pair in neighbours if shelf.uses_pair(plan_id, pair)} == held
        assert joined - held, "some words stand side by side across two texts only"
    assert not shelf.uses("another", "ke")
    assert not shelf.uses_pair("another", "ke_hoach")


def test_a_tree_parts_zero_from_below_zero() -> None:
    """LightGBM writes such a split as -1e-35: rounding it to 0 sends both ways the same."""
    out: dict[str, list[float]] = {name: [] for name in ("feature", "threshold", "left", "right", "value")}
    leaf = [{"leaf_value": 1.0}, {"leaf_value": 2.0}]
    depth = _flatten({"split_feature": 0, "threshold": -1e-35, "left_child": leaf[0], "right_child": leaf[1]}, out)
    trees = scorer.from_json({**out, "names": ["x"], "roots": [0], "depth": depth})
    assert trees.predict(np.array([[-1.0], [0.0], [1.0]])).tolist() == [1.0, 2.0, 2.0]


def test_the_shipped_weights_name_signals_that_exist() -> None:
    plan = stored("p", plan_text())
    shelf = shelf_of([plan])
    query = Interpreter([plan]).understand("khi nào nộp báo cáo 6 tháng", today=TODAY)
    seen = probe(query, np.asarray(embedder().embed_asked(gist_of(query)), np.float32))
    found = rank(shelf, seen)
    assert set(scorer.load("ranker").names) <= set(found[0].signals)
    assert json.dumps(sorted(found[0].signals))
    best = found[0].unit
    assert best.kind is not UnitKind.FIELD
    assert best.states(Attribute.WHEN)


def test_other_weights_hold_inside_their_block_only() -> None:
    shipped = word_values()
    with weights.using({"words": {"worth": {"hạn": 0.125}}}):
        assert word_values() == {"hạn": 0.125}
        assert scorer.load("ranker").names, "what isn't given is the shipped"
    assert word_values() == shipped
