"""What a person sees, as pure functions: the only room that knows Telegram's HTML, its lengths and its buttons.

Text has styles, and is split and escaped; HTML is written last, from whole pieces, so that no tag is ever cut. A
`Screen` is what goes out: HTML messages with buttons under the last one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.screen import words
from knowledge.patterns import later

MESSAGE_LIMIT = 4096
"""Longest message in UTF-16 units after entity parsing: https://core.telegram.org/bots/api#sendmessage."""

_BOLD = later(r"\*\*(.+?)\*\*", re.DOTALL)
_BREAKS = (
    later(r"\n\s*\n"),  # a paragraph
    later(r"\n"),
    later(r"[.!?…;][”\"’)\]]*\s"),  # a sentence, with its closing marks
    later(r"\s"),
)
_JOINERS = "\u200d\ufe0e\ufe0f"
_JOINER = "\u200d"
"""Joins the parts of a face or a family."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same HTML tags, outermost first."""

    text: str
    tags: tuple[str, ...] = ()


Rich = tuple[Run, ...]


def plain(text: str) -> Rich:
    """Return `text` without style."""
    return (Run(text),)


def bold(text: str) -> Rich:
    """Return `text` in bold."""
    return (Run(text, ("b",)),)


def italic(text: str) -> Rich:
    """Return `text` in italics."""
    return (Run(text, ("i",)),)


def marked(text: str) -> Rich:
    """Return `text` as the quoted words of a passage: bold and underlined."""
    return (Run(text, ("b", "u")),)


def linked(text: str, address: str) -> Rich:
    """Return `text` as a link."""
    return (Run(text, (f'a href="{html.escape(address)}"',)),)


def folded(text: str) -> Rich:
    """Return `text` as a quotation that Telegram folds to three lines until it is tapped."""
    return (Run(text, ("blockquote expandable",)),)


def from_stars(text: str) -> Rich:
    """Return `text` with every **stretch** in bold; a lone ** stays as it is."""
    runs: list[Run] = []
    position = 0
    for match in _BOLD.finditer(text):
        runs += [Run(text[position : match.start()]), Run(match[1], ("b",))]
        position = match.end()
    return (*(run for run in runs if run.text), Run(text[position:]))


def filled(template: str, **values: object) -> Rich:
    """Return a template `from_stars` with values in it, which stay as they are."""
    return tuple(Run(run.text.format(**values), run.tags) for run in from_stars(template))


def one_line(quote: str) -> str:
    """Return a plan's words on one line, without the asterisks of their markup."""
    return " ".join(quote.replace("*", "").split())


def concat(*parts: Rich) -> Rich:
    """Return the parts one after another."""
    return tuple(run for part in parts for run in part if run.text)


def join(parts: Iterable[Rich], separator: str) -> Rich:
    """Return the non-empty parts with `separator` between them."""
    filled = [part for part in parts if text_of(part)]
    return concat(*(piece for part in filled for piece in (plain(separator), part)))[1:] if filled else ()


def text_of(rich: Rich) -> str:
    """Return the visible text."""
    return "".join(run.text for run in rich)


def to_html(rich: Rich) -> str:
    """Return Telegram HTML; every character of the text is escaped."""
    return "".join(
        "".join(f"<{tag}>" for tag in run.tags)
        + html.escape(run.text, quote=False)
        + "".join(f"</{tag.split()[0]}>" for tag in reversed(run.tags))
        for run in rich
        if run.text
    )


def split(rich: Rich, limit: int = MESSAGE_LIMIT) -> list[Rich]:
    """Return `rich` as pieces of at most `limit` UTF-16 units, parted at paragraphs, lines, sentences or words."""
    text = text_of(rich)
    pieces = [_part(rich, start, end) for start, end in _ranges(text, limit)]
    return [piece for piece in pieces if text_of(piece)]


def name_line(text: str) -> str:
    """Return somebody's words as one line without marks that are not seen, which could imitate lines of the bot's own.

    Whatever ends a line becomes a space; what turns the direction of writing, or is no character, goes.
    """
    kept = (" " if char.isspace() else char for char in text if char.isspace() or _is_seen(char))
    return " ".join("".join(kept).split())


def _is_seen(char: str) -> bool:
    return char == _JOINER or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def shorten(text: str, limit: int) -> str:
    """Return `text` cut at a word to at most `limit` characters, with an ellipsis when something was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:.-") + "…"


def _ranges(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the pieces, without the white space around them."""
    start = 0
    while start < len(text):
        end = start + _cut(text[start : start + limit + 1], limit)
        piece = text[start:end]
        yield end - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _cut(window: str, limit: int) -> int:
    """Return where to end a piece that begins with `window`."""
    fits = _fitting(window, limit)
    if fits == len(window):
        return fits
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(window, 0, fits)]
        if ends and ends[-1] > fits // 2:
            return ends[-1]
    while (fits > 1 and window[fits] in _JOINERS) or window[fits - 1] in _JOINERS[:1]:
        fits -= 1
    return max(fits, 1)


def _fitting(window: str, limit: int) -> int:
    """Return how many characters of `window` make at most `limit` UTF-16 units."""
    used = 0
    for count, char in enumerate(window):
        used += 2 if ord(char) > 0xFFFF else 1
        if used > limit:
            return count
    return len(window)


def _part(rich: Rich, start: int, end: int) -> Rich:
    runs: list[Run] = []
    position = 0
    for run in rich:
        piece = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if piece:
            runs.append(Run(piece, run.tags))
    return tuple(runs)


# -------------------------------------------------------------------------------------------------------------- screens

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
    """Return a button with `data` joined by colons; see `bot.telegram.people` for what the letters mean."""
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
