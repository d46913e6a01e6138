"""What lies between Telegram and the features: updates in, letters out, and nothing lost between them.

Here: the typed context, which is what every handler can reach, and how fast one person may go.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, ParamSpec, TypeVar

from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot, JobQueue

from bot.ports import Corrected, Doors, Followed, Reported
from bot.resources import Resources
from bot.screen import Rows
from bot.settings import BotSettings
from bot.telegram.inbox import Inbox
from bot.telegram.wire import Wire

P = ParamSpec("P")
T = TypeVar("T")


class BotData:
    """What lives as long as the Application.

    resources, wire: set by `post_init`, with what features need of each other: doors, corrected, reported, followed,
    and the buttons below the units; troubles: that administrators were told of and which are not over; albums: the last
    groups of photos that were answered, so that each is answered once; pace: how fast each person goes; inline_pace,
    typed: the same for inline queries, and which of them is each person's newest; more_by, told_of: how many more
    requests a stranger has made than the one that was told of, and the administrators' messages about it, by
    (stranger, administrator).
    """

    def __init__(self) -> None:
        self.resources: Resources | None = None
        self.doors: Doors
        self.corrected: Corrected
        self.reported: Reported
        self.followed: Followed
        self.below_units: Callable[[int], Rows]
        self.wire: Wire | None = None
        self.troubles: set[str] = set()
        self.settings = BotSettings.model_construct()
        self.pace = Pace(0)
        self.inline_pace = Pace(0)
        self.typed = Latest()
        self.more_by: dict[int, int] = {}
        self.told_of: dict[tuple[int, int], int] = {}
        self.albums: deque[str] = deque(maxlen=64)


class BotContext(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], BotData]):
    """The context of one update. acknowledged: its button waits no more."""

    acknowledged = False

    @property
    def resources(self) -> Resources:
        """What `post_init` has opened; handlers run only between it and `post_shutdown`."""
        resources = self.bot_data.resources
        if resources is None:
            raise RuntimeError("an update was handled before post_init opened the library")
        return resources

    @property
    def inbox(self) -> Inbox:
        """The inbox, which writes down what a work has brought."""
        if self.bot_data.wire is None:
            raise RuntimeError("a work was done before post_init laid the wire")
        return self.bot_data.wire.inbox

    @property
    def leads(self) -> bool:
        """Whether this process sends what nobody asked for; of several on one database, one does."""
        return self.bot_data.wire is not None and self.bot_data.wire.leads

    async def is_served(self, chat_id: int) -> bool:
        """Tell whether a chat is answered: any chat of an open bot, administrators, and those let in."""
        settings = self.bot_data.settings
        if not settings.closed or chat_id in settings.admin_ids:
            return True
        return await self.in_thread(self.bot_data.doors.allows, chat_id)

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work off the event loop."""
        return await asyncio.to_thread(work, *args, **kwargs)


BotApplication = Application[
    ExtBot[Any], BotContext, dict[Any, Any], dict[Any, Any], BotData, JobQueue[BotContext]
]  # fmt: skip


def context_types() -> ContextTypes[BotContext, dict[Any, Any], dict[Any, Any], BotData]:
    """Return the types for `ApplicationBuilder.context_types`."""
    return ContextTypes(context=BotContext, bot_data=BotData)


# ----------------------------------------------------------------------------------------------------------------- pace

MINUTE = 60.0
KEPT_PEOPLE = 4096
"""More people than this are looked through for those who have been quiet for a minute."""
SPLIT_AT = 4000
"""Telegram's apps cut a pasted text at 4,096 units; a piece this long is followed by the rest."""
REST_SECONDS = 2.0
"""The rest of a pasted text arrives within this time."""


class Wait(NamedTuple):
    """seconds: until the next one is taken, 0 for at once; told: that the person has been told already."""

    seconds: int
    told: bool


@dataclass
class _Person:
    """taken: when the last ones were taken, oldest first; told_until: the end of the wait they were told of;
    flood_until: until when more text is the rest of one that was too long."""

    taken: deque[float] = field(default_factory=deque)
    told_until: float = 0.0
    flood_until: float = 0.0


class Pace:
    """Counts what each person sends; only the last minute is kept, and only in memory."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """per_minute: what a person may send in any minute, 0 for no limit; clock: in seconds."""
        self._limit = per_minute
        self._clock = clock
        self._people: dict[int, _Person] = {}

    def take(self, person: int) -> Wait:
        """Count one more, or say how long the person has to wait."""
        if not self._limit:
            return Wait(0, told=False)
        now = self._clock()
        known = self._person(person, now)
        while known.taken and known.taken[0] <= now - MINUTE:
            known.taken.popleft()
        if len(known.taken) < self._limit:
            known.taken.append(now)
            return Wait(0, told=False)
        until = known.taken[0] + MINUTE
        told, known.told_until = now < known.told_until, max(until, known.told_until)
        return Wait(max(1, math.ceil(until - now)), told)

    def is_rest_of_a_flood(self, person: int, length: int, limit: int) -> bool:
        """Tell whether a text of `length` characters follows right after one that was too long already.

        limit: the longest question. Only a text near the length at which Telegram cuts begins a flood.
        """
        if not self._limit:
            return False
        now = self._clock()
        known = self._person(person, now)
        rest = now < known.flood_until
        if length > limit and length >= SPLIT_AT:
            known.flood_until = now + REST_SECONDS
        return rest

    def _person(self, person: int, now: float) -> _Person:
        if len(self._people) > KEPT_PEOPLE:
            self._people = {who: known for who, known in self._people.items() if _last(known) > now - MINUTE}
        return self._people.setdefault(person, _Person())


def _last(known: _Person) -> float:
    return max(known.flood_until, known.taken[-1] if known.taken else 0.0)


class Latest:
    """Which of the things that one person began is the newest: older ones need not be finished."""

    def __init__(self) -> None:
        self._newest: dict[int, int] = {}

    def begin(self, person: int, number: int) -> None:
        """Note what a person began; numbers grow with time, however late they are told."""
        self._newest[person] = max(number, self._newest.get(person, number))

    def is_newest(self, person: int, number: int) -> bool:
        """Tell whether the person has begun nothing newer."""
        return self._newest.get(person, number) <= number

    def end(self, person: int, number: int) -> None:
        """Forget the person when this was their newest."""
        if self.is_newest(person, number):
            self._newest.pop(person, None)
