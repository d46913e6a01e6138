"""A process that serves: opens the library with the bot's modules loaded, asks, and prints what that took as JSON.

Usage: `python -m tests.bench.serve DATA_DIR QUESTION...`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import psutil

import bot.app  # noqa: F401 - what a serving process has loaded, Telegram included
from knowledge.library import Library
from knowledge.settings import Settings


def main(data_dir: str, *questions: str) -> None:
    """Open, ask, report: seconds from the process's birth to the first answer, on the clock and of the
    processor, and resident bytes."""
    process = psutil.Process()
    with Library.open(Settings(data_dir=Path(data_dir), database_url=None)) as library:
        library.ask(questions[0])
        first, used = time.time() - process.create_time(), process.cpu_times()
        for question in questions:
            library.ask(question)
        memory = process.memory_info().rss
    heavy = [name for name in ("torch", "transformers", "onnx") if name in sys.modules]
    cpu = used.user + used.system
    print(json.dumps({"first_answer": first, "first_cpu": cpu, "memory": memory, "heavy": heavy}))


if __name__ == "__main__":
    main(*sys.argv[1:])
