"""Which duties one can still be reminded of: no button offers what would only be refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.calendar import HOUR
from knowledge.model import DueDay, Scheduled


def first_day(now: datetime) -> date:
    """Return the first day on which one can still be reminded: today before the hour, else tomorrow."""
    return now.date() if now.hour < HOUR else now.date() + timedelta(days=1)


def next_due(duty: Scheduled, now: datetime) -> DueDay | None:
    """Return the next time the duty is due of which one can still be reminded, None without such a day."""
    return next((day for day in duty.days if day.safe >= first_day(now)), None)


def is_over(duty: Scheduled, now: datetime) -> bool:
    """Tell whether a duty without a day is of a plan whose period has ended."""
    return duty.period is not None and duty.period.is_over(now.date())


def can_remind(duty: Scheduled, now: datetime) -> bool:
    """Tell whether a day is to come, or, where the plan names none, whether the plan still runs. now: local time."""
    return next_due(duty, now) is not None if duty.days else not is_over(duty, now)
