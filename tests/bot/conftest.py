"""A running bot over the invented plans, with its memory in a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.console import LocalTelegram
from bot.console.people import Person
from knowledge.library import Library
from tests.bot.fake_library import FakeLibrary
from tests.bot.http_telegram import Server, serving
from tests.bot.over_http import ADMIN, Over, bot_over
from tests.bot.sent_plans import make_collection
from tests.bot.talk import Talk, talk_with
from tests.conftest import settings_for


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the machine's settings and `.env` out of the tests."""
    for name in ("TELEGRAM_BOT_TOKEN", "ADMIN_IDS", "MAX_QUESTION_CHARS", "HISTORY_TURNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MESSAGES_PER_MINUTE", "0")  # tests are faster than any person
    monkeypatch.setenv("MESSAGES_PER_SECOND", "0")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def real(data_dir: Path) -> Iterator[Library]:
    """The library of the project's own plans, for several talks."""
    with Library.open(settings_for(data_dir)) as library:
        library.close = lambda: None  # type: ignore[method-assign] # each talk closes its own
        yield library
        del library.close


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
async def talk(library: FakeLibrary, tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_with(library, tmp_path) as talk:
        yield talk


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A stand-in for the Bot API over HTTP."""
    async with serving(LocalTelegram()) as server:
        yield server


@pytest.fixture
async def over(server: Server, tmp_path: Path) -> AsyncIterator[Over]:
    """An open bot over HTTP with one administrator."""
    async with bot_over(server, tmp_path, admin_ids=(ADMIN,)) as over:
        Person.private(server.telegram, ADMIN, "Quản trị")
        yield over


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two communes' plans, ingested once for a file of tests."""
    return make_collection(tmp_path_factory.mktemp("communes"))


@pytest.fixture
def data(collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of them that a test may change; nobody waits long for another writer there."""
    monkeypatch.setattr("knowledge.versions.PATIENCE", 0.2)
    return Path(shutil.copytree(collection, tmp_path / "plans"))
