"""A collection in memory: plans from texts, the real understanding and answering, search by words alone.

No files: what is tested is whether answers follow the plans.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import numpy as np

from knowledge.answering import Answerer
from knowledge.answering.verify import verify
from knowledge.facts import extract
from knowledge.facts.evidence import evidence_units
from knowledge.index.embedder import BUNDLED, Embedder, open_embedder
from knowledge.index.vectors import unit_texts
from knowledge.marks import Marked, marks_of
from knowledge.model import Answer, RawDocument, StoredPlan
from knowledge.parsing import cut, parse
from knowledge.ranking import Shelf
from knowledge.understanding import Interpreter

TODAY = date(2026, 6, 15)


def stored(plan_id: str, text: str) -> StoredPlan:
    plan = parse(RawDocument(plan_id, text, "0" * 64))
    return StoredPlan(plan, cut(plan), extract(plan), evidence_units(plan))


@cache
def embedder() -> Embedder:
    """The default embedder, loaded once for all tests."""
    return open_embedder(BUNDLED)


@cache
def vector(text: str) -> np.ndarray:
    return np.asarray(embedder().embed_documents([text])[0], np.float32)


def shelf_of(plans: Sequence[StoredPlan]) -> Shelf:
    units = [unit for each in plans for unit in each.units]
    texts = unit_texts(units)
    rows = np.stack([vector(text) for text in texts]) if texts else np.zeros((0, 1), np.float32)
    return Shelf(units, rows[: len(units)], rows[len(units) :])


class Collection:
    """Plans that can be asked."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.plans = [stored(plan_id, text) for plan_id, text in texts.items()]
        self._interpreter = Interpreter(self.plans)
        self.units = self._interpreter.units
        marked = Marked(((each.plan_id, marks_of(each)) for each in self.plans), self._interpreter.corpus)
        self._answerer = Answerer(self.plans, self.units, shelf_of(self.plans), embedder().embed_asked, marked)

    def ask(
        self, question: str, *, unit: str | None = None, history: Sequence[str] = (), today: date = TODAY
    ) -> Answer:
        """Ask, and check every citation of the answer against its source."""
        query = self._interpreter.understand(question, unit=unit, history=history, today=today)
        answer = self._answerer.answer(query, today)
        verify(answer, {each.plan_id: each for each in self.plans})
        return answer
