"""/start and /trogiup: what this is for, and three buttons to begin with."""

from __future__ import annotations

from contextlib import suppress

from telegram import BotCommand, BotCommandScopeChat, Chat, Update
from telegram.error import TelegramError

from bot import wording
from bot.context import BotContext
from bot.handlers.addressed import author
from bot.handlers.admins import is_admin
from bot.handlers.sending import send
from bot.render.rich import concat, from_stars, plain
from bot.render.screens import Button, Screen, button, screen


async def start(update: Update, context: BotContext) -> None:
    """Say in one line what the bot is for and which unit it answers for."""
    if update.effective_chat is None:
        return
    context.desk.begin_talk(update.effective_chat.id)
    unit = await context.in_thread(context.desk.unit_name, update.effective_chat.id)
    await _offer_menu(update, context)
    name = update.effective_user.first_name if update.effective_user else ""
    send(update, _welcome(name or "bạn", unit))


async def show_help(update: Update, context: BotContext) -> None:
    """Explain the bot in a few lines."""
    await _offer_menu(update, context)
    text = wording.HELP.format(username=context.bot.username)
    if not context.bot.supports_inline_queries:
        text += wording.HELP_INLINE_OFF
    if is_admin(author(update), context):
        text += wording.HELP_ADMIN
    send(update, screen(from_stars(text), _buttons()))


async def _offer_menu(update: Update, context: BotContext) -> None:
    """Fill the menu of an administrator's private chat with their commands, too."""
    chat = update.effective_chat
    if chat is not None and chat.type == Chat.PRIVATE and is_admin(author(update), context):
        commands = [BotCommand(*entry) for entry in (*wording.COMMANDS, *wording.ADMIN_COMMANDS)]
        context.application.create_task(_set_menu(context, commands, chat.id))


async def _set_menu(context: BotContext, commands: list[BotCommand], chat_id: int) -> None:
    with suppress(TelegramError):  # a greeting without a menu is still one
        await context.bot.set_my_commands(commands, BotCommandScopeChat(chat_id))


def _welcome(name: str, unit: str | None) -> Screen:
    # The name is the person's own text: it must not bring markup along.
    before, _, after = wording.PURPOSE.partition("{name}")
    scope = wording.PURPOSE_UNIT.format(unit=unit) if unit else wording.PURPOSE_ALL
    return screen(concat(plain(before + name + after + "\n\n"), from_stars(scope)), _buttons()[:2])


def _buttons() -> list[list[Button]]:
    return [
        [button(wording.CHOOSE_UNIT, "d", "?"), button(wording.TRY, "t")],
        [button(wording.DUTIES, "h")],
        [button(wording.PLANS, "k")],
    ]
