"""`/healthz` and `/metrics` on a port of their own, in threads of their own: they answer while the bot is stuck."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.operation.health import Check
from bot.operation.meters import HEALTHY, REGISTRY

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
