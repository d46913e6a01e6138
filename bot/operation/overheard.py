"""The way to Telegram, overheard: which methods are called with what outcome, and when the last poll came back."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import Any

from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.operation import meters

_OUTCOMES = {HTTPStatus.OK: "ok", HTTPStatus.TOO_MANY_REQUESTS: "flood", HTTPStatus.CONFLICT: "conflict"}


class Overheard(BaseRequest):
    """Carries calls over another request object and counts them. last_poll: Unix time, 0 before the first good one."""

    def __init__(self, inner: BaseRequest) -> None:
        self._inner = inner
        self.last_poll = 0.0

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return self._inner.read_timeout

    async def initialize(self) -> None:
        """Open the inner one."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """Close the inner one."""
        await self._inner.shutdown()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named_timeouts: Any
    ) -> tuple[int, bytes]:
        """Pass the call on; the URL holds the token, so only its last part is kept."""
        name = url.rsplit("/", 1)[-1].split("?")[0] if "/file/bot" not in url else "file"
        try:
            status, body = await self._inner.do_request(url, method, request_data, *timeouts, **named_timeouts)
        except TelegramError:
            meters.CALLS.labels(name, "no answer").inc()
            raise
        meters.CALLS.labels(name, _OUTCOMES.get(HTTPStatus(status), "refused")).inc()
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            meters.FLOODS.inc()
        elif status == HTTPStatus.OK and name == "getUpdates":
            self.last_poll = time.time()
            meters.LAST_POLL.set(self.last_poll)
        return status, body
