"""How a duty and its days are worded: when, what, to whom, of whose plan; plans and units, and what is in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from bot.screen import (
    Rich,
    Screen,
    bold,
    button,
    concat,
    from_stars,
    in_rows,
    join,
    one_line,
    paged,
    plain,
    screen,
    shorten,
    turns,
    words,
)  # fmt: skip
from knowledge.model import Corrected, Deadline, DueDay, Header, Period, Plan, Scheduled
from knowledge.patterns import later
from knowledge.workdays import DayOff, day_off, last_working_day

_NUMBERED = later(r"(?:[IVXLC]+|[A-ZĐ]|\d+)(?:[.\s]|$)")
"""A section without a word for what it is: "III.1", not "Điều 5"."""
WHAT = 200
NAME = 80


class Group(IntEnum):
    """Where a duty stands in a list."""

    SOON = 0
    PAST = 1
    UNDATED = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A duty in a list. link: its number in buttons; unit: the short name of whose plan it is; own: the chat's unit;
    day: the next time it is due, the last one when all are past, None without a date."""

    link: int
    duty: Scheduled
    unit: str
    own: bool
    day: DueDay | None
    group: Group

    @property
    def when(self) -> str:
        """When the duty is due."""
        return when_text(self.duty, self.day, past=self.group is Group.PAST)

    @property
    def order(self) -> tuple[bool, int, date]:
        """The chat's own unit first; what is to come by date, what is past by date, what has no date."""
        return not self.own, self.group, self.day.safe if self.day else date.max


def when_text(duty: Scheduled, day: DueDay | None, *, past: bool = False) -> str:
    """Say when a duty is due: "Trước 10/5/2027 (nên xong chậm nhất 09/5/2027)", "Không nêu ngày cụ thể, hằng quý".

    past: the day is over, and nothing is advised any more.
    """
    deadline = duty.deadline
    if day is None:
        return _undated(deadline) + mark_text(deadline.corrected)
    if day.first:
        text = words.DUE_RANGE.format(first=day_text(day.first), last=day_text(day.last))
    else:
        text = _due(deadline).format(day=day_text(day.last))
    if deadline.within:
        text += words.DUE_COUNTED.format(stated=shorten(deadline.stated or deadline.within, 120))
    if deadline.time:
        text += words.DUE_TIME.format(time=deadline.time)
    off = day_off(day.safe) if deadline.is_of_a_day and not past and deadline.wants_workday else None
    if off is not None:
        text += _day_off(off)
    elif day.safe != day.last and not past:
        text += words.DUE_SAFE.format(day=day_text(day.safe))
    if len(duty.days) > 1:
        every = every_text(deadline)
        text += f", {every}" * bool(every) + words.DUE_TIMES.format(count=len(duty.days))
    return text + words.DUE_INFERRED * _is_inferred(deadline, day) + mark_text(deadline.corrected)


def _day_off(off: DayOff) -> str:
    """Say why the last day in time is not worked, and which is the last one before it that is; nothing is moved."""
    why = off.holiday or words.WEEKDAYS[off.day.weekday()]
    worked = last_working_day(off.day)
    return words.DUE_DAY_OFF.format(
        last=day_text(off.day),
        why=words.ESTIMATED.format(holiday=why) if off.estimated else why,
        weekday=words.WEEKDAYS[worked.weekday()],
        worked=day_text(worked),
    )


def mark_text(was: Corrected | None) -> str:
    """Say behind a value that it is an administrator's, since when, and what the plan says; "" for any other."""
    if was is None:
        return ""
    written = was.shown
    template = words.CORRECTED if written else words.CORRECTED_SILENT
    return template.format(on=day_text(was.on), written=shorten(" ".join((written or "").split()), WHAT))


def corrected_lines(header: Header) -> list[str]:
    """Say which fields of a header are an administrator's, a line each."""
    return [words.CORRECTED_FIELDS[name].format(mark=mark_text(was)) for name, was in header.corrected.items()]


def amended_lines(plan: Plan, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Say which words in some stretches of a plan's source are an administrator's, a line each."""
    return [
        wording_text(one_line(plan.source_text[each.start : each.end]), each.was) for each in plan.amended_in(spans)
    ]


def wording_text(now: str, was: Corrected | None) -> str:
    """Tell words that an administrator gave, or that they took away, beside what was read."""
    told = words.CORRECTED_WORDS if now else words.CORRECTED_AWAY
    return told.format(words=shorten(now, WHAT), mark=mark_text(was))


def field_text(header: Header, name: str) -> str:
    """Return a field of a header as people write it, "" without one."""
    value = getattr(header, name)
    if isinstance(value, Period):
        return " - ".join(day_of(day) for day in (value.start, value.end) if day)
    return day_of(value) if isinstance(value, date) else " ".join((value or "").split())


def what_text(deadline: Deadline) -> str:
    """Say what is to be done and to whom it goes."""
    to = words.DUTY_TO.format(to=shorten(deadline.to, NAME)) if deadline.to else ""
    what = shorten(" ".join(deadline.what.split()), WHAT)
    return what[:1].upper() + what[1:] + to


def place_text(duty: Scheduled, unit: str) -> str:
    """Say whose plan it is and where it stands there."""
    section = shorten(duty.deadline.section, NAME)
    section = words.PLACE.format(section=section) if _NUMBERED.match(section) else f", {section}"
    return shorten(unit, NAME) + section


def day_text(day: date) -> str:
    """Write a date as Nghị định 30/2020/NĐ-CP, annex I, does: days below 10 and months 1 and 2 take a leading zero."""
    return f"{day.day:02d}/{day.month if day.month > 2 else f'0{day.month}'}/{day.year}"


def short_day(day: date) -> str:
    """Write a date without its year."""
    return day_text(day).rpartition("/")[0]


def _is_inferred(deadline: Deadline, day: DueDay) -> bool:
    """Tell whether the plan itself prints no year for the day."""
    return not deadline.within and deadline.year is None and str(day.last.year) not in (deadline.stated or "")


def every_text(deadline: Deadline) -> str:
    """Say how often a duty comes again: "hằng quý", "2 tháng một lần"; "" of one that doesn't."""
    often = deadline.recurrence
    return words.EVERY.get(often) or words.EVERY_FEW.format(few=often) if often else ""


def _due(deadline: Deadline) -> str:
    if deadline.day is None:
        return words.DUE_LATEST
    by_comparator = {"trước": words.DUE_BEFORE, "từ": words.DUE_FROM, None: words.DUE_ON, "vào": words.DUE_ON}
    return by_comparator.get(deadline.comparator, words.DUE_LATEST)


def _undated(deadline: Deadline) -> str:
    every = every_text(deadline)
    said = deadline.within or deadline.stated
    stated = f"“{shorten(said, 120)}”" if said else ""
    first = words.DUE_NONE if deadline.corrected and not said else words.DUE_UNDATED
    return ", ".join(part for part in (first, every, stated) if part)


def validity(period: Period | None, today: date) -> str:
    """Say whether a plan is in force on `today`, as far as it says so itself; a title's year is only what it is for."""
    if period is None or (period.start is None and period.end is None):
        return words.VALID_UNKNOWN
    if period.end is not None and period.is_over(today):
        return words.VALID_OVER.format(date=day_of(period.end))
    if period.of_title:
        return (words.VALID_TITLE_COMING if period.is_coming(today) else words.VALID_TITLE).format(
            period=_called(period)
        )
    if period.start is not None and today < period.start:
        template = words.VALID_NOT_YET_UNTIL if period.end else words.VALID_NOT_YET
        return template.format(date=day_of(period.start), end=day_of(period.end) if period.end else "")
    if period.end is not None:
        return words.VALID_UNTIL.format(date=day_of(period.end))
    return words.VALID_FROM.format(date=day_of(period.start or today))


def _called(period: Period) -> str:
    """Call the period of a title: "năm 2027", "năm 2026-2028", else by its two days."""
    days = [day for day in (period.start, period.end) if day]
    if all((day.day, day.month) in ((1, 1), (31, 12)) for day in days):
        return words.VALID_YEARS.format(years="-".join(dict.fromkeys(str(day.year) for day in days)))
    return words.VALID_DAYS.format(first=day_of(days[0]), last=day_of(days[-1]))


def day_of(day: date) -> str:
    """Write a date in digits of two."""
    return f"{day:%d/%m/%Y}"


# ------------------------------------------------------------------------------------------------------ plans and units

PLANS_A_PAGE = 6
UNITS_A_PAGE = 8


def plans_screen(headers: Sequence[tuple[str, int | None, Header]], today: date, page: int = 0) -> Screen:
    """Return one page of plans: number, issuer, year and validity of each; what is absent is said to be.

    headers: each with the short name and the year of its unit.
    """
    if not headers:
        return screen(plain(words.PLANS_EMPTY))
    shown, page, last = paged(headers, page, PLANS_A_PAGE)
    entries = [_plan_line(number, *each, today) for number, each in shown]
    title = from_stars(words.PLANS_TITLE.format(count=len(headers)))
    return screen(join([title, *entries], "\n\n"), [turns(page, last, "k")])


def units_screen(text: str, units: Sequence[tuple[int, str]], page: int = 0, *, pages: bool = True) -> Screen:
    """Return `text` over one button a unit; units: their short names after the number that stands for their plan."""
    shown, page, last = paged(units, page, UNITS_A_PAGE)
    rows = in_rows([button(name, "d", link) for _, (link, name) in shown])
    whole = [button(words.ALL_UNITS, "d", "*")]
    return screen(from_stars(text), [*rows, turns(page, last, "d:p") if pages else (), whole])


def _plan_line(number: int, unit: str, year: int | None, header: Header, today: date) -> Rich:
    issued = words.ISSUED.format(date=day_of(header.date)) if header.date else ""
    years = words.YEAR.format(year=_years(year, header.meant))
    title = shorten(" ".join(filter(None, (header.doc_type, header.title))), 300)
    lines = [
        concat(plain(f"{number}. "), bold(unit)),
        plain(title),
        plain(words.NUMBER.format(number=header.number or words.NO_NUMBER) + issued),
        plain(words.ISSUER.format(issuer=header.issuer or words.NO_ISSUER)),
        plain(f"{years} · {validity(header.period, today)}"),
        *map(plain, corrected_lines(header)),
    ]
    return join(lines, "\n")


def _years(year: int | None, period: Period | None) -> str:
    """Return the year or the years that a plan is for."""
    if period and period.start and period.end and period.start.year < period.end.year:
        return f"{period.start.year}-{period.end.year}"
    return str(year or words.NO_YEAR)
