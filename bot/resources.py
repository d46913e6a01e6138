"""What the features work with: the plans, the bot's memory, its settings; whose plans they are, and what a chat chose.

Equal questions on one generation are answered once: those asked meanwhile wait for the first one's answer.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from bot.memory import Database, now, recalled
from bot.memory.state import Asked, State
from bot.ports import PlanLibrary, Unit
from bot.screen import Stale, words
from bot.screen.answers import PassageFrame, section_address
from bot.screen.duties import amended_lines
from bot.settings import BotSettings
from knowledge.model import Answer, Passage
from knowledge.patterns import later
from knowledge.text import folded_words

MOST = 512
FRESH_SECONDS = 10.0
"""How long an answer is shared: a flood asks the same within seconds, and a correction by hand shows soon."""
_EVERY = later(
    r"(?:tat ca|moi|toan bo|ca|het)(?: (?:cac|nhung|\d+|hai|ba|bon|nam))?(?: (?:ke hoach|don vi|van ban|noi))?"
    r"|all(?: (?:the )?(?:plans|units))?"
)
"""Every plan, as people say it."""
S = TypeVar("S")
Key = tuple[str, str, str | None, tuple[str, ...], str]


@dataclass
class Answers:
    """Answers by what they depend on; any thread may ask. clock: in seconds; shared: hears of each that was there
    already, of which the library hears nothing."""

    clock: Callable[[], float] = time.monotonic
    shared: Callable[[Answer], None] = lambda _: None
    _held: OrderedDict[Key, tuple[float, Future[Answer]]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, library: PlanLibrary, text: str, unit: str | None, history: tuple[str, ...]) -> Answer:
        """Answer as `library.ask` does."""
        key = (library.generation, text, unit, history, library.today().isoformat())
        own = Future[Answer]()
        with self._lock:
            until, future = self._held.get(key, (0.0, own))
            if self.clock() > until:
                future, self._held[key] = own, (self.clock() + FRESH_SECONDS, own)
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
        if future is own:
            try:
                future.set_result(library.ask(text, unit=unit, history=history))
            except BaseException as error:
                with self._lock:
                    self._held.pop(key, None)
                future.set_exception(error)
            return future.result()
        answer = future.result()
        self.shared(answer)
        return answer


@dataclass(frozen=True, slots=True)
class Resources:
    """Opened at the start and released at the end. Its methods block for a moment: call them from a worker thread."""

    library: PlanLibrary
    state: State
    settings: BotSettings
    answers: Answers = field(default_factory=Answers)
    _talks: dict[int, datetime] = field(default_factory=dict)
    _opened: datetime = field(default_factory=now)

    def close(self) -> None:
        """Release the library and the bot's memory."""
        self.library.close()
        self.state.close()

    def store(self, kind: Callable[[Database], S]) -> S:
        """Return a feature's store of the memory."""
        return kind(self.state.database)

    def begin_talk(self, chat_id: int) -> None:
        """Let the next question stand for itself: nothing that was asked before lends it a unit or a subject."""
        self._talks[chat_id] = now()

    def talk_began(self, chat_id: int) -> datetime:
        """Return since when (UTC) a chat's questions belong together."""
        return self._talks.get(chat_id, self._opened)

    # --------------------------------------------------------------------------------------------- units

    def units(self) -> dict[str, Unit]:
        """Return the units by their plan's id."""
        return {unit.plan_id: unit for unit in self.library.units()}

    def names(self) -> dict[str, str]:
        """Return the units' short names by their plan's id."""
        return {unit.plan_id: unit.short_name for unit in self.library.units()}

    def name_of(self, plan_id: str) -> str:
        """Return the short name of whose plan this is, its id when it has no unit."""
        return self.names().get(plan_id, plan_id)

    def means_every(self, typed: str) -> bool:
        """Tell whether words in place of a unit's name mean every plan."""
        stated = self.library.statement(typed) if typed else None
        is_so = stated is not None and stated.name is None
        return is_so or _EVERY.fullmatch(" ".join(folded_words(typed))) is not None

    def unit(self, chat_id: int) -> str | None:
        """Return the plan id that a chat has chosen; a plan that is gone is no choice any more."""
        unit = recalled(lambda: self.state.unit(chat_id), None)
        return unit if unit in self.units() else None

    def unit_name(self, chat_id: int) -> str | None:
        """Return the name of the chat's unit, None for every unit."""
        unit = self.unit(chat_id)
        return self.name_of(unit) if unit else None

    # -------------------------------------------------------------------------------- behind the buttons

    def named(self, link: int) -> str:
        """Return the name that a button's number stands for. Raises Stale when there is none."""
        name = self.state.linked(link)
        if name is None:
            raise Stale(words.STALE_BUTTON)
        return name

    def plan_behind(self, link: int) -> str:
        """Return the id of the plan behind a button. Raises Stale when it is gone."""
        plan_id = self.state.linked(link)
        if plan_id is None or self.library.plan(plan_id) is None:
            raise Stale(words.UNIT_GONE)
        return plan_id

    def frame(self, passage: Passage, question: int, plan: str) -> PassageFrame:
        """Return what stands around a passage: its neighbours, and its section's address if there is a reading room."""
        link, room = self.state.link, self.settings.web_url
        before, after = self.library.neighbours(passage.id)
        stored, text = self.library.plan(passage.plan_id), passage.text
        span = text.span(0, len(text.text)) if text.text else None
        notes = amended_lines(stored.plan, [(span.start, span.end)]) if stored and span else ()
        return PassageFrame(
            question, link(passage.id), plan, link(before.id) if before else None, link(after.id) if after else None,
            address=f"{room}{section_address(passage.plan_id, passage.section)}" if room else None,
            notes=tuple(notes),
        )  # fmt: skip

    def asked(self, number: int, chat_id: int) -> Asked:
        """Return the question behind a button. Raises Stale when it is forgotten or another chat's."""
        asked = self.state.question(number)
        if asked is None:
            raise Stale(words.STALE_BUTTON)
        if asked.chat_id != chat_id:
            raise Stale(words.FOREIGN_BUTTON)
        return asked
