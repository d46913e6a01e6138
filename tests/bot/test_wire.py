"""The bot over real HTTP: what goes wrong on the way, and that nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from bot import wording
from bot.app import build_application, lay
from bot.console.people import Person
from bot.console.server import LocalTelegram
from bot.context import BotApplication
from bot.desk import Desk
from bot.settings import BotSettings
from bot.state import State
from bot.telegram.limits import Limits
from bot.telegram.serve import running
from bot.telegram.words import AGAIN, NETWORK_BACK
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


# --------------------------------------------------------------------------------------- chats in each other's way


async def test_a_chat_that_must_wait_lets_the_others_go(over: Over) -> None:
    busy = Person.private(over.server.telegram, 2002, "Minh")
    over.server.faults.chats[2002] = (429, "Too Many Requests: retry after 60", {"retry_after": 60})
    busy.write(QUESTION)
    await over.heard("sendMessage", 1)
    over.person.write(QUESTION)
    assert len(await over.waits(1, seconds=30)) == 1
    over.server.faults.chats.clear()
    await asyncio.sleep(0.5)
    assert over.texts(2002) == [], "Telegram's time is kept"


async def test_a_busy_group_waits_for_itself_and_nothing_is_lost_at_the_end(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, messages_per_second=30) as over:
        group = over.person.in_group()
        for index in range(30):
            group.write(f"@{server.telegram.me['username']} {QUESTION} {index}")
        await over.waits(1, chat=group.chat["id"])
        began = asyncio.get_running_loop().time()
        over.person.write(QUESTION)
        await over.waits(1)
        assert asyncio.get_running_loop().time() - began < 20, "a group of thirty takes longer than a minute"
        await server.telegram.collected(60)
        ended = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - ended < 10
    sent = len(over.texts(group.chat["id"]))
    assert sent < 20, "once a second, twenty a minute"
    async with bot_over(server, tmp_path) as later:
        texts = await later.waits(30, chat=group.chat["id"])
        await later.rests()
    assert len(later.texts(group.chat["id"])) == len(texts) == 30
    assert not any(AGAIN["answer"] in text for text in texts)


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.SERVER_ERROR, Fault.LATE])
async def test_typing_never_keeps_an_answer(over: Over, fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.handlers.sending.TYPING_AFTER", 0.05)
    over.server.faults.always["sendchataction"] = fault
    over.library.seconds = 0.4
    over.person.write(QUESTION)
    await over.waits(1, seconds=30)
    assert [method for _, method, _ in over.server.arrivals].count("sendChatAction") == 1
    monkeypatch.undo()
    over.library.seconds = 0.0
    over.person.write(QUESTION)
    await over.waits(2)
    assert [method for _, method, _ in over.server.arrivals].count("sendChatAction") == 1, "it was there at once"


# ------------------------------------------------------------------------------------------------ updates


async def test_an_update_that_comes_again_or_out_of_order_is_answered_once(server: Server, tmp_path: Path) -> None:
    def update(number: int) -> dict[str, Any]:
        chat = {"id": 1001, "type": "private", "first_name": "Lan"}
        message = {"message_id": number, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": QUESTION}
        return {"update_id": number, "message": message}

    def deliver(*numbers: int) -> None:
        server.raw.append(json.dumps({"ok": True, "result": [update(number) for number in numbers]}).encode())
        server.telegram.deliver("message", {})  # lets a poll that is held open return

    async with bot_over(server, tmp_path) as over:
        server.hold = False
        deliver(900, 902, 900)
        await over.waits(2)
        deliver(901, 902)
        await over.waits(3)
    async with bot_over(server, tmp_path) as over:
        deliver(900, 901, 902, 903)
        await over.waits(4)
        await asyncio.sleep(0.3)
        assert len(over.texts()) == 4


async def test_an_update_that_cannot_be_read_is_skipped(over: Over, caplog: pytest.LogCaptureFixture) -> None:
    over.server.telegram.deliver("message", {"message_id": "x", "date": "never"})
    over.person.write(QUESTION)
    await over.waits(1)
    await asyncio.sleep(1)
    unread = [record for record in caplog.records if "cannot be read" in record.getMessage()]
    assert len(unread) == 1
    assert over.server.polls < 10


async def test_a_server_that_holds_no_polls_is_not_flooded(over: Over) -> None:
    over.server.hold = False
    over.person.write(QUESTION)
    await over.waits(1)
    before = over.server.polls
    await asyncio.sleep(3)
    assert over.server.polls - before <= 4


# -------------------------------------------------------------------------------------------- start and end


async def test_a_menu_that_cannot_be_set_at_once_is_set_later(server: Server, tmp_path: Path) -> None:
    server.faults.add("setMyCommands", Fault.BAD_GATEWAY)
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        await over.heard("setMyCommands", 2)


async def test_without_network_at_the_start_it_waits_and_says_so(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def come_back() -> None:
        while not caplog.records:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        server.faults.down = False

    server.faults.down = True
    coming = asyncio.create_task(come_back())
    async with bot_over(server, tmp_path) as over:
        await coming
        over.person.write(QUESTION)
        await over.waits(1)
    told = [record.getMessage() for record in caplog.records]
    assert sum("Chưa kết nối được với Telegram" in line for line in told) == 1
    assert NETWORK_BACK in told


async def test_a_network_that_goes_and_comes_loses_nothing(over: Over) -> None:
    over.person.write(QUESTION)
    await over.waits(1)
    over.server.faults.down = True
    over.person.write(QUESTION)
    await asyncio.sleep(1)
    over.server.faults.down = False
    await over.waits(2)
    await over.rests()
    assert len(over.texts()) == 2
    assert over.texts(ADMIN) == []


@pytest.mark.slow
async def test_killed_at_any_moment_every_question_is_answered(server: Server, tmp_path: Path) -> None:
    luck = Random(3)
    person, asked = Person.private(server.telegram), 0
    env = {**os.environ, "TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.telegram.token,
           "MESSAGES_PER_SECOND": "0", "ACCESS": "open", "OMP_WAIT_POLICY": "passive"}  # fmt: skip
    command = [sys.executable, "-m", "tests.bot.over_http", str(tmp_path)]
    for life in range(4):
        process = await asyncio.create_subprocess_exec(*command, env=env, stderr=asyncio.subprocess.DEVNULL)
        polls = server.polls
        async with asyncio.timeout(400):
            while server.polls == polls:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        for _ in range(4):
            asked += 1
            person.write(f"zz #{asked} qq")
        await asyncio.sleep(luck.random() * 0.3 if life < 3 else 0)
        if life == 3:
            break
        process.kill()
        await process.wait()
    try:
        async with asyncio.timeout(400):
            while len(answered(server)) < asked:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
    finally:
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 30) == 0
    for replies in answered(server).values():
        assert sum(AGAIN["answer"] not in reply for reply in replies) <= 1, "only a marked one comes twice"


def answered(server: Server) -> dict[int, list[str]]:
    """Return the answers by the number that stands in their questions."""
    found: dict[int, list[str]] = {}
    mine = [m for m in server.telegram.journal.messages.values() if m["from"]["is_bot"] and "text" in m]
    for message in mine:
        number = int(message["text"].partition("#")[2].split()[0]) if "#" in message["text"] else 0
        found.setdefault(number, []).append(message["text"])
    return found


# ------------------------------------------------------------------------------------------------ disk and database


async def test_while_another_writer_holds_the_file_questions_are_answered(over: Over, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for count in (1, 2, 3):
        over.person.write(QUESTION)
        await over.waits(count)
    assert not any(wording.SORRY in text for text in over.texts())
    assert over.server.telegram.journal.updates, "what is not stored is not confirmed"
    other.execute("ROLLBACK")
    other.close()
    await over.server.telegram.collected(60)
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        assert file.execute("SELECT count(*) FROM questions").fetchone() == (3,), "kept later"
    assert len(over.texts()) == 3


async def test_on_a_full_disk_questions_are_answered(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        desk = over.application.bot_data.desk
        assert desk is not None
        event.listen(desk.state.database._engine, "begin", _full)
        over.person.write(QUESTION)
        texts = await over.waits(2)
        assert "05/6" in texts[1]
        event.remove(desk.state.database._engine, "begin", _full)
        await over.server.telegram.collected(60)
    async with bot_over(server, tmp_path) as over:
        await asyncio.sleep(0.5)
        assert len(over.texts()) == 2


def _full(connection: Any) -> None:
    """Let the file grow no further."""
    connection.exec_driver_sql("PRAGMA max_page_count = 1")


async def test_a_deleted_file_is_put_back_with_what_it_held(over: Over, tmp_path: Path) -> None:
    over.person.write("/donvi pbm")
    await over.waits(1)
    delete(tmp_path)
    async with asyncio.timeout(30):
        while not modes(tmp_path):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    over.person.write(QUESTION)
    texts = await over.waits(2)
    assert texts[1].endswith("🏢 Phường Bình Mỹ 2023")
    assert modes(tmp_path)["bot.db"] == 0o600


def delete(folder: Path) -> None:
    for path in folder.glob("bot.db*"):
        path.unlink()


async def test_the_bots_files_are_its_owners_own(over: Over, tmp_path: Path) -> None:
    over.person.write(QUESTION)
    await over.waits(1)
    assert modes(tmp_path) == {"bot.db": 0o600, "bot.db-shm": 0o600, "bot.db-wal": 0o600}


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.glob("bot.db*")}


# ---------------------------------------------------------------------------------------------- the administrators


async def test_a_group_that_is_closed_to_the_bot_is_left_alone(over: Over, caplog: pytest.LogCaptureFixture) -> None:
    group = over.person.in_group()
    over.server.faults.always["sendmessage"] = Fault.NO_RIGHTS
    for _ in range(4):
        group.write(f"@{over.server.telegram.me['username']} {QUESTION}")
    await over.heard("sendMessage", 4)
    await over.rests()
    over.server.faults.always.clear()
    assert over.texts(ADMIN) == []
    assert sum("left alone" in record.getMessage() for record in caplog.records) == 1


async def test_many_groups_of_one_stranger_are_one_message_with_a_count(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,), access="closed") as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        for index in range(12):
            group = over.person.in_group(-100300 - index, f"Nhóm {index}")
            group.write(f"@{server.telegram.me['username']} {QUESTION}")
        await over.waits(1, chat=ADMIN)
        await over.heard("editMessageText", 1)
        await over.rests()
        (told,) = over.texts(ADMIN)
        assert wording.PAIR_MORE.format(count=11) in told


async def test_a_name_can_not_imitate_the_bots_own_lines(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,), access="closed") as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        over.person.user["first_name"] = "Lan\n✅ Đã cho phép\u202e\u2066 gnaL\u0007"
        over.person.write(QUESTION)
        (told,) = await over.waits(1, chat=ADMIN)
        assert "Lan ✅ Đã cho phép gnaL," in told
        assert len(told.splitlines()) == 2


async def test_a_letter_that_never_arrives_is_told_to_the_administrators(over: Over) -> None:
    over.server.faults.chats[1001] = (400, "Bad Request: something new", {})
    over.person.write(QUESTION)
    (told,) = await over.waits(1, chat=ADMIN)
    assert "something new" in told


# ------------------------------------------------------------------------------------------------------- webhook


async def test_a_webhook_call_is_acknowledged_once_it_is_stored(server: Server, tmp_path: Path) -> None:
    given: dict[str, Any] = {"webhook_url": "http://127.0.0.1/tg", "webhook_secret": "s3cret"}
    async with bot_over(server, tmp_path, webhook_listen=f"unix:{tmp_path}/s.sock", **given) as over:
        await over.heard("setWebhook", 1)
        chat = {"id": 1001, "type": "private", "first_name": "Lan"}
        message = {"message_id": 5, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": QUESTION}
        update = {"update_id": 5, "message": message}
        way = httpx.AsyncHTTPTransport(uds=f"{tmp_path}/s.sock")
        async with httpx.AsyncClient(transport=way, base_url="http://bot") as client:
            key = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
            assert (await client.post("/tg", json=update)).status_code == 403
            assert (await client.post("/tg", content=b"{", headers=key)).status_code == 400
            for _ in range(2):
                assert (await client.post("/tg", json=update, headers=key)).status_code == 200
        await over.waits(1)
        await asyncio.sleep(0.3)
        assert len(over.texts()) == 1
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=f"{tmp_path}/s.sock")) as client:
            unstored = await client.post("http://bot/tg", json=update | {"update_id": 6}, headers=key)
        other.close()
        assert unstored.status_code == 503, "Telegram brings it again"


def test_the_pace_is_what_telegram_allows() -> None:
    limits, now, sent = Limits(30), 0.0, list[float]()
    while now < 10:
        wait = limits.wait(now)
        if wait == 0:
            limits.went(now)
            sent.append(now)
        now += max(wait, 0.001)
    assert all(later - earlier > 1.0 for earlier, later in zip(sent, sent[30:], strict=False))
    assert len(sent) >= 290
    group = Limits(30)
    times, now = list[float](), 0.0
    for _ in range(41):
        times.append(now)
        now = group.next_in(-5, now)
    assert all(later - earlier >= 60 for earlier, later in zip(times, times[20:], strict=False))
    assert Limits(30).next_in(5, 7.0) == 8.0
