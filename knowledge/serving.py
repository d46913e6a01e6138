"""Everything that answers from one generation, loaded once and never changed."""

from __future__ import annotations

import weakref
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from knowledge.answering import Answerer, noted, several
from knowledge.assembling import assemble
from knowledge.corrections.store import Stamp
from knowledge.index.embedder import Embedder
from knowledge.model import Answer, Passage, Query, Statement, StoredPlan
from knowledge.retrieval import Finder
from knowledge.understanding.interpreter import MAX_CHARS
from knowledge.understanding.parts import split
from knowledge.upkeep import Live

if TYPE_CHECKING:
    from knowledge.chain import PlanRetriever

STATED = 256
"""Messages whose reading as a statement is kept."""


class Serving:
    """One generation, ready to answer from any thread. Its private files go when the last user lets go of it."""

    def __init__(self, live: Live, embedder: Embedder, today: Callable[[], date], stamp: Stamp = (0, 0)) -> None:
        """stamp: of the corrections that are laid over the plans."""
        self.generation, self.stamp = live.generation, stamp
        assembled = assemble(live)
        self.plans: dict[str, StoredPlan] = assembled.plans
        self.passages: Mapping[str, Passage] = assembled.passages
        self.interpreter = interpreter = assembled.interpreter
        shelf = assembled.shelf
        self.finder = Finder(live.index, embedder, self.passages, shelf)
        self._today = today
        self._stated = lru_cache(STATED)(interpreter.statement)  # a message is read for it before it is asked
        self._places: dict[str, list[tuple[int, int, int]]] = {}
        plans, matcher, marked = tuple(self.plans.values()), assembled.matcher, assembled.marked
        self._answerer = Answerer(plans, interpreter.units, shelf, embedder.embed_asked, marked, matcher)
        self._release = weakref.finalize(self, live.index.close)
        embedder.embed_asked("khởi động")  # the first call pays for page faults and threads

    @property
    def name(self) -> str:
        """What tells these answers from those of other plans or corrections."""
        name = self.generation.name
        return name if self.stamp == (0, 0) else f"{name}+{self.stamp[0]}.{self.stamp[1]}"

    def retriever(self) -> PlanRetriever:
        """Return the LangChain retriever over these plans."""
        from knowledge.chain import PlanRetriever

        numbers = {plan_id: stored.plan.header.number for plan_id, stored in self.plans.items()}
        return PlanRetriever(
            finder=self.finder,
            understand=lambda text: self.interpreter.understand(_encodable(text), today=self._today()),
            number_of=numbers.get,
        )

    def close(self) -> None:
        """Close the index now."""
        self._release()

    def ask(self, text: str, unit: str | None, history: Sequence[str], today: date) -> Answer:
        """Answer a message, each of its questions in turn: one hears those before it and what unit they named.

        unit: a plan id or a unit's name, as the interpreter takes it.
        """
        said = self.statement(text)
        if said is not None:
            return noted.answer(said, {unit.plan_id: unit for unit in self.interpreter.units})
        questions = self._questions(text)
        answers: list[Answer] = []
        turns, about = history, unit
        for question in questions[: several.MOST]:
            query = self.understand(question, about, turns, today)
            answers.append(self._answerer.answer(query, today))
            turns = (*turns, question)
            about = query.units[0] if query.named and len(query.units) == 1 else about
        if len(answers) == 1:
            return answers[0]
        if all(answer.status in several.UNSURE for answer in answers):  # perhaps no several questions
            return self._answerer.answer(self.understand(text, unit, history, today), today)
        return several.combine(questions[: several.MOST], answers, questions[several.MOST :])

    def why(self, text: str, unit: str | None, history: Sequence[str], today: date) -> dict[str, Any]:
        """Return how one question was read, ranked and decided on, as data."""
        return self._answerer.why(self.understand(text, unit, history, today), today)

    def understand(self, text: str, unit: str | None, history: Sequence[str], today: date) -> Query:
        """Understand one question as `ask` does."""
        turns = [question for turn in history for question in self._questions(turn)]
        about = _encodable(unit) if unit else None
        return self.interpreter.understand(_encodable(text), unit=about, history=turns, today=today)

    def _questions(self, text: str) -> tuple[str, ...]:
        return split(_encodable(text)[:MAX_CHARS], self.interpreter.asking)

    def statement(self, text: str) -> Statement | None:
        """Return what a message says about whose plan the talk is about, None when it is a question."""
        return self._stated(_encodable(text))

    def find_units(self, text: str) -> tuple[str, ...]:
        """Return the plan ids of the units that `text` names in any short form."""
        return tuple(self.interpreter.find_units(_encodable(text)))

    def passage_at(self, plan_id: str, start: int) -> Passage | None:
        """Return the passage that holds a source position, or else the next, whose heading stands there."""
        stored = self.plans.get(plan_id)
        if stored is None or not (places := self._places_of(stored)):
            return None
        before = bisect_left(places, (start + 1,))
        holding = [(end - begin, at) for begin, at, end in places[:before] if start < end]
        return stored.passages[min(holding)[1] if holding else places[min(before, len(places) - 1)][1]]

    def _places_of(self, stored: StoredPlan) -> list[tuple[int, int, int]]:
        """Return a plan's passages as (begin, place among them, end), in order; none without words."""
        places = self._places.get(stored.plan_id)
        if places is None:
            spans = ((at, p.text.span(0, len(p.text.text))) for at, p in enumerate(stored.passages) if p.text.text)
            places = self._places[stored.plan_id] = sorted((span.start, at, span.end) for at, span in spans)
        return places

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages before and after this one in its plan; none for an id that is gone."""
        passage = self.passages.get(passage_id)
        if passage is None:
            return None, None
        row = self.plans[passage.plan_id].passages
        at = row.index(passage)
        return (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)


def _encodable(text: str) -> str:
    """Replace halves of characters, which JSON and a terminal can hold but neither a model nor an answer can."""
    return text.encode("utf-8", "replace").decode()
