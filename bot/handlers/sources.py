"""[Nguyên văn]: the passage in its place, the quote marked, the passages around it in the same message."""

from __future__ import annotations

from bot.context import BotContext
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, send


async def open_source(press: Press, context: BotContext) -> None:
    """Show the passage below the answer."""
    number, index = press.numbers
    send(press.update, await context.in_thread(context.desk.source, number, press.chat_id, index))


async def turn_source(press: Press, context: BotContext) -> None:
    """Turn to the answer's next source, in place."""
    number, index = press.numbers
    screen = await context.in_thread(context.desk.source, number, press.chat_id, index)
    replace(press.update, screen)


async def turn_passage(press: Press, context: BotContext) -> None:
    """Turn to the passage before or after, in place."""
    number, link, page = press.numbers
    screen = await context.in_thread(context.desk.passage, number, press.chat_id, link, page)
    replace(press.update, screen)
