"""[Nhắc tôi] and /nhac: set, list and cancel reminders; the sweep that sends them."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.context import BotContext
from bot.handlers.access import is_served
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, send, send_to, topic_of
from bot.reminders import Outgoing, Place, ReminderDesk

log = logging.getLogger(__name__)

SWEEP_SECONDS = 300
SWEEP_FIRST = 10
"""Seconds between two sweeps, and before the first one."""
MOST_AT_ONCE = 300
"""Messages of one sweep; the next one goes on."""


def reminder_desk(context: BotContext) -> ReminderDesk:
    """Return the desk for reminders."""
    return ReminderDesk(context.desk.library, context.desk.state)


async def offer(press: Press, context: BotContext) -> None:
    """Show what can be set for a duty, below the list."""
    screen = await context.in_thread(reminder_desk(context).menu, press.chat_id, press.numbers[0])
    await send(press.update, context, screen)


async def offer_again(press: Press, context: BotContext) -> None:
    """Go back from the days to what can be set, in place."""
    screen = await context.in_thread(reminder_desk(context).menu, press.chat_id, press.numbers[0])
    await replace(press.update, context, screen)


async def offer_days(press: Press, context: BotContext) -> None:
    """Show a page of days to choose from, in place."""
    link, page = press.numbers
    await replace(
        press.update, context, await context.in_thread(reminder_desk(context).days, press.chat_id, link, page)
    )


async def toggle_mark(press: Press, context: BotContext) -> str:
    """Set the reminder some days before, or cancel it."""
    screen, notice = await context.in_thread(reminder_desk(context).toggle_mark, _place(press), *press.numbers)
    await replace(press.update, context, screen)
    return notice


async def toggle_day(press: Press, context: BotContext) -> str:
    """Set the reminder on a chosen day, or cancel it."""
    screen, notice = await context.in_thread(reminder_desk(context).toggle_day, _place(press), *press.numbers)
    await replace(press.update, context, screen)
    return notice


async def list_reminders(update: Update, context: BotContext) -> None:
    """Show what the chat waits for."""
    if update.effective_chat is not None:
        await send(update, context, await context.in_thread(reminder_desk(context).waiting, update.effective_chat.id))


async def open_reminders(press: Press, context: BotContext) -> None:
    """Show what the chat waits for as a new message, for a button elsewhere."""
    await list_reminders(press.update, context)


async def turn_reminders(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    screen = await context.in_thread(reminder_desk(context).waiting, press.chat_id, press.numbers[0])
    await replace(press.update, context, screen)


async def cancel(press: Press, context: BotContext) -> None:
    """Cancel one, and show what is left in place."""
    number, page = press.numbers
    screen = await context.in_thread(reminder_desk(context).cancel, press.chat_id, number, page)
    await replace(press.update, context, screen)


# ----------------------------------------------------------------------------------------------------- sending


async def sweep(context: BotContext) -> None:
    """Send what is due; at night nothing is sent.

    What falls due in a chat that a closed bot does not serve lapses without a word; what lies ahead stays, for the chat
    may be let in again.
    """
    if context.bot_data.desk is None:
        return
    desk = reminder_desk(context)
    if not desk.is_polite():
        return
    gone = await context.in_thread(desk.gone)
    for _ in range(MOST_AT_ONCE):
        outgoing = await context.in_thread(desk.claim, gone)
        if outgoing is None:
            return
        if not await is_served(outgoing.reminder.wish.chat_id, context):
            await context.in_thread(desk.lapse, outgoing)
        elif not await _deliver(context, desk, outgoing):
            return


async def _deliver(context: BotContext, desk: ReminderDesk, outgoing: Outgoing) -> bool:
    """Send a claimed reminder and keep what became of it; False when nothing can be sent for now."""
    wish = outgoing.reminder.wish
    try:
        await _send(context, outgoing)
    except Forbidden:
        log.info("reminders stop for a chat that has blocked the bot")
        await context.in_thread(desk.store.end, wish.chat_id)
    except ChatMigrated as moved:
        await context.in_thread(desk.state.database.move_chat, wish.chat_id, moved.new_chat_id)
    except BadRequest as error:
        await _refused(context, desk, outgoing, error)
    except RetryAfter:
        await context.in_thread(desk.put_back, outgoing, again=False)
    except NetworkError as error:
        await context.in_thread(desk.put_back, outgoing, again=isinstance(error, TimedOut))
        return False
    else:
        await context.in_thread(desk.sent, outgoing)
    return True


async def _send(context: BotContext, outgoing: Outgoing) -> None:
    wish = outgoing.reminder.wish
    await send_to(wish.chat_id, context, outgoing.screen, wish.topic)


async def _refused(context: BotContext, desk: ReminderDesk, outgoing: Outgoing, error: BadRequest) -> None:
    """A chat or topic that is gone; anything else would be refused every time."""
    wish = outgoing.reminder.wish
    reason = error.message.lower()
    if "thread not found" in reason and wish.topic is not None:
        await context.in_thread(desk.store.leave_topic, wish.chat_id, wish.topic)
    elif "chat not found" in reason:
        await context.in_thread(desk.store.end, wish.chat_id)
    else:
        log.error("a reminder was refused: %s", error.message)
        await context.in_thread(desk.store.drop, outgoing.reminder)


def _place(press: Press) -> Place:
    return Place(press.chat_id, topic_of(press.update), press.user_id)
