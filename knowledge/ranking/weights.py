"""The trained weights: small data files that ship with the package, or others for as long as a block runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
DATA = files("knowledge.ranking") / "data"

_instead: dict[str, dict[str, Any]] = {}
_made: list[Any] = []


def read(name: str) -> dict[str, Any]:
    """Return what training wrote under a name ("ranker", "judge", "held", "lacking", "holds", "fails", "words")."""
    if name in _instead:
        return _instead[name]
    data: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return data


def made_once(make: F) -> F:
    """Keep what a function makes of weights for as long as they are those in use."""
    kept = cache(make)
    _made.append(kept)
    return kept  # type: ignore[return-value]


@contextmanager
def using(weights: Mapping[str, dict[str, Any]]) -> Iterator[None]:
    """Let this process rank and judge by other weights inside the block: to measure on what they weren't fitted to."""
    before = dict(_instead)
    _change(before | dict(weights))
    try:
        yield
    finally:
        _change(before)


def _change(weights: Mapping[str, dict[str, Any]]) -> None:
    _instead.clear()
    _instead.update(weights)
    for kept in _made:
        kept.cache_clear()
