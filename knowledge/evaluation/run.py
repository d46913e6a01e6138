"""Ask a library every question of a gold file."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from knowledge.errors import DataError, ModelError
from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.judge import Ranked, Reply, Ruling, judge
from knowledge.evaluation.report import Report
from knowledge.model import Answer, StoredPlan

Clock = Callable[[], float]
"""Returns seconds."""


class Answerer(Protocol):
    """The part of a library that an evaluation needs.

    A library that also has `why(question, *, unit, history, today)`, which returns the object of `ask --why --json`, is
    measured by the units that it ranked, too.
    """

    def ask(
        self, question: str, /, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Answer:
        """Answer a question, within one unit's plan if given, after the person's earlier turns."""

    def plans(self) -> Sequence[StoredPlan]:
        """Return every plan that answers may quote."""


def evaluate(
    path: Path | str, library: Answerer, clock: Clock = time.perf_counter, today: date | None = None
) -> Report:
    """Ask every question of the gold file and score the replies. Raises GoldError on a bad file."""
    return ask_all(load_gold(path), library, clock, today)


def ask_all(
    gold: Sequence[GoldQuestion],
    library: Answerer,
    clock: Clock = time.perf_counter,
    today: date | None = None,
) -> Report:
    """Ask the questions one by one and judge the replies; a question at which the program fails counts as wrong.

    today: as of which day they are answered, the library's own when None. Raises DataError, ModelError.
    """
    sources = {stored.plan_id: stored.plan.source_text for stored in library.plans()}
    rulings: list[Ruling] = []
    crashes = 0
    for question in gold:
        try:
            reply = _ask(question, library, clock, today)
        except (DataError, ModelError):
            raise
        except Exception as error:  # one bug must not hide what the other questions say
            crashes += 1
            rulings.append(Ruling(question, (f"crashed: {where(error)}: {error}",)))
        else:
            rulings.append(judge(question, reply, sources))
    return Report(tuple(rulings), crashes=crashes)


def where(error: BaseException) -> str:
    """Return the kind of an exception and the line that raised it, without its words: they may quote a document."""
    frames = traceback.extract_tb(error.__traceback__)
    at = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{at}"


def _ask(question: GoldQuestion, library: Answerer, clock: Clock, today: date | None) -> Reply:
    given: dict[str, Any] = {"unit": question.scope, "history": question.history}
    if today is not None:
        given["today"] = today
    start = clock()
    answer = library.ask(question.question, **given)
    milliseconds = (clock() - start) * 1000
    why: Callable[..., Mapping[str, Any]] | None = getattr(library, "why", None)
    ranked = None if why is None else _ranked(why(question.question, **given))
    return Reply.of(answer, milliseconds, ranked)


def _ranked(told: Mapping[str, Any]) -> tuple[Ranked, ...]:
    return tuple(Ranked(unit["plan"], unit["text"]) for unit in told["units"])
