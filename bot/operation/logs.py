"""Logging without secrets: whatever is logged, by whomever, a Telegram token in it is blotted out.

`LOG_FORMAT=json` makes each record a line of JSON, for journald and what collects it. Fields: at (UTC), level, logger,
message, request (which update the work is for, or which reminder), what the record carries beside, trace. At INFO no
word of a person is logged.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from bot.memory.work import request_name
from knowledge.patterns import later

_TOKEN = later(r"\d{5,20}(?::|%(?:25)*3[Aa])[A-Za-z0-9_-]{20,}")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Return `text` with everything that looks like a token blotted out."""
    return _TOKEN.sub("<token>", text)


def is_outside_trouble(error: BaseException | None) -> bool:
    """Tell whether an error is of the network, the token or the pace, not of this program (a BadRequest is)."""
    return isinstance(error, (NetworkError, InvalidToken, Conflict, RetryAfter)) and not isinstance(error, BadRequest)


def is_of_the_disk(error: BaseException | None) -> bool:
    """Tell whether the bot's memory could not be reached or written, because of its disk, server or another writer."""
    return isinstance(error, OperationalError) and "no such" not in str(error.orig)


class RedactingFormatter(logging.Formatter):
    """Formats a record and then blots out tokens. Trouble from outside takes a line, not a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line or lines to write."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and (is_outside_trouble(error) or is_of_the_disk(error)):
            record = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
            return redact(f"{super().format(record)} ({type(error).__name__}: {getattr(error, 'orig', error)})")
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
    for name in ("telegram", "apscheduler", "alembic"):
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


_OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "request"}


class RequestFilter(logging.Filter):
    """Notes on every record for which request it was written, unless it says so itself; lets all pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add `request`, such as "u17-3fa2c1" for update 17; None between requests."""
        record.request = getattr(record, "request", None) or request_name()
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line, with tokens blotted out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request": getattr(record, "request", None),
        }
        line |= {name: value for name, value in record.__dict__.items() if name not in _OWN}
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and (is_outside_trouble(error) or is_of_the_disk(error)):
            line["error"] = f"{type(error).__name__}: {getattr(error, 'orig', error)}"
        elif record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return redact(json.dumps(line, ensure_ascii=False, default=str))


def number_the_log(kind: str) -> None:
    """Have every record carry its request, and write the log as `kind`: "text" or "json"."""
    formatter = JsonFormatter() if kind == "json" else RedactingFormatter(_TEXT)
    for handler in logging.getLogger().handlers:
        handler.addFilter(RequestFilter())
        handler.setFormatter(formatter)


_TEXT = "%(asctime)s %(levelname)s %(name)s [%(request)s]: %(message)s"
