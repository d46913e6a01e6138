"""Which slides fit the minutes: about one a minute of presenting, what readers must not miss first. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from knowledge.briefing import wording
from knowledge.briefing.model import Block, Kind, Line
from knowledge.briefing.writers.fit import LINES, MOST_LINES, fit

_ORDER = (
    Kind.TOPIC, Kind.ARTICLES, Kind.DEADLINES, Kind.LIST, Kind.TASKS, Kind.TARGETS, Kind.REWARDS, Kind.PURPOSE,
    Kind.TERMS, Kind.FIGURES, Kind.SENT_TO, Kind.TITLE,
)  # fmt: skip
_WHOLE = frozenset({Kind.TOPIC, Kind.DEADLINES, Kind.LIST})
"""What a deck on one plan tells to its end before anything else goes on to a second slide."""


@dataclass(frozen=True, slots=True)
class Card:
    """One slide: what it is about, its heading, lines (the label of one stands out), which one of its heading's `pages`
    it is, from 0, and whose it is, above the heading."""

    kind: Kind
    title: str
    lines: tuple[Line, ...]
    page: int = 0
    pages: int = 1
    over: str = ""

    @property
    def heading(self) -> str:
        """The heading, numbered where it has several slides: the last ones may be left to the hand-out."""
        number = wording.NUMBERED.format(title=self.title, number=self.page + 1, count=self.pages)
        return self.title if self.pages == 1 else number


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown of a briefing: tables of plans side by side, the cards of each plan, and what is not shown."""

    grids: tuple[Block, ...]
    cards: tuple[tuple[Card, ...], ...]
    left: tuple[Line, ...]


def fitting(grids: Sequence[Block], decks: Sequence[Sequence[Card]], names: Sequence[str], minutes: int) -> Deck:
    """Return what fits the minutes of presenting. decks: the cards of each plan; names: of the plans.

    Tables take half of them at most; then the plans come in turn, each with one card where there are as many minutes.
    """
    several = len(decks) > 1
    tables = min(len(grids), max(1, minutes // 2))
    room = max(minutes - tables, len(decks) if len(decks) <= minutes else 0)
    turns = [sorted(deck, key=lambda card: _rank(card, several=several)) for deck in decks]
    order = [card for turn in zip_longest(*turns) for card in turn if card is not None]
    kept = {id(card) for card in order[:room]}
    shown = tuple(tuple(card for card in deck if id(card) in kept) for deck in decks)
    left = [[card for card in deck if id(card) not in kept] for deck in decks]
    headings = _left([card for deck in left for card in deck], counted=not several)
    told = [Line(headings)] if headings else []
    counts = [(wording.COMPARISON, len(grids) - tables), *zip(names, map(len, left), strict=True)]
    told += [
        Line(wording.SLIDES_LEFT.format(count=count), label=name)
        for name, count in counts[: 1 + several * len(names)]
        if count
    ]
    return Deck(tuple(grids[:tables]), shown, _few(told))


def _rank(card: Card, *, several: bool) -> tuple[int, int]:
    first = not several and card.kind in (*_WHOLE, Kind.TITLE)
    kind = -1 if card.kind is Kind.TITLE and not several else _ORDER.index(card.kind)
    return 0 if first else card.page, kind


def _left(cards: Sequence[Card], *, counted: bool) -> str:
    """Name the headings that are not shown, or not to their end, each once; counted: with how many slides."""
    pages: dict[str, list[int]] = {}
    for card in cards:
        title = wording.PAPER if card.kind is Kind.TITLE else card.title
        named = title if title[1:2].isupper() else title[:1].lower() + title[1:]
        pages.setdefault(named, []).append(card.page)
    told = [
        wording.SLIDES_LEFT_OF.format(title=title, count=len(held)) if counted and min(held) else title
        for title, held in pages.items()
    ]
    words = "; ".join(told)
    return words[:1].upper() + words[1:]


def _few(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of one slide, the plans that it has no room for counted."""
    most = max(1, min(MOST_LINES + 1, LINES - len(lines) + 1))
    told = [Line(fit(line.text, line.label, most), label=line.label) for line in lines]
    room = LINES - most + 1
    if len(told) <= room:
        return tuple(told)
    return (*told[: room - 1], Line(wording.PLANS_LEFT.format(count=len(told) - room + 1)))


__all__ = ["Card", "Deck", "fitting"]
