"""Watching what serves: its pulse in the data folder, and its health and figures on METRICS_PORT.

It begins before the data is opened and before Telegram is reached, so that a start that waits for one of them is seen.
"""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

import knowledge
from bot import words
from bot.operation import (
    BEAT_SECONDS,
    FILE,
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
from bot.resources import Resources
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
    """What watches one process, from its start to its end. file: of its pulse; waits_for: why the start is not over."""

    settings: BotSettings
    data_dir: Path
    file: str = FILE
    waits_for: str | None = words.STARTING
    errors: LastError = field(default_factory=LastError)
    started: float = field(default_factory=time.time)
    server: WatchServer | None = None
    _application: BotApplication | None = None
    _resources: Resources | None = None
    _checkup: Checkup | None = None
    _ending: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Beat, and serve METRICS_PORT when it is set; a port that is taken is told and stops nothing."""
        meters.PROGRAM.info({"version": knowledge.__version__})
        logging.getLogger().addHandler(self.errors)
        if self.settings.metrics_port is not None:
            host, port = self.settings.metrics_host, self.settings.metrics_port
            try:
                self.server = WatchServer(host, port, self.look, self.measure)
            except OSError as error:
                log.error("METRICS_PORT %s cannot be served: %s", port, error.strerror or error)
        self._thread = threading.Thread(target=self._beat, name="pulse", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join(2)
        if self.server is not None:
            self.server.close()
        logging.getLogger().removeHandler(self.errors)
        forget_pulse(self.data_dir, self.file)

    def tell(self, waits_for: str | None) -> None:
        """Note what the start waits for, None once it is over."""
        if waits_for != self.waits_for:
            self.waits_for = waits_for
            self._write()

    def follow(self, application: BotApplication) -> None:
        """Look after the Application that is to serve Telegram."""
        self._application = application

    def opened(self, resources: Resources) -> None:
        """Look after what is open now."""
        library = resources.library
        if isinstance(library, WatchedLibrary):
            self._resources = resources
            engine = resources.state.database.engine
            self._checkup = Checkup(
                self.data_dir, engine, library.live_name, self._polled, library.server_trouble, self._polls_since
            )

    def look(self) -> tuple[Check, ...]:
        """Return every check, made now."""
        start = (Check("start", False, self.waits_for),) if self.waits_for else ()
        found = self._checkup.look() if self._checkup is not None else ()
        if not self._stands_by:
            return start + found
        return start + tuple(
            Check("telegram", True, words.STANDS_BY_NOW) if check.name == "telegram" else check for check in found
        )

    def measure(self) -> None:
        """Bring the gauges up to date; what cannot be read now keeps its last figure."""
        meters.DISK_FREE.set(free_bytes(self.data_dir))
        resources = self._resources
        if resources is None or not isinstance(resources.library, WatchedLibrary):
            return
        engine = resources.state.database.engine
        with suppress(SQLAlchemyError):
            for name, queue in queues(engine).items():
                meters.QUEUE.labels(name).set(queue.rows)
                meters.QUEUE_AGE.labels(name).set(queue.seconds)
            meters.REMINDERS.set(reminders_ahead(engine))
        plans, passages = resources.library.size()
        meters.PLANS.set(plans)
        meters.PASSAGES.set(passages)

    @property
    def _stands_by(self) -> bool:
        wire = self._application.bot_data.wire if self._application is not None else None
        return self._polls and wire is not None and wire.source is not None and not wire.leads

    @property
    def _polls(self) -> bool:
        return self._application is not None and self.settings.webhook_url is None

    def _polled(self) -> float | None:
        """Return when Telegram last answered a poll; None where updates come by a webhook, or to another process."""
        request = self._application.bot.request if self._application is not None else None
        if not self._polls or self._stands_by or not isinstance(request, Overheard):
            return None
        return request.last_poll

    def _polls_since(self) -> float:
        wire = self._application.bot_data.wire if self._application is not None else None
        return wire.leads_since if wire is not None else 0.0

    def _beat(self) -> None:
        while not self._ending.is_set():
            self._write()
            self._ending.wait(BEAT_SECONDS)

    def _write(self) -> None:
        with self._writing:  # a beat made up before something was told must not arrive after it
            pulse = Pulse(
                os.getpid(), knowledge.__version__, self.started, time.time(), self._polled(), self.errors.told,
                self.errors.at, self.waits_for, self._stands_by,
            )  # fmt: skip
            write_pulse(self.data_dir, pulse, self.file)


@contextmanager
def watching(settings: BotSettings, data_dir: Path, file: str = FILE) -> Iterator[Watch]:
    """Watch this process until the block ends."""
    watch = Watch(settings, data_dir, file)
    watch.begin()
    try:
        yield watch
    finally:
        watch.end()


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
