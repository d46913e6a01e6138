"""Running the Application on the wire: the start is patient, the end is quick."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.telegram.wire import Source, Wire
from bot.telegram.words import NETWORK_BACK, NO_NETWORK_YET

log = logging.getLogger(__name__)

WORKERS = 8
"""Threads that compute answers; they share two cores with everything else."""
LONGEST_WAIT = 15.0
STOP_SECONDS = 3.0
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Lay = Callable[[AnyApplication], tuple[Wire, Source]]
"""Return the wire that `post_init` has laid, and where its updates come from."""


def serve(application: AnyApplication, lay: Lay) -> None:
    """Serve until SIGINT or SIGTERM. Raises InvalidToken when Telegram refuses the token."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(WORKERS, "worker"))
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGABRT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(sign, stop.set)
    try:
        loop.run_until_complete(_until_stopped(application, lay, stop))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def leave(code: int) -> None:
    """End the process even while a thread works on something long; what it does survives that as any crash."""
    if any(thread.name.startswith(("worker", "asyncio")) and _is_busy(thread) for thread in threading.enumerate()):
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _is_busy(thread: threading.Thread) -> bool:
    """Tell whether a worker does not end although nothing is left to do."""
    frame = sys._current_frames().get(thread.ident or 0)
    return frame is not None and frame.f_code.co_name != "_worker"


async def _until_stopped(application: AnyApplication, lay: Lay, stop: asyncio.Event) -> None:
    async with running(application, lay, stop) as wire:
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
    application: AnyApplication, lay: Lay, stop: asyncio.Event | None = None
) -> AsyncIterator[Wire | None]:
    """Run the Application within a loop that is already there; None when `stop` came before it ran.

    stop: given, a start without network is tried again until it is set.
    """
    wire = None
    try:
        if not await _initialized(application, stop):
            yield None
            return
        if application.post_init:
            await application.post_init(application)
        await application.start()
        wire, source = lay(application)
        await wire.start(source)
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


async def _initialized(application: AnyApplication, stop: asyncio.Event | None) -> bool:
    """Connect, however long that takes when `stop` is given; False when it was set first."""
    wait = 1.0
    while True:
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:  # the network, or something on the way that is not Telegram
            if stop is None:
                raise
            if wait == 1.0:
                log.warning(NO_NETWORK_YET.format(reason=f"{type(error).__name__}: {error}"))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
            if stop.is_set():
                return False
            wait = min(LONGEST_WAIT, 2 * wait)
        else:
            if wait > 1.0:
                log.warning(NETWORK_BACK)
            return True
