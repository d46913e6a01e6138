"""The library as the bot opens it: the same, and what it does is counted and logged, without a person's words."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from datetime import date

from bot.operation import meters
from bot.ports import Progress
from knowledge.library import Library
from knowledge.model import Answer, RawDocument
from knowledge.versions import Key, Published

log = logging.getLogger(__name__)


class WatchedLibrary(Library):
    """Counts answers by status and latency, and documents."""

    def ask(
        self, text: str, *, unit: str | None = None, history: Sequence[str] = (), today: date | None = None
    ) -> Answer:
        """Answer a question; see `Library.ask`."""
        began = time.perf_counter()
        answer = super().ask(text, unit=unit, history=history, today=today)
        seconds = time.perf_counter() - began
        meters.ANSWERS.labels(answer.status.value).inc()
        meters.ANSWER_SECONDS.labels(answer.status.value).observe(seconds)
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
        with meters.timed_document():
            published = super().put_document(document, replaces, on_progress, file)
        log.info("a document is live", extra={"plan": document.plan_id})
        return published
