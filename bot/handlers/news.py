"""News of plans to those who follow them, at a polite hour, and the buttons under them."""

from __future__ import annotations

from dataclasses import replace

from bot import wording
from bot.context import BotContext
from bot.followers import Followers
from bot.handlers.access import is_served
from bot.handlers.buttons import Press
from bot.handlers.reminders import reminder_desk
from bot.handlers.sending import send, send_to
from bot.memory.work import Work, working
from bot.render.news import stopped_screen, way_back
from bot.render.rich import plain
from bot.render.screens import Screen, screen

SWEEP_SECONDS = 60
MOST_AT_ONCE = 300
"""Messages of one sweep; the next one goes on."""


def followers(context: BotContext) -> Followers:
    """Return the desk for those who follow plans."""
    return Followers(context.desk.library, context.desk.state)


async def stop_news(press: Press, context: BotContext) -> None:
    """Tell this chat no more."""
    await context.in_thread(followers(context).store.decline, press.chat_id)
    send(press.update, stopped_screen())


async def start_news(press: Press, context: BotContext) -> None:
    """Tell this chat again."""
    await context.in_thread(followers(context).store.accept, press.chat_id)
    send(press.update, screen(plain(wording.NEWS_STARTED)))


async def with_way_back(shown: Screen, chat_id: int, context: BotContext) -> Screen:
    """Return the screen with a button that turns the news on again, where they are turned off."""
    off = await context.in_thread(followers(context).store.declines, chat_id)
    return replace(shown, rows=(*shown.rows, way_back())) if off else shown


async def sweep(context: BotContext) -> None:
    """Write letters of what waits; at night there are none."""
    if context.bot_data.desk is None or not context.leads or not reminder_desk(context).is_polite():
        return
    desk = followers(context)
    for news in await context.in_thread(desk.store.waiting, MOST_AT_ONCE):
        with working(Work(f"news{news.number}")) as work:
            shown = await context.in_thread(desk.screen, news)
            desk.store.done(news.number)
            if shown is not None and await is_served(news.chat_id, context):
                send_to(news.chat_id, shown, kind="news")
        await context.inbox.finish(work)
