"""The bot over real HTTP: what goes wrong on the way, and that nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot import wording
from bot.app import build_application, lay
from bot.console.people import Person
from bot.console.server import LocalTelegram
from bot.context import BotApplication
from bot.desk import Desk
from bot.settings import BotSettings
from bot.state import State
from bot.telegram.serve import running
from bot.telegram.words import AGAIN
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Fault, Server, serving

QUESTION = "gửi báo cáo 6 tháng"
ADMIN = 42


@dataclass
class Over:
    """A bot over HTTP, with one person."""

    server: Server
    person: Person
    application: BotApplication
    library: FakeLibrary

    def texts(self, chat: int | None = None) -> list[str]:
        """Return what the bot has written to a chat so far."""
        number = chat or self.person.chat["id"]
        journal = self.server.telegram.journal
        own = [m for (where, _), m in journal.messages.items() if where == number]
        return [m["text"] for m in own if m["from"]["is_bot"] and "text" in m]

    async def waits(self, count: int, seconds: float = 15, chat: int | None = None) -> list[str]:
        """Wait for so many messages; return them all."""
        async with asyncio.timeout(seconds):
            while len(self.texts(chat)) < count:  # noqa: ASYNC110 - the journal tells nobody
                await asyncio.sleep(0.02)
        return self.texts(chat)

    async def rests(self) -> None:
        """Wait until all is handled."""
        assert self.application.bot_data.wire is not None
        await self.server.telegram.collected()
        await self.application.bot_data.wire.settle()


@asynccontextmanager
async def bot_over(
    server: Server, folder: Path, library: FakeLibrary | None = None, **given: Any
) -> AsyncIterator[Over]:
    """Run a bot against the stand-in, with its memory in `folder`."""
    own: dict[str, Any] = {"telegram_api_url": server.url, "messages_per_second": 0, "access": "open"}
    settings = BotSettings(_env_file=None, **(own | given))  # type: ignore[call-arg]
    library = library or FakeLibrary()
    application = build_application(
        settings, lambda: Desk(library, State(folder / "bot.db"), settings), server.telegram.token
    )
    stop = asyncio.Event()
    async with running(application, lay, stop):
        yield Over(server, Person.private(server.telegram), application, library)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving(LocalTelegram()) as server:
        yield server


@pytest.fixture
async def over(server: Server, tmp_path: Path) -> AsyncIterator[Over]:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,)) as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        yield over


@pytest.mark.parametrize(
    "fault", [Fault.BAD_GATEWAY, Fault.SERVER_ERROR, Fault.RESET, Fault.NO_JSON, Fault.NO_PARSE, Fault.TOO_LONG]
)
async def test_a_send_that_fails_once_is_sent_again(over: Over, fault: Fault) -> None:
    over.server.faults.add("sendMessage", fault)
    over.person.write(QUESTION)
    texts = await over.waits(1 if fault is not Fault.TOO_LONG else 2)
    assert "05/6" in "".join(texts)
    await over.rests()
    assert not any(wording.SORRY in text for text in over.texts())
    assert len(over.texts()) == len(texts)
    # Only where the call may have been carried out all the same is the second one marked.
    assert any(AGAIN["answer"] in text for text in texts) == (fault in (Fault.RESET, Fault.NO_JSON))
    assert over.texts(ADMIN) == []


async def test_a_send_that_arrives_though_its_answer_is_lost_is_marked_the_second_time(over: Over) -> None:
    over.server.faults.add("sendMessage", Fault.LOST)
    over.person.write(QUESTION)
    first, second = await over.waits(2)
    assert AGAIN["answer"] not in first
    assert second == f"{first}\n\n{AGAIN['answer']}"


async def test_a_late_answer_of_telegrams_is_waited_for(over: Over) -> None:
    over.server.faults.add("sendMessage", Fault.LATE)
    over.person.write(QUESTION)
    await over.waits(1)
    await over.rests()
    assert len(over.texts()) == 1
