"""One document in place of another: what differs, what is the same document, and the way there and back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from knowledge.catalog import Catalog
from knowledge.errors import CollectionChanged, DataLocked, NotAPlan, UnreadableFile
from knowledge.facts.schedule import schedule
from knowledge.index import generations
from knowledge.library import Library
from knowledge.model import Citation, Deadline, Header, Scheduled
from knowledge.settings import Settings
from knowledge.versions import compare, free_id, same_document
from tests.knowledge.invented import entry, generation, plan_text

TODAY = date(2026, 4, 1)
NAME = "xa-an-hoa-2026"
QUESTION = "Khi nào các thôn nộp báo cáo 6 tháng?"


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.versions.PATIENCE", 0.2)


def duty(what: str, day: int | None = 10, month: int | None = 6, section: str = "II.1", **fields: Any) -> Scheduled:
    cited = (Citation("p", None, section, what, 0, len(what)),)
    told = Deadline("p", section, "Các thôn", what, day=day, month=month, year=2026 if day else None, citations=cited)
    return schedule(replace(told, **fields), Header(), TODAY)


# ---------------------------------------------------------------------------------------------------- comparing


def test_what_moved_to_another_item_is_kept() -> None:
    old, new = duty("gửi báo cáo"), duty("gửi  báo cáo", section="III.4", plan_id="q")
    changes = compare([old], [new])
    assert changes.kept == ((old, new),)
    assert (changes.changed, changes.gone, changes.fresh) == ((), (), ())


@pytest.mark.parametrize("fields", [{"day": 20}, {"to": "Văn phòng"}, {"time": "17:00"}, {"channel": "thư điện tử"}])
def test_another_time_or_way_is_a_change(fields: dict[str, Any]) -> None:
    old, new = duty("gửi báo cáo kết quả"), duty("gửi báo cáo kết quả", **fields)
    assert compare([old], [new]).changed == ((old, new),)


def test_each_duty_is_paired_with_the_most_like_one() -> None:
    old = [duty("gửi báo cáo 6 tháng"), duty("đăng ký mô hình", 1, 3), duty("tổ chức hội nghị", 1, 12)]
    new = [duty("đăng ký mô hình mới", 5, 3), duty("gửi báo cáo 6 tháng", 15), duty("nộp ảnh chụp", 1, 8)]
    changes = compare(old, new)
    assert set(changes.changed) == {(old[0], new[1]), (old[1], new[0])}
    assert (changes.gone, changes.fresh) == ((old[2],), (new[2],))


def test_reports_of_other_periods_are_other_reports() -> None:
    old = duty("báo cáo kết quả thực hiện quý", recurrence="quý")
    new = duty("báo cáo kết quả thực hiện năm", recurrence="năm")
    changes = compare([old], [new])
    assert (changes.gone, changes.fresh) == ((old,), (new,))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, True),
        ({}, {"number": "12/kh-ubnd"}, True),
        ({}, {"number": "13/KH-UBND"}, False),
        ({}, {"issuer": "UBND xã B"}, False),
        ({}, {"issuer": None}, False),
        ({}, {"date": date(2027, 3, 5)}, False),
        ({}, {"date": date(2026, 9, 1)}, True),
        ({}, {"date": None}, True),
        ({"parent": "Huyện A"}, {"parent": "Huyện B"}, False),
        ({"parent": "Huyện A"}, {}, True),
        ({"number": None}, {}, True),
        ({"number": None}, {"title": "Kế hoạch khác"}, False),
        ({"number": None, "title": None}, {}, False),
    ],
)
def test_the_same_document(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    header = Header(issuer="UBND xã A", number="12/KH-UBND", date=date(2026, 3, 5), title="Phát động phong trào")
    first, second = replace(header, **one), replace(header, **other)
    assert same_document(first, second) is same_document(second, first) is same


def test_a_free_id() -> None:
    assert free_id("a", {"b"}) == "a"
    assert free_id("a", {"a", "a-2"}) == "a-3"


# ------------------------------------------------------------------------------------------------- the catalog


def test_the_catalog_notes_when_versions_became_live(tmp_path: Path) -> None:
    catalog = Catalog.open(tmp_path)
    first, second, other = entry("a", ("Một.",)), entry("a", ("Hai ba.",)), entry("b", ("Bốn.",))
    for name, held, minute in (("g1", [first, other], 1), ("g2", [second, other], 2), ("g3", [first, other], 3)):
        made = replace(generation(name, *held), created=f"2026-01-01T00:0{minute}:00+00:00")
        catalog.publish(made, held)
    history = [(kept.key, kept.since, kept.header.issuer) for kept in catalog.history()]
    assert history == [
        (first.key, "2026-01-01T00:03:00+00:00", "Xã a"),
        (other.key, "2026-01-01T00:01:00+00:00", "Xã b"),
        (second.key, "2026-01-01T00:02:00+00:00", "Xã a"),
    ]
    catalog.publish(generation("g4", first), [], forget=["b"])
    assert catalog.version_keys() == {first.key, second.key}


def test_a_catalog_of_before_has_versions_without_a_time(tmp_path: Path) -> None:
    catalog = Catalog.open(tmp_path)
    held = entry("a", ("Một.",))
    catalog.publish(generation("g1", held), [held])
    with catalog._transaction() as connection:
        connection.exec_driver_sql("drop table arrivals")
    catalog.close()
    catalog = Catalog.open(tmp_path)
    assert [(kept.key, kept.since) for kept in catalog.history()] == [(held.key, None)]


# ------------------------------------------------------------------------------------------------- the library


def test_a_document_goes_in_and_back(small: Settings) -> None:
    with Library.open(small) as library:
        document = library.read_document(f"{NAME}.txt", plan_text("20").encode())
        found = library.preview(document)
        assert found.replacement is not None
        assert (found.present, found.new_id, found.replacement.plan_id) == (None, None, NAME)
        assert len(found.replacement.changes.changed) == 1
        assert "10/6" in library.ask(QUESTION, today=TODAY).text

        published = library.put_document(document, found.replacement.key)
        assert (published.stored.plan_id, published.replaced) == (NAME, NAME)
        assert "20/6" in library.ask(QUESTION, today=TODAY).text
        assert library.preview(document).present == NAME

        first, second = library.versions(NAME)
        assert (first.live, second.live) == (False, True)
        assert second.since is not None
        assert datetime.now(UTC) - second.since < timedelta(minutes=5)
        back = library.document(first.key)
        assert back is not None
        library.put_document(back, second.key)
        assert "10/6" in library.ask(QUESTION, today=TODAY).text
        assert [version.live for version in library.versions(NAME)] == [True, False]
    with Library.open(small) as library:
        assert "10/6" in library.ask(QUESTION, today=TODAY).text


def test_under_another_id_the_old_one_goes_and_stays_a_version(small: Settings) -> None:
    with Library.open(small) as library:
        found = library.preview(library.read_document("moi.txt", plan_text("20").encode()))
        assert found.replacement is not None
        published = library.put_document(
            library.read_document("moi.txt", plan_text("20").encode()), found.replacement.key
        )
        assert [stored.plan_id for stored in library.plans()] == ["moi"]
        assert published.replaced == NAME
        assert [version.key[0] for version in library.versions("moi")] == [NAME, "moi"]
        assert library.versions(NAME) == ()
        assert {new.deadline.plan_id for _, new in published.changes.changed} == {"moi"}


def test_what_is_not_as_expected_is_refused(small: Settings) -> None:
    with Library.open(small) as library:
        before = library.plans()
        document = library.read_document(f"{NAME}.txt", plan_text("20").encode())
        for replaces in (None, (NAME, "0" * 64), ("khac", "0" * 64)):
            with pytest.raises(CollectionChanged):
                library.put_document(document, replaces)
        with generations.writer_lock(small.data_dir), pytest.raises(DataLocked):
            library.put_document(replace(document, plan_id="moi"))
        with pytest.raises(UnreadableFile):
            library.read_document("a.exe", b"x")
        with pytest.raises(NotAPlan):
            library.preview(library.read_document("a.txt", "Chào bạn.".encode()))
        assert library.plans() == before
        assert library.document((NAME, "0" * 64)) is None


def test_questions_are_answered_while_a_document_goes_in(small: Settings) -> None:
    with Library.open(small) as library:
        stop, told, failures = threading.Event(), [], []

        def ask() -> None:
            while not stop.is_set():
                try:
                    told.append(library.ask(QUESTION, today=TODAY).text)
                except Exception as error:
                    failures.append(error)

        asker = threading.Thread(target=ask)
        asker.start()
        (live,) = library.versions(NAME)
        library.put_document(library.read_document(f"{NAME}.txt", plan_text("20").encode()), live.key)
        stop.set()
        asker.join(30)
    assert failures == []
    assert all("10/6" in text or "20/6" in text for text in told)
    assert "10/6" in told[0]
