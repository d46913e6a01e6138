"""What is believed of claims is fitted on claims as they are asked."""

from __future__ import annotations

import numpy as np

from knowledge.evaluation.claims import FAILS, HOLDS, OPEN, Row, figures, fitted
from knowledge.ranking.weights import read


def _rows() -> list[Row]:
    signs = {FAILS: (-1.0, 0.0), OPEN: (0.0, 1.0), HOLDS: (1.0, 0.0)}
    return [
        (f"set {n % 9}", {"agrees": signs[label][0] + n / 100, "strange": signs[label][1], "same": 1.0}, label)
        for n in range(30)
        for label in signs
    ]


def test_weights_tell_apart_what_holds_fails_and_is_open() -> None:
    data = fitted(_rows())
    odds = np.array(data["weights"]) @ np.array([[2.0, 0.0, 1.0], [-2.0, 0.0, 1.0], [0.0, 3.0, 1.0]]).T
    assert (odds + np.array(data["offsets"])[:, None]).argmax(axis=0).tolist() == [HOLDS, FAILS, OPEN]


def test_figures_are_of_collections_that_a_fit_had_not_seen() -> None:
    lines = figures(_rows())
    assert [line.partition(":")[0] for line in lines] == ["from 0.65", "from 0.7", "from 0.75", "from 0.8", "from 0.85"]
    assert all(" of 90 judged" in line for line in lines)


def test_the_weights_that_ship_have_one_for_each_signal() -> None:
    data = read("claims")
    assert np.array(data["weights"]).shape == (3, len(data["names"]))
    assert len(data["offsets"]) == 3
