"""A claim is compared with an item of very many clauses in time that grows with its length, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from knowledge.answering import parties, statements
from knowledge.facts.values import find_values
from knowledge.model import EvidenceUnit, UnitKind
from knowledge.text import MappedText

_SHORT, _TIMES = 200, 4


def _grows(look: Callable[[int], Callable[[], object]]) -> float:
    """Return by how much more time something takes that is so many times as long."""

    def seconds(look: Callable[[], object]) -> float:
        took = []
        for _ in range(3):
            parties.find.cache_clear()
            begin = time.process_time()
            look()
            took.append(time.process_time() - begin)
        return min(took)

    return seconds(look(_TIMES * _SHORT)) / seconds(look(_SHORT))


@pytest.mark.parametrize(
    "clause", ["thôn Hạ {n} nộp {n} triệu đồng; ", "riêng xã A{n} nộp trước ngày 10/5, ", "((2) và "]
)
def test_statements_take_linear_time(clause: str) -> None:
    def look(times: int) -> Callable[[], object]:
        text = "Vận động: " + "".join(clause.format(n=n) for n in range(times)) + "thôn Ngoại nộp sau."
        mapped = MappedText(text, ((0, len(text), 0, len(text)),))
        unit = EvidenceUnit("a@1", "a", 1, UnitKind.ITEM, "1", "Đóng góp", mapped, values=tuple(find_values(text)))
        return lambda: statements.of_unit(unit)

    assert _grows(look) < 2.5 * _TIMES


@pytest.mark.parametrize("run", ["mỗi các ", "cho các thôn, ", "riêng các ", "“"])
def test_parties_take_linear_time(run: str) -> None:
    assert _grows(lambda times: lambda: parties.find(run * 4 * times)) < 2.5 * _TIMES
