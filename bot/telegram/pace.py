"""How fast one person may go: so many messages and presses a minute, and one remark about it, not a flood of them."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

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
