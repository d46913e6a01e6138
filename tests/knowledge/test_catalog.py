"""The catalog gives back what went in, changes all at once, and says what is wrong with a database."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalog import Catalog, codec
from knowledge.catalog.database import CATALOG_FILE
from knowledge.errors import DataIncompatible, SettingsError
from knowledge.model import Citation, Deadline, Period, Plan, Section, SectionKind
from knowledge.text import MappedText, clean
from tests.knowledge.invented import entry, generation

WATER = entry("thon-1", ("Bảo vệ nguồn nước.", "Trồng cây ven đường."))
ROADS = entry("thon-2", ("Sửa đường làng.",))


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return Catalog.open(tmp_path)


def test_plans_come_back_equal(catalog: Catalog) -> None:
    catalog.publish(generation("g1", WATER, ROADS), [WATER, ROADS])
    loaded = catalog.load()
    assert loaded == (generation("g1", WATER, ROADS), (WATER.stored, ROADS.stored))
    assert catalog.sources([WATER.key, ROADS.key]) == (WATER.raw, ROADS.raw)


def test_an_empty_catalog_has_nothing_live(catalog: Catalog) -> None:
    assert catalog.live_name() is None
    assert catalog.live() is None
    assert catalog.load() is None


def test_a_changed_plan_replaces_and_the_old_version_stays_in_the_history(catalog: Catalog) -> None:
    changed = entry("thon-1", ("Bảo vệ rừng.",))
    catalog.publish(generation("g1", WATER, ROADS), [WATER, ROADS])
    catalog.publish(generation("g2", changed, ROADS), [changed])
    loaded = catalog.load()
    assert loaded is not None
    assert loaded[1] == (changed.stored, ROADS.stored)
    assert catalog.sources([WATER.key]) == (WATER.raw,)


def test_a_plan_that_was_read_again_has_no_rows_of_the_first_reading(catalog: Catalog) -> None:
    reread = entry("thon-1", ("Bảo vệ nguồn nước và rừng.",), sha256=WATER.raw.sha256)
    catalog.publish(generation("g1", WATER), [WATER])
    catalog.publish(generation("g2", reread), [reread])
    loaded = catalog.load()
    assert loaded is not None
    assert [p.text.text for p in loaded[1][0].passages] == ["Bảo vệ nguồn nước và rừng."]


def test_a_forgotten_plan_leaves_nothing(catalog: Catalog, tmp_path: Path) -> None:
    catalog.publish(generation("g1", WATER, ROADS), [WATER, ROADS])
    catalog.publish(generation("g2", ROADS), [], forget=["thon-1"])
    catalog.close()
    with sqlite3.connect(tmp_path / CATALOG_FILE) as database:
        for table in ("versions", "passages", "facts"):
            assert database.execute(f"select distinct plan_id from {table}").fetchall() == [("thon-2",)]


def test_a_publication_that_fails_changes_nothing(catalog: Catalog) -> None:
    catalog.publish(generation("g1", WATER), [WATER])
    with pytest.raises(DataIncompatible):
        catalog.publish(generation("g2", WATER, ROADS), [])  # ROADS was never stored
    assert catalog.live_name() == "g1"
    assert catalog.load() == (generation("g1", WATER), (WATER.stored,))


def test_vectors_are_kept_by_model_and_text(catalog: Catalog) -> None:
    vectors = {f"hash{n}": np.array([n, 0.5, -1], dtype="f4") for n in range(1200)}
    catalog.keep_vectors("m@1", vectors)
    catalog.keep_vectors("m@1", {"hash3": np.array([9, 9, 9], dtype="f4")})
    found = catalog.vectors("m@1", ["hash3", "hash1199", "unknown"])
    assert {key: value.tolist() for key, value in found.items()} == {"hash3": [3, 0.5, -1], "hash1199": [1199, 0.5, -1]}
    assert catalog.vectors("m@2", ["hash3"]) == {}


def test_readers_see_one_state_while_a_writer_publishes(catalog: Catalog, tmp_path: Path) -> None:
    states = [entry("thon-1", tuple(f"Việc {n}.{i}" for i in range(20))) for n in range(8)]
    catalog.publish(generation("g0", states[0]), [states[0]])
    reader, broken, stop = Catalog.open(tmp_path), [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            loaded = reader.load()
            if loaded is None or loaded[1][0] != states[int(loaded[0].name[1:])].stored:
                broken.append(loaded)

    thread = threading.Thread(target=read)
    thread.start()
    for n, state in enumerate(states[1:], 1):
        catalog.publish(generation(f"g{n}", state), [state])
    stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive()
    assert broken == []


def test_sqlite_is_durable(catalog: Catalog) -> None:
    with catalog._engine.connect() as connection:
        values = [
            connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert values == ["wal", 2, 1]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    Catalog.open(tmp_path).close()
    with sqlite3.connect(tmp_path / CATALOG_FILE) as database:
        database.execute("update meta set value = '99'")
    with pytest.raises(DataIncompatible, match="schema 99"):
        Catalog.open(tmp_path)


@pytest.mark.parametrize("damage", ["garbage", "truncated", "overwritten"])
def test_a_damaged_catalog_is_named_with_what_to_do(tmp_path: Path, damage: str) -> None:
    catalog = Catalog.open(tmp_path)
    catalog.publish(generation("g1", WATER), [WATER])
    catalog.close()
    path = tmp_path / CATALOG_FILE
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(
        {
            "garbage": b"not a database" * 99,
            "truncated": data[: middle + 100],
            "overwritten": data[:5000] + b"\xff" * (len(data) - 5000),
        }[damage]
    )
    with pytest.raises(DataIncompatible, match="restore it from a backup"):
        Catalog.open(tmp_path)


@pytest.mark.parametrize("url", ["nonsense://x/y", "postgresql+nodriver://u:secret@h/d"])
def test_a_wrong_database_url_is_a_setting_error_without_the_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL") as caught:
        Catalog.open(tmp_path, url)
    assert "secret" not in str(caught.value)


def test_another_database_by_url(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    catalog = Catalog.open(tmp_path, url)
    catalog.publish(generation("g1", WATER), [WATER])
    assert not (tmp_path / CATALOG_FILE).exists()
    assert Catalog.open(tmp_path, url).live_name() == "g1"


# ------------------------------------------------------------------------------------------------------------ codec

texts = st.text(max_size=20)
mapped = texts.map(clean)
sections = st.recursive(
    st.builds(Section, st.sampled_from(SectionKind), texts, st.none() | texts, mapped, mapped),
    lambda inner: st.builds(
        Section, st.sampled_from(SectionKind), texts, st.none() | texts, mapped, mapped, st.tuples(inner, inner)
    ),
    max_leaves=6,
)


@given(sections)
def test_sections_survive_json(section: Section) -> None:
    assert codec.loads(Section, codec.dumps(section)) == section


@given(
    st.builds(Deadline, plan_id=texts, section=texts, who=st.none() | texts, what=texts, until=st.none() | st.dates())
)
def test_deadlines_survive_json(deadline: Deadline) -> None:
    assert codec.loads(Deadline, codec.dumps(deadline)) == deadline


def test_defaults_are_left_out() -> None:
    assert codec.encode(Period(None, None)) == {"start": None, "end": None}  # no defaults there
    assert "who" in codec.encode(Deadline("p", "1", None, "x"))
    assert "citations" not in codec.encode(Deadline("p", "1", None, "x"))


def test_mapped_text_keeps_its_runs() -> None:
    text = clean("a\u0301 b\u200bc")
    assert codec.loads(MappedText, codec.dumps(text)) == text


@pytest.mark.parametrize("bad", ["{}", "[]", '{"plan_id": 1, "x": 2}', "nonsense"])
def test_foreign_json_is_an_error(bad: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        codec.loads(Citation, bad)


def test_a_type_without_a_json_form_is_an_error() -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        codec.decoder(Path)


def test_every_contract_type_has_a_json_form() -> None:
    assert codec.loads(Plan, codec.dumps(WATER.stored.plan)) == WATER.stored.plan


def test_whoever_opens_a_new_catalog_at_once_finds_it_made(tmp_path: Path) -> None:
    together = threading.Barrier(4)

    def name_live(_: int) -> str | None:
        together.wait(60)
        catalog = Catalog.open(tmp_path)
        try:
            return catalog.live_name()
        finally:
            catalog.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(name_live, range(4))) == [None] * 4
