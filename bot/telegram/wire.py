"""The wire as a whole: inbox, outbox and where updates come from; the Application runs on it.

They are begun and ended together; the start is patient, the end is quick.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any, NoReturn

from filelock import FileLock, Timeout
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import Application

from bot.memory import Database
from bot.memory.post import HOLD, Lease, Post, Scribe, name_process, place_of
from bot.memory.work import Work, working
from bot.telegram.courier import Courier, Hooks, Limits
from bot.telegram.inbox import TRIES, Inbox
from bot.telegram.line import Line, Refused
from bot.telegram.sources import Source
from bot.words import LEADS_NO_MORE, NETWORK_BACK, NO_NETWORK_YET, STANDS_BY

log = logging.getLogger(__name__)

KEEP_SECONDS = 2.0
"""Between two looks at what could not be written."""
RENEW_ROUNDS = int(HOLD.total_seconds() / KEEP_SECONDS / 3)
FORGET_ROUNDS = 1800
HANDLERS_SECONDS = 3.0
CALLS_SECONDS = 2.5
"""How long the end waits for what is under way; the rest is done by the next process. After ten seconds in all, whoever
manages the service may kill."""


class Wire:
    """Everything between Telegram and the handlers of one bot."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        database: Database,
        line: Line,
        hooks: Hooks,
        per_second: int,
        put_aside: Callable[[int, Update | None], None],
        taking_up: Callable[[], Awaitable[None]],
    ) -> None:
        bot_id = int(application.bot.token.partition(":")[0])
        self._database, self._put_aside, self._taking_up = database, put_aside, taking_up
        holder = name_process(place_of(database.path.parent) if database.served else "the file")
        self._post, self._lease = Post(bot_id, holder), Lease(bot_id, holder)
        self._lock = FileLock(database.path.with_name(f"bot-{bot_id}.lock"))
        self.scribe = Scribe(database)
        self.courier = Courier(line, self.scribe, self._post, Limits(per_second), hooks)
        self.inbox = Inbox(application, self.scribe, self._post, self.courier)
        self.source: Source | None = None
        self.ended = asyncio.Event()
        self.leads = False
        self.leads_since = 0.0
        self._alone = False
        self._bringing: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def refused(self) -> bool:
        """Whether Telegram no longer knows the token."""
        return self.source is not None and self.source.refused

    async def start(self, source: Source) -> None:
        """Take up what an earlier process has left, then let updates in, if it is this process that leads."""
        self.source = source
        with suppress(Timeout, OSError):
            self._lock.acquire(timeout=0)
            self._alone = True
        self.courier.start()
        try:
            await self._look_who_leads()
        except SQLAlchemyError:
            self._lead()  # it could not be asked; whoever else lives is in the same case
        if not self.leads:
            log.warning(STANDS_BY)
        if not source.exclusive:
            self.begin(self._bring(source))
        self.begin(self._keep())

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something run beside, until the end."""
        self._tasks.append(asyncio.create_task(work))

    async def stop(self) -> None:
        """End within some seconds; nothing that is stored is lost, and what is not stored stays unconfirmed."""
        tasks = [*self._tasks, self._bringing] if self._bringing else self._tasks
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.inbox.stop(HANDLERS_SECONDS)
        await self.courier.stop(CALLS_SECONDS)
        with suppress(SQLAlchemyError):
            await self.inbox.write_again()
        if self.source is not None and not self.refused and self.leads:
            await self.source.confirm()
        with suppress(SQLAlchemyError):
            await self.scribe.write(self._leave)
        self.scribe.close()
        self._lock.release()

    async def settle(self) -> None:
        """Wait until everything taken in is handled and its letters are sent, but for those that wait for long."""
        await self.inbox.settle()
        await self.courier.settle()

    async def _bring(self, source: Source) -> None:
        while not source.refused:
            try:
                await source.run()
            except Exception:
                log.exception("no updates came in for a moment")
                await asyncio.sleep(KEEP_SECONDS)
        self.ended.set()

    async def _look_who_leads(self) -> None:
        """Begin or cease to lead. Raises SQLAlchemyError when nobody can tell; then everything stays as it is."""
        try:
            leads = await self.scribe.write(lambda session: self._lease.look(session, alone=self._alone))
        except SQLAlchemyError:
            self._lease.doubt()
            raise
        if leads and not self.leads:
            await self._taking_up()
            # Two processes on one file are told apart by its lock, so that whoever has it is alone.
            await self._claim(all_of_them=self._alone and not self._database.served, left_by=self._lease.left_by)
            self._lead()
        elif self.leads and not leads:
            log.warning(LEADS_NO_MORE)
            self.leads = False
            if self._bringing is not None:
                self._bringing.cancel()

    def _lead(self) -> None:
        self.leads, self.leads_since = True, time.time()
        if self.source is not None and self.source.exclusive:
            self._bringing = asyncio.create_task(self._bring(self.source))

    def _leave(self, session: Session) -> None:
        """Let other processes have what this one holds."""
        self._lease.leave(session)
        self._post.leave(session)

    async def _keep(self) -> None:
        """Write later what could not be written, hold what is held, take over what nobody holds."""
        rounds = 0
        while True:
            await asyncio.sleep(KEEP_SECONDS)
            rounds += 1
            try:
                if await asyncio.to_thread(self._database.deleted):
                    log.error("%s was deleted and is put back", self._database.path)
                    await asyncio.to_thread(self._database.put_back)
                await self._look_who_leads()
                await self.inbox.write_again()
                if rounds % RENEW_ROUNDS == 0:
                    await self.scribe.write(self._post.renew)
                    await self._claim(all_of_them=False)
                if rounds % FORGET_ROUNDS == 0:
                    await self.scribe.write(self._post.forget)
            except (SQLAlchemyError, OSError) as error:
                log.debug("not written yet: %s", error)
            except Exception:
                log.exception("the wire could not be looked after")

    async def _claim(self, *, all_of_them: bool, left_by: str = "") -> None:
        held = set(self.courier.held)
        updates, letters = await self.scribe.write(
            lambda session: self._post.claim(session, all_of_them=all_of_them, left_by=left_by, but=held)
        )
        now_held = set(self.courier.held)
        self.courier.add(letter for letter in letters if letter.number not in now_held)
        left = []
        for number, body, tries in updates:
            if self.inbox.knows(number):
                continue
            update = self.inbox.read(number, body)
            if update is not None and tries < TRIES:
                left.append((number, update, tries))
            else:
                log.error("update %d ended the bot %d times and is put aside", number, tries)
                with working(Work(f"aside{number}-{self.inbox.name_of(number)[:6]}")) as work:
                    self._put_aside(number, update)
                await self.inbox.finish(work, number)
        self.inbox.resume(left)


# -------------------------------------------------------------------------------------------------------------- serving


WORKERS = 8
"""Threads that compute answers; they share two cores with everything else."""
LONGEST_WAIT = 15.0
STOP_SECONDS = 2.0
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Tell = Callable[[str | None], None]
Lay = Callable[[AnyApplication], tuple[Wire, Source]]
"""Return the wire that `post_init` has laid, and where its updates come from."""


def serve(application: AnyApplication, lay: Lay, tell: Tell = lambda _: None) -> None:
    """Serve until SIGINT or SIGTERM. tell: hears what the start waits for, and None once it is over.

    Raises InvalidToken when Telegram refuses the token.
    """
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, "worker"))
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGABRT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(sign, stop.set)
    try:
        loop.run_until_complete(_until_stopped(application, lay, stop, tell))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def leave(code: int) -> NoReturn:
    """End the process now: without waiting for a thread that works on something long, which survives that as any crash,
    and without taking the interpreter apart, for which a busy machine needs seconds."""
    atexit._run_exitfuncs()  # private copies of the index go
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


async def _until_stopped(application: AnyApplication, lay: Lay, stop: asyncio.Event, tell: Tell) -> None:
    async with running(application, lay, stop, tell) as wire:
        if wire is None:
            return
        ends = [asyncio.create_task(event.wait()) for event in (stop, wire.ended)]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        refused = wire.refused
    if refused:
        raise InvalidToken


@asynccontextmanager
async def running(
    application: AnyApplication, lay: Lay, stop: asyncio.Event | None = None, tell: Tell = lambda _: None
) -> AsyncIterator[Wire | None]:
    """Run the Application within a loop that is already there; None when `stop` came before it ran.

    stop: given, a start without network is tried again until it is set; tell: as of `serve`.
    """
    wire = None
    try:
        if not await _initialized(application, stop, tell):
            yield None
            return
        if application.post_init and not await _done_before(stop, application.post_init(application)):
            yield None
            return
        await application.start()
        wire, source = lay(application)
        await wire.start(source)
        tell(None)
        yield wire
    finally:
        if wire is not None:
            await wire.stop()
        if application.running:
            with suppress(TimeoutError):
                await asyncio.wait_for(application.stop(), STOP_SECONDS)
        with suppress(Exception):
            await application.shutdown()
        if application.post_shutdown:
            with suppress(TimeoutError):
                await asyncio.wait_for(application.post_shutdown(application), STOP_SECONDS)


async def _done_before(stop: asyncio.Event | None, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work; False when `stop` was set before it was done, then it is left."""
    if stop is None:
        await work
        return True
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            return False
        await doing
        return True
    finally:
        doing.cancel()
        stopping.cancel()


async def _initialized(application: AnyApplication, stop: asyncio.Event | None, tell: Tell) -> bool:
    """Connect, however long that takes when `stop` is given; False when it was set first."""
    wait = 1.0
    while True:
        try:
            await application.initialize()
        except Exception as error:  # the network, or whatever something that is not Telegram makes of PTB
            if stop is None or (isinstance(error, InvalidToken) and await _knows_no_such_token(application)):
                raise
            told = NO_NETWORK_YET.format(reason=f"{type(error).__name__}: {error}")
            tell(told)
            if wait == 1.0:
                log.warning(told)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
            if stop.is_set():
                return False
            wait = min(LONGEST_WAIT, 2 * wait)
        else:
            if wait > 1.0:
                log.warning(NETWORK_BACK)
            return True


async def _knows_no_such_token(application: AnyApplication) -> bool:
    """Tell whether it is Telegram that refuses the token, and not the page of something on the way."""
    outcome = await Line(application.bot.request, application.bot.base_url).call("getMe", {})
    return isinstance(outcome, Refused) and outcome.code in (401, 404)
