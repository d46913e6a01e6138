"""Run as a program: the bot of any checkout, against a Bot API at TELEGRAM_API_URL.

    python bot_at.py ROOT

ROOT: a checkout, of this build or of an earlier one that knows neither that setting nor MESSAGES_PER_SECOND.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def teach_an_earlier_build() -> None:
    """Give it the address, and no pace where none is wanted."""
    from telegram.ext import AIORateLimiter, ApplicationBuilder

    import bot.app

    build = ApplicationBuilder.build

    def build_there(self: ApplicationBuilder) -> object:  # type: ignore[type-arg]
        return build(self.base_url(f"{os.environ['TELEGRAM_API_URL']}/bot"))

    ApplicationBuilder.build = build_there  # type: ignore[method-assign, assignment]
    if os.environ.get("MESSAGES_PER_SECOND") == "0":
        bot.app.AIORateLimiter = lambda **_: AIORateLimiter(0, group_max_rate=0)  # type: ignore[attr-defined]


if __name__ == "__main__":
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    sys.path[0] = sys.argv[1]
    from bot.__main__ import main
    from bot.settings import BotSettings

    if "telegram_api_url" not in BotSettings.model_fields:
        teach_an_earlier_build()
    code = main([])
    with suppress(ImportError):
        from bot.telegram.wire import leave

        leave(code)
    sys.exit(code)
