"""A process that serves: how soon it answers and what it holds, beside the build before, started in turns."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.before import ROOT, build_before, run
from tests.bench.show import Row

PLANS = ROOT / "knowledge" / "plans"
_STARTS = 3

_FILL = """
import sys
from pathlib import Path
from knowledge.library import Library
from knowledge.settings import Settings
with Library.open(Settings(data_dir=Path(sys.argv[1])), create=True, notify=lambda _: None) as library:
    print(len(library.add_plans([Path(sys.argv[2])])))
"""


def measure(data_dir: Path, folder: Path, asked: list[str]) -> list[Row]:
    """Start both some times on the five plans. data_dir: today's, filled; folder: for what the build before needs."""
    with build_before(folder / "before") as root:
        before = folder / "data-before"
        if root is not None:
            run(root, "-c", _FILL, str(before), str(PLANS))
        pairs = [
            (_serve(ROOT, data_dir, asked), _serve(root, before, asked) if root is not None else None)
            for _ in range(_STARTS)
        ]
    mine, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs if pair[1] is not None]
    memory = max(figures["memory"] for figures in mine) / 1e6
    heavy = ", ".join(mine[0]["heavy"]) or "none"
    return [
        ("start to first answer", *_beside(mine, theirs, "first_answer"), "≤ 0.5"),
        ("CPU from start to first answer", *_beside(mine, theirs, "first_cpu"), "≤ 0.5"),
        ("memory of a serving process", f"{memory:.0f} MB", "", "under 340 MB"),
        ("heavy libraries in it", heavy, "", "none"),
    ]


def _beside(mine: list[dict[str, Any]], theirs: list[dict[str, Any]], what: str) -> tuple[str, str]:
    ours = median(figures[what] for figures in mine)
    if not theirs:
        return f"{ours:.1f} s", "the commit before is not there"
    before = median(figures[what] for figures in theirs)
    return f"{ours:.1f} s", f"before {before:.1f} s: {ours / before:.2f} x"


def _serve(root: Path, data_dir: Path, asked: list[str]) -> dict[str, Any]:
    script = (ROOT / "tests" / "bench" / "serve.py").read_text(encoding="utf-8")  # the same for either build
    figures: dict[str, Any] = json.loads(run(root, "-c", script, str(data_dir), *asked))
    return figures
