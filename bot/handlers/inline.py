"""Inline mode: "@bot câu hỏi" in any chat gives cards to choose from, each an answer or a passage with its place.

A query comes with every pause in typing, so it is answered only when no newer one of the same person has come, counts
against an allowance of its own, and leaves nothing behind. Telegram tells of a card that was sent (if the owner has
switched on /setinlinefeedback): that question is kept and counted like any other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

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

from bot import wording
from bot.askers import add_asker
from bot.context import BotContext
from bot.handlers.access import is_served
from bot.inline import InlineDesk, is_question
from bot.render.inline import Card
from bot.statistics import count_question

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
    if chosen is None or not await is_served(chosen.from_user.id, context):
        return
    desk, person = _desk(context), chosen.from_user.id
    number = await context.in_thread(desk.keep, person, chosen.query)
    if number is not None:
        await context.in_thread(add_asker, desk.state.database, number, person, None)
        await context.in_thread(count_question, desk.state.database, number, desk.library.today())


async def give_up(query: InlineQuery) -> None:
    """Say above an empty list that something went wrong."""
    await _respond(query, (), wording.INLINE_TROUBLE, 0)


async def _answer(query: InlineQuery, context: BotContext) -> None:
    person = query.from_user.id
    wait = context.bot_data.inline_pace.take(person)
    if wait.seconds:
        if not wait.told:
            await _respond(query, (), wording.INLINE_WAIT.format(seconds=wait.seconds), 0)
        return
    if not await is_served(person, context):
        await _respond(query, (), wording.INLINE_CLOSED, 0)
        return
    if len(query.query) > context.bot_data.settings.max_question_chars:
        await _respond(query, (), wording.INLINE_LONG, CACHE_SECONDS)
        return
    cards = await context.in_thread(_desk(context).cards, person, query.query)
    await _respond(query, cards, None if is_question(query.query) else wording.INLINE_TYPE, CACHE_SECONDS)


async def _respond(query: InlineQuery, cards: Sequence[Card], above: str | None, cache_seconds: int) -> None:
    """Show the cards, and above them a button that opens the private chat; a query grown old is let go."""
    button = InlineQueryResultsButton(above, start_parameter=wording.INLINE_START) if above else None
    with suppress(BadRequest):
        await query.answer([_article(card) for card in cards], cache_seconds, is_personal=True, button=button)


def _article(card: Card) -> InlineQueryResultArticle:
    no_preview = LinkPreviewOptions(is_disabled=True)
    message = InputTextMessageContent(card.html, ParseMode.HTML, link_preview_options=no_preview)
    return InlineQueryResultArticle(card.key, card.title, message, description=card.description)


def _desk(context: BotContext) -> InlineDesk:
    return InlineDesk(context.desk.library, context.desk.state)
