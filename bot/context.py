"""The typed context: what every handler can reach."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot, JobQueue

from bot.access import Request
from bot.desk import Desk
from bot.pace import Latest, Pace
from bot.settings import BotSettings
from bot.telegram.inbox import Inbox
from bot.telegram.wire import Wire

P = ParamSpec("P")
T = TypeVar("T")


class BotData:
    """What lives as long as the Application.

    desk, wire: set by `post_init`; trouble: with the data, that was told of; albums: the last groups of photos that
    were answered, so that each is answered once; pace: how fast each person goes; inline_pace, typed: the same for
    inline queries, and which of them is each person's newest; asked_by, more_by, told_of: a stranger's first request to
    be served, how many more there are to tell of, and the administrators' messages about it, by (stranger,
    administrator).
    """

    def __init__(self) -> None:
        self.desk: Desk | None = None
        self.wire: Wire | None = None
        self.trouble: str | None = None
        self.settings = BotSettings.model_construct()
        self.pace = Pace(0)
        self.inline_pace = Pace(0)
        self.typed = Latest()
        self.asked_by: dict[int, Request] = {}
        self.more_by: dict[int, int] = {}
        self.told_of: dict[tuple[int, int], int] = {}
        self.albums: deque[str] = deque(maxlen=64)


class BotContext(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], BotData]):
    """The context of one update. acknowledged: its button waits no more."""

    acknowledged = False

    @property
    def desk(self) -> Desk:
        """The desk; handlers run only between `post_init` and `post_shutdown`, so it is there."""
        desk = self.bot_data.desk
        if desk is None:
            raise RuntimeError("an update was handled before post_init opened the library")
        return desk

    @property
    def inbox(self) -> Inbox:
        """The inbox, which writes down what a work has brought."""
        if self.bot_data.wire is None:
            raise RuntimeError("a work was done before post_init laid the wire")
        return self.bot_data.wire.inbox

    @property
    def leads(self) -> bool:
        """Whether this process sends what nobody asked for; of several on one database, one does."""
        return self.bot_data.wire is not None and self.bot_data.wire.leads

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work of the desk off the event loop."""
        return await asyncio.to_thread(work, *args, **kwargs)


BotApplication = Application[
    ExtBot[Any], BotContext, dict[Any, Any], dict[Any, Any], BotData, JobQueue[BotContext]
]  # fmt: skip


def context_types() -> ContextTypes[BotContext, dict[Any, Any], dict[Any, Any], BotData]:
    """Return the types for `ApplicationBuilder.context_types`."""
    return ContextTypes(context=BotContext, bot_data=BotData)
