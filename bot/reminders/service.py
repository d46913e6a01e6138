"""Reminders: what can be set, what is set, and what is due to be sent. Synchronous.

A reminder counts from the last safe day: "trước ngày 10/5" is done in time by 09/5, and a day before is 08/5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.agenda import DAYS_BEFORE, HOUR, Agenda, can_remind, first_day, name_of, next_due
from bot.ports import Renewed
from bot.reminders import words
from bot.reminders.store import LIMIT, Reminder, ReminderStore, Wish
from bot.resources import Resources
from bot.screen import words as screen_words
from bot.screen.duties import day_text, place_text, what_text, when_text
from bot.screen.rich import Rich, bold, from_stars, italic, join, plain, shorten
from bot.screen.screens import Button, Screen, Stale, button, in_rows, paged, screen, turns
from knowledge.model import DueDay, Scheduled

MOST_AT_ONCE = 300
"""Messages of one sweep; the next one goes on."""
UNDATED_AHEAD = timedelta(days=60)
"""How far ahead a day can be chosen for a duty without a date."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send. following: the reminder of the next time the duty is due; gone: it is the note that the
    plan no longer states the duty."""

    reminder: Reminder
    screen: Screen
    following: Wish | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reminder goes, and who asked for it."""

    chat_id: int
    topic: int | None
    user_id: int


@dataclass(frozen=True, slots=True)
class Reminders:
    """Reminding people of what is due."""

    resources: Resources

    @property
    def store(self) -> ReminderStore:
        """The rows."""
        return self.resources.store(ReminderStore)

    @property
    def _agenda(self) -> Agenda:
        return Agenda(self.resources)

    # ---------------------------------------------------------------------------------- setting, cancelling

    def menu(self, chat_id: int, link: int) -> Screen:
        """Return what can be set for a duty. Raises Stale when it is past or gone; the message says which."""
        return menu_screen(self._menu(chat_id, link))

    def days(self, chat_id: int, link: int, page: int) -> Screen:
        """Return a page of the days on which one can be reminded."""
        menu = self._menu(chat_id, link)
        return days_screen(menu, self._days(menu.duty, menu.day), page)

    def toggle_mark(self, place: Place, link: int, before: int) -> tuple[Screen, str]:
        """Set or cancel the reminder so many days before; return the menu and a notice."""
        menu = self._menu(place.chat_id, link)
        day = dict(menu.marks).get(before)
        if day is None:
            raise Stale(words.REMIND_TOO_LATE)
        return self._toggle(place, menu, day, before)

    def toggle_day(self, place: Place, link: int, ordinal: int) -> tuple[Screen, str]:
        """Set or cancel the reminder on a chosen day; return the menu and a notice."""
        menu = self._menu(place.chat_id, link)
        day = date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else date.min
        if day not in menu.set_days and day not in self._days(menu.duty, menu.day):
            raise Stale(words.REMIND_TOO_LATE)
        return self._toggle(place, menu, day, None)

    def waiting(self, chat_id: int, page: int = 0) -> Screen:
        """Return a page of /nhac; what no plan states any more is marked, until the next sweep stops it with a note."""
        reminders = self.store.open_ones(chat_id)
        return reminders_screen(reminders, {item.wish.duty for item in reminders} - self._stated(), page)

    def cancel(self, chat_id: int, number: int, page: int) -> Screen:
        """Cancel a reminder of this chat and return the list. Raises Stale when there is none such."""
        if not self.store.cancel(number, chat_id):
            raise Stale(words.REMINDER_GONE)
        return self.waiting(chat_id, page)

    def _menu(self, chat_id: int, link: int) -> Menu:
        duty = self._agenda.duty(link)
        now = self.resources.library.now()
        if not can_remind(duty, now):
            self._refuse_past(duty)
        mine = [item for item in self.store.open_ones(chat_id) if item.wish.duty == name_of(duty)]
        marks = tuple((before, _next_mark(duty, before, first_day(now))) for before in DAYS_BEFORE)
        unit = self._agenda.unit_of(duty)
        return Menu(link, duty, unit, next_due(duty, now), marks, frozenset(item.wish.remind_on for item in mine))

    def _refuse_past(self, duty: Scheduled) -> None:
        """Nobody is reminded of what is past, nor of what a plan asked for that is over."""
        if duty.days:
            raise Stale(words.REMIND_PAST.format(day=day_text(duty.days[-1].last)))
        if duty.period and duty.period.end:
            raise Stale(words.REMIND_OVER.format(day=day_text(duty.period.end)))

    def _days(self, duty: Scheduled, day: DueDay | None) -> list[date]:
        first = first_day(self.resources.library.now())
        last = day.safe if day else first + UNDATED_AHEAD
        if day is None and duty.period and duty.period.end:
            last = min(last, duty.period.end)
        return [first + timedelta(days=count) for count in range((last - first).days + 1)]

    def _toggle(self, place: Place, menu: Menu, day: date, before: int | None) -> tuple[Screen, str]:
        if day in menu.set_days:
            held = [item for item in self.store.open_ones(place.chat_id) if item.wish.remind_on == day]
            for item in held:
                if item.wish.duty == name_of(menu.duty):
                    self.store.cancel(item.id, place.chat_id)
            return self.menu(place.chat_id, menu.link), words.REMIND_CANCELLED.format(day=day_text(day))
        due = _due_of(menu.duty, day, before)
        said = told(menu.duty, due, menu.unit)
        wish = Wish(place.chat_id, place.topic, place.user_id, name_of(menu.duty), said,
                    due.safe if due else None, day, before)  # fmt: skip
        if not self.store.add(wish):
            raise Stale(words.REMIND_TOO_MANY.format(limit=LIMIT))
        return self.menu(place.chat_id, menu.link), words.REMIND_SET.format(day=day_text(day), hour=HOUR)

    # --------------------------------------------------------------------------------------- another version

    def chats_of(self, plan_id: str) -> set[int]:
        """Return the chats that wait for a duty of this plan."""
        return self.store.chats_of(plan_id)

    def follow(self, kept: Iterable[Renewed], changed: Iterable[Renewed]) -> None:
        """Keep the reminders of duties under the names of another version, and count those from another time from then.

        One whose day would be past stays as it is: the sweep stops it with its note.
        """
        pairs = ((name_of(old), name_of(new)) for old, new in kept)
        self.store.rename({old: new for old, new in pairs if old != new})
        for old, new in changed:
            for reminder in self.store.of_duty(name_of(old)):
                wish = self._moved(reminder.wish, new)
                if wish is not None:
                    self.store.exchange(reminder, wish)

    def _moved(self, wish: Wish, duty: Scheduled) -> Wish | None:
        first = first_day(self.resources.library.now())
        remind_on = wish.remind_on if wish.before is None else _next_mark(duty, wish.before, first)
        due = _due_of(duty, remind_on, wish.before) if remind_on else None
        if remind_on is None or remind_on < first or (due is None and duty.days):
            return None
        said = told(duty, due, self._agenda.unit_of(duty))
        return replace(wish, duty=name_of(duty), told=said, due=due.safe if due else None, remind_on=remind_on)

    # ---------------------------------------------------------------------------------------------- sending

    def gone(self) -> frozenset[str]:
        """Return the duties that somebody waits for and no plan states any more; forget what is over for long."""
        self.store.forget_old(self.resources.library.today())
        return frozenset(self.store.duties() - self._stated())

    def _stated(self) -> set[str]:
        return {name_of(duty) for duty in self.resources.library.schedule()}

    def due(self, gone: Collection[str]) -> list[Outgoing]:
        """Return the messages that are due, so many at most as one sweep sends."""
        return [
            self._outgoing(reminder) for reminder in self.store.due(self.resources.library.today(), gone, MOST_AT_ONCE)
        ]

    def again(self, number: int) -> Screen | None:
        """Return a reminder as it reads today, None when it is forgotten."""
        reminder = self.store.get(number)
        return self._outgoing(reminder).screen if reminder else None

    def _outgoing(self, reminder: Reminder) -> Outgoing:
        duty, today = self._agenda.find(reminder.wish.duty), self.resources.library.today()
        if duty is None:
            return Outgoing(reminder, stopped_screen(reminder), gone=True)
        link = self.resources.state.link(name_of(duty))
        shown = reminder_screen(reminder, link, duty, self._agenda.unit_of(duty), today)
        return Outgoing(reminder, shown, self._following(reminder.wish, duty, today))

    def sent(self, outgoing: Outgoing) -> None:
        """End a reminder together with its letter."""
        self.store.sent(outgoing.reminder, outgoing.following, stop=outgoing.gone)

    def lapse(self, outgoing: Outgoing) -> None:
        """Pass over a message that must not go out."""
        self.store.drop(outgoing.reminder, outgoing.following)

    def _following(self, wish: Wish, duty: Scheduled, today: date) -> Wish | None:
        """Return the same reminder for the next time that can still be kept, None for a chosen day."""
        if wish.before is None or wish.due is None:
            return None
        day = next((day for day in duty.days if day.safe > wish.due and day.safe >= today), None)
        if day is None:
            return None
        said = told(duty, day, self._agenda.unit_of(duty))
        remind_on = day.safe - timedelta(days=wish.before)
        return Wish(wish.chat_id, wish.topic, wish.user_id, wish.duty, said, day.safe, remind_on, wish.before)


def _next_mark(duty: Scheduled, before: int, first: date) -> date | None:
    marks = (day.safe - timedelta(days=before) for day in duty.days)
    return next((mark for mark in marks if mark >= first), None)


def _due_of(duty: Scheduled, day: date, before: int | None) -> DueDay | None:
    """Return the time a reminder on `day` is for."""
    if before is not None:
        return next((due for due in duty.days if due.safe - timedelta(days=before) == day), None)
    return next((due for due in duty.days if due.safe >= day), None)


# -------------------------------------------------------------------------------------------------------------- screens

DAYS_A_PAGE = 12
REMINDERS_A_PAGE = 8


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


def reminders_screen(reminders: Sequence[Reminder], gone: Collection[str], page: int) -> Screen:
    """Return a page of what a chat waits for, with a button to cancel each. gone: duties that no plan states now."""
    if not reminders:
        return screen(from_stars(words.REMINDERS_NONE), [[button(screen_words.DUTIES, "h")]])
    shown, page, last = paged(reminders, page, REMINDERS_A_PAGE)
    entries = [_waiting(number, reminder, gone) for number, reminder in shown]
    cancels = [button(words.REMIND_CANCEL.format(number=number), "rx", item.id, page) for number, item in shown]
    title = from_stars(words.REMINDERS_TITLE.format(count=len(reminders), hour=HOUR))
    return screen(join([title, *entries], "\n\n"), [*in_rows(cancels, 4), turns(page, last, "r")])


def reminder_screen(reminder: Reminder, link: int, duty: Scheduled, unit: str, today: date) -> Screen:
    """Return the reminder itself: days left, what, when, where; late or perhaps repeated ones say so."""
    wish = reminder.wish
    day = next((day for day in duty.days if day.safe == wish.due), None)
    if day is None and wish.due is not None:  # past, of a plan without an end, whose days are told from today on
        day = DueDay(wish.due, wish.due)
    notes = []
    if wish.remind_on < today:
        notes.append(words.REMINDER_LATE.format(day=day_text(wish.remind_on)))
    title = bold("⏰ " + _left(wish.due, today))
    body = join([title, _duty(duty, day, unit), italic(" ".join(notes))], "\n\n")
    return screen(body, [[button(screen_words.SOURCE, "hs", link), button(words.REMINDERS, "r")]])


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


def _left(due: date | None, today: date) -> str:
    if due is None:
        return words.REMINDER_UNDATED
    left = (due - today) // timedelta(days=1)
    if left < 0:
        return words.REMINDER_OVERDUE.format(days=-left)
    return words.REMINDER_TODAY if left == 0 else words.REMINDER_LEFT.format(days=left)


def _waiting(number: int, reminder: Reminder, gone: Collection[str]) -> Rich:
    wish = reminder.wish
    every = words.REMINDER_EVERY.format(days=wish.before) if wish.before in DAYS_BEFORE else ""
    mark = [italic(words.REMINDER_OF_GONE)] if wish.duty in gone else []
    return join([bold(f"{number}. {day_text(wish.remind_on)}{every}"), plain(wish.told), *mark], "\n")
