"""A day is no hour, a kind no thing, "muốn" no "muộn", another year no near one; of several plans each is told."""

from __future__ import annotations

import pytest

from knowledge.model import Status
from tests.knowledge.answering.collection import Collection

REGULATION = """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA THƯỢNG

Số: 88/QĐ-UBND

Tân Hòa Thượng, ngày 05 tháng 01 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế hoạt động của thư viện xã

Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của thư viện xã năm 2026.

Điều 2. Văn phòng, các thôn chịu trách nhiệm thi hành.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Hữu

QUY CHẾ
Hoạt động của thư viện xã
(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 05 tháng 01 năm 2026)

Điều 1. Ban quản lý

1. Ban quản lý có 03 người do Trưởng ban điều hành.

2. Thủ thư do hội nghị thôn chọn.

3. Thủ quỹ không kiêm thủ thư.

Điều 2. Sổ sách

1. Ban quản lý lập 04 loại sổ: sổ tài sản; sổ bạn đọc; sổ thu chi; sổ mượn trả.

2. Ban quản lý gửi báo cáo năm về Phòng Văn hóa trước ngày 10 tháng 12 năm 2026.

3. Ngày hội đọc sách tổ chức ngày 14/11/2026 tại sân thư viện.

Điều 3. Phân công

1. Ông Trần Văn Kha, Phó Trưởng ban: vận động thêm 02 tủ sách: một tủ ở thôn Hạ, một tủ ở thôn Trung.
"""
ASSIGNED = """ỦY BAN NHÂN DÂN
XÃ PHÚ LỢI ĐOÀI

Số: 19/KH-UBND

Phú Lợi Đoài, ngày 06 tháng 02 năm 2026

KẾ HOẠCH
Nâng cao chất lượng thư viện năm 2026

I. CHỈ TIÊU TỦ SÁCH

1. Giảm 10 tủ sách hỏng.

2. Sửa 18 kệ sách.

3. Mua 200 đầu sách.

II. BÁO CÁO

1. Các thôn gửi báo cáo năm về Văn phòng trước ngày 05 tháng 12 năm 2026.
"""


@pytest.fixture(scope="module")
def plans() -> Collection:
    return Collection({"quy-che": REGULATION, "ke-hoach": ASSIGNED})


def test_a_day_is_only_the_nearest_to_an_hour(plans: Collection) -> None:
    question = "em muốn xin nghỉ để dự ngày hội đọc sách hôm 14/11 thì mấy giờ bắt đầu ạ"
    answer = plans.ask(question, unit="quy-che")
    assert answer.status is not Status.ANSWERED
    assert "Đúng" not in answer.text


def test_books_are_counted_and_not_their_kinds(plans: Collection) -> None:
    text = plans.ask("ban quản lý phải giữ mấy loại sổ, kể tên ra", unit="quy-che").text
    assert "sổ bạn đọc" in text
    assert "gồm 3" not in text


@pytest.mark.parametrize("question", ["kế hoạch thư viện năm 2027 của xã Phú Lợi Đoài mua bao nhiêu đầu sách"])
def test_a_year_that_no_plan_of_the_unit_is_for_is_refused_by_name(plans: Collection, question: str) -> None:
    answer = plans.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert "2027" in answer.text
    assert "200 đầu sách" not in answer.text
    assert "Quy chế" not in answer.text


def test_of_two_plans_the_attached_regulations_day_is_told_too(plans: Collection) -> None:
    text = plans.ask("báo cáo năm của xã Tân Hòa Thượng và báo cáo năm của xã Phú Lợi Đoài, cái nào đến hạn sau?").text
    assert "10/12" in text
    assert "05/12" in text


def test_a_counted_thing_is_judged_by_the_sentence_that_counts_it(plans: Collection) -> None:
    answer = plans.ask("ông Kha được giao vận động thêm ba tủ sách, đúng chứ?", unit="quy-che")
    assert answer.text.startswith("Không")
    assert "02 tủ sách" in answer.text
