"""A closed bot: who is not let in gets a pairing code and no answer; an administrator decides by a button."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from telegram import Chat, Message, Update
from telegram.ext import ApplicationHandlerStop
from telegram.ext.filters import StatusUpdate

from bot.access import READER, Access, Request
from bot.memory.work import Work, working
from bot.screen import (
    Button,
    Rich,
    Screen,
    Stale,
    button,
    concat,
    from_stars,
    join,
    name_line,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.telegram import BotContext
from bot.telegram.people import Press, acknowledge, admin_of, author, person_name, refused, words_of
from bot.telegram.sending import edit, replace, send, send_to

COUNT_SECONDS = 2.0
"""Requests of one person that come meanwhile are counted together."""


async def turn_away(update: Update, context: BotContext) -> None:
    """Give whoever is not let in a pairing code, and tell the administrators of a new request.

    A group hears of it once, so that the bot makes no noise where it is no guest.
    """
    chat = update.effective_chat
    if update.callback_query is not None:
        await acknowledge(update, context, CLOSED_BUTTON, alert=True)
        return
    if chat is None:
        return
    request = await context.in_thread(_access(context).request, chat.id, author(update), _name(update))
    if request.fresh or chat.type == Chat.PRIVATE:
        text = CLOSED_REFUSED if request.refused else CLOSED.format(code=request.code)
        send(update, screen(from_stars(text)))
    if request.fresh and not request.others:
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
    others = context.bot_data.more_by.pop(person)
    first = await context.in_thread(_access(context).first_of, person)
    if first is None:
        return
    with working(Work(f"requests{person}.{time.time_ns()}")) as work:
        for admin in context.bot_data.settings.admin_ids:
            message = context.bot_data.told_of.get((person, admin))
            if message is not None:
                edit(admin, message, request_screen(first, others), kind="notice")
    await context.inbox.finish(work)


async def show_access(update: Update, context: BotContext) -> None:
    """List requests and the chats let in; with a name, give that person a code for the reading room."""
    if await refused(update, context):
        return
    name = shorten(name_line(" ".join(context.args or ())), 80)
    if not name:
        send(update, await _listed(context, 0))
        return
    code = await context.in_thread(_access(context).give_code, READER.format(name=name))
    send(update, screen(from_stars(READER_CODE.format(name=name.replace("*", ""), code=code))))


async def turn_access(press: Press, context: BotContext) -> None:
    """Turn the page in place."""
    admin_of(press, context)
    replace(press.update, await _listed(context, press.numbers[0]))


async def approve(press: Press, context: BotContext) -> None:
    """Let a chat in, and tell it."""
    admin_of(press, context)
    request = await context.in_thread(_access(context).approve, press.numbers[0])
    if request is None:
        raise Stale(PAIR_GONE)
    replace(press.update, screen(plain(PAIR_APPROVED.format(name=request.name))))
    send_to(request.chat_id, screen(plain(LET_IN)), kind="notice")


async def refuse(press: Press, context: BotContext) -> None:
    """Keep a chat out; a person is told, a group is left alone."""
    admin_of(press, context)
    request = await context.in_thread(_access(context).refuse, press.numbers[0])
    if request is None:
        raise Stale(PAIR_GONE)
    replace(press.update, screen(plain(PAIR_REFUSED.format(name=request.name))))
    if request.chat_id > 0:
        send_to(request.chat_id, screen(plain(CLOSED_REFUSED)), kind="notice")


async def revoke(press: Press, context: BotContext) -> str:
    """Put a chat out again."""
    admin_of(press, context)
    name = await context.in_thread(_access(context).revoke, press.numbers[0])
    if name is None:
        raise Stale(PAIR_GONE)
    replace(press.update, await _listed(context, 0))
    return ACCESS_REVOKED.format(name=name[:100])


async def _listed(context: BotContext, page: int) -> Screen:
    access = _access(context)
    requests, allowed = await context.in_thread(access.requests), await context.in_thread(access.allowed)
    settings = context.bot_data.settings
    return access_screen(requests, allowed, page, closed=settings.closed, by_code=settings.web_by_code)


def _access(context: BotContext) -> Access:
    return context.resources.store(Access)


def _name(update: Update) -> str:
    """Return who asks: the group's title, or the person's name with their user name."""
    chat, user = update.effective_chat, update.effective_user
    if chat is not None and chat.title:
        return name_line(chat.title)
    return person_name(user) + (f" (@{user.username})" if user and user.username else "")


# ------------------------------------------------------------------------------------------- before every other handler


async def gate(update: Update, context: BotContext) -> None:
    """Let an update pass to its handler, or stop it with a friendly word."""
    message = update.message or update.edited_message
    if message is not None and _is_not_said_to_the_bot(message, context):
        raise ApplicationHandlerStop
    if _is_answered(update, context):
        await _keep_pace(update, context)
        await _keep_closed(update, context)


def _is_not_said_to_the_bot(message: Message, context: BotContext) -> bool:
    """Tell whether a message is one of the bot's own cards, which says everything already, or the copy of a channel's
    post that Telegram puts into the channel's group."""
    return bool(message.is_automatic_forward or (message.via_bot and message.via_bot.id == context.bot.id))


async def _keep_closed(update: Update, context: BotContext) -> None:
    if update.effective_chat is None or await context.is_served(update.effective_chat.id):
        return
    await turn_away(update, context)
    raise ApplicationHandlerStop


async def _keep_pace(update: Update, context: BotContext) -> None:
    person, pace = author(update), context.bot_data.pace
    message = update.effective_message
    if isinstance(message, Message) and update.callback_query is None:
        limit = context.bot_data.settings.max_question_chars
        if pace.is_rest_of_a_flood(person, len(words_of(message)), limit):
            raise ApplicationHandlerStop
    wait = pace.take(person)
    if not wait.seconds:
        return
    text = TOO_FAST.format(seconds=wait.seconds)
    if update.callback_query is not None:
        await acknowledge(update, context, text, alert=not wait.told)
    elif not wait.told:
        send(update, screen(plain(text)))
    raise ApplicationHandlerStop


def _is_answered(update: Update, context: BotContext) -> bool:
    """Tell whether a message or press is one that some handler takes; service messages are not spoken to the bot."""
    if update.callback_query is not None:
        return True
    message = update.message or update.edited_message
    if message is None or StatusUpdate.ALL.check_update(update):
        return False
    return any(handler.check_update(update) not in (None, False) for handler in context.application.handlers[0])


# -------------------------------------------------------------------------------------------------------------- screens

ENTRIES_A_PAGE = 8
NAME_CHARS = 80


def request_screen(request: Request, others: int = 0) -> Screen:
    """Return a request with the buttons that decide on it; others: of the same person, made soon after."""
    more = [plain(PAIR_MORE.format(count=others))] if others else []
    return screen(
        join([from_stars(PAIR_ASKED), _named(request), *more], "\n"),
        [[button(PAIR_YES, "pair:y", request.number), button(PAIR_NO, "pair:n", request.number)]],
    )


def access_screen(
    requests: Sequence[Request], allowed: Sequence[tuple[int, str]], page: int = 0, *, closed: bool, by_code: bool
) -> Screen:
    """Return a page of the requests and of the chats let in, each with its button. closed: the bot is; by_code: the
    reading room asks for a code."""
    entries = [_request_entry(request) for request in requests] + [_allowed_entry(*chat) for chat in allowed]
    shown, page, last = paged(entries, page, ENTRIES_A_PAGE)
    title = from_stars(ACCESS_CLOSED if closed else ACCESS_READERS if by_code else ACCESS_OPEN)
    lines = [line for _, (line, _) in shown] or [plain(ACCESS_NOBODY)]
    return screen(
        join([title, *lines, plain(READER_HOW)], "\n\n"),
        [*(row for _, (_, row) in shown), turns(page, last, "pair:p")],
    )


def _request_entry(request: Request) -> tuple[Rich, list[Button]]:
    label = PAIR_YES_NAMED.format(name=shorten(request.name, 25))
    line = concat(plain("🔑 "), _named(request), plain(PAIR_REFUSED_MARK if request.refused else ""))
    row = [button(label, "pair:y", request.number)]
    return line, row if request.refused else [*row, button(PAIR_NO, "pair:n", request.number)]


def _allowed_entry(chat_id: int, name: str) -> tuple[Rich, list[Button]]:
    label = ACCESS_REVOKE.format(name=shorten(name, 25))
    return plain(f"✅ {shorten(name, NAME_CHARS)}"), [button(label, "pair:x", chat_id)]


def _named(request: Request) -> Rich:
    kind = PAIR_GROUP if request.chat_id < 0 else PAIR_PERSON
    said = kind.format(name=shorten(request.name, NAME_CHARS), number=request.chat_id)
    return concat(plain(said), from_stars(PAIR_CODE.format(code=request.code)))


# ---------------------------------------------------------------------------------------------------------------- words

CLOSED = (
    "Bot này chỉ phục vụ các cuộc trò chuyện được quản trị viên cho phép. Tôi đã chuyển yêu cầu tới quản trị viên.\n"
    "Mã của bạn: **{code}**. Hãy báo mã này cho quản trị viên để được nhận ra."
)
CLOSED_REFUSED = "Quản trị viên chưa đồng ý cho cuộc trò chuyện này dùng bot. Bạn liên hệ trực tiếp quản trị viên nhé."
CLOSED_BUTTON = "Cuộc trò chuyện này chưa được quản trị viên cho phép dùng bot."
LET_IN = "Quản trị viên đã cho phép. Bạn gõ câu hỏi, hoặc /start để bắt đầu nhé."
PAIR_ASKED = "🔑 **Có yêu cầu dùng bot**"
PAIR_MORE = "Cùng người này còn {count} yêu cầu nữa, xem ở /truycap."
PAIR_PERSON = "{name}, mã số {number}"
PAIR_GROUP = "Nhóm “{name}”, mã số {number}"
PAIR_CODE = ", mã ghép nối **{code}**"
PAIR_REFUSED_MARK = " (đã từ chối)"
PAIR_YES = "✅ Cho phép"
PAIR_YES_NAMED = "✅ Cho phép {name}"
PAIR_NO = "⛔ Từ chối"
PAIR_APPROVED = "✅ Đã cho phép {name}."
PAIR_REFUSED = "⛔ Đã từ chối {name}. Có thể đổi ý ở /truycap."
PAIR_GONE = "Yêu cầu này đã được xử lý hoặc không còn. Hãy xem lại /truycap."
ACCESS_CLOSED = "**Bot đang đóng:** chỉ trả lời quản trị viên và các cuộc trò chuyện dưới đây."
ACCESS_OPEN = (
    "**Bot đang mở cho mọi người.** Danh sách dưới đây chỉ có tác dụng khi đặt ACCESS=closed, và mã phòng đọc khi đặt "
    "WEB_ACCESS=code."
)
ACCESS_READERS = (
    "**Bot đang mở cho mọi người; phòng đọc trên web chỉ mở cho người có mã dưới đây.** "
    "Thu hồi thì mã ấy không vào được nữa. Các cuộc trò chuyện trong danh sách chỉ có tác dụng khi đặt ACCESS=closed."
)
ACCESS_NOBODY = "Chưa có ai trong danh sách."
ACCESS_REVOKE = "🚫 Thu hồi {name}"
ACCESS_REVOKED = "Đã thu hồi quyền của {name}."
TOO_FAST = "Bạn gửi hơi nhanh, tôi chưa theo kịp. Bạn chờ khoảng {seconds} giây rồi gửi tiếp nhé."
READER_CODE = (
    "Mã phòng đọc của {name}: **{code}**\nHãy gửi riêng cho người đó; mã này không xem lại được. "
    "Thu hồi ở danh sách /truycap."
)
READER_HOW = "Cấp mã phòng đọc trên web: /truycap tên người"
