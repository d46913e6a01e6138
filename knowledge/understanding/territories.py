"""The wards and districts of Viet Nam before and after 1 July 2025, looked up by their names.

The tables in `data/` are made by `make gazetteer`. A line of
`districts.tsv`: code, name, province of then, province of today. A line of `wards.tsv`, in order: folded name without
its level, name, and for a ward of today its province and its parts ("code of the district:name|..."), for an earlier
one the code of its district and what became of it; `PART` marks a ward of which only a part was taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from knowledge.model import District, Ward
from knowledge.text import folded_words

_DATA = Path(__file__).parent / "data"
DISTRICTS, WARDS = _DATA / "districts.tsv", _DATA / "wards.tsv"
PART = "*"
LONGEST = 5
"""Words of the longest name, without its level."""
_LEVELS = (
    ("thanh", "pho"), ("thi", "xa"), ("thi", "tran"), ("dac", "khu"), ("tinh",), ("quan",), ("huyen",), ("phuong",),
    ("xa",),
)  # fmt: skip


@lru_cache(1 << 14)
def split_name(name: str) -> tuple[str, str]:
    """Return the folded level and the folded name of "Phường Sài Gòn"; no leading zeros ("Phường 05")."""
    words = [word.lstrip("0") or word for word in folded_words(name)]
    size = next((len(level) for level in _LEVELS if tuple(words[: len(level)]) == level and words[len(level) :]), 0)
    return " ".join(words[:size]), " ".join(words[size:])


def key_of(name: str) -> str:
    """Return the folded name without its level."""
    return split_name(name)[1]


@cache
def districts() -> dict[str, District]:
    """Return the districts until 30 June 2025 by their codes."""
    rows = (line.split("\t") for line in _lines(DISTRICTS))
    return {code: District(*rest) for code, *rest in rows}


@cache
def above() -> frozenset[str]:
    """Return the folded names, without their levels, of all districts and provinces, then and today."""
    known = districts().values()
    return frozenset(
        key for each in known for name in (each.name, each.province, each.today) if " " in (key := key_of(name))
    )


def load() -> None:
    """Read the tables now, so that no question waits for them."""
    above()
    _wards()


def wards(key: str) -> tuple[Ward, ...]:
    """Return the wards of a folded name, of today and earlier ones, whatever their level."""
    lines, wanted = _wards(), f"{key}\t"
    at = bisect_left(lines, wanted)
    found = []
    while at < len(lines) and lines[at].startswith(wanted):
        found.append(_ward(lines[at]))
        at += 1
    return tuple(found)


@cache
def _wards() -> list[str]:
    return _lines(WARDS)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def _ward(line: str) -> Ward:
    _, name, of, told = line.split("\t")
    pieces = told.split("|") if told else []
    if of in districts():
        return Ward(name, "", (districts()[of],), became=tuple(pieces))
    parts = [piece.split(":", 1) for piece in pieces]
    return Ward(
        name, of, _most_first(code for code, _ in parts), tuple((p.rstrip(PART), p.endswith(PART)) for _, p in parts)
    )


def _most_first(codes: Iterable[str]) -> tuple[District, ...]:
    return tuple(districts()[code] for code, _ in Counter(codes).most_common())
