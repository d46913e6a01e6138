"""The tables of wards, made of the package's data as it lies in files."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from knowledge.training.gazetteer import Old, Source, kilometres, main, printed, tables, without_namesakes
from knowledge.understanding import territories

NEAR, FAR = (10.0, 106.0), (10.9, 106.0)


def test_a_far_namesake_is_no_part() -> None:
    mine, other, neighbour = Old("Phường 4", "1", NEAR), Old("Phường 4", "2", FAR), Old("Xã Xa", "2", FAR)
    sources = [Source(mine, part=True), Source(other, part=True), Source(neighbour, part=True)]
    assert without_namesakes(sources, NEAR) == [sources[0], sources[2]]
    whole = [Source(mine, part=True), Source(other, part=False)]
    assert without_namesakes(whole, NEAR) == whole
    assert kilometres(NEAR, FAR) == pytest.approx(100, abs=1)


def test_tables_of_a_small_package(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "dataset.db")
    base.execute("CREATE TABLE admin_units (provinceKey, wardKey, ward, province, wardLat, wardLon)")
    base.execute(
        "CREATE TABLE admin_units_legacy (provinceKey, districtKey, wardKey, ward, district, districtCode, province, "
        "wardLat, wardLon, districtLat, districtLon)"
    )
    base.execute("INSERT INTO admin_units VALUES ('p', 'xahoanglan', 'Xã Hoàng Lan', 'Tỉnh Mới', 10, 106)")
    old = "INSERT INTO admin_units_legacy VALUES ('q', 'h', ?, ?, 'Thị Xã Cũ', '007', 'Tỉnh Cũ', 10, 106, 10, 106)"
    base.executemany(old, [("xalan", "Xã Lan"), ("xahoang", "Xã Hoàng"), (None, None)])
    base.commit()
    base.close()
    whole = {"p": {"xahoanglan": ["q_h_xalan", "q_h_"]}}
    parts = {"p": {"q_h_xahoang": [{"newWardKey": "xahoanglan", "isDefaultNewWard": True}]}}
    converter = {
        "DICT_PROVINCE": {"p": ["q"]}, "DICT_PROVINCE_WARD_NO_DIVIDED": whole, "DICT_PROVINCE_WARD_DIVIDED": parts,
    }  # fmt: skip
    (tmp_path / "converter_2025.json").write_text(json.dumps(converter), "utf-8")
    districts, wards = tables(tmp_path)
    assert districts == ["007\tThị xã Cũ\tTỉnh Cũ\tTỉnh Mới"]
    assert wards == [
        "cu\tThị xã Cũ\t007\tXã Hoàng Lan",
        "hoang\tXã Hoàng\t007\tXã Hoàng Lan",
        "hoang lan\tXã Hoàng Lan\tTỉnh Mới\t007:Xã Lan|007:Thị xã Cũ|007:Xã Hoàng*",
        "lan\tXã Lan\t007\tXã Hoàng Lan",
    ]


def test_names_are_printed_with_one_capital_in_their_level() -> None:
    assert printed("Thị Trấn Prao") == "Thị trấn Prao"
    assert printed("Xã Thị Trấn") == "Xã Thị Trấn"


def test_the_kept_tables_are_those_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("vietnamadminunits")
    except PackageNotFoundError:
        pytest.skip("vietnamadminunits is not installed (`make gazetteer` installs it)")
    kept = territories.WARDS.read_text("utf-8")
    if f"vietnamadminunits {found} " not in kept.splitlines()[0]:
        pytest.skip(f"the tables are of another version than {found}")
    monkeypatch.setattr("knowledge.training.gazetteer.WARDS", tmp_path / "wards.tsv")
    monkeypatch.setattr("knowledge.training.gazetteer.DISTRICTS", tmp_path / "districts.tsv")
    main()
    assert (tmp_path / "wards.tsv").read_text("utf-8") == kept
    assert (tmp_path / "districts.tsv").read_text("utf-8") == territories.DISTRICTS.read_text("utf-8")
