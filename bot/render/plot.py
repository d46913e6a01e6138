"""How the bot is used as a picture. Nothing is drawn, or loaded to draw, before somebody asks for it."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot import wording
from bot.statistics import Day, Usage

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
    axes.bar(places, answered, color=_ANSWERED, label=wording.PLOT_ANSWERED)
    axes.bar(places, [day.refusals for day in days], bottom=answered, color=_REFUSED, label=wording.PLOT_REFUSED)
    _finish(axes, wording.PLOT_QUESTIONS.format(days=len(days)), days, most=max(day.questions for day in days))


def _draw_votes(axes: Axes, days: Sequence[Day]) -> None:
    """Draw good votes upwards and bad ones downwards."""
    places = range(len(days))
    axes.bar(places, [day.good for day in days], color=_GOOD, label=wording.PLOT_GOOD)
    axes.bar(places, [-day.bad for day in days], color=_BAD, label=wording.PLOT_BAD)
    axes.axhline(0, color="black", linewidth=0.8)
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    most, least = max(day.good for day in days), max(day.bad for day in days)
    _finish(axes, wording.PLOT_VOTES, days, most=most, least=-least)


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
