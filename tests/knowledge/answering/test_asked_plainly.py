"""Everyday questions over two invented plans: every deadline, a stretch of time, a count, a comparison."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_COMMUNE = """ỦY BAN NHÂN DÂN HUYỆN TÂN HƯƠNG
Số: 21/KH-UBND
Tân Hương, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" năm 2026

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác dân vận của chính quyền.

II. CHỈ TIÊU
100% cán bộ thực hiện tốt công tác tiếp dân. 12 xã, thị trấn triển khai mô hình dân vận.

III. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị đăng ký mô hình về Ủy ban nhân dân huyện (qua Phòng Nội vụ) trước ngày 15/3/2026, qua hộp thư \
điện tử: noivu@tanhuong.gov.vn (đính kèm tệp định dạng Word).
2. Các xã, thị trấn báo cáo kết quả thực hiện về Phòng Nội vụ trước ngày 10/11/2026.
3. Ủy ban nhân dân huyện tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc.

Nơi nhận:
- Các xã, thị trấn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Nam
"""
_SCHOOLS = """PHÒNG GIÁO DỤC VÀ ĐÀO TẠO THỊ XÃ AN BÌNH
Số: 33/KH-PGDĐT
An Bình, ngày 12 tháng 02 năm 2026

KẾ HOẠCH
Thực hiện "Năm dân vận khéo" 2026

I. MỤC TIÊU
Trên 60% trường học đạt tiêu chí "Dân vận khéo".

II. TỔ CHỨC THỰC HIỆN
1. Các đơn vị trường học xây dựng kế hoạch và tổ chức thực hiện tại đơn vị.
2. Các đơn vị trường học báo cáo kết quả về Phòng Giáo dục và Đào tạo trước ngày 01/12/2026.
3. Đề nghị Ủy ban nhân dân thị xã tặng Giấy khen cho tập thể tiêu biểu.

Nơi nhận:
- Các trường học;
- Lưu: VT.

TRƯỞNG PHÒNG
Trần Thị Hoa
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"tan-huong": _COMMUNE, "an-binh": _SCHOOLS})


@pytest.mark.parametrize("question", ["list all deadlines", "give me a list of all deadlines", "lập bảng mọi hạn nộp"])
def test_every_deadline_is_listed_in_either_language(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.ANSWERED
    assert len(answer.parts[0].items) == 3


@pytest.mark.parametrize(
    "question",
    [
        "từ nay đến cuối năm 2026 có hạn nào",
        "từ giờ tới hết năm còn hạn gì",
        "tu hom nay den cuoi nam nay co han nop nao",
        "which deadlines are left until the end of the year",
    ],
)
def test_a_stretch_to_the_end_of_the_year_is_counted_from_today(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.ANSWERED
    assert len(answer.parts[0].items) == 2, "the registration of March is over"


def test_a_past_year_or_a_plan_of_a_year_is_no_stretch_from_today(plans: Collection) -> None:
    assert plans.ask("kế hoạch năm 2031 có hạn nào").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["điện thoại phòng nội vụ tân hương", "cho xin sđt phòng nội vụ huyện tân hương"])
def test_a_telephone_that_is_not_stated_is_said_with_what_is(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.NOT_SPECIFIED
    assert "noivu@tanhuong.gov.vn" in answer.parts[0].lead + " ".join(answer.parts[0].items)


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo gửi bằng email được không",
        "có gửi qua hộp thư điện tử được không",
        "which plan requires Word format",
        "kế hoạch nào yêu cầu gửi file Word",
    ],
)
def test_of_all_plans_the_one_that_names_the_way_is_told_first(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.ANSWERED
    assert [part.plan_id for part in answer.parts] == ["tan-huong", None]
    assert "An Bình" in answer.parts[1].lead


@pytest.mark.parametrize("question", ["hôm nay là ngày mấy", "hom nay thu may", "hôm nay ngày bao nhiêu vậy"])
def test_which_day_today_is_is_told(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.SMALLTALK
    assert answer.text == "Hôm nay là thứ Hai, ngày 15/6/2026."
    assert plans.ask("what day is it today?").text == "Today is Monday, 15 June 2026."


@pytest.mark.parametrize("question", ["so sánh chỉ tiêu", "so sanh chi tieu cac ke hoach"])
def test_targets_are_set_side_by_side(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.ANSWERED
    told = {part.plan_id: " ".join(part.items) for part in answer.parts}
    assert "100%" in told["tan-huong"]
    assert "60%" in told["an-binh"]


def test_plans_are_compared_by_their_dates_where_nothing_else_is_named(plans: Collection) -> None:
    answer = plans.ask("so sánh huyện tân hương và an bình")
    assert answer.status is Status.ANSWERED
    told = {part.plan_id: " ".join(part.items) for part in answer.parts}
    assert "15/3/2026" in told["tan-huong"]
    assert "01/12/2026" in told["an-binh"]
    assert all(part.citations for part in answer.parts)


def test_rewards_of_every_plan_that_has_any_are_compared(plans: Collection) -> None:
    answer = plans.ask("so sánh khen thưởng các kế hoạch")
    assert answer.status is Status.ANSWERED
    assert [part.plan_id for part in answer.parts] == ["tan-huong", "an-binh"]
    assert "Không nêu" not in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quận 1 gửi kế hoạch qua email nào?", "noivu.q1@tphcm.gov.vn"),
        ("quan 1 gui ke hoach qua email nao", "noivu.q1@tphcm.gov.vn"),
    ],
)
def test_an_address_is_told_as_it_is_written(library: Library, question: str, told: str) -> None:
    assert library.ask(question).text.replace("*", "").startswith(told)
