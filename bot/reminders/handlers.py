"""[Nhắc tôi] and /nhac: set, list, end and put off reminders, switch the digest; the sweep that sends both."""

from __future__ import annotations

from telegram import Update

from bot.agenda import is_polite
from bot.memory.work import Work, working
from bot.reminders.digest import Digests
from bot.reminders.service import Place, Reminders
from bot.screen.screens import Screen
from bot.telegram.buttons import Press
from bot.telegram.context import BotContext
from bot.telegram.sending import replace, send, send_to, topic_of

SWEEP_SECONDS = 300
SWEEP_FIRST = 10
"""Seconds between two sweeps, and before the first one."""


def reminders_of(context: BotContext) -> Reminders:
    """Return what reminds."""
    return Reminders(context.resources)


async def offer(press: Press, context: BotContext) -> None:
    """Show what can be set for a duty, below the list."""
    screen = await context.in_thread(reminders_of(context).menu, press.chat_id, press.numbers[0])
    send(press.update, screen)


async def offer_again(press: Press, context: BotContext) -> None:
    """Go back from the days to what can be set, in place."""
    screen = await context.in_thread(reminders_of(context).menu, press.chat_id, press.numbers[0])
    replace(press.update, screen)


async def offer_days(press: Press, context: BotContext) -> None:
    """Show a page of days to choose from, in place."""
    link, page = press.numbers
    replace(press.update, await context.in_thread(reminders_of(context).days, press.chat_id, link, page))


async def toggle_mark(press: Press, context: BotContext) -> str:
    """Set the reminder some days before, or cancel it."""
    screen, notice = await context.in_thread(reminders_of(context).toggle_mark, _place(press), *press.numbers)
    replace(press.update, screen)
    return notice


async def toggle_day(press: Press, context: BotContext) -> str:
    """Set the reminder on a chosen day, or cancel it."""
    screen, notice = await context.in_thread(reminders_of(context).toggle_day, _place(press), *press.numbers)
    replace(press.update, screen)
    return notice


async def list_reminders(update: Update, context: BotContext) -> None:
    """Show what the chat waits for, within the time that was named."""
    if update.effective_chat is not None:
        text = " ".join(context.args or ())
        send(update, await context.in_thread(reminders_of(context).named, update.effective_chat.id, text))


async def open_reminders(press: Press, context: BotContext) -> None:
    """Show what the chat waits for as a new message, for a button elsewhere."""
    send(press.update, await context.in_thread(reminders_of(context).waiting, press.chat_id))


async def turn_reminders(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    screen = await context.in_thread(reminders_of(context).waiting, press.chat_id, press.numbers[0])
    replace(press.update, screen)


async def cancel(press: Press, context: BotContext) -> None:
    """Cancel one, and show what is left in place."""
    number, page = press.numbers
    screen = await context.in_thread(reminders_of(context).cancel, press.chat_id, number, page)
    replace(press.update, screen)


async def finish(press: Press, context: BotContext) -> str:
    """Note that the duty is done this time; in the list, or in the reminder itself."""
    number, *page = press.numbers
    screen, notice = await context.in_thread(reminders_of(context).finish, press.chat_id, number)
    await _show(press, context, screen, page)
    return notice


async def reopen(press: Press, context: BotContext) -> str:
    """Take that back."""
    number, *page = press.numbers
    screen, notice = await context.in_thread(reminders_of(context).reopen, press.chat_id, number)
    await _show(press, context, screen, page)
    return notice


async def snooze(press: Press, context: BotContext) -> str:
    """Put the reminder off by so many days."""
    screen, notice = await context.in_thread(reminders_of(context).snooze, _place(press), *press.numbers)
    replace(press.update, screen)
    return notice


async def switch_digest(press: Press, context: BotContext) -> str:
    """Tell this chat of its week on Mondays, or no more."""
    on = bool(press.numbers[0])
    notice = await context.in_thread(Digests(context.resources).switch, _place(press), on=on)
    replace(press.update, await context.in_thread(reminders_of(context).waiting, press.chat_id))
    return notice


async def _show(press: Press, context: BotContext, reminder: Screen, page: list[int]) -> None:
    """Put the list in place when its button was pressed, which names its page, else the reminder."""
    listed = reminders_of(context).waiting
    replace(press.update, await context.in_thread(listed, press.chat_id, page[0]) if page else reminder)


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
    reminders = reminders_of(context)
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
                await context.in_thread(reminders.lapse, outgoing)
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
