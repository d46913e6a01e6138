"""/dulieu: what is kept about a person, in their private chat only, deleted when they confirm."""

from __future__ import annotations

from telegram import Chat, Update

from bot.privacy import Kept, PersonalData, as_json, words
from bot.screen import File, Rich, Screen, Stale, button, from_stars, join, plain, screen, shorten
from bot.screen import words as screen_words
from bot.telegram import BotContext
from bot.telegram import words as telegram_words
from bot.telegram.people import Press
from bot.telegram.sending import replace, send, send_file


async def show_data(update: Update, context: BotContext) -> None:
    """List what is kept, and offer to delete it."""
    chat = update.effective_chat
    if chat is None:
        return
    if chat.type != Chat.PRIVATE:
        send(update, screen(plain(telegram_words.ONLY_PRIVATE)))
        return
    resources = context.resources
    kept = await context.in_thread(resources.store(PersonalData).kept_about, chat.id)
    unit = await context.in_thread(resources.unit_name, chat.id)
    send(update, kept_screen(kept, unit, resources.settings.keep_questions_days))


async def send_data(press: Press, context: BotContext) -> None:
    """Send it all as a file."""
    held = await context.in_thread(context.resources.store(PersonalData).export, _own_chat(press))
    send_file(press.chat_id, File(words.DATA_FILE_NAME, as_json(held), words.DATA_FILE_CAPTION))


async def delete_data(press: Press, context: BotContext) -> None:
    """Delete it all."""
    await context.in_thread(context.resources.store(PersonalData).forget, _own_chat(press))
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


# -------------------------------------------------------------------------------------------------------------- screens

QUESTION_CHARS = 80


def kept_screen(kept: Kept, unit: str | None, days: int) -> Screen:
    """Return the list with the buttons that delete it or leave it; unit: the name of the chat's unit."""
    if not kept.rows and not kept.briefings:
        return screen(plain(words.DATA_NONE))
    entries = [plain("• " + _entry(table, count, unit)) for table, count in kept.rows]
    if kept.briefings:
        entries.append(plain("• " + words.DATA_BRIEFINGS.format(count=kept.briefings)))
    questions = [plain("   “" + shorten(text, QUESTION_CHARS) + "”") for text in kept.questions]
    lines: list[Rich] = [from_stars(words.DATA_TITLE), *entries]
    if questions:
        lines += [plain(words.DATA_NEWEST), *questions]
    lines.append(plain("\n" + words.DATA_FOOT.format(days=days)))
    return screen(
        join(lines, "\n"),
        [
            [button(words.DATA_DELETE, "data", "delete"), button(words.DATA_KEEP, "data", "keep")],
            [button(words.DATA_FILE, "data", "file")],
        ],
    )


def _entry(table: str, count: int, unit: str | None) -> str:
    if table == "chats":
        return words.DATA_UNIT.format(unit=unit or words.DATA_UNIT_NONE)
    return f"{count} {words.DATA_NAMES[table]}"
