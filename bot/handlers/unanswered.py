"""/chuatraloi: what could not be answered well, grouped; an administrator's answer goes to those who asked."""

from __future__ import annotations

from telegram import Update

from bot import wording
from bot.context import BotContext
from bot.curation.curator import Curator
from bot.desk import Stale
from bot.handlers.access import is_served
from bot.handlers.addressed import author
from bot.handlers.admins import admin_of, is_admin, refused
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, send, send_to
from bot.render.rich import plain
from bot.render.screens import screen


async def list_open(update: Update, context: BotContext) -> None:
    """Show the groups of open questions."""
    if not await refused(update, context):
        send(update, await context.in_thread(Curator(context.desk).listed))


async def turn_open(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    await context.in_thread(Curator(context.desk).left, admin_of(press, context))
    replace(press.update, await context.in_thread(Curator(context.desk).listed, press.numbers[0]))


async def open_group(press: Press, context: BotContext) -> None:
    """Show a group and passages to choose from."""
    admin, (number,) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.desk).opened, admin, number))


async def choose_passage(press: Press, context: BotContext) -> None:
    """Take the passage, and ask for the answer."""
    admin, (number, link) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.desk).chosen, admin, number, link))


async def drop_group(press: Press, context: BotContext) -> str:
    """Put a group aside."""
    admin, (number,) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.desk).dropped, admin, number))
    return wording.OPEN_DROPPED


async def cancel(press: Press, context: BotContext) -> None:
    """Forget what was begun."""
    admin = admin_of(press, context)
    replace(press.update, await context.in_thread(Curator(context.desk).cancelled, admin))


async def send_answer(press: Press, context: BotContext) -> None:
    """Send the answer to those who asked, and tell the administrator how many it reached."""
    admin, (number,) = admin_of(press, context), press.numbers
    deliveries = await context.in_thread(Curator(context.desk).sent, admin, number)
    # a chat that was put out of a closed bot meanwhile gets no answer any more
    served = [delivery for delivery in deliveries if await is_served(delivery.place[0], context)]
    for delivery in served:
        chat, topic, message = delivery.place
        send_to(chat, delivery.screen, topic, message)
    reached = len(served)
    text = wording.OPEN_SENT.format(reached=reached, places=len(deliveries))
    send(press.update, screen(plain(text)))


async def take_words(update: Update, context: BotContext, text: str) -> bool:
    """Take an administrator's words for the question that they are answering; False when there is none."""
    admin = author(update)
    if update.effective_chat is None or update.effective_chat.id != admin or not is_admin(admin, context):
        return False
    try:
        shown = await context.in_thread(Curator(context.desk).typed, admin, text)
    except Stale as stale:
        await context.in_thread(Curator(context.desk).cancelled, admin)
        shown = screen(plain(str(stale)))
    if shown is not None:
        send(update, shown)
    return shown is not None


async def leave(update: Update, context: BotContext) -> None:
    """After any command an administrator's words are questions again, unless they were writing an answer."""
    admin = author(update)
    if update.effective_chat is not None and update.effective_chat.id == admin and is_admin(admin, context):
        await context.in_thread(Curator(context.desk).left, admin)
