"""How the bot is used -> Screen."""

from __future__ import annotations

from bot import wording
from bot.render.rich import Rich, from_stars, join, plain, shorten
from bot.render.screens import Screen, screen
from bot.statistics import Day, Usage

BAR = 12
"""Blocks of the longest bar: with date and numbers it fits a phone's line."""
BARS = 7
"""Days with a bar of their own; the picture shows all."""
TEXT_CHARS = 120


def usage_screen(usage: Usage) -> Screen:
    """Return totals, a bar a day, and what is asked most."""
    share = round(100 * usage.refusals / usage.questions) if usage.questions else 0
    total = wording.STATS_TOTAL.format(
        questions=usage.questions,
        refusals=usage.refusals,
        share=share,
        good=usage.good,
        bad=usage.bad,
        chats=usage.chats,
    )
    shown = usage.days[-BARS:]
    most = max(day.questions for day in shown)
    bars = [_bar(day, most) for day in shown]
    top = [plain(wording.STATS_TOP_ROW.format(text=_short(text), times=times)) for text, times in usage.top]
    parts = [
        join([from_stars(wording.STATS_TITLE.format(days=len(usage.days))), plain(total)], "\n"),
        join([from_stars(wording.STATS_DAYS.format(days=len(shown))), *bars], "\n"),
        join([from_stars(wording.STATS_TOP), *(top or [plain(wording.STATS_TOP_NONE)])], "\n"),
    ]
    return screen(join(parts, "\n\n"))


def _bar(day: Day, most: int) -> Rich:
    blocks = "▇" * (-(-BAR * day.questions // most) if most else 0)
    refused = wording.STATS_REFUSED.format(count=day.refusals) if day.refusals else ""
    return plain(f"{day.day:%d/%m} {blocks} {day.questions}{refused}".replace("  ", " "))


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), TEXT_CHARS)
