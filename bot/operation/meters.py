"""What is counted while the bot runs, for Prometheus: never a word that a person has typed, never a number of theirs.

Names begin with `so_tay_`; the dashboard in deploy/grafana reads them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info
from prometheus_client.process_collector import ProcessCollector

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
