"""Run as a program: `python -m bot` over the invented plans, against a Bot API at TELEGRAM_API_URL.

    python -m tests.bot.over_http FOLDER

For tests that kill the process; its memory is in FOLDER.
"""

from __future__ import annotations

import sys
from pathlib import Path

import bot.__main__ as program
from bot.desk import Desk
from bot.settings import BotSettings
from bot.state import State
from tests.bot.fake_library import FakeLibrary


def over_the_invented_plans(settings: BotSettings) -> Desk:
    return Desk(FakeLibrary(), State(Path(sys.argv[1]) / "bot.db"), settings)


if __name__ == "__main__":
    program.open_desk = over_the_invented_plans
    sys.exit(program.main([]))
