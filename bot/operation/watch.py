"""Watching a bot that serves Telegram: its pulse in the data folder, and its health and figures on METRICS_PORT."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

import knowledge
from bot.operation import (
    BEAT_SECONDS,
    Check,
    Checkup,
    Pulse,
    forget_pulse,
    meters,
    queues,
    reminders_ahead,
    write_pulse,
)
from bot.operation.logs import redact
from bot.operation.meters import HEALTHY, REGISTRY, Overheard, WatchedLibrary
from bot.settings import BotSettings
from bot.telegram import BotApplication
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
        forget_pulse(self.data_dir)

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
            now = Pulse(
                os.getpid(),
                knowledge.__version__,
                self.started,
                time.time(),
                self.polled(),
                self.errors.told,
                self.errors.at,
            )
            await asyncio.to_thread(write_pulse, self.data_dir, now)
            await asyncio.sleep(BEAT_SECONDS)


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


_SECONDS = 10.0  # for a reader that says nothing


class WatchServer:
    """Serves until `close`. look: makes the checks; measure: brings the gauges up to date. port 0: any free one."""

    def __init__(self, host: str, port: int, look: Callable[[], Sequence[Check]], measure: Callable[[], None]) -> None:
        """Raises OSError when the port is taken."""

        class Handler(BaseHTTPRequestHandler):
            """One request."""

            timeout = _SECONDS

            def do_GET(self) -> None:
                """Answer a path, without its query."""
                path = self.path.split("?")[0]
                if path == "/healthz":
                    self._say(*_health(look()))
                elif path == "/metrics":
                    measure()
                    HEALTHY.set(all(check.ok for check in look()))
                    self._say(HTTPStatus.OK, CONTENT_TYPE_LATEST, generate_latest(REGISTRY))
                else:
                    self._say(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"/healthz, /metrics\n")

            def _say(self, status: HTTPStatus, kind: str, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing of a scrape."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, name="watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(2)


def _health(checks: Sequence[Check]) -> tuple[HTTPStatus, str, bytes]:
    ok = all(check.ok for check in checks)
    told = {"ok": ok, "checks": {check.name: {"ok": check.ok, "told": check.told} for check in checks}}
    status = HTTPStatus.OK if ok else HTTPStatus.SERVICE_UNAVAILABLE
    return status, "application/json; charset=utf-8", json.dumps(told, ensure_ascii=False, indent=1).encode()
