"""The plans as a LangChain retriever, for use in a chain.

A room of its own because what LangChain's retrievers import takes longer to load than all else that answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from knowledge.index.embedder import Embedder
from knowledge.model import Hit, Query
from knowledge.retrieval import Finder

Embeddings.register(Embedder)  # type: ignore[type-abstract] # as the one is, so is the other


class PlanRetriever(BaseRetriever):
    """Passages of plans for a question, as hits (`search`) or as LangChain documents (`invoke`).

    A document's metadata: plan, number, section, heading, start, end (source offsets), passage_id, score.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, extra="forbid")

    finder: Finder
    understand: Callable[[str], Query]
    number_of: Callable[[str], str | None]
    k: int = 4

    def search(self, query: Query, k: int, plan_ids: tuple[str, ...] | None = None) -> list[Hit]:
        """Return the `k` best passages, best first; only of `plan_ids` when given (none of them: no hits)."""
        return self.finder.ranked(query, k, plan_ids)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it
    ) -> list[Document]:
        understood = self.understand(query)
        return [self._document(hit) for hit in self.search(understood, self.k, understood.units or None)]

    def _document(self, hit: Hit) -> Document:
        passage = hit.passage
        span = passage.text.span(0, len(passage.text.text))
        metadata: dict[str, Any] = {
            "plan": passage.plan_id,
            "number": self.number_of(passage.plan_id),
            "section": passage.section,
            "heading": passage.heading,
            "start": span.start,
            "end": span.end,
            "passage_id": passage.id,
            "score": hit.score,
        }
        return Document(page_content=passage.text.text, metadata=metadata, id=passage.id)
