"""Which slides fit the minutes: about one a minute of presenting, what readers must not miss first. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby, zip_longest

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
    """One slide: what it is about, its heading, lines (the label of one stands out), which one of its heading's it is,
    and whose it is, above the heading."""

    kind: Kind
    title: str
    lines: tuple[Line, ...]
    page: int = 0
    over: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """What is shown of a briefing: tables of plans side by side, the cards of each plan, and what is not shown, a line
    a plan."""

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
    left = [_left([card for card in deck if id(card) not in kept]) for deck in decks]
    told = [Line(text, label=name if several else "") for name, text in zip(names, left, strict=True) if text]
    if tables < len(grids):
        told.insert(0, Line(wording.SLIDES_LEFT.format(count=len(grids) - tables), label=wording.COMPARISON))
    return Deck(tuple(grids[:tables]), tuple(map(_numbered, shown)), _few(told))


def _rank(card: Card, *, several: bool) -> tuple[int, int]:
    first = not several and card.kind in (*_WHOLE, Kind.TITLE)
    kind = -1 if card.kind is Kind.TITLE and not several else _ORDER.index(card.kind)
    return 0 if first else card.page, kind


def _numbered(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the cards with the number of each in its heading, where several of a heading are shown."""
    alike = (list(held) for _, held in groupby(cards, key=lambda card: (card.kind, card.title)))
    return tuple(chain.from_iterable(map(numbered, alike)))


def numbered(cards: Sequence[Card]) -> list[Card]:
    """Return cards of one heading with their numbers in it, one alone as it is."""
    if len(cards) == 1:
        return list(cards)
    template, count = wording.NUMBERED, len(cards)
    return [
        Card(card.kind, template.format(title=card.title, number=at, count=count), card.lines, card.page, card.over)
        for at, card in enumerate(cards, 1)
    ]


def _left(cards: Sequence[Card]) -> str:
    """Name the headings that are not shown, or not to their end."""
    told = []
    for title, held in groupby(cards, key=lambda card: card.title):
        pages = [card.page for card in held]
        more = wording.SLIDES_LEFT_OF if pages[0] else "{title}"
        named = title if title.isupper() or title[1:2].isupper() else title[:1].lower() + title[1:]
        told.append(more.format(title=named, count=len(pages)))
    words = "; ".join(told)
    return words[:1].upper() + words[1:]


def _few(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of one slide, the plans that it has no room for counted."""
    shown = lines if len(lines) <= LINES else lines[: LINES - 1]
    most = max(1, min(MOST_LINES + 1, LINES // max(1, len(lines))))
    told = [Line(fit(line.text, line.label, most), label=line.label) for line in shown]
    more = [Line(wording.PLANS_LEFT.format(count=len(lines) - len(shown)))] if len(shown) < len(lines) else []
    return (*told, *more)


__all__ = ["Card", "Deck", "fitting", "numbered"]
