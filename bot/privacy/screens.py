"""What is kept about a person -> Screen."""

from __future__ import annotations

from bot.privacy import words
from bot.privacy.store import Kept
from bot.screen.rich import Rich, from_stars, join, plain, shorten
from bot.screen.screens import Screen, button, screen

QUESTION_CHARS = 80


def kept_screen(kept: Kept, unit: str | None, days: int) -> Screen:
    """Return the list with the buttons that delete it or leave it; unit: the name of the chat's unit."""
    if not kept.rows:
        return screen(plain(words.DATA_NONE))
    entries = [plain("• " + _entry(table, count, unit)) for table, count in kept.rows]
    questions = [plain("   “" + shorten(text, QUESTION_CHARS) + "”") for text in kept.questions]
    lines: list[Rich] = [from_stars(words.DATA_TITLE), *entries]
    if questions:
        lines += [plain(words.DATA_NEWEST), *questions]
    lines.append(plain("\n" + words.DATA_FOOT.format(days=days)))
    return screen(
        join(lines, "\n"), [[button(words.DATA_DELETE, "data", "delete"), button(words.DATA_KEEP, "data", "keep")]]
    )


def _entry(table: str, count: int, unit: str | None) -> str:
    if table == "chats":
        return words.DATA_UNIT.format(unit=unit or words.DATA_UNIT_NONE)
    return f"{count} {words.DATA_NAMES[table]}"
