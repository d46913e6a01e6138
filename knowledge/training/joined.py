"""Fit how a question and a passage are read together: `python -m knowledge.training.joined`.

The upper layers of the bundled model get low-rank updates of their own, and a head over the mean tells whether the
passage answers the question, and of a claim whether it says so, says otherwise or settles it not. Each question of the
open gold is read with the unit that ranks first for it by weights which had not seen its document, and with its
evidence where another ranks first. Collections are parted in two: the judge is fitted on readings by a model that never
saw the collection.

    knowledge/index/e5/joined.npz    fitted on all
    build/joined/HALF.npz            fitted without a half's collections
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from knowledge.answering.decide import read_with
from knowledge.index.e5 import joined
from knowledge.training.dataset import Asked, grades, is_answerable
from knowledge.training.questions import Encoder, fitted, fold_of, padded

KEPT = Path("build/joined")
HALVES = (frozenset({0}), frozenset({1, 2}))
"""Folds (`questions.FOLDS`) whose collections are left out together."""
BATCH, WARM = 32, 100
HOLDS, FAILS, OPEN, NO_CLAIM = 0, 1, 2, -1


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with a unit. state: (tokens, hidden) below the tuned layers; answers: whether the unit gives the
    evidence; claim: what it says of the question's claim, NO_CLAIM where nothing is claimed."""

    collection: str
    state: Tensor
    answers: float
    claim: int


class Joined(Encoder):
    """The bundled model with its updates, and the head."""

    def __init__(self) -> None:
        super().__init__(dropout=0.0)
        self.head = nn.Linear(self.model.dimension, 4)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, states: Sequence[Tensor]) -> Tensor:
        """Return the head's four scores (`joined.Reading`) of pairs by their states below the tuned layers."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x, mask = padded([state.float() for state in states])
            mean = self.upper(x, mask)
        scores: Tensor = self.head(mean.float())
        return scores

    def states(self, texts: Sequence[tuple[str, str, str]]) -> list[Tensor]:
        """Return the states of questions read with a heading and a passage, below the tuned layers, in half width."""
        windows = [self.model.joined(*parts) for parts in texts]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            return [state.bfloat16() for state in self.lower(windows)]

    def arrays(self) -> dict[str, Any]:
        """Return the updates and the head, as `knowledge.index.e5.joined` reads them."""
        head = {"head.W": self.head.weight, "head.b": self.head.bias}
        return super().arrays() | {name: each.detach().numpy().astype(np.float32) for name, each in head.items()}


def pairs_of(cases: Sequence[Any], model: Joined) -> list[Pair]:
    """Return what is read together of questions and their units as ranked (`judge.Case`)."""
    rows, texts = [], []
    for case in cases:
        units = [each.unit for each in case.ranked]
        told = is_answerable(case.asked.gold)
        graded = grades(units, case.asked.gold) if told else np.zeros(len(units))
        for at in dict.fromkeys((0, int(graded.argmax()))):
            answers = bool(graded[at] > 0)
            rows.append((case.collection.name, float(answers), _claim(case.asked, answers=answers)))
            texts.append(read_with(case.asked.query, units[at]))
    return [
        Pair(name, state, answers, claim)
        for (name, answers, claim), state in zip(rows, model.states(texts), strict=True)
    ]


def _claim(asked: Asked, *, answers: bool) -> int:
    claim: bool | None = asked.gold.get("claim")
    if not asked.gold["answerable"]:
        return OPEN if "whether" in asked.query.slots.shape else NO_CLAIM
    if claim is None:
        return NO_CLAIM
    return OPEN if not answers else HOLDS if claim else FAILS


def fit(pairs: Sequence[Pair]) -> Joined:
    """Return the model tuned to pairs: cross-entropy of both things that the head tells."""
    return fitted(Joined, pairs, _loss, BATCH, WARM)


def _loss(scores: Tensor, batch: Sequence[Pair]) -> Tensor:
    answers = torch.tensor([pair.answers for pair in batch])
    claims = torch.tensor([pair.claim for pair in batch])
    loss = functional.binary_cross_entropy_with_logits(scores[:, 0], answers)
    claimed = claims != NO_CLAIM
    if claimed.any():
        loss = loss + functional.cross_entropy(scores[claimed][:, 1:], claims[claimed], reduction="sum") / len(batch)
    return loss


def file_of(name: str) -> Path:
    """Return the updates that were fitted without a collection."""
    return KEPT / f"{next(at for at, folds in enumerate(HALVES) if fold_of(name) in folds)}.npz"


def main() -> None:
    """Fit without each half, then on all."""
    from knowledge.training.__main__ import CACHE, GOLD, open_collections, ranked_unseen

    pairs = pairs_of(ranked_unseen(open_collections(GOLD, CACHE))[1], Joined().eval())
    for at in range(len(HALVES)):
        file = KEPT / f"{at}.npz"
        fit([pair for pair in pairs if file_of(pair.collection) != file]).write(file)
    fit(pairs).write(joined.READ.file)


if __name__ == "__main__":
    main()
