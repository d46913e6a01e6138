"""Words of many plans by number, and their order."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.counting import numbered, ordered


def test_words_keep_their_numbers_and_new_ones_get_the_next() -> None:
    number: dict[str, int] = {}
    assert numbered(["b", "a", "b"], number) == [0, 1, 0]
    assert numbered(["a", "d", "c", "d"], number) == [1, 2, 3, 2]
    assert numbered([], number) == []
    assert list(number) == ["b", "a", "d", "c"]


@pytest.mark.parametrize(
    ("most", "kind"), [(9, np.uint8), (60_000, np.int32), (1 << 20, np.int32), (1 << 50, np.int64)]
)
def test_equal_keys_stay_as_they_came(most: int, kind: type) -> None:
    drawn = np.random.default_rng(3).integers(0, most, 400)
    keys: np.ndarray = np.concatenate([drawn, drawn[::3], [most - 1, 0]]).astype(kind)
    assert ordered(keys).tolist() == sorted(range(len(keys)), key=lambda at: int(keys[at]))
    assert ordered(keys[:0]).tolist() == []
