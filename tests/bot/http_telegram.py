"""The in-process Bot API over loopback HTTP, with faults of the network and of the server.

    async with serving(LocalTelegram()) as server:
        server.faults.add("sendMessage", Fault.RESET)

A fault meets the next calls of a method, one each; what it does is said at its name.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl

from tornado.httputil import HTTPFile, HTTPHeaders, parse_multipart_form_data

from bot.console import LocalTelegram

SLOW_SECONDS = 3.0


class Fault(Enum):
    """What goes wrong with a call."""

    RESET = "the connection is cut before the call is carried out"
    LOST = "the call is carried out, and the connection is cut instead of an answer"
    LATE = "the call is carried out, and the answer comes seconds later"
    NO_JSON = "the call is not carried out, and the answer is a page of HTML with status 200"
    BAD_GATEWAY = "502 with a page of HTML"
    ODD_STATUS = "520 with a page of HTML: no status of any standard, as a proxy gives it"
    TIMED_OUT = "504 with a page of HTML: a proxy has handed the call on and not heard what came of it"
    FORBIDDEN_PAGE = "403 with a page of HTML: a proxy lets nothing through"
    UNKNOWN_PAGE = "404 with a page of HTML: a proxy knows no such place"
    UNAUTHORIZED = "401: Unauthorized"
    EMPTY = "200: an object with nothing in it"
    NO_RESULT = "200: a list instead of what was asked for"
    SERVER_ERROR = "500 as the Bot API words it"
    HANG = "no answer at all, nothing is carried out"
    BARE_ME = "200: of the bot itself, as what only looks like the Bot API tells it"
    TOO_LONG = "400: message is too long"
    NO_PARSE = "400: can't parse entities"
    NEW_REFUSAL = "400 for a reason that nobody has heard of"
    NO_RIGHTS = "400: not enough rights to send text messages to the chat"


@dataclass(frozen=True)
class _Request:
    """A request's parameters, as `LocalTelegram.do_request` reads them."""

    json_parameters: dict[str, str]
    multipart_data: dict[str, tuple[str, bytes, str]]

    @property
    def contains_files(self) -> bool:
        return bool(self.multipart_data)


@dataclass
class Faults:
    """Which calls fail. chats: refusals of single chats, as chat id -> (code, description, parameters); topics: why
    nothing goes to a topic of a forum, by its number."""

    next: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    always: dict[str, Fault] = field(default_factory=dict)
    chats: dict[int, tuple[int, str, dict[str, int]]] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    down: bool = False

    def add(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method fail."""
        self.next[method.lower()].extend(faults)

    def take(self, method: str) -> Fault | None:
        """Return what the call that comes now meets."""
        waiting = self.next[method.lower()]
        return waiting.popleft() if waiting else self.always.get(method.lower())


@dataclass
class Server:
    """A running stand-in. url: for TELEGRAM_API_URL; arrivals: (time, method, chat) of every call but getUpdates;
    hold: polls are held open as Telegram does; polls: how many came; polling: how many are held now; conflicts: how
    many came while another one was held; raw: answers to the next polls, as they are."""

    telegram: LocalTelegram
    url: str = ""
    faults: Faults = field(default_factory=Faults)
    arrivals: list[tuple[float, str, int]] = field(default_factory=list)
    hold: bool = True
    polls: int = 0
    polling: int = 0
    conflicts: int = 0
    raw: deque[bytes] = field(default_factory=deque)
    connections: set[asyncio.Task[Any]] = field(default_factory=set)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until it ends."""
        task = asyncio.current_task()
        assert task is not None
        self.connections.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.connections.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, _, fields = head.partition("\r\n")
        headers = HTTPHeaders.parse(fields)
        body = await reader.readexactly(int(headers.get("Content-Length", "0")))
        path = line.split(" ")[1]
        method = path.rpartition("/")[2]
        request = _request(headers, body)
        chat = int(request.json_parameters.get("chat_id", "0") or 0)
        if method.lower() == "getupdates":
            self.polls += 1
        else:
            self.arrivals.append((asyncio.get_running_loop().time(), method, chat))
        fault = self.faults.take(method)
        if self.faults.down or fault is Fault.RESET:
            return False
        if fault is Fault.HANG:
            await asyncio.sleep(60)
        code, answer = await self._outcome(path, method, chat, request, fault)
        if fault is Fault.LOST:
            return False
        if fault is Fault.LATE:
            await asyncio.sleep(SLOW_SECONDS)
        writer.write(f"HTTP/1.1 {code} X\r\nContent-Length: {len(answer)}\r\n\r\n".encode() + answer)
        await writer.drain()
        return True

    async def _outcome(
        self, path: str, method: str, chat: int, request: _Request, fault: Fault | None
    ) -> tuple[int, bytes]:
        if fault in _ANSWERS:
            return _ANSWERS[fault]
        if chat in self.faults.chats and method.startswith("send"):
            code, description, parameters = self.faults.chats[chat]
            return code, _refusal(code, description, parameters)
        topic = int(request.json_parameters.get("message_thread_id", "0"))
        if topic in self.faults.topics:
            return 400, _refusal(400, self.faults.topics[topic])
        if method.lower() == "getupdates":
            if self.raw:
                return 200, self.raw.popleft()
            if not self.hold:
                request.json_parameters["timeout"] = "0"
            return await self._poll(path, request)
        return await self.telegram.do_request(path, "POST", request)  # type: ignore[arg-type]

    async def _poll(self, path: str, request: _Request) -> tuple[int, bytes]:
        self.conflicts += self.polling > 0
        self.polling += 1
        try:
            return await self.telegram.do_request(path, "POST", request)  # type: ignore[arg-type]
        finally:
            self.polling -= 1


def _refusal(code: int, description: str, parameters: dict[str, int] | None = None) -> bytes:
    import json

    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return json.dumps(body | ({"parameters": parameters} if parameters else {})).encode()


_PAGE = b"<html><body>502 Bad Gateway</body></html>"
_ANSWERS = {
    Fault.NO_JSON: (200, _PAGE),
    Fault.BAD_GATEWAY: (502, _PAGE),
    Fault.BARE_ME: (200, b'{"ok": true, "result": {"id": 1234567890, "first_name": "Bot", "username": "a_bot"}}'),
    Fault.ODD_STATUS: (520, _PAGE),
    Fault.TIMED_OUT: (504, _PAGE),
    Fault.FORBIDDEN_PAGE: (403, _PAGE),
    Fault.UNKNOWN_PAGE: (404, _PAGE),
    Fault.UNAUTHORIZED: (401, _refusal(401, "Unauthorized")),
    Fault.EMPTY: (200, b"{}"),
    Fault.NO_RESULT: (200, b'{"ok": true, "result": []}'),
    Fault.SERVER_ERROR: (500, _refusal(500, "Internal Server Error")),
    Fault.TOO_LONG: (400, _refusal(400, "Bad Request: message is too long")),
    Fault.NO_PARSE: (400, _refusal(400, "Bad Request: can't parse entities: Unsupported start tag")),
    Fault.NEW_REFUSAL: (400, _refusal(400, "Bad Request: ENTITY_BOUNDS_INVALID")),
    Fault.NO_RIGHTS: (400, _refusal(400, "Bad Request: not enough rights to send text messages to the chat")),
}


def _request(headers: HTTPHeaders, body: bytes) -> _Request:
    kind = headers.get("Content-Type", "")
    if not kind.startswith("multipart/"):
        return _Request(dict(parse_qsl(body.decode(), keep_blank_values=True)), {})
    given: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    boundary = kind.partition("boundary=")[2].strip('"').encode()
    parse_multipart_form_data(boundary, body, given, files)
    sent = {name: (each[0].filename, each[0].body, each[0].content_type) for name, each in files.items()}
    return _Request({name: values[0].decode() for name, values in given.items()}, sent)


@asynccontextmanager
async def serving(telegram: LocalTelegram, port: int = 0) -> AsyncIterator[Server]:
    """Serve at a loopback port, a free one by default, until the block ends."""
    server = Server(telegram)
    listening = await asyncio.start_server(server.answer, "127.0.0.1", port, limit=2**24)
    server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        listening.close()
        for task in list(server.connections):
            task.cancel()
        with contextlib.suppress(Exception):
            await asyncio.gather(*server.connections)
