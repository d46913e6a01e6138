"""A year of reminders: two hundred restarts, a clock that jumps, a network that fails, a plan that is replaced.

Each reminder arrives once. Only where nobody can know whether one has arrived (the process or the answer is lost after
it was sent) it comes again, and says that it may be a repetition.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from bot.agenda import DAYS_BEFORE
from bot.app import build_application, lay
from bot.console import LocalTelegram
from bot.console.people import Person
from bot.memory.work import Letter
from bot.reminders import Outgoing, Reminders, words
from bot.reminders import handlers as reminders
from bot.reminders.store import ReminderStore, Wish
from bot.resources import Resources
from bot.screen.words import AGAIN
from bot.settings import BotSettings
from bot.telegram import BotContext
from bot.telegram.verdict import marked
from bot.telegram.wire import running
from knowledge.model import Deadline, Scheduled
from tests.bot.any_update import at_full_speed
from tests.bot.fake_library import AN_BINH, HANOI, FakeLibrary
from tests.bot.invented_duties import MONTHLY, SIX_MONTHS, YEAR_END, duty
from tests.bot.memory import memory

STEADY, LOST, GROUP = 1001, 1002, -100200
"""A person; one who blocks the bot in the middle of the year, and lets it in again; a group."""
BEGIN, BLOCKED, REPLACED, BACK, END = (
    datetime(2025, month, day, 9, tzinfo=HANOI) for month, day in ((2, 4), (7, 10), (9, 1), (10, 1), (12, 31))
)
LATER = duty(AN_BINH, "II.2", "Biểu dương <b>điển hình</b>", comparator="chậm nhất", day=25, month=11, year=2025)
"""The duty of `YEAR_END` in the plan that replaces the first one."""
ZONES = ("UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Ho_Chi_Minh")
Key = tuple[int, str, date | None, int | None]


@dataclass(frozen=True)
class Arrival:
    """A message of the sweep that reached its chat. unsure: the bot could not know that it did."""

    key: Key
    remind_on: date
    gone: bool
    clock: datetime
    text: str
    unsure: bool


@dataclass
class Year:
    """The world around a bot that is restarted again and again."""

    folder: Path
    luck: Random
    telegram: Rough
    outgoing: dict[str, Outgoing] = field(default_factory=dict)
    clock: datetime = BEGIN
    arrivals: list[Arrival] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)

    def duties(self) -> list[Deadline]:
        """Return what the plan says now."""
        return [SIX_MONTHS, MONTHLY, YEAR_END if self.clock < REPLACED else LATER]

    async def live(self) -> None:
        """One life of the bot: some sweeps, until it is stopped or its process ends."""
        library = FakeLibrary(duties=self.duties(), clock=self.clock)
        settings = BotSettings(_env_file=None, messages_per_second=0)  # type: ignore[call-arg]
        resources = Resources(library, memory(self.folder), settings)
        application = build_application(resources.settings, lambda: resources, self.telegram.token, self.telegram)
        async with running(application, lay) as wire:
            assert wire is not None
            for _ in range(self.luck.randint(1, 3)):
                library.clock, library.duties = self.clock, self.duties()
                (self.telegram.journal.blocked.add if BLOCKED <= self.clock < BACK else
                 self.telegram.journal.blocked.discard)(LOST)  # fmt: skip
                await reminders.sweep(BotContext(application))
                settling = asyncio.ensure_future(wire.settle())
                crash = asyncio.ensure_future(self.telegram.crashed.wait())
                await asyncio.wait({settling, crash}, return_when=asyncio.FIRST_COMPLETED)
                settling.cancel()
                crash.cancel()
                if self.telegram.crashed.is_set():
                    self.telegram.crashed.clear()
                    return
                self.clock += timedelta(minutes=self.luck.randint(5, 600))

    def swept(self, outgoing: Outgoing) -> None:
        """Note what a letter will be about."""
        self.outgoing[f"reminder{outgoing.reminder.id}.{outgoing.reminder.wish.remind_on}.0"] = outgoing

    def arrived(self, letter: Letter, text: str, unsure: bool) -> None:
        """Note a message of the sweep that reached its chat."""
        outgoing = self.outgoing[letter.key]
        wish = outgoing.reminder.wish
        key = (wish.chat_id, wish.duty, wish.due, wish.before)
        self.arrivals.append(Arrival(key, wish.remind_on, outgoing.gone, self.clock, text, unsure))


class Rough(LocalTelegram):
    """A Telegram behind a network that fails in every way before or after a message arrives."""

    def __init__(self) -> None:
        super().__init__()
        self.crashed = asyncio.Event()
        self.year: Year | None = None

    async def do_request(self, url: str, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        year, letter = self.year, _LETTER.get(None)
        if year is None or letter is None or not url.endswith("sendMessage"):
            return await super().do_request(url, *arguments, **named)
        trouble = year.luck.choices(["", *_BEFORE, *_AFTER], [14, 1, 1, 1, 1, 1, 1])[0]
        year.troubles[trouble] += 1
        if trouble in _BEFORE:
            return await self._fail(trouble)
        code, body = await super().do_request(url, *arguments, **named)
        if code == 200:
            year.arrived(letter, json.loads(body)["result"]["text"], bool(trouble))
        return await self._fail(trouble) if trouble else (code, body)

    async def _fail(self, trouble: str) -> tuple[int, bytes]:
        if trouble == "down":
            raise NetworkError("x") from httpx.ConnectError("x")
        if trouble == "flood":
            return 429, b'{"ok": false, "error_code": 429, "description": "x", "parameters": {"retry_after": 0}}'
        if trouble.startswith("crash"):
            self.crashed.set()
            await asyncio.Event().wait()
        raise TimedOut


_LETTER: ContextVar[Letter] = ContextVar("letter")
_BEFORE = ("down", "flood", "lost", "crash")
_AFTER = ("answer lost", "crash after")


def noted(letter: Letter, now: float) -> dict[str, Any]:
    """Let the server know which letter comes."""
    _LETTER.set(letter)
    return marked(letter, now)


@pytest.fixture
def zones() -> Iterator[None]:
    """Put the machine's own time zone back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        yield
    time.tzset()


def set_up(year: Year) -> set[Key]:
    """Set every reminder of every duty in each chat; return what is to arrive in the course of the year."""
    person = Person.private(year.telegram, STEADY)
    Person.private(year.telegram, LOST)
    person.in_group(GROUP)
    expected: set[Key] = set()
    state = memory(year.folder)
    for item in FakeLibrary(duties=year.duties(), clock=year.clock).schedule():
        for chat in (STEADY, LOST, GROUP):
            for before in DAYS_BEFORE:
                ReminderStore(state.database).add(_wish(chat, item, before))
                expected |= {(chat, _name(item), day.safe, before) for day in item.days
                             if _arrives(chat, day.safe - timedelta(days=before), item)}  # fmt: skip
    state.close()
    return expected


def _arrives(chat: int, day: date, item: Scheduled) -> bool:
    """Tell whether a reminder for that day comes before the block, and before its duty is replaced."""
    return (chat != LOST or day < BLOCKED.date()) and (item.deadline != YEAR_END or day < REPLACED.date())


def _wish(chat: int, item: Scheduled, before: int) -> Wish:
    first = item.days[0].safe
    return Wish(chat, None, STEADY, _name(item), "việc", first, first - timedelta(days=before), before)


def _name(item: Scheduled) -> str:
    return f"{item.deadline.plan_id}#{item.key}"


@pytest.mark.slow
@pytest.mark.usefixtures("zones")
async def test_every_reminder_arrives_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    year = Year(tmp_path, Random(7), Rough())
    year.telegram.year = year
    sent = Reminders.sent

    def swept(resources: Reminders, outgoing: Outgoing) -> None:
        year.swept(outgoing)
        sent(resources, outgoing)

    monkeypatch.setattr(Reminders, "sent", swept)
    monkeypatch.setattr("bot.telegram.courier.marked", noted)
    monkeypatch.setattr("bot.telegram.wire.CALLS_SECONDS", 0.01)
    expected, restarts = set_up(year), 0
    with at_full_speed():
        while year.clock < END or restarts < 200:
            monkeypatch.setenv("TZ", ZONES[restarts % len(ZONES)])
            time.tzset()
            await year.live()
            year.clock += timedelta(hours=year.luck.choice([-26, -1, 0, 2, 40, 60, 96]))
            restarts += 1
    assert restarts >= 200
    assert set(year.troubles) == {"", *_BEFORE, *_AFTER}
    check(year, expected)


def check(year: Year, expected: set[Key]) -> None:
    """None missed, none doubled but where nobody could know, none to whom blocked the bot, all at a polite hour."""
    sent = [arrival for arrival in year.arrivals if not arrival.gone]
    assert {arrival.key for arrival in sent} == expected
    assert len(expected) == 2 * (3 + 3 * 11) + 3 + 3 * 5
    seen: dict[Key, Arrival] = {}
    for arrival in sent:
        earlier = seen.get(arrival.key)
        if earlier is not None:
            assert earlier.unsure, "it is known to have arrived"
            assert AGAIN["reminder"] in arrival.text
        seen[arrival.key] = arrival
        late = words.REMINDER_LATE.partition("{")[0] in arrival.text
        assert late == (arrival.clock.date() > arrival.remind_on)
    assert all(8 <= arrival.clock.hour < 20 for arrival in year.arrivals)
    assert not any(arrival.key[0] == LOST and arrival.clock >= BLOCKED for arrival in year.arrivals)
    notes = [arrival for arrival in year.arrivals if arrival.gone]
    assert {arrival.key[0] for arrival in notes} == {STEADY, GROUP}
    assert len([note for note in notes if not note.unsure]) == 2
