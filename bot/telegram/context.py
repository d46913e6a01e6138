"""The typed context: what every handler can reach."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from telegram.ext import Application, CallbackContext, ContextTypes, ExtBot, JobQueue

from bot.ports import Corrected, Doors, Followed
from bot.resources import Resources
from bot.screen.screens import Rows
from bot.settings import BotSettings
from bot.telegram.inbox import Inbox
from bot.telegram.pace import Latest, Pace
from bot.telegram.wire import Wire

P = ParamSpec("P")
T = TypeVar("T")


class BotData:
    """What lives as long as the Application.

    resources, wire: set by `post_init`, with what features need of each other: doors, corrected, followed, and the
    buttons below the units; trouble: with the data, that was told of; albums: the last groups of photos that were
    answered, so that each is answered once; pace: how fast each person goes; inline_pace, typed: the same for inline
    queries, and which of them is each person's newest; more_by, told_of: how many more requests a stranger has made
    than the one that was told of, and the administrators' messages about it, by (stranger, administrator).
    """

    def __init__(self) -> None:
        self.resources: Resources | None = None
        self.doors: Doors
        self.corrected: Corrected
        self.followed: Followed
        self.below_units: Callable[[int], Rows]
        self.wire: Wire | None = None
        self.trouble: str | None = None
        self.settings = BotSettings.model_construct()
        self.pace = Pace(0)
        self.inline_pace = Pace(0)
        self.typed = Latest()
        self.more_by: dict[int, int] = {}
        self.told_of: dict[tuple[int, int], int] = {}
        self.albums: deque[str] = deque(maxlen=64)


class BotContext(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], BotData]):
    """The context of one update. acknowledged: its button waits no more."""

    acknowledged = False

    @property
    def resources(self) -> Resources:
        """What `post_init` has opened; handlers run only between it and `post_shutdown`."""
        resources = self.bot_data.resources
        if resources is None:
            raise RuntimeError("an update was handled before post_init opened the library")
        return resources

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

    async def is_served(self, chat_id: int) -> bool:
        """Tell whether a chat is answered: any chat of an open bot, administrators, and those let in."""
        settings = self.bot_data.settings
        if not settings.closed or chat_id in settings.admin_ids:
            return True
        return await self.in_thread(self.bot_data.doors.allows, chat_id)

    async def in_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run blocking work off the event loop."""
        return await asyncio.to_thread(work, *args, **kwargs)


BotApplication = Application[
    ExtBot[Any], BotContext, dict[Any, Any], dict[Any, Any], BotData, JobQueue[BotContext]
]  # fmt: skip


def context_types() -> ContextTypes[BotContext, dict[Any, Any], dict[Any, Any], BotData]:
    """Return the types for `ApplicationBuilder.context_types`."""
    return ContextTypes(context=BotContext, bot_data=BotData)
