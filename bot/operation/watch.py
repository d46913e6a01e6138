"""Watching a bot that serves Telegram: its pulse in the data folder, and its health and figures on METRICS_PORT."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

import knowledge
from bot.logs import redact
from bot.operation import meters, pulse
from bot.operation.health import Checkup, queues, reminders_ahead
from bot.operation.overheard import Overheard
from bot.operation.server import WatchServer
from bot.operation.watched import WatchedLibrary
from bot.settings import BotSettings
from bot.telegram.context import BotApplication
from knowledge.operation.census import free_bytes

log = logging.getLogger(__name__)

_LONGEST = 300  # characters of an error that are kept


class LastError(logging.Handler):
    """Counts errors of the log and remembers the newest one's first line."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: str | None = None
        self.at: float | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take note of a record."""
        meters.ERRORS.labels(record.name.split(".")[0]).inc()
        self.told, self.at = (
            redact(record.getMessage().splitlines()[0] if record.getMessage() else "")[:_LONGEST],
            record.created,
        )


@dataclass
class Watch:
    """What watches one bot, from after its start until before its end."""

    settings: BotSettings
    data_dir: Path
    library: WatchedLibrary
    engine: Engine
    polled: Callable[[], float | None]
    errors: LastError = field(default_factory=LastError)
    started: float = field(default_factory=time.time)
    server: WatchServer | None = None
    _beating: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Beat, and serve METRICS_PORT when it is set; a port that is taken is told and does not stop the bot."""
        meters.PROGRAM.info({"version": knowledge.__version__})
        logging.getLogger().addHandler(self.errors)
        checkup = Checkup(self.data_dir, self.engine, self.library.live_name, self.polled, self.library.server_trouble)
        if self.settings.metrics_port is not None:
            host, port = self.settings.metrics_host, self.settings.metrics_port
            try:
                self.server = WatchServer(host, port, checkup.look, self.measure)
            except OSError as error:
                log.error("METRICS_PORT %s cannot be served: %s", port, error.strerror or error)
        self._beating = asyncio.create_task(self._beat())

    async def end(self) -> None:
        """Stop."""
        if self._beating is not None:
            self._beating.cancel()
            with suppress(asyncio.CancelledError):
                await self._beating
        if self.server is not None:
            await asyncio.to_thread(self.server.close)
        logging.getLogger().removeHandler(self.errors)
        pulse.forget(self.data_dir)

    def measure(self) -> None:
        """Bring the gauges up to date; what cannot be read now keeps its last figure."""
        meters.DISK_FREE.set(free_bytes(self.data_dir))
        with suppress(SQLAlchemyError):
            for name, queue in queues(self.engine).items():
                meters.QUEUE.labels(name).set(queue.rows)
                meters.QUEUE_AGE.labels(name).set(queue.seconds)
            meters.REMINDERS.set(reminders_ahead(self.engine))
        plans, passages = self.library.size()
        meters.PLANS.set(plans)
        meters.PASSAGES.set(passages)

    async def _beat(self) -> None:
        while True:
            now = pulse.Pulse(
                os.getpid(),
                knowledge.__version__,
                self.started,
                time.time(),
                self.polled(),
                self.errors.told,
                self.errors.at,
            )
            await asyncio.to_thread(pulse.write, self.data_dir, now)
            await asyncio.sleep(pulse.BEAT_SECONDS)


def watch(application: BotApplication, settings: BotSettings, data_dir: Path) -> None:
    """Have an Application watched from the end of its `post_init` to the beginning of its `post_shutdown`."""
    first, last = application.post_init, application.post_shutdown
    held: list[Watch] = []

    async def begin(running: BotApplication) -> None:
        if first is not None:
            await first(running)
        resources = running.bot_data.resources
        if resources is not None and isinstance(resources.library, WatchedLibrary):
            held.append(
                Watch(
                    settings,
                    data_dir,
                    resources.library,
                    resources.state.database.engine,
                    _last_poll(running, settings),
                )
            )
            held[-1].begin()

    async def end(running: BotApplication) -> None:
        while held:
            await held.pop().end()
        if last is not None:
            await last(running)

    application.post_init, application.post_shutdown = begin, end


def _last_poll(application: BotApplication, settings: BotSettings) -> Callable[[], float | None]:
    """Return what tells when Telegram last answered a poll; None where updates come by a webhook."""
    request = application.bot.request
    if settings.webhook_url is not None or not isinstance(request, Overheard):
        return lambda: None
    return lambda: request.last_poll
