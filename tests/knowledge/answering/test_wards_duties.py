"""A ward or a school is told the duties that fall on such units, not those of the district's offices."""

from __future__ import annotations

import pytest

from knowledge.answering.whose import takes_in
from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

OF_DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN ĐOAN HÙNG

Số: 18/KH-UBND

Đoan Hùng, ngày 09 tháng 01 năm 2025

KẾ HOẠCH
Xây dựng nếp sống văn minh năm 2025

I. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các xã, thị trấn gửi danh sách hộ ký cam kết về Phòng Nội vụ trước ngày 14 tháng 3 năm 2025.

2. Phòng Nội vụ tổng hợp kết quả, báo cáo Chủ tịch Ủy ban nhân dân huyện trước ngày 21 tháng 11 năm 2025.

3. Các trường học gửi bài dự thi về Phòng Giáo dục và Đào tạo trước ngày 08 tháng 5 năm 2025.
"""
OF_DEPARTMENT = """ỦY BAN NHÂN DÂN THÀNH PHỐ PHÚ THỌ
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO

Số: 27/KH-PGDĐT

Phú Thọ, ngày 06 tháng 02 năm 2025

KẾ HOẠCH
Xây dựng trường học văn hóa trên địa bàn các xã, phường năm 2025

I. BÁO CÁO

1. Các trường mầm non, tiểu học báo cáo kết quả về Phòng Giáo dục và Đào tạo trước ngày 17 tháng 10 năm 2025.

2. Đề nghị Ủy ban nhân dân các xã, phường tạo điều kiện cho các trường.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"huyen": OF_DISTRICT, "phong": OF_DEPARTMENT})


def test_an_offices_duty_is_not_among_a_communes(plans: Collection) -> None:
    answer = plans.ask("xã Chân Mộng nộp gì", unit="huyen")
    assert [cited.section for cited in answer.citations] == ["I.1"]


def test_a_school_is_told_the_schools_duty_first(plans: Collection) -> None:
    answer = plans.ask("trường tiểu học Chân Mộng nộp gì", unit="huyen")
    assert answer.citations[0].section == "I.3"
    assert "I.2" not in {cited.section for cited in answer.citations}


@pytest.mark.parametrize("question", ["xã Hà Thạch nộp báo cáo khi nào", "xa ha thach han bao cao ngay may"])
def test_a_duty_of_schools_is_only_the_nearest_for_a_commune(plans: Collection, question: str) -> None:
    assert plans.ask(question, unit="phong").status is not Status.ANSWERED


def test_a_school_of_the_department_is_bound(plans: Collection) -> None:
    answer = plans.ask("trường mầm non Hà Thạch nộp báo cáo khi nào", unit="phong")
    assert answer.status is Status.ANSWERED
    assert "17/10" in answer.text


def test_what_a_commune_has_to_do_is_what_communes_have_to_do(plans: Collection) -> None:
    answer = plans.ask("xã Chân Mộng phải làm gì", unit="huyen")
    told = answer.text.replace("\n", " ")
    assert "ký cam kết" in told
    if answer.status is Status.ANSWERED:  # sureness is near its bound here, and vectors differ a little by processor
        assert "tổng hợp kết quả" not in told
    assert "bài dự thi" not in told


@pytest.mark.parametrize(
    ("who", "communes", "schools"),
    [
        ("Ủy ban nhân dân các xã, thị trấn", True, False),
        ("Chủ tịch Ủy ban nhân dân 10 phường", True, False),
        ("Ủy ban nhân dân cấp xã", True, False),
        ("Các cơ quan, đơn vị, địa phương", True, True),
        ("Mỗi đơn vị", True, True),
        ("Các trường", False, True),
        ("Ban Giám hiệu", False, True),
        ("các bộ phận, đoàn thể và trường học trực thuộc", False, True),
        ("Công an xã", False, False),
        ("Hợp tác xã nông nghiệp", False, False),
        ("các cơ sở sản xuất, kinh doanh", False, False),
        ("Đơn vị tư vấn", False, False),
        ("Trưởng Công an xã", False, False),
        ("Phòng Nông nghiệp và Môi trường huyện", False, False),
        ("Trường Chính trị tỉnh", False, False),
    ],
)
def test_whom_a_duty_takes_in(who: str, communes: bool, schools: bool) -> None:
    assert takes_in(who, ["Xã Chân Mộng"]) is communes
    assert takes_in(who, ["Xã Trường Xuân"]) is communes
    assert takes_in(who, ["trường tiểu học Chân Mộng"]) is schools
