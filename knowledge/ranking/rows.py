"""What a shelf holds of one plan's units: their words and tables. Worked out once a plan, and kept in the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from knowledge.facts.evidence import listed
from knowledge.facts.lexicon import OFFICE
from knowledge.index.parts import Part, Vocabulary, pairs, part
from knowledge.model import Attribute, EvidenceUnit, UnitKind
from knowledge.patterns import later
from knowledge.text import folded_words, syllable_key, words
from knowledge.understanding.abbreviations import PRINTED

ATTRIBUTES = tuple(attribute.value for attribute in Attribute)
KINDS = tuple(kind.value for kind in UnitKind)
POSTINGS = ("own", "path", "block", "exact", "whole")
_NAMING = frozenset({"title", "issuer", "parent", "place", "number"})
_OFFICE = later(
    rf"(?:Điều )?(?:[\dIVX]+[.)-]\s*)?(?:Giao |Đề nghị |Trách nhiệm (?:của )?|Đối với )?(?:các |Các )?(?:{OFFICE})"
)


@dataclass(frozen=True, slots=True)
class PlanRows:
    """vocabulary: the terms of the postings, by number; own, path, block, exact, whole: as `Shelf` explains them;
    kind, length: (units,) index into KINDS, characters; led: (units,) 0 or 1; has: (units,) a bit each of ATTRIBUTES;
    field: (units,) index into `fields`; names: the folded words of the header that name the plan."""

    vocabulary: tuple[str, ...]
    own: Part
    path: Part
    block: Part
    exact: Part
    whole: Part
    kind: np.ndarray
    length: np.ndarray
    led: np.ndarray
    has: np.ndarray
    field: np.ndarray
    fields: tuple[str, ...]
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.kind)


def rows_of(units: Sequence[EvidenceUnit]) -> PlanRows:
    """Return the rows of one plan's units."""
    once = cache(meant)  # units share headings
    spoken = [f"{unit.text.text} {listed(unit)}" for unit in units]
    paths = [f"{unit.heading} {unit.section}" for unit in units]
    paired = cache(lambda text: _paired(once(text)))
    key = cache(syllable_key)
    vocabulary = Vocabulary()
    parts = {
        "own": part(map(paired, spoken), vocabulary),
        "path": part(map(paired, paths), vocabulary),
        "block": part(map(paired, _blocks(units)), vocabulary),
        "exact": part((_paired([key(word) for word in words(text)]) for text in spoken), vocabulary),
        "whole": part(
            (sorted({*once(body), *once(path)}) for body, path in zip(spoken, paths, strict=True)), vocabulary
        ),
    }
    fields = sorted({unit.field for unit in units})
    naming = [unit for unit in units if unit.kind is UnitKind.FIELD and unit.field in _NAMING]
    return PlanRows(
        tuple(vocabulary),
        **parts,
        kind=np.array([KINDS.index(unit.kind.value) for unit in units], np.int8),
        length=np.array([len(unit.text.text) for unit in units], np.int32),
        led=np.array([_OFFICE.match(title_of(unit)) is not None for unit in units], np.int8),
        has=np.array([sum(1 << at for at, a in enumerate(Attribute) if unit.states(a)) for unit in units], np.uint32),
        field=np.array([fields.index(unit.field) for unit in units], np.int16),
        fields=tuple(fields),
        names=tuple(dict.fromkeys(word for unit in naming for word in once(unit.text.text))),
    )


def meant(text: str) -> list[str]:
    """Return the folded words of a text, with printed short forms written out."""
    return [part for word in folded_words(text) for part in PRINTED.get(word, word).split()]


def title_of(unit: EvidenceUnit) -> str:
    """Return what a unit is headed by: a list by its own words, anything else by the nearest title above it."""
    return unit.text.text if unit.kind is UnitKind.LIST else unit.heading.split(" > ")[-1]


def _paired(spoken: list[str]) -> list[str]:
    return [*spoken, *pairs(spoken)]


def _blocks(units: Sequence[EvidenceUnit]) -> list[str]:
    """Return for each unit its whole section under its headings."""
    held: dict[str, list[str]] = {}
    for unit in units:
        if unit.kind is not UnitKind.LIST:
            held.setdefault(unit.section, []).append(unit.text.text)
    whole = {section: " ".join(texts) for section, texts in held.items()}
    blocks = {(u.section, u.heading): f"{whole.get(u.section, '')} {u.heading}" for u in units}  # a text for all of it
    return [blocks[unit.section, unit.heading] for unit in units]
