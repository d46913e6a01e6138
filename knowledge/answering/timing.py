"""Judging dates: is a day the duty's, is it in time, how many days are left. Pure; days come from the schedule.

"Trước ngày 10/5" is kept by the 9th: what is compared and counted is the last day on which a duty is done in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.answering.desk import Desk
from knowledge.answering.due import clock_text, off_advice
from knowledge.answering.hours import Hour, hour_in
from knowledge.answering.present import date_text, day_text
from knowledge.facts.schedule import schedule
from knowledge.facts.stretches import apart
from knowledge.model import Deadline, Query, StoredPlan
from knowledge.patterns import later
from knowledge.text import fold

_SENT = later(r"\b(?:gui|nop|bao cao|dang ky|submit|send|hand|turn|report)\b")
_ALLOWED = later(
    r"\b(?:duoc khong|co duoc|duoc chu|duoc ko|ok khong|kip|tre|cham|muon|qua han|dung han|dung hen|som|con han|"
    r"het han|trong han|can i|can we|may i|may we|late|overdue|in time|on time)\b"
)
_CLAIMED = later(r"\bhan\b.{0,40}\b(?:(?<!hay )la|phai|dung)\b|\bis the\b.{0,60}\bdeadline\b|\bco phai\b")
_TIMELY = later(r"\b(?:kịp|trễ|muộn|chậm|(?:đúng|quá|trong|còn|hết) hạn|(?:in|on) time|late|overdue)\b")
_MAY = later(
    r"\b(?:gui|nop|dang ky)\b.*\d (?:sang |chieu |toi )?(?:co |thi |van |con )*duoc (?:khong|ko|hong|chu|ha)\b"
    r"|\b(?:can|may) (?:i|we) (?:send|submit|hand|turn|report|register)\b"
)
_BY_WAY = later(r"\b(?:bang|qua|tai|o|ban (?:giay|cung|mem|sao|scan)|by (?:e ?mail|post)|online|paper)\b")
"""What may be done otherwise than by time: no day settles it."""
_AFTER = later(r"\b(?:sau|qua|after)\s+(?:ngay\s+)?\d")
_BEFORE = later(r"\b(?:truoc|before)\s+(?:ngay\s+)?\d")
_UNIT = later(r"\b(?:may|bao nhieu|bn|how many) (?:(?P<week>tuan|weeks?)|thang|months?)\b")


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """Days from today to the last day in time; negative when it has passed."""

    days: int
    sentence: str

    @property
    def past(self) -> bool:
        """Tell whether the day has passed."""
        return self.days < 0


def asks_left(query: Query) -> bool:
    """Tell whether a question asks how long it is until something is due."""
    return "days_left" in query.slots.shape


def covers(desk: Desk, stored: StoredPlan) -> bool:
    """Tell whether a plan is for one of the years asked about; a plan without a period may be."""
    header = stored.plan.header
    spans = [
        (period.start.year if period.start else 0, period.end.year if period.end else 9999)
        for period in (header.period, header.titled)
        if period
    ]
    return not spans or any(first <= year <= last for first, last in spans for year in desk.query.years)


def last_days(desk: Desk, deadline: Deadline) -> tuple[date, ...]:
    """Return the last days on which the duty is done in time, one for each time it falls due, in order."""
    header = desk.everyone[deadline.plan_id].plan.header
    return tuple(day.safe for day in schedule(deadline, header, desk.today).days)


def days_left(desk: Desk, deadline: Deadline) -> DaysLeft | None:
    """Count from today to the next last day in time, or since the latest one; None where the plan gives no day."""
    days = last_days(desk, deadline)
    if not days:
        return None
    coming = [day for day in days if day >= desk.today]
    day = coming[0] if coming else days[-1]
    left = (day - desk.today).days
    template = desk.words.days_left if left > 0 else desk.words.days_past if left < 0 else desk.words.due_today
    coming_off = left >= 0 and deadline.is_of_a_day
    off = (off_advice(deadline, day, desk.words, desk.words.day_off_left) if coming_off else None) or ""
    span = _span(desk, *sorted((desk.today, day)))
    return DaysLeft(left, template.format(span=span, date=date_text(day, desk.words), off=off))


def _span(desk: Desk, first: date, last: date) -> str:
    """Say how far apart two days are: in days, before them in the weeks or months that the question counts by."""
    units = desk.words.units
    days = units["day"].format(count=(last - first).days)
    asked = _UNIT.search(fold(desk.query.text))
    if asked is None:
        return days
    unit = "week" if asked["week"] else "month"
    count, rest = apart(first, last, unit)
    if not count:
        return days
    told = units[unit].format(count=count) + (f" {units['day'].format(count=rest)}" if rest else "")
    return f"{told} ({days})"


def is_timely(query: Query) -> bool:
    """Tell whether a question asks if the day that it names is in time."""
    if not query.dates:
        return False
    asked = fold(query.restored)
    may = _MAY.search(asked) or _MAY.search(fold(query.text))
    return bool(_TIMELY.search(query.restored.lower()) or (may and not _BY_WAY.search(asked)))


def verdict(desk: Desk, deadlines: list[Deadline]) -> tuple[str, Deadline] | None:
    """Judge the date in the question: in time or late when it is a day of sending, right or wrong when it is claimed
    to be the deadline. Returns the verdict and the duty it is about; None when nothing can be judged."""
    dated = [deadline for deadline in deadlines if deadline.day and deadline.month]
    if not dated or not (desk.query.dates or desk.query.months):
        return None
    day, month, year = desk.query.dates[0] if desk.query.dates else (None, desk.query.months[0], None)
    deadline = min(dated, key=lambda each: (abs((each.month or 0) - month), abs((each.day or 0) - (day or 31))))
    asked = fold(f"{desk.query.restored} {desk.query.text}")
    allowed = is_timely(desk.query) or _ALLOWED.search(asked)
    if allowed and (_SENT.search(asked) or hour_in(desk.query.text)) and not _CLAIMED.search(asked):
        return _in_time(desk, deadline, day, month, year, asked), deadline
    years = {last.year for each in dated for last in last_days(desk, each)}
    right = any((each.day, each.month) == (day, month) or (day is None and each.month == month) for each in dated)
    right = right and (year is None or year in years)
    return (desk.words.right if right else desk.words.wrong), deadline


def _in_time(desk: Desk, deadline: Deadline, day: int | None, month: int, year: int | None, asked: str) -> str:
    """Compare a day of sending with the last day in time of the same year, or of any year when none is given."""
    lasts = last_days(desk, deadline)
    same = [last for last in lasts if year in (None, last.year)]
    if lasts and not same:
        return desk.words.wrong
    last = same[0] if same else None
    sent = _day(last.year if last else 2001, month, day or 31)
    limit = last or _day(2001, deadline.month or 1, deadline.day or 1)
    if last is None and deadline.comparator == "trước" and not deadline.time:
        limit -= timedelta(days=1)
    hour = hour_in(desk.query.text)
    if hour is None:
        sent += timedelta(days=1 if _AFTER.search(asked) else -1 if _BEFORE.search(asked) else 0)
    if day is None and (sent.month == limit.month):
        return desk.words.depends
    told = day_text(day, month, year, desk.words)
    late = sent > limit
    if sent == limit and _ends_at_hour(deadline):
        if hour is None and not _AFTER.search(asked):
            return f"{desk.words.in_time.format(time=_until_hour(desk, deadline, told))}."
        late_by_hour = _late(deadline, hour)
        if late_by_hour is None:
            return desk.words.depends
        late = late_by_hour
    template = desk.words.overdue if late else desk.words.in_time
    return f"{template.format(time=_sent(desk, hour, told))}."


def _ends_at_hour(deadline: Deadline) -> bool:
    """Tell whether a duty is over at an hour of its day."""
    return deadline.time is not None and deadline.comparator not in ("từ", "từ ... đến", "sau")


def _late(deadline: Deadline, hour: Hour | None) -> bool | None:
    """Compare an hour on the last day with the hour at which the duty is over; None where a bound leaves it open."""
    if hour is None or deadline.time is None:
        return None
    strict = deadline.comparator == "trước"
    reached = hour.time >= deadline.time if strict else hour.time > deadline.time
    if hour.side == "trước":
        return False if hour.time <= deadline.time else None
    if hour.side == "sau":
        return True if hour.time >= deadline.time else None
    return reached


def _until_hour(desk: Desk, deadline: Deadline, told: str) -> str:
    """Say until when on its last day a duty is in time, which the question asks of without an hour."""
    words = desk.words
    dated = words.time.format(time=clock_text(deadline.time or "", words), date=told)
    bound = deadline.comparator if deadline.comparator in ("trước", "chậm nhất", "đến") else "chậm nhất"
    return words.at_hour[bound].format(date=dated)


def _sent(desk: Desk, hour: Hour | None, told: str) -> str:
    """Say when something is sent: "ngày 04/12", "lúc 17 giờ 30 ngày 04/12", "sau 15 giờ ngày 04/12"."""
    words = desk.words
    if hour is None:
        return words.on.format(date=told)
    dated = words.time.format(time=clock_text(hour.time, words), date=told)
    return words.at_hour[hour.side].format(date=dated) if hour.side else words.sent_at.format(time=dated)


def _day(year: int, month: int, day: int) -> date:
    """Return a day, the month's last one when the month is shorter."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
            if day < 28:
                return date(year, month, 28)
