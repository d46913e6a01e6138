"""Run as a program: the console over the invented plans, for the tests that need a real process and a pipe."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.console.terminal import run_console
from bot.memory.state import State
from bot.resources import Resources
from bot.settings import load_settings
from tests.bot.fake_library import FakeLibrary

if __name__ == "__main__":
    settings = load_settings()
    run_console(settings, lambda: Resources(FakeLibrary(), State(Path(sys.argv[1]) / "bot.db"), settings))
