"""An Answer as a page shows it: the bot's words and order, each source a link to its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from bot.screen import from_stars, to_html
from bot.screen import words as screen_words
from bot.screen.answers import is_bulleted, wants_vote, with_notes
from bot.web.words import AROUND, AROUND_EN, Around
from knowledge.model import Answer, AnswerPart, Language

Opens = Callable[[int], str]
"""Return the address at which the words of the part with this index stand open."""
_PICTURES = 0x10000
_SIGNS = range(0x2600, 0x27C0)
"""Miscellaneous symbols and dingbats: of these a desk without coloured pictures has the sign of warning alone."""
_WARNING = "\u26a0"
_AS_PICTURE = "\ufe0f"


@dataclass(frozen=True, slots=True)
class Told:
    """What one plan says. opens: where its words stand marked, None where nothing is quoted."""

    lead: Markup
    items: tuple[Markup, ...]
    note: Markup | None
    source: str
    quote: str
    opens: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """status: of the answer; scope: the line on whose plans it is about, None under small talk; language: that the
    answer is written in; words: those around it."""

    status: str
    told: tuple[Told, ...]
    scope: str | None
    language: str
    words: Around


def shown(answer: Answer, unit: str | None, opens: Opens) -> Shown:
    """Return what to show. unit: the name of the one unit that it is for, None for every unit."""
    parts = tuple(_told(index, part, noted, opens) for index, (part, noted) in enumerate(with_notes(answer.parts)))
    if not parts:
        parts = (Told(styled(answer.text), (), None, "", "", None),)
    words = screen_words.labels(answer.language)
    language, around = ("en", AROUND_EN) if answer.language is Language.EN else ("vi", AROUND)
    scope = around.scope.format(scope=bare(words.for_unit.format(unit=unit) if unit else words.for_all))
    return Shown(answer.status.value, parts, scope if wants_vote(answer.status) else None, language, around)


def bare(text: str) -> str:
    """Return the bot's words without pictures: not every machine at a desk has letters for them."""
    return "".join(char for char in text if _has_letter(char)).strip()


def _has_letter(char: str) -> bool:
    return char == _WARNING or (ord(char) < _PICTURES and ord(char) not in _SIGNS and char != _AS_PICTURE)


def styled(text: str) -> Markup:
    """Return the bot's words, escaped, every **stretch** in bold."""
    return Markup(to_html(from_stars(bare(text))))  # noqa: S704 - `to_html` escapes every character


def _told(index: int, part: AnswerPart, noted: bool, opens: Opens) -> Told:
    cited = bool(part.citations and part.source)
    return Told(
        lead=styled(part.lead),
        items=tuple(styled(text if is_bulleted(text) else f"• {text}") for text in part.items),
        note=styled(part.note) if part.note and noted else None,
        source=part.source if cited else "",
        quote=part.quote if cited else "",
        opens=opens(index) if cited else None,
    )
