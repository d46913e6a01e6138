"""One writer for all that must be on disk before the bot goes on: what waits together is committed together."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.memory.database import Database

T = TypeVar("T")
MOST = 64
"""Writes of one transaction."""
TROUBLE_SECONDS = 5.0
_Task = tuple[Callable[[Session], Any], "asyncio.Future[Any]"]


class Scribe:
    """Runs writes in their order; each is awaited until it is committed, or raises what went wrong."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tasks: deque[_Task] = deque()
        self._running: asyncio.Task[None] | None = None
        self._trouble: OperationalError | None = None
        self._trouble_until = 0.0
        self._thread = ThreadPoolExecutor(1, "scribe")

    async def write(self, work: Callable[[Session], T], *, patient: bool = False) -> T:
        """Run `work` in a transaction, perhaps together with others, and return its result once that is committed.

        While the disk takes nothing, only a patient caller waits for it; others hear at once what was wrong before.
        """
        if self._trouble is not None and not patient and time.monotonic() < self._trouble_until:
            raise self._trouble
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._tasks.append((work, future))
        if self._running is None:
            self._running = asyncio.create_task(self._drain())
        return await future

    def close(self) -> None:
        """Let the thread go once it has ended what it does."""
        self._thread.shutdown(wait=True)

    async def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._tasks:
                batch = [self._tasks.popleft() for _ in range(min(MOST, len(self._tasks)))]
                works = [work for work, _ in batch]
                try:
                    done = await loop.run_in_executor(self._thread, self._commit, works)
                except RuntimeError:  # closed meanwhile: whoever waits ends, and what was not written comes again
                    for _, future in (*batch, *self._tasks):
                        future.cancel()
                    self._tasks.clear()
                    return
                for (_, future), (result, error) in zip(batch, done, strict=True):
                    if not future.done():
                        future.set_exception(error) if error else future.set_result(result)
        finally:
            self._running = None

    def _commit(self, works: Sequence[Callable[[Session], Any]]) -> list[tuple[Any, Exception | None]]:
        try:
            with self._database.session() as session:
                results = [work(session) for work in works]
            self._trouble = None
            return [(result, None) for result in results]
        except Exception as error:
            if isinstance(error, OperationalError):  # the disk is no better for the next one
                self._trouble, self._trouble_until = error, time.monotonic() + TROUBLE_SECONDS
                return [(None, error)] * len(works)
            return [(None, error)] if len(works) == 1 else [self._commit([work])[0] for work in works]
