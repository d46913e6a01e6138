"""The pipeline of a tutorial: chunks of 1000 characters with 200 of overlap, the same embedder, Chroma, top 4."""

from __future__ import annotations

from pathlib import Path

from langchain_chroma import Chroma
from langchain_text_splitters import RecursiveCharacterTextSplitter

from knowledge.index.embedder import Embedder
from tests.bench.gold import Place


class StockPipeline:
    """Plans as chunks in a Chroma collection of its own."""

    def __init__(self, sources: dict[str, str], embedder: Embedder, folder: Path) -> None:
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
        chunks = splitter.create_documents(list(sources.values()), [{"plan": plan_id} for plan_id in sources])
        self._store = Chroma(
            "stock",
            embedder,  # type: ignore[arg-type] # it has the methods
            persist_directory=str(folder),
        )
        self._store.add_documents(chunks)

    def search(self, question: str, scope: str | None, k: int = 4) -> list[Place]:
        """Return the places of the `k` nearest chunks."""
        found = self._store.similarity_search(question or " ", k=k, filter={"plan": scope} if scope else None)
        return [(d.metadata["plan"], at := d.metadata["start_index"], at + len(d.page_content)) for d in found]
