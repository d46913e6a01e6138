"""An answer as messages and buttons, one citation line a part; the passages that prove it, the quoted words marked.

Addresses of the reading room: `/p/PLAN#II.A.5` opens a section; `?trich=` marks words of the text that `?ban=` was
made from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urlencode

from bot.screen import (
    Button,
    Rich,
    Rows,
    Run,
    Screen,
    bold,
    button,
    concat,
    flow,
    folded,
    from_stars,
    in_rows,
    italic,
    join,
    linked,
    marked,
    plain,
    screen,
    split,
    words,
)
from knowledge.model import Answer, AnswerPart, Citation, Language, Passage, Plan, Status
from knowledge.patterns import later

CHOICES_A_PAGE = 6
QUOTE_IN_LINE = 240
_BULLETED = later(r"\s*(?:[-–+•*☐]|\(?\w{1,3}[.)]|Điều)\s")
_NO_VOTE = frozenset({Status.SMALLTALK, Status.NEEDS_UNIT, Status.REFUSED})


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around an answer.

    number: the question's, for the buttons; scope: the unit it was answered for, None for every unit; sources: how
    many passages [Nguyên văn] leads to; parts: for each of them, which of a message's questions it proves; related:
    places worth a look, stored after the sources; choices: units to ask again for; ask_all: offer the same question for
    every unit; remind: (label, link) of the duties that are quoted; lists: (label, link, index) of lists pointed to.
    """

    number: int
    language: Language
    scope: str | None = None
    sources: int = 0
    parts: tuple[int, ...] = ()
    related: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    ask_all: bool = False
    vote: bool = True
    remind: tuple[tuple[str, int], ...] = ()
    lists: tuple[tuple[str, int, int], ...] = ()


def answer_screen(answer: Answer, frame: Frame) -> Screen:
    """Return the answer with its buttons."""
    return screen(answer_body(answer, frame.scope), answer_rows(frame))


def answer_body(answer: Answer, scope: str | None) -> Rich:
    """Return the words of an answer, and below them the unit that it is for (None: every unit)."""
    body = join((_part(part, noted) for part, noted in with_notes(answer.parts)), "\n\n") or plain(answer.text)
    if answer.status in _NO_VOTE:
        return body
    say = words.labels(answer.language)
    return concat(body, plain("\n\n"), italic(say.for_unit.format(unit=scope) if scope else say.for_all))


def answer_rows(frame: Frame, page: int = 0) -> Rows:
    """Return the buttons under an answer; `page` turns the units to choose from."""
    say = words.labels(frame.language)
    first = _source_buttons(frame) + [button(label, "rm", link) for label, link in frame.remind]
    first += [button(label, "gk", link, index) for label, link, index in frame.lists]
    if frame.ask_all:
        first.append(button(say.ask_all, "a", frame.number))
    votes = [button("👍", "+", frame.number), button("👎", "-", frame.number)] if frame.vote else []
    return tuple(tuple(row) for row in (*flow(first), *_choice_rows(frame, page), votes) if row)


def wants_vote(status: Status) -> bool:
    """Tell whether an answer of this kind is worth a vote."""
    return status not in _NO_VOTE


def with_notes(parts: Sequence[AnswerPart]) -> Iterator[tuple[AnswerPart, bool]]:
    """Yield each part and whether to print its note: a plan's caution is said once."""
    said: set[tuple[str | None, str | None]] = set()
    for part in parts:
        yield part, (part.plan_id, part.note) not in said
        said.add((part.plan_id, part.note))


def _part(part: AnswerPart, noted: bool) -> Rich:
    lines = [from_stars(part.lead), *(_item(text) for text in part.items)]
    if part.note and noted:
        lines.append(from_stars(f"⚠️ {part.note}"))
    if part.citations and part.source:
        lines.append(concat(plain("📎 "), italic(part.source), _quote(part.quote)))
    return join(lines, "\n")


def _quote(quote: str) -> Rich:
    """A short quote stands in the citation line, a long one folds away below it."""
    if not quote:
        return ()
    return plain(f": “{quote}”") if len(quote) <= QUOTE_IN_LINE else concat(plain(":\n"), folded(f"“{quote}”"))


def is_bulleted(text: str) -> bool:
    """Tell whether an entry of a list begins with its own number or mark."""
    return bool(_BULLETED.match(text))


def _item(text: str) -> Rich:
    return from_stars(text if is_bulleted(text) else f"• {text}")


def _source_buttons(frame: Frame) -> list[Button]:
    """One button for the sources of each question, which then lead to each other; one for each related place."""
    say = words.labels(frame.language)
    first = {part: frame.parts.index(part) for part in dict.fromkeys(frame.parts)}
    several = f" ({frame.sources})" if frame.sources > 1 else ""
    if len(first) > 1:
        quoted = [button(f"{say.source} {part + 1}", "s", frame.number, index) for part, index in first.items()]
    else:
        quoted = [button(say.source + several, "s", frame.number, 0)] if frame.sources else []
    related = enumerate(frame.related, frame.sources)
    return quoted + [button(say.related.format(place=place), "s", frame.number, index) for index, place in related]


def _choice_rows(frame: Frame, page: int) -> list[Sequence[Button]]:
    first = page * CHOICES_A_PAGE
    shown = list(enumerate(frame.choices))[first : first + CHOICES_A_PAGE]
    say = words.labels(frame.language)
    buttons = [button(say.for_unit.format(unit=name), "u", frame.number, index) for index, name in shown]
    turns = []
    if page > 0:
        turns.append(button(say.before, "c", frame.number, page - 1))
    if first + CHOICES_A_PAGE < len(frame.choices):
        turns.append(button(say.after, "c", frame.number, page + 1))
    return [*in_rows(buttons), turns]


# ------------------------------------------------------------------------------------------------------------- passages

PAGE_CHARS = 3200
"""Characters of passage text on one page; the rest of the message is for the place and the headings."""

Spans = tuple[tuple[int, int], ...]
"""Stretches of a source text."""


@dataclass(frozen=True, slots=True)
class PassageFrame:
    """question: whose answer it proves; link: the passage's own number; plan: the plan's name; before, after: numbers
    of the neighbours; source: which of the answer's sources this is, from 0, of `sources` (None: none of them); turn:
    the letters that buttons to other passages begin with, "hn" when `question` is the link of a duty; address: of its
    section in the reading room, None without one; notes: what to say below its words."""

    question: int
    link: int
    plan: str
    before: int | None
    after: int | None
    source: int | None = None
    sources: int = 0
    turn: str = "n"
    address: str | None = None
    notes: tuple[str, ...] = ()


def passage_screen(passage: Passage, spans: Sequence[tuple[int, int]], frame: PassageFrame, page: int = 0) -> Screen:
    """Return one page of the passage. A negative page counts from the end, as lists do."""
    pages = split(mark(passage, spans), PAGE_CHARS) or [plain("…")]
    page = page % len(pages) if -len(pages) <= page < len(pages) else 0
    place = concat(bold(frame.plan), plain(f"\n{words.PASSAGE_PLACE.format(section=passage.section)}"))
    if passage.section[:1].islower():
        place = concat(bold(frame.plan), plain(f"\n{passage.section[:1].upper()}{passage.section[1:]}"))
    heading = italic(passage.heading[:600])
    foot = plain(words.PAGE.format(page=page + 1, pages=len(pages))) if len(pages) > 1 else ()
    foot = join([*map(plain, frame.notes), foot, linked(words.WHOLE, frame.address) if frame.address else ()], "\n")
    head = join([place, heading], "\n")
    return screen(join([head, pages[page], foot], "\n\n"), [_turns(frame, page, len(pages)), _next_source(frame)])


def mark(passage: Passage, spans: Sequence[tuple[int, int]]) -> Rich:
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


# ------------------------------------------------------------------------------------------------------------ addresses

MOST_SPANS = 60
VERSION_CHARS = 8
_SPANS = later(r"\d{1,9}-\d{1,9}(?:\.\d{1,9}-\d{1,9})*")


def anchor(path: str) -> str:
    """Return a section's path as the part of an address after "#": without white space, else as printed."""
    return "_".join(path.split())


def plan_address(plan_id: str) -> str:
    """Return the address of a plan's page."""
    return f"/p/{quote(plan_id, safe='')}"


def section_address(plan_id: str, path: str) -> str:
    """Return the address of a section, valid as long as the plan numbers it so."""
    return f"{plan_address(plan_id)}#{quote(anchor(path))}"


def version_of(plan: Plan) -> str:
    """Return what stands for a plan's text: another text, another version."""
    return hashlib.sha256(plan.source_text.encode()).hexdigest()[:VERSION_CHARS]


def quote_address(plan: Plan, citations: Sequence[Citation]) -> str:
    """Return the address of words in their place, marked."""
    spans = ".".join(f"{cited.start}-{cited.end}" for cited in citations[:MOST_SPANS])
    return f"{plan_address(plan.plan_id)}?{urlencode({'trich': spans, 'ban': version_of(plan)})}#trich-1"


def page_address(plan: Plan, page: int, spans: Sequence[tuple[int, int]]) -> str:
    """Return the address of the picture of a page, from 1, with the words in these spans framed."""
    marked = ".".join(f"{start}-{end}" for start, end in spans[:MOST_SPANS])
    return f"{plan_address(plan.plan_id)}/trang/{page}?{urlencode({'trich': marked, 'ban': version_of(plan)})}"


def spans_of(written: str) -> Spans:
    """Return the source spans that `?trich=` names, () for anything else."""
    if not _SPANS.fullmatch(written):
        return ()
    pairs = [tuple(map(int, pair.split("-"))) for pair in written.split(".")[:MOST_SPANS]]
    return tuple(dict.fromkeys((start, end) for start, end in pairs if start < end))
