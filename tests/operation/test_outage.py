"""PostgreSQL and Chroma are killed under load: no question is lost, and the health page is red meanwhile."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
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

pytestmark = pytest.mark.slow  # many seconds, or real processes

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
async def bot(server: Server, folder: Path, *words: str, **given: str) -> AsyncIterator[str]:
    """Run the bot as a process, and yield the address of its health page."""
    port = str(free_port())
    environment = os.environ | {
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_BOT_TOKEN": server.telegram.token,
        "ACCESS": "open",
        "DATA_DIR": str(folder),
        "METRICS_PORT": port,
        "PYTHONPATH": str(ROOT),
    } | given  # fmt: skip
    with (folder.parent / "log.txt").open("wb") as log:
        started = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *words, cwd=folder.parent, env=environment, stderr=log
        )
    try:
        yield f"http://127.0.0.1:{port}/healthz"
        started.terminate()
        assert await asyncio.wait_for(started.wait(), 30) == 0, "a start that waits ends in order, too"
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()


async def health(page: str) -> int:
    async with httpx.AsyncClient(timeout=20) as client:
        return (await client.get(page)).status_code


async def healthy(client: httpx.AsyncClient, page: str) -> int:
    """Return what the page answers, 0 while there is none."""
    try:
        return (await client.get(page)).status_code
    except httpx.TransportError:
        return 0


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


async def told(page: str, word: str, seconds: float = 60) -> None:
    """Wait until the health page is red and says a word."""
    async with asyncio.timeout(seconds), httpx.AsyncClient(timeout=20) as client:
        while True:
            with suppress(httpx.TransportError):  # the process may have only just begun
                answer = await client.get(page)
                if answer.status_code == 503 and word in answer.text:
                    return
            await asyncio.sleep(0.2)


async def said_by_status(folder: Path, **given: str) -> str:
    """Return what `python -m bot status` says of a folder."""
    environment = os.environ | given | {"DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    asked = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "status", cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await asyncio.wait_for(asked.communicate(), 60)
    return out.decode()


async def test_a_start_without_postgresql_waits_and_names_the_server(server: Server, tmp_path: Path) -> None:
    away = f"postgresql+psycopg://so_tay:geheim@127.0.0.1:{free_port()}/so_tay"
    (tmp_path / "data").mkdir()
    async with bot(server, tmp_path / "data", DATABASE_URL=away) as page:
        await told(page, "chưa trả lời")
        said = await said_by_status(tmp_path, DATABASE_URL=away)
    log = (tmp_path / "log.txt").read_text("utf-8")
    for text in (said, log):
        assert "máy chủ PostgreSQL" in text
        assert "geheim" not in text
        assert "backup" not in text
    assert said.startswith("Bot đang chạy. Chưa phục vụ được: Cơ sở dữ liệu")


async def test_a_start_goes_on_as_soon_as_postgresql_is_there(server: Server, tmp_path: Path) -> None:
    with served() as postgres:
        await asyncio.to_thread(fill, tmp_path, {"database_url": postgres.url})
        await asyncio.to_thread(postgres.stop)
        async with bot(server, tmp_path / "data", DATABASE_URL=postgres.url) as page:
            await told(page, "chưa trả lời")
            await asyncio.to_thread(postgres.start)
            person = Person.private(server.telegram)
            person.write(QUESTION)
            await until(lambda: bool(texts(server, person)), 120)
            assert await health(page) == 200


async def test_a_start_without_telegram_is_told_by_page_and_status(
    server: Server, data_dir: Path, tmp_path: Path
) -> None:
    server.faults.down = True
    folder = Path(shutil.copytree(data_dir, tmp_path / "data"))
    async with bot(server, folder) as page:
        await told(page, "Chưa kết nối được với Telegram")
        assert "Chưa phục vụ được: Chưa kết nối được với Telegram" in await said_by_status(tmp_path)
        server.faults.down = False
        person = Person.private(server.telegram)
        person.write("khi nào nộp báo cáo 6 tháng?")
        await until(lambda: bool(texts(server, person)), 120)
        assert await health(page) == 200


async def test_a_reading_room_on_its_own_is_watched(server: Server, data_dir: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_dir, tmp_path / "data"))
    port = free_port()
    async with bot(server, folder, "--web", TELEGRAM_BOT_TOKEN="", WEB_PORT=str(port), LOG_FORMAT="json") as page:
        async with httpx.AsyncClient(timeout=60) as client:
            async with asyncio.timeout(60):
                while (await healthy(client, page)) != 200:  # noqa: ASYNC110
                    await asyncio.sleep(0.2)
            answer = await client.get(f"http://127.0.0.1:{port}/hoi", params={"cau": "khi nào nộp báo cáo 6 tháng"})
        assert answer.status_code == 200
        assert "Phòng đọc đang chạy riêng." in await said_by_status(tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "log.txt").read_text("utf-8").splitlines()]
    (request,) = [line["request"] for line in lines if line["message"] == "answered"]
    assert request.startswith("w")


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
