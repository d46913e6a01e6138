"""/han: the duties by date; each opens as a card with its source, reminder and calendar file, all come as one file."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.duties import Duties
from bot.screen import File, Stale
from bot.screen import words as screen_words
from bot.telegram import BotContext
from bot.telegram.people import Action, Press, below, in_place
from bot.telegram.sending import send, send_file, topic_of


def _duties(context: BotContext) -> Duties:
    return Duties(context.resources)


async def list_duties(update: Update, context: BotContext) -> None:
    """Show the first page, of the time or the unit that was named."""
    if update.effective_chat is not None:
        text = " ".join(context.args or ())
        send(update, await context.in_thread(_duties(context).named, update.effective_chat.id, text))


open_duties = below(lambda press, context: _duties(context).page(press.chat_id))
turn_duties = in_place(lambda press, context: _duties(context).page(press.chat_id, *press.numbers))
turn_duties_within = in_place(lambda press, context: _duties(context).page_within(press.chat_id, *press.numbers))
open_duties_of = below(lambda press, context: _duties(context).page_of(press.chat_id, *press.numbers))
turn_duties_of = in_place(lambda press, context: _duties(context).page_of(press.chat_id, *press.numbers))
open_card = in_place(lambda press, context: _duties(context).card(press.chat_id, *press.numbers))
open_source = below(lambda press, context: _duties(context).source(*press.numbers))
turn_source = in_place(lambda press, context: _duties(context).passage(*press.numbers))


def _own(press: Press) -> int:
    """Return who pressed a button in their private chat. Raises Stale elsewhere: an address is nobody else's."""
    if press.chat_id != press.user_id:
        raise Stale(screen_words.FOREIGN_BUTTON)
    return press.user_id


open_feed = below(lambda press, context: _duties(context).subscription(_own(press), *press.numbers))
change_feed = in_place(lambda press, context: _duties(context).resubscription(_own(press), *press.numbers))
end_feed = in_place(lambda press, context: _duties(context).unsubscribe(_own(press)))


def _sends(made: Callable[[Press, BotContext], File]) -> Action:
    async def act(press: Press, context: BotContext) -> None:
        send_file(press.chat_id, await context.in_thread(made, press, context), topic_of(press.update))

    return act


send_calendar = _sends(lambda press, context: _duties(context).file(*press.numbers))
send_calendar_of_unit = _sends(lambda press, context: _duties(context).file_of_all(press.chat_id, own=True))
send_calendar_of_all = _sends(lambda press, context: _duties(context).file_of_all(press.chat_id, own=False))
