"""What understanding keeps of one plan: worked out once, and kept in the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.model import Header, StoredPlan
from knowledge.text import fold
from knowledge.understanding import rounds
from knowledge.understanding.corpus import PlanWords
from knowledge.understanding.profiles import Profile, profile


@dataclass(frozen=True, slots=True)
class Known:
    """profile: its issuer; header: as read and corrected; cited: folded kind and number of the papers that it names by
    number; rounds: that its text names."""

    profile: Profile
    header: Header
    cited: tuple[tuple[str, str], ...]
    rounds: frozenset[rounds.Round]

    @property
    def plan_id(self) -> str:
        """The plan's id."""
        return self.profile.plan_id


def known_of(stored: StoredPlan) -> Known:
    """Return what understanding keeps of a plan."""
    return Known(
        profile(stored.plan),
        stored.plan.header,
        tuple((fold(paper.kind), paper.number) for paper in stored.facts.cited if paper.number),
        rounds.named(stored.plan.source_text),
    )


def noted(given: Iterable[tuple[Known, PlanWords]], plans: list[Known]) -> Iterator[tuple[str, PlanWords]]:
    """Yield the words of plans, and note what else is known of each."""
    for known, words in given:
        plans.append(known)
        yield known.plan_id, words
