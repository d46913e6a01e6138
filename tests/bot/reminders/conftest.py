"""The invented plans with their duties, on a morning in May."""

from __future__ import annotations

import pytest

from tests.bot.fake_library import FakeLibrary
from tests.bot.invented_duties import library_with_duties
from tests.bot.reminders.steps import at


@pytest.fixture
def library() -> FakeLibrary:
    library = library_with_duties()
    library.clock = at(5, 20, 9)
    return library
