"""`python -m tests.bench.many [--kills N]`: a collection of few and of many plans, and an ingest that is killed.

What one more document costs must not grow with what is there; whenever an ingest of many is killed, what is live is
whole, and the same command ends where an undisturbed one does.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from knowledge.catalog.database import CATALOG_FILE
from tests.bench.before import ROOT

SIZES = (20, 400)
_DUTIES = 30
_PATIENCE = 3600.0

# An ingest whose embedder costs nothing and gives each text its own unit vector, unless the bundled one is asked for.
_INGEST = """
import hashlib, json, resource, sys
from pathlib import Path
import numpy as np
import knowledge.library
from knowledge.index.embedder import BUNDLED, Embedder, identity_of
from knowledge.settings import Settings
class Quick(Embedder):
    identity = identity_of(BUNDLED)
    dimension = 384
    def _embed(self, texts, *, query):
        seeds = (int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) for text in texts)
        rows = [np.random.default_rng(seed).standard_normal(384) for seed in seeds]
        return [(row / np.linalg.norm(row)).tolist() for row in rows]
if __name__ == "__main__":
    if sys.argv[3] == "quick":
        knowledge.library.open_embedder = lambda _: Quick()
    settings = Settings(data_dir=Path(sys.argv[1]), database_url=None)
    with knowledge.library.Library.open(settings, create=True, notify=lambda _: None) as library:
        reports = library.add_plans([Path(sys.argv[2])])
    used, parsed = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime + parsed.ru_utime + parsed.ru_stime
    failed = [report.error for report in reports if report.error]
    print(json.dumps({"cpu": cpu, "mb": used.ru_maxrss / 1024, "failed": failed}))
"""


def document(number: int) -> str:
    """Return the text of a commune's plan; no two are the same document, or have a duty in common."""
    head = f"ỦY BAN NHÂN DÂN\nXÃ SỐ {number}\nSố: {number}/KH-UBND\nXã Số {number}, ngày 05 tháng 01 năm 2026\n"
    duties = (
        f"{at}. Thôn {number}.{at} gửi báo cáo công tác đợt {at} về Văn phòng trước ngày {at % 28 + 1}/6/2026.\n"
        for at in range(1, _DUTIES + 1)
    )
    return f"{head}KẾ HOẠCH\nCông tác của xã số {number} năm 2026\nI. NỘI DUNG\n{''.join(duties)}"


def write(folder: Path, numbers: range) -> Path:
    """Write documents into a folder of their own."""
    folder.mkdir(parents=True)
    for number in numbers:
        (folder / f"xa-{number}.txt").write_text(document(number), encoding="utf-8")
    return folder


def ingest(data: Path, path: Path, embedder: str = "quick") -> dict[str, float]:
    """Run an ingest; return its CPU seconds and its own peak of memory in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", _INGEST, str(data), str(path), embedder],
        capture_output=True, text=True, cwd=ROOT, timeout=_PATIENCE, check=True,
    )  # fmt: skip
    figures: dict[str, float] = json.loads(done.stdout)
    assert not figures["failed"], figures
    return figures


def killed(data: Path, path: Path, seconds: float) -> bool:
    """Run an ingest and kill it after so long; tell whether it was still at work."""
    with subprocess.Popen(
        [sys.executable, "-c", _INGEST, str(data), str(path), "quick"], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def live(data: Path) -> dict[str, tuple[int, int]]:
    """Return the passages and the facts of every live plan; checks that the index on disk is the one that is live."""
    if not (data / CATALOG_FILE).exists():
        return {}
    with sqlite3.connect(data / CATALOG_FILE) as database:
        if not database.execute("select 1 from sqlite_master where name = 'live'").fetchone():
            return {}  # killed before the catalog's tables were made
        names = [name for (name,) in database.execute("select generation from live")]
        assert all((data / "index" / name / "seal.json").is_file() for name in names), names
        held = "select count(*) from {} t where t.plan_id = g.plan_id and t.sha256 = g.sha256"
        query = f"select plan_id, ({held.format('passages')}), ({held.format('facts')}) from generation_plans g"
        return {plan: (passages, facts) for plan, passages, facts in database.execute(query)}


def kill_often(folder: Path, kills: int, documents: int, dice: random.Random) -> tuple[int, dict[str, tuple[int, int]]]:
    """Kill an ingest of so many documents so often, at random moments, beginning again whenever one came to its end.

    Returns how many were killed at work. Raises AssertionError when a plan is lost, doubled or there by half.
    """
    path = write(folder / "documents", range(documents))
    began = time.monotonic()
    ingest(folder / "undisturbed", path)
    longest, whole = time.monotonic() - began, live(folder / "undisturbed")
    struck, run = 0, 0
    while struck < kills:
        data, before = folder / f"data-{run}", live(folder / f"data-{run}")
        struck += killed(data, path, dice.uniform(0.05, 1.1) * longest)
        now = live(data)
        assert before.keys() <= now.keys(), "a plan was lost"
        assert all(whole[plan] == counts for plan, counts in now.items()), "a plan is there by half"
        run += now.keys() == whole.keys()
    ingest(folder / f"data-{run}", path)
    return struck, live(folder / f"data-{run}")


def main() -> int:
    """Print what one more document costs at both sizes, what many take, and what kills did."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="so-tay-many-") as name:
        folder = Path(name)
        figures = {}
        for size in options.sizes:
            data = folder / f"data-{size}"
            all_of_them = ingest(data, write(folder / f"plans-{size}", range(size)))
            figures[size] = ingest(data, write(folder / f"more-{size}", range(size, size + 1)), "bundled")
            print(f"{size} plans: {all_of_them['cpu']:.1f} s of CPU, {all_of_them['mb']:.0f} MB (embedding left out); "
                  f"one more {figures[size]['cpu']:.2f} s, {figures[size]['mb']:.0f} MB", flush=True)  # fmt: skip
        if len(figures) > 1:
            few, many = figures[min(figures)], figures[max(figures)]
            ratios = {what: many[what] / few[what] for what in ("cpu", "mb")}
            print(f"one more beside {max(figures)} / beside {min(figures)}: CPU {ratios['cpu']:.2f} (at most 2), "
                  f"memory {ratios['mb']:.2f}", flush=True)  # fmt: skip
        if options.kills:
            struck, _ = kill_often(folder / "kills", options.kills, options.documents, random.Random(os.getpid()))
            print(f"{struck} kills of an ingest of {options.documents} documents: nothing lost, doubled or half there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
