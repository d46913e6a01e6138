"""Drive the bot over the five plans through its real handlers and keep what the terminal shows as SVG.

    python -m tests.screenshots [FOLDER]      the folder is docs/ when none is given

The clock stands on a day on which one of the plans is in force, so that there is something to be reminded of.
"""

from __future__ import annotations

import asyncio
import io
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot import words
from bot.console.people import Person
from bot.console.terminal import Screen
from bot.reminders import handlers as reminders
from bot.settings import BotSettings
from bot.telegram import BotContext
from knowledge.library import HANOI, Library
from tests.bot.sent_plans import plan
from tests.bot.talk import Talk, talk_with
from tests.conftest import PLANS, settings_for
from tests.screenshots.scenes import SCENES, Scene

DAY = datetime(2024, 4, 2, 9, 0, tzinfo=HANOI)
COLUMNS = 96
ADMIN = 42
_FONT = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_CLIP = re.compile(r'<clipPath id="so-tay-line-\d+">.*?</clipPath>\s*| clip-path="url\(#so-tay-line-\d+\)"', re.DOTALL)
"""Rich cuts each line to its height, which cuts the letters of other fonts."""
_SPACE = "&#160;"
_CELL = 12.2
"""Width of a character of Rich's picture."""
_WORDS = re.compile(
    rf'x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>'
    rf"(?P<before>(?:{_SPACE})*)(?P<words>[^<]*?)(?P<after>(?:{_SPACE})*)</text>"
)
_FAMILY = "DejaVu Sans Mono, Menlo, Consolas"


class _Terminal(io.StringIO):
    """Where the screen writes; it takes colours."""

    def isatty(self) -> bool:
        return True


@dataclass
class _Clock:
    now: datetime = DAY

    def __call__(self) -> datetime:
        return self.now


@dataclass
class _Stage:
    """One scene as it is played: who acts, and what the terminal shows."""

    talk: Talk
    clock: _Clock
    out: _Terminal
    screen: Screen
    name: str = "Lan"

    async def play(self, line: str) -> None:
        """Do one line of a scene and show what comes of it."""
        if line.endswith(":") and line[:-1] in self.cast:
            self._turn_to(line[:-1])
            return
        if line.startswith("# "):
            await self._wait_for(line[2:])
        elif line.startswith("» "):
            self._press(line[2:])
        elif line.startswith("? "):
            self._vote(int(line[2:]))
        else:
            self._prompt(line)
            self._write(line)
        await self.talk.waits()
        self._show()

    def _show(self) -> None:
        """Show what came to the one who acts, then, under their names, what came to others."""
        own, interrupted = self.talk.person.chat["id"], False
        self.screen.show([event for event in self.talk.shown if event[1].get("chat", {}).get("id", own) == own])
        for name, person in self.cast.items():
            others = [event for event in self.talk.shown if event[1].get("chat", {}).get("id") == person.chat["id"]]
            if others and person.chat["id"] != own:
                self._head(f"{name} nhận được")
                Screen(self.out).show(others)
                interrupted = True
        if interrupted:
            self._head(self.name)

    @property
    def cast(self) -> dict[str, Person]:
        """The people of the scenes, by name."""
        telegram = self.talk.telegram
        lan = Person.private(telegram)
        return {"Lan": lan, "Nhóm": lan.in_group(), "Quản trị": Person.private(telegram, ADMIN, "Minh")}

    def _turn_to(self, name: str) -> None:
        self.talk, self.name = self.talk.as_(self.cast[name]), name
        self.screen.choices = []
        self._head(name)

    def _head(self, title: str) -> None:
        self.out.write(f"\x1b[2m── {title} ──\x1b[0m\n\n")

    async def _wait_for(self, moment: str) -> None:
        self.clock.now = datetime.fromisoformat(moment).replace(tzinfo=HANOI)
        self._head(f"{self.clock.now:%H:%M, %d/%m/%Y}")
        await reminders.sweep(BotContext(self.talk.application))

    def _press(self, label: str) -> None:
        shown = [choice for choice in self.screen.choices if label in choice.label]
        choice = shown[0]
        self._prompt(str(self.screen.choices.index(choice) + 1))
        self.screen.pressed(choice)
        self.talk.person.press(choice.message_id, choice.data)

    def _vote(self, number: int) -> None:
        choice = self.screen.choices[number - 1]
        self._prompt(str(number))
        self.screen.pressed(choice)
        self.talk.person.vote(choice.message_id, choice.option or 0)

    def _write(self, line: str) -> None:
        if line.startswith("@ "):
            self.talk.person.inquire(line[2:])
        elif line.startswith("+ "):
            self.talk.person.send_file(line[2:], plan())
        else:
            self.talk.person.write(line)

    def _prompt(self, line: str) -> None:
        shown = re.sub(r"^@ ", f"@{self.talk.telegram.me['username']} ", re.sub(r"^\+ ", "/gui ", line))
        self.screen.prompt()
        self.out.write(f"{shown}\n\n")


async def play(scene: Scene, data: Path, folder: Path) -> str:
    """Return what the terminal shows of a scene, with its escape codes."""
    clock, out = _Clock(), _Terminal()
    settings = BotSettings(_env_file=None, admin_ids=(ADMIN,), access=scene.access, messages_per_minute=0)  # type: ignore[call-arg,arg-type]
    with Library.open(settings_for(data), clock=clock) as library:
        async with talk_with(library, folder, settings=settings) as talk:
            Person.private(talk.telegram, ADMIN, "Minh")
            stage = _Stage(talk, clock, out, Screen(out))
            for line in scene.lines:
                await stage.play(line)
    return out.getvalue()


def picture(shown: str, title: str) -> str:
    """Return the terminal's text as SVG that needs no font from elsewhere."""
    console = Console(record=True, width=COLUMNS + 2, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(shown.rstrip("\n")), soft_wrap=False)
    svg = console.export_svg(title=f"{words.CONSOLE_BOT} – {title}", unique_id="so-tay")
    svg = _CLIP.sub("", _FONT.sub("", svg))
    return _WORDS.sub(_without_margins, svg).replace("Fira Code", _FAMILY)


def _without_margins(match: re.Match[str]) -> str:
    """Begin a text where its words do: not every viewer keeps the spaces at its ends."""
    before, after = (match[side].count(_SPACE) for side in ("before", "after"))
    x, length = float(match["x"]) + before * _CELL, float(match["length"]) - (before + after) * _CELL
    return f'x="{x:.1f}" {match["y"]} textLength="{length:.1f}"{match["rest"]}>{match["words"]}</text>'


def main(folder: Path) -> None:
    """Write a picture of each scene."""
    os.environ["COLUMNS"] = str(COLUMNS)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plans = Path(scratch) / "plans"
        with Library.open(settings_for(plans), create=True) as library:
            library.add_plans([PLANS])
        for scene in SCENES:
            place = Path(scratch) / scene.name
            shutil.copytree(plans, place / "data")
            shown = asyncio.run(play(scene, place / "data", place))
            (folder / f"{scene.name}.svg").write_text(picture(shown, scene.title), encoding="utf-8")
            sys.stdout.write(f"{scene.name}.svg\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs"))
