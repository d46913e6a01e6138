"""/thongke for administrators: the figures as text, then the last days as a picture.

Nothing is drawn, or loaded to draw, before somebody asks for it.
"""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from telegram import Update

from bot.screen import Rich, Screen, from_stars, join, plain, screen, shorten
from bot.statistics import Day, Usage, UsageStore
from bot.telegram import BotContext
from bot.telegram.people import refused
from bot.telegram.sending import post, send

if TYPE_CHECKING:
    from matplotlib.axes import Axes

log = logging.getLogger(__name__)


async def show_usage(update: Update, context: BotContext) -> None:
    """Show the last days."""
    if await refused(update, context):
        return
    resources = context.resources
    found = await context.in_thread(resources.store(UsageStore).usage, resources.library.today())
    send(update, usage_screen(found))
    if found.questions or found.good or found.bad:
        await _send_plot(update, context, found)


async def _send_plot(update: Update, context: BotContext, found: Usage) -> None:
    try:
        png = await context.in_thread(usage_png, found)
    except Exception:  # whatever the drawing library meets, the text has told the same
        log.warning("the plot could not be drawn", exc_info=True)
        return
    if update.effective_chat is not None:
        caption = PLOT_CAPTION.format(days=len(found.days))
        call = {"chat_id": update.effective_chat.id, "caption": caption}
        post("sendPhoto", call, file=("photo", PLOT_FILE, png))


# -------------------------------------------------------------------------------------------------------------- screens

BAR = 12
"""Blocks of the longest bar: with date and numbers it fits a phone's line."""
BARS = 7
"""Days with a bar of their own; the picture shows all."""
TEXT_CHARS = 120


def usage_screen(usage: Usage) -> Screen:
    """Return totals, a bar a day, and what is asked most."""
    share = round(100 * usage.refusals / usage.questions) if usage.questions else 0
    total = STATS_TOTAL.format(
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
    asked = [(shorten(" ".join(text.split()), TEXT_CHARS), times) for text, times in usage.top]
    top = [plain(STATS_TOP_ROW.format(text=text, times=times)) for text, times in asked]
    parts = [
        join([from_stars(STATS_TITLE.format(days=len(usage.days))), plain(total)], "\n"),
        join([from_stars(STATS_DAYS.format(days=len(shown))), *bars], "\n"),
        join([from_stars(STATS_TOP), *(top or [plain(STATS_TOP_NONE)])], "\n"),
    ]
    return screen(join(parts, "\n\n"))


def _bar(day: Day, most: int) -> Rich:
    blocks = "▇" * (-(-BAR * day.questions // most) if most else 0)
    refused = STATS_REFUSED.format(count=day.refusals) if day.refusals else ""
    return plain(f"{day.day:%d/%m} {blocks} {day.questions}{refused}".replace("  ", " "))


INCHES = (9.0, 6.0)
DPI = 120
LABELLED = 5
"""Every so many days one is named under its bar, the last one always."""
_ANSWERED, _REFUSED, _GOOD, _BAD = "#2b7bba", "#d9822b", "#3a9d5d", "#c23030"
_drawing = threading.Lock()
"""Matplotlib is not made for two threads."""


def usage_png(usage: Usage) -> bytes:
    """Return a PNG of the questions and votes of each day. Takes a second or two the first time: call it in a thread.

    Raises ImportError without matplotlib.
    """
    # Some 60 MB that a bot whose administrator never looks should not carry.
    from matplotlib.figure import Figure

    with _drawing:
        figure = Figure(figsize=INCHES, dpi=DPI, layout="constrained")
        questions, votes = figure.subplots(2, 1, height_ratios=(3, 2))
        _draw_questions(questions, usage.days)
        _draw_votes(votes, usage.days)
        png = io.BytesIO()
        figure.savefig(png, format="png")  # by Agg, without a window
    return png.getvalue()


def _draw_questions(axes: Axes, days: Sequence[Day]) -> None:
    """Stack the questions that were answered and, above them, those that could not be."""
    answered = [day.questions - day.refusals for day in days]
    places = range(len(days))
    axes.bar(places, answered, color=_ANSWERED, label=PLOT_ANSWERED)
    axes.bar(places, [day.refusals for day in days], bottom=answered, color=_REFUSED, label=PLOT_REFUSED)
    _finish(axes, PLOT_QUESTIONS.format(days=len(days)), days, most=max(day.questions for day in days))


def _draw_votes(axes: Axes, days: Sequence[Day]) -> None:
    """Draw good votes upwards and bad ones downwards."""
    places = range(len(days))
    axes.bar(places, [day.good for day in days], color=_GOOD, label=PLOT_GOOD)
    axes.bar(places, [-day.bad for day in days], color=_BAD, label=PLOT_BAD)
    axes.axhline(0, color="black", linewidth=0.8)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    most, least = max(day.good for day in days), max(day.bad for day in days)
    _finish(axes, PLOT_VOTES, days, most=most, least=-least)


def _finish(axes: Axes, title: str, days: Sequence[Day], *, most: int, least: int = 0) -> None:
    """Name what is drawn, on a scale of whole numbers, also when there is nothing to count."""
    from matplotlib.ticker import MaxNLocator

    axes.set_title(title, loc="left", fontsize=12)
    named = range(len(days) - 1, -1, -LABELLED)
    axes.set_xticks(list(named), [f"{days[place].day:%d/%m}" for place in named])
    axes.set_ylim(least * 1.1, max(most, 1) * 1.1)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), borderaxespad=0, ncols=2, frameon=False)


# ---------------------------------------------------------------------------------------------------------------- words

STATS_TITLE = "**Thống kê {days} ngày qua**"
STATS_TOTAL = (
    "{questions} câu hỏi từ {chats} cuộc trò chuyện; {refusals} câu văn bản không trả lời được ({share}%)\n"
    "👍 {good} · 👎 {bad}"
)
STATS_DAYS = "**{days} ngày gần nhất** (số câu, ✗ là không trả lời được)"
STATS_REFUSED = " (✗ {count})"
STATS_TOP = "**Hỏi nhiều nhất**"
STATS_TOP_ROW = "• “{text}”: {times} lần"
STATS_TOP_NONE = "Chưa có câu nào được hai người trở lên cùng hỏi."
PLOT_QUESTIONS = "Số câu hỏi mỗi ngày, {days} ngày qua"
PLOT_ANSWERED = "trả lời được"
PLOT_REFUSED = "văn bản không trả lời được"
PLOT_VOTES = "Đánh giá mỗi ngày"
PLOT_GOOD = "hữu ích"
PLOT_BAD = "chưa đúng"
PLOT_FILE = "thong-ke.png"
PLOT_CAPTION = "Câu hỏi và đánh giá {days} ngày qua"
