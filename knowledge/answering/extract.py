"""Finding the sentences of the plans that answer: passages from retrieval, scored again sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.answering.desk import Desk
from knowledge.answering.matching import Need
from knowledge.model import Ask, Citation, Hit, Intent, Passage, Query, SectionKind
from knowledge.parsing import clauses, sentences
from knowledge.text import fold

DEPTH = 30
"""Passages looked at for one question."""
EXTRACT_LIMIT = 480
"""Characters quoted from one passage; a single sentence may be longer."""
LONG_LIMIT = 800

_PASSAGE_SHARE, _SIMILARITY_SHARE, _RANK_SHARE = 0.5, 0.25, 0.1
"""Weights of a passage's score, fitted on questions in tests/gold."""
_ASSIGNS = re.compile(
    r"(?:co quan|don vi|bo phan) (?:chu tri|thuc hien|phoi hop)|phan cong|chu tri\b|trach nhiem thuc hien"
)
FORM_LOSS = 0.2
_FORM = re.compile(r"(?:Mẫu|Biểu mẫu|Biểu)\s*(?:số\s*)?\d", re.IGNORECASE)
_FORM_ASKED = re.compile(r"\b(?:mau|bieu mau|bien ban|form|template|minutes)\b")
_SIMILARITY_SPREAD = 0.10
"""Cosine above the median hit that counts as fully similar (multilingual-e5 packs all cosines in a narrow band)."""
_FORMAL = {SectionKind.SIGNATURE: 0.2, SectionKind.RECIPIENTS: 0.15, SectionKind.HEADER: 0.1, SectionKind.OPENING: 0.05}
"""What is taken off for passages that are about the document, not about its subject."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The range of a passage that answers best. coverage: share of the question's weight found in the passage under
    its headings; focus: the same for the best sentence alone; score: for ranking within one question only;
    margin: of the best extract, how far its score is above the next one's."""

    passage: Passage
    start: int
    end: int
    coverage: float
    focus: float
    similarity: float
    score: float
    margin: float = 0.0

    @property
    def text(self) -> str:
        """The clean words of the range."""
        return self.passage.text.text[self.start : self.end]


def extracts(desk: Desk, wanted: Need | None = None) -> list[Extract]:
    """Return the best range of every passage found for the question, best first."""
    need = desk.wanted if wanted is None else wanted
    hits = desk.hits(DEPTH)
    floor = _median([hit.similarity for hit in hits if hit.similarity is not None])
    found = [_extract(desk, need, hit, rank / max(len(hits), 1), floor) for rank, hit in enumerate(hits)]
    found.sort(key=lambda extract: -extract.score)
    if len(found) > 1:
        found[0] = replace(found[0], margin=found[0].score - found[1].score)
    return found


def _extract(desk: Desk, wanted: Need, hit: Hit, depth: float, floor: float) -> Extract:
    passage = hit.passage
    context = f"{desk.topic(passage.plan_id)} {passage.heading} {passage.section} {passage.text.text}"
    coverage = desk.coverage(context, wanted)
    start, end, focus = _best_range(desk, wanted, passage)
    above = 0.0 if hit.similarity is None else (hit.similarity - floor) / _SIMILARITY_SPREAD
    similarity = max(0.0, min(1.0, above))
    score = (
        _PASSAGE_SHARE * coverage
        + _SIMILARITY_SHARE * similarity
        + _RANK_SHARE * (1 - depth)
        - _FORMAL.get(passage.kind, 0.0)
        - _of_form(desk, passage)
    )
    return Extract(passage, start, end, coverage, focus, similarity, score)


def _of_form(desk: Desk, passage: Passage) -> float:
    """Take off for the words of a form to be filled in, which state nothing, unless the form is asked about."""
    in_form = is_form(passage.section) or is_form(passage.heading)
    return FORM_LOSS if in_form and not _FORM_ASKED.search(fold(desk.query.restored)) else 0.0


def is_form(path: str) -> bool:
    """Tell whether a section path leads into a form ("Mẫu số 01/HNCT")."""
    return _FORM.match(path) is not None


def _best_range(desk: Desk, wanted: Need, passage: Passage) -> tuple[int, int, float]:
    """Return the stretch of sentences or clauses that carries most of what is wanted within the space for a quote."""
    text = passage.text.text
    ranges = list(_units(passage))
    if not ranges:
        return 0, len(text), 0.0
    limit = space(desk.query)
    if len(text) <= limit:
        return 0, len(text), max(desk.coverage(text[start:end], wanted) for start, end in ranges)
    windows = [(first, last) for first in range(len(ranges)) for last in _reach(ranges, first, limit)]
    scored = [(desk.coverage(text[ranges[a][0] : ranges[b][1]], wanted), a, b) for a, b in windows]
    best = max(score for score, _, _ in scored)
    # of the windows that carry the most, the one that reaches furthest forward says most about it
    _, first, last = max(scored, key=lambda window: (window[0] >= best, window[2] - window[1], -window[1]))
    return ranges[first][0], ranges[last][1], best


def space(query: Query) -> int:
    """Return how many characters may be quoted: what somebody must do, or a list, is worth more room."""
    whole = query.intent is Intent.RESPONSIBILITY or query.ask is Ask.LIST
    return LONG_LIMIT if whole else EXTRACT_LIMIT


def _reach(ranges: list[tuple[int, int]], first: int, limit: int) -> Iterator[int]:
    """Yield the last units of the windows that start at `first` and fit in a quote; at least the unit itself."""
    yield first
    for last in range(first + 1, len(ranges)):
        if ranges[last][1] - ranges[first][0] > limit:
            return
        yield last


def _units(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield sentences, and the clauses of sentences that are too long to quote whole."""
    for start, end in sentences(passage.text):
        if end - start <= EXTRACT_LIMIT:
            yield start, end
        else:
            yield from ((start + a, start + b) for a, b in clauses(passage.text.slice(start, end)))


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def cite(desk: Desk, extract: Extract) -> tuple[Citation, ...]:
    """Cite the range of an extract."""
    plan = desk.everyone[extract.passage.plan_id].plan
    return plan.cite(extract.passage.section, extract.passage.text, extract.start, extract.end)


def actor(desk: Desk, extract: Extract) -> tuple[Citation, ...]:
    """Cite who acts, where the extract does not say it: the line of its section that assigns the work ("Cơ quan thực
    hiện: ..."), else the first clause of its passage."""
    if _ASSIGNS.search(fold(extract.text)):
        return ()
    stored = desk.everyone[extract.passage.plan_id]
    for passage in stored.passages:
        if passage.section == extract.passage.section and _ASSIGNS.match(fold(passage.text.text)):
            return stored.plan.cite(passage.section, passage.text)
    return _first_clause(desk, extract)


def _first_clause(desk: Desk, extract: Extract) -> tuple[Citation, ...]:
    first = next(iter(clauses(extract.passage.text)), None)
    if first is None or first[1] > extract.start or first[1] - first[0] > EXTRACT_LIMIT:
        return ()
    plan = desk.everyone[extract.passage.plan_id].plan
    return plan.cite(extract.passage.section, extract.passage.text, *first)
