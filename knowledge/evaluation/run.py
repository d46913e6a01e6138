"""Ask a library every question of a gold file."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.judge import Reply
from knowledge.evaluation.report import Report, score
from knowledge.model import Answer, StoredPlan


class Answerer(Protocol):
    """The part of a library that an evaluation needs."""

    def ask(self, question: str, /, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
        """Answer a question, within one unit's plan if given, after the person's earlier turns."""

    def plans(self) -> Sequence[StoredPlan]:
        """Return every plan that answers may quote."""


def evaluate(path: Path | str, library: Answerer, clock: Callable[[], float] = time.perf_counter) -> Report:
    """Ask every question of the gold file and score the replies. clock: seconds. Raises GoldError on a bad file."""
    gold = load_gold(path)
    sources = {stored.plan_id: stored.plan.source_text for stored in library.plans()}
    return score(gold, {question.id: _ask(question, library, clock) for question in gold}, sources)


def _ask(question: GoldQuestion, library: Answerer, clock: Callable[[], float]) -> Reply:
    start = clock()
    answer = library.ask(question.question, unit=question.scope, history=question.history)
    return Reply.of(answer, (clock() - start) * 1000)
