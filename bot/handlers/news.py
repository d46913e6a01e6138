"""News of plans to those who follow them, at a polite hour, and the buttons under them."""

from __future__ import annotations

import logging
from dataclasses import replace

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot import wording
from bot.context import BotContext
from bot.followers import Followers
from bot.handlers.access import is_served
from bot.handlers.buttons import Press
from bot.handlers.reminders import reminder_desk
from bot.handlers.sending import send, send_to
from bot.news import News
from bot.render.news import stopped_screen, way_back
from bot.render.rich import plain
from bot.render.screens import Screen, screen

log = logging.getLogger(__name__)

SWEEP_SECONDS = 60
MOST_AT_ONCE = 300
"""Messages of one sweep; the next one goes on."""


def followers(context: BotContext) -> Followers:
    """Return the desk for those who follow plans."""
    return Followers(context.desk.library, context.desk.state)


async def stop_news(press: Press, context: BotContext) -> None:
    """Tell this chat no more."""
    await context.in_thread(followers(context).store.decline, press.chat_id)
    await send(press.update, context, stopped_screen())


async def start_news(press: Press, context: BotContext) -> None:
    """Tell this chat again."""
    await context.in_thread(followers(context).store.accept, press.chat_id)
    await send(press.update, context, screen(plain(wording.NEWS_STARTED)))


async def with_way_back(shown: Screen, chat_id: int, context: BotContext) -> Screen:
    """Return the screen with a button that turns the news on again, where they are turned off."""
    off = await context.in_thread(followers(context).store.declines, chat_id)
    return replace(shown, rows=(*shown.rows, way_back())) if off else shown


async def sweep(context: BotContext) -> None:
    """Send what waits; at night nothing is sent."""
    if context.bot_data.desk is None or not reminder_desk(context).is_polite():
        return
    desk = followers(context)
    for _ in range(MOST_AT_ONCE):
        news = await context.in_thread(desk.store.claim)
        if news is None:
            return
        shown = await context.in_thread(desk.screen, news)
        if shown is None or not await is_served(news.chat_id, context):
            await context.in_thread(desk.store.done, news.number)
        elif not await _deliver(context, news, shown):
            return


async def _deliver(context: BotContext, news: News, shown: Screen) -> bool:
    """Send one; False when nothing can be sent for now."""
    store = followers(context).store
    try:
        await send_to(news.chat_id, context, shown)
    except ChatMigrated as moved:
        await context.in_thread(context.desk.state.database.move_chat, news.chat_id, moved.new_chat_id)
    except (Forbidden, BadRequest) as error:
        log.info("news did not reach a chat: %s", error.message)
        await context.in_thread(store.drop_chat, news.chat_id)
    except (RetryAfter, NetworkError):
        return False  # its hold ends, and it is tried again
    else:
        await context.in_thread(store.done, news.number)
    return True
