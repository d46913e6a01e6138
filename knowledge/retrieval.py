"""Query -> hits: vectors and words, each searched within the plans asked for, fused by rank.

The lexical leg carries: it holds folded syllables and pairs, so it doesn't mind missing diacritics. The dense leg
helps with paraphrase and English, and is blind to Vietnamese without diacritics; fusing a blind leg with equal weight
was measured to ruin the other (first hit right: 0.78 alone, 0.16 fused). So a leg's weight is what it can see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from knowledge.index.embedder import Embedder
from knowledge.index.generations import PassageIndex
from knowledge.model import EvidenceUnit, Hit, Language, Passage, Query
from knowledge.ranking import Shelf, probe, rank
from knowledge.ranking.probe import gist_of
from knowledge.text import fold, folded_words, words

Ranking = Sequence[tuple[str, float]]
"""(passage id, the leg's own score), best first."""

_RANK_OFFSET = 20  # k of reciprocal rank fusion (Cormack et al., 2009, use 60 for rankings of thousands)
_DEPTH = 30  # passages asked of each leg
_LONGEST_EMBEDDED = 300  # characters: a question's gist, and a bound on the time that embedding takes
_MOST_PIECES = 80  # words and signs: a model takes each "a." of a hostile question for two tokens
_PIECE = re.compile(r"\w+|[^\w\s]")
_REMEMBERED = 128  # question vectors
_CLOSENESS = 68.0  # what a passage's cosine weighs beside the trained score: those of one question lie within a tenth
_WIDE = 2  # times as deep as a leg is the search for these cosines


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each leg's ranks count."""

    dense: float
    lexical: float


class Finder:
    """Searches the passages of one generation. Thread-safe."""

    def __init__(self, index: PassageIndex, embedder: Embedder, passages: Mapping[str, Passage], shelf: Shelf) -> None:
        self.index = index
        self._passages, self._shelf = passages, shelf
        self._numbers: dict[str, list[str]] = {}
        for passage_id in passages:
            self._numbers.setdefault(passage_id.rpartition("#")[0], []).append(passage_id)
        self._embed = lru_cache(_REMEMBERED)(embedder.embed_asked)  # one question may be searched plan by plan
        self._embed_plain = lru_cache(_REMEMBERED)(embedder.embed_query)

    def search(self, query: Query, k: int, plan_ids: tuple[str, ...] | None = None) -> list[Hit]:
        """Return the `k` best passages, best first; only of `plan_ids` when given (none of them: no hits)."""
        if k < 1 or plan_ids == ():
            return []
        weights, depth = leg_weights(query), max(_DEPTH, k)
        # Names of units would weigh on every cosine alike: the search is limited to them already.
        text = gist(query.topic or query.restored)
        dense = self._dense(text, depth, plan_ids) if weights.dense and text else []
        lexical = self.index.lexical.search(search_words(query), depth, plan_ids) if weights.lexical else []
        cosines = dict(dense)
        hits = (
            Hit(self._passages[passage_id], score, cosines.get(passage_id))
            for passage_id, score in fuse(dense, lexical, weights)
            if passage_id in self._passages
        )
        return [hit for hit in hits if plan_ids is None or hit.passage.plan_id in plan_ids][:k]

    def ranked(self, query: Query, k: int, plan_ids: tuple[str, ...] | None = None) -> list[Hit]:
        """Return the `k` best passages: in the order of the trained score of the best unit that each holds, and of how
        near the whole passage lies by the model as it ships, which sees what no single unit says.

        Where the scorer looks at fewer, what `search` finds follows.
        """
        if k < 1 or plan_ids == ():
            return []
        text = gist(gist_of(query)) or query.text
        near = dict(self.index.dense.search(self._embed_plain(text), _WIDE * max(_DEPTH, k), plan_ids))
        nearest, farthest = max(near.values(), default=0.0), min(near.values(), default=0.0)
        found: dict[str, Hit] = {}
        for each in rank(self._shelf, probe(query, np.asarray(self._embed(text), np.float32)), plan_ids or ()):
            passage = self._holding(each.unit)
            if passage is not None and passage.id not in found:
                cosine = near.get(passage.id)
                beyond = (farthest if cosine is None else cosine) - nearest
                found[passage.id] = Hit(passage, each.score + _sight(query) * _CLOSENESS * beyond, cosine)
        hits = {hit.passage.id: hit for hit in sorted(found.values(), key=lambda hit: -hit.score)}
        if len(hits) < k:
            for hit in self.search(query, k, plan_ids):
                hits.setdefault(hit.passage.id, hit)
        return list(hits.values())[:k]

    def _holding(self, unit: EvidenceUnit) -> Passage | None:
        """Return the passage in which a unit begins, None for a field of the header."""
        own = (self._passages[passage_id] for passage_id in self._numbers.get(unit.plan_id, ()))
        near = [passage for passage in own if passage.section == unit.section]
        begin = unit.text.span(0, len(unit.text.text)).start
        spans = ((passage, passage.text.span(0, len(passage.text.text))) for passage in near)
        return next((p for p, span in spans if span.start <= begin < span.end), near[0] if near else None)

    def _dense(self, text: str, depth: int, plan_ids: tuple[str, ...] | None) -> Ranking:
        return self.index.dense.search(self._embed(text), depth, plan_ids)


def fuse(dense: Ranking, lexical: Ranking, weights: Weights) -> list[tuple[str, float]]:
    """Return (passage id, fused score), best first: weighted reciprocal ranks; ties keep the lexical order.

    The inputs are not changed; scores of the legs are not compared, only their ranks.
    """
    scores: dict[str, float] = {}
    for ranking, weight in ((lexical, weights.lexical), (dense, weights.dense)):
        for place, (passage_id, _) in enumerate(ranking):
            scores[passage_id] = scores.get(passage_id, 0.0) + weight / (_RANK_OFFSET + place)
    return sorted(scores.items(), key=lambda item: -item[1])


def leg_weights(query: Query) -> Weights:
    """Weigh the legs by what each can see of this question (measured on the gold questions, `make bench`)."""
    if query.language is Language.EN:
        return Weights(dense=0.8, lexical=1.0)  # only names, numbers and translated terms meet the plans' words
    return Weights(dense=0.4 * _sight(query), lexical=1.0)


def _sight(query: Query) -> float:
    """Return how much of a question the model as it ships can see: little of Vietnamese without its diacritics."""
    return _restored_share(query.restored) if query.language is Language.VI_PLAIN else 1.0


def gist(text: str) -> str:
    """Return the beginning of a text, as much as is embedded."""
    begun = text[:_LONGEST_EMBEDDED].strip()
    beyond = next(islice(_PIECE.finditer(begun), _MOST_PIECES, None), None)
    return begun[: beyond.start()].strip() if beyond else begun


def search_words(query: Query) -> list[str]:
    """Return the folded words to look for: the query's terms, or all its words when understanding kept none."""
    return folded_words(" ".join(query.terms)) or folded_words(query.restored)


def _restored_share(text: str) -> float:
    """Return how well diacritics were restored, 0 to 1: Vietnamese has them on some six words in ten."""
    letters = [word for word in words(text) if word.isalpha()]
    marked = sum(1 for word in letters if fold(word) != word)
    share = marked / (0.6 * len(letters)) if letters else 0.0
    return min(1.0, share) if share > 0.3 else 0.0
