"""PostgreSQL and Chroma are killed under load: no question is lost, and the health page is red meanwhile."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.console import LocalTelegram
from bot.console.people import Person
from bot.screen.words import AGAIN
from knowledge.library import Library
from tests.bot.http_telegram import Server, serving
from tests.bot.sent_plans import make_collection
from tests.conftest import settings_for
from tests.operation.postgres import free_port, served
from tests.operation.test_chroma import chroma

ROOT = Path(__file__).parents[2]
QUESTION = "khi nào nộp báo cáo năm?"
EVERY = 0.5
"""Seconds between two questions, each of another person."""


def texts(server: Server, person: Person) -> list[str]:
    own = [m for (chat, _), m in server.telegram.journal.messages.items() if chat == person.chat["id"]]
    return [message["text"] for message in own if message["from"]["is_bot"]]


async def until(condition: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the journal tells nobody
            await asyncio.sleep(0.1)


@asynccontextmanager
async def bot(server: Server, folder: Path, **given: str) -> AsyncIterator[str]:
    """Run the bot as a process, and yield the address of its health page."""
    port = str(free_port())
    environment = os.environ | given | {
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_BOT_TOKEN": server.telegram.token,
        "ACCESS": "open",
        "DATA_DIR": str(folder),
        "METRICS_PORT": port,
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with (folder.parent / "log.txt").open("wb") as log:
        started = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", cwd=folder.parent, env=environment, stderr=log
        )
    try:
        yield f"http://127.0.0.1:{port}/healthz"
    finally:
        started.kill()
        await started.wait()


async def health(page: str) -> int:
    async with httpx.AsyncClient(timeout=20) as client:
        return (await client.get(page)).status_code


async def asked_through(server: Server, page: str, stop: Callable[[], None], start: Callable[[], None],
                        seconds: float) -> list[Person]:  # fmt: skip
    """Ask all the time: before, while something is stopped for so long, and after; return everybody who asked."""
    people: list[Person] = []

    async def ask(count: int) -> None:
        for _ in range(count):
            people.append(Person.private(server.telegram, 2000 + len(people), f"Người {len(people)}"))
            people[-1].write(QUESTION)
            await asyncio.sleep(EVERY)

    first = Person.private(server.telegram, 1999, "Người đầu")
    first.write(QUESTION)
    await until(lambda: bool(texts(server, first)), 120)
    assert await health(page) == 200
    await ask(6)
    await asyncio.to_thread(stop)
    asking = asyncio.create_task(ask(int(seconds / EVERY)))
    await asyncio.sleep(seconds / 2)
    assert await health(page) == 503
    await asking
    await asyncio.to_thread(start)
    await ask(6)
    await until(lambda: all(texts(server, person) for person in people), 150)
    for _ in range(60):
        if await health(page) == 200:
            break
        await asyncio.sleep(1)
    else:
        raise AssertionError("the health page stays red")
    return [first, *people]


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving(LocalTelegram()) as server:
        yield server


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [15, 60])
async def test_no_question_is_lost_while_postgresql_is_away(server: Server, tmp_path: Path, seconds: float) -> None:
    with served() as postgres:
        await asyncio.to_thread(fill, tmp_path, {"database_url": postgres.url})
        async with bot(server, tmp_path / "data", DATABASE_URL=postgres.url) as page:
            people = await asked_through(server, page, postgres.stop, postgres.start, seconds)
            await asyncio.sleep(5)
            said = [texts(server, person) for person in people]
    assert all("báo cáo" in answers[0] for answers in said)
    # A letter that was under way when the database went may come a second time, and says so.
    assert all(AGAIN["answer"] in text for answers in said for text in answers[1:])
    assert sum(len(answers) > 1 for answers in said) <= 2


@pytest.mark.slow
async def test_answers_go_on_while_chroma_is_away(server: Server, tmp_path: Path) -> None:
    port = free_port()
    running = [chroma(tmp_path / "server", port)]
    running[0].__enter__()
    try:
        url = f"http://127.0.0.1:{port}"
        await asyncio.to_thread(fill, tmp_path, {"chroma_url": url})

        def start() -> None:
            running.append(chroma(tmp_path / "server", port))
            running[-1].__enter__()

        def stop() -> None:
            running.pop().__exit__(None, None, None)

        async with bot(server, tmp_path / "data", CHROMA_URL=url) as page:
            people = await asked_through(server, page, stop, start, 10)
            assert [len(texts(server, person)) for person in people] == [1] * len(people)
    finally:
        while running:
            running.pop().__exit__(None, None, None)


def fill(folder: Path, given: dict[str, object]) -> None:
    """Put two communes' plans in."""
    (folder / "texts").mkdir()
    make_collection(folder / "texts")
    settings = settings_for(folder / "data").model_copy(update=given)
    with Library.open(settings, create=True, notify=lambda _: None) as library:
        assert all(report.error is None for report in library.add_plans(sorted((folder / "texts").glob("*.txt"))))
