"""A closed bot: who is not let in gets a pairing code and no answer; an administrator decides by a button."""

from __future__ import annotations

import asyncio
import time

from telegram import Chat, Update

from bot import wording
from bot.access import Access
from bot.context import BotContext
from bot.desk import Stale
from bot.handlers.addressed import author, person_name
from bot.handlers.admins import admin_of, is_admin, refused
from bot.handlers.buttons import Press, acknowledge
from bot.handlers.sending import edit, replace, send, send_to
from bot.memory.work import Work, working
from bot.render.access import access_screen, request_screen
from bot.render.rich import from_stars, name_line, plain
from bot.render.screens import Screen, screen

COUNT_SECONDS = 2.0
"""Requests of one person that come meanwhile are counted together."""


async def is_served(chat_id: int, context: BotContext) -> bool:
    """Tell whether a chat is answered: any chat of an open bot, administrators, and those let in."""
    if not context.bot_data.settings.closed or is_admin(chat_id, context):
        return True
    return await context.in_thread(_access(context).allows, chat_id)


async def turn_away(update: Update, context: BotContext) -> None:
    """Give whoever is not let in a pairing code, and tell the administrators of a new request.

    A group hears of it once, so that the bot makes no noise where it is no guest.
    """
    chat = update.effective_chat
    if update.callback_query is not None:
        await acknowledge(update, context, wording.CLOSED_BUTTON, alert=True)
        return
    if chat is None:
        return
    request = await context.in_thread(_access(context).request, chat.id, author(update), _name(update))
    if request.fresh or chat.type == Chat.PRIVATE:
        text = wording.CLOSED_REFUSED if request.refused else wording.CLOSED.format(code=request.code)
        send(update, screen(from_stars(text)))
    if request.fresh and not request.others:
        context.bot_data.asked_by[author(update)] = request
        for admin in context.bot_data.settings.admin_ids:
            send_to(admin, request_screen(request), kind="notice", after=("request", [author(update), admin]))
    elif request.fresh:
        _count_on(author(update), request.others, context)


def _count_on(person: int, others: int, context: BotContext) -> None:
    """Let the message about a person's first request tell how many more there are, once they come no faster."""
    waiting = person in context.bot_data.more_by
    context.bot_data.more_by[person] = others
    if not waiting:
        context.application.create_task(_tell_count(person, context))


async def _tell_count(person: int, context: BotContext) -> None:
    await asyncio.sleep(COUNT_SECONDS)
    others, first = context.bot_data.more_by.pop(person), context.bot_data.asked_by.get(person)
    if first is None:
        return
    with working(Work(f"requests{person}.{time.time_ns()}")) as work:
        for admin in context.bot_data.settings.admin_ids:
            message = context.bot_data.told_of.get((person, admin))
            if message is not None:
                edit(admin, message, request_screen(first, others), kind="notice")
    await context.inbox.finish(work)


async def show_access(update: Update, context: BotContext) -> None:
    """List requests and the chats let in."""
    if not await refused(update, context):
        send(update, await _listed(context, 0))


async def turn_access(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    admin_of(press, context)
    replace(press.update, await _listed(context, press.numbers[0]))


async def approve(press: Press, context: BotContext) -> None:
    """Let a chat in, and tell it."""
    admin_of(press, context)
    request = await context.in_thread(_access(context).approve, press.numbers[0])
    if request is None:
        raise Stale(wording.PAIR_GONE)
    replace(press.update, screen(plain(wording.PAIR_APPROVED.format(name=request.name))))
    send_to(request.chat_id, screen(plain(wording.LET_IN)), kind="notice")


async def refuse(press: Press, context: BotContext) -> None:
    """Keep a chat out; a person is told, a group is left alone."""
    admin_of(press, context)
    request = await context.in_thread(_access(context).refuse, press.numbers[0])
    if request is None:
        raise Stale(wording.PAIR_GONE)
    replace(press.update, screen(plain(wording.PAIR_REFUSED.format(name=request.name))))
    if request.chat_id > 0:
        send_to(request.chat_id, screen(plain(wording.CLOSED_REFUSED)), kind="notice")


async def revoke(press: Press, context: BotContext) -> str:
    """Put a chat out again."""
    admin_of(press, context)
    name = await context.in_thread(_access(context).revoke, press.numbers[0])
    if name is None:
        raise Stale(wording.PAIR_GONE)
    replace(press.update, await _listed(context, 0))
    return wording.ACCESS_REVOKED.format(name=name[:100])


async def _listed(context: BotContext, page: int) -> Screen:
    access = _access(context)
    requests, allowed = await context.in_thread(access.requests), await context.in_thread(access.allowed)
    return access_screen(requests, allowed, page, closed=context.bot_data.settings.closed)


def _access(context: BotContext) -> Access:
    return Access(context.desk.state.database)


def _name(update: Update) -> str:
    """Return who asks: the group's title, or the person's name with their user name."""
    chat, user = update.effective_chat, update.effective_user
    if chat is not None and chat.title:
        return name_line(chat.title)
    return person_name(user) + (f" (@{user.username})" if user and user.username else "")
