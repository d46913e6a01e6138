"""What is counted while the bot runs, for Prometheus: never a word that a person has typed, never a number of theirs.

Names begin with `so_tay_`; the dashboard in deploy/grafana reads them.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from http import HTTPStatus
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.process_collector import ProcessCollector
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.ports import Progress
from bot.telegram.line import completed
from knowledge.library import Library
from knowledge.model import Answer, RawDocument
from knowledge.versions import Key, Published

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

PROGRAM = Info("so_tay", "The program's version.", registry=REGISTRY)
ANSWERS = Counter("so_tay_answers", "Questions answered, by what the answer is.", ["status"], registry=REGISTRY)
ANSWER_SECONDS = Histogram(
    "so_tay_answer_seconds", "Time to find an answer.", ["status"], buckets=_SECONDS, registry=REGISTRY
)
CALLS = Counter("so_tay_telegram_calls", "Calls of the Bot API.", ["method", "outcome"], registry=REGISTRY)
FLOODS = Counter("so_tay_telegram_floods", "Calls that Telegram asked to slow down (429).", registry=REGISTRY)
LAST_POLL = Gauge(
    "so_tay_last_poll_timestamp_seconds", "When Telegram last gave updates, or said there are none.", registry=REGISTRY
)
LETTERS = Counter(
    "so_tay_letters", "Letters that reached Telegram, or were given up.", ["kind", "fate"], registry=REGISTRY
)
DOCUMENTS = Counter("so_tay_documents", "Documents put in by administrators.", ["result"], registry=REGISTRY)
DOCUMENT_SECONDS = Histogram(
    "so_tay_document_seconds",
    "Time to make a document live.",
    buckets=(0.5, 1, 2.5, 5, 10, 30, 60, 300),
    registry=REGISTRY,
)
ERRORS = Counter("so_tay_errors", "Records of the log at ERROR and above.", ["logger"], registry=REGISTRY)
QUEUE = Gauge("so_tay_queue", "Rows that wait.", ["queue"], registry=REGISTRY)
QUEUE_AGE = Gauge("so_tay_queue_age_seconds", "Age of the oldest row that waits.", ["queue"], registry=REGISTRY)
REMINDERS = Gauge("so_tay_reminders", "Reminders that lie ahead.", registry=REGISTRY)
PLANS = Gauge("so_tay_plans", "Plans that serve.", registry=REGISTRY)
PASSAGES = Gauge("so_tay_passages", "Passages that serve.", registry=REGISTRY)
DISK_FREE = Gauge("so_tay_disk_free_bytes", "Room on the disk under DATA_DIR.", registry=REGISTRY)
HEALTHY = Gauge("so_tay_healthy", "1 when every check of /healthz passes.", registry=REGISTRY)


@contextmanager
def timed_document() -> Iterator[None]:
    """Count a document and how long it took, whether or not it went in."""
    began = time.perf_counter()
    try:
        yield
    except Exception:
        DOCUMENTS.labels("failed").inc()
        raise
    DOCUMENTS.labels("live").inc()
    DOCUMENT_SECONDS.observe(time.perf_counter() - began)


# ------------------------------------------------------------------------------------------------- calls of the Bot API

_OUTCOMES: dict[int, str] = {
    HTTPStatus.OK: "ok", HTTPStatus.TOO_MANY_REQUESTS: "flood", HTTPStatus.CONFLICT: "conflict",
}  # fmt: skip
"""By status; what stands between has codes of its own (520), which HTTPStatus does not take."""


class Overheard(BaseRequest):
    """Carries calls over another request object and counts them. last_poll: Unix time, 0 before the first good one."""

    def __init__(self, inner: BaseRequest) -> None:
        self._inner = inner
        self.last_poll = 0.0

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return self._inner.read_timeout

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return an answer. Raises TelegramError for what is none; the library would log a traceback of it, too."""
        try:
            answer: dict[str, Any] = json.loads(payload, object_hook=completed)
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        return answer

    async def initialize(self) -> None:
        """Open the inner one."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """Close the inner one."""
        await self._inner.shutdown()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named_timeouts: Any
    ) -> tuple[int, bytes]:
        """Pass the call on; the URL holds the token, so only its last part is kept."""
        name = url.rsplit("/", 1)[-1].split("?")[0] if "/file/bot" not in url else "file"
        try:
            status, body = await self._inner.do_request(url, method, request_data, *timeouts, **named_timeouts)
        except TelegramError:
            CALLS.labels(name, "no answer").inc()
            raise
        CALLS.labels(name, _OUTCOMES.get(status, "refused")).inc()
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            FLOODS.inc()
        elif status == HTTPStatus.OK and name == "getUpdates":
            self.last_poll = time.time()
            LAST_POLL.set(self.last_poll)
        return status, body


# ------------------------------------------------------------------------------------------------ answers and documents

log = logging.getLogger(__name__)


def count_shared(answer: Answer) -> None:
    """Count an answer that is given once more without being found anew."""
    ANSWERS.labels(answer.status.value).inc()
    log.info("answered", extra={"status": answer.status.value, "shared": True})


class WatchedLibrary(Library):
    """Counts answers by status and latency, and documents."""

    def ask(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Answer:
        """Answer a question; see `Library.ask`."""
        began = time.perf_counter()
        answer = super().ask(text, unit=unit, history=history, today=today)
        seconds = time.perf_counter() - began
        ANSWERS.labels(answer.status.value).inc()
        ANSWER_SECONDS.labels(answer.status.value).observe(seconds)
        log.info("answered", extra={"status": answer.status.value, "ms": round(seconds * 1000, 1)})
        return answer

    def live_name(self) -> str | None:
        """Return the name of the generation that the catalog says is live. Raises DataError."""
        return self._shop.catalog.live_name()

    def size(self) -> tuple[int, int]:
        """Return how many plans and passages serve."""
        plans = self.plans()
        return len(plans), sum(len(stored.passages) for stored in plans)

    def put_document(
        self,
        document: RawDocument,
        replaces: Key | None = None,
        on_progress: Progress | None = None,
        file: tuple[str, bytes] | None = None,
    ) -> Published:
        """Make a document live; see `Library.put_document`."""
        with timed_document():
            published = super().put_document(document, replaces, on_progress, file)
        log.info("a document is live", extra={"plan": document.plan_id})
        return published
