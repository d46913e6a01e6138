"""What the bot cannot use is answered politely, once, and never in a group that did not speak to it."""

from __future__ import annotations

from telegram import Update

from bot import wording
from bot.context import BotContext
from bot.desk import Stale
from bot.handlers.buttons import Press
from bot.handlers.sending import send
from bot.render.rich import plain, shorten
from bot.render.screens import screen


async def unknown_command(update: Update, _context: BotContext) -> None:
    """Point to the commands there are."""
    message = update.effective_message
    command = " ".join(((message.text if message else None) or "").split(maxsplit=1)[:1]) or "/"
    text = wording.UNKNOWN_COMMAND.format(command=shorten(command, 40))
    send(update, screen(plain(text)))


async def not_text(update: Update, context: BotContext) -> None:
    """Ask for words; an album is answered once."""
    message = update.effective_message
    album = message.media_group_id if message else None
    if album is not None:
        if album in context.bot_data.albums:
            return
        context.bot_data.albums.append(album)
    send(update, screen(plain(wording.ONLY_TEXT)))


async def stale_button(_press: Press, _context: BotContext) -> None:
    """Answer a button that no handler knows: of an older version, or made up."""
    raise Stale(wording.STALE_BUTTON)


async def follow_migration(update: Update, context: BotContext) -> None:
    """Keep all that is known of a group that became a supergroup; both chats are told, and either may be first."""
    message = update.effective_message
    if message is None:
        return
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    if old != new:
        await context.in_thread(context.desk.state.database.move_chat, old, new)
