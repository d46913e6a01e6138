"""Plans in a private file, opened one by one when they are asked for: a collection need not fit into memory.

What a generation is served from never changes while it serves, whatever becomes of the catalog meanwhile.
"""

from __future__ import annotations

import json
import os
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, overload

import numpy as np

from knowledge.catalog import Served, codec
from knowledge.digest import HASH, Digest, body_from, digest_from, opened
from knowledge.model import EvidenceUnit, Facts, Header, Passage, Plan, StoredPlan

OPEN_PLANS, OPEN_UNITS = 128, 8192
"""Plans, and units or passages, that stay open."""

Stretch = tuple[int, int]
"""Where something begins in the file, and how many bytes it has."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the parts of a plan stand. ends: of its lines, counted from where they begin; units: how many of these."""

    digest: Stretch
    lines: Stretch
    ends: np.ndarray
    units: int
    plan: Stretch
    facts: Stretch
    keys: Stretch

    def line(self, number: int) -> Stretch:
        """Return where a line stands."""
        begin = int(self.ends[number - 1]) + 1 if number else 0
        return self.lines[0] + begin, int(self.ends[number]) - begin


class PlanFile:
    """The plans of one generation. Filled by one thread, then read by any; gone with the last who uses it."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="so-tay-plans-")  # noqa: SIM115 # open as long as this lives
        self._size = 0
        self._places: dict[str, _Place] = {}
        self._forget()

    def _forget(self) -> None:
        self.plan, self.facts = lru_cache(OPEN_PLANS)(self._plan), lru_cache(OPEN_PLANS)(self._facts)
        self.units, self.passages = lru_cache(OPEN_PLANS)(self._units), lru_cache(OPEN_PLANS)(self._passages)
        self.passage = lru_cache(OPEN_UNITS)(self._passage)

    def add(self, key: tuple[str, str], served: Served) -> None:
        """Put a plan in, in place of the one with its id. key: plan id and sha256."""
        body = body_from(served.body)
        ends = np.flatnonzero(np.frombuffer(body.lines, np.uint8) == ord("\n"))
        ends = np.append(ends, len(body.lines)).astype(np.uint32) if body.lines else np.zeros(0, np.uint32)
        digest, lines, plan, facts, keys = map(
            self._write, (served.digest, body.lines, body.plan, body.facts, body.keys)
        )
        self._places[key[0]] = _Place(digest, lines, ends, body.units, plan, facts, keys)

    def _write(self, data: bytes) -> Stretch:
        self._file.write(data)
        self._size += len(data)
        return self._size - len(data), len(data)

    def filled(self) -> None:
        """Let what was put in be read, and forget what was opened before."""
        self._file.flush()
        self._forget()

    def __len__(self) -> int:
        return len(self._places)

    def digest(self, plan_id: str) -> Digest:
        """Return what stays in memory of a plan."""
        return digest_from(self._read(self._places[plan_id].digest))

    def keys(self, plan_id: str) -> tuple[list[bytes], list[bytes]]:
        """Return the keys of the texts of a plan's units in the catalog: of their own words, and under headings."""
        data, count = self._read(self._places[plan_id].keys), self._places[plan_id].units
        keys = [data[at : at + HASH] for at in range(0, len(data), HASH)]
        return keys[:count], keys[count:]

    def stored(self, plan_id: str) -> StoredPlan:
        """Return a whole plan."""
        facts: Facts = codec.decoder(Facts)(opened(self._read(self._places[plan_id].facts)))
        return StoredPlan(self.plan(plan_id), self.passages(plan_id), facts, self.units(plan_id))

    def shelved(self, plan_id: str, header: Header) -> StoredPlan:
        """Return a plan of which all but its header is opened when it is asked for."""
        return _Shelved(self, plan_id, header)

    def _plan(self, plan_id: str) -> Plan:
        found: Plan = codec.decoder(Plan)(opened(self._read(self._places[plan_id].plan)))
        return found

    def _facts(self, plan_id: str) -> Facts:
        return _Facts(opened(self._read(self._places[plan_id].facts)))

    def _units(self, plan_id: str) -> tuple[EvidenceUnit, ...]:
        place = self._places[plan_id]
        return tuple(map(codec.decoder(EvidenceUnit), self._lines(place)[: place.units]))

    def _passages(self, plan_id: str) -> tuple[Passage, ...]:
        place = self._places[plan_id]
        return tuple(map(codec.decoder(Passage), self._lines(place)[place.units :]))

    def _lines(self, place: _Place) -> list[Any]:
        return [json.loads(_decoded(line)) for line in self._read(place.lines).split(b"\n")] if len(place.ends) else []

    def unit(self, plan_id: str, ordinal: int) -> EvidenceUnit:
        """Return one unit of a plan, opened now; raises IndexError where it has fewer."""
        place = self._places[plan_id]
        if not 0 <= ordinal < place.units:
            raise IndexError(ordinal)
        found: EvidenceUnit = codec.decoder(EvidenceUnit)(json.loads(_decoded(self._read(place.line(ordinal)))))
        return found

    def _passage(self, plan_id: str, ordinal: int) -> Passage:
        """Return one passage of a plan; raises IndexError where it has fewer."""
        place = self._places[plan_id]
        if not 0 <= ordinal < len(place.ends) - place.units:
            raise IndexError(ordinal)
        line = self._read(place.line(place.units + ordinal))
        found: Passage = codec.decoder(Passage)(json.loads(_decoded(line)))
        return found

    def _read(self, stretch: Stretch) -> bytes:
        begin, length = stretch
        return os.pread(self._file.fileno(), length, begin)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


class _Text(Plan):
    """A plan whose text and outline are opened when they are asked for: slots that nobody fills."""

    __slots__ = ("_file",)
    _file: PlanFile

    def __init__(self, file: PlanFile, plan_id: str, header: Header) -> None:
        for name, value in (("_file", file), ("plan_id", plan_id), ("header", header)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in Plan.__slots__ or name in ("plan_id", "header"):
            raise AttributeError(name)
        return getattr(self._file.plan(self.plan_id), name)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class _Facts(Facts):
    """Facts of which each kind is rebuilt when it is asked for."""

    __slots__ = ("_told",)
    _told: dict[str, Any]

    def __init__(self, told: dict[str, Any]) -> None:
        object.__setattr__(self, "_told", told)

    def __getattr__(self, name: str) -> Any:
        if name not in Facts.__slots__:
            raise AttributeError(name)
        found = getattr(codec.decoder(Facts)({name: self._told.get(name, [])}), name)
        object.__setattr__(self, name, found)
        return found


class _Shelved(StoredPlan):
    """A plan of a file, opened part by part."""

    __slots__ = ("_file",)
    _file: PlanFile

    def __init__(self, file: PlanFile, plan_id: str, header: Header) -> None:
        for name, value in (("_file", file), ("plan", _Text(file, plan_id, header))):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        if name not in ("passages", "facts", "units"):
            raise AttributeError(name)
        return getattr(self._file, name)(self.plan.plan_id)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class Units(Sequence[EvidenceUnit]):
    """The units of plans, one plan after the other."""

    def __init__(self, file: PlanFile, begins: Mapping[str, Stretch]) -> None:
        """begins: plan id -> the rows [from, to) of its units, in order."""
        self._file, self._plans = file, list(begins)
        self._ends = [end for _, end in begins.values()]
        self._begins = [begin for begin, _ in begins.values()]
        self._opened = lru_cache(OPEN_UNITS)(self._open)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> EvidenceUnit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EvidenceUnit]: ...
    def __getitem__(self, at: int | slice) -> EvidenceUnit | Sequence[EvidenceUnit]:
        if isinstance(at, slice):
            return [self[row] for row in range(*at.indices(len(self)))]
        return self._opened(at)

    def _open(self, at: int) -> EvidenceUnit:
        row = int(at) + (len(self) if at < 0 else 0)
        if not 0 <= row < len(self):
            raise IndexError(at)
        plan = bisect_right(self._ends, row)
        return self._file.unit(self._plans[plan], row - self._begins[plan])


class Passages(Mapping[str, Passage]):
    """The passages of plans by their ids."""

    def __init__(self, file: PlanFile, counts: Mapping[str, int]) -> None:
        """counts: plan id -> how many passages it has."""
        self._file, self._counts = file, counts

    def __getitem__(self, passage_id: str) -> Passage:
        plan_id, _, ordinal = passage_id.rpartition("#")
        if not (ordinal.isdecimal() and int(ordinal) < self._counts.get(plan_id, 0)):
            raise KeyError(passage_id)
        return self._file.passage(plan_id, int(ordinal))

    def __iter__(self) -> Iterator[str]:
        return (f"{plan_id}#{at}" for plan_id, count in self._counts.items() for at in range(count))

    def __len__(self) -> int:
        return sum(self._counts.values())
