"""A passage as it stands in its plan, the quoted words marked, with buttons to the passages around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.screen import words
from bot.screen.rich import Rich, Run, bold, concat, italic, join, marked, plain, split
from bot.screen.screens import Button, Screen, button, screen
from knowledge.model import Passage

PAGE_CHARS = 3200
"""Characters of passage text on one page; the rest of the message is for the place and the headings."""

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PassageFrame:
    """question: whose answer it proves; link: the passage's own number; plan: the plan's name; before, after: numbers
    of the neighbours; source: which of the answer's sources this is, from 0, of `sources` (None: none of them); turn:
    the letters that buttons to other passages begin with, "hn" when `question` is the link of a duty."""

    question: int
    link: int
    plan: str
    before: int | None
    after: int | None
    source: int | None = None
    sources: int = 0
    turn: str = "n"


def passage_screen(passage: Passage, spans: Spans, frame: PassageFrame, page: int = 0) -> Screen:
    """Return one page of the passage. A negative page counts from the end, as lists do."""
    pages = split(mark(passage, spans), PAGE_CHARS) or [plain("…")]
    page = page % len(pages) if -len(pages) <= page < len(pages) else 0
    place = concat(bold(frame.plan), plain(f"\n{words.PASSAGE_PLACE.format(section=passage.section)}"))
    if passage.section[:1].islower():
        place = concat(bold(frame.plan), plain(f"\n{passage.section[:1].upper()}{passage.section[1:]}"))
    heading = italic(passage.heading[:600])
    foot = plain(words.PAGE.format(page=page + 1, pages=len(pages))) if len(pages) > 1 else ()
    head = join([place, heading], "\n")
    return screen(join([head, pages[page], foot], "\n\n"), [_turns(frame, page, len(pages)), _next_source(frame)])


def mark(passage: Passage, spans: Spans) -> Rich:
    """Return the passage's text with every character that was read from one of the source spans marked."""

    def quoted(cell: tuple[str, int, int]) -> bool:
        _, start, end = cell
        return any(start < last and end > first for first, last in spans)

    runs: list[Run] = []
    for is_quoted, cells in groupby(passage.text.cells(), key=quoted):
        text = "".join(char for char, _, _ in cells)
        runs += marked(text) if is_quoted else plain(text)
    return tuple(runs)


def _turns(frame: PassageFrame, page: int, pages: int) -> list[Button]:
    """Return buttons to the page or passage before and after."""
    before = (frame.link, page - 1) if page > 0 else (frame.before, -1)
    after = (frame.link, page + 1) if page + 1 < pages else (frame.after, 0)
    turns = []
    if before[0] is not None:
        turns.append(button(words.BEFORE, frame.turn, frame.question, *before))
    if after[0] is not None:
        turns.append(button(words.AFTER, frame.turn, frame.question, *after))
    return turns


def _next_source(frame: PassageFrame) -> list[Button]:
    """Return a button to the answer's next source, round and round."""
    if frame.source is None or frame.sources < 2:
        return []
    following = (frame.source + 1) % frame.sources
    label = words.NEXT_SOURCE.format(next=following + 1, count=frame.sources)
    return [button(label, "e", frame.question, following)]
