"""The papers that plans are and that they cite, found by what their numbers begin with; plans by their titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from knowledge.text import fold, folded_words
from knowledge.understanding import numbers
from knowledge.understanding.known import Known

Bare = tuple[str, str]
"""A paper as a question calls it: folded kind and number without its symbols."""
_Paper = TypeVar("_Paper")


class Papers:
    """Immutable, so threads may share it. numbers: of the plans, by `paper_head`."""

    def __init__(self, plans: Sequence[Known]) -> None:
        numbered = [(known.plan_id, known.header.number) for known in plans if known.header.number]
        self.numbers = _by_head((number, number) for _, number in numbered)
        self._issued = _by_head((number, (plan_id, number)) for plan_id, number in numbered)
        self._cited = _by_head((number, (kind, number)) for kind, number in sorted({p for k in plans for p in k.cited}))
        self._cited_in = _by_head((number, (known.plan_id, number)) for known in plans for _, number in known.cited)
        self._kinds = {known.plan_id: fold(known.header.doc_type or "") for known in plans}
        self._titles = {known.plan_id: f" {' '.join(folded_words(known.header.title or ''))} " for known in plans}
        self._place = {known.plan_id: at for at, known in enumerate(plans)}

    def issued(self, documents: Iterable[str]) -> list[str]:
        """Return the plans that have one of these numbers, in the collection's order."""
        near = [(asked, each) for asked in documents for each in self._issued.get(numbers.paper_head(asked), ())]
        found = [plan_id for asked, (plan_id, number) in near if numbers.same_document(number, asked)]
        return sorted(found, key=self._place.__getitem__)

    def issued_as(self, bare: Bare) -> list[str]:
        """Return the plans that are called so."""
        near = self._issued.get(bare[1], ())
        return [plan_id for plan_id, number in near if numbers.is_short_for(bare, self._kinds[plan_id], number)]

    def cited_as(self, bares: Iterable[Bare]) -> tuple[str, ...]:
        """Return the whole numbers of cited papers that are called so and that no plan is."""
        asked = [bare for bare in bares if not self.issued_as(bare)]
        near = [(bare, paper) for bare in asked for paper in self._cited.get(bare[1], ())]
        return tuple(number for bare, (kind, number) in near if numbers.is_short_for(bare, kind, number))

    def titled(self, name: str) -> tuple[str, ...]:
        """Return the one plan whose title holds these folded words, of two and more, one after the other."""
        found = [plan_id for plan_id, title in self._titles.items() if f" {name} " in title] if " " in name else []
        return tuple(found) if len(found) == 1 else ()

    def citing(self, documents: Iterable[str]) -> set[str]:
        """Return the plans that cite one of these numbers."""
        near = [(asked, each) for asked in documents for each in self._cited_in.get(numbers.paper_head(asked), ())]
        return {plan_id for asked, (plan_id, number) in near if numbers.same_document(number, asked)}


def _by_head(papers: Iterable[tuple[str, _Paper]]) -> dict[str, list[_Paper]]:
    found: dict[str, list[_Paper]] = {}
    for number, paper in papers:
        found.setdefault(numbers.paper_head(number), []).append(paper)
    return found
