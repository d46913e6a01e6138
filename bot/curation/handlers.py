"""/chuatraloi: what could not be answered well, grouped; an administrator's answer goes to those who asked."""

from __future__ import annotations

from telegram import Message, Update

from bot.curation import words
from bot.curation.service import Curator
from bot.curation.store import CurationStore
from bot.screen.rich import plain
from bot.screen.screens import Button, Rows, Stale, button, in_rows, screen
from bot.telegram.buttons import Press
from bot.telegram.context import BotContext
from bot.telegram.people import admin_of, author, is_admin, refused, words_of
from bot.telegram.sending import replace, replace_buttons, send, send_to


async def list_open(update: Update, context: BotContext) -> None:
    """Show the groups of open questions."""
    if not await refused(update, context):
        send(update, await context.in_thread(Curator(context.resources).listed))


async def turn_open(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    await context.in_thread(Curator(context.resources).left, admin_of(press, context))
    replace(press.update, await context.in_thread(Curator(context.resources).listed, press.numbers[0]))


async def open_group(press: Press, context: BotContext) -> None:
    """Show a group and passages to choose from."""
    admin, (number,) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.resources).opened, admin, number))


async def choose_passage(press: Press, context: BotContext) -> None:
    """Take the passage, and ask for the answer."""
    admin, (number, link) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.resources).chosen, admin, number, link))


async def drop_group(press: Press, context: BotContext) -> str:
    """Put a group aside."""
    admin, (number,) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(Curator(context.resources).dropped, admin, number))
    return words.OPEN_DROPPED


async def cancel(press: Press, context: BotContext) -> None:
    """Forget what was begun."""
    admin = admin_of(press, context)
    replace(press.update, await context.in_thread(Curator(context.resources).cancelled, admin))


async def send_answer(press: Press, context: BotContext) -> None:
    """Send the answer to those who asked, and tell the administrator how many it reached."""
    admin, (number,) = admin_of(press, context), press.numbers
    deliveries = await context.in_thread(Curator(context.resources).sent, admin, number)
    # a chat that was put out of a closed bot meanwhile gets no answer any more
    served = [delivery for delivery in deliveries if await context.is_served(delivery.place[0])]
    for delivery in served:
        chat, topic, message = delivery.place
        send_to(chat, delivery.screen, topic, message)
    reached = len(served)
    text = words.OPEN_SENT.format(reached=reached, places=len(deliveries))
    send(press.update, screen(plain(text)))


async def take_words(update: Update, context: BotContext) -> bool:
    """Take an administrator's words for the question that they are answering; False when there is none."""
    admin, message, chat = author(update), update.effective_message, update.effective_chat
    if message is None or chat is None or chat.id != admin or not is_admin(admin, context):
        return False
    text = words_of(message)
    if not text:  # nothing but the bot's name
        return False
    try:
        shown = await context.in_thread(Curator(context.resources).typed, admin, text)
    except Stale as stale:
        await context.in_thread(Curator(context.resources).cancelled, admin)
        shown = screen(plain(str(stale)))
    if shown is not None:
        send(update, shown)
    return shown is not None


async def leave(update: Update, context: BotContext) -> None:
    """After any command an administrator's words are questions again, unless they were writing an answer."""
    admin = author(update)
    if update.effective_chat is not None and update.effective_chat.id == admin and is_admin(admin, context):
        await context.in_thread(Curator(context.resources).left, admin)


REASONS = ("content", "unit", "citation", "other")
_WHY = "why"


async def good(press: Press, context: BotContext) -> str:
    """Keep a thumb up."""
    thanks = await _vote(press, context, good=True)
    await _show_reasons(press.update, ())
    return thanks


async def bad(press: Press, context: BotContext) -> str:
    """Keep a thumb down and offer reasons under the answer's other buttons."""
    await _vote(press, context, good=False)
    buttons = [
        button(label, _WHY, press.numbers[0], index) for index, label in enumerate(words.REASON_LABELS)
    ]  # fmt: skip
    await _show_reasons(press.update, tuple(in_rows(buttons)))
    return words.ASK_WHY


async def why(press: Press, context: BotContext) -> str:
    """Keep the reason; it is a thumb down, too, for whoever pressed."""
    number, index = press.numbers
    thanks = await _vote(press, context, good=False)
    store = context.resources.store(CurationStore)
    await context.in_thread(store.complain, number, press.user_id, REASONS[index])
    await _show_reasons(press.update, ())
    return thanks


async def _vote(press: Press, context: BotContext, *, good: bool) -> str:
    return await context.in_thread(
        Curator(context.resources).vote, press.numbers[0], press.chat_id, press.user_id, good
    )


async def _show_reasons(update: Update, reasons: Rows) -> None:
    """Put the reasons under the buttons that the message has, in place of those that it may have."""
    message = update.callback_query.message if update.callback_query else None
    markup = message.reply_markup if isinstance(message, Message) else None
    if markup is None:
        return
    rows = tuple(
        tuple(Button(item.text, item.callback_data) for item in row if isinstance(item.callback_data, str))
        for row in markup.inline_keyboard
    )
    kept = tuple(row for row in rows if row and not row[0].data.startswith(f"{_WHY}:"))
    if kept + reasons != rows:
        replace_buttons(update, kept + reasons)
