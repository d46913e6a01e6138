"""Answers on documents that no weight was fitted to: `python -m knowledge.evaluation.left_out [NAME...] [--fails N]`.

Each open collection is asked of the whole program with weights that were fitted on the other collections. Rules are
still those of today, so what was written while looking at a collection flatters it.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.evaluation.gold import load_gold
from knowledge.evaluation.report import Report, total
from knowledge.evaluation.run import ask_all
from knowledge.evaluation.targets import find, library_for
from knowledge.index.e5 import tuned
from knowledge.index.e5.joined import READ
from knowledge.ranking import weights
from knowledge.settings import Settings
from knowledge.training import fit, joined, questions
from knowledge.training.__main__ import CACHE, GOLD, left_out, open_collections, weights_of
from knowledge.training.dataset import TODAY, Collection

KEPT = Path("build/left-out")
"""Where fitted weights stay for `--kept`: another look at answers, not at the ranking."""
WORKERS = 2


def main() -> None:
    """Fit, ask, print a report for each collection and in all."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.evaluation.left_out", description=__doc__)
    parser.add_argument("names", nargs="*", help="collections, all but the five plans' when not given")
    parser.add_argument("--kept", action="store_true", help="take the weights of the last run")
    parser.add_argument("--fails", type=int, default=0, help="how many failures to show of each")
    options = parser.parse_args()
    names = options.names or sorted(path.name for path in (GOLD / "collections").iterdir() if path.name != "five")
    jobs = [(name, options.kept) for name in names if find(GOLD / "collections" / name).missing is None]
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        reports = list(pool.map(measured, *zip(*jobs, strict=True)))
    for (name, _), report in zip(jobs, reports, strict=True):
        print(f"{name}\n{report.table(options.fails)}\n")
    print(f"total\n{total(reports).table()}")


def measured(name: str, kept: bool) -> Report:
    """Ask a collection with the weights of the others."""
    logging.disable(logging.WARNING)
    file = KEPT / f"{name}.json"
    if not (kept and file.exists()):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(_weights_without(name)), encoding="utf-8")
    target = find(GOLD / "collections" / name)
    fitted: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    with (
        tuned.ASKED.using(questions.file_of(name)),
        READ.using(joined.file_of(name)),
        weights.using(fitted),
        library_for(target, (), Settings(), KEPT / "data" / name, lambda _: None) as library,
    ):
        return ask_all(load_gold(target.questions), library, today=TODAY)


def _weights_without(name: str) -> dict[str, dict[str, Any]]:
    pairs = [(c, asked) for c in _collections() if c.name != name for asked in c.asked]
    worth = fit.word_values(pairs)
    examples = [fit.example(c, asked, worth) for c, asked in pairs if len(c.shelf.rows(asked.query.units))]
    return weights_of(examples, left_out(examples, worth), worth)


@cache
def _collections() -> Sequence[Collection]:
    return questions.unseen(open_collections(GOLD, CACHE))


if __name__ == "__main__":
    main()
