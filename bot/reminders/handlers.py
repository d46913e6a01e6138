"""[Nhắc tôi] and /nhac: set, list, end and put off reminders, switch the digest; the sweep that sends both."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update

from bot.agenda import is_polite
from bot.memory.work import Work, working
from bot.reminders import Digests, Place, Reminders
from bot.reminders.spoken import answer, spoken
from bot.screen import Screen
from bot.telegram import BotContext
from bot.telegram.people import Press, author, below, in_place, words_of
from bot.telegram.sending import replace, send, send_to, topic_of

SWEEP_SECONDS = 300
SWEEP_FIRST = 10
"""Seconds between two sweeps, and before the first one."""


def _reminders(context: BotContext) -> Reminders:
    return Reminders(context.resources)


async def list_reminders(update: Update, context: BotContext) -> None:
    """Show what the chat waits for, within the time that was named."""
    if update.effective_chat is not None:
        text = " ".join(context.args or ())
        send(update, await context.in_thread(_reminders(context).named, update.effective_chat.id, text))


async def take_words(update: Update, context: BotContext) -> bool:
    """Do what somebody writes about reminders without a command; False for any other words."""
    message, chat = update.message, update.effective_chat
    said = spoken(words_of(message)) if message is not None and chat is not None else None
    if said is None or chat is None:
        return False
    place = Place(chat.id, topic_of(update), author(update))
    send(update, await context.in_thread(answer, context.resources, place, said))
    return True


offer = below(lambda press, context: _reminders(context).menu(press.chat_id, *press.numbers))
offer_again = in_place(lambda press, context: _reminders(context).menu(press.chat_id, *press.numbers))
offer_days = in_place(lambda press, context: _reminders(context).days(press.chat_id, *press.numbers))
toggle_mark = in_place(lambda press, context: _reminders(context).toggle_mark(_place(press), *press.numbers))
toggle_day = in_place(lambda press, context: _reminders(context).toggle_day(_place(press), *press.numbers))
open_reminders = below(lambda press, context: _reminders(context).waiting(press.chat_id))
turn_reminders = in_place(lambda press, context: _reminders(context).waiting(press.chat_id, *press.numbers))
cancel = in_place(lambda press, context: _reminders(context).cancel(press.chat_id, *press.numbers))
snooze = in_place(lambda press, context: _reminders(context).snooze(_place(press), *press.numbers))
finish = in_place(lambda press, context: _marked(Reminders.finish, press, context))
reopen = in_place(lambda press, context: _marked(Reminders.reopen, press, context))


def _marked(
    mark: Callable[[Reminders, int, int], tuple[Screen, str]], press: Press, context: BotContext
) -> tuple[Screen, str]:
    """Mark a time as done or not; show the list when its button was pressed, which names its page."""
    number, *page = press.numbers
    reminders = _reminders(context)
    shown, notice = mark(reminders, press.chat_id, number)
    return reminders.waiting(press.chat_id, *page) if page else shown, notice


async def switch_digest(press: Press, context: BotContext) -> str:
    """Tell this chat of its week on Mondays, or no more."""
    on = bool(press.numbers[0])
    notice = await context.in_thread(Digests(context.resources).switch, _place(press), on=on)
    replace(press.update, await context.in_thread(_reminders(context).waiting, press.chat_id))
    return notice


# ----------------------------------------------------------------------------------------------------- sending


async def sweep(context: BotContext) -> None:
    """Send what is due; at night nothing is sent.

    What falls due in a chat that a closed bot does not serve lapses without a word; what lies ahead stays, for the chat
    may be let in again.
    """
    if context.bot_data.resources is None or not context.leads:
        return
    if not is_polite(context.resources.library.now()):
        return
    reminders = _reminders(context)
    gone = await context.in_thread(reminders.gone)
    stopped: set[tuple[int, str]] = set()
    for outgoing in await context.in_thread(reminders.due, gone):
        wish = outgoing.reminder.wish
        if (wish.chat_id, wish.duty) in stopped:
            continue
        with working(Work(f"reminder{outgoing.reminder.id}.{wish.remind_on}")) as work:
            if await context.is_served(wish.chat_id):
                reminders.sent(outgoing)
                after = ("reminder", [outgoing.reminder.id, context.resources.library.today().isoformat()])
                send_to(wish.chat_id, outgoing.screen, wish.topic, kind="reminder", after=after)
            else:
                await context.in_thread(reminders.store.drop, outgoing.reminder, outgoing.following)
        await context.inbox.finish(work)
        if outgoing.gone:
            stopped.add((wish.chat_id, wish.duty))
    await _send_digests(context)


async def _send_digests(context: BotContext) -> None:
    digests = Digests(context.resources)
    for week in await context.in_thread(digests.due):
        chat = week.to.chat_id
        with working(Work(f"digest{chat}.{week.monday}")) as work:
            digests.store.told(chat, week.monday)
            if week.screen is not None and await context.is_served(chat):
                send_to(chat, week.screen, week.to.topic, kind="reminder")
        await context.inbox.finish(work)


def _place(press: Press) -> Place:
    return Place(press.chat_id, topic_of(press.update), press.user_id)
