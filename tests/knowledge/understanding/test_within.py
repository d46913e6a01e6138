"""A department's place is that of whoever it is under; offices and places within the chat's unit are no strangers."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.understanding import Interpreter, territories
from knowledge.understanding.profiles import profile
from tests.knowledge.understanding.conftest import made_up, stored

TODAY = date(2026, 3, 2)
DISTRICTS = sorted(territories.districts().values(), key=lambda district: district.name)[::40]
TOWNS = [district for district in DISTRICTS if not district.name[-1].isdigit()]


def plan_of(province: str, office: str = "SỞ NỘI VỤ"):  # type: ignore[no-untyped-def]
    return made_up(
        "own", "Các xã, phường báo cáo trước ngày 5/6.", doc_type="KẾ HOẠCH", issuer=office,
        parent=f"ỦY BAN NHÂN DÂN {province.upper()}", title="Làm sạch đường làng năm 2026", date=date(2026, 1, 9),
    )  # fmt: skip


OTHER = made_up(
    "other", "Các tổ gửi số liệu trước ngày 7/8.", doc_type="KẾ HOẠCH", issuer="CÔNG TY CẤP NƯỚC HƯƠNG NAM",
    title="Thay đồng hồ năm 2026", date=date(2026, 2, 9),
)  # fmt: skip


@pytest.mark.parametrize("office", ["SỞ NỘI VỤ", "SỞ Y TẾ", "BAN QUẢN LÝ CHỢ"])
def test_a_department_has_the_place_and_name_of_the_province_that_it_is_under(office: str) -> None:
    told = profile(plan_of("TỈNH LÂM ĐỒNG", office).plan)
    assert told.own is not None
    assert told.own.key == "lam dong"
    assert told.name.endswith("tỉnh Lâm Đồng")


def test_society_in_capitals_is_no_commune() -> None:
    head = "UBND TỈNH LÂM ĐỒNG\nSỞ Y TẾ\nSố: 7/KH-SYT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
    text = "KẾ HOẠCH\nChăm lo cấp xã\n\nI. VIỆC\nBảo hiểm XÃ HỘI CƠ SỞ báo cáo.\n"
    told = profile(stored("own", head + text).plan)
    assert told.own is not None
    assert told.own.key == "lam dong"


@pytest.mark.parametrize("district", TOWNS, ids=lambda district: district.name)
def test_who_lives_within_the_province_asks_of_its_plan_that_was_chosen(district) -> None:  # type: ignore[no-untyped-def]
    name = " ".join(district.name.split()[2 if district.name.startswith("Th") else 1 :])
    asks = Interpreter([plan_of(district.today), OTHER]).understand
    query = asks(f"Em ở bên {name}, bao giờ phải nộp báo cáo?", unit="own", today=TODAY)
    assert (query.units, query.unknown) == (("own",), ())


@pytest.mark.parametrize("asked", ["Em ở bên {}, bao giờ nộp báo cáo?", "Kế hoạch của {} nộp báo cáo khi nào?"])
def test_a_place_elsewhere_stays_unknown(asked: str) -> None:
    query = Interpreter([plan_of("TỈNH LÂM ĐỒNG"), OTHER]).understand(asked.format("Rạch Giá"), unit="own", today=TODAY)
    assert query.unknown


@pytest.mark.parametrize(
    ("asked", "strange"),
    [
        ("phòng kinh tế em phải nộp gì trước ngày nào", False), ("Kế hoạch của Sở Y tế hạn nộp khi nào", True),
        ("con em sinh năm 2008 thì đăng ký từ ngày nào", False), ("chỉ tiêu năm 2008 của kế hoạch là gì", True),
        ("hồ sơ thì xã gửi về đâu", False), ("chiều ra quân 6 tổ có phải báo cáo không", False),
    ],
)  # fmt: skip
def test_what_is_said_beside_the_matter_is_no_stranger(asked: str, strange: bool) -> None:
    query = Interpreter([plan_of("TỈNH LÂM ĐỒNG"), OTHER]).understand(asked, unit="own", today=TODAY)
    assert bool(query.unknown) == strange


@pytest.mark.parametrize("asked", ["By when must each commune in Lam Dong report?", "What must wards of Lam Dong do?"])
def test_communes_in_a_province_ask_of_its_plan(asked: str) -> None:
    query = Interpreter([plan_of("TỈNH LÂM ĐỒNG"), OTHER]).understand(asked, today=TODAY)
    assert (query.units, query.unknown) == (("own",), ())


@pytest.mark.parametrize(
    "asked",
    [
        "snv tinh vinh long nop khi nao", "tinh doan lam dong nop ngay nao", "thanh uy hue nop ngay nao",
        "When is the report of the Hue City Party Committee due?", "tinh uy hoa binh giao gi",
    ],
)  # fmt: skip
def test_an_office_of_a_place_elsewhere_is_unknown_however_its_name_reads(asked: str) -> None:
    query = Interpreter([plan_of("TỈNH TÂY NINH"), OTHER]).understand(asked, today=TODAY)
    assert (query.units, bool(query.unknown)) == ((), True)
