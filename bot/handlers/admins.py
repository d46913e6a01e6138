"""Who is an administrator: by numeric id in the settings, and nothing else."""

from __future__ import annotations

from telegram import Chat, Update

from bot import wording
from bot.context import BotContext
from bot.desk import Stale
from bot.handlers.addressed import author
from bot.handlers.buttons import Press
from bot.handlers.sending import send
from bot.render.rich import plain
from bot.render.screens import screen


def is_admin(user_id: int, context: BotContext) -> bool:
    """Tell whether a person administers the bot now; who writes as a group or channel has its id and does not."""
    return user_id in context.bot_data.settings.admin_ids


async def refused(update: Update, context: BotContext) -> bool:
    """Tell anybody but an administrator in a private chat that a command is not for them, or not for here."""
    if not is_admin(author(update), context):
        send(update, screen(plain(wording.ONLY_ADMIN)))
        return True
    if update.effective_chat is None or update.effective_chat.type != Chat.PRIVATE:
        send(update, screen(plain(wording.ONLY_PRIVATE)))
        return True
    return False


def admin_of(press: Press, context: BotContext) -> int:
    """Return the id of the administrator who pressed. Raises Stale for anybody else, and outside of a private chat."""
    if not is_admin(press.user_id, context) or press.chat_id != press.user_id:
        raise Stale(wording.ONLY_ADMIN_BUTTON)
    return press.user_id
