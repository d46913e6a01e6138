"""Webhook mode: Telegram calls the bot. An update is acknowledged with 200 only once it is stored."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import socket
from pathlib import Path
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_unix_socket
from tornado.web import Application, RequestHandler

from bot.telegram.inbox import Inbox
from bot.telegram.line import Done, Line, Outcome

log = logging.getLogger(__name__)

MOST_BYTES = 2_000_000
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class _Handler(RequestHandler):
    inbox: Inbox
    secret: str

    def initialize(self, inbox: Inbox, secret: str) -> None:
        self.inbox, self.secret = inbox, secret

    async def post(self) -> None:
        """Take one update."""
        if not hmac.compare_digest(self.request.headers.get(HEADER, "").encode(), self.secret.encode()):
            self.set_status(403)
            return
        try:
            update = json.loads(self.request.body)
            number = update["update_id"]
        except (ValueError, TypeError, KeyError):
            number = None
        if not isinstance(number, int):
            self.set_status(400)
            return
        await self.inbox.take([update])
        if number in self.inbox.unstored:  # not on disk: Telegram will bring it again
            self.set_status(503)

    def log_exception(self, *details: object) -> None:
        log.error("a webhook call failed: %s", details[1] if len(details) > 1 else "")


class Webhook:
    """The server, at a port or a unix socket.

    url: public, with the path; listen: "host:port" or "unix:PATH"; secret: that Telegram sends along.
    """

    exclusive = False

    def __init__(self, line: Line, inbox: Inbox, url: str, listen: str, secret: str, kinds: list[str]) -> None:
        self._line, self._url, self._listen, self._secret, self._kinds = line, url, listen, secret, kinds
        path = urlsplit(url).path or "/"
        routes = [(path, _Handler, {"inbox": inbox, "secret": secret})]
        self._server = HTTPServer(Application(routes, log_function=lambda _: None), max_body_size=MOST_BYTES)
        self.refused = False

    async def run(self) -> None:
        """Listen, tell Telegram where, and serve until cancelled."""
        if self._listen.startswith("unix:"):
            self._server.add_socket(bind_unix_socket(str(Path(self._listen[5:])), mode=0o660))
        else:
            host, _, port = self._listen.rpartition(":")
            self._server.listen(int(port), host or "127.0.0.1", family=socket.AF_UNSPEC)
        try:
            wait = 1.0
            while not isinstance(outcome := await self._tell(), Done):
                self.refused = getattr(outcome, "code", 0) == 401
                if self.refused:
                    return
                log.warning("Telegram was not told of the webhook yet: %s", outcome)
                await asyncio.sleep(wait)
                wait = min(30.0, 2 * wait)
            await asyncio.Event().wait()
        finally:
            self._server.stop()

    async def confirm(self) -> None:
        """Nothing is left to confirm."""

    async def _tell(self) -> Outcome:
        call = {"url": self._url, "secret_token": self._secret, "allowed_updates": self._kinds, "max_connections": 40}
        return await self._line.call("setWebhook", call)
