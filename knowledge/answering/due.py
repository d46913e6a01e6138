"""Putting a duty into words: when, how often, to whom, by which way. Pure functions."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from knowledge.answering.present import date_text, day_text, mark, plain, shorten
from knowledge.answering.wording import Wording
from knowledge.facts import last_safe_day
from knowledge.facts.due import counted_day
from knowledge.facts.lexicon import HAND_OVER
from knowledge.model import Deadline, DueDay
from knowledge.patterns import later
from knowledge.workdays import day_off, last_working_day

WHAT_LIMIT = 160
_SENT = later(rf"\W*(?:các |những )?(?:{HAND_OVER}|hồ sơ|danh sách|biên bản)(?!\w)", re.IGNORECASE)

_HANDED = later(r"\W*(?:gửi|nộp|trình)(?!\w)", re.IGNORECASE)
"""What itself begins with how it is handed over."""
_EVERY_YEAR = later(r"(?<!\w)(?:hằng|hàng|mỗi|từng|các|theo)\s+năm(?!\w)|(?:lần\s*/|một lần)\s*năm", re.IGNORECASE)


def when(deadline: Deadline, words: Wording) -> str:
    """Say when a duty is due: "trước ngày 10/5", "hằng năm, trước ngày 30/9", "văn bản không nêu ngày cụ thể"."""
    recurring = every(deadline.recurrence, words)
    point, marked = _point(deadline, words), mark(deadline.corrected, words)
    point = point or _weekday(deadline)
    if point is None:
        return ", ".join(part for part in (recurring, words.undated if marked else words.no_date) if part) + marked
    if deadline.month and (deadline.recurrence == "6 tháng" or not _is_yearly(deadline)):
        recurring = ""
    recurring = recurring if deadline.recurrence != deadline.period else ""
    return ", ".join(part for part in (point, recurring) if part) + marked


def _weekday(deadline: Deadline) -> str | None:
    """Return the one day of the week that a weekly duty's words name, as written."""
    if deadline.recurrence != "tuần":
        return None
    named = {plain(match[0]) for cited in deadline.citations for match in _DAY_OF_WEEK.finditer(cited.quote)}
    return named.pop() if len(named) == 1 else None


_DAY_OF_WEEK = later(
    r"(?<!\w)(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?!\w)", re.IGNORECASE
)


def every(recurrence: str | None, words: Wording) -> str:
    """Say how often a duty comes again: "hằng quý", "2 tháng một lần", "các tháng chẵn"; "" of one that doesn't."""
    if recurrence is None or recurrence in words.yearly:
        return words.yearly.get(recurrence or "", "")
    number, _, unit = recurrence.rpartition(" ")
    few = words.few.get(recurrence) or f"{number} {words.few.get(unit, unit)}"
    return words.every_few.format(few=few)


def _is_yearly(deadline: Deadline) -> bool:
    """Tell whether the plan says that a duty comes again each year; true of one that comes again more often or less."""
    return deadline.recurrence != "năm" or any(_EVERY_YEAR.search(cited.quote) for cited in deadline.citations)


def _point(deadline: Deadline, words: Wording) -> str | None:
    if deadline.within:
        return words.relative.format(words=plain(deadline.within))
    if deadline.month is None and deadline.day is None:
        return None
    stated = day_text(deadline.day, deadline.month, deadline.year, words)
    if deadline.month is None:
        stated = f"{deadline.day:02d}"
    timed = words.time.format(time=clock_text(deadline.time, words), date=stated) if deadline.time else ""
    if deadline.until and deadline.recurrence is None and deadline.comparator in ("từ", "từ ... đến"):
        return words.span.format(start=timed or stated, end=_end(deadline, deadline.until, words))
    if deadline.day is None:
        part = _PART_OF_TIME.search(plain(deadline.stated or "")) if not words.months else None
        return part[0] if part else words.within_month.format(date=stated)
    if timed:
        return words.at_hour.get(deadline.comparator or "", words.at_hour[""]).format(date=timed)
    template = {
        "trước": words.before,
        "chậm nhất": words.at_latest,
        "đến": words.by_end,
        "từ": words.from_day,
        "sau": words.after,
    }.get(deadline.comparator or "", words.on)
    return template.format(date=stated)


_PART_OF_TIME = later(
    r"(?<!\w)(?:(?:trong\s+)?tuần\s+(?:\d|[IV]+|thứ\s\w+|đầu|cuối)(?:\s+(?:của|trong))?|(?:trong\s+)?(?:nửa\s+)?"
    r"(?:đầu|giữa|cuối)|(?:thượng|trung|hạ) tuần)\s+tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?",
    re.IGNORECASE,
)
"""A part of a month, which the month alone would widen: "tuần 2 tháng 10/2026", "cuối tháng 6"."""


def clock_text(time: str, words: Wording) -> str:
    """Say the time of a day ("17:00") as it is said: "17 giờ", "16 giờ 30"."""
    hour, _, minute = time.partition(":")
    template = words.hour if minute in ("", "00") else words.hour_minute
    return template.format(hour=int(hour), minute=minute)


def _end(deadline: Deadline, until: date, words: Wording) -> str:
    """Say the last day of a span, or its month alone where the plan gives no day."""
    quotes = " ".join(citation.quote for citation in deadline.citations)
    last = until.day == monthrange(until.year, until.month)[1]
    if last and not re.search(rf"(?<!\d){until.day}(?!\d)", quotes):
        return day_text(None, until.month, until.year, words)
    return date_text(until, words)


def advice(deadline: Deadline, words: Wording) -> str | None:
    """Advise the last safe day where "trước ngày" leaves room for error, or the last working day where it is a day off.

    The year is left out where the plan gives none.
    """
    off = _advice_on_day_off(deadline, words)
    counted = counted_day(deadline) if deadline.within else None
    if counted is not None:
        told = words.counted.format(date=date_text(counted, words))
        return f"{told}; {off}" if off else told
    if off is not None:
        return off
    if deadline.comparator != "trước" or deadline.time or deadline.day is None or deadline.month is None:
        return None
    safe = last_safe_day(deadline) or _day_before(deadline.day, deadline.month)
    if safe is None:
        return None
    year = safe.year if deadline.year else None
    return words.safe_day.format(act=_act(deadline, words), date=day_text(safe.day, safe.month, year, words))


def _advice_on_day_off(deadline: Deadline, words: Wording) -> str | None:
    """Say which weekend or holiday the last day falls on, and the working day before it; the deadline stays."""
    last = last_safe_day(deadline) if deadline.is_of_a_day and deadline.recurrence != "quý" else None
    return off_advice(deadline, last, words) if last else None


def off_advice(deadline: Deadline, last: date, words: Wording, template: str = "") -> str | None:
    """Advise the last working day before `last`, the last day on which a duty is done in time, where that is a day
    off. template: other words to say it in, behind the day."""
    off = day_off(last)
    if off is None or not deadline.wants_workday:
        return None
    why = words.weekdays[last.weekday()] if off.holiday is None else off.holiday
    if off.estimated:
        why = words.day_off_estimated.format(name=why)
    safe = last_working_day(last)
    dated = deadline.year or deadline.within
    year = [each.year if dated or each.year != last.year else None for each in (last, safe)]
    return (template or words.day_off).format(
        act=_act(deadline, words),
        date=day_text(last.day, last.month, year[0], words),
        why=why,
        weekday=words.weekdays[safe.weekday()],
        safe=day_text(safe.day, safe.month, year[1], words),
        not_moved=words.not_moved,
    )


def said_once(rows: Iterable[str], words: Wording) -> list[str]:
    """Keep only in the first of a list's rows the remark that no plan moves a day off."""
    kept, said = list[str](), False
    for row in rows:
        kept.append(row.replace(words.not_moved, "") if said else row)
        said = said or words.not_moved in row
    return kept


def advice_on(deadline: Deadline, day: DueDay, words: Wording) -> str | None:
    """Advise of one of a duty's days the last one in time, or the last working day before it."""
    off = off_advice(deadline, day.safe, words)
    if off is not None or day.safe == day.last:
        return off
    safe = day.safe
    return words.safe_day.format(act=_act(deadline, words), date=day_text(safe.day, safe.month, safe.year, words))


def _act(deadline: Deadline, words: Wording) -> str:
    """What to do in time: send what is handed over, finish what is not."""
    sent, finished = words.advised
    return sent if deadline.to or _SENT.match(deadline.what) else finished


def _day_before(day: int, month: int) -> date | None:
    """Return the day before in a year without 29 February in the way, for dates that have no year."""
    if (day, month) in ((29, 2), (1, 3)):
        return None
    return date.fromordinal(date(2001, month, day).toordinal() - 1)


def manner(deadline: Deadline, words: Wording) -> list[str]:
    """Say to whom and how a duty is fulfilled, as far as the plan states it."""
    ways = [
        (words.folded, "report", deadline.folded_into),
        (words.onward if _HANDED.match(deadline.what) else words.to, "to", deadline.to),
        (words.via, "via", deadline.via),
        (words.channel, "channel", deadline.channel),
        (words.file_format, "format", deadline.format),
    ]
    return [template.format(**{key: plain(value)}) for template, key, value in ways if value]


def what(deadline: Deadline, words: Wording, limit: int = WHAT_LIMIT) -> str:
    """Say what the duty is, in at most `limit` characters; in English with the period a report is for."""
    text = shorten(plain(deadline.what), limit)
    label = words.report_of.get(deadline.period or deadline.recurrence or "")
    return f"{text} ({label})" if label and words.months else text
