"""What is set, what can be set, and the reminders themselves, as screens."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.agenda import DAYS_BEFORE, HOUR, Days
from bot.reminders import words
from bot.reminders.store import Reminder
from bot.screen import (
    Button,
    Rich,
    Screen,
    bold,
    button,
    from_stars,
    in_rows,
    italic,
    join,
    paged,
    plain,
    screen,
    shorten,
    turns,
)
from bot.screen import words as screen_words
from bot.screen.duties import Entry, day_text, place_text, short_day, what_text, when_text
from knowledge.model import DueDay, Scheduled

DAYS_A_PAGE = 12
REMINDERS_A_PAGE = 6
REMINDERS_SHOWN = 12
"""Of those within some days; the whole list has them all."""
SNOOZES = (1, 3)
"""Days to put a reminder off."""


@dataclass(frozen=True, slots=True)
class Menu:
    """What can be set for a duty. link: its number in buttons; day: when it is due next; marks: for each number of days
    before, the next day that falls on, None when that is past; chosen: the other days already set."""

    link: int
    duty: Scheduled
    unit: str
    day: DueDay | None
    marks: tuple[tuple[int, date | None], ...]
    set_days: frozenset[date]

    @property
    def chosen(self) -> list[date]:
        """The days set that are none of the marks."""
        return sorted(self.set_days - {mark for _, mark in self.marks})


def menu_screen(menu: Menu) -> Screen:
    """Return the offer to remind, with what is set already marked."""
    notes = [words.REMIND_HOW.format(hour=HOUR)]
    if len(menu.duty.days) > 1:
        notes.append(words.REMIND_EVERY)
    if menu.day is None:
        notes.append(words.REMIND_UNDATED)
    body = join([bold(words.REMIND_TITLE), _duty(menu.duty, menu.day, menu.unit), plain("\n".join(notes))], "\n\n")
    marks = [_mark(menu, before, day) for before, day in menu.marks if day is not None]
    chosen = [_toggle(f"✅ {day_text(day)}", menu.link, day) for day in menu.chosen]
    others = [button(words.REMIND_OTHER_DAY, "rp", menu.link, -1 if menu.day else 0), button(words.REMINDERS, "r")]
    return screen(body, [*([mark] for mark in marks), *in_rows(chosen), others])


def days_screen(menu: Menu, days: Sequence[date], page: int) -> Screen:
    """Return a page of the days to choose from. A negative page counts from the end, as lists do."""
    pages = max(1, -(-len(days) // DAYS_A_PAGE))
    page = page % pages if -pages <= page < pages else 0
    shown = days[page * DAYS_A_PAGE : (page + 1) * DAYS_A_PAGE]
    labels = [("✅ " if day in menu.set_days else "") + words.DAY.format(
        weekday=words.WEEKDAYS[day.weekday()], day=day_text(day)) for day in shown]  # fmt: skip
    grid = in_rows([_toggle(label, menu.link, day) for label, day in zip(labels, shown, strict=True)], 3)
    body = join([bold(words.REMIND_CHOOSE), _duty(menu.duty, menu.day, menu.unit)], "\n\n")
    return screen(body, [*grid, turns(page, pages - 1, "rp", menu.link), [button(words.BACK, "rb", menu.link)]])


def reminders_screen(reminders: Sequence[Reminder], gone: Collection[str], page: int, *, digest: bool) -> Screen:
    """Return a page of what a chat waits for and what it has done, with the buttons of each. gone: duties that no plan
    states now; digest: the chat is told of its week."""
    switch = button(words.DIGEST_STOP, "rw", 0) if digest else button(words.DIGEST_START, "rw", 1)
    if not reminders:
        return screen(from_stars(words.REMINDERS_NONE), [[button(screen_words.DUTIES, "h")], [switch]])
    shown, page, last = paged(reminders, page, REMINDERS_A_PAGE)
    entries = [_listed(number, reminder, gone) for number, reminder in shown]
    choices = [_choices(number, item, page) for number, item in shown]
    body = join([from_stars(_heading(reminders)), *entries], "\n\n")
    return screen(body, [*choices, turns(page, last, "r"), [switch]])


def within_screen(reminders: Sequence[Reminder], gone: Collection[str], within: Days) -> Screen:
    """Return what is reminded of, or due, within some days; gone: duties that no plan states now."""
    first, last = within
    told = words.WITHIN.format(first=day_text(first), last=day_text(last))
    due = button(words.DUTIES_THEN, "hw", first.toordinal(), last.toordinal(), 0, 0)
    rows = [[due], [button(words.REMINDERS_EVERY, "r")]]
    if not reminders:
        return screen(plain(words.REMINDERS_WITHIN_NONE.format(days=told)), rows)
    shown = list(enumerate(reminders[:REMINDERS_SHOWN], 1))
    title = from_stars(words.REMINDERS_WITHIN.format(days=told, count=len(reminders)))
    more = (
        [plain(words.REMINDERS_MORE.format(count=len(reminders) - len(shown)))] if len(shown) < len(reminders) else []
    )
    body = join([title, *(_listed(number, each, gone) for number, each in shown), *more], "\n\n")
    return screen(body, rows)


def unknown_screen(text: str) -> Screen:
    """Say that words after /nhac name no time."""
    return screen(plain(words.REMINDERS_UNKNOWN.format(text=shorten(text, 60))), [[button(words.REMINDERS_EVERY, "r")]])


def _heading(reminders: Sequence[Reminder]) -> str:
    """Count what waits and what is done, each by itself."""
    done = sum(item.done for item in reminders)
    if done == len(reminders):
        return words.REMINDERS_ALL_DONE.format(count=done)
    title = words.REMINDERS_TITLE.format(count=len(reminders) - done, hour=HOUR)
    return title + (words.REMINDERS_DONE.format(count=done) if done else "")


def reminder_screen(
    reminder: Reminder, link: int, duty: Scheduled, unit: str, today: date, snoozed_to: date | None = None
) -> Screen:
    """Return the reminder itself: days left, what, when, where; late ones say so, as do those that are done or put off
    to another day."""
    wish = reminder.wish
    day = next((day for day in duty.days if day.safe == wish.due), None)
    if day is None and wish.due is not None:  # past, of a plan without an end, whose days are told from today on
        day = DueDay(wish.due, wish.due)
    notes = []
    if snoozed_to is not None:
        notes.append(words.SNOOZED_TO.format(day=day_text(snoozed_to)))
    elif wish.remind_on < today and not reminder.done:
        notes.append(words.REMINDER_LATE.format(day=day_text(wish.remind_on)))
    worked = worked_of(duty, wish.due)
    title = bold(words.DONE if reminder.done else "⏰ " + _left(wish.due, worked, today))
    body = join([title, _duty(duty, day, unit), italic(" ".join(notes))], "\n\n")
    state = button(words.REOPEN, "ru", reminder.id) if reminder.done else button(words.FINISH, "rk", reminder.id)
    snoozes = [] if reminder.done else [_snooze(reminder, worked, days, today) for days in SNOOZES]
    rows = [[button(screen_words.SOURCE, "hs", link), state], snoozes, [button(words.REMINDERS, "r")]]
    return screen(body, rows)


def worked_of(duty: Scheduled, due: date | None) -> date | None:
    """Return the last working day for the time of a duty that has `due` as its last day; `due` where it is not told."""
    day = next((day for day in duty.days if day.safe == due), None)
    return duty.deadline.worked(day) if day else due


def _snooze(reminder: Reminder, worked: date | None, days: int, today: date) -> Button:
    """Offer to put a reminder off; one that would come after the last day in time, or the last one worked, says so."""
    due, then, template = reminder.wish.due, today + timedelta(days=days), words.SNOOZE
    if due is not None and worked is not None and then > worked:
        template = words.SNOOZE_LATE if then > due else words.SNOOZE_OFF
    return button(template.format(days=days), "rz", reminder.id, days)


def stopped_screen(reminder: Reminder) -> Screen:
    """Return the note that a duty's reminders have stopped, because its plan has changed or gone."""
    body = join([from_stars(words.REMINDER_STOPPED), plain(reminder.wish.told)], "\n\n")
    return screen(body, [[button(screen_words.DUTIES, "h")]])


def told(duty: Scheduled, day: DueDay | None, unit: str) -> str:
    """Return what a reminder is about, in words to keep: the plan may be gone when they are needed."""
    return f"{shorten(what_text(duty.deadline), 160)}\n{when_text(duty, day)} · {place_text(duty, unit)}"


def _duty(duty: Scheduled, day: DueDay | None, unit: str) -> Rich:
    what = plain(what_text(duty.deadline))
    return join([bold(when_text(duty, day)), what, italic(f"🏢 {place_text(duty, unit)}")], "\n")


def _mark(menu: Menu, before: int, day: date) -> Button:
    sign = "✅" if day in menu.set_days else "⏰"
    label = words.REMIND_MARK.format(sign=sign, days=before, day=day_text(day))
    return button(label, "rt", menu.link, before)


def _toggle(label: str, link: int, day: date) -> Button:
    return button(label, "rd", link, day.toordinal())


def _left(due: date | None, worked: date | None, today: date) -> str:
    """Say how many days are left; before days off, until the last one that is worked."""
    if due is None or worked is None:
        return words.REMINDER_UNDATED
    left, to_work = (due - today).days, (worked - today).days
    if left < 0:
        return words.REMINDER_OVERDUE.format(days=-left)
    if left == 0:
        return words.REMINDER_TODAY
    if to_work <= 0 and worked != due:
        return words.REMINDER_OFF.format(days=left) if to_work else words.REMINDER_WORKED_TODAY
    return (words.REMINDER_LEFT if worked == due else words.REMINDER_WORKED).format(days=to_work)


def _listed(number: int, reminder: Reminder, gone: Collection[str]) -> Rich:
    wish = reminder.wish
    every = words.REMINDER_EVERY.format(days=wish.before) if wish.before in DAYS_BEFORE else ""
    state = words.DONE if reminder.done else day_text(wish.remind_on) + every + words.SNOOZED * wish.snoozed
    mark = [italic(words.REMINDER_OF_GONE)] if wish.duty in gone else []
    return join([bold(f"{number}. {state}"), plain(wish.told), *mark], "\n")


def _choices(number: int, reminder: Reminder, page: int) -> list[Button]:
    if reminder.done:
        return [button(words.REOPEN_NUMBER.format(number=number), "ru", reminder.id, page)]
    finish = button(words.FINISH_NUMBER.format(number=number), "rk", reminder.id, page)
    return [finish, button(words.REMIND_CANCEL.format(number=number), "rx", reminder.id, page)]


# ------------------------------------------------------------------------------------------------ digests of the week

MOST_DUTIES = 12
"""Duties of one digest; /han has them all."""


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def digest_screen(entries: Sequence[Entry], done: Collection[int], unit: str, today: date) -> Screen:
    """Return the duties of the rest of this week, each with the button of its source. done: links of those that the
    chat has done; unit: whose they are."""
    sunday = monday_of(today) + timedelta(days=6)
    shown = entries[:MOST_DUTIES]
    title = words.DIGEST_TITLE.format(first=short_day(today), last=day_text(sunday), unit=unit)
    lines: list[Rich] = [from_stars(title)]
    lines += [_of_week(number, entry, entry.link in done) for number, entry in enumerate(shown, 1)]
    if len(shown) < len(entries):
        lines.append(plain(words.DIGEST_MORE.format(count=len(entries) - len(shown))))
    sources = [
        button(words.DIGEST_SOURCE.format(number=number), "hs", entry.link) for number, entry in enumerate(shown, 1)
    ]
    rows = [*in_rows(sources, 4), [button(screen_words.DUTIES, "h")], [button(words.DIGEST_STOP, "rw", 0)]]
    return screen(join(lines, "\n\n"), rows)


def _of_week(number: int, entry: Entry, done: bool) -> Rich:
    told = [bold(f"{number}. {entry.when}"), plain(what_text(entry.duty.deadline))]
    told.append(italic(f"🏢 {place_text(entry.duty, entry.unit)}"))
    return join([*told, *([plain(words.DIGEST_DONE)] if done else [])], "\n")
