"""What is believed of claims is fitted on claims as they are asked."""

from __future__ import annotations

from knowledge.evaluation.claims import FAILS, HOLDS, OPEN, Row, figures, fitted
from knowledge.ranking import scorer, weights
from knowledge.ranking.scorer import guess


def _rows() -> list[Row]:
    signs = {FAILS: (-1.0, 0.0), OPEN: (0.0, 1.0), HOLDS: (1.0, 0.0)}
    return [
        (f"set {n % 9}", {"agrees": signs[label][0] + n / 100, "strange": signs[label][1], "same": 1.0}, label)
        for n in range(60)
        for label in signs
    ]


def test_trees_tell_apart_what_holds_fails_and_is_open() -> None:
    with weights.using(fitted(_rows())):
        agreeing, otherwise, strange = (
            {name: guess(name, {"agrees": agrees, "strange": strange, "same": 1.0}) for name in ("holds", "fails")}
            for agrees, strange in ((1.1, 0.0), (-0.9, 0.0), (0.1, 1.0))
        )
    assert agreeing["holds"] > 0.6 > 0.3 > agreeing["fails"]
    assert otherwise["fails"] > 0.6 > 0.3 > otherwise["holds"]
    assert max(strange.values()) < 0.5


def test_figures_are_of_collections_that_a_fit_had_not_seen() -> None:
    lines = figures(_rows())
    assert [line.partition(":")[0] for line in lines] == ["from 0.65", "from 0.7", "from 0.75", "from 0.8", "from 0.85"]
    assert all(" of 180 judged" in line for line in lines)


def test_the_trees_that_ship_take_the_same_signals() -> None:
    holds, fails = scorer.load("holds"), scorer.load("fails")
    assert holds.names == fails.names
    assert {"differ_near", "numbers_strange", "sure"} <= set(holds.names)
