"""Fitting: what words are worth, and the ranker's trees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from knowledge.ranking.probe import UNSEEN, gist_of, probe
from knowledge.ranking.rank import measured
from knowledge.ranking.shelf import meant
from knowledge.training.dataset import Asked, Collection, grades, is_answerable

FEWEST = 8
"""Questions from which on a word has a value of its own: fewer would tell the answers of those few."""
PRIOR = 3.0  # how many questions a word's first guess weighs
PARAMETERS: dict[str, Any] = {
    "objective": "lambdarank",
    "n_estimators": 200,
    "num_leaves": 31,
    "learning_rate": 0.05,
    "min_child_samples": 30,
    "colsample_bytree": 0.6,
    "subsample": 0.8,
    "subsample_freq": 1,
    "lambdarank_truncation_level": 8,
    "random_state": 7,
    "verbose": -1,
    "n_jobs": 2,
}

Pairs = Sequence[tuple[Collection, Asked]]


@dataclass(frozen=True, slots=True)
class Example:
    """One question's candidates. rows: in the shelf; matrix: (candidates, signals); grades: (candidates,)."""

    collection: Collection
    asked: Asked
    rows: np.ndarray
    matrix: np.ndarray
    names: tuple[str, ...]
    grades: np.ndarray


def word_values(pairs: Pairs) -> dict[str, float]:
    """Return what words of questions are worth: how often the evidence holds them, above what any unit does."""
    seen: Counter[str] = Counter()
    held: Counter[str] = Counter()
    usual: Counter[str] = Counter()
    for collection, asked in pairs:
        if not is_answerable(asked.gold):
            continue
        evidence = set(meant(" ".join(e["quote"] for e in asked.gold["evidence"])))
        for word in set(meant(gist_of(asked.query))):
            seen[word] += 1
            held[word] += word in evidence
            usual[word] += int(1e6 * collection.shelf.own.share(word))
    values = {}
    for word, count in seen.items():
        if count < FEWEST:
            continue
        chance = usual[word] / count / 1e6
        rate = (held[word] + PRIOR * UNSEEN) / (count + PRIOR)
        values[word] = round(float(np.clip((rate - chance) / (1 - chance + 1e-6), 0.02, 1.0)), 3)
    return values


def example(collection: Collection, asked: Asked, worth: dict[str, float]) -> Example:
    """Return a question's candidates with their signals and grades."""
    shelf = collection.shelf
    scope = shelf.scope(asked.query.units)
    kept, matrix, names = measured(shelf, probe(asked.query, asked.vector, worth), scope)
    units = [shelf.units[row] for row in kept]
    graded = grades(units, asked.gold) if asked.gold.get("evidence") else np.zeros(len(kept))
    return Example(collection, asked, kept, matrix, names, graded)


def fit_ranker(examples: Sequence[Example]) -> Any:
    """Return a fitted LightGBM ranker over examples that hold their evidence."""
    from lightgbm import LGBMRanker

    useful = [e for e in examples if e.grades.max(initial=0.0) > 0]
    relevance = [np.digitize(e.grades, (1e-9, 0.3, 0.5)) for e in useful]
    model = LGBMRanker(**PARAMETERS)
    model.fit(
        np.concatenate([e.matrix for e in useful]),
        np.concatenate(relevance),
        group=[len(e.matrix) for e in useful],
        feature_name=list(useful[0].names),
    )
    return model


def exported(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """Return a fitted model as the arrays that `ranking.scorer` evaluates."""
    out: dict[str, Any] = {
        "names": list(names),
        "roots": [],
        "feature": [],
        "threshold": [],
        "left": [],
        "right": [],
        "value": [],
        "depth": 0,
    }
    for tree in model.booster_.dump_model()["tree_info"]:
        out["roots"].append(len(out["value"]))
        out["depth"] = max(out["depth"], _flatten(tree["tree_structure"], out))
    return out


def _flatten(node: dict[str, Any], out: dict[str, Any]) -> int:
    at = len(out["value"])
    leaf = "leaf_value" in node
    out["feature"].append(0 if leaf else node["split_feature"])
    out["threshold"].append(0.0 if leaf else float(f"{node['threshold']:.9g}"))  # LightGBM parts 0 from below at -1e-35
    out["left"].append(at)
    out["right"].append(at)
    out["value"].append(round(node["leaf_value"], 5) if leaf else 0.0)
    if leaf:
        return 0
    out["left"][at] = at + 1
    left = _flatten(node["left_child"], out)
    out["right"][at] = len(out["value"])
    right = _flatten(node["right_child"], out)
    return 1 + max(left, right)
