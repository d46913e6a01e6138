"""SQLite's write-ahead log, switched on by whoever opens a new file first."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

_AGAIN = 0.02
"""Seconds between two tries."""
_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY = 0xFF
"""The bits of an error code that name its kind."""


def write_ahead(connection: Any, seconds: float) -> None:
    """Let a SQLite file keep a write-ahead log. Raises sqlite3.OperationalError when others hold it for `seconds`.

    Of several that switch a new file at once SQLite turns all but one away at once, whatever the busy timeout.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY not in _HELD or time.monotonic() >= until:
                raise
            time.sleep(_AGAIN)
