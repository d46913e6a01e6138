"""Questions understood, passages found, answers given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.model.documents import Citation, Passage
from knowledge.model.territories import Belonging


class Language(StrEnum):
    """The language a question is written in."""

    VI = "vi"
    VI_PLAIN = "vi-nodia"  # Vietnamese without diacritics
    EN = "en"


class Chat(StrEnum):
    """What a message is that asks the plans nothing."""

    SMALLTALK = "smalltalk"
    INJECTION = "injection"  # an order to the bot to lie, reveal or change its rules
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Cue:
    """A rule of reading that matched, and the words of the question that it matched."""

    rule: str
    span: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What the rules read of one question.

    asked: attributes that the answer must state (values of `Attribute`); shape: "all", "count", "nth", "whether",
    "where_stated", "compare", "which_plans", "every_unit", "days_left"; fields: of the document's header; about: the
    things that it names, whatever it asks of them; words: folded, consumed by the cues; accented: the person typed
    diacritics.
    """

    asked: frozenset[str] = frozenset()
    shape: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    cues: tuple[Cue, ...] = ()
    words: frozenset[str] = frozenset()
    accented: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood.

    text: as typed, cleaned (NFC); restored: with diacritics, abbreviations and Telex resolved, ready to embed;
    chat: what it is instead of a question;
    terms: folded content words, for the lexical index, without stop words and unit names;
    units: plan ids the question is about, from its words or else from the chat; named: the question itself named them;
    unknown: places, issuers, years, laws or document numbers that are asked about and that no plan carries, as typed;
    lent: bodies and provinces whose own plan is asked about where the plans of `units` are of others in their place;
    years: asked for; numbers: document numbers, normalised; dates: (day, month, year?) named in the question; months:
    named without a day ("trong tháng 11");
    period: "6 tháng", "năm", "quý", "tháng" when the question is about such a report; count: the N of "N không";
    item: 1-based ordinal asked for ("điều thứ ba", "đợt 2"), -1 for the last; topic: `restored` without the names of
    the units and without courtesy, to embed once the search is limited to the units; negated premise and the like
    stay in `text`; sought: the words to look for in plans, a text a turn, this turn's last; carried: the units are the
    last turn's, or will be, and nothing in this question asks for them; belongs: how the wards and schools that it
    names, and that no plan is of, belong to what the plans are of; before: the last turn, of one that goes on about the
    plan from which that was answered and that neither of them names.
    """

    text: str
    restored: str
    language: Language
    chat: Chat | None = None
    terms: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    named: bool = False
    every_unit: bool = False
    unknown: tuple[str, ...] = ()
    lent: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[tuple[int, int, int | None], ...] = ()
    months: tuple[int, ...] = ()
    period: str | None = None
    count: int | None = None
    item: int | None = None
    follow_up: bool = False
    topic: str = ""
    sought: tuple[str, ...] = ()
    carried: bool = False
    belongs: tuple[Belonging, ...] = ()
    slots: Slots = Slots()
    before: Query | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A message that asks nothing and says whose plan the talk is about.

    units: plan ids that the name means, none when no plan is theirs, several when it is ambiguous; name: as typed, None
    when every unit is meant, empty when another one is wanted and not named.
    """

    units: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that retrieval found; score: fused, higher is better, comparable within one query only; similarity:
    cosine of the dense leg (-1 to 1), None where only the lexical leg found it."""

    passage: Passage
    score: float
    similarity: float | None = None


class Status(StrEnum):
    """How an answer ended; the strings are the contract of `python -m knowledge ask --json`."""

    ANSWERED = "answered"
    NEAREST = "nearest"  # quotes the nearest passage, neither asserts nor denies
    NOT_SPECIFIED = "not_specified"
    NOT_FOUND = "not_found"
    NEEDS_UNIT = "needs_unit"
    SMALLTALK = "smalltalk"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What one plan says.

    plan_id: None for a sentence about no plan in particular; lead: the answer in the bot's words (may hold **bold**);
    items: list entries under the lead, each already numbered or bulleted; citations: the words that prove it, in
    reading order; show_quote: print them under the lead (a list is its own quote); note: validity and cautions;
    derived: numbers in the lead that were computed (days left, the last safe day), so that verification knows that
    every other number must stand in a citation; source: "KH ... 2024, mục III.3", ready to show; quote: the citations'
    words on one line without markup, ready to show between quotation marks (empty when show_quote is False).
    """

    plan_id: str | None
    lead: str
    items: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    show_quote: bool = True
    note: str | None = None
    derived: tuple[str, ...] = ()
    source: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to a question. text: what the person reads, as plain text, without markup, composed from the parts;
    choices: plan ids worth offering as buttons (other units, or the units to choose from); related: passage ids of
    "có thể liên quan"; language: of the bot's words; answers: to each question, when the message asked several."""

    status: Status
    text: str
    parts: tuple[AnswerPart, ...]
    language: Language
    choices: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    query: Query | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of every part, in order."""
        return tuple(citation for part in self.parts for citation in part.citations)
