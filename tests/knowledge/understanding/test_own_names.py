"""A commune that a plan is of is known by its own name before wards elsewhere that are called almost so."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import StoredPlan
from knowledge.text import fold
from knowledge.understanding import Interpreter, territories
from tests.knowledge.understanding.conftest import made_up
from tests.knowledge.understanding.test_wards import every_ward

TODAY = date(2026, 3, 2)


def almost(word: str) -> list[tuple[str, str]]:
    """Real names of communes with `word` in them, and such as differ from them by one sign and exist nowhere."""
    names = dict.fromkeys(w.name for w in every_ward() if w.name.startswith("Xã ") and word in w.name.split()[-1])
    pairs = ((name, name[:3] + name[3:].replace("ô", "ơ")) for name in names)
    made = [(name, own) for name, own in pairs if own not in {ward.name for ward in every_ward()} and " " in name[3:]]
    return made[:8]


def plan_of(name: str, office: str = "ỦY BAN NHÂN DÂN") -> StoredPlan:
    return made_up(
        "own", f"{name} báo cáo trước ngày 5/6.", doc_type="KẾ HOẠCH", issuer=f"{office} {name.upper()}",
        title="Làm sạch đường làng năm 2026", date=date(2026, 1, 9),
    )  # fmt: skip


OTHER = made_up(
    "other", "Các xã gửi số liệu trước ngày 7/8.", doc_type="KẾ HOẠCH", issuer="ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
    title="Thống kê hộ nghèo năm 2026", date=date(2026, 2, 9),
)  # fmt: skip


@pytest.mark.parametrize(("real", "own"), almost("ô"))
@pytest.mark.parametrize("frame", ["{} gui bao cao luc nao", "cho hoi {} nop khi nao a"])
def test_an_own_name_without_diacritics_is_no_ward_elsewhere(real: str, own: str, frame: str) -> None:
    query = Interpreter([plan_of(own), OTHER]).understand(frame.format(fold(own)), today=TODAY)
    assert (query.units, query.belongs) == (("own",), ()), real


def test_such_names_are_found_to_test_with() -> None:
    assert len(almost("ô")) >= 5


def test_a_ward_elsewhere_that_is_spelt_out_stays_itself() -> None:
    real, own = almost("ô")[0]
    query = Interpreter([plan_of(own), OTHER]).understand(f"{real} nộp khi nào?", today=TODAY)
    assert [each.name for each in query.belongs] == [real]


@pytest.mark.parametrize(
    "asked",
    [
        "xa Quanh Xuong nop khi nao", "xã Quang Xướng nộp khi nào", "xa quang xuog nop khi nao",
        "When does Quang Xuog commune report?", "công an xã Quang Xương nộp khi nào",
    ],
)  # fmt: skip
def test_an_own_name_is_known_with_a_letter_wrong(asked: str) -> None:
    own = "Xã Quang Xương"
    assert not territories.wards("quang xuong")
    understood = Interpreter([plan_of(own, "CÔNG AN"), OTHER]).understand(asked, today=TODAY)
    assert (understood.units, understood.belongs, understood.unknown) == (("own",), (), ())


@pytest.mark.parametrize("asked", ["Sài Gòn", "sai gon", "TP Sài Gòn", "saigon", "TPHCM"])
def test_a_city_is_known_by_its_other_names(asked: str) -> None:
    plans = [plan_of("Thành phố Hồ Chí Minh"), OTHER]
    query = Interpreter(plans).understand(f"{asked} nộp báo cáo khi nào?", today=TODAY)
    assert (query.units, query.unknown) == (("own",), ())
