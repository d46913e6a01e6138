"""What is added to the model's weights so that questions lie beside the words of plans that answer them.

Low-rank updates of the upper layers (LoRA; Hu et al., 2021), fitted by `python -m knowledge.training.questions` on the
open gold: each matrix W becomes W + B A. Passages are embedded by the weights as they ship, so no index changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Updates:
    """A file of updates that ships with the package, or another for as long as a block runs."""

    def __init__(self, name: str) -> None:
        self.file = Path(__file__).parent / name

    @contextmanager
    def using(self, file: Path) -> Iterator[None]:
        """Let this process take other updates inside the block: those not fitted to what is measured."""
        before, self.file = self.file, file
        try:
            yield
        finally:
            self.file = before


ASKED = Updates("tuned.npz")
"""With which questions are embedded."""


@cache
def digest(file: Path) -> str:
    """Return what names the updates of a file in a cache."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def updates(file: Path) -> dict[str, NDArray[np.float32]]:
    """Return what is added to each matrix, (outputs, inputs), by name ("l6.q")."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        names = {name.removesuffix(".A") for name in held if name.endswith(".A")}
        return {name: held[f"{name}.B"].astype(np.float32) @ held[f"{name}.A"].astype(np.float32) for name in names}
