"""A live generation -> what every question needs in memory; the plans themselves are opened when they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.answering.corrected import restated
from knowledge.answering.matching import Matcher
from knowledge.corrections import Correction, lay_over
from knowledge.corrections.identity import belongs
from knowledge.counting import numbered
from knowledge.digest import Digest, served_of
from knowledge.marks import Marked, Marks
from knowledge.model import Passage, StoredPlan
from knowledge.ranking import Shelf
from knowledge.ranking.shelf import Filling
from knowledge.shelved import Passages, PlanFile, Units
from knowledge.understanding import Interpreter
from knowledge.understanding.corpus import PlanWords
from knowledge.understanding.known import Known
from knowledge.upkeep import Live

_CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Assembled:
    """plans: by id, as corrected; passages: by id; matcher: over the passages."""

    plans: dict[str, StoredPlan]
    passages: Mapping[str, Passage]
    interpreter: Interpreter
    shelf: Shelf
    matcher: Matcher
    marked: Marked


def assemble(live: Live) -> Assembled:
    """Put together what a generation is served from; each digest is read once, and let go."""
    file, filling, number = live.file, Filling(), dict[str, int]()
    often: list[tuple[np.ndarray, np.ndarray]] = []
    plans: dict[str, StoredPlan] = {}
    counts: dict[str, int] = {}
    marks: list[tuple[str, Marks]] = []

    def known() -> Iterator[tuple[Known, PlanWords]]:
        for digest in _digests(live):
            filling.add(digest.plan_id, digest.rows)
            own = np.array(numbered(digest.words, number), np.int64)
            often.append((own, digest.often))
            plans[digest.plan_id] = file.shelved(digest.plan_id, digest.known.header)
            counts[digest.plan_id] = digest.passages
            marks.append((digest.plan_id, digest.marks))
            yield digest.known, digest.text

    interpreter = Interpreter.of(known())
    shelf = Shelf.of(filling, Units(file, filling.begins), *live.unit_vectors)
    matcher = Matcher.of(_counted(number, often), sum(counts.values()))
    return Assembled(plans, Passages(file, counts), interpreter, shelf, matcher, Marked(marks, interpreter.corpus))


def _counted(number: Mapping[str, int], often: Sequence[tuple[np.ndarray, np.ndarray]]) -> Counter[str]:
    """Return how many passages hold each word. often: of each plan its words by number, and their counts."""
    if not often:
        return Counter()
    words, counts = (np.concatenate(each) for each in zip(*often, strict=True))
    return Counter(dict(zip(number, np.bincount(words, counts, len(number)).astype(int).tolist(), strict=True)))


def _digests(live: Live) -> Iterator[Digest]:
    """Yield the digests of the plans as corrected, in order of plan id."""
    for key in live.generation.plans:
        digest = live.file.digest(key[0])
        if _is_corrected(digest, live.corrections):
            corrected = restated(lay_over(live.file.stored(key[0]), live.corrections))
            _put(live.file, key, corrected)
            digest = live.file.digest(key[0])
        yield digest


def _is_corrected(digest: Digest, corrections: Sequence[Correction]) -> bool:
    return any(belongs(each, digest.plan_id, digest.identity) for each in corrections)


def _put(file: PlanFile, key: tuple[str, str], stored: StoredPlan) -> None:
    file.add(key, served_of(stored, _CORRECTED))
    file.filled()
