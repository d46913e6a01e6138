"""The wire to Telegram, watched: PTB ends its polling without a word when the token is revoked while the bot runs.

Halves of characters (surrogates without their other half) are taken out here, for no database and no answer takes them.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from telegram.request import BaseRequest, RequestData

PAUSE = 1.0
"""Seconds before the end: the loop must not be left while the Application still starts."""
_NO_UPDATES = (HTTPStatus.OK.value, b'{"ok": true, "result": []}')


class TokenWatch(BaseRequest):
    """Carries `getUpdates` over another request object and ends the bot when Telegram no longer knows the token.

    refused: that this has happened. The polling itself sees no updates instead of the refusal, so that the
    Application shuts down in order.
    """

    def __init__(self, inner: BaseRequest) -> None:
        self._inner = inner
        self.refused = False

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
        """Pass the call on and look at the status of the answer."""
        status, body = await self._inner.do_request(url, method, request_data, *timeouts, **named_timeouts)
        if status != HTTPStatus.UNAUTHORIZED:
            return status, _whole_characters(body)
        if not self.refused:
            self.refused = True
            asyncio.get_running_loop().call_later(PAUSE, _end)
        await asyncio.sleep(PAUSE / 10)  # PTB asks again at once
        return _NO_UPDATES


def _whole_characters(body: bytes) -> bytes:
    """Return JSON with "?" for every half of a character; what is no JSON stays for PTB to complain about."""
    if rb"\ud" in body.lower():
        with suppress(ValueError):
            return json.dumps(json.loads(body), ensure_ascii=False).encode(errors="replace")
    return body


def _end() -> None:
    """Leave the loop as PTB's own handler of SIGTERM does."""
    raise SystemExit
