"""The line to the Bot API: one call out, and what is known of it afterwards."""

from __future__ import annotations

import json
import logging
import re
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import httpx
from telegram import InputFile
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

log = logging.getLogger(__name__)

JSON = dict[str, Any]
READ_SECONDS = 30.0
"""Longest wait for an answer: one that comes late still tells that the call has arrived."""
CONNECT_SECONDS = 10.0
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)
_NO_PARAMETERS: JSON = {}
_WAITED_IN_VAIN = (504, 524)
"""Of a proxy that has handed the call on and has not heard what came of it."""


@dataclass(frozen=True, slots=True)
class Done:
    """The call was carried out."""

    result: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """The Bot API said no, and nothing has happened. parameters: such as retry_after."""

    code: int
    description: str
    parameters: JSON

    def retry_after(self, otherwise: float) -> float:
        """Return the seconds that the Bot API asks to wait, `otherwise` when it names none."""
        told = re.search(r"retry after (\d+)", self.description, re.IGNORECASE)
        asked: Any = self.parameters.get("retry_after", told and told[1])
        with suppress(TypeError, ValueError):
            return max(0.0, float(asked)) + 0.1
        return otherwise


@dataclass(frozen=True, slots=True)
class NotSent:
    """There was no way to the Bot API; the call has certainly not arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The call went out and no answer came back, or none that can be read: it may have been carried out."""

    reason: str


Outcome = Done | Refused | NotSent | Unknown


class Line:
    """Calls the Bot API over PTB's request object. base_url: with the token, without a slash at its end."""

    def __init__(self, request: BaseRequest, base_url: str) -> None:
        self._request = request
        self._base_url = base_url

    async def call(
        self, method: str, parameters: JSON, file: tuple[str, str, bytes] | None = None, seconds: float = READ_SECONDS
    ) -> Outcome:
        """Call a method; file: (parameter, name, content); seconds: longest wait for an answer. Raises nothing."""
        given = [RequestParameter.from_input(name, value) for name, value in parameters.items() if value is not None]
        if file is not None:
            field, name, content = file
            given.append(RequestParameter.from_input(field, InputFile(content, filename=name)))
        times = {"read_timeout": seconds, "write_timeout": READ_SECONDS, "pool_timeout": READ_SECONDS,
                 "connect_timeout": min(seconds, CONNECT_SECONDS)}  # fmt: skip
        url = f"{self._base_url}/{method}"
        try:
            code, body = await self._request.do_request(url, "POST", RequestData(given), **times)
        except TelegramError as error:
            reason = f"{type(error).__name__}: {error}"
            return NotSent(reason) if isinstance(error.__cause__, _NOT_SENT) else Unknown(reason)
        except Exception as error:  # whatever carries the call: a letter must not stay under way for ever
            log.exception("a call of %s failed", method)
            return Unknown(type(error).__name__)
        return read(code, body)


def read(code: int, body: bytes) -> Outcome:
    """Say what an answer of the Bot API means."""
    answer = None
    with suppress(ValueError, RecursionError):
        answer = json.loads(whole_characters(body.decode("utf-8", "replace")))
    ok = HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES
    if code in _WAITED_IN_VAIN:
        return Unknown(f"HTTP {code}")
    if not isinstance(answer, dict) or (ok and "ok" not in answer):  # something on the way has answered
        # What a proxy forbids or asks for says nothing of the chat or the token, and passes.
        return Unknown("no JSON of the Bot API") if ok else Refused(max(code, 500), f"HTTP {code}", _NO_PARAMETERS)
    if ok and answer.get("ok") is True:
        return Done(answer.get("result"))
    parameters, refusal = answer.get("parameters"), answer.get("error_code")
    return Refused(
        refusal if isinstance(refusal, int) else code,
        str(answer.get("description") or f"HTTP {code}"),
        parameters if isinstance(parameters, dict) else _NO_PARAMETERS,
    )


_SINCE: dict[str, JSON] = {
    "first_name": {"is_bot": False},
    "option_ids": {"option_persistent_ids": []},
    "voter_count": {"persistent_id": ""},
    "total_voter_count": {"allows_revoting": False, "members_only": False},
    "data": {"chat_instance": ""},
    "chat": {"message_id": 0, "date": 0},
}


_WORDS = ("text", "caption", "query", "data")


def completed(part: JSON) -> JSON:
    """Return an object of the Bot API with what newer ones say of people, votes, options, polls, presses and messages.

    Telegram's library reads none without; an office's own server may be older, or somebody else's. Raises ValueError
    for what somebody wrote or pressed and is no text, which the library does not look at.
    """
    part = {name: value for name, value in part.items() if value is not None}
    if "from" in part and not all(isinstance(part.get(name, ""), str) for name in _WORDS):
        raise ValueError("what was written is no text")
    return next((added | part for name, added in _SINCE.items() if name in part), part)


def whole_characters(text: str) -> str:
    """Return JSON with "?" for every half of a character, which no database and no answer takes."""
    if "\\ud" not in text.lower():
        return text
    with suppress(ValueError):
        return json.dumps(json.loads(text), ensure_ascii=False).encode(errors="replace").decode()
    return text
