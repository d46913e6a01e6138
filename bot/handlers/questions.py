"""Any text is a question; so is an edited one, and the buttons that ask again for another unit."""

from __future__ import annotations

from telegram import Message, Update

from bot import wording
from bot.askers import add_asker
from bot.context import BotContext
from bot.desk import Reply
from bot.handlers.addressed import author, words_of
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, replace_buttons, send, topic_of, typing
from bot.handlers.unanswered import take_words
from bot.render.rich import plain
from bot.render.screens import screen
from bot.statistics import count_question


async def question(update: Update, context: BotContext) -> None:
    """Answer a text, or the caption of a picture."""
    message, chat = update.effective_message, update.effective_chat
    if message is None or chat is None:
        return
    text = words_of(message)
    if not text and _names_the_bot(message):
        send(update, screen(plain(wording.MENTION_ONLY.format(username=context.bot.username))))
        return
    edited = update.edited_message is not None
    if await take_words(update, context, text):
        return
    async with typing(update, context):
        work, topic = context.desk.text, topic_of(update)
        reply = await context.in_thread(work, chat.id, text, message.message_id, topic=topic, edited=edited)
    if reply is not None:
        await deliver(update, context, reply)


async def try_question(press: Press, context: BotContext) -> None:
    """Ask the sample question."""
    async with typing(press.update, context):
        work, topic = context.desk.text, topic_of(press.update)
        reply = await context.in_thread(work, press.chat_id, wording.SAMPLE_QUESTION, None, topic=topic)
    if reply is not None:
        await deliver(press.update, context, reply, title=wording.SAMPLE_QUESTION)


async def ask_for_choice(press: Press, context: BotContext) -> None:
    """Ask the same question for the unit of the button."""
    number, choice = press.numbers
    await _again(press, context, number, choice)


async def ask_for_all(press: Press, context: BotContext) -> None:
    """Ask the same question for every unit."""
    await _again(press, context, press.numbers[0], None)


async def turn_choices(press: Press, context: BotContext) -> None:
    """Turn the page of the units offered under an answer; the answer stays."""
    number, page = press.numbers
    rows = await context.in_thread(context.desk.choices, number, press.chat_id, page)
    replace_buttons(press.update, rows)


async def _again(press: Press, context: BotContext, number: int, choice: int | None) -> None:
    async with typing(press.update, context):
        reply = await context.in_thread(context.desk.again, number, press.chat_id, choice)
    await deliver(press.update, context, reply)


async def deliver(update: Update, context: BotContext, reply: Reply, title: str = "") -> None:
    """Send an answer, under the question in `title` when it was not typed, and remember where it stands."""
    if title:
        send(update, screen(plain(f"💬 {title}")))
    after = ("question", reply.question) if reply.question is not None else None
    if reply.replaces is not None:
        replace(update, reply.screen, reply.replaces, after)
    else:
        send(update, reply.screen, after)
    if reply.question is not None:
        database, today = context.desk.state.database, context.desk.library.today()
        add_asker(database, reply.question, author(update), topic_of(update))
        count_question(database, reply.question, today)


def _names_the_bot(message: Message) -> bool:
    return f"@{message.get_bot().username}".lower() in (message.text or message.caption or "").lower()
