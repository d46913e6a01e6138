"""Patterns that are tried at every place of a text take time that grows with its length, not with its square."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from knowledge.facts import list_items, no_lists, values
from knowledge.parsing import cell, references

_SHORT, _TIMES = 10_000, 4
_HOUR = re.compile(cell.Kind.HOUR.value, re.IGNORECASE)


@pytest.mark.parametrize(
    ("look", "head", "run"),
    [
        (references.AFTER_ISSUER.search, "", " "),
        (no_lists._NAME.search, "", "1 "),
        (list_items._OPENS.search, "", " "),
        (list_items._SUMS_UP.search, "", "là "),
        (list_items._PART.search, "", " "),
        (values._AFTER_PAPER.search, "", "1"),
        (values._AFTER_PAPER.search, "", "A1."),
        (values._BASIS.match, "", "("),
        (_HOUR.fullmatch, "7h", " "),
    ],
)
def test_a_long_run_takes_linear_time(look: Callable[[str], object], head: str, run: str) -> None:
    def seconds(length: int) -> float:
        text = head + (run * length)[:length] + "~"
        took = []
        for _ in range(5):
            begin = time.process_time()
            look(text)
            took.append(time.process_time() - begin)
        return min(took)

    assert seconds(_TIMES * _SHORT) < 2.5 * _TIMES * seconds(_SHORT)
