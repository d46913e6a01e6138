"""When the bot is spoken to: always in private; in a group when mentioned or replied to (commands name it anyway)."""

from __future__ import annotations

import re

from telegram import Bot, Chat, Message, MessageEntity, Update, User
from telegram.ext.filters import MessageFilter

from bot.screen.rich import name_line, plain
from bot.screen.screens import Stale, screen
from bot.telegram import words
from bot.telegram.buttons import Press
from bot.telegram.context import BotContext
from bot.telegram.sending import send


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


def admin_of(press: Press, context: BotContext) -> int:
    """Return the id of the administrator who pressed. Raises Stale for anybody else, and outside of a private chat."""
    if not is_admin(press.user_id, context) or press.chat_id != press.user_id:
        raise Stale(words.ONLY_ADMIN_BUTTON)
    return press.user_id
