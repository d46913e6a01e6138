"""Duties with their days as lists and lines: when, what, to whom, of whose plan, and whether that plan is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from bot import wording
from bot.render.lists import validity
from bot.render.rich import Rich, bold, folded, from_stars, italic, join, one_line, plain, shorten
from bot.render.screens import Button, Screen, button, screen
from knowledge.model import Deadline, DueDay, Scheduled

DUTIES_A_PAGE = 5
WHAT = 200
NAME = 80
QUOTE = 1500


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
    def order(self) -> tuple[bool, int, date]:
        """The chat's own unit first; what is to come by date, what is past by date, what has no date."""
        return not self.own, self.group, self.day.last if self.day else date.max


def duties_screen(
    entries: Sequence[Entry], unit: str | None, today: date, page: int, only: int | None = None
) -> Screen:
    """Return a page of the list with one row of numbers, each of which opens a duty. unit: the chat's own, None when it
    has none; only: the link of the plan whose duties these are, when they are of one."""
    if not entries:
        return screen(plain(wording.DUTIES_EMPTY))
    last = (len(entries) - 1) // DUTIES_A_PAGE
    page = min(max(page, 0), last)
    first = page * DUTIES_A_PAGE
    shown = list(enumerate(entries[first : first + DUTIES_A_PAGE], first + 1))
    lines: list[Rich] = [from_stars(wording.DUTIES_TITLE.format(count=len(entries)))]
    lines += [plain(note)] if (note := _nothing_to_come(entries, unit, today)) and page == 0 else []
    heading = None
    for number, entry in shown:
        above = _heading(entry, unit)
        lines += [bold(above)] if above != heading else []
        lines.append(_entry(number, entry, today))
        heading = above
    if last:
        lines.append(plain(wording.PAGE.format(page=page + 1, pages=last + 1)))
    numbers = [button(wording.DUTY_NUMBER.format(number=number), "hd", entry.link, page) for number, entry in shown]
    return screen(join(lines, "\n\n"), [numbers, _turns(page, last, only), () if only else _calendars(unit)])


def card_screen(entry: Entry, today: date, page: int, *, remind: bool) -> Screen:
    """Return one duty with all that its plan says of it, its own words, and what can be done with it.

    page: of the list that it was opened from, to which a button leads back; remind: it can still be reminded of.
    """
    deadline = entry.duty.deadline
    told = [
        wording.DUTY_DETAILS[name].format(value=shorten(" ".join(value.split()), WHAT))
        for name in wording.DUTY_DETAILS
        if (value := getattr(deadline, name))
    ]
    what = shorten(" ".join(deadline.what.split()), WHAT)
    quote = " … ".join(one_line(citation.quote) for citation in deadline.citations)
    lines = [
        bold(when_text(entry.duty, entry.day)),
        plain(what[:1].upper() + what[1:]),
        *map(plain, told),
        italic(f"🏢 {place_text(entry.duty, entry.unit)} · {validity(entry.duty.period, today)}"),
        folded(f"“{shorten(quote, QUOTE)}”") if quote else (),
    ]
    row = [button(wording.SOURCE, "hs", entry.link)]
    row += [button(wording.REMIND_ME, "rm", entry.link)] if remind else []
    row += [button(wording.DUTY_FILE, "hi", entry.link)] if entry.day else []
    return screen(join(lines, "\n"), [row, [button(wording.DUTY_LIST, "h", page)]])


def when_text(duty: Scheduled, day: DueDay | None) -> str:
    """Say when a duty is due: "Trước 10/5/2027 (nên xong chậm nhất 09/5/2027)", "Không nêu ngày cụ thể, hằng quý"."""
    deadline = duty.deadline
    if day is None:
        return _undated(deadline)
    if day.first:
        text = wording.DUE_RANGE.format(first=day_text(day.first), last=day_text(day.last))
    else:
        text = _due(deadline).format(day=day_text(day.last))
    if deadline.time:
        text += wording.DUE_TIME.format(time=deadline.time)
    if day.safe != day.last:
        text += wording.DUE_SAFE.format(day=day_text(day.safe))
    if len(duty.days) > 1:
        every = wording.EVERY.get(deadline.recurrence or "", "")
        text += f", {every}" * bool(every) + wording.DUE_TIMES.format(count=len(duty.days))
    return text + wording.DUE_INFERRED * _is_inferred(deadline, day)


def what_text(deadline: Deadline) -> str:
    """Say what is to be done and to whom it goes."""
    to = wording.DUTY_TO.format(to=shorten(deadline.to, NAME)) if deadline.to else ""
    what = shorten(" ".join(deadline.what.split()), WHAT)
    return what[:1].upper() + what[1:] + to


def place_text(duty: Scheduled, unit: str) -> str:
    """Say whose plan it is and where it stands there."""
    section = shorten(duty.deadline.section, NAME)
    section = wording.PLACE.format(section=section) if not section[:1].islower() else f", {section}"
    return shorten(unit, NAME) + section


def day_text(day: date) -> str:
    """Write a date as Nghị định 30/2020/NĐ-CP, annex I, does: days below 10 and months 1 and 2 take a leading zero."""
    return f"{day.day:02d}/{day.month if day.month > 2 else f'0{day.month}'}/{day.year}"


def short_day(day: date) -> str:
    """Write a date without its year."""
    return day_text(day).rpartition("/")[0]


def _is_inferred(deadline: Deadline, day: DueDay) -> bool:
    """Tell whether the plan itself prints no year for the day."""
    return deadline.year is None and str(day.last.year) not in (deadline.stated or "")


def _nothing_to_come(entries: Sequence[Entry], unit: str | None, today: date) -> str:
    """Say that nothing is upcoming, at all or for the chat's own unit; nothing where something is."""
    coming = [entry for entry in entries if entry.group is Group.SOON]
    if not coming:
        return wording.DUTIES_NONE_SOON.format(today=day_text(today))
    if unit is not None and not any(entry.own for entry in coming):
        return wording.DUTIES_NONE_SOON_OWN.format(unit=unit, today=day_text(today))
    return ""


def _due(deadline: Deadline) -> str:
    if deadline.day is None:
        return wording.DUE_LATEST
    by_comparator = {"trước": wording.DUE_BEFORE, "từ": wording.DUE_FROM, None: wording.DUE_ON, "vào": wording.DUE_ON}
    return by_comparator.get(deadline.comparator, wording.DUE_LATEST)


def _undated(deadline: Deadline) -> str:
    every = wording.EVERY.get(deadline.recurrence or "", "")
    words = deadline.within or deadline.stated
    stated = f"“{shorten(words, 120)}”" if words else ""
    return ", ".join(part for part in (wording.DUE_UNDATED, every, stated) if part)


def _heading(entry: Entry, unit: str | None) -> str:
    group = wording.DUTY_GROUPS[entry.group]
    if unit is None:
        return group
    return f"{wording.DUTIES_OWN.format(unit=unit) if entry.own else wording.DUTIES_OTHERS} · {group}"


def _entry(number: int, entry: Entry, today: date) -> Rich:
    state = validity(entry.duty.period, today)
    return join(
        [
            bold(f"{number}. {when_text(entry.duty, entry.day)}"),
            plain(what_text(entry.duty.deadline)),
            italic(f"🏢 {place_text(entry.duty, entry.unit)} · {state}"),
        ],
        "\n",
    )


def _turns(page: int, last: int, only: int | None) -> list[Button]:
    action = ("h",) if only is None else ("hu", only)
    turns = [button(wording.NEWER, *action, page - 1)] if page > 0 else []
    return [*turns, button(wording.OLDER, *action, page + 1)] if page < last else turns


def _calendars(unit: str | None) -> list[Button]:
    own = [button(wording.FILE_OWN, "hi", "o")] if unit else []
    return [*own, button(wording.FILE_ALL, "hi", "a")]
