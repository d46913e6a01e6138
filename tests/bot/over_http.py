"""The bot over loopback HTTP: within the test's loop, or as a process of its own that may be killed.

    python -m tests.bot.over_http FOLDER URL

is `python -m bot` over the invented plans with its memory in the database at URL. It is a morning in Viet Nam.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from bot.app import build_application, lay
from bot.console.people import Person
from bot.memory.state import MEMORY, State
from bot.ports import PlanLibrary
from bot.resources import Resources
from bot.settings import BotSettings
from bot.telegram import BotApplication
from bot.telegram.wire import leave, running
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Server

QUESTION = "gửi báo cáo 6 tháng"
ADMIN = 42
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__, "bot.__main__"])
"""Importing takes seconds on a busy machine; it is done once, and each process is a fork of that."""


@dataclass
class Over:
    """A bot over HTTP, with one person."""

    server: Server
    person: Person
    application: BotApplication
    library: PlanLibrary

    def texts(self, chat: int | None = None) -> list[str]:
        """Return what the bot has written to a chat so far."""
        number = chat or self.person.chat["id"]
        journal = self.server.telegram.journal
        own = [m for (where, _), m in journal.messages.items() if where == number]
        return [m["text"] for m in own if m["from"]["is_bot"] and "text" in m]

    def polls(self) -> list[dict[str, Any]]:
        """Return the polls that stand in the person's chat."""
        own = [m for (where, _), m in self.server.telegram.journal.messages.items() if where == self.person.chat["id"]]
        return [message for message in own if "poll" in message]

    async def waits(self, count: int, seconds: float = 60, chat: int | None = None) -> list[str]:
        """Wait for so many messages; return them all."""
        async with asyncio.timeout(seconds):
            while len(self.texts(chat)) < count:  # noqa: ASYNC110 - the journal tells nobody
                await asyncio.sleep(0.02)
        return self.texts(chat)

    async def heard(self, method: str, count: int, seconds: float = 60) -> None:
        """Wait until a method was called so often."""
        async with asyncio.timeout(seconds):
            while sum(called == method for _, called, _ in self.server.arrivals) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def rests(self) -> None:
        """Wait until all is handled."""
        assert self.application.bot_data.wire is not None
        await self.server.telegram.collected()
        await self.application.bot_data.wire.settle()


@asynccontextmanager
async def bot_over(
    server: Server, folder: Path, library: PlanLibrary | None = None, **given: Any
) -> AsyncIterator[Over]:
    """Run a bot against the stand-in, with its memory in `folder`."""
    own: dict[str, Any] = {"telegram_api_url": server.url, "messages_per_second": 0, "access": "open"}
    settings = BotSettings(_env_file=None, **(own | given))  # type: ignore[call-arg]
    library = library or FakeLibrary()
    application = build_application(
        settings, lambda: Resources(library, State(folder / MEMORY), settings), server.telegram.token
    )
    stop = asyncio.Event()
    async with running(application, lay, stop):
        yield Over(server, Person.private(server.telegram), application, library)


Open = Callable[[Path, BotSettings], Resources]


def invented(folder: Path, settings: BotSettings) -> Resources:
    """Open the invented plans, with the memory in `folder`."""
    return Resources(FakeLibrary(), State(folder / MEMORY), settings)


def begin(server: Server, folder: Path, open_resources: Open = invented, **settings: str) -> ForkServerProcess:
    """Start the bot as a process, with environment variables of its own; the caller ends it.

    open_resources: a module's.
    """
    env = {"TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.telegram.token, "MESSAGES_PER_SECOND": "0",
           "MESSAGES_PER_MINUTE": "0", "ACCESS": "open"} | settings  # fmt: skip
    process = _PROCESSES.Process(target=_live, args=(env, folder, open_resources), daemon=True)
    process.start()
    return process


def _live(env: dict[str, str], folder: Path, open_resources: Open) -> None:
    import bot.__main__ as program

    os.environ |= env
    program.open_resources = lambda settings: open_resources(folder, settings)
    leave(program.main([]))


def _at_url(folder: Path, settings: BotSettings) -> Resources:
    return Resources(FakeLibrary(), State(folder / MEMORY, url=sys.argv[2]), settings)


if __name__ == "__main__":
    _live({}, Path(sys.argv[1]), _at_url)
