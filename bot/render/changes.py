"""What another version of a plan does to its duties, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot import wording
from bot.render.duties import what_text, when_text
from bot.render.rich import shorten
from knowledge.model import Scheduled
from knowledge.versions import Changes

LINES = 10
WHAT_CHARS = 140
WHEN_CHARS = 160


def changes_text(changes: Changes, today: date, most: int = LINES) -> str:
    """Return a line for each duty that is changed, gone or new, `most` of them, or the word that none is."""
    lines = list(_lines(changes, today))
    if not lines:
        return wording.CHANGES_NONE
    rest = [wording.CHANGES_MORE.format(count=len(lines) - most)] if len(lines) > most else []
    return "\n".join(lines[:most] + rest)


def due_text(duty: Scheduled, today: date) -> str:
    """Say when a duty is due next, or was last."""
    return when_text(duty, duty.next_day(today) or (duty.days[-1] if duty.days else None))


def _lines(changes: Changes, today: date) -> Iterator[str]:
    for before, after in changes.changed:
        old, new = _when(before, today), _when(after, today)
        line = wording.CHANGE_WORDS if old == new else wording.CHANGE_FROM_TO
        yield line.format(what=_what(after), old=old, new=new)
    for duty in changes.fresh:
        yield wording.CHANGE_FRESH.format(what=_what(duty), new=_when(duty, today))
    for duty in changes.gone:
        yield wording.CHANGE_GONE.format(what=_what(duty), old=_when(duty, today))


def _what(duty: Scheduled) -> str:
    period = duty.deadline.period or duty.deadline.recurrence
    told = wording.CHANGE_PERIOD.format(period=period) if period else ""
    return shorten(what_text(duty.deadline), WHAT_CHARS) + told


def _when(duty: Scheduled, today: date) -> str:
    text = due_text(duty, today)
    return shorten(text[:1].lower() + text[1:], WHEN_CHARS)
