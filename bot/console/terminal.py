"""`python -m bot --console`: the Application in a terminal, or at the end of a pipe."""

from __future__ import annotations

import asyncio
import codecs
import io
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

from bot import words as bot_words
from bot.app import build_application, lay
from bot.console.limits import path_typed
from bot.console.people import Person
from bot.console.screen import Screen, number_typed
from bot.console.server import JSON, LocalTelegram
from bot.resources import Resources
from bot.settings import BotSettings
from bot.telegram.context import BotApplication
from bot.telegram.serve import running

CHAT = 1
"""The terminal's chat in the bot's memory; Telegram gives nobody this number."""
ANSWER_SECONDS = 120
"""Longest wait for one answer; a question takes well under a second, the first one may load a model."""
_CHUNK = 65536


def run_console(settings: BotSettings, open_resources: Callable[[], Resources]) -> None:
    """Talk with the person at standard input until it ends, or until SIGINT or SIGTERM."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    asyncio.run(_run(settings, open_resources))


async def settled(telegram: LocalTelegram, application: BotApplication, seconds: float = ANSWER_SECONDS) -> None:
    """Wait until every update that was queued has been handled to its end. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        await telegram.collected(seconds)
        wire = application.bot_data.wire
        if wire is not None:
            await wire.settle()


async def _run(settings: BotSettings, open_resources: Callable[[], Resources]) -> None:
    telegram = LocalTelegram(after=time.time_ns() // 1_000_000)  # no number of an earlier talk
    person = Person.private(telegram, CHAT, "bạn")
    screen = Screen(sys.stdout)
    # Whoever sits at the terminal administers the bot; a pipe is faster than any person.
    own = {"messages_per_minute": 0, "messages_per_second": 0, "access": "open", "admin_ids": (CHAT,)}
    settings = settings.model_copy(update=own)
    application = build_application(settings, open_resources, telegram.token, telegram)
    async with running(application, lay):
        talk = asyncio.create_task(_talk(telegram, person, screen, application))
        for sign in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(sign, talk.cancel)
        try:
            await talk
        except asyncio.CancelledError:
            pass
        except BrokenPipeError:
            # Nobody reads any more; what Python would still write at its end goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if screen.colour:
        screen.line(f"\n{bot_words.CONSOLE_BYE}")


async def _talk(telegram: LocalTelegram, person: Person, screen: Screen, application: BotApplication) -> None:
    """Pass on each line, wait for the answer, show it; the end of the input ends the talk."""
    lines = _lines(sys.stdin.fileno())
    if screen.colour:
        person.write("/start")
        await _answer(telegram, screen, application)
        screen.line(bot_words.CONSOLE_HINT.format(username=telegram.me["username"]))
    screen.prompt()
    async for line in lines:
        if line.strip():
            _act(person, screen, line)
            await _answer(telegram, screen, application)
        screen.prompt()


def _act(person: Person, screen: Screen, line: str) -> None:
    """Do what a line says: choose what its number stands for, ask inline, send a file, or write it."""
    choice, name = screen.choice(line), f"@{person.telegram.me['username']} "
    if choice and choice.result is not None:
        number = person.choose(choice.data, choice.result)
        screen.posted(person.telegram.journal.messages[person.chat["id"], number])
    elif choice and choice.option is not None:
        screen.pressed(choice)
        person.vote(choice.message_id, choice.option)
    elif choice:
        screen.pressed(choice)
        person.press(choice.message_id, choice.data)
    elif number_typed(line) is not None:
        screen.line(bot_words.CONSOLE_NO_BUTTON.format(number=number_typed(line)))
    elif (path := path_typed(line)) is not None:
        if path == Path():
            screen.line(bot_words.CONSOLE_WHICH_FILE)
        elif not person.send_path(path):
            screen.line(bot_words.CONSOLE_NO_FILE.format(path=path))
    elif line.lower().startswith(name):
        person.inquire(line[len(name) :].strip())
    else:
        person.write(line)


async def _answer(telegram: LocalTelegram, screen: Screen, application: BotApplication) -> None:
    try:
        await settled(telegram, application)
    except TimeoutError:
        screen.line(bot_words.SORRY)
    events, telegram.journal.events = telegram.journal.events, []
    for _, content in events:
        save(telegram, content)
    screen.show(events)


def save(telegram: LocalTelegram, content: JSON) -> None:
    """Put the picture or the file of a message where the person can open it, and its path on the message."""
    document = content.get("document") or {}
    key = (content.get("photo") or [document])[-1].get("file_id")
    if key is not None:
        suffix = Path(document["file_name"]).suffix if document else ".png"
        with tempfile.NamedTemporaryFile(prefix="so-tay-", suffix=suffix, delete=False) as file:
            file.write(telegram.journal.documents[key])
        content["saved"] = file.name


async def _lines(descriptor: int) -> AsyncIterator[str]:
    """Yield the lines of a file descriptor as UTF-8; bytes that are not become the replacement character.

    A daemon thread reads with `os.read`: it holds no lock of `sys.stdin`, so that the program can end while the
    thread still waits for a line.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        with suppress(OSError, RuntimeError):  # RuntimeError: the loop has ended meanwhile
            while chunk := os.read(descriptor, _CHUNK):
                loop.call_soon_threadsafe(queue.put_nowait, decoder.decode(chunk))
            loop.call_soon_threadsafe(queue.put_nowait, decoder.decode(b"", final=True))
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=read, name="standard input", daemon=True).start()
    rest = ""
    while (text := await queue.get()) is not None:
        *whole, rest = (rest + text).split("\n")
        for line in whole:
            yield line.rstrip("\r")
    if rest:
        yield rest
