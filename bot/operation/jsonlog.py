"""The log as JSON, a line a record, for journald and what collects it: `LOG_FORMAT=json`.

Fields: at (UTC), level, logger, message, request (which update the work is for, or which reminder), what the record
carries beside, trace. No token, whoever logs it; and at INFO no word of a person, for none is logged there.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from bot.logs import RedactingFormatter, is_outside_trouble, redact
from bot.memory.work import current

_OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "request"}


def request_id() -> str | None:
    """Return the name of the work that runs now, such as "u17" for update 17; None between works."""
    work = current()
    return work.name if work is not None else None


class RequestFilter(logging.Filter):
    """Notes on every record for which request it was written; lets all pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Add `request`."""
        record.request = request_id()
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
        if error is not None and is_outside_trouble(error):
            line["error"] = f"{type(error).__name__}: {error}"
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
