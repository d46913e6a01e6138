"""What all buttons have in common.

Callback data is a letter and numbers joined by colons, so it fits 64 bytes and outlives a restart; the numbers lead
to rows of `bot.memory.state`. `q` is a question's number, `l` a link's.

    t              ask the sample question         k  k:page          the plans, a page of them
    d:?  d:p:page  the units, a page of them       d:l  d:*           choose a unit, every unit
    u:q:i          ask again for the i-th unit     a:q                ask again for every unit
    c:q:page       a page of the units offered     +:q  -:q           votes
    why:q:i        why a thumb down               oq:p:page  oq:z      open questions, a page; leave off
    oq:g:q  oq:x:q  oq:s:q            the group of open questions that holds q: open, put aside, answer
    oq:c:q:l                          choose a passage as its answer's proof
    pair:y:p  pair:n:p  pair:x:chat   let a chat in, keep it out, put it out        pair:p:page
    quiz:n:z:place  quiz:x:z          the next question of quiz z; its end
    tm:l  tf:l:kind                   a briefing, and as a file (0 Word, 1 slides, 2 PDF; its quiz: 3 Word, 4 PDF)
    data:delete  data:keep            what is kept about a person
    s:q:i  e:q:i   the i-th source: below, in place of another        n:q:l:page  turn to a passage
    hu:l  hu:l:page                   the duties of one plan, a page of them
    up:y:p  up:r:p  up:x:p  up:p:p:page   the plan sent as file p: as a new one, in place of the old, drop it, a page
    ac:l  ac:l:page  aa:l             what can be corrected in a file or plan; ask for a value
    av:l  as:l  ax                    show what a value would change, keep it, leave off
    vp:page  v:l   the plans with versions, those of one      vo:l  vb:l   go back to a version: ask, do it
    nx  ny         tell this chat of new plans no more, again
    h  h:page      the duties, a page of them      hi:l  hi:o  hi:a   calendar of one, of the chat's unit, of all
    hw:o:o:l:page  the duties from one day to another (ordinals), of one plan (0: of all)
    hd:l:page      a duty in place of its page     hs:l  hn:l:l:page  its source: below, turned in place
    g:page  gk:l:i the lists of "không", a page of them; ask for the i-th of a plan
    gt:i  gs:i     ask about criteria, compare the plans
    rm:l  rb:l     what can be set to remind of a duty: below, in place of its days       rp:l:page   its days
    rt:l:n  rd:l:o remind n days before, on the day with ordinal o       r  r:page  rx:i:page   what is set, cancel one
    rk:i  ru:i     done this time, not yet; with a page in the list      rz:i:n     put off by n days
    rw:1  rw:0     tell this chat of its week on Mondays, no more
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.memory.work import current
from bot.screen import words as screen_words
from bot.screen.rich import plain
from bot.screen.screens import Stale, screen
from bot.telegram.context import BotContext
from bot.telegram.sending import send

ACKNOWLEDGE_SECONDS = 1.0
NUMBER = r"(\d{1,15})"
PAGE = r"(-?\d{1,6})"


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: where, by whom, and the numbers in its data."""

    update: Update
    chat_id: int
    user_id: int
    numbers: tuple[int, ...]


Action = Callable[[Press, BotContext], Awaitable[str | None]]
"""Does what a button says and returns the notice to show, if any."""


def on_button(pattern: str, action: Action) -> CallbackQueryHandler[BotContext, None]:
    """Return the handler for buttons whose data match `pattern` (groups are numbers); every press is answered."""

    @wraps(action)
    async def handle(update: Update, context: BotContext) -> None:
        notice, alert = None, False
        try:
            notice = await action(_press(update, context), context)
        except Stale as stale:
            notice, alert = str(stale), True
        await acknowledge(update, context, notice, alert=alert)

    return CallbackQueryHandler(handle, pattern=f"^{pattern}$")


async def acknowledge(update: Update, context: BotContext, notice: str | None = None, *, alert: bool = False) -> None:
    """End the button's waiting animation before its letters go; a press too old to be answered is let go.

    A slow answer of Telegram's is not waited for. Telegram takes one answer: a later notice becomes a message.
    """
    if update.callback_query is None:
        return
    if context.acknowledged:
        if notice:
            send(update, screen(plain(notice)))
        return
    context.acknowledged = True
    answering = asyncio.ensure_future(update.callback_query.answer(notice, show_alert=alert))
    answering.add_done_callback(lambda done: None if done.cancelled() else done.exception())
    await asyncio.wait({answering}, timeout=ACKNOWLEDGE_SECONDS)


async def hand_on(press: Press, context: BotContext) -> None:
    """Before work that takes long: end the button's waiting, and let go out what was posted so far."""
    await acknowledge(press.update, context)
    work = current()
    if work is not None:
        await context.inbox.finish(work)


def _press(update: Update, context: BotContext) -> Press:
    """Read the press. Raises Stale for one without data or in an inline message, which stands in no chat of ours."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None or not query.data or not context.matches:
        raise Stale(screen_words.STALE_BUTTON)
    return Press(update, chat.id, query.from_user.id, tuple(int(group) for group in context.matches[0].groups()))
