"""Logging without secrets: whatever is logged, by whomever, a Telegram token in it is blotted out."""

from __future__ import annotations

import logging
import re
import sys

_TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def redact(text: str) -> str:
    """Return `text` with everything that looks like a token blotted out."""
    return _TOKEN.sub("<token>", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, its traceback included, and then blots out tokens."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line or lines to write."""
        return redact(super().format(record))


def set_up_logging(level: int = logging.INFO) -> None:
    """Log to standard error. The HTTP client logs each URL, and the token is part of it: only its warnings pass."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "hpack"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("telegram", "apscheduler"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
