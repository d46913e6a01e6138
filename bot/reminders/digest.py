"""The digest of the week on Monday morning, for chats that want it: of their unit, or of every one. Synchronous.

A week in which nothing falls due is passed over in silence: most weeks are such, and a message that says nothing every
Monday is soon not read any more. Whoever switches the digest on is told so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.agenda import Agenda, name_of
from bot.reminders import words
from bot.reminders.service import Place
from bot.reminders.store import DigestStore, ReminderStore, Subscriber
from bot.resources import Resources
from bot.screen import words as screen_words
from bot.screen.duties import NAME, Entry, day_text, place_text, short_day, what_text, when_text
from bot.screen.rich import Rich, bold, from_stars, italic, join, plain, shorten
from bot.screen.screens import Screen, button, in_rows, screen

MOST_AT_ONCE = 300
"""Chats of one sweep; the next one goes on."""
MOST_DUTIES = 12
"""Duties of one digest; /han has them all."""


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
        monday = _monday(self.resources.library.today())
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
        for chat in self.store.waiting(_monday(today), MOST_AT_ONCE):
            unit = self.resources.unit(chat.chat_id)
            if unit not in held:
                held[unit] = _of_week(Agenda(self.resources).entries(unit, unit), today)
            weeks.append(Week(chat, _monday(today), self._screen(chat.chat_id, unit, held[unit], today)))
        return weeks

    def _screen(self, chat_id: int, unit: str | None, entries: Sequence[Entry], today: date) -> Screen | None:
        if not entries:
            return None
        done = {(item.wish.duty, item.wish.due) for item in self.resources.store(ReminderStore).done_ones(chat_id)}
        name = self.resources.name_of(unit) if unit else words.DIGEST_EVERYONE
        return digest_screen(entries, {entry.link for entry in entries if _time(entry) in done}, name, today)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _of_week(entries: Sequence[Entry], today: date) -> list[Entry]:
    """Return the duties whose next last day in time is today or later in the week, by that day."""
    sunday = _monday(today) + timedelta(days=6)
    found = [entry for entry in entries if entry.day and today <= entry.day.safe <= sunday]
    return sorted(found, key=lambda entry: entry.day.safe if entry.day else today)


def _time(entry: Entry) -> tuple[str, date | None]:
    return name_of(entry.duty), entry.day.safe if entry.day else None


def digest_screen(entries: Sequence[Entry], done: Collection[int], unit: str, today: date) -> Screen:
    """Return the duties of the rest of this week, each with the button of its source. done: links of those that the
    chat has done; unit: whose they are."""
    sunday = _monday(today) + timedelta(days=6)
    shown = entries[:MOST_DUTIES]
    title = words.DIGEST_TITLE.format(first=short_day(today), last=day_text(sunday), unit=unit)
    lines: list[Rich] = [from_stars(title)]
    lines += [_entry(number, entry, entry.link in done) for number, entry in enumerate(shown, 1)]
    if len(shown) < len(entries):
        lines.append(plain(words.DIGEST_MORE.format(count=len(entries) - len(shown))))
    sources = [
        button(words.DIGEST_SOURCE.format(number=number), "hs", entry.link) for number, entry in enumerate(shown, 1)
    ]
    rows = [*in_rows(sources, 4), [button(screen_words.DUTIES, "h")], [button(words.DIGEST_STOP, "rw", 0)]]
    return screen(join(lines, "\n\n"), rows)


def _entry(number: int, entry: Entry, done: bool) -> Rich:
    told = [bold(f"{number}. {when_text(entry.duty, entry.day)}"), plain(what_text(entry.duty.deadline))]
    told.append(italic(f"🏢 {place_text(entry.duty, entry.unit)}"))
    return join([*told, *([plain(words.DIGEST_DONE)] if done else [])], "\n")
