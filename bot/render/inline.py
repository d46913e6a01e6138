"""Cards: what inline mode offers to choose from, each with the one message that is sent when it is chosen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from bot import wording
from bot.render.answers import answer_body
from bot.render.duties import Entry, place_text, what_text, when_text
from bot.render.lists import validity
from bot.render.rich import (
    MESSAGE_LIMIT,
    Rich,
    bold,
    concat,
    italic,
    join,
    one_line,
    plain,
    shorten,
    split,
    text_of,
    to_html,
)
from knowledge.model import Answer, AnswerPart, Language, Passage, Status

TITLE = 80
"""Characters of a title; phones show one line of it."""
DESCRIPTION = 200
"""Characters of a description; phones show two lines of it."""


@dataclass(frozen=True, slots=True)
class Card:
    """title, description: one line each, seen while typing; html: the message, Telegram HTML within the limit."""

    title: str
    description: str
    html: str

    @property
    def key(self) -> str:
        """A name that the same message has every time, 32 characters of 1 to 64 that Telegram allows."""
        return hashlib.sha256(self.html.encode()).hexdigest()[:32]


def answer_card(answer: Answer, scope: str | None, question: str) -> Card:
    """Return the card of an answer; scope: the unit that it is for, None for several or all.

    The question stands above the answer, for those who read it have not seen it asked.
    """
    words = wording.labels(answer.language)
    title = words.for_unit.format(unit=scope) if scope else words.for_all
    if answer.status is Status.NOT_FOUND:
        title = words.refused
    elif answer.status in (Status.SMALLTALK, Status.REFUSED):
        title = wording.CONSOLE_BOT
    told = [one_line(_told(part)).removeprefix(f"{scope}: ") for part in answer.parts]
    place = next((part.source for part in answer.parts if part.citations), "")
    asked = bold(wording.INLINE_ASKED.format(question=one_line(question)))
    body = join([asked, answer_body(answer, scope)], "\n\n")
    return _card(title, " · ".join(dict.fromkeys(told)) or answer.text, body, place, answer.language)


def passage_card(passage: Passage, unit: str) -> Card:
    """Return the card of a passage; unit: the short name of whose plan it is."""
    section = passage.section
    place = unit + (f", {section}" if section[:1].islower() else wording.PLACE.format(section=section))
    heading = italic(shorten(one_line(passage.heading), DESCRIPTION))
    body = join([heading, plain(f"“{passage.text.text.strip()}”"), concat(plain("📎 "), italic(place))], "\n\n")
    return _card(f"🔎 {place}", passage.text.text, body, place)


def duty_card(entry: Entry, today: date) -> Card:
    """Return the card of a duty: when, what, whose, and the words that state it."""
    duty = entry.duty
    when, what, place = when_text(duty, entry.day), what_text(duty.deadline), place_text(duty, entry.unit)
    quotes = "” … “".join(one_line(citation.quote) for citation in duty.deadline.citations)
    source = concat(plain("📎 "), italic(place), plain(f": “{quotes}”") if quotes else ())
    body = join([concat(bold(when), plain(f"\n{what}")), source, italic(validity(duty.period, today))], "\n")
    return _card(f"📅 {when}", f"{what} · {place}", body, place)


def _told(part: AnswerPart) -> str:
    """Return what a part says; after a lead such as "5 không gồm:" its list or its quote."""
    more = ("; ".join(part.items) or part.quote) if part.lead.rstrip().endswith(":") else ""
    return f"{part.lead} {more}".replace("**", "")


def _card(title: str, description: str, body: Rich, place: str, language: Language = Language.VI) -> Card:
    message = _one_message(body, place, wording.labels(language).cut)
    return Card(shorten(one_line(title), TITLE), shorten(one_line(description), DESCRIPTION), message)


def _one_message(body: Rich, place: str, rest: str) -> str:
    """Return the body as one message; what is cut off is replaced by the place and where the `rest` is."""
    if len(split(body)) == 1:
        return to_html(body)
    source = concat(plain("📎 "), italic(shorten(place, DESCRIPTION))) if place else ()
    foot = concat(plain("\n\n"), join([source, italic(rest)], "\n"))
    return to_html(concat(split(body, MESSAGE_LIMIT - 2 * len(text_of(foot)))[0], foot))
