"""The bot's memory in a real PostgreSQL: what it keeps, processes side by side, moves, archives, and its status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.access import Access
from bot.memory import Database, StateError
from bot.memory.state import MEMORY, Asked, State
from bot.operation import status
from bot.operation.commands import move_memory
from bot.privacy import PersonalData
from bot.publishing.store import NewsStore
from bot.reminders.store import ReminderStore, Wish
from knowledge.errors import DataUnwritable
from knowledge.operation.archive import back_up, restore
from tests.bot.memory import database
from tests.conftest import settings_for
from tests.operation.postgres import running

pytestmark = pytest.mark.slow  # many seconds, or real processes

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with running() as url:
        yield url


@pytest.fixture
def url(server: str, tmp_path: Path) -> str:
    return database(server, str(tmp_path))


def wish(chat: int, day: date = DAY) -> Wish:
    return Wish(chat, None, chat, "plan#1", "nộp báo cáo", None, day, None)


def fill(state: State) -> int:
    """Keep something of each kind; return the number of a question."""
    number = state.add_question(Asked(5, "khi nào\x00 nộp?", "xa-a", ("trước đó",)), 77)
    state.set_reply(number, 78)
    state.vote(number, 5, good=True)
    state.set_unit(5, "xa-a")
    ReminderStore(state.database).add(wish(5))
    NewsStore(state.database).add([5], "xa-a", "Có kế hoạch mới", "3 việc")
    request = Access(state.database).request(5, 5, "Người dùng")
    Access(state.database).approve(request.number)
    return number


def test_what_is_kept_is_there_for_the_next_process(url: str, tmp_path: Path) -> None:
    state = State(tmp_path / MEMORY, url=url)
    number, link = fill(state), state.link("một tên dài")
    state.close()
    assert not (tmp_path / MEMORY).exists()
    state = State(tmp_path / MEMORY, url=url)
    asked = state.question(number)
    assert asked is not None
    assert (asked.text, asked.history) == ("khi nào nộp?", ("trước đó",))  # a text holds no NUL there
    assert (state.answered(5, 77), state.unit(5), state.link("một tên dài")) == (("khi nào nộp?", 78), "xa-a", link)
    assert [one.wish for one in ReminderStore(state.database).open_ones(5)] == [wish(5)]
    assert Access(state.database).allows(5)
    assert {name for name, _ in PersonalData(state.database).kept_about(5).rows} >= {
        "questions",
        "votes",
        "reminders",
        "chats",
    }
    PersonalData(state.database).forget(5)
    assert PersonalData(state.database).kept_about(5).rows == ()
    state.close()


def test_a_group_that_moves_keeps_what_it_had(url: str, tmp_path: Path) -> None:
    for place in (None, url):
        state = State(tmp_path / "files" / MEMORY if place is None else tmp_path / MEMORY, url=place)
        reminders = ReminderStore(state.database)
        state.set_unit(-5, "xa-a")
        state.set_unit(-1005, "xa-b")
        for chat, day in ((-5, DAY), (-1005, DAY), (-1005, date(2026, 4, 1))):
            reminders.add(wish(chat, day))
        state.move_chat(-5, -1005)
        assert (state.unit(-5), state.unit(-1005)) == (None, "xa-a")
        assert [one.wish.user_id for one in reminders.open_ones(-1005)] == [-5, -1005]
        assert reminders.open_ones(-5) == []
        state.close()


def test_processes_take_turns_and_give_no_number_twice(url: str, tmp_path: Path) -> None:
    """Each database object stands for a process: they share no lock but the server's."""
    numbers: list[int] = []
    failed: list[BaseException] = []

    def work(serial: int) -> None:
        try:
            state = State(tmp_path / MEMORY, url=url)
            for turn in range(20):
                numbers.append(state.add_question(Asked(serial, f"{turn}", None), turn))
                state.link(f"tên {turn}")
                Access(state.database).request(1, 1, "Cùng một người")
            state.close()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(serial,)) for serial in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    assert len(set(numbers)) == 80
    state = Database(tmp_path / MEMORY, url)
    with state.session() as session:
        for table, rows in (("links", 20), ("pairings", 1), ("questions", 80)):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == rows
    state.close()


def test_the_memory_moves_there_and_into_an_archive(url: str, tmp_path: Path) -> None:
    state = State(tmp_path / MEMORY)
    number = state.add_question(Asked(5, "khi nào?", "xa-a"), 77)
    state.vote(number, 5, good=False)
    state.close()
    here = settings_for(tmp_path)
    with pytest.raises(StateError, match="move --only memory"):
        State(tmp_path / MEMORY, url=url)
    assert move_memory(here, url)["questions"] == 1
    with pytest.raises(DataUnwritable, match="holds rows already"):
        move_memory(here, url)

    there = here.model_copy(update={"data_dir": tmp_path / "there", "database_url": url})
    state = State(there.data_dir / MEMORY, url=url)
    assert state.answered(5, 77) == ("khi nào?", None)
    assert state.add_question(Asked(5, "nữa?", None), 79) > number
    manifest = back_up(there.data_dir, tmp_path / "a.tar.gz", {MEMORY: lambda copy: move_memory(there, copy)})
    assert manifest.stores[0].rows["questions"] == 2
    state.close()
    restore(tmp_path / "a.tar.gz", tmp_path / "back")
    state = State(tmp_path / "back" / MEMORY)
    assert state.answered(5, 79) == ("nữa?", None)
    state.close()
    assert status(there).queues.keys() == {"inbox", "outbox"}


def test_the_commands_of_the_operator_reach_it(url: str, tmp_path: Path) -> None:
    state = State(tmp_path / MEMORY)
    fill(state)
    state.close()
    environment = os.environ | {"DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}

    def run(*arguments: str, **more: str) -> str:
        command = [sys.executable, "-m", "bot", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment | more, capture_output=True, text=True, timeout=120, check=True
        )
        return done.stdout

    assert "Bộ nhớ của bot: đã chép và so" in run("move", "--only", "memory", "--to", url)
    told = json.loads(run("status", "--json", DATABASE_URL=url))
    assert told["reminders"] == 1
    assert "questions: 1" in run("person", "5", "--export", "5.json", "--delete", DATABASE_URL=url)
    assert json.loads((tmp_path / "5.json").read_text("utf-8"))["votes"][0]["good"] is True
    assert "questions" not in run("person", "5", DATABASE_URL=url)


def test_a_server_that_cannot_be_used_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="PostgreSQL") as told:
        State(tmp_path / MEMORY, url="postgresql+psycopg://so_tay:geheim@127.0.0.1:9/plans")
    assert "geheim" not in str(told.value)
    with pytest.raises(StateError, match="DATABASE_URL"):
        State(tmp_path / MEMORY, url="nothing://here")


SAME_ROWS = ("a_letter_that_is_typed", "other_words_are_a_question", "a_command_for_another_bot", "telegram_refuses")
"""Tests of many spellings, which keep the rows that the other ones of their files keep."""


def test_the_bots_own_tests_pass_over_a_server(server: str) -> None:
    files = [f"tests/bot/test_{name}.py" for name in ("access", "groups", "privacy", "questions", "quiz")]
    files.append("tests/bot/reminders")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", " and ".join(f"not {name}" for name in SAME_ROWS), *files],
        cwd=ROOT,
        env=os.environ | {"TEST_DATABASE_URL": server},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    with create_engine(server).connect() as connection:
        made = connection.execute(text("SELECT count(*) FROM pg_database WHERE datname LIKE 't%'")).scalar_one()
    assert made > 50
