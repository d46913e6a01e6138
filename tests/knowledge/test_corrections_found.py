"""A correction that was kept by earlier code finds its document and its place, also where code reads them anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge.corrections import Correction, place_of
from knowledge.corrections.identity import digest, identity_of
from knowledge.corrections.store import Corrections
from knowledge.library import Library
from knowledge.model import Deadline, StoredPlan
from knowledge.settings import Settings
from knowledge.text import fold
from tests.knowledge.invented import plan_text

NAME = "hoi-nong-dan-an-phu-2026"
WRITTEN = "trước ngày 10 tháng 6 năm 2026"
SHORT = "BAN CHẤP HÀNH TỈNH AN PHÚ"
WHOLE = "BAN CHẤP HÀNH HỘI NÔNG DÂN TỈNH AN PHÚ"
ON = date(2026, 3, 20)


def text_of(deadline: str = "10", above: str = "HỘI NÔNG DÂN VIỆT NAM") -> str:
    """A plan whose letterhead names its issuer on two lines, of which earlier code read the second alone."""
    return plan_text(deadline).replace("ỦY BAN NHÂN DÂN\nXÃ AN HÒA", f"{above}\n{SHORT}").replace("KH-UBND", "KH-HNDT")


def kept(place: str, written: str | None, value: str, **fields: Any) -> Correction:
    """A correction as it was kept then: of the document that the short name, the number and the year name."""
    document = digest("\n".join((fold(SHORT), fold("12/KH-HNDT"), "2026")))
    made = Correction(0, document, digest("a text before"), place, written, value, NAME, ON)
    return replace(made, **fields)


def added(library: Library, folder: Path, text: str, name: str = NAME) -> StoredPlan:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    library.add_plans([path])
    return found(library, name)


def found(library: Library, name: str = NAME) -> StoredPlan:
    stored = library.plan(name)
    assert stored is not None
    return stored


def duty(stored: StoredPlan) -> Deadline:
    return next(each for each in stored.facts.deadlines if each.section == "II.1")


@pytest.fixture
def store(small: Settings) -> Iterator[Corrections]:
    store = Corrections(small)
    yield store
    store.close()


@pytest.fixture
def library(small: Settings) -> Iterator[Library]:
    with Library.open(small) as library:
        yield library


def test_a_document_whose_issuer_is_named_whole_now_is_found(
    library: Library, store: Corrections, tmp_path: Path
) -> None:
    stored = added(library, tmp_path, text_of())
    assert (stored.plan.header.issuer or "").upper() == WHOLE
    place = place_of(duty(stored))
    store.add(kept(place, WRITTEN, "20/6/2026", what=f"{NAME} II.1: {duty(stored).what}"))
    store.add(kept("title", stored.plan.header.title, "Thực hiện phong trào năm 2027"))
    assert duty(found(library)).day == 20
    assert found(library).plan.header.title == "Thực hiện phong trào năm 2027"
    assert duty(added(library, tmp_path, text_of() + "\n\nGhi chú thêm ở cuối văn bản.\n")).day == 20
    assert duty(added(library, tmp_path, text_of("15"))).corrected is None  # this text says something else


def test_another_units_document_with_the_same_line_is_not(library: Library, store: Corrections, tmp_path: Path) -> None:
    store.add(kept("number", "12/KH-HNDT", "21/KH-HNDT"))
    other = added(library, tmp_path, text_of(above="HỘI CỰU CHIẾN BINH VIỆT NAM"), "hoi-cuu-chien-binh-an-phu")
    assert other.plan.header.number == "12/KH-HNDT"
    assert added(library, tmp_path, text_of()).plan.header.number == "21/KH-HNDT"


def test_an_issuer_that_was_corrected_stays_so_unless_it_is_read_right_by_now(
    library: Library, store: Corrections, tmp_path: Path
) -> None:
    store.add(kept("issuer", SHORT, "HỘI NÔNG DÂN TỈNH AN PHÚ MỚI"))
    header = added(library, tmp_path, text_of()).plan.header
    assert (header.issuer, header.corrected["issuer"].written) == ("HỘI NÔNG DÂN TỈNH AN PHÚ MỚI", SHORT)
    store.add(kept("issuer", SHORT, WHOLE))
    assert found(library).plan.header.corrected == {}


def test_a_duty_whose_time_or_round_is_read_anew_is_found(library: Library, store: Corrections, tmp_path: Path) -> None:
    stored = added(library, tmp_path, text_of())
    document, text, *_ = identity_of(stored.plan)
    what = f"{NAME} II.1: {duty(stored).what}"
    made = store.add(kept("0" * 20, WRITTEN, "20/6/2026", document=document, what=what))
    assert duty(found(library)).day == 20  # the same duty, the same time
    store.undo(made.number)
    made = store.add(kept("0" * 20, "trước ngày 10", "20/6/2026", document=document, what=what))
    assert duty(found(library)).corrected is None  # another time: which of the two texts is meant is not known
    store.add(kept("1" * 20, "trước ngày 10", "25/6/2026", document=document, text=text, what=what))
    assert duty(found(library)).day == 25  # the very text that was corrected
    library.correct(NAME, place_of(duty(found(library))), None, keep=True)
    assert duty(found(library)).corrected is None


def test_correcting_again_and_taking_back_leaves_nothing_of_the_earlier_form(
    library: Library, store: Corrections, tmp_path: Path
) -> None:
    stored = added(library, tmp_path, text_of())
    place = place_of(duty(stored))
    store.add(kept(place, WRITTEN, "20/6/2026", what=f"{NAME} II.1: {duty(stored).what}"))
    library.correct(NAME, place, "25/6/2026", keep=True)
    assert duty(found(library)).day == 25
    library.correct(NAME, place, None, keep=True)
    assert (duty(found(library)).day, library.corrections()) == (10, ())


def test_a_duty_that_is_called_otherwise_now_is_found_in_the_text_that_was_corrected(
    library: Library, store: Corrections, tmp_path: Path
) -> None:
    stored = added(library, tmp_path, text_of())
    document, text, *_ = identity_of(stored.plan)
    shorter = kept("2" * 20, WRITTEN, "20/6/2026", document=document, what=f"{NAME} II.1: gửi")
    store.add(shorter)
    assert duty(found(library)).corrected is None  # of another text, whose words are not known
    store.add(replace(shorter, text=text))
    assert duty(found(library)).day == 20
