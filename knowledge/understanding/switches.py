"""Rules and rooms by name: which answered a question, and which are switched off to learn what they earn.

Nothing is off in use; `python -m knowledge.evaluation.ablation` switches one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_OFF: ContextVar[frozenset[str]] = ContextVar("off", default=frozenset())
_SEEN: ContextVar[list[str] | None] = ContextVar("seen", default=None)


def is_on(name: str) -> bool:
    """Tell whether a rule or room takes part."""
    return name not in _OFF.get()


def note(name: str) -> None:
    """Remember that a rule or room took part, where somebody listens."""
    seen = _SEEN.get()
    if seen is not None:
        seen.append(name)


@contextmanager
def off(*names: str) -> Iterator[None]:
    """Answer without rules or rooms."""
    token = _OFF.set(frozenset(names))
    try:
        yield
    finally:
        _OFF.reset(token)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect the names of what takes part."""
    seen: list[str] = []
    token = _SEEN.set(seen)
    try:
        yield seen
    finally:
        _SEEN.reset(token)
