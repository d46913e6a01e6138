"""A plan as it is served: what stays in memory of it, and what is opened when it is asked for, each as bytes.

Made once, when a plan is read, and kept in the catalog beside what it is made of.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.catalog import Served, codec
from knowledge.corrections.identity import identity_of
from knowledge.index.parts import Part
from knowledge.index.vectors import text_hash, unit_texts
from knowledge.marks import Marks, marks_of
from knowledge.model import Header, StoredPlan
from knowledge.ranking.rows import POSTINGS, PlanRows, meant, rows_of
from knowledge.text import folded_words
from knowledge.understanding.corpus import PlanWords, plan_words
from knowledge.understanding.known import Known, known_of
from knowledge.understanding.profiles import Profile

HASH = 32
"""Bytes of a text's key in the catalog, which is told in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What stays in memory of a plan.

    known, text: for understanding; rows: for ranking; words, often: the folded words of its passages, and how many
    passages hold each; passages: how many there are; identity: as corrections know the plan; marks: what chooses it.
    """

    known: Known
    text: PlanWords
    rows: PlanRows
    words: tuple[str, ...]
    often: np.ndarray
    passages: int
    identity: tuple[str, ...]
    marks: Marks

    @property
    def plan_id(self) -> str:
        """The plan's id."""
        return self.known.plan_id


def digest_of(stored: StoredPlan) -> Digest:
    """Return what stays in memory of a plan."""
    often: Counter[str] = Counter()
    for passage in stored.passages:
        plain = folded_words(text := f"{passage.heading} {passage.text.text}")
        often.update(list(dict.fromkeys((*plain, *meant(text)))))
    return Digest(
        known_of(stored),
        plan_words(stored.plan.source_text),
        rows_of(stored.units),
        tuple(often),
        np.array([*often.values()], np.int32),
        len(stored.passages),
        identity_of(stored.plan),
        marks_of(stored),
    )


def served_of(stored: StoredPlan, made_by: str) -> Served:
    """Return a plan as the catalog keeps it to be served. made_by: see `rules`."""
    return Served(made_by, packed_digest(digest_of(stored)), packed_body(stored))


def rules(reading: str) -> str:
    """Return the identity of what makes a digest: of this code, and of what reads plans."""
    return f"{_code_digest()}-{reading}"


MADE_OF = tuple(
    Path(__file__).parent / name
    for name in (
        "counting.py", "digest.py", "marks.py", "catalog/codec.py", "corrections/__init__.py",
        "corrections/identity.py", "index/parts.py", "index/vectors.py", "patterns.py",
        "ranking/rows.py", "understanding/abbreviations.py", "understanding/casing.py", "understanding/corpus.py",
        "understanding/known.py", "understanding/names.py", "understanding/profiles.py", "understanding/rounds.py",
        "understanding/syllables.py", "understanding/territories.py", "understanding/tokens.py",
        "understanding/tables/administration.py", "understanding/tables/english.py",
        "understanding/tables/provinces.py",
    )
)  # fmt: skip
"""The code that makes a digest, beside what reads plans: for a change of any other no plan is made ready again."""


@cache
def _code_digest() -> str:
    code = hashlib.sha256()
    for file in MADE_OF:
        code.update(file.name.encode() + file.read_bytes())
    return code.hexdigest()[:10]


# ------------------------------------------------------------------------------------------------------------- in bytes


def packed_digest(digest: Digest) -> bytes:
    """Return a digest as bytes."""
    known, rows, words = digest.known, digest.rows, digest.text
    told = {
        "profile": codec.encode(known.profile),
        "header": codec.encode(known.header),
        "cited": known.cited,
        "rounds": sorted(known.rounds),
        "fields": rows.fields,
        "names": rows.names,
        "passages": digest.passages,
        "identity": digest.identity,
        "marks": codec.encode(digest.marks),
        "words": [" ".join(each) for each in (words.syllables, words.said, digest.words)],
        "vocabulary": " ".join(rows.vocabulary),
    }
    arrays = [words.counts, words.pairs, words.rows, _bytes(words.text), _bytes(words.spelt)]
    arrays += [digest.often, rows.kind, rows.length, rows.led, rows.has, rows.field]
    for name in POSTINGS:
        part: Part = getattr(rows, name)
        arrays += [_bytes(part.keys), part.of, part.lengths, part.starts, part.terms, part.counts]
    return _pack(told, arrays)


def digest_from(data: bytes) -> Digest:
    """Rebuild a digest; raises ValueError, KeyError or TypeError for other bytes."""
    told, arrays = _unpack(data)
    counts, pairs, beside, text, spelt, often, kind, length, led, has, field, *rest = arrays
    syllables, spoken, of_passages = (tuple(row.split(" ")) if row else () for row in told["words"])
    begins = range(0, 6 * len(POSTINGS), 6)
    parts = {name: Part(rest[at].tobytes(), *rest[at + 1 : at + 6]) for name, at in zip(POSTINGS, begins, strict=True)}
    header: Header = codec.decoder(Header)(told["header"])
    profile: Profile = codec.decoder(Profile)(told["profile"])
    known = Known(
        profile,
        header,
        tuple((kind_, number) for kind_, number in told["cited"]),
        frozenset((noun, number) for noun, number in told["rounds"]),
    )
    words = PlanWords(syllables, counts, pairs, spoken, beside, text.tobytes(), spelt.tobytes())
    vocabulary = tuple(told["vocabulary"].split(" ")) if told["vocabulary"] else ()
    rows = PlanRows(
        vocabulary, **parts, kind=kind, length=length, led=led, has=has, field=field,
        fields=tuple(told["fields"]), names=tuple(told["names"]),
    )  # fmt: skip
    identity: tuple[str, ...] = tuple(told["identity"])
    marks: Marks = codec.decoder(Marks)(told["marks"])
    return Digest(known, words, rows, of_passages, often, told["passages"], identity, marks)


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a plan, each to be opened by itself.

    units: how many there are; lines: they and then the passages, a line of JSON each; plan, facts: JSON, packed;
    keys: of the units' texts in the catalog, as `unit_texts` orders them, `HASH` bytes each.
    """

    units: int
    lines: bytes
    plan: bytes
    facts: bytes
    keys: bytes


def packed_body(stored: StoredPlan) -> bytes:
    """Return a plan as bytes."""
    lines = [codec.dumps(each) for each in (*stored.units, *stored.passages)]
    parts = ("\n".join(lines), codec.dumps(stored.plan), codec.dumps(stored.facts))
    keys = b"".join(bytes.fromhex(text_hash(text)) for text in unit_texts(stored.units))
    packed = [_bytes(zlib.compress(_encoded(part), 6)) for part in parts]
    return _pack({"units": len(stored.units)}, [*packed, _bytes(keys)], level=0)


def body_from(data: bytes) -> Body:
    """Return the parts of a plan; raises ValueError, KeyError or TypeError for other bytes."""
    told, (lines, plan, facts, keys) = _unpack(data)
    return Body(told["units"], zlib.decompress(lines.tobytes()), plan.tobytes(), facts.tobytes(), keys.tobytes())


def opened(data: bytes) -> Any:
    """Return what a packed part of a body holds, as JSON has it."""
    return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _bytes(data: bytes) -> np.ndarray:
    return np.frombuffer(data, np.uint8)


def _pack(told: dict[str, Any], arrays: Sequence[np.ndarray], level: int = 1) -> bytes:
    """Return JSON and arrays of numbers as bytes; the numbers as narrow as they are. level: of compression."""
    narrow = [_narrow(array) for array in arrays]
    shapes = [(array.dtype.str, array.shape) for array in narrow]
    head = _encoded(json.dumps([told, shapes], ensure_ascii=False, separators=(",", ":")))
    whole = zlib.compress(b"".join([len(head).to_bytes(4, "little"), head, *(a.tobytes() for a in narrow)]), level)
    return zlib.crc32(whole).to_bytes(4, "little") + whole


def is_whole(served: Served) -> bool:
    """Tell whether the bytes are those that were packed."""
    return all(zlib.crc32(each[4:]) == int.from_bytes(each[:4], "little") for each in (served.digest, served.body))


def _unpack(data: bytes) -> tuple[dict[str, Any], list[np.ndarray]]:
    whole = zlib.decompress(data[4:])
    at = 4 + int.from_bytes(whole[:4], "little")
    told, shapes = json.loads(whole[4:at].decode("utf-8", "surrogatepass"))
    arrays = []
    for kind, shape in shapes:
        count = math.prod(shape)
        arrays.append(np.frombuffer(whole, kind, count, at).reshape(shape))
        at += arrays[-1].nbytes
    return told, arrays


def _narrow(array: np.ndarray) -> np.ndarray:
    """Return an array of numbers from 0 on in the narrowest type that holds them."""
    return array.astype(np.min_scalar_type(int(array.max(initial=0)))) if array.dtype != np.uint8 else array
