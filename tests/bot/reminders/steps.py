"""What tests of reminders do again and again, on a clock that they turn."""

from __future__ import annotations

from datetime import datetime

from bot.reminders import handlers as reminders
from bot.screen import words as screen_words
from bot.telegram import BotContext
from tests.bot.fake_library import HANOI
from tests.bot.talk import Talk


def at(month: int, day: int, hour: int = 8, minute: int = 5, year: int = 2025) -> datetime:
    """Return an hour in Viet Nam."""
    return datetime(year, month, day, hour, minute, tzinfo=HANOI)


async def sweep(talk: Talk) -> list[str]:
    """Let the bot look for what is due, and return what it sends."""
    await reminders.sweep(BotContext(talk.application))
    return await talk.waits()


async def remind(talk: Talk, *labels: str, number: int = 1) -> None:
    """Set reminders for the n-th duty of /han by its buttons."""
    await talk.opens(number, screen_words.REMIND_ME)
    for label in labels:
        await talk.presses(label)
