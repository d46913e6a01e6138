"""Fit what is believed of claims: `python -m knowledge.evaluation.claims [--keep FOLDER]`.

Every yes/no question of the open collections is asked as the bot asks it, and `why` tells how its claim compares with
the statement nearest to it. The label is whether the claim holds, fails, or is settled by no plan.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from knowledge.evaluation.gold import GoldQuestion, load_gold
from knowledge.evaluation.targets import find, library_for
from knowledge.index.e5 import tuned
from knowledge.index.e5.joined import READ
from knowledge.ranking import weights
from knowledge.ranking.scorer import guess
from knowledge.settings import Settings
from knowledge.training import joined, questions
from knowledge.training.__main__ import GOLD, write
from knowledge.training.fit import exported
from knowledge.training.judge import fit

FAILS, OPEN, HOLDS = 0, 1, 2
FOLDS = 8
SURE = (0.65, 0.7, 0.75, 0.8, 0.85)

Row = tuple[str, dict[str, float], int]
"""A collection's name, a claim's signals, and its label."""


def main() -> None:
    """Ask, fit, print the figures on collections left out, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.evaluation.claims", description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--keep", type=Path, help="folder in which the collections' data stays for the next time")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        rows = asked(options.gold, options.keep or Path(temporary))
    for line in figures(rows):
        print(line)
    for name, data in fitted(rows).items():
        write(name, data)


def asked(gold: Path, keep: Path) -> list[Row]:
    """Return the yes/no questions of every open collection whose documents are here."""
    rows: list[Row] = []
    for folder in sorted((gold / "collections").iterdir()):
        target = find(folder)
        if target.missing:
            print(f"{folder.name}: its documents are not here; left out")
            continue
        name = folder.name if (folder / "documents").is_dir() else folder.name.rstrip("0123456789")
        unseen = tuned.ASKED.using(questions.file_of(name)), READ.using(joined.file_of(name))
        with unseen[0], unseen[1], library_for(target, (), Settings(), keep / name, print) as library:
            for question in load_gold(target.questions):
                label = _label(question)
                if label is None:
                    continue
                why = library.why(question.question, unit=question.scope, history=question.history)
                if claim := why.get("claim"):
                    rows.append((name, claim["signals"], label))
    return rows


def _label(question: GoldQuestion) -> int | None:
    """Return what is so of a question's claim; None where that is not known."""
    if not question.answerable:
        return OPEN
    return None if question.claim is None else HOLDS if question.claim else FAILS


def fitted(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Return the trees that tell whether a claim holds and whether it fails, by the names under which they ship."""
    names = list(rows[0][1])
    matrix = np.array([[row[name] for name in names] for _, row, _ in rows], np.float32)
    told = {"holds": HOLDS, "fails": FAILS}
    return {
        name: exported(fit(matrix, names, [label == meant for *_, label in rows]), names)
        for name, meant in told.items()
    }


def figures(rows: Sequence[Row]) -> list[str]:
    """Return lines on how often collections that a fit had not seen are judged, and how often rightly."""
    collections = sorted({name for name, *_ in rows})
    told: list[tuple[float, float, int]] = []
    for fold in range(FOLDS):
        out = set(collections[fold::FOLDS])
        with weights.using(fitted([row for row in rows if row[0] not in out])):
            told += [(guess("holds", row), guess("fails", row), label) for name, row, label in rows if name in out]
    lines = []
    for least in SURE:
        judged = [(holds >= least, label) for holds, fails, label in told if max(holds, fails) >= least]
        right = sum(label == (HOLDS if holds else FAILS) for holds, label in judged)
        amiss = sum(label == OPEN for _, label in judged)
        lines.append(
            f"from {least}: {len(judged)} of {len(told)} judged, {right} rightly, {amiss} that no plan settles"
        )
    return lines


if __name__ == "__main__":
    main()
