"""A watched folder: what arrives there waits for the administrators, once, and nothing goes in without them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.console.people import Person
from bot.publishing import handlers, words
from bot.publishing.store import Stage
from bot.publishing.watch import TAKEN, Watch
from bot.telegram import BotContext
from ingest import app
from tests.bot.sent_plans import NAME, plan
from tests.bot.talk import Talk, talk_with
from tests.bot.test_uploads import ADMIN, OTHER, SETTINGS, opened, plan_ids


@pytest.fixture
async def talk(data: Path, tmp_path: Path) -> AsyncIterator[Talk]:
    with opened(data) as library:
        async with talk_with(library, tmp_path, settings=SETTINGS) as talk:
            yield talk


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def watch(talk: Talk, tmp_path: Path, said: list[str]) -> Watch:
    folder = tmp_path / "inbox"
    (folder / "2026").mkdir(parents=True)
    store = handlers.publishing_of(BotContext(talk.application)).store
    return Watch(folder, talk.resources.library, store, tmp_path, said.append)  # type: ignore[arg-type]


def again(watch: Watch) -> Watch:
    """Return the watch as a process that begins anew."""
    return Watch(watch.folder, watch.library, watch.store, watch.data_dir, watch.say)


async def told(talk: Talk, user: int) -> list[str]:
    person = talk.as_(Person.private(talk.telegram, user, "Quản trị"))
    await handlers.tell_arrived(BotContext(talk.application))
    return await person.waits()


async def test_what_arrives_is_shown_to_the_administrators_who_approve_it(talk: Talk, watch: Watch) -> None:
    (watch.folder / "2026" / "xa-an-phu-2026.txt").write_bytes(plan(9, 31, commune="AN PHÚ"))
    assert (watch.look(), watch.look()) == (0, 1)  # not before a second look finds it as it was
    other = talk.as_(Person.private(talk.telegram, OTHER, "Quản trị"))
    text, same = await told(talk, ADMIN)
    assert text == same
    assert text.startswith(words.UPLOAD_ARRIVED)
    assert "Kế hoạch mới, mã xa-an-phu-2026" in text
    assert "xa-an-phu-2026" not in plan_ids(talk)
    await other.presses(words.UPLOAD_APPROVE)
    assert "xa-an-phu-2026" in plan_ids(talk)
    assert await told(talk, ADMIN) == []


async def test_a_file_is_taken_once_whatever_its_name_and_whoever_looks(watch: Watch, said: list[str]) -> None:
    (watch.folder / "a.txt").write_bytes(plan(9, 31, commune="AN PHÚ"))
    (watch.folder / NAME).write_bytes(plan())  # live already
    assert [watch.look() for _ in range(3)] == [0, 1, 0]
    (watch.folder / "b.txt").write_bytes(plan(9, 31, commune="AN PHÚ"))
    assert [watch.look() for _ in range(2)] == [0, 0]
    restarted = again(watch)
    assert [restarted.look() for _ in range(2)] == [0, 0]
    assert len((watch.data_dir / TAKEN).read_text(encoding="ascii").split()) == 1
    assert said == [f"{watch.folder / 'a.txt'} waits for an administrator"]


async def test_what_cannot_be_read_is_told_of_and_keeps_nothing_out(watch: Watch, said: list[str]) -> None:
    (watch.folder / "a.docx").write_bytes(b"PK nothing")
    (watch.folder / ".hidden.txt").write_bytes(plan(commune="AN PHÚ"))
    (watch.folder / "table.xlsx").write_bytes(b"PK")
    (watch.folder / "z.txt").write_bytes(plan(commune="AN PHÚ"))
    assert [watch.look() for _ in range(3)] == [0, 1, 0]
    assert [line.split(":")[0] for line in said] == [
        f"{watch.folder / 'a.docx'} is passed over",
        f"{watch.folder / 'z.txt'} waits for an administrator",
    ]


async def test_no_more_wait_than_are_kept(watch: Watch) -> None:
    for number in range(9):
        (watch.folder / f"{number}.txt").write_bytes(plan(number + 1, 31, commune="AN PHÚ"))
    assert [watch.look() for _ in range(3)] == [0, 5, 0]
    first = watch.store.arrived()[0]
    watch.store.finish(first, Stage.CANCELLED)
    assert watch.look() == 1
    assert watch.store.waiting() == 5


@pytest.mark.parametrize("arguments", [[], ["--watch", "nowhere"], ["--watch", ".", "a.txt"]])
def test_a_wrong_command_line(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2
