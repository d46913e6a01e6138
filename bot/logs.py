"""Logging without secrets: whatever is logged, by whomever, a Telegram token in it is blotted out."""

from __future__ import annotations

import logging
import os
import re
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError

_TOKEN = re.compile(r"\d{5,20}(?::|%(?:25)*3[Aa])[A-Za-z0-9_-]{20,}")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Return `text` with everything that looks like a token blotted out."""
    return _TOKEN.sub("<token>", text)


def is_outside_trouble(error: BaseException | None) -> bool:
    """Tell whether an error is the network's or the token's and none of this program (a BadRequest is)."""
    return isinstance(error, (NetworkError, InvalidToken, Conflict)) and not isinstance(error, BadRequest)


class RedactingFormatter(logging.Formatter):
    """Formats a record and then blots out tokens. Trouble from outside takes a line, not a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line or lines to write."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and is_outside_trouble(error):
            record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
            return redact(f"{super().format(record)} ({type(error).__name__}: {error})")
        return redact(super().format(record))


def set_up_logging(level: int = logging.INFO, file: Path | None = None) -> None:
    """Log to standard error, or to a file of at most a megabyte and its predecessor.

    The HTTP client logs each URL, and the token is part of it: only its warnings pass.
    """
    handler = _file_handler(file) if file else logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "hpack"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("telegram", "apscheduler"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


class _PrivateFileHandler(RotatingFileHandler):
    """Writes a file that only its owner may read: names and questions may stand in it."""

    def _open(self) -> Any:
        stream = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return stream


def _file_handler(file: Path) -> logging.Handler:
    """Return a handler that creates the file with the first line it has to write; without its folder, none."""
    if not os.access(file.parent, os.W_OK):
        return logging.NullHandler()
    return _PrivateFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
