"""Run as a program: `python -m bot` over the in-process Bot API and the invented plans, for tests that end a process.

    python -m tests.bot.fake_telegram FOLDER [revoked]

Says "ready" when it first asks for updates, the library open; "closed" when that was closed again. "revoked": Telegram
refuses the token when asked for updates.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


class ToldTelegram(LocalTelegram):
    _told = False

    async def do_request(self, url: str, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        if not self._told and url.endswith("/getUpdates"):
            self._told = True
            print("ready", flush=True)
        return await super().do_request(url, *arguments, **named)


def over_local_telegram(settings: BotSettings, _open: Callable[[], Resources], token: str) -> BotApplication:
    telegram = ToldTelegram(token)
    if "revoked" in sys.argv:
        telegram.refuse("getUpdates", 401, "Unauthorized", times=99)

    def open_resources() -> Resources:
        return Resources(ToldLibrary(), State(Path(sys.argv[1]) / "bot.db"), settings)

    return build_application(settings, open_resources, token, telegram)


if __name__ == "__main__":
    program.build_application = over_local_telegram  # type: ignore[attr-defined, assignment]
    sys.exit(program.main([]))
