"""Fitting the judge on rankings of documents that the ranker had not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from knowledge.answering.decide import features
from knowledge.index.e5.joined import READ
from knowledge.ranking import Probe, Ranked
from knowledge.training.dataset import Asked, Collection, grades, is_answerable
from knowledge.training.joined import file_of

PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "n_estimators": 160,
    "num_leaves": 8,
    "learning_rate": 0.05,
    "min_child_samples": 40,
    "colsample_bytree": 0.5,
    "subsample": 0.8,
    "subsample_freq": 1,
    "reg_lambda": 5.0,
    "random_state": 7,
    "verbose": -1,
    "n_jobs": 2,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its units ranked by weights that had not seen its document."""

    collection: Collection
    asked: Asked
    probe: Probe
    ranked: Sequence[Ranked]

    def seen(self) -> dict[str, float]:
        """Return what the judge looks at, the reading by a model that never saw the collection."""
        with READ.using(file_of(self.collection.name)):
            return features(self.collection.shelf, self.probe, self.ranked)

    @property
    def right(self) -> bool:
        """Tell whether the best unit gives the evidence."""
        return self.within(1)

    @property
    def told(self) -> bool:
        """Tell whether the documents hold the answer or at least the matter."""
        return is_answerable(self.asked.gold) or self.lacking

    @property
    def lacking(self) -> bool:
        """Tell whether the matter is there and the detail asked for is not."""
        return self.asked.gold.get("expect") == "state_not_specified"

    def within(self, most: int) -> bool:
        """Tell whether one of the first units gives the evidence."""
        units = [each.unit for each in self.ranked[:most]]
        return is_answerable(self.asked.gold) and bool(grades(units, self.asked.gold).max(initial=0.0) > 0)


def matrix(cases: Sequence[Case]) -> tuple[np.ndarray, list[str]]:
    """Return what the judge looks at, a row a case, and the names."""
    rows = [case.seen() for case in cases]
    names = list(rows[0])
    return np.array([[row[name] for name in names] for row in rows], np.float32), names


def fit(rows: np.ndarray, names: Sequence[str], labels: Sequence[bool]) -> Any:
    """Return a classifier fitted with LightGBM to rows of `matrix`."""
    from lightgbm import LGBMClassifier

    model = LGBMClassifier(**PARAMETERS)
    model.fit(rows, np.array(labels), feature_name=list(names))
    return model
