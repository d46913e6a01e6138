"""Measure the bot under load and kills, side by side with an earlier build: `make bench-faults`.

    python -m tests.bench.faults [--before COMMIT] [--questions N] [--chats N] [--seconds S] [--kills N]

Both builds run as processes against the same stand-in for the Bot API over loopback HTTP. What matters are the ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import quantiles

from bot.console.people import Person
from bot.console.server import LocalTelegram
from bot.telegram.words import AGAIN
from tests.bot.http_telegram import Server, serving

ROOT = Path(__file__).parents[2]
BEFORE = "463af12"
TOKEN = LocalTelegram().token
PATIENCE = 240.0
"""Seconds after the last question; what is not answered by then is not answered."""
ASKED = (
    "Khi nào nộp báo cáo 6 tháng?", "5 không của quận 1", "gửi báo cáo năm cho ai", "hạn nộp của bến cát",
    "tiêu chí dân vận khéo", "bao giờ gửi báo cáo quý", "ai ký kế hoạch", "chỉ tiêu 100% là gì",
    "nơi nhận báo cáo của lai châu", "khi nào sơ kết", "mấy giờ nộp", "thủ đô nước Pháp là gì",
)  # fmt: skip


@dataclass(frozen=True)
class Load:
    """What came of a flood. waits: seconds from a question to its answer; rate: answers a second; lost: unanswered."""

    waits: list[float]
    rate: float
    lost: int

    def percentile(self, share: int) -> float:
        """Return the wait that so many percent do not exceed."""
        return quantiles(self.waits, n=100)[share - 1] if len(self.waits) > 1 else float("nan")


async def flood(root: Path, data: Path, options: argparse.Namespace, pace: int) -> Load:
    """Ask the questions of many chats evenly over some seconds; without pace, all at once."""
    async with serving(LocalTelegram(TOKEN)) as server, living(root, data, server, pace):
        people = [Person.private(server.telegram, 5000 + index) for index in range(options.chats)]
        people[0].write("xin chào")
        await until(server, 1, PATIENCE)
        loop, begun, asked = asyncio.get_running_loop(), asyncio.get_running_loop().time(), list[tuple[int, float]]()
        for index in range(options.questions):
            due = begun + (index * options.seconds / options.questions if pace else 0)
            await asyncio.sleep(max(0.0, due - loop.time()))
            person = people[index % len(people)]
            person.write(f"{ASKED[index % len(ASKED)]}")
            asked.append((person.chat["id"], loop.time()))
        await until(server, 1 + options.questions, PATIENCE)
        return _load(
            asked, [(when, chat) for when, method, chat in server.arrivals if method == "sendMessage"][1:], begun
        )


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


async def kills(root: Path, data: Path, count: int) -> tuple[int, int, int, int]:
    """Kill the bot at random moments; return questions asked, never answered, doubled without and with the mark."""
    luck, asked = Random(11), 0
    async with serving(LocalTelegram(TOKEN)) as server:
        person = Person.private(server.telegram, 7001)
        for life in range(count + 1):
            async with living(root, data, server, 0) as process:
                for _ in range(3 if life < count else 0):
                    asked += 1
                    person.write(f"zzq{asked}q xyz")
                await asyncio.sleep(luck.random() * 0.5 if life < count else 0)
                if life < count:
                    process.kill()
                else:
                    await until(server, asked, 30)
        texts = [m["text"] for m in server.telegram.journal.messages.values() if m["from"]["is_bot"] and "text" in m]
    replies = [[text for text in texts if f"zzq{number}q" in text] for number in range(1, asked + 1)]
    marked = sum(max(0, len(found) - 1) for found in replies if any(AGAIN["answer"] in text for text in found))
    doubled = sum(sum(AGAIN["answer"] not in text for text in found) > 1 for found in replies)
    return asked, sum(not found for found in replies), doubled, marked


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


async def until(server: Server, count: int, seconds: float) -> None:
    """Wait until so many messages were sent, or for so long after the last one."""
    last, seen = time.monotonic(), 0
    while seen < count and time.monotonic() - last < min(seconds, 60.0):
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
    for name, default in (("questions", 1500), ("chats", 500), ("kills", 20)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--before", default=BEFORE)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="so-tay-faults-") as name:
        folder = Path(name)
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", str(folder / "before"), options.before], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            asyncio.run(measure(folder, options))
        finally:
            subprocess.run([*git, "remove", "--force", str(folder / "before")], check=False)


async def measure(folder: Path, options: argparse.Namespace) -> None:
    """Run each measurement for both builds, one right after the other."""
    builds = {"before": folder / "before", "now": ROOT}
    data = {name: prepare(root, folder) for name, root in builds.items()}
    paced = {name: await flood(root, data[name], options, 30) for name, root in builds.items()}
    free = {name: await flood(root, data[name], options, 0) for name, root in builds.items()}
    ideal = options.questions / 30 * 0.95 - options.seconds * 0.95
    for name, load in paced.items():
        waits = ", ".join(f"p{share} {load.percentile(share):.1f} s" for share in (50, 95))
        print(f"{name}: {waits}, {load.rate:.1f} answers a second, {load.lost} lost")
    print(f"p95 ratio now/before {paced['now'].percentile(95) / paced['before'].percentile(95):.2f} (at most 0.35); "
          f"to what 30 a second allow {paced['now'].percentile(95) / max(ideal, 0.1):.2f} (at most 1.2)")  # fmt: skip
    for name, load in free.items():
        print(f"{name}, no pace: {load.rate:.1f} answers a second, lost {load.lost}")
    print(f"answers a second now/before {free['now'].rate / free['before'].rate:.2f} (at least 1.8)")
    for name, root in builds.items():
        asked, lost, doubled, marked = await kills(root, data[name], options.kills)
        print(
            f"{name}, {options.kills} kills: {asked} asked, {lost} never answered, {doubled} doubled, {marked} marked"
        )


if __name__ == "__main__":
    main()
