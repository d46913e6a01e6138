"""What a briefing holds: lines with the words that prove them, in blocks, a part for each plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.answering.present import digits, quote_text
from knowledge.answering.wording import VI
from knowledge.briefing import wording
from knowledge.model import Citation, parent_of
from knowledge.text import folded_words

Spans = Sequence[tuple[int, int]]
"""Stretches of a source text."""
Reported = Mapping[str, Spans] | None
"""Where people called words wrong that nobody has looked at since, by plan; None where that is not known."""
_WHOLE = 1 << 20
"""Characters of a note: a quote is never cut."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to brief on. plan_ids: in the order wanted, () for every plan; topic: what to tell first, None for no topic
    in particular; minutes: how long the briefing takes."""

    plan_ids: tuple[str, ...] = ()
    topic: str | None = None
    minutes: int = 30


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the plan's words and where they stand. name: the plan's ("KH Quận 1 2023"); place: "mục III.1";
    doubtful: whether recognition was not sure of the words, and nobody has corrected them; reported: whether somebody
    called them wrong, and no administrator has looked at it."""

    citations: tuple[Citation, ...]
    name: str
    place: str
    doubtful: bool = False
    reported: bool = False

    @property
    def open(self) -> tuple[str, ...]:
        """What is still to be settled about the words, () of most."""
        told = ((self.doubtful, wording.TO_CHECK), (self.reported, wording.REPORTED))
        return tuple(words for holds, words in told if holds)

    @property
    def source(self) -> str:
        """Plan and place."""
        return VI.source.format(name=self.name, section=self.place)

    @property
    def quote(self) -> str:
        """The words on one line without markup, gaps as " … "."""
        return quote_text(self.citations, _WHOLE)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement and what proves it. label: what stands out before it; note: None only where the document is silent;
    derived: numbers that were computed, not read."""

    text: str
    note: Note | None = None
    label: str = ""
    derived: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What stands behind the text where something about its words is to be settled, "" elsewhere."""
        return f" ({'; '.join(self.note.open)})" if self.note and self.note.open else ""

    @property
    def full(self) -> str:
        """Label and text."""
        return f"{self.label}: {self.text}" if self.label else self.text


def proved_by(lines: Sequence[Line], place: str) -> Note | None:
    """Return one note with what proves each of the lines of a plan, None where none is proved. place: of them all."""
    notes = [line.note for line in lines if line.note]
    if not notes:
        return None
    cited = tuple(dict.fromkeys(citation for note in notes for citation in note.citations))
    doubtful, reported = any(note.doubtful for note in notes), any(note.reported for note in notes)
    return Note(cited, notes[0].name, place, doubtful, reported)


def of_whom(who: Line, what: Line) -> str:
    """Return what is to be done after who does it, once: "Các đơn vị: gửi báo cáo"."""
    named = what.text.casefold().startswith(who.text.casefold())
    return f"{who.text}: {what.text}" if who.note and not named else what.text


class Kind(StrEnum):
    """What a block is about."""

    TITLE = "title"
    TOPIC = "topic"
    PURPOSE = "purpose"
    ARTICLES = "articles"
    TERMS = "terms"
    TASKS = "tasks"
    DEADLINES = "deadlines"
    LIST = "list"
    TARGETS = "targets"
    FIGURES = "figures"
    REWARDS = "rewards"
    SENT_TO = "sent to"
    COMPARISON = "comparison"
    TALK = "talk"


def kind_named(topic: str | None) -> Kind | None:
    """Return the kind of block that a topic is another word for ("hạn nộp báo cáo"), None for a topic of its own."""
    said = folded_words(topic or "")
    names = ((kind, name) for kind, names in wording.NAMES_OF_BLOCKS.items() for name in names)
    return next((Kind(kind) for kind, name in names if folded_words(name) == said), None)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a name: the tasks of one actor."""

    name: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading with what stands under it: lines, or groups of lines, or a table with `heads`.

    rest: what was left out for want of time and where to read it, None when nothing was; coming: when the next of the
    duties is due, None where none has a day to come.
    """

    kind: Kind
    title: str
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Line, ...], ...] = ()
    lead: Line | None = None
    rest: str | None = None
    coming: Line | None = None

    def every_line(self) -> Iterator[Line]:
        """Yield each line in reading order."""
        if self.lead:
            yield self.lead
        yield from self.lines
        for group in self.groups:
            yield group.name
            yield from group.lines
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one plan. name: short; heading: type and number; matter: its title; caution: on its validity;
    doubt: on how surely it was read; reports: on what people called wrong in it."""

    plan_id: str
    name: str
    heading: str
    matter: str
    blocks: tuple[Block, ...]
    caution: str | None = None
    doubt: str | None = None
    reports: str | None = None

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to say first of the plan."""
        return tuple(each for each in (self.caution, self.doubt, self.reports) if each)


@dataclass(frozen=True, slots=True)
class Quizzed:
    """A question of the sheet, its choices, the index of the right one, and the words that prove it."""

    question: str
    options: tuple[str, ...]
    correct: int
    note: Note


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a hand-out and its slides are written from. made_on: a day in Viet Nam; minutes: of the meeting."""

    title: str
    made_on: date
    minutes: int
    parts: tuple[Part, ...]
    topic: str | None = None
    comparison: Block | None = None
    talk: Block | None = None
    quiz: tuple[Quizzed, ...] = field(default=())

    @property
    def discussing(self) -> int:
        """Minutes to discuss: a third."""
        return round(self.minutes / 3)

    @property
    def answering(self) -> int:
        """Minutes to answer the quiz, where there is one."""
        return max(1, self.minutes // 6) if self.quiz else 0

    @property
    def presenting(self) -> int:
        """Minutes to tell what the plans say: the rest."""
        return self.minutes - self.discussing - self.answering

    @property
    def timing(self) -> Line:
        """How the minutes may be spent."""
        template = wording.TIMING if self.quiz else wording.TIMING_WITHOUT_QUIZ
        told = template.format(tell=self.presenting, talk=self.discussing, quiz=self.answering)
        return Line(told, derived=tuple(digits(told)))

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the plans, without what is attached to one of them."""
        told = {part.plan_id for part in self.parts}
        return tuple(part.name for part in self.parts if parent_of(part.plan_id) not in told)

    def every_line(self) -> Iterator[Line]:
        """Yield each line of every block."""
        for block in self.every_block():
            yield from block.every_line()

    def every_block(self) -> Iterator[Block]:
        """Yield each block in reading order."""
        if self.comparison:
            yield self.comparison
        for part in self.parts:
            yield from part.blocks
        if self.talk:
            yield self.talk
