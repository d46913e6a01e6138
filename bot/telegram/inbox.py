"""Updates in: each is stored before Telegram is told that it has arrived, and handled once.

Updates of one chat are handled in their order, those of different chats side by side. What an update changes and the
letters that it brings are written together with its end.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session
from telegram import Update
from telegram.ext import Application

from bot.memory.post import Post, Scribe, name_of
from bot.memory.work import Change, Letter, Work, working
from bot.telegram.courier import Courier
from bot.telegram.line import completed

log = logging.getLogger(__name__)

JSON = dict[str, Any]
AT_ONCE = 16
"""Updates that are handled side by side."""
TRIES = 6
"""An update during which the process died so often is put aside."""
TURN_SECONDS = 2.0
"""So long an update that the process died with waits for another such one."""
KNOWN = 100_000
"""Numbers of updates that are remembered in this process."""
UNSTORED = 50
"""Updates that are kept unconfirmed for want of a disk; with more the oldest answered ones are let go."""


class Inbox:
    """The inbox at work, in the event loop."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], scribe: Scribe, post: Post,
                 courier: Courier) -> None:  # fmt: skip
        self._application, self._scribe, self._post, self._courier = application, scribe, post, courier
        self._known: OrderedDict[int, str] = OrderedDict()
        self._lanes: dict[object, deque[tuple[int, Update, int | None]]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._turn: asyncio.Event | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopping = False
        self.unstored: dict[int, bool] = {}
        self.unwritten: deque[tuple[list[Change], list[Letter], int | None]] = deque()

    # ------------------------------------------------------------------------------------------------ taking in

    async def take(self, updates: Iterable[JSON]) -> int:
        """Keep updates and have the new ones handled; return how many were new.

        Those that could not be kept are handled all the same and stand in `unstored`: True once they are answered.
        """
        bodies = dict(_written(updates))
        fresh = {number: body for number, body in bodies.items() if self._known.get(number) != name_of(body)}
        readable = [(number, update) for number, body in fresh.items() if (update := self.read(number, body))]
        if not readable:
            return len(fresh)
        rows = [(number, fresh[number]) for number, _ in readable]
        try:
            new = await self._scribe.write(lambda session: self._post.receive(session, rows))
        except SQLAlchemyError as error:
            log.warning("updates could not be stored, they stay unconfirmed: %s", _reason(error))
            new = {number for number, _ in readable}
            self.unstored |= dict.fromkeys(new, False)
        for number, update in readable:
            if number in new:
                self._line_up(number, update)
        return len(fresh)

    def knows(self, number: int) -> bool:
        """Tell whether an update was taken in by this process."""
        return number in self._known

    def resume(self, left: Iterable[tuple[int, Update, int]]) -> None:
        """Take up updates that earlier processes have left, each with how many of those died while it was begun.

        Such go one after another, the least suspect first: else a few deaths would put aside all that was under way.
        """
        lanes: dict[object, list[tuple[int, Update, int]]] = {}
        for number, update, tries in left:
            lanes.setdefault(_lane(number, update), []).append((number, update, tries))
        for lane in sorted(lanes.values(), key=lambda lane: lane[0][2]):
            for number, update, tries in lane:
                self._line_up(number, update, tries)

    @property
    def confirmable(self) -> int | None:
        """The number of the first update that must not be confirmed yet, None when all may be."""
        while len(self.unstored) > UNSTORED and self.unstored[first := min(self.unstored)]:
            del self.unstored[first]
        return min(self.unstored, default=None)

    def name_of(self, number: int) -> str:
        """Return what an update that was taken in is known by."""
        return self._known.get(number, "")

    def read(self, number: int, body: str) -> Update | None:
        """Return an update and know its number from now on; None, logged, when it is none."""
        self._known[number] = name_of(body)
        while len(self._known) > KNOWN:
            self._known.popitem(last=False)
        try:
            raw = json.loads(body, object_hook=completed, parse_int=storable)
            return Update.de_json(raw, self._application.bot)
        except Exception as error:  # whatever a field that is missing or of another kind makes of it
            log.error("update %d cannot be read and is skipped: %s: %s", number, type(error).__name__, error)
            return None

    # ------------------------------------------------------------------------------------------------- handling

    def _line_up(self, number: int, update: Update, tries: int | None = None) -> None:
        """Have an update handled after those of its lane; tries: of one that is taken up again."""
        lane = _lane(number, update)
        self._idle.clear()
        if lane in self._lanes:
            self._lanes[lane].append((number, update, tries))
            return
        self._lanes[lane] = deque([(number, update, tries)])
        task = asyncio.create_task(self._work_off(lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _work_off(self, lane: object) -> None:
        queue = self._lanes[lane]
        try:
            while queue and not self._stopping:
                number, update, tries = queue[0]
                async with self._in_turn(bool(tries)), self._slots:
                    if not self._stopping:
                        await self._handle_or_tell(number, update, again=tries is not None)
                queue.popleft()
        finally:
            del self._lanes[lane]
            if not self._lanes:
                self._idle.set()

    @asynccontextmanager
    async def _in_turn(self, suspect: bool) -> AsyncIterator[None]:
        """Let a suspect begin once the one before it has ended, or takes long."""
        if not suspect:
            yield
            return
        before, self._turn = self._turn, (mine := asyncio.Event())
        try:
            if before is not None:
                with suppress(TimeoutError):
                    async with asyncio.timeout(TURN_SECONDS):
                        await before.wait()
            yield
        finally:
            mine.set()

    async def _handle_or_tell(self, number: int, update: Update, *, again: bool) -> None:
        try:
            await self._handle(number, update, again=again)
        except Exception:  # the chat's other updates go on; this one is tried again by the next process
            log.exception("update %d could not be handled to its end", number)

    async def _handle(self, number: int, update: Update, *, again: bool) -> None:
        if again:
            await self._try(lambda session: self._post.begin(session, number))
        with working(Work(f"u{number}-{self.name_of(number)[:6]}", _asked(update))) as work:
            log.info("received", extra={"kind": next((kind for kind in Update.ALL_TYPES if getattr(update, kind)), "")})
            await self._application.process_update(update)
        await self.finish(work, number)

    async def finish(self, work: Work, number: int | None = None) -> None:
        """Write down what a work has brought and hand its letters to the courier; number: of the update it ends."""
        changes, letters = work.take()
        if not (changes or letters or number is not None):
            return
        try:
            await self._write(changes, letters, number)
        except SQLAlchemyError as error:
            log.warning("an answer could not be written down, it is sent all the same: %s", _reason(error))
            self.unwritten.append((changes, letters, number))
            if number in self.unstored:
                self.unstored[number] = True
        else:
            self.unstored.pop(number or 0, None)
        self._courier.add(letters)

    async def _write(self, changes: list[Change], letters: list[Letter], number: int | None, *,
                     patient: bool = False) -> None:  # fmt: skip
        def write(session: Session) -> list[tuple[Letter, int | None]]:
            for change in changes:
                change(session)
            if number is not None:
                self._post.done(session, number, self.name_of(number))
            return self._post.put(session, letters)

        for letter, row in await self._scribe.write(write, patient=patient):
            letter.number, letter.gone = row, letter.gone or row is None

    async def write_again(self) -> None:
        """Write what could not be written before, in its order. Raises SQLAlchemyError when it still can't be.

        Changes that no database takes are let go; that the update was answered is kept all the same.
        """
        while self.unwritten:
            changes, letters, number = self.unwritten[0]
            try:
                await self._write(changes, letters, number, patient=True)
            except Exception as error:
                if isinstance(error, OperationalError) or type(error) is DatabaseError:
                    raise
                log.exception("what an update changed is lost")
                await self._write([], letters, number, patient=True)
            self.unwritten.popleft()
            if number is not None:
                self.unstored.pop(number, None)
        for number in [number for number, answered in self.unstored.items() if answered]:
            del self.unstored[number]

    async def _try(self, change: Change) -> None:
        try:
            await self._scribe.write(change)
        except SQLAlchemyError as error:
            log.warning("the inbox could not be written: %s", _reason(error))

    # -------------------------------------------------------------------------------------------------- stopping

    async def settle(self) -> None:
        """Wait until everything taken in has been handled."""
        await self._idle.wait()

    async def stop(self, seconds: float) -> None:
        """Begin no update any more and wait so long for those under way; the rest is in the inbox."""
        self._stopping = True
        if self._running:
            _, late = await asyncio.wait(set(self._running), timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _written(updates: Iterable[JSON]) -> Iterator[tuple[int, str]]:
    """Yield the updates as (number, JSON), but for those that go too deep to be written."""
    for raw in updates:
        number = int(raw["update_id"])
        try:
            yield number, json.dumps(raw, ensure_ascii=False)
        except RecursionError:
            log.error("update %d cannot be read and is skipped: it goes too deep", number)


def storable(digits: str | int) -> int:
    """Return a number that every database holds. Raises ValueError for a larger one, which no id of Telegram's is."""
    number = int(digits)
    if not -(2**63) <= number < 2**63:
        raise ValueError("a number needs more than 64 bits")
    return number


def _asked(update: Update) -> tuple[int, float] | None:
    """Return in which chat a new message was written, and when; None where nobody says."""
    written = update.message
    when = written.date.timestamp() if written else 0.0
    return (written.chat.id, when) if written and when else None


def _lane(number: int, update: Update) -> object:
    """Return in whose order an update is handled; inline queries wait for nothing."""
    if update.inline_query is not None:
        return ("inline", number)
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else ("none", number)


def _reason(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error)
