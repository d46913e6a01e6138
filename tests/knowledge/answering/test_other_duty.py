"""A claimed date is confirmed only for the duty that has it; of another duty's date both are told."""

from __future__ import annotations

import pytest

from knowledge.answering.other_duty import things
from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

_PLAN = """ỦY BAN NHÂN DÂN HUYỆN SÔNG BA
Số: 12/KH-UBND
Sông Ba, ngày 05 tháng 01 năm 2025

KẾ HOẠCH
Phát động phong trào thi đua "Dân vận khéo" năm 2025

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác dân vận của chính quyền.

II. TỔ CHỨC THỰC HIỆN
1. Các cơ quan, đơn vị gửi danh sách mô hình về Ủy ban nhân dân huyện (qua Phòng Nội vụ) trước ngày 15/3/2025.
2. Các xã, thị trấn định kỳ hằng quý báo cáo kết quả thực hiện về Phòng Nội vụ.

Nơi nhận:
- Các xã, thị trấn;
- Lưu: VT.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"song-ba": _PLAN})


@pytest.mark.parametrize(
    "question", ["Báo cáo kết quả nộp trước ngày 15/3/2025 phải không?", "hạn nộp báo cáo là 15/3 đúng không"]
)
def test_the_date_of_the_list_is_not_confirmed_for_the_report(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Không phải. Trước ngày 15/3/2025 là hạn của việc: gửi danh sách")
    assert "báo cáo kết quả thực hiện: hằng quý, văn bản không nêu ngày" in answer.text.lower()


def test_its_own_date_is_confirmed(plans: Collection) -> None:
    assert plans.ask("Danh sách mô hình gửi trước 15/3/2025 phải không?", unit="song-ba").text.startswith("Đúng.")


def test_what_the_plan_does_not_know_has_no_date(plans: Collection) -> None:
    answer = plans.ask("Hồ sơ nộp trước 15/3/2025 phải không?", unit="song-ba")
    assert answer.status is Status.NOT_SPECIFIED
    assert "Đúng." not in answer.text


def test_a_plan_is_handed_in_only_where_it_is_what_is_sent() -> None:
    assert things("han gui ke hoach la 15/3 phai khong") == {"ke hoach"}
    assert things("bao cao ket qua thuc hien ke hoach truoc 15/3") == {"report"}
    assert things("theo ke hoach thi hop truoc 15/3") == frozenset()


@pytest.mark.parametrize("question", ["Can I submit late?", "Could we send the report late?"])
def test_whether_one_may_be_late_is_not_stated(plans: Collection, question: str) -> None:
    answer = plans.ask(question, unit="song-ba")
    assert answer.status is Status.NOT_SPECIFIED
    assert "does not mention any sanction" in answer.text
