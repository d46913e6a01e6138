"""Gold questions with the places of their evidence in the sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.evaluation import Evidence, load_gold

GOLD = Path(__file__).parent.parent / "gold"

Place = tuple[str, int, int]
"""Plan id and half-open range of source offsets."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where its evidence stands. scope: the chat's plan, or None."""

    question: str
    scope: str | None
    history: tuple[str, ...]
    evidence: tuple[Place, ...]


def questions(sources: dict[str, str]) -> list[Asked]:
    """Return every gold question; evidence that isn't verbatim in its source is left out."""
    gold = [item for path in sorted(GOLD.glob("*.jsonl")) for item in load_gold(path)]
    return [Asked(item.question, item.scope, tuple(item.history), _places(item.evidence, sources)) for item in gold]


def covered(found: list[Place], evidence: tuple[Place, ...]) -> bool:
    """Tell whether some found text holds at least half of some piece of the evidence."""
    return any(_overlap(text, piece) * 2 >= piece[2] - piece[1] for text in found for piece in evidence)


def _places(evidence: Iterable[Evidence], sources: dict[str, str]) -> tuple[Place, ...]:
    found = [(e.plan_id, sources.get(e.plan_id, "").find(e.quote), len(e.quote)) for e in evidence]
    return tuple((plan_id, at, at + length) for plan_id, at, length in found if at >= 0)


def _overlap(left: Place, right: Place) -> int:
    return max(0, min(left[2], right[2]) - max(left[1], right[1])) if left[0] == right[0] else 0
