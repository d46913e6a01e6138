"""/chuatraloi: what could not be answered well, grouped; an administrator's answer goes to those who asked."""

from __future__ import annotations

from telegram import Message, Update

from bot.curation import Curator, screens
from bot.screen import Button, Rows, button, in_rows, plain, screen
from bot.telegram import BotContext, people
from bot.telegram.people import Press, admin_of, below, in_place, refused, take_words
from bot.telegram.sending import replace, replace_buttons, send, send_to


def _curator(context: BotContext) -> Curator:
    return Curator(context.resources)


async def list_open(update: Update, context: BotContext) -> None:
    """Show the groups of open questions."""
    if not await refused(update, context):
        send(update, await context.in_thread(_curator(context).listed))


async def turn_open(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    await context.in_thread(_curator(context).left, admin_of(press, context))
    replace(press.update, await context.in_thread(_curator(context).listed, press.numbers[0]))


open_group = below(lambda press, context: _curator(context).opened(admin_of(press, context), press.numbers[0]))
choose_passage = below(lambda press, context: _curator(context).chosen(admin_of(press, context), *press.numbers))
cancel = in_place(lambda press, context: _curator(context).cancelled(admin_of(press, context)))


async def drop_group(press: Press, context: BotContext) -> str:
    """Put a group aside."""
    admin, (number,) = admin_of(press, context), press.numbers
    send(press.update, await context.in_thread(_curator(context).dropped, admin, number))
    return screens.OPEN_DROPPED


async def send_answer(press: Press, context: BotContext) -> None:
    """Send the answer to those who asked, and tell the administrator how many it reached."""
    admin, (number,) = admin_of(press, context), press.numbers
    deliveries = await context.in_thread(_curator(context).sent, admin, number)
    # a chat that was put out of a closed bot meanwhile gets no answer any more
    served = [delivery for delivery in deliveries if await context.is_served(delivery.place[0])]
    for delivery in served:
        chat, topic, message = delivery.place
        send_to(chat, delivery.screen, topic, message)
    reached = len(served)
    text = screens.OPEN_SENT.format(reached=reached, places=len(deliveries))
    send(press.update, screen(plain(text)))


async def take_answer(update: Update, context: BotContext) -> bool:
    """Take an administrator's words for the question that they are answering; False when there is none."""
    curator = _curator(context)
    return await take_words(update, context, curator.typed, curator.cancelled)


async def leave(update: Update, context: BotContext) -> None:
    """After any command an administrator's words are questions again, unless they were writing an answer."""
    await people.leave(update, context, _curator(context).left)


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
        button(label, _WHY, press.numbers[0], index) for index, label in enumerate(screens.REASON_LABELS)
    ]  # fmt: skip
    await _show_reasons(press.update, tuple(in_rows(buttons)))
    return screens.ASK_WHY


async def why(press: Press, context: BotContext) -> str:
    """Keep the reason; it is a thumb down, too, for whoever pressed."""
    number, index = press.numbers
    thanks = await _vote(press, context, good=False)
    await context.in_thread(Curator(context.resources).complained, number, press.user_id, REASONS[index])
    await _show_reasons(press.update, ())
    return thanks


async def _vote(press: Press, context: BotContext, *, good: bool) -> str:
    return await context.in_thread(_curator(context).vote, press.numbers[0], press.chat_id, press.user_id, good)


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
