"""The door of a room that asks for a code: who holds one comes in until an administrator takes it back.

The session is a signed cookie with the number of the reader; whether that number still stands among those let in is
looked up at every page. Forms carry a token of their session.

Every page, of any room, carries a name for the log, and headers, so that a browser runs, loads and frames nothing but
what is shipped with it.
"""

from __future__ import annotations

import hmac
import secrets
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.access import Access, reader_of
from bot.memory.work import named
from bot.settings import BotSettings

OUTSIDE = ("/vao", "/tinh/", "/lich/")
"""What is shown before the door; a calendar's address holds its own secret."""
FORM_BYTES = 4096
KEY_BYTES = 32
SESSION_SECONDS = 12 * 3600
BROWSER_SECONDS = 365 * 24 * 3600
TRIES_PER_MINUTE = 10
"""Codes that one address may try."""


class Door:
    """Sends whoever has no code, or one that was taken back, to the page that asks for it.

    `scope["reader"]` is the number of whoever was let in.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the requests of those let in."""
        if scope["type"] != "http" or scope["path"].startswith(OUTSIDE):
            await self._app(scope, receive, send)
            return
        reader = scope["session"].get("reader")
        if isinstance(reader, int) and await run_in_threadpool(self._access.allows, reader):
            await self._app({**scope, "reader": reader}, receive, send)
            return
        wanted = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        there = f"/vao?{urlencode({'den': wanted})}" if scope["method"] == "GET" else "/vao"
        await RedirectResponse(there, HTTPStatus.SEE_OTHER)(scope, receive, send)


def session_of(settings: BotSettings, key: str) -> Middleware:
    """Return what reads and writes the session's cookie: of a room without a door it only knows the browser again."""
    secure = (settings.web_url or "").startswith("https:")
    seconds = SESSION_SECONDS if settings.web_by_code else BROWSER_SECONDS
    return Middleware(SessionMiddleware, secret_key=key, session_cookie="phong-doc", max_age=seconds, https_only=secure)


def signing_key(file: Path) -> str:
    """Return what sessions are signed with, made once and kept beside the bot's memory."""
    if not file.exists():
        fresh = file.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(KEY_BYTES), "ascii")
        fresh.replace(file)
    return file.read_text("ascii")


def subscriber_of(request: Request) -> int | None:
    """Return under which number whoever asks has calendar addresses: the reader's, else the browser's, None of one that
    has asked for none yet."""
    reader = request.scope.get("reader")
    known = reader if isinstance(reader, int) else request.session.get("browser")
    return known if isinstance(known, int) else None


def token_of(request: Request) -> str:
    """Return the token that the session's forms carry."""
    token = request.session.setdefault("form", secrets.token_urlsafe(KEY_BYTES))
    return str(token)


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form of this session. Raises HTTPException for any other form, and for a long one."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > FORM_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    given = {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    known = request.session.get("form")
    if not isinstance(known, str) or not hmac.compare_digest(
        known, given.get("form", "").encode("ascii", "replace").decode()
    ):
        raise HTTPException(HTTPStatus.FORBIDDEN)
    return given


async def come_in(request: Request, access: Access, code: str) -> bool:
    """Begin a session for whoever holds this code; False when nobody does."""
    reader = reader_of(code)
    if not await run_in_threadpool(access.allows, reader):
        return False
    request.session.clear()
    request.session["reader"] = reader
    return True


def within(wanted: str) -> str:
    """Return where to go after the door: a page of this room, else its first one."""
    return wanted if wanted.startswith("/") and not wanted.startswith(("//", "/\\", "/vao", "/ra")) else "/"


# ----------------------------------------------------------------------------------------------------------- every page

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
KEPT = "max-age=31536000, immutable"
"""For a file whose address changes with its content."""


class Guard:
    """Names the request and adds the headers; pages are not stored, the shipped files are."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and its answer back."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Cache-Control"] = KEPT if scope["path"].startswith("/tinh/") else "no-store"
            await send(message)

        with named(f"w{secrets.token_hex(4)}"):
            await self._app(scope, receive, guarded)
