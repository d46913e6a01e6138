"""Where updates come from: an update is confirmed, or acknowledged with 200, only once it is stored."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_unix_socket
from tornado.web import Application, RequestHandler

from bot.telegram.inbox import Inbox
from bot.telegram.line import Done, Line, Outcome, Refused
from bot.words import NETWORK_BACK, WEBHOOK_LEFT

log = logging.getLogger(__name__)


class Source(Protocol):
    """Where updates come from. exclusive: only one process of a bot may ask there."""

    refused: bool
    exclusive: bool

    async def run(self) -> None:
        """Bring updates until cancelled, or until the token is refused."""

    async def confirm(self) -> None:
        """Confirm before the end what is stored."""


# -------------------------------------------------------------------------------------------------------------- polling

HOLD_SECONDS = 25
"""How long Telegram may hold a poll open."""
GRACE_SECONDS = 10
LEAST_SECONDS = 1.0
"""Between two polls that bring nothing new, for a server that does not hold them."""
LONGEST_WAIT = 30.0
CONFLICT_SECONDS = 5.0


class Polling:
    """Asks for updates until it is stopped. refused: Telegram no longer knows the token, and polling has ended."""

    exclusive = True

    def __init__(self, line: Line, inbox: Inbox, kinds: Sequence[str], on_conflict: Callable[[], None]) -> None:
        self._line, self._inbox, self._kinds, self._on_conflict = line, inbox, list(kinds), on_conflict
        self._offset: int | None = None
        self._confirmed: int | None = None
        self._failures = 0
        self.refused = False

    async def run(self) -> None:
        """Poll for ever, or until the token is refused."""
        while not self.refused:
            began = time.monotonic()
            outcome = await self._poll(HOLD_SECONDS)
            if isinstance(outcome, Done) and isinstance(outcome.result, list):
                self._say_that_it_works()
                new = await self._take(outcome.result)
                spare = LEAST_SECONDS - (time.monotonic() - began)
                if not new and spare > 0:
                    await asyncio.sleep(spare)
            elif isinstance(outcome, Refused) and outcome.code == 401:
                self.refused = True
            else:
                if isinstance(outcome, Refused) and outcome.code == 409 and "webhook" in outcome.description:
                    log.warning(WEBHOOK_LEFT)
                    outcome = await self._line.call("deleteWebhook", {})
                await asyncio.sleep(LEAST_SECONDS if isinstance(outcome, Done) else self._wait_after(outcome))

    async def confirm(self) -> None:
        """Confirm what may be confirmed before the end, without taking anything more."""
        if self._offset is not None and self._offset != self._confirmed:
            await self._poll(0, limit=1, seconds=1.0)

    async def _poll(self, hold: int, limit: int = 100, seconds: float | None = None) -> Any:
        asked = {"timeout": hold, "limit": limit, "allowed_updates": self._kinds, "offset": self._offset}
        outcome = await self._line.call("getUpdates", asked, seconds=seconds or hold + GRACE_SECONDS)
        if isinstance(outcome, Done):
            self._confirmed = self._offset
        return outcome

    async def _take(self, updates: list[Any]) -> int:
        known = [raw for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
        new = await self._inbox.take(known)
        # A number that can't be kept confirms nothing: all that comes later and counts on would be lost.
        numbers = [raw["update_id"] for raw in known if raw["update_id"].bit_length() < 64]
        unconfirmed = self._inbox.confirmable
        if unconfirmed is not None:
            self._offset = unconfirmed
        elif numbers:
            self._offset = max(numbers) + 1
        return new

    def _wait_after(self, outcome: Any) -> float:
        """Say in one line what is wrong, and return the seconds until the next try."""
        self._failures += 1
        if isinstance(outcome, Refused) and outcome.code == 409:
            if self._failures == 1:
                self._on_conflict()
            return CONFLICT_SECONDS
        if isinstance(outcome, Refused) and outcome.code == 429:
            return outcome.retry_after(CONFLICT_SECONDS)
        if self._failures == 2:  # once is nothing
            reason = outcome.description if isinstance(outcome, Refused) else getattr(outcome, "reason", "no list")
            log.warning("Telegram gives no updates for now: %s", reason)
        return min(LONGEST_WAIT, 0.25 * 2.0 ** min(self._failures, 10))

    def _say_that_it_works(self) -> None:
        if self._failures > 1:
            log.warning(NETWORK_BACK)
        self._failures = 0


# -------------------------------------------------------------------------------------------------------------- webhook


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
        wait = 1.0
        while (trouble := self._open()) is not None:
            log.warning("the webhook can't be served at %s yet: %s", self._listen, trouble)
            await asyncio.sleep(wait)
            wait = min(30.0, 2 * wait)
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

    def _open(self) -> str | None:
        """Begin to listen; return why that is impossible."""
        try:
            if self._listen.startswith("unix:"):
                self._server.add_socket(bind_unix_socket(str(Path(self._listen[5:])), mode=0o660))
            else:
                host, _, port = self._listen.rpartition(":")
                self._server.listen(int(port), host or "127.0.0.1", family=socket.AF_UNSPEC)
        except (OSError, ValueError) as error:
            return str(error)
        return None

    async def _tell(self) -> Outcome:
        call = {"url": self._url, "secret_token": self._secret, "allowed_updates": self._kinds, "max_connections": 40}
        return await self._line.call("setWebhook", call)
