"""Derive the tables of wards and districts from the package `vietnamadminunits`: `make gazetteer`.

Only its data files are read; importing it costs a second and 70 MB, and it asks a map service about addresses.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from knowledge.understanding.territories import DISTRICTS, PART, WARDS, key_of

PACKAGE = "vietnamadminunits"
CREDIT = "MIT License, Copyright (c) 2025 Tran Ngoc Minh Hieu"
NAMESAKE_KM = 15.0
"""How much farther from a new ward than its namesake an old one lies that is no part of it (the package's mapping took
wards of one name in the provinces that were merged for each other)."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Old:
    """A ward until 30 June 2025, or a district without wards. at: latitude and longitude in degrees."""

    name: str
    district: str
    at: Point


@dataclass(frozen=True, slots=True)
class Source:
    """An old ward of which a new one was made, wholly or in part."""

    old: Old
    part: bool


def printed(name: str) -> str:
    """Return a name with its level as printed ("Thị Xã Buôn Hồ" in the package)."""
    return re.sub(r"^Thị (Xã|Trấn)", lambda level: level.group().capitalize(), name)


def kilometres(a: Point, b: Point) -> float:
    """Return the distance of two near points."""
    return 111.2 * math.hypot(a[0] - b[0], (a[1] - b[1]) * math.cos(math.radians(a[0])))


def without_namesakes(sources: Iterable[Source], at: Point) -> list[Source]:
    """Drop parts that are a far namesake of another source."""
    sources = list(sources)
    nearest: defaultdict[str, float] = defaultdict(lambda: math.inf)
    for each in sources:
        nearest[each.old.name] = min(nearest[each.old.name], kilometres(each.old.at, at))
    return [
        each for each in sources if not each.part or kilometres(each.old.at, at) < nearest[each.old.name] + NAMESAKE_KM
    ]


def tables(folder: Path) -> tuple[list[str], list[str]]:
    """Return the lines of districts and of wards, sorted, from the package's data folder."""
    converter = json.loads((folder / "converter_2025.json").read_text("utf-8"))
    with sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True) as base:
        new = base.execute("SELECT provinceKey, wardKey, ward, province, wardLat, wardLon FROM admin_units").fetchall()
        old = base.execute(
            "SELECT provinceKey || '_' || districtKey || '_' || ifnull(wardKey, ''), ifnull(ward, district), district, "
            "districtCode, province, ifnull(wardLat, districtLat), ifnull(wardLon, districtLon), provinceKey "
            "FROM admin_units_legacy"
        ).fetchall()
    olds = {row[0]: Old(printed(row[1]), row[3], (row[5], row[6])) for row in old}
    today = {was: key for key, before in converter["DICT_PROVINCE"].items() for was in before}
    provinces = {row[0]: row[3] for row in new}
    districts = {f"{row[3]}\t{printed(row[2])}\t{row[4]}\t{provinces[today[row[7]]]}" for row in old}
    sources = _sources(converter, olds)
    wards = list(_today(new, sources)) + list(_before(new, sources, olds.values()))
    return sorted(districts), sorted(wards)


def _sources(converter: Mapping[str, Any], olds: Mapping[str, Old]) -> dict[tuple[str, str], list[Source]]:
    found: defaultdict[tuple[str, str], list[Source]] = defaultdict(list)
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, keys in wards.items():
            found[province, ward] += [Source(olds[key], part=False) for key in keys]
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, shares in divided.items():
            for share in shares:
                found[province, share["newWardKey"]].append(Source(olds[key], part=True))
    return found


def _today(new: Sequence[tuple[str, ...]], sources: Mapping[tuple[str, str], list[Source]]) -> Iterator[str]:
    for province, key, name, province_name, lat, lon in new:
        kept = without_namesakes(sources[province, key], (float(lat), float(lon)))
        told = [f"{each.old.district}:{each.old.name}{PART if each.part else ''}" for each in kept]
        yield "\t".join((key_of(name), name, province_name, "|".join(told)))


def _before(
    new: Sequence[tuple[str, ...]], sources: Mapping[tuple[str, str], list[Source]], olds: Iterable[Old]
) -> Iterator[str]:
    became: defaultdict[Old, list[str]] = defaultdict(list)
    for province, key, name, _, lat, lon in new:
        for each in without_namesakes(sources[province, key], (float(lat), float(lon))):
            became[each.old].append(name)
    for old in dict.fromkeys(olds):
        yield "\t".join((key_of(old.name), old.name, old.district, "|".join(became[old])))


def main() -> None:
    """Write both tables anew."""
    folder = Path(str(distribution(PACKAGE).locate_file(PACKAGE))) / "data"
    head = f"# From {PACKAGE} {version(PACKAGE)} ({CREDIT}) by `make gazetteer`.\n"
    for path, lines in zip((DISTRICTS, WARDS), tables(folder), strict=True):
        path.write_text(head + "\n".join(lines) + "\n", "utf-8")
        print(f"{path.name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
