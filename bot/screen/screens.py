"""`Screen`: what goes out, as HTML messages with buttons under the last one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.screen import words
from bot.screen.rich import Rich, shorten, split, to_html

T = TypeVar("T")

DATA_LIMIT = 64
"""Longest callback data in bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton."""
LABEL_LIMIT = 40
"""Longer labels are cut by phones in the middle of a word."""
SHORT_LABEL = 22
"""Two labels of this length share a row on a phone."""


@dataclass(frozen=True, slots=True)
class Button:
    """label: what it says; data: what comes back when it is pressed, at most 64 bytes."""

    label: str
    data: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.data.encode()) <= DATA_LIMIT:
            raise ValueError(f"callback data must be 1 to {DATA_LIMIT} bytes: {self.data!r}")


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """Messages in order, each Telegram HTML within the limit; `rows` of buttons stand under the last message."""

    messages: tuple[str, ...]
    rows: Rows = ()


def screen(body: Rich, rows: Iterable[Sequence[Button]] = ()) -> Screen:
    """Return `body` split into messages, with the non-empty rows of buttons."""
    return Screen(tuple(to_html(piece) for piece in split(body)), tuple(tuple(row) for row in rows if row))


def button(label: str, *data: object) -> Button:
    """Return a button with `data` joined by colons; see `bot.telegram.buttons` for what the letters mean."""
    return Button(shorten(label, LABEL_LIMIT), ":".join(str(part) for part in data))


def flow(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Return the buttons in their order, two short ones to a row, a long one in a row of its own."""
    rows: list[tuple[Button, ...]] = []
    for item in buttons:
        short = len(item.label) <= SHORT_LABEL
        if short and rows and len(rows[-1]) == 1 and len(rows[-1][0].label) <= SHORT_LABEL:
            rows[-1] = (rows[-1][0], item)
        else:
            rows.append((item,))
    return rows


def in_rows(buttons: Sequence[Button], width: int = 2) -> list[tuple[Button, ...]]:
    """Return the buttons `width` to a row, one to a row when a label is too long to share it."""
    if any(len(item.label) > SHORT_LABEL for item in buttons):
        width = 1
    return [tuple(buttons[i : i + width]) for i in range(0, len(buttons), width)]


class Stale(Exception):
    """What a button pointed to is forgotten or replaced; the message is for the person."""


@dataclass(frozen=True, slots=True)
class File:
    """A document to send: its name, what it holds, the words under it."""

    name: str
    content: bytes
    caption: str


def paged(items: Sequence[T], page: int, size: int) -> tuple[list[tuple[int, T]], int, int]:
    """Return the items of a page, each with its number from 1; which page that is, from 0, and which is the last."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    return list(enumerate(items[page * size : (page + 1) * size], page * size + 1)), page, last


def turns(page: int, last: int, *action: object) -> list[Button]:
    """Return the buttons to the pages before and after."""
    before = [button(words.NEWER, *action, page - 1)] if page > 0 else []
    return [*before, button(words.OLDER, *action, page + 1)] if page < last else before
