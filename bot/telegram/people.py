"""What people do: when the bot is spoken to, who an administrator is, and what all buttons have in common.

The bot is always spoken to in private; in a group when mentioned or replied to (commands name it anyway). Callback
data is a letter and numbers joined by colons, so it fits 64 bytes and outlives a restart; the numbers lead to rows of
`bot.memory.state`. `q` is a question's number, `l` a link's.

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
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps

from telegram import Bot, Chat, Message, MessageEntity, Update, User
from telegram.ext import CallbackQueryHandler
from telegram.ext.filters import MessageFilter

from bot.memory.work import current
from bot.screen import Screen, Stale, name_line, plain, screen, words
from bot.telegram import BotContext
from bot.telegram.sending import replace, send

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


def below(shown: Callable[[Press, BotContext], Screen]) -> Action:
    """Return what shows a screen as a new message when a button is pressed; shown: makes it, in a worker thread."""

    async def act(press: Press, context: BotContext) -> None:
        send(press.update, await context.in_thread(shown, press, context))

    return act


def in_place(shown: Callable[[Press, BotContext], Screen | tuple[Screen, str]], *, by_admin: bool = False) -> Action:
    """Return what puts a screen in place of the pressed button's message, with the notice that may come with it.

    shown: makes both, in a worker thread; by_admin: for nobody but an administrator in private.
    """

    async def act(press: Press, context: BotContext) -> str | None:
        if by_admin:
            admin_of(press, context)
        found = await context.in_thread(shown, press, context)
        screen, notice = (found, None) if isinstance(found, Screen) else found
        replace(press.update, screen)
        return notice

    return act


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
        raise Stale(words.STALE_BUTTON)
    return Press(update, chat.id, query.from_user.id, tuple(int(group) for group in context.matches[0].groups()))


# ----------------------------------------------------------------------------------------------------------- who speaks


class _Addressed(MessageFilter):
    """Messages that are meant for the bot."""

    def filter(self, message: Message) -> bool:
        """Tell whether `message` speaks to the bot."""
        if message.chat.type == Chat.PRIVATE:
            return True
        bot = message.get_bot()
        return _replies(message, bot) or _mentions(message, bot)


class _CommandForUs(MessageFilter):
    """Commands in private, and in a group those that carry the bot's name ("/lenh@bot") or reply to it."""

    def filter(self, message: Message) -> bool:
        """Tell whether the command at the start of `message` is certainly for this bot."""
        if message.chat.type == Chat.PRIVATE:
            return True
        bot = message.get_bot()
        _, at, whose = " ".join((message.text or "").split(maxsplit=1)[:1]).partition("@")
        return whose.lower() == bot.username.lower() if at else _replies(message, bot)


ADDRESSED = _Addressed()
COMMAND_FOR_US = _CommandForUs()


def author(update: Update) -> int:
    """Return the numeric id of who did this: the person, or the group or channel that they write as."""
    message = update.message or update.edited_message
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id
    user = update.effective_user
    return user.id if user else 0


def person_name(user: User | None) -> str:
    """Return a person's name in one line, "?" for a deleted account, which has none."""
    return name_line(f"{user.first_name} {user.last_name or ''}" if user else "") or "?"


def words_of(message: Message) -> str:
    """Return what the person wrote (text or caption) without the bot's own name."""
    text = message.text or message.caption or ""
    name = re.escape(f"@{message.get_bot().username}")
    return re.sub(rf"{name}(?!\w)", " ", text, flags=re.IGNORECASE).strip()


def _replies(message: Message, bot: Bot) -> bool:
    """Tell whether the message answers one of the bot's; all words in a topic "answer" the one that opened it."""
    answered = message.reply_to_message
    if answered is None or answered.from_user is None or answered.forum_topic_created is not None:
        return False
    return answered.from_user.id == bot.id


def _mentions(message: Message, bot: Bot) -> bool:
    entities = (*message.entities, *message.caption_entities)
    if any(entity.user is not None and entity.user.id == bot.id for entity in entities):
        return True
    name = f"@{bot.username}".lower()
    units = (message.text or message.caption or "").encode("utf-16-le")
    return any(_part(units, entity).lower() == name for entity in entities if entity.type == MessageEntity.MENTION)


def _part(units: bytes, entity: MessageEntity) -> str:
    """Return what an entity marks; its offset and length count UTF-16 units."""
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace")


def is_admin(user_id: int, context: BotContext) -> bool:
    """Tell whether a person administers the bot now; who writes as a group or channel has its id and does not."""
    return user_id in context.bot_data.settings.admin_ids


async def refused(update: Update, context: BotContext) -> bool:
    """Tell anybody but an administrator in a private chat that a command is not for them, or not for here."""
    if not is_admin(author(update), context):
        send(update, screen(plain(words.ONLY_ADMIN)))
        return True
    if update.effective_chat is None or update.effective_chat.type != Chat.PRIVATE:
        send(update, screen(plain(words.ONLY_PRIVATE)))
        return True
    return False


async def take_words(
    update: Update, context: BotContext, typed: Callable[[int, str], Screen | None], left: Callable[[int], object]
) -> bool:
    """Pass on what an administrator writes in private, and show what comes of it; False when nothing waits for it.

    typed: takes the words, None when nothing waits; left: ends what waited when it is Stale.
    """
    message, admin = update.effective_message, admin_in_private(update, context)
    if message is None or admin is None or not (text := words_of(message)):
        return False
    try:
        shown = await context.in_thread(typed, admin, text)
    except Stale as stale:
        await context.in_thread(left, admin)
        shown = screen(plain(str(stale)))
    if shown is not None:
        send(update, shown)
    return shown is not None


async def leave(update: Update, context: BotContext, left: Callable[[int], object]) -> None:
    """After any command of an administrator in private: end what waited for their words."""
    admin = admin_in_private(update, context)
    if admin is not None:
        await context.in_thread(left, admin)


def admin_in_private(update: Update, context: BotContext) -> int | None:
    """Return the id of an administrator who writes in private, else None."""
    admin, chat = author(update), update.effective_chat
    return admin if chat is not None and chat.id == admin and is_admin(admin, context) else None


def admin_of(press: Press, context: BotContext) -> int:
    """Return the id of the administrator who pressed. Raises Stale for anybody else, and outside of a private chat."""
    if not is_admin(press.user_id, context) or press.chat_id != press.user_id:
        raise Stale(words.ONLY_ADMIN_BUTTON)
    return press.user_id
