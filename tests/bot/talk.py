"""Drives the Application as a person does: says something, reads the messages, presses buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import build_application, lay
from bot.console import LocalTelegram
from bot.console.people import Person
from bot.console.terminal import Choice, choices_of, settled
from bot.duties import screens as words
from bot.ports import PlanLibrary
from bot.resources import Resources
from bot.settings import BotSettings
from bot.telegram import BotApplication
from bot.telegram.wire import running
from tests.bot.memory import memory

JSON = dict[str, Any]


@dataclass
class Talk:
    """One person's talk with a running bot; `shown` is what the last thing they did brought about."""

    telegram: LocalTelegram
    application: BotApplication
    person: Person
    resources: Resources
    shown: list[tuple[str, JSON]] = field(default_factory=list)

    async def says(self, text: str, reply_to: int | None = None) -> list[str]:
        """Write a message; return the texts that came back."""
        self.person.write(text, reply_to)
        return await self.waits()

    async def sends(self, **content: Any) -> list[str]:
        """Send a message that is not (only) text."""
        self.person.send(content)
        return await self.waits()

    async def edits(self, message_id: int, text: str) -> list[str]:
        """Change an own message."""
        self.person.edit(message_id, text)
        return await self.waits()

    async def presses(self, label: str) -> list[str]:
        """Press the newest button whose label holds `label`; return the texts that came back."""
        button = next((b for b in reversed(self.buttons()) if label in b.label), None)
        assert button is not None, f"no button {label!r} among {[b.label for b in self.buttons()]}"
        return await self.presses_data(button.message_id, button.data)

    async def opens(self, number: int, *labels: str) -> list[str]:
        """Ask for /han, open its duty of that number, and press the card's buttons one after another."""
        await self.says("/han")
        texts = await self.presses(words.DUTY_NUMBER.format(number=number))
        for label in labels:
            texts = await self.presses(label)
        return texts

    async def presses_data(self, message_id: int, data: str) -> list[str]:
        """Press a button by its data, whether or not it is there."""
        self.person.press(message_id, data)
        return await self.waits()

    async def types(self, text: str) -> list[JSON]:
        """Type "@bot text" somewhere; return the results offered."""
        self.person.inquire(text)
        await self.waits()
        return [result for kind, event in self.shown if kind == "inline" for result in event["results"]]

    def above(self) -> str:
        """Return the button above the results that were offered last."""
        buttons = [event["button"] for kind, event in self.shown if kind == "inline"]
        return buttons[-1]["text"] if buttons and buttons[-1] else ""

    async def picks(self, query: str, result: JSON) -> list[str]:
        """Send a result of an inline query; return the texts that came back."""
        self.person.choose(query, result)
        return await self.waits()

    async def waits(self, seconds: float = 20) -> list[str]:
        """Wait for the bot to be done; return the texts of the messages sent or edited meanwhile."""
        await settled(self.telegram, self.application, seconds)
        self.shown, self.telegram.journal.events = self.telegram.journal.events, []
        return [event["text"] for kind, event in self.shown if kind in ("sent", "edited") and "text" in event]

    def buttons(self) -> list[Choice]:
        """Return every button that stands in the chat, oldest first."""
        messages = [m for (chat, _), m in self.telegram.journal.messages.items() if chat == self.person.chat["id"]]
        return [choice for message in messages for row in choices_of(message) for choice in row]

    def labels(self) -> list[str]:
        """Return the labels of the buttons that the last thing brought."""
        rows = [row for kind, event in self.shown if kind != "notice" for row in choices_of(event)]
        return [choice.label for row in rows for choice in row]

    def notice(self) -> str:
        """Return the text of the last callback answer."""
        return next((event["text"] for kind, event in reversed(self.shown) if kind == "notice"), "")

    def last(self) -> JSON:
        """Return the newest message of the bot among what was shown."""
        return [event for kind, event in self.shown if kind in ("sent", "edited")][-1]

    def calls(self, method: str) -> list[JSON]:
        """Return the parameters of every call of a method."""
        return [dict(call.parameters) for call in self.telegram.journal.calls if call.method == method]

    def refused(self) -> list[str]:
        """Return the methods whose calls Telegram would have refused."""
        return [call.method for call in self.telegram.journal.calls if call.code != 200]

    def as_(self, person: Person) -> Talk:
        """Return the same bot talking with somebody else, or in another chat."""
        return Talk(self.telegram, self.application, person, self.resources)


@asynccontextmanager
async def talk_with(
    library: PlanLibrary,
    folder: Path,
    telegram: LocalTelegram | None = None,
    settings: BotSettings | None = None,
) -> AsyncIterator[Talk]:
    """Run the bot over `library` with its memory in `folder`."""
    telegram = telegram or LocalTelegram()
    settings = settings or BotSettings(_env_file=None, messages_per_second=0)  # type: ignore[call-arg] # pydantic-settings' own argument
    resources = Resources(library, memory(folder), settings)
    open_resources: Callable[[], Resources] = lambda: resources  # noqa: E731
    application = build_application(settings, open_resources, telegram.token, telegram)
    async with running(application, lay):
        talk = Talk(telegram, application, Person.private(telegram), resources)
        yield talk
