"""Requests to be served and the chats let in -> Screen."""

from __future__ import annotations

from collections.abc import Sequence

from bot import wording
from bot.access import Request
from bot.render.rich import Rich, concat, from_stars, join, plain, shorten
from bot.render.screens import Button, Screen, button, screen

ENTRIES_A_PAGE = 8
NAME_CHARS = 80


def request_screen(request: Request, others: int = 0) -> Screen:
    """Return a request with the buttons that decide on it; others: of the same person, made soon after."""
    more = [plain(wording.PAIR_MORE.format(count=others))] if others else []
    return screen(
        join([from_stars(wording.PAIR_ASKED), _named(request), *more], "\n"),
        [[button(wording.PAIR_YES, "pair:y", request.number), button(wording.PAIR_NO, "pair:n", request.number)]],
    )


def access_screen(
    requests: Sequence[Request], allowed: Sequence[tuple[int, str]], page: int = 0, *, closed: bool
) -> Screen:
    """Return a page of the requests and of the chats let in, each with its button."""
    entries = [_request_entry(request) for request in requests] + [_allowed_entry(*chat) for chat in allowed]
    page = min(max(page, 0), max(0, (len(entries) - 1) // ENTRIES_A_PAGE))
    shown = entries[page * ENTRIES_A_PAGE : (page + 1) * ENTRIES_A_PAGE]
    title = from_stars(wording.ACCESS_CLOSED if closed else wording.ACCESS_OPEN)
    turns = [button(wording.NEWER, "pair:p", page - 1)] if page > 0 else []
    if (page + 1) * ENTRIES_A_PAGE < len(entries):
        turns.append(button(wording.OLDER, "pair:p", page + 1))
    lines = [line for line, _ in shown] or [plain(wording.ACCESS_NOBODY)]
    return screen(join([title, *lines], "\n\n"), [*(row for _, row in shown), turns])


def _request_entry(request: Request) -> tuple[Rich, list[Button]]:
    label = wording.PAIR_YES_NAMED.format(name=shorten(request.name, 25))
    line = concat(plain("🔑 "), _named(request), plain(wording.PAIR_REFUSED_MARK if request.refused else ""))
    row = [button(label, "pair:y", request.number)]
    return line, row if request.refused else [*row, button(wording.PAIR_NO, "pair:n", request.number)]


def _allowed_entry(chat_id: int, name: str) -> tuple[Rich, list[Button]]:
    label = wording.ACCESS_REVOKE.format(name=shorten(name, 25))
    return plain(f"✅ {shorten(name, NAME_CHARS)}"), [button(label, "pair:x", chat_id)]


def _named(request: Request) -> Rich:
    kind = wording.PAIR_GROUP if request.chat_id < 0 else wording.PAIR_PERSON
    words = kind.format(name=shorten(request.name, NAME_CHARS), number=request.chat_id)
    return concat(plain(words), from_stars(wording.PAIR_CODE.format(code=request.code)))
