"""Inline mode: "@bot câu hỏi" in any chat -> cards to choose from. Synchronous, like `bot.talk`.

A card may be sent to people whom nobody here knows. So it is made of the question, the plans and the unit that the
person has chosen, and of nothing that was said in their private chat; and because a query comes with every few
letters typed, nothing is kept of it. A question is kept only when its card was sent.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import words as bot_words
from bot.agenda import Agenda
from bot.memory.state import Asked
from bot.ports import Corrected
from bot.resources import Resources
from bot.screen import (
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
from bot.screen import words as screen_words
from bot.screen.answers import answer_body
from bot.screen.duties import Entry, Group, place_text, validity, what_text
from bot.talk import words
from bot.telegram import BotContext
from knowledge.model import Answer, AnswerPart, Language, Passage, Status
from knowledge.text import normalize

CARDS = 5
NEAREST = 8
"""Passages looked at for those that no card shows yet."""
FAIR = 0.85
"""A passage with less than this share of the best one's score is no longer near."""
LETTERS = 3
"""Letters and digits of the shortest question; what is shorter is still being typed."""
_LONE = frozenset({Status.NOT_FOUND, Status.REFUSED, Status.SMALLTALK})
"""An answer that stands alone: passages beside it would look like an answer after all."""


@dataclass(frozen=True, slots=True)
class InlineCards:
    """Cards for what is typed. corrected: what an administrator has answered by hand instead."""

    resources: Resources
    corrected: Corrected

    def cards(self, user_id: int, text: str) -> tuple[Card, ...]:
        """Return at most `CARDS` different cards for what a person has typed so far."""
        text = normalize(text).strip()
        made = self._answers(user_id, text) if is_question(text) else self._coming(user_id)
        unlike: dict[str, Card] = {}
        for card in made:
            unlike.setdefault(card.html, card)
            if len(unlike) == CARDS:
                break
        return tuple(unlike.values())

    def keep(self, user_id: int, text: str) -> int | None:
        """Keep a question whose card was sent and return its number; None for what is no question."""
        text = normalize(text).strip()
        if not is_question(text):
            return None
        unit = self.resources.unit(user_id)
        return self.resources.state.add_question(
            Asked(user_id, text, unit, status=self._ask(text, unit).status.value), None
        )

    def _coming(self, user_id: int) -> Iterator[Card]:
        """Yield the next duties, of the person's unit first; without any, what the sample question gives."""
        entries = Agenda(self.resources).entries(self.resources.unit(user_id))
        coming = [duty_card(entry, self.resources.library.today()) for entry in entries if entry.group is Group.SOON]
        yield from coming or self._answers(user_id, normalize(words.SAMPLE_QUESTION))

    def _answers(self, user_id: int, text: str) -> Iterator[Card]:
        """Yield the answer as the person's own chat would get it, then each unit's, then the passages nearest."""
        unit = self.resources.unit(user_id)
        answer = self._ask(text, unit)
        if answer.status is Status.NEEDS_UNIT:
            for plan in answer.choices:
                yield self._answer_card(text, self._ask(text, plan), plan)
            return
        yield self._answer_card(text, answer, unit)
        if answer.status in _LONE:
            return
        yield from self._of_units(text, answer)
        yield from self._nearest(text, answer, unit)

    def _of_units(self, text: str, answer: Answer) -> Sequence[Card]:
        """Return what an answer says of each unit, when that differs."""
        parts = {plan: tuple(part for part in answer.parts if part.plan_id == plan) for plan in _plans(answer)}
        cards = [self._answer_card(text, replace(answer, parts=own), plan) for plan, own in parts.items()]
        return cards if len({card.description for card in cards}) > 1 else ()

    def _nearest(self, text: str, answer: Answer, unit: str | None) -> Iterator[Card]:
        """Yield the passages nearest to the question that the answer does not quote, of the units it is about.

        Where the search finds nothing of what the answer quotes, the two speak of different things: there are none.
        """
        wanted = set(answer.query.units if answer.query and answer.query.units else (unit,) if unit else ())
        quoted = {passage.id for passage in self._quoted(answer)}
        names = self.resources.names()
        hits = self.resources.library.search(text, NEAREST)
        if not any(hit.passage.id in quoted for hit in hits):
            return
        for passage in (hit.passage for hit in hits if hit.score >= FAIR * hits[0].score):
            if passage.id not in quoted and passage.plan_id in (wanted or names):
                yield passage_card(passage, names.get(passage.plan_id, passage.plan_id))

    def _quoted(self, answer: Answer) -> Iterator[Passage]:
        for citation in answer.citations:
            passage = self.resources.library.passage_at(citation.plan_id, citation.start)
            if passage is not None:
                yield passage

    def _ask(self, text: str, unit: str | None) -> Answer:
        """Ask without any turn before it."""
        answer = self.resources.library.ask(text, unit=unit)
        return self.corrected(text, unit, answer)

    def _answer_card(self, text: str, answer: Answer, unit: str | None) -> Card:
        plans = _plans(answer) or ((unit,) if unit else ())
        return answer_card(answer, self.resources.names().get(plans[0]) if len(plans) == 1 else None, text)


def is_question(text: str) -> bool:
    """Tell whether there is enough typed to look something up."""
    return sum(1 for _ in islice(filter(str.isalnum, text), LETTERS)) == LETTERS


def _plans(answer: Answer) -> tuple[str, ...]:
    """Return the plans that the answer quotes, in its order."""
    return tuple(dict.fromkeys(part.plan_id for part in answer.parts if part.plan_id and part.citations))


# ---------------------------------------------------------------------------------------------------------------- cards

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
    say = screen_words.labels(answer.language)
    title = say.for_unit.format(unit=scope) if scope else say.for_all
    if answer.status is Status.NOT_FOUND:
        title = say.refused
    elif answer.status in (Status.SMALLTALK, Status.REFUSED):
        title = bot_words.CONSOLE_BOT
    told = [one_line(_told(part)).removeprefix(f"{scope}: ") for part in answer.parts]
    place = next((part.source for part in answer.parts if part.citations), "")
    asked = bold(words.INLINE_ASKED.format(question=one_line(question)))
    body = join([asked, answer_body(answer, scope)], "\n\n")
    return _card(title, " · ".join(dict.fromkeys(told)) or answer.text, body, place, answer.language)


def passage_card(passage: Passage, unit: str) -> Card:
    """Return the card of a passage; unit: the short name of whose plan it is."""
    section = passage.section
    place = unit + (f", {section}" if section[:1].islower() else screen_words.PLACE.format(section=section))
    heading = italic(shorten(one_line(passage.heading), DESCRIPTION))
    body = join([heading, plain(f"“{passage.text.text.strip()}”"), concat(plain("📎 "), italic(place))], "\n\n")
    return _card(f"🔎 {place}", passage.text.text, body, place)


def duty_card(entry: Entry, today: date) -> Card:
    """Return the card of a duty: when, what, whose, and the words that state it."""
    duty = entry.duty
    when, what, place = entry.when, what_text(duty.deadline), place_text(duty, entry.unit)
    quotes = "” … “".join(one_line(citation.quote) for citation in duty.deadline.citations)
    source = concat(plain("📎 "), italic(place), plain(f": “{quotes}”") if quotes else ())
    body = join([concat(bold(when), plain(f"\n{what}")), source, italic(validity(duty.period, today))], "\n")
    return _card(f"📅 {when}", f"{what} · {place}", body, place)


def _told(part: AnswerPart) -> str:
    """Return what a part says; after a lead such as "5 không gồm:" its list or its quote."""
    more = ("; ".join(part.items) or part.quote) if part.lead.rstrip().endswith(":") else ""
    return f"{part.lead} {more}".replace("**", "")


def _card(title: str, description: str, body: Rich, place: str, language: Language = Language.VI) -> Card:
    message = _one_message(body, place, screen_words.labels(language).cut)
    return Card(shorten(one_line(title), TITLE), shorten(one_line(description), DESCRIPTION), message)


def _one_message(body: Rich, place: str, rest: str) -> str:
    """Return the body as one message; what is cut off is replaced by the place and where the `rest` is."""
    if len(split(body)) == 1:
        return to_html(body)
    source = concat(plain("📎 "), italic(shorten(place, DESCRIPTION))) if place else ()
    foot = concat(plain("\n\n"), join([source, italic(rest)], "\n"))
    return to_html(concat(split(body, MESSAGE_LIMIT - 2 * len(text_of(foot)))[0], foot))


# ------------------------------------------------------------------------------------------------------------- handlers

PAUSE = 0.25
"""Seconds without another letter after which a query is answered."""
CACHE_SECONDS = 20
"""How long Telegram may give the same person the same results: less than it takes to choose another unit and ask."""


async def answer_query(update: Update, context: BotContext) -> None:
    """Answer what a person has typed so far, unless they type on."""
    query, turns = update.inline_query, context.bot_data.typed
    if query is None:
        return
    person = query.from_user.id
    turns.begin(person, update.update_id)
    try:
        await asyncio.sleep(PAUSE)
        if turns.is_newest(person, update.update_id):
            await _answer(query, context)
    finally:
        turns.end(person, update.update_id)


async def keep_chosen(update: Update, context: BotContext) -> None:
    """Keep the question whose card was sent, so that it is counted, and open if it was refused."""
    chosen = update.chosen_inline_result
    if chosen is None or not await context.is_served(chosen.from_user.id):
        return
    inline, person = _inline(context), chosen.from_user.id
    number = await context.in_thread(inline.keep, person, chosen.query)
    if number is not None:
        state, today = context.resources.state, context.resources.library.today()
        await context.in_thread(state.add_asker, number, person, None)
        await context.in_thread(state.count_question, number, today)


async def give_up(query: InlineQuery) -> None:
    """Say above an empty list that something went wrong."""
    await _respond(query, (), words.INLINE_TROUBLE, 0)


async def _answer(query: InlineQuery, context: BotContext) -> None:
    person = query.from_user.id
    wait = context.bot_data.inline_pace.take(person)
    if wait.seconds:
        if not wait.told:
            await _respond(query, (), words.INLINE_WAIT.format(seconds=wait.seconds), 0)
        return
    if not await context.is_served(person):
        await _respond(query, (), words.INLINE_CLOSED, 0)
        return
    if len(query.query) > context.bot_data.settings.max_question_chars:
        await _respond(query, (), words.INLINE_LONG, CACHE_SECONDS)
        return
    cards = await context.in_thread(_inline(context).cards, person, query.query)
    await _respond(query, cards, None if is_question(query.query) else words.INLINE_TYPE, CACHE_SECONDS)


async def _respond(query: InlineQuery, cards: Sequence[Card], above: str | None, cache_seconds: int) -> None:
    """Show the cards, and above them a button that opens the private chat; a query grown old is let go."""
    button = InlineQueryResultsButton(above, start_parameter=words.INLINE_START) if above else None
    with suppress(BadRequest):
        await query.answer([_article(card) for card in cards], cache_seconds, is_personal=True, button=button)


def _article(card: Card) -> InlineQueryResultArticle:
    no_preview = LinkPreviewOptions(is_disabled=True)
    message = InputTextMessageContent(card.html, ParseMode.HTML, link_preview_options=no_preview)
    return InlineQueryResultArticle(card.key, card.title, message, description=card.description)


def _inline(context: BotContext) -> InlineCards:
    return InlineCards(context.resources, context.bot_data.corrected)
