"""The running bot's own file in the data folder, by which `python -m bot status` knows of it.

Written every few seconds and put in place whole; a reader takes it for a bot that runs only while it is fresh.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FILE = "pulse.json"
BEAT_SECONDS = 15.0
FRESH_SECONDS = 4 * BEAT_SECONDS


@dataclass(frozen=True, slots=True)
class Pulse:
    """at, started, last_poll, last_error_at: Unix time; last_error: a line of the log, without its traceback."""

    pid: int
    version: str
    started: float
    at: float
    last_poll: float | None
    last_error: str | None
    last_error_at: float | None


def write(folder: Path, pulse: Pulse) -> None:
    """Put the file in place; a full disk or a missing folder is passed over, for the pulse is no more than a sign."""
    aside = folder / f".{FILE}.{os.getpid()}"
    with suppress(OSError):
        aside.write_text(json.dumps(asdict(pulse), ensure_ascii=False), "utf-8")
        aside.replace(folder / FILE)


def read(folder: Path) -> Pulse | None:
    """Return the last pulse, None when there is none that can be read."""
    try:
        written: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        return Pulse(**written)
    except (OSError, ValueError, TypeError):
        return None


def forget(folder: Path) -> None:
    """Take the file away at an orderly end."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
