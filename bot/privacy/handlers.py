"""/dulieu: what is kept about a person, in their private chat only, deleted when they confirm."""

from __future__ import annotations

from telegram import Chat, Update

from bot.privacy import store as privacy
from bot.privacy import words
from bot.privacy.screens import kept_screen
from bot.screen import words as screen_words
from bot.screen.rich import plain
from bot.screen.screens import Stale, screen
from bot.telegram import words as telegram_words
from bot.telegram.buttons import Press
from bot.telegram.context import BotContext
from bot.telegram.sending import replace, send


async def show_data(update: Update, context: BotContext) -> None:
    """List what is kept, and offer to delete it."""
    chat = update.effective_chat
    if chat is None:
        return
    if chat.type != Chat.PRIVATE:
        send(update, screen(plain(telegram_words.ONLY_PRIVATE)))
        return
    resources = context.resources
    kept = await context.in_thread(privacy.kept_about, resources.state.database, chat.id)
    unit = await context.in_thread(resources.unit_name, chat.id)
    send(update, kept_screen(kept, unit, resources.settings.keep_questions_days))


async def delete_data(press: Press, context: BotContext) -> None:
    """Delete it all."""
    await context.in_thread(privacy.forget, context.resources.state.database, _own_chat(press))
    replace(press.update, screen(plain(words.DATA_DELETED)))


async def keep_data(press: Press, _context: BotContext) -> None:
    """Change nothing."""
    _own_chat(press)
    replace(press.update, screen(plain(words.DATA_LEFT)))


def _own_chat(press: Press) -> int:
    """Return the presser's id. Raises Stale outside of their private chat."""
    if press.chat_id != press.user_id:
        raise Stale(screen_words.FOREIGN_BUTTON)
    return press.user_id
