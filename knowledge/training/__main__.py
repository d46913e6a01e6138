"""Fit the scorer and the judge on the open gold: `python -m knowledge.training [--check]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.index.embedder import BUNDLED
from knowledge.ranking import probe
from knowledge.ranking.rank import Ranked
from knowledge.ranking.scorer import Trees, from_json
from knowledge.ranking.signals import constrained
from knowledge.training import fit, judge
from knowledge.training.dataset import Collection, is_answerable, load, open_vectors
from knowledge.training.questions import unseen

DATA = Path(__file__).parent.parent / "ranking" / "data"
GOLD, CACHE = Path("tests/gold"), Path("build/train-vectors.pickle")
FOLDS = 5
KEPT = 20  # units of each ranking that the judge looks at
WORKED = ("questions", "second", "third", "fourth", "heldout", "nearmiss")
"""Gold files about the project's own plans that were worked on."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of answerable questions with their evidence among the first one, three and five units."""

    questions: int
    first: float
    three: float
    five: float


def main() -> None:
    """Fit, print the figures on left-out documents, and write the weights unless `--check`."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.training", description=__doc__)
    parser.add_argument("--check", action="store_true", help="print the figures and write nothing")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--cache", type=Path, default=CACHE)
    options = parser.parse_args()
    examples, cases, worth = ranked_unseen(open_collections(options.gold, options.cache))
    collections = list({id(case.collection): case.collection for case in cases}.values())
    figures = {"all": figures_of(cases)} | {
        c.name: figures_of([case for case in cases if case.collection is c]) for c in collections
    }
    for name, found in figures.items():
        print(f"{name}: {found.questions} questions, evidence first {found.first:.3f}, among three {found.three:.3f}")
    if options.check:
        return
    for name, data in weights_of(examples, cases, worth).items():
        write(name, data | ({"left_out": _plain(figures)} if name == "ranker" else {}))


def ranked_unseen(collections: Sequence[Collection]) -> tuple[list[fit.Example], list[judge.Case], dict[str, float]]:
    """Return the collections' questions with their candidates, the same ranked by weights and vectors that had not seen
    them, and what words are worth."""

    pairs = [(collection, asked) for collection in unseen(collections) for asked in collection.asked]
    worth = fit.word_values(pairs)
    examples = [fit.example(c, a, worth) for c, a in pairs if len(c.shelf.rows(a.query.units))]
    return examples, left_out(examples, worth), worth


def weights_of(
    examples: Sequence[fit.Example], cases: Sequence[judge.Case], worth: dict[str, float]
) -> dict[str, dict[str, Any]]:
    """Return the weights by the names under which they ship. cases: of `left_out`."""
    useful = [e for e in examples if is_answerable(e.asked.gold)]
    rows, names = judge.matrix(cases)
    told = [at for at, case in enumerate(cases) if case.told]
    judged = {
        "judge": judge.fit(rows, names, [case.right for case in cases]),
        "held": judge.fit(rows, names, [is_answerable(case.asked.gold) for case in cases]),
        "lacking": judge.fit(rows[told], names, [cases[at].lacking for at in told]),
    }
    return {
        "words": {"worth": worth},
        "ranker": fit.exported(fit.fit_ranker(useful), useful[0].names),
        **{name: fit.exported(fitted, names) for name, fitted in judged.items()},
    }


def open_collections(gold: Path, cache: Path) -> list[Collection]:
    """Read every open collection; those whose documents are not here are named and left out."""
    vectors = open_vectors(cache, BUNDLED)
    found = []
    for folder in sorted((gold / "collections").iterdir()):
        documents, questions = _documents_of(folder), [folder / "questions.jsonl"]
        if folder.name == "five":
            questions += [gold / f"{name}.jsonl" for name in WORKED]
        if documents is None:
            print(f"{folder.name}: its documents are not here; left out", file=sys.stderr)
            continue
        found.append(load(folder.name, documents, questions, vectors))
    return found


def _documents_of(folder: Path) -> list[Path] | None:
    elsewhere = folder / "DOCUMENTS"
    place = folder / (elsewhere.read_text("utf-8").splitlines()[0] if elsewhere.exists() else "documents")
    return sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else None


def left_out(examples: Sequence[fit.Example], worth: dict[str, float]) -> list[judge.Case]:
    """Return every question ranked by weights that were fitted without its document."""
    documents = sorted({example.asked.fold for example in examples}, key=_shuffled)
    fold_of = {document: at % FOLDS for at, document in enumerate(documents)}
    cases = []
    for fold in range(FOLDS):
        rest = [e for e in examples if fold_of[e.asked.fold] != fold and is_answerable(e.asked.gold)]
        trees = from_json(fit.exported(fit.fit_ranker(rest), rest[0].names))
        cases += [_case(e, trees, worth) for e in examples if fold_of[e.asked.fold] == fold]
    return cases


def _shuffled(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _case(example: fit.Example, trees: Trees, worth: dict[str, float]) -> judge.Case:
    scores = constrained(trees.predict(example.matrix), example.matrix[:, example.names.index("round")])
    order = np.argsort(-scores, kind="stable")[:KEPT]
    units = example.collection.shelf.units
    ranked = [
        Ranked(
            units[example.rows[at]],
            int(example.rows[at]),
            float(scores[at]),
            dict(zip(example.names, example.matrix[at].tolist(), strict=True)),
        )
        for at in order
    ]
    seen = probe(example.asked.query, example.asked.vector, worth)
    return judge.Case(example.collection, example.asked, seen, ranked)


def figures_of(cases: Sequence[judge.Case]) -> Figures:
    """Return how often the evidence is among the first units."""
    asked = [case for case in cases if is_answerable(case.asked.gold)]
    shares = [sum(case.within(most) for case in asked) / max(len(asked), 1) for most in (1, 3, 5)]
    return Figures(len(asked), *(round(share, 4) for share in shares))


def _plain(figures: dict[str, Figures]) -> dict[str, Any]:
    return {name: [f.questions, f.first, f.three, f.five] for name, f in figures.items()}


def write(name: str, data: dict[str, Any]) -> None:
    """Write weights under the name by which they ship."""
    DATA.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
