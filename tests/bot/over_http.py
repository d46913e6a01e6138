"""Run as a program: `python -m bot` over the invented plans, against a Bot API at TELEGRAM_API_URL.

    python -m tests.bot.over_http FOLDER [URL]

For tests that kill the process; its memory is in FOLDER, or in the database at URL. It is a morning in Viet Nam.
"""

from __future__ import annotations

import sys
from pathlib import Path

import bot.__main__ as program
from bot.desk import Desk
from bot.settings import BotSettings
from bot.state import MEMORY, State
from tests.bot.fake_library import FakeLibrary


def over_the_invented_plans(settings: BotSettings) -> Desk:
    url = sys.argv[2] if len(sys.argv) > 2 else None
    return Desk(FakeLibrary(), State(Path(sys.argv[1]) / MEMORY, url=url), settings)


if __name__ == "__main__":
    program.open_desk = over_the_invented_plans
    sys.exit(program.main([]))
