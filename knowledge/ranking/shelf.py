"""The units of a collection, ready to be scored: words in postings, vectors in a matrix, values in a table."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

import numpy as np

from knowledge.counting import numbered
from knowledge.index.matrix import SharedRows
from knowledge.index.parts import Vocabulary, pairs
from knowledge.index.postings import Gathered, Postings
from knowledge.model import EvidenceUnit, UnitKind, parent_of
from knowledge.patterns import later
from knowledge.ranking.alike import Alike, Scope
from knowledge.ranking.rows import ATTRIBUTES, KINDS, POSTINGS, PlanRows, meant, rows_of, title_of
from knowledge.text import fold

__all__ = ["ATTRIBUTES", "KINDS", "Shelf", "meant"]

_WORD = later(r"[^\W_]+")
_LONGEST_LABEL = 90  # characters
_CLAUSE = later(r"[;,:·](?=\s)|\.(?=\s|$)")
_KEPT = 8192
"""Texts that were looked at closely and stay at hand: plans share many sentences."""

T = TypeVar("T")


class Each(Generic[T]):
    """What is worked out of each row when it is asked for."""

    def __init__(self, of: Callable[[int], T]) -> None:
        self._of = of

    def __getitem__(self, row: int) -> T:
        return self._of(int(row))


class Flags:
    """Which attributes units state: rows of 0 and 1, kept as bits."""

    def __init__(self, bits: np.ndarray) -> None:
        self._bits, self._places = bits, np.arange(len(ATTRIBUTES), dtype=np.uint32)

    def __getitem__(self, at: int | np.ndarray | tuple[int, int]) -> np.ndarray:
        row, place = at if isinstance(at, tuple) else (at, self._places)
        held = self._bits[row]
        flags: np.ndarray = (np.asarray(held)[..., None] >> np.atleast_1d(place)) & 1
        return flags.astype(np.float32)[..., 0] if isinstance(at, tuple) else flags.astype(np.float32)

    def rows_with(self, place: int) -> np.ndarray:
        """Return the rows of the units that state an attribute."""
        return np.flatnonzero(self._bits >> np.uint32(place) & 1)


class Filling:
    """The rows of plans, put together one plan after the other, for one shelf.

    begins: plan id -> its rows [from, to); names: plan id -> the words that name it; fields: name -> number.
    """

    def __init__(self) -> None:
        self.begins: dict[str, tuple[int, int]] = {}
        self.names: dict[str, str] = {}
        self.fields: dict[str, int] = {}
        self._vocabulary = Vocabulary()
        self._gathered = {name: Gathered() for name in POSTINGS}
        self._columns: list[tuple[np.ndarray, ...]] = []
        self._size = 0

    def add(self, plan_id: str, rows: PlanRows) -> None:
        """Add the rows of a plan; only terms of texts that are new get a number."""
        self._gather(rows)
        field = np.array([self.fields.setdefault(name, len(self.fields)) for name in rows.fields], np.int16)
        self._columns.append((rows.kind, rows.length, rows.led, rows.has, field[rows.field]))
        self.begins[plan_id] = (self._size, self._size + len(rows))
        self.names[plan_id] = " ".join(rows.names)
        self._size += len(rows)

    def _gather(self, rows: PlanRows) -> None:
        placed = {name: self._gathered[name].placed(getattr(rows, name)) for name in POSTINGS}
        needed = np.zeros(len(rows.vocabulary), bool)
        for name, (_, new) in placed.items():
            held = getattr(rows, name)
            if new.any():
                needed[held.terms[np.repeat(new, np.diff(held.starts))]] = True
        numbers = np.full(len(needed), -1, np.int32)
        wanted = np.flatnonzero(needed)
        numbers[wanted] = numbered([rows.vocabulary[at] for at in wanted.tolist()], self._vocabulary)
        for name in POSTINGS:
            self._gathered[name].add(getattr(rows, name), placed[name], numbers)

    def postings(self) -> dict[str, Postings]:
        """Return the postings by name; may be called once."""
        return {name: Postings.of(self._gathered.pop(name), self._vocabulary) for name in POSTINGS}

    def tables(self) -> tuple[np.ndarray, ...]:
        """Return kind, length, led, has and field of every row."""
        kinds = (np.int8, np.float32, np.float32, np.uint32, np.int16)
        columns = zip(*self._columns, strict=True) if self._columns else ((),) * len(kinds)
        return tuple(
            np.concatenate(column).astype(kind) if column else np.zeros(0, kind)
            for column, kind in zip(columns, kinds, strict=True)
        )


class Shelf:
    """Units in rows. Immutable after construction; threads may share it.

    own, path, block, exact, whole: postings over a unit's words (of a list with its items), its headings, all of its
    section, its syllables with their diacritics, and words with headings; has: (rows, attributes) 0 or 1;
    kind: (rows,) index into KINDS; field: (rows,) number of its field in `fields`; led: (rows,) 1 where the title above
    names an office; length: characters; vectors, headed_vectors: of the own words, and of `headed`; titles: the words
    of what each is headed by.
    """

    own: Postings
    path: Postings
    block: Postings
    exact: Postings
    whole: Postings

    def __init__(
        self, units: Sequence[EvidenceUnit], own: SharedRows | np.ndarray, under: SharedRows | np.ndarray
    ) -> None:
        grouped = [list(group) for _, group in itertools.groupby(units, lambda unit: unit.plan_id)]
        filled = Filling()
        for group in grouped:
            filled.add(group[0].plan_id, rows_of(group))
        self._take(filled, tuple(units), own, under)

    @classmethod
    def of(
        cls,
        filled: Filling,
        units: Sequence[EvidenceUnit],
        own: SharedRows | np.ndarray,
        under: SharedRows | np.ndarray,
    ) -> Shelf:
        """Return the shelf of plans whose rows are known. units: of all, in order, opened when they are asked for."""
        shelf = cls.__new__(cls)
        shelf._take(filled, units, own, under)
        return shelf

    def _take(
        self,
        filled: Filling,
        units: Sequence[EvidenceUnit],
        own: SharedRows | np.ndarray,
        under: SharedRows | np.ndarray,
    ) -> None:
        self.units = units
        self.vectors, self.headed_vectors = (
            each if isinstance(each, SharedRows) else SharedRows(each) for each in (own, under)
        )
        self._begins, self._names, self.fields = filled.begins, filled.names, filled.fields
        for name, postings in filled.postings().items():
            setattr(self, name, postings)
        self.kind, self.length, self.led, has, self.field = filled.tables()
        self.has = Flags(has)
        self._itemized = self.kind == KINDS.index(UnitKind.LIST.value)
        self.titles: Each[frozenset[str]] = Each(lambda row: self._said(title_of(self.units[row])))
        self._said = lru_cache(_KEPT)(lambda text: frozenset(meant(text)))
        self._look, self._label = lru_cache(_KEPT)(_closely), lru_cache(_KEPT)(_labels)
        self._neighbours = lru_cache(_KEPT)(lambda text: frozenset(pairs(meant(text))))

    def __len__(self) -> int:
        return len(self.kind)

    @cached_property
    def rows_of(self) -> Mapping[str, np.ndarray]:
        """Plan id -> the rows of its units; of plans that have any."""
        return {plan_id: np.arange(*span) for plan_id, span in self._begins.items() if span[0] < span[1]}

    @cached_property
    def alike(self) -> Alike:
        """The units that every question measures alike: equal words, headings, sections and fields."""
        columns = [getattr(self, name).row_of for name in POSTINGS]
        columns += [self.vectors.row_of, self.headed_vectors.row_of, self.kind, self.field]
        return Alike(columns)

    def row_of(self, unit: EvidenceUnit) -> int:
        """Return the row of a unit."""
        return self._begins[unit.plan_id][0] + unit.ordinal

    def closely(self, row: int) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
        """Return a unit's words as (start, end, folded), and the ranges of its clauses."""
        return self._look(self.units[row].text.text)

    def labels(self, row: int) -> list[frozenset[str]]:
        """Return the words of what a unit says something of: before its colon, or in each cell of a row."""
        unit = self.units[row]
        return self._label(unit.text.text, unit.kind is UnitKind.ROW)

    def header_of(self, plan_id: str) -> frozenset[str]:
        """Return the folded words of a plan's header, which name the plan; of what is attached those of its file."""
        parent = parent_of(plan_id)
        named = parent if parent in self._names and self.has_units(parent) else plan_id
        return frozenset(self._names.get(named, "").split())

    def has_units(self, plan_id: str | None) -> bool:
        """Tell whether a plan is here and has units."""
        begin, end = self._begins.get(plan_id or "", (0, 0))
        return begin < end

    def uses(self, plan_id: str, word: str) -> bool:
        """Tell whether a plan uses a folded word anywhere, its title and header included."""
        rows = slice(*self._begins.get(plan_id, (0, 0)))
        return bool(self.own.holding(word, rows).any() or self.block.holding(word, rows).any())

    def uses_pair(self, plan_id: str, pair: str) -> bool:
        """Tell whether two folded words ("phu_cap") are neighbours in a text, heading or item of a plan."""
        rows = slice(*self._begins.get(plan_id, (0, 0)))
        # what holds them may do so across two texts, and of the items of a list not all are held
        near = self.own.holding(pair, rows) | self.block.holding(pair, rows) | self._itemized[rows]
        return any(pair in texts for row in np.flatnonzero(near).tolist() for texts in self._texts_of(rows.start + row))

    def _texts_of(self, row: int) -> Iterator[frozenset[str]]:
        """Yield the pairs of neighbours in each text of a unit."""
        unit = self.units[row]
        yield self._neighbours(unit.text.text)
        yield self._neighbours(unit.heading)
        yield from (self._neighbours(item.text) for _, item in unit.items)

    def units_of(self, plan_id: str) -> list[EvidenceUnit]:
        """Return a plan's units in reading order; none of a plan that isn't here."""
        return list(self.units[slice(*self._begins.get(plan_id, (0, 0)))])

    def stating(self, attribute: str, text: str) -> Iterator[EvidenceUnit]:
        """Yield the units that may state an attribute in these words, in order."""
        rows = self.has.rows_with(ATTRIBUTES.index(attribute))
        held = self.own.texts_with(meant(text))
        yield from (self.units[row] for row in rows[held[rows]])

    def with_attached(self, plan_ids: Sequence[str]) -> list[str]:
        """Return the plans that have units here, each followed by what is attached to it in its file."""
        found = [p for plan_id in plan_ids for p in (plan_id, *self._attached.get(plan_id, ())) if self.has_units(p)]
        return list(dict.fromkeys(found))

    @cached_property
    def _attached(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for plan_id in self._begins:
            if self.has_units(plan_id) and (parent := parent_of(plan_id)):
                found.setdefault(parent, []).append(plan_id)
        return found

    def rows(self, plan_ids: Sequence[str]) -> np.ndarray:
        """Return the rows of some plans' units and of what is attached to them; of all when none are named."""
        if not plan_ids:
            return np.arange(len(self))
        found = [np.arange(*self._begins[plan_id]) for plan_id in self.with_attached(plan_ids)]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def scope(self, plan_ids: Sequence[str]) -> Scope:
        """Return the units of `rows` as they are measured: of all, those alike once."""
        return Scope(self.rows(plan_ids)) if plan_ids else Scope.of(self.alike)


def _closely(text: str) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    said = [(m.start(), m.end(), m[0].lstrip("0") or "0") for m in _WORD.finditer(fold(text))]
    ends = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    return said, [(a, b) for a, b in itertools.pairwise(ends) if b > a]


def _labels(text: str, is_row: bool) -> list[frozenset[str]]:
    cells = text.split(" · ") if is_row else [text]
    parted = [cell.partition(": ") for cell in cells]
    named = [rest if is_row else first for first, colon, rest in parted if colon]
    sets = [frozenset(meant(name)) for name in named if len(name) <= _LONGEST_LABEL]
    return [words for words in sets if len(words) > 1]
