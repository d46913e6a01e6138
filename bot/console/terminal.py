"""`python -m bot --console`: the Application in a terminal, or at the end of a pipe."""

from __future__ import annotations

import asyncio
import codecs
import io
import os
import shutil
import signal
import sys
import tempfile
import textwrap
import threading
import time
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from bot import words as bot_words
from bot.app import build_application, lay
from bot.console import JSON, LocalTelegram
from bot.console.limits import path_typed
from bot.console.people import Person
from bot.resources import Resources
from bot.settings import BotSettings
from bot.telegram import BotApplication
from bot.telegram.wire import running
from knowledge.patterns import later

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


# ------------------------------------------------------------------------------- messages and buttons as readable lines

_CODES = {"bold": "1", "italic": "3", "underline": "4", "strikethrough": "9", "code": "36", "text_link": "4"}
_INDENT = "  "
_WIDEST = 100
_PLACE = 50
_ESCAPE = later(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Choice:
    """A button, a poll's option or an inline result on the screen: its number is its place in the list, from 1.

    place: the first words of the message that it stands under.
    """

    message_id: int
    label: str
    data: str
    option: int | None = None
    result: JSON | None = None
    place: str = ""


def choices_of(message: JSON) -> list[list[Choice]]:
    """Return a poll's options, one a row, and the rows of buttons that send something back."""
    number, place = message["message_id"], _first_words(message)
    options = enumerate(message.get("poll", {}).get("options", []))
    votes = [[Choice(number, item["text"], "", index, place=place)] for index, item in options]
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return votes + [
        [Choice(number, item["text"], item["callback_data"], place=place) for item in row if "callback_data" in item]
        for row in rows
    ]


def number_typed(typed: str) -> int | None:
    """Return the number that "12" or "[12]" is, None for anything else."""
    number = typed.strip().removeprefix("[").removesuffix("]")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None


def _text_of(message: JSON) -> str:
    return str(message.get("text") or message.get("caption") or message.get("poll", {}).get("question", ""))


def _first_words(message: JSON) -> str:
    """Return what a message is recognised by."""
    line = next((line.strip() for line in _text_of(message).splitlines() if line.strip()), "")
    return textwrap.shorten(line, _PLACE, placeholder="…")


def styled(text: str, entities: list[JSON], *, colour: bool) -> str:
    """Return `text` with its entities as escape codes; without colour underlined words stand in ⟦ ⟧."""
    marks: dict[int, str] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        code = _CODES.get(entity["type"])
        before, after = (f"\x1b[{code}m", "\x1b[0m") if colour else ("⟦", "⟧")
        if code and (colour or entity["type"] == "underline"):
            marks[start] = marks.get(start, "") + before
            marks[end] = (after if colour else "") + marks.get(end, "") + ("" if colour else after)
    return "".join(_with_marks(text, marks))


def _with_marks(text: str, marks: dict[int, str]) -> Iterator[str]:
    position = 0
    for char in text:
        yield marks.get(position, "")
        yield char
        position += 2 if ord(char) > 0xFFFF else 1
    yield marks.get(position, "")


def wrapped(paragraph: str, width: int) -> list[str]:
    """Return the paragraph as lines of at most `width` columns; escape codes take none, a list entry is indented."""
    hanging = "  " if paragraph.startswith(("• ", "- ")) else ""
    lines: list[str] = []
    room = 0
    for word in paragraph.split(" "):
        need = _columns(word)
        if lines and need + 1 <= room:
            lines[-1] += f" {word}"
            room -= need + 1
        else:
            lead = hanging if lines else ""
            lines.append(lead + word)
            room = width - len(lead) - need
    return lines


def _columns(text: str) -> int:
    """Return how many columns a terminal gives `text`: two for wide characters, none for marks and escape codes."""
    visible = _ESCAPE.sub("", text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in visible
    )


class Screen:
    """Writes what a person sees; keeps the numbered choices that are on it."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.colour = out.isatty()
        self.choices: list[Choice] = []

    def line(self, text: str = "") -> None:
        """Write one line."""
        self.out.write(text + "\n")
        self.out.flush()

    def prompt(self) -> None:
        """Ask for the next line, when somebody looks."""
        if self.colour:
            self.out.write(f"\x1b[1;36m{bot_words.CONSOLE_PROMPT}\x1b[0m")
            self.out.flush()

    def show(self, events: list[tuple[str, JSON]]) -> None:
        """Write what happened since the last line typed; new buttons take the place of the old numbers.

        Where nothing new can be pressed, the message that the numbers still belong to is named.
        """
        fresh: list[Choice] = []
        for kind, content in _latest(events):
            if kind == "notice":
                self._notice(content)
            elif kind == "inline":
                self._results(content, fresh)
            else:
                self._message(content, fresh)
        gone = {content["message_id"] for kind, content in events if kind in ("edited", "deleted")}
        self.choices = fresh or [choice for choice in self.choices if choice.message_id not in gone]
        if not fresh and self.choices and any(kind == "sent" for kind, _ in events):
            self._aside(bot_words.CONSOLE_NUMBERS.format(place=self.choices[0].place))

    def pressed(self, choice: Choice) -> None:
        """Write which button of which message a number stood for."""
        self._aside(bot_words.CONSOLE_PRESSED.format(label=choice.label, place=choice.place))

    def choice(self, typed: str) -> Choice | None:
        """Return the choice whose number was typed, None when it is no number on the screen."""
        number = number_typed(typed)
        return self.choices[number - 1] if number is not None and 1 <= number <= len(self.choices) else None

    def posted(self, message: JSON) -> None:
        """Write a message that the person did not type word for word."""
        self._message(message, [])

    def _notice(self, content: JSON) -> None:
        if content["text"]:
            self._aside(f"({content['text']})")

    def _aside(self, text: str) -> None:
        """Write a line that is not the bot's."""
        self.line(self._wrapped(f"\x1b[2m{text}\x1b[0m" if self.colour else text) + "\n")

    def _results(self, content: JSON, fresh: list[Choice]) -> None:
        """Write what inline mode offers; the number of a result sends it."""
        if content["button"]:
            self.line(f"{_INDENT}({content['button']['text']})\n")
        for result in content["results"]:
            choice = Choice(0, result["title"], content["query"], result=result, place=result["title"])
            self.line(_INDENT + self._numbered(choice, fresh))
            self.line(self._wrapped(result["description"]))
        if content["results"]:
            self.line(f"\n{_INDENT}({bot_words.CONSOLE_INLINE})\n")

    def _message(self, message: JSON, fresh: list[Choice]) -> None:
        text = styled(
            _text_of(message), message.get("entities") or message.get("caption_entities") or [], colour=self.colour
        )
        if "document" in message:
            at = f": {message['saved']}" if "saved" in message else ""
            text = f"[{message['document']['file_name']}{at}] {text}".rstrip()
        elif "saved" in message:
            text = f"{text}: {message['saved']}"
        via = message.get("via_bot")
        name = bot_words.CONSOLE_VIA.format(username=via["username"]) if via else bot_words.CONSOLE_BOT
        name = f"\x1b[1;32m{name}\x1b[0m" if self.colour else name
        self.line(f"{name}:")
        for paragraph in text.split("\n"):
            self.line(self._wrapped(paragraph))
        for row in choices_of(message):
            self.line(_INDENT + "  ".join(self._numbered(choice, fresh) for choice in row))
        self.line()

    def _numbered(self, choice: Choice, fresh: list[Choice]) -> str:
        fresh.append(choice)
        number = f"\x1b[1;33m[{len(fresh)}]\x1b[0m" if self.colour else f"[{len(fresh)}]"
        return f"{number} {choice.label}"

    def _wrapped(self, paragraph: str) -> str:
        if not self.colour:
            return _INDENT + paragraph if paragraph else ""
        width = max(min(shutil.get_terminal_size().columns, _WIDEST) - len(_INDENT), 20)
        return "\n".join(_INDENT + line for line in wrapped(paragraph, width))


def _latest(events: list[tuple[str, JSON]]) -> list[tuple[str, Any]]:
    """Return the events without messages that were edited or deleted again right after."""
    last = {content.get("message_id"): index for index, (_, content) in enumerate(events)}
    return [
        (kind, content)
        for index, (kind, content) in enumerate(events)
        if kind in ("notice", "inline") or (kind != "deleted" and last[content["message_id"]] == index)
    ]
