"""/dulieu: what is kept about a person, in their private chat only, deleted when they confirm."""

from __future__ import annotations

from telegram import Chat, Update

from bot import privacy, wording
from bot.context import BotContext
from bot.desk import Stale
from bot.handlers.buttons import Press
from bot.handlers.sending import replace, send
from bot.render.privacy import kept_screen
from bot.render.rich import plain
from bot.render.screens import screen


async def show_data(update: Update, context: BotContext) -> None:
    """List what is kept, and offer to delete it."""
    chat = update.effective_chat
    if chat is None:
        return
    if chat.type != Chat.PRIVATE:
        send(update, screen(plain(wording.ONLY_PRIVATE)))
        return
    desk = context.desk
    kept = await context.in_thread(privacy.kept_about, desk.state.database, chat.id)
    unit = await context.in_thread(desk.unit_name, chat.id)
    send(update, kept_screen(kept, unit, desk.settings.keep_questions_days))


async def delete_data(press: Press, context: BotContext) -> None:
    """Delete it all."""
    await context.in_thread(privacy.forget, context.desk.state.database, _own_chat(press))
    replace(press.update, screen(plain(wording.DATA_DELETED)))


async def keep_data(press: Press, _context: BotContext) -> None:
    """Change nothing."""
    _own_chat(press)
    replace(press.update, screen(plain(wording.DATA_LEFT)))


def _own_chat(press: Press) -> int:
    """Return the presser's id. Raises Stale outside of their private chat."""
    if press.chat_id != press.user_id:
        raise Stale(wording.FOREIGN_BUTTON)
    return press.user_id
