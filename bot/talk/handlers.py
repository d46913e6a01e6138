"""Any text is a question; so is an edited one, and the buttons that ask again for another unit."""

from __future__ import annotations

import dataclasses
from contextlib import suppress

from telegram import BotCommand, BotCommandScopeChat, Chat, Message, Update
from telegram.error import TelegramError

from bot.screen import Button, Screen, Stale, button, concat, from_stars, plain, screen, shorten
from bot.screen import words as screen_words
from bot.talk import Conversation, Reply, words
from bot.telegram import BotContext
from bot.telegram.people import Press, author, below, in_place, is_admin, words_of
from bot.telegram.sending import replace, replace_buttons, send, topic_of, typing


def talk_of(context: BotContext) -> Conversation:
    """Return what answers."""
    return Conversation(context.resources, context.bot_data.corrected)


async def question(update: Update, context: BotContext) -> None:
    """Answer a text, or the caption of a picture."""
    message, chat = update.effective_message, update.effective_chat
    if message is None or chat is None:
        return
    text = words_of(message)
    if not text and _names_the_bot(message):
        text = _asked_by_another(message)
        if not text:
            send(update, screen(plain(words.MENTION_ONLY.format(username=context.bot.username))))
            return
    edited = update.edited_message is not None
    async with typing(update, context):
        work, topic = talk_of(context).text, topic_of(update)
        reply = await context.in_thread(work, chat.id, text, message.message_id, topic=topic, edited=edited)
    if reply is not None:
        await deliver(update, context, reply)


async def try_question(press: Press, context: BotContext) -> None:
    """Ask the sample question."""
    async with typing(press.update, context):
        work, topic = talk_of(context).text, topic_of(press.update)
        reply = await context.in_thread(work, press.chat_id, words.SAMPLE_QUESTION, None, topic=topic)
    if reply is not None:
        await deliver(press.update, context, reply, title=words.SAMPLE_QUESTION)


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
    rows = await context.in_thread(talk_of(context).choices, number, press.chat_id, page)
    replace_buttons(press.update, rows)


async def _again(press: Press, context: BotContext, number: int, choice: int | None) -> None:
    async with typing(press.update, context):
        reply = await context.in_thread(talk_of(context).again, number, press.chat_id, choice)
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
        state = context.resources.state
        state.add_asker(reply.question, author(update), topic_of(update))
        state.count_question(reply.question, context.resources.library.today())


def _asked_by_another(message: Message) -> str:
    """Return the words of somebody's message that is replied to with no more than the bot's name."""
    asked = message.reply_to_message
    by_us = asked is not None and asked.from_user is not None and asked.from_user.id == message.get_bot().id
    return words_of(asked) if asked is not None and not by_us else ""


def _names_the_bot(message: Message) -> bool:
    return f"@{message.get_bot().username}".lower() in (message.text or message.caption or "").lower()


open_source = below(lambda press, context: talk_of(context).source(press.numbers[0], press.chat_id, press.numbers[1]))
turn_source = in_place(
    lambda press, context: talk_of(context).source(press.numbers[0], press.chat_id, press.numbers[1])
)


def _turned(press: Press, context: BotContext) -> Screen:
    number, link, page = press.numbers
    return talk_of(context).passage(number, press.chat_id, link, page)


turn_passage = in_place(_turned)


async def ask_for_unit(update: Update, context: BotContext) -> None:
    """Offer the units, or take the one typed after the command."""
    if update.effective_chat is None:
        return
    typed = " ".join(context.args or ())
    shown = await context.in_thread(talk_of(context).ask_for_unit, update.effective_chat.id, typed)
    below = await context.in_thread(context.bot_data.below_units, update.effective_chat.id)
    send(update, dataclasses.replace(shown, rows=(*shown.rows, *below)))


offer_units = below(lambda press, context: talk_of(context).ask_for_unit(press.chat_id))
turn_units = in_place(lambda press, context: talk_of(context).units_page(*press.numbers))
choose_unit = in_place(lambda press, context: talk_of(context).set_unit(press.chat_id, *press.numbers))
choose_all = in_place(lambda press, context: talk_of(context).set_unit(press.chat_id, None))


async def list_plans(update: Update, context: BotContext) -> None:
    """Show the first page."""
    send(update, await context.in_thread(talk_of(context).plans))


turn_plans = in_place(lambda press, context: talk_of(context).plans(*press.numbers))
open_plans = below(lambda _, context: talk_of(context).plans())


async def start(update: Update, context: BotContext) -> None:
    """Say in one line what the bot is for and which unit it answers for."""
    if update.effective_chat is None:
        return
    context.resources.begin_talk(update.effective_chat.id)
    unit = await context.in_thread(context.resources.unit_name, update.effective_chat.id)
    await _offer_menu(update, context)
    name = update.effective_user.first_name if update.effective_user else ""
    send(update, _welcome(name or "bạn", unit))


async def show_help(update: Update, context: BotContext) -> None:
    """Explain the bot in a few lines."""
    await _offer_menu(update, context)
    text = words.HELP.format(username=context.bot.username)
    if not context.bot.supports_inline_queries:
        text += words.HELP_INLINE_OFF
    if is_admin(author(update), context):
        text += words.HELP_ADMIN
    send(update, screen(from_stars(text), _buttons()))


async def _offer_menu(update: Update, context: BotContext) -> None:
    """Fill the menu of an administrator's private chat with their commands, too."""
    chat = update.effective_chat
    if chat is not None and chat.type == Chat.PRIVATE and is_admin(author(update), context):
        commands = [BotCommand(*entry) for entry in (*words.COMMANDS, *words.ADMIN_COMMANDS)]
        context.application.create_task(_set_menu(context, commands, chat.id))


async def _set_menu(context: BotContext, commands: list[BotCommand], chat_id: int) -> None:
    with suppress(TelegramError):  # a greeting without a menu is still one
        await context.bot.set_my_commands(commands, BotCommandScopeChat(chat_id))


def _welcome(name: str, unit: str | None) -> Screen:
    # The name is the person's own text: it must not bring markup along.
    before, _, after = words.PURPOSE.partition("{name}")
    scope = words.PURPOSE_UNIT.format(unit=unit) if unit else words.PURPOSE_ALL
    return screen(concat(plain(before + name + after + "\n\n"), from_stars(scope)), _buttons()[:2])


def _buttons() -> list[list[Button]]:
    return [
        [button(words.CHOOSE_UNIT, "d", "?"), button(words.TRY, "t")],
        [button(screen_words.DUTIES, "h")],
        [button(words.PLANS, "k")],
    ]


async def unknown_command(update: Update, _context: BotContext) -> None:
    """Point to the commands there are."""
    message = update.effective_message
    command = " ".join(((message.text if message else None) or "").split(maxsplit=1)[:1]) or "/"
    text = words.UNKNOWN_COMMAND.format(command=shorten(command, 40))
    send(update, screen(plain(text)))


async def not_text(update: Update, context: BotContext) -> None:
    """Ask for words; an album is answered once."""
    message = update.effective_message
    album = message.media_group_id if message else None
    if album is not None:
        if album in context.bot_data.albums:
            return
        context.bot_data.albums.append(album)
    send(update, screen(plain(words.ONLY_TEXT)))


async def stale_button(_press: Press, _context: BotContext) -> None:
    """Answer a button that no handler knows: of an older version, or made up."""
    raise Stale(screen_words.STALE_BUTTON)


async def follow_migration(update: Update, context: BotContext) -> None:
    """Keep all that is known of a group that became a supergroup; both chats are told, and either may be first."""
    message = update.effective_message
    if message is None:
        return
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    if old != new:
        await context.in_thread(context.resources.state.move_chat, old, new)
