"""Requests to be served and the chats let in -> Screen."""

from __future__ import annotations

from collections.abc import Sequence

from bot.access import words
from bot.access.store import Request
from bot.screen import words as screen_words
from bot.screen.rich import Rich, concat, from_stars, join, plain, shorten
from bot.screen.screens import Button, Screen, button, screen

ENTRIES_A_PAGE = 8
NAME_CHARS = 80


def request_screen(request: Request, others: int = 0) -> Screen:
    """Return a request with the buttons that decide on it; others: of the same person, made soon after."""
    more = [plain(words.PAIR_MORE.format(count=others))] if others else []
    return screen(
        join([from_stars(words.PAIR_ASKED), _named(request), *more], "\n"),
        [[button(words.PAIR_YES, "pair:y", request.number), button(words.PAIR_NO, "pair:n", request.number)]],
    )


def access_screen(
    requests: Sequence[Request], allowed: Sequence[tuple[int, str]], page: int = 0, *, closed: bool
) -> Screen:
    """Return a page of the requests and of the chats let in, each with its button."""
    entries = [_request_entry(request) for request in requests] + [_allowed_entry(*chat) for chat in allowed]
    page = min(max(page, 0), max(0, (len(entries) - 1) // ENTRIES_A_PAGE))
    shown = entries[page * ENTRIES_A_PAGE : (page + 1) * ENTRIES_A_PAGE]
    title = from_stars(words.ACCESS_CLOSED if closed else words.ACCESS_OPEN)
    turns = [button(screen_words.NEWER, "pair:p", page - 1)] if page > 0 else []
    if (page + 1) * ENTRIES_A_PAGE < len(entries):
        turns.append(button(screen_words.OLDER, "pair:p", page + 1))
    lines = [line for line, _ in shown] or [plain(words.ACCESS_NOBODY)]
    return screen(join([title, *lines], "\n\n"), [*(row for _, row in shown), turns])


def _request_entry(request: Request) -> tuple[Rich, list[Button]]:
    label = words.PAIR_YES_NAMED.format(name=shorten(request.name, 25))
    line = concat(plain("🔑 "), _named(request), plain(words.PAIR_REFUSED_MARK if request.refused else ""))
    row = [button(label, "pair:y", request.number)]
    return line, row if request.refused else [*row, button(words.PAIR_NO, "pair:n", request.number)]


def _allowed_entry(chat_id: int, name: str) -> tuple[Rich, list[Button]]:
    label = words.ACCESS_REVOKE.format(name=shorten(name, 25))
    return plain(f"✅ {shorten(name, NAME_CHARS)}"), [button(label, "pair:x", chat_id)]


def _named(request: Request) -> Rich:
    kind = words.PAIR_GROUP if request.chat_id < 0 else words.PAIR_PERSON
    said = kind.format(name=shorten(request.name, NAME_CHARS), number=request.chat_id)
    return concat(plain(said), from_stars(words.PAIR_CODE.format(code=request.code)))
