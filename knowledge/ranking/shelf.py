"""The units of a collection, ready to be scored: words in postings, vectors in a matrix, values in a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

import numpy as np

from knowledge.facts.evidence import listed
from knowledge.facts.lexicon import OFFICE
from knowledge.index.matrix import SharedRows
from knowledge.index.postings import Postings, pairs
from knowledge.model import Attribute, EvidenceUnit, UnitKind, parent_of
from knowledge.text import fold, folded_words, syllable_key, words
from knowledge.understanding.abbreviations import PRINTED

ATTRIBUTES = tuple(attribute.value for attribute in Attribute)
_WORD = re.compile(r"[^\W_]+")
_NAMING = frozenset({"title", "issuer", "parent", "place", "number"})
_LONGEST_LABEL = 90  # characters
_CLAUSE = re.compile(r"[;,:·](?=\s)|\.(?=\s|$)")
_OFFICE = re.compile(
    rf"(?:Điều )?(?:[\dIVX]+[.)-]\s*)?(?:Giao |Đề nghị |Trách nhiệm (?:của )?|Đối với )?(?:các |Các )?(?:{OFFICE})"
)
KINDS = tuple(kind.value for kind in UnitKind)


def meant(text: str) -> list[str]:
    """Return the folded words of a text, with printed short forms written out."""
    return [part for word in folded_words(text) for part in PRINTED.get(word, word).split()]


def _paired(spoken: list[str]) -> list[str]:
    return [*spoken, *pairs(spoken)]


def _title_of(unit: EvidenceUnit) -> str:
    """Return what a unit is headed by: a list by its own words, anything else by the nearest title above it."""
    return unit.text.text if unit.kind is UnitKind.LIST else unit.heading.split(" > ")[-1]


class Shelf:
    """Units in rows. Immutable after construction; threads may share it.

    own, path, block, exact, whole: postings over a unit's words (of a list with its items), its headings, all of its
    section, its syllables with their diacritics, and words with headings; has: (rows, attributes) 0 or 1;
    kind: (rows,) index into KINDS; field: (rows,) number of its field in `fields`; led: (rows,) 1 where the title above
    names an office; length: characters; vectors, headed_vectors: of the own words, and of `headed`.
    """

    def __init__(
        self, units: Sequence[EvidenceUnit], own: SharedRows | np.ndarray, under: SharedRows | np.ndarray
    ) -> None:
        self.units = tuple(units)
        self._paired: dict[str, frozenset[str]] = {}
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._headers: dict[str, frozenset[str]] = {}
        self._labels: dict[int, list[frozenset[str]]] = {}
        self._looked: dict[int, tuple[list[tuple[int, int, str]], list[tuple[int, int]]]] = {}
        self.vectors, self.headed_vectors = (
            each if isinstance(each, SharedRows) else SharedRows(each) for each in (own, under)
        )
        once = cache(meant)  # plans share many sentences and most headings
        spoken = [f"{unit.text.text} {listed(unit)}" for unit in units]
        paths = [f"{unit.heading} {unit.section}" for unit in units]
        paired = cache(lambda text: _paired(once(text)))
        self.own = Postings(map(paired, spoken))
        self.path = Postings(map(paired, paths))
        self.block = Postings(map(paired, self._blocks()))
        key = cache(syllable_key)
        self.exact = Postings(map(cache(lambda text: _paired([key(word) for word in words(text)])), spoken))
        title = cache(lambda text: frozenset(meant(text)))
        self.titles = [title(_title_of(unit)) for unit in units]
        self.led = np.array([bool(_OFFICE.match(_title_of(unit))) for unit in units], np.float32)
        self.whole = Postings(sorted({*once(body), *once(path)}) for body, path in zip(spoken, paths, strict=True))
        self.has = np.array([[unit.states(a) for a in Attribute] for unit in units], np.float32).reshape(
            -1, len(ATTRIBUTES)
        )
        self.kind = np.array([KINDS.index(unit.kind.value) for unit in units], np.int8)
        self.fields = {name: at for at, name in enumerate(sorted({unit.field for unit in units}))}
        self.field = np.array([self.fields[unit.field] for unit in units], np.int32)
        self.length = np.array([len(unit.text.text) for unit in units], np.float32)

    def _blocks(self) -> list[str]:
        """Return for each unit its whole section under its headings."""
        held: dict[tuple[str, str], list[str]] = {}
        for unit in self.units:
            if unit.kind is not UnitKind.LIST:
                held.setdefault((unit.plan_id, unit.section), []).append(unit.text.text)
        whole = {place: " ".join(texts) for place, texts in held.items()}
        return [f"{whole.get((u.plan_id, u.section), '')} {u.heading}" for u in self.units]

    @cached_property
    def rows_of(self) -> Mapping[str, np.ndarray]:
        """Plan id -> the rows of its units."""
        rows: dict[str, list[int]] = {}
        for row, unit in enumerate(self.units):
            rows.setdefault(unit.plan_id, []).append(row)
        return {plan_id: np.array(found) for plan_id, found in rows.items()}

    def row_of(self, unit: EvidenceUnit) -> int:
        """Return the row of a unit."""
        return int(self.rows_of[unit.plan_id][unit.ordinal])

    def closely(self, row: int) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
        """Return a unit's words as (start, end, folded), and the ranges of its clauses."""
        found = self._looked.get(row)
        if found is None:
            text = self.units[row].text.text
            plain = fold(text)
            said = [(m.start(), m.end(), m[0].lstrip("0") or "0") for m in _WORD.finditer(plain)]
            ends = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
            found = self._looked[row] = (said, [(a, b) for a, b in itertools.pairwise(ends) if b > a])
        return found

    def labels(self, row: int) -> list[frozenset[str]]:
        """Return the words of what a unit says something of: before its colon, or in each cell of a row."""
        found = self._labels.get(row)
        if found is None:
            unit = self.units[row]
            cells = unit.text.text.split(" · ") if unit.kind is UnitKind.ROW else [unit.text.text]
            parted = [cell.partition(": ") for cell in cells]
            named = [rest if unit.kind is UnitKind.ROW else first for first, colon, rest in parted if colon]
            sets = [frozenset(meant(name)) for name in named if len(name) <= _LONGEST_LABEL]
            found = self._labels[row] = [words for words in sets if len(words) > 1]
        return found

    def header_of(self, plan_id: str) -> frozenset[str]:
        """Return the folded words of a plan's header, which name the plan; of what is attached those of its file."""
        known = self._headers.get(plan_id)
        if known is None:
            units = self.units_of(parent_of(plan_id) or plan_id) or self.units_of(plan_id)
            texts = (unit.text.text for unit in units if unit.kind is UnitKind.FIELD and unit.field in _NAMING)
            known = self._headers[plan_id] = frozenset(word for text in texts for word in meant(text))
        return known

    def words_of(self, plan_id: str) -> frozenset[str]:
        """Return the folded words that a plan uses anywhere, its title and header included."""
        known = self._vocabulary.get(plan_id)
        if known is None:
            units = (self.units[row] for row in self.rows_of[plan_id])
            known = frozenset(word for u in units for word in meant(f"{u.heading} {u.text.text} {listed(u)}"))
            self._vocabulary[plan_id] = known
        return known

    def units_of(self, plan_id: str) -> list[EvidenceUnit]:
        """Return a plan's units in reading order; none of a plan that isn't here."""
        return [self.units[row] for row in self.rows_of.get(plan_id, ())]

    def with_attached(self, plan_ids: Sequence[str]) -> list[str]:
        """Return the plans that have units here, each followed by what is attached to it in its file."""
        found = [p for plan_id in plan_ids for p in (plan_id, *self._attached.get(plan_id, ())) if p in self.rows_of]
        return list(dict.fromkeys(found))

    @cached_property
    def _attached(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for plan_id in self.rows_of:
            if parent := parent_of(plan_id):
                found.setdefault(parent, []).append(plan_id)
        return found

    def pairs_of(self, plan_id: str) -> frozenset[str]:
        """Return the pairs of neighbouring folded words ("phu_cap") that a plan uses anywhere."""
        known = self._paired.get(plan_id)
        if known is None:
            units = [self.units[row] for row in self.rows_of[plan_id]]
            texts = {text for u in units for text in (u.text.text, u.heading, *(item.text for _, item in u.items))}
            known = self._paired[plan_id] = frozenset(pair for text in texts for pair in pairs(meant(text)))
        return known

    def rows(self, plan_ids: Sequence[str]) -> np.ndarray:
        """Return the rows of some plans' units and of what is attached to them; of all when none are named."""
        if not plan_ids:
            return np.arange(len(self.units))
        found = [self.rows_of[plan_id] for plan_id in self.with_attached(plan_ids)]
        return np.concatenate(found) if found else np.zeros(0, np.int64)
