"""The reading room over the five plans, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.resources import Resources
from bot.settings import BotSettings
from bot.web.app import build_app
from knowledge.library import Library
from tests.bot.memory import memory
from tests.bot.sent_plans import plan, two_pages
from tests.conftest import settings_for


@pytest.fixture(scope="session")
def five_plans(data_dir: Path) -> Iterator[Library]:
    with Library.open(settings_for(data_dir)) as library:
        yield library


@pytest.fixture
def resources(five_plans: Library, tmp_path: Path) -> Iterator[Resources]:
    settings = BotSettings(_env_file=None, messages_per_minute=0)  # type: ignore[call-arg] # pydantic-settings' own
    state = memory(tmp_path)
    yield Resources(five_plans, state, settings)
    state.close()


@pytest.fixture
def browser(resources: Resources) -> Iterator[TestClient]:
    with TestClient(build_app(resources), base_url="http://127.0.0.1:8080") as client:
        yield client


@pytest.fixture
def scanned(tmp_path: Path) -> Iterator[Resources]:
    """A room with a plan that was read from a PDF, and one that was read from a text."""
    (tmp_path / "xa-an-phu-2026.pdf").write_bytes(two_pages())
    (tmp_path / "xa-an-binh-2026.txt").write_bytes(plan())
    settings = BotSettings(_env_file=None, messages_per_minute=0)  # type: ignore[call-arg] # pydantic-settings' own
    with Library.open(settings_for(tmp_path / "pages"), create=True) as library:
        library.add_plans(sorted(tmp_path.glob("xa-*")))
        state = memory(tmp_path)
        yield Resources(library, state, settings)
        state.close()
