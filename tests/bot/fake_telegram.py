"""Run as a program: `python -m bot` over the in-process Bot API and the invented plans, for tests that end a process.

    python -m tests.bot.fake_telegram FOLDER [revoked]

Says "ready" once the library is open; "closed" when it was closed again. "revoked": Telegram then refuses the token.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import bot.__main__ as program
from bot.app import build_application
from bot.console import LocalTelegram
from bot.memory.state import State
from bot.resources import Resources
from bot.settings import BotSettings
from bot.telegram import BotApplication
from tests.bot.fake_library import FakeLibrary


class ToldLibrary(FakeLibrary):
    def close(self) -> None:
        print("closed", flush=True)


def over_local_telegram(settings: BotSettings, _open: Callable[[], Resources], token: str) -> BotApplication:
    telegram = LocalTelegram(token)

    def open_resources() -> Resources:
        if "revoked" in sys.argv:
            telegram.refuse("getUpdates", 401, "Unauthorized", times=99)
        print("ready", flush=True)
        return Resources(ToldLibrary(), State(Path(sys.argv[1]) / "bot.db"), settings)

    return build_application(settings, open_resources, token, telegram)


if __name__ == "__main__":
    program.build_application = over_local_telegram  # type: ignore[attr-defined, assignment]
    sys.exit(program.main([]))
