"""The bot over real HTTP: killed at any moment, with a disk, a memory and a catalog that fail it."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from signal import SIGKILL
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot import words as bot_words
from bot.console.people import Person
from bot.memory.post import Post
from bot.memory.state import MEMORY, State
from bot.operation.logs import RedactingFormatter
from bot.publishing import words as publishing_words
from bot.resources import Resources
from bot.screen.words import AGAIN
from bot.settings import BotSettings
from bot.telegram.inbox import TRIES
from knowledge.library import Library
from knowledge.model import Answer
from knowledge.understanding import wards
from knowledge.versions import Published
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Server
from tests.bot.over_http import ADMIN, QUESTION, Over, begin, bot_over
from tests.bot.sent_plans import NAME, plan
from tests.bot.test_quiz import SOURCES, Invented
from tests.conftest import settings_for

DUE = "xã an bình nộp báo cáo năm trước ngày nào?"


@pytest.mark.slow
async def test_killed_at_any_moment_every_question_is_answered(server: Server, tmp_path: Path) -> None:
    """A life is killed within the time that a whole one, not the first, takes from its start to its answers."""
    luck, asked, whole = Random(3), 0, 0.0
    person, loop = Person.private(server.telegram), asyncio.get_running_loop()
    for killed in (False, False, *[True] * 30, False):
        began, process = loop.time(), begin(server, tmp_path)
        try:
            for _ in range(4):
                asked += 1
                person.write(f"zz #{asked} qq")
            if killed:
                await asyncio.sleep(luck.random() * whole)
                process.kill()
            else:
                await all_answered(server, asked, process)
                whole = loop.time() - began
                await asyncio.sleep(0.5)
                process.terminate()
        finally:
            await asyncio.to_thread(process.join, 30)
            process.kill()
        assert process.exitcode == (-SIGKILL if killed else 0)
    for replies in answered(server).values():
        assert sum(AGAIN["answer"] not in reply for reply in replies) <= 1, "only a marked one comes twice"


async def test_what_ended_the_bot_again_and_again_is_put_aside_and_its_person_told_once(
    server: Server, tmp_path: Path
) -> None:
    person = Person.private(server.telegram)
    Person.private(server.telegram, ADMIN, "Quản trị")
    person.write("hỏi #1 này")
    raw = server.telegram.journal.updates.pop()
    with closing(State(tmp_path / MEMORY)) as state:
        post = Post(int(server.telegram.token.partition(":")[0]), "the file")
        with state.database.session() as session:
            post.receive(session, [(raw["update_id"], json.dumps(raw))])
            for _ in range(TRIES):
                post.begin(session, raw["update_id"])
    for _ in range(2):
        async with bot_over(server, tmp_path, admin_ids=(ADMIN,)) as over:
            person.write(QUESTION)
            await over.waits(1)
            await over.rests()
    told = [text for text in over.texts() if "#1" in text]
    assert told == [bot_words.YOURS_PUT_ASIDE.format(what=bot_words.THIS_MESSAGE.format(text="hỏi #1 này"))]
    assert over.texts(ADMIN) == [bot_words.PUT_ASIDE.format(number=raw["update_id"])]
    assert len(over.texts()) == 3, "what comes after it is answered"


async def test_what_was_under_way_at_a_death_is_taken_up_one_by_one_the_least_suspect_first(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.inbox.TURN_SECONDS", 60.0)  # however busy the machine is

    class Slow(FakeLibrary):
        """Notes how many ask at once."""

        under_way, most = 0, 0

        def ask(self, text: str, *, unit: str | None = None, history: Sequence[str] = ()) -> Answer:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
            time.sleep(0.05)
            answer = super().ask(text, unit=unit, history=history)
            self.under_way -= 1
            return answer

    for number in range(6):
        Person.private(server.telegram, 1001 + number).write(f"hỏi #{number} này")
    left = [server.telegram.journal.updates.pop() for _ in range(6)][::-1]
    with closing(State(tmp_path / MEMORY)) as state:
        post = Post(int(server.telegram.token.partition(":")[0]), "the file")
        with state.database.session() as session:
            post.receive(session, [(raw["update_id"], json.dumps(raw)) for raw in left])
            for raw in (*left, *left[:3]):
                post.begin(session, raw["update_id"])
    library = Slow()
    async with bot_over(server, tmp_path, library) as over:
        await over.heard("sendMessage", 6)
        await over.rests()
    assert library.most == 1
    assert [text[5] for text, *_ in library.asked] == ["3", "4", "5", "0", "1", "2"]


async def all_answered(server: Server, asked: int, process: BaseProcess) -> None:
    """Wait for an answer to every question, as long as the bot lives."""
    async with asyncio.timeout(90):
        while set(answered(server)) != set(range(1, asked + 1)):
            assert process.is_alive()
            await asyncio.sleep(0.02)


def answered(server: Server) -> dict[int, list[str]]:
    """Return the answers by the number that stands in their questions."""
    found: dict[int, list[str]] = {}
    mine = [m for m in server.telegram.journal.messages.values() if m["from"]["is_bot"] and "text" in m]
    for message in mine:
        number = int(message["text"].partition("#")[2].split()[0]) if "#" in message["text"] else 0
        found.setdefault(number, []).append(message["text"])
    return found


def putting_slowly(folder: Path, settings: BotSettings) -> Resources:
    """Open the real plans of `folder` in a library that takes a second longer to put one in."""
    library = Library.open(settings_for(folder / "plans"))
    put = library.put_document

    def wait_and_put(*given: Any) -> Published:
        time.sleep(1)
        return put(*given)

    library.put_document = wait_and_put  # type: ignore[method-assign, assignment]
    return Resources(library, State(folder / MEMORY), settings)


@pytest.mark.slow
async def test_killed_while_a_plan_goes_in_it_is_told_and_goes_in(server: Server, tmp_path: Path, data: Path) -> None:
    admin = Person.private(server.telegram, ADMIN, "Quản trị")

    async def reads(words: str) -> dict[str, Any]:
        async with asyncio.timeout(120):
            while True:
                for message in list(server.telegram.journal.messages.values()):
                    if message["from"]["is_bot"] and message.get("text", "").startswith(words):
                        return message
                await asyncio.sleep(0.01)

    for life in (1, 2):
        process = begin(server, tmp_path, putting_slowly, ADMIN_IDS=str(ADMIN))
        try:
            if life == 1:
                admin.send_file(NAME, plan(20))
                admin.press((await reads("📄"))["message_id"], "up:r:1")
                await reads("⏳ Đang đưa")
                process.kill()
            else:
                await reads(publishing_words.PUT_INTERRUPTED.replace("**", "").format(name=NAME))
                await reads("✅ Đã thay bản cũ của ")
        finally:
            process.kill()
            await asyncio.to_thread(process.join, 30)


# ------------------------------------------------------------------------------------------------ disk and database


async def test_while_another_writer_holds_the_file_questions_are_answered(over: Over, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for count in (1, 2, 3):
        over.person.write(QUESTION)
        await over.waits(count)
    assert not any(bot_words.SORRY in text for text in over.texts())
    assert over.server.telegram.journal.updates, "what is not stored is not confirmed"
    other.execute("ROLLBACK")
    other.close()
    await over.server.telegram.collected(60)
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        assert file.execute("SELECT count(*) FROM questions").fetchone() == (3,), "kept later"
    assert len(over.texts()) == 3


@pytest.mark.parametrize("seconds", [0.1, 60.0], ids=["meanwhile", "at the end"])
async def test_an_answer_of_an_outage_is_kept_and_not_given_again_by_the_next_process(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """It is kept after tries in vain, or when the process ends before it tries."""
    monkeypatch.setattr("bot.telegram.wire.KEEP_SECONDS", seconds)
    async with bot_over(server, tmp_path) as over:
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        over.person.write(QUESTION)
        await over.waits(1)
        assert over.application.bot_data.wire is not None
        if seconds < 1:
            with pytest.raises(OperationalError):
                await over.application.bot_data.wire.inbox.write_again()
        other.execute("ROLLBACK")
        other.close()
        if seconds < 1:
            await server.telegram.collected(60)
    async with bot_over(server, tmp_path) as over:
        await server.telegram.collected(60)
        await over.rests()
        assert len(over.texts()) == 1
    with closing(sqlite3.connect(tmp_path / "bot.db")) as file:
        assert file.execute("SELECT count(*) FROM questions").fetchone() == (1,)


async def test_what_cannot_be_written_is_told_once_and_when_it_is_over(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.app.WATCH_SECONDS", 0.2)
    Person.private(server.telegram, ADMIN, "Quản trị")
    async with bot_over(server, tmp_path, Invented(SOURCES), admin_ids=(ADMIN,)) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        other = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        over.person.write("/tracnghiem")  # which cannot be without its row
        assert (await over.waits(2))[1] == bot_words.SORRY
        (told,) = await over.waits(1, chat=ADMIN)
        assert "(database is locked)" in told
        other.execute("ROLLBACK")
        other.close()
        assert (await over.waits(2, chat=ADMIN))[1] == bot_words.WRITTEN_AGAIN
        await over.rests()
        assert len(over.texts(ADMIN)) == 2
    lines = [RedactingFormatter().format(record).splitlines() for record in caplog.records]
    assert all(len(line) == 1 for line in lines), "no traceback"


async def test_on_a_full_disk_questions_are_answered(server: Server, tmp_path: Path) -> None:
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        resources = over.application.bot_data.resources
        assert resources is not None
        event.listen(resources.state.database.engine, "begin", _full)
        over.person.write(QUESTION)
        texts = await over.waits(2)
        assert "05/6" in texts[1]
        event.remove(resources.state.database.engine, "begin", _full)
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
    others = [Person.private(over.server.telegram, 3000 + index) for index in range(12)]
    for each in others:  # together they open more connections than were open before
        each.write(QUESTION)
    for each in others:
        await over.waits(1, chat=each.chat["id"])
    async with asyncio.timeout(30):
        while not (tmp_path / MEMORY).exists():  # noqa: ASYNC110 - until then it lies beside under a longer name
            await asyncio.sleep(0.1)
    over.person.write(QUESTION)
    texts = await over.waits(2)
    assert texts[1].endswith("🏢 Phường Bình Mỹ 2023")
    assert (tmp_path / MEMORY).stat().st_mode & 0o777 == 0o600


def delete(folder: Path) -> None:
    for path in folder.glob("bot.db*"):
        path.unlink()


@pytest.mark.parametrize("earlier", [False, True], ids=["new", "of an earlier version"])
async def test_the_bots_files_are_its_owners_own(server: Server, tmp_path: Path, earlier: bool) -> None:
    if earlier:
        (tmp_path / MEMORY).touch()
        (tmp_path / MEMORY).chmod(0o644)
    async with bot_over(server, tmp_path) as over:
        over.person.write(QUESTION)
        await over.waits(1)
        found = modes(tmp_path)
    assert found == {"bot.db": 0o600, "bot.db-shm": 0o600, "bot.db-wal": 0o600}


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.glob("bot.db*")}


# ---------------------------------------------------------------------------------------------------- the catalog


def flip(catalog: Path) -> None:
    """Damage pages in the middle of the file."""
    data = bytearray(catalog.read_bytes())
    for place in range(4096, len(data), 512):
        data[place] ^= 0xFF
    catalog.write_bytes(data)


@pytest.mark.parametrize(
    "harm", [Path.unlink, lambda path: os.truncate(path, 5000), flip], ids=["deleted", "cut", "bits"]
)
async def test_a_catalog_harmed_while_it_serves_is_answered_from_memory(
    server: Server,
    tmp_path: Path,
    data: Path,
    harm: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.app.WATCH_SECONDS", 0.2)
    Person.private(server.telegram, ADMIN, "Quản trị")
    catalog = data / "catalog.sqlite3"
    with Library.open(settings_for(data)) as library:
        async with bot_over(server, tmp_path, library, admin_ids=(ADMIN,)) as over:
            over.person.write(DUE)
            await over.waits(1)
            whole = catalog.read_bytes()
            harm(catalog)
            for count in (2, 3):
                over.person.write(DUE)
                texts = await over.waits(count)
            assert all("15/11" in text for text in texts)
            (told,) = await over.waits(1, chat=ADMIN)
            assert told.startswith(bot_words.FROM_MEMORY.partition("{")[0].replace("**", ""))
            await asyncio.sleep(1)
            assert len(over.texts(ADMIN)) == 1, "once"
            catalog.write_bytes(whole)
            over.person.write(DUE)
            assert (await over.waits(2, chat=ADMIN))[1] == bot_words.MEMORY_OVER
    assert not any(record.exc_info for record in caplog.records)


async def test_a_message_is_read_once(
    server: Server, tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For what it states, as a question, and as an earlier turn of those after it, also once a unit is chosen."""
    read, find = Counter[str](), wards.find

    def count(tokens: Any, text: str, *rest: Any) -> Any:
        read[text] += 1
        return find(tokens, text, *rest)

    monkeypatch.setattr(wards, "find", count)
    asked = [DUE, "nộp cho ai?", "tôi ở xã an bình", "báo cáo năm trước nộp ngày nào?", "gửi bằng cách nào?"]
    with Library.open(settings_for(data)) as library:
        async with bot_over(server, tmp_path, library) as over:
            for number, text in enumerate(asked, 1):
                over.person.write(text)
                await over.waits(number)
    assert read.keys() >= {*asked}
    assert {text: times for text, times in read.items() if times > 1} == {}
