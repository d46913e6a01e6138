"""[Nhắc tôi] and /nhac: what can be set, what is set, what is due to be sent; the digest of the week. Synchronous.

A reminder counts from the last day in time on which people work: "trước ngày 10/5" is done in time by 09/5, and a day
before is 08/5; where 09/5 is a Sunday it is done by Friday 07/5, and a day before is 06/5.

A week in which nothing falls due is passed over in silence: most weeks are such, and a message that says nothing every
Monday is soon not read any more. Whoever switches the digest on is told so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.agenda import DAYS_BEFORE, HOUR, Agenda, Days, can_remind, due_of, first_day, name_of, next_due, next_mark
from bot.ports import Renewed
from bot.reminders import words
from bot.reminders.screens import (
    Menu,
    days_screen,
    digest_screen,
    menu_screen,
    monday_of,
    reminder_screen,
    reminders_screen,
    stopped_screen,
    told,
    unknown_screen,
    within_screen,
    worked_of,
)
from bot.reminders.store import LIMIT, DigestStore, Reminder, ReminderStore, Subscriber, Wish
from bot.resources import Resources
from bot.screen import Screen, Stale, shorten
from bot.screen import words as screen_words
from bot.screen.duties import NAME, Entry, day_text
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
        """Return a page of /nhac: what is to come, then what was done. What no plan states any more is marked, until
        the next sweep stops it with a note."""
        waiting = self.store.open_ones(chat_id)
        gone = self._unstated({item.wish.duty for item in waiting})
        digest = self.resources.store(DigestStore).wants(chat_id)
        return reminders_screen([*waiting, *self.store.done_ones(chat_id)], gone, page, digest=digest)

    def named(self, chat_id: int, text: str) -> Screen:
        """Answer what was typed after /nhac: words of time, or nothing."""
        within = self.resources.library.days_of(text)
        if within is not None:
            return self.waiting_within(chat_id, within[0].toordinal(), within[1].toordinal())
        return unknown_screen(text) if text.strip() else self.waiting(chat_id)

    def waiting_within(self, chat_id: int, first: int, last: int) -> Screen:
        """Return what is reminded of, or due, from one day to another (ordinals)."""
        within = date.fromordinal(first), date.fromordinal(last)
        held = [each for each in self.store.open_ones(chat_id) if _touches(each.wish, within)]
        return within_screen(held, self._unstated({each.wish.duty for each in held}), within)

    def cancel(self, chat_id: int, number: int, page: int) -> Screen:
        """Cancel a reminder of this chat and return the list. Raises Stale when there is none such."""
        if not self.store.cancel(number, chat_id):
            raise Stale(words.REMINDER_GONE)
        return self.waiting(chat_id, page)

    # ---------------------------------------------------------------------------------------- done, put off

    def finish(self, chat_id: int, number: int) -> tuple[Screen, str]:
        """Note that a duty is done this time; return its reminder and a notice. The next time is still reminded of."""
        reminder = self._own(chat_id, number)
        duty, today = self._agenda.find(reminder.wish.duty), self.resources.library.today()
        following = [self._following(each.wish, duty, today) for each in self.store.of_time(reminder)] if duty else []
        self.store.finish(reminder, [wish for wish in following if wish is not None])
        return self._shown(number), self._finished(reminder)

    def reopen(self, chat_id: int, number: int) -> tuple[Screen, str]:
        """Take that back; return the reminder and a notice."""
        self.store.reopen(self._own(chat_id, number), first_day(self.resources.library.now()))
        return self._shown(number), words.REOPENED

    def snooze(self, place: Place, number: int, days: int) -> tuple[Screen, str]:
        """Remind again so many days from today; return the reminder and a notice, which tells of a missed deadline."""
        reminder = self._own(place.chat_id, number)
        if reminder.done:
            raise Stale(words.SNOOZE_DONE)
        duty = self._agenda.find(reminder.wish.duty)
        if duty is None:
            raise Stale(screen_words.DUTY_GONE)
        day, due = self.resources.library.today() + timedelta(days=days), reminder.wish.due
        worked = worked_of(duty, due)
        wish = replace(reminder.wish, user_id=place.user_id, remind_on=day, before=None, snoozed=True)
        again = self.store.is_put_off(reminder, day)
        if not again and not self.store.snooze(reminder, wish):
            raise Stale(words.REMIND_TOO_MANY.format(limit=LIMIT))
        notice = (words.SNOOZED_ALREADY if again else words.REMIND_SET).format(day=day_text(day), hour=HOUR)
        if due is not None and worked is not None and day > worked:
            late = words.SNOOZE_OVERDUE if day > due else words.SNOOZE_AFTER_WORK
            notice = f"{notice} {late.format(due=day_text(worked))}"
        return self._shown(number, day), notice

    def _own(self, chat_id: int, number: int) -> Reminder:
        reminder = self.store.get(number)
        if reminder is None or reminder.wish.chat_id != chat_id:
            raise Stale(words.REMINDER_GONE)
        return reminder

    def _shown(self, number: int, snoozed_to: date | None = None) -> Screen:
        reminder = self.store.get(number)
        if reminder is None:
            raise Stale(words.REMINDER_GONE)
        return self._outgoing(reminder, snoozed_to).screen

    def _finished(self, reminder: Reminder) -> str:
        waiting = self.store.open_ones(reminder.wish.chat_id)
        due = [item.wish.due for item in waiting if item.wish.duty == reminder.wish.duty and item.wish.due]
        following = words.FINISHED_NEXT.format(day=day_text(min(due))) if due else ""
        return words.FINISHED + following

    # ----------------------------------------------------------------------------------------------- menus

    def _menu(self, chat_id: int, link: int) -> Menu:
        duty = self._undone(chat_id, self._agenda.duty(link))
        now = self.resources.library.now()
        if not can_remind(duty, now):
            self._refuse_past(duty)
        mine = [item for item in self.store.open_ones(chat_id) if item.wish.duty == name_of(duty)]
        marks = tuple((before, next_mark(duty, before, first_day(now))) for before in DAYS_BEFORE)
        unit = self._agenda.unit_of(duty)
        return Menu(link, duty, unit, next_due(duty, now), marks, frozenset(item.wish.remind_on for item in mine))

    def _undone(self, chat_id: int, duty: Scheduled) -> Scheduled:
        """Return the duty without the times that a chat has done. Raises Stale when none is left."""
        done = self.store.done_days(chat_id, name_of(duty))
        days = tuple(day for day in duty.days if day.safe not in done)
        if duty.days and not days:
            raise Stale(words.REMIND_DONE)
        return replace(duty, days=days)

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
        due = due_of(menu.duty, day, before)
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
        remind_on = wish.remind_on if wish.before is None else next_mark(duty, wish.before, first)
        due = due_of(duty, remind_on, wish.before) if remind_on else None
        if remind_on is None or remind_on < first or (due is None and duty.days):
            return None
        said = told(duty, due, self._agenda.unit_of(duty))
        return replace(wish, duty=name_of(duty), told=said, due=due.safe if due else None, remind_on=remind_on)

    # ---------------------------------------------------------------------------------------------- sending

    def gone(self) -> frozenset[str]:
        """Return the duties that somebody waits for and no plan states any more; forget what is over for long, and call
        by its new name what is read otherwise by now."""
        self.store.forget_old(self.resources.library.today())
        unknown = self._unknown(self.store.duties())
        again = {name: name_of(duty) for name, duty in unknown.items() if duty}
        self.store.rename(again)
        return frozenset(unknown.keys() - again.keys())

    def _unstated(self, names: set[str]) -> set[str]:
        return {name for name, duty in self._unknown(names).items() if duty is None}

    def _unknown(self, names: set[str]) -> dict[str, Scheduled | None]:
        """Return the names that no duty has by now, each with the duty that it is found by all the same."""
        stated = {name_of(duty) for duty in self.resources.library.schedule()}
        return {name: self._agenda.find(name) for name in names - stated}

    def due(self, gone: Collection[str]) -> list[Outgoing]:
        """Return the messages that are due, so many at most as one sweep sends."""
        return [
            self._outgoing(reminder) for reminder in self.store.due(self.resources.library.today(), gone, MOST_AT_ONCE)
        ]

    def again(self, number: int) -> Screen | None:
        """Return a reminder as it reads today, None when it is forgotten."""
        reminder = self.store.get(number)
        return self._outgoing(reminder).screen if reminder else None

    def _outgoing(self, reminder: Reminder, snoozed_to: date | None = None) -> Outgoing:
        duty, today = self._agenda.find(reminder.wish.duty), self.resources.library.today()
        if duty is None:
            return Outgoing(reminder, stopped_screen(reminder), gone=True)
        link = self.resources.state.link(name_of(duty))
        shown = reminder_screen(reminder, link, duty, self._agenda.unit_of(duty), today, snoozed_to)
        return Outgoing(reminder, shown, self._following(reminder.wish, duty, today))

    def sent(self, outgoing: Outgoing) -> None:
        """End a reminder together with its letter."""
        self.store.sent(outgoing.reminder, outgoing.following, stop=outgoing.gone)

    def _following(self, wish: Wish, duty: Scheduled, today: date) -> Wish | None:
        """Return the same reminder for the next time that can still be kept, None for a chosen day."""
        if wish.before is None or wish.due is None:
            return None
        done = self.store.done_days(wish.chat_id, wish.duty)
        ahead = (day for day in duty.days if day.safe > wish.due and day.safe >= today and day.safe not in done)
        day = next(ahead, None)
        if day is None:
            return None
        said = told(duty, day, self._agenda.unit_of(duty))
        remind_on = duty.deadline.worked(day) - timedelta(days=wish.before)
        return Wish(wish.chat_id, wish.topic, wish.user_id, wish.duty, said, day.safe, remind_on, wish.before)


def _touches(wish: Wish, within: Days) -> bool:
    """Tell whether the day of a reminder, or that on which its duty is due, lies within some days."""
    return any(day is not None and within[0] <= day <= within[1] for day in (wish.remind_on, wish.due))


# -------------------------------------------------------------------------------------------------- digests of the week


@dataclass(frozen=True, slots=True)
class Week:
    """What one chat is to be told; screen: None when nothing falls due."""

    to: Subscriber
    monday: date
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class Digests:
    """Telling chats of their week."""

    resources: Resources

    @property
    def store(self) -> DigestStore:
        """The rows."""
        return self.resources.store(DigestStore)

    def switch(self, place: Place, *, on: bool) -> str:
        """Tell a chat of its weeks from the next Monday on, or no more; return a notice."""
        if not on:
            self.store.end(place.chat_id)
            return words.DIGEST_OFF
        monday = monday_of(self.resources.library.today())
        self.store.begin(Subscriber(place.chat_id, place.topic), place.user_id, monday)
        unit = shorten(self.resources.unit_name(place.chat_id) or words.DIGEST_EVERYONE, NAME)
        return words.DIGEST_ON.format(day=day_text(monday + timedelta(weeks=1)), unit=unit)

    def due(self) -> list[Week]:
        """Return the digests of this week that were not sent yet, so many at most as one sweep sends.

        One that is late, because nothing could be sent on Monday, tells what is left of the week.
        """
        today = self.resources.library.today()
        held: dict[str | None, list[Entry]] = {}
        weeks = []
        for chat in self.store.waiting(monday_of(today), MOST_AT_ONCE):
            unit = self.resources.unit(chat.chat_id)
            if unit not in held:
                held[unit] = _of_week(Agenda(self.resources).entries(unit, unit), today)
            weeks.append(Week(chat, monday_of(today), self._screen(chat.chat_id, unit, held[unit], today)))
        return weeks

    def _screen(self, chat_id: int, unit: str | None, entries: Sequence[Entry], today: date) -> Screen | None:
        if not entries:
            return None
        done = {(item.wish.duty, item.wish.due) for item in self.resources.store(ReminderStore).done_ones(chat_id)}
        name = self.resources.name_of(unit) if unit else words.DIGEST_EVERYONE
        return digest_screen(entries, {entry.link for entry in entries if _time(entry) in done}, name, today)


def _of_week(entries: Sequence[Entry], today: date) -> list[Entry]:
    """Return the duties that can still be done in time and whose last working day for it is in this week or over, by
    that day."""
    sunday = monday_of(today) + timedelta(days=6)
    dated = [
        (entry.duty.deadline.worked(entry.day), entry) for entry in entries if entry.day and today <= entry.day.safe
    ]
    return [entry for worked, entry in sorted(dated, key=lambda each: each[0]) if worked <= sunday]


def _time(entry: Entry) -> tuple[str, date | None]:
    return name_of(entry.duty), entry.day.safe if entry.day else None
