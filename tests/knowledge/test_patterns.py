"""Patterns that are tried at every place of a text take time that grows with its length, not with its square."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import pytest

import bot
import knowledge
from knowledge.facts import list_items, no_lists, relative, rewards, values
from knowledge.parsing import cell, references
from knowledge.patterns import _Later, later
from tests.bench.parsing import document, measured

PRAISE = "biểu dương, khen thưởng và tôn vinh "
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
        (rewards._PRAISED.search, "", PRAISE),
        (rewards._PRAISED.search, "", PRAISE.replace(" ", "  ")),
        (rewards._PRAISED.search, "khen thưởng", " "),
        (rewards._PRAISED.search, "khen thưởng các tập thể", " "),
        (rewards._PRAISED_ANY.search, "", PRAISE),
        (rewards._PRAISED_ANY.search, "", "biểu dương, nhân rộng "),
        (rewards._NEXT_TASK.search, "", ", và "),
        (rewards._PROMISED.search, "được", " tặng"),
        (rewards._PAID.search, "", "thưởng "),
        (rewards._CONDITION.search, "", "không "),
        (rewards._MONEY.search, "", "1"),
        (rewards._MONEY.search, "", "1.234"),
        (rewards._MONEY.search, "1", " "),
        *((rule.pattern.search, "", "ngay ") for rule in relative.RULES),
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


@pytest.mark.slow  # long texts, several times
@pytest.mark.parametrize("kind", ["items", "one sentence", "table"])
def test_a_large_text_costs_no_more_a_kilobyte_than_a_small_one(kind: str) -> None:
    small, large = (min(measured(document(kind, count))[0] for _ in range(2)) for count in (200, 1600))
    assert large < 2 * small


def test_a_pattern_is_compiled_when_it_is_looked_with_and_kept() -> None:
    broken, sound = later("("), later(r"ngày (\d+)", re.IGNORECASE)
    with pytest.raises(re.error):
        broken.search("")
    assert [match[1] for match in sound.finditer("Ngày 5, ngày 7")] == ["5", "7"]
    assert (sound.pattern, sound.groups) == (r"ngày (\d+)", 1)
    assert sound.search is sound.search, "the compiled pattern's own"


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    found = 0
    for name in _modules():
        for pattern in _patterns(vars(importlib.import_module(name))):
            assert pattern.groups >= 0, name
            found += 1
    assert found > 500


def _modules() -> Iterator[str]:
    """Yield the names of the modules of both programs, but for those that need an extra or begin something."""
    left_out = ("knowledge.training", "knowledge.evaluation", "bot.operation.migrations", "knowledge.migrating")
    for package in (knowledge, bot):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(left_out) and not module.name.endswith(("__main__", ".env")):
                yield module.name


def _patterns(held: object) -> Iterator[re.Pattern[str]]:
    if isinstance(held, _Later):
        yield held  # type: ignore[misc]
    elif isinstance(held, dict):
        for value in held.values():
            yield from _patterns(value)
    elif isinstance(held, tuple | list):
        for value in held:
            yield from _patterns(value)
