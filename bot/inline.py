"""Inline mode: "@bot câu hỏi" in any chat -> cards to choose from. Synchronous, like `bot.desk`.

A card may be sent to people whom nobody here knows. So it is made of the question, the plans and the unit that the
person has chosen, and of nothing that was said in their private chat; and because a query comes with every few
letters typed, nothing is kept of it. A question is kept only when its card was sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot import wording
from bot.curation.answers import with_curated
from bot.curation.store import CurationStore
from bot.duties import DutyDesk
from bot.ports import PlanLibrary
from bot.render.duties import Group
from bot.render.inline import Card, answer_card, duty_card, passage_card
from bot.state import Asked, State
from knowledge.model import Answer, Passage, Status
from knowledge.text import normalize

CARDS = 5
NEAREST = 8
"""Passages looked at for those that no card shows yet."""
FAIR = 0.85
"""A passage with less than this share of the best one's score is no longer near."""
LETTERS = 3
"""Letters and digits of the shortest question; what is shorter is still being typed."""
_LONE = frozenset({Status.NOT_FOUND, Status.REFUSED, Status.SMALLTALK})
"""An answer that stands alone: passages beside it would look like an answer after all."""


@dataclass(frozen=True, slots=True)
class InlineDesk:
    """The library and the bot's memory, for inline mode."""

    library: PlanLibrary
    state: State

    def cards(self, user_id: int, text: str) -> tuple[Card, ...]:
        """Return at most `CARDS` different cards for what a person has typed so far."""
        text = normalize(text).strip()
        made = self._answers(user_id, text) if is_question(text) else self._coming(user_id)
        unlike: dict[str, Card] = {}
        for card in made:
            unlike.setdefault(card.html, card)
            if len(unlike) == CARDS:
                break
        return tuple(unlike.values())

    def keep(self, user_id: int, text: str) -> int | None:
        """Keep a question whose card was sent and return its number; None for what is no question."""
        text = normalize(text).strip()
        if not is_question(text):
            return None
        unit = self._unit(user_id)
        return self.state.add_question(Asked(user_id, text, unit, status=self._ask(text, unit).status.value), None)

    def _coming(self, user_id: int) -> Iterator[Card]:
        """Yield the next duties, of the person's unit first; without any, what the sample question gives."""
        entries = DutyDesk(self.library, self.state).entries(user_id)
        coming = [duty_card(entry, self.library.today()) for entry in entries if entry.group is Group.SOON]
        yield from coming or self._answers(user_id, normalize(wording.SAMPLE_QUESTION))

    def _answers(self, user_id: int, text: str) -> Iterator[Card]:
        """Yield the answer as the person's own chat would get it, then each unit's, then the passages nearest."""
        unit = self._unit(user_id)
        answer = self._ask(text, unit)
        if answer.status is Status.NEEDS_UNIT:
            for plan in answer.choices:
                yield self._answer_card(text, self._ask(text, plan), plan)
            return
        yield self._answer_card(text, answer, unit)
        if answer.status in _LONE:
            return
        yield from self._of_units(text, answer)
        yield from self._nearest(text, answer, unit)

    def _of_units(self, text: str, answer: Answer) -> Sequence[Card]:
        """Return what an answer says of each unit, when that differs."""
        parts = {plan: tuple(part for part in answer.parts if part.plan_id == plan) for plan in _told(answer)}
        cards = [self._answer_card(text, replace(answer, parts=own), plan) for plan, own in parts.items()]
        return cards if len({card.description for card in cards}) > 1 else ()

    def _nearest(self, text: str, answer: Answer, unit: str | None) -> Iterator[Card]:
        """Yield the passages nearest to the question that the answer does not quote, of the units it is about.

        Where the search finds nothing of what the answer quotes, the two speak of different things: there are none.
        """
        wanted = set(answer.query.units if answer.query and answer.query.units else (unit,) if unit else ())
        quoted = {passage.id for passage in self._quoted(answer)}
        names = self._names()
        hits = self.library.search(text, NEAREST)
        if not any(hit.passage.id in quoted for hit in hits):
            return
        for passage in (hit.passage for hit in hits if hit.score >= FAIR * hits[0].score):
            if passage.id not in quoted and passage.plan_id in (wanted or names):
                yield passage_card(passage, names.get(passage.plan_id, passage.plan_id))

    def _quoted(self, answer: Answer) -> Iterator[Passage]:
        for citation in answer.citations:
            passage = self.library.passage_at(citation.plan_id, citation.start)
            if passage is not None:
                yield passage

    def _ask(self, text: str, unit: str | None) -> Answer:
        """Ask without any turn before it."""
        answer = self.library.ask(text, unit=unit)
        return with_curated(self.library, CurationStore(self.state.database), text, unit, answer)

    def _answer_card(self, text: str, answer: Answer, unit: str | None) -> Card:
        plans = _told(answer) or ((unit,) if unit else ())
        return answer_card(answer, self._names().get(plans[0]) if len(plans) == 1 else None, text)

    def _unit(self, user_id: int) -> str | None:
        """Return the plan chosen in the person's private chat, which has the person's own number."""
        unit = self.state.unit(user_id)
        return unit if unit in self._names() else None

    def _names(self) -> dict[str, str]:
        return {unit.plan_id: unit.short_name for unit in self.library.units()}


def is_question(text: str) -> bool:
    """Tell whether there is enough typed to look something up."""
    return sum(1 for _ in islice(filter(str.isalnum, text), LETTERS)) == LETTERS


def _told(answer: Answer) -> tuple[str, ...]:
    """Return the plans that the answer quotes, in its order."""
    return tuple(dict.fromkeys(part.plan_id for part in answer.parts if part.plan_id and part.citations))
