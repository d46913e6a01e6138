"""What is kept about a person -> Screen."""

from __future__ import annotations

from bot import wording
from bot.privacy import Kept
from bot.render.rich import Rich, from_stars, join, plain, shorten
from bot.render.screens import Screen, button, screen

QUESTION_CHARS = 80


def kept_screen(kept: Kept, unit: str | None, days: int) -> Screen:
    """Return the list with the buttons that delete it or leave it; unit: the name of the chat's unit."""
    if not kept.rows:
        return screen(plain(wording.DATA_NONE))
    entries = [plain("• " + _entry(table, count, unit)) for table, count in kept.rows]
    questions = [plain("   “" + shorten(text, QUESTION_CHARS) + "”") for text in kept.questions]
    lines: list[Rich] = [from_stars(wording.DATA_TITLE), *entries]
    if questions:
        lines += [plain(wording.DATA_NEWEST), *questions]
    lines.append(plain("\n" + wording.DATA_FOOT.format(days=days)))
    return screen(
        join(lines, "\n"), [[button(wording.DATA_DELETE, "data", "delete"), button(wording.DATA_KEEP, "data", "keep")]]
    )


def _entry(table: str, count: int, unit: str | None) -> str:
    if table == "chats":
        return wording.DATA_UNIT.format(unit=unit or wording.DATA_UNIT_NONE)
    return f"{count} {wording.DATA_NAMES[table]}"
