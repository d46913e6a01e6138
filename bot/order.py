"""In which order updates are handled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class OneChatInOrder(BaseUpdateProcessor):
    """Handles the updates of different chats side by side, those of one chat one after another.

    Inline queries belong to no chat and wait for nothing, so that a newer one is seen before an older one is answered.
    """

    def __init__(self, max_concurrent_updates: int) -> None:
        super().__init__(max_concurrent_updates)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[None]) -> None:
        """Wait for the chat's turn (asyncio's locks are first come, first served), then handle the update."""
        if isinstance(update, Update) and update.inline_query is not None:
            await coroutine
            return
        chat = update.effective_chat.id if isinstance(update, Update) and update.effective_chat else 0
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._waiting[chat] = self._waiting.get(chat, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._waiting[chat] -= 1
            if not self._waiting[chat]:
                del self._locks[chat], self._waiting[chat]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
