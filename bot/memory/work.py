"""What one update brings about: changes of tables and letters, written together at its end in one transaction.

A change that is made `later` belongs to the work that runs now, in whatever thread; without one it is made at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

Change = Callable[[Session], object]


@dataclass(eq=False)
class Letter:
    """A call that is to reach Telegram, once and in its turn.

    key: names it, so that what is handled twice is sent once ("u17-3fa2c1.0", first of update 17); chat_id: in whose
    order it goes; method, parameters: of the Bot API; instead: parameters of a sendMessage should an edit be refused;
    file: (parameter, name, content); kind: whose mark and troubles it has; after: who hears what became of it, as
    (name, argument); rest: texts that follow once this one is sent. number: of its row, None while it has none; tries:
    times it went out; unsure: one of them may have arrived; polite: waits for a polite hour; gone: it needs no more;
    made: when it was first put down; asked: when what it answers was written (both Unix time).
    """

    key: str
    chat_id: int
    method: str
    parameters: dict[str, Any]
    instead: dict[str, Any] | None = None
    file: tuple[str, str, bytes] | None = None
    kind: str = "answer"
    after: tuple[str, Any] | None = None
    rest: list[str] = field(default_factory=list)
    polite: bool = False
    number: int | None = None
    tries: int = 0
    unsure: bool = False
    sending: bool = False
    gone: bool = False
    made: float = field(default_factory=time.time)
    asked: float | None = None

    @property
    def heard_by(self) -> tuple[str, Any]:
        """`after`, or a name of nobody."""
        return self.after or ("", None)


@dataclass(eq=False)
class Work:
    """name: of what is worked on; asked: the chat in which somebody wrote, and when (Unix time); changes: to be made
    with it; letters: that it brought; handed_on: of those, how many are in the outbox already."""

    name: str
    asked: tuple[int, float] | None = None
    changes: list[Change] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    handed_on: int = 0

    def post(self, letter: Letter) -> None:
        """Add a letter and name it by its place; the first one of an answer knows when that was asked for."""
        letter.key = letter.key or f"{self.name}.{len(self.letters)}"
        answers = letter.method == "sendMessage" and letter.kind == "answer"
        if answers and self.asked is not None and self.asked[0] == letter.chat_id:
            letter.asked, self.asked = self.asked[1], None
        self.letters.append(letter)

    def take(self) -> tuple[list[Change], list[Letter]]:
        """Return what was added since the last time."""
        changes, self.changes = self.changes, []
        letters, self.handed_on = self.letters[self.handed_on :], len(self.letters)
        return changes, letters


_current: ContextVar[Work | None] = ContextVar("work", default=None)


def current() -> Work | None:
    """Return the work that runs now."""
    return _current.get()


@contextmanager
def working(work: Work) -> Iterator[Work]:
    """Let the block, and the threads that it waits for, belong to `work`."""
    token = _current.set(work)
    try:
        yield work
    finally:
        _current.reset(token)


_request: ContextVar[str | None] = ContextVar("request", default=None)


def request_name() -> str | None:
    """Return the name of what is done now, for the log: the work that runs, or a request that is none; None between."""
    work = current()
    return work.name if work is not None else _request.get()


@contextmanager
def named(name: str) -> Iterator[None]:
    """Let what the block logs, and the threads that it waits for, carry a name although it is no work."""
    token = _request.set(name)
    try:
        yield
    finally:
        _request.reset(token)
