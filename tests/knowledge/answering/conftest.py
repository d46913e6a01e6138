"""Turns that the engine does not answer yet as the rules before it did: named one by one in `open_turns.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
OPEN = frozenset((HERE / "open_turns.txt").read_text(encoding="utf-8").splitlines())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid in OPEN:
            item.add_marker(pytest.mark.xfail(reason="a turn that the engine does not carry yet"))
