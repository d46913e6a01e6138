"""Measure the bot under load and kills, side by side with an earlier build: `make bench-faults`.

    python -m tests.bench.faults [--full] [--before COMMIT] [--questions N] [--chats N] [--seconds S] [--kills N]

Both builds run as processes against the same stand-in for the Bot API over loopback HTTP. What matters are the ratios.
By default a fifth of the load and a few kills; --full is 1,500 questions of 500 chats in 30 s, and 500 kills.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import NamedTuple

import psutil

from bot.console import LocalTelegram
from bot.console.people import Person
from bot.screen.words import AGAIN
from bot.words import YOURS_PUT_ASIDE
from tests.bench.before import COMMIT, ROOT, build_before
from tests.bot.http_telegram import Server, serving

FULL = {"questions": 1500, "chats": 500, "seconds": 30, "kills": 500}
TOKEN = LocalTelegram().token
PATIENCE = 240.0
"""Seconds that a start may take."""
QUIET = 60.0
"""Seconds without a message after which nothing more is waited for."""
ASIDE = YOURS_PUT_ASIDE.partition("}")[2].strip()
ASKED = (
    "Khi nào nộp báo cáo 6 tháng?", "5 không của quận 1", "gửi báo cáo năm cho ai", "hạn nộp của bến cát",
    "tiêu chí dân vận khéo", "bao giờ gửi báo cáo quý", "ai ký kế hoạch", "chỉ tiêu 100% là gì",
    "nơi nhận báo cáo của lai châu", "khi nào sơ kết", "mấy giờ nộp", "thủ đô nước Pháp là gì",
)  # fmt: skip


@dataclass(frozen=True)
class Load:
    """What came of a flood. waits: seconds from a question to its answer; rate: answers a second; lost: unanswered;
    cpu: seconds of the processor that the bot took for all of them."""

    waits: list[float]
    rate: float
    lost: int
    cpu: float = 0.0

    @property
    def cost(self) -> float:
        """Milliseconds of the processor for an answer."""
        return 1000 * self.cpu / len(self.waits) if self.waits else float("nan")

    def percentile(self, share: int) -> float:
        """Return the wait that so many percent do not exceed."""
        return quantiles(self.waits, n=100)[share - 1] if len(self.waits) > 1 else float("nan")


class Killed(NamedTuple):
    """What came of kills. lost: questions without any reply; aside: that were put aside as what ends the bot; doubled:
    replied to twice without a mark; marked: with it; whole: seconds of a life that is not killed."""

    asked: int
    lost: int
    aside: int
    doubled: int
    marked: int
    whole: float


async def flood(root: Path, data: Path, options: argparse.Namespace, pace: int) -> Load:
    """Ask the questions of many chats evenly over some seconds; without pace, all at once."""
    async with serving(telegram()) as server, living(root, data, server, pace) as process:
        people = [Person.private(server.telegram, 5000 + index) for index in range(options.chats)]
        people[0].write("xin chào")
        await until(server, 1)
        watched = psutil.Process(process.pid)
        before = sum(watched.cpu_times()[:2])
        loop, begun, asked = asyncio.get_running_loop(), asyncio.get_running_loop().time(), list[tuple[int, float]]()
        for index in range(options.questions):
            due = begun + (index * options.seconds / options.questions if pace else 0)
            await asyncio.sleep(max(0.0, due - loop.time()))
            person = people[index % len(people)]
            person.write(f"{ASKED[index % len(ASKED)]}")
            asked.append((person.chat["id"], loop.time()))
        await until(server, 1 + options.questions)
        load = _load(
            asked, [(when, chat) for when, method, chat in server.arrivals if method == "sendMessage"][1:], begun
        )
        return replace(load, cpu=sum(watched.cpu_times()[:2]) - before)


def _load(asked: list[tuple[int, float]], sent: list[tuple[float, int]], begun: float) -> Load:
    answers: dict[int, list[float]] = {}
    for when, chat in sent:
        answers.setdefault(chat, []).append(when)
    waits = []
    for chat, when in asked:
        if answers.get(chat):
            waits.append(answers[chat].pop(0) - when)
    took = max(when for when, _ in sent) - begun if sent else float("inf")
    return Load(waits, len(sent) / took, len(asked) - len(waits))


async def busy(root: Path, data: Path) -> tuple[float, float]:
    """Return the seconds that somebody waits beside a group that asks ninety things at once, and that SIGTERM takes."""
    async with serving(telegram()) as server, living(root, data, server, 30) as process:
        first, loop = Person.private(server.telegram, 5000), asyncio.get_running_loop()
        first.write("xin chào")
        await until(server, 1)
        group, alone = first.in_group(), Person.private(server.telegram, 5001)  # who has had no letter this second
        for index in range(90):
            group.write(f"@{server.telegram.me['username']} {ASKED[index % len(ASKED)]}")
        asked, answered = loop.time(), list[float]()
        alone.write(ASKED[0])
        while not answered and loop.time() < asked + PATIENCE:
            await asyncio.sleep(0.01)
            answered = [
                w for w, method, chat in server.arrivals if method == "sendMessage" and chat == 5001 and w > asked
            ]
        ended = loop.time()
        process.terminate()
        await asyncio.wait({asyncio.create_task(process.wait())}, timeout=PATIENCE)
        return (answered or [float("inf")])[0] - asked, loop.time() - ended


async def kills(root: Path, data: Path, count: int) -> Killed:
    """Kill the bot at random moments within twice the time that a whole life, not the first, takes from its first poll
    to its answers, so that deaths meet every stage from receipt to what follows a reply.

    Each question is of somebody else, so that its answers are those of its chat.
    """
    luck, asked, whole = Random(11), 0, 0.0
    async with serving(telegram()) as server:
        for killed in (False, False, *[True] * count, False):
            async with living(root, data, server, 0) as process:
                began = time.monotonic()
                for _ in range(3):
                    Person.private(server.telegram, 70_000 + asked).write(ASKED[asked % len(ASKED)])
                    asked += 1
                if killed:
                    await asyncio.sleep(luck.random() * 2 * whole)
                    process.kill()
                else:
                    await _replied(server, asked)
                    whole = whole if asked > 6 else time.monotonic() - began
                    await asyncio.sleep(2)
        replies = _replies(server, asked)
    marked = [[AGAIN["answer"] in text for text in found] for found in replies]
    aside = sum(any(ASIDE in text for text in found) for found in replies)
    return Killed(
        asked, sum(not found for found in replies), aside, sum(each.count(False) > 1 for each in marked),
        sum(map(any, marked)), whole,
    )  # fmt: skip


async def _replied(server: Server, asked: int) -> None:
    """Wait until everybody who asked has a reply, or none has come for long."""
    last, seen = time.monotonic(), 0
    while seen < asked and time.monotonic() - last < QUIET:
        await asyncio.sleep(0.02)
        found = sum(map(bool, _replies(server, asked)))
        last, seen = (time.monotonic(), found) if found != seen else (last, seen)


def _replies(server: Server, asked: int) -> list[list[str]]:
    """Return what was written to each of those who asked."""
    found: list[list[str]] = [[] for _ in range(asked)]
    for (chat, _), message in server.telegram.journal.messages.items():
        if chat >= 70_000 and message["from"]["is_bot"] and "text" in message:
            found[chat - 70_000].append(message["text"])
    return found


def telegram() -> LocalTelegram:
    """Return a stand-in that goes on numbering after those before it: a bot knows updates again by their numbers."""
    return LocalTelegram(TOKEN, after=time.time_ns() // 1_000_000)


@asynccontextmanager
async def living(root: Path, data: Path, server: Server, pace: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot of a checkout until the block ends; it has begun to poll."""
    env = {**os.environ, "TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": TOKEN, "DATA_DIR": str(data),
           "MESSAGES_PER_SECOND": str(pace), "MESSAGES_PER_MINUTE": "0", "ACCESS": "open"}  # fmt: skip
    program = str(Path(__file__).with_name("bot_at.py"))
    polls = server.polls
    with (data / "bench.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, program, str(root), env=env, cwd=data, stderr=log
        )
    try:
        async with asyncio.timeout(PATIENCE):
            while server.polls == polls:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def until(server: Server, count: int) -> None:
    """Wait until so many messages were sent, or none has come for long."""
    last, seen = time.monotonic(), 0
    while seen < count and time.monotonic() - last < QUIET:
        await asyncio.sleep(0.05)
        found = sum(method == "sendMessage" for _, method, _ in server.arrivals)
        last, seen = (time.monotonic(), found) if found != seen else (last, seen)


def prepare(root: Path, folder: Path) -> Path:
    """Return a data folder with the five plans as that checkout reads them."""
    data = folder / f"data-{root.name}"
    data.mkdir()
    env = {**os.environ, "PYTHONPATH": str(root), "DATA_DIR": str(data)}
    command = [sys.executable, str(root / "ingest.py"), "--data-dir", str(data), str(root / "knowledge" / "plans")]
    subprocess.run(command, check=True, env=env, cwd=root, stdout=subprocess.DEVNULL)
    return data


def main() -> None:
    """Measure both builds and print the figures with their ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true", help="the load and the kills of the target")
    for name, few in (("questions", 300), ("chats", 100), ("seconds", 6), ("kills", 10)):
        parser.add_argument(f"--{name}", type=int, help=f"{few}, or {FULL[name]} with --full")
        parser.set_defaults(**{name: few})
    parser.add_argument("--before", default=COMMIT)
    given = sys.argv[1:]
    if "--full" in given:
        parser.set_defaults(**FULL)
    options = parser.parse_args(given)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is ended
    with tempfile.TemporaryDirectory(prefix="so-tay-faults-") as name:
        folder = Path(name)
        with build_before(folder / "before", options.before) as before:
            if before is None:
                sys.exit(f"{options.before} is not in this repository")
            asyncio.run(measure(folder, {"before": before, "now": ROOT}, options))


async def measure(folder: Path, builds: dict[str, Path], options: argparse.Namespace) -> None:
    """Run each measurement for both builds, one right after the other."""
    data = {name: prepare(root, folder) for name, root in builds.items()}
    paced, free = dict[str, Load](), dict[str, Load]()
    for name, root in builds.items():
        load = paced[name] = await flood(root, data[name], options, 30)
        waits = ", ".join(f"p{share} {load.percentile(share):.1f} s" for share in (50, 95))
        print(f"{name}: {waits}, {load.rate:.1f} answers a second, {load.lost} lost", flush=True)
    ideal = options.questions / 30 * 0.95 - options.seconds * 0.95
    print(f"p95 ratio now/before {paced['now'].percentile(95) / paced['before'].percentile(95):.2f} (at most 0.35); "
          f"to what 30 a second allow {paced['now'].percentile(95) / max(ideal, 0.1):.2f} (at most 1.2)")  # fmt: skip
    for name, root in builds.items():
        load = free[name] = await flood(root, data[name], options, 0)
        told = f"{load.rate:.1f} answers a second, {load.cost:.1f} ms of CPU each, {load.lost} lost"
        print(f"{name}, no pace: {told}", flush=True)
    print(f"answers a second now/before {free['now'].rate / free['before'].rate:.2f} (at least 1.8, and at least 60)")
    for name, root in builds.items():
        waited, took = await busy(root, data[name])
        told = f"somebody else waits {waited:.2f} s (at most 1), SIGTERM takes {took:.1f} s (at most 10)"
        print(f"{name}, a group asks 90 at once: {told}", flush=True)
    for name, root in builds.items():
        came = await kills(root, data[name], options.kills)
        told = f"{came.lost} never answered, {came.aside} put aside, {came.doubled} doubled, {came.marked} marked"
        print(f"{name}, {options.kills} kills within {2 * came.whole:.1f} s: {came.asked} asked, {told}", flush=True)


if __name__ == "__main__":
    main()
