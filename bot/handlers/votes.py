"""The thumbs under an answer: kept, and acknowledged to the one who pressed."""

from __future__ import annotations

from bot.context import BotContext
from bot.handlers.buttons import Press


async def good(press: Press, context: BotContext) -> str:
    """Keep a thumb up."""
    return await _vote(press, context, good=True)


async def bad(press: Press, context: BotContext) -> str:
    """Keep a thumb down."""
    return await _vote(press, context, good=False)


async def _vote(press: Press, context: BotContext, *, good: bool) -> str:
    return await context.in_thread(context.desk.vote, press.numbers[0], press.chat_id, press.user_id, good)
