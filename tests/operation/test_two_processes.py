"""Two processes of one bot on one database: one polls, each update is answered once, and one goes on for the other."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from bot.console import LocalTelegram
from bot.console.people import Person
from bot.memory.post import SECONDS, Lease
from bot.memory.state import MEMORY, State
from bot.publishing.store import NewsStore
from bot.reminders.store import ReminderStore, Wish
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Server, serving
from tests.bot.memory import database
from tests.operation.postgres import running

ROOT = Path(__file__).parents[2]
QUESTION = "gửi báo cáo 6 tháng"


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with running() as url:
        yield url


@pytest.fixture
def url(postgres: str, tmp_path: Path) -> str:
    return database(postgres, str(tmp_path))


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving(LocalTelegram()) as server:
        yield server


@asynccontextmanager
async def process(server: Server, folder: Path, url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot over the invented plans as a process of its own."""
    folder.mkdir(exist_ok=True)  # noqa: ASYNC240
    environment = os.environ | {
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_BOT_TOKEN": server.telegram.token,
        "MESSAGES_PER_SECOND": "0",
        "MESSAGES_PER_MINUTE": "0",
        "ACCESS": "open",
        "DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
    }
    with (folder / "log.txt").open("wb") as log:
        started = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bot.over_http", str(folder), url, cwd=folder, env=environment, stderr=log
        )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


def texts(server: Server, person: Person) -> list[str]:
    own = [m for (chat, _), m in server.telegram.journal.messages.items() if chat == person.chat["id"]]
    return [message["text"] for message in own if message["from"]["is_bot"]]


async def until(condition: object, seconds: float = 90) -> None:
    assert callable(condition)
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the journal tells nobody
            await asyncio.sleep(0.05)


def asks(server: Server, first: int, count: int) -> list[Person]:
    """Let so many people ask a question each."""
    people = [Person.private(server.telegram, first + number, f"Người {number}") for number in range(count)]
    for person in people:
        person.write(QUESTION)
    return people


@pytest.mark.slow
async def test_one_of_two_processes_answers_and_the_other_goes_on_for_it(
    server: Server, url: str, tmp_path: Path
) -> None:
    async with process(server, tmp_path / "a", url) as first:
        people = asks(server, 2000, 5)
        await until(lambda: all(texts(server, person) for person in people))
        async with process(server, tmp_path / "b", url) as second:
            await until(lambda: "chờ sẵn" in (tmp_path / "b" / "log.txt").read_text("utf-8"))
            people += asks(server, 3000, 20)
            await until(lambda: all(texts(server, person) for person in people))
            assert (server.polling, server.conflicts) == (1, 0)

            await asyncio.sleep(2)  # that they have arrived is noted, too
            people += asks(server, 4000, 5)
            first.kill()  # in the middle of something, perhaps
            people += asks(server, 5000, 5)
            await until(lambda: all(texts(server, person) for person in people), SECONDS + 60)
            await asyncio.sleep(3)
            # Of what was under way when the process died nobody can know whether it arrived: it may come marked.
            doubled = [texts(server, person) for person in people if len(texts(server, person)) > 1]
            assert all("Gửi lại" in said[1] and len(said) == 2 for said in doubled)
            assert len(doubled) <= 5

            third_folder = tmp_path / "c"
            async with process(server, third_folder, url):
                await until(lambda: "chờ sẵn" in (third_folder / "log.txt").read_text("utf-8"))
                second.send_signal(signal.SIGTERM)
                await asyncio.wait_for(second.wait(), 30)
                late = asks(server, 6000, 5)
                await until(lambda: all(texts(server, person) for person in late))
                await asyncio.sleep(2)
                assert [len(texts(server, person)) for person in late] == [1] * 5


@pytest.mark.slow
async def test_a_process_that_was_frozen_finds_itself_replaced(server: Server, url: str, tmp_path: Path) -> None:
    async with process(server, tmp_path / "a", url) as first:
        people = asks(server, 2000, 1)
        await until(lambda: bool(texts(server, people[0])))
        async with process(server, tmp_path / "b", url):
            await until(lambda: "chờ sẵn" in (tmp_path / "b" / "log.txt").read_text("utf-8"))
            first.send_signal(signal.SIGSTOP)
            people += asks(server, 3000, 5)
            await until(lambda: all(texts(server, person) for person in people), SECONDS + 60)
            first.send_signal(signal.SIGCONT)
            await until(lambda: "đã thay" in (tmp_path / "a" / "log.txt").read_text("utf-8"))
            people += asks(server, 4000, 5)
            await until(lambda: all(texts(server, person) for person in people))
            await asyncio.sleep(2)
            assert [len(texts(server, person)) for person in people] == [1] * 11


@pytest.mark.slow
async def test_a_reminder_and_news_are_sent_once(server: Server, url: str, tmp_path: Path) -> None:
    state = State(tmp_path / MEMORY, url=url)
    plan = FakeLibrary().plans()[0].plan_id
    people = [Person.private(server.telegram, 7000 + number, f"Người {number}") for number in range(8)]
    for person in people:
        chat = person.chat["id"]
        wish = Wish(chat, None, chat, "xa#1", "nộp báo cáo", date(2020, 1, 3), date(2020, 1, 2), None)
        ReminderStore(state.database).add(wish)
    NewsStore(state.database).add([person.chat["id"] for person in people], plan, "Kế hoạch mới", "3 việc")
    async with process(server, tmp_path / "a", url), process(server, tmp_path / "b", url):
        await until(lambda: all(len(texts(server, person)) >= 2 for person in people), 150)
        await asyncio.sleep(15)  # the other process would have swept by now, too
        assert [len(texts(server, person)) for person in people] == [2] * 8
    state.close()


def test_a_lease_goes_to_who_has_seen_it_unchanged(tmp_path: Path) -> None:
    clock = [0.0]
    state = State(tmp_path / MEMORY)
    first, second = Lease(1, "a" * 16 + "1", lambda: clock[0]), Lease(1, "b" * 16 + "2", lambda: clock[0])

    def looks(lease: Lease, *, alone: bool = False) -> bool:
        with state.database.session() as session:
            return lease.look(session, alone=alone)

    assert looks(first)
    for _ in range(10):
        clock[0] += SECONDS / 2
        assert looks(first)
        assert not looks(second)
    clock[0] += SECONDS / 2
    assert not looks(second)
    second.doubt()  # the database was away meanwhile, for the first one too
    clock[0] += SECONDS
    assert not looks(second)
    clock[0] += SECONDS - 1
    assert not looks(second)
    clock[0] += 1
    assert looks(second)
    assert second.left_by == "a" * 16 + "1"
    assert not looks(first)
    with state.database.session() as session:
        second.leave(session)
    assert looks(first)
    assert not looks(second, alone=True)  # the one that leads is of another place
    assert looks(Lease(1, "a" * 16 + "3"), alone=True)
    state.close()
